//! Time grows with the length of a text and no faster, whatever it says: 100 kB of anything are
//! checked in a moment.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use naskah::report::{FileReport, Format, Run};

use crate::common::check;

/// What 100 kB may take in a build without optimization, on a machine that has other work. What is
/// quadratic takes minutes.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 2 });

const LENGTH: usize = 100_000;

const FORMATS: [Format; 10] = [
    Format::Human,
    Format::Concise,
    Format::Json,
    Format::Jsonl,
    Format::Sarif,
    Format::Github,
    Format::Gitlab,
    Format::Junit,
    Format::Rdjson,
    Format::Markdown,
];

/// Something over and over, numbered.
fn many(of: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for number in 0.. {
        out.push_str(&of(number));
        if out.len() > LENGTH {
            break;
        }
    }
    out
}

fn same(text: &str) -> String {
    many(|_| text.to_owned())
}

fn agreement(rest: &str) -> String {
    format!("jenis = \"perjanjian-kerja-sama\"\njudul = \"Judul\"\n{rest}")
}

/// A free article of this text.
fn article(text: &str) -> String {
    agreement(&format!("[[pasal]]\nnama = \"satu\"\njudul = \"Satu\"\nisi = '''\n{text}'''\n"))
}

fn drafts() -> Vec<(&'static str, String)> {
    let staircase = (0..440).fold(String::new(), |mut out, depth| {
        let _ = writeln!(out, "{}a. x", " ".repeat(depth));
        out
    });
    vec![
        ("misspelt keys", agreement(&many(|n| format!("a{n} = 1\n")))),
        ("long keys", agreement(&many(|n| format!("{n:x<79} = 1\n")))),
        ("near keys", agreement(&many(|n| format!("judul{n} = 1\n")))),
        ("keys of a party", agreement(&many(|n| format!("[[pihak]]\nx{n} = 1\nalmat = 'x'\n")))),
        ("misspelt tables", agreement(&many(|_| "[[pihak]]\n[pihak.pejabt]\nnama = 'x'\n".into()))),
        ("own misspelt tables", agreement(&many(|n| format!("[judul{n}]\nx = 1\n")))),
        ("one key again", agreement(&same("a = 1\n"))),
        ("signs of equality", agreement(&same("= = =\n"))),
        ("open strings", agreement(&same("x = \"\n"))),
        ("commas", agreement(&format!("x = [{}]\n", same(",")))),
        ("dotted keys", agreement(&many(|n| format!("a.b.c.d.e.f.g.k{n} = 1\n")))),
        ("dotted tables", agreement(&many(|n| format!("[a.b.c.d.e.f.g.k{n}]\n")))),
        ("open marks", article(&same("{miring:"))),
        ("open references", article(&same("{pasal:"))),
        ("bad references", article(&(same("{pasal:") + &"}".repeat(LENGTH / 7)))),
        ("nested marks", article(&(same("{tebal:{miring:") + &"}".repeat(LENGTH / 7)))),
        ("braces", article(&same("{"))),
        ("names nowhere", article(&same("{pasal:tiada/1/a} "))),
        ("residues", article(&same("[isi] "))),
        ("residues on lines", article(&same("[isi]\n"))),
        ("crosses", article(&same("XX "))),
        ("pasal", article(&same("Pasal 99 "))),
        ("pasal and pasal", article(&same("Pasal 99, "))),
        ("pasal of a law", article(&(same("Pasal 99, ") + "undang"))),
        ("emoji", article(&same("😀"))),
        ("marks piled up", article(&same("\u{301}"))),
        ("hidden", article(&same("\u{200b}"))),
        ("escapes", article("").replace("'''\n'''", &format!("\"{}\"", same("\\u0007")))),
        ("wrong words", article(&same("5 (enam) "))),
        ("wrong words on lines", article(&same("5 (enam)\n"))),
        ("brackets", article(&same("("))),
        ("number words", article(&same("dua "))),
        ("words and brackets", article(&same("dua ("))),
        ("figures", article(&same("5."))),
        ("weekdays", article(&same("Senin, 14 April 2026 "))),
        ("dates in words", article(&same("tanggal dua bulan Maret tahun dua ribu (3-3-2026) "))),
        ("old words", article(&same("5 (duapuluh) "))),
        ("parties", article(&same("PIHAK KESATU "))),
        ("laws", article(&same("Undang-Undang Nomor 12 Tahun 2011 "))),
        ("headings", article(&same("BAB II X\n"))),
        ("one marker again", article(&same("(3) x\n"))),
        ("markers taking turns", article(&same("(1) x\na. x\n1) x\n(a) x\n"))),
        ("ever other markers", article(&many(|n| format!("{}.{}.1 x\n", n / 99 + 1, n % 99 + 1)))),
        ("a staircase", article(&staircase)),
        ("short lines", article(&same("x\n\n"))),
        ("articles", agreement(&many(|n| format!("[[pasal]]\nnama = 'a{n}'\nisi = 'x'\n")))),
        ("one article again", agreement(&many(|_| "[[pasal]]\nnama = 'a'\nisi = 'x'\n".into()))),
        (
            "articles after each other",
            agreement(&many(|n| format!("[[pasal]]\nnama = 'a{n}'\nsetelah = 'a{}'\n", n / 2))),
        ),
        (
            "articles and references",
            agreement(&many(|n| format!("[[pasal]]\nnama = 'a{n}'\nisi = '{{pasal:a{n}}}'\n"))),
        ),
        (
            "an order",
            agreement(&format!("susunan = [{}]\n", many(|n| format!("'a{n}', ")))) + "[tujuan]\n",
        ),
        (
            "an order of articles",
            agreement(&format!(
                "susunan = [{}]\n{}",
                (0..2_000).map(|n| format!("'a{n}', ")).collect::<String>(),
                (0..2_000)
                    .map(|n| format!("[[pasal]]\nnama = 'a{n}'\nisi = 'x'\n"))
                    .collect::<String>()
            )),
        ),
        (
            "definitions",
            agreement(&format!(
                "[ketentuan_umum]\ndefinisi = [{}]\n",
                many(|n| format!("{{ istilah = 'Kata Ke {n}', arti = 'x' }},\n"))
            )),
        ),
        (
            "names given late",
            agreement(&many(|n| {
                format!("[[pasal]]\nisi = 'Kata{n} selanjutnya disebut Istilah{}.'\n", n + 1)
            })),
        ),
        (
            "packs",
            agreement("").replacen(
                '\n',
                &format!("\nperaturan = [{}]\n", many(|n| format!("'p{n}', "))),
                1,
            ),
        ),
        (
            "one pack again",
            agreement("").replacen(
                '\n',
                &format!("\nperaturan = [{}]\n", same("'tata-tulis', ")),
                1,
            ),
        ),
        (
            "exceptions",
            agreement(&format!(
                "pengecualian = [{}]\n[tujuan]\nisi = '{}'\n",
                many(|_| "{ aturan = 'tata-tulis/residu', alasan = 'x' },\n".into()),
                same("[isi] ")
            )),
        ),
        ("exceptions of nothing", agreement(&format!("pengecualian = [{}]\n", same("{}, ")))),
        (
            "parties in a list",
            agreement(&many(|n| format!("[[pihak]]\nlembaga = 'L{n}'\nsebutan = 'S{n}'\n"))),
        ),
        (
            "one party again",
            agreement(&same("[[pihak]]\nlembaga = 'L'\nsebutan = 'PIHAK KESATU'\n")),
        ),
        (
            "legal bases",
            agreement(&many(|n| {
                format!(
                    "[[dasar]]\njenis = 'Undang-Undang'\nnomor = '{n}'\ntahun = {}\n",
                    2011 + n % 9
                )
            })),
        ),
        (
            "legal bases in words",
            agreement(&format!(
                "dasar = [{}]\n",
                same("{ teks = 'Undang-Undang Nomor 12 Tahun 2011' },\n")
            )),
        ),
        (
            "rows",
            format!(
                "jenis = \"perencanaan-kerja-sama\"\n{}",
                many(|n| format!("[[baris]]\nmitra = 'Mitra {n}'\nlembaga = 'x'\n"))
            ),
        ),
        ("a long term", agreement(&format!("[jangka_waktu]\nlama = '{}'\n", same("1 tahun ")))),
        (
            "a long amount",
            agreement(&format!(
                "[pendanaan]\nnilai = {{ nilai = 1, terbilang = '{}' }}\n",
                same("puluh ")
            )),
        ),
        ("a long date", format!("tanggal = '{}'\n{}", same("satu "), agreement(""))),
        ("a long name", agreement(&format!("[[pihak]]\nlembaga = '{}'\n", same("x y ")))),
        ("nested lists", agreement(&format!("[[pasal]]\nisi = [{}]\n", same("'x', [[['y']]],")))),
        ("line ends of Windows", article(&same("(1) [isi]\r\n"))),
        ("one long line of markers", article(&same("(1) "))),
        ("quotes", article(&same("“a” "))),
        ("hashes", article(&same("##["))),
        ("colons", article(&same(" ::"))),
    ]
}

#[test]
fn a_hundred_kilobytes_take_a_moment() {
    let mut slow = String::new();
    for (name, text) in drafts() {
        // Each in a thread as small as those of the program's workers.
        let spent = std::thread::spawn(move || {
            let begun = Instant::now();
            let (source, checked) = check(&text);
            let judged = begun.elapsed();
            let count = checked.findings.len();
            let report = FileReport {
                source,
                place: "draf.toml".into(),
                kind: None,
                findings: checked.findings,
                excepted: checked.excepted,
                baselined: Vec::new(),
            };
            let mut longest = (Duration::ZERO, Format::Json, 0);
            for format in FORMATS {
                let begun = Instant::now();
                let mut out = Vec::new();
                format.write(&Run::of(vec![&report]), &mut out).expect("memory");
                let spent = begun.elapsed();
                if spent >= longest.0 {
                    longest = (spent, format, out.len());
                }
            }
            (count, judged, longest)
        });
        let (count, judged, (written, format, length)) = spent.join().expect(name);
        let line = format!(
            "{name}: {count} findings in {judged:?}; {format:?}, {length} bytes, in {written:?}"
        );
        println!("{line}");
        if judged.max(written) > LIMIT {
            let _ = writeln!(slow, "{line}");
        }
    }
    assert!(slow.is_empty(), "\n{slow}");
}
