//! Values without quotes: numbers, dates and truths as people write them, and words.

use ::toml::de::DeTable;

use super::statement::Statement;
use super::text::escaped;
use super::{Span, look};
use crate::text::{plain_amount, truth};
use crate::words::toml::{self, fix};

/// A longer text is not shown again in its remedy.
const SHOWN: usize = 60;

/// Reads a value without quotes; gives where it ends.
pub(super) fn scan(source: &str, at: usize, inside_list: bool, statement: &mut Statement) -> usize {
    let line = look::line(source, at);
    let signs: &[char] = if inside_list { &[',', ']', '#'] } else { &['#'] };
    let end = line.find(signs).unwrap_or(line.len());
    let said = line.get(..end).unwrap_or_default().trim_end();
    // `;` and `,` behind a value are told by themselves.
    let word = if inside_list { said } else { said.trim_end_matches([';', ',']).trim_end() };
    let span = at..at + word.len();
    if word.is_empty() {
        return at + said.len();
    }
    if !is_toml(word) {
        judge(word, span.clone(), statement);
    }
    span.end
}

/// Whether TOML reads a value as it stands.
fn is_toml(word: &str) -> bool {
    DeTable::parse(&format!("x = {word}\n")).is_ok()
}

fn judge(word: &str, span: Span, statement: &mut Statement) {
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
        let quoted = format!("\"{}\"", escaped(word));
        let remedy = if word.len() <= SHOWN { fix::quote_this(&quoted) } else { fix::quote_text() };
        statement.tell(span.clone(), toml::text_unquoted(), remedy);
        // A quote or bracket in it may be the other half of what is missing.
        if word.contains(['"', '\'', '[', ']']) {
            statement.guess(span, quoted);
        } else {
            statement.mend(span, quoted);
        }
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
