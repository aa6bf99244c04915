//! `sambungan_naskah`: what goes on with an agreement, or ends it, fits to its days.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::body_texts;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::{self, fixed_patterns};

/// What may not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang tidak boleh terjadi.")]
enum Defect {
    /// The extension begins after the agreement had ended.
    #[schemars(description = "Perpanjangan mulai sesudah naskah yang diperpanjang berakhir.")]
    Terputus,
    /// The ending holds before the day on which it is signed, or before the agreement was made.
    #[schemars(
        description = "Pengakhiran berlaku sebelum ditandatangani tanpa dikatakan surut, atau sebelum naskah yang diakhiri dibuat."
    )]
    Surut,
}

/// The days of the agreement that an extension or an ending is about.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

impl CheckKind for Predecessor {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "hari yang tertulis"), word("batas", "hari yang menjadi batasnya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Tanggal, "")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.cacat {
            Defect::Terputus => interrupted(scope).into_iter().collect(),
            Defect::Surut => backdated(scope).into_iter().collect(),
        }
    }
}

fixed_patterns! {
    /// "Nota Kesepahaman … berakhir pada tanggal 30 September 2026"
    ENDED = r"(?i)\b(?:berakhir|lapses?|expires?|ends?)\s+(?:pada\s+|on\s+)?(?:tanggal\s+)?(\d{1,2}\s+[a-z]+\s+\d{4})";
    /// "berlaku sejak tanggal 24 Maret 2025"
    HOLDS_FROM = r"(?i)\b(?:berlaku|efektif|terhitung|effective)\s+(?:efektif\s+)?(?:mulai\s+|terhitung\s+|sejak\s+|from\s+){1,2}(?:tanggal\s+)?(\d{1,2}\s+[a-z]+\s+\d{4})";
    /// What says that an effect before the signing is meant.
    ON_PURPOSE = r"(?i)\b(?:surut|retroaktif|retroactive(?:ly)?)\b";
}

fn day(text: &str) -> Option<NaiveDate> {
    wording::parse_date(text).and_then(|read| read.date())
}

/// The end of the agreement as the recitals tell it, and the beginning of its extension.
fn interrupted(scope: &Scope<'_>) -> Option<Hit> {
    let start = scope.draft.facts().path(Role::JangkaWaktu)?.key("mulai");
    let begins = scope.draft.day_at(&start).or_else(|| scope.draft.date())?;
    let recitals = scope.draft.kind.role(Role::Pertimbangan).map(|field| field.key.as_str());
    let told = body_texts(scope).filter(|(path, _)| path.keys().next() == recitals);
    let (path, span, ended) = told.flat_map(|(path, text)| days(path, text, &ENDED)).next()?;
    let next = ended.checked_add_days(Days::new(1))?;
    (begins > next).then(|| told_of(scope, path, span, begins, ended))
}

fn backdated(scope: &Scope<'_>) -> Option<Hit> {
    let signed = scope.draft.date()?;
    let made = scope.draft.facts().path(Role::Pendahulu);
    let made = made.and_then(|path| scope.draft.day_at(&path.key("tanggal")));
    let whole = |text: &str| ON_PURPOSE.is_match(text);
    let found = body_texts(scope).flat_map(|(path, text)| {
        let on_purpose = whole(text);
        days(path, text, &HOLDS_FROM).into_iter().map(move |one| (one, on_purpose))
    });
    let mut found = found.filter_map(|((path, span, holds), on_purpose)| {
        let limit = match made {
            Some(made) if holds < made => made,
            _ if holds < signed && !on_purpose => signed,
            _ => return None,
        };
        Some((path, span, holds, limit))
    });
    let (path, span, holds, limit) = found.next()?;
    Some(told_of(scope, path, span, holds, limit))
}

fn days(
    path: &FieldPath,
    text: &str,
    pattern: &wording::FixedPattern,
) -> Vec<(FieldPath, Span, NaiveDate)> {
    let all = pattern.captures_iter(text).filter_map(|one| {
        let said = one.get(1)?;
        Some((path.clone(), said.range(), day(said.as_str())?))
    });
    all.collect()
}

fn told_of(
    scope: &Scope<'_>,
    path: FieldPath,
    span: Span,
    said: NaiveDate,
    limit: NaiveDate,
) -> Hit {
    let language = scope.draft.language();
    let hit = Hit::at(Place::within(path, span));
    let hit = hit.word("tertulis", wording::date_long(said, language));
    hit.word("batas", wording::date_long(limit, language))
}
