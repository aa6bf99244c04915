//! A key with its value.

use super::header::Tables;
use super::quote::{is_curly, is_quote};
use super::statement::Statement;
use super::{Span, look, value};
use crate::text::folded_key;
use crate::words::toml::{self, fix};

/// Reads a pair from its key on; gives where its value ends.
pub(super) fn scan(
    text: &str,
    start: usize,
    statement: &mut Statement,
    tables: &mut Tables,
) -> usize {
    let line = look::line(text, start);
    let Some((key, sign)) = split(line) else {
        return prose(text, start, statement);
    };
    let key_span = start..start + key.trim_end_matches(look::is_blank).len();
    let at = start + key.len();
    let from = match sign {
        Sign::Equals => at + 1,
        Sign::Like(sign) => {
            let equals = sign.starts_with('=');
            let fact = if sign == ":" { toml::colon() } else { toml::sign_for_equals(sign) };
            statement.tell(at..at + sign.len(), fact, fix::equals());
            let blank = key.ends_with(char::is_whitespace) || equals;
            statement.mend(at..at + sign.len(), if blank && sign != ":" { "=" } else { " =" });
            at + sign.len()
        }
        Sign::Missing => {
            let gap = key_span.end..at;
            statement.tell(
                start..look::line_end(text, start),
                toml::equals_missing(),
                fix::equals(),
            );
            statement.mend(gap, " = ");
            at
        }
    };
    if !scan_key(text, &key_span, statement) {
        return look::line_end(text, start);
    }
    // Where the sign is missing, all that stands between is replaced already.
    if !matches!(sign, Sign::Missing) {
        look::blanks(text, key_span.end..look::skip_blanks(text, from), statement);
    }
    let name = text.get(key_span.clone()).unwrap_or_default();
    if let Some(first) = tables.key(name, start) {
        let first = look::line_number(text, first);
        let remedy = match header_above(text, start) {
            Some(header) => fix::open_header_above(header),
            None => fix::one_key(name),
        };
        statement.tell(key_span.clone(), toml::key_twice(first), remedy);
        statement.set_aside(key_span, str::to_owned);
    }
    value::scan(text, from, statement)
}

/// A header in the comment right above a line, as forms have them until they are used.
fn header_above(text: &str, start: usize) -> Option<&str> {
    let line = text.get(..start)?.lines().next_back()?;
    let header = line.trim().strip_prefix('#')?.trim();
    look::is_header(header).then_some(header)
}

/// What stands between key and value.
enum Sign<'t> {
    Equals,
    /// Another sign that means the same.
    Like(&'t str),
    Missing,
}

/// Signs that other notations have in its place, the longest first.
const LIKE: [&str; 9] = [": =", ":=", "==", "=>", "->", "→", "＝", "：", ":"];

/// The key with the blanks behind it, and what follows.
fn split(line: &str) -> Option<(&str, Sign<'_>)> {
    let first = line.chars().next()?;
    // A key in quotes may hold any sign.
    let from = if is_quote(first) {
        let inside = line.get(first.len_utf8()..)?;
        first.len_utf8()
            + inside.find(is_quote)?
            + inside.chars().find(|c| is_quote(*c))?.len_utf8()
    } else {
        0
    };
    let rest = line.get(from..)?;
    let signs = |c: char| matches!(c, '=' | ':' | '#' | '→' | '＝' | '：') || is_quote(c);
    let arrow = rest.find("->");
    let at = rest.find(signs).into_iter().chain(arrow).min().map(|at| from + at)?;
    // A colon that slipped into the key itself is no sign: which letter it hides nobody knows.
    let at = colon_in_key(line, at).unwrap_or(at);
    let (key, after) = line.split_at_checked(at)?;
    let plain = key.trim_end_matches(look::is_blank);
    let plain = plain.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(plain);
    if let Some(like) = LIKE.iter().find(|like| after.starts_with(**like)) {
        return is_plain(plain).then(|| (key, Sign::Like(after.get(..like.len()).unwrap_or(""))));
    }
    match after.chars().next()? {
        '=' => Some((key, Sign::Equals)),
        '#' => None,
        _ if !is_plain(plain) => None,
        _ => key.ends_with(look::is_blank).then_some((key, Sign::Missing)),
    }
}

/// Where the equals sign stands behind a colon that is followed by more of the key.
fn colon_in_key(line: &str, at: usize) -> Option<usize> {
    let rest = line.get(at..)?.strip_prefix(':')?;
    let (more, _) = rest.split_once('=')?;
    is_plain(more.trim_end()).then_some(at + 1 + more.len())
}

/// Whether words are a key as the kinds have them, and no sentence.
fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Whether words joined to a name may have been meant as a key: what is longer is a sentence.
pub(super) fn could_be_key(joined: &str) -> bool {
    is_plain(joined) && joined.len() <= 60
}

/// Mends a key; `false` where it is none that can be read.
fn scan_key(text: &str, span: &Span, statement: &mut Statement) -> bool {
    let key = text.get(span.clone()).unwrap_or_default();
    let inner = key.trim_matches(is_quote);
    if is_plain(key) || (key.starts_with(['"', '\'']) && !key.contains(is_curly)) {
        return true;
    }
    if key.starts_with(is_curly) && is_plain(inner) {
        statement.tell(span.clone(), toml::quote_curly(), fix::straight_quotes());
        statement.mend(span.clone(), inner);
        return true;
    }
    let right = folded_key(&key.split_whitespace().collect::<Vec<_>>().join(" "));
    let blank = key.contains(char::is_whitespace);
    if blank && could_be_key(&right) {
        statement.tell(span.clone(), toml::key_blank(), fix::without_blanks(&right));
        statement.mend(span.clone(), right);
        return true;
    }
    if let Some(at) = key.find(':').filter(|_| is_plain(&key.replace(':', ""))) {
        let colon = span.start + at..span.start + at + 1;
        statement.tell(colon, toml::key_bad_letter(), fix::key_letters());
        statement.set_aside(span.clone(), str::to_owned);
        return true;
    }
    // Left to the parser.
    false
}

/// A line that is no pair: words that stand where none can.
fn prose(text: &str, start: usize, statement: &mut Statement) -> usize {
    let line = look::line(text, start).trim_end();
    let words = line.split_whitespace().count();
    if words < 2 || line.starts_with(is_quote) || !line.starts_with(char::is_alphabetic) {
        if is_plain(line) && line.starts_with(char::is_alphabetic) {
            statement.tell(start..start + line.len(), toml::key_alone(), fix::key_and_value());
            statement.lose(start);
        }
        return start + line.len();
    }
    statement.tell(start..start + line.len(), toml::words_without_key(), fix::key_or_comment());
    // The rest of what was pasted there is the same slip.
    let mut at = start;
    loop {
        statement.lose(at);
        let next = look::next_line(text, at);
        let line = look::line(text, next);
        let goes_on = next < text.len() && split(line.trim_start()).is_none();
        if !goes_on || line.trim().is_empty() || line.trim_start().starts_with(['[', '#']) {
            return look::line_end(text, at);
        }
        at = next;
    }
}
