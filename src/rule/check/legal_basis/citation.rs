//! Regulations as texts cite them: `Undang-Undang Nomor 39 Tahun 2008`, `UU No. 39 Tahun 2008`,
//! `UU 39/2008`.

use std::sync::LazyLock;

use crate::rule::legal_bases;

/// A word or a sign of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// In lower case.
    Word(String),
    Sign(char),
}

impl Token {
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Sign(_) => None,
        }
    }

    fn is(&self, wanted: &str) -> bool {
        self.word() == Some(wanted)
    }
}

/// A regulation that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Regulation {
    /// The full name of its kind, as `schemas/dasar-hukum` has it.
    pub(super) kind: &'static str,
    pub(super) number: String,
    pub(super) year: i64,
}

/// A text with the regulations that it cites.
#[derive(Debug)]
pub(super) struct Cited {
    tokens: Vec<Token>,
    citations: Vec<Citation>,
}

/// A citation, and the tokens that it takes.
#[derive(Debug)]
struct Citation {
    regulation: Regulation,
    start: usize,
    end: usize,
}

impl Cited {
    /// Reads a text once from its beginning to its end.
    pub(super) fn read(text: &str) -> Self {
        let tokens = tokens(text);
        let mut citations: Vec<Citation> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let found = citation_at(&tokens, at).or_else(|| another(&tokens, at, citations.last()));
            at = found.as_ref().map_or(at + 1, |found| found.end);
            citations.extend(found);
        }
        Self { tokens, citations }
    }

    /// The regulations, in their order.
    pub(super) fn regulations(&self) -> impl Iterator<Item = &Regulation> {
        self.citations.iter().map(|citation| &citation.regulation)
    }

    /// Whether it cites a regulation.
    pub(super) fn cites(&self, regulation: &Regulation) -> bool {
        self.regulations().any(|one| one == regulation)
    }

    /// Whether the text speaks of changes of regulations.
    pub(super) fn speaks_of_change(&self) -> bool {
        let words = self.tokens.iter().filter_map(Token::word);
        words.into_iter().any(|word| matches!(word, "diubah" | "perubahan" | "perubahannya"))
    }

    /// Whether wherever the text cites a regulation it says that it has ended, or what ends it: "…
    /// telah dicabut", "mencabut …". The end of anything else says nothing of it.
    pub(super) fn tells_end_of(&self, regulation: &Regulation) -> bool {
        let citations = self.citations.iter().filter(|one| one.regulation == *regulation);
        let mut citations = citations.peekable();
        citations.peek().is_some()
            && citations.all(|one| self.is_ended_before(one) || self.is_ended_behind(one))
    }

    /// "mencabut (ketentuan) …", "menyatakan tidak berlaku …", "sebagai pengganti …".
    fn is_ended_before(&self, citation: &Citation) -> bool {
        let before = self.tokens.get(..citation.start).unwrap_or_default();
        let fills = |token: &&Token| token.word().is_some_and(|word| FILLERS.contains(&word));
        let filling: Vec<&Token> = before.iter().rev().take_while(fills).collect();
        let verb = before.iter().rev().nth(filling.len()).and_then(Token::word);
        verb.is_some_and(|word| ENDING.contains(&word))
            || ["menyatakan", "tidak"].iter().all(|word| filling.iter().any(|token| token.is(word)))
    }

    /// "… (tentang …) (yang telah) dicabut", "…, dinyatakan tidak berlaku".
    fn is_ended_behind(&self, citation: &Citation) -> bool {
        let rest = self.tokens.get(citation.end..).unwrap_or_default();
        let rest = without_brackets(rest);
        match rest.first() {
            Some(token) if token.is("tentang") => is_ended_after_title(rest),
            _ => states_end(rest),
        }
    }
}

/// What may stand between the verb that ends a regulation and the regulation.
const FILLERS: [&str; 10] = [
    "dan",
    "menyatakan",
    "tidak",
    "berlaku",
    "lagi",
    "ketentuan",
    "atas",
    "dari",
    "terhadap",
    "keberlakuan",
];

/// What ends the regulation behind it.
const ENDING: [&str; 7] = [
    "mencabut",
    "menggantikan",
    "mengganti",
    "pengganti",
    "pencabutan",
    "penggantian",
    "dicabutnya",
];

/// What may stand between a regulation and the word that it has ended.
const LEADING: [&str; 12] = [
    "yang",
    "telah",
    "sudah",
    "kini",
    "dan",
    "dinyatakan",
    "sebagaimana",
    "resmi",
    "kemudian",
    "sekarang",
    "semuanya",
    "lagi",
];

/// The words that say that what stands before them has ended.
const ENDED: [&str; 4] = ["dicabut", "digantikan", "diganti", "dibatalkan"];

/// Whether a title ends in words that state an end: "tentang … telah dicabut", "tentang … (…),
/// dinyatakan tidak berlaku".
fn is_ended_after_title(tokens: &[Token]) -> bool {
    for at in 1..tokens.len().min(TITLE) {
        let rest = tokens.get(at..).unwrap_or_default();
        match rest.first() {
            Some(Token::Sign('(')) => return states_end(without_brackets(rest)),
            Some(Token::Sign(_)) => return states_end(rest),
            Some(_) if states_end(rest) => return !is_doubted(tokens, at),
            _ => {}
        }
    }
    false
}

/// Whether the word before a place makes what follows a mere possibility: "dapat dicabut".
fn is_doubted(tokens: &[Token], at: usize) -> bool {
    const DOUBT: [&str; 10] =
        ["dapat", "akan", "bisa", "boleh", "harus", "belum", "tidak", "bila", "apabila", "jika"];
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    before.and_then(Token::word).is_some_and(|word| DOUBT.contains(&word))
}

/// The tokens that a title takes at most; it keeps the reading in proportion to the text.
const TITLE: usize = 80;

/// Whether the tokens begin with words that state an end: "yang telah dicabut", but not "dapat
/// dicabut".
fn states_end(tokens: &[Token]) -> bool {
    let leading = tokens.iter().take(LEADING.len()).take_while(|token| leads(token)).count();
    match tokens.get(leading..) {
        Some([first, second, ..]) if first.is("tidak") => second.is("berlaku"),
        Some([first, ..]) => first.word().is_some_and(|word| ENDED.contains(&word)),
        _ => false,
    }
}

fn leads(token: &Token) -> bool {
    match token {
        Token::Word(word) => LEADING.contains(&word.as_str()),
        Token::Sign(sign) => *sign == ',',
    }
}

/// The tokens without a group in brackets at their beginning.
fn without_brackets(tokens: &[Token]) -> &[Token] {
    if tokens.first() != Some(&Token::Sign('(')) {
        return tokens;
    }
    let end = tokens.iter().take(TITLE).position(|token| *token == Token::Sign(')'));
    end.and_then(|end| tokens.get(end + 1..)).unwrap_or(tokens)
}

/// The citation that begins at a place.
fn citation_at(tokens: &[Token], at: usize) -> Option<Citation> {
    let rest = tokens.get(at..)?;
    let kind = KINDS.iter().find(|kind| begins(rest, &kind.words))?;
    let (number, year, length) = numbered(rest.get(kind.words.len()..)?)?;
    let regulation = Regulation { kind: kind.full, number, year };
    Some(Citation { regulation, start: at, end: at + kind.words.len() + length })
}

/// "… dan Nomor 44 Tahun 2009" behind a citation is of the same kind.
fn another(tokens: &[Token], at: usize, last: Option<&Citation>) -> Option<Citation> {
    let last = last?;
    let between = tokens.get(last.end..at)?;
    let joins = |token: &Token| token.is("dan") || token.is("serta") || *token == Token::Sign(',');
    if between.len() > 2 || !between.iter().all(joins) || between.is_empty() {
        return None;
    }
    let rest = tokens.get(at..)?;
    let named = rest.first().is_some_and(is_number_word);
    let (number, year, length) = numbered(rest).filter(|_| named)?;
    let regulation = Regulation { kind: last.regulation.kind, number, year };
    Some(Citation { regulation, start: at, end: at + length })
}

fn begins(tokens: &[Token], words: &[String]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

fn is_number_word(token: &Token) -> bool {
    ["nomor", "no", "nomer"].iter().any(|word| token.is(word))
}

/// "(Republik Indonesia) Nomor 39 Tahun 2008", "39/2008", "44/PMK.08/2014": the number, the year and
/// the tokens that they take.
fn numbered(tokens: &[Token]) -> Option<(String, i64, usize)> {
    let mut reader = Reader { tokens, at: 0 };
    reader.skip(|token| ["negara", "republik", "indonesia", "ri"].iter().any(|w| token.is(w)));
    reader.skip(|token| is_number_word(token) || matches!(token, Token::Sign('.' | ':')));
    let number = reader.next()?.word().filter(|word| starts_with_digit(word))?.to_owned();
    if reader.skip(|token| token.is("tahun") || token.is("th") || *token == Token::Sign('.')) {
        let year = year(reader.next()?)?;
        return Some((number, year, reader.at));
    }
    // Behind a slash stands the year, or the sign of the ministry and then the year.
    for _ in 0..4 {
        let slash = |token: &Token| matches!(token, Token::Sign('/' | '.'));
        if !reader.skip(slash) {
            return None;
        }
        if let Some(year) = year(reader.next()?) {
            return Some((number, year, reader.at));
        }
    }
    None
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a Token> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(token)
    }

    /// Passes over tokens of a kind; whether there were any.
    fn skip(&mut self, passes: impl Fn(&Token) -> bool) -> bool {
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        let passed = rest.iter().take(6).take_while(|token| passes(token)).count();
        self.at += passed;
        passed > 0
    }
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn year(token: &Token) -> Option<i64> {
    let word = token.word().filter(|word| word.len() == 4)?;
    word.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// The words and signs of a text; any blank or hyphen parts words.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            tokens.push(Token::Word(std::mem::take(&mut word)));
        }
        match c {
            '&' => tokens.push(Token::Word("dan".to_owned())),
            '/' | '.' | ',' | ';' | ':' | '(' | ')' => tokens.push(Token::Sign(c)),
            _ => {}
        }
    }
    tokens
}

/// A kind of regulation by one of its names.
struct Kind {
    full: &'static str,
    words: Vec<String>,
}

/// The kinds by all their names, the longest first.
static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let mut kinds: Vec<Kind> = legal_bases::kinds()
        .iter()
        .flat_map(|kind| kind.singkatan.iter().chain([&kind.nama]).map(|name| (&kind.nama, name)))
        .map(|(full, name)| Kind { full, words: words(name) })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.words.len()));
    kinds
});

fn words(name: &str) -> Vec<String> {
    let words = tokens(name).into_iter().filter_map(|token| match token {
        Token::Word(word) => Some(word),
        Token::Sign(_) => None,
    });
    words.collect()
}

impl Regulation {
    /// The first regulation that a text cites.
    pub(super) fn first(text: &str) -> Option<Self> {
        Cited::read(text).regulations().next().cloned()
    }
}
