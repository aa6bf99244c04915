//! `nama_seragam`: names are written as they were introduced.

mod likeness;

use std::collections::BTreeSet;
use std::rc::Rc;

use ecow::EcoString;
use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::tokens;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words;

use likeness::{Likeness, Told, Words, is_row, likeness, span_of, told};

/// How a name can drift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Cara sebuah nama dapat berubah.")]
enum Defect {
    /// A letter or the order of words changed, or the class of an office.
    #[schemars(description = "Ejaan, urutan kata, atau kelasnya berubah.")]
    Berubah,
    /// It begins like the name of a party and goes on like that of another.
    #[schemars(description = "Nama lembaga sejenis yang bukan pihak.")]
    LembagaLain,
    /// The office is that of another institution than the party.
    #[schemars(description = "Jabatan menyebut lembaga lain daripada pihaknya.")]
    Jabatan,
}

/// Names of institutions, offices, officials and places in the texts of a draft.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameDrift {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

/// A name with where it was given.
struct Name {
    path: FieldPath,
    /// As it is written.
    text: String,
    /// Its words in lower case.
    words: Vec<EcoString>,
}

/// The names that a draft introduces, each with the texts that may hold it; found once for all rules.
struct Names(Vec<(Name, BTreeSet<usize>)>);

/// Of each text, whether names are used in it.
struct Texts(Vec<bool>);

impl CheckKind for NameDrift {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "nama yang diperkenalkan")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let keys = ["lembaga", "pejabat.jabatan", "pejabat.nama"];
        keys.map(|key| Read::role(Role::Pihak, key)).into()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.cacat {
            Defect::Berubah => self.everywhere(scope),
            Defect::LembagaLain => self.everywhere(scope),
            Defect::Jabatan => offices(scope),
        }
    }
}

impl NameDrift {
    fn everywhere(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let names = scope.once(|| Names::of(scope));
        let texts = scope.once(|| Texts::of(scope));
        let mut seen = BTreeSet::new();
        let mut hits = Vec::new();
        for (name, suspects) in names.0.iter().filter(|(name, _)| self.concerns(name)) {
            for index in suspects {
                let Some((path, text)) = scope.texts().get(*index) else { continue };
                let told = texts.told(scope, *index).filter(|_| *path != name.path);
                let Some(told) = told else { continue };
                for span in self.drifts(name, &told.0, &names) {
                    if seen.insert((*index, span.start)) {
                        hits.push(hit(path, text, span, name));
                    }
                }
            }
        }
        hits
    }

    /// Another institution is only told from its kind by a long name.
    fn concerns(&self, name: &Name) -> bool {
        match self.cacat {
            Defect::LembagaLain => name.path.last_key() == Some("lembaga") && name.words.len() >= 3,
            _ => name.words.len() >= 2,
        }
    }

    fn drifts(&self, name: &Name, told: &[Told], names: &Names) -> Vec<Span> {
        let mut spans = Vec::new();
        for window in told.windows(name.words.len()) {
            if !is_row(window) || !self.wants(&likeness(window, &name.words)) {
                continue;
            }
            if !names.0.iter().any(|(other, _)| holds(&other.words, window)) {
                spans.extend(span_of(window));
            }
        }
        spans
    }

    fn wants(&self, likeness: &Likeness) -> bool {
        match self.cacat {
            Defect::LembagaLain => *likeness == Likeness::Head,
            _ => matches!(likeness, Likeness::Slip | Likeness::Order | Likeness::Class),
        }
    }
}

fn hit(path: &FieldPath, text: &str, span: Span, name: &Name) -> Hit {
    let said = text.get(span.clone()).unwrap_or_default();
    let place = Place::within(path.clone(), span);
    let hit = Hit::at(place.clone()).word("tertulis", said).word("seharusnya", &name.text);
    hit.see(Place::value(name.path.clone()), words::check::introduced_so())
}

fn holds(words: &[EcoString], said: &[Told]) -> bool {
    let same = |window: &[EcoString]| window.iter().zip(said).all(|(one, told)| *one == told.lower);
    words.windows(said.len()).any(same)
}

impl Names {
    fn of(scope: &Scope<'_>) -> Self {
        let with_texts = |name: Name| {
            let texts = suspects(scope, &name);
            (name, texts)
        };
        Self(names(scope).into_iter().map(with_texts).collect())
    }
}

impl Texts {
    /// Where names are used: the articles and what stands around them, signatures and komparisi.
    fn of(scope: &Scope<'_>) -> Self {
        let key = |role: Role| scope.draft.kind.role(role).map(|field| field.key.as_str());
        let parties = key(Role::Pihak);
        let around = [key(Role::TandaTangan), key(Role::Judul)];
        let reads = |path: &FieldPath| {
            let head = path.keys().next();
            let own = head.is_some() && head == parties && path.last_key() == Some("komparisi");
            own || head.is_some() && around.contains(&head)
        };
        let texts = scope.texts().iter().zip(scope.body());
        Self(texts.map(|((path, _), body)| *body || reads(path)).collect())
    }

    fn told(&self, scope: &Scope<'_>, index: usize) -> Option<Rc<Words>> {
        let used = self.0.get(index).is_some_and(|used| *used);
        used.then(|| scope.reading(index, |text| Words(told(text)))).flatten()
    }
}

/// The names that a draft introduces.
fn names(scope: &Scope<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for party in scope.draft.facts().parties() {
        let path = party.path();
        let officials = party.officials().flat_map(|one| {
            let path = one.path();
            ["nama", "jabatan"].map(|key| path.key(key))
        });
        let paths = ["lembaga", "nama_judul"].map(|key| path.key(key)).into_iter().chain(officials);
        names.extend(paths.filter_map(|path| name(scope, path)));
    }
    names.extend(scope.draft.facts().path(Role::Tempat).and_then(|path| name(scope, path)));
    names
}

fn name(scope: &Scope<'_>, path: FieldPath) -> Option<Name> {
    let text = scope.draft.at(&path).and_then(Node::str)?.trim();
    // Degrees and titles are often given in one place alone.
    let bare = if path.last_key() == Some("nama") { core(text) } else { text.to_owned() };
    let words: Vec<EcoString> = tokens(&bare).map(|one| Told::of(&one).lower).collect();
    (words.len() >= 2).then(|| Name { path, text: text.to_owned(), words })
}

fn core(name: &str) -> String {
    let bare = name.split(',').next().unwrap_or_default();
    bare.split_whitespace().filter(|word| !word.ends_with('.')).collect::<Vec<_>>().join(" ")
}

/// The texts in which a telling word of a name stands.
fn suspects(scope: &Scope<'_>, name: &Name) -> BTreeSet<usize> {
    let mut words: Vec<&EcoString> = name.words.iter().filter(|word| word.len() >= 4).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.into_iter().take(3).flat_map(|word| scope.haystack().holding(word)).collect()
}

/// "Kepala Kantor Imigrasi Kelas II …" of a party that is of the first class.
fn offices(scope: &Scope<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for party in scope.draft.facts().parties() {
        let Some(own) =
            name(scope, party.path().key("lembaga")).filter(|name| name.words.len() >= 3)
        else {
            continue;
        };
        for official in party.officials() {
            let path = official.path().key("jabatan");
            let Some(office) = official.word("jabatan") else { continue };
            let all = told(office);
            let found = all.windows(own.words.len()).find_map(|window| {
                let like = likeness(window, &own.words);
                let other = matches!(like, Likeness::Slip | Likeness::Class | Likeness::Head);
                span_of(window).filter(|_| other)
            });
            let found = found.or_else(|| other_tail(&all, &own.words));
            hits.extend(found.map(|span| hit(&path, office, span, &own)));
        }
    }
    hits
}

/// The name of an institution in an office that begins like the party's and ends otherwise.
fn other_tail(office: &[Told], own: &[EcoString]) -> Option<Span> {
    let words: Vec<&EcoString> = office.iter().map(|one| &one.lower).collect();
    let start = words.iter().position(|word| Some(*word) == own.first())?;
    let rest = words.get(start..)?;
    let same = rest.iter().zip(own).take_while(|(one, other)| **one == *other).count();
    let tail = rest.get(same..).filter(|tail| !tail.is_empty())?;
    let other = same < own.len() && same >= 3 && same * 2 > own.len();
    let fresh = tail.iter().all(|word| !own.contains(word) && word.len() > 3);
    let span = office.get(start)?.span.start..office.last()?.span.end;
    (other && fresh).then_some(span)
}
