//! `istilah_lain`: terms beside those that are defined.

mod synonym;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ecow::EcoString;
use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{Token, tokens};
use super::{CheckKind, Scope};
use crate::draft::inline;
use crate::draft::keys::article;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::words;

/// What is wrong with a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada istilah.")]
enum Defect {
    /// An undefined one stands where a defined one is not used.
    #[schemars(
        description = "Istilah berhuruf kapital yang tidak didefinisikan, sedangkan yang didefinisikan tidak dipakai."
    )]
    Berganti,
    /// One of its words is exchanged for another one of the same meaning.
    #[schemars(description = "Satu kata istilahnya diganti dengan padanannya.")]
    Padanan,
    /// It is defined by itself.
    #[schemars(description = "Artinya mengulang istilahnya sendiri.")]
    Melingkar,
    /// It is defined twice.
    #[schemars(description = "Didefinisikan dua kali.")]
    Ganda,
}

/// The definitions of a draft, and words with capitals that are none of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapitalTerm {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
    #[serde(default)]
    #[schemars(description = "Kata-kata yang searti, dalam huruf kecil; bagi padanan.")]
    padanan: Vec<Vec<String>>,
}

/// A definition with its place.
struct Definition<'a> {
    path: FieldPath,
    term: String,
    meaning: &'a str,
}

impl CheckKind for CapitalTerm {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("istilah", "istilah yang didefinisikan"), word("tertulis", "yang tertulis")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let all = definitions(scope);
        if all.is_empty() {
            return Vec::new();
        }
        match self.cacat {
            Defect::Berganti => drifted(scope, &all),
            Defect::Padanan => synonym::hits(scope, &all, &self.padanan),
            Defect::Melingkar => all.iter().filter_map(circular).collect(),
            Defect::Ganda => doubled(&all),
        }
    }
}

fn definitions<'a>(scope: &'a Scope<'_>) -> Vec<Definition<'a>> {
    let mut found = Vec::new();
    for section in &scope.draft.outline.sections {
        let list = section.path.key(article::DEFINITIONS);
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        for (at, node) in members.iter().enumerate() {
            let term =
                inline::plain(node.get(article::TERM).and_then(Node::str).unwrap_or_default());
            let meaning = node.get(article::MEANING).and_then(Node::str).unwrap_or_default();
            let term = term.split('(').next().unwrap_or_default().trim().to_owned();
            if !term.is_empty() {
                found.push(Definition { path: list.index(at), term, meaning });
            }
        }
    }
    found
}

/// A meaning that begins with the term itself: "Data Warga adalah data warga yang …".
fn circular(one: &Definition<'_>) -> Option<Hit> {
    let (term, meaning) = (fold(&one.term), fold(one.meaning));
    let bare = meaning.strip_prefix("adalah ").unwrap_or(&meaning);
    let rest = bare.strip_prefix(&term)?;
    let whole = !rest.starts_with(char::is_alphanumeric) && term.contains(' ');
    let place = Place::value(one.path.key(article::MEANING));
    whole.then(|| Hit::at(place).word("istilah", &one.term).word("tertulis", one.meaning))
}

fn doubled(all: &[Definition<'_>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut terms: BTreeMap<String, &Definition<'_>> = BTreeMap::new();
    for one in all {
        let first = *terms.entry(fold(&one.term)).or_insert(one);
        if !std::ptr::eq(first, one) {
            let hit = Hit::at(Place::value(one.path.key(article::TERM))).word("istilah", &one.term);
            let place = Place::value(first.path.key(article::TERM));
            hits.push(hit.word("tertulis", &one.term).see(place, words::check::first_here()));
        }
    }
    hits
}

/// A defined term of capitals that no article uses so, and the first term of capitals that nobody
/// defined.
fn drifted(scope: &Scope<'_>, all: &[Definition<'_>]) -> Vec<Hit> {
    let idle: Vec<&Definition<'_>> = all.iter().filter(|one| !is_used(scope, one)).collect();
    let Some(term) = idle.first() else {
        return Vec::new();
    };
    let others: Vec<_> = strangers(scope, all).into_iter().take(1).collect();
    others
        .into_iter()
        .map(|(path, span, said)| {
            let hit = Hit::at(Place::within(path, span)).word("istilah", &term.term);
            let place = Place::value(term.path.key(article::TERM));
            hit.word("tertulis", said).see(place, words::check::introduced_so())
        })
        .collect()
}

/// Whether a term of several words is written anywhere as it was defined.
fn is_used(scope: &Scope<'_>, one: &Definition<'_>) -> bool {
    let capitals = one.term.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let elsewhere = |index: usize| {
        scope
            .texts()
            .get(index)
            .is_some_and(|(path, _)| !path.steps().starts_with(one.path.steps()))
    };
    let named = scope.terms().iter().find(|term| term.is_named(&one.term));
    let names =
        named.map(|term| term.all_names().to_vec()).unwrap_or_else(|| vec![one.term.clone()]);
    !capitals
        || !one.term.contains(' ')
        || names.iter().any(|name| scope.haystack().words(name).any(|(index, _)| elsewhere(index)))
}

/// The words of a text in lower case, in order, each once.
pub(super) struct Words(Vec<EcoString>);

impl Words {
    fn of(text: &str) -> Self {
        let words = tokens(text).map(|one| EcoString::from(one.text.to_lowercase()));
        let mut words: Vec<EcoString> = words.collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Whether a word is among them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.binary_search_by(|one| one.as_str().cmp(word)).is_ok()
    }
}

/// Everything that has a name already: the words of parties, officials, titles, definitions.
fn known(scope: &Scope<'_>, all: &[Definition<'_>]) -> Vec<Rc<Words>> {
    let body = |path: &FieldPath| {
        let mut sections = scope.draft.outline.sections.iter();
        sections.any(|one| path.steps().starts_with(one.path.steps()))
    };
    let texts = scope.texts().iter().enumerate().filter(|(_, (path, _))| !body(path));
    let outside = texts.filter_map(|(at, _)| scope.reading(at, Words::of));
    let headings = scope.draft.outline.sections.iter().filter_map(|one| one.heading.as_deref());
    let terms = all.iter().map(|one| one.term.as_str());
    let spoken = scope.draft.facts().spoken_name();
    let others = headings.chain(terms).chain([spoken.as_str(), scope.draft.kind.name.as_str()]);
    outside.chain(others.map(|text| Rc::new(Words::of(text)))).collect()
}

/// Rows of two or three words with capitals of which no word is known, that nothing tells to be a name.
fn strangers(
    scope: &Scope<'_>,
    all: &[Definition<'_>],
) -> Vec<(FieldPath, crate::source::Span, String)> {
    let mut found = Vec::new();
    let words = OnceCell::new();
    let is_known = |word: &str| {
        let lists = words.get_or_init(|| known(scope, all));
        lists.iter().any(|list| list.has(word))
    };
    for section in &scope.draft.outline.sections {
        let Some(text) = scope.draft.at(&section.text_path).and_then(Node::str) else { continue };
        let all: Vec<Token<'_>> = tokens(text).collect();
        let mut at = 0;
        while at < all.len() {
            let run = all.iter().skip(at).take_while(|one| is_title(one.text)).count();
            let row = all.get(at..at + run).unwrap_or_default();
            at += run.max(1);
            let (Some(first), Some(last)) = (row.first(), row.last()) else { continue };
            let span = first.span.start..last.span.end;
            let said = text.get(span.clone()).unwrap_or_default();
            let plain = said.split_whitespace().count() == row.len();
            let fresh = || row.first().is_some_and(|one| !is_known(&one.text.to_lowercase()));
            if (2..=3).contains(&row.len()) && plain && !is_proper(row) && fresh() {
                found.push((section.text_path.clone(), span, said.to_owned()));
            }
        }
    }
    found
}

/// "Penerjemah", but not "PIHAK" nor "a".
fn is_title(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().filter(|c| c.is_lowercase()).count() >= 2
}

/// Institutions, places, laws and months are names and no terms.
fn is_proper(row: &[Token<'_>]) -> bool {
    const HEADS: [&str; 44] = [
        "badan",
        "dinas",
        "kementerian",
        "direktorat",
        "kantor",
        "balai",
        "lembaga",
        "yayasan",
        "universitas",
        "pemerintah",
        "kota",
        "kabupaten",
        "provinsi",
        "kecamatan",
        "jalan",
        "bank",
        "rumah",
        "undang-undang",
        "peraturan",
        "keputusan",
        "kitab",
        "pasal",
        "lampiran",
        "nota",
        "perjanjian",
        "menteri",
        "kepala",
        "direktur",
        "sekretaris",
        "pengadilan",
        "kejaksaan",
        "kepolisian",
        "mahkamah",
        "komisi",
        "dewan",
        "biro",
        "bagian",
        "seksi",
        "pusat",
        "republik",
        "indonesia",
        "negara",
        "tentara",
        "hari",
    ];
    row.iter().any(|one| {
        let word = one.text.to_lowercase();
        HEADS.contains(&word.as_str()) || crate::wording::parse_month(&word).is_some()
    })
}
