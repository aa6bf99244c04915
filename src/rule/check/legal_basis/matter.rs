//! `dasar_hukum_sepokok`: what the legal bases are about.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::{CheckKind, Pattern, Scope};
use crate::rule::declared::{Read, RuleFault, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// A legal basis whose title has no word in common with anything that the document says besides. Laws
/// on how the state works and short titles are left alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BasisMatter {
    #[schemars(
        description = "Ungkapan reguler dalam huruf kecil: judul yang cocok mengatur hal umum."
    )]
    umum: Pattern,
    #[schemars(
        description = "Judul dengan kata pokok yang lebih sedikit daripada ini tidak dinilai."
    )]
    paling_sedikit: usize,
}

impl CheckKind for BasisMatter {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "dasar hukumnya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Dasar, "tentang")]
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.umum.fault("umum").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let list = scope.draft.facts().path(Role::Dasar).unwrap_or_default();
        let mut others = None;
        let mut hits = Vec::new();
        for basis in scope.draft.facts().legal_bases() {
            let path = basis.path().key("tentang");
            let Some(title) = scope.draft.at(&path).and_then(Node::str) else { continue };
            let lower = title.to_lowercase();
            let said = roots(&lower);
            if said.len() < self.paling_sedikit || self.umum.matches(&lower) {
                continue;
            }
            let others = others.get_or_insert_with(|| besides(scope, &list));
            if !said.iter().any(|root| is_among(root, others)) {
                let name = format!("{} tentang {title}", basis.citation());
                hits.push(Hit::at(Place::value(basis.path())).word("nilai", name));
            }
        }
        hits
    }
}

/// The roots of everything that the document says outside its legal bases.
fn besides(scope: &Scope<'_>, list: &FieldPath) -> BTreeSet<String> {
    let texts = scope.texts().iter().filter(|(path, _)| !path.steps().starts_with(list.steps()));
    texts.flat_map(|(_, text)| roots(&text.to_lowercase())).collect()
}

/// Words of titles that say nothing of their matter.
const GENERAL: [&str; 26] = [
    "bagi",
    "berkelanjutan",
    "dalam",
    "dan",
    "dari",
    "dengan",
    "indonesia",
    "jaminan",
    "kegiatan",
    "menjadi",
    "nasional",
    "pelaksanaan",
    "pelindungan",
    "pemanfaatan",
    "pembangunan",
    "pemberdayaan",
    "pencegahan",
    "pengelolaan",
    "pengembangan",
    "penyelenggaraan",
    "perlindungan",
    "republik",
    "serta",
    "terhadap",
    "umum",
    "untuk",
];

/// The roots of the telling words of a text in lower case.
fn roots(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= 4);
    words.filter(|word| !GENERAL.contains(word)).map(|word| root(word).to_owned()).collect()
}

/// A word without its commonest prefix and suffix, while four letters are left.
fn root(word: &str) -> &str {
    const HEADS: [&str; 15] = [
        "memper", "meng", "meny", "peng", "peny", "mem", "men", "pem", "pen", "per", "ber", "ter",
        "di", "pe", "ke",
    ];
    let long = |rest: &&str| rest.len() >= 4;
    let bare = HEADS.iter().find_map(|head| word.strip_prefix(head).filter(long)).unwrap_or(word);
    let ends = ["kan", "nya", "an", "i"].iter();
    ends.filter_map(|end| bare.strip_suffix(end)).find(long).unwrap_or(bare)
}

/// Whether a root is one of the others, or a longer one is within one of them.
fn is_among(root: &str, others: &BTreeSet<String>) -> bool {
    let near = |other: &String| {
        (root.len() >= 5 && other.contains(root))
            || (other.len() >= 5 && root.contains(other.as_str()))
    };
    others.contains(root) || others.iter().any(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_of_one_matter_meet() {
        let others = roots("petani binaan lembaga pemasyarakatan menanam padi");
        assert!(is_among(root("pertanian"), &others) && is_among(root("kemasyarakatan"), &others));
        assert!(!is_among(root("pangan"), &roots("pangkat panglima lapangan")));
        assert!(!is_among(root("peternakan"), &others));
    }
}
