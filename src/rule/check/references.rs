//! `rujukan`: references by name and in plain words lead to something that is there.

mod doubt;
mod owner;
mod roman;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::draft::inline;
use crate::draft::keys::article;
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::kind::{Field, Kind, Role};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;
use doubt::Doubt;
use owner::Owner;

/// What is wrong with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada sebuah rujukan.")]
enum Defect {
    /// It leads nowhere.
    #[schemars(description = "Menunjuk bagian yang tidak ada.")]
    TidakAda,
    /// It leads to where it stands.
    #[schemars(description = "Menunjuk tempatnya sendiri.")]
    DiriSendiri,
    /// It counts in Roman numerals, where the articles are counted in figures.
    #[schemars(description = "Nomornya ditulis dengan angka Romawi.")]
    AngkaRomawi,
}

/// References in the articles of a draft.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct References {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

/// A reference, by name or in words.
struct Found {
    span: Span,
    /// The article it names: by its number for words, resolved for names.
    number: Option<usize>,
    parts: Vec<String>,
    /// Whether it is by name. One that leads nowhere is a fault of the format.
    by_name: bool,
    /// Whether the first part is an ayat.
    ayat: bool,
    /// One of several, or said to be this very article: it may name its own place with the others.
    among_others: bool,
    /// Why it may belong to another text.
    doubt: Option<Doubt>,
}

impl CheckKind for References {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("rujukan", "rujukan yang tertulis"), word("jumlah", "banyaknya pasal naskah")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        if self.cacat == Defect::AngkaRomawi {
            return roman::hits(scope);
        }
        let mut hits = Vec::new();
        each(scope, &mut |home, path, text, found| {
            if found.doubt.is_none() && self.wrong(scope, home, &found) {
                hits.push(hit(path, text, found.span, scope));
            }
        });
        hits
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let mut silences = Vec::new();
        each(scope, &mut |_, path, text, found| {
            let reason = found.doubt.or_else(|| unseen(scope, &found));
            if let Some(reason) = reason.filter(|_| self.cacat == Defect::TidakAda) {
                let said = text.get(found.span.clone()).unwrap_or_default();
                let place = Place::within(path.clone(), found.span);
                silences.push(Silence::at(place, reason.phrase(said)));
            }
        });
        silences
    }
}

/// Meets every reference of the articles: where it stands, and what it says.
fn each(scope: &Scope<'_>, meet: &mut dyn FnMut(&Section, &FieldPath, &str, Found)) {
    let owner = Owner::of(scope.draft);
    for section in &scope.draft.outline.sections {
        for (path, text) in strings(scope.draft.at(&section.text_path), &section.text_path) {
            for found in references(scope, &owner, text) {
                meet(section, &path, text, found);
            }
        }
    }
}

impl References {
    fn wrong(&self, scope: &Scope<'_>, home: &Section, found: &Found) -> bool {
        let target = found.number.and_then(|number| scope.draft.outline.numbered(number));
        match (self.cacat, target) {
            (Defect::TidakAda, _) if found.by_name => false,
            (Defect::TidakAda, None) => true,
            (Defect::TidakAda, Some(target)) => {
                !found.parts.is_empty()
                    && !target.body.has(&found.parts)
                    && unseen(scope, found).is_none()
                    && !defines(scope, target, &found.parts)
            }
            (Defect::DiriSendiri, Some(target)) => {
                target.number == home.number && is_here(home, found)
            }
            (Defect::DiriSendiri, None) | (Defect::AngkaRomawi, _) => false,
        }
    }
}

/// Whether a reference to its own article means the very place where it stands.
fn is_here(home: &Section, found: &Found) -> bool {
    match found.parts.as_slice() {
        [] => !found.among_others,
        [ayat] if found.ayat => {
            home.body.ayat_at(found.span.start).is_some_and(|here| here.to_string() == *ayat)
        }
        _ => false,
    }
}

/// Whether the parts of a reference lie in what an article prints besides its text: tables, and the
/// rows made from facts, have numbers that are not known here.
fn unseen(scope: &Scope<'_>, found: &Found) -> Option<Doubt> {
    let target = scope.draft.outline.numbered(found.number?)?;
    let hidden = !found.parts.is_empty() && !target.body.has(&found.parts);
    let node = scope.draft.at(&target.path)?;
    let filled = |table: &Field| node.get(&table.key).is_some_and(|node| !node.is_empty());
    (hidden && tables(scope.draft.kind, target).any(filled)).then_some(Doubt::InTable)
}

/// The fields of an article that are printed as rows.
fn tables<'k>(kind: &'k Kind, article: &Section) -> impl Iterator<Item = &'k Field> {
    let field = article.path.keys().next().and_then(|key| kind.field(key));
    let inner = field.into_iter().flat_map(|field| kind.record_fields(field));
    inner.filter(|field| matches!(field.role, Some(Role::Tabel | Role::RencanaKegiatan)))
}

/// Whether a reference names one of the definitions, which are numbered from 1.
fn defines(scope: &Scope<'_>, target: &Section, parts: &[String]) -> bool {
    let list = scope.draft.at(&target.path.key(article::DEFINITIONS));
    let count = list.map_or(0, |list| list.members().len());
    let [part] = parts else {
        return false;
    };
    let letter = || crate::wording::parse_letter(part);
    part.parse().ok().or_else(letter).is_some_and(|at: usize| (1..=count).contains(&at))
}

fn hit(path: &FieldPath, text: &str, span: Span, scope: &Scope<'_>) -> Hit {
    let said = text.get(span.clone()).unwrap_or_default().to_owned();
    let count = scope.draft.outline.sections.len().to_string();
    Hit::at(Place::within(path.clone(), span)).word("rujukan", said).word("jumlah", count)
}

fn strings<'a>(node: Option<&'a Node>, path: &FieldPath) -> Vec<(FieldPath, &'a str)> {
    match node.map(|node| &node.value) {
        Some(Value::String(text)) => vec![(path.clone(), text)],
        Some(Value::Array(list)) => {
            let members = list.iter().enumerate();
            members.flat_map(|(index, member)| strings(Some(member), &path.index(index))).collect()
        }
        _ => Vec::new(),
    }
}

fn references(scope: &Scope<'_>, owner: &Owner, text: &str) -> Vec<Found> {
    let outline = &scope.draft.outline;
    let by_name = inline::references(text).into_iter().map(|mark| Found {
        number: outline.find(&mark.name).map(|section| section.number),
        by_name: true,
        among_others: among_others(text, &mark.span),
        span: mark.span,
        ayat: true,
        parts: mark.parts,
        doubt: None,
    });
    let mut found: Vec<Found> = by_name.collect();
    if scope.draft.facts().unit() == "Pasal" {
        found.extend(in_words(owner, text));
    }
    found
}

fixed_patterns! {
    /// "Pasal 7 ayat (2) huruf a angka 1"
    PASAL = r"(?-u)\bPasal\s+(\d{1,4})\b(?:\s+ayat\s+\((\d{1,2})\))?(?:\s+huruf\s+([a-z])\b)?(?:\s+angka\s+(\d{1,2})\b)?";
    /// What joins a reference to the one before it.
    BEFORE = r"(?i-u)(?:\bdan|\batau|\bserta|,|s\.d\.|s/d|sampai\s+dengan|\bhingga|[)\d]\s*-)\s*$";
    /// What joins a reference to the one after it, or ties it to this very article.
    AFTER = r"(?i-u)^\s*(?:ini\b|(?:,|,?\s*dan(?:/atau)?|,?\s*atau|,?\s*serta|s\.d\.|s/d|sampai\s+dengan|hingga|-)\s*(?:\{?pasal|\d))";
}

/// "Pasal 7 ayat (2)" in the text, each with the doubt whether it is of this very text.
fn in_words(owner: &Owner, text: &str) -> Vec<Found> {
    PASAL
        .captures_iter(text)
        .filter_map(|found| {
            let span = found.get(0)?.range();
            let part = |group: usize| found.get(group).map(|part| part.as_str().to_owned());
            let number: usize = found.get(1)?.as_str().parse().ok()?;
            Some(Found {
                number: Some(number),
                by_name: false,
                parts: (2..=4).filter_map(part).collect(),
                ayat: found.get(2).is_some(),
                among_others: among_others(text, &span),
                doubt: owner.doubt(text, &span, number),
                span,
            })
        })
        .collect()
}

/// "Pasal 6, Pasal 9, dan Pasal 10 tetap berlaku", "Pasal 1 sampai dengan Pasal 12", "Pasal 5 ini".
fn among_others(text: &str, span: &Span) -> bool {
    let (before, after) = (text.get(..span.start), text.get(span.end..));
    // Only what joins it to another reference, so the words before must speak of one.
    let joined = before.is_some_and(|before| {
        let near = tail(before, 60);
        BEFORE.is_match(near) && (near.contains("Pasal ") || near.contains("{pasal:"))
    });
    joined || after.is_some_and(|after| AFTER.is_match(after))
}

/// The first characters of a text.
fn head(text: &str, length: usize) -> &str {
    let to = text.char_indices().nth(length);
    to.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The last characters of a text.
fn tail(text: &str, length: usize) -> &str {
    let from = text.char_indices().rev().nth(length.saturating_sub(1));
    from.and_then(|(at, _)| text.get(at..)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_among_others_may_name_its_own_article() {
        let at = |text: &str| {
            let start = text.find("Pasal 9").unwrap();
            among_others(text, &(start..start + "Pasal 9".len()))
        };
        for text in [
            "Ketentuan Pasal 6 dan Pasal 9 tetap berlaku",
            "Pasal 1 sampai dengan Pasal 9 merupakan satu kesatuan",
            "Pasal 9, Pasal 10, dan Pasal 11",
            "dimaksud dalam Pasal 9 ini",
        ] {
            assert!(at(text), "{text}");
        }
        for text in ["sebagaimana dimaksud dalam Pasal 9 dilaksanakan", "hak, dan Pasal 9"] {
            assert!(!at(text), "{text}");
        }
    }
}
