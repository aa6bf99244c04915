//! What documents are called by their fields. All names are known before the first is written: two of
//! one name would cost one of them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::cli::RenderArgs;
use crate::error::Failure;
use crate::session::{Candidate, DataError, Session, SheetFault};
use crate::words::{Argument, sheet};

/// The file of each document, by its place among the candidates. One that makes no draft has none.
pub(super) fn targets(
    args: &RenderArgs,
    session: &Session,
    candidates: &[Candidate],
) -> Result<Vec<Option<PathBuf>>, Failure> {
    let pattern = args.output.as_deref().and_then(|path| path.to_str());
    // Documents of one file alone need no names that people choose; their rows tell them apart.
    let alone = args.combine.is_some() && args.out_dir.is_none();
    let pattern = pattern.or(alone.then_some("{baris}"));
    let mut targets = Vec::new();
    for candidate in candidates {
        // What is wrong with a row is said when its turn comes.
        let Ok(Some(text)) = session.read(candidate) else {
            targets.push(None);
            continue;
        };
        let row = candidate.row().unwrap_or_default();
        let path = session.path_of_row(&text, pattern, row).map_err(DataError::from)?;
        let path = match path {
            // A file that is no draft of a known kind is told as such when its turn comes.
            Err(SheetFault::NoKind) if candidate.row().is_none() => {
                targets.push(None);
                continue;
            }
            path => path.map_err(|source| {
                let sheet = args.input.data.data.as_ref().filter(|_| pattern.is_none());
                let file = sheet.cloned().unwrap_or_else(|| candidate.name().into());
                DataError::Sheet { file, source }
            })?,
        };
        targets.push(Some(whole(args, path)));
    }
    apart(candidates, &targets)?;
    Ok(targets)
}

/// With the folder that was asked for, and an extension where the pattern has none.
fn whole(args: &RenderArgs, path: PathBuf) -> PathBuf {
    let path = match &args.out_dir {
        Some(folder) => folder.join(path),
        None => path,
    };
    let extension = args.format.extension();
    if args.output.is_some() && path.extension().is_some_and(|given| given == extension) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(extension);
    path.with_file_name(name)
}

fn apart(candidates: &[Candidate], targets: &[Option<PathBuf>]) -> Result<(), Failure> {
    let mut rows: BTreeMap<&PathBuf, Vec<String>> = BTreeMap::new();
    for (candidate, target) in candidates.iter().zip(targets) {
        if let Some(target) = target {
            rows.entry(target).or_default().push(candidate.name());
        }
    }
    let twins: Vec<_> = rows.into_iter().filter(|(_, rows)| rows.len() > 1).collect();
    if twins.is_empty() {
        return Ok(());
    }
    let count: usize = twins.iter().map(|(_, rows)| rows.len()).sum();
    let line = |(target, rows): &(&PathBuf, Vec<String>)| {
        Argument::from(format!("{}: {}", target.display(), shown(rows)))
    };
    let lines = Argument::list(twins.iter().take(SHOWN).map(line), Failure::NEXT);
    Err(Failure::listing(sheet::same_name(count), lines, sheet::same_name_fix("{baris}")))
}

/// How many are listed: whoever has more has one cause for all.
const SHOWN: usize = 5;

fn shown(rows: &[String]) -> String {
    let more = if rows.len() > SHOWN { ", …" } else { "" };
    rows.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ") + more
}
