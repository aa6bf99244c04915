//! Decrees that appoint inside another institution: "di Lingkungan Badan …" of a party that is
//! another badan.

use super::records;
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::spans::tokens;
use crate::source::Span;
use crate::source::node::Node;
use crate::wording::fixed_patterns;
use crate::words;

fixed_patterns! {
    /// "di Lingkungan Badan Contoh", up to what is no part of the name.
    INSIDE = r"(?i)(?-u:\b)(?:di|dalam|pada)\s+(?:lingkungan|lingkup)\s+([^,;.()]{4,160})";
    /// Where the name is over.
    OVER = r"(?i)\s(?:masa\s+jabatan|periode|tahun|untuk|atas\s+nama|tanggal|dan\s+(?:pemberhentian|pengangkatan))(?-u:\b)";
}

/// Sorts of institutions: two of one sort are two institutions where their names have no word in
/// common. A ministry is renamed with every cabinet, so it is none of them.
const SORTS: [&str; 22] = [
    "badan",
    "komisi",
    "dinas",
    "universitas",
    "institut",
    "politeknik",
    "akademi",
    "yayasan",
    "bank",
    "rumah",
    "lembaga",
    "mahkamah",
    "kejaksaan",
    "kepolisian",
    "perpustakaan",
    "arsip",
    "dewan",
    "otoritas",
    "ombudsman",
    "kabupaten",
    "kota",
    "provinsi",
];

/// Words that many names have.
const COMMON: [&str; 10] = [
    "dan",
    "nasional",
    "negara",
    "republik",
    "indonesia",
    "negeri",
    "daerah",
    "pusat",
    "sakit",
    "umum",
];

/// Every decree of a party that appoints inside another institution of the same sort.
pub(super) fn others(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for party in parties {
        let Some(own) = party.institution() else { continue };
        let titles: Vec<&str> = party.officials().filter_map(|one| one.word("jabatan")).collect();
        for (path, node) in records(scope, std::slice::from_ref(party)) {
            for key in ["tentang", "teks"] {
                let Some(text) = node.get(key).and_then(Node::str) else { continue };
                let Some(span) = place(text) else { continue };
                let said = text.get(span.clone()).unwrap_or_default();
                // The office itself may be in another institution than the party's.
                if !is_other(said, own) || titles.iter().any(|title| holds(title, said)) {
                    continue;
                }
                let hit = Hit::at(Place::within(path.key(key), span)).word("tertulis", said);
                let place = Place::value(party.path().key("lembaga"));
                hits.push(hit.word("seharusnya", own).see(place, words::check::introduced_here()));
            }
        }
    }
    hits
}

/// Where the name stands inside which somebody is appointed.
fn place(text: &str) -> Option<Span> {
    let found = INSIDE.captures(text)?.get(1)?;
    let end = OVER.find(found.as_str()).map_or(found.as_str().len(), |over| over.start());
    let name = found.as_str().get(..end)?.trim_end();
    Some(found.start()..found.start() + name.len())
}

fn words_of(text: &str) -> Vec<String> {
    tokens(text).map(|one| one.text.to_lowercase()).collect()
}

fn holds(text: &str, name: &str) -> bool {
    text.to_lowercase().contains(&name.to_lowercase())
}

/// Whether a name is that of another institution of the party's sort.
fn is_other(said: &str, own: &str) -> bool {
    let (said, own) = (words_of(said), words_of(own));
    let Some(sort) = said.iter().find(|word| *word != "pemerintah") else {
        return false;
    };
    let begins = own.iter().position(|word| word == sort);
    let (true, Some(at)) = (SORTS.contains(&sort.as_str()), begins) else {
        return false;
    };
    let telling = |words: &[String]| -> Vec<String> {
        let words =
            words.iter().filter(|word| *word != "pemerintah" && !COMMON.contains(&word.as_str()));
        words.skip(1).cloned().collect()
    };
    let (said, own) = (telling(&said), telling(own.get(at..).unwrap_or_default()));
    !said.is_empty() && !own.is_empty() && !said.iter().any(|word| own.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_institution_of_the_same_sort() {
        for (said, own) in [
            ("Badan Contoh Laut", "Badan Uji Udara"),
            ("Universitas Uji", "Universitas Contoh"),
            ("Pemerintah Kota Uji", "Dinas Sosial Kota Contoh"),
            ("Pemerintah Kabupaten Uji", "Pemerintah Kabupaten Contoh"),
        ] {
            assert!(is_other(said, own), "{said}");
        }
        for (said, own) in [
            ("Badan Contoh Udara", "Badan Contoh Udara"),
            ("Kementerian Hukum dan Hak Asasi Manusia", "Kantor Imigrasi Kelas I Contoh"),
            ("Direktorat Jenderal Pemasyarakatan", "Lembaga Pemasyarakatan Kelas IIA Contoh"),
            ("Pemerintah Provinsi Uji", "Pemerintah Kota Contoh"),
            ("Kementerian Hukum", "Kementerian Imigrasi dan Pemasyarakatan"),
            ("Yayasan Uji", "Politeknik Contoh"),
        ] {
            assert!(!is_other(said, own), "{said}");
        }
    }

    #[test]
    fn the_name_ends_where_it_ends() {
        let text = "Pengangkatan Rektor di Lingkungan Universitas Contoh Periode 2024-2028";
        assert_eq!(text.get(place(text).unwrap()), Some("Universitas Contoh"));
    }
}
