//! Where words stand on paper, in drafts that strain the layout: nothing over anything else, nothing
//! parted that belongs together.

use std::path::Path;

use crate::common::{folder, python, root, run_in};

/// A word with its page and its box, in points from the upper left corner.
struct Word {
    page: u64,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

impl Word {
    fn read(value: &serde_json::Value) -> Self {
        let side = |at: usize| value[at].as_f64().expect("a side");
        Self {
            page: value[0].as_u64().expect("a page"),
            left: side(1),
            top: side(2),
            right: side(3),
            bottom: side(4),
            text: value[5].as_str().expect("a word").to_owned(),
        }
    }

    /// Whether it lies over another, by more than what boxes of neighbouring lines share.
    fn covers(&self, other: &Self) -> bool {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        let least = (self.bottom - self.top).min(other.bottom - other.top);
        self.page == other.page && wide > 1.0 && high > 0.5 * least
    }
}

/// The words of a draft, as it is printed.
fn printed(draft: &str) -> Vec<Word> {
    let folder = folder();
    std::fs::write(folder.path().join("draf.toml"), draft).expect("draft");
    run_in(folder.path(), "render draf.toml -o naskah.pdf").code(0);
    let output = python("kata_pdf.py", [Path::new("--letak"), &folder.path().join("naskah.pdf")]);
    let words: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    words.as_array().expect("words").iter().map(Word::read).collect()
}

fn sample(name: &str) -> String {
    let path = root().join("samples").join(name);
    std::fs::read_to_string(path).expect("sample")
}

#[track_caller]
fn assert_apart(words: &[Word]) {
    let pairs = words.iter().enumerate().flat_map(|(at, one)| {
        words[at + 1..].iter().filter(|other| one.covers(other)).map(move |other| (one, other))
    });
    let found: Vec<String> =
        pairs.map(|(a, b)| format!("{}: {} / {}", a.page, a.text, b.text)).collect();
    assert!(words.len() > 20 && found.is_empty(), "{found:?}");
}

fn place<'a>(words: &'a [Word], text: &str) -> &'a Word {
    words.iter().find(|word| word.text == text).unwrap_or_else(|| panic!("{text}"))
}

/// How often words follow each other in one line.
fn in_lines(words: &[Word], text: &str) -> usize {
    let parts: Vec<&str> = text.split(' ').collect();
    let runs = words.windows(parts.len()).filter(|run| {
        run.iter().map(|word| word.text.as_str()).eq(parts.iter().copied())
            && run.iter().all(|word| word.page == run[0].page && word.top == run[0].top)
    });
    runs.count()
}

#[test]
fn a_signature_never_lies_over_the_last_row() {
    // The last row alone has room on a page; with the signature below it has not.
    for times in [100, 118, 125, 140, 158] {
        let row = format!("urgensi = \"{}tamat\"", "kata ".repeat(times));
        let draft = sample("perencanaan-kerja-sama/satu-baris.toml");
        let lines = draft.lines();
        let draft: Vec<&str> = lines
            .map(|line| if line.trim_start().starts_with("urgensi") { &row } else { line })
            .collect();
        let words = printed(&draft.join("\n"));
        assert_apart(&words);
        let (last, signed) = (place(&words, "tamat"), place(&words, "LINDA"));
        assert_eq!(last.page, signed.page, "{times}");
        assert!(last.bottom < signed.top, "{times}");
    }
}

#[test]
fn a_name_of_one_long_word_keeps_to_its_column() {
    let draft = sample("perjanjian-kerja-sama/lengkap.toml");
    let (first, second) = ("Dr. RATNA WULANDARI, S.H., M.H.", "Ir. BAMBANG SETIAWAN, M.Si.");
    assert!(draft.contains(first) && draft.contains(second));
    let draft = draft.replace(first, "TIRTOHADIKUSUMONINGRAT");
    assert_apart(&printed(&draft.replace(second, "KUSUMOHADININGRATSURYANEGARA, S.H.")));
}

fn with_table(table: &str) -> String {
    format!(
        "{}\n[[lampiran]]\njudul = \"Rincian\"\n[[lampiran.tabel]]\n{table}\n",
        sample("perjanjian-kerja-sama/lengkap.toml")
    )
}

#[test]
fn columns_without_room_do_not_lie_over_each_other() {
    let heads = |n: usize| (1..=n).map(|i| format!("\"Tahun {i}\"")).collect::<Vec<_>>().join(", ");
    let cells = |n: usize| (1..=n).map(|_| "\"Rp1.150.000.000,00\"").collect::<Vec<_>>().join(", ");
    for count in [5, 6, 14] {
        let (heads, cells) = (heads(count), cells(count));
        let table = format!("kolom = [\"No.\", {heads}]\nbaris = [[\"1\", {cells}]]");
        let words = printed(&with_table(&table));
        assert_apart(&words);
        let whole = words.iter().filter(|word| word.text == "Rp1.150.000.000,00").count();
        assert_eq!(whole, if count == 5 { 5 } else { 0 }, "{count}");
    }
}

#[test]
fn words_in_cells_are_not_cut_where_they_have_room() {
    let text = "Pertanggungjawaban pelaksanaan penyelenggaraan kewarganegaraan menurut peraturan \
                perundang-undangan dan pendokumentasian penyelenggaraan kegiatan keimigrasian";
    let table = format!(
        "kolom = [\"No.\", \"Kegiatan\", \"Unit\"]\nbaris = [[\"1\", \"{text}\", \"{text}\"]]"
    );
    let words = printed(&with_table(&table));
    for word in text.split(' ').filter(|word| !word.contains('-')) {
        assert!(words.iter().filter(|printed| printed.text == word).count() >= 2, "{word}");
    }
}

#[test]
fn numbers_stand_below_each_other() {
    let table = "kolom = [\"No.\", \"Kegiatan\", \"Anggaran\"]\n\
                 baris = [[\"1\", \"Satu\", \"Rp1.000,00\"], [\"2\", \"Dua\", \"Rp22.000.000,00\"]]";
    let words = printed(&with_table(table));
    let (one, two) = (place(&words, "Rp1.000,00"), place(&words, "Rp22.000.000,00"));
    assert!((one.right - two.right).abs() < 0.6, "{} {}", one.right, two.right);
}

#[test]
fn references_and_dates_stay_in_one_line() {
    // Lines end everywhere among the words, since those before them grow by a letter each time.
    let text = |extra: usize| {
        format!(
            "Ketentuan {} sebagaimana dimaksud pada kesempatan ini menurut Pasal 3 dan ayat (2) huruf b \
             berlaku sampai dengan tanggal 28 September 2028 untuk 14 (empat belas) hari.",
            "la".repeat(extra)
        )
    };
    let texts: Vec<String> = (1..=20).map(text).collect();
    let own =
        format!("\n[[lampiran]]\njudul = \"Uji\"\nisi = \"\"\"\n{}\n\"\"\"\n", texts.join("\n\n"));
    let words = printed(&(sample("perjanjian-kerja-sama/lengkap.toml") + &own));
    for whole in ["Pasal 3", "ayat (2)", "huruf b", "28 September 2028", "14 (empat"] {
        assert!(in_lines(&words, whole) >= 20, "{whole}: {}", in_lines(&words, whole));
    }
}
