//! The parties: names for the title, Roman numbers, and the sentence of the komparisi.

use serde::Serialize;

use super::basis::names_its_kind;
use super::keys::party as key;
use super::sentence::Sentence;
use super::value::{Record, Value};
use super::words::Setting;
use super::{Maker, keys};
use crate::kind::{Field, FieldType, Role};
use crate::source::node::Node;
use crate::text::stead::STEADS;
use crate::wording;

/// A party to an agreement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Party {
    /// What the draft says of it, but for what follows here.
    #[serde(flatten)]
    pub(crate) given: Record,
    /// Its place among the parties: `II`.
    #[serde(rename = "romawi")]
    pub(crate) numeral: String,
    /// Its name in the title of the document.
    #[serde(rename = "nama_judul")]
    pub(crate) title_name: Value,
    /// Who appears for it, from where and by which authority: the draft's own words or ours.
    #[serde(rename = "komparisi")]
    pub(crate) appearance: Value,
    /// The name of its group, above the first party of one; nothing where a group ends.
    #[serde(rename = "kelompok_judul", skip_serializing_if = "Option::is_none")]
    pub(crate) group_heading: Option<Value>,
}

impl Maker<'_> {
    /// The parties of the draft, in order.
    pub(super) fn root_parties(&self) -> &[Node] {
        self.draft.facts().node(Role::Pihak).map_or(&[][..], Node::members)
    }

    /// The parties as the field of that name prints.
    pub(super) fn parties(&self, field: &Field) -> Value {
        let node = self.draft.root.get(&field.key);
        let Some(list) = node.filter(|list| !list.is_empty() && is_list_of_tables(field)) else {
            return self.field(field, node);
        };
        let mut group = Value::Nothing;
        let parties = list.members().iter().enumerate().map(|(index, node)| {
            let party = self.party(field, node, index, &group);
            group = party.given.get(key::GROUP).cloned().unwrap_or(Value::Nothing);
            Value::Party(Box::new(party))
        });
        Value::List(parties.collect())
    }

    fn party(&self, field: &Field, node: &Node, index: usize, before: &Value) -> Party {
        let given =
            self.entries(field, node, |name| !matches!(name, key::TITLE_NAME | key::APPEARANCE));
        let group = given.get(key::GROUP).unwrap_or(&Value::Nothing);
        let last = index + 1 >= self.root_parties().len();
        Party {
            group_heading: (group != before).then(|| group.clone()),
            numeral: u32::try_from(index + 1).ok().and_then(wording::roman).unwrap_or_default(),
            title_name: self.title_name(field, node),
            appearance: self.appearance(field, node, last),
            given,
        }
    }

    /// The value of one field of a party, if its kind has the field.
    fn own(&self, field: &Field, node: &Node, name: &str) -> Value {
        let inner = self.draft.kind.record_fields(field).find(|inner| inner.key == name);
        inner.map_or(Value::Nothing, |inner| self.field(inner, node.get(name)))
    }

    fn title_name(&self, field: &Field, node: &Node) -> Value {
        match self.own(field, node, key::TITLE_NAME) {
            own if own.is_empty() => {
                Value::Text(self.runs(text(node, key::INSTITUTION), Setting::CAPITALS))
            }
            own => own,
        }
    }

    fn appearance(&self, field: &Field, node: &Node, last: bool) -> Value {
        match self.own(field, node, key::APPEARANCE) {
            Value::Nothing => Value::Text(self.sentence(self.appearing(node, last))),
            own => own,
        }
    }

    /// `Kepala …, berkedudukan di …, dalam hal ini bertindak untuk dan atas nama …, berdasarkan …,
    /// selanjutnya disebut PIHAK KESATU;` — what is not given is left out. The last of the parties ends
    /// the sentence.
    fn appearing(&self, node: &Node, last: bool) -> Sentence {
        let mut parts: Vec<Sentence> = Vec::new();
        parts.extend(posts(node));
        parts.extend(said_of("berkedudukan di ", node, key::ADDRESS));
        parts.extend(identities(node));
        parts.extend(self.acting(node));
        parts.extend(said_of("selanjutnya disebut ", node, key::LABEL));
        let end = if last { "." } else { ";" };
        if parts.is_empty() { Sentence::default() } else { Sentence::joined(parts, ", ").say(end) }
    }

    fn acting(&self, node: &Node) -> Option<Sentence> {
        let opening = "dalam hal ini bertindak untuk dan atas nama ";
        let acting = said_of(opening, node, key::INSTITUTION)?;
        let authority = self.authority(node);
        if authority.is_empty() {
            return Some(acting);
        }
        Some(acting.say(" berdasarkan ").then(authority))
    }

    /// The decrees and powers that the officials act under.
    fn authority(&self, node: &Node) -> Sentence {
        let sources = node.get(key::AUTHORITY).map_or(&[][..], Node::members).iter();
        let power = node.get(key::POWER).filter(|node| !node.is_empty());
        let all = sources.map(|one| self.citation(one)).chain(power.map(|node| self.power(node)));
        let mut all: Vec<Sentence> = all.filter(|sentence| !sentence.is_empty()).collect();
        match all.pop() {
            Some(last) if !all.is_empty() => Sentence::joined(all, ", ").say(" dan ").then(last),
            last => last.unwrap_or_default(),
        }
    }

    fn power(&self, node: &Node) -> Sentence {
        let citation = self.citation(node);
        if names_its_kind(node) {
            return citation;
        }
        Sentence::default().say("Surat Kuasa ").then(citation)
    }
}

fn is_list_of_tables(field: &Field) -> bool {
    matches!(field.field_type(), FieldType::Daftar(inner)
        if matches!(**inner, FieldType::Record(_)))
}

fn text<'a>(node: &'a Node, key: &str) -> &'a str {
    node.get(key).and_then(Node::str).unwrap_or_default().trim()
}

/// Words of ours and what stands in a field; `None` without it.
fn said_of(words: &str, node: &Node, key: &str) -> Option<Sentence> {
    let value = text(node, key);
    (!value.is_empty()).then(|| Sentence::default().say(words).value(value))
}

/// The posts of the officials: `Kepala …; Plt. Sekretaris …`
fn posts(node: &Node) -> Option<Sentence> {
    let officials = node.get(keys::party::OFFICIALS).map_or(&[][..], Node::members);
    let posts: Vec<Sentence> = officials.iter().filter_map(post).collect();
    (!posts.is_empty()).then(|| Sentence::joined(posts, "; "))
}

fn post(official: &Node) -> Option<Sentence> {
    let stead = official.get(key::ACTING).and_then(Node::str);
    let acting = STEADS.iter().find(|(name, _)| stead == Some(name)).map_or("", |(_, mark)| mark);
    said_of(acting, official, key::POST)
}

/// `NPWP 01.234…`, `Telepon …`: what else tells who the party is.
fn identities(node: &Node) -> impl Iterator<Item = Sentence> {
    let entries = node.get(key::IDENTITY).map_or(&[][..], Node::members).iter();
    entries.filter(|entry| !text(entry, key::TEXT).is_empty()).map(|entry| {
        let words = [text(entry, key::NAME), text(entry, key::TEXT)].into_iter();
        Sentence::joined(words.filter(|word| !word.is_empty()).map(Sentence::of), " ")
    })
}
