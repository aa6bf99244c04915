//! The standard wording of an article that gives facts and no text.

use super::body::Body;
use super::values::Values;
use crate::kind::{Field, Kind};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::wording;

/// The facts of an article in its draft.
pub(super) struct Facts<'a> {
    pub kind: &'a Kind,
    pub root: &'a Node,
    pub values: &'a Values,
    /// The article.
    pub node: &'a Node,
    /// Where it stands.
    pub path: &'a FieldPath,
}

/// The sentences that the facts allow; a sentence that lacks a fact is left out.
pub(super) fn body(field: &Field, facts: &Facts<'_>) -> Body {
    let sentences = field.standard.iter().flatten();
    let said = sentences.filter_map(|sentence| facts.fill(sentence));
    let nodes = said.map(|text| Node { span: 0..0, value: Value::String(text) }).collect();
    // As a list of strings: a value must not be taken for a marker or for several lines.
    Body::read(&Node { span: 0..0, value: Value::Array(nodes) })
}

impl Facts<'_> {
    fn fill(&self, sentence: &str) -> Option<String> {
        let mut out = String::new();
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}')?;
            out.push_str(before);
            out.push_str(&self.word(name)?);
            rest = tail;
        }
        out.push_str(rest);
        Some(out)
    }

    fn word(&self, name: &str) -> Option<String> {
        match name {
            "naskah" => Some(super::spoken_name(self.kind, self.root)),
            "para_pihak" => Some(self.parties()),
            "mulai" => self.start(),
            "sampai" => Some(self.end().unwrap_or_default()),
            "rangkap" => self.copies(),
            path => self.fact(path),
        }
    }

    fn parties(&self) -> String {
        let said = self.root.get("sebutan_bersama").and_then(Node::str).unwrap_or("PARA PIHAK");
        if said.is_empty() { "para pihak".to_owned() } else { said.to_owned() }
    }

    fn start(&self) -> Option<String> {
        if let Some(day) = self.values.day(self.root, &self.path.key("mulai")) {
            return Some(format!("tanggal {}", wording::date_long(day, self.kind.language)));
        }
        let said = self.node.get("mulai")?.str()?.trim();
        match said {
            "" => None,
            "penandatanganan" => Some("tanggal ditandatangani".to_owned()),
            event => Some(event.to_owned()),
        }
    }

    fn end(&self) -> Option<String> {
        let day = self.values.day(self.root, &self.path.key("berakhir"))?;
        Some(format!(" sampai dengan tanggal {}", wording::date_long(day, self.kind.language)))
    }

    fn copies(&self) -> Option<String> {
        let parties = self.root.get("pihak").map_or(0, |list| list.members().len());
        let given = self.values.integer(self.root, &self.path.key("rangkap"));
        let copies = given.and_then(|n| u64::try_from(n).ok()).unwrap_or(parties as u64);
        let words = || wording::cardinal(copies, self.kind.language);
        (copies > 0).then(|| format!("{copies} ({})", words()))
    }

    /// A fact of the article by its path from there.
    fn fact(&self, path: &str) -> Option<String> {
        let (mut node, mut at) = (self.node, self.path.clone());
        for key in path.split('.') {
            (node, at) = (node.get(key)?, at.key(key));
        }
        let term = self.values.term(self.root, &at).map(|term| term.words(self.kind.language));
        term.or_else(|| node.str().filter(|text| !text.trim().is_empty()).map(str::to_owned))
    }
}
