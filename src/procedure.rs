//! Procedures: the steps of the sources with their owners, what each needs and gives, and how long it
//! may take. Data, in `schemas/prosedur/`; what a step rests on is written beside it, and so is every
//! owner that the source does not name itself.

mod fault;
pub(crate) mod flow;
mod time;
pub(crate) mod timeline;

use serde::{Deserialize, Serialize};

use crate::assets;
use crate::wording::Bahasa;

pub(crate) use fault::ProcedureFault;
pub(crate) use time::Time;

/// A procedure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Procedure {
    /// Its name among the files.
    pub id: String,
    /// What people call it.
    #[serde(rename = "nama")]
    pub name: String,
    #[serde(rename = "bahasa")]
    language: String,
    /// How the source is cited.
    #[serde(rename = "sumber")]
    pub source: String,
    /// The full name of the source.
    #[serde(rename = "naskah")]
    pub document: String,
    /// The calendar by which its time is counted.
    #[serde(rename = "kalender")]
    pub calendar: String,
    /// The sum that the source itself gives.
    #[serde(rename = "jumlah")]
    pub total: Option<Total>,
    /// What is odd in the source, shown and not mended.
    #[serde(rename = "catatan", default)]
    pub notes: Vec<String>,
    /// What the sheet of the source says of itself.
    #[serde(rename = "identitas", default)]
    pub identity: Option<Identity>,
    /// Who acts, in the order of the columns.
    #[serde(rename = "pelaku")]
    pub actors: Vec<Actor>,
    /// The steps.
    #[serde(rename = "langkah")]
    pub steps: Vec<Step>,
}

/// The sum of the times, as a source gives it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Total {
    /// In its words.
    #[serde(rename = "tertulis")]
    pub said: String,
    /// The days of the calendar that its steps come to, where they can be added up.
    #[serde(rename = "hari")]
    pub days: Option<u64>,
}

/// The identity block of a sheet and its six boxes, as the source prints them.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Identity {
    /// The institution, a line each.
    #[serde(rename = "instansi")]
    pub institution: Vec<String>,
    /// The number of the sheet.
    #[serde(rename = "nomor")]
    pub number: String,
    /// When it was made.
    #[serde(rename = "tanggal_pembuatan")]
    pub made: String,
    /// When it was revised.
    #[serde(rename = "tanggal_revisi")]
    pub revised: String,
    /// When it came into force.
    #[serde(rename = "tanggal_efektif")]
    pub effective: String,
    /// Who approved it.
    #[serde(rename = "disahkan")]
    pub approved: String,
    /// Its title.
    #[serde(rename = "judul")]
    pub title: String,
    /// What it rests on.
    #[serde(rename = "dasar_hukum")]
    pub bases: Vec<String>,
    /// What those who act must be able to do.
    #[serde(rename = "kualifikasi")]
    pub qualifications: Vec<String>,
    /// Related procedures.
    #[serde(rename = "keterkaitan")]
    pub related: Vec<String>,
    /// What is used.
    #[serde(rename = "peralatan")]
    pub equipment: Vec<String>,
    /// What happens otherwise.
    #[serde(rename = "peringatan")]
    pub warnings: Vec<String>,
    /// What is recorded.
    #[serde(rename = "pencatatan")]
    pub records: Vec<String>,
}

/// Somebody who acts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Actor {
    /// The key that steps use.
    #[serde(rename = "kunci")]
    pub key: String,
    /// The name.
    #[serde(rename = "nama")]
    pub name: String,
}

/// A step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// Its number in the source, which may leave some out.
    #[serde(rename = "nomor")]
    pub number: String,
    /// The stage that it belongs to.
    #[serde(rename = "tahap")]
    pub stage: Option<String>,
    /// Who acts.
    #[serde(rename = "pelaku")]
    pub actors: Vec<String>,
    /// The words that the owner is inferred from, where the source does not name one.
    #[serde(rename = "dugaan")]
    pub inferred: Option<String>,
    /// What is done, in our words.
    #[serde(rename = "kegiatan")]
    pub activity: String,
    /// What comes out of earlier steps.
    #[serde(rename = "kelengkapan", default)]
    pub needs: Vec<String>,
    /// What comes from outside.
    #[serde(rename = "dari_luar", default)]
    pub brought: Vec<String>,
    /// How long it may take.
    #[serde(rename = "waktu")]
    pub time: Time,
    /// The event before which it must be done so much earlier.
    #[serde(rename = "sebelum")]
    pub before: Option<String>,
    /// The event from which its time counts, where that is not the step before it.
    #[serde(rename = "sejak")]
    pub since: Option<String>,
    /// What it gives.
    #[serde(rename = "keluaran")]
    pub outputs: Vec<String>,
    /// Whether the document is signed in it.
    #[serde(rename = "tanda_tangan", default)]
    pub signing: bool,
    /// Remarks of the source.
    #[serde(rename = "keterangan", default)]
    pub remarks: Vec<String>,
    /// Where it goes on.
    #[serde(rename = "putusan", default)]
    pub decisions: Vec<Decision>,
    /// The clause or number in the source.
    #[serde(rename = "sumber")]
    pub clause: String,
}

/// An answer with the step that it leads to.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decision {
    /// The answer.
    #[serde(rename = "jawab")]
    pub answer: String,
    /// The number of the step.
    #[serde(rename = "ke")]
    pub to: String,
    /// Why, where the source has lost it.
    #[serde(rename = "dugaan")]
    pub inferred: Option<String>,
}

impl Procedure {
    /// The names of those that the program brings.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        assets::PROCEDURES.iter().filter_map(|(path, _)| path.strip_suffix(".toml"))
    }

    /// One that the program brings.
    pub(crate) fn embedded(id: &str) -> Option<Self> {
        assets::read(&format!("schemas/prosedur/{id}.toml"))
    }

    /// One of an office's own, proved.
    ///
    /// # Errors
    /// A text that is no procedure, or one whose steps do not hang together.
    pub(crate) fn parse(text: &str) -> Result<Self, ProcedureFault> {
        let procedure: Self = toml::from_str(text)?;
        match procedure.faults().into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(procedure),
        }
    }

    /// The language of those who follow it.
    pub(crate) fn language(&self) -> Bahasa {
        Bahasa::of_code(&self.language).unwrap_or(Bahasa::Indonesia)
    }

    /// Which step has a number.
    pub(crate) fn at(&self, number: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.number == number)
    }

    /// The step in which the document is signed, else the last.
    pub(crate) fn signing(&self) -> usize {
        let signing = self.steps.iter().rposition(|step| step.signing);
        signing.unwrap_or_else(|| self.steps.len().saturating_sub(1))
    }

    /// The names of those who act in a step.
    pub(crate) fn owners(&self, step: &Step) -> Vec<&str> {
        let named = |key: &String| self.actors.iter().find(|actor| actor.key == *key);
        step.actors.iter().filter_map(named).map(|actor| actor.name.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_procedure_hangs_together() {
        let mut count = 0;
        for name in Procedure::names() {
            let procedure = Procedure::embedded(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(procedure.id, name);
            let faults: Vec<String> = procedure.faults().iter().map(ToString::to_string).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            count += 1;
        }
        assert_eq!(count, 12);
    }

    #[test]
    fn the_steps_are_as_many_as_in_the_sources() {
        let steps = |name: &str| Procedure::embedded(name).map(|one| one.steps.len());
        let wanted = [
            ("sop-kdn-ika", 10),
            ("sop-ppe-136-2025", 6),
            ("sop-polhukam-053", 9),
            ("sop-bpom-a", 10),
            ("sop-bpom-b", 11),
            ("sop-bpom-c", 4),
        ];
        for (name, count) in wanted {
            assert_eq!(steps(name), Some(count), "{name}");
        }
        let stages = |name: &str| {
            let procedure = Procedure::embedded(name).unwrap();
            let mut stages: Vec<_> =
                procedure.steps.into_iter().filter_map(|one| one.stage).collect();
            stages.dedup();
            stages.len()
        };
        assert_eq!(stages("permenimipas-dalam-negeri"), 5);
        assert_eq!(stages("permenimipas-luar-negeri"), 4);
    }
}
