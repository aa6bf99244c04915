//! What a document is about, for registers and whoever signs it electronically.

use chrono::NaiveDate;
use serde::Serialize;

use crate::draft::keys::term;
use crate::draft::{Draft, Facts, inline};
use crate::kind::Role;
use crate::source::node::Node;

/// What a document is about. What the draft leaves open is absent.
#[derive(Clone, Debug, Serialize)]
pub struct Particulars {
    kind: String,
    numbers: Vec<String>,
    date: Option<NaiveDate>,
    subject: Option<String>,
    parties: Vec<Party>,
    term: Option<Term>,
}

/// A party, with the number that it gave the document.
#[derive(Clone, Debug, Serialize)]
struct Party {
    label: Option<String>,
    name: Option<String>,
    number: Option<String>,
}

/// How long the document holds, as its draft says: the event or the day from which, the length, the
/// last day.
#[derive(Clone, Debug, Serialize)]
struct Term {
    start: Option<String>,
    length: Option<String>,
    end: Option<NaiveDate>,
}

impl Particulars {
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        let facts = draft.facts();
        let party = |party: crate::draft::Party<'_>| Party {
            label: party.label().and_then(said),
            name: party.name().and_then(|(_, name)| said(name)),
            number: party.number().and_then(said),
        };
        Self {
            kind: draft.kind.id.clone(),
            numbers: facts.numbers().filter_map(said).collect(),
            date: facts.date(),
            subject: facts.title().and_then(said),
            parties: facts.parties().map(party).collect(),
            term: term_of(draft, facts),
        }
    }
}

fn term_of(draft: &Draft<'_>, facts: Facts<'_>) -> Option<Term> {
    let path = facts.path(Role::JangkaWaktu)?;
    let node = facts.node(Role::JangkaWaktu)?;
    let word = |key: &str| node.get(key).and_then(Node::str).and_then(said);
    let day = |key: &str| draft.day_at(&path.clone().key(key));
    let start = day(term::START).map(|day| day.to_string()).or_else(|| word(term::START));
    let (length, end) = (word(term::LENGTH), day(term::END));
    (start.is_some() || length.is_some() || end.is_some()).then_some(Term { start, length, end })
}

/// A text as it is printed; nothing where it is empty.
fn said(text: &str) -> Option<String> {
    let plain = inline::plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty()).then_some(plain)
}
