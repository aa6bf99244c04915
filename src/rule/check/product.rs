//! `hasil_kali`: so many groups of so many make as many as the sentence says.

use schemars::JsonSchema;
use serde::Deserialize;

use super::quantities::{Count, counts};
use super::spans::{body_texts, sentence};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::wording::fixed_patterns;

/// "5 (lima) kelompok yang masing-masing 12 (dua belas) orang, sehingga seluruhnya 60 orang".
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Product {}

fixed_patterns! {
    /// What stands between the groups and what each of them holds.
    EACH = r"(?i)^[\s,(]*(?:yang\s+|dengan\s+)?(?:masing-masing|tiap-tiap|setiap|tiap|setiapnya|per|@)(?:\s+[a-z]{3,20}){0,3}\s*$";
    /// What stands between that and the whole.
    WHOLE = r"(?i)\b(?:sehingga|seluruhnya|keseluruhan(?:nya)?|total(?:nya)?|jumlah(?:nya)?|berjumlah|semuanya)\b";
    /// A limit makes no whole.
    LIMIT = r"(?i)\b(?:paling|minimal|maksimal|sekurang|sebanyak-banyaknya|kurang\s+lebih|sekitar|lebih\s+dari|selama|kali)\b";
}

impl CheckKind for Product {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "keseluruhan yang tertulis"),
            word("jumlah", "hasil kalinya"),
            word("bagian", "yang dikalikan"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (path, text) in
            body_texts(scope).filter(|(_, text)| text.contains(" orang") || WHOLE.is_match(text))
        {
            let all = counts(text, scope.draft.language());
            for window in all.windows(3) {
                let [groups, each, whole] = window else { continue };
                let Some(product) = differs(text, groups, each, whole) else { continue };
                let said = |one: &Count| text.get(one.span.clone()).unwrap_or_default().to_owned();
                let hit = Hit::at(Place::within(path.clone(), whole.span.clone()));
                let hit = hit.word("tertulis", said(whole)).word("jumlah", product);
                hits.push(hit.word("bagian", format!("{} × {}", said(groups), said(each))));
            }
        }
        hits
    }
}

/// The product, where the sentence says another one.
fn differs(text: &str, groups: &Count, each: &Count, whole: &Count) -> Option<u64> {
    if each.noun != whole.noun || groups.noun == each.noun {
        return None;
    }
    let one_sentence = sentence(text, groups.span.start).end >= whole.span.start;
    let joined = text.get(groups.span.end..each.span.start)?;
    let after = text.get(each.span.end..whole.span.start)?;
    let before = text
        .get(text.floor_char_boundary(groups.span.start.saturating_sub(24))..groups.span.start)?;
    let limited = [before, joined, after].iter().any(|part| LIMIT.is_match(part));
    if !one_sentence || limited || !EACH.is_match(joined) || !WHOLE.is_match(after) {
        return None;
    }
    let product = groups.value.checked_mul(each.value)?;
    (product != whole.value).then_some(product)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Bahasa;

    fn told(text: &str) -> Option<u64> {
        let all = counts(text, Bahasa::Indonesia);
        let [groups, each, whole] = all.as_slice() else { return None };
        differs(text, groups, each, whole)
    }

    #[test]
    fn groups_times_members() {
        assert_eq!(
            told(
                "5 (lima) kelompok yang masing-masing 12 (dua belas) orang, sehingga seluruhnya 72 orang"
            ),
            Some(60)
        );
        assert_eq!(told("5 kelas, setiap kelas berisi 12 orang, jumlahnya 60 orang"), None);
        assert_eq!(told("5 kelas, setiap kelas berisi 12 orang, jumlahnya 62 orang"), Some(60));
        assert_eq!(told("5 kelas, setiap kelas paling banyak 12 orang, jumlahnya 50 orang"), None);
        assert_eq!(told("5 kelas bagi 12 orang guru, jumlahnya 50 orang"), None);
    }
}
