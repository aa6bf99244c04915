//! Texts in the plainest writing, for comparing what people spell differently.

/// Case and runs of blanks folded.
pub(crate) fn fold(text: &str) -> String {
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
        assert_eq!(
            words("Bentuk-bentuk KERJASAMA (co-operation)"),
            ["bentuk", "bentuk", "kerja", "sama", "cooperation"]
        );
    }
}
