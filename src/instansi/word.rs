//! Names and titles as plain words.

/// A word in its plainest writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// Whether a sign of separation (comma, bracket, slash, line end) stands before it.
    pub(super) fresh: bool,
}

/// The words of a text in lower case, without signs: any blank, hyphen or full stop parts them.
/// English articles and prepositions are left out, so that "Minister of Law" reads "minister law".
pub(super) fn fold(text: &str) -> Vec<Word> {
    let mut fold = Fold::default();
    for c in text.chars() {
        fold.take(c);
    }
    fold.end();
    fold.words
}

/// The words alone.
pub(super) fn plain(text: &str) -> Vec<String> {
    fold(text).into_iter().map(|word| word.text).collect()
}

#[derive(Default)]
struct Fold {
    words: Vec<Word>,
    current: String,
    fresh: bool,
}

impl Fold {
    fn take(&mut self, c: char) {
        if c.is_alphanumeric() {
            self.current.extend(c.to_lowercase());
        } else if c == '&' {
            self.end();
            self.current.push_str("dan");
            self.end();
        } else if !is_nothing(c) {
            self.end();
            self.fresh |= is_separation(c);
        }
    }

    /// Ends the word at hand.
    fn end(&mut self) {
        if self.current.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.current);
        match text.as_str() {
            "of" | "the" | "for" => {}
            "and" => self.push("dan".to_owned()),
            _ => self.push(text),
        }
    }

    fn push(&mut self, text: String) {
        let fresh = std::mem::take(&mut self.fresh);
        self.words.push(Word { text, fresh });
    }
}

/// Signs that part no words: apostrophes, joiners, soft hyphens, direction marks, and accents that
/// stand for themselves.
fn is_nothing(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

fn is_separation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '[' | ']' | '/' | '|' | '\n' | '\r' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_blanks_and_case_mean_nothing() {
        let wanted = ["peraturan", "perundang", "undangan", "dan", "r", "i"];
        assert_eq!(plain("PERATURAN\u{a0}\u{2003} Perundang-undangan & R.I."), wanted);
        assert_eq!(plain("Pe\u{ad}raturan Perundang\u{2011}undangan and R. I."), wanted);
        assert_eq!(plain("Minister of Law, the People’s"), ["minister", "law", "peoples"]);
        assert!(plain(" ,.-\u{200b} ").is_empty());
    }

    #[test]
    fn a_separation_is_remembered() {
        let fresh: Vec<bool> =
            fold("Biro Hukum, BPOM (Pusat)").iter().map(|word| word.fresh).collect();
        assert_eq!(fresh, [false, false, true, true]);
    }
}
