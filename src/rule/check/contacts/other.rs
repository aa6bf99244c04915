//! Contacts that are those of another party: its office, or its street.

use super::{KEY, contact, name};
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::spans::tokens;
use crate::words;

/// Every contact that another party's name or address stands in.
pub(super) fn hits(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, party) in parties.iter().enumerate() {
        let others = || parties.iter().enumerate().filter(|(other, _)| *other != at);
        let said = |key: &str| contact(scope, party)?.get(key)?.str();
        let own_names = names(party);
        let office = said("up").map(words_of).filter(|office| !names_any(office, &own_names));
        let other = office.and_then(|office| {
            let mut others = others();
            others.find(|(_, other)| names_any(&office, &foreign(&names(other), &own_names)))
        });
        let street = said("alamat").and_then(street);
        let (home, away) = (address(scope, party), |other: &Party<'_>| address(scope, other));
        let other_street = street.filter(|street| home.is_some() && home.as_ref() != Some(street));
        let neighbour = other_street.and_then(|street| {
            let mut others = others();
            others.find(|(_, other)| away(other).as_ref() == Some(&street))
        });
        let found = [("up", other), ("alamat", neighbour)];
        hits.extend(found.into_iter().filter_map(|(key, other)| {
            let (_, other) = other?;
            let place = Place::value(party.path().key(KEY).key(key));
            let hit = Hit::at(place).word("nilai", said(key)?).word("bidang", key);
            let place = Place::value(other.path());
            Some(hit.word("pihak", name(party)).see(place, words::check::introduced_here()))
        }));
    }
    hits
}

fn words_of(text: &str) -> Vec<String> {
    tokens(text).map(|one| one.text.to_lowercase()).collect()
}

/// The words by which a party is told in the name of an office: those of its institution without the
/// head that others have too, and the title of its official.
fn names(party: &Party<'_>) -> Vec<Vec<String>> {
    let institutions = [party.institution(), party.title_name()].into_iter().flatten();
    let tails = institutions.map(|name| tail(words_of(name)));
    let titles = party.officials().filter_map(|one| one.word("jabatan")).map(words_of);
    tails.chain(titles).filter(|name| name.len() >= 2).collect()
}

/// Heads that say nothing of which institution is meant.
const HEADS: [&str; 6] = ["pemerintah", "pemerintahan", "daerah", "republik", "indonesia", "pt"];

fn tail(mut name: Vec<String>) -> Vec<String> {
    while name.last().is_some_and(|word| HEADS.contains(&word.as_str())) {
        name.pop();
    }
    let from = name.iter().take_while(|word| HEADS.contains(&word.as_str())).count();
    name.split_off(from)
}

/// The names of another party that do not stand in the party's own.
fn foreign(others: &[Vec<String>], own: &[Vec<String>]) -> Vec<Vec<String>> {
    let fresh = others.iter().filter(|name| !own.iter().any(|own| holds(own, name)));
    fresh.cloned().collect()
}

fn names_any(office: &[String], names: &[Vec<String>]) -> bool {
    names.iter().any(|name| holds(office, name) && (!is_region(name) || is_of_region(office)))
}

fn holds(words: &[String], name: &[String]) -> bool {
    words.windows(name.len()).any(|window| window == name)
}

/// A region is a place as well: "Kepala Seksi Layanan, Kota Contoh".
fn is_region(name: &[String]) -> bool {
    let first = name.first().map(String::as_str);
    matches!(first, Some("kota" | "kabupaten" | "provinsi" | "kecamatan" | "desa" | "kelurahan"))
}

/// Whether an office is one of a region's government.
fn is_of_region(office: &[String]) -> bool {
    const OFFICES: [&str; 14] = [
        "pemerintah",
        "pemkab",
        "pemkot",
        "pemprov",
        "setda",
        "dinas",
        "inspektorat",
        "bupati",
        "walikota",
        "gubernur",
        "bappeda",
        "camat",
        "lurah",
        "asisten",
    ];
    let of = |word: &String| OFFICES.contains(&word.as_str());
    let secretariat = ["sekretariat", "sekretaris"]
        .iter()
        .any(|head| holds(office, &[(*head).to_owned(), "daerah".to_owned()]));
    secretariat || office.iter().any(of) || holds(office, &["wali".to_owned(), "kota".to_owned()])
}

/// The street and number of a party's own address.
fn address(scope: &Scope<'_>, party: &Party<'_>) -> Option<String> {
    street(scope.draft.at(&party.path().key("alamat"))?.str()?)
}

/// The street and number that an address begins with.
fn street(address: &str) -> Option<String> {
    let line = address.split([',', '\n', ';']).next()?;
    let words = words_of(line);
    let numbered = line.bytes().any(|byte| byte.is_ascii_digit());
    (words.len() >= 3 && numbered).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_told_from_places() {
        let regency = vec![tail(words_of("Pemerintah Kabupaten Contoh"))];
        let office = |text: &str| names_any(&words_of(text), &regency);
        assert!(office("Kepala Bagian Hukum Sekretariat Daerah Kabupaten Contoh"));
        assert!(office("Kepala Dinas Sosial Kabupaten Contoh"));
        assert!(!office("Kepala Subbagian Tata Usaha, Kabupaten Contoh"));
        assert!(!office("Kepala Dinas Sosial Kota Contoh"));
        assert_eq!(street("Jalan Contoh Nomor 1, Jakarta"), street("Jalan Contoh Nomor 1 , 10110"));
        assert_eq!(street("Gedung Contoh, Jakarta"), None);
    }
}
