//! `naskah --version`: what the program is made of, so that a report of a fault tells which laws it
//! knew. `-V` is the number alone.

use std::fmt::Write as _;

use super::print;
use crate::error::{ExitStatus, Failure};
use crate::rule::{Pack, Registry};

pub(super) fn run(whole: bool) -> Result<ExitStatus, Failure> {
    let mut text = concat!("naskah ", env!("CARGO_PKG_VERSION"), "\n").to_owned();
    if whole {
        text.push_str(&parts());
        text.push_str("peraturan :\n");
        Registry::embedded().packs().for_each(|pack| text.push_str(&line(pack)));
    }
    print(text.as_bytes())?;
    Ok(ExitStatus::Clean)
}

/// The features of the build, with the engines that they bring.
#[cfg(feature = "render")]
fn parts() -> String {
    format!("fitur     : render\nTypst     : {}\n", crate::render::typst_version())
}

#[cfg(not(feature = "render"))]
fn parts() -> String {
    "fitur     : pemeriksa saja\n".to_owned()
}

/// A pack with the day on which it was enacted, where it is a law.
fn line(pack: &Pack) -> String {
    let mut line = format!("  {}", pack.id);
    if let Some(date) = pack.enacted {
        let _ = write!(line, ", ditetapkan {date}");
    }
    line + "\n"
}
