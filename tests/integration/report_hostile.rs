//! Draft text cannot inject a workflow command, XML, a Markdown cell or a terminal escape.

use crate::report::{folder, for_programs, forms, read, run, stdout};

const PAYLOAD: &str = r"\n::error file=x::satu\r::add-mask::dua ##[add-mask]tiga ##vso[task.x]\u001b[31m\u009b31m\u0007\u202e\u2028 ]]></failure><x a='1' | [klik](http://contoh.invalid) <img src=x> `a` @semua $x$ www.contoh.invalid \uFFFF";

/// A draft whose keys, values, codes and reasons are all hostile.
fn draft() -> String {
    format!(
        r#"jenis = "nota-dinas"
peraturan = ["{PAYLOAD}", "tata-tulis"]
pengecualian = [
  {{ aturan = "{PAYLOAD}", alasan = "{PAYLOAD}" }},
  {{ aturan = "tata-tulis/hal-bertanda-akhir", alasan = "{PAYLOAD}" }},
]
"{PAYLOAD}" = 1
"::error::kunci" = 1
nomor = "[{PAYLOAD}]"
hal = "Laporan ##[add-mask]x."
isi = """
::error::awal baris [isi ##[add-mask]nama] dan hari Senin, 14 April 2026
   ::set-output name=a::b … [nama]
"""
"#
    )
}

const NAME: &str = "a,b:c%0A##[add-mask] |<x>\n::error::d.toml";

fn hostile() -> tempfile::TempDir {
    let folder = folder();
    std::fs::write(folder.path().join(NAME), draft()).expect("draft");
    folder
}

#[test]
fn no_form_carries_a_command_or_an_escape() {
    let folder = hostile();
    for format in forms() {
        for extra in [&["--color", "never"][..], &["--color", "always"]] {
            let args = [&[NAME, "tiada\n::error::x.toml", "--format", format][..], extra].concat();
            let output = run(folder.path(), &args);
            let said = stdout(&output) + &String::from_utf8_lossy(&output.stderr);
            assert!(said.len() > 500, "{format}");
            harmless(format, &said);
        }
    }
}

/// As the runners read: lines, blanks before a command, `##[` anywhere; colours of ours are no harm.
fn harmless(format: &str, said: &str) {
    let plain = anstream_like(said);
    for line in plain.lines() {
        assert!(!line.contains("##[") && !line.contains("##vso["), "{format}: {line}");
        let command = line.trim_start().starts_with("::");
        let ours = ["error", "warning", "notice"]
            .iter()
            .any(|name| line.starts_with(&format!("::{name} file=a%2Cb%3Ac%250A")));
        assert!(!command || format == "github" && ours, "{format}: {line}");
        if ours {
            assert_eq!(
                line.matches("::").count()
                    - line
                        .split_once("::")
                        .unwrap()
                        .1
                        .split_once("::")
                        .unwrap()
                        .1
                        .matches("::")
                        .count(),
                2
            );
        }
    }
    let control = |c: &char| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c);
    assert_eq!(plain.chars().find(control), None, "{format}");
}

/// Without the colours that the program itself sets: `ESC [ digits m`.
fn anstream_like(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once("\u{1b}[") {
        out.push_str(head);
        let end = tail.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0);
        assert_eq!(&tail[end..=end], "m", "an escape that sets no colour");
        rest = &tail[end + 1..];
    }
    out + rest
}

#[test]
fn independent_readers_still_read_it() {
    let folder = hostile();
    let report = folder.path().join("laporan");
    let mut counts = Vec::new();
    for form in for_programs() {
        run(folder.path(), &[NAME, "--format", &format!("{form}=laporan"), "--force"]);
        let found = read(form, &report);
        counts.push((form, found.iter().filter(|one| one.3 == "open").count()));
        if form != "junit" {
            assert!(found.iter().all(|one| one.0 == NAME), "{form}: {found:?}");
        }
    }
    assert!(counts[0].1 >= 5, "{counts:?}");
    assert!(counts.iter().all(|(_, count)| *count == counts[0].1), "{counts:?}");
    let output = run(folder.path(), &[NAME, "--format", "markdown"]);
    let text = stdout(&output);
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).skip(2).collect();
    assert_eq!(rows.len(), counts[0].1);
    assert!(rows.iter().all(|row| row.matches('|').count() == 6), "{rows:#?}");
    for mark in ["<", "](", "@", "`", "$", "http:", "www."] {
        assert!(!text.contains(mark), "{mark}");
    }
}
