//! What a screen reader hears: lines that stand below each other are parted in the tags as well.

use naskah::inside::draft::inline;
use serde_json::Value;

use crate::common::check;
use crate::pdf::{BLOCKS, FACTS, PRINTED};

struct Block {
    /// `Document/H2/P`
    path: String,
    text: String,
}

/// The tagged blocks of a document, without artifacts.
fn blocks(read: &Value) -> Vec<Block> {
    let part = |block: &Value, key: &str| block[key].as_str().unwrap_or_default().to_owned();
    let all = read.as_array().expect("blocks").iter().filter(|block| block["tag"] != "Artifact");
    all.map(|block| Block {
        path: part(block, "jalur"),
        text: part(block, "teks").replace('\u{ad}', "").trim().to_owned(),
    })
    .collect()
}

/// A text as it is heard: blanks of any sort part words.
fn heard(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every heading, its cells joined by a blank, as a reader joins blocks.
fn headings(blocks: &[Block]) -> Vec<String> {
    let level = |block: &Block| block.path.split('/').any(|tag| matches!(tag, "H1" | "H2" | "H3"));
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for block in blocks {
        let cell = block.path.contains("/Div/Div");
        match (level(block), found.last_mut()) {
            (true, Some(last)) if inside && cell && !is_number(&block.text) => {
                last.push_str(&format!(" {}", block.text));
            }
            (true, _) => found.push(block.text.clone()),
            (false, _) => {}
        }
        inside = level(block);
    }
    found.iter().map(|text| heard(text)).collect()
}

/// The number that begins a part of a memorandum.
fn is_number(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
}

#[test]
fn nothing_stands_outside_a_paragraph_heading_list_or_cell() {
    for (name, read) in &*BLOCKS {
        for block in blocks(read) {
            let tags: Vec<&str> = block.path.split('/').collect();
            let home = tags.iter().rev().find(|tag| !matches!(**tag, "Span" | "Em" | "Strong"));
            let homeless = matches!(home, None | Some(&"Document" | &"Sect" | &"Part"));
            assert!(!homeless, "{name}: {}: {}", block.path, block.text);
        }
    }
}

#[test]
fn headings_are_heard_as_their_bookmarks_are_read() {
    for (name, read) in &*BLOCKS {
        let marks = FACTS[name]["penanda"].as_array().expect("bookmarks");
        let marks = marks.iter().map(|mark| heard(mark[1].as_str().unwrap_or_default()));
        assert_eq!(headings(&blocks(read)), marks.collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn every_line_of_a_title_is_a_paragraph() {
    let mut titles = 0;
    for (name, read) in &*BLOCKS {
        let blocks = blocks(read);
        let alone = |text: &str| blocks.iter().any(|block| block.text == text);
        titles += with_texts(name, |path, text| {
            let title = matches!(path, "judul" | "tajuk" | "kementerian")
                || (path.starts_with("kop.lembaga") || path.ends_with(".nama_judul"));
            assert!(!title || alone(text) || alone(&text.to_uppercase()), "{name}: {path}: {text}");
            title
        });
        if name.starts_with("nota-kesepahaman") || name.starts_with("perjanjian") {
            for word in ["ANTARA", "DAN", "TENTANG"] {
                assert!(alone(word), "{name}: {word}");
            }
        }
    }
    assert!(titles > BLOCKS.len(), "only {titles}");
}

/// The keys under which those stand who sign.
const SIGNERS: [&str; 8] =
    ["pejabat", "menteri", "pimpinan", "notulis", "pertama", "kedua", "pegawai", "penerima"];

#[test]
fn every_line_of_a_signature_is_a_paragraph() {
    let mut signers = 0;
    for (name, read) in &*BLOCKS {
        let blocks = blocks(read);
        signers += with_texts(name, |path, text| {
            let place = path.rsplit_once('.');
            let signer = place.is_some_and(|(home, key)| {
                key == "nama" && SIGNERS.iter().any(|who| home.contains(who))
            });
            let forms =
                [text.to_owned(), format!("({text})"), format!("({})", text.to_uppercase())];
            let alone = || blocks.iter().any(|b| forms.contains(&b.text));
            assert!(!signer || alone(), "{name}: {path}: {text}");
            signer
        });
    }
    assert!(signers > BLOCKS.len(), "only {signers}");
}

/// Looks at every text of a document's draft with its path, and counts those that it was meant for.
fn with_texts(name: &str, look: impl Fn(&str, &str) -> bool) -> usize {
    let path = PRINTED.path().join(format!("{name}.toml"));
    let (_, checked) = check(&std::fs::read_to_string(path).expect("draft"));
    let draft = checked.draft.expect("a draft");
    let texts = draft.texts().into_iter();
    texts.filter(|(path, text)| look(&path.to_string(), &inline::plain(text))).count()
}
