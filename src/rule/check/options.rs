//! `golongan` and `memuat_semua`: values out of a closed set.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, missing_place, shown};
use crate::finding::{Hit, Level, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::path::FieldPath;
use crate::words;

/// Every value that is given is among those allowed, or not among those forbidden.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    #[schemars(description = "Bidang yang diperiksa; [*] untuk tiap anggota daftar.")]
    bidang: String,
    #[schemars(description = "Nilai yang boleh. Sebut ini atau dilarang, salah satu.")]
    boleh: Option<Vec<String>>,
    #[schemars(description = "Nilai yang tidak boleh.")]
    dilarang: Option<Vec<String>>,
}

impl CheckKind for Options {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "yang tertulis pada bidang itu"),
            word("boleh", "nilai yang boleh, dipisahkan koma"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        self.boleh.is_none().then_some("boleh").into_iter().collect()
    }

    fn reads(&self) -> Vec<Read> {
        let value = FieldUse::named("bidang", &self.bidang).every().shape(Shape::Word);
        let value = value.compared("boleh", self.boleh.as_deref().unwrap_or_default());
        let value = value.compared("dilarang", self.dilarang.as_deref().unwrap_or_default());
        vec![Read::Field(value)]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let fault = match (&self.boleh, &self.dilarang) {
            (Some(list), None) => return RuleFault::empty("boleh", list).into_iter().collect(),
            (None, Some(list)) => return RuleFault::empty("dilarang", list).into_iter().collect(),
            _ => words::pack::options_need_one(),
        };
        vec![RuleFault::of("jenis", fault)]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let places = scope.draft.root.expand(&FieldPath::parse(&self.bidang));
        places.into_iter().filter_map(|path| self.judge(scope, path)).collect()
    }
}

impl Options {
    fn judge(&self, scope: &Scope<'_>, path: FieldPath) -> Option<Hit> {
        let value = scope.draft.at(&path).filter(|node| !node.is_empty()).map(shown)?;
        let among = |list: &Option<Vec<String>>| list.as_ref().map(|list| list.contains(&value));
        let wrong = among(&self.boleh) == Some(false) || among(&self.dilarang) == Some(true);
        let allowed = self.boleh.as_deref().unwrap_or_default().join(", ");
        wrong.then(|| Hit::at(Place::value(path)).word("nilai", value).word("boleh", allowed))
    }
}

/// A list holds all of some words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContainsAll {
    #[schemars(description = "Daftarnya.")]
    bidang: String,
    #[schemars(description = "Semua nilai yang harus ada di dalamnya.")]
    nilai: Vec<String>,
    /// What a printed text may say instead.
    #[schemars(description = "Ungkapan reguler; naskah yang mengatakannya dalam teks dibiarkan.")]
    kecuali_menyebut: Option<Pattern>,
}

impl CheckKind for ContainsAll {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("kurang", "nilai yang belum ada, dipisahkan koma")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("bidang", &self.bidang).shape(Shape::Comparable).demanded();
        vec![Read::Field(list.compared("nilai", &self.nilai))]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let pattern = self.kecuali_menyebut.as_ref();
        let pattern = pattern.and_then(|pattern| pattern.fault("kecuali_menyebut"));
        RuleFault::empty("nilai", &self.nilai).into_iter().chain(pattern).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let node = scope.draft.at(&path);
        let given: Vec<String> =
            node.map_or_else(Vec::new, |node| node.members().iter().map(shown).collect());
        let missing: Vec<&str> =
            self.nilai.iter().filter(|word| !given.contains(word)).map(String::as_str).collect();
        let says = |pattern: &Pattern| scope.texts().iter().any(|(_, text)| pattern.matches(text));
        if missing.is_empty() || self.kecuali_menyebut.as_ref().is_some_and(says) {
            return Vec::new();
        }
        let place = match node {
            Some(_) => Place::value(path.clone()),
            None => missing_place(scope.draft, &path),
        };
        let hit = Hit::absent(path, place).word("kurang", missing.join(", "));
        // Who names nobody has not recorded anything yet; who names others leaves these out.
        vec![if given.is_empty() { hit.at_most(Level::Info) } else { hit }]
    }
}
