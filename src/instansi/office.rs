//! Offices: a role in a unit.

use super::data::RoleWord;
use super::index::{Institutions, Title};
use super::institution::{Class, Country, Institution, Level};
use super::name::{Context, SpokenOf};
use super::owner::Owner;
use super::scan::Seen;
use super::word::Word;

/// What an office is in its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Leads it.
    Head,
    /// Stands in for its head: Wakil Menteri, Wakil Kepala.
    Deputy,
    /// Keeps its secretariat: Sekretaris Direktorat Jenderal.
    Secretary,
    /// Assists its head: Staf Ahli, Staf Khusus, a private secretary.
    Staff,
}

/// An office, as far as its title tells.
#[derive(Clone, Debug)]
pub(crate) struct Post<'a> {
    /// `None` for words that are no known title.
    #[allow(dead_code, reason = "its level says what rules ask for")]
    pub(crate) role: Option<Role>,
    /// `None` where the level is not known.
    pub(crate) level: Option<&'a Level>,
    /// The class of the unit that the office is in.
    pub(crate) class: Option<&'a Class>,
    /// The id of that unit, where the owner is known to have it.
    pub(crate) unit: Option<&'a str>,
    /// Whose it is.
    pub(crate) owner: Owner<'a>,
}

impl Post<'_> {
    /// Words that are no office.
    pub(super) fn none() -> Self {
        Self { role: None, level: None, class: None, unit: None, owner: Owner::Unknown }
    }

    /// Whether it is known to be of a level, or of one that counts as it.
    pub(crate) fn is(&self, level: &str) -> bool {
        self.level.is_some_and(|own| own.is(level))
    }
}

/// The unit that an office is in.
struct Place<'a> {
    class: Option<&'a Class>,
    id: Option<&'a str>,
    owner: Owner<'a>,
    /// The level of its head, where the institution has its own.
    head: Option<&'a Level>,
}

impl Institutions {
    /// Reads one title with nothing around it but a greeting.
    pub(super) fn post<'a>(&'a self, words: &[Word], context: &Context<'a>) -> Post<'a> {
        let words = self.greeted(words);
        let Some((title, rest)) = self.title(words) else {
            return self.without_role(words, context);
        };
        if title.is_of_person() && self.is_title(rest) {
            return self.beside(title.role, rest, context);
        }
        self.titled(title, rest, context)
    }

    /// The word for an office that the words begin with, and what follows it.
    fn title<'a, 'w>(&'a self, words: &'w [Word]) -> Option<(&'a Title, &'w [Word])> {
        let (length, titles) = self.roles.longest(words)?;
        Some((titles.first()?, words.get(length..)?))
    }

    /// Whether the words begin with a title.
    pub(super) fn is_title(&self, words: &[Word]) -> bool {
        self.roles.length(words) > 0
    }

    fn without_role<'a>(&'a self, words: &[Word], context: &Context<'a>) -> Post<'a> {
        let seen = self.scan(words);
        // Words without role or unit tell nothing, not even that they are the context's.
        let owner = match seen.as_slice() {
            [] => Owner::Unknown,
            seen => self.owner(words, seen, None, context),
        };
        Post { owner, ..Post::none() }
    }

    /// The deputy of a person's office, or its staff: "Wakil Menteri", "Sekretaris Kepala BPOM". Of
    /// several such words the first counts.
    fn beside<'a>(&'a self, role: RoleWord, rest: &[Word], context: &Context<'a>) -> Post<'a> {
        let of = match self.title(self.person(rest)) {
            Some((title, after)) => self.titled(title, after, context),
            None => Post::none(),
        };
        let role = if role == RoleWord::Wakil { Role::Deputy } else { Role::Staff };
        let level = of.class.and_then(|class| self.level_in(class, role));
        Post { role: Some(role), level, ..of }
    }

    /// What follows the words for those beside a person, as far as it is a title.
    fn person<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        let mut person = words;
        while let Some((title, after)) = self.title(person)
            && title.is_of_person()
            && self.is_title(after)
        {
            person = after;
        }
        person
    }

    /// The length of the title that the words begin with, those beside a person included.
    pub(super) fn person_length(&self, words: &[Word]) -> usize {
        let person = self.person(words);
        match self.roles.length(person) {
            0 => 0,
            length => words.len() - person.len() + length,
        }
    }

    fn titled<'a>(&'a self, title: &'a Title, rest: &[Word], context: &Context<'a>) -> Post<'a> {
        if title.role == RoleWord::BukanJabatan {
            return Post::none();
        }
        let words = self.unit_words(title, rest);
        let seen = self.scan(&words);
        let place = self.place(title, &words, &seen, context);
        let role = title.role();
        let level = self.level_at(title.level).or_else(|| self.level_of(title, role, &place));
        let level = level.or_else(|| self.staff_level(role, &place, context));
        Post { role, level, class: place.class, unit: place.id, owner: place.owner }
    }

    /// The name of the unit that a title is of: "Direktur Jenderal Imigrasi" is of the "Direktorat
    /// Jenderal Imigrasi", but "Direktur Rumah Sakit" of the hospital.
    fn unit_words(&self, title: &Title, rest: &[Word]) -> Vec<Word> {
        let unit = title.unit_words.iter();
        let mut words: Vec<Word> =
            unit.map(|text| Word { text: text.clone(), fresh: false }).collect();
        let length = words.len();
        words.extend_from_slice(rest);
        let named = self.names.length(rest) + self.heads.length(rest) > 0;
        if !named || title.whole || self.names.length(&words) > length {
            return words;
        }
        if self.is_above(&words, rest) {
            // "Menteri Bidang …", of whom a Staf Ahli is, leads no Bidang.
            let subject = self.scan(rest).first().map_or(0, |unit| unit.tail);
            words.truncate(length);
            words.extend_from_slice(rest.get(subject..).unwrap_or_default());
            return words;
        }
        rest.to_vec()
    }

    /// Whether words begin with a kind of institution, and others with a kind of its inner units.
    fn is_above(&self, whole: &[Word], part: &[Word]) -> bool {
        let class = |words: &[Word]| {
            let (_, classes) = self.heads.longest(words)?;
            self.classes.get(*classes.first()?)
        };
        class(whole).is_some_and(|class| class.depth == 0)
            && class(part).is_some_and(|class| class.inner)
    }

    fn place<'a>(
        &'a self,
        title: &Title,
        words: &[Word],
        seen: &[Seen<'a>],
        context: &Context<'a>,
    ) -> Place<'a> {
        let own = title.institution;
        let owner = match (seen, own, &context.unit) {
            ([], None, Some(unit)) => unit.owner.clone(),
            ([], None, None) => Owner::Unknown,
            _ => self.owner(words, seen, own, context),
        };
        if let Some(institution) = own.and_then(|own| self.list.get(own)) {
            return self.place_at_head(institution, owner);
        }
        if let Some(unit) = context.unit.as_ref().filter(|unit| title.leads(unit, words)) {
            return self.place_of(unit);
        }
        // The unit must follow at once: the "Kepala Pengamanan Lapas" does not lead the Lapas.
        let first = seen.first().filter(|first| first.start == 0 || title.role == RoleWord::Staf);
        match (first, words.is_empty()) {
            (Some(first), _) => self.place_in(words, first, owner, context),
            (None, true) => context.unit.as_ref().map_or_else(nowhere, |unit| self.place_of(unit)),
            (None, false) => Place { owner, ..nowhere() },
        }
    }

    fn place_at_head<'a>(&'a self, institution: &'a Institution, owner: Owner<'a>) -> Place<'a> {
        let class = self.classes.get(institution.class);
        Place { class, id: Some(institution.id()), owner, head: self.level_at(institution.head) }
    }

    fn place_in<'a>(
        &'a self,
        words: &[Word],
        unit: &Seen<'a>,
        owner: Owner<'a>,
        context: &Context<'a>,
    ) -> Place<'a> {
        let meant = context.unit_meant(words, unit);
        if let Some(meant) = meant.filter(|meant| meant.owner.is_same(&owner)) {
            return self.place_of(meant);
        }
        let id = self.unit_id(unit, &owner);
        Place { class: Some(unit.class), id, head: self.own_head(id, &owner), owner }
    }

    fn place_of<'a>(&'a self, unit: &SpokenOf<'a>) -> Place<'a> {
        let owner = unit.owner.clone();
        let head = self.own_head(unit.id, &owner);
        Place { class: Some(unit.class), id: unit.id, head, owner }
    }

    /// The level of the head of an institution that has a level of its own.
    fn own_head<'a>(&'a self, unit: Option<&str>, owner: &Owner<'a>) -> Option<&'a Level> {
        let institution = owner.institution().filter(|of| unit == Some(of.id()))?;
        self.level_at(institution.head)
    }

    fn level_of<'a>(
        &'a self,
        title: &Title,
        role: Option<Role>,
        place: &Place<'a>,
    ) -> Option<&'a Level> {
        let class = place.class.filter(|class| !class.inner || place.is_of_government())?;
        match role? {
            Role::Head if title.is_kepala && class.no_head => None,
            Role::Head => place.head.or_else(|| self.level_in(class, Role::Head)),
            role => self.level_in(class, role),
        }
    }

    /// The level of staff of whom only a subject is said: "Staf Ahli Bidang …".
    fn staff_level<'a>(
        &'a self,
        role: Option<Role>,
        place: &Place<'a>,
        context: &Context<'a>,
    ) -> Option<&'a Level> {
        let subject = place.class.is_some_and(|class| class.inner && class.staff.is_none());
        let institution = context.institution.filter(|_| role == Some(Role::Staff) && subject)?;
        self.level_in(self.classes.get(institution.class)?, Role::Staff)
    }

    fn level_in(&self, class: &Class, role: Role) -> Option<&Level> {
        self.level_at(match role {
            Role::Head => class.head,
            Role::Deputy => class.deputy,
            Role::Secretary => class.secretary,
            Role::Staff => class.staff,
        })
    }
}

impl Place<'_> {
    /// Whether an inner unit there is one of a government: a director of a company has no level.
    fn is_of_government(&self) -> bool {
        let country = self.owner.institution().map(Institution::country);
        !matches!(country, Some(Country::International | Country::Other))
    }
}

fn nowhere<'a>() -> Place<'a> {
    Place { class: None, id: None, owner: Owner::Unknown, head: None }
}

impl Title {
    /// Whether it may be held beside a person's office.
    fn is_of_person(&self) -> bool {
        matches!(self.role, RoleWord::Wakil | RoleWord::Staf | RoleWord::Sekretaris)
            && self.unit_words.is_empty()
    }

    /// Whether the title alone leads the unit that is spoken of: "Direktur" of a company.
    fn leads(&self, unit: &SpokenOf<'_>, words: &[Word]) -> bool {
        let alone = words.len() == self.unit_words.len();
        alone && unit.class.any_head && self.role == RoleWord::Pimpinan && self.level.is_none()
    }

    fn role(&self) -> Option<Role> {
        match self.role {
            RoleWord::Pimpinan => Some(Role::Head),
            RoleWord::Wakil => Some(Role::Deputy),
            RoleWord::Sekretaris => Some(Role::Secretary),
            RoleWord::Staf => Some(Role::Staff),
            RoleWord::BukanJabatan => None,
        }
    }
}
