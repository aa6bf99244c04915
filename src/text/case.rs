//! Capitals at the head of words.

/// A text with a capital at its head; the other letters stay as they are.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A title in ordinary case: every word with a capital but the small words between them.
pub(crate) fn title_case(text: &str) -> String {
    text.split(' ').map(titled).collect::<Vec<_>>().join(" ")
}

fn titled(word: &str) -> String {
    const SMALL: [&str; 6] = ["dan", "atau", "antara", "di", "tentang", "dengan"];
    let lower = word.to_lowercase();
    if SMALL.contains(&lower.as_str()) {
        return lower;
    }
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + &letters.as_str().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_words() {
        assert_eq!(title_case("NOTA KESEPAKATAN DAN  PIAGAM"), "Nota Kesepakatan dan  Piagam");
        assert_eq!(capitalised("nota dinas usulan"), "Nota dinas usulan");
        assert_eq!(capitalised("éÉ"), "ÉÉ");
        assert_eq!((capitalised(""), title_case("")), (String::new(), String::new()));
    }
}
