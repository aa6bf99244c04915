//! The drafts that a case names, against the case and against each other: what one of them says of the
//! parties, the title, the numbers, the dates and the term, the others must not contradict.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::facts::{Account, Told};
use super::read::{Case, Entry, Paper};
use super::seen::{Seen, Topic, of_step};
use super::world::{Found, Judged, Unread, World};
use crate::draft;
use crate::draft::keys::case as keys;
use crate::finding::{Builtin, Fault, Hit, Place, Silence};
use crate::kind::Catalog;
use crate::procedure::Step;
use crate::source::path::FieldPath;
use crate::text::{fold, words};
use crate::wording::{self, Term};
use crate::words::{Phrase, case as say};

/// A draft with the step that it belongs to.
struct Document<'a> {
    entry: &'a Entry,
    step: &'a Step,
    paper: &'a Paper,
    file: &'a str,
    account: Account,
    made: bool,
}

/// What somebody said first of a matter.
struct First<T> {
    value: T,
    place: FieldPath,
    said_by: Phrase,
}

pub(super) fn seen(case: &Case, catalog: &Catalog, world: World<'_>) -> Vec<Seen> {
    let documents = documents(case, catalog, world);
    let judge = Judge { case, documents: &documents };
    let mut seen: Vec<Seen> = documents.iter().flat_map(|one| judge.alone(one)).collect();
    seen.extend(judge.titles());
    seen.extend(judge.parties());
    seen.extend(judge.terms());
    seen.extend(judge.numbers());
    seen.extend(judge.predecessors());
    seen
}

/// What is wrong with the files that a case names: not to be read, or drafts with errors.
pub(super) fn faults(case: &Case, catalog: &Catalog, world: World<'_>) -> Vec<Fault> {
    let mut told = BTreeSet::new();
    let mut faults = Vec::new();
    for (_, paper, file, _) in named(case) {
        let hit = Hit::at(Place::value(paper.path.key(keys::FILE)));
        match looked(file, catalog, world) {
            // Nobody is here who could know.
            Err(Unread::Unknown) => {}
            Err(reason) => {
                let what = say::document_unread(file, reason.fact());
                let hit = hit.word("kesalahan", what).word("perbaikan", reason.remedy());
                faults.push((Builtin::DocumentUnread, hit));
            }
            Ok(Found::Pdf) => {}
            // A draft that is named twice has its errors once.
            Ok(Found::Text(_)) if !told.insert(file) => {}
            Ok(Found::Text(_)) => faults.extend(faulty(world.beside.judged(file), file, hit)),
        }
    }
    faults
}

fn faulty(judged: Judged, file: &str, hit: Hit) -> Option<Fault> {
    let (line, rule, message) = judged.first.filter(|_| judged.errors > 0)?;
    let hit = hit.word("berkas", file).word("jumlah", judged.errors.to_string());
    let hit = hit.word("pertama", say::first_error(line.to_string(), message, rule));
    Some((Builtin::DocumentFaulty, hit))
}

/// What a file of a case is, looked at no further than to see what it is.
fn looked(file: &str, catalog: &Catalog, world: World<'_>) -> Result<Found, Unread> {
    let found = super::outside(file).map_or_else(|| world.beside.find(file), Err)?;
    if let Found::Text(source) = &found {
        let reading = draft::read(source.text(), catalog);
        match &reading.draft {
            Some(draft) if super::is_case(draft.kind) => return Err(Unread::Case),
            None if !reading.holes => return Err(Unread::NoDraft),
            _ => {}
        }
    }
    Ok(found)
}

/// What the files of a case say that nobody compares.
pub(super) fn silences(case: &Case, world: World<'_>) -> Vec<Silence> {
    let silent = |(_, paper, file, _): (&Entry, &Paper, &str, bool)| {
        let reason = match super::outside(file).map_or_else(|| world.beside.find(file), Err) {
            Ok(Found::Pdf) => say::pdf_not_read(),
            Err(Unread::Unknown) => say::unknown_here(),
            _ => return None,
        };
        Some(Silence::at(Place::value(paper.path.key(keys::FILE)), reason))
    };
    named(case).filter_map(silent).collect()
}

/// Every file that a case names, with its place and the paper that names it.
fn named(case: &Case) -> impl Iterator<Item = (&Entry, &Paper, &str, bool)> {
    case.entries.iter().flat_map(|entry| {
        let outputs = entry.outputs.iter().map(|paper| (paper, true));
        let papers = outputs.chain(entry.needs.iter().map(|paper| (paper, false)));
        papers.filter_map(move |(paper, made)| Some((entry, paper, paper.file.as_deref()?, made)))
    })
}

fn documents<'c>(case: &'c Case, catalog: &Catalog, world: World<'_>) -> Vec<Document<'c>> {
    let read = |(entry, paper, file, made): (&'c Entry, &'c Paper, &'c str, bool)| {
        let (_, step) = case.step_of(entry)?;
        if super::outside(file).is_some() {
            return None;
        }
        let Ok(Found::Text(source)) = world.beside.find(file) else { return None };
        let reading = draft::read(source.text(), catalog);
        let draft = reading.draft.filter(|draft| !reading.holes && !super::is_case(draft.kind))?;
        let account = Account::of(&draft, &source);
        Some(Document { entry, step, paper, file, account, made })
    };
    named(case).filter_map(read).collect()
}

struct Judge<'a> {
    case: &'a Case,
    documents: &'a [Document<'a>],
}

impl Document<'_> {
    fn place(&self) -> FieldPath {
        self.paper.path.key(keys::FILE)
    }

    fn source(&self, line: usize) -> Phrase {
        say::by_document(self.file, line.to_string())
    }

    /// Whether it stands for the agreement itself: neither one that extends, ends or changes it.
    fn is_agreement(&self) -> bool {
        self.account.agreement && self.account.predecessor.is_none()
    }
}

impl Judge<'_> {
    fn long(&self, day: NaiveDate) -> String {
        wording::date_long(day, self.case.language)
    }

    fn differs(
        &self,
        one: &Document<'_>,
        line: usize,
        matter: Phrase,
        said: String,
        first: &First<String>,
    ) -> Seen {
        let what =
            say::contradicts(matter, one.source(line), said, first.said_by.clone(), &first.value);
        let hit = Hit::at(Place::value(one.place()));
        let hit = hit.see(Place::value(first.place.clone()), say::other_said_here());
        let hit = of_step(hit, &self.case.procedure, one.step, what);
        // That two papers agree no clause says.
        let hit = Hit { clause: None, ..hit };
        Seen { topic: Topic::DokumenBerbeda, hit }
    }

    fn of_case(place: FieldPath, value: String) -> First<String> {
        First { value, place, said_by: say::by_case() }
    }

    fn of_document(one: &Document<'_>, line: usize, value: String) -> First<String> {
        First { value, place: one.place(), said_by: one.source(line) }
    }

    /// A draft against the paper that names it, and against its step.
    fn alone(&self, one: &Document<'_>) -> Vec<Seen> {
        [self.number(one), self.date(one), self.after_step(one), self.signed(one)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn number(&self, one: &Document<'_>) -> Option<Seen> {
        let wanted = one.paper.number.as_ref()?;
        let told = &one.account.numbers;
        let first = told.first()?;
        if told.iter().any(|number| bare(&number.value) == bare(wanted)) {
            return None;
        }
        let said: Vec<&str> = told.iter().map(|number| number.value.as_str()).collect();
        let case = Self::of_case(one.paper.path.key(keys::NUMBER), wanted.clone());
        Some(self.differs(one, first.line, say::matter_number(), said.join(", "), &case))
    }

    fn date(&self, one: &Document<'_>) -> Option<Seen> {
        let (wanted, told) = (one.paper.date?, one.account.date.as_ref()?);
        let case = Self::of_case(one.paper.path.key(keys::REACHED), self.long(wanted));
        let differs = wanted != told.value;
        differs
            .then(|| self.differs(one, told.line, say::matter_date(), self.long(told.value), &case))
    }

    /// A draft that is younger than the step which it was made in, or needed for.
    fn after_step(&self, one: &Document<'_>) -> Option<Seen> {
        let (reached, told) = (one.entry.reached?, one.account.date.as_ref()?);
        // The date of an agreement is that of its signing, whenever it was drawn up.
        let of_signing = one.account.agreement && !(one.step.signing && one.made);
        if told.value <= reached || of_signing || one.step.signing {
            return None;
        }
        let case = Self::of_case(one.entry.path.key(keys::REACHED), self.long(reached));
        Some(self.differs(one, told.line, say::matter_step_date(), self.long(told.value), &case))
    }

    /// The signed document against the day of signing.
    fn signed(&self, one: &Document<'_>) -> Option<Seen> {
        if !one.account.agreement || !one.made || !one.step.signing {
            return None;
        }
        let ((place, signed), told) = (self.case.signed()?, one.account.date.as_ref()?);
        let case = Self::of_case(place, self.long(signed));
        let said = || self.long(told.value);
        (told.value != signed && one.paper.date.is_none_or(|date| date == told.value))
            .then(|| self.differs(one, told.line, say::matter_signing(), said(), &case))
    }

    fn titles(&self) -> Vec<Seen> {
        let case = self
            .case
            .title
            .clone()
            .map(|title| Self::of_case(FieldPath::root().key("judul"), title));
        let told = self.documents.iter().filter(|one| one.is_agreement());
        let told = told.filter_map(|one| Some((one, one.account.title.clone()?)));
        self.compared(case, told, say::matter_title, |one, other| words(one) == words(other))
    }

    /// Each against what was said first.
    fn compared<'d>(
        &self,
        case: Option<First<String>>,
        told: impl Iterator<Item = (&'d Document<'d>, Told<String>)>,
        matter: fn() -> Phrase,
        same: impl Fn(&str, &str) -> bool,
    ) -> Vec<Seen> {
        let mut first = case;
        let mut seen = Vec::new();
        let mut files = BTreeSet::new();
        for (one, Told { value, line }) in told {
            if !files.insert(one.file) {
                continue;
            }
            match &first {
                Some(known) if !same(&known.value, &value) => {
                    seen.push(self.differs(one, line, matter(), value, known));
                }
                Some(_) => {}
                None => first = Some(Self::of_document(one, line, value)),
            }
        }
        seen
    }

    fn parties(&self) -> Vec<Seen> {
        let named = self.case.parties.iter().map(|(_, name)| name.clone());
        let named: Vec<String> = named.collect();
        let place = self.case.parties.first().map(|(path, _)| path.clone());
        let case = place.map(|place| Self::of_case(place, named.join("; ")));
        let told = self.documents.iter().filter(|one| one.account.agreement);
        let told = told.filter_map(|one| {
            let Told { value, line } = one.account.parties.clone()?;
            Some((one, Told { value: value.join("; "), line }))
        });
        let same = |one: &str, other: &str| names(one) == names(other);
        let mut seen = self.compared(case, told, say::matter_parties, same);
        seen.extend(self.documents.iter().filter_map(|one| self.partner(one, &named)));
        seen
    }

    /// A partner who is none of the parties.
    fn partner(&self, one: &Document<'_>, parties: &[String]) -> Option<Seen> {
        let told = one.account.partner.as_ref()?;
        let (place, _) = self.case.parties.first()?;
        let known = parties.iter().any(|party| name(party) == name(&told.value));
        let case = Self::of_case(place.clone(), parties.join("; "));
        (!known)
            .then(|| self.differs(one, told.line, say::matter_partner(), told.value.clone(), &case))
    }

    fn terms(&self) -> Vec<Seen> {
        let agreements = || self.documents.iter().filter(|one| one.account.predecessor.is_none());
        let language = self.case.language;
        let lengths = agreements().filter_map(|one| {
            let value = one.account.term.length?.words(language);
            Some((one, Told { value, line: one.account.term_line }))
        });
        let same = |one: &str, other: &str| same_length(one, other);
        let mut seen = self.compared(None, lengths, say::matter_length, same);
        let ends = agreements().filter(|one| !one.account.term.counted).filter_map(|one| {
            let value = self.long(one.account.term.end?);
            Some((one, Told { value, line: one.account.term_line }))
        });
        seen.extend(self.compared(None, ends, say::matter_end, |one, other| one == other));
        seen
    }

    /// The numbers of what is meant to be one agreement.
    fn numbers(&self) -> Vec<Seen> {
        let told = self.documents.iter().filter(|one| one.is_agreement());
        let told = told.filter_map(|one| {
            let line = one.account.numbers.first()?.line;
            let all: Vec<&str> =
                one.account.numbers.iter().map(|number| number.value.as_str()).collect();
            Some((one, Told { value: all.join("; "), line }))
        });
        let shares = |one: &str, other: &str| {
            let known: BTreeSet<String> = one.split("; ").map(bare).collect();
            other.split("; ").any(|number| known.contains(&bare(number)))
        };
        self.compared(None, told, say::matter_number, shares)
    }

    /// What a document says of the one that it extends, ends or changes, where the case has that one.
    fn predecessors(&self) -> Vec<Seen> {
        let Some(known) =
            self.documents.iter().find(|one| one.is_agreement() && one.account.finished)
        else {
            return Vec::new();
        };
        let after = self.documents.iter().filter(|one| one.account.predecessor.is_some());
        after.flat_map(|one| self.predecessor(one, known)).collect()
    }

    fn predecessor(&self, one: &Document<'_>, known: &Document<'_>) -> Vec<Seen> {
        let Some(Told { value: (numbers, date), line }) = &one.account.predecessor else {
            return Vec::new();
        };
        let mut seen = Vec::new();
        let own: Vec<String> = known.account.numbers.iter().map(|one| bare(&one.value)).collect();
        let strange = !own.is_empty() && !numbers.is_empty();
        if let Some(first) = known.account.numbers.first()
            && strange
            && !numbers.iter().any(|number| own.contains(&bare(number)))
        {
            let first = Self::of_document(known, first.line, first.value.clone());
            let said = numbers.join(", ");
            seen.push(self.differs(one, *line, say::matter_predecessor_number(), said, &first));
        }
        if let (Some(said), Some(told)) = (date, &known.account.date)
            && *said != told.value
        {
            let first = Self::of_document(known, told.line, self.long(told.value));
            let said = self.long(*said);
            seen.push(self.differs(one, *line, say::matter_predecessor_date(), said, &first));
        }
        seen
    }
}

/// A number as it is compared: blanks and case aside.
fn bare(number: &str) -> String {
    fold(number).replace(' ', "")
}

/// A name as it is compared: marks, case and the state at its end aside.
fn name(name: &str) -> Vec<String> {
    let mut words = words(name);
    while matches!(words.as_slice(), [_, .., one, two] if one == "republik" && two == "indonesia") {
        words.truncate(words.len() - 2);
    }
    words
}

/// Several names, in whichever order.
fn names(all: &str) -> BTreeSet<Vec<String>> {
    all.split("; ").map(name).collect()
}

/// Whether two lengths are one: "24 bulan" is "2 tahun".
fn same_length(one: &str, other: &str) -> bool {
    let term = |text: &str| wording::parse_term(text);
    let months = |term: Term| term.in_months();
    match (term(one), term(other)) {
        (Some(one), Some(other)) => {
            one == other || (months(one).is_some() && months(one) == months(other))
        }
        _ => one == other,
    }
}
