//! Dates in running text that are said in more than one part.

use std::ops::Range;

use super::{fixed_patterns, parse_month};

const DAYS: &str = "senin|isnin|selasa|rabu|kamis|khamis|jumat|jum'at|jumaat|sabtu|minggu|ahad";

fixed_patterns! {
    /// "Senin, tanggal 5 Januari 2026"
    WITH_WEEKDAY = format!(
        r"(?i-u)\b(?:{DAYS})\s*,?\s*(?:tanggal\s+)?\d{{1,2}}\s+([a-z]+)\s+\d{{4}}\b"
    );
    /// "tanggal lima bulan Januari tahun dua ribu dua puluh enam (05-01-2026)"
    IN_WORDS = format!(
        r"(?i-u)\b(?:(?:{DAYS})\s*,?\s*)?tanggal\s+[a-z\s]+,?\s+bulan\s+([a-z]+),?\s+tahun\s+[a-z\s]+\(\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}\)"
    );
}

/// Stretches of a text that look like a date with a weekday, or like a date in words with the
/// figures in brackets; in order.
pub fn find_dates(text: &str) -> Vec<Range<usize>> {
    // Nearly no text has such a date, and building a pattern costs more than reading most drafts.
    let ends =
        |end: fn(&str) -> bool| years(text).any(|at| end(text.get(..at).unwrap_or_default()));
    let has = |words: &str| {
        let lower = text.to_ascii_lowercase();
        words.split('|').any(|word| lower.contains(word))
    };
    let weekday = (ends(after_a_month) && has(DAYS)).then_some(&WITH_WEEKDAY);
    let in_words = (ends(after_a_number) && has("bulan")).then_some(&IN_WORDS);
    let found = [weekday, in_words].into_iter().flatten().flat_map(|pattern| {
        pattern.captures_iter(text).filter_map(|date| {
            parse_month(date.get(1)?.as_str())?;
            Some(date.get(0)?.range())
        })
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|span| span.start);
    found
}

/// "5 Januari "
fn after_a_month(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next();
    before.ends_with(char::is_whitespace) && word.is_some_and(|word| parse_month(word).is_some())
}

/// "(05-01-"
fn after_a_number(before: &str) -> bool {
    before.ends_with(['-', '/', '.'])
}

/// Whether a text has four figures in a row.
pub fn has_year(text: &str) -> bool {
    years(text).next().is_some()
}

/// Where four figures or more in a row begin. Most texts have none, and looking is cheap: of any
/// four bytes in a row one stands at a multiple of four.
fn years(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let met = from;
            if !bytes.get(met)?.is_ascii_digit() {
                from += 4;
                continue;
            }
            let start = met - (1..=met).take_while(|back| digit(met - back)).count();
            let end = met + (met..bytes.len()).take_while(|at| digit(*at)).count();
            from = end.next_multiple_of(4);
            if end - start >= 4 {
                return Some(start);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_seen_wherever_they_stand() {
        for lead in 0..9 {
            for year in ["2026", "20260", "12345678"] {
                let text = format!("{}{year}{}", "x".repeat(lead), "x".repeat(lead % 3));
                assert_eq!(years(&text).collect::<Vec<_>>(), [lead], "{text}");
                let text = format!("12 {text} 123 {text}");
                assert_eq!(years(&text).count(), 2, "{text}");
            }
            assert!(!has_year(&format!("{}202 6 123", "x".repeat(lead))));
        }
        assert!(!has_year("") && !has_year("123") && has_year("1234"));
    }

    #[test]
    fn dates_in_several_parts_are_found() {
        let text = "Pada hari Senin tanggal 5 Januari 2026, dan tanggal lima bulan Mei tahun dua ribu \
                    dua puluh enam (05-05-2026), bukan tanggal 5 Mei 2026";
        let found: Vec<_> =
            find_dates(text).into_iter().filter_map(|span| text.get(span)).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("Senin") && found[1].ends_with("(05-05-2026)"));
    }

    #[test]
    fn old_and_foreign_months_are_dates_too() {
        for date in
            ["Rabu, 3 Nopember 2027", "RABU 3 DJUNI 2027", "Isnin, 1\nMac 2027", "ahad 2 ogos 2027"]
        {
            assert_eq!(find_dates(date).first(), Some(&(0..date.len())), "{date}");
        }
        for other in ["Nomor 12 Tahun 2026", "Rabu 3 hari 2027", "Senin 5 Mei 20267", "1234"] {
            assert!(find_dates(other).is_empty(), "{other}");
        }
    }
}
