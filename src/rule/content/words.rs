//! What sentences say whatever their article: `schemas/muatan/ungkapan.toml`.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::assets;
use crate::kind::evidence::{OtherMatter, Sign};
use crate::text::words;

/// The expressions, each a pattern over plain text in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expressions {
    /// A sentence that says nothing.
    #[serde(rename = "hampa")]
    pub(crate) hollow: Sign,
    /// A sentence that leaves what it speaks of to another day, text or body.
    #[serde(rename = "tunda")]
    pub(crate) deferring: Sign,
    /// A sentence that says of what it speaks of that it is not dealt with.
    #[serde(rename = "ingkar")]
    pub(crate) denying: Sign,
    /// What denies nothing although it looks like it.
    #[serde(rename = "bukan_ingkar")]
    pub(crate) affirming: Sign,
    /// A text that leaves the rest of an earlier one in force.
    #[serde(rename = "lanjutan")]
    pub(crate) going_on: Sign,
    /// Matters that have articles of their own and are no mandatory content.
    #[serde(rename = "asing")]
    pub(crate) foreign: Sign,
    /// Rules on the document itself.
    #[serde(rename = "aturan_naskah")]
    of_document: Sign,
    /// The history and size of an institution.
    #[serde(rename = "profil_lembaga")]
    of_institution: Sign,
    /// All parties together.
    #[serde(rename = "bersama")]
    pub(crate) together: Sign,
    /// Each party for itself.
    #[serde(rename = "masing_masing")]
    pub(crate) each: Sign,
    /// An annex that is part of the text.
    #[serde(rename = "lampiran")]
    pub(crate) annex: Sign,
    /// Words before a party that make it the one who receives.
    #[serde(rename = "penerima")]
    pub(crate) receivers: Vec<String>,
    /// Words that do not tell what a text is about.
    #[serde(rename = "umum")]
    pub(crate) common: HashSet<String>,
    /// Words at the end of a heading that add nothing.
    #[serde(rename = "hiasan")]
    ornaments: Vec<String>,
}

impl Expressions {
    /// The words of a matter that kinds leave out by name.
    pub(super) fn other(&self, matter: OtherMatter) -> &Sign {
        match matter {
            OtherMatter::AturanNaskah => &self.of_document,
            OtherMatter::ProfilLembaga => &self.of_institution,
        }
    }
}

/// The expressions, read when they are first asked for.
pub(super) static EXPRESSIONS: LazyLock<Expressions> =
    LazyLock::new(|| assets::read("schemas/muatan/ungkapan.toml").unwrap_or_default());

/// The ornaments of headings, each as words.
pub(super) static ORNAMENTS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| EXPRESSIONS.ornaments.iter().map(|one| words(one)).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_expressions_are_read_and_built() {
        let said = &*EXPRESSIONS;
        assert!(said.hollow.matches("- …") && said.hollow.matches("cukup jelas."));
        assert!(!said.hollow.matches("tidak ada biaya yang timbul."));
        let deferred = [
            "jangka waktu akan disepakati kemudian.",
            "hak dan kewajiban diatur dalam naskah tersendiri.",
            "pembagiannya ditetapkan oleh tim bersama.",
            "the costs will be determined later.",
        ];
        assert!(deferred.iter().all(|text| said.deferring.matches(text)));
        let said_now = ["kegiatan akan dilaksanakan setiap rabu.", "berkas diserahkan kepada tu."];
        assert!(!said_now.iter().any(|text| said.deferring.matches(text)));
        let denied = [
            "risiko tidak dikaji dalam telaahan ini.",
            "dukungan pembiayaan belum diketahui dan tidak diperhitungkan.",
            "pendanaan tidak diatur dalam nota kesepahaman ini.",
        ];
        assert!(denied.iter().all(|text| said.denying.matches(text)));
        let told = [
            "kebutuhan pembinaan belum dipetakan karena belum ada asesor.",
            "hal yang belum diatur dalam perjanjian ini disepakati bersama.",
            "risiko kebocoran data dinilai rendah.",
        ];
        let denies = |text: &&str| said.denying.matches(text) && !said.affirming.matches(text);
        assert!(!told.iter().any(denies));
        assert!(said.deferring.matches("penilaian risiko dapat dilakukan kelak bila diminta."));
        assert!(!said.deferring.matches("kajian bersama dapat dilakukan setiap tahun."));
        assert!(said.going_on.matches("ketentuan lain dalam perjanjian tetap berlaku."));
        assert!(!said.going_on.matches("ketentuan pasal 5 tetap berlaku setelah berakhir."));
        assert!(said.together.matches("para pihak") && said.each.matches("each party shall pay"));
        assert!(said.annex.matches("lampiran merupakan bagian tidak terpisahkan dari naskah"));
        assert!(said.foreign.cut("surat-menyurat ditujukan kepada sekretaris").trim().is_empty());
        assert!(ORNAMENTS.contains(&vec!["para".to_owned(), "pihak".to_owned()]));
    }
}
