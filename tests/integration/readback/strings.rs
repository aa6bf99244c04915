//! Texts that break printing machines.

use naskah::draft::letters;

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

/// Every character that can be printed, each by itself and after a letter of its script.
pub fn repertoire() -> Vec<String> {
    let all: Vec<char> =
        ('\u{A0}'..='\u{FFFF}').filter(|c| letters::faults(&c.to_string()).is_empty()).collect();
    let mut texts = Vec::new();
    for part in all.chunks(40) {
        let arabic =
            part.iter().any(|c| matches!(c, '\u{600}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFC}'));
        let base = if arabic { 'ب' } else { 'o' };
        let words = part.iter().map(|c| format!("{base}{c}{base} {c}"));
        texts.push(words.collect::<Vec<_>>().join(" "));
    }
    texts
}
