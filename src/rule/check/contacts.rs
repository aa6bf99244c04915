//! `kontak`: the addresses of the parties are what their keys say, of both sides, and printed.

mod address;
mod other;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::words;

/// What is wrong with the addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada alamat surat-menyurat.")]
enum Defect {
    /// A telephone number where a mail address belongs.
    #[schemars(description = "Isinya bukan yang disebut kuncinya.")]
    SalahJenis,
    /// Some parties give one and others do not.
    #[schemars(description = "Hanya sebagian pihak yang berkontak.")]
    SatuPihak,
    /// There is no article under which they are printed.
    #[schemars(description = "Tidak dicetak, karena tidak ada pasal korespondensi.")]
    TidakTercetak,
    /// The article promises a list and there is none.
    #[schemars(description = "Pasal korespondensi menjanjikan daftar yang tidak ada.")]
    TanpaDaftar,
    /// Two parties give the same.
    #[schemars(description = "Dua pihak memberi yang sama.")]
    Kembar,
    /// It is the street of the party's address, with another postal code or number of the house.
    #[schemars(description = "Jalannya sama dengan alamat pihak itu, nomor atau kode posnya lain.")]
    AlamatBerbeda,
    /// It is an office or an address of another party.
    #[schemars(description = "Pejabat atau alamatnya milik pihak lain.")]
    PihakLain,
}

/// `pihak[*].kontak`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

const KEY: &str = "kontak";

impl CheckKind for Contacts {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "yang tertulis"),
            word("bidang", "kuncinya"),
            word("pihak", "pihaknya"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        match self.cacat {
            Defect::SalahJenis | Defect::Kembar | Defect::PihakLain | Defect::AlamatBerbeda => {
                Vec::new()
            }
            Defect::SatuPihak | Defect::TidakTercetak => vec!["nilai", "bidang"],
            Defect::TanpaDaftar => vec!["nilai", "bidang", "pihak"],
        }
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Pihak, KEY)]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties: Vec<Party<'_>> = scope.draft.facts().parties().collect();
        match self.cacat {
            Defect::SalahJenis => parties.iter().flat_map(|one| misplaced(scope, one)).collect(),
            Defect::SatuPihak => one_sided(scope, &parties),
            Defect::TidakTercetak => unprinted(scope, &parties),
            Defect::TanpaDaftar => without_list(scope, &parties).into_iter().collect(),
            Defect::Kembar => twins(scope, &parties),
            Defect::PihakLain => other::hits(scope, &parties),
            Defect::AlamatBerbeda => {
                parties.iter().filter_map(|one| address::differs(scope, one)).collect()
            }
        }
    }
}

fn contact<'a>(scope: &'a Scope<'_>, party: &Party<'_>) -> Option<&'a Node> {
    scope.draft.at(&party.path().key(KEY)).filter(|node| !node.is_empty())
}

fn name(party: &Party<'_>) -> String {
    party.label().or(party.institution()).unwrap_or_default().to_owned()
}

/// Whether a text looks like a thing of a kind.
type Looks = fn(&str) -> bool;

/// Every entry that cannot be what its key says.
fn misplaced(scope: &Scope<'_>, party: &Party<'_>) -> Vec<Hit> {
    let kinds: [(&str, Looks); 5] = [
        ("surel", is_mail),
        ("telepon", is_number),
        ("faksimile", is_number),
        ("situs", is_site),
        ("up", is_person),
    ];
    let Some(node) = contact(scope, party) else {
        return Vec::new();
    };
    let said = kinds.into_iter().filter_map(|(key, fits)| Some((key, node.get(key)?.str()?, fits)));
    let wrong = said.filter(|(_, text, fits)| !is_open(text) && !fits(text.trim()));
    wrong
        .map(|(key, text, _)| {
            let place = Place::value(party.path().key(KEY).key(key));
            Hit::at(place).word("nilai", text).word("bidang", key).word("pihak", name(party))
        })
        .collect()
}

/// Blanks, dashes and dots are told elsewhere.
fn is_open(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Each of several addresses has a name, an `@` and a domain.
fn is_mail(text: &str) -> bool {
    let plain = text.replace("{harfiah:", "").replace('}', "");
    let parts = plain.split([',', ';', '/']).flat_map(|part| part.split(" dan ")).map(str::trim);
    parts.filter(|part| !part.is_empty()).all(|part| {
        let address = part.trim_matches(['<', '>']);
        let halves = address.split_once('@');
        halves.is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@') && !address.contains(' ')
        })
    })
}

fn is_number(text: &str) -> bool {
    !text.contains('@') && text.bytes().filter(u8::is_ascii_digit).count() >= 3
}

fn is_site(text: &str) -> bool {
    text.contains('.') && !text.contains('@') && !text.trim().contains(' ')
}

/// An office or a person, no address of a machine.
fn is_person(text: &str) -> bool {
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let address = text.contains('@') && !text.contains(' ');
    !address && letters >= figures.max(1)
}

/// Whether the draft has the article under which addresses are printed.
fn has_article(scope: &Scope<'_>) -> bool {
    let path = scope.draft.facts().path(Role::Korespondensi);
    path.is_some_and(|path| scope.draft.at(&path).is_some())
}

fn one_sided(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let silent: Vec<_> = parties.iter().filter(|one| contact(scope, one).is_none()).collect();
    if silent.is_empty() || silent.len() == parties.len() || !has_article(scope) {
        return Vec::new();
    }
    // The article itself may say the address of the other party.
    let told = |party: &&&Party<'_>| {
        let names = [party.label(), party.institution()].into_iter().flatten();
        let text = article_text(scope);
        names.into_iter().any(|name| !name.trim().is_empty() && text.contains(&fold(name)))
    };
    let wrong = silent.iter().filter(|party| !told(party));
    wrong
        .map(|one| {
            Hit::absent(one.path().key(KEY), Place::value(one.path())).word("pihak", name(one))
        })
        .collect()
}

fn article_text(scope: &Scope<'_>) -> String {
    let path = scope.draft.facts().path(Role::Korespondensi).unwrap_or_default();
    let inside = |other: &FieldPath| other.steps().starts_with(path.steps());
    let texts = scope.texts().iter().filter(|(path, _)| inside(path));
    fold(&texts.map(|(_, text)| *text).collect::<Vec<_>>().join("\n"))
}

fn unprinted(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    if has_article(scope) {
        return Vec::new();
    }
    let given = parties.iter().filter(|party| contact(scope, party).is_some());
    given
        .take(1)
        .map(|one| Hit::at(Place::value(one.path().key(KEY))).word("pihak", name(one)))
        .collect()
}

/// "dialamatkan kepada:" with nothing behind it.
fn without_list(scope: &Scope<'_>, parties: &[Party<'_>]) -> Option<Hit> {
    let path = scope.draft.facts().path(Role::Korespondensi)?;
    scope.draft.at(&path)?;
    if parties.iter().any(|party| contact(scope, party).is_some()) {
        return None;
    }
    let tables = scope.draft.at(&path.key("tabel")).is_some_and(|node| !node.is_empty());
    let mut inside =
        scope.texts().iter().filter(|(other, _)| other.steps().starts_with(path.steps()));
    let (place, text) = inside.rfind(|(_, text)| !text.trim().is_empty())?;
    let open = text.trim_end().ends_with(':') && !tables;
    open.then(|| Hit::at(Place::value(place.clone())))
}

fn twins(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    const OWN: [&str; 2] = ["surel", "telepon"];
    let mut hits = Vec::new();
    for (at, party) in parties.iter().enumerate() {
        for key in OWN {
            let said = |one: &Party<'_>| {
                let text = contact(scope, one)?.get(key)?.str()?;
                Some(fold(text)).filter(|text| text.chars().any(char::is_alphanumeric))
            };
            let Some(text) = said(party) else { continue };
            let mut before = parties.iter().take(at);
            if let Some(first) = before.find(|one| said(one).as_ref() == Some(&text)) {
                let place = |one: &Party<'_>| Place::value(one.path().key(KEY).key(key));
                let hit = Hit::at(place(party)).word("nilai", text).word("bidang", key);
                let hit = hit.word("pihak", name(party));
                hits.push(hit.see(place(first), words::check::first_here()));
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_what_their_keys_say() {
        assert!(is_mail("a@b.go.id") && is_mail("a@b.id, c@d.id") && is_mail("a@b.id dan c@d.id"));
        assert!(!is_mail("(021) 5550101") && !is_mail("tu kanim") && !is_mail("a@b"));
        assert!(is_number("(021) 555-0101 pesawat 2") && !is_number("a1@b22.id3"));
        assert!(
            is_site("www.contoh.go.id") && is_site("https://contoh.id/a") && !is_site("a@b.id")
        );
        assert!(is_person("Kepala Seksi 2") && !is_person("0812345678") && !is_person("a@b.id"));
    }
}
