//! Units of which no institution is named: the context's, a stranger's, or nobody knows whose.

use super::index::Institutions;
use super::institution::{Country, Institution};
use super::name::Context;
use super::owner::{Confidence, Owner};
use super::scan::Seen;
use super::word::Word;

impl Institutions {
    /// Another state's: its government, where the state is neither Indonesia nor Malaysia.
    pub(super) fn abroad(&self, country: Option<Country>) -> Owner<'_> {
        let foreign = self.list.iter().find(|institution| institution.country == Country::Other);
        match (country, foreign) {
            (Some(Country::Other), Some(institution)) => {
                Owner::Institution { institution, confidence: Confidence::Named }
            }
            (country, _) => elsewhere(country),
        }
    }

    /// Whose units are of which no institution is named.
    pub(super) fn unnamed<'a>(
        &'a self,
        words: &[Word],
        seen: &[Seen<'a>],
        country: Option<Country>,
        context: &Context<'a>,
    ) -> Owner<'a> {
        let foreign = country.filter(|country| *country != Country::Indonesia);
        if foreign.is_some() && foreign != context.country {
            return if seen.is_empty() { elsewhere(foreign) } else { self.abroad(foreign) };
        }
        if let Some(unit) = seen.first().and_then(|unit| context.unit_meant(words, unit)) {
            return unit.owner.clone();
        }
        let Some(institution) = context.institution else {
            return stranger(words, seen).unwrap_or(Owner::Unknown);
        };
        let parts = seen.iter().filter(|unit| !self.is_itself(institution, unit));
        self.inside(words, &parts.collect::<Vec<_>>(), institution)
    }

    /// Whether a unit is an institution by its kind alone: the "Kementerian" of "Sekretaris Jenderal
    /// Kementerian".
    fn is_itself(&self, institution: &Institution, unit: &Seen<'_>) -> bool {
        unit.is_generic() && unit.end == unit.tail && self.is_class(institution.class, unit)
    }

    fn is_class(&self, class: usize, unit: &Seen<'_>) -> bool {
        self.classes.get(class).is_some_and(|class| class.id() == unit.class.id())
    }

    /// Whose parts are, inside an institution.
    fn inside<'a>(
        &'a self,
        words: &[Word],
        parts: &[&Seen<'a>],
        institution: &'a Institution,
    ) -> Owner<'a> {
        let closed = parts.iter().copied().find(|unit| unit.is_generic() && unit.class.closed);
        if let Some(unit) = closed {
            return self.closed_unit(words, unit, institution);
        }
        match parts.first() {
            Some(first) if self.is_listed(first, institution) => Owner::listed(institution),
            _ if parts.iter().all(|unit| self.is_inner(words, unit)) => {
                Owner::presumed(institution)
            }
            _ => Owner::Unknown,
        }
    }

    fn is_listed(&self, unit: &Seen<'_>, institution: &Institution) -> bool {
        unit.targets.iter().any(|target| self.is_of(*target, institution))
    }

    /// Whether a unit is nobody else's by its name: an inner one, or a kind of unit with at most a
    /// place behind it ("Kantor Wilayah Riau").
    fn is_inner(&self, words: &[Word], unit: &Seen<'_>) -> bool {
        let name = words.get(unit.end..unit.tail).unwrap_or_default();
        let named = !name.is_empty() && !self.marks.explains(name);
        unit.class.inner || !unit.is_generic() || !named
    }

    /// Whose a unit is whose class has names that a regulation fixes, inside an institution: a
    /// stranger's where all of the institution's own are known.
    fn closed_unit<'a>(
        &'a self,
        words: &[Word],
        unit: &Seen<'_>,
        institution: &'a Institution,
    ) -> Owner<'a> {
        let known = institution.units.iter().any(|own| self.is_class(own.class, unit));
        let name = words.get(unit.end..unit.tail).unwrap_or_default();
        match name {
            [] if known => Owner::presumed(institution),
            _ if institution.country == Country::Other => Owner::presumed(institution),
            [_, ..] if known || unit.class.depth == 0 || unit.class.short => stranger_named(name),
            _ => Owner::Unknown,
        }
    }
}

/// The first closed unit of no known name.
fn stranger<'a>(words: &[Word], seen: &[Seen<'_>]) -> Option<Owner<'a>> {
    let unit = seen.iter().find(|unit| unit.is_generic() && unit.class.closed)?;
    let name = words.get(unit.end..unit.tail).filter(|name| !name.is_empty())?;
    Some(stranger_named(name))
}

fn stranger_named<'a>(name: &[Word]) -> Owner<'a> {
    Owner::Stranger(name.iter().map(|word| word.text.clone()).collect())
}

fn elsewhere<'a>(country: Option<Country>) -> Owner<'a> {
    country.map_or(Owner::Unknown, Owner::Abroad)
}
