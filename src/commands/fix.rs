//! `--fix`, `--unsafe-fixes` and `--diff`: findings mended in the text itself.

use similar::TextDiff;

use super::input::Input;
use super::settled::Settled;
use super::{note, print};
use crate::batch;
use crate::cli::FixArgs;
use crate::engine::fix;
use crate::error::Failure;
use crate::finding::Fix;
use crate::report::harmless;
use crate::sink;
use crate::source::SourceFile;

/// Mending one fault may uncover another; a draft that never comes to rest is left after so many
/// rounds.
const ROUNDS: usize = 20;

/// What became of the drafts of a run.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The drafts as they now are.
    pub inputs: Vec<Input>,
    /// Findings mended, or that can be.
    pub count: usize,
    /// Files that changed, or would.
    pub files: usize,
    /// What could not be written.
    pub failures: Vec<Failure>,
}

/// Conflicts between the arguments.
pub(super) fn settle(args: &FixArgs) -> Result<(), Failure> {
    if args.unsafe_fixes && !args.fix && !args.diff {
        let remedy = "tambahkan --fix untuk menulisnya, atau --diff untuk melihatnya";
        return Err(Failure::general("--unsafe-fixes tanpa --fix atau --diff", remedy));
    }
    Ok(())
}

/// Mends drafts and writes each to where it came from, or shows the changes.
pub(super) fn run(
    inputs: Vec<Input>,
    settled: &Settled,
    args: &FixArgs,
    workers: usize,
) -> Result<Outcome, Failure> {
    if !args.fix && !args.diff {
        return Ok(Outcome { inputs, ..Outcome::default() });
    }
    let mended = batch::run(&inputs, workers, || (), |(), input| mend(settled, input, args));
    let mut outcome = Outcome::default();
    for (mut input, mended) in inputs.into_iter().zip(mended) {
        let mended = mended.flatten();
        let text = mended.as_ref().map_or(input.source.text(), |(source, _)| source.text());
        let done = match (&input.file, &mended) {
            (_, Some(_)) if args.diff => print(diff(&input.source, text).as_bytes()),
            (Some(path), Some(_)) => sink::write_file(path, text.as_bytes(), true),
            // Whoever reads the pipe wants the draft also when nothing was wrong with it.
            (None, _) if args.fix => print(text.as_bytes()),
            _ => Ok(()),
        };
        match (done, mended) {
            (Ok(()), Some((source, count))) => {
                outcome.files += 1;
                outcome.count += count;
                input.source = source;
            }
            (Ok(()), None) => {}
            (Err(failure), _) => outcome.failures.push(failure),
        }
        outcome.inputs.push(input);
    }
    outcome.say(args);
    Ok(outcome)
}

/// The mended text of a draft, and how many findings it cost; `None` when nothing can be mended.
fn mend(settled: &Settled, input: &Input, args: &FixArgs) -> Option<(SourceFile, usize)> {
    let settings = settled.of(input)?;
    let mut source = input.source.clone();
    let mut mended = 0;
    for _ in 0..ROUNDS {
        let checked = settings.check(&source, input.file.as_deref());
        let fixes = checked.findings.iter().filter_map(|finding| finding.fix.as_ref());
        let fixes: Vec<&Fix> = fixes.filter(|fix| fix.safe || args.unsafe_fixes).collect();
        let Some((text, count)) = fix::apply(source.text(), &fixes) else {
            break;
        };
        source = SourceFile::new(source.name(), text);
        mended += count;
    }
    // Rounds that only undid each other changed nothing.
    (source.text() != input.source.text()).then_some((source, mended))
}

impl Outcome {
    /// Says on standard error what changed on the disk, or would.
    fn say(&self, args: &FixArgs) {
        let verb = if args.diff { "dapat diperbaiki" } else { "diperbaiki" };
        if self.count > 0 {
            note(&format!("{} temuan {verb} di {} berkas", self.count, self.files));
        }
    }
}

/// The change in the form that `patch` and `git apply` read.
fn diff(source: &SourceFile, new: &str) -> String {
    let name = source.name().replace(['\n', '\r'], " ");
    let diff = TextDiff::from_lines(source.text(), new);
    let text = diff.unified_diff().context_radius(3).header(&name, &name).to_string();
    harmless(&text)
}
