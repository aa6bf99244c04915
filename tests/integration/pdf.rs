//! The documents read back with tools that share no code with their writer.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use naskah::inside::draft::{Draft, inline, value};
use naskah::inside::finding::Level;
use regex::Regex;
use serde_json::Value;

use crate::common::kinds::{Remarks, place};
use crate::common::{check, folder, naskah, python, root, run, run_in, snapshot};
use crate::desk::{self, Desk};

/// Every kind's smallest and fullest draft, printed once for all tests.
pub static PRINTED: LazyLock<Desk> = LazyLock::new(|| {
    let desk = Desk::kept("cetakan");
    desk.print(&["--out-dir", "hasil", "--record", "catatan.json"]).code(0);
    desk
});

fn pdfs() -> Vec<(String, PathBuf)> {
    let folder = PRINTED.path().join("hasil");
    desk::names().map(|name| (name.clone(), folder.join(format!("{name}.pdf")))).collect()
}

/// One JSON value a file, from a tool that prints one a line.
fn read(tool: &str, flags: &[&str], files: &[(String, PathBuf)]) -> BTreeMap<String, Value> {
    let args = flags
        .iter()
        .map(|flag| Path::new(*flag))
        .chain(files.iter().map(|(_, path)| path.as_path()));
    let output = python(tool, args);
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let values: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(values.len(), files.len());
    files.iter().map(|(name, _)| name.clone()).zip(values).collect()
}

/// The tagged blocks of every document, artifacts last.
pub static BLOCKS: LazyLock<BTreeMap<String, Value>> =
    LazyLock::new(|| read("baca_pdf.py", &["--json", "--artefak"], &pdfs()));

pub static FACTS: LazyLock<BTreeMap<String, Value>> =
    LazyLock::new(|| read("periksa_pdf.py", &[], &pdfs()));

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A document's draft, by the name of the document.
fn with_draft(name: &str, look: impl FnOnce(&Draft<'_>)) {
    let source =
        std::fs::read_to_string(PRINTED.path().join(format!("{name}.toml"))).expect("draft");
    let (_, checked) = check(&source);
    look(&checked.draft.expect("a draft"));
}

#[test]
fn an_independent_validator_finds_pdf_a_kept() {
    for (name, judged) in read("pdfa.py", &[], &pdfs()) {
        assert_eq!(judged["galat"], serde_json::json!([]), "{name}");
        assert_eq!(judged["tingkat"], "PDF/A-2A", "{name}");
    }
}

#[test]
fn the_validator_of_pdf_a_names_what_is_broken() {
    let broken = folder();
    let sound = PRINTED.path().join("hasil/nota-kesepahaman-lengkap.pdf");
    let output = python("pdfa.py", [Path::new("--rusak"), &sound, broken.path()]);
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let copies: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(copies.len() > 5, "{lines}");
    let files: Vec<(String, PathBuf)> = copies
        .iter()
        .map(|copy| text(&copy["nama"]))
        .map(|name| (name.to_owned(), broken.path().join(format!("{name}.pdf"))))
        .collect();
    let judged = read("pdfa.py", &[], &files);
    for copy in copies {
        let faults = list(&judged[text(&copy["nama"])]["galat"]);
        let seen = match copy["pasal"].as_str() {
            Some(clause) => faults.iter().any(|fault| text(fault).starts_with(clause)),
            None => faults.is_empty(),
        };
        assert!(seen, "{copy}: {faults:?}");
    }
}

#[test]
fn every_document_keeps_pdf_a_and_pdf_ua() {
    for (name, facts) in &*FACTS {
        assert_eq!(facts["galat"], serde_json::json!([]), "{name}");
        let xmp = &facts["xmp"];
        let standard =
            [&xmp["pdfaid:part"], &xmp["pdfaid:conformance"], &xmp["pdfuaid:part"]].map(text);
        assert_eq!(standard, ["2", "A", "1"], "{name}");
        assert_eq!(facts["profil"], serde_json::json!(["/GTS_PDFA1"]), "{name}");
        assert_eq!(
            (&facts["bertag"], &facts["tampil_judul"]),
            (&true.into(), &true.into()),
            "{name}"
        );
        assert_eq!(list(&facts["id"]).len(), 2, "{name}");
        let fonts = list(&facts["huruf"]);
        assert!(!fonts.is_empty());
        for font in fonts {
            assert!(font["tertanam"] == true && font["unicode"] == true, "{name}: {font}");
        }
        assert!(list(&facts["gambar"]).iter().all(|alt| !text(alt).is_empty()), "{name}: {facts}");
    }
}

#[test]
fn properties_come_from_the_draft() {
    for (name, facts) in &*FACTS {
        with_draft(name, |draft| {
            let title = naskah::inside::print::title(draft);
            assert_eq!(facts["judul"], title.as_str(), "{name}");
            assert_eq!(facts["xmp"]["dc:title"], title.as_str(), "{name}");
            let given = draft.text("nama_naskah").unwrap_or(&draft.kind.name).to_lowercase();
            assert!(title.to_lowercase().starts_with(&given), "{title}");
            assert_eq!(facts["bahasa"], draft.kind.language.code(), "{name}");
            let date = ["tanggal", "tarikh", "tanggal_pembuatan"]
                .iter()
                .find_map(|key| value::date(draft.root.get(key)?));
            // What has no date yet gets the same one on every machine.
            let date = date.or(chrono::NaiveDate::from_ymd_opt(2025, 1, 1)).expect("a date");
            assert_eq!(
                facts["tanggal"],
                format!("D:{}000000Z", date.to_string().replace('-', "")),
                "{name}"
            );
            for key in ["xmp:CreateDate", "xmp:ModifyDate"] {
                assert_eq!(facts["xmp"][key], format!("{date}T00:00:00+00:00"), "{name}");
            }
        });
    }
    let of = |key: &str| {
        FACTS.iter().map(|(name, facts)| (facts[key].to_string(), name)).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(of("id").len(), FACTS.len(), "an identifier of its own for every document");
}

/// What is heard of the shapes of a flow chart.
const SHAPES: [&str; 4] = ["Awal atau akhir", "Mula atau tamat", "Kegiatan", "Keputusan"];

#[test]
fn figures_say_what_the_draft_says_of_them() {
    for (name, facts) in &*FACTS {
        let source =
            std::fs::read_to_string(PRINTED.path().join(format!("{name}.toml"))).expect("draft");
        let mut expected: Vec<&str> =
            PICTURE.captures_iter(&source).filter_map(|c| Some(c.get(1)?.as_str())).collect();
        let mut figures: Vec<&str> = list(&facts["gambar"]).iter().map(text).collect();
        // The shapes of a flow chart are the program's own.
        figures.retain(|alt| !SHAPES.contains(alt));
        // The cover repeats the pictures of the first page.
        figures.sort_unstable();
        figures.dedup();
        expected.sort_unstable();
        expected.dedup();
        assert_eq!(figures, expected, "{name}");
    }
}

#[test]
fn bookmarks_lead_to_every_article_and_heading() {
    for (name, facts) in &*FACTS {
        let marks: Vec<(u64, &str)> = list(&facts["penanda"])
            .iter()
            .map(|mark| (mark[0].as_u64().unwrap_or_default(), text(&mark[1])))
            .collect();
        assert_eq!(marks[0].0, 1, "{name}");
        assert!(marks.iter().all(|(_, title)| !title.trim().is_empty()), "{name}: {marks:?}");
        // No level is left out on the way down.
        assert!(marks.windows(2).all(|pair| pair[1].0 <= pair[0].0 + 1), "{name}: {marks:?}");
        with_draft(name, |draft| {
            let titles: Vec<&str> = marks.iter().map(|(_, title)| *title).collect();
            match draft.kind.family.as_deref() {
                Some("naskah-kerja-sama") => {
                    let articles: Vec<&&str> =
                        titles.iter().filter(|title| title.starts_with("Pasal ")).collect();
                    assert_eq!(articles.len(), draft.outline.sections.len(), "{titles:?}");
                    for (at, title) in articles.iter().enumerate() {
                        let number = format!("Pasal {}", at + 1);
                        assert!(
                            **title == number || title.starts_with(&format!("{number} ")),
                            "{titles:?}"
                        );
                    }
                }
                _ if draft.kind.id == "memorandum-jemaah-menteri" => {
                    for heading in ["TUJUAN", "LATAR BELAKANG", "SYOR"] {
                        assert!(titles.iter().any(|title| title.ends_with(heading)), "{titles:?}");
                    }
                }
                _ => {}
            }
        });
    }
}

/// What a person can compare: no blanks, no hyphens, no difference of case.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

static MARKER: LazyLock<Regex> = LazyLock::new(|| {
    let marker = r"^\s*(?:\((?:[0-9]+|[a-z]+)\)|[0-9]+\)|[a-z]+\)|[0-9]+\.|[a-z]\.|##)\s+";
    Regex::new(marker).expect("pattern")
});
static REFERENCE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\{pasal:[^}]*\}").expect("pattern"));
static PICTURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"berkas = "[^"]+", keterangan = "([^"]+)""#).expect("pattern"));

/// The pieces of a field's text that are printed as they stand: without markers at the head of lines
/// and without references, which become numbers.
fn pieces(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = MARKER.replace(line, "");
        found.extend(REFERENCE.split(&line).map(|part| bare(&inline::plain(part))));
    }
    found.retain(|piece| !piece.is_empty());
    found
}

#[test]
fn every_text_of_the_draft_is_in_the_document() {
    let mut missing = String::new();
    for (name, blocks) in &*BLOCKS {
        let mut printed = String::new();
        for block in list(blocks) {
            printed.push_str(&bare(text(&block["teks"])));
            printed.push_str(&bare(text(&block["alt"])));
            printed.push('\n');
        }
        let joined = printed.replace('\n', "");
        with_draft(name, |draft| {
            // What a draft only records of other documents, for the checks.
            let recorded = Remarks::on(draft.kind).unprinted;
            let texts = draft.texts();
            let texts = texts.iter().map(|(path, text)| (path.to_string(), *text));
            for (path, text) in texts.filter(|(path, _)| !recorded.contains(&place(path))) {
                // The pieces of one text follow each other.
                let mut rest = joined.as_str();
                for piece in pieces(text) {
                    match rest.find(&piece) {
                        Some(at) => rest = &rest[at + piece.len()..],
                        None => {
                            let _ = writeln!(missing, "{name}: {path}: {piece}");
                        }
                    }
                }
            }
        });
    }
    assert!(missing.is_empty(), "\n{missing}");
}

/// An amount that goes on in the next line is read wrong: a column gives its number the room.
#[test]
fn numbers_in_tables_stand_in_one_line() {
    let folder = folder();
    let rows = "[\"Layanan keliling di kecamatan kepulauan dengan kapal pemerintah kota\", \
                \"Rp12.345.678.900,00\", \"Dibebankan pada anggaran pendapatan dan belanja daerah\", \
                \"Disalurkan setiap triwulan setelah laporan diterima dan diperiksa\"]";
    let own = format!(
        "\n[[lampiran]]\njudul = \"Rincian\"\n[[lampiran.tabel]]\n\
         kolom = [\"Kegiatan\", \"Anggaran\", \"Pembebanan\", \"Keterangan\"]\nbaris = [{rows}]\n\
         [[lampiran.tabel]]\nkolom = [\"A\", \"B\"]\nlebar = [0, 0]\nbaris = [[\"x\", \"y\"]]\n"
    );
    let full = root().join("samples/perjanjian-kerja-sama/lengkap.toml");
    let draft = std::fs::read_to_string(full).expect("sample") + &own;
    std::fs::write(folder.path().join("draf.toml"), draft).expect("draft");
    run_in(folder.path(), "render draf.toml -o naskah.pdf").code(0);
    let words = read("kata_pdf.py", &[], &[(String::new(), folder.path().join("naskah.pdf"))]);
    let words: Vec<&str> = words.values().flat_map(|words| list(words).iter().map(text)).collect();
    let amounts: Vec<&&str> = words.iter().filter(|word| word.starts_with("Rp1")).collect();
    assert!(amounts.len() >= 5, "{amounts:?}");
    for amount in ["Rp12.345.678.900,00", "Rp120.000.000,00", "Rp18.500.000,00"] {
        assert!(words.contains(&amount), "{amount}: {amounts:?}");
    }
}

#[test]
fn layouts_are_as_they_were() {
    for (name, blocks) in &*BLOCKS {
        let mut dump = String::new();
        for (at, size) in list(&FACTS[name]["halaman"]).iter().enumerate() {
            let page = at + 1;
            let _ = writeln!(dump, "halaman {page}: {} x {}", size[0], size[1]);
            for block in list(blocks).iter().filter(|block| block["halaman"] == page) {
                let path = text(&block["jalur"]);
                let path = path.strip_prefix("Document/").unwrap_or(path);
                let alt =
                    block.get("alt").map_or_else(String::new, |alt| format!(" [{}]", text(alt)));
                let _ = writeln!(dump, "  {path}: {}{alt}", short(text(&block["teks"])));
            }
        }
        snapshot(&format!("tata-letak-{name}"), &dump);
    }
}

/// The beginning and the end of a text, soft hyphens shown.
fn short(text: &str) -> String {
    let shown: Vec<char> = text.trim_end().replace('\u{ad}', "").chars().collect();
    match shown.len() {
        0..=80 => shown.iter().collect(),
        length => {
            let (head, tail) = (&shown[..50], &shown[length - 20..]);
            format!(
                "{} … {} ({length})",
                head.iter().collect::<String>(),
                tail.iter().collect::<String>()
            )
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_a_document_on_none() {
    let desk = Desk::new();
    desk.print(&["--draft", "--out-dir", "hasil"]).code(0);
    let files: Vec<(String, PathBuf)> = desk::names()
        .map(|name| (name.clone(), desk.path().join("hasil").join(format!("{name}.pdf"))))
        .collect();
    let drafts = read("baca_pdf.py", &["--json", "--artefak"], &files);
    for (name, facts) in &*FACTS {
        let word = if facts["bahasa"] == "ms" { "DRAF" } else { "RANCANGAN" };
        let marked = |blocks: &Value, page: usize| {
            let marks = list(blocks)
                .iter()
                .filter(|block| block["tag"] == "Artifact" && block["halaman"] == page);
            marks.filter(|block| text(&block["teks"]).contains(word)).count()
        };
        for page in 1..=list(&facts["halaman"]).len() {
            assert!(marked(&drafts[name], page) > 0, "{name}, halaman {page}: tanpa {word}");
            assert_eq!(marked(&BLOCKS[name], page), 0, "{name}, halaman {page}");
        }
        // The mark is no content: an assistive reader hears the same text.
        let content = |blocks: &Value| {
            let blocks = list(blocks).iter().filter(|block| block["tag"] != "Artifact");
            blocks.map(|block| text(&block["teks"]).to_owned()).collect::<String>()
        };
        assert_eq!(content(&drafts[name]), content(&BLOCKS[name]), "{name}");
    }
}

#[test]
fn a_draft_with_errors_is_printed_only_with_the_mark() {
    let folder = folder();
    let is_faulty = |path: &PathBuf| {
        let (_, checked) = check(&std::fs::read_to_string(path).expect("sample"));
        checked.findings.iter().any(|finding| finding.level == Level::Error)
    };
    let mut faulty = crate::common::sample_drafts();
    faulty.retain(is_faulty);
    assert!(faulty.len() > 30, "{}", faulty.len());
    let run = run(naskah(["render", "--out-dir"]).arg(folder.path()).args(&faulty)).code(1);
    let said = run.err.replace("masih mempunyai ralat", "masih mempunyai galat");
    let refused = "draf masih mempunyai galat dan tidak dicetak";
    let parts: Vec<&str> = said.split(refused).skip(1).collect();
    assert_eq!(parts.len(), faulty.len(), "{}", run.err);
    for (part, path) in parts.iter().zip(&faulty) {
        let place = part.lines().nth(1).unwrap_or_default();
        assert!(place.contains(&*path.to_string_lossy()), "{}: {part}", path.display());
    }
    assert_eq!(crate::common::names(folder.path()), Vec::<String>::new());
}

#[test]
fn other_standards_are_kept_when_asked_for() {
    let desk = folder();
    std::fs::copy(root().join("tests/data/cli/bersih.toml"), desk.path().join("draf.toml"))
        .expect("draft");
    let mut files = Vec::new();
    for standard in ["a-2b", "a-3a,ua-1", "1.7", "ua-1"] {
        let target = desk.path().join(format!("{standard}.pdf"));
        let args = format!("render draf.toml --pdf-standard {standard} -o {}", target.display());
        run_in(desk.path(), &args).code(0);
        files.push((standard.to_owned(), target));
    }
    let facts = read("periksa_pdf.py", &[], &files);
    let of = |name: &str| {
        let xmp = &facts[name]["xmp"];
        [text(&xmp["pdfaid:part"]), text(&xmp["pdfaid:conformance"]), text(&xmp["pdfuaid:part"])]
            .join(" ")
    };
    assert_eq!(
        [of("a-2b"), of("a-3a,ua-1"), of("1.7"), of("ua-1")],
        ["2 B ", "3 A 1", "  ", "  1"]
    );
}
