//! Which known word a mistyped one was meant to be.

/// The known word nearest to a mistyped one, if it is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    near(word, known).into_iter().min_by_key(|(distance, _)| *distance).map(|(_, other)| other)
}

/// The nearest, and whether no other known word is near enough as well.
pub(crate) fn nearest_and_only<'a>(
    word: &str,
    known: impl Iterator<Item = &'a str>,
) -> (Option<&'a str>, bool) {
    let near = near(word, known);
    let nearest = near.iter().min_by_key(|(distance, _)| *distance).map(|(_, other)| *other);
    (nearest, near.len() == 1)
}

/// A key as the kinds write theirs: in small letters, words joined with `_`.
pub(crate) fn folded_key(word: &str) -> String {
    word.to_lowercase().replace(['-', ' '], "_")
}

/// How many letters of a key are too many, wanting, wrong or the wrong way round.
pub(crate) fn key_distance(one: &str, other: &str) -> usize {
    strsim::damerau_levenshtein(one, other)
}

fn near<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    // A hostile key of a megabyte is near to nothing; the distance costs its length.
    if word.len() > 80 {
        return Vec::new();
    }
    let folded = folded_key(word);
    let letters = folded.chars().count();
    let most = |other: &str| other.len().div_ceil(3).max(1);
    known
        // So many letters more or fewer are at least as far; most words are passed over here.
        .filter(|other| letters.abs_diff(other.chars().count()) <= most(other))
        .map(|other| (strsim::damerau_levenshtein(&folded, &other.replace('-', "_")), other))
        .filter(|(distance, other)| *distance <= most(other))
        .collect()
}
