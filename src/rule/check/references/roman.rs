//! References in Roman numerals: "Pasal VI" among articles that are counted in figures.

use super::owner::Owner;
use super::{hit, strings};
use crate::finding::Hit;
use crate::rule::check::Scope;
use crate::wording::{self, fixed_patterns};

fixed_patterns! {
    /// "Pasal VI", "Fasal IV"
    ROMAN = r"(?-u)\b(Pasal|Fasal|Artikel|Perkara)\s+([IVXL]{1,7})\b";
}

/// Every reference of an article that counts so, and means an article of this document.
pub(super) fn hits(scope: &Scope<'_>) -> Vec<Hit> {
    let (owner, unit) = (Owner::of(scope.draft), scope.draft.facts().unit());
    let mut hits = Vec::new();
    for section in &scope.draft.outline.sections {
        for (path, text) in strings(scope.draft.at(&section.text_path), &section.text_path) {
            for one in ROMAN.captures_iter(text) {
                let (Some(whole), Some(number)) = (one.get(0), one.get(2)) else { continue };
                let own = one.get(1).is_some_and(|said| said.as_str() == unit);
                let value = wording::parse_roman(number.as_str());
                let value = value.and_then(|value| usize::try_from(value).ok());
                let Some(value) = value.filter(|_| own) else { continue };
                if owner.doubt(text, &whole.range(), value).is_none() {
                    hits.push(hit(&path, text, whole.range(), scope));
                }
            }
        }
    }
    hits
}
