//! `tenggang_dirujuk`: a length of time that is cited stands where it is said to stand.

use schemars::JsonSchema;
use serde::Deserialize;

use super::shares::units;
use super::term_said::same;
use super::{CheckKind, Scope};
use crate::draft::keys::term;
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Term, fixed_patterns};
use crate::words;

/// "jangka waktu 3 (tiga) tahun sebagaimana dimaksud dalam Pasal 7 ayat (1)"
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedLength {}

impl CheckKind for CitedLength {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "waktu yang dikutip"),
            word("seharusnya", "waktu yang disebut di tempat yang dirujuk"),
            word("rujukan", "tempat yang dirujuk"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let sections = &scope.draft.outline.sections;
        sections.iter().flat_map(|section| of_section(scope, section)).collect()
    }
}

fixed_patterns! {
    /// A length that is cited with its place.
    CITED = r"(?i-u)\b(?:jangka\s+waktu|masa(?:\s+berlaku)?|tenggang\s+waktu|tenggat(?:\s+waktu)?|batas\s+waktu|tempoh)\s+(?:selama\s+|paling\s+[a-z]+\s+)?((?:\d{1,3}|[a-z]{3,10}(?:\s+(?:belas|puluh))?)\s*(?:\([a-z0-9 ]{1,40}\)\s*)?(?:tahun|bulan|minggu|hari(?:\s+(?:kerja|kalender))?))\s+(?:yang\s+)?sebagaimana\s+(?:dimaksud|diatur|ditetapkan|ditentukan|disebut)\s+(?:pada|dalam|di)\s+((?:pasal\s+(\d{1,3})|\{pasal:([a-z_]+)\})(?:\s+ayat\s+\((\d{1,2})\))?|ayat\s+\((\d{1,2})\))";
    /// Any length.
    LENGTH = r"(?i-u)\b(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua\s+belas)\s*(?:\([a-z0-9 ]{1,40}\)\s*)?(?:tahun|bulan|minggu|hari(?:\s+(?:kerja|kalender))?)\b";
}

fn of_section(scope: &Scope<'_>, section: &Section) -> Vec<Hit> {
    let Some(text) = scope.draft.at(&section.text_path).and_then(Node::str) else {
        return Vec::new();
    };
    if !text.contains("ebagaimana") {
        return Vec::new();
    }
    let found = CITED.captures_iter(text).filter_map(|one| {
        let (length, reference) = (one.get(1)?, one.get(2)?);
        let cited = wording::parse_term(length.as_str())?;
        let number = |group: usize| one.get(group).map(|part| part.as_str());
        let outline = &scope.draft.outline;
        let target = match (number(3), number(4)) {
            (Some(article), _) => outline.numbered(article.parse().ok()?)?,
            (_, Some(name)) => outline.find(name)?,
            _ => section,
        };
        let said = lengths(scope, target, number(5).or(number(6)))?;
        let (path, span, right) = said.first()?;
        let agrees = said.iter().any(|(_, _, other)| same(cited, *other));
        let place = Place::within(section.text_path.clone(), length.range());
        let hit = Hit::at(place).word("tertulis", length.as_str());
        let hit = hit.word("seharusnya", right.words(scope.draft.language()));
        let see = Place::within(path.clone(), span.clone());
        (!agrees).then(|| {
            hit.word("rujukan", reference.as_str()).see(see, words::check::differs_from_this())
        })
    });
    found.collect()
}

/// The lengths that an article, or an ayat of it, says; none where its fact may be printed instead.
fn lengths(
    scope: &Scope<'_>,
    section: &Section,
    ayat: Option<&str>,
) -> Option<Vec<(FieldPath, Span, Term)>> {
    let text = scope.draft.at(&section.text_path)?.str()?;
    let whole = 0..text.len();
    let unit = match ayat {
        None => whole,
        Some(number) => {
            let head = format!("({number})");
            let starts = |unit: &Span| {
                text.get(unit.clone()).is_some_and(|text| text.trim_start().starts_with(&head))
            };
            units(text).into_iter().find(starts)?
        }
    };
    let own = scope.draft.facts().path(Role::JangkaWaktu);
    let fact = own.filter(|path| *path == section.path && ayat.is_none());
    let fact = fact.and_then(|path| scope.draft.term_at(&path.key(term::LENGTH)));
    let found = LENGTH.find_iter(text.get(unit.clone())?).filter_map(|one| {
        let span = unit.start + one.start()..unit.start + one.end();
        Some((section.text_path.clone(), span, wording::parse_term(one.as_str())?))
    });
    let mut found: Vec<_> = found.collect();
    found.extend(
        fact.filter(|_| !found.is_empty()).map(|fact| (section.text_path.clone(), 0..0, fact)),
    );
    Some(found)
}
