//! `nama_naskah`: the document calls itself one thing, and spells it rightly.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{is_body, is_slip, tokens};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, word};
use crate::text::{fold, title_case};
use crate::wording::fixed_patterns;

/// What is wrong with what a document calls itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada nama naskah.")]
enum Defect {
    /// It is called another kind of document.
    #[schemars(description = "Naskah menyebut dirinya jenis naskah lain.")]
    Berganti,
    /// A word of it is misspelt.
    #[schemars(description = "Nama naskah mengandung kata yang salah ejaan.")]
    SalahEjaan,
}

/// "Nota Kesepahaman ini" in a perjanjian kerja sama; "PERJAJIAN KERJA SAMA".
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KindName {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
    #[schemars(
        description = "Nama jenis naskah yang lazim, sebagaimana ditulis di dalam kalimat."
    )]
    nama: Vec<String>,
    #[schemars(
        description = "Bidang pilihan yang menyebut jenis naskah, bila bukan nama jenisnya sendiri. Diam bila kosong atau \"lain\"."
    )]
    dari: Option<String>,
}

impl CheckKind for KindName {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "nama naskah ini")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let field = self.dari.iter().map(|key| Read::Field(FieldUse::named("dari", key)));
        field.chain([Read::Articles]).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        RuleFault::empty("nama", &self.nama).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.cacat {
            Defect::Berganti => self.drifts(scope),
            Defect::SalahEjaan => self.misspelt(scope).into_iter().collect(),
        }
    }
}

fixed_patterns! {
    /// What introduces a short name.
    INTRODUCES = r#"(?i)disebut\s+(?:sebagai\s+|juga\s+|dengan\s+)?(?:["“‘'*]|\{[a-z]+:)?$"#;
}

impl KindName {
    fn drifts(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let Some(spoken) = self.spoken(scope) else {
            return Vec::new();
        };
        let own = plain(&spoken);
        let mut hits = Vec::new();
        // A document that ends, extends or amends another speaks of that one as well.
        let other = scope.draft.facts().node(Role::Pendahulu).is_some_and(|node| !node.is_empty());
        if other {
            return hits;
        }
        let mut seen = BTreeSet::new();
        for name in &self.nama {
            let said = format!("{} ini", name.to_lowercase());
            if scope.haystack().lacks(&said) || is_part(&own, &plain(name)) {
                continue;
            }
            let places = scope.haystack().lower_words(&said).collect::<Vec<_>>();
            for (index, at) in places {
                let Some((path, text)) = scope.texts().get(index) else { continue };
                // "Perjanjian Kerja Sama ini" holds "Kerja Sama ini".
                let before = text.get(..at).unwrap_or_default();
                if !is_body(scope, path) || ends_in_a_name(before) || self.introduced(scope, name) {
                    continue;
                }
                if seen.insert((index, at)) {
                    let span = at..at + name.len();
                    let said = text.get(span.clone()).unwrap_or_default();
                    let hit = Hit::at(Place::within(path.clone(), span)).word("tertulis", said);
                    hits.push(hit.word("seharusnya", &spoken));
                    break;
                }
            }
        }
        hits
    }

    /// What the document is, as its sentences say it.
    fn spoken(&self, scope: &Scope<'_>) -> Option<String> {
        let Some(key) = &self.dari else {
            return Some(scope.draft.facts().spoken_name());
        };
        let option = scope.draft.root.get(key)?.str().filter(|option| *option != "lain")?;
        Some(title_case(&scope.draft.kind.field(key)?.option_text(option).replace('-', " ")))
    }

    /// "selanjutnya disebut Kesepakatan"
    fn introduced(&self, scope: &Scope<'_>, name: &str) -> bool {
        let wanted = name.to_lowercase();
        let mut places = scope.haystack().lower_words(&wanted).filter_map(|(index, at)| {
            let (_, text) = scope.texts().get(index)?;
            text.get(text.floor_char_boundary(at.saturating_sub(40))..at)
        });
        places.any(|before| INTRODUCES.is_match(before))
    }

    /// The first word of the name that is none of those that such names are made of, but near one.
    fn misspelt(&self, scope: &Scope<'_>) -> Option<Hit> {
        let facts = scope.draft.facts();
        let (path, name) = (facts.path(Role::NamaNaskah)?, facts.given(Role::NamaNaskah)?);
        let known: BTreeSet<String> = self
            .nama
            .iter()
            .flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        tokens(name).find_map(|token| {
            let word = token.text.to_lowercase();
            let right = known.iter().find(|right| is_slip(&word, right));
            let right = right.filter(|_| !known.contains(&word))?;
            let place = Place::within(path.clone(), token.span);
            let right = crate::wording::in_case_of(token.text, right);
            let hit = Hit::at(place.clone()).word("tertulis", token.text);
            Some(hit.word("seharusnya", right.as_str()).mend_perhaps(place, right))
        })
    }
}

/// Without blanks and case: "Kerjasama" is "Kerja Sama".
fn plain(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect()
}

/// "Perjanjian ini" is short for "Perjanjian Kerja Sama ini".
fn is_part(own: &str, name: &str) -> bool {
    // Of the same document in the other language.
    let memorandum = own.starts_with("memorandum") && name.starts_with("memorandum");
    memorandum
        || is_slip(own, name)
        || own.starts_with(name)
        || own.ends_with(name)
        || name.starts_with(own)
}

/// Whether the word before has a capital, so that the name goes on to the left.
fn ends_in_a_name(before: &str) -> bool {
    let word = before.trim_end_matches(' ').rsplit([' ', '\n', '(', '"', '“']).next();
    let ends = before.trim_end().ends_with(['.', ':', ';', ')']);
    let word = word.unwrap_or_default();
    let common = [
        "Perubahan",
        "Dalam",
        "Pada",
        "Demikian",
        "Apabila",
        "Maksud",
        "Tujuan",
        "Lampiran",
        "Pelaksanaan",
        "Jangka",
        "Waktu",
        "Setiap",
        "Segala",
        "Sejak",
        "Bahwa",
        "Isi",
        "Ketentuan",
        "Adendum",
        "Pengakhiran",
        "Perpanjangan",
        "Lingkup",
        "Berakhirnya",
        "Biaya",
        "Naskah",
        "Dengan",
    ];
    !ends
        && word.starts_with(char::is_uppercase)
        && !common.contains(&word)
        && word.chars().any(char::is_lowercase)
}
