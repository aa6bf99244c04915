//! `kolom`: the column heads of an official table.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, shown};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::path::FieldPath;
use crate::text::squeeze;
use crate::words::{self, Argument};

/// When the draft gives column heads, they are exactly these, in this order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    #[schemars(description = "Daftar judul kolom pada naskah.")]
    bidang: String,
    #[schemars(description = "Judul kolom yang resmi, menurut urutannya.")]
    sama: Vec<String>,
}

impl CheckKind for Columns {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "judul kolom yang tertulis"),
            word("no", "nomor kolom, dari 1"),
            word("seharusnya", "judul kolom yang resmi"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let columns = FieldUse::named("bidang", &self.bidang).shape(Shape::List);
        vec![Read::Field(columns)]
    }

    fn faults(&self) -> Vec<RuleFault> {
        RuleFault::empty("sama", &self.sama).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let Some(node) = scope.draft.at(&path).filter(|node| !node.is_empty()) else {
            return Vec::new();
        };
        let given: Vec<String> = node.members().iter().map(shown).collect();
        let differing = given.iter().zip(&self.sama).position(|(one, other)| !same(one, other));
        let at = match differing {
            Some(at) => at,
            None if given.len() == self.sama.len() => return Vec::new(),
            None => given.len().min(self.sama.len()),
        };
        let place = match node.array().and_then(|list| list.get(at)) {
            Some(_) => Place::value(path.index(at)),
            None => Place::value(path),
        };
        let hit = Hit::at(place).word("nilai", head(&given, at)).word("no", (at + 1).to_string());
        vec![hit.word("seharusnya", head(&self.sama, at))]
    }
}

/// Whether two heads have the same words; case, blanks and full stops say nothing.
fn same(one: &str, other: &str) -> bool {
    let words = |head: &str| {
        let letters = head.chars().filter(|c| *c != '.').flat_map(char::to_lowercase);
        squeeze(&letters.collect::<String>())
    };
    words(one) == words(other)
}

/// The head of a column, or that there is none.
fn head(heads: &[String], at: usize) -> Argument {
    heads.get(at).map_or_else(|| words::check::no_column().into(), Argument::from)
}
