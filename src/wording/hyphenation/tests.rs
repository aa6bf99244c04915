//! The divisions against the words of the field, the examples of the rules, and hostile input.

use super::bases::{self, MARGIN, SHORTEST};
use super::division_places;
use super::syllables::PAIRS;

/// Words with their divisions and their formation; `tests/tools/penggal.py` forms and divides them
/// in a way of its own.
static WORDS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/penggal.tsv"));

/// The fields of each line: word, divisions, formation.
fn words() -> impl Iterator<Item = [&'static str; 3]> {
    WORDS.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        fields.try_into().expect("three fields a line")
    })
}

fn divided(word: &str) -> String {
    let places = division_places(word);
    let letters = word.char_indices();
    letters.map(|(at, c)| format!("{}{c}", if places.contains(&at) { "-" } else { "" })).collect()
}

/// The letters before and after every place of every word that the project knows.
fn sides() -> Vec<(String, String)> {
    let bases = bases::lines().map(|line| line.replace(['+', '-'], ""));
    let known = words().map(|[word, ..]| word.to_owned()).chain(bases);
    known.flat_map(|word| sides_of(&word)).collect()
}

fn sides_of(word: &str) -> Vec<(String, String)> {
    let places = division_places(word).into_iter();
    places.map(|at| (word[..at].to_owned(), word[at..].to_owned())).collect()
}

#[test]
fn words_of_the_field() {
    for [word, expected, _] in words() {
        assert_eq!(divided(word), expected, "{word}");
    }
    let derived = words().filter(|[.., formation]| formation.contains(['+', '&'])).count();
    assert!(derived >= 2_000, "{derived}");
}

/// EYD V "Pemenggalan Kata" 2 and 3; a part shorter than `SHORTEST` stays whole.
#[test]
fn examples_of_eyd() {
    let affixes = "ber-jalan di-ambil ke-kasih mem-bantu peng-intai per-buat se-buah ter-bawa \
                   letak-kan makan-an ke-kuat-an me-rasa-kan per-buat-an di-per-jual-beli-kan \
                   per-tanggung-jawab-kan mem-per-tanggung-jawab-kan non-aktif swa-foto pergi-lah";
    let changed = "me-makai me-ngunci me-nutup me-nyapu pe-mikir pe-ngarang pe-nolong pe-nyebut";
    let no_letter_alone = "itu meng-akhiri";
    let parts = "bio-grafi bio-data foto-grafi foto-kopi intro-speksi intro-jeksi kilo-gram \
                 kilo-meter pasca-panen pasca-sarjana";
    for expected in
        [affixes, changed, no_letter_alone, parts].into_iter().flat_map(str::split_whitespace)
    {
        assert_eq!(divided(&expected.replace('-', "")), expected);
    }
}

/// *Pedoman Umum Ejaan Rumi Bahasa Melayu*, and words of Malaysian documents formed alike.
#[test]
fn examples_in_malay() {
    for expected in [
        "ke-takut-an",
        "me-menuhi",
        "per-tunjuk-an",
        "pem-proses-an",
        "ter-angkat",
        "pe-nguat-kuasa-an",
        "ke-se-faham-an",
        "penge-syor-an",
        "di-ke-muka-kan",
        "setia-usaha",
    ] {
        assert_eq!(divided(&expected.replace('-', "")), expected);
    }
}

/// Found on printed pages once: "kei-migrasian", "penega-kan", "permoho-nan", "keua-ngan".
#[test]
fn what_the_pages_had_wrong() {
    for expected in [
        "ke-imigrasi-an",
        "pe-negak-an",
        "per-mohon-an",
        "per-ubah-an",
        "kunjung-an",
        "ter-akhir",
        "jaring-an",
        "per-panjang-an",
        "ke-uang-an",
        "ke-lanjut-an",
        "pem-buat-an",
        "ke-aman-an",
    ] {
        assert_eq!(divided(&expected.replace('-', "")), expected);
    }
}

#[test]
fn a_word_is_divided_only_where_its_readings_agree() {
    // "emas" or "kemas", "tik" or "ketik", "las" or "kelas".
    assert_eq!(divided("mengemas"), "mengemas");
    assert_eq!(divided("mengetik"), "mengetik");
    assert_eq!(divided("pengelasan"), "pengelas-an");
}

#[test]
fn no_place_leaves_a_letter_alone() {
    for (before, after) in sides() {
        assert!(before.len() > 1 && after.len() > 1, "{before}-{after}");
    }
}

/// Where the two letters of a sound meet by chance, a prefix ends between them, or "wira" and "tata"
/// meet "usaha".
#[test]
fn no_place_is_inside_a_sound() {
    const PREFIXES: [&str; 7] = ["ke", "meng", "nye", "peng", "re", "se", "tidak"];
    for (before, after) in sides() {
        let meet = [&before[before.len() - 1..], &after[..1]].concat();
        let prefixed = PREFIXES.iter().any(|prefix| before.ends_with(prefix));
        let apart = prefixed || after.starts_with("usaha");
        assert!(!PAIRS.contains(&meet.as_str()) || apart, "{before}-{after}");
    }
}

#[test]
fn ending_i_stays_with_its_base() {
    for word in ["mengawasi", "disepakati", "menyelenggarai", "melampauinya"] {
        let places = division_places(word);
        let i = word.find("inya").unwrap_or(word.len() - 1);
        assert!(!places.is_empty() && !places.contains(&i), "{}", divided(word));
    }
}

#[test]
fn names_foreign_words_and_other_characters_stay_whole() {
    for word in [
        "",
        "a",
        "Pemasyarakatan",
        "KEIMIGRASIAN",
        "perjanjian2026",
        "12345678",
        "undang-undang",
        "dan/atau",
        "étéétété",
        "surakarta",
        "sulistyaningrum",
        "implementation",
        "stakeholder",
        "cooperation",
        "perjanjian\u{AD}",
        "perjan jian",
    ] {
        assert!(division_places(word).is_empty(), "{word}");
    }
}

#[test]
fn long_input_is_no_word() {
    for length in [62, 63, 64, 65, 10_000] {
        assert!(division_places(&"ke".repeat(length / 2)).is_empty(), "{length}");
        assert!(division_places(&"perber".repeat(length / 6)).is_empty(), "{length}");
    }
}

#[test]
fn list_is_in_order_and_without_useless_marks() {
    let mut last = String::new();
    for line in bases::lines() {
        let letters = line.replace(['+', '-'], "");
        assert!(letters > last, "{line} after {last}");
        assert!(letters.bytes().all(|b| b.is_ascii_lowercase()), "{line}");
        for part in line.split('+') {
            let lengths: Vec<usize> = part.split('-').map(str::len).collect();
            assert!(!part.is_empty() && lengths.iter().all(|length| *length > 0), "{line}");
            let sides = lengths.first().min(lengths.last());
            let marked = lengths.len() > 1;
            assert!(!marked || lengths.iter().sum::<usize>() >= SHORTEST, "{line}");
            assert!(!marked || sides.is_some_and(|side| *side >= MARGIN), "{line}");
        }
        last = letters;
    }
}
