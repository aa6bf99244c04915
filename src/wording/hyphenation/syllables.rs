//! The syllables of a base, as far as its letters tell.

use super::cuts::Cuts;

/// Two letters for one sound (EYD V "Pemenggalan Kata" 1.b, c and g); "gh" is Malay.
pub(super) const PAIRS: [&str; 10] = ["ng", "ny", "kh", "sy", "gh", "ai", "au", "ei", "oi", "eu"];

/// A sound with the byte where its letters begin.
type Placed<'a> = (usize, &'a str);

/// The places between syllables: V-V, V-KV, VK-KV and VK-KKV (EYD V "Pemenggalan Kata" 1). Where
/// two consonants may begin a syllable together ("de-mo-kra-si", but "in-teg-ra-si"), editions of
/// the dictionary differ, and nothing is divided.
pub(super) fn syllables(base: &str) -> Cuts {
    let mut cuts = Cuts::NONE;
    let mut between: Option<Vec<Placed<'_>>> = None;
    for (at, sound) in sounds(base) {
        if !sound.bytes().next().is_some_and(is_vowel) {
            between.iter_mut().for_each(|consonants| consonants.push((at, sound)));
            continue;
        }
        let begins = between.and_then(|consonants| beginning(&consonants, at));
        cuts = cuts.and(begins.map_or(Cuts::NONE, Cuts::at));
        between = Some(Vec::new());
    }
    cuts
}

/// Where the syllable of a vowel begins, after the consonants since the vowel before it.
fn beginning(consonants: &[Placed<'_>], vowel: usize) -> Option<usize> {
    match consonants {
        [] => Some(vowel),
        [(only, _)] => Some(*only),
        [(_, first), (second, next)] => (!begin_together(first, next)).then_some(*second),
        [(_, first), (second, next), (_, last)] => {
            (ends_a_syllable(first) && begin_together(next, last)).then_some(*second)
        }
        _ => None,
    }
}

/// A stop or f before a liquid, or what Sanskrit and Dutch words begin with.
fn begin_together(first: &str, second: &str) -> bool {
    let stop = matches!(first, "b" | "c" | "d" | "f" | "g" | "k" | "p" | "t");
    stop && matches!(second, "l" | "r")
        || matches!((first, second), ("d" | "k" | "s" | "t", "w") | ("s", "r"))
}

/// Consonants that leave the next two to the next syllable: "in-dus-tri", "kon-tra".
fn ends_a_syllable(sound: &str) -> bool {
    matches!(sound, "l" | "m" | "n" | "ng" | "r" | "s")
}

fn sounds(base: &str) -> Vec<Placed<'_>> {
    let mut sounds = Vec::new();
    let mut at = 0;
    while let Some(letter) = base.get(at..=at) {
        let pair = base.get(at..at + 2).filter(|pair| PAIRS.contains(pair));
        let sound = pair.unwrap_or(letter);
        sounds.push((at, sound));
        at += sound.len();
    }
    sounds
}

/// Whether a letter is a vowel.
pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
