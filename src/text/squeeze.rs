//! Blanks as they are printed.

/// What counts as a blank; a no-break space does not.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Joins lines and runs of blanks; a no-break space stays.
pub fn squeeze(text: &str) -> String {
    let mut out = String::new();
    squeeze_onto(&mut out, text);
    out
}

/// The same, added to a text.
pub(crate) fn squeeze_onto(out: &mut String, text: &str) {
    let text = text.trim_matches(BLANKS);
    // Nearly every line has single spaces alone.
    if is_plain(text) {
        return out.push_str(text);
    }
    for (at, word) in text.split(BLANKS).filter(|word| !word.is_empty()).enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// Whether a text has single spaces for blanks. Each byte is looked at, without a way out in between:
/// so the compiler looks at many at once.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let broken = bytes.iter().fold(false, |any, b| any | matches!(b, b'\t' | b'\n' | b'\r'));
    let next = bytes.get(1..).unwrap_or_default();
    let pairs = bytes.iter().zip(next);
    !broken && !pairs.fold(false, |any, (one, two)| any | (*one == b' ') & (*two == b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined() {
        assert_eq!(squeeze(" a  b\n\tc\r\n"), "a b c");
        assert_eq!(squeeze("a\u{a0} b"), "a\u{a0} b");
        assert_eq!(squeeze(" \n "), "");
        let long = "kata ".repeat(40);
        assert_eq!(squeeze(&format!("{long}\u{a0}  x{long}\ny")), format!("{long}\u{a0} x{long}y"));
    }
}
