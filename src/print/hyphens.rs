//! Where Indonesian and Malay words may be divided: between syllables, never after the first letter
//! or before the last. Typst knows no patterns for either language.

use crate::text::script::SOFT_HYPHEN;

/// The shortest word that is divided, and what must stand on either side of a break.
const SHORTEST: usize = 8;
const MARGIN: usize = 3;

/// A word of small letters with soft hyphens between its syllables; `None` when it is short, a
/// name, a number, or has letters that the rule does not know.
pub(super) fn hyphenate(word: &str) -> Option<String> {
    let core = word.trim_matches(|c: char| !c.is_ascii_lowercase());
    if core.len() < SHORTEST || !core.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    if !word.chars().all(|c| c.is_ascii_lowercase() || ",.;:()\"".contains(c)) {
        return None;
    }
    let start = word.find(core)?;
    let breaks = breaks(core);
    if breaks.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(word.len() + 2 * breaks.len());
    for (at, c) in word.char_indices() {
        if at >= start && breaks.contains(&(at - start)) {
            out.push(SOFT_HYPHEN);
        }
        out.push(c);
    }
    Some(out)
}

/// The bytes before which a word may be divided.
fn breaks(word: &str) -> Vec<usize> {
    let units = units(word);
    let mut found = Vec::new();
    for window in 0..units.len() {
        let vowel = |at: usize| units.get(at).is_some_and(|(_, unit)| is_vowel(unit));
        let consonant = |at: usize| units.get(at).is_some_and(|(_, unit)| !is_vowel(unit));
        // V-KV: before a single consonant; VK-KV: between two of them.
        let single = window > 0 && vowel(window - 1) && consonant(window) && vowel(window + 1);
        let double = window > 1
            && vowel(window - 2)
            && consonant(window - 1)
            && consonant(window)
            && vowel(window + 1);
        let here = units.get(window).map(|(at, _)| *at).filter(|_| single || double);
        found.extend(here.filter(|at| *at >= MARGIN && word.len() - at >= MARGIN));
    }
    found
}

/// Letters, with ng, ny, kh and sy as one.
fn units(word: &str) -> Vec<(usize, &str)> {
    let mut units = Vec::new();
    let mut at = 0;
    while at < word.len() {
        let pair = word.get(at..at + 2).filter(|pair| matches!(*pair, "ng" | "ny" | "kh" | "sy"));
        let unit = pair.or_else(|| word.get(at..at + 1)).unwrap_or_default();
        units.push((at, unit));
        at += unit.len().max(1);
    }
    units
}

fn is_vowel(unit: &str) -> bool {
    matches!(unit, "a" | "e" | "i" | "o" | "u")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(word: &str) -> String {
        hyphenate(word).map_or_else(|| word.to_owned(), |word| word.replace(SOFT_HYPHEN, "-"))
    }

    #[test]
    fn syllables() {
        assert_eq!(shown("pertanggungjawaban,"), "per-tang-gung-ja-wa-ban,");
        assert_eq!(shown("keimigrasian"), "kei-mig-ra-sian");
        assert_eq!(shown("pemasyarakatan"), "pema-sya-ra-ka-tan");
        assert_eq!(shown("penyelenggaraan"), "penye-leng-ga-raan");
    }

    #[test]
    fn names_numbers_and_short_words_stay_whole() {
        for word in
            ["Pemasyarakatan", "kerja", "2026-01", "NIP", "a/b/cdefgh", "undang-undang", "étéétété"]
        {
            assert_eq!(hyphenate(word), None, "{word}");
        }
    }
}
