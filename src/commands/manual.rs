//! `naskah manual`: the manual pages, made of the same words as the help.

use std::path::Path;

use clap::Command;
use clap_mangen::Man;

use super::{print, written};
use crate::cli::{Cli, ManualArgs};
use crate::error::{ExitStatus, Failure};
use crate::sink;

/// The headings that clap gives a page, and ours.
const HEADINGS: [(&str, &str); 5] = [
    ("NAME", "NAMA"),
    ("SYNOPSIS", "RINGKASAN"),
    ("DESCRIPTION", "KETERANGAN"),
    ("VERSION", "VERSI"),
    ("Perintah", "PERINTAH"),
];

pub(super) fn run(args: &ManualArgs) -> Result<ExitStatus, Failure> {
    let mut whole = Cli::definition();
    whole.build();
    match &args.out_dir {
        None => print(&page(&whole)?)?,
        Some(folder) => {
            let mut commands = std::iter::once(&whole).chain(whole.get_subcommands());
            commands.try_for_each(|command| write(command, folder, args.force))?;
        }
    }
    Ok(ExitStatus::Clean)
}

fn write(command: &Command, folder: &Path, replace: bool) -> Result<(), Failure> {
    let name = Man::new(command.clone()).get_filename();
    Ok(sink::write_file(&folder.join(name), &page(command)?, replace)?)
}

fn page(command: &Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    let man = Man::new(command.clone()).source(concat!("naskah ", env!("CARGO_PKG_VERSION")));
    written(man.render(&mut page))?;
    let lines = String::from_utf8_lossy(&page).lines().map(in_our_words).collect::<String>();
    Ok(lines.into_bytes())
}

/// A line with its heading in Indonesian, if it is one.
fn in_our_words(line: &str) -> String {
    let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"'));
    let ours = HEADINGS.iter().find(|(theirs, _)| heading == Some(*theirs));
    ours.map_or_else(|| format!("{line}\n"), |(_, ours)| format!(".SH {ours}\n"))
}
