//! `penanda_tangan`: the signature block says what the komparisi says.

use schemars::JsonSchema;
use serde::Deserialize;

use super::same_person::core;
use super::{CheckKind, Scope, Silence};
use crate::draft::{Party, Signature};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::text::{fold, is_stead, stands_in};
use crate::words;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline, description = "Bagian blok tanda tangan.")]
enum Part {
    /// The name.
    #[schemars(description = "Nama pejabat.")]
    Nama,
    /// The office.
    #[schemars(description = "Jabatannya.")]
    Jabatan,
}

impl Part {
    /// The key of it in a draft.
    fn key(self) -> &'static str {
        match self {
            Self::Nama => "nama",
            Self::Jabatan => "jabatan",
        }
    }
}

/// `nama` or `jabatan` under a signature against the official of the same party.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    #[schemars(description = "Yang dibandingkan.")]
    bidang: Part,
}

impl CheckKind for Signatures {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "yang tertulis"),
            word("seharusnya", "yang disebut komparisi"),
            word("pihak", "sebutan pihaknya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![
            Read::role(Role::Pihak, format!("pejabat.{}", self.bidang.key())),
            Read::role(Role::Pihak, "sebutan"),
            Read::role(Role::TandaTangan, self.bidang.key()),
            Read::role(Role::TandaTangan, "pihak"),
        ]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let signatures = scope.draft.facts().signatures();
        signatures.filter_map(|signature| self.judge(scope, &signature)).collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let signatures = scope.draft.facts().signatures();
        signatures.filter_map(|signature| self.doubt(scope, &signature)).collect()
    }
}

impl Signatures {
    /// Why what stands under a signature is compared with nothing.
    fn doubt(&self, scope: &Scope<'_>, signature: &Signature<'_>) -> Option<Silence> {
        self.said(signature)?;
        let reason = match party(scope, signature) {
            None => words::check::signatory_unmatched(),
            Some(party) if self.officials(&party).is_empty() => words::check::signatory_unnamed(),
            Some(_) => return None,
        };
        Some(Silence::at(Place::value(signature.path().key(self.bidang.key())), reason))
    }

    fn said<'a>(&self, signature: &Signature<'a>) -> Option<&'a str> {
        signature.word(self.bidang.key()).filter(|text| !text.trim().is_empty())
    }

    /// What the komparisi says of the officials of a party.
    fn officials<'a>(&self, party: &Party<'a>) -> Vec<&'a str> {
        party.officials().filter_map(|one| one.word(self.bidang.key())).collect()
    }

    fn judge(&self, scope: &Scope<'_>, signature: &Signature<'_>) -> Option<Hit> {
        let said = self.said(signature)?;
        let label = signature.party()?;
        let party = party(scope, signature)?;
        let names = self.officials(&party);
        let first = names.first()?;
        let same = |name: &&str| match self.bidang {
            Part::Nama => same_person(name, said),
            Part::Jabatan => same_office(name, said),
        };
        let office = self.bidang == Part::Jabatan;
        // "Plt." under the signature of one who is introduced without it is another office.
        let agrees = names.iter().any(same) || office && acts_for(&party, said);
        if agrees && (!office || stands_in_as_said(&party, said)) {
            return None;
        }
        let hit =
            Hit::at(Place::value(signature.path().key(self.bidang.key()))).word("tertulis", said);
        let hit = hit.word("seharusnya", *first).word("pihak", label);
        let komparisi = party.officials().next()?.path().key(self.bidang.key());
        Some(hit.see(Place::value(komparisi), words::check::in_the_comparisi()))
    }
}

/// The party that signs here.
fn party<'a>(scope: &'a Scope<'_>, signature: &Signature<'_>) -> Option<Party<'a>> {
    let label = fold(signature.party()?);
    scope.draft.facts().parties().find(|party| {
        let names = [party.label(), party.institution()].into_iter().flatten();
        names.into_iter().any(|text| fold(text) == label)
    })
}

/// Whether one who signs in another's stead ("Plt.", "Plh.", "Pj.") was introduced as doing so.
fn stands_in_as_said(party: &Party<'_>, said: &str) -> bool {
    !stands_in(said) || party.officials().any(|one| one.stands_in())
}

/// Whether two writings name one person: titles and degrees are often given in one place alone.
fn same_person(one: &str, other: &str) -> bool {
    let (one, other) = (core(one), core(other));
    let within = |few: &[String], many: &[String]| {
        !few.is_empty() && few.iter().all(|word| many.contains(word))
    };
    within(&one, &other) || within(&other, &one)
}

/// Whether two writings name one office: under a signature it is often cut short ("KEPALA,").
fn same_office(one: &str, other: &str) -> bool {
    let (one, other) = (office(one), office(other));
    !other.is_empty()
        && (other.iter().all(|w| one.contains(w)) || one.iter().all(|w| other.contains(w)))
}

/// The words of an office, without marks and without what says in whose stead it is held.
fn office(text: &str) -> Vec<String> {
    const JOINTS: [&str; 7] = ["an", "ub", "selaku", "atas", "nama", "untuk", "beliau"];
    let text = text.to_lowercase().replace("walikota", "wali kota").replace("a.n.", "an");
    let words = text.replace("u.b.", "ub");
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !is_stead(word) && !JOINTS.contains(word)).map(str::to_owned).collect()
}

/// Whether the office under a signature is the institution itself, or the one in whose name the
/// official acts.
fn acts_for(party: &Party<'_>, said: &str) -> bool {
    let own = [party.institution(), party.title_name()].into_iter().flatten();
    let names = party.officials().flat_map(|one| one.acts_for().collect::<Vec<_>>()).chain(own);
    names.into_iter().any(|office| same_office(office, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_with_and_without_titles() {
        assert!(same_person("Dr. H. ANDI PRATAMA, S.H., M.H.", "Andi Pratama"));
        assert!(same_person("ANDI PRATAMA", "Prof. ANDI PRATAMA, Ph.D."));
        assert!(!same_person("ANDI PRATAMA, S.H.", "ANDI WIJAYA, S.H."));
        assert!(!same_person("Drs. MULYONO HADI", "RINI ASTUTI"));
    }

    #[test]
    fn one_office_cut_short() {
        assert!(same_office("Kepala Kantor Imigrasi Kelas I TPI Contoh", "KEPALA,"));
        assert!(same_office("Wali Kota Contoh", "WALIKOTA CONTOH"));
        assert!(same_office("Kepala Dinas Contoh", "Plt. Kepala Dinas Contoh"));
        assert!(!same_office("Kepala Kantor Imigrasi Contoh", "Kepala Seksi Contoh"));
    }
}
