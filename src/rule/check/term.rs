//! `masa_berlaku`: start and length give the end.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, says};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording;

/// `jangka_waktu.mulai` (the day of signing when it says so) plus `lama` is `berakhir`: the day
/// before the anniversary or the anniversary itself, since both are ordinary usage.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermAgrees {}

impl CheckKind for TermAgrees {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "hari berakhir yang tertulis"),
            word("seharusnya", "hari berakhir menurut hitungan"),
            word("mulai", "hari mulainya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let parts = ["jangka_waktu.mulai", "jangka_waktu.lama", "jangka_waktu.berakhir"];
        parts.into_iter().map(|path| Read::Field(FieldUse::fixed(path))).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        check(scope).into_iter().collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let path = FieldPath::root().key("jangka_waktu");
        let draft = scope.draft;
        let Some(node) = draft.at(&path) else {
            return Vec::new();
        };
        // Two of the three say nothing of each other.
        let given = ["mulai", "lama", "berakhir"].iter().filter(|key| says(node.get(key))).count();
        if given < 2 || check_parts(scope).is_some() {
            return Vec::new();
        }
        let lacks = |key: &str, read: bool| node.get(key).is_some() && !read;
        let unread = [
            ("mulai", lacks("mulai", start(scope, node).is_some())),
            ("lama", lacks("lama", draft.term_at(&path.key("lama")).is_some())),
            ("berakhir", lacks("berakhir", draft.day_at(&path.key("berakhir")).is_some())),
        ];
        let reason = match unread.iter().find(|(_, unread)| *unread) {
            Some(("mulai", _)) => "hari mulainya tidak dapat ditentukan".to_owned(),
            Some((key, _)) => format!("{key} tidak dapat dibaca"),
            None if given == 3 => "lamanya tidak dapat dihitung pada kalender".to_owned(),
            // Nothing is there to be compared, and nothing unread.
            None => return Vec::new(),
        };
        vec![Silence::at(Place::value(path), reason)]
    }
}

/// The first day, the length as it is counted from there, and the last day; all of them readable.
fn check_parts(scope: &Scope<'_>) -> Option<(NaiveDate, NaiveDate, NaiveDate)> {
    let path = FieldPath::root().key("jangka_waktu");
    let start = start(scope, scope.draft.at(&path)?)?;
    let end = scope.draft.day_at(&path.key("berakhir"))?;
    Some((start, scope.draft.term_at(&path.key("lama"))?.add_to(start)?, end))
}

fn start(scope: &Scope<'_>, node: &Node) -> Option<NaiveDate> {
    let start = node.get("mulai")?;
    match start.str() {
        Some("penandatanganan") => scope.draft.day_at(&FieldPath::root().key("tanggal")),
        _ => scope.draft.day_at(&FieldPath::root().key("jangka_waktu").key("mulai")),
    }
}

fn check(scope: &Scope<'_>) -> Option<Hit> {
    let draft = scope.draft;
    let path = FieldPath::root().key("jangka_waktu");
    let node = draft.at(&path)?;
    let (start, anniversary, end) = check_parts(scope)?;
    let eve = anniversary.pred_opt()?;
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
