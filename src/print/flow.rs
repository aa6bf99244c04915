//! The sheet of a procedure: its steps as rows, and the flow chart that stands in the columns of those
//! who act.

mod drawing;

use serde::Serialize;

use super::Maker;
use super::keys::step as key;
use super::run::Runs;
use super::words::Setting;
use crate::draft::inline;
use crate::kind::Role;
use crate::procedure::flow::{Ends, Flow, Leg, Plan};
use crate::procedure::{Procedure, Step};
use crate::source::node::Node;

use drawing::Drawing;

/// The steps of a procedure with their flow chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Sheet {
    /// Who acts, a column each.
    #[serde(rename = "pelaku")]
    actors: Vec<Runs>,
    /// The steps.
    #[serde(rename = "langkah")]
    steps: Vec<Line>,
    /// The flow chart in the columns.
    #[serde(rename = "bagan")]
    drawing: Drawing,
    /// The same in one column, with its beginning and its end in rows of their own.
    #[serde(rename = "bagan_tunggal")]
    narrow: Drawing,
}

/// One of several procedures of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Part {
    #[serde(rename = "judul")]
    title: Runs,
    #[serde(rename = "alir")]
    sheet: Sheet,
}

/// A step as a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct Line {
    #[serde(rename = "nomor")]
    number: Runs,
    /// The stage, where it begins.
    #[serde(rename = "tahap")]
    stage: Runs,
    #[serde(rename = "pelaku")]
    actors: Vec<Runs>,
    #[serde(rename = "kegiatan")]
    activity: Runs,
    #[serde(rename = "kelengkapan")]
    needs: Vec<Runs>,
    #[serde(rename = "waktu")]
    time: Runs,
    #[serde(rename = "keluaran")]
    outputs: Vec<Runs>,
    #[serde(rename = "keterangan")]
    remarks: Vec<Runs>,
    #[serde(rename = "proses")]
    process: Runs,
    #[serde(rename = "dirujuk")]
    consulted: Vec<Runs>,
    #[serde(rename = "rujukan")]
    references: Vec<Runs>,
    /// Answers that no line can be drawn for, with where they lead.
    #[serde(rename = "lepas")]
    loose: Vec<Runs>,
}

/// A procedure as plain words, whether the draft brings it or the program.
#[derive(Debug, Default)]
struct Words {
    /// Key and name.
    actors: Vec<(String, String)>,
    steps: Vec<StepWords>,
}

#[derive(Debug, Default)]
struct StepWords {
    number: String,
    stage: String,
    actors: Vec<String>,
    activity: String,
    needs: Vec<String>,
    time: String,
    outputs: Vec<String>,
    remarks: Vec<String>,
    /// What is done in full, where the activity is short.
    process: String,
    consulted: Vec<String>,
    references: Vec<String>,
    /// Answer and number.
    decisions: Vec<(String, String)>,
}

impl Words {
    fn of_procedure(procedure: &Procedure) -> Self {
        let actors = procedure.actors.iter().map(|actor| (actor.key.clone(), actor.name.clone()));
        let step = |step: &Step| {
            let time = step.time.words(procedure.language());
            StepWords {
                number: step.number.clone(),
                stage: step.stage.clone().unwrap_or_default(),
                actors: step.actors.clone(),
                activity: step.activity.clone(),
                needs: step.brought.iter().chain(&step.needs).cloned().collect(),
                time: match &step.before {
                    Some(event) => format!("{time} sebelum {event}"),
                    None => time,
                },
                outputs: step.outputs.clone(),
                remarks: step.remarks.clone(),
                process: step.activity.clone(),
                consulted: Vec::new(),
                references: Vec::new(),
                decisions: step
                    .decisions
                    .iter()
                    .map(|one| (one.answer.clone(), one.to.clone()))
                    .collect(),
            }
        };
        Self { actors: actors.collect(), steps: procedure.steps.iter().map(step).collect() }
    }

    fn of_draft<'a>(actors: &'a [Node], steps: &'a [Node]) -> Self {
        let actor = |node: &Node| (text(node, key::KEY), text(node, key::NAME));
        let step = |(at, node): (usize, &Node)| {
            let number = text(node, key::NUMBER);
            let decisions = node.get(key::DECISIONS).map_or(&[][..], Node::members);
            StepWords {
                number: if number.is_empty() { (at + 1).to_string() } else { number },
                stage: text(node, key::STAGE),
                actors: texts(node, key::ACTORS),
                activity: text(node, key::ACTIVITY),
                needs: [texts(node, key::BROUGHT), texts(node, key::NEEDS)].concat(),
                time: text(node, key::TIME),
                outputs: texts(node, key::OUTPUTS),
                remarks: texts(node, key::REMARKS),
                process: Some(text(node, key::PROCESS))
                    .filter(|process| !process.is_empty())
                    .unwrap_or_else(|| text(node, key::ACTIVITY)),
                consulted: texts(node, key::CONSULTED),
                references: texts(node, key::REFERENCES),
                decisions: decisions
                    .iter()
                    .map(|one| (text(one, key::ANSWER), text(one, key::TO)))
                    .collect(),
            }
        };
        let tables = |list: &'a [Node]| list.iter().filter(|one| one.table().is_some());
        Self {
            actors: tables(actors).map(actor).collect(),
            steps: tables(steps).enumerate().map(step).collect(),
        }
    }

    fn flow(&self, keys: &[&str], ends: Ends, shown: impl Fn(&str) -> String) -> Flow {
        let answers: Vec<Vec<String>> = self
            .steps
            .iter()
            .map(|step| step.decisions.iter().map(|(answer, _)| shown(answer)).collect())
            .collect();
        let legs = self.steps.iter().zip(&answers).map(|(step, answers)| Leg {
            number: &step.number,
            actors: match keys {
                [one] => vec![*one],
                _ => step.actors.iter().map(String::as_str).collect(),
            },
            answers: answers
                .iter()
                .zip(&step.decisions)
                .map(|(answer, (_, to))| (answer.as_str(), to.as_str()))
                .collect(),
        });
        Flow::new(keys, &legs.collect::<Vec<_>>(), ends)
    }
}

impl Maker<'_> {
    /// The sheet of a kind that has steps.
    pub(super) fn flow(&self) -> Option<Sheet> {
        self.draft.kind.role(Role::Alur)?;
        let facts = self.draft.facts();
        let known = facts.given(Role::AlurBawaan).and_then(Procedure::embedded);
        let list = |role: Role| facts.node(role).map_or(&[][..], Node::members);
        Some(self.sheet(&match &known {
            Some(procedure) => Words::of_procedure(procedure),
            None => Words::of_draft(list(Role::Pelaku), list(Role::Alur)),
        }))
    }

    /// The sheets of a kind that may have several procedures, each under its title.
    pub(super) fn flows(&self) -> Vec<Part> {
        let facts = self.draft.facts();
        let parts = facts.node(Role::Rangkaian).map_or(&[][..], Node::members);
        let part = |node: &Node| {
            let known = Procedure::embedded(&text(node, key::KNOWN));
            let list = |key: &str| node.get(key).map_or(&[][..], Node::members);
            let words = match &known {
                Some(procedure) => Words::of_procedure(procedure),
                None => Words::of_draft(list(key::ACTORS), list(key::STEPS)),
            };
            let title = self.runs(&text(node, key::TITLE), Setting::NARROW);
            Part { title, sheet: self.sheet(&words) }
        };
        parts.iter().filter(|one| one.table().is_some()).map(part).collect()
    }

    fn sheet(&self, words: &Words) -> Sheet {
        let keys: Vec<&str> = words.actors.iter().map(|(key, _)| key.as_str()).collect();
        let plain = |text: &str| inline::plain(text);
        let several = words.flow(&keys, Ends::Steps, plain);
        let single = words.flow(&["semua"], Ends::Own, plain);
        Sheet {
            actors: words.actors.iter().map(|(_, name)| self.cell_of(name)).collect(),
            steps: (0..words.steps.len()).filter_map(|at| self.step(words, at)).collect(),
            drawing: Drawing::of(&Plan::new(&several, &drawing::columns(several.lanes)), &several),
            narrow: Drawing::of(&Plan::new(&single, &drawing::column()), &single),
        }
    }

    fn step(&self, words: &Words, at: usize) -> Option<Line> {
        let step = words.steps.get(at)?;
        let before = at.checked_sub(1).and_then(|before| words.steps.get(before));
        let goes_on = before.is_some_and(|before| before.stage == step.stage);
        let stands = |step: &StepWords| {
            step.actors.iter().any(|key| words.actors.iter().any(|(known, _)| known == key))
        };
        let drawn = |to: &str| {
            let mut others = words.steps.iter();
            stands(step) && others.any(|other| other.number == to && stands(other))
        };
        let loose = step.decisions.iter().filter(|(_, to)| !drawn(to));
        let name = |key: &String| {
            let known = words.actors.iter().find(|(known, _)| known == key);
            self.cell_of(known.map_or(key.as_str(), |(_, name)| name.as_str()))
        };
        let all = |texts: &[String]| texts.iter().map(|text| self.cell_of(text)).collect();
        Some(Line {
            number: self.cell_of(&step.number),
            stage: if goes_on { Runs::default() } else { self.cell_of(&step.stage) },
            actors: step.actors.iter().map(name).collect(),
            activity: self.cell_of(&step.activity),
            needs: all(&step.needs),
            time: self.cell_of(&step.time),
            outputs: all(&step.outputs),
            remarks: all(&step.remarks),
            process: self.cell_of(&step.process),
            consulted: all(&step.consulted),
            references: all(&step.references),
            loose: loose.map(|(answer, to)| self.cell_of(&format!("{answer}: {to}"))).collect(),
        })
    }

    fn cell_of(&self, text: &str) -> Runs {
        self.runs(text, Setting::NARROW)
    }
}

fn text(node: &Node, key: &str) -> String {
    node.get(key).and_then(Node::str).unwrap_or_default().trim().to_owned()
}

/// A list of texts, which may stand without brackets.
fn texts(node: &Node, key: &str) -> Vec<String> {
    let list = node.get(key).map_or(&[][..], Node::members);
    let texts = list.iter().filter_map(Node::str).map(str::trim);
    texts.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}
