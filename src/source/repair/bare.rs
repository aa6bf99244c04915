//! Values without quotes: numbers, dates and truths as people write them, and words.

use ::toml::de::DeTable;

use super::quote::is_quote;
use super::statement::{Inside, Statement};
use super::text::escaped;
use super::{Span, inline, list, look};
use crate::text::{plain_amount, truth};
use crate::words::toml::{self, fix};

/// A longer text is not shown again in its remedy.
const SHOWN: usize = 60;

/// Reads a value without quotes; gives where it ends.
pub(super) fn scan(source: &str, at: usize, inside: Inside, statement: &mut Statement) -> usize {
    let line = look::line(source, at);
    if line.starts_with('(') && list::opens_texts(source, at) {
        return list::in_other_brackets(source, at, statement);
    }
    if inside == Inside::Nothing && look::is_pair(line) {
        return inline::unopened(source, at, statement);
    }
    let signs = |c: char| inside != Inside::Nothing && (c == ',' || inside.bracket() == Some(c));
    let end = line.find(signs).unwrap_or(line.len());
    let end = comment(line.get(..end).unwrap_or_default()).unwrap_or(end);
    let end = foreign_comment(line.get(..end).unwrap_or_default()).unwrap_or(end);
    let said = line.get(..end).unwrap_or_default().trim_end();
    // `;` and `,` behind a value are told by themselves.
    let word = match inside {
        Inside::Nothing => said.trim_end_matches([';', ',']).trim_end(),
        _ => said,
    };
    let span = at..at + word.len();
    if word.is_empty() {
        return at + said.len();
    }
    if !is_toml(word) {
        judge(word, span.clone(), inside, statement);
        // What follows the sign may have been meant as a part of the words.
        if line.get(end..).is_some_and(|rest| rest.starts_with('#')) {
            statement.unsure();
        }
    }
    span.end
}

/// Where a comment begins behind a value: the sign within a word is one of the word's own.
fn comment(said: &str) -> Option<usize> {
    let begins = |at: &usize| {
        let before = said.get(..*at).unwrap_or_default();
        before.is_empty() || before.ends_with(char::is_whitespace) || is_toml(before)
    };
    said.match_indices('#').map(|(at, _)| at).find(begins)
}

/// Where a comment of another notation begins, behind what TOML reads without it.
fn foreign_comment(said: &str) -> Option<usize> {
    let signs = [" //", " /*"].into_iter().flat_map(|sign| said.match_indices(sign));
    let mut found: Vec<usize> = signs.map(|(at, _)| at).collect();
    found.sort_unstable();
    found.into_iter().find(|at| said.get(..*at).is_some_and(|before| is_toml(before.trim())))
}

/// Whether TOML reads a value as it stands.
fn is_toml(word: &str) -> bool {
    DeTable::parse(&format!("x = {word}\n")).is_ok()
}

fn judge(word: &str, span: Span, inside: Inside, statement: &mut Statement) {
    if let Some(truth) = truth(word) {
        statement.tell(span.clone(), toml::truth_in_words(word), fix::truth(truth));
        statement.guess(span, truth);
    } else if let Some(amount) = plain_amount(word) {
        statement.tell(span.clone(), toml::amount_with_signs(word), fix::amount(&amount));
        statement.mend(span, amount);
    } else if let Some((date, sure)) = date(word) {
        statement.tell(span.clone(), toml::date_in_figures(word), fix::date_as(&date));
        if sure { statement.mend(span, date) } else { statement.guess(span, date) }
    } else if word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit()) && word.starts_with('0') {
        statement.tell(span.clone(), toml::number_leading_zero(), fix::zero());
        statement.mend(span, format!("\"{word}\""));
    } else if word.contains(char::is_alphabetic)
        && !looks_like_a_moment(word)
        && !word.contains('=')
    {
        words(word, span, inside, statement);
    }
}

/// Words without quotes, or with one at their end alone.
fn words(word: &str, span: Span, inside: Inside, statement: &mut Statement) {
    let closed = word.strip_suffix(is_quote).filter(|said| !said.contains(is_quote));
    let said = closed.unwrap_or(word);
    let quoted = format!("\"{}\"", escaped(said));
    let remedy = if word.len() <= SHOWN { fix::quote_this(&quoted) } else { fix::quote_text() };
    match closed {
        Some(said) => {
            let end = span.start + said.len();
            statement.tell(end..span.end, toml::quote_unopened(), remedy);
        }
        None => statement.tell(span.clone(), toml::text_unquoted(), remedy),
    }
    // Quotes, brackets and backslashes within may be half of something else, as in a list a quote is
    // that opens the next item.
    let in_list = closed.is_some() && inside != Inside::Nothing;
    if in_list || said.contains(['"', '\'', '\\', '[', ']']) {
        statement.guess(span, quoted);
    } else {
        statement.mend(span, quoted);
    }
}

/// A date in figures with another sign or another order, as TOML writes it; and whether it can be
/// read in one way alone.
fn date(word: &str) -> Option<(String, bool)> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).map(str::trim).collect();
    let [one, two, three] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let (one_value, two_value, three_value) = (number(one)?, number(two)?, number(three)?);
    let year_first = one.len() == 4;
    let (year, month, day) = match (year_first, three.len()) {
        (true, _) => (one_value, two_value, three_value),
        (false, 4) => (three_value, two_value, one_value),
        _ => return None,
    };
    chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let sure = year_first || day > 12 || day == month;
    Some((format!("{year:04}-{month:02}-{day:02}"), sure))
}

/// A date or time that the parser knows how to speak of.
fn looks_like_a_moment(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits >= 6 && word.bytes().all(|b| b.is_ascii_digit() || b"-:.+TZtz ".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_turned_round() {
        assert_eq!(date("02-03-2026"), Some(("2026-03-02".into(), false)));
        assert_eq!(date("25/12/2026"), Some(("2026-12-25".into(), true)));
        assert_eq!(date("2026-4-6"), Some(("2026-04-06".into(), true)));
        for none in ["30-02-2026", "2026-13-01", "1.500.000", "1/2/26", "a/b/2026"] {
            assert_eq!(date(none), None, "{none}");
        }
    }
}
