//! Annexes that are forms: their blanks are filled in later, by those who use the form.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::spans::body_texts;
use crate::source::node::Node;
use crate::source::path::{FieldPath, Step};
use crate::wording::{self, fixed_patterns};

fixed_patterns! {
    /// What the title or the first line of a form says. "Contoh" counts at the beginning alone: it may
    /// be the name of a place.
    TITLED = r"(?i-u)^\s*(?:contoh|format|bentuk|model|form|templat|template)\b|\b(?:formulir|borang|blang?ko|kuesioner|angket|(?:daftar|lembar|kartu)\s+isian|senarai\s+semak)\b";
    /// What an article says of an annex that is a form.
    CALLED = r"(?i-u)\b(?:formulir|format|borang|blang?ko|templat|template|contoh\s+[a-z]+|bentuk\s+[a-z]+)\b(?u:[^.;\n]){0,120}?\b(?:tercantum|termuat|dimuat|terdapat|dinyatakan|terkandung|terlampir|sebagaimana)\b(?u:[^.;\n]){0,60}?\bLampiran\b(?:\s+([IVX]{1,4}|\d{1,2}|[A-H])\b)?";
}

/// The annexes of a draft that are forms.
pub(super) struct Forms<'s, 'a> {
    scope: &'s Scope<'a>,
    list: FieldPath,
    found: OnceCell<BTreeSet<usize>>,
    told: BTreeSet<usize>,
}

impl<'s, 'a> Forms<'s, 'a> {
    /// Those of a draft; looked for only once somebody asks.
    pub(super) fn of(scope: &'s Scope<'a>) -> Self {
        let list = scope.draft.facts().path(Role::Lampiran).unwrap_or_default();
        Self { scope, list, found: OnceCell::new(), told: BTreeSet::new() }
    }

    /// Which of the annexes a place is in, if that one is a form.
    pub(super) fn number(&self, path: &FieldPath) -> Option<usize> {
        let inside = path.steps().starts_with(self.list.steps()) && !self.list.steps().is_empty();
        let step = path.steps().get(self.list.steps().len()).filter(|_| inside)?;
        let Step::Index(at) = step else { return None };
        self.found.get_or_init(|| self.find()).contains(at).then_some(*at)
    }

    /// Marks an annex as told; whether it was already.
    pub(super) fn tell(&mut self, at: usize) -> bool {
        !self.told.insert(at)
    }

    fn find(&self) -> BTreeSet<usize> {
        let members = self.scope.draft.at(&self.list).map_or(&[][..], Node::members);
        let titled = members.iter().enumerate().filter(|(_, one)| is_titled(one));
        let called = body_texts(self.scope)
            .filter(|(path, _)| !path.steps().starts_with(self.list.steps()))
            .flat_map(|(_, text)| CALLED.captures_iter(text))
            .filter_map(|one| one.get(1).map_or(Some(1), |number| value(number.as_str())))
            .filter_map(|number| number.checked_sub(1));
        titled.map(|(at, _)| at).chain(called).collect()
    }
}

fn is_titled(annex: &Node) -> bool {
    let text = |key: &str| annex.get(key).and_then(Node::str).unwrap_or_default();
    let first = text("isi").trim_start().lines().next().unwrap_or_default();
    TITLED.is_match(text("judul")) || (first.len() <= 80 && TITLED.is_match(first))
}

/// The number of an annex as it is written: "II", "2", "B".
fn value(said: &str) -> Option<usize> {
    let roman = || wording::parse_roman(said).and_then(|number| usize::try_from(number).ok());
    let letter = || wording::parse_letter(&said.to_ascii_lowercase());
    said.parse().ok().or_else(roman).or_else(letter)
}

/// Whether a blank is a line to write on, and no word that stands for one.
pub(super) fn is_line(said: &str) -> bool {
    said.trim().chars().all(|c| matches!(c, '.' | '…' | '_' | '(' | ')' | ' ' | '\t'))
}

/// "(diisi oleh petugas)": a blank of a form in an annex, which others fill in later.
pub(super) fn is_for_others(said: &str) -> bool {
    said.to_ascii_lowercase().starts_with("(diisi oleh ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_by_what_they_are_called() {
        for text in ["Formulir Penilaian", "FORMAT LAPORAN", "Lembar Isian Peserta", "Borang A"] {
            assert!(TITLED.is_match(text), "{text}");
        }
        for text in ["Jadwal Layanan Kota Contoh", "Rincian Biaya", "Informasi Layanan"] {
            assert!(!TITLED.is_match(text), "{text}");
        }
        let called = |text: &str| CALLED.captures(text).map(|one| one.get(1).is_some());
        assert_eq!(called("Format laporan tercantum dalam Lampiran II yang"), Some(true));
        assert_eq!(called("formulir sebagaimana tercantum dalam Lampiran."), Some(false));
        assert_eq!(called("Rincian biaya tercantum dalam Lampiran II"), None);
    }

    #[test]
    fn lines_to_write_on_are_told_from_words() {
        assert!(is_line("......") && is_line("____") && !is_line("<nama>") && !is_line("XX"));
        assert!(is_for_others("(diisi oleh petugas)") && !is_for_others("(diisi nama lengkap)"));
    }
}
