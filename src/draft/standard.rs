//! The standard wording of an article that gives facts and no text.

use super::body::Body;
use super::facts::Facts;
use super::keys::{COPIES, term};
use crate::kind::sentence::{Piece, pieces};
use crate::kind::{Field, Role};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::wording;

/// The facts of an article in its draft.
pub(super) struct Article<'a> {
    pub(crate) facts: Facts<'a>,
    /// The article.
    pub(crate) node: &'a Node,
    /// Where it stands.
    pub(crate) path: &'a FieldPath,
}

/// The sentences that the facts allow; a sentence that lacks a fact is left out.
pub(super) fn body(field: &Field, article: &Article<'_>) -> Body {
    let sentences = field.standard.iter().flatten();
    let said = sentences.filter_map(|sentence| article.fill(sentence));
    let nodes = said.map(|text| Node { span: 0..0, value: Value::String(text) }).collect();
    // As a list of strings: a value must not be taken for a marker or for several lines.
    Body::read(&Node { span: 0..0, value: Value::Array(nodes) })
}

impl Article<'_> {
    /// A sentence with its facts; `None` when it lacks one, or has nothing to say in its brackets.
    fn fill(&self, sentence: &str) -> Option<String> {
        let pieces = pieces(sentence)?;
        let mut said = String::new();
        let (mut brackets, mut filled) = (0, 0);
        for piece in &pieces {
            match piece {
                Piece::Optional(inner) => {
                    let words: Option<String> =
                        inner.iter().map(|piece| self.word(piece)).collect();
                    brackets += 1;
                    filled += usize::from(words.is_some());
                    said += &words.unwrap_or_default();
                }
                Piece::Until => said += &self.until().unwrap_or_default(),
                piece => said += &self.word(piece)?,
            }
        }
        (brackets == 0 || filled > 0).then_some(said)
    }

    fn word(&self, piece: &Piece<'_>) -> Option<String> {
        match piece {
            Piece::Text(text) => Some((*text).to_owned()),
            Piece::Document => Some(self.facts.spoken_name()),
            Piece::Parties => Some(self.parties()),
            Piece::Start => self.start(),
            Piece::Until => self.until(),
            Piece::Copies => self.copies(),
            Piece::Fact(path) => self.fact(path),
            Piece::Optional(_) => None,
        }
    }

    fn parties(&self) -> String {
        let said = self.facts.given(Role::SebutanBersama).unwrap_or("PARA PIHAK");
        if said.is_empty() { "para pihak".to_owned() } else { said.to_owned() }
    }

    fn start(&self) -> Option<String> {
        if let Some(day) = self.facts.day(&self.path.key(term::START)) {
            return Some(format!("tanggal {}", wording::date_long(day, self.facts.kind.language)));
        }
        let said = self.node.get(term::START)?.str()?.trim();
        match said {
            "" => None,
            term::SIGNING => Some("tanggal ditandatangani".to_owned()),
            event => Some(event.to_owned()),
        }
    }

    fn until(&self) -> Option<String> {
        let day = self.facts.day(&self.path.key(term::END))?;
        Some(format!(
            " sampai dengan tanggal {}",
            wording::date_long(day, self.facts.kind.language)
        ))
    }

    fn copies(&self) -> Option<String> {
        let parties = self.facts.parties().count();
        let given = self.facts.integer(&self.path.key(COPIES));
        let copies = given.and_then(|n| u64::try_from(n).ok()).unwrap_or(parties as u64);
        let words = || wording::cardinal(copies, self.facts.kind.language);
        (copies > 0).then(|| format!("{copies} ({})", words()))
    }

    /// A fact of the article by its path from there.
    fn fact(&self, path: &str) -> Option<String> {
        let (mut node, mut at) = (self.node, self.path.clone());
        for key in path.split('.') {
            (node, at) = (node.get(key)?, at.key(key));
        }
        let term = self.facts.term(&at).map(|term| term.words(self.facts.kind.language));
        term.or_else(|| node.str().filter(|text| !text.trim().is_empty()).map(str::to_owned))
    }
}
