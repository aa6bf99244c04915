//! The plan of activities: an annex made from the facts of an article.

use super::Maker;
use super::annex::Annex;
use super::keys::activity as key;
use super::run::Runs;
use super::table::Table;
use super::words::Setting;
use crate::draft::value;
use crate::kind::{Field, Role};
use crate::source::node::Node;
use crate::wording;

/// What a column of the plan shows.
#[derive(Clone, Copy)]
enum Column {
    /// The text of a field.
    Text(&'static str),
    /// From when until when.
    Time,
    /// The amount.
    Budget,
}

const COLUMNS: [(Column, &str, i64); 6] = [
    (Column::Text(key::NAME), "KEGIATAN", 6),
    (Column::Time, "WAKTU", 4),
    (Column::Text(key::PLACE), "LOKASI", 5),
    (Column::Text(key::RESPONSIBLE), "PENANGGUNG JAWAB", 4),
    (Column::Budget, "ANGGARAN", 4),
    (Column::Text(key::NOTE), "KETERANGAN", 5),
];

impl Maker<'_> {
    /// The activities as a table of their own; columns that no activity fills are left out.
    pub(super) fn plan(&self) -> Option<Annex> {
        let activities = self.activities()?.members();
        let used: Vec<_> =
            COLUMNS.into_iter().filter(|(column, ..)| self.is_used(*column, activities)).collect();
        let rows = (1..).zip(activities).map(|(number, activity)| {
            let cells = used.iter().map(|(column, ..)| Some(self.shown(*column, activity)));
            std::iter::once(Some(Runs::words(number.to_string()))).chain(cells).collect()
        });
        let heads = used.iter().map(|(_, head, width)| (*head, *width));
        let columns: Vec<_> = std::iter::once(("NO.", 1)).chain(heads).collect();
        Some(Annex::of_table("RENCANA KEGIATAN", Table::with_columns(&columns, rows.collect())))
    }

    /// The planned activities, in whichever article they stand.
    fn activities(&self) -> Option<&Node> {
        let kind = self.draft.kind;
        let planned = |field: &&Field| field.role == Some(Role::RencanaKegiatan);
        let mut lists =
            kind.fields.iter().filter(|field| field.is_article()).filter_map(|article| {
                let list = kind.record_fields(article).find(planned)?;
                self.draft.root.get(&article.key)?.get(&list.key)
            });
        lists.find(|list| !list.is_empty())
    }

    fn is_used(&self, column: Column, activities: &[Node]) -> bool {
        activities.iter().any(|activity| !self.shown(column, activity).is_empty())
    }

    fn shown(&self, column: Column, activity: &Node) -> Runs {
        match column {
            Column::Text(key) => {
                let text = activity.get(key).and_then(Node::str).unwrap_or_default();
                self.runs(text, Setting::NARROW)
            }
            Column::Time => Runs::words(self.time(activity)),
            Column::Budget => {
                let money = activity.get(key::BUDGET);
                let money = money.and_then(|node| value::money(node, self.language));
                let figures = money.map(|money| money.figures(self.language)).unwrap_or_default();
                self.runs(&figures, Setting::NARROW)
            }
        }
    }

    fn time(&self, activity: &Node) -> String {
        let date = |key: &str| {
            let date = activity.get(key).and_then(value::date);
            date.map(|date| wording::date_long(date, self.language))
        };
        match (date(key::START), date(key::END)) {
            (Some(start), Some(end)) if start == end => start,
            (Some(start), Some(end)) => format!("{start} s.d. {end}"),
            (Some(start), None) => format!("mulai {start}"),
            (None, Some(end)) => format!("sampai {end}"),
            (None, None) => String::new(),
        }
    }
}
