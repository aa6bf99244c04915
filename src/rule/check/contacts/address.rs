//! The address of a contact that is nearly that of its party.

use super::{KEY, contact, name};
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::spans::tokens;
use crate::words;

/// The contact, where it has the street of the party and another number or postal code.
pub(super) fn differs(scope: &Scope<'_>, party: &Party<'_>) -> Option<Hit> {
    const ADDRESS: &str = "alamat";
    let said = contact(scope, party)?.get(ADDRESS)?.str()?;
    let home = party.path().key(ADDRESS);
    let (own, other) = (Address::read(scope.draft.at(&home)?.str()?)?, Address::read(said)?);
    if !own.is_nearly(&other) {
        return None;
    }
    let hit = Hit::at(Place::value(party.path().key(KEY).key(ADDRESS))).word("nilai", said);
    let hit = hit.word("bidang", ADDRESS).word("pihak", name(party));
    Some(hit.see(Place::value(home), words::check::differs_from_this()))
}

/// The parts of an address that are compared.
struct Address {
    /// The words of the street without figures.
    street: Vec<String>,
    number: Option<String>,
    code: Option<String>,
}

impl Address {
    fn read(text: &str) -> Option<Self> {
        let is_figures = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let line: Vec<String> = tokens(text.split([',', '\n', ';']).next()?)
            .map(|one| one.text.to_lowercase())
            .collect();
        let figures = line.iter().position(|word| is_figures(word));
        let street: Vec<String> =
            line.iter().take(figures.unwrap_or(line.len())).cloned().collect();
        let codes = tokens(text).map(|one| one.text);
        let codes =
            codes.filter(|word| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit()));
        let number = figures.and_then(|at| line.get(at).cloned());
        let code = codes.last().map(str::to_owned);
        (street.len() >= 2).then_some(Self { street, number, code })
    }

    /// Whether the street is the same and a figure, given in both, is not.
    fn is_nearly(&self, other: &Self) -> bool {
        let differ = |one: &Option<String>, two: &Option<String>| {
            one.as_ref().zip(two.as_ref()).is_some_and(|(one, two)| one != two)
        };
        self.street == other.street
            && (differ(&self.number, &other.number) || differ(&self.code, &other.code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_street_with_two_numbers() {
        let read = |text: &str| Address::read(text).unwrap();
        let own = read("Jalan Merdeka Nomor 1, Kota Contoh 12345");
        assert!(own.is_nearly(&read("Jalan Merdeka Nomor 1, Kota Contoh 12354")));
        assert!(own.is_nearly(&read("Jalan Merdeka Nomor 11, Kota Contoh")));
        assert!(!own.is_nearly(&read("Jalan Merdeka Nomor 1, Kelurahan Damai, Kota Contoh 12345")));
        assert!(!own.is_nearly(&read("Jalan Pahlawan Nomor 3, Kota Contoh 12999")));
    }
}
