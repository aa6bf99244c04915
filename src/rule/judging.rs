//! Which packs judge a draft: those it names, else those of its kind that were in force on its day.

use chrono::NaiveDate;

use super::{Pack, Registry};
use crate::draft::Draft;
use crate::finding::{Builtin, Fault, Hit, Place};
use crate::kind::Role;
use crate::wording::{self, Bahasa};
use crate::words::{self, Argument};

/// A pack that judges a draft.
#[derive(Debug)]
pub struct Judging {
    /// Its name; `None` on a day before the first known regulation, when nothing judges.
    pub pack: Option<String>,
    /// What the draft should be told about it.
    pub notice: Option<Fault>,
}

/// The packs that judge a draft, in their order.
pub fn judging(registry: &Registry, draft: &Draft<'_>) -> Vec<Judging> {
    let named = draft.root.get("peraturan").is_some_and(|list| !list.is_empty());
    let dated = |id: &str| Some((registry.get(id)?.ok()?, draft.date()?));
    let chosen = registry.chosen(draft).into_iter();
    chosen
        .map(|id| match dated(&id) {
            Some((pack, date)) => judging_at(registry, draft, pack, date, named),
            None => Judging { pack: Some(id), notice: None },
        })
        .collect()
}

/// Whether a pack judges a draft of a day, or which does instead.
fn judging_at(
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
        let before = earlier.as_deref().map_or_else(
            || Argument::from(words::engine::no_predecessor()),
            |id| short_name(registry, id).into(),
        );
        let hit = dated_hit(draft, pack, date, language)
            .word("ditetapkan", wording::date_long(enacted, language));
        let notice = Some((Builtin::PackNotYet, hit.word("pendahulu", before)));
        // Named packs judge whatever the day; the draft knows what it asks for.
        let judge = if named { Some(pack.id.clone()) } else { earlier };
        return Judging { pack: judge, notice };
    }
    if let Some(after) = pack.successor.as_ref().filter(|after| date >= after.since) {
        let matter = after
            .matter
            .as_ref()
            .map_or_else(|| Argument::from(words::engine::replaced_wholly()), Argument::from);
        let hit = dated_hit(draft, pack, date, language)
            .word("sejak", wording::date_long(after.since, language))
            .word("pengganti", short_name(registry, &after.pack))
            .word("bagi", matter);
        let judge = if named { pack.id.clone() } else { after.pack.clone() };
        return Judging { pack: Some(judge), notice: Some((Builtin::PackReplaced, hit)) };
    }
    Judging { pack: Some(pack.id.clone()), notice: None }
}

fn short_name(registry: &Registry, id: &str) -> String {
    registry.get(id).and_then(Result::ok).map_or_else(|| id.to_owned(), |pack| pack.short.clone())
}

fn dated_hit(draft: &Draft<'_>, pack: &Pack, date: NaiveDate, language: Bahasa) -> Hit {
    let path = draft.facts().path(Role::Tanggal).unwrap_or_default();
    let hit = Hit::at(Place::value(path)).word("tanggal", wording::date_long(date, language));
    hit.word("peraturan", &pack.short)
}
