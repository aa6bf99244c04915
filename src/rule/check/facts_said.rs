//! `fakta_kalimat`: facts of a draft and the sentences that are printed say the same.

mod money;
mod opening;
mod parent;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::Hit;
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};

/// Which fact is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Fakta yang dibandingkan.")]
enum Fact {
    /// The day of the document.
    #[schemars(description = "Tanggal naskah, dengan kalimat pembukaan.")]
    Tanggal,
    /// The place of signing.
    #[schemars(description = "Tempat penandatanganan, dengan kalimat pembukaan.")]
    Tempat,
    /// The sum of money.
    #[schemars(description = "Nilai pendanaan, dengan kalimat pasalnya.")]
    Nilai,
    /// The sum of the activities.
    #[schemars(description = "Nilai pendanaan, dengan jumlah anggaran kegiatan.")]
    Rincian,
    /// Where the money comes from.
    #[schemars(description = "Sumber pendanaan, dengan kalimat pasalnya.")]
    Sumber,
    /// The number and day of the parent agreement.
    #[schemars(
        description = "Nomor dan tanggal naskah induk atau pendahulu, dengan penyebutannya."
    )]
    Induk,
    /// How long before the end notice is given.
    #[schemars(
        description = "Tenggat pemberitahuan perpanjangan dan pengakhiran, dengan kalimat pasalnya."
    )]
    Pemberitahuan,
}

/// A fact against the sentences that speak of it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactsSaid {
    #[schemars(description = "Fakta yang dibandingkan.")]
    fakta: Fact,
}

impl CheckKind for FactsSaid {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang dikatakan kalimat"), word("seharusnya", "menurut faktanya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let money = Role::Pendanaan;
        match self.fakta {
            Fact::Tanggal => vec![Read::role(Role::Tanggal, "")],
            Fact::Tempat => vec![Read::role(Role::Tempat, "")],
            Fact::Nilai | Fact::Rincian => vec![Read::role(money, "nilai")],
            Fact::Sumber => vec![Read::role(money, "sumber")],
            Fact::Induk => ["nomor", "tanggal"].map(|key| Read::role(Role::Induk, key)).into(),
            Fact::Pemberitahuan => ["perpanjangan.pemberitahuan", "pengakhiran.pemberitahuan"]
                .map(|key| Read::role(Role::JangkaWaktu, key))
                .into(),
        }
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.fakta {
            Fact::Tanggal => opening::day(scope),
            Fact::Tempat => opening::place(scope).into_iter().collect(),
            Fact::Nilai => money::sum(scope).into_iter().collect(),
            Fact::Rincian => money::activities(scope).into_iter().collect(),
            Fact::Sumber => money::source(scope).into_iter().collect(),
            Fact::Induk => parent::cited(scope),
            Fact::Pemberitahuan => parent::notice(scope),
        }
    }
}
