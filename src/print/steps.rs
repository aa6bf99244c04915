//! The steps of a case as the rows of its sheet: those of the procedure with their limits, and what the
//! case says of each.

use super::Maker;
use super::rows::{Cell, Row};
use super::run::Runs;
use super::value::Value;
use super::words::Setting;
use crate::case::{self, Case, Entry, Paper};
use crate::draft::keys::case as keys;
use crate::kind::{Field, Role};
use crate::source::path::FieldPath;
use crate::wording;

impl Maker<'_> {
    /// The rows of the steps, where the field is that of a case file.
    pub(super) fn steps(&self, field: &Field) -> Option<Vec<Row>> {
        if field.role != Some(Role::Langkah) {
            return None;
        }
        let Some(case) = self.case else {
            // What is typed is printed, also where nobody can read the procedure.
            let entries = case::entries(self.draft);
            let row = |entry: &Entry| self.unknown_step(None, entry);
            return Some(entries.iter().map(row).collect());
        };
        let mut rows = Vec::new();
        for (at, step) in case.procedure.steps.iter().enumerate() {
            let owners = case.procedure.owners(step).join(", ");
            let names = [step.activity.clone(), owners];
            let of_step: Vec<&Entry> =
                case.entries.iter().filter(|entry| entry.step == Some(at)).collect();
            if of_step.is_empty() {
                rows.push(self.step_row(names, Some(case), Some(at), None));
                continue;
            }
            let each = of_step.into_iter();
            rows.extend(
                each.map(|entry| self.step_row(names.clone(), Some(case), Some(at), Some(entry))),
            );
        }
        // What the procedure does not have is shown all the same.
        let unknown = case.entries.iter().filter(|entry| entry.step.is_none());
        rows.extend(unknown.map(|entry| self.unknown_step(Some(case), entry)));
        Some(rows)
    }

    fn unknown_step(&self, case: Option<&Case>, entry: &Entry) -> Row {
        self.step_row([entry.number.clone(), String::new()], case, None, Some(entry))
    }

    fn step_row(
        &self,
        [name, owners]: [String; 2],
        case: Option<&Case>,
        at: Option<usize>,
        entry: Option<&Entry>,
    ) -> Row {
        let clock = case.zip(at).and_then(|(case, at)| case.clock(at, entry));
        let due = clock.and_then(|clock| clock.due);
        let day = |day: Option<chrono::NaiveDate>| {
            let long = day.map(|day| wording::date_long(day, self.language));
            Cell::Text(Runs::words(long.unwrap_or_default()))
        };
        let actors = entry.map_or(&[][..], |entry| &entry.actors);
        let actors = match actors {
            [] => Cell::Text(Runs::words(owners)),
            named => cell(named.iter().filter_map(|(path, name)| {
                // Of a key of the procedure people read the name.
                let mut actors = case.into_iter().flat_map(|case| &case.procedure.actors);
                let known = actors.find(|actor| actor.key == *name);
                known.map_or_else(|| self.typed(path), |actor| Some(Runs::words(&actor.name)))
            })),
        };
        // The steps keep the numbers of the source, however often one was taken; what the procedure
        // does not have has its own in the next cell.
        let step = case.zip(at).and_then(|(case, at)| case.procedure.steps.get(at));
        Row {
            number: Some(step.map(|step| step.number.clone()).unwrap_or_default()),
            cells: vec![
                Cell::Text(Runs::words(name)),
                actors,
                day(due),
                day(entry.and_then(|entry| entry.reached)),
                entry.map_or_else(|| Cell::Text(Runs::default()), |entry| self.papers(entry)),
            ],
        }
    }

    /// What was made and what lay on the table, what was decided, and what else is said.
    fn papers(&self, entry: &Entry) -> Cell {
        let mut lines = Vec::new();
        for (head, papers) in [("Keluaran:", &entry.outputs), ("Kelengkapan:", &entry.needs)] {
            if !papers.is_empty() {
                lines.push(Runs::words(head));
            }
            lines.extend(papers.iter().flat_map(|paper| self.paper(paper)));
        }
        for (head, key) in [("Putusan:", keys::ANSWER), ("Tidak berlaku:", keys::WAIVED)] {
            if let Some(said) = self.typed(&entry.path.key(key)) {
                lines.extend([Runs::words(head), said]);
            }
        }
        let note = self.draft.at(&entry.path.key(super::keys::activity::NOTE));
        match note.map(|note| self.paragraphs(note, Setting::NARROW)) {
            Some(Value::Text(one)) => lines.push(one),
            Some(Value::Paragraphs { all }) => lines.extend(all),
            _ => {}
        }
        cell(lines)
    }

    fn paper(&self, paper: &Paper) -> Vec<Runs> {
        let date = paper.date.map(|day| Runs::words(wording::date_long(day, self.language)));
        let typed = [keys::NAME, keys::NUMBER].map(|key| self.typed(&paper.path.key(key)));
        typed.into_iter().flatten().chain(date).collect()
    }

    /// What somebody typed, letter by letter.
    fn typed(&self, path: &FieldPath) -> Option<Runs> {
        let text = self.draft.at(path)?.str()?;
        (!text.trim().is_empty()).then(|| self.runs(text, Setting::NARROW))
    }
}

fn cell(lines: impl IntoIterator<Item = Runs>) -> Cell {
    let mut lines: Vec<Runs> = lines.into_iter().collect();
    match lines.len() {
        0 | 1 => Cell::Text(lines.pop().unwrap_or_default()),
        _ => Cell::Paragraphs { all: lines },
    }
}
