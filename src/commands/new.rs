//! `naskah new`: the commented form of a kind.

use std::io::{self, BufRead, IsTerminal, Write};

use super::schema::{deliver, file, kind};
use super::{options, written};
use crate::cli::NewArgs;
use crate::draft::blank::Blank;
use crate::engine;
use crate::error::{ExitStatus, Failure};
use crate::finding::Level;
use crate::kind::{Catalog, Field};
use crate::rule::Registry;
use crate::rule::registry::FORMAT;
use crate::sink;
use crate::source::SourceFile;
use crate::words::Language;

pub(super) fn run(args: &NewArgs) -> Result<ExitStatus, Failure> {
    let settings = options::here(&args.settings)?;
    let kind = kind(&settings.catalog, &args.made.kind)?;
    if let Some(path) = file(&args.made) {
        sink::may_write(path, args.made.force)?;
    }
    let mut blank = Blank::new(kind, &settings.catalog);
    unclaim(&mut blank, &settings.catalog, &settings.registry);
    if args.tanya {
        interview(&mut blank)?;
    }
    deliver(&args.made, &blank.text())?;
    Ok(ExitStatus::Clean)
}

/// Takes back every claim without which the form is still sound: what is not demanded is not said
/// on the writer's behalf.
fn unclaim(blank: &mut Blank<'_>, catalog: &Catalog, registry: &Registry) {
    for claim in blank.claims.clone() {
        blank.claims.remove(&claim);
        if !sound(&blank.text(), catalog, registry) {
            blank.claims.insert(claim);
        }
    }
}

/// Whether a form has no error, and of the format's faults only blanks.
fn sound(text: &str, catalog: &Catalog, registry: &Registry) -> bool {
    let checked = engine::check(&SourceFile::new("formulir", text), catalog, registry);
    checked.findings.iter().all(|finding| {
        let blank = matches!(finding.rule.code.as_str(), "isian-belum-diisi" | "residu-isian");
        finding.level != Level::Error && (finding.rule.pack != FORMAT || blank)
    })
}

fn interview(blank: &mut Blank<'_>) -> Result<(), Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::general(
            "--tanya memerlukan terminal; masukan standar bukan terminal",
            "jalankan tanpa --tanya, lalu isi formulirnya di editor",
        ));
    }
    for field in blank.questions() {
        let answer = ask(field, &mut io::stdin().lock(), &mut io::stderr());
        if let Some(answer) = written_answer(answer)? {
            blank.answers.insert(field.key.clone(), answer);
        }
    }
    Ok(())
}

fn written_answer(answer: io::Result<Option<String>>) -> Result<Option<String>, Failure> {
    match answer {
        Ok(answer) => Ok(answer),
        Err(error) => written(Err(error)).map(|()| None),
    }
}

/// Asks for one field until the answer can stand; an empty answer leaves the blank.
fn ask(field: &Field, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Option<String>> {
    if let Some(help) = &field.help {
        writeln!(out, "{help}")?;
    }
    if let Some(options) = &field.options {
        writeln!(out, "Pilihan: {}", options.join(", "))?;
    }
    loop {
        write!(out, "{}: ", field.key)?;
        out.flush()?;
        let mut line = String::new();
        let read = input.read_line(&mut line)?;
        let answer = line.trim();
        if read == 0 || answer.is_empty() {
            return Ok(None);
        }
        match field.objection(answer) {
            None => return Ok(Some(answer.to_owned())),
            Some(objection) => writeln!(out, "{}", objection.text(Language::default()))?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(key: &str) -> Field {
        Catalog::embedded().get("perencanaan-kerja-sama").unwrap().field(key).unwrap().clone()
    }

    #[test]
    fn asks_again_until_the_answer_can_stand() {
        let mut said = Vec::new();
        let answer = ask(&field("tingkat"), &mut &b"kantor\nupt\n"[..], &mut said).unwrap();
        assert_eq!(answer.as_deref(), Some("upt"));
        assert!(String::from_utf8(said).unwrap().contains("bukan salah satu pilihan"));
        assert_eq!(ask(&field("unit"), &mut &b"\n"[..], &mut Vec::new()).unwrap(), None);
        assert_eq!(ask(&field("unit"), &mut &b""[..], &mut Vec::new()).unwrap(), None);
        let date =
            ask(&field("tanggal"), &mut &b"31 Februari 2026\n2 Maret 2026\n"[..], &mut Vec::new());
        assert_eq!(date.unwrap().as_deref(), Some("2 Maret 2026"));
    }
}
