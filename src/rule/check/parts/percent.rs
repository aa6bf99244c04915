//! Shares in per cent with the sums that they are said to be.

use super::money::{NAMES_MONEY, Sheet};
use super::{hit, is_bound};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::quantities::{Money, sum_in_figures};
use crate::rule::check::spans::body_texts_which;
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;
use crate::words;

fixed_patterns! {
    /// "35%", "12,5 %"
    PER_CENT = r"(\d{1,3})(?:[,.](\d{1,2}))?\s?%";
    /// What stands between a share and its sum.
    IS = r"(?i)^\s*(?:\([^)]{3,80}\)\s*)?(?:dari\s+(?:nilai|total|jumlah|seluruh|biaya|anggaran|pendanaan)[^.;%\n]{0,60}?)?,?\s*(?:atau|yaitu|yakni|iaitu|sebesar|sejumlah|senilai|setara|=|\()\s*(?:(?:dengan|sebesar|sejumlah|senilai|setara)\s*)*$";
    /// "Rp126.000.000,00 (…) atau 35%", "Rp126.000.000,00 (35%)"
    SAME_AS = r"(?i)^\s*(?:\([^)%]{3,160}\)\s*)?,?\s*(?:atau\s+(?:sebesar\s+)?|setara\s+(?:dengan\s+)?|\(\s*(?:atau\s+|setara\s+)?)$";
    /// What is no share of the whole.
    OTHER = r"(?i)\b(?:denda|pajak|ppn|pph|bunga|jaminan|potongan|diskon|kenaikan|naik|penalti)\b[^.;%\n]{0,60}$";
}

/// A share, how exactly it is said, and its sum.
struct Share<'s> {
    span: Span,
    /// In hundredths of a per cent.
    rate: u128,
    /// How far a rounded one may be off, in hundredths of a per cent.
    slack: u128,
    sum: &'s Money,
}

/// Whether a text has a share and the sign of a currency.
static NAMES_BOTH: fn(&str) -> bool = |text| text.contains('%') && NAMES_MONEY(text);

pub(super) fn uneven(scope: &Scope<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let own = scope.draft.facts().path(Role::Pendanaan).unwrap_or_default();
    for (path, text) in body_texts_which(scope, &NAMES_BOTH) {
        let Some(sheet) = Sheet::of(text, 1) else { continue };
        let inside = !own.steps().is_empty() && path.steps().starts_with(own.steps());
        let fact = inside.then(|| fact(scope, &own)).flatten();
        for unit in &sheet.units {
            hits.extend(wrong(path, &sheet, unit, fact));
        }
    }
    hits
}

/// The sum that the article on money gives as a fact.
fn fact(scope: &Scope<'_>, article: &FieldPath) -> Option<u128> {
    let amount = scope.draft.money_at(&article.key("nilai"))?.money.as_ref()?;
    (amount.currency == "Rp").then(|| u128::from(amount.amount) * 100)
}

fn wrong(path: &FieldPath, sheet: &Sheet<'_>, unit: &Span, fact: Option<u128>) -> Vec<Hit> {
    let shares = shares(sheet, unit);
    let paired = |one: &&Money| shares.iter().any(|share| share.sum.span == one.span);
    let Some(first) = shares.first() else {
        return Vec::new();
    };
    let mut before = sheet.inside(&(unit.start..first.span.start)).filter(|one| !paired(one));
    let whole = match (before.next(), before.next()) {
        (Some(one), None) => Some(one),
        (None, _) => sheet.referred(unit),
        _ => return Vec::new(),
    };
    let value = whole.map(|one| one.value).or(fact.filter(|_| first.sum.currency == "Rp"));
    let same = whole.is_none_or(|one| one.currency == first.sum.currency);
    let Some(value) = value.filter(|value| same && *value > 0) else {
        return Vec::new();
    };
    let off = shares.iter().filter(|share| {
        share.sum.value.saturating_mul(10_000).abs_diff(value.saturating_mul(share.rate))
            > value.saturating_mul(share.slack)
    });
    off.map(|share| {
        let right = value.saturating_mul(share.rate) / 10_000;
        let text = |span: &Span| sheet.text.get(span.clone()).unwrap_or_default().to_owned();
        let parts = [text(&share.span)];
        let right = sum_in_figures(right, &share.sum.currency);
        let hit = hit(path, share.sum.span.clone(), &text(&share.sum.span), &parts, right);
        match whole {
            Some(whole) => {
                let place = Place::within(path.clone(), whole.span.clone());
                hit.see(place, words::check::differs_from_this())
            }
            None => hit,
        }
    })
    .collect()
}

fn shares<'s>(sheet: &'s Sheet<'_>, unit: &Span) -> Vec<Share<'s>> {
    let text = sheet.text.get(unit.clone()).unwrap_or_default();
    let found = PER_CENT.captures_iter(text).filter_map(|one| {
        let whole = one.get(0)?;
        let span = unit.start + whole.start()..unit.start + whole.end();
        let fraction = one.get(2).map_or("", |part| part.as_str());
        let hundredths: u128 = format!("{fraction:0<2}").parse().ok()?;
        let rate = one.get(1)?.as_str().parse::<u128>().ok()? * 100 + hundredths;
        let slack = match fraction.len() {
            0 => 50,
            1 => 5,
            _ => 1,
        };
        let other = text.get(..whole.start()).is_some_and(|before| OTHER.is_match(before));
        let sum = partner(sheet, &span)?;
        (!other && !is_bound(sheet.text, &span)).then_some(Share { span, rate, slack, sum })
    });
    found.collect()
}

/// The sum that is said to be a share.
fn partner<'s>(sheet: &'s Sheet<'_>, share: &Span) -> Option<&'s Money> {
    let between = |from: usize, to: usize| sheet.text.get(from..to);
    let next = sheet.money.iter().find(|one| one.span.start >= share.end);
    let next =
        next.filter(|one| between(share.end, one.span.start).is_some_and(|t| IS.is_match(t)));
    let last = || sheet.money.iter().rev().find(|one| one.span.end <= share.start);
    next.or_else(|| {
        last().filter(|one| between(one.span.end, share.start).is_some_and(|t| SAME_AS.is_match(t)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_said_with_its_sum() {
        let count = |text: &str| {
            let sheet = Sheet::of(text, 1).unwrap();
            shares(&sheet, &(0..text.len())).len()
        };
        for text in [
            "35% (tiga puluh lima persen) atau Rp126.000.000,00",
            "Rp126.000.000,00 (seratus dua puluh enam juta rupiah) atau 35%",
            "30% dari nilai kontrak atau sebesar Rp30.000.000,00",
            "Rp30.000.000,00 (30%)",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in [
            "30% dari Rp100.000.000,00",
            "denda 5% atau Rp1.000.000,00",
            "5% atau paling banyak Rp1.000.000,00",
            "60% pada tahap pertama setelah Rp1.000.000,00 dipakai",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
