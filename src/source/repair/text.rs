//! Texts in one quote of every sort.

use super::quote::{is_curly, is_quote};
use super::statement::{Inside, Statement};
use super::{escape, look};
use crate::words::toml::{self, fix};

/// A text in double quotes on one line.
pub(super) fn short(source: &str, at: usize, inside: Inside, statement: &mut Statement) -> usize {
    let line = look::line(source, at + 1);
    let Some(first) = unescaped(line, '"') else {
        return open_to_the_end(source, at, '"', inside, statement);
    };
    let close = last_of_its_own(line, first, '"', inside);
    if close > first {
        if let Some(end) = unclosed_member(source, at, first, inside, statement) {
            return end;
        }
        inner_quotes(line.get(..close).unwrap_or_default(), at + 1, first, statement);
    }
    escape::scan(source, &(at + 1..at + 1 + close), false, statement);
    at + 1 + close + 1
}

/// Straight quotes within a text, which begins at a byte and has its first there. Those that come in
/// pairs are those of the text; an odd one may be anything, and two at each end may mean one.
fn inner_quotes(said: &str, start: usize, first: usize, statement: &mut Statement) {
    let place = start + first..start + first + 1;
    if first == 0 && said.len() > 2 && said.ends_with('"') {
        statement.tell(place.clone(), toml::quotes_doubled(), fix::one_quote());
        statement.guess(place, "");
        return statement.guess(start + said.len() - 1..start + said.len(), "");
    }
    statement.tell(place, toml::quote_inside(), fix::inner_quotes());
    let plain = |at: &usize| !said.get(..*at).is_some_and(|before| before.ends_with('\\'));
    let all: Vec<usize> = said.match_indices('"').map(|(at, _)| at).filter(plain).collect();
    for inner in &all {
        let place = start + inner..start + inner;
        if all.len().is_multiple_of(2) {
            statement.mend(place, "\\");
        } else {
            statement.guess(place, "\\");
        }
    }
}

/// A member of a list or a table whose end was forgotten: the next quote opens the one behind it.
fn unclosed_member(
    source: &str,
    at: usize,
    first: usize,
    inside: Inside,
    statement: &mut Statement,
) -> Option<usize> {
    let before = look::line(source, at + 1).get(..first)?.trim_end();
    let before = match inside {
        Inside::Nothing => return None,
        Inside::List => before,
        Inside::Table => {
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
            let key = before.strip_suffix('=')?.trim_end();
            let rest = key.trim_end_matches(plain);
            (rest.len() < key.len()).then_some(rest.trim_end())?
        }
    };
    let said = before.strip_suffix(',')?.trim_end();
    let end = at + 1 + said.len();
    match said.chars().next_back().filter(|c| is_curly(*c)) {
        Some(curly) => {
            let place = end - curly.len_utf8()..end;
            statement.tell(place.clone(), toml::quote_curly(), fix::straight_quotes());
            statement.mend(place, "\"");
        }
        None => {
            statement.tell(at..end, toml::text_open(), fix::close_text());
            statement.guess(end..end, "\"");
        }
    }
    Some(end)
}

/// Where a quote stands that no backslash escapes.
fn unescaped(line: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        if !escaped && c == quote {
            return Some(at);
        }
        escaped = !escaped && c == '\\';
    }
    None
}

/// The quote that really closes a text: what follows the first must be nothing, or the sign of a
/// list; else the last in the line behind which that is so.
fn last_of_its_own(line: &str, first: usize, quote: char, inside: Inside) -> usize {
    let closes = |at: &usize| {
        let rest = line.get(at + 1..).unwrap_or_default().trim_start();
        look::is_done(rest)
            || rest.starts_with([';', ','])
            || inside.ends(rest)
            || (inside == Inside::Table && opens_pair(rest))
            || (inside == Inside::List && rest.starts_with(['"', '“']))
    };
    if closes(&first) {
        return first;
    }
    let all: Vec<usize> =
        line.match_indices(quote).map(|(at, _)| at).filter(|at| *at > first).collect();
    let found = if inside != Inside::Nothing {
        all.iter().find(|at| closes(at))
    } else {
        all.iter().rev().find(|at| closes(at))
    };
    found.copied().unwrap_or(first)
}

/// Whether another pair of a table begins, a comma before it forgotten.
fn opens_pair(rest: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let after = rest.trim_start_matches(plain);
    after.len() < rest.len() && after.trim_start().starts_with('=')
}

/// A text that is not closed on its line: a curly quote closes it, or it goes on over several lines,
/// or its end was forgotten.
fn open_to_the_end(
    source: &str,
    at: usize,
    quote: char,
    inside: Inside,
    statement: &mut Statement,
) -> usize {
    let line = look::line(source, at + 1);
    let end = at + 1 + line.len();
    let done = |(at, c): &(usize, char)| {
        is_curly(*c) && look::is_done(line.get(at + c.len_utf8()..).unwrap_or_default())
    };
    if let Some((curly, c)) = line.char_indices().rev().find(done) {
        let place = at + 1 + curly..at + 1 + curly + c.len_utf8();
        statement.tell(place.clone(), toml::quote_curly(), fix::straight_quotes());
        statement.mend(place.clone(), quote);
        return place.end;
    }
    if let Some((close, sign)) = later_close(source, at, quote) {
        return several_lines(source, at, close, sign, statement);
    }
    statement.tell(at..end, toml::text_open(), fix::close_text());
    let text = line.trim_end();
    let text = match inside.bracket() {
        Some(bracket) => text.trim_end_matches([bracket, ',', ' ']),
        None => text,
    };
    let close = at + 1 + text.len();
    statement.guess(close..close, quote);
    escape::scan(source, &(at + 1..close), false, statement);
    close
}

/// How a text over several lines ends: with three quotes, or with the one that it began with.
#[derive(Clone, Copy, PartialEq)]
enum Close {
    Three,
    One,
}

/// No text in one quote goes on over more lines than this.
const LINES: usize = 200;

/// Where a text that goes on over several lines ends, if a line closes it before the next statement.
fn later_close(source: &str, at: usize, quote: char) -> Option<(usize, Close)> {
    let mut from = look::next_line(source, at);
    for _ in 0..LINES {
        let line = look::line(source, from);
        if from >= source.len() || look::is_statement(line) {
            return None;
        }
        let text = line.trim_end();
        let three: String = [quote; 3].iter().collect();
        if text.trim_start() == three {
            return Some((from + line.len() - line.trim_start().len(), Close::Three));
        }
        if text.ends_with(quote) && text.matches(quote).count() == 1 {
            return Some((from + text.len() - 1, Close::One));
        }
        from = look::next_line(source, from);
    }
    None
}

/// A text over several lines in one quote, where three are needed.
fn several_lines(
    source: &str,
    at: usize,
    close: usize,
    sign: Close,
    statement: &mut Statement,
) -> usize {
    let quote = source.get(at..at + 1).unwrap_or_default();
    statement.tell(at..at + 1, toml::lines_in_one_quote(), fix::three_quotes());
    statement.mend(at + 1..at + 1, quote.repeat(2));
    escape::scan(source, &(at + 1..close), true, statement);
    if sign == Close::Three {
        return close + 3;
    }
    statement.mend(close..close, quote.repeat(2));
    close + 1
}

/// A text in single quotes, which an apostrophe ends.
pub(super) fn literal(source: &str, at: usize, inside: Inside, statement: &mut Statement) -> usize {
    let line = look::line(source, at + 1);
    let Some(first) = line.find('\'') else {
        return open_to_the_end(source, at, '\'', inside, statement);
    };
    let close = last_of_its_own(line, first, '\'', inside);
    let within = at + 1..at + 1 + close;
    let said = source.get(within.clone()).unwrap_or_default();
    if close > first {
        let place = at + 1 + first..at + 2 + first;
        let doubled = said.strip_prefix('\'').and_then(|said| said.strip_suffix('\''));
        if let Some(said) = doubled.filter(|said| !said.is_empty()) {
            statement.tell(place, toml::quotes_doubled(), fix::one_quote());
            statement.guess(at..within.end + 1, format!("\"{}\"", escaped(said)));
        } else {
            statement.tell(place, toml::apostrophe_inside(), fix::double_quotes());
            statement.mend(at..within.end + 1, format!("\"{}\"", escaped(said)));
        }
    } else {
        escape::controls(said, &within, false, statement);
    }
    within.end + 1
}

/// The same characters as they stand in double quotes.
pub(super) fn escaped(said: &str) -> String {
    said.replace('\\', "\\\\").replace('"', "\\\"")
}

/// A text in curly quotes.
pub(super) fn curly(source: &str, at: usize, inside: Inside, statement: &mut Statement) -> usize {
    let rest = look::line(source, at);
    let open = rest.chars().next().map_or(0, char::len_utf8);
    let body = rest.get(open..).unwrap_or_default();
    let closes = |(found, c): &(usize, char)| {
        let after = body.get(found + c.len_utf8()..).unwrap_or_default().trim_start();
        is_quote(*c)
            && (look::is_done(after)
                || after.starts_with([',', ']', ';'])
                || inside.ends(after)
                || (inside == Inside::List && after.starts_with(is_quote)))
    };
    statement.tell(at..at + open, toml::quote_curly(), fix::straight_quotes());
    let Some((close, c)) = body.char_indices().find(closes) else {
        let end = at + rest.trim_end().len();
        let said = body.trim_end();
        statement.guess(at..end, format!("\"{}\"", escaped(said)));
        return end;
    };
    let end = at + open + close + c.len_utf8();
    let said = body.get(..close).unwrap_or_default();
    // As Word wrote it nothing was meant as an escape. Straight quotes within are a riddle.
    let new = format!("\"{}\"", escaped(said));
    if said.contains(['"', '\\']) {
        statement.guess(at..end, new)
    } else {
        statement.mend(at..end, new)
    }
    end
}
