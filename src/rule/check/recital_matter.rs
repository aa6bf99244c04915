//! `pokok_pertimbangan`: the recitals speak of the cooperation that the document is about.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::content::Substance;
use crate::rule::declared::{FieldUse, Read, Word, word};
use crate::wording::fixed_patterns;

/// What the recitals say was agreed upon has a word in common with the document.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecitalMatter {}

fixed_patterns! {
    /// "bersepakat mengadakan kerja sama tentang Pelatihan Menjahit bagi Warga Binaan"
    ABOUT = r"(?i)\b(?:(?:ber|meny)?sepakat(?:i)?|setuju|menyetujui|perlu|bermaksud|berkehendak)\b[^.;]{0,60}\bkerja\s*sama\s+(?:tentang|mengenai)\s+([^.;,]{6,160})";
    /// For whom and where is said of many matters alike.
    FOR = r"(?i)\s(?:bagi|untuk|di|pada|kepada|antara|dalam|melalui|sebagaimana|yang)\s";
}

/// Where the document says what it is about: fields of the root, and contents of its articles.
const HOMES: [&str; 5] =
    ["judul", "tujuan", "ruang_lingkup", "kegiatan", "kewenangan_dan_tanggung_jawab"];

impl CheckKind for RecitalMatter {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("tertulis", "pokok menurut pertimbangan")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        HOMES.iter().map(|name| Read::Field(FieldUse::named("jenis", name))).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let Some(recitals) = scope.draft.kind.role(Role::Pertimbangan) else { return Vec::new() };
        let contents = scope.contents();
        let homes: Vec<_> = HOMES.iter().filter_map(|name| contents.matter(name)).collect();
        let own = Substance::together(homes.iter().map(|one| &one.substance));
        let mut hits = Vec::new();
        let texts = scope.texts().iter();
        let texts = texts.filter(|(path, _)| path.keys().next() == Some(recitals.key.as_str()));
        for (path, text) in texts {
            for one in ABOUT.captures_iter(text) {
                let Some(said) = one.get(1) else { continue };
                let until = FOR.find(said.as_str()).map_or(said.len(), |end| end.start());
                let matter = said.as_str().get(..until).unwrap_or_default();
                let substance = Substance::of_text(&matter.to_lowercase());
                if substance.len() >= 2 && !substance.agrees(&own) {
                    let span = said.start()..said.start() + until;
                    hits.push(Hit::at(Place::within(path.clone(), span)).word("tertulis", matter));
                }
            }
        }
        hits
    }
}
