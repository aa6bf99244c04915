//! The files of a control sheet: which there are, and of which day.

use chrono::NaiveDate;

use super::shown;
use crate::draft::Draft;
use crate::finding::Place;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa};

/// A row of the sheet.
#[derive(Debug)]
pub(super) struct File {
    at: usize,
    pub(super) name: String,
    /// Its day, where one is given and can be read.
    pub(super) date: Option<NaiveDate>,
}

impl File {
    /// Its day in a sentence; empty without one.
    pub(super) fn long(&self, language: Bahasa) -> String {
        self.date.map(|date| wording::date_long(date, language)).unwrap_or_default()
    }
}

/// The rows of the sheet, in their order.
#[derive(Debug)]
pub(super) struct Files<'p> {
    list: FieldPath,
    name: &'p str,
    date: Option<&'p str>,
    rows: Vec<File>,
}

impl<'p> Files<'p> {
    /// The rows of a list whose members have their name, and perhaps their day, under these keys.
    pub(super) fn of(draft: &Draft<'_>, list: &str, name: &'p str, date: Option<&'p str>) -> Self {
        let list = FieldPath::parse(list);
        let members = draft.at(&list).map_or(&[][..], Node::members);
        let day = |at: usize| date.and_then(|key| draft.day_at(&list.index(at).key(key)));
        let row = |(at, one): (usize, &Node)| File {
            at,
            name: one.get(name).map(shown).unwrap_or_default(),
            date: day(at),
        };
        let rows = members.iter().enumerate().map(row).collect();
        Self { list, name, date, rows }
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &File> {
        self.rows.iter().filter(move |file| file.name == name)
    }

    /// Whether a file is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.named(name).next().is_some()
    }

    /// Of the files of a name the one of the earliest day; one without a day only if none has any.
    pub(super) fn earliest(&self, name: &str) -> Option<&File> {
        let dated = self.named(name).filter(|file| file.date.is_some());
        dated.min_by_key(|file| file.date).or_else(|| self.named(name).next())
    }

    /// Of the files of a name the last that was there on a day.
    pub(super) fn latest_until(&self, name: &str, day: NaiveDate) -> Option<&File> {
        let until = self.named(name).filter(|file| file.date.is_some_and(|date| date <= day));
        until.max_by_key(|file| file.date)
    }

    /// Where the name of a file stands.
    pub(super) fn name_of(&self, file: &File) -> Place {
        Place::value(self.list.index(file.at).key(self.name))
    }

    /// Where the day of a file stands.
    pub(super) fn day_of(&self, file: &File) -> Place {
        Place::value(self.list.index(file.at).key(self.date.unwrap_or(self.name)))
    }
}
