//! `--fix`, `--unsafe-fixes` and `--diff`: what becomes of a mended text.

mod diff;

use super::voice::say;
use super::{print, print_bytes};
use crate::cli::FixArgs;
use crate::error::Failure;
use crate::report::harmless;
use crate::session::{Mended, Mending, Text};
use crate::sink;
use crate::source::SourceFile;
use crate::words::{Language, command};

/// Which fixes the arguments ask for.
///
/// # Errors
/// Arguments that do not go together.
pub(super) fn mending(args: &FixArgs) -> Result<Option<Mending>, Failure> {
    match (args.fix || args.diff, args.unsafe_fixes) {
        (true, true) => Ok(Some(Mending::All)),
        (true, false) => Ok(Some(Mending::Safe)),
        (false, false) => Ok(None),
        (false, true) => {
            Err(Failure::general(command::unsafe_alone(), command::unsafe_alone_fix()))
        }
    }
}

/// How much was mended, or can be.
#[derive(Debug, Default)]
pub(super) struct MendCount {
    /// Findings.
    findings: usize,
    /// Texts.
    pub(crate) texts: usize,
}

impl MendCount {
    /// Writes a mended text to where it came from, or shows the change.
    pub(super) fn deliver(
        &mut self,
        args: &FixArgs,
        text: &Text,
        mended: Option<&Mended>,
    ) -> Result<(), Failure> {
        let new = mended.map_or(text.source.text(), |mended| mended.text.source.text());
        match (&text.file, mended) {
            (_, Some(_)) if args.diff => print(diff(&text.source, new).as_bytes()),
            (Some(path), Some(_)) => Ok(sink::rewrite(path, text.source.text(), new)?),
            // Whoever reads the pipe wants the draft also when nothing was wrong with it.
            (None, _) if args.fix => print_bytes(new.as_bytes()),
            _ => Ok(()),
        }?;
        self.findings += mended.map_or(0, |mended| mended.count);
        self.texts += usize::from(mended.is_some());
        Ok(())
    }

    /// Says on standard error what changed on the disk, or would.
    pub(super) fn say(&self, args: &FixArgs, language: Language) {
        let said = if args.diff { command::mendable } else { command::mended };
        if self.findings > 0 {
            say(&said(self.findings, self.texts).text(language));
        }
    }
}

/// The change in the form that `patch` and `git apply` read.
fn diff(source: &SourceFile, new: &str) -> String {
    let name = source.name().replace(['\n', '\r'], " ");
    harmless(&diff::unified(&name, source.text(), new))
}
