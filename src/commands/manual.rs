//! `naskah manual`: the manual pages, made of the same words as the help.

use std::path::Path;

use clap::Command;
use clap_mangen::Man;

use super::voice::Voice;
use super::{print, written};
use crate::cli::{Cli, ManualArgs};
use crate::error::{ExitStatus, Failure};
use crate::sink;
use crate::words::{Language, Phrase, help};

pub(super) fn write_manual(args: &ManualArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let language = voice.language();
    let mut whole = Cli::shown(language);
    whole.build();
    match &args.out_dir {
        None => print(&page(&whole, language)?)?,
        Some(folder) => {
            let mut commands = std::iter::once(&whole).chain(whole.get_subcommands());
            commands.try_for_each(|command| write(command, language, folder, args.force))?;
        }
    }
    Ok(ExitStatus::Clean)
}

fn write(
    command: &Command,
    language: Language,
    folder: &Path,
    replace: bool,
) -> Result<(), Failure> {
    let name = Man::new(command.clone()).get_filename();
    Ok(sink::write_file(&folder.join(name), &page(command, language)?, replace)?)
}

fn page(command: &Command, language: Language) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    let man = Man::new(command.clone()).source(concat!("naskah ", env!("CARGO_PKG_VERSION")));
    written(man.render(&mut page))?;
    let page = String::from_utf8_lossy(&page);
    Ok(page.lines().map(|line| in_our_words(line, language)).collect::<String>().into_bytes())
}

/// A line with its heading in a language and in capitals, if it is one.
fn in_our_words(line: &str, language: Language) -> String {
    let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"'));
    let ours = match heading {
        None => return format!("{line}\n"),
        Some("NAME") => help::name(),
        Some("SYNOPSIS") => help::synopsis(),
        Some("DESCRIPTION") => help::description(),
        Some("VERSION") => help::version(),
        Some(heading) => Phrase::verbatim(heading.to_uppercase()),
    };
    format!(".SH {}\n", ours.text(language))
}
