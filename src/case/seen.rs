//! What is seen in a case file, for the rules that say it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::finding::Hit;
use crate::procedure::{Procedure, Step, Time};
use crate::words::{Phrase, timeline as words};

/// What a rule on case files looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(description = "Apa yang dilihat pada berkas perkara.")]
pub(crate) enum Topic {
    /// A step that the procedure does not have.
    #[schemars(description = "Langkah yang tidak ada pada prosedurnya.")]
    TidakDikenal,
    /// A step that was passed over.
    #[schemars(description = "Langkah yang dilewati.")]
    Dilewati,
    /// A step before one that it follows from.
    #[schemars(description = "Langkah yang mendahului langkah sebelumnya.")]
    Urutan,
    /// A step by somebody else's hand.
    #[schemars(description = "Langkah yang dilakukan pelaksana langkah lain.")]
    Pelaksana,
    /// Somebody whom the procedure does not know.
    #[schemars(description = "Pelaksana yang tidak dikenal prosedurnya.")]
    PelaksanaAsing,
    /// A step that took too long.
    #[schemars(description = "Langkah yang selesai sesudah batasnya.")]
    Terlambat,
    /// A step that is still open after its limit.
    #[schemars(description = "Langkah yang belum selesai sesudah batasnya.")]
    LewatWaktu,
    /// An open step with a limit, while nobody says which day it is.
    #[schemars(description = "Langkah terbuka yang tidak dinilai karena harinya tidak disebut.")]
    BelumDinilai,
    /// An output that is not there.
    #[schemars(description = "Keluaran langkah yang tidak ada.")]
    Keluaran,
    /// Something that a step needs and has not.
    #[schemars(description = "Kelengkapan langkah yang tidak ada.")]
    Kelengkapan,
    /// What is dated after the day it is asked.
    #[schemars(description = "Langkah bertanggal sesudah hari penilaian.")]
    Mendatang,
    /// Two days of signing.
    #[schemars(description = "Hari penandatanganan yang berbeda.")]
    Penandatanganan,
    /// An answer that the step does not have.
    #[schemars(description = "Putusan yang tidak ada pada langkahnya.")]
    Putusan,
    /// Papers that contradict the case, the steps or each other.
    #[schemars(description = "Dokumen yang bertentangan dengan berkas atau dengan dokumen lain.")]
    DokumenBerbeda,
}

/// Something seen.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Of what it is.
    pub topic: Topic,
    /// Where, with its words.
    pub hit: Hit,
}

/// The words that every hit has: the step, what is done in it, and what was seen; and the clause of
/// the step.
pub(super) fn of_step(hit: Hit, procedure: &Procedure, step: &Step, what: Phrase) -> Hit {
    let hit = hit.word("langkah", step.number.clone()).word("kegiatan", step.activity.clone());
    hit.word("temuan", what).resting_on(clause(procedure, step))
}

/// A step as it is cited. Where a source has several procedures, source and clause both say which.
pub(crate) fn clause(procedure: &Procedure, step: &Step) -> String {
    let (source, clause) = (procedure.source.as_str(), step.clause.as_str());
    let last = source.rsplit(' ').next().unwrap_or_default();
    let rest = clause.strip_prefix(last).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(clause);
    format!("{source} {rest}")
}

/// The time that a step may take.
pub(crate) fn allowed(step: &Step) -> Phrase {
    let time = match step.time {
        Time::Days(days) => words::days(days),
        Time::WorkingDays(days) => words::working_days(days),
        Time::Minutes(minutes) => words::minutes(minutes),
        Time::Tentative => words::tentative(),
        Time::None => words::not_applicable(),
        Time::Unsaid => words::unsaid(),
    };
    match &step.before {
        Some(event) => words::before(time, event),
        None => time,
    }
}
