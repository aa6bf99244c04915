//! `dasar_hukum_ganda`: no regulation stands twice among the legal bases.

use schemars::JsonSchema;
use serde::Deserialize;

use super::citation::Regulation;
use crate::draft::Basis;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::{CheckKind, Scope};
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::text::fold;
use crate::words;

/// The same regulation, by its kind, number and year, or in the same words. Articles of one law may
/// be named one by one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BasisTwice {}

impl CheckKind for BasisTwice {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "dasar hukum yang berulang")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Dasar, "")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut seen: Vec<(Named, Basis<'_>)> = Vec::new();
        let mut hits = Vec::new();
        for basis in scope.draft.facts().legal_bases() {
            let Some(named) = Named::of(scope, &basis) else { continue };
            match seen.iter().find(|(other, _)| *other == named) {
                Some((_, first)) => {
                    let hit = Hit::at(Place::value(basis.path())).word("nilai", basis.citation());
                    hits.push(hit.see(Place::value(first.path()), words::check::first_here()));
                }
                None => seen.push((named, basis)),
            }
        }
        hits
    }
}

/// What tells a basis from others.
#[derive(Debug, PartialEq, Eq)]
enum Named {
    Regulation(Regulation),
    /// Its words, where no known kind of regulation is read from them.
    Words(String),
}

impl Named {
    fn of(scope: &Scope<'_>, basis: &Basis<'_>) -> Option<Self> {
        let said = basis.citation();
        let text = fold(&said);
        let numbered = text.bytes().any(|byte| byte.is_ascii_digit());
        let part = text.starts_with("pasal ") || text.starts_with("ketentuan pasal ");
        if !numbered || part {
            return numbered.then_some(Self::Words(text));
        }
        // A record of its own words may go on to another regulation.
        let own = scope.draft.at(&basis.path().key("teks")).and_then(Node::str).is_none();
        let read = Regulation::first(&said).filter(|_| own || is_first(&text));
        Some(read.map_or(Self::Words(text.replace(" republik indonesia", "")), Self::Regulation))
    }
}

/// Whether the words begin with the regulation, and not with what changes or carries it out.
fn is_first(text: &str) -> bool {
    ["undang-undang", "peraturan", "keputusan", "instruksi"]
        .iter()
        .any(|kind| text.starts_with(kind))
}
