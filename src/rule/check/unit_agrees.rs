//! `satuan_sesuai`: the level that a party gives itself is that of the office that signs for it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::instansi::{Context, Institutions};
use crate::rule::declared::{FieldUse, Read, Word, word};
use crate::rule::whose;
use crate::words;

/// `pihak.satuan` against the title of the first official, and against the name of the unit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitAgrees {}

impl CheckKind for UnitAgrees {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("satuan", "satuan yang disebut draf"),
            word("nilai", "jabatan atau lembaga yang tertulis"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fixed = ["pihak.satuan", "pihak.lembaga", "pihak.pejabat.jabatan"];
        fixed.into_iter().map(|path| Read::Field(FieldUse::fixed(path))).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let context = Context::in_country(whose::country(scope.draft));
        scope.draft.facts().parties().filter_map(|party| judge(&party, &context)).collect()
    }
}

fn judge(party: &Party<'_>, context: &Context<'_>) -> Option<Hit> {
    const OFFICE: &str = "jabatan";
    let all = Institutions::embedded();
    let said = party.unit()?;
    let official = party.officials().next()?;
    let title = official.word(OFFICE)?;
    let name = party.name().map(|(_, text)| all.name(text, context));
    let inside = name.as_ref().map_or_else(|| context.clone(), |name| name.context());
    let office = all.office(title, &inside);
    // Whose name is signed in holds the level that counts.
    let post = office.on_behalf_of.unwrap_or(office.post);
    let given = official.acts_for().next().map(|text| all.office(text, &inside).post);
    let level = given.unwrap_or(post).level?;
    let agrees = level.is(said) || all.counts_as(said, level.id());
    if agrees {
        return None;
    }
    let hit = Hit::at(Place::value(party.path().key("satuan"))).word("satuan", said);
    let hit = hit.word("nilai", title.trim().trim_end_matches(','));
    Some(hit.see(Place::value(official.path().key(OFFICE)), words::check::differs_from_this()))
}
