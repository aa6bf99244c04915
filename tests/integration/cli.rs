//! The command line as people and CI jobs meet it: reports, exit status, input, help.

use std::process::Stdio;

use serde_json::Value;

use crate::common::{check, folder, naskah, root, run, run_in, run_with, sample_drafts, snapshot};

const DRAFTS: &str = "tests/data/cli";

/// Runs the program among the fixed drafts.
fn among_drafts(args: &str) -> crate::common::Run {
    run_in(&root().join(DRAFTS), args)
}

#[test]
fn reports_look_as_they_always_did() {
    for format in ["human", "concise", "json"] {
        let run =
            among_drafts(&format!("check salah.toml kecuali.toml bersih.toml --format {format}"));
        let run = run.code(1);
        let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
        snapshot(&format!("laporan-{format}"), &run.out.replace(&version, "\"version\": \"…\""));
        // The concise lines are for programs; their count goes to whoever watches.
        let count = "3 naskah diperiksa: 2 galat, 4 peringatan (1 dikecualikan)\n";
        assert_eq!(run.err, if format == "concise" { count } else { "" });
    }
}

#[test]
fn the_threshold_decides_the_exit_status() {
    let expected = [
        ("bersih.toml", [0, 0, 0]),
        ("kecuali.toml", [0, 0, 0]),
        ("catatan.toml", [0, 0, 1]),
        ("peringatan.toml", [0, 1, 1]),
        ("salah.toml", [1, 1, 1]),
        ("tidak-ada.toml", [2, 2, 2]),
        ("salah.toml tidak-ada.toml", [2, 2, 2]),
    ];
    for (files, codes) in expected {
        for words in [["error", "warning", "info"], ["galat", "peringatan", "catatan"]] {
            for (threshold, code) in words.into_iter().zip(codes) {
                among_drafts(&format!("check {files} --fail-on {threshold}")).code(code);
            }
        }
        among_drafts(&format!("check {files}")).code(codes[0]);
    }
}

#[test]
fn files_and_folders_come_in_one_call() {
    let samples = root().join("samples");
    let run = run_in(
        &samples,
        "check nota-dinas ../tests/data/cli/salah.toml nota-kesepahaman --format json",
    );
    let report: Value = serde_json::from_str(&run.code(1).out).expect("JSON");
    let files: Vec<&str> = report["files"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["path"].as_str())
        .collect();
    let own =
        files.iter().position(|path| *path == "../tests/data/cli/salah.toml").expect("the file");
    assert!(files[..own].iter().all(|path| path.starts_with("nota-dinas/")), "{files:?}");
    assert!(files[own + 1..].iter().all(|path| path.starts_with("nota-kesepahaman/")), "{files:?}");
    assert!(files[..own].is_sorted() && files[own + 1..].is_sorted());
    // A sample that names no kind is no draft of the folder; asked for by name it is.
    assert!(!files.contains(&"nota-dinas/tanpa-jenis.toml"));
    assert_eq!(report["summary"]["files"], files.len());
}

#[test]
fn a_folder_holds_drafts_among_other_files() {
    let folder = folder();
    let draft = std::fs::read(root().join(DRAFTS).join("bersih.toml")).expect("draft");
    let sub = folder.path().join("satu/dua");
    std::fs::create_dir_all(folder.path().join(".git")).expect("folder");
    std::fs::create_dir_all(&sub).expect("folder");
    std::fs::write(folder.path().join(".git/a.toml"), &draft).expect("file");
    std::fs::write(folder.path().join("Cargo.toml"), "[package]\nname = \"x\"\n").expect("file");
    std::fs::write(folder.path().join("catatan.txt"), &draft).expect("file");
    std::fs::write(sub.join("draf.toml"), &draft).expect("file");
    std::fs::write(sub.join("windows.toml"), [b"\xef\xbb\xbf", draft.as_slice()].concat())
        .expect("file");
    let clean = "2 naskah diperiksa: tidak ada temuan\ncakupan: Permenimipas 8/2025: 2 naskah, ";
    let run = run_in(folder.path(), "check .").code(0);
    assert!(run.out.starts_with(clean), "{}", run.out);
    // One that cannot be read is said, and costs none of the others.
    std::fs::write(sub.join("latin.toml"), b"jenis = \"nota-dinas\"\nhal = \"caf\xe9\"\n")
        .expect("file");
    let run = run_in(folder.path(), "check .").refused(&["bukan teks UTF-8", "latin.toml:2"]);
    assert!(run.out.starts_with(clean), "{}", run.out);
}

#[test]
fn standard_input_has_the_name_it_is_given() {
    let text = std::fs::read(root().join(DRAFTS).join("peringatan.toml")).expect("draft");
    let run =
        run_with(&mut naskah(["check", "-", "--stdin-filename", "surat.toml"]), &text).code(0);
    assert!(run.out.contains("--> surat.toml:8:1"), "{}", run.out);
    let run = run_with(&mut naskah(["check", "-"]), &text).code(0);
    assert!(run.out.contains("--> <masukan standar>:8:1"), "{}", run.out);
    run_with(&mut naskah(["check", "-"]), b"\xff")
        .refused(&["bukan teks UTF-8", "<masukan standar>:1"]);
}

#[test]
fn a_report_in_a_file_has_no_colours() {
    let folder = folder();
    for format in ["human", "concise", "json"] {
        let target = folder.path().join(format);
        let mut command =
            naskah(["check", "tests/data/cli/salah.toml", "--color", "always", "--format"]);
        let shown = run(command.arg(format)).code(1).out;
        let run = run(command.arg("--output-file").arg(&target)).code(1);
        assert_eq!(run.out, "");
        let written = std::fs::read_to_string(&target).expect("report");
        assert!(!written.contains('\u{1b}') && !written.is_empty());
        assert_eq!(shown.contains('\u{1b}'), format == "human");
        let plain = among_drafts(&format!("check salah.toml --format {format}")).out;
        assert_eq!(written.replace("tests/data/cli/", ""), plain.replace("tests/data/cli/", ""));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let commands: [&[&str]; 4] =
        [&["check", "samples", "--format", "json"], &["check", "samples"], &["rules"], &["--help"]];
    for args in commands {
        let mut child =
            naskah(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("program");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("program");
        let expected = if args[0] == "check" { 1 } else { 0 };
        assert_eq!(output.status.code(), Some(expected), "{args:?}: {output:?}");
        assert!(output.stderr.is_empty(), "{args:?}: {output:?}");
    }
}

#[test]
fn a_full_standard_output_is_one() {
    let full = || std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    for args in [&["check", "samples"][..], &["rules"], &["explain", "toml-tidak-sah"]] {
        run(naskah(args).stdout(full())).refused(&["keluaran standar tidak dapat ditulis"]);
    }
}

/// Words of clap, of which none may be left over.
const ENGLISH: [&str; 13] = [
    "Usage",
    "Options",
    "OPTIONS",
    "Arguments",
    "Commands",
    "COMMAND",
    "ossible values",
    "default",
    "tip:",
    "For more",
    "Print ",
    "required",
    "Available",
];

fn in_indonesian(text: &str) {
    let left: Vec<_> = ENGLISH.iter().filter(|word| text.contains(**word)).collect();
    assert!(left.is_empty(), "{left:?}:\n{text}");
}

/// The commands of this build, as the help lists them, and the whole.
fn commands() -> Vec<String> {
    let help = run_in(root(), "-h").code(0).out;
    let list = help.split("\nPerintah:\n").nth(1).expect("a list of commands");
    let lines = list.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    assert!(names.len() >= 7, "{names:?}");
    std::iter::once(String::new()).chain(names).collect()
}

/// Whether the help of a command is the same in every build: the whole names every command, and a
/// timeline every form, and what prints is not in all.
fn is_held(command: &str) -> bool {
    cfg!(feature = "render") || !["", "timeline"].contains(&command)
}

/// Holds what the help of a command says.
fn hold_help(name: &str, command: &str, help: &str) {
    match command {
        command if !is_held(command) => {}
        "" => snapshot(&format!("{name}-naskah--help"), help),
        command => snapshot(&format!("{name}-{command}--help"), help),
    }
}

#[test]
fn help_is_indonesian_throughout() {
    for command in &commands() {
        let run = run_in(root(), &format!("{command} --help")).code(0);
        in_indonesian(&run.out);
        hold_help("bantuan", command, &run.out);
        let run = run_in(root(), &format!("{command} -h")).code(0);
        in_indonesian(&run.out);
        let name = if command.is_empty() { "naskah" } else { command };
        if is_held(command) {
            snapshot(&format!("bantuan-{name}-h"), &run.out);
        }
    }
    // Without a command there is nothing done: the help, and the status of a failure.
    let run = run_in(root(), "").code(2);
    assert!(run.err.contains("Pemakaian: naskah [PILIHAN] <PERINTAH>"), "{}", run.err);
}

#[test]
fn help_is_said_in_the_language_that_is_chosen() {
    for command in &commands() {
        let malay = run_in(root(), &format!("{command} --help --bahasa ms")).code(0).out;
        in_indonesian(&malay);
        hold_help("bantuan-ms", command, &malay);
        for args in
            [format!("--bahasa ms {command} --help"), format!("{command} --bahasa=ms --help")]
        {
            assert_eq!(run_in(root(), &args).code(0).out, malay, "{args}");
        }
        let english = run_in(root(), &format!("{command} -h --bahasa en")).code(0).out;
        assert!(english.contains("\nUsage: naskah "), "{english}");
    }
    let page = run_in(root(), "manual --bahasa ms").code(0).out;
    assert!(page.contains("\n.SH SINOPSIS\n") && page.contains("\nPaparkan bantuan\n"), "{page}");
    let page = run_in(root(), "manual --bahasa en").code(0).out;
    assert!(page.contains("\n.SH SYNOPSIS\n") && page.contains("\n.SH COMMANDS\n"), "{page}");
    for shell in ["zsh", "fish"] {
        let script = run_in(root(), &format!("pelengkap {shell} --bahasa ms")).code(0).out;
        for part in ["Langkau fail dan folder ini", "Satu baris bagi setiap penemuan"] {
            assert!(script.contains(part), "{shell}: {part}");
        }
    }
    let run =
        run_in(root(), "check x --jobs 0 --bahasa ms").refused(&["pilihannya: 1 hingga 1024"]);
    assert!(run.err.contains("bagi --jobs <N> tidak sah"), "{}", run.err);
}

/// Arguments that are no text were never read as a language.
#[cfg(unix)]
#[test]
fn names_that_are_no_text_can_be_said() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"draf-\xff.toml");
    run(naskah(["check"]).arg(name)).refused(&["berkas tidak ada"]);
}

#[test]
fn faulty_arguments_are_explained_in_indonesian() {
    let expected = [
        ("check", "<BERKAS>... belum disebut"),
        ("aturn x", "mungkin maksudnya aturan"),
        ("check x --format xml", "pilihannya: human, concise, json"),
        ("check x --fromat json", "mungkin maksudnya --format"),
        ("check x --jobs banyak", "nilai \"banyak\" untuk --jobs <N> tidak sah"),
        ("check x --fail-on", "--fail-on <TINGKAT> memerlukan nilai"),
        ("check x --format json --format json", "dua laporan ditujukan ke satu tempat"),
        ("rules a b", "pilihan \"b\" tidak dikenal"),
        #[cfg(feature = "render")]
        ("render x -o a --out-dir b", "-o dan --out-dir menyebut dua tempat"),
        #[cfg(feature = "render")]
        ("render x --ppi 9", "nilai \"9\" untuk --ppi <N> tidak sah"),
    ];
    for (args, part) in expected {
        in_indonesian(&run_in(root(), args).refused(&[part]).err);
    }
}

#[test]
fn the_version_says_what_it_is_made_of() {
    let number = format!("naskah {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run_in(root(), "-V").code(0).out, number);
    let whole = run_in(root(), "--version").code(0).out;
    assert!(whole.starts_with(&number), "{whole}");
    for pack in crate::common::REGISTRY.packs() {
        let date = pack.enacted.map_or_else(String::new, |date| format!(", ditetapkan {date}"));
        assert!(whole.contains(&format!("\n  {}{date}\n", pack.id)), "{whole}");
    }
    assert!(whole.contains(", ditetapkan 2025-05-22\n"), "{whole}");
    let typst =
        regex::Regex::new(r"\nfitur     : render\nTypst     : \d+\.\d+\.\d+\n").expect("pattern");
    assert_eq!(typst.is_match(&whole), cfg!(feature = "render"), "{whole}");
}

#[test]
fn completions_and_manual_pages() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run_in(root(), &format!("pelengkap {shell}")).code(0).out;
        assert!(script.contains("periksa") && script.contains("write-baseline"), "{shell}");
    }
    let folder = folder();
    run_in(folder.path(), "manual --out-dir .").code(0);
    let pages = crate::common::names(folder.path());
    let page = |command: &String| match command.as_str() {
        "" => "naskah.1".to_owned(),
        command => format!("naskah-{command}.1"),
    };
    let mut expected: Vec<String> = commands().iter().map(page).collect();
    expected.sort();
    assert_eq!(pages, expected);
    for page in pages {
        let text = std::fs::read_to_string(folder.path().join(&page)).expect("page");
        in_indonesian(&text);
        let headings: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert!(headings.starts_with(&["NAMA", "RINGKASAN", "KETERANGAN"]), "{page}: {headings:?}");
        for english in ["NAME", "SYNOPSIS", "DESCRIPTION", "VERSION", "SUBCOMMANDS", "OPTIONS"] {
            assert!(!headings.contains(&english), "{page}: {headings:?}");
        }
    }
    let shown = run_in(folder.path(), "manual").code(0).out;
    assert_eq!(shown, std::fs::read_to_string(folder.path().join("naskah.1")).expect("page"));
}

#[test]
fn commands_have_indonesian_names_too() {
    let pairs = [
        ("check salah.toml", "periksa salah.toml"),
        ("explain toml-tidak-sah", "jelaskan toml-tidak-sah"),
        ("rules sop-kdn-ika", "aturan sop-kdn-ika"),
        #[cfg(feature = "render")]
        ("render bersih.toml -o - --format svg", "cetak bersih.toml -o - --format svg"),
    ];
    for (english, indonesian) in pairs {
        let (one, other) = (among_drafts(english), among_drafts(indonesian));
        assert_eq!((one.code, one.out), (other.code, other.out));
    }
}

#[test]
fn json_keeps_its_shape() {
    let run = among_drafts("check bersih.toml kecuali.toml salah.toml --format json").code(1);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let keys =
        |value: &Value| value.as_object().expect("object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(report["schema_version"], 1);
    assert_eq!(
        keys(&report),
        ["schema_version", "tool", "files", "stale_baseline", "failures", "summary"]
    );
    assert_eq!(report["files"][0]["findings"], Value::Array(Vec::new()));
    let excepted = &report["files"][1]["findings"][0];
    assert_eq!(excepted["rule"], "bentuk/kunci-tidak-dikenal");
    assert_eq!(excepted["excepted"], "Kunci milik aplikasi persuratan kantor; tidak dicetak.");
    let findings = report["files"][2]["findings"].as_array().expect("findings");
    for finding in findings {
        let all = [
            "rule",
            "level",
            "message",
            "help",
            "insert",
            "citation",
            "house_style",
            "path",
            "location",
            "related",
            "fix",
            "excepted",
            "baselined",
        ];
        assert_eq!(keys(finding), all);
        assert!(["error", "warning", "info"].contains(&finding["level"].as_str().expect("level")));
    }
    let summary = r#"{"files":3,"errors":2,"warnings":4,"infos":0,"excepted":1,"baselined":0}"#;
    assert_eq!(report["summary"].to_string(), summary);
}

#[test]
fn json_places_count_characters() {
    let path = root().join(DRAFTS).join("salah.toml");
    let text = std::fs::read_to_string(&path).expect("draft");
    let run = among_drafts("check salah.toml --format json").code(1);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let mut pointed = Vec::new();
    for finding in report["files"][0]["findings"].as_array().expect("findings") {
        let place = |key: &str| {
            usize::try_from(finding["location"][key].as_u64().expect("number")).expect("number")
        };
        for (offset, line, column) in
            [("start", "line", "column"), ("end", "end_line", "end_column")]
        {
            let head = &text[..place(offset)];
            assert_eq!(place(line), head.matches('\n').count() + 1);
            let row = head.rsplit('\n').next().unwrap_or_default();
            assert_eq!(place(column), row.chars().count() + 1, "{finding}");
        }
        pointed.push(&text[place("start")..place("end")]);
    }
    let expected = [
        "😀",
        "\"Selasa\"",
        "lembag",
        "{pasal:ruang_lingku}",
        "....",
        "[kewenangan_dan_tanggung_jawab]",
    ];
    assert_eq!(pointed, expected);
}

/// A draft that tries to steer a terminal and a CI runner through everything a report repeats.
const HOSTILE: &str = "jenis = \"nota-dinas\"\n\
    hal = \"\\u001b[31mmerah \\u0007 \\u202e 😀\"\n\
    \"::error::kunci\\n::error::lagi\\u001b[2J\" = 1\n\
    \"\\u001b]0;judul\\u0007\" = 2\n\
    nomor = { \"a\\n::warning::b\" = 1 }\n\
    peraturan = [\"x\\n::error::peraturan\"]\n\
    tahap = \"\\n::error::tahap\"\n\
    [[pengecualian]]\n\
    aturan = \"bentuk/kunci-tidak-dikenal\"\n\
    alasan = \"sebab\\n::error::alasan \\u001b[31m\"\n\
    [[pengecualian]]\n\
    aturan = \"\\n::error::aturan\"\n\
    alasan = \"x\"\n";

#[test]
fn no_draft_steers_a_terminal_or_a_log() {
    let raw = "jenis = \"nota-dinas\"\n# \u{1b}[31m \u{7} \u{9b}x \u{202e}\u{2066}\nhal = \"\u{1b}]0;x\u{7}\"\n::error::x\n";
    for text in [HOSTILE, raw] {
        for format in ["human", "concise"] {
            let args = [
                "check",
                "-",
                "--format",
                format,
                "--stdin-filename",
                "::error::a\n::error::b\u{1b}[2J",
            ];
            let run = run_with(&mut naskah(args), text.as_bytes());
            harmless(&run.out);
            harmless(&run.err);
        }
    }
    let (_, checked) = check(HOSTILE);
    assert!(checked.findings.len() >= 6, "{:#?}", checked.findings);
}

#[test]
fn no_file_name_does_either() {
    let folder = folder();
    let name = "::error::x\n::error::y\u{1b}[2J.toml";
    std::fs::write(folder.path().join(name), "jenis = \"nota-dinas\"\nhal = \n").expect("file");
    for format in ["human", "concise"] {
        let command =
            &mut naskah(["check", name, "hilang\n::error::z\u{1b}[2J", "--format", format]);
        let run = run(command.current_dir(folder.path())).code(2);
        harmless(&run.out);
        harmless(&run.err);
    }
}

/// No control character, and no line that a CI runner takes for a command.
fn harmless(text: &str) {
    let control = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(control), "{text:?}");
    let command = text.lines().find(|line| line.trim_start().starts_with("::"));
    assert_eq!(command, None, "\n{text}");
}

#[test]
fn no_message_has_a_hole() {
    let hole = regex::Regex::new(r"\{[a-z_]+\}").expect("pattern");
    for path in sample_drafts() {
        let (_, checked) = check(&std::fs::read_to_string(&path).expect("sample"));
        for finding in
            checked.findings.iter().chain(checked.excepted.iter().map(|(finding, _)| finding))
        {
            let help = finding.help.as_deref().unwrap_or_default();
            for text in [&finding.message, help] {
                assert!(!hole.is_match(text), "{}: {}: {text}", path.display(), finding.rule);
            }
        }
    }
}

#[test]
fn windows_line_ends_show_no_sign_and_move_no_column() {
    let text = "jenis = \"nota-dinas\"\r\nlampirn = \"é\"\r\n";
    let run = run_with(&mut naskah(["check", "-", "--stdin-filename", "x.toml"]), text.as_bytes());
    assert!(run.out.contains("--> x.toml:2:1") && !run.out.contains('␍'), "{}", run.out);
}
