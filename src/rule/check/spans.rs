//! Words of running texts with where they stand, and how near two words are.

use std::collections::BTreeSet;

use super::Scope;
use crate::kind::{Kind, Role};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::FixedPattern;

/// A word of a text.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// The word without marks around it.
    pub(super) text: &'a str,
    /// Its bytes.
    pub(super) span: Span,
}

/// The words of a text: letters, figures, and the hyphens and apostrophes inside them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let plain = text.is_ascii();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
            let length = if plain {
                rest.bytes().position(|byte| !is_inner(char::from(byte)))
            } else {
                rest.find(|c: char| !is_inner(c))
            };
            let piece = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
            let start = at;
            at += piece.len();
            at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
            let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            if !bare.is_empty() {
                let start = start + word.len() - bare.len();
                return Some(Token { text: bare, span: start..start + bare.len() });
            }
        }
    })
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// Whether a word is another one misspelt: a letter or two of a longer one.
pub(super) fn is_slip(word: &str, right: &str) -> bool {
    let letters = right.chars().count();
    let most = match letters {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    let figures = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    word != right
        && !figures(word)
        && !figures(right)
        && letters.abs_diff(word.chars().count()) <= most
        && strsim::damerau_levenshtein(word, right) <= most
}

/// The texts that stand in the articles, in the opening and at the end: what the parties agree on.
pub(super) fn body_texts<'s, 'a>(
    scope: &'s Scope<'a>,
) -> impl Iterator<Item = (&'s FieldPath, &'a str)> {
    let texts = scope.texts().iter().zip(scope.body());
    texts.filter(|(_, body)| **body).map(|((path, text), _)| (path, *text))
}

/// Those of them that have a pattern.
pub(super) fn body_texts_with<'s, 'a>(
    scope: &'s Scope<'a>,
    pattern: &'static FixedPattern,
) -> impl Iterator<Item = (&'s FieldPath, &'a str)> {
    let texts = scope.texts().iter().zip(scope.body()).enumerate();
    let texts = texts.filter(move |(at, (_, body))| **body && scope.has(*at, pattern));
    texts.map(|(_, ((path, text), _))| (path, *text))
}

/// Those of them that answer to a question.
pub(super) fn body_texts_which<'s, 'a>(
    scope: &'s Scope<'a>,
    question: &'static fn(&str) -> bool,
) -> impl Iterator<Item = (&'s FieldPath, &'a str)> {
    let texts = scope.texts().iter().zip(scope.body()).enumerate();
    let texts = texts.filter(move |(at, (_, body))| **body && scope.answers(*at, question));
    texts.map(|(_, ((path, text), _))| (path, *text))
}

/// Whether a text is part of an article or of the sentences around the articles, no heading.
pub(super) fn is_body(scope: &Scope<'_>, path: &FieldPath) -> bool {
    const HEADINGS: [&str; 3] = ["judul", "judul_kedua", "kolom"];
    let heading = path.last_key().is_some_and(|key| HEADINGS.contains(&key));
    !heading && path.keys().next().is_some_and(|head| scope.body_keys().contains(head))
}

/// The keys of the root below which the parties agree on something.
pub(super) fn body_keys(kind: &Kind) -> BTreeSet<&str> {
    const AROUND: [Role; 4] =
        [Role::Pembukaan, Role::Pertimbangan, Role::KalimatPenutup, Role::Lampiran];
    let articles = kind.fields.iter().filter(|field| field.is_article());
    let around = AROUND.iter().filter_map(|role| kind.role(*role));
    articles.chain(kind.free_articles()).chain(around).map(|field| field.key.as_str()).collect()
}

/// Whether the last thing that a pattern finds in a text stands at most so many characters before its
/// end, with none of some signs between.
pub(super) fn ends_after(text: &str, pattern: &FixedPattern, most: usize, signs: &[char]) -> bool {
    let found = pattern.find_iter(text).last();
    found.is_some_and(|found| {
        let rest = text.get(found.end()..).unwrap_or_default();
        rest.chars().nth(most).is_none() && !rest.contains(signs)
    })
}

/// Where the plan of activities stands, which is printed as an annex.
pub(super) fn plan(scope: &Scope<'_>) -> Option<FieldPath> {
    let kind = scope.draft.kind;
    kind.articles().into_iter().find_map(|field| {
        let mut inner = kind.record_fields(field);
        let plan = inner.find(|inner| inner.role == Some(Role::RencanaKegiatan))?;
        Some(FieldPath::root().key(&field.key).key(&plan.key))
    })
}

/// The part of a text around some bytes: so many characters before and after.
pub(super) fn around<'t>(text: &'t str, span: &Span, length: usize) -> &'t str {
    let start = text.floor_char_boundary(span.start.saturating_sub(length));
    let end = text.ceil_char_boundary((span.end + length).min(text.len()));
    text.get(start..end).unwrap_or_default()
}

/// The sentence in which a byte stands: from one full stop, semicolon or line to the next.
pub(super) fn sentence(text: &str, at: usize) -> Span {
    let ends = |text: &str, at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        rest.starts_with(['\n', ';']) || rest.starts_with(". ") || rest.starts_with(".\n")
    };
    let before = text.get(..at).unwrap_or_default();
    let start =
        before.char_indices().rev().find(|(at, _)| ends(text, *at)).map_or(0, |(at, _)| at + 1);
    let after = text.get(at..).unwrap_or_default();
    let end = after.char_indices().find(|(step, _)| ends(text, at + step));
    start..end.map_or(text.len(), |(step, _)| at + step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places() {
        let text = "(1) Jum'at, \"antar-unit\" WIB.";
        let found: Vec<_> = tokens(text).map(|one| one.text).collect();
        assert_eq!(found, ["1", "Jum'at", "antar-unit", "WIB"]);
        assert!(tokens(text).all(|one| text.get(one.span.clone()) == Some(one.text)));
    }

    #[test]
    fn slips_are_told_from_other_words() {
        assert!(is_slip("kementrian", "kementerian") && is_slip("perjajian", "perjanjian"));
        assert!(
            !is_slip("kota", "kita") && !is_slip("kelas", "kelas") && !is_slip("yayasan", "dinas")
        );
    }

    #[test]
    fn a_sentence_ends_where_it_ends() {
        let text = "Satu No.6. Dua tiga; empat\nlima";
        let at = |word: &str| text.get(sentence(text, text.find(word).unwrap())).unwrap().trim();
        assert_eq!((at("tiga"), at("empat"), at("lima")), ("Dua tiga", "empat", "lima"));
    }
}
