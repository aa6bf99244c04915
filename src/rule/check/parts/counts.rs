//! People and things in parts.

use super::{Bounds, LEADS, hit, is_bound};
use crate::finding::Hit;
use crate::rule::check::Scope;
use crate::rule::check::quantities::{Count, counts, reach};
use crate::rule::check::shares::units;
use crate::rule::check::spans::body_texts_with;
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::text::Known;
use crate::wording::fixed_patterns;

fixed_patterns! {
    /// "masing-masing", "masing-masing sebanyak"
    EACH = r"(?i)\bmasing-masing\s+(?:(?:sebanyak|sejumlah|berjumlah|diikuti|terdiri\s+(?:atas|dari)|oleh)\s+)*$";
    /// What makes the whole one of several.
    OF_EACH = r"(?i)\b(?:(?:dari|bagi|untuk|oleh|di)\s+(?:masing-masing|setiap|tiap)|termasuk|di\s*antaranya|antara\s+lain|merangkap|sisanya|selebihnya)\b";
}

/// Nouns of people, which make one whole together.
const PEOPLE: [&str; 19] = [
    "orang",
    "anggota",
    "personel",
    "personil",
    "wakil",
    "perwakilan",
    "pegawai",
    "petugas",
    "peserta",
    "pejabat",
    "ketua",
    "sekretaris",
    "koordinator",
    "bendahara",
    "instruktur",
    "narasumber",
    "tenaga",
    "ahli",
    "members",
];
/// Nouns of times and references, which count something else.
const ASIDE: [&str; 16] = [
    "tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "kali", "semester", "triwulan",
    "ayat", "huruf", "persen", "rupiah", "tahap", "sampai",
];
/// Groups among which a whole is divided evenly.
const GROUPS: [&str; 14] = [
    "angkatan",
    "kelompok",
    "gelombang",
    "sesi",
    "kelas",
    "batch",
    "tim",
    "regu",
    "tahap",
    "lokasi",
    "tempat",
    "kali",
    "termin",
    "kumpulan",
];

/// The counted things of a text.
struct Counts(Vec<Count>);

pub(super) fn uneven(scope: &Scope<'_>) -> Vec<Hit> {
    let language = scope.draft.language();
    let mut hits = Vec::new();
    for (path, text) in body_texts_with(scope, &LEADS) {
        let all = Known::of(text).read_by(language, || Counts(counts(text, language)));
        if all.0.len() < 2 {
            continue;
        }
        for unit in units(text) {
            let own: Vec<&Count> =
                all.0.iter().filter(|one| unit.contains(&one.span.start)).collect();
            hits.extend(of_unit(path, text, &unit, &own));
        }
    }
    hits
}

fn of_unit(path: &FieldPath, text: &str, unit: &Span, own: &[&Count]) -> Option<Hit> {
    own.iter().enumerate().find_map(|(at, whole)| {
        let rest = own.get(at + 1..)?;
        // "10 orang dari PIHAK KESATU dan 10 orang dari PIHAK KEDUA, terdiri atas": of both.
        let before = own.get(..at)?.last();
        let one_of_two = before.is_some_and(|one| {
            let between = text.get(one.span.end..whole.span.start).unwrap_or_default();
            same_noun(&one.noun, &whole.noun) && !between.contains(['.', ';', '\n'])
        });
        if one_of_two {
            return None;
        }
        divided(path, text, unit, whole, rest).or_else(|| repeated(path, text, unit, whole, rest))
    })
}

/// "6 (enam) orang, terdiri atas 4 (empat) orang … dan 3 (tiga) orang …"
fn divided(
    path: &FieldPath,
    text: &str,
    unit: &Span,
    whole: &Count,
    rest: &[&Count],
) -> Option<Hit> {
    let end = reach(text, unit, whole.span.end);
    let behind = text.get(whole.span.end..end)?;
    let lead = LEADS.find(behind).filter(|lead| lead.start() <= 60)?;
    let between = behind.get(..lead.start())?;
    let from = whole.span.end + lead.end();
    let among = text.get(from..end)?;
    // A number between the whole and its parts, or a sentence of its own, makes the whole unclear.
    let clear = !between.contains(['.', ';', '\n']) && !ASIDE.contains(&whole.noun.as_str());
    let parts: Vec<&Count> = rest
        .iter()
        .filter(|one| (from..end).contains(&one.span.start))
        .filter(|one| !ASIDE.contains(&one.noun.as_str()))
        .copied()
        .collect();
    let like = |one: &&Count| same_noun(&whole.noun, &one.noun) && !is_bound(text, &one.span);
    let last = parts.last().filter(|_| clear && parts.len() >= 2 && parts.iter().all(like))?;
    if OF_EACH.is_match(among)
        || OF_EACH.is_match(between)
        || EACH.is_match(text.get(from..last.span.start)?)
    {
        return None;
    }
    // Nothing else is counted between the whole and its parts.
    let aside = rest.iter().any(|one| one.span.start < from);
    let sum: u64 = parts.iter().map(|one| one.value).sum();
    let bounds = Bounds::of(text.get(..whole.span.start)?, among);
    // Divided in two ways, the whole is named twice.
    let wrong = bounds.broken(&sum, &whole.value) && !aside && sum != 2 * whole.value;
    wrong.then(|| found(path, text, whole, last.span.clone(), &parts, sum))
}

fn same_noun(whole: &str, part: &str) -> bool {
    whole == part || (PEOPLE.contains(&whole) && PEOPLE.contains(&part))
}

/// "60 (enam puluh) orang … dalam 3 (tiga) angkatan, masing-masing 20 (dua puluh) orang"
fn repeated(
    path: &FieldPath,
    text: &str,
    unit: &Span,
    whole: &Count,
    rest: &[&Count],
) -> Option<Hit> {
    let [groups, each, others @ ..] = rest else { return None };
    let end = reach(text, unit, whole.span.end);
    let sentence = text.get(whole.span.start..end)?;
    let plain = each.span.end <= end
        && others.iter().all(|one| one.span.start >= end)
        && GROUPS.contains(&groups.noun.as_str())
        && same_noun(&whole.noun, &each.noun)
        && EACH.is_match(text.get(groups.span.end..each.span.start)?)
        && !OF_EACH.is_match(sentence);
    let sum = groups.value.checked_mul(each.value)?;
    let bounds = Bounds::of(text.get(..whole.span.start)?, sentence);
    (plain && bounds.broken(&sum, &whole.value))
        .then(|| found(path, text, whole, each.span.clone(), &[groups, each], sum))
}

fn found(
    path: &FieldPath,
    text: &str,
    whole: &Count,
    place: Span,
    parts: &[&Count],
    sum: u64,
) -> Hit {
    let said = |one: &Count| text.get(one.span.clone()).unwrap_or_default().to_owned();
    let parts: Vec<String> = parts.iter().map(|one| said(one)).collect();
    hit(path, place, &said(whole), &parts, format!("{sum} {}", whole.noun))
}
