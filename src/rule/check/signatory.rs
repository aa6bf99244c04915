//! `penanda_tangan_berwenang`: who signs for an institution holds an office that may.

use schemars::JsonSchema;
use serde::Deserialize;

use super::office::{Fit, Wanted};
use super::{CheckKind, Scope, Silence};
use crate::draft::{Official, Party};
use crate::finding::{Hit, Level, Place};
use crate::instansi::{Institutions, Name, Office, Post};
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, word};
use crate::rule::whose;
use crate::source::path::FieldPath;
use crate::words;

/// Those who sign for the institution's own parties hold offices of these levels.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    #[schemars(
        description = "id instansi yang penanda tangannya diperiksa, dari schemas/instansi."
    )]
    instansi: String,
    #[schemars(
        description = "Tingkat jabatan yang berwenang, dari schemas/instansi/tata-sebut.toml."
    )]
    boleh: Vec<String>,
    /// Whom it takes where several units of the institution sign.
    #[schemars(
        description = "Tingkat yang harus ada di antara penanda tangan bila dua satuan eselon I atau lebih yang menandatangani."
    )]
    #[serde(default)]
    beberapa_satuan: Vec<String>,
}

impl CheckKind for Signatory {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "satuan, lembaga, atau jabatan yang tertulis"),
            word("boleh", "tingkat jabatan yang berwenang, dipisahkan koma"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fixed = ["pihak.satuan", "pihak.lembaga", "pihak.pejabat.jabatan"];
        fixed.into_iter().map(|path| Read::Field(FieldUse::fixed(path))).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let levels = self.boleh.iter().chain(&self.beberapa_satuan);
        RuleFault::empty("boleh", &self.boleh)
            .into_iter()
            .chain(unknown_institution(&self.instansi))
            .chain(levels.filter_map(|level| unknown_level("boleh", level)))
            .collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties: Vec<Own<'_>> = self.own(scope).collect();
        let mut hits: Vec<Hit> = parties.iter().flat_map(|own| self.judge(own)).collect();
        if hits.is_empty() {
            hits.extend(self.several(&parties));
        }
        hits
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let parties: Vec<Own<'_>> = self.own(scope).collect();
        let unread = parties
            .iter()
            .flat_map(|own| own.officials.iter())
            .filter(|signer| self.wanted().fit(&signer.office.post) == Fit::Unknown);
        unread
            .map(|signer| {
                let reason = words::check::office_unread(signer.title);
                Silence::at(Place::value(signer.path.clone()), reason)
            })
            .collect()
    }
}

/// A party of the institution itself.
struct Own<'a> {
    party: Party<'a>,
    name: Option<Name<'a>>,
    officials: Vec<Signer<'a>>,
}

/// One who signs for it.
struct Signer<'a> {
    path: FieldPath,
    title: &'a str,
    office: Office<'a>,
}

impl Signatory {
    fn wanted(&self) -> Wanted<'_> {
        let institution = Institutions::embedded().get(&self.instansi);
        Wanted { levels: &self.boleh, institution, units: &[], trusting: true }
    }

    /// The parties of the institution itself: those that say at which level of it they stand, and
    /// those whose names tell.
    fn own<'a>(&self, scope: &'a Scope<'_>) -> impl Iterator<Item = Own<'a>> {
        let parties = scope.draft.facts().parties();
        let country = whose::country(scope.draft);
        parties.filter_map(move |party| {
            let own = Own::read(party, country);
            let named = || own.name.as_ref().is_some_and(|name| self.is_own(name));
            let ours = own.party.unit().is_some() || own.party.partner().is_none() && named();
            ours.then_some(own)
        })
    }

    fn is_own(&self, name: &Name<'_>) -> bool {
        whose::is_of(&name.owner, &self.instansi)
    }

    fn judge(&self, own: &Own<'_>) -> Vec<Hit> {
        if let Some(unit) = own.party.unit().filter(|unit| !self.may(unit)) {
            return vec![self.hit(own.party.path().key("satuan"), unit)];
        }
        let signers = own.officials.iter().filter_map(|signer| self.signed(own, signer));
        let mut hits: Vec<Hit> = signers.collect();
        if hits.is_empty() {
            hits.extend(self.unit_cannot(own));
        }
        hits
    }

    /// Whether a level of the draft's own words may sign.
    fn may(&self, unit: &str) -> bool {
        let is = |wanted: &String| Institutions::embedded().counts_as(unit, wanted);
        self.boleh.iter().any(is)
    }

    /// What is wrong with one who signs. Whose authority is given by another paper, or is said to be
    /// in another's name, may lack nothing.
    fn signed(&self, own: &Own<'_>, signer: &Signer<'_>) -> Option<Hit> {
        let wanted = self.wanted();
        let granter = signer.office.on_behalf_of.as_ref().map(|post| wanted.fit(post));
        let own_fit = wanted.fit(&signer.office.post);
        let hit = || self.hit(signer.path.clone(), signer.title);
        match (own_fit, granter) {
            (Fit::Yes, _) => None,
            _ if own.party.is_empowered() && granter != Some(Fit::No) => None,
            (_, Some(Fit::Yes)) => Some(hit().at_most(Level::Warning)),
            (Fit::No, Some(Fit::Unknown)) => Some(hit().at_most(Level::Warning)),
            // The right office, of another institution as far as its name tells.
            (Fit::No, _) if wanted.fits_level(&signer.office.post) == Fit::Yes => {
                Some(hit().at_most(Level::Warning))
            }
            // The draft says of the party that it is one who may: which of the two is wrong nobody knows.
            (Fit::No, _) if own.party.unit().is_some() => Some(hit().at_most(Level::Warning)),
            (Fit::No, _) => Some(hit()),
            (Fit::Unknown, _) => None,
        }
    }

    /// That a field office is a party to what its head may not sign, whoever signs for it.
    fn unit_cannot(&self, own: &Own<'_>) -> Option<Hit> {
        let name = own.name.as_ref().filter(|name| self.is_own(name))?;
        let class = name.class().filter(|class| class.is_field_office())?;
        let all = Institutions::embedded();
        let head = all.head_of(class).filter(|head| !self.boleh.iter().any(|one| head.is(one)))?;
        let (path, text) = own.party.name()?;
        // Whoever signs for an office that is not his own is a doubt of its own.
        let same = own.officials.iter().any(|signer| signer.office.post.is(head.id()));
        let hit = self.hit(path, text);
        Some(if same { hit } else { hit.at_most(Level::Warning) })
    }

    /// That units sign together for whom only one above them may.
    fn several(&self, parties: &[Own<'_>]) -> Option<Hit> {
        if self.beberapa_satuan.is_empty() {
            return None;
        }
        let signers: Vec<&Signer<'_>> = parties.iter().flat_map(|own| &own.officials).collect();
        let above = |post: &Post<'_>| self.beberapa_satuan.iter().any(|level| post.is(level));
        let is_above = |signer: &&Signer<'_>| {
            above(&signer.office.post) || signer.office.on_behalf_of.as_ref().is_some_and(above)
        };
        if signers.iter().any(is_above) {
            return None;
        }
        let first = signers.iter().find_map(|signer| signer.unit())?;
        let other =
            signers.iter().find(|signer| signer.unit().is_some_and(|unit| unit != first))?;
        Some(self.hit(other.path.clone(), other.title))
    }

    fn hit(&self, path: FieldPath, said: &str) -> Hit {
        let hit = Hit::at(Place::value(path)).word("nilai", said.trim().trim_end_matches(','));
        hit.word("boleh", self.boleh.join(", "))
    }
}

impl<'a> Own<'a> {
    fn read(party: Party<'a>, country: crate::instansi::Country) -> Self {
        let all = Institutions::embedded();
        let context = crate::instansi::Context::in_country(country);
        let name = party.name().map(|(_, text)| all.name(text, &context));
        let inside = name.as_ref().map_or(context, Name::context);
        let officials = party.officials().filter_map(|official| Signer::read(&official, &inside));
        let officials = officials.collect();
        Self { party, name, officials }
    }
}

impl<'a> Signer<'a> {
    fn read(official: &Official<'a>, context: &crate::instansi::Context<'a>) -> Option<Self> {
        const OFFICE: &str = "jabatan";
        let title = official.word(OFFICE).filter(|title| !title.trim().is_empty())?;
        let mut office = Institutions::embedded().office(title, context);
        if let Some(granter) = official.acts_for().next().filter(|text| !text.trim().is_empty()) {
            let granter = Institutions::embedded().office(granter, context);
            office.on_behalf_of = Some(granter.on_behalf_of.unwrap_or(granter.post));
        }
        Some(Self { path: official.path().key(OFFICE), title, office })
    }

    /// The unit at whose head the signer stands, among those of the first echelon.
    fn unit(&self) -> Option<&'a str> {
        const TOP: &str = "eselon-1";
        self.office.post.unit.filter(|_| self.office.post.is(TOP))
    }
}

/// That no institution has an id.
pub(super) fn unknown_institution(id: &str) -> Option<RuleFault> {
    let known = Institutions::embedded().get(id).is_some();
    (!known).then(|| RuleFault::of("instansi", words::pack::no_institution(id)))
}

/// That no level has an id.
pub(super) fn unknown_level(parameter: &str, id: &str) -> Option<RuleFault> {
    let known = Institutions::embedded().is_level(id);
    (!known).then(|| RuleFault::of(parameter, words::pack::no_level(id)))
}
