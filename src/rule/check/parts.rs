//! `jumlah_bagian`: parts make the whole that is said.

mod counts;
mod items;
mod money;
mod percent;
mod rows;
mod weekdays;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;
pub(super) use weekdays::days;

/// What is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dibagi.")]
enum Whole {
    /// A sum of money.
    #[schemars(description = "Sejumlah uang, dengan bagian-bagiannya dalam uang.")]
    Uang,
    /// A share in per cent with its sum.
    #[schemars(description = "Persen sebuah bagian, dengan jumlah uangnya.")]
    Persen,
    /// People and things.
    #[schemars(description = "Banyaknya orang atau barang, dengan bagian-bagiannya.")]
    Banyaknya,
    /// Days of a week.
    #[schemars(description = "Banyaknya hari dalam satu minggu, dengan nama harinya.")]
    Hari,
    /// Items of a list.
    #[schemars(description = "Banyaknya yang akan disebut, dengan butir-butirnya.")]
    Butir,
    /// Rows of a table.
    #[schemars(description = "Baris jumlah sebuah tabel, dengan baris di atasnya.")]
    Tabel,
}

/// A whole and the parts that are named beside it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    #[schemars(description = "Yang dibagi.")]
    dari: Whole,
}

impl CheckKind for Parts {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "keseluruhan yang tertulis"),
            word("bagian", "bagian-bagian yang tertulis"),
            word("jumlah", "jumlah bagian-bagian itu"),
        ];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.dari {
            Whole::Uang => money::uneven(scope),
            Whole::Persen => percent::uneven(scope),
            Whole::Banyaknya => counts::uneven(scope),
            Whole::Hari => weekdays::uneven(scope),
            Whole::Butir => items::uneven(scope),
            Whole::Tabel => rows::uneven(scope),
        }
    }
}

fixed_patterns! {
    /// What leads from a whole to its parts.
    LEADS = r"(?i)\b(?:terdiri\s+(?:atas|dari|daripada)|dengan\s+(?:rincian|perincian|pembagian|komposisi)|yaitu|yakni|iaitu|meliputi|dirinci|dialokasikan|dibebankan|ditanggung|bersumber|berasal|dibagi|dibayar(?:kan)?|disalurkan|dicairkan|disediakan|consist(?:s|ing)\s+of|comprising|sebagai\s+berikut|masing-masing)\b";
    /// What makes the named parts fewer than all, or name the same twice.
    NOT_ALL = r"(?i)\b(?:sisa|sisanya|selebihnya|selainnya|antara\s+lain|di\s*antaranya|termasuk|pajak|ppn|pph|merangkap|cadangan|baki|including|remaining|remainder)\b";
    /// What makes a number a bound or a rate.
    BOUND = r"(?i)(?:paling\s+\w+|maksimal|maksimum|minimal|minimum|sekurang-kurangnya|sebanyak-banyaknya|setiap|tiap|tiap-tiap|per|rata-rata|denda|at\s+least|up\s+to|each|sekitar|kurang\s+lebih)(?:\s+(?:sebesar|sebanyak|sejumlah|senilai|adalah|yaitu))?\s*$";
    /// The same behind it.
    RATE = r"(?i)^\s*(?:\([^)]{0,120}\)\s*)?(?:/|per\b|setiap\b|tiap\b|untuk\s+setiap\b|bagi\s+setiap\b|each\b)";
    /// A bound from above, and one from below.
    MOST = r"(?i)(?:paling\s+(?:banyak|tinggi|besar)|maksimal|maksimum|sebanyak-banyaknya|not\s+more\s+than|up\s+to)\s*(?:sebesar|sebanyak)?\s*$";
    LEAST = r"(?i)(?:paling\s+(?:sedikit|rendah|kurang)|minimal|minimum|sekurang-kurangnya|at\s+least)\s*(?:sebesar|sebanyak)?\s*$";
}

/// Which differences between the parts and the whole count.
#[derive(Clone, Copy)]
struct Bounds {
    above: bool,
    below: bool,
}

impl Bounds {
    /// Of a whole with the words before it and among its parts.
    fn of(before: &str, among: &str) -> Self {
        let some = NOT_ALL.is_match(among);
        Self { above: !LEAST.is_match(before), below: !MOST.is_match(before) && !some }
    }

    fn broken<T: Ord>(self, sum: &T, whole: &T) -> bool {
        (self.above && sum > whole) || (self.below && sum < whole)
    }
}

/// Whether a number in a text is a bound or a rate and no part.
fn is_bound(text: &str, span: &Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let near = before.get(before.floor_char_boundary(before.len().saturating_sub(48))..);
    near.is_some_and(|near| BOUND.is_match(near))
        || text.get(span.end..).is_some_and(|after| RATE.is_match(after))
}

fn hit(path: &FieldPath, span: Span, whole: &str, parts: &[String], sum: String) -> Hit {
    let hit = Hit::at(Place::within(path.clone(), span)).word("tertulis", whole);
    hit.word("bagian", parts.join(" + ")).word("jumlah", sum)
}
