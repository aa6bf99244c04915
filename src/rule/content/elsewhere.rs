//! Contents that stand outside the articles that claim them.

use super::statement::{self, Statement, Statements};
use super::words::EXPRESSIONS;
use super::{Contents, Said, Wanted, sides, weigh};
use crate::finding::Place;
use crate::kind::{Field, FieldType, Role};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;

impl<'a> Contents<'a> {
    /// Whether a text that goes on with an earlier one leaves the content as it was there.
    pub(super) fn carried_on(&self, wanted: Wanted<'_>) -> bool {
        wanted.field.said_itself != Some(true)
            && *self.goes_on.get_or_init(|| self.leaves_the_rest())
    }

    fn leaves_the_rest(&self) -> bool {
        let earlier = self.draft.facts().node(Role::Pendahulu);
        earlier.is_some_and(|node| !node.is_empty())
            && self.any(|one| EXPRESSIONS.going_on.matches(&one.whole))
    }

    /// Whether some sentence says a content as such, wherever it stands.
    pub(super) fn said_as_such(&self, wanted: Wanted<'_>) -> bool {
        if wanted.of_each_party() {
            return self.divided(wanted);
        }
        let Some(sign) = wanted.evidence().and_then(|evidence| evidence.as_such.as_ref()) else {
            return self.annexed(wanted);
        };
        let says = |one: &Statement| weigh::is_kept(wanted, one) && weigh::tells(wanted, one, sign);
        self.any(says) || self.annexed(wanted)
    }

    /// Whether articles that may do so give each party its part.
    fn divided(&self, wanted: Wanted<'_>) -> bool {
        let Some(sign) = wanted.evidence().and_then(|evidence| evidence.as_such.as_ref()) else {
            return false;
        };
        let homes = self.sections().filter(|(at, _)| self.may_carry(*at));
        let mut homes =
            homes.map(|(at, section)| weigh::kept(wanted, self.statements(at, section)));
        homes.any(|said| {
            let said = said.into_iter().map(|one| one.whole.as_str());
            let duties: Vec<&str> = said.filter(|text| sign.matches(text)).collect();
            let each = duties.iter().any(|text| EXPRESSIONS.each.matches(text));
            each || sides::named(self.labels(), &duties) > 1
        })
    }

    /// Whether an annex that is part of the text has it under its heading.
    fn annexed(&self, wanted: Wanted<'_>) -> bool {
        let annexes = self.draft.facts().node(Role::Lampiran);
        let annexes = annexes.map_or(&[][..], Node::members).iter();
        let mut own = annexes.filter(|annex| {
            let heading = annex.get("judul").and_then(Node::str).unwrap_or_default();
            self.heading(heading).says(wanted.name) >= Some(Said::InPart)
        });
        own.any(|annex| !weigh::kept(wanted, &said_in(annex)).is_empty())
            && self.any(|one| EXPRESSIONS.annex.matches(&one.whole))
    }

    /// The sentence that seems to speak of a content.
    pub(super) fn spoken_of(&self, wanted: Wanted<'_>) -> Option<Place> {
        let sign = wanted.field.signs.as_ref()?;
        let homes = self.sections().filter(|(at, _)| self.may_carry(*at));
        let found = homes.map(|(at, section)| {
            let said = self.statements(at, section).iter();
            let mut said = said.filter(|one| !one.is_hollow && !weigh::is_denying(&one.own));
            let spoken = said.find(|one| weigh::tells(wanted, one, sign))?;
            Some(self.place(&section.text_path, spoken))
        });
        let outside = self.outside().map(|(path, text)| {
            let said = statement::of_text(text);
            let spoken = said.iter().find(|one| weigh::tells(wanted, one, sign))?;
            Some(self.place(&path, spoken))
        });
        found.chain(outside).flatten().next()
    }

    /// Whether an article may carry what is not its own: a free one, one that carries a mandatory
    /// content already, and those of all sorts. "PIHAK yang mengalami keadaan kahar wajib …" divides
    /// no powers.
    fn may_carry(&self, at: usize) -> bool {
        let own = self.own.get(at).copied().flatten();
        own.is_none_or(|field| field.carries.is_some() || field.of_all_sorts == Some(true))
    }

    /// Whether some sentence of an article, or of a paragraph outside them, is such.
    fn any(&self, is: impl Fn(&Statement) -> bool) -> bool {
        self.sections().any(|(at, section)| self.statements(at, section).iter().any(|one| is(one)))
            || self.outside().any(|(_, text)| statement::of_text(text).iter().any(|one| is(one)))
    }

    /// The paragraphs of the root, such as recitals and introductions.
    fn outside(&self) -> impl Iterator<Item = (FieldPath, &'a str)> {
        let paragraphs = |field: &&Field| *field.field_type().member() == FieldType::Paragraf;
        let fields = self.draft.kind.fields.iter().filter(paragraphs);
        fields.flat_map(|field| {
            let path = FieldPath::root().key(&field.key);
            let node = self.draft.root.get(&field.key);
            texts(path, node)
        })
    }

    /// Where a sentence stands in the text at a path.
    fn place(&self, path: &FieldPath, said: &Statement) -> Place {
        let Some(node) = self.draft.at(path) else {
            return Place::value(path.parent().unwrap_or_default());
        };
        let mut strings = texts(path.clone(), Some(node)).into_iter();
        let found = strings.find_map(|(path, text)| {
            let span = loosely(text, &said.own)?;
            Some(Place::within(path, span))
        });
        found.unwrap_or_else(|| Place::value(path.clone()))
    }
}

/// The text of an annex and the rows of its tables, as sentences.
fn said_in(annex: &Node) -> Statements {
    let text = annex.get("isi").into_iter();
    let tables = annex.get("tabel").map_or(&[][..], Node::members).iter();
    let rows = tables.filter_map(|table| table.get("baris")).flat_map(statement::of_rows);
    text.flat_map(statement::of_node).chain(rows).collect()
}

fn texts(path: FieldPath, node: Option<&Node>) -> Vec<(FieldPath, &str)> {
    match node.map(|node| &node.value) {
        Some(Value::String(text)) => vec![(path, text)],
        Some(Value::Array(list)) => {
            let members = list.iter().enumerate();
            members.flat_map(|(at, one)| texts(path.index(at), Some(one))).collect()
        }
        _ => Vec::new(),
    }
}

/// Where words stand in a text, whatever its case and blanks.
fn loosely(text: &str, words: &str) -> Option<std::ops::Range<usize>> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.into_iter().find_map(|start| Some(start..start + matching(text.get(start..)?, words)?))
}

/// How many bytes at the head of a text the words take.
fn matching(text: &str, words: &str) -> Option<usize> {
    let mut wanted = words.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if wanted.peek().is_none() {
            break;
        }
        if c.is_whitespace() {
            if end == 0 {
                return None;
            }
            continue;
        }
        if !c.to_lowercase().eq(wanted.next()) {
            return None;
        }
        end = at + c.len_utf8();
    }
    wanted.peek().is_none().then_some(end)
}
