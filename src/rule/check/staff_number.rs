//! `nip`: numbers of civil servants that can be none.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::shape::Visit;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::source::node::{Node, Value};
use crate::words::{self, Phrase};

/// Eighteen figures: the day of birth, the month of appointment, the sex and a serial number. Numbers
/// of other services are let pass where they say so or have another length of their own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffNumber {}

/// The key under which kinds have it.
const KEY: &str = "nip";

impl CheckKind for StaffNumber {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("nilai", "yang tertulis"), word("sebab", "mengapa tidak mungkin NIP")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let visits = scope.visits().iter().filter(|visit| visit.field.key == KEY);
        let said = visits.filter_map(|visit| Some((visit, written(visit.node)?)));
        let wrong = said.filter_map(|(visit, said)| Some((visit, number_fault(&said)?, said)));
        let hit = |(visit, why, said): (&Visit<'_>, Phrase, String)| {
            Hit::at(Place::value(visit.path.clone())).word("nilai", said).word("sebab", why)
        };
        wrong.map(hit).collect()
    }
}

fn written(node: &Node) -> Option<String> {
    match &node.value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Why something cannot be the number; `None` where it can, or is another service's.
fn number_fault(said: &str) -> Option<Phrase> {
    let bare: String = said.chars().filter(|c| !is_separator(*c)).collect();
    let bare = bare.strip_prefix("NIP").unwrap_or(&bare);
    let figures = bare.chars().filter(char::is_ascii_digit).count();
    if is_exponent(said) {
        return Some(words::check::nip_rounded());
    }
    // Blanks and dots are reported elsewhere, and other services put their name before the number.
    if figures < 6 || bare.starts_with(|c: char| !c.is_ascii_digit()) {
        return None;
    }
    if figures < bare.chars().count() {
        return Some(words::check::nip_letters());
    }
    match figures {
        18 => eighteen(bare),
        // Police and army, the number before 2008, a citizen's number.
        8 | 9 | 16 => None,
        _ => Some(words::check::nip_length(figures)),
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | ':' | '/')
}

/// "1.97503E+17": a spreadsheet has kept six of its figures.
fn is_exponent(said: &str) -> bool {
    let lower = said.to_ascii_lowercase();
    lower.split_once("e+").is_some_and(|(head, tail)| {
        head.ends_with(|c: char| c.is_ascii_digit())
            && tail.starts_with(|c: char| c.is_ascii_digit())
    })
}

fn eighteen(figures: &str) -> Option<Phrase> {
    let number = |span: std::ops::Range<usize>| figures.get(span)?.parse::<u32>().ok();
    let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
    let (since, start, sex) = (number(8..12)?, number(12..14)?, number(14..15)?);
    let born = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    if born.is_none() || !(1930..2020).contains(&year) {
        return Some(words::check::nip_birth(figures.get(..8)?));
    }
    // 21 stands in the place of the month for employees on contract.
    let appointed = matches!(start, 1..=12 | 21) && (year + 15..2100).contains(&since);
    if !appointed {
        return Some(words::check::nip_appointment(figures.get(8..14)?));
    }
    if !matches!(sex, 1 | 2) {
        return Some(words::check::nip_sex(sex));
    }
    (figures.get(15..)? == "000").then(words::check::nip_rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_can_be_are_let_pass() {
        for said in [
            "19750312 199903 2 001",
            "197503121999032001",
            "NIP. 19750312 199903 2 001",
            "19900101 202421 1 003",
            "NRP 71030245",
            "71030245",
            "130523456",
            "",
            "…",
            "....",
        ] {
            assert!(number_fault(said).is_none(), "{said}");
        }
    }

    #[test]
    fn numbers_that_cannot_be_are_told() {
        for said in [
            "1.97503E+17",
            "1975031219990320011",
            "19751312 199903 2 001",
            "19750312 199913 2 001",
            "19750312 197003 2 001",
            "19750312 199903 3 001",
            "19750312 199903 2 00l",
            "19750312 199903 2 000",
            "19750230 199903 2 001",
            "19750312199903200",
        ] {
            assert!(number_fault(said).is_some(), "{said}");
        }
    }
}
