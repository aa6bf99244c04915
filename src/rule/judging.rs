//! Which packs judge a draft: those it names, else those of its kind that were in force on its day.

use chrono::NaiveDate;

use super::{Pack, Registry};
use crate::draft::Draft;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::wording::{self, Bahasa};

const UNKNOWN: &str = "tidak diketahui dari sumber yang dipakai";

/// A pack that judges a draft.
#[derive(Debug)]
pub struct Judging {
    /// Its name; `None` on a day before the first known regulation, when nothing judges.
    pub pack: Option<String>,
    /// What the draft should be told about it: the rule's code in the pack `bentuk`, and where.
    pub notice: Option<(&'static str, Hit)>,
}

/// The packs that judge a draft, in their order.
pub fn judging(registry: &Registry, draft: &Draft<'_>) -> Vec<Judging> {
    let named = draft.root.get("peraturan").is_some_and(|list| !list.is_empty());
    let judge = |id: String| match registry.get(&id) {
        Some(Ok(pack)) => match draft.date() {
            Some(date) => on(registry, draft, pack, date, named),
            None => Judging { pack: Some(id), notice: None },
        },
        _ => Judging { pack: Some(id), notice: None },
    };
    registry.chosen(draft).into_iter().map(judge).collect()
}

fn on(
    registry: &Registry,
    draft: &Draft<'_>,
    pack: &Pack,
    date: NaiveDate,
    named: bool,
) -> Judging {
    let language = draft.language();
    // A pack of the office judges what its conditions fit; of earlier drafts it does not speak.
    let uncalled = !draft.packs().contains(&pack.id);
    if uncalled && pack.enacted.is_some_and(|enacted| date < enacted) {
        return Judging { pack: None, notice: None };
    }
    if let Some(enacted) = pack.enacted.filter(|enacted| date < *enacted) {
        let earlier = pack.predecessor.clone();
        let before =
            earlier.as_deref().map_or_else(|| UNKNOWN.to_owned(), |id| short(registry, id));
        let hit = hit(draft, pack, date, language)
            .word("ditetapkan", wording::date_long(enacted, language));
        let notice = Some(("peraturan-belum-berlaku", hit.word("pendahulu", before)));
        // Named packs judge whatever the day; the draft knows what it asks for.
        let judge = if named { Some(pack.id.clone()) } else { earlier };
        return Judging { pack: judge, notice };
    }
    if let Some(after) = pack.successor.as_ref().filter(|after| date >= after.since) {
        let hit = hit(draft, pack, date, language)
            .word("sejak", wording::date_long(after.since, language))
            .word("pengganti", short(registry, &after.pack))
            .word("bagi", after.matter.clone().unwrap_or_else(|| "seluruhnya".to_owned()));
        let judge = if named { pack.id.clone() } else { after.pack.clone() };
        return Judging { pack: Some(judge), notice: Some(("peraturan-sudah-diganti", hit)) };
    }
    Judging { pack: Some(pack.id.clone()), notice: None }
}

fn short(registry: &Registry, id: &str) -> String {
    registry.get(id).and_then(Result::ok).map_or_else(|| id.to_owned(), |pack| pack.short.clone())
}

fn hit(draft: &Draft<'_>, pack: &Pack, date: NaiveDate, language: Bahasa) -> Hit {
    let path = draft.facts().path(Role::Tanggal).unwrap_or_default();
    let hit = Hit::at(Place::value(path)).word("tanggal", wording::date_long(date, language));
    hit.word("peraturan", &pack.short)
}
