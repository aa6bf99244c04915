//! Texts that break printing machines.

use naskah::inside::draft::letters;

use crate::common::root;

/// Other people's and our own; none twice, none that says nothing.
pub fn hostile() -> Vec<String> {
    let mut all = own();
    all.extend(blns());
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|text| !text.trim().is_empty() && seen.insert(text.clone()));
    all
}

/// The Big List of Naughty Strings.
pub fn blns() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("tests/data/blns.json")).expect("blns.json");
    serde_json::from_str(&text).expect("a list of strings")
}

/// `ganas.txt`: a TOML string a line.
pub fn own() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("tests/data/ganas.txt")).expect("ganas.txt");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let table: toml::Table =
                toml::from_str(&format!("x = {line}")).unwrap_or_else(|e| panic!("{line}: {e}"));
            table["x"].as_str().expect("a string").to_owned()
        })
        .collect()
}

/// A text with one of every danger, short enough for every field.
pub fn mixture() -> String {
    let parts = [
        r##"*b* _i_ `k` $x$ #x "q" 'p' \n \u{41} -- ..."##,
        "{{ a }} {% b %} {x:y} {miring:i}{tebal:b}",
        "m\u{304} s\u{331}\u{323} \u{1E6D} \u{E9}e\u{301} ﬁ",
        "نوتا محمد بن علي (٢) بِسْمِ",
        "a\u{A0}b  c",
    ];
    parts.join(" ")
}

/// Every character that can be printed, each by itself and after a letter of its script.
pub fn repertoire() -> Vec<String> {
    let right = |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    let word = |c: char| {
        let base = if right(c) { 'ب' } else { 'o' };
        let whole = [format!("{base}{c}{base} {c}"), format!("{base}{c}{base}")];
        whole.into_iter().find(|word| letters::faults(word).is_empty())
    };
    let words: Vec<String> = ('!'..='\u{FFFF}').filter_map(word).collect();
    words.chunks(40).map(|part| part.join(" ")).collect()
}

/// A word of many characters, of one kind or another.
pub fn long_word(number: usize, length: usize) -> String {
    let parts = ["a", "WM", "kata", "m\u{304}", "\u{1E43}\u{E9}", "x.y/z", "0"];
    let part = parts[number % parts.len()];
    // No two fields say the same, since equal ones may be printed once.
    let letters = format!("{number}{part}").chars().take(8).collect::<String>();
    // A full stop at the end would be taken for that of the sentence around the field.
    let word: String = letters.chars().chain(part.chars().cycle()).take(length).collect();
    word.trim_end_matches('.').to_owned()
}
