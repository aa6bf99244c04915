//! Whose article a typed "Pasal 7" is: this document's, or that of a law or of another agreement.

use super::doubt::Doubt;
use super::{head, tail};
use crate::draft::Draft;
use crate::kind::Role;
use crate::source::Span;
use crate::wording::fixed_patterns;

/// Agreements have no more articles; laws do.
const MOST: usize = 99;

/// How far from a reference its text may be named, in characters: some two pages.
const LOOK: usize = 4_000;

/// What tells the articles of a draft from those of others. When in doubt a reference is another
/// text's: a false alarm costs more than a missed fault.
pub(super) struct Owner {
    /// How the document calls itself, in lower case.
    names: Vec<String>,
    /// The labels of its parties, which may follow a reference without a comma.
    labels: Vec<String>,
    /// Whether it speaks of an earlier agreement's articles as a matter of course.
    amends: bool,
}

impl Owner {
    /// The marks of a draft.
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        let facts = draft.facts();
        let spoken = facts.spoken_name().to_lowercase();
        let said = facts.parties().flat_map(|party| [party.label(), party.institution()]);
        let said = said.flatten();
        let common = facts.text(Role::SebutanBersama).into_iter().chain(["PIHAK", "PARA PIHAK"]);
        let labels = said.chain(common).map(str::to_owned).filter(|label| !label.is_empty());
        Self {
            names: vec![spoken, draft.kind.name.to_lowercase()],
            labels: labels.collect(),
            amends: facts.node(Role::Pendahulu).is_some_and(|node| !node.is_empty()),
        }
    }

    /// Why a reference may be to another text; `None` when it is to this one.
    pub(super) fn doubt(&self, text: &str, span: &Span, number: usize) -> Option<Doubt> {
        // Bounded: of a page full of references each would look through all the others.
        let before = tail(text.get(..span.start).unwrap_or_default(), LOOK);
        let after = rest_of_series(head(text.get(span.end..).unwrap_or_default(), LOOK));
        if self.is_own(after) {
            return None;
        }
        if number > MOST {
            return Some(Doubt::Beyond);
        }
        if in_quotation(before) {
            return Some(Doubt::InQuotation);
        }
        if follows_a_text(before) || self.names_a_text(after) {
            return Some(Doubt::Elsewhere);
        }
        self.amends.then_some(Doubt::OfAmended)
    }

    /// "Perjanjian Kerja Sama ini", "Perjanjian ini": the document itself.
    fn is_own(&self, after: &str) -> bool {
        let words: Vec<String> =
            after.split_whitespace().take(8).map(|word| word.to_lowercase()).collect();
        let words = match words.split_first() {
            Some((joint, rest)) if is_joint(joint) => rest,
            _ => &words,
        };
        let this = words.iter().position(|word| word.trim_end_matches([',', '.', ';']) == "ini");
        let Some(named) = this.and_then(|at| words.get(..at)) else {
            return false;
        };
        let said = named.join(" ");
        let plain = ["perjanjian", "naskah", "kesepakatan", "nota kesepahaman", "memorandum"];
        self.names.contains(&said) || plain.contains(&said.as_str())
    }

    /// Whether the name of another text follows: "Pasal 9 Nota Kesepahaman", "Pasal 4 dari Statuta".
    fn names_a_text(&self, after: &str) -> bool {
        let after = after.trim_start();
        let (first, rest) = after.split_once(char::is_whitespace).unwrap_or((after, ""));
        let joined = is_joint(&first.to_lowercase());
        let name = if joined { rest.trim_start() } else { after };
        let labelled = self.labels.iter().any(|label| name.starts_with(label.as_str()));
        let capital = name.starts_with(char::is_uppercase);
        TEXT.is_match(name) || (capital && (joined || !labelled))
    }
}

fn is_joint(word: &str) -> bool {
    matches!(word, "dari" | "pada" | "dalam" | "atas" | "di" | "menurut" | "sesuai")
}

fixed_patterns! {
    /// A text with articles at the head of some words.
    TEXT = r"(?ix-u)^(?:undang-undang|undang\s+undang|peraturan|keputusan|instruksi|kitab|kuh|uud?\b|pp\b|perpres|permen|perda|
        perka|kepmen|keppres|anggaran\s+(?:dasar|rumah)|konvensi|statuta|piagam|protokol|traktat|akta|kontrak|perjanjian|
        nota\s+kesepahaman|kesepakatan|memorandum|naskah|adendum|addendum|amandemen|burgerlijk|bw\b)";
    /// The rest of a series of references.
    SERIES = r"(?ix-u)^(?:\s*(?:ayat\s+\(\d+\)|huruf\s+[a-z]\b|angka\s+\d+\b
            | (?:,|,?\s*dan(?:/atau)?|,?\s*atau|,?\s*serta|s\.d\.|s/d|sampai\s+dengan|hingga|juncto|jo\.?|-)\s*
              (?:pasal\s+\d+[a-z]?\b|ayat\s+\(\d+\)|huruf\s+[a-z]\b|angka\s+\d+\b|\(\d+\)|\d+[a-z]?\b|[a-z]\b)))*";
    /// A law or another agreement among some words.
    LAW = r"(?ix)\bkitab\b|\bkuhp|\bkuh\s+perdata|\b(?:uud?|pp)\s+(?:no|nomor|\d)|\bundang-undang\s+(?:no|nomor|dasar|tentang|[A-Z])
            | \b(?:permen|perda|perpres|perka|perban|pergub|perbup|perwa|kepmen|kepp?res|inpres|pmk)\w*\s
            | \b(?:peraturan|keputusan|instruksi|akta|statuta|konvensi|kontrak|anggaran\s+dasar)\s[^.;]{0,160}\b(?:nomor|no\.|tahun)\s
            | \b(?:perjanjian|nota\s+kesepahaman|kesepakatan|memorandum)\s[^.;]{0,60}\b(?:nomor|no\.|tanggal|tertanggal|induk|terdahulu|sebelumnya)\b
            | \b(?:statuta|anggaran\s+dasar|anggaran\s+rumah\s+tangga|konvensi|piagam)\b";
}

/// What follows a reference once the rest of its series is passed: ", Pasal 5, dan 6 ayat (2)".
fn rest_of_series(after: &str) -> &str {
    let end = SERIES.find(after).map_or(0, |found| found.end());
    after.get(end..).unwrap_or(after)
}

/// Whether quotation marks are still open: an amendment quotes the old wording and the new.
fn in_quotation(before: &str) -> bool {
    let curly = before.matches('“').count() > before.matches('”').count();
    curly || !before.matches('"').count().is_multiple_of(2)
}

/// Whether the clause before a reference ends with a law or another agreement: "Kitab …",
/// "Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian, khususnya".
fn follows_a_text(before: &str) -> bool {
    let clause = before.rsplit([';', '\n']).next().unwrap_or_default();
    // A full stop ends the clause only where a sentence does, not in "No. 6".
    let clause = clause.rsplit(". ").next().filter(|part| part.len() > 3).unwrap_or(clause);
    let near = tail(clause, 240);
    let generic = near.to_lowercase().replace("perundang-undangan", "");
    let ended = near.trim_end().to_lowercase();
    let dated = ended.rsplit(' ').next().is_some_and(|year| {
        let year = year.trim_end_matches([',', ')']);
        year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && ended.contains("tahun ")
    });
    dated || LAW.is_match(&generic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubt(text: &str) -> bool {
        let owner = Owner {
            names: vec!["perjanjian kerja sama".into()],
            labels: vec!["PIHAK KESATU".into(), "PARA PIHAK".into()],
            amends: false,
        };
        let start = text.find("Pasal 12").expect("a reference");
        owner.doubt(text, &(start..start + "Pasal 12".len()), 12).is_some()
    }

    #[test]
    fn articles_of_others() {
        for text in [
            "sesuai dengan Pasal 12 Undang-Undang Nomor 6 Tahun 2011",
            "Pasal 12 dan 1267 KUH Perdata",
            "Pasal 12 ayat (2) dan (3) Kitab Undang-Undang Hukum Perdata",
            "menurut Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian, khususnya Pasal 12",
            "Peraturan Pemerintah Nomor 31 Tahun 2013 tentang Pelaksanaan, Pasal 12",
            "sebagaimana dimaksud dalam Pasal 12 Nota Kesepahaman",
            "sesuai Pasal 12 Statuta Universitas Contoh",
            "Pasal 12 dari Perjanjian Induk",
            "Pasal 12 perjanjian sewa antara keduanya",
            "berbunyi: “Biaya menurut Pasal 12 dibebankan”",
            "berdasarkan Anggaran Dasar Yayasan, Pasal 12",
            "Permenimipas Nomor 8 Tahun 2025, khususnya Pasal 1 ayat (1) dan Pasal 12",
        ] {
            assert!(doubt(text), "{text}");
        }
    }

    #[test]
    fn articles_of_this_text() {
        for text in [
            "sebagaimana dimaksud dalam Pasal 12 dilaksanakan oleh",
            "sesuai dengan peraturan perundang-undangan dan Pasal 12.",
            "Pasal 12 ayat (2) huruf a Perjanjian Kerja Sama ini",
            "dimaksud pada Pasal 12 PARA PIHAK sepakat",
            "Pasal 12 Perjanjian ini, wajib",
            "(lihat Pasal 12)",
        ] {
            assert!(!doubt(text), "{text}");
        }
    }
}
