//! `--fix`: what has one right answer is mended in place, and nothing else is touched.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use naskah::inside::finding::Fix;
use naskah::inside::wording::{self, Bahasa};
use naskah::session::{ConfigChoice, Mending, Options, Session, Text};

use crate::common::{CATALOG, check, program, root, sample_drafts, toml_files};

/// A sound draft with one fault of every kind that has a fix.
fn faulty() -> String {
    let text = CATALOG.file("perjanjian-kerja-sama/contoh.toml").expect("contoh.toml");
    let text = text.replacen("judul ", "koordinasii = []  # komentar tetap\njudul ", 1);
    text.replacen("\"pemerintah-daerah\"", "'pemerintah-derah'  # juga ini", 1)
        + "\n[kerahasiaan]\nisi = \"\"\"\n\
           (1) Berlaku sejak Kamis, 2 Maret 2026 selama 3 (DUA) bulan.\n\
           (2) Senilai Rp2.000.000,00 (Dua Juta Lima rupiah) sejak Senin 3 Nopember 2025.\n\
           (3) Pada hari Senin tanggal dua bulan Maret tahun dua ribu dua puluh lima (02-03-2026).\n\
           (4) Menurut {Pasal:tujuan} dan {pasal:ruang lingkup} sejak Senin, 2 Pebruari 2026.\n\
           (5) Dengan tanda hubung\u{ad} lunak.\n\
           (6) Rp2.000.000.000,00 (dua milyar rupiah).\n\
           (7) Tanggal 5 Pebruari 2026 dan 3 Djuni 2026.\n\"\"\"\n"
}

fn fixes(text: &str, unsafe_too: bool) -> Vec<(String, Fix)> {
    let (_, checked) = check(text);
    let found = checked.findings.into_iter();
    found
        .filter_map(|finding| Some((finding.rule.to_string(), finding.fix?)))
        .filter(|(_, fix)| fix.safe || unsafe_too)
        .collect()
}

/// The text with every fix made, until none is left.
fn mended(text: &str, unsafe_too: bool) -> String {
    let session = Session::new(Options { config: ConfigChoice::Isolated, ..Options::default() });
    let mending = if unsafe_too { Mending::All } else { Mending::Safe };
    let text = Text::unsaved("draf.toml".as_ref(), text);
    let rounds: Vec<_> = session.rounds(&text, mending).expect("no configuration").collect();
    assert!(rounds.len() < 20, "never comes to rest:\n{}", text.source.text());
    rounds.last().map_or(&text, |round| &round.after).source.text().to_owned()
}

#[test]
fn every_kind_of_fix() {
    let text = faulty();
    let (new, all) = (mended(&text, false), mended(&text, true));
    for (wrong, right) in [
        ("'pemerintah-derah'  # juga ini", "'pemerintah-daerah'  # juga ini"),
        ("Nopember", "November"),
        ("{Pasal:tujuan}", "{pasal:tujuan}"),
        ("{pasal:ruang lingkup}", "{pasal:ruang_lingkup}"),
        ("Pebruari", "Februari"),
        ("hubung\u{ad} lunak", "hubung lunak"),
        ("dua milyar rupiah", "dua miliar rupiah"),
        ("5 Pebruari", "5 Februari"),
        ("3 Djuni", "3 Juni"),
    ] {
        assert!(text.contains(wrong), "{wrong}");
        assert!(new.contains(right), "{right}:\n{new}");
    }
    // Two statements contradict each other: which is right, nobody but the writer knows.
    for (wrong, right) in [
        ("sejak Kamis, 2 Maret", "sejak Senin, 2 Maret"),
        ("3 (DUA) bulan", "3 (TIGA) bulan"),
        ("(Dua Juta Lima rupiah)", "(Dua Juta rupiah)"),
        ("dua puluh lima (02", "dua puluh enam (02"),
    ] {
        assert!(text.contains(wrong) && new.contains(wrong), "{wrong}:\n{new}");
        assert!(all.contains(right), "{right}:\n{all}");
    }
    // Two keys are as near as each other: the writer decides.
    assert!(new.contains("koordinasii = []"), "{new}");
    assert!(new.contains("# komentar tetap"));
    let changed = text.lines().zip(new.lines()).filter(|(old, new)| old != new).count();
    assert_eq!((text.lines().count(), changed), (new.lines().count(), 6));
    assert_eq!(statements(&new), statements(&text));
}

#[test]
fn keys_are_mended_only_where_they_are_one() {
    let base = CATALOG.file("nota-dinas/contoh.toml").expect("contoh.toml");
    assert!(mended(&base.replacen("[pejabat]", "[pejabt]", 1), false).contains("[pejabat]"));
    assert!(mended(&base.replacen("jabatan", "jabatn", 1), false).contains("jabatan"));
    // The right key is there already, so the other is no slip of it.
    let double = base.replacen("nomor ", "nmor = \"x\"\nnomor ", 1);
    assert_eq!(mended(&double, false), double);
    let base = CATALOG.file("perjanjian-kerja-sama/contoh.toml").expect("contoh.toml");
    // Two headers speak of it; changing one would tear it apart.
    let twice = base.replace("[[pihak]]", "[[phak]]");
    assert_eq!(mended(&twice, false), twice);
}

#[test]
fn what_may_change_the_meaning_waits_for_unsafe_fixes() {
    let path = root().join("samples/perjanjian-kerja-sama/butir-melompat.toml");
    let text = std::fs::read_to_string(path).expect("sample");
    let order = |text: &str| {
        check(text).1.findings.iter().filter(|f| f.rule.code == "urutan-butir").count()
    };
    assert!(order(&text) > 0);
    assert_eq!(order(&mended(&text, false)), order(&text));
    assert_eq!(order(&mended(&text, true)), 0);
}

/// Fix, then check, leaves no finding that a fix was offered for, on every sample and on every
/// sample damaged in many ways; the text outside the fixes stays byte for byte.
#[test]
fn after_a_fix_nothing_fixable_is_left() {
    let mut texts: Vec<String> = Vec::new();
    for path in sample_drafts() {
        texts.push(std::fs::read_to_string(&path).expect("sample"));
    }
    texts.extend(
        CATALOG
            .iter()
            .filter_map(|kind| CATALOG.file(&format!("{}/contoh.toml", kind.id)))
            .map(str::to_owned),
    );
    texts.push(faulty());
    let slips = [
        ("Maret", "Nopember"),
        ("(dua)", "(tiga)"),
        ("(tiga)", "(empat puluh)"),
        ("Senin", "Jumat"),
        ("tempat", "tmpat"),
        ("lembaga ", "lembga "),
        ("dua ribu", "dua milyar"),
        ("\n", "\r\n"),
        ("tanggal", "tanggl"),
        ("(2)", "(3)"),
        ("b. ", "c. "),
        ("\"", "'"),
        ("e", "é"),
        (" ", "  "),
    ];
    let mut damaged: BTreeSet<String> = BTreeSet::new();
    for (at, text) in texts.iter().enumerate() {
        // Each text with some of the slips; all of them with some text.
        let some = slips.iter().enumerate().filter(|(slip, _)| (at + slip) % 4 == 0);
        damaged.extend(some.map(|(_, (from, to))| text.replace(from, to)));
    }
    damaged.extend(texts);
    assert!(damaged.len() > 250, "only {}", damaged.len());
    let fixed: usize = damaged.iter().map(|text| mends_to_rest(text)).sum();
    assert!(fixed > 50, "only {fixed}");
}

/// Mends a text until nothing is left to mend, and says how many fixes it began with.
fn mends_to_rest(text: &str) -> usize {
    mended(text, true);
    let new = mended(text, false);
    assert_eq!(statements(&new), statements(text), "{new}");
    let before = fixes(text, false).len();
    if before == 0 {
        assert_eq!(new, text);
        return 0;
    }
    let faults = |text: &str| {
        check(text).1.findings.iter().filter(|f| f.rule.code == "toml-tidak-sah").count()
    };
    assert!(faults(&new) <= faults(text));
    assert!(fixes(&new, false).is_empty(), "{:?}\n{new}", fixes(&new, false));
    before
}

/// What a text says that no change of its spelling may touch: figures, numbers in words, days and
/// months, in their order. Leading noughts and quotes say nothing.
fn statements(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\u{ad}');
    let number = |word: &str| {
        let read = |bahasa| wording::parse_cardinal(word, bahasa).map(|read| read.value);
        Bahasa::ALL.into_iter().find_map(read)
    };
    let said = |word: &str| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        if !digits.is_empty() {
            return Some(digits.trim_start_matches('0').to_owned());
        }
        let day = wording::parse_weekday(word).map(|day| day.to_string());
        let month = || wording::parse_month(word).map(|read| format!("bulan {}", read.month));
        day.or_else(month).or_else(|| number(word).map(|number| number.to_string()))
    };
    words.filter_map(said).collect()
}

/// Bytes cut out of and put into sound drafts, the same on every run: whatever is safe to mend then
/// says what the broken text said, and a second run finds nothing left.
#[test]
fn a_safe_fix_of_a_broken_draft_changes_no_statement() {
    let ordinary = toml_files(&root().join("tests/data/lazim"));
    let drafts = ordinary.into_iter().filter(|path| !path.ends_with("ragam.toml"));
    let texts: Vec<String> = sample_drafts()
        .into_iter()
        .chain(drafts)
        .map(|path| std::fs::read_to_string(path).expect("draft"))
        .collect();
    for seed in seeds() {
        safe_fixes_change_nothing(&texts, seed);
    }
}

/// Where the changes begin: `NASKAH_BENIH=12 cargo test changes_no_statement` tries others.
fn seeds() -> Vec<u64> {
    let own = std::env::var("NASKAH_BENIH").ok().and_then(|seed| seed.parse().ok());
    own.map_or_else(|| vec![7, 14, 18], |seed| vec![seed])
}

fn safe_fixes_change_nothing(texts: &[String], seed: u64) {
    let signs = ["", "\"", "'", "[", "]", "=", "“", " ", ";", ":", "#", "\\", "{", "\u{b}", "\n"];
    let mut state = seed;
    let mut next = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).expect("31 bits") % most.max(1)
    };
    let mut mended_any = 0;
    for _ in 0..MUTANTS {
        let text = &texts[next(texts.len())];
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = places[next(places.len())];
        let end = places.iter().copied().find(|place| *place > at).unwrap_or(text.len());
        let broken = format!("{}{}{}", &text[..at], signs[next(signs.len())], &text[end..]);
        mended_any += usize::from(mends_to_rest(&broken) > 0);
    }
    assert!(mended_any > MUTANTS / 20, "only {mended_any}");
}

/// So many broken drafts are tried.
const MUTANTS: usize = 200;

fn run(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut command = program(folder);
    let command = command.arg("check").args(args).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("naskah");
    child.stdin.take().expect("stdin").write_all(input.as_bytes()).expect("write");
    child.wait_with_output().expect("naskah")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn diff_shows_and_fix_writes() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.toml");
    std::fs::write(&path, faulty()).expect("write");
    let shown = run(folder.path(), &["a.toml", "--diff"], "");
    assert_eq!(shown.status.code(), Some(1));
    let diff = text(&shown.stdout);
    assert!(diff.starts_with("--- a.toml\n+++ a.toml\n@@") && diff.contains("\n-mitra"), "{diff}");
    assert_eq!(std::fs::read_to_string(&path).expect("read"), faulty());
    let done = run(folder.path(), &["a.toml", "--fix"], "");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stdout));
    assert!(text(&done.stderr).contains("diperbaiki di 1 berkas"));
    assert_eq!(std::fs::read_to_string(&path).expect("read"), mended(&faulty(), false));
    let again = run(folder.path(), &["a.toml", "--diff"], "");
    assert_eq!((again.status.code(), text(&again.stdout)), (Some(0), String::new()));
}

#[test]
fn a_pipe_gets_the_mended_draft() {
    let folder = tempfile::tempdir().expect("folder");
    let done = run(folder.path(), &["-", "--fix"], &faulty());
    assert_eq!(text(&done.stdout), mended(&faulty(), false));
    assert!(text(&done.stderr).contains("naskah diperiksa"));
    let sound = CATALOG.file("nota-dinas/contoh.toml").expect("contoh.toml");
    assert_eq!(text(&run(folder.path(), &["-", "--fix"], sound).stdout), sound);
}

#[test]
fn excepted_and_ignored_findings_are_let_be() {
    let folder = tempfile::tempdir().expect("folder");
    let rule = "tata-tulis/ejaan-lama";
    let kept = run(folder.path(), &["-", "--fix", "--ignore", rule], &faulty());
    assert!(text(&kept.stdout).contains("Nopember"));
    let excepted =
        faulty() + &format!("\n[[pengecualian]]\naturan = \"{rule}\"\nalasan = \"kutipan\"\n");
    assert!(text(&run(folder.path(), &["-", "--fix"], &excepted).stdout).contains("Nopember"));
    let alone = run(folder.path(), &["-", "--unsafe-fixes"], "");
    assert_eq!(alone.status.code(), Some(2));
}

/// Programs that read the report can make the very changes that `--fix` makes.
#[test]
fn the_report_carries_the_fixes() {
    let text = faulty();
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("a.toml"), &text).expect("draft");
    let run = |args: &[&str]| {
        let output = program(folder.path()).args(args).output().expect("naskah");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let report: serde_json::Value =
        serde_json::from_str(&run(&["check", "a.toml", "--format", "json"])).expect("JSON");
    let mut edits = Vec::new();
    for finding in report["files"][0]["findings"].as_array().expect("findings") {
        if finding["fix"]["safe"] == true {
            edits.extend(finding["fix"]["edits"].as_array().expect("edits").clone());
        }
    }
    assert!(edits.len() > 5);
    let place = |edit: &serde_json::Value, end: &str| {
        usize::try_from(edit["location"][end].as_u64().expect("offset")).expect("offset")
    };
    edits.sort_by_key(|edit| std::cmp::Reverse(place(edit, "start")));
    let mut by_report = text;
    for edit in &edits {
        let span = place(edit, "start")..place(edit, "end");
        by_report.replace_range(span, edit["text"].as_str().expect("text"));
    }
    run(&["check", "a.toml", "--fix"]);
    let by_program = std::fs::read_to_string(folder.path().join("a.toml")).expect("draft");
    assert_eq!(by_report, by_program);
    // SARIF and rdjson say the same in their own terms.
    std::fs::write(folder.path().join("a.toml"), faulty()).expect("draft");
    let log: serde_json::Value =
        serde_json::from_str(&run(&["check", "a.toml", "--format", "sarif"])).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let offered = results.iter().filter(|result| result.get("fixes").is_some()).count();
    let rdjson: serde_json::Value =
        serde_json::from_str(&run(&["check", "a.toml", "--format", "rdjson"])).expect("JSON");
    let diagnostics = rdjson["diagnostics"].as_array().expect("diagnostics");
    let suggested = diagnostics.iter().filter(|one| one.get("suggestions").is_some()).count();
    assert!(offered >= suggested && suggested > 5, "{offered} {suggested}");
}

#[test]
fn places_in_a_draft_from_windows() {
    let lines = "jenis = \"nota-dinas\"\r\nisi = \"\"\"\r\nSatu.\r\nDua.\r\nSebesar 5 (enam) unit.\r\n\"\"\"\r\n";
    let (file, checked) = check(lines);
    let found = checked.findings.iter().find(|one| one.fix.is_some()).expect("a fix");
    assert_eq!(&file.text()[found.span.clone()], "enam");
    assert_eq!(
        found.fix.as_ref().map(|fix| fix.edits.clone()),
        Some(vec![(found.span.clone(), "lima".into())])
    );
}
