//! Which parties have a part in what is said.

use super::Contents;
use super::statement::plain;
use super::words::EXPRESSIONS;

impl Contents<'_> {
    /// What each party is called, in lower case.
    pub(super) fn labels(&self) -> &[Vec<String>] {
        self.labels.get_or_init(|| {
            let parties = self.draft.facts().parties().enumerate();
            let names = parties.map(|(at, party)| {
                let given = [party.label(), party.institution(), party.title_name()];
                let given = given.into_iter().flatten().map(plain);
                let usual = ORDINALS.get(at).into_iter().flat_map(|words| words.iter());
                let usual = usual.map(|word| format!("pihak {word}"));
                given.chain(usual).filter(|name| name.len() > 1).collect()
            });
            names.collect()
        })
    }
}

/// How parties are counted.
const ORDINALS: [&[&str]; 5] =
    [&["pertama", "kesatu", "i"], &["kedua", "ii"], &["ketiga", "iii"], &["keempat"], &["kelima"]];

/// How many parties have a part in some sentences: those that are named otherwise than as the one who
/// receives.
pub(super) fn named(labels: &[Vec<String>], said: &[&str]) -> usize {
    let acts =
        |names: &&Vec<String>| names.iter().any(|name| said.iter().any(|text| acts(text, name)));
    labels.iter().filter(acts).count()
}

fn acts(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        let bounded =
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
        bounded && !EXPRESSIONS.receivers.iter().any(|receiver| receiver == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_receives_has_no_part() {
        let labels = [vec!["pihak kesatu".to_owned()], vec!["pihak kedua".to_owned()]];
        let one = ["pihak kedua wajib melapor kepada pihak kesatu."];
        assert_eq!(named(&labels, &one), 1);
        let both = ["tugas pihak kesatu: petugas", "kewenangan berada pada pihak kedua"];
        assert_eq!(named(&labels, &both), 2);
        assert_eq!(named(&labels, &["pihak keduanya"]), 0);
    }
}
