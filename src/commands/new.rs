//! `naskah new`: the commented form of a kind.

use std::io::{self, BufRead, IsTerminal, Write};

use super::schema::{deliver, deliver_bytes, file, kind};
use super::voice::Voice;
use super::{options, written};
use crate::cli::NewArgs;
use crate::draft::blank::Blank;
use crate::engine;
use crate::error::{ExitStatus, Failure};
use crate::finding::Level;
use crate::kind::{Catalog, Field, Kind};
use crate::rule::Registry;
use crate::rule::registry::FORMAT;
use crate::sheet::form;
use crate::sink;
use crate::source::SourceFile;
use crate::wording::Bahasa;
use crate::words::{command, sheet};

pub(super) fn begin_draft(args: &NewArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let settings = options::here(&args.settings, voice)?;
    let kind = kind(&settings.catalog, &args.made.kind)?;
    if let Some(path) = file(&args.made) {
        sink::may_write(path, args.made.force)?;
    }
    if args.xlsx {
        deliver_bytes(&args.made, &workbook(kind)?)?;
        return Ok(ExitStatus::Clean);
    }
    let mut blank = Blank::new(kind, &settings.catalog);
    unclaim(&mut blank, &settings.catalog, &settings.registry);
    if args.tanya {
        interview(&mut blank, kind.language)?;
    }
    deliver(&args.made, &blank.text())?;
    Ok(ExitStatus::Clean)
}

/// A workbook of which each row will be a draft.
fn workbook(kind: &Kind) -> Result<Vec<u8>, Failure> {
    form(kind).map_err(|error| {
        Failure::general(sheet::form_unmade(error.to_string()), command::crashed_fix())
    })
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

fn interview(blank: &mut Blank<'_>, language: Bahasa) -> Result<(), Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::general(command::no_terminal(), command::no_terminal_fix()));
    }
    for field in blank.questions() {
        let answer = ask(field, language, &mut io::stdin().lock(), &mut io::stderr());
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

/// Asks for one field, in the language of its kind, until the answer can stand; an empty answer
/// leaves the blank.
fn ask(
    field: &Field,
    language: Bahasa,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Option<String>> {
    if let Some(help) = field.help_in(language) {
        writeln!(out, "{help}")?;
    }
    if let Some(options) = &field.options {
        writeln!(out, "{}", command::choices(options.join(", ")).text(language.into()))?;
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
            Some(objection) => writeln!(out, "{}", objection.text(language.into()))?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(key: &str) -> Field {
        Catalog::embedded().get("perencanaan-kerja-sama").unwrap().field(key).unwrap().clone()
    }

    /// The answer to the questions about a field of a planning table, and what was said.
    fn asked(key: &str, typed: &str) -> (Option<String>, String) {
        let mut said = Vec::new();
        let answer = ask(&field(key), Bahasa::Indonesia, &mut typed.as_bytes(), &mut said);
        (answer.unwrap(), String::from_utf8(said).unwrap())
    }

    #[test]
    fn asks_again_until_the_answer_can_stand() {
        let (answer, said) = asked("tingkat", "kantor\nupt\n");
        assert_eq!(answer.as_deref(), Some("upt"));
        assert!(said.contains("bukan salah satu pilihan"), "{said}");
        assert_eq!(asked("unit", "\n").0, None);
        assert_eq!(asked("unit", "").0, None);
        let (answer, _) = asked("tanggal", "31 Februari 2026\n2 Maret 2026\n");
        assert_eq!(answer.as_deref(), Some("2 Maret 2026"));
    }

    #[test]
    fn asks_in_the_language_of_the_kind() {
        let field =
            Catalog::embedded().get("ika").unwrap().field("tarikh_meterai").unwrap().clone();
        let mut said = Vec::new();
        let mut typed = &b"32 Mac 2026\n2 Mac 2026\n"[..];
        let answer = ask(&field, Bahasa::Melayu, &mut typed, &mut said).unwrap();
        assert_eq!(answer.as_deref(), Some("2 Mac 2026"));
        let said = String::from_utf8(said).unwrap();
        assert!(said.contains("Tarikh IKA dimeterai"), "{said}");
        assert!(said.contains("tulis tarikh seperti"), "{said}");
    }
}
