//! Sums of money in parts.

use super::{Bounds, LEADS, hit, is_bound};
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::quantities::{Money, items, money, reach, stop, sum_in_figures};
use crate::rule::check::shares::units;
use crate::rule::check::spans::body_texts_which;
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;
use crate::words;

fixed_patterns! {
    /// "Pendanaan sebagaimana dimaksud pada ayat (1)": the whole stands there.
    WHOLE_OF = r"(?i)\b(?:pendanaan|pembiayaan|biaya|anggaran|dana|nilai|jumlah|total|kontribusi|hibah|bantuan|bagian|pembayaran|peruntukan|kos|peruntukkan|funding|budget|costs?)\b(?:\s+[\w-]+){0,5}?\s+(?:sebagaimana\s+(?:dimaksud|yang\s+dimaksud|disebut)|referred\s+to)\s+(?:pada|dalam|di|in)\s+(?:ayat|paragraph)\s+\((\d{1,2})\)(?:\s+huruf\s+([a-z])\b)?";
    /// "dalam 4 (empat) triwulan, masing-masing sebesar"
    TIMES = r"(?i)\b(?:dalam|sebanyak|selama)\s+(\d{1,3})\s*(?:\([a-z ]+\)\s*)?(?:kali|tahap|termin|triwulan|semester|bulan|tahun|angsuran|angkatan|gelombang|sesi|kelompok)\b[^.;\n]{0,60}?\bmasing-masing\s+(?:sebesar|sejumlah|senilai)?\s*$";
}

/// A text with its ayat and the sums in it.
pub(super) struct Sheet<'t> {
    pub(super) text: &'t str,
    pub(super) units: Vec<Span>,
    pub(super) money: Vec<Money>,
}

/// Whether a text has the sign of any currency.
pub(super) static NAMES_MONEY: fn(&str) -> bool = |text| {
    const SIGNS: [&str; 7] = ["Rp", "RM", "IDR", "MYR", "USD", "EUR", "€"];
    text.contains('$') || SIGNS.iter().any(|sign| text.contains(sign))
};

impl<'t> Sheet<'t> {
    /// Where a text names so many sums at least.
    pub(super) fn of(text: &'t str, least: usize) -> Option<Self> {
        let money = money(text);
        (money.len() >= least).then(|| Self { text, units: units(text), money })
    }

    pub(super) fn inside<'s>(
        &'s self,
        span: &Span,
    ) -> impl Iterator<Item = &'s Money> + use<'s, 't> {
        let span = span.clone();
        self.money.iter().filter(move |one| span.contains(&one.span.start))
    }

    /// The ayat of a number.
    pub(super) fn ayat(&self, number: &str) -> Option<&Span> {
        let head = format!("({number})");
        self.units.iter().find(|unit| {
            let text = self.text.get((*unit).clone()).unwrap_or_default();
            text.trim_start().starts_with(&head)
        })
    }

    /// The only sum in the ayat, or in the item of it, that a unit refers to.
    pub(super) fn referred(&self, unit: &Span) -> Option<&Money> {
        let text = self.text.get(unit.clone())?;
        let found = WHOLE_OF.captures(text)?;
        let ayat = self.ayat(found.get(1)?.as_str())?;
        let mut place = ayat.clone();
        if let Some(letter) = found.get(2) {
            let whole = self.text.get(ayat.clone())?;
            let marker = format!("{}.", letter.as_str());
            let starts = items(whole);
            let begins = |at: usize| {
                whole.get(at..).is_some_and(|rest| rest.trim_start().starts_with(&marker))
            };
            let index = starts.iter().position(|at| begins(*at))?;
            let end = starts.get(index + 1).copied().unwrap_or(whole.len());
            place = ayat.start + starts.get(index)?..ayat.start + end;
        }
        let mut all = self.inside(&place);
        all.next().filter(|_| all.next().is_none())
    }
}

pub(super) fn uneven(scope: &Scope<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (path, text) in body_texts_which(scope, &NAMES_MONEY) {
        let Some(sheet) = Sheet::of(text, 2) else { continue };
        for unit in &sheet.units {
            hits.extend(divided(path, &sheet, unit).or_else(|| repeated(path, &sheet, unit)));
        }
    }
    hits
}

/// A whole whose parts are named behind it, or in an ayat that refers to it.
fn divided(path: &FieldPath, sheet: &Sheet<'_>, unit: &Span) -> Option<Hit> {
    let text = sheet.text.get(unit.clone())?;
    LEADS.find_iter(text).find_map(|lead| {
        let at = unit.start + lead.end();
        let mut before = sheet.inside(&(unit.start..at)).collect::<Vec<_>>();
        // What stands in a sentence before this one is another matter.
        before.retain(|one| {
            let between = sheet.text.get(one.span.end..at).unwrap_or_default();
            stop(sheet.text, one.span.end) >= at && !between.contains(';')
        });
        let whole = match before.as_slice() {
            [] => sheet.referred(unit)?,
            [one] => *one,
            _ => return None,
        };
        let from = before.first().map_or(at, |one| one.span.end);
        let end = reach(sheet.text, unit, from).max(at);
        let parts: Vec<&Money> = sheet.inside(&(at..end)).collect();
        judge(path, sheet, whole, &parts, at..end)
    })
}

fn judge(
    path: &FieldPath,
    sheet: &Sheet<'_>,
    whole: &Money,
    parts: &[&Money],
    place: Span,
) -> Option<Hit> {
    let text = sheet.text;
    let plain = |part: &&&Money| part.currency == whole.currency && !is_bound(text, &part.span);
    let last = parts
        .last()
        .filter(|_| parts.len() >= 2 && parts.iter().filter(plain).count() == parts.len())?;
    if several_in_an_item(text, parts, &place) || is_rate(text, whole) {
        return None;
    }
    let sum: u128 = parts.iter().map(|one| one.value).sum();
    let bounds = Bounds::of(text.get(..whole.span.start)?, text.get(place)?);
    // Items of items name every sum twice.
    let wrong = bounds.broken(&sum, &whole.value) && sum != 2 * whole.value;
    let said_parts: Vec<String> =
        parts.iter().filter_map(|one| Some(text.get(one.span.clone())?.to_owned())).collect();
    let said_whole = text.get(whole.span.clone())?;
    wrong.then(|| {
        hit(path, last.span.clone(), said_whole, &said_parts, sum_in_figures(sum, &whole.currency))
            .see(Place::within(path.clone(), whole.span.clone()), words::check::differs_from_this())
    })
}

fn is_rate(text: &str, whole: &Money) -> bool {
    let bound = is_bound(text, &whole.span);
    let before = text.get(..whole.span.start).unwrap_or_default();
    bound && !super::MOST.is_match(before) && !super::LEAST.is_match(before)
}

/// Whether some item of a list names more than one sum.
fn several_in_an_item(text: &str, parts: &[&Money], place: &Span) -> bool {
    let list = text.get(place.clone()).unwrap_or_default();
    let starts: Vec<usize> = items(list).into_iter().map(|at| place.start + at).collect();
    let of = |one: &&Money| starts.iter().filter(|start| **start <= one.span.start).count();
    let items: Vec<usize> = parts.iter().map(of).collect();
    !starts.is_empty() && items.windows(2).any(|pair| pair.first() == pair.last())
}

/// "dalam 4 (empat) triwulan, masing-masing sebesar Rp…" of a whole.
fn repeated(path: &FieldPath, sheet: &Sheet<'_>, unit: &Span) -> Option<Hit> {
    let each = sheet.inside(unit).find_map(|one| {
        let before = sheet.text.get(unit.start..one.span.start)?;
        let times: u128 = TIMES.captures(before)?.get(1)?.as_str().parse().ok()?;
        Some((one, times))
    });
    let (each, times) = each?;
    let mut before = sheet.inside(&(unit.start..each.span.start));
    let whole = match (before.next(), before.next()) {
        (None, _) => sheet.referred(unit)?,
        (Some(one), None) => one,
        _ => return None,
    };
    let sum = each.value.checked_mul(times)?;
    let among = sheet.text.get(unit.clone())?;
    let bounds = Bounds::of(sheet.text.get(..whole.span.start)?, among);
    // A cent that does not divide.
    let near = sum.abs_diff(whole.value) < 100 * times;
    let plain = each.currency == whole.currency && !is_rate(sheet.text, whole);
    let wrong = bounds.broken(&sum, &whole.value) && !near && plain;
    let part = format!("{times} × {}", sheet.text.get(each.span.clone())?);
    let said_whole = sheet.text.get(whole.span.clone())?;
    wrong.then(|| {
        hit(path, each.span.clone(), said_whole, &[part], sum_in_figures(sum, &whole.currency))
            .see(Place::within(path.clone(), whole.span.clone()), words::check::differs_from_this())
    })
}
