//! Characters that more than one room asks about: scripts from the right, marks, soft hyphens.

/// The mark of a place where a word may be divided; it is seen only where a line ends.
pub(crate) const SOFT_HYPHEN: char = '\u{AD}';

/// The Arabic letters, which join their neighbours, with their signs and marks; first and last of
/// each range.
pub(crate) const ARABIC: [(char, char); 5] = [
    ('\u{600}', '\u{6FF}'),
    ('\u{750}', '\u{77F}'),
    ('\u{870}', '\u{8FF}'),
    ('\u{FB50}', '\u{FDFF}'),
    ('\u{FE70}', '\u{FEFC}'),
];

/// Whether a character is of the Arabic script (also Jawi).
pub(crate) fn is_arabic(c: char) -> bool {
    ARABIC.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Letters, signs and marks of the scripts from the right that the fonts hold: Arabic and Hebrew.
pub(crate) fn is_from_right(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5F4}' | '\u{FB1D}'..='\u{FB4F}') || is_arabic(c)
}

/// Marks that stand on a letter, of the scripts that the fonts hold.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'
        | '\u{5C1}'..='\u{5C2}' | '\u{5C4}'..='\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{898}'..='\u{89F}' | '\u{8CA}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{2DE0}'..='\u{2DFF}' | '\u{A66F}'..='\u{A67D}' | '\u{A69E}'..='\u{A69F}'
        | '\u{FB1E}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether a letter from the right joins none that follows it (Unicode, ArabicShaping.txt: joining type
/// R or U; no Hebrew letter joins), so that a word may be divided behind it without changing the form of a letter.
pub(crate) fn joins_nothing_behind(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5EA}' | '\u{621}'..='\u{625}' | '\u{627}' | '\u{629}' | '\u{62F}'..='\u{632}' | '\u{648}'
        | '\u{671}'..='\u{677}' | '\u{688}'..='\u{699}' | '\u{6C0}' | '\u{6C3}'..='\u{6CB}' | '\u{6CD}'
        | '\u{6CF}' | '\u{6D2}' | '\u{6D3}' | '\u{6D5}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_their_marks() {
        assert!("بڤࢬﷺﻻ".chars().all(|c| is_arabic(c) && is_from_right(c) && !is_mark(c)));
        assert!("שﬢ".chars().all(|c| is_from_right(c) && !is_arabic(c)));
        assert!("\u{64E}\u{8F0}".chars().all(|c| is_arabic(c) && is_mark(c)));
        assert!("aé1 –".chars().all(|c| !is_from_right(c) && !is_mark(c)));
    }

    #[test]
    fn arabic_ranges_are_in_order() {
        assert!(ARABIC.iter().all(|(first, last)| first < last));
        assert!(ARABIC.iter().zip(ARABIC.iter().skip(1)).all(|((_, last), (next, _))| last < next));
    }
}
