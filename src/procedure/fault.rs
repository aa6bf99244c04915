//! What does not hang together in a procedure.

use std::collections::BTreeSet;

use super::{Procedure, Step, Time};

/// What is wrong with a procedure.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProcedureFault {
    /// A text that is no procedure.
    #[error(transparent)]
    Syntax(#[from] toml::de::Error),
    /// A step that nobody owns, or whose owner is none of the actors.
    #[error("langkah {0}: pelaku tidak ada")]
    Owner(String),
    /// Two steps of one number.
    #[error("langkah {0} ada dua")]
    Twice(String),
    /// A branch that leads nowhere.
    #[error("langkah {0}: putusan menuju langkah {1} yang tidak ada")]
    Branch(String, String),
    /// Something needed that no earlier step gives.
    #[error("langkah {0}: \"{1}\" bukan keluaran langkah sebelumnya")]
    Need(String, String),
    /// A step that gives nothing.
    #[error("langkah {0}: tanpa keluaran")]
    Output(String),
    /// The sum of the source is not that of the steps.
    #[error("jumlah {0} hari, menurut langkahnya {1}")]
    Total(u64, u64),
    /// There are no steps.
    #[error("tanpa langkah")]
    Empty,
}

impl Procedure {
    /// Everything that does not hang together.
    pub(crate) fn faults(&self) -> Vec<ProcedureFault> {
        let mut faults = Vec::new();
        let mut numbers = BTreeSet::new();
        let mut given: BTreeSet<&str> = BTreeSet::new();
        if self.steps.is_empty() {
            faults.push(ProcedureFault::Empty);
        }
        for step in &self.steps {
            let number = || step.number.clone();
            if !numbers.insert(&step.number) {
                faults.push(ProcedureFault::Twice(number()));
            }
            if step.actors.is_empty() || self.owners(step).len() != step.actors.len() {
                faults.push(ProcedureFault::Owner(number()));
            }
            if step.outputs.is_empty() {
                faults.push(ProcedureFault::Output(number()));
            }
            let missing = step.needs.iter().filter(|need| !given.contains(need.as_str()));
            faults.extend(missing.map(|need| ProcedureFault::Need(number(), need.clone())));
            let lost = step.decisions.iter().filter(|one| self.at(&one.to).is_none());
            faults.extend(lost.map(|one| ProcedureFault::Branch(number(), one.to.clone())));
            given.extend(step.outputs.iter().map(String::as_str));
        }
        faults.extend(self.wrong_total());
        faults
    }

    fn wrong_total(&self) -> Option<ProcedureFault> {
        let said = self.total.as_ref()?.days?;
        let days = |step: &Step| match step.time {
            Time::Days(days) => Some(days),
            _ => None,
        };
        let sum = self.steps.iter().map(days).sum::<Option<u64>>()?;
        (sum != said).then_some(ProcedureFault::Total(said, sum))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "id = 'a'\nnama = 'A'\nbahasa = 'id'\nsumber = 'S'\nnaskah = 'N'\nkalender = 'indonesia'\njumlah = { tertulis = '5 hari', hari = 5 }\n[[pelaku]]\nkunci = 'x'\nnama = 'X'\n[[langkah]]\nnomor = '1'\npelaku = ['x']\nkegiatan = 'K'\nwaktu = '2 hari'\nkeluaran = ['surat']\nsumber = '1'\n[[langkah]]\nnomor = '2'\npelaku = ['x']\nkegiatan = 'K'\nkelengkapan = ['surat']\nwaktu = '3 hari'\nkeluaran = ['naskah']\nsumber = '2'\n[[langkah.putusan]]\njawab = 'Tidak'\nke = '1'\n";

    #[test]
    fn each_fault_is_found() {
        assert!(Procedure::parse(SOUND).is_ok());
        let breaks = [
            (
                "pelaku = ['x']\nkegiatan = 'K'\nkelengkapan",
                "pelaku = ['y']\nkegiatan = 'K'\nkelengkapan",
                "pelaku tidak ada",
            ),
            ("nomor = '2'", "nomor = '1'", "ada dua"),
            ("ke = '1'", "ke = '7'", "langkah 7 yang tidak ada"),
            ("kelengkapan = ['surat']", "kelengkapan = ['telaahan']", "bukan keluaran"),
            ("keluaran = ['naskah']", "keluaran = []", "tanpa keluaran"),
            ("'3 hari'", "'4 hari'", "menurut langkahnya 6"),
            ("'3 hari'", "'tiga hari'", "waktu"),
        ];
        for (from, to, says) in breaks {
            let broken = SOUND.replacen(from, to, 1);
            assert_ne!(broken, SOUND);
            let said = Procedure::parse(&broken).unwrap_err().to_string();
            assert!(said.contains(says), "{says}: {said}");
        }
    }
}
