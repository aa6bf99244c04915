//! `batas_berbeda`: an article gives one matter one limit, and a document one court.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{body_texts, sentence};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;
use crate::words;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dibatasi.")]
enum Matter {
    /// How long after, or before, something.
    #[schemars(description = "Tenggat sesudah atau sebelum hal yang sama.")]
    Tenggat,
    /// How often.
    #[schemars(description = "Kekerapan hal yang sama.")]
    Kekerapan,
    /// The court that the parties choose.
    #[schemars(description = "Pengadilan yang dipilih.")]
    Pengadilan,
}

/// Limits of one matter that differ.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitsSaid {
    #[schemars(description = "Yang dibandingkan.")]
    hal: Matter,
}

impl CheckKind for LimitsSaid {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "yang tertulis lebih dahulu")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let (mut known, mut ends) = (BTreeMap::new(), BTreeMap::new());
        for (path, text) in body_texts(scope) {
            let found = match self.hal {
                Matter::Tenggat if text.contains("paling la") => deadlines(text),
                Matter::Kekerapan if text.contains(" kali ") => frequencies(text),
                Matter::Pengadilan if text.contains("Pengadilan ") => courts(text),
                _ => continue,
            };
            // What another article limits may be another matter of the same name.
            if self.hal != Matter::Pengadilan {
                known.clear();
            }
            // When an end is announced is said of the whole document, wherever it stands.
            let (end, others): (Vec<Said>, Vec<Said>) =
                found.into_iter().partition(|one| announces_end(text, one));
            hits.extend(end.into_iter().filter_map(|one| {
                compare(path, text, Said { matter: String::new(), ..one }, &mut ends)
            }));
            hits.extend(others.into_iter().filter_map(|one| compare(path, text, one, &mut known)));
        }
        hits
    }
}

/// Something said of a matter: of what, what, and where.
struct Said {
    matter: String,
    value: String,
    span: Span,
}

type Known<'t> = BTreeMap<String, (FieldPath, &'t str, Said)>;

fn compare<'t>(path: &FieldPath, text: &'t str, one: Said, known: &mut Known<'t>) -> Option<Hit> {
    let Some((before, earlier, first)) = known.get(&one.matter) else {
        known.insert(one.matter.clone(), (path.clone(), text, one));
        return None;
    };
    if first.value == one.value {
        return None;
    }
    let said = text.get(one.span.clone())?;
    let right = earlier.get(first.span.clone())?;
    let hit = Hit::at(Place::within(path.clone(), one.span)).word("tertulis", said);
    let place = Place::within(before.clone(), first.span.clone());
    Some(hit.word("seharusnya", right).see(place, words::check::differs_from_this()))
}

fixed_patterns! {
    /// "paling lambat 7 (tujuh) Hari sejak terjadinya keadaan kahar"
    DEADLINE = r"(?i)^paling\s+(?:lambat|lama)\s+((\d{1,4})\s*(?:\([a-z -]+\)\s*)?(hari|minggu|bulan|tahun|jam)(?:\s+(?:kerja|kalender))?)\s+((?:terhitung\s+)?(?:sejak|setelah|sesudah|sebelum)\s+[^.;:,()\n]{8,120})";
    /// "1 (satu) kali dalam 6 (enam) bulan"
    FREQUENCY = r"(?i)\b(\d{1,3})\s*(?:\([a-z -]+\)\s*)?kali\s+(?:dalam|setiap|tiap)\s+(?:(\d{1,3})\s*(?:\([a-z -]+\)\s*)?)?(hari|minggu|bulan|triwulan|semester|tahun)\b";
    /// "Pengadilan Negeri Jakarta Selatan"
    COURT = r"\bPengadilan\s+(?:Negeri|Agama|Tata\s+Usaha\s+Negara|Niaga)\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*";
    /// What chooses one.
    CHOOSES = r"(?i)\b(?:domisili|memilih|dipilih|diselesaikan|diajukan|kedudukan\s+hukum)\b";
    /// Where the matter of a limit ends.
    ENDS = r"(?i)\s+(?:dan|atau|dengan|untuk|kepada|oleh|melalui|serta|disertai|secara|maka|paling)\b";
}

fn deadlines(text: &str) -> Vec<Said> {
    let starts: Vec<usize> = text.match_indices("paling la").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let mut found = Vec::new();
    let mut last: Option<(usize, String)> = None;
    for (start, end) in starts.iter().copied().zip(ends) {
        let Some(one) = text.get(start..end).and_then(|part| DEADLINE.captures(part)) else {
            continue;
        };
        let part = |group: usize| one.get(group).map_or("", |part| part.as_str());
        let Some(limit) = one.get(1) else { continue };
        let event = part(4);
        let until = ENDS.find(event).map_or(event.len(), |end| end.start());
        // One sentence may limit several acts after one event, and one act twice.
        let joined = last.take().filter(|(end, _)| start <= end + JOINT);
        let act = joined.map_or_else(|| act(text, start), |(_, act)| act);
        last = Some((start + one.get(4).map_or(0, |event| event.start()) + until, act.clone()));
        found.push(Said {
            matter: format!("{act}\n{}", fold(event.get(..until).unwrap_or_default())),
            value: format!("{} {}", part(2), part(3).to_lowercase()),
            span: start + limit.start()..start + limit.end(),
        });
    }
    found
}

/// Whether a limit is that of announcing that the document is to end.
fn announces_end(text: &str, one: &Said) -> bool {
    let (_, event) = one.matter.split_once('\n').unwrap_or_default();
    let whole = text.get(sentence(text, one.span.start)).map(fold).unwrap_or_default();
    let ends =
        ["sebelum tanggal pengakhiran", "sebelum pengakhiran", "sebelum tanggal berakhirnya"];
    ends.iter().any(|end| event.starts_with(end))
        && (whole.contains("memberitahu")
            || whole.contains("pemberitahuan")
            || whole.contains("diberitahu"))
        && (whole.contains("mengakhiri")
            || whole.contains("pengakhiran")
            || whole.contains("diakhiri"))
        && !whole.contains("perpanjang")
}

/// The bytes between two limits of one act: "dan", "serta".
const JOINT: usize = 12;

/// The verb before a limit, which says what is to be done in time; where there is none, the words with
/// which the item begins.
fn act(text: &str, at: usize) -> String {
    let start = sentence(text, at).start;
    let before = text.get(start..at).unwrap_or_default();
    let verbs = before.split_whitespace().rev().map(fold);
    let mut verbs = verbs.filter(|word| {
        word.len() > 5
            && ["di", "me"].iter().any(|head| word.starts_with(head))
            && !["dimaksud", "melalui", "meliputi", "dilakukan"].contains(&word.as_str())
    });
    let begins = || {
        let words = before.split_whitespace().map(fold);
        let words = words.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
        words.take(3).collect::<Vec<_>>().join(" ")
    };
    verbs.next().unwrap_or_else(begins)
}

fn frequencies(text: &str) -> Vec<Said> {
    let found = FREQUENCY.captures_iter(text).filter_map(|one| {
        let whole = one.get(0)?;
        let part = |group: usize| one.get(group).map_or("1", |part| part.as_str());
        let start = sentence(text, whole.start()).start;
        let matter = subject(text.get(start..whole.start())?)?;
        let value = format!("{} {} {}", part(1), part(2), part(3).to_lowercase());
        Some(Said { matter, value, span: whole.range() })
    });
    found.collect()
}

/// What a sentence says is done so often: monitoring and evaluation, of which agreements speak twice.
fn subject(before: &str) -> Option<String> {
    let words = fold(before);
    let stems = ["pemantauan", "monitoring", "evaluasi"];
    let found: Vec<&str> = stems.into_iter().filter(|stem| words.contains(stem)).collect();
    (!found.is_empty()).then(|| found.join(" "))
}

fn courts(text: &str) -> Vec<Said> {
    let found = COURT.find_iter(text).filter_map(|one| {
        let around = text.get(sentence(text, one.start()))?;
        let value = fold(one.as_str());
        CHOOSES.is_match(around).then(|| Said {
            matter: "pengadilan".to_owned(),
            value,
            span: one.range(),
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(found: Vec<Said>) -> Vec<(String, String)> {
        found.into_iter().map(|one| (one.matter, one.value)).collect()
    }

    #[test]
    fn a_deadline_is_that_of_an_act_after_an_event() {
        let text = "(2) PIHAK memberitahukan paling lambat 7 (tujuh) Hari sejak terjadinya keadaan kahar, dan memberitahukan paling lambat 14 (empat belas) Hari sejak terjadinya keadaan kahar dengan surat.";
        let found = pairs(deadlines(text));
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].0, found[1].0);
        assert_eq!((found[0].1.as_str(), found[1].1.as_str()), ("7 hari", "14 hari"));
        let other = "PIHAK KESATU memberitahukan paling lambat 7 (tujuh) hari setelah surat diterima.\nPIHAK KEDUA menjawab paling lambat 14 (empat belas) hari setelah surat diterima.";
        let found = pairs(deadlines(other));
        assert_ne!(found[0].0, found[1].0);
    }

    #[test]
    fn how_often_is_said_of_a_matter() {
        let found = pairs(frequencies("evaluasi dilakukan 1 (satu) kali dalam 1 (satu) tahun"));
        assert_eq!(found, [("evaluasi".to_owned(), "1 1 tahun".to_owned())]);
        assert!(frequencies("teguran diberikan 3 (tiga) kali dalam 1 (satu) bulan").is_empty());
    }
}
