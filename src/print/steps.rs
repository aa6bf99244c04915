//! The steps of a case as the rows of its sheet: those of the procedure with their limits, and what the
//! case says of each.

use super::rows::{Cell, Row};
use super::run::Runs;
use super::words::Setting;
use super::{Maker, keys};
use crate::case::{Case, Entry, Paper};
use crate::kind::{Field, Role};
use crate::source::node::Node;
use crate::wording;

impl Maker<'_> {
    /// The rows of the steps, where the field is that of a case file.
    pub(super) fn steps(&self, field: &Field) -> Option<Vec<Row>> {
        if field.role != Some(Role::Langkah) {
            return None;
        }
        let Some(case) = self.case else { return Some(Vec::new()) };
        let mut rows = Vec::new();
        for (at, step) in case.procedure.steps.iter().enumerate() {
            let owners = case.procedure.owners(step).join(", ");
            let names = [format!("{}. {}", step.number, step.activity), owners];
            let of_step: Vec<&Entry> =
                case.entries.iter().filter(|entry| entry.step == Some(at)).collect();
            if of_step.is_empty() {
                rows.push(self.step_row(names, case, Some(at), None));
                continue;
            }
            let each = of_step.into_iter();
            rows.extend(
                each.map(|entry| self.step_row(names.clone(), case, Some(at), Some(entry))),
            );
        }
        // What the procedure does not have is shown all the same.
        let unknown = case.entries.iter().filter(|entry| entry.step.is_none());
        rows.extend(unknown.map(|entry| {
            self.step_row([entry.number.clone(), String::new()], case, None, Some(entry))
        }));
        Some(rows)
    }

    fn step_row(
        &self,
        [name, owners]: [String; 2],
        case: &Case,
        at: Option<usize>,
        entry: Option<&Entry>,
    ) -> Row {
        let clock = at.and_then(|at| case.clock(at, entry));
        let due = clock.and_then(|clock| clock.due);
        let day = |day: Option<chrono::NaiveDate>| {
            let long = day.map(|day| wording::date_long(day, self.language));
            Cell::Text(Runs::words(long.unwrap_or_default()))
        };
        let actors = entry.map_or(&[][..], |entry| &entry.actors);
        let actors = match actors {
            [] => Cell::Text(Runs::words(owners)),
            named => {
                // Of a key of the procedure people read the name.
                let name = |name: &'_ String| {
                    let mut actors = case.procedure.actors.iter();
                    let known = actors.find(|actor| actor.key == *name);
                    self.narrow(known.map_or(name, |actor| &actor.name))
                };
                cell(named.iter().map(|(_, one)| name(one)).collect())
            }
        };
        Row {
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
        for (head, said) in [("Putusan:", &entry.answer), ("Tidak berlaku:", &entry.waived)] {
            if let Some(said) = said {
                lines.extend([Runs::words(head), self.narrow(said)]);
            }
        }
        let note = self.draft.at(&entry.path.key(keys::activity::NOTE));
        let note = note.map_or(&[][..], Node::members).iter().filter_map(Node::str);
        lines.extend(note.filter(|text| !text.trim().is_empty()).map(|text| self.narrow(text)));
        cell(lines)
    }

    fn paper(&self, paper: &Paper) -> Vec<Runs> {
        let date = paper.date.map(|day| wording::date_long(day, self.language));
        let words = [Some(paper.name.clone()), paper.number.clone()];
        let words = words.into_iter().flatten().filter(|words| !words.is_empty());
        words.map(|words| self.narrow(&words)).chain(date.map(Runs::words)).collect()
    }

    fn narrow(&self, text: &str) -> Runs {
        self.runs(text, Setting::NARROW)
    }
}

fn cell(mut lines: Vec<Runs>) -> Cell {
    match lines.len() {
        0 | 1 => Cell::Text(lines.pop().unwrap_or_default()),
        _ => Cell::Paragraphs { all: lines },
    }
}
