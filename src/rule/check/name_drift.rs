//! `nama_seragam`: names are written as they were introduced.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{Token, is_body, is_slip, tokens};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words;

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
    words: Vec<String>,
}

/// How a row of words compares with a name.
#[derive(Debug, PartialEq, Eq)]
enum Likeness {
    Same,
    Slip,
    Order,
    Class,
    /// The same head, another tail.
    Head,
    None,
}

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
        let names = names(scope);
        let mut seen = BTreeSet::new();
        let mut hits = Vec::new();
        for name in names.iter().filter(|name| self.concerns(name)) {
            for index in suspects(scope, name) {
                let Some((path, text)) = scope.texts().get(index) else { continue };
                if *path == name.path || !reads_text(scope, path) {
                    continue;
                }
                for span in self.drifts(name, text, &names) {
                    if seen.insert((index, span.start)) {
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
            Defect::LembagaLain => name.path.last_key() == Some("lembaga") && name.words.len() >= 4,
            _ => name.words.len() >= 2,
        }
    }

    fn drifts(&self, name: &Name, text: &str, names: &[Name]) -> Vec<Span> {
        let all: Vec<Token<'_>> = tokens(text).collect();
        let mut spans = Vec::new();
        for window in all.windows(name.words.len()) {
            let (Some(first), Some(last)) = (window.first(), window.last()) else { continue };
            let span = first.span.start..last.span.end;
            if !is_row(text, window) || !self.wants(&likeness(window, &name.words)) {
                continue;
            }
            let said: Vec<String> = window.iter().map(|one| one.text.to_lowercase()).collect();
            if !names.iter().any(|other| holds(&other.words, &said)) {
                spans.push(span);
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

/// Words that stand between names in headings, where every letter is a capital.
const BETWEEN: [&str; 9] =
    ["dan", "bagi", "dengan", "di", "pada", "untuk", "dalam", "oleh", "tentang"];

/// Whether words follow each other with blanks alone, and begin with a capital as names do.
fn is_row(text: &str, window: &[Token<'_>]) -> bool {
    let joined = window.windows(2).all(|pair| match pair {
        [one, two] => text.get(one.span.end..two.span.start).is_some_and(|gap| {
            gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '(' | ')' | '/'))
        }),
        _ => false,
    });
    let capital = |token: Option<&Token<'_>>| {
        token.is_some_and(|one| one.text.starts_with(char::is_uppercase))
    };
    let last =
        window.last().is_some_and(|one| !BETWEEN.contains(&one.text.to_lowercase().as_str()));
    joined && last && capital(window.first()) && capital(window.last())
}

fn likeness(window: &[Token<'_>], name: &[String]) -> Likeness {
    let said: Vec<String> = window.iter().map(|one| one.text.to_lowercase()).collect();
    let pairs = || said.iter().zip(name);
    let wrong: Vec<(usize, (&String, &String))> =
        pairs().enumerate().filter(|(_, (one, other))| one != other).collect();
    if wrong.is_empty() {
        return Likeness::Same;
    }
    let right = name.len() - wrong.len();
    if right * 2 >= name.len() && wrong.iter().all(|(_, (one, other))| is_slip(one, other)) {
        return Likeness::Slip;
    }
    let mut sorted = (said.clone(), name.to_vec());
    sorted.0.sort();
    sorted.1.sort();
    if sorted.0 == sorted.1 && name.len() >= 3 {
        return Likeness::Order;
    }
    match wrong.as_slice() {
        [(_, (one, other))] if name.len() >= 4 && is_class(one) && is_class(other) => {
            Likeness::Class
        }
        [(at, _), ..] if *at >= 3.max(name.len().saturating_sub(2)) => Likeness::Head,
        _ => Likeness::None,
    }
}

/// The class of an office: "II", "A".
fn is_class(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 3
        && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'a' | 'b' | 'c'))
}

fn holds(words: &[String], said: &[String]) -> bool {
    words.windows(said.len()).any(|window| window == said)
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
    let words: Vec<String> = tokens(&bare).map(|one| one.text.to_lowercase()).collect();
    (words.len() >= 2).then(|| Name { path, text: text.to_owned(), words })
}

fn core(name: &str) -> String {
    let bare = name.split(',').next().unwrap_or_default();
    bare.split_whitespace().filter(|word| !word.ends_with('.')).collect::<Vec<_>>().join(" ")
}

/// The texts in which a telling word of a name stands.
fn suspects(scope: &Scope<'_>, name: &Name) -> BTreeSet<usize> {
    let mut words: Vec<&String> = name.words.iter().filter(|word| word.len() >= 4).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.into_iter().take(3).flat_map(|word| scope.haystack().holding(word)).collect()
}

/// Where names are used: the articles and what stands around them, signatures and komparisi.
fn reads_text(scope: &Scope<'_>, path: &FieldPath) -> bool {
    let head = path.keys().next().unwrap_or_default();
    let key = path.last_key().unwrap_or_default();
    let is = |role: Role| scope.draft.kind.role(role).is_some_and(|field| field.key == head);
    let own = is(Role::Pihak) && key == "komparisi";
    own || is(Role::TandaTangan) || is(Role::Judul) || is_body(scope, path)
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
            let all: Vec<Token<'_>> = tokens(office).collect();
            let found = all.windows(own.words.len()).find_map(|window| {
                let like = likeness(window, &own.words);
                let other = matches!(like, Likeness::Slip | Likeness::Class | Likeness::Head);
                let span = window.first()?.span.start..window.last()?.span.end;
                other.then_some(span)
            });
            let found = found.or_else(|| other_tail(&all, &own.words));
            hits.extend(found.map(|span| hit(&path, office, span, &own)));
        }
    }
    hits
}

/// The name of an institution in an office that begins like the party's and ends otherwise.
fn other_tail(office: &[Token<'_>], own: &[String]) -> Option<Span> {
    let words: Vec<String> = office.iter().map(|one| one.text.to_lowercase()).collect();
    let start = words.iter().position(|word| Some(word) == own.first())?;
    let rest = words.get(start..)?;
    let same = rest.iter().zip(own).take_while(|(one, other)| one == other).count();
    let tail = rest.get(same..).filter(|tail| !tail.is_empty())?;
    let other = same < own.len() && same >= 3 && same * 2 > own.len();
    let fresh = tail.iter().all(|word| !own.contains(word) && word.len() > 3);
    let span = office.get(start)?.span.start..office.last()?.span.end;
    (other && fresh).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likenesses() {
        let name: Vec<String> =
            ["yayasan", "tunas", "harapan", "negeri"].map(str::to_owned).to_vec();
        let like = |text: &str| likeness(&tokens(text).collect::<Vec<_>>(), &name);
        assert_eq!(like("Yayasan Tunas Harapan Negeri"), Likeness::Same);
        assert_eq!(like("Yayasan Harapan Tunas Negeri"), Likeness::Order);
        assert_eq!(like("Yayasan Tunas Harapam Negeri"), Likeness::Slip);
        assert_eq!(like("Yayasan Tunas Harapan Bangsa"), Likeness::Head);
        assert_eq!(like("Dinas Sosial Kota Lama"), Likeness::None);
        let office: Vec<String> = ["kantor", "kelas", "i", "tpi"].map(str::to_owned).to_vec();
        let window: Vec<_> = tokens("Kantor Kelas II TPI").collect();
        assert_eq!(likeness(&window, &office), Likeness::Class);
    }
}
