//! Soft hyphens, since Typst knows no patterns for Indonesian and Malay.

use crate::text::script::SOFT_HYPHEN;
use crate::wording::division_places;

/// The shortest word that is divided, in letters.
const SHORTEST: usize = 8;
/// What a line ends with at least, in letters: "ke-" and "di-" read as words of their own there.
const LEAST_BEFORE: usize = 3;

/// A word of small letters with soft hyphens where it may be divided; `None` when it is short, a
/// name, a number, a compound with a hyphen of its own, or unknown.
pub(super) fn hyphenate(word: &str) -> Option<String> {
    let core = word.trim_matches(|c: char| ",.;:()\"".contains(c));
    let start = word.find(core).filter(|_| core.len() >= SHORTEST)?;
    let mut places = division_places(core);
    places.retain(|place| *place >= LEAST_BEFORE);
    if places.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(word.len() + SOFT_HYPHEN.len_utf8() * places.len());
    for (at, c) in word.char_indices() {
        if at.checked_sub(start).is_some_and(|at| places.contains(&at)) {
            out.push(SOFT_HYPHEN);
        }
        out.push(c);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(word: &str) -> String {
        hyphenate(word).map_or_else(|| word.to_owned(), |word| word.replace(SOFT_HYPHEN, "-"))
    }

    #[test]
    fn words_are_divided_beside_their_affixes() {
        assert_eq!(shown("pertanggungjawaban,"), "per-tanggung-jawab-an,");
        assert_eq!(shown("(keimigrasian)."), "(keimigrasi-an).");
        assert_eq!(shown("pemasyarakatan"), "pemasya-ra-kat-an");
        assert_eq!(shown("perpanjangan"), "per-panjang-an");
    }

    #[test]
    fn no_line_ends_with_a_short_prefix_or_begins_with_a_letter() {
        let list = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/penggal.tsv"));
        let words = list.lines().filter_map(|line| line.split('\t').next());
        let divided: Vec<String> = words.filter_map(hyphenate).collect();
        assert!(divided.len() > 2_000, "{}", divided.len());
        for word in divided {
            let pieces: Vec<&str> = word.split(SOFT_HYPHEN).collect();
            assert!(pieces[0].len() >= 3 && pieces[pieces.len() - 1].len() >= 2, "{word}");
        }
    }

    #[test]
    fn names_numbers_and_short_words_stay_whole() {
        for word in [
            "",
            ",",
            "Pemasyarakatan",
            "layanan",
            "2026-01",
            "NIP",
            "a/b/cdefgh",
            "undang-undang",
            "étéétété",
            "surakarta",
        ] {
            assert_eq!(hyphenate(word), None, "{word}");
        }
    }
}
