//! `bahasa_naskah`: in which languages a document is written, and that names are not translated.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::tokens;
use super::{CheckKind, Scope};
use crate::draft::keys::article;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::node::{Node, Value};
use crate::text::fold;
use crate::wording::fixed_patterns;

/// What is wrong with the languages of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada bahasa naskah.")]
enum Defect {
    /// There is no Indonesian text.
    #[schemars(description = "Seluruh pasal berbahasa Inggris, tanpa teks bahasa Indonesia.")]
    TanpaIndonesia,
    /// The second column calls an institution by a name that nobody introduced.
    #[schemars(description = "Nama lembaga diterjemahkan pada kolom kedua.")]
    NamaDiterjemahkan,
}

/// The articles in their languages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Languages {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

impl CheckKind for Languages {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("tertulis", "yang tertulis")];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        match self.cacat {
            Defect::TanpaIndonesia => vec!["tertulis"],
            Defect::NamaDiterjemahkan => Vec::new(),
        }
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.cacat {
            Defect::TanpaIndonesia => foreign(scope).into_iter().collect(),
            Defect::NamaDiterjemahkan => translated(scope),
        }
    }
}

fixed_patterns! {
    /// "Skilled Hands Foundation", "Ministry of Home Affairs"
    ENGLISH_NAME = r"\b((?:[A-Z][A-Za-z'&-]+ )+(?:Foundation|University|Office|Ministry|Agency|Department|Directorate|Institute|Council|Hospital|Embassy|Board|Center|Centre|Company|Association|Polytechnic)|(?:Ministry|Department|Directorate|University|Office|Agency|Institute|Embassy|City Government|Government) of (?:the )?[A-Z][A-Za-z-]+(?: (?:and |of )?[A-Z][A-Za-z-]+)*)";
}

/// The first article of a document none of whose articles is in Indonesian, where no sentence says
/// that it is made in that language as well.
fn foreign(scope: &Scope<'_>) -> Option<Hit> {
    let sections = &scope.draft.outline.sections;
    let mut english = 0;
    for section in sections {
        let node = scope.draft.at(&section.text_path)?;
        let second = scope.draft.at(&section.path.key(article::SECOND_TEXT));
        if second.is_some_and(|node| !node.is_empty()) {
            return None;
        }
        let mut text = String::new();
        collect(node, &mut text);
        match is_english(&text) {
            Some(true) => english += 1,
            Some(false) => return None,
            None => {}
        }
    }
    let told = |index: usize| {
        scope.texts().get(index).is_some_and(|(_, text)| {
            let text = text.to_lowercase();
            text.contains("bahasa indonesia")
                || (text.contains("indonesian") && text.contains("language"))
        })
    };
    let mut mentions = scope.haystack().holding("indonesia").collect::<Vec<_>>().into_iter();
    if english < 2 || mentions.any(told) {
        return None;
    }
    Some(Hit::at(Place::value(sections.first()?.path.clone())))
}

fn collect(node: &Node, text: &mut String) {
    match &node.value {
        Value::String(own) => {
            text.push_str(own);
            text.push('\n');
        }
        Value::Array(list) => list.iter().for_each(|one| collect(one, text)),
        _ => {}
    }
}

/// Whether a text is English rather than Indonesian; `None` where too little tells.
fn is_english(text: &str) -> Option<bool> {
    const ENGLISH: [&str; 14] = [
        "the", "of", "and", "to", "in", "shall", "this", "for", "by", "be", "its", "each", "from",
        "may",
    ];
    const INDONESIAN: [&str; 14] = [
        "yang", "dan", "di", "untuk", "dengan", "pada", "ini", "dalam", "atau", "oleh", "sejak",
        "dari", "adalah", "kerja",
    ];
    let (mut english, mut indonesian) = (0_usize, 0_usize);
    for word in tokens(text) {
        let word = word.text.to_lowercase();
        english += usize::from(ENGLISH.contains(&word.as_str()));
        indonesian += usize::from(INDONESIAN.contains(&word.as_str()));
    }
    (english + indonesian >= 2 && english != indonesian).then_some(english > 2 * indonesian)
}

/// Names of institutions in the second text that stand nowhere else.
fn translated(scope: &Scope<'_>) -> Vec<Hit> {
    let second =
        |key: Option<&str>| matches!(key, Some(article::SECOND_TEXT | article::SECOND_HEADING));
    let mut seen = BTreeSet::new();
    let mut hits = Vec::new();
    for (path, text) in scope.texts().iter().filter(|(path, _)| second(path.keys().last())) {
        for found in ENGLISH_NAME.find_iter(text) {
            let name = found.as_str();
            let bare =
                ["The ", "Both ", "Each ", "Any "].iter().find_map(|head| name.strip_prefix(head));
            let bare = bare.unwrap_or(name);
            let mut others = scope.texts().iter().filter(|(path, _)| !second(path.keys().last()));
            let known = others.any(|(_, text)| fold(text).contains(&fold(bare)));
            if !known && bare.contains(' ') && seen.insert(bare.to_owned()) {
                let start = found.end() - bare.len();
                let place = Place::within(path.clone(), start..found.end());
                hits.push(Hit::at(place).word("tertulis", bare));
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        assert_eq!(is_english("Each Party bears the costs of its own staff."), Some(true));
        assert_eq!(
            is_english("Biaya dibebankan pada anggaran yang tersedia dan sah."),
            Some(false)
        );
        assert_eq!(is_english("Workshop"), None);
        assert!(ENGLISH_NAME.is_match("services of Skilled Hands Foundation for"));
    }
}
