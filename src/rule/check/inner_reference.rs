//! `rujukan_dalam`: ayat, huruf and annexes that a text names without an article.

mod annex;
mod matter;
mod recital;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::body::{Block, Body};
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
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
            Defect::Pertimbangan => return recital::astray(scope),
            _ => {}
        }
        let mut hits = Vec::new();
        for section in &scope.draft.outline.sections {
            let Some(node) = scope.draft.at(&section.text_path) else { continue };
            for (path, text) in strings(node, &section.text_path) {
                self.judge(scope, section, &path, text, &mut hits);
            }
        }
        hits
    }
}

fixed_patterns! {
    /// "pada ayat (2)", "ayat 2 huruf b", "pada huruf c"
    INNER = r"(?i-u)\bayat\s+\(?(\d{1,2})\)?(?:\s+huruf\s+([a-z])\b)?|\b(?:dimaksud\s+)?(?:pada|dalam)\s+huruf\s+([a-z])\b";
    /// What makes it a part of an article or a law named before.
    OF_OTHER = r"(?i)\bpasal\s+\d+\w*[^.;\n]{0,60}$|[\d)]\s*(?:,|dan|atau|sampai dengan|s\.d\.|hingga|serta)\s*$|\b(?:undang-undang|peraturan|keputusan)\b[^.;\n]{0,120}$";
    /// What makes it a part of what is named behind.
    OF_NEXT = r"(?i)^[^.;\n]{0,30}\b(?:pasal\s+\d|undang-undang|peraturan|keputusan)|^\s*(?:,|dan|atau|sampai dengan|s\.d\.|hingga|serta|ini)\b|^\s*(?:,|dan|sampai)\s*(?:ayat\s*)?\(";
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
    fn judge(
        &self,
        scope: &Scope<'_>,
        section: &Section,
        path: &FieldPath,
        text: &str,
        hits: &mut Vec<Hit>,
    ) {
        if self.cacat == Defect::LainPerihal {
            return hits.extend(matter::other(scope, section, path, text));
        }
        for found in inner(text) {
            let wrong = match self.cacat {
                Defect::TidakAda => is_absent(scope, section, &found),
                Defect::DiriSendiri => is_itself(section, &found),
                Defect::LainPerihal | Defect::Lampiran | Defect::Pertimbangan => false,
            };
            if wrong {
                let said = text.get(found.span.clone()).unwrap_or_default();
                hits.push(Hit::at(Place::within(path.clone(), found.span)).word("rujukan", said));
            }
        }
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
            among: OF_NEXT.is_match(head),
        };
        let of_law = OF_NEXT.find(head).is_some_and(|one| {
            one.as_str().to_lowercase().contains("asal")
                || one.as_str().to_lowercase().contains("undang")
                || one.as_str().to_lowercase().contains("eraturan")
                || one.as_str().to_lowercase().contains("eputusan")
        });
        (!quoted && !of_law && !OF_OTHER.is_match(before)).then_some(inner)
    });
    found.collect()
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

fn strings<'a>(node: &'a Node, path: &FieldPath) -> Vec<(FieldPath, &'a str)> {
    match &node.value {
        Value::String(text) => vec![(path.clone(), text)],
        _ => Vec::new(),
    }
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
