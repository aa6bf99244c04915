//! The sentences of a text as they are printed, without markers and emphasis, in lower case.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::Substance;
use super::weigh;
use super::words::EXPRESSIONS;
use crate::draft::body::{Block, Body};
use crate::draft::inline;
use crate::kind::evidence::{OtherMatter, Sign};
use crate::source::node::{Node, Value};
use crate::text::Known;

/// A sentence, or an item of a list.
#[derive(Debug)]
pub(super) struct Statement {
    /// Its own words.
    pub(crate) own: String,
    /// The same after the words that lead into its list.
    pub(crate) whole: String,
    /// Whether its own words say nothing.
    pub(super) is_hollow: bool,
    /// Whether they leave what they speak of to another day.
    pub(super) is_deferring: bool,
    /// What remains of the whole without foreign matters.
    native: OnceCell<String>,
    substance: OnceCell<Substance>,
    /// What remains of it for each content, by what is cut away.
    remains: Answers<Cut, Rc<str>>,
    /// Whether that matches a sign.
    matches: Answers<(Cut, u64), bool>,
}

/// What is cut away before a content is looked for: the sign of its own, and the matters it shares.
pub(super) type Cut = (u64, Vec<OtherMatter>);

/// Answers to what is asked of a sentence again and again; there are as many questions as contents.
type Answers<Q, A> = RefCell<Vec<(Q, A)>>;

fn answer<Q: PartialEq, A: Clone>(
    known: &Answers<Q, A>,
    question: Q,
    ask: impl FnOnce() -> A,
) -> A {
    let found = known.borrow().iter().find(|(one, _)| *one == question).map(|(_, a)| a.clone());
    found.unwrap_or_else(|| {
        let answer = ask();
        known.borrow_mut().push((question, answer.clone()));
        answer
    })
}

/// The statements of a text, read once of each.
pub(super) type Statements = Vec<Rc<Statement>>;

/// Those of a text that is read as a body.
struct OfText(Statements);

impl Statement {
    fn new(own: String, whole: String) -> Self {
        let (is_hollow, is_deferring) = (weigh::is_hollow(&own), weigh::is_deferring(&own));
        let (native, substance) = (OnceCell::new(), OnceCell::new());
        let (remains, matches) = (Answers::default(), Answers::default());
        Self { own, whole, is_hollow, is_deferring, native, substance, remains, matches }
    }

    /// The same; one that another text has as well is not weighed again.
    fn known(own: &str, whole: String) -> Rc<Self> {
        let known = Known::of(&whole);
        known.read_by(own.to_owned(), || Self::new(own.to_owned(), whole))
    }

    /// What remains of it without what is cut away for a content.
    pub(super) fn remains(&self, cut: Cut, ask: impl FnOnce() -> Rc<str>) -> Rc<str> {
        answer(&self.remains, cut, ask)
    }

    /// Whether that matches a sign.
    pub(super) fn matches(&self, cut: Cut, sign: &Sign, ask: impl FnOnce() -> bool) -> bool {
        answer(&self.matches, (cut, sign.number()), ask)
    }

    /// What the whole is about.
    pub(super) fn substance(&self) -> &Substance {
        self.substance.get_or_init(|| Substance::of_text(&self.whole))
    }

    /// The whole without matters that have articles of their own; asked for by each content.
    pub(super) fn native(&self) -> &str {
        self.native.get_or_init(|| EXPRESSIONS.foreign.cut(&self.whole).into_owned())
    }
}

/// The sentences of a text. A lead without items says nothing and is left out.
pub(super) fn of_body(body: &Body) -> Statements {
    let mut found = Vec::new();
    of_blocks(&body.blocks, "", &mut found);
    found
}

/// The sentences of a string.
pub(super) fn of_text(text: &str) -> Statements {
    Known::of(text).read(|| OfText(of_body(&Body::parse(text)))).0.clone()
}

/// The sentences of a value that is read as a body.
pub(super) fn of_node(node: &Node) -> Statements {
    node.str().map_or_else(|| of_body(&Body::read(node)), of_text)
}

/// The rows of a table of facts, each as a sentence of its words.
pub(super) fn of_rows(list: &Node) -> Statements {
    let rows = list.members().iter().map(|row| plain(&cells(row).join(" ")));
    let said = rows.filter(|row| row.chars().any(char::is_alphanumeric));
    said.map(|row| Statement::known(&row, row.clone())).collect()
}

fn cells(row: &Node) -> Vec<&str> {
    match &row.value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().flat_map(cells).collect(),
        Value::Table(table) => table.0.iter().flat_map(|entry| cells(&entry.node)).collect(),
        _ => Vec::new(),
    }
}

fn of_blocks(blocks: &[Block], lead: &str, found: &mut Statements) {
    let mut leads = String::new();
    for block in blocks {
        match block {
            Block::Heading(_) => {}
            Block::Paragraph(text) => {
                let text = plain(text);
                leads = joined(lead, last_sentence(&text));
                // What leads into a list is said by its items alone.
                let said = if text.ends_with(':') { before_last(&text) } else { text.as_str() };
                sentences(said, lead, found);
            }
            Block::List(list) => {
                let lead = if leads.is_empty() { lead } else { leads.as_str() };
                list.items.iter().for_each(|item| of_blocks(&item.blocks, lead, found));
            }
        }
    }
}

fn sentences(text: &str, lead: &str, found: &mut Statements) {
    for sentence in split(text).into_iter().filter(|one| !one.is_empty()) {
        found.push(Statement::known(sentence, joined(lead, sentence)));
    }
}

fn joined(lead: &str, text: &str) -> String {
    if lead.is_empty() { text.to_owned() } else { format!("{lead} {text}") }
}

/// Where sentences end: a full stop before a blank, unless what stands before it is an abbreviation.
fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let said = text.get(start..at).unwrap_or_default();
        let word = said.rsplit(' ').next().unwrap_or_default();
        if word.len() > 3 || word.ends_with(|c: char| c.is_ascii_digit() || c == ')') {
            found.push(said);
            start = at + 2;
        }
    }
    found.push(text.get(start..).unwrap_or_default());
    found
}

fn last_sentence(text: &str) -> &str {
    split(text).last().copied().unwrap_or_default()
}

fn before_last(text: &str) -> &str {
    text.strip_suffix(last_sentence(text)).unwrap_or_default().trim_end()
}

/// The words as they are printed, in lower case, with single blanks.
pub(super) fn plain(text: &str) -> String {
    let marked = text.contains('{').then(|| inline::plain(text));
    let text = marked.as_deref().unwrap_or(text);
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    if plain.is_ascii() {
        plain.make_ascii_lowercase();
        return plain;
    }
    plain.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(String, String)> {
        of_text(text).iter().map(|one| (one.own.clone(), one.whole.clone())).collect()
    }

    #[test]
    fn items_are_said_after_their_lead() {
        let text = "Kegiatan meliputi:\na. pelatihan;\nb. {miring:workshop}.\n";
        let pairs = [
            ("pelatihan;".to_owned(), "kegiatan meliputi: pelatihan;".to_owned()),
            ("workshop.".to_owned(), "kegiatan meliputi: workshop.".to_owned()),
        ];
        assert_eq!(said(text), pairs);
        assert_eq!(said("Kegiatan meliputi:"), []);
    }

    #[test]
    fn sentences_end_at_full_stops() {
        let text = "PT. Maju berlaku 2\u{a0}(dua) tahun. Pihak lain diam.";
        let own: Vec<String> = said(text).into_iter().map(|(own, _)| own).collect();
        assert_eq!(own, ["pt. maju berlaku 2 (dua) tahun", "pihak lain diam."]);
    }
}
