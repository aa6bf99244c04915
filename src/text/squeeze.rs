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

fn is_plain(text: &str) -> bool {
    let mut last = b'x';
    text.bytes().all(|byte| {
        let double = byte == b' ' && last == b' ';
        last = byte;
        !double && !matches!(byte, b'\t' | b'\n' | b'\r')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined() {
        assert_eq!(squeeze(" a  b\n\tc\r\n"), "a b c");
        assert_eq!(squeeze("a\u{a0} b"), "a\u{a0} b");
        assert_eq!(squeeze(" \n "), "");
    }
}
