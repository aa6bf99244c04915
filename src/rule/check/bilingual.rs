//! `dua_bahasa`: the texts of a document in two languages say the same numbers.

mod amounts;
mod prevailing;

use schemars::JsonSchema;
use serde::Deserialize;

use super::shares::units;
use super::{CheckKind, Scope};
use crate::draft::keys::article;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::words;

use amounts::{Amount, amounts};

/// What the texts may contradict each other in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dibandingkan.")]
enum Matter {
    /// Numbers, lengths of time, dates and sums.
    #[schemars(description = "Bilangan, tenggang waktu, tanggal, persen, dan uang.")]
    Bilangan,
    /// Which language prevails; of all sentences of the document.
    #[schemars(description = "Bahasa naskah yang berlaku bila tafsirannya berbeda.")]
    NaskahBerlaku,
}

/// The same articles in two languages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    #[schemars(description = "Yang dibandingkan.")]
    hal: Matter,
}

impl CheckKind for Bilingual {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "yang dikatakan teks kedua, atau kalimat kemudian"),
            word("seharusnya", "yang dikatakan teks pertama, atau kalimat terdahulu"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.hal {
            Matter::Bilangan => differing(scope),
            Matter::NaskahBerlaku => prevailing::several(scope),
        }
    }
}

/// Numbers of an ayat that only the second text has, where the first has another of the same sort.
fn differing(scope: &Scope<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for section in &scope.draft.outline.sections {
        let pairs = [
            (section.text_path.clone(), section.path.key(article::SECOND_TEXT)),
            (section.path.key(article::HEADING), section.path.key(article::SECOND_HEADING)),
        ];
        for (one, other) in pairs {
            let text = |path| scope.draft.at(path).and_then(Node::str);
            let Some((first, second)) = text(&one).zip(text(&other)) else { continue };
            for (left, right) in beside(first, second) {
                let (Some(left_text), Some(right_text)) =
                    (first.get(left.clone()), second.get(right.clone()))
                else {
                    continue;
                };
                for (said, meant) in contradictions(left_text, right_text) {
                    let at = |start: usize, span: &Span| start + span.start..start + span.end;
                    let place = Place::within(other.clone(), at(right.start, &said.span));
                    let see = Place::within(one.clone(), at(left.start, &meant.span));
                    let written = |text: &str, one: &Amount| {
                        text.get(one.span.clone()).unwrap_or_default().trim().to_owned()
                    };
                    let hit = Hit::at(place).word("tertulis", written(right_text, &said));
                    let hit = hit.word("seharusnya", written(left_text, &meant));
                    hits.push(hit.see(see, words::check::differs_from_this()));
                }
            }
        }
    }
    hits
}

/// The ayat of two texts beside each other; the whole of them where the ayat are not as many.
fn beside(first: &str, second: &str) -> Vec<(Span, Span)> {
    let (one, other) = (units(first), units(second));
    if one.len() == other.len() {
        return one.into_iter().zip(other).collect();
    }
    vec![(0..first.len(), 0..second.len())]
}

/// What stands in one text only, each with what stands in the other only.
fn contradictions(first: &str, second: &str) -> Vec<(Amount, Amount)> {
    let (one, other) = (amounts(first), amounts(second));
    let lonely = |own: &[Amount], others: &[Amount], text: &str| -> Vec<Amount> {
        let alone = own.iter().filter(|one| {
            !others.iter().any(|other| one.agrees(other)) && !amounts::in_words(one, text)
        });
        alone.cloned().collect()
    };
    let (mut left, right) = (lonely(&one, &other, second), lonely(&other, &one, first));
    let mut found = Vec::new();
    for said in right {
        let Some(at) = left.iter().position(|meant| meant.of_a_sort(&said)) else { continue };
        found.push((said, left.remove(at)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without measure are not compared, and add up to nothing.
    #[test]
    fn numbers_beyond_measure_are_left_alone() {
        let nines = "9".repeat(38);
        assert!(contradictions(&format!("{nines} tahun"), "2 years").is_empty());
        assert!(contradictions(&format!("{nines},5 orang"), "20 officers").is_empty());
    }

    #[test]
    fn two_texts_say_the_same_numbers() {
        for (first, second) in [
            ("paling lambat 6 (enam) bulan sebelum", "at least three months prior to"),
            ("selama 3 (tiga) tahun", "for a period of five (5) years"),
            ("pada tanggal 14 Juli 2026", "on July 14, 2027"),
            ("sebesar 60% (enam puluh persen)", "60 per cent of 40% of"),
            ("paling banyak 25 (dua puluh lima) orang", "not more than 20 (twenty) officers"),
            ("Rp275.000.000,00", "IDR 257,000,000.00"),
        ] {
            let found = contradictions(first, second).len();
            assert_eq!(found, usize::from(!second.contains("per cent")), "{first} / {second}");
        }
        for (first, second) in [
            ("24 (dua puluh empat) bulan", "2 (two) years"),
            ("24 (dua puluh empat) bulan", "two (2) years"),
            ("paling lambat 6 (enam) bulan", "no later than six months"),
            ("dua rangkap", "2 (two) originals"),
            ("tanggal 14 Juli 2026 pukul 09.00", "on the 14th of July 2026 at 9 a.m."),
            ("Rp1.250.000,00", "IDR 1,250,000"),
            ("2 x 24 jam", "48 hours"),
            ("Undang-Undang Nomor 24 Tahun 2000", "Law Number 24 of 2000"),
            ("14 (empat belas) hari", "two weeks"),
            ("Pasal 7 ayat (2)", "paragraph (2) of Article 7"),
            ("30 hari kerja", "30 (thirty) days"),
            ("pada bulan Oktober 2026", "in October 2026"),
            ("selama 1 (satu) tahun", "for a year"),
        ] {
            assert!(contradictions(first, second).is_empty(), "{first} / {second}");
        }
    }
}
