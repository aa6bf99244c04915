//! How much the text of an article says of a content.

use std::borrow::Cow;
use std::rc::Rc;

use super::statement::{self, Cut, Statement, Statements};
use super::words::EXPRESSIONS;
use super::{Contents, Doubt, Substance, Wanted, sides};
use crate::draft::Draft;
use crate::draft::keys::article;
use crate::draft::outline::Section;
use crate::kind::Role;
use crate::kind::evidence::Sign;
use crate::source::node::{Node, Value};

/// How much a text says of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Nothing that is printed, or only that it will be said elsewhere.
    Nothing,
    /// Something, but perhaps not this.
    Doubtful(Doubt),
    /// Something; what such a text must say the kind does not know.
    Anything,
    /// What such a text must say.
    Holds,
    /// The content as such.
    AsSuch,
}

/// The sentences that an article prints: its text in both languages and the rows of its tables.
pub(super) fn printed(draft: &Draft<'_>, section: &Section) -> Statements {
    // What an article without a text of its own says is made of other facts.
    let own = draft.at(&section.text_path).and_then(Node::str);
    let own = own.filter(|_| !section.body.blocks.is_empty()).map(statement::of_text);
    let own = own.filter(|said| !said.is_empty());
    let mut said = own.unwrap_or_else(|| statement::of_body(&section.body));
    let fields = draft.kind.field(&section.name).into_iter();
    let facts = fields.flat_map(|field| draft.kind.record_fields(field));
    let tables =
        facts.filter(|field| matches!(field.role, Some(Role::Tabel | Role::RencanaKegiatan)));
    let node = draft.at(&section.path);
    let second = node.and_then(|node| node.get(article::SECOND_TEXT));
    said.extend(second.into_iter().flat_map(statement::of_node));
    let lists = tables.filter_map(|field| node?.get(&field.key));
    said.extend(lists.flat_map(statement::of_rows));
    said
}

/// Whether a text is yet to be filled in, as the signs of blanks in it tell.
pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::String(text) => BLANKS.iter().any(|sign| has(text, sign)),
        Value::Array(list) => list.iter().any(is_blank),
        Value::Table(table) => table.0.iter().any(|entry| is_blank(&entry.node)),
        _ => false,
    }
}

/// Most texts have not even the first byte of such a sign.
fn has(text: &str, sign: &str) -> bool {
    let first = sign.as_bytes().first().copied().unwrap_or_default();
    memchr::memchr(first, text.as_bytes())
        .is_some_and(|at| text.get(at..).is_some_and(|rest| rest.contains(sign)))
}

/// Signs of blanks, which are found wherever they stand.
const BLANKS: [&str; 3] = ["…", "....", "____"];

/// Whether a sentence says nothing.
pub(super) fn is_hollow(own: &str) -> bool {
    EXPRESSIONS.hollow.matches(own)
}

/// Whether a sentence leaves its matter to another day, or says that it does not deal with it.
pub(super) fn is_deferring(own: &str) -> bool {
    is_denying(own) || EXPRESSIONS.deferring.matches(own)
}

/// Whether a sentence says that its matter is not dealt with.
pub(super) fn is_denying(own: &str) -> bool {
    EXPRESSIONS.denying.matches(own) && !EXPRESSIONS.affirming.matches(own)
}

/// Whether a sentence says something of a content now.
pub(super) fn is_kept(wanted: Wanted<'_>, one: &Statement) -> bool {
    let to_come = || {
        let evidence = wanted.evidence().filter(|evidence| evidence.yet_to_come);
        let sign = evidence.and_then(|evidence| evidence.as_such.as_ref());
        sign.is_some_and(|sign| sign.matches(&one.whole))
    };
    !one.is_hollow && (!one.is_deferring || to_come())
}

/// What is said now of a content, with the words that lead into it.
pub(super) fn kept<'s>(wanted: Wanted<'_>, said: &'s [Rc<Statement>]) -> Vec<&'s Statement> {
    said.iter().map(AsRef::as_ref).filter(|one| is_kept(wanted, one)).collect()
}

/// What the strings below a value say now, each sentence in lower case.
pub(super) fn said_below(node: &Node) -> Vec<String> {
    now_below(node).iter().map(|one| one.whole.clone()).collect()
}

/// What they are about.
pub(super) fn substance_below(node: &Node) -> Substance {
    Substance::together(now_below(node).iter().map(|one| one.substance()))
}

fn now_below(node: &Node) -> Statements {
    let now = |one: &Rc<Statement>| !one.is_hollow && !one.is_deferring;
    match &node.value {
        Value::String(text) => statement::of_text(text).into_iter().filter(now).collect(),
        Value::Array(list) => list.iter().flat_map(now_below).collect(),
        Value::Table(table) => table.0.iter().flat_map(|entry| now_below(&entry.node)).collect(),
        _ => Vec::new(),
    }
}

impl Contents<'_> {
    /// How much sentences say of a content.
    pub(super) fn weigh(&self, wanted: Wanted<'_>, said: &[Rc<Statement>]) -> Weight {
        let own = kept(wanted, said);
        if own.is_empty() {
            return Weight::Nothing;
        }
        let evidence = wanted.evidence();
        let own: Vec<&Statement> =
            own.into_iter().filter(|one| says(&about(wanted, one))).collect();
        let tells = |sign: &Sign| own.iter().any(|one| tells(wanted, one, sign));
        let holds = evidence.and_then(|evidence| evidence.holds.as_ref());
        let as_such = evidence.and_then(|evidence| evidence.as_such.as_ref());
        let weight = if wanted.of_each_party() {
            let own: Vec<Rc<str>> = own.iter().map(|one| about(wanted, one)).collect();
            self.weigh_sides(&own.iter().map(AsRef::as_ref).collect::<Vec<_>>())
        } else if as_such.is_some_and(tells) {
            Weight::AsSuch
        } else if own.is_empty() {
            Weight::Doubtful(Doubt::OtherMatter)
        } else {
            match holds {
                None => Weight::Anything,
                Some(sign) if tells(sign) => Weight::Holds,
                Some(_) => Weight::Doubtful(Doubt::OtherMatter),
            }
        };
        let deferred = said.iter().any(|one| one.is_deferring);
        match weight {
            Weight::Doubtful(Doubt::OtherMatter) if deferred => Weight::Doubtful(Doubt::Deferred),
            weight => weight,
        }
    }

    fn weigh_sides(&self, own: &[&str]) -> Weight {
        let labels = self.labels();
        if own.iter().any(|text| EXPRESSIONS.together.matches(text)) {
            return Weight::Holds;
        }
        match sides::named(labels, own) {
            0 if own.is_empty() => Weight::Doubtful(Doubt::OtherMatter),
            named if named > 0 && named < labels.len() => Weight::Doubtful(Doubt::OneSided),
            0 => Weight::Anything,
            _ => Weight::Holds,
        }
    }
}

/// What remains of a sentence without what is about something else.
pub(super) fn about(wanted: Wanted<'_>, said: &Statement) -> Rc<str> {
    said.remains(cut(wanted), || remains(wanted, said).into())
}

/// Whether what remains of a sentence matches a sign.
pub(super) fn tells(wanted: Wanted<'_>, said: &Statement, sign: &Sign) -> bool {
    said.matches(cut(wanted), sign, || sign.matches(&about(wanted, said)))
}

/// What is about something else than a content.
fn cut(wanted: Wanted<'_>) -> Cut {
    let evidence = wanted.evidence();
    let own = evidence.and_then(|evidence| evidence.other.as_ref());
    (
        own.map_or(0, Sign::number),
        evidence.map_or_else(Vec::new, |evidence| evidence.others.clone()),
    )
}

fn remains<'s>(wanted: Wanted<'_>, said: &'s Statement) -> Cow<'s, str> {
    let evidence = wanted.evidence();
    let own = evidence.and_then(|evidence| evidence.other.as_ref());
    let shared = evidence.map_or(&[][..], |evidence| &evidence.others);
    let shared = shared.iter().map(|matter| EXPRESSIONS.other(*matter));
    let cut =
        own.into_iter().chain(shared).fold(Cow::Borrowed(said.whole.as_str()), |rest, sign| {
            match sign.cut(&rest) {
                Cow::Owned(left) => Cow::Owned(left),
                Cow::Borrowed(_) => rest,
            }
        });
    match cut {
        Cow::Owned(left) => Cow::Owned(EXPRESSIONS.foreign.cut(&left).into_owned()),
        Cow::Borrowed(_) => Cow::Borrowed(said.native()),
    }
}

/// Whether what remains still says something: a word or two left over do not.
fn says(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).nth(2).is_some()
}
