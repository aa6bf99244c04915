//! Letters of the recitals that a recital refers to.

use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::Scope;
use crate::source::Span;
use crate::source::node::Node;
use crate::wording::{self, fixed_patterns};

fixed_patterns! {
    /// "huruf a, huruf b, dan huruf c", "huruf a sampai dengan huruf c"
    LETTERS = r"(?i-u)\b(?:dalam|pada)\s+huruf\s+[a-z]\b(?:(?:\s*,?\s*(?:dan|atau|serta|sampai\s+dengan|hingga)\s+|\s*,\s*)(?:huruf\s+)?[a-z]\b)*";
    /// One of them.
    LETTER = r"(?-u)\b([a-z])\b";
    /// What makes them letters of another text.
    OF_OTHER = r"(?i)(?:\b(?:pasal|ayat|angka)\b[^.;\n]{0,40}|\b(?:undang-undang|peraturan|keputusan)\b[^.;\n]{0,80})$";
    /// The same behind them.
    OF_NEXT = r"(?i)^\s*(?:pasal|ayat|undang-undang|peraturan|keputusan|nota|perjanjian|lampiran)\b";
}

/// References to letters that stand for no recital before the one that refers to them.
pub(super) fn astray(scope: &Scope<'_>) -> Vec<Hit> {
    let Some(path) = scope.draft.facts().path(Role::Pertimbangan) else {
        return Vec::new();
    };
    let list = scope.draft.at(&path).and_then(Node::array).unwrap_or_default();
    let mut hits = Vec::new();
    for (own, text) in list.iter().enumerate().filter_map(|(at, node)| Some((at, node.str()?))) {
        for span in astray_in(text, own) {
            let said = text.get(span.clone()).unwrap_or_default().to_owned();
            let place = Place::within(path.index(own), span);
            hits.push(Hit::at(place).word("rujukan", format!("huruf {said}")));
        }
    }
    hits
}

/// The letters in a recital that are not those of one before it.
fn astray_in(text: &str, own: usize) -> Vec<Span> {
    let mut found = Vec::new();
    for run in LETTERS.find_iter(text) {
        let (before, after) = (text.get(..run.start()), text.get(run.end()..));
        let other = before.is_some_and(|before| OF_OTHER.is_match(before))
            || after.is_some_and(|after| OF_NEXT.is_match(after));
        if other {
            continue;
        }
        for one in LETTER.find_iter(run.as_str()) {
            let letter = wording::parse_letter(one.as_str());
            if letter.is_some_and(|letter| letter > own) {
                found.push(run.start() + one.start()..run.start() + one.end());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recitals_refer_to_those_before_them() {
        let text =
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu";
        assert!(astray_in(text, 2).is_empty());
        assert_eq!(astray_in(text, 1).len(), 1);
        assert!(astray_in("sebagaimana dimaksud dalam Pasal 5 huruf e", 1).is_empty());
        assert!(astray_in("dimaksud pada huruf d Peraturan Menteri", 1).is_empty());
        assert!(astray_in("dimaksud dalam huruf a sampai dengan huruf c, perlu", 3).is_empty());
    }
}
