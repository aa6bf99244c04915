//! Annexes that the text names and the document does not have.

use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::spans::{body_texts, ends_after, plan};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::{self, fixed_patterns};

fixed_patterns! {
    /// "Lampiran", "Lampiran II", "LAMPIRAN A"
    ANNEX = r"\b(?:Lampiran|LAMPIRAN)\b(?:\s+([IVX]{1,4}|\d{1,2}|[A-H])\b)?";
    /// An annex of another text, or none at all.
    OF_OTHER = r"(?i)^\s*(?:atas\s+|dari\s+|pada\s+)?(?:peraturan|keputusan|undang|surat|nota\s+dinas|instruksi|perpres|permen)|^\s*(?:nota\s+kesepahaman|kesepakatan|perjanjian|memorandum)[a-z ]{0,40}\b(?:nomor|induk|tanggal)";
    /// The law itself before: "Peraturan … beserta Lampirannya".
    OF_LAW = r"(?i)\b(?:peraturan|keputusan|undang-undang)\b";
}

/// The first annex of every number that is not there.
pub(super) fn missing(scope: &Scope<'_>) -> Vec<Hit> {
    let Some(path) = scope.draft.facts().path(Role::Lampiran) else {
        return Vec::new();
    };
    if scope.haystack().holding("lampiran").next().is_none() {
        return Vec::new();
    }
    let count = annexes(scope, &path);
    let mut seen = Vec::new();
    let mut hits = Vec::new();
    for (place, text) in body_texts(scope) {
        if place.steps().starts_with(path.steps()) {
            continue;
        }
        for one in ANNEX.captures_iter(text) {
            let Some(whole) = one.get(0) else { continue };
            let before = text.get(..whole.start()).unwrap_or_default();
            let after = text.get(whole.end()..).unwrap_or_default();
            if OF_OTHER.is_match(after) || is_of_law(before) {
                continue;
            }
            let number = one.get(1).map_or(1, |number| value(number.as_str()).unwrap_or(1));
            if number > count && !seen.contains(&number) {
                seen.push(number);
                let place = Place::within(place.clone(), whole.range());
                hits.push(Hit::at(place).word("rujukan", whole.as_str()));
            }
        }
    }
    hits
}

/// Each annex of the draft's own that no text names by its number, by its title, or as the only one.
pub(super) fn idle(scope: &Scope<'_>) -> Vec<Hit> {
    let Some(path) = scope.draft.facts().path(Role::Lampiran) else {
        return Vec::new();
    };
    let own = scope.draft.at(&path).filter(|list| !list.is_empty()).map_or(&[][..], Node::members);
    let outside = |place: &FieldPath| !place.steps().starts_with(path.steps());
    let mut numbers = Vec::new();
    let mut said = String::new();
    for (_, text) in scope.texts().iter().filter(|(place, _)| outside(place)) {
        for one in ANNEX.captures_iter(text) {
            match one.get(1) {
                Some(number) => numbers.extend(value(number.as_str())),
                // Of several that is said of all.
                None => return Vec::new(),
            }
        }
        said.push_str(&fold(text));
        said.push('\n');
    }
    let title = |annex: &Node| annex.get("judul").and_then(Node::str).map(fold);
    let named = |at: usize, annex: &Node| {
        numbers.contains(&(at + 1))
            || title(annex).is_some_and(|title| !title.is_empty() && said.contains(&title))
    };
    let idle = own.iter().enumerate().filter(|(at, annex)| !named(*at, annex));
    idle.map(|(at, annex)| {
        let given = annex.get("judul").and_then(Node::str).unwrap_or("Lampiran");
        Hit::at(Place::value(path.index(at))).word("rujukan", given)
    })
    .collect()
}

fn is_of_law(before: &str) -> bool {
    let stops = ['.', ';', '\n'];
    let clause = before.rsplit(stops).next().unwrap_or_default();
    ends_after(clause, &OF_LAW, 120, &stops)
}

/// How many annexes are printed: those of the draft, and the plan of activities.
fn annexes(scope: &Scope<'_>, path: &FieldPath) -> usize {
    let own = scope.draft.at(path).map_or(0, |list| list.members().len());
    let plan = plan(scope).and_then(|path| scope.draft.at(&path));
    own + usize::from(plan.is_some_and(|plan| !plan.is_empty()))
}

fn value(said: &str) -> Option<usize> {
    let letter = || Some(usize::from(said.bytes().next()?.checked_sub(b'A')?) + 1);
    let roman = || wording::parse_roman(said).and_then(|number| usize::try_from(number).ok());
    said.parse().ok().or_else(roman).or_else(letter)
}
