//! Letters with marks piled upon them.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// The most characters that one letter may be made of: what Unicode calls safe for streams. Typst
/// takes memory by their square.
pub(crate) const MOST: usize = 31;

/// A text in which no letter is made of more characters than that.
#[cfg_attr(not(feature = "render"), allow(dead_code, reason = "only pages are laid out"))]
pub(crate) fn cut(text: &str) -> Cow<'_, str> {
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    if foreign < MOST || text.graphemes(true).all(|letter| letter.chars().count() <= MOST) {
        return Cow::Borrowed(text);
    }
    text.graphemes(true).flat_map(|letter| letter.chars().take(MOST)).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn piles_are_cut_and_nothing_else() {
        for text in ["", "abc", "Attaché – “Café” مُحَمَّدٌ", &"é".repeat(100)] {
            assert!(matches!(cut(text), Cow::Borrowed(_)), "{text}");
        }
        let piled = format!("xa{}bé", "\u{301}".repeat(20_000));
        assert_eq!(cut(&piled), format!("xa{}bé", "\u{301}".repeat(MOST - 1)));
    }
}
