//! The tables, made from the files.

use std::collections::BTreeSet;

use super::{Institutions, Target, Title, written_out};
use crate::instansi::abroad::Countries;
use crate::instansi::acting::Marks;
use crate::instansi::data::{
    ClassEntry, CountryWord, Defaults, File, InstitutionEntry, RoleEntry, TitleEntry, UnitEntry,
};
use crate::instansi::institution::{Class, Institution, Level, Unit};
use crate::instansi::phrase::Phrases;
use crate::instansi::word;

/// Builds all tables.
pub(super) fn institutions(files: Vec<File>) -> Institutions {
    let abbreviations = abbreviations(&files);
    let tables = Tables { abbreviations: &abbreviations, files: &files };
    let levels = tables.levels();
    let classes = tables.classes(&levels);
    let list = tables.list(&classes, &levels);
    let heads = tables.heads(&classes);
    let names = tables.names(&list);
    let roles = tables.roles(&levels);
    let countries = Countries::new(&files);
    let marks = Marks::new(&files);
    Institutions { list, classes, levels, abbreviations, names, heads, roles, countries, marks }
}

fn abbreviations(files: &[File]) -> Phrases<Vec<String>> {
    let all = files.iter().flat_map(|file| &file.singkatan);
    Phrases::new(all.map(|(short, long)| (word::plain(short), word::plain(long))))
}

/// What the tables are made from.
struct Tables<'a> {
    abbreviations: &'a Phrases<Vec<String>>,
    files: &'a [File],
}

impl Tables<'_> {
    /// The words of a text as a reader's words will be: abbreviations written out.
    fn words(&self, text: &str) -> Vec<String> {
        let words = written_out(self.abbreviations, &word::fold(text));
        words.into_iter().map(|word| word.text).collect()
    }

    fn levels(&self) -> Vec<Level> {
        let entries = self.files.iter().flat_map(|file| &file.tingkat);
        entries.map(|entry| Level { id: entry.id.clone(), also: entry.sama.clone() }).collect()
    }

    fn classes(&self, levels: &[Level]) -> Vec<Class> {
        let entries = self.files.iter().flat_map(|file| &file.kelas);
        entries.map(|entry| class(entry, levels)).collect()
    }

    fn list(&self, classes: &[Class], levels: &[Level]) -> Vec<Institution> {
        let general = &self.general();
        let all = self.files.iter().flat_map(|file| {
            file.instansi.iter().map(move |entry| {
                let mut made = institution(entry, &file.baku, classes, levels);
                made.above = self.above(entry);
                let names = std::iter::once(&entry.nama).chain(&entry.lain);
                made.names = names.map(|name| self.words(name)).collect();
                let words = made.names.iter().flatten();
                made.telling = words.filter(|word| is_telling(word, general)).cloned().collect();
                made
            })
        });
        all.collect()
    }

    /// The words that many names have.
    fn general(&self) -> BTreeSet<String> {
        self.files.iter().flat_map(|file| file.sebutan.umum.iter().cloned()).collect()
    }

    /// The institutions above one, the nearest first.
    fn above(&self, entry: &InstitutionEntry) -> Vec<String> {
        let mut above = Vec::new();
        let mut next = entry.induk.as_ref();
        while let Some(id) = next.filter(|id| !above.contains(*id)) {
            above.push(id.clone());
            let mut entries = self.files.iter().flat_map(|file| &file.instansi);
            next = entries.find(|other| other.id == *id).and_then(|other| other.induk.as_ref());
        }
        above
    }

    fn heads(&self, classes: &[Class]) -> Phrases<usize> {
        let entries = self.files.iter().flat_map(|file| &file.pangkal);
        let all = entries.filter_map(|entry| Some((place(classes, &entry.kelas)?, &entry.frasa)));
        Phrases::new(all.flat_map(|(class, phrases)| {
            phrases.iter().map(move |phrase| (self.words(phrase), class))
        }))
    }

    fn names(&self, list: &[Institution]) -> Phrases<Target> {
        // `list` has the order of the entries.
        let entries = self.files.iter().flat_map(|file| &file.instansi).zip(list).enumerate();
        let names = entries.flat_map(|(at, (entry, institution))| {
            let own = Target { institution: at, unit: None };
            let own = institution.names.iter().map(move |name| (name.clone(), own));
            let units = entry.satuan.iter().enumerate().flat_map(move |(unit, of)| {
                let target = Target { institution: at, unit: Some(unit) };
                let names = std::iter::once(&of.nama).chain(&of.lain);
                names.map(move |name| (self.words(name), target))
            });
            own.chain(units)
        });
        Phrases::new(names)
    }

    fn roles(&self, levels: &[Level]) -> Phrases<Title> {
        let general = self.files.iter().flat_map(|file| &file.peran);
        let general = general.flat_map(|entry| {
            entry.frasa.iter().map(|phrase| (self.words(phrase), self.title(entry, levels)))
        });
        let own = self.files.iter().flat_map(|file| &file.instansi).enumerate();
        let own = own.flat_map(|(at, entry)| {
            let titles = entry.jabatan.iter();
            titles.flat_map(move |title| {
                let made = move || own_title(title, at, levels);
                title.sebutan.iter().map(move |called| (self.words(called), made()))
            })
        });
        Phrases::new(general.chain(own))
    }

    fn title(&self, entry: &RoleEntry, levels: &[Level]) -> Title {
        Title {
            role: entry.peran,
            unit_words: self.words(&entry.satuan),
            whole: entry.utuh,
            is_kepala: entry.kepala,
            level: entry.tingkat.as_ref().and_then(|id| level_place(levels, id)),
            institution: None,
        }
    }
}

fn own_title(entry: &TitleEntry, institution: usize, levels: &[Level]) -> Title {
    Title {
        role: entry.peran,
        unit_words: Vec::new(),
        whole: false,
        is_kepala: false,
        level: entry.tingkat.as_ref().and_then(|id| level_place(levels, id)),
        institution: Some(institution),
    }
}

fn class(entry: &ClassEntry, levels: &[Level]) -> Class {
    let level = |id: &Option<String>| id.as_ref().and_then(|id| level_place(levels, id));
    Class {
        id: entry.id.clone(),
        depth: entry.lapis,
        head: level(&entry.pimpinan),
        deputy: level(&entry.wakil),
        secretary: level(&entry.sekretaris),
        staff: level(&entry.staf),
        closed: entry.tertutup,
        inner: entry.dalam,
        short: entry.ringkas,
        no_head: entry.bukan_kepala,
        any_head: entry.bebas,
    }
}

fn institution(
    entry: &InstitutionEntry,
    defaults: &Defaults,
    classes: &[Class],
    levels: &[Level],
) -> Institution {
    let class = entry.kelas.as_ref().or(defaults.kelas.as_ref());
    Institution {
        id: entry.id.clone(),
        names: Vec::new(),
        group: entry.golongan.clone().or_else(|| defaults.golongan.clone()),
        country: entry.negara.or(defaults.negara).unwrap_or(CountryWord::Id).into(),
        family: entry.keluarga,
        first_only: entry.awal,
        open: entry.terbuka,
        swallows: entry.menelan,
        class: class.and_then(|id| place(classes, id)).unwrap_or(usize::MAX),
        head: entry.pimpinan.as_ref().and_then(|id| level_place(levels, id)),
        above: Vec::new(),
        successors: entry.penerus.clone(),
        telling: BTreeSet::new(),
        units: entry.satuan.iter().map(|one| unit(one, classes)).collect(),
    }
}

fn unit(entry: &UnitEntry, classes: &[Class]) -> Unit {
    Unit {
        id: entry.id.clone(),
        class: place(classes, &entry.kelas).unwrap_or(usize::MAX),
        exclusive: entry.khas,
        open: entry.terbuka,
        swallows: entry.menelan,
        first_only: entry.awal,
    }
}

/// Whether a word of a name tells it from others.
fn is_telling(word: &str, general: &BTreeSet<String>) -> bool {
    word.len() > 3 && !general.contains(word)
}

fn place(classes: &[Class], id: &str) -> Option<usize> {
    classes.iter().position(|class| class.id == id)
}

fn level_place(levels: &[Level], id: &str) -> Option<usize> {
    levels.iter().position(|level| level.id == id)
}
