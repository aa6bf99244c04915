//! Reading dates in every form that drafts have them.

use super::count::{Count, again, count, counts};
use super::token::{Kind, Token, bracketed, span, tokens};
use super::{Form, OldSpelling, ParsedDate, Said, parse_month, parse_weekday};

/// The date that the whole of `text` says, in Indonesian or Malay.
///
/// Read are "2 Maret 2026", "02-03-2026", "2/3/2026", "2.3.2026", "2026-03-02", "2hb Mac 2026",
/// "tanggal dua bulan Maret tahun dua ribu dua puluh enam", each of them with a weekday in front or in
/// brackets behind, in brackets behind its weekday, with commas, with "2 (dua)" for a number, and with
/// the figures once more in brackets at the end. Figures without a four-digit year are ambiguous and
/// not read.
pub fn parse_date(text: &str) -> Option<ParsedDate> {
    let tokens = tokens(text);
    let mut reader = Reader { rest: &tokens, date: ParsedDate::default() };
    reader.whole()?;
    reader.skip(&[".", ","]);
    reader.rest.is_empty().then_some(reader.date)
}

/// How many of the first tokens say a date.
pub(super) fn parse_prefix(tokens: &[Token<'_>]) -> Option<usize> {
    let mut reader = Reader { rest: tokens, date: ParsedDate::default() };
    reader.whole()?;
    tokens.len().checked_sub(reader.rest.len())
}

struct Reader<'a, 't> {
    rest: &'t [Token<'a>],
    date: ParsedDate,
}

impl<'a, 't> Reader<'a, 't> {
    /// Passes over words and marks that carry no value; says whether there were any.
    fn skip(&mut self, fillers: &[&str]) -> bool {
        let count = self.rest.iter().take_while(|token| token.is_any(fillers)).count();
        self.rest = self.rest.get(count..).unwrap_or_default();
        count > 0
    }

    /// A date with all that may stand around it.
    fn whole(&mut self) -> Option<()> {
        self.skip(&["pada", "hari", "ini", ",", ":"]);
        self.weekday();
        self.skip(&["ini", "tanggal", "tgl", ".", "tarikh", "bertarikh", "bertanggal", ",", ":"]);
        if self.figures().or_else(|| self.long()).is_none() {
            return self.in_brackets();
        }
        self.figures_again();
        self.weekday_again();
        Some(())
    }

    /// "Selasa (2 Maret 2026)"
    fn in_brackets(&mut self) -> Option<()> {
        self.date.weekday.as_ref()?;
        let (inner, after) = bracketed(self.rest)?;
        self.rest = inner;
        self.skip(&["tanggal", "tgl", ".", "tarikh"]);
        self.figures().or_else(|| self.long())?;
        self.rest.is_empty().then_some(())?;
        self.rest = after;
        Some(())
    }

    /// "2 Mac 2026 (Selasa)"
    fn weekday_again(&mut self) {
        let whole = self.rest;
        let Some((inner, after)) = bracketed(whole).filter(|_| self.date.weekday.is_none()) else {
            return;
        };
        self.rest = inner;
        self.skip(&["hari"]);
        self.weekday();
        let read = self.date.weekday.is_some() && self.rest.is_empty();
        if !read {
            self.date.weekday = None;
        }
        self.rest = if read { after } else { whole };
    }

    fn weekday(&mut self) {
        if let Some((first, rest)) = self.rest.split_first()
            && let Some(value) = parse_weekday(first.text)
        {
            let span = span(&[*first]);
            self.date.weekday = Some(Said { value, form: Form::Words, span });
            self.rest = rest;
        }
    }

    fn day(&mut self) -> Option<()> {
        let (found, rest) = counts(self.rest)?;
        self.rest = rest;
        keep(found, &mut self.date.day, &mut self.date.old)
    }

    /// A name, or a number after the word "bulan"; either may be repeated in brackets.
    fn month(&mut self) -> Option<()> {
        let named = self.skip(&[",", "hari", "haribulan", "hb", ".", "bulan"]);
        let (first, rest) = match month_word(self.rest) {
            Some(found) => found,
            None if named => count(self.rest)?,
            None => return None,
        };
        self.rest = rest;
        let name_again = || {
            let (inner, rest) = bracketed(self.rest)?;
            let (count, after) = month_word(inner)?;
            after.is_empty().then_some((count, rest))
        };
        let mut found = vec![first];
        if let Some((second, rest)) = again(self.rest).or_else(name_again) {
            found.push(second);
            self.rest = rest;
        }
        keep(found, &mut self.date.month, &mut self.date.old)
    }

    fn year(&mut self) -> Option<()> {
        self.skip(&[",", "tahun"]);
        let (found, rest) = counts(self.rest)?;
        let four = |count: &Count| count.form == Form::Words || count.span.len() == 4;
        if !found.iter().all(four) || found.iter().any(|count| count.value > 9999) {
            return None;
        }
        self.rest = rest;
        keep(found, &mut self.date.year, &mut self.date.old)
    }

    /// A day, month and year in figures at this place.
    fn figures(&mut self) -> Option<()> {
        let ([first, one, second, two, third], rest) = self.rest.split_first_chunk()?;
        if !one.is_any(&["-", "/", "."]) || one.text != two.text {
            return None;
        }
        let (day, month, year) = match (first.text.len(), second.text.len(), third.text.len()) {
            (4, 1..=2, 1..=2) => (third, second, first),
            (1..=2, 1..=2, 4) => (first, second, third),
            _ => return None,
        };
        let (day, month, year) = (figure(day)?, figure(month)?, figure(year)?);
        let date = &mut self.date;
        keep([day], &mut date.day, &mut date.old)?;
        keep([month], &mut date.month, &mut date.old)?;
        keep([year], &mut date.year, &mut date.old)?;
        self.rest = rest;
        Some(())
    }

    /// The figures in brackets after a date in words.
    fn figures_again(&mut self) {
        let whole = self.rest;
        self.skip(&[","]);
        let Some((inner, after)) = bracketed(self.rest) else {
            return self.rest = whole;
        };
        self.rest = inner;
        let before = self.date.clone();
        let read = self.figures().or_else(|| self.long()).is_some() && self.rest.is_empty();
        if !read {
            self.date = before;
        }
        self.rest = if read { after } else { whole };
    }

    /// "2 Maret 2026"
    fn long(&mut self) -> Option<()> {
        self.day()?;
        self.month()?;
        self.year()
    }
}

/// Adds counts to what was said of one part, and their old spellings to the notes.
fn keep<T: TryFrom<u64>>(
    found: impl IntoIterator<Item = Count>,
    said: &mut Vec<Said<T>>,
    notes: &mut Vec<OldSpelling>,
) -> Option<()> {
    for Count { value, form, span, old } in found {
        said.push(Said { value: T::try_from(value).ok()?, form, span });
        notes.extend(old);
    }
    Some(())
}

fn figure(token: &Token<'_>) -> Option<Count> {
    if token.kind != Kind::Number {
        return None;
    }
    let value = token.text.parse().ok()?;
    Some(Count { value, form: Form::Figures, span: span(&[*token]), old: Vec::new() })
}

fn month_word<'a, 't>(tokens: &'t [Token<'a>]) -> Option<(Count, &'t [Token<'a>])> {
    let (first, rest) = tokens.split_first()?;
    let parsed = parse_month(first.text)?;
    let span = span(&[*first]);
    let old = parsed.old.into_iter().map(|old| OldSpelling { span: span.clone(), ..old }).collect();
    let value = parsed.month.into();
    Some((Count { value, form: Form::Words, span, old }, rest))
}
