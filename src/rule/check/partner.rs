//! `golongan_mitra`: partners are of the groups that a clause names, by what the draft says and by
//! what they are.

use schemars::JsonSchema;
use serde::Deserialize;

use super::signatory::unknown_institution;
use super::{CheckKind, Scope};
use crate::draft::Party;
use crate::finding::{Hit, Level, Place};
use crate::instansi::{Confidence, Context, Country, Institution, Institutions, Name, Owner};
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, word};
use crate::rule::whose;
use crate::text::words;

/// Every partner is of a group that is allowed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    #[schemars(description = "Golongan mitra yang boleh, sebagaimana pada pihak.mitra.")]
    boleh: Vec<String>,
    #[schemars(description = "id instansi yang bermitra; pihak dari instansi itu bukan mitra.")]
    instansi: String,
}

impl CheckKind for Partner {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "golongan atau nama mitra"),
            word("boleh", "golongan yang boleh, dipisahkan koma"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let group = FieldUse::fixed("pihak.mitra").compared("boleh", &self.boleh);
        vec![Read::Field(group), Read::Field(FieldUse::fixed("pihak.lembaga"))]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let empty = RuleFault::empty("boleh", &self.boleh).into_iter();
        empty.chain(unknown_institution(&self.instansi)).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let context = Context::in_country(whose::country(scope.draft));
        let parties = scope.draft.facts().parties().filter(|party| party.unit().is_none());
        parties.filter_map(|party| self.judge(&party, &context)).collect()
    }
}

impl Partner {
    fn judge(&self, party: &Party<'_>, context: &Context<'_>) -> Option<Hit> {
        if let Some(group) = party.partner().filter(|group| !self.allows(group)) {
            return Some(self.hit(Place::value(party.path().key("mitra")), group));
        }
        let (path, text) = party.name()?;
        let name = Institutions::embedded().name(text, context);
        let hit = || self.hit(Place::value(path.clone()), text);
        if whose::is_of(&name.owner, &self.instansi) {
            return None;
        }
        if is_person(party, &name) {
            return Some(hit().at_most(Level::Warning));
        }
        if self.spans_borders(party, text) {
            return None;
        }
        match self.standing(&name) {
            Standing::Allowed => None,
            Standing::Other => Some(hit()),
            Standing::Doubtful => Some(hit().at_most(Level::Warning)),
        }
    }

    /// Whether a partner that says that it works across borders says so in its name as well: an
    /// association or a foundation is named alike wherever it sits.
    fn spans_borders(&self, party: &Party<'_>, name: &str) -> bool {
        const GROUPS: [&str; 2] =
            ["organisasi-internasional", "organisasi-internasional-nonpemerintah"];
        const SIGNS: [&str; 6] =
            ["internasional", "international", "antarbangsa", "dunia", "world", "global"];
        party.partner().is_some_and(|group| GROUPS.contains(&group))
            && words(name).iter().any(|word| SIGNS.contains(&word.to_lowercase().as_str()))
    }

    fn allows(&self, group: &str) -> bool {
        self.boleh.iter().any(|allowed| allowed == group)
    }

    /// What the name of a partner says of its group.
    fn standing(&self, name: &Name<'_>) -> Standing {
        if let Owner::Abroad(country) = name.owner {
            return if self.allows_abroad(country) {
                Standing::Allowed
            } else {
                Standing::Doubtful
            };
        }
        let Owner::Institution { institution, confidence } = name.owner else {
            return Standing::Allowed;
        };
        let Some(group) = institution.group() else {
            return Standing::Allowed;
        };
        match (self.allows(group), confidence) {
            (true, _) => Standing::Allowed,
            // A company is named alike wherever it sits, and so is a foundation.
            (false, _) if institution.is_family() && !is_foreign(institution) => Standing::Doubtful,
            (false, Confidence::Named | Confidence::Listed) => Standing::Other,
            (false, Confidence::Presumed) => Standing::Doubtful,
        }
    }

    fn allows_abroad(&self, country: Country) -> bool {
        const HERE: &str = "lembaga-pemerintah";
        const THERE: &str = "lembaga-pemerintah-asing";
        let group = if country == Country::Indonesia { HERE } else { THERE };
        self.allows(group)
    }

    fn hit(&self, place: Place, said: &str) -> Hit {
        Hit::at(place).word("nilai", said).word("boleh", self.boleh.join(", "))
    }
}

/// What a name says of a partner's group.
enum Standing {
    Allowed,
    Other,
    Doubtful,
}

fn is_foreign(institution: &Institution) -> bool {
    institution.group() == Some("lembaga-pemerintah-asing")
}

/// Whether a party is a person: its number is that of a person, and its name that of nobody known.
fn is_person(party: &Party<'_>, name: &Name<'_>) -> bool {
    const NUMBER: &str = "nik";
    let known = name.owner.institution().is_some();
    let mut remarks = party.remarks();
    !known && remarks.any(|remark| remark.trim().eq_ignore_ascii_case(NUMBER))
}
