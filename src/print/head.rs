//! What a document is: its names, its title, what tells it from others, its day.

use chrono::NaiveDate;
use serde::Serialize;

use super::keys::party;
use crate::draft::{Draft, body, inline};
use crate::kind::Role;
use crate::source::node::Node;
use crate::wording::Bahasa;

/// What a document is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Its name in the title: `PERJANJIAN KERJA SAMA`.
    #[serde(rename = "nama")]
    pub(crate) name: String,
    /// Its name in running text: `Perjanjian Kerja Sama`.
    #[serde(rename = "sebutan")]
    pub(crate) spoken_name: String,
    /// Whether every page says that it is a draft.
    #[serde(rename = "rancangan")]
    pub(crate) watermark: bool,
    /// The title of the document as its properties give it.
    #[serde(rename = "judul_dok")]
    pub(crate) title: String,
    /// The language it is written in, by its code.
    #[serde(rename = "bahasa")]
    pub(crate) language: &'static str,
    /// Its kind.
    #[serde(rename = "jenis")]
    pub(crate) kind: String,
    /// What makes it this document and no other: kind, title and numbers.
    #[serde(skip)]
    pub(crate) identity: String,
    /// Its day, where it has one.
    #[serde(skip)]
    pub(crate) date: Option<NaiveDate>,
}

impl Head {
    pub(super) fn new(draft: &Draft<'_>, watermark: bool) -> Self {
        let given = draft.facts().given(Role::NamaNaskah);
        let name = given.filter(|name| !name.trim().is_empty()).unwrap_or(&draft.kind.name);
        Self {
            name: shown(name).to_uppercase(),
            spoken_name: shown(&draft.facts().spoken_name()),
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
    let spoken = draft.facts().spoken_name();
    let text = match draft.facts().title().map(inline::plain) {
        Some(subject) => format!("{spoken}: {}", subject.trim()),
        None => spoken,
    };
    // Document properties are shown by programs that know no fonts of ours.
    text.chars().filter(|c| !c.is_control()).collect()
}

fn identity(draft: &Draft<'_>) -> String {
    let mut parts = vec![draft.kind.id.clone(), title(draft)];
    parts.extend(draft.facts().numbers().map(str::to_owned));
    let parties = draft.facts().node(Role::Pihak).map_or(&[][..], Node::members);
    let numbers = parties.iter().filter_map(|party| party.get(party::NUMBER)?.str());
    parts.extend(numbers.map(str::to_owned));
    parts.join("\u{1f}")
}
