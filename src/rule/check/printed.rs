//! `tercetak`: what a text needs is printed, and what a draft gives is not left off the page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::{Party, Signature};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::path::FieldPath;
use crate::text::fold;

/// What would be printed as dots, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang tidak tercetak.")]
enum Lack {
    /// A signature that belongs to no party by its label.
    #[schemars(description = "Penanda tangan yang pihaknya tidak dikenal dari sebutannya.")]
    PenandaTangan,
    /// The name of a signer.
    #[schemars(description = "Nama penanda tangan sebuah pihak.")]
    Nama,
    /// The office of a signer.
    #[schemars(description = "Jabatan penanda tangan sebuah pihak.")]
    Jabatan,
    /// The name of an institution.
    #[schemars(description = "Nama lembaga sebuah pihak.")]
    Lembaga,
    /// The address in the list of addresses.
    #[schemars(description = "Alamat pada daftar alamat surat-menyurat.")]
    Alamat,
}

/// Names, offices and institutions of the parties.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    #[schemars(description = "Yang diperiksa.")]
    bagian: Lack,
}

impl CheckKind for Printed {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("no", "nomor pihaknya, dari 1"), word("nilai", "nama yang tidak tercetak")];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        match self.bagian {
            Lack::PenandaTangan => vec!["no"],
            _ => vec!["nilai"],
        }
    }

    fn reads(&self) -> Vec<Read> {
        let party = |key: &str| Read::role(Role::Pihak, key);
        match self.bagian {
            Lack::PenandaTangan => vec![Read::role(Role::TandaTangan, "pihak"), party("sebutan")],
            Lack::Nama => vec![party("pejabat.nama")],
            Lack::Jabatan => vec![party("pejabat.jabatan")],
            Lack::Lembaga => vec![party("lembaga")],
            Lack::Alamat => vec![party("kontak")],
        }
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        if self.bagian == Lack::PenandaTangan {
            return scope.draft.facts().signatures().filter_map(|one| lost(scope, &one)).collect();
        }
        let parties = scope.draft.facts().parties().enumerate();
        parties.flat_map(|(at, party)| self.blanks(scope, &party, at + 1)).collect()
    }
}

impl Printed {
    fn blanks(&self, scope: &Scope<'_>, party: &Party<'_>, number: usize) -> Vec<Hit> {
        let paths = match self.bagian {
            Lack::Lembaga => institution(scope, party),
            Lack::Alamat => address(scope, party),
            Lack::Nama => official(scope, party, "nama"),
            _ => official(scope, party, "jabatan"),
        };
        let shown =
            |path: &FieldPath| match path.parent().filter(|home| scope.draft.at(home).is_some()) {
                Some(home) => Place::value(home),
                None => Place::value(party.path()),
            };
        paths
            .into_iter()
            .map(|path| Hit::absent(path.clone(), shown(&path)).word("no", number.to_string()))
            .collect()
    }
}

fn says(scope: &Scope<'_>, path: &FieldPath) -> bool {
    scope.draft.at(path).is_some_and(|node| !node.is_empty())
}

/// A name under a signature that no column of the signatures takes up.
fn lost(scope: &Scope<'_>, signature: &Signature<'_>) -> Option<Hit> {
    let name = signature.word("nama").filter(|name| !name.trim().is_empty())?;
    let label = signature.party().unwrap_or_default();
    let parties = || scope.draft.facts().parties();
    let taken = parties().any(|party| party.label() == Some(label));
    let core = |text: &str| fold(text.split(',').next().unwrap_or_default());
    let elsewhere = parties().any(|party| {
        party.officials().any(|one| {
            one.word("nama").is_some_and(|other| {
                core(other).contains(&core(name)) || core(name).contains(&core(other))
            })
        })
    });
    let hit = Hit::at(Place::value(signature.path())).word("nilai", name);
    (!taken && !elsewhere).then_some(hit)
}

/// The key of a party's officials that is not said and would be printed as dots.
fn official(scope: &Scope<'_>, party: &Party<'_>, key: &str) -> Vec<FieldPath> {
    let form = scope.draft.facts().node(Role::Pembukaan).and_then(|node| node.get("bentuk")?.str());
    let signed = || {
        let mut all = scope.draft.facts().signatures();
        all.any(|one| {
            one.party().is_some()
                && one.party() == party.label()
                && one.word(key).is_some_and(|text| !text.trim().is_empty())
        })
    };
    // Under the signature the draft's own lines are enough; the komparisi has the official's name.
    if signed() && (key != "nama" || form == Some("preambul")) {
        return Vec::new();
    }
    let officials: Vec<_> = party.officials().collect();
    // A komparisi of the draft's own has the name in its sentence.
    if officials.is_empty() && says(scope, &party.path().key("komparisi")) {
        return Vec::new();
    }
    if officials.is_empty() {
        return vec![party.path().key("pejabat").key(key)];
    }
    let bare =
        officials.iter().filter(|one| one.word(key).is_none_or(|text| text.trim().is_empty()));
    bare.map(|one| one.path().key(key)).collect()
}

fn institution(scope: &Scope<'_>, party: &Party<'_>) -> Vec<FieldPath> {
    let path = party.path();
    let named = says(scope, &path.key("lembaga"));
    let printed = says(scope, &path.key("nama_judul")) && says(scope, &path.key("komparisi"));
    if named || printed { Vec::new() } else { vec![path.key("lembaga")] }
}

fn address(scope: &Scope<'_>, party: &Party<'_>) -> Vec<FieldPath> {
    let contact = party.path().key("kontak");
    let lacks = says(scope, &contact) && !says(scope, &contact.key("alamat"));
    // The page takes the seat of the party where the contact has none.
    let seat = says(scope, &party.path().key("alamat"));
    if lacks && !seat { vec![contact.key("alamat")] } else { Vec::new() }
}
