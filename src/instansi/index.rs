//! All that is known, as tables to look things up in.

use std::sync::LazyLock;

use super::abroad::Countries;
use super::acting::Marks;
use super::data::{File, RoleWord};
use super::institution::{Class, Institution, Level, Unit};
use super::phrase::Phrases;
use super::word::{self, Word};
use crate::assets;

mod tables;

/// The institutions, with how they and their offices are called.
#[derive(Debug)]
pub(crate) struct Institutions {
    pub(super) list: Vec<Institution>,
    pub(super) classes: Vec<Class>,
    pub(super) levels: Vec<Level>,
    pub(super) abbreviations: Phrases<Vec<String>>,
    /// Names of institutions and of their units.
    pub(super) names: Phrases<Target>,
    /// Words that names of units begin with, and their class.
    pub(super) heads: Phrases<usize>,
    pub(super) roles: Phrases<Title>,
    pub(super) countries: Countries,
    pub(super) marks: Marks,
}

/// What a name means: an institution, or a unit of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) institution: usize,
    pub(super) unit: Option<usize>,
}

/// What a word for an office says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) role: RoleWord,
    /// The words that make the name of the unit out of what follows.
    pub(super) unit_words: Vec<String>,
    /// Whether these words hold even where a unit follows.
    pub(super) whole: bool,
    /// "Kepala" or "ketua".
    pub(super) is_kepala: bool,
    pub(super) level: Option<usize>,
    pub(super) institution: Option<usize>,
}

impl Institutions {
    /// What the binary carries; read at the first call.
    pub(crate) fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Institutions> = LazyLock::new(|| {
            let paths = assets::INSTITUTIONS.iter().map(|(path, _)| path);
            let files = paths.filter_map(|path| assets::read(&format!("schemas/instansi/{path}")));
            tables::institutions(files.collect::<Vec<File>>())
        });
        &EMBEDDED
    }

    /// An institution by its id.
    pub(crate) fn get(&self, id: &str) -> Option<&Institution> {
        self.list.iter().find(|institution| institution.id == id)
    }

    /// Whether a level has an id, or counts as it.
    pub(crate) fn is_level(&self, id: &str) -> bool {
        self.levels.iter().any(|level| level.is(id))
    }

    /// Whether whoever is of a level, or counts as it, is of another: `unit-utama` is `eselon-1`.
    pub(crate) fn counts_as(&self, level: &str, other: &str) -> bool {
        if let Some(level) = self.level(level) {
            return level.is(other);
        }
        let mut of_it = self.levels.iter().filter(|one| one.is(level)).peekable();
        of_it.peek().is_some() && of_it.all(|one| one.is(other))
    }

    /// The level of those who lead a class of units.
    pub(crate) fn head_of(&self, class: &Class) -> Option<&Level> {
        self.level_at(class.head)
    }

    /// A level by its id.
    pub(crate) fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }

    /// The words of a text, its abbreviations written out.
    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        written_out(&self.abbreviations, &word::fold(text))
    }

    pub(super) fn institution_of(&self, target: Target) -> Option<&Institution> {
        self.list.get(target.institution)
    }

    pub(super) fn unit_of(&self, target: Target) -> Option<&Unit> {
        self.institution_of(target)?.units.get(target.unit?)
    }

    /// The class of what a name means.
    pub(super) fn class_of(&self, target: Target) -> Option<&Class> {
        let place = match self.unit_of(target) {
            Some(unit) => unit.class,
            None => self.institution_of(target)?.class,
        };
        self.classes.get(place)
    }

    /// Whether what a name means is an institution's.
    pub(super) fn is_of(&self, target: Target, institution: &Institution) -> bool {
        self.institution_of(target).is_some_and(|of| of.id() == institution.id())
    }

    pub(super) fn level_at(&self, place: Option<usize>) -> Option<&Level> {
        self.levels.get(place?)
    }
}

/// Words with their abbreviations written out; what is written out is not looked at again.
fn written_out(abbreviations: &Phrases<Vec<String>>, words: &[Word]) -> Vec<Word> {
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some(first) = rest.first() {
        let found = abbreviations.longest(rest);
        let length = found.map_or(1, |(length, _)| length);
        match found.and_then(|(_, meanings)| meanings.first()) {
            Some(long) => {
                let fresh = |at| at == 0 && first.fresh;
                let long = long.iter().enumerate();
                out.extend(long.map(|(at, text)| Word { text: text.clone(), fresh: fresh(at) }));
            }
            None => out.push(first.clone()),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}
