//! Institutions that names mention: by their own names, and by units that only they have.

use super::index::{Institutions, Target};
use super::institution::{Country, Institution};
use super::name::Context;
use super::owner::{Confidence, Owner};
use super::scan::Seen;
use super::word::Word;

/// The institutions that a word of a name may mean.
struct Mention {
    /// It names the institution itself, not a unit of it.
    explicit: bool,
    /// It stands behind "dan".
    joined: bool,
    institutions: Vec<usize>,
}

/// The institutions that a name means.
enum Meant {
    /// One of them.
    OneOf(Vec<usize>),
    /// All of them.
    All(Vec<usize>),
}

impl Meant {
    fn institutions(&self) -> &[usize] {
        match self {
            Self::OneOf(list) | Self::All(list) => list,
        }
    }
}

impl Institutions {
    /// Whose the units are that the words speak of. `own` is the institution of a title that only it
    /// has.
    pub(super) fn owner<'a>(
        &'a self,
        words: &[Word],
        seen: &[Seen<'a>],
        own: Option<usize>,
        context: &Context<'a>,
    ) -> Owner<'a> {
        // A foreign party's "Menteri Dalam Negeri" is its own.
        let abroad = context.country.filter(|country| *country == Country::Other);
        let country = self.country_named(words, seen).or(abroad);
        let own = own.map(|own| Mention { explicit: true, joined: false, institutions: vec![own] });
        let seen_mentions = seen.iter().filter_map(|one| self.mention(words, one));
        let mentions: Vec<Mention> = own.into_iter().chain(seen_mentions).collect();
        if mentions.is_empty() {
            return self.unnamed(words, seen, country, context);
        }
        let Some(mentions) = self.of_country(mentions, country) else {
            return self.abroad(country);
        };
        let meant = self.meant(&mentions);
        self.settled(&meant, context)
    }

    /// The state that the words name: the first after the last institution that they name.
    fn country_named(&self, words: &[Word], seen: &[Seen<'_>]) -> Option<Country> {
        let explicit = |one: &&Seen<'_>| one.targets.iter().any(|target| target.unit.is_none());
        let from = seen.iter().rfind(explicit).map_or(0, |one| one.start);
        self.countries.first(words.get(from..)?)
    }

    /// The institutions that a unit tells of, where it tells of any.
    fn mention(&self, words: &[Word], seen: &Seen<'_>) -> Option<Mention> {
        let before = seen.start.checked_sub(1).and_then(|at| words.get(at));
        let tells = !seen.is_generic() && seen.targets.iter().all(|one| self.is_telling(*one));
        tells.then(|| Mention {
            explicit: seen.targets.iter().any(|target| target.unit.is_none()),
            joined: before.is_some_and(|word| word.text == "dan"),
            institutions: seen.targets.iter().map(|target| target.institution).collect(),
        })
    }

    /// Whether a name tells of an institution: it is its own, or a unit's that only it has.
    fn is_telling(&self, target: Target) -> bool {
        target.unit.is_none() || self.unit_of(target).is_some_and(|unit| unit.exclusive)
    }

    /// The mentions without the institutions of other states than the one named; `None` where
    /// nothing remains of one.
    fn of_country(
        &self,
        mut mentions: Vec<Mention>,
        country: Option<Country>,
    ) -> Option<Vec<Mention>> {
        let Some(country) = country else {
            return Some(mentions);
        };
        for mention in &mut mentions {
            mention.institutions.retain(|at| self.may_be_of(*at, country));
        }
        mentions.iter().all(|mention| !mention.institutions.is_empty()).then_some(mentions)
    }

    fn may_be_of(&self, at: usize, country: Country) -> bool {
        self.list.get(at).is_some_and(|institution| {
            let home = institution.country;
            home == country || home == Country::International
        })
    }

    /// The institutions that the mentions mean together. Those that are named outweigh those that
    /// are only implied by their units.
    fn meant(&self, mentions: &[Mention]) -> Meant {
        let (named, implied): (Vec<&Mention>, Vec<&Mention>) =
            mentions.iter().partition(|mention| mention.explicit);
        let mut meant = Meant::OneOf(Vec::new());
        for mention in &named {
            meant = self.together(meant, mention);
        }
        for mention in implied {
            meant = match self.common(meant.institutions(), &mention.institutions) {
                common if !common.is_empty() => Meant::OneOf(common),
                _ if named.is_empty() => self.together(meant, mention),
                _ => meant,
            };
        }
        meant
    }

    /// What is meant by one more mention: the same, or the lower of two. Else the later, to which the
    /// earlier belongs ("Rumah Tahanan Polda"), or both where they are joined by "dan".
    fn together(&self, meant: Meant, mention: &Mention) -> Meant {
        let before = meant.institutions();
        let common = self.common(before, &mention.institutions);
        if !common.is_empty() {
            Meant::OneOf(common)
        } else if mention.joined && !before.is_empty() {
            let more = mention.institutions.iter().filter(|at| !before.contains(at));
            Meant::All(before.iter().chain(more).copied().collect())
        } else {
            Meant::OneOf(mention.institutions.clone())
        }
    }

    /// The institutions that two mentions share, themselves or the lower of the two.
    fn common(&self, one: &[usize], other: &[usize]) -> Vec<usize> {
        let pairs = one.iter().flat_map(|one| other.iter().map(move |other| (*one, *other)));
        let lower = pairs.filter_map(|(one, other)| self.lower(one, other));
        let mut common: Vec<usize> = lower.collect();
        common.sort_unstable();
        common.dedup();
        common
    }

    /// The lower of two institutions of which one stands below the other.
    fn lower(&self, one: usize, other: usize) -> Option<usize> {
        let (first, second) = (self.list.get(one)?, self.list.get(other)?);
        if first.is_or_is_below(second) {
            Some(one)
        } else {
            second.is_or_is_below(first).then_some(other)
        }
    }

    /// One institution, if the context leaves one.
    fn settled<'a>(&'a self, meant: &Meant, context: &Context<'a>) -> Owner<'a> {
        let all = meant.institutions().iter().filter_map(|at| self.list.get(*at));
        let all: Vec<&Institution> = all.collect();
        if let [institution] = all.as_slice() {
            return Owner::Institution { institution, confidence: Confidence::Named };
        }
        if matches!(meant, Meant::All(_)) {
            return Owner::Several(all);
        }
        let here = |one: &&&Institution| context.institution.is_some_and(|it| it.id == one.id);
        let home = |one: &&&Institution| context.country == Some(one.country);
        let mut at_home = all.iter().filter(home);
        let only = at_home.next().filter(|_| at_home.next().is_none());
        match all.iter().find(here).or(only) {
            Some(institution) => Owner::listed(institution),
            None => Owner::Several(all),
        }
    }
}
