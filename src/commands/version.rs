//! `naskah --version`: what the program is made of, so that a report of a fault tells which laws it
//! knew. `-V` is the number alone.

use std::fmt::Write as _;

use super::print;
use super::voice::Voice;
use crate::error::{ExitStatus, Failure};
use crate::rule::{Pack, Registry};
use crate::words::{Argument, Language, version};

pub(super) fn print_version(whole: bool, voice: &Voice) -> Result<ExitStatus, Failure> {
    let language = voice.language();
    let mut text = concat!("naskah ", env!("CARGO_PKG_VERSION"), "\n").to_owned();
    if whole {
        text.push_str(&parts(language));
        let _ = writeln!(text, "{}", version::regulations().text(language));
        Registry::embedded().packs().for_each(|pack| text.push_str(&line(pack, language)));
    }
    print(text.as_bytes())?;
    Ok(ExitStatus::Clean)
}

/// The features of the build, with the engines that they bring.
fn parts(language: Language) -> String {
    let features: Argument =
        if cfg!(feature = "render") { "render".into() } else { version::checker_only().into() };
    version::features(features).text(language) + "\n" + &engine()
}

#[cfg(feature = "render")]
fn engine() -> String {
    format!("Typst     : {}\n", crate::render::typst_version())
}

#[cfg(not(feature = "render"))]
fn engine() -> String {
    String::new()
}

/// A pack with the day on which it was enacted, where it is a law.
fn line(pack: &Pack, language: Language) -> String {
    let mut line = format!("  {}", pack.id);
    if let Some(date) = pack.enacted {
        line.push_str(&version::enacted(date).text(language));
    }
    line + "\n"
}
