//! Characters that can be printed: those the embedded fonts hold, without control characters.

use std::sync::LazyLock;

use crate::assets;
use crate::source::Span;

static COVERED: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let bytes = assets::templates_under("_bersama/huruf/cakupan.txt").map(|(_, bytes)| bytes);
    let text = bytes.filter_map(|bytes| std::str::from_utf8(bytes).ok()).collect::<String>();
    text.lines().filter_map(range).collect()
});

fn range(line: &str) -> Option<(u32, u32)> {
    let (first, last) = line.split_once('-')?;
    let number = |hex: &str| u32::from_str_radix(hex.trim(), 16).ok();
    Some((number(first)?, number(last)?))
}

/// Whether an embedded font holds a character.
pub fn covered(c: char) -> bool {
    let code = u32::from(c);
    let after = COVERED.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).and_then(|at| COVERED.get(at)).is_some_and(|(_, last)| code <= *last)
}

/// Faults of a text: the rule's code, the bytes, and the character by its number.
pub fn faults(text: &str) -> impl Iterator<Item = (&'static str, Span, String)> {
    text.char_indices().filter_map(|(at, c)| {
        let code = if c.is_ascii() {
            control(c).then_some("karakter-kendali")
        } else if control(c) {
            Some("karakter-kendali")
        } else {
            (!covered(c)).then_some("karakter-tanpa-huruf")
        }?;
        Some((code, at..at + c.len_utf8(), format!("U+{:04X}", u32::from(c))))
    })
}

/// Characters that print nothing and can hide or turn around what is read.
fn control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
