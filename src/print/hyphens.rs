//! Soft hyphens, since Typst knows no patterns for Indonesian and Malay.

use crate::text::script::SOFT_HYPHEN;
use crate::wording::division_places;

/// The shortest word that is divided, in letters.
const SHORTEST: usize = 8;

/// A word of small letters with soft hyphens where it may be divided; `None` when it is short, a
/// name, a number, a compound with a hyphen of its own, or unknown.
pub(super) fn hyphenate(word: &str) -> Option<String> {
    let core = word.trim_matches(|c: char| ",.;:()\"".contains(c));
    let places = if core.len() < SHORTEST { Vec::new() } else { division_places(core) };
    if places.is_empty() {
        return None;
    }
    let start = word.find(core)?;
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
        assert_eq!(shown("(keimigrasian)."), "(ke-imigrasi-an).");
        assert_eq!(shown("pemasyarakatan"), "pe-masya-ra-kat-an");
        assert_eq!(shown("perpanjangan"), "per-panjang-an");
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
