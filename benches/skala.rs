//! Time grows with the length of a text and no faster, whatever it says: 25, 50 and 100 kB of one
//! thing over and over. A doubling that costs four times as much is a fault; names that are given as
//! arguments are measured alone.
//!
//! `cargo bench --no-default-features --bench skala -- "residues" "quotes"`

#![allow(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![allow(clippy::print_stdout, reason = "the figures are its output")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use naskah::inside::report::{Format, Run};
use naskah::session::{ConfigChoice, OpenError, Options, Session, Text};

const LENGTHS: [usize; 3] = [25_000, 50_000, 100_000];

/// Something over and over, numbered.
fn many(length: usize, of: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for number in 0.. {
        out.push_str(&of(number));
        if out.len() > length {
            break;
        }
    }
    out
}

fn same(length: usize, text: &str) -> String {
    many(length, |_| text.to_owned())
}

fn agreement(rest: &str) -> String {
    format!("jenis = \"perjanjian-kerja-sama\"\njudul = \"Judul\"\n{rest}")
}

/// A free article of this text.
fn article(text: &str) -> String {
    agreement(&format!("[[pasal]]\nnama = \"satu\"\njudul = \"Satu\"\nisi = '''\n{text}'''\n"))
}

fn drafts(length: usize) -> Vec<(&'static str, String)> {
    let staircase = (0..440).fold(String::new(), |mut out, depth| {
        let _ = writeln!(out, "{}a. x", " ".repeat(depth));
        out
    });
    vec![
        ("misspelt keys", agreement(&many(length, |n| format!("a{n} = 1\n")))),
        ("long keys", agreement(&many(length, |n| format!("{n:x<79} = 1\n")))),
        ("near keys", agreement(&many(length, |n| format!("judul{n} = 1\n")))),
        (
            "keys of a party",
            agreement(&many(length, |n| format!("[[pihak]]\nx{n} = 1\nalmat = 'x'\n"))),
        ),
        (
            "misspelt tables",
            agreement(&many(length, |_| "[[pihak]]\n[pihak.pejabt]\nnama = 'x'\n".into())),
        ),
        ("own misspelt tables", agreement(&many(length, |n| format!("[judul{n}]\nx = 1\n")))),
        ("one key again", agreement(&same(length, "a = 1\n"))),
        ("signs of equality", agreement(&same(length, "= = =\n"))),
        ("open strings", agreement(&same(length, "x = \"\n"))),
        ("open lists", same(length, "a = [\"b\"\n")),
        ("open tables", same(length, "a = { b = 1\n")),
        ("open curly quotes", same(length, "a = “x\n")),
        ("open headers", same(length, "[x\n")),
        ("prose between keys", same(length, "a = \"\"\nx y\n")),
        ("commas", agreement(&format!("x = [{}]\n", same(length, ",")))),
        ("dotted keys", agreement(&many(length, |n| format!("a.b.c.d.e.f.g.k{n} = 1\n")))),
        ("dotted tables", agreement(&many(length, |n| format!("[a.b.c.d.e.f.g.k{n}]\n")))),
        ("open marks", article(&same(length, "{miring:"))),
        ("open references", article(&same(length, "{pasal:"))),
        ("bad references", article(&(same(length, "{pasal:") + &"}".repeat(length / 7)))),
        ("nested marks", article(&(same(length, "{tebal:{miring:") + &"}".repeat(length / 7)))),
        ("braces", article(&same(length, "{"))),
        ("names nowhere", article(&same(length, "{pasal:tiada/1/a} "))),
        ("residues", article(&same(length, "[isi] "))),
        ("residues on lines", article(&same(length, "[isi]\n"))),
        ("crosses", article(&same(length, "XX "))),
        ("pasal", article(&same(length, "Pasal 99 "))),
        ("pasal and pasal", article(&same(length, "Pasal 99, "))),
        ("pasal of a law", article(&(same(length, "Pasal 99, ") + "undang"))),
        ("emoji", article(&same(length, "😀"))),
        ("marks piled up", article(&same(length, "\u{301}"))),
        ("hidden", article(&same(length, "\u{200b}"))),
        ("escapes", article("").replace("'''\n'''", &format!("\"{}\"", same(length, "\\u0007")))),
        ("wrong words", article(&same(length, "5 (enam) "))),
        ("wrong words on lines", article(&same(length, "5 (enam)\n"))),
        ("brackets", article(&same(length, "("))),
        ("number words", article(&same(length, "dua "))),
        ("words and brackets", article(&same(length, "dua ("))),
        ("figures", article(&same(length, "5."))),
        ("weekdays", article(&same(length, "Senin, 14 April 2026 "))),
        (
            "dates in words",
            article(&same(length, "tanggal dua bulan Maret tahun dua ribu (3-3-2026) ")),
        ),
        ("old words", article(&same(length, "5 (duapuluh) "))),
        ("parties", article(&same(length, "PIHAK KESATU "))),
        ("laws", article(&same(length, "Undang-Undang Nomor 12 Tahun 2011 "))),
        ("headings", article(&same(length, "BAB II X\n"))),
        ("one marker again", article(&same(length, "(3) x\n"))),
        ("markers taking turns", article(&same(length, "(1) x\na. x\n1) x\n(a) x\n"))),
        (
            "ever other markers",
            article(&many(length, |n| format!("{}.{}.1 x\n", n / 99 + 1, n % 99 + 1))),
        ),
        ("a staircase", article(&staircase)),
        ("short lines", article(&same(length, "x\n\n"))),
        (
            "articles",
            agreement(&many(length, |n| format!("[[pasal]]\nnama = 'a{n}'\nisi = 'x'\n"))),
        ),
        (
            "one article again",
            agreement(&many(length, |_| "[[pasal]]\nnama = 'a'\nisi = 'x'\n".into())),
        ),
        (
            "articles after each other",
            agreement(&many(length, |n| {
                format!("[[pasal]]\nnama = 'a{n}'\nsetelah = 'a{}'\n", n / 2)
            })),
        ),
        (
            "articles and references",
            agreement(&many(length, |n| {
                format!("[[pasal]]\nnama = 'a{n}'\nisi = '{{pasal:a{n}}}'\n")
            })),
        ),
        (
            "an order",
            agreement(&format!("susunan = [{}]\n", many(length, |n| format!("'a{n}', "))))
                + "[tujuan]\n",
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
                many(length, |n| format!("{{ istilah = 'Kata Ke {n}', arti = 'x' }},\n"))
            )),
        ),
        (
            "names given late",
            agreement(&many(length, |n| {
                format!("[[pasal]]\nisi = 'Kata{n} selanjutnya disebut Istilah{}.'\n", n + 1)
            })),
        ),
        (
            "packs",
            agreement("").replacen(
                '\n',
                &format!("\nperaturan = [{}]\n", many(length, |n| format!("'p{n}', "))),
                1,
            ),
        ),
        (
            "one pack again",
            agreement("").replacen(
                '\n',
                &format!("\nperaturan = [{}]\n", same(length, "'tata-tulis', ")),
                1,
            ),
        ),
        (
            "exceptions",
            agreement(&format!(
                "pengecualian = [{}]\n[tujuan]\nisi = '{}'\n",
                many(length, |_| "{ aturan = 'tata-tulis/residu', alasan = 'x' },\n".into()),
                same(length, "[isi] ")
            )),
        ),
        (
            "exceptions of nothing",
            agreement(&format!("pengecualian = [{}]\n", same(length, "{}, "))),
        ),
        (
            "parties in a list",
            agreement(&many(length, |n| {
                format!("[[pihak]]\nlembaga = 'L{n}'\nsebutan = 'S{n}'\n")
            })),
        ),
        (
            "one party again",
            agreement(&same(length, "[[pihak]]\nlembaga = 'L'\nsebutan = 'PIHAK KESATU'\n")),
        ),
        (
            "legal bases",
            agreement(&many(length, |n| {
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
                same(length, "{ teks = 'Undang-Undang Nomor 12 Tahun 2011' },\n")
            )),
        ),
        (
            "rows",
            format!(
                "jenis = \"perencanaan-kerja-sama\"\n{}",
                many(length, |n| format!("[[baris]]\nmitra = 'Mitra {n}'\nlembaga = 'x'\n"))
            ),
        ),
        (
            "a long term",
            agreement(&format!("[jangka_waktu]\nlama = '{}'\n", same(length, "1 tahun "))),
        ),
        (
            "a long amount",
            agreement(&format!(
                "[pendanaan]\nnilai = {{ nilai = 1, terbilang = '{}' }}\n",
                same(length, "puluh ")
            )),
        ),
        ("a long date", format!("tanggal = '{}'\n{}", same(length, "satu "), agreement(""))),
        ("a long name", agreement(&format!("[[pihak]]\nlembaga = '{}'\n", same(length, "x y ")))),
        (
            "nested lists",
            agreement(&format!("[[pasal]]\nisi = [{}]\n", same(length, "'x', [[['y']]],"))),
        ),
        ("line ends of Windows", article(&same(length, "(1) [isi]\r\n"))),
        ("one long line of markers", article(&same(length, "(1) "))),
        ("quotes", article(&same(length, "“a” "))),
        ("hashes", article(&same(length, "##["))),
        ("colons", article(&same(length, " ::"))),
    ]
}

fn main() -> Result<(), OpenError> {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let session = Session::new(Options { config: ConfigChoice::Isolated, ..Options::default() });
    let names: Vec<&str> = drafts(1).into_iter().map(|(name, _)| name).collect();
    for (at, name) in names.into_iter().enumerate() {
        if !wanted.is_empty() && !wanted.iter().any(|word| word == name) {
            continue;
        }
        let mut shown = Vec::new();
        for length in LENGTHS {
            let text = drafts(length).swap_remove(at).1;
            let (judged, written) = measure(&session, &Text::unsaved("draf.toml".as_ref(), text))?;
            shown.push(format!("{judged:.1?} + {written:.1?}"));
        }
        println!("{name}: {}", shown.join(", "));
    }
    Ok(())
}

/// How long a text takes to be judged, and the slowest report to be written.
fn measure(session: &Session, text: &Text) -> Result<(Duration, Duration), OpenError> {
    let begun = Instant::now();
    let report = session.check(text)?.report;
    let judged = begun.elapsed();
    let write = |format: Format| {
        let begun = Instant::now();
        let mut out = Vec::new();
        let _ = format.write(&Run::of(vec![&report]), &mut out);
        begun.elapsed()
    };
    Ok((judged, Format::ALL.iter().copied().map(write).max().unwrap_or_default()))
}
