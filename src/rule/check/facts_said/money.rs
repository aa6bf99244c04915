//! Sums and sources of money.

use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::spans::plan;
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, fixed_patterns};
use crate::words;

fixed_patterns! {
    /// "Rp84.000.000,00", "Rp 84 000 000,-"
    AMOUNT = r"\bRp\.?\s*(\d{1,3}(?:[.\s\u{a0}\u{202f}\u{2009}]\d{3})+|\d+)(?:,(?:\d{2}|-{1,2}))?";
}

/// The texts below the article on money.
fn article_texts<'s, 'a>(scope: &'s Scope<'a>) -> impl Iterator<Item = (&'s FieldPath, &'a str)> {
    let path = scope.draft.facts().path(Role::Pendanaan).unwrap_or_default();
    let inside = move |other: &FieldPath| {
        !path.steps().is_empty() && other.steps().starts_with(path.steps())
    };
    let texts = scope.texts().iter().filter(move |(path, _)| inside(path));
    texts.map(|(path, text)| (path, *text))
}

fn fact(scope: &Scope<'_>) -> Option<(FieldPath, u64)> {
    let path = scope.draft.facts().path(Role::Pendanaan)?.key("nilai");
    let amount = scope.draft.money_at(&path)?.money.as_ref()?;
    (amount.currency == "Rp").then_some((path, amount.amount))
}

/// Whole amounts in rupiah; one that goes on with a word for a power of ten is left alone.
fn amounts(text: &str) -> Vec<(Span, u64)> {
    let read = |figures: &str| {
        let plain: String = figures.chars().filter(char::is_ascii_digit).collect();
        plain.parse().ok()
    };
    let found = AMOUNT.captures_iter(text).filter_map(|one| {
        let whole = one.get(0)?;
        let after = text.get(whole.end()..)?.trim_start();
        let power = ["juta", "miliar", "milyar", "ribu", "triliun"]
            .iter()
            .any(|word| after.starts_with(word));
        let amount = read(one.get(1)?.as_str()).filter(|_| !power)?;
        Some((whole.range(), amount))
    });
    found.collect()
}

/// An amount among the sentences is the sum, or they make it together.
pub(super) fn sum(scope: &Scope<'_>) -> Option<Hit> {
    let (path, sum) = fact(scope)?;
    let mut all = Vec::new();
    for (path, text) in article_texts(scope) {
        all.extend(amounts(text).into_iter().map(|(span, amount)| (path, text, span, amount)));
    }
    let together: u64 = all.iter().fold(0, |sum: u64, one| sum.saturating_add(one.3));
    let agrees = all.iter().any(|one| one.3 == sum) || together == sum || together == 2 * sum;
    let (place, text, span, _) = all.into_iter().next().filter(|_| !agrees)?;
    let said = text.get(span.clone())?;
    let hit = Hit::at(Place::within(place.clone(), span)).word("tertulis", said);
    let hit = hit.word("seharusnya", format!("Rp{}", wording::digits(sum, Bahasa::Indonesia)));
    Some(hit.see(Place::value(path), words::check::the_fact()))
}

/// The budgets of all activities against the sum.
pub(super) fn activities(scope: &Scope<'_>) -> Option<Hit> {
    let (path, sum) = fact(scope)?;
    let list = plan(scope)?;
    let count = scope.draft.at(&list)?.members().len();
    let budgets: Option<Vec<u64>> = (0..count)
        .map(|at| {
            let read = scope.draft.money_at(&list.index(at).key("anggaran"))?;
            Some(read.money.as_ref()?.amount)
        })
        .collect();
    let together: u64 =
        budgets.filter(|all| !all.is_empty())?.into_iter().fold(0, u64::saturating_add);
    let rupiah = |amount| format!("Rp{}", wording::digits(amount, Bahasa::Indonesia));
    let hit = Hit::at(Place::value(path)).word("tertulis", rupiah(sum));
    (together != sum).then(|| hit.word("seharusnya", rupiah(together)))
}

/// Sources with the words by which sentences call them.
const SOURCES: [(&str, &[&str]); 6] = [
    ("apbn", &["APBN", "DIPA", "anggaran pendapatan dan belanja negara"]),
    ("apbd", &["APBD", "DPA", "anggaran pendapatan dan belanja daerah"]),
    ("hibah", &["hibah", "Hibah"]),
    ("pnbp", &["PNBP", "penerimaan negara bukan pajak"]),
    ("pinjaman", &["pinjaman"]),
    ("sponsor", &["sponsor"]),
];

/// A source that the sentence names although the fact names others alone.
pub(super) fn source(scope: &Scope<'_>) -> Option<Hit> {
    let path = scope.draft.facts().path(Role::Pendanaan)?.key("sumber");
    let given: Vec<&str> = scope.draft.at(&path)?.members().iter().filter_map(Node::str).collect();
    let known = |name: &&str| SOURCES.iter().any(|(source, _)| source == name);
    if given.is_empty() || !given.iter().all(known) {
        return None;
    }
    let mut said = Vec::new();
    for (place, text) in article_texts(scope) {
        for (source, names) in SOURCES {
            let found = names.iter().find_map(|name| Some((name, text.find(name)?)));
            said.extend(found.map(|(name, at)| (source, place, at..at + name.len(), *name)));
        }
    }
    // Sentences that name every source of the fact may name more, and fees go to the state whoever pays
    // for the cooperation.
    let named = |source: &&str| said.iter().any(|(known, ..)| known == source);
    let (all, any) = (given.iter().all(named), given.iter().any(named));
    let mut others = said.into_iter().filter(|(source, ..)| !given.contains(source));
    let (_, place, span, name) = others.find(|(source, ..)| !(all || any && *source == "pnbp"))?;
    let hit = Hit::at(Place::within(place.clone(), span)).word("tertulis", name);
    Some(hit.word("seharusnya", given.join(", ")).see(Place::value(path), words::check::the_fact()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_whole() {
        let read =
            |text: &str| amounts(text).into_iter().map(|(_, amount)| amount).collect::<Vec<_>>();
        assert_eq!(read("Rp84.000.000,00 dan Rp 540\u{a0}000 000,-"), [84_000_000, 540_000_000]);
        assert!(read("Rp1,5 miliar dan Rp5 juta").iter().all(|amount| *amount != 5));
    }
}
