//! `rujukan_dalam`: ayat, huruf and annexes that a text names without an article.

mod annex;
mod matter;
mod recital;

use std::rc::Rc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::ends_after;
use super::{CheckKind, Scope};
use crate::draft::body::{Block, Body};
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::text::Known;
use crate::wording::fixed_patterns;

/// What is wrong with such a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada rujukan di dalam pasal.")]
enum Defect {
    /// The article has no such ayat or huruf.
    #[schemars(description = "Ayat atau huruf itu tidak ada di pasal yang sama.")]
    TidakAda,
    /// It names the ayat in which it stands.
    #[schemars(description = "Ayat itu merujuk dirinya sendiri.")]
    DiriSendiri,
    /// The ayat or article deals with another matter, and another one with this.
    #[schemars(
        description = "Yang dirujuk mengatur hal lain, sedangkan halnya diatur di tempat lain."
    )]
    LainPerihal,
    /// The document has no such annex.
    #[schemars(description = "Lampiran itu tidak ada.")]
    Lampiran,
    /// No text names an annex that the document has.
    #[schemars(description = "Lampiran yang ada tidak disebut di dalam teks.")]
    LampiranTakDisebut,
    /// A recital names a letter that none of the others has.
    #[schemars(description = "Pertimbangan merujuk huruf yang tidak ada, atau dirinya sendiri.")]
    Pertimbangan,
}

/// References inside an article, and to annexes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InnerReference {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

impl CheckKind for InnerReference {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("rujukan", "rujukan yang tertulis"),
            word("perihal", "hal yang dirujuk"),
            word("seharusnya", "tempat hal itu diatur"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        match self.cacat {
            Defect::LainPerihal => Vec::new(),
            _ => vec!["perihal", "seharusnya"],
        }
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.cacat {
            Defect::Lampiran => return annex::missing(scope),
            Defect::LampiranTakDisebut => return annex::idle(scope),
            Defect::Pertimbangan => return recital::astray(scope),
            _ => {}
        }
        let mut hits = Vec::new();
        let inners = (self.cacat != Defect::LainPerihal).then(|| scope.once(|| Inners::of(scope)));
        for (at, section) in scope.draft.outline.sections.iter().enumerate() {
            let path = &section.text_path;
            let Some(text) = scope.draft.at(path).and_then(Node::str) else { continue };
            match &inners {
                None => hits.extend(matter::other(scope, section, path, text)),
                Some(inners) => {
                    let found = inners.0.get(at).into_iter().flat_map(|found| &found.0);
                    let wrong = found.filter(|one| self.is_wrong(scope, section, one));
                    hits.extend(wrong.map(|one| {
                        let said = text.get(one.span.clone()).unwrap_or_default();
                        let place = Place::within(path.clone(), one.span.clone());
                        Hit::at(place).word("rujukan", said)
                    }));
                }
            }
        }
        hits
    }
}

fixed_patterns! {
    /// "pada ayat (2)", "ayat 2 huruf b", "pada huruf c"
    INNER = r"(?i-u)\bayat\s+\(?(\d{1,2})\)?(?:\s+huruf\s+([a-z])\b)?|\b(?:dimaksud\s+)?(?:pada|dalam)\s+huruf\s+([a-z])\b";
    /// What makes it a part of an article named before, that of an article or a law so near.
    ARTICLE = r"(?i)\bpasal\s+\d+\w*";
    LAW = r"(?i)\b(?:undang-undang|peraturan|keputusan)\b";
    JOINED = r"(?i)[\d)]\s*(?:,|dan|atau|sampai dengan|s\.d\.|hingga|serta)\s*$";
    /// What makes it a part of what is named behind.
    NEXT = r"(?i)\b(?:pasal\s+\d|undang-undang|peraturan|keputusan)";
    JOINS = r"(?i)^\s*(?:,|dan|atau|sampai dengan|s\.d\.|hingga|serta|ini)\b|^\s*(?:,|dan|sampai)\s*(?:ayat\s*)?\(";
}

/// A reference without an article.
struct Inner {
    span: Span,
    ayat: Option<String>,
    huruf: Option<String>,
    /// Whether it is one of several.
    among: bool,
}

impl InnerReference {
    fn is_wrong(&self, scope: &Scope<'_>, section: &Section, found: &Inner) -> bool {
        match self.cacat {
            Defect::TidakAda => is_absent(scope, section, found),
            Defect::DiriSendiri => is_itself(section, found),
            Defect::LainPerihal
            | Defect::Lampiran
            | Defect::LampiranTakDisebut
            | Defect::Pertimbangan => false,
        }
    }
}

/// The references of each article to itself, found once for all rules.
struct Inners(Vec<Rc<InText>>);

/// Those of a text.
struct InText(Vec<Inner>);

impl Inners {
    fn of(scope: &Scope<'_>) -> Self {
        let sections = scope.draft.outline.sections.iter();
        let texts = sections.map(|section| scope.draft.at(&section.text_path).and_then(Node::str));
        let texts = texts.map(Option::unwrap_or_default);
        Self(texts.map(|text| Known::of(text).read(|| InText(inner(text)))).collect())
    }
}

/// Every reference of a text that means its own article.
fn inner(text: &str) -> Vec<Inner> {
    if !text.contains("yat ") && !text.contains("huruf ") {
        return Vec::new();
    }
    let found = INNER.captures_iter(text).filter_map(|one| {
        let whole = one.get(0)?;
        let before =
            text.get(text.floor_char_boundary(whole.start().saturating_sub(200))..whole.start())?;
        let after = text.get(whole.end()..)?;
        let head = after.get(..after.ceil_char_boundary(80.min(after.len())))?;
        let quoted = !before.matches('"').count().is_multiple_of(2)
            || before.matches('“').count() > before.matches('”').count();
        let part = |group: usize| one.get(group).map(|part| part.as_str().to_lowercase());
        let inner = Inner {
            span: whole.range(),
            ayat: part(1),
            huruf: part(2).or_else(|| part(3)),
            among: JOINS.is_match(head),
        };
        (!quoted && !is_of_next(head) && !is_of_other(before)).then_some(inner)
    });
    found.collect()
}

/// Where a clause ends.
const STOPS: [char; 3] = ['.', ';', '\n'];

/// Whether an article or a law stands close behind a reference.
fn is_of_next(after: &str) -> bool {
    NEXT.find(after).is_some_and(|next| {
        let between = after.get(..next.start()).unwrap_or_default();
        between.chars().nth(30).is_none() && !between.contains(STOPS)
    })
}

/// Whether an article, a law or another reference stands close before a reference.
fn is_of_other(before: &str) -> bool {
    ends_after(before, &ARTICLE, 60, &STOPS)
        || JOINED.is_match(before)
        || ends_after(before, &LAW, 120, &STOPS)
}

fn is_absent(scope: &Scope<'_>, section: &Section, found: &Inner) -> bool {
    // Rows that are printed from tables have numbers that are not known here.
    let hidden = ["definisi", "tabel", "rincian", "pelaksana"]
        .iter()
        .any(|key| scope.draft.at(&section.path.key(*key)).is_some_and(|node| !node.is_empty()));
    if hidden {
        return false;
    }
    match (&found.ayat, &found.huruf) {
        (Some(ayat), None) => !section.body.has(std::slice::from_ref(ayat)),
        (Some(ayat), Some(huruf)) => !section.body.has(&[ayat.clone(), huruf.clone()]),
        (None, Some(huruf)) => !has_letter(&section.body.blocks, huruf),
        (None, None) => false,
    }
}

/// Whether some list, however deep, has an item of this letter.
fn has_letter(blocks: &[Block], letter: &str) -> bool {
    blocks.iter().any(|block| match block {
        Block::List(list) => {
            let only = Body { blocks: vec![block.clone()], faults: Vec::new() };
            only.has(&[letter.to_owned()])
                || list.items.iter().any(|item| has_letter(&item.blocks, letter))
        }
        _ => false,
    })
}

/// Whether the ayat that is named is the one in which the reference stands.
fn is_itself(section: &Section, found: &Inner) -> bool {
    let here = section.body.ayat_at(found.span.start).map(|number| number.to_string());
    found.huruf.is_none() && !found.among && found.ayat.is_some() && here == found.ayat
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_other_articles_are_left_alone() {
        let count = |text: &str| inner(text).len();
        for text in [
            "sebagaimana dimaksud pada ayat (2) hadir",
            "pada ayat 7 berlaku",
            "dimaksud pada huruf f.",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in [
            "Pasal 3 ayat (2)",
            "Pasal 1 ayat (1) dan ayat (2)",
            "ayat (2) Pasal 7",
            "ayat (2) Undang-Undang Nomor 6",
            "berbunyi \"sebagaimana pada ayat (9)",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
