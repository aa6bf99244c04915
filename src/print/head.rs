//! What a document is: its names, its title, what tells it from others, its day.

use chrono::NaiveDate;
use serde::Serialize;

use super::keys::{party, root};
use crate::draft::{self, Draft, body, inline};
use crate::source::node::Node;
use crate::wording::Bahasa;

/// What a document is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Its name in the title: `PERJANJIAN KERJA SAMA`.
    #[serde(rename = "nama")]
    pub name: String,
    /// Its name in running text: `Perjanjian Kerja Sama`.
    #[serde(rename = "sebutan")]
    pub spoken_name: String,
    /// Whether every page says that it is a draft.
    #[serde(rename = "rancangan")]
    pub watermark: bool,
    /// The title of the document as its properties give it.
    #[serde(rename = "judul_dok")]
    pub title: String,
    /// The language it is written in, by its code.
    #[serde(rename = "bahasa")]
    pub language: &'static str,
    /// Its kind.
    #[serde(rename = "jenis")]
    pub kind: String,
    /// What makes it this document and no other: kind, title and numbers.
    #[serde(skip)]
    pub identity: String,
    /// Its day, where it has one.
    #[serde(skip)]
    pub date: Option<NaiveDate>,
}

impl Head {
    pub(super) fn new(draft: &Draft<'_>, watermark: bool) -> Self {
        let given = draft.root.get(root::OTHER_NAME).and_then(Node::str);
        let name = given.filter(|name| !name.trim().is_empty()).unwrap_or(&draft.kind.name);
        Self {
            name: shown(name).to_uppercase(),
            spoken_name: shown(&draft::spoken_name(draft.kind, &draft.root)),
            watermark,
            title: title(draft),
            language: match draft.language() {
                Bahasa::Indonesia => "id",
                Bahasa::Melayu => "ms",
            },
            kind: draft.kind.id.clone(),
            identity: identity(draft),
            date: draft.date(),
        }
    }
}

fn shown(text: &str) -> String {
    inline::plain(&body::squeeze(text))
}

/// The title of a document as its properties give it.
pub fn title(draft: &Draft<'_>) -> String {
    let spoken = draft::spoken_name(draft.kind, &draft.root);
    let subject = root::SUBJECTS
        .iter()
        .filter_map(|key| draft.root.get(key)?.str())
        .map(inline::plain)
        .find(|text| !text.trim().is_empty());
    let text = match subject {
        Some(subject) => format!("{spoken}: {}", subject.trim()),
        None => spoken,
    };
    // Document properties are shown by programs that know no fonts of ours.
    text.chars().filter(|c| !c.is_control()).collect()
}

fn identity(draft: &Draft<'_>) -> String {
    let mut parts = vec![draft.kind.id.clone(), title(draft)];
    let text = |node: Option<&Node>| node.and_then(Node::str).map(str::to_owned);
    parts.extend(root::NUMBERS.iter().filter_map(|key| text(draft.root.get(key))));
    for party in draft.root.get(root::PARTIES).map_or(&[][..], Node::members) {
        parts.extend(text(party.get(party::NUMBER)));
    }
    parts.join("\u{1f}")
}
