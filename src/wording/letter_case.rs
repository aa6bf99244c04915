//! Words in the letters that stood there before: a correction looks like what it corrects.

use crate::text::capitalised;

/// A text in the case of a model: all capitals, every word with a capital, a capital at the head,
/// or small letters. Names that have a capital of their own keep it.
pub(crate) fn in_case_of(model: &str, text: &str) -> String {
    let letters: Vec<char> = model.chars().filter(|c| c.is_alphabetic()).collect();
    let words: Vec<&str> = model.split_whitespace().collect();
    if letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) {
        return text.to_uppercase();
    }
    if words.len() > 1 && words.iter().all(|word| capital(word)) {
        return text.split(' ').map(capitalised).collect::<Vec<_>>().join(" ");
    }
    if words.first().is_some_and(|word| capital(word)) {
        return capitalised(text);
    }
    text.to_owned()
}

fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::in_case_of;

    #[test]
    fn cases() {
        assert_eq!(in_case_of("SENIN", "Selasa"), "SELASA");
        assert_eq!(in_case_of("Dua Puluh", "tiga puluh"), "Tiga Puluh");
        assert_eq!(in_case_of("Dua puluh", "tiga puluh"), "Tiga puluh");
        assert_eq!(in_case_of("dua", "tiga"), "tiga");
        assert_eq!(
            in_case_of("tanggal dua bulan Mei", "tanggal dua bulan Juni"),
            "tanggal dua bulan Juni"
        );
    }
}
