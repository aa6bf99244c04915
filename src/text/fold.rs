//! Texts in the plainest writing, for comparing what people spell differently.

/// Case and runs of blanks folded.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let lower = text.to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    for word in lower.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn fold_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut apart = false;
    for c in text.chars() {
        if c.is_ascii_whitespace() || c == '\u{b}' {
            apart = true;
            continue;
        }
        if std::mem::take(&mut apart) && !folded.is_empty() {
            folded.push(' ');
        }
        folded.push(c.to_ascii_lowercase());
    }
    folded
}

/// The words of a heading, case and marks aside; "kerjasama" counts as two words, "co-op" as one.
pub(crate) fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace("kerjasama", "kerja sama").replace("co-op", "coop");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_count_as_one() {
        assert_eq!(fold("  PIHAK \n Kesatu"), "pihak kesatu");
        assert_eq!(fold(" A\u{b}b\t \r\nC\u{1f}D "), "a b c\u{1f}d");
        assert_eq!(fold(" É\u{a0}b "), "é b");
        assert_eq!(
            words("Bentuk-bentuk KERJASAMA (co-operation)"),
            ["bentuk", "bentuk", "kerja", "sama", "cooperation"]
        );
    }
}
