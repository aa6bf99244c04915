//! What a case file says.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::world::{Found, Unread, World};
use crate::calendar::Calendar;
use crate::draft::Draft;
use crate::draft::keys::case as keys;
use crate::kind::Role;
use crate::procedure::{Procedure, Step};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::Bahasa;
use crate::words::{Argument, Phrase, case as say};

/// A case with the procedure that it follows.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The procedure.
    pub procedure: Procedure,
    /// The days by which its time is counted.
    pub calendar: Calendar,
    /// The language in which the case is told.
    pub language: Bahasa,
    /// Where its steps stand.
    pub steps: FieldPath,
    /// What the case is about.
    pub title: Option<String>,
    /// The parties by their names, with the place of each.
    pub parties: Vec<(FieldPath, String)>,
    /// When the first step may begin, with its place.
    pub start: Option<(FieldPath, NaiveDate)>,
    /// When the document is or will be signed, with its place.
    pub signing: Option<(FieldPath, NaiveDate)>,
    /// The steps that it tells of, in the order of the text.
    pub entries: Vec<Entry>,
    /// Who plays which actor, by the folded name.
    pub players: BTreeMap<String, String>,
}

/// A step that a case tells of.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Where it stands.
    pub path: FieldPath,
    /// The number that it gives.
    pub number: String,
    /// Which step of the procedure it is.
    pub step: Option<usize>,
    /// When what it works on was received, from which its time counts.
    pub received: Option<NaiveDate>,
    /// When it was reached.
    pub reached: Option<NaiveDate>,
    /// Who acted, with the place of each.
    pub actors: Vec<(FieldPath, String)>,
    /// What was decided.
    pub answer: Option<String>,
    /// Why it does not apply.
    pub waived: Option<String>,
    /// What was made.
    pub outputs: Vec<Paper>,
    /// What lay on the table.
    pub needs: Vec<Paper>,
}

/// A paper of a step.
#[derive(Clone, Debug)]
pub(crate) struct Paper {
    /// Where it stands.
    pub path: FieldPath,
    /// What it is.
    pub name: String,
    /// Its number.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// The file with it.
    pub file: Option<String>,
}

/// Why the procedure or the calendar of a case file cannot be used: where, what, and what to do.
pub(crate) type CaseFault = (FieldPath, Phrase, Phrase);

impl Case {
    /// Reads a case file; `None` for a draft that is none, or that names no procedure yet.
    ///
    /// # Errors
    /// A procedure or a calendar that cannot be used.
    pub(crate) fn read(draft: &Draft<'_>, world: World<'_>) -> Option<Result<Self, CaseFault>> {
        let facts = draft.facts();
        let name = facts.given(Role::Prosedur).map(str::trim).filter(|name| !name.is_empty())?;
        let (at, steps) = (facts.path(Role::Prosedur)?, facts.path(Role::Langkah)?);
        let procedure = match procedure(name, world) {
            Ok(procedure) => procedure,
            Err((what, how)) => return Some(Err((at, what, how))),
        };
        let calendar = match calendar(draft, &procedure, world) {
            Ok(calendar) => calendar,
            Err(fault) => return Some(Err(fault)),
        };
        let reader = Reader { draft, procedure: Some(&procedure) };
        let root = FieldPath::root();
        let parties = facts.parties().filter_map(|party| {
            let (path, name) = party.name()?;
            Some((path, name.trim().to_owned()))
        });
        let case = Self {
            language: draft.language(),
            steps: steps.clone(),
            title: facts.title().map(str::to_owned),
            parties: parties.collect(),
            start: reader.dated(&root, keys::START),
            signing: reader.dated(&root, keys::SIGNING),
            entries: reader.entries(&steps),
            players: reader.players(),
            calendar,
            procedure,
        };
        Some(Ok(case))
    }

    /// The entries of a step that were reached, in the order of the text.
    pub(crate) fn reached(&self, step: usize) -> impl Iterator<Item = (&Entry, NaiveDate)> {
        let of_step = self.entries.iter().filter(move |entry| entry.step == Some(step));
        of_step.filter_map(|entry| Some((entry, entry.reached?)))
    }

    /// Why a step does not apply, where the case says so.
    pub(crate) fn waived(&self, step: usize) -> Option<&Entry> {
        let mut of_step = self.entries.iter().filter(|entry| entry.step == Some(step));
        of_step.find(|entry| entry.waived.is_some())
    }

    /// The step of an entry.
    pub(crate) fn step_of(&self, entry: &Entry) -> Option<(usize, &Step)> {
        let at = entry.step?;
        Some((at, self.procedure.steps.get(at)?))
    }

    /// The step that gives an output, the first where several do.
    pub(crate) fn giver(&self, output: &str) -> Option<usize> {
        let gives = |step: &Step| step.outputs.iter().any(|one| one == output);
        self.procedure.steps.iter().position(gives)
    }

    /// The day of signing: what the case says of it, else when the step of signing was reached.
    pub(crate) fn signed(&self) -> Option<(FieldPath, NaiveDate)> {
        let step = || {
            let (entry, day) = self.reached(self.procedure.signing()).last()?;
            Some((entry.path.key(keys::REACHED), day))
        };
        self.signing.clone().or_else(step)
    }
}

/// A procedure of the program's, or an office's own beside the case file.
fn procedure(name: &str, world: World<'_>) -> Result<Procedure, (Phrase, Phrase)> {
    if let Some(known) = Procedure::embedded(name) {
        return Ok(known);
    }
    if std::path::Path::new(name).extension().is_none_or(|extension| extension != "toml") {
        let known: Vec<&str> = Procedure::names().collect();
        let all = Argument::list(&known, ", ");
        let how = match crate::text::nearest(name, known.iter().copied()) {
            Some(near) => say::procedure_perhaps(near, all),
            None => say::procedure_known(all),
        };
        return Err((say::procedure_unknown(name), how));
    }
    let unread = |reason: Unread| (say::procedure_unread(name, reason.fact()), say::path_fix());
    match super::outside(name).map_or_else(|| world.beside.find(name), Err) {
        Ok(Found::Text(file)) => Procedure::parse(file.text()).map_err(|fault| {
            (say::procedure_faulty(name, fault.to_string()), say::procedure_fix())
        }),
        Ok(Found::Pdf) => Err(unread(Unread::Form)),
        Err(reason) => Err(unread(reason)),
    }
}

/// The calendar of a procedure, with an office's own days over it.
fn calendar(
    draft: &Draft<'_>,
    procedure: &Procedure,
    world: World<'_>,
) -> Result<Calendar, CaseFault> {
    let calendar = Calendar::embedded(&procedure.calendar);
    let named = draft.root.get(keys::CALENDAR).and_then(Node::str).map(str::trim);
    let Some(name) = named.filter(|name| !name.is_empty()) else { return Ok(calendar) };
    let path = FieldPath::root().key(keys::CALENDAR);
    let unread =
        |reason: Unread| (path.clone(), say::calendar_unread(name, reason.fact()), say::path_fix());
    match super::outside(name).map_or_else(|| world.beside.find(name), Err) {
        Ok(Found::Text(file)) => calendar.with(file.text()).map_err(|fault| {
            let what = say::calendar_faulty(name, fault.to_string());
            (path.clone(), what, crate::words::timeline::calendar_fix())
        }),
        Ok(Found::Pdf) => Err(unread(Unread::Form)),
        Err(reason) => Err(unread(reason)),
    }
}

/// The steps that a case file tells of, where nobody can read its procedure.
#[cfg(feature = "render")]
pub(crate) fn entries(draft: &Draft<'_>) -> Vec<Entry> {
    let list = draft.facts().path(Role::Langkah);
    list.map_or_else(Vec::new, |list| Reader { draft, procedure: None }.entries(&list))
}

struct Reader<'a> {
    draft: &'a Draft<'a>,
    procedure: Option<&'a Procedure>,
}

impl Reader<'_> {
    fn dated(&self, at: &FieldPath, key: &str) -> Option<(FieldPath, NaiveDate)> {
        let path = at.key(key);
        let day = self.draft.day_at(&path)?;
        Some((path, day))
    }

    fn day(&self, at: &FieldPath, key: &str) -> Option<NaiveDate> {
        self.draft.day_at(&at.key(key))
    }

    fn members(&self, list: FieldPath) -> impl Iterator<Item = (FieldPath, &Node)> {
        let nodes = self.draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
        nodes.map(move |(at, node)| (list.index(at), node))
    }

    fn entries(&self, list: &FieldPath) -> Vec<Entry> {
        let tables = self.members(list.clone()).filter(|(_, node)| node.table().is_some());
        tables.map(|(path, node)| self.entry(path, node)).collect()
    }

    fn entry(&self, path: FieldPath, node: &Node) -> Entry {
        let number = number(node.get(keys::NUMBER));
        let actors = self.members(path.key(keys::ACTORS));
        let named = actors.filter_map(|(path, node)| Some((path, word(Some(node))?)));
        Entry {
            step: self.procedure.and_then(|procedure| procedure.at(&number)),
            received: self.day(&path, keys::RECEIVED),
            reached: self.day(&path, keys::REACHED),
            actors: named.collect(),
            answer: word(node.get(keys::ANSWER)),
            waived: word(node.get(keys::WAIVED)),
            outputs: self.papers(&path.key(keys::OUTPUTS)),
            needs: self.papers(&path.key(keys::NEEDS)),
            number,
            path,
        }
    }

    fn papers(&self, list: &FieldPath) -> Vec<Paper> {
        let tables = self.members(list.clone()).filter(|(_, node)| node.table().is_some());
        tables
            .map(|(path, node)| Paper {
                name: word(node.get(keys::NAME)).unwrap_or_default(),
                number: word(node.get(keys::NUMBER)),
                date: self.day(&path, keys::REACHED),
                file: word(node.get(keys::FILE)),
                path,
            })
            .collect()
    }

    fn players(&self) -> BTreeMap<String, String> {
        let players = self.members(FieldPath::root().key(keys::PLAYERS));
        let named = players.filter_map(|(_, node)| {
            Some((fold(&word(node.get(keys::NAME))?), word(node.get(keys::KEY))?))
        });
        named.collect()
    }
}

/// The number of a step, which people write with and without quotes.
fn number(node: Option<&Node>) -> String {
    match node.map(|node| &node.value) {
        Some(crate::source::node::Value::Integer(number)) => number.to_string(),
        _ => word(node).unwrap_or_default(),
    }
}

fn word(node: Option<&Node>) -> Option<String> {
    let text = node?.str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
