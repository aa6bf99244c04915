//! Names of institutions and their units.

use super::index::Institutions;
use super::institution::{Class, Country, Institution};
use super::owner::Owner;
use super::scan::Seen;
use super::word::Word;

/// What a name means.
#[derive(Debug)]
pub(crate) struct Name<'a> {
    /// Whose it is.
    pub(crate) owner: Owner<'a>,
    unit: Option<SpokenOf<'a>>,
}

/// A unit that is spoken of: the innermost of a name.
#[derive(Clone, Debug)]
pub(super) struct SpokenOf<'a> {
    pub(super) words: Vec<String>,
    pub(super) class: &'a Class,
    pub(super) id: Option<&'a str>,
    pub(super) owner: Owner<'a>,
}

impl<'a> Name<'a> {
    /// The class of the unit: `kementerian`, `upt`; `None` where not even its kind is known.
    pub(crate) fn class(&self) -> Option<&'a Class> {
        self.unit.as_ref().map(|unit| unit.class)
    }

    /// The id of the unit among those of its institution (`kantor-imigrasi`), or of the institution.
    #[cfg(test)]
    pub(crate) fn unit(&self) -> Option<&'a str> {
        self.unit.as_ref()?.id
    }

    /// What an office of this party is read in.
    pub(crate) fn context(&self) -> Context<'a> {
        let institution = self.owner.institution();
        Context {
            institution,
            country: institution.map(Institution::country),
            unit: self.unit.clone(),
        }
    }
}

/// What is already known where a name or a title stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context<'a> {
    pub(super) institution: Option<&'a Institution>,
    pub(super) country: Option<Country>,
    pub(super) unit: Option<SpokenOf<'a>>,
}

impl<'a> Context<'a> {
    /// Nothing is known but the state whose papers these are: it tells "Kementerian Dalam Negeri" of
    /// Indonesia from that of Malaysia.
    pub(crate) fn in_country(country: Country) -> Self {
        Self { institution: None, country: Some(country), unit: None }
    }

    /// The unit that is spoken of, where the words mean it: they name it, or its kind alone.
    pub(super) fn unit_meant(&self, words: &[Word], seen: &Seen<'_>) -> Option<&SpokenOf<'a>> {
        let unit = self.unit.as_ref()?;
        let named = words.get(seen.start..seen.tail)?;
        let same_kind = seen.class.short || seen.class.id() == unit.class.id();
        let same_length = named.len() == unit.words.len() || seen.end == seen.tail;
        let begins = named.len() <= unit.words.len()
            && named.iter().zip(&unit.words).all(|(word, own)| word.text == *own);
        (seen.is_generic() && same_kind && same_length && begins).then_some(unit)
    }
}

impl Institutions {
    /// Inside an institution: names without any belong to it as far as they can.
    pub(crate) fn within<'a>(&'a self, institution: &'a Institution) -> Context<'a> {
        let class = self.classes.get(institution.class);
        let unit = class.map(|class| SpokenOf {
            words: institution.names.first().cloned().unwrap_or_default(),
            class,
            id: Some(institution.id()),
            owner: Owner::listed(institution),
        });
        let country = Some(institution.country());
        Context { institution: Some(institution), country, unit }
    }

    /// Reads the name of an institution or of a unit. The names of a list (letterhead) are read as
    /// one, joined by commas.
    pub(crate) fn name<'a>(&'a self, text: &str, context: &Context<'a>) -> Name<'a> {
        let words = self.words(text);
        let seen = self.scan(&words);
        let owner = self.owner(&words, &seen, None, context);
        let unit = innermost(&words, &seen).map(|unit| self.spoken_of(&words, unit, &owner));
        Name { owner, unit }
    }

    pub(super) fn spoken_of<'a>(
        &'a self,
        words: &[Word],
        unit: &Seen<'a>,
        owner: &Owner<'a>,
    ) -> SpokenOf<'a> {
        let words = words.get(unit.start..unit.tail).unwrap_or_default();
        SpokenOf {
            words: words.iter().map(|word| word.text.clone()).collect(),
            class: unit.class,
            id: self.unit_id(unit, owner),
            owner: owner.clone(),
        }
    }

    /// The id of a unit among those of its owner.
    pub(super) fn unit_id<'a>(&'a self, unit: &Seen<'a>, owner: &Owner<'a>) -> Option<&'a str> {
        let institution = owner.institution()?;
        let target = unit.targets.iter().find(|target| self.is_of(**target, institution))?;
        Some(self.unit_of(*target).map_or(institution.id(), |unit| &unit.id))
    }
}

/// The innermost unit. A name goes from the part to the whole, a letterhead from the whole to the
/// part: the first unit of what stands between separations, or what follows a whole institution.
fn innermost<'s, 'a>(words: &[Word], seen: &'s [Seen<'a>]) -> Option<&'s Seen<'a>> {
    let mut best = seen.first()?;
    for pair in seen.windows(2) {
        if let [before, unit] = pair
            && (begins_anew(words, unit) || before.class.depth == 0)
            && unit.class.depth > best.class.depth
        {
            best = unit;
        }
    }
    Some(best)
}

fn begins_anew(words: &[Word], unit: &Seen<'_>) -> bool {
    words.get(unit.start).is_some_and(|word| word.fresh)
}
