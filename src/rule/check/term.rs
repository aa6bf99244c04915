//! `masa_berlaku`: start and length give the end.

use jiff::ToSpan;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::value;
use crate::finding::{Hit, Place};
use crate::source::path::FieldPath;
use crate::wording;

/// `jangka_waktu.mulai` (the day of signing when it says so) plus `lama` is `berakhir`: the day
/// before the anniversary or the anniversary itself, since both are ordinary usage.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermAgrees {}

impl CheckKind for TermAgrees {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        check(scope).into_iter().collect()
    }
}

fn check(scope: &Scope<'_>) -> Option<Hit> {
    let draft = scope.draft;
    let path = FieldPath::root().key("jangka_waktu");
    let node = draft.at(&path)?;
    let start = node.get("mulai")?;
    let start = match start.str() {
        Some("penandatanganan") => value::date(draft.root.get("tanggal")?)?,
        _ => value::date(start)?,
    };
    let end = value::date(node.get("berakhir")?)?;
    let anniversary = value::term(node.get("lama")?)?.add_to(start)?;
    let eve = anniversary.checked_sub(1.day()).ok()?;
    if end == anniversary || end == eve {
        return None;
    }
    let long = |date| wording::date_long(date, draft.language());
    let hit = Hit::at(Place::value(path.key("berakhir"))).word("tertulis", long(end));
    let hit = hit.word("seharusnya", long(eve)).word("mulai", long(start));
    // The length of the term may as well be the wrong one.
    let right = if node.get("berakhir")?.str().is_some() { long(eve) } else { eve.to_string() };
    let hit = hit.mend_perhaps(Place::value(path.key("berakhir")), right);
    Some(hit.see(Place::value(path.key("lama")), format!("terhitung sejak {}", long(start))))
}
