//! Which packs judge a draft: those that it names and that which governs the institution behind it,
//! else those of its kind; each where it was in force on the day of the draft.

use chrono::NaiveDate;

use super::pack::Nature;
use super::whose::{Side, Whose};
use super::{Pack, Registry};
use crate::draft::{Draft, keys};
use crate::finding::{Builtin, Fault, Hit, Place};
use crate::kind::Role;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa};
use crate::words::{self, Argument};

/// A pack that judges a draft.
#[derive(Debug)]
pub(crate) struct Judging {
    /// Its name; `None` where a notice stands alone, or on a day before the first known regulation,
    /// when nothing judges.
    pub(crate) pack: Option<String>,
    /// What the draft should be told about it.
    pub(crate) notice: Option<Fault>,
    /// Whether it was not in force on the day of the draft, which names it: what it demands was no
    /// error then.
    pub(crate) premature: bool,
}

impl Judging {
    /// A pack that judges without any notice.
    pub(crate) fn by(pack: impl Into<String>) -> Self {
        Self { pack: Some(pack.into()), notice: None, premature: false }
    }

    fn note(notice: Fault) -> Self {
        Self { pack: None, notice: Some(notice), premature: false }
    }
}

/// The regulations that govern a draft, whatever it names.
#[derive(Debug)]
pub(crate) enum Governing {
    /// Those of an institution, and how the draft names it.
    Of {
        /// The packs.
        packs: Vec<String>,
        /// The institution, as the draft names it.
        named: String,
    },
    /// None that is known: the institution is another's.
    None {
        /// The institution, as the draft names it.
        named: String,
    },
    /// The draft does not tell whose it is: those that its kind suggests.
    Unknown,
}

/// The packs that judge a draft, in their order.
pub(crate) fn judging(registry: &Registry, draft: &Draft<'_>) -> Vec<Judging> {
    let court = Court { registry, draft, whose: Whose::of(draft) };
    let mut judging = if court.names_packs() { court.named() } else { court.unnamed() };
    for pack in registry.also() {
        if !judging.iter().any(|one| one.pack.as_ref() == Some(pack)) {
            judging.push(court.at(pack, Naming::Uncalled));
        }
    }
    judging
}

/// Whose document a draft is, and what governs it.
pub(crate) fn governing(registry: &Registry, draft: &Draft<'_>) -> Governing {
    Court { registry, draft, whose: Whose::of(draft) }.governing()
}

/// How a draft comes to a pack.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// It names it.
    Named,
    /// Its kind or its institution does.
    Implied,
    /// It does not; the pack judges all drafts.
    Uncalled,
}

/// A draft before the packs.
struct Court<'a> {
    registry: &'a Registry,
    draft: &'a Draft<'a>,
    whose: Whose<'a>,
}

impl<'a> Court<'a> {
    fn names_packs(&self) -> bool {
        !self.draft.named_packs().is_empty()
    }

    fn pack(&self, id: &str) -> Option<&'a Pack> {
        self.registry.get(id)?.ok()
    }

    fn is_regulation(&self, id: &str) -> bool {
        self.pack(id).is_some_and(|pack| pack.nature == Nature::Peraturan)
    }

    /// The packs that govern the institutions that a test holds for.
    fn governing_those(&self, test: impl Fn(&super::pack::AppliesTo) -> bool) -> Vec<String> {
        let heads = self.registry.heads().iter();
        let fit = heads.filter(|head| head.applies_to.as_ref().is_some_and(&test));
        fit.map(|head| head.id.clone()).collect()
    }

    fn governing(&self) -> Governing {
        if let Some(stated) = self.whose.stated {
            return self.stated(stated);
        }
        for side in &self.whose.sides {
            // A level that only one institution has tells of it, whatever the name says.
            let packs = self.governing_those(|applies| {
                applies.instansi.iter().any(|id| side.is_of(id)) || applies.has_unit(side.unit)
            });
            if !packs.is_empty() {
                return Governing::Of { packs, named: side.text.clone() };
            }
        }
        match self.whose.stranger() {
            Some(side) => Governing::None { named: side.text.clone() },
            None => Governing::Unknown,
        }
    }

    fn stated(&self, id: &str) -> Governing {
        const OTHER: &str = "lain";
        let packs = self.governing_those(|applies| applies.instansi.iter().any(|one| one == id));
        let named = id.to_owned();
        match id {
            OTHER => {
                let side = self.whose.sides.first();
                Governing::None { named: side.map_or(named, |side| side.text.clone()) }
            }
            _ if packs.is_empty() => Governing::Unknown,
            _ => Governing::Of { packs, named },
        }
    }

    /// What judges a draft that names nothing.
    fn unnamed(&self) -> Vec<Judging> {
        let governing = match self.governing() {
            Governing::Of { packs, .. } => packs,
            Governing::None { .. } => Vec::new(),
            Governing::Unknown => {
                return self
                    .draft
                    .kind
                    .packs
                    .iter()
                    .map(|id| self.at(id, Naming::Implied))
                    .collect();
            }
        };
        let governing = governing.into_iter().filter(|id| self.concerns(id));
        // What the kind suggests beside is house style, and law of whoever writes such papers.
        let others = self.draft.kind.packs.iter().filter(|id| !self.is_of_some_institution(id));
        let chosen = governing.chain(others.cloned());
        chosen.map(|id| self.at(&id, Naming::Implied)).collect()
    }

    fn is_of_some_institution(&self, id: &str) -> bool {
        self.registry.heads().iter().any(|head| head.id == id && head.applies_to.is_some())
    }

    /// Whether a pack has anything to say of drafts of this kind. One without rules has: that none
    /// of its rules is known.
    fn concerns(&self, id: &str) -> bool {
        self.pack(id).is_some_and(|pack| pack.rules.is_empty() || pack.admits(self.draft.kind))
    }

    /// What judges a draft that names packs: these, and what governs it where they leave it out.
    fn named(&self) -> Vec<Judging> {
        let named = self.draft.named_packs();
        let governing = self.governing();
        let mut judging: Vec<Judging> = named.iter().map(|id| self.at(id, Naming::Named)).collect();
        judging.extend(named.iter().filter_map(|id| self.misfit(id)).map(Judging::note));
        let Governing::Of { packs, named: party } = governing else {
            return judging;
        };
        let regulated = named.iter().any(|id| self.is_regulation(id));
        let missing: Vec<&Pack> =
            packs.iter().filter_map(|id| self.left_out(id, &judging)).collect();
        for missing in missing {
            let replaced = judging.iter().any(|one| one.is_replaced());
            if !replaced {
                judging.push(Judging::note(self.bypassed(missing, &party, regulated)));
            }
            if regulated {
                judging.push(Judging::by(&missing.id));
            }
        }
        judging
    }

    /// A pack that governs a draft on its day and does not judge it so far. Of papers that no
    /// regulation is about by their kind none is missed.
    fn left_out(&self, id: &str, judging: &[Judging]) -> Option<&'a Pack> {
        let effective = self.at(id, Naming::Implied).pack?;
        let known = judging.iter().any(|one| one.pack.as_ref() == Some(&effective));
        let pack = self.pack(&effective).filter(|_| !known)?;
        let regulated = self.draft.kind.packs.iter().any(|id| self.is_regulation(id));
        (regulated && pack.admits(self.draft.kind)).then_some(pack)
    }

    /// That a named regulation governs documents of others.
    fn misfit(&self, id: &str) -> Option<Fault> {
        let heads = self.registry.heads();
        let applies = heads.iter().find(|head| head.id == id)?.applies_to.as_ref()?;
        let fits = match self.whose.stated {
            Some(stated) => applies.instansi.iter().any(|one| one == stated),
            None => self.whose.side_of(&applies.instansi).is_some(),
        };
        let unit = |side: &Side<'_>| applies.has_unit(side.unit);
        let precedes = |head: &super::registry::Head| {
            self.pack(&head.id).is_some_and(|pack| pack.predecessor.as_deref() == Some(id))
                && head
                    .applies_to
                    .as_ref()
                    .is_some_and(|applies| self.whose.side_of(&applies.instansi).is_some())
        };
        if fits || self.whose.sides.iter().any(unit) || heads.iter().any(precedes) {
            return None;
        }
        let party = match self.whose.stated {
            Some(stated) => stated,
            None => &self.whose.stranger()?.text,
        };
        let pack = self.pack(id)?;
        let hit = Hit::at(self.named_at(id));
        Some((Builtin::PackMisfit, hit.word("peraturan", &pack.short).word("pihak", party)))
    }

    fn bypassed(&self, pack: &Pack, party: &str, judges: bool) -> Fault {
        let effect = if judges { words::engine::judges_too() } else { words::engine::judges_not() };
        let hit = Hit::at(Place::key(FieldPath::root().key(keys::PACKS)));
        let hit = hit.word("seharusnya", &pack.short).word("pihak", party).word("akibat", effect);
        (Builtin::PackBypassed, hit)
    }

    /// Where the draft names a pack.
    fn named_at(&self, id: &str) -> Place {
        let list = FieldPath::root().key(keys::PACKS);
        let members = self.draft.at(&list).map_or(&[][..], Node::members);
        let at = members.iter().position(|member| member.str() == Some(id)).unwrap_or(0);
        Place::value(list.index(at))
    }

    /// Whether a pack judges on the day of the draft, or which does instead.
    fn at(&self, id: &str, naming: Naming) -> Judging {
        match (self.pack(id), self.draft.date()) {
            (Some(pack), Some(date)) => judging_at(self.registry, self.draft, pack, date, naming),
            _ => Judging::by(id),
        }
    }
}

impl Judging {
    fn is_replaced(&self) -> bool {
        matches!(self.notice, Some((Builtin::PackReplaced, _)))
    }
}

/// Whether a pack judges a draft of a day, or which does instead.
fn judging_at(
    registry: &Registry,
    draft: &Draft<'_>,
    pack: &Pack,
    date: NaiveDate,
    naming: Naming,
) -> Judging {
    let language = draft.language();
    let named = naming == Naming::Named;
    let first = pack.first_day().filter(|first| date < *first);
    // A pack of the office judges what its conditions fit; of earlier drafts it does not speak.
    if naming == Naming::Uncalled && first.is_some() {
        return Judging { pack: None, notice: None, premature: false };
    }
    if let Some(first) = first {
        let earlier = pack.predecessor.clone();
        let before = earlier.as_deref().map_or_else(
            || Argument::from(words::engine::no_predecessor()),
            |id| short_name(registry, id).into(),
        );
        let hit = dated_hit(draft, pack, date, language)
            .word("berlaku", wording::date_long(first, language));
        let notice = Some((Builtin::PackNotYet, hit.word("pendahulu", before)));
        // Named packs judge whatever the day; the draft knows what it asks for.
        let judge = if named { Some(pack.id.clone()) } else { earlier };
        return Judging { pack: judge, notice, premature: named };
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
        let notice = Some((Builtin::PackReplaced, hit));
        return Judging { pack: Some(judge), notice, premature: false };
    }
    Judging::by(&pack.id)
}

fn short_name(registry: &Registry, id: &str) -> String {
    registry.get(id).and_then(Result::ok).map_or_else(|| id.to_owned(), |pack| pack.short.clone())
}

fn dated_hit(draft: &Draft<'_>, pack: &Pack, date: NaiveDate, language: Bahasa) -> Hit {
    let path = draft.facts().path(Role::Tanggal).unwrap_or_default();
    let hit = Hit::at(Place::value(path)).word("tanggal", wording::date_long(date, language));
    hit.word("peraturan", &pack.short)
}
