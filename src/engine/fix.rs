//! From a mend in the draft's own terms to edits of the source: exactly the bytes that say the
//! wrong thing, so that comments, layout and everything else stay as they were typed.
//!
//! Where the bytes cannot be named exactly (an escape in the way, a key written in several places),
//! there is no fix; the finding stands all the same.

use std::collections::{BTreeSet, HashMap};

use chrono::Weekday;

use super::Places;
use crate::finding::{Fix, Mend, Part, Place};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::source::{Span, read};
use crate::wording::{self, Bahasa};

/// The edits of a mend; `None` when one of them cannot be made safely.
pub(super) fn locate(mend: &Mend, places: &Places<'_>) -> Option<Fix> {
    let edits = mend.edits.iter().map(|(place, text)| edit(place, text, places));
    let edits: Vec<(Span, String)> = edits.collect::<Option<_>>()?;
    let source = places.file.text();
    // The format knows what it mends in the source itself; of texts nothing but spelling is mended.
    let in_text = |place: &Place| !matches!(place.part, Part::Source(_));
    let spelling = |(span, new): &(Span, String)| {
        meaning(source.get(span.clone()).unwrap_or_default()) == meaning(new)
    };
    let texts = mend.edits.iter().zip(&edits).filter(|((place, _), _)| in_text(place));
    let safe = mend.safe && texts.map(|(_, edit)| edit).all(spelling);
    Some(Fix { edits, safe })
}

/// What words say that must stay whatever becomes of their spelling: a number, a weekday, a month, and
/// the figures among them. Where two statements differ, nobody but the writer knows which is right.
#[derive(Debug, PartialEq, Eq)]
struct Meaning {
    numbers: [Option<u64>; 2],
    weekday: Option<Weekday>,
    month: Option<u32>,
    figures: String,
}

fn meaning(words: &str) -> Meaning {
    let number = |bahasa| wording::parse_cardinal(words, bahasa).map(|read| read.value);
    Meaning {
        numbers: Bahasa::ALL.map(number),
        weekday: wording::parse_weekday(words),
        month: wording::parse_month(words).map(|read| read.month),
        figures: words.chars().filter(char::is_ascii_digit).collect(),
    }
}

fn edit(place: &Place, text: &str, places: &Places<'_>) -> Option<(Span, String)> {
    let root = places.root;
    // What stands for itself in every kind of string. What stands for something else in the source is
    // known as such to those who name bytes of the source.
    let means_more = |c: char| c.is_control() || matches!(c, '"' | '\'' | '\\');
    if !matches!(place.part, Part::Source(_)) && text.chars().any(means_more) {
        return None;
    }
    let span = match &place.part {
        Part::Key => key(&place.path, text, places)?,
        Part::Source(span) => span.clone(),
        Part::Within(decoded) => {
            let node = root.at(&place.path)?;
            places.decoder.plain_span(&node.span, node.str()?, decoded)?
        }
        Part::Value => {
            let node = root.at(&place.path)?;
            match &node.value {
                Value::String(said) => {
                    places.decoder.plain_span(&node.span, said, &(0..said.len()))?
                }
                Value::Datetime(_) => node.span.clone(),
                _ => return None,
            }
        }
    };
    Some((span, text.to_owned()))
}

/// A key that is written in one place, plainly, and whose new name is free.
fn key(path: &FieldPath, new: &str, places: &Places<'_>) -> Option<Span> {
    let (root, source) = (places.root, places.file.text());
    let parent = root.at(&path.parent()?)?.table()?;
    let key = path.last_key()?;
    let entry = parent.entry(key)?;
    // A slip may have its right name in the tree already.
    let old = source.get(entry.key_span.clone())?;
    let plain = old.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let free = key == new || parent.get(new).is_none();
    // Only a table can be spoken of in several headers, and only then is the text searched.
    let tables = |node: &Node| node.members().iter().any(|member| member.table().is_some());
    let alone = !tables(&entry.node) || mentions(places, old) <= 1;
    (plain && alone && free && old != new).then(|| entry.key_span.clone())
}

/// In how many headers and dotted keys a word stands: those all speak of one table.
fn mentions(places: &Places<'_>, key: &str) -> usize {
    let counts = places.headers.get_or_init(|| headers(places.file.text()));
    counts.get(key).copied().unwrap_or(0)
}

/// The words of headers and dotted keys, each with the number of lines that have it.
fn headers(source: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for line in source.lines().map(str::trim_start) {
        let header = line.starts_with('[');
        let head = if header { line } else { line.split('=').next().unwrap_or_default() };
        if !header && !head.contains('.') {
            continue;
        }
        let parts = head.trim_matches(['[', ']', ' ']).split(['.', ']']);
        let words: BTreeSet<&str> =
            parts.map(|part| part.trim().trim_matches(['"', '\''])).collect();
        words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    counts
}

/// A text with as many of these fixes as do not touch each other, and how many those are. `None`
/// when there are none, or when the result would be worse TOML than the text.
pub(crate) fn apply(source: &str, fixes: &[&Fix]) -> Option<(String, usize)> {
    let first = |fix: &&&Fix| fix.edits.first().map_or(0, |(span, _)| span.start);
    let mut fixes: Vec<&&Fix> = fixes.iter().filter(|fix| !fix.edits.is_empty()).collect();
    fixes.sort_by_key(first);
    let mut taken: Vec<&(Span, String)> = Vec::new();
    let mut count = 0;
    for fix in fixes {
        let end = taken.last().map(|(span, _)| span.end);
        if fix.edits.iter().all(|(span, _)| end.is_none_or(|end| span.start > end)) {
            taken.extend(&fix.edits);
            count += 1;
        }
    }
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (span, text) in taken {
        out.push_str(source.get(at..span.start)?);
        out.push_str(text);
        at = span.end;
    }
    out.push_str(source.get(at..)?);
    let faults = |text: &str| read::read(text).1.len();
    (count > 0 && faults(&out) <= faults(source)).then_some((out, count))
}
