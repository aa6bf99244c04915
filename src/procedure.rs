//! Procedures: the steps of the sources with their owners, what each needs and gives, and how long it
//! may take. Data, in `schemas/prosedur/`; what a step rests on is written beside it, and so is every
//! owner that the source does not name itself.

mod fault;
pub(crate) mod flow;
mod identity;
pub mod schema;
mod time;
pub(crate) mod timeline;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::assets;
use crate::wording::Bahasa;

pub(crate) use fault::ProcedureFault;
pub(crate) use identity::{Identity, Total};
pub(crate) use time::Time;

/// A procedure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Langkah-langkah sebuah prosedur menurut sumbernya.")]
pub(crate) struct Procedure {
    /// Its name among the files.
    #[schemars(description = "Sama dengan nama berkasnya, tanpa .toml.")]
    pub id: String,
    /// What people call it.
    #[serde(rename = "nama")]
    #[schemars(description = "Nama prosedur.")]
    pub name: String,
    #[serde(rename = "bahasa")]
    #[schemars(schema_with = "schema::language", description = "Bahasa prosedur dan lembarnya.")]
    language: String,
    /// How the source is cited.
    #[serde(rename = "sumber")]
    #[schemars(description = "Nama pendek sumbernya untuk rujukan.")]
    pub source: String,
    /// The full name of the source.
    #[serde(rename = "naskah")]
    #[schemars(description = "Nama lengkap sumbernya.")]
    pub document: String,
    /// The calendar by which its time is counted.
    #[serde(rename = "kalender")]
    #[schemars(
        description = "Kalender yang dipakai menghitung waktunya: nama berkas dalam schemas/kalender, tanpa .toml."
    )]
    pub calendar: String,
    /// The sum that the source itself gives.
    #[serde(rename = "jumlah")]
    #[schemars(description = "Jumlah waktu yang disebut sumbernya sendiri.")]
    pub total: Option<Total>,
    /// What is odd in the source, shown and not mended.
    #[serde(rename = "catatan", default)]
    #[schemars(description = "Keanehan sumber, ditunjukkan sebagaimana adanya.")]
    pub notes: Vec<String>,
    /// What the sheet of the source says of itself.
    #[serde(rename = "identitas", default)]
    #[schemars(description = "Isian lembar SOP sumbernya.")]
    pub identity: Option<Identity>,
    /// Who acts, in the order of the columns.
    #[serde(rename = "pelaku")]
    #[schemars(description = "Pelaku menurut urutan kolomnya.")]
    pub actors: Vec<Actor>,
    /// The steps.
    #[serde(rename = "langkah")]
    #[schemars(description = "Langkah menurut urutannya.")]
    pub steps: Vec<Step>,
}

/// Somebody who acts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Pelaku: unit atau jabatan yang menjalankan langkah.")]
pub(crate) struct Actor {
    /// The key that steps use.
    #[serde(rename = "kunci")]
    #[schemars(description = "Kunci yang dipakai langkah untuk menyebut pelaku ini.")]
    pub key: String,
    /// The name.
    #[serde(rename = "nama")]
    #[schemars(description = "Nama pelaku.")]
    pub name: String,
}

/// A step.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Sebuah langkah.")]
pub(crate) struct Step {
    /// Its number in the source, which may leave some out.
    #[serde(rename = "nomor")]
    #[schemars(description = "Nomor langkah pada sumbernya; boleh melompat, tidak boleh kembar.")]
    pub number: String,
    /// The stage that it belongs to.
    #[serde(rename = "tahap")]
    #[schemars(description = "Tahap yang memuat langkah ini.")]
    pub stage: Option<String>,
    /// Who acts.
    #[serde(rename = "pelaku")]
    #[schemars(description = "Kunci pelaku langkah ini; yang pertama pemegangnya.")]
    pub actors: Vec<String>,
    /// The words that the owner is inferred from, where the source does not name one.
    #[serde(rename = "dugaan")]
    #[schemars(
        description = "Kata-kata sumber yang menjadi dasar menduga pelakunya, bila sumber tidak menyebutnya."
    )]
    pub inferred: Option<String>,
    /// What is done, in our words.
    #[serde(rename = "kegiatan")]
    #[schemars(description = "Kegiatan, dengan kata-kata sendiri.")]
    pub activity: String,
    /// What comes out of earlier steps.
    #[serde(rename = "kelengkapan", default)]
    #[schemars(
        description = "Kelengkapan yang berasal dari keluaran langkah sebelumnya, dengan kata-kata yang sama."
    )]
    pub needs: Vec<String>,
    /// What comes from outside.
    #[serde(rename = "dari_luar", default)]
    #[schemars(description = "Kelengkapan yang datang dari luar prosedur.")]
    pub brought: Vec<String>,
    /// How long it may take.
    #[serde(rename = "waktu")]
    #[schemars(description = "Lama langkah ini.")]
    pub time: Time,
    /// The event before which it must be done so much earlier.
    #[serde(rename = "sebelum")]
    #[schemars(description = "Acara yang harus didahului selama waktu itu.")]
    pub before: Option<String>,
    /// The event from which its time counts, where that is not the step before it.
    #[serde(rename = "sejak")]
    #[schemars(
        description = "Peristiwa yang menjadi awal hitungannya, bila bukan langkah sebelumnya."
    )]
    pub since: Option<String>,
    /// What it gives.
    #[serde(rename = "keluaran")]
    #[schemars(description = "Keluaran langkah ini; paling sedikit satu.")]
    pub outputs: Vec<String>,
    /// Whether the document is signed in it.
    #[serde(rename = "tanda_tangan", default)]
    #[schemars(description = "Apakah naskahnya ditandatangani pada langkah ini.")]
    pub signing: bool,
    /// Remarks of the source.
    #[serde(rename = "keterangan", default)]
    #[schemars(description = "Keterangan pada sumbernya.")]
    pub remarks: Vec<String>,
    /// Where it goes on.
    #[serde(rename = "putusan", default)]
    #[schemars(description = "Ke mana langkah ini berlanjut, menurut jawabannya.")]
    pub decisions: Vec<Decision>,
    /// The clause or number in the source.
    #[serde(rename = "sumber")]
    #[schemars(description = "Pasal atau nomor pada sumbernya.")]
    pub clause: String,
}

/// An answer with the step that it leads to.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Jawaban sebuah keputusan, dan langkah yang menyusulnya.")]
pub(crate) struct Decision {
    /// The answer.
    #[serde(rename = "jawab")]
    #[schemars(description = "Jawabannya, misalnya Ya.")]
    pub answer: String,
    /// The number of the step.
    #[serde(rename = "ke")]
    #[schemars(description = "Nomor langkah yang menyusul.")]
    pub to: String,
    /// Why, where the source has lost it.
    #[serde(rename = "dugaan")]
    #[schemars(description = "Dasar dugaannya, bila sumber tidak menyebut tujuannya.")]
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
