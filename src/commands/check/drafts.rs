//! `--to-toml`: the drafts that a sheet makes, as files.

use crate::cli::CheckArgs;
use crate::commands::voice::{Voice, say};
use crate::error::{Failure, system};
use crate::session::{Candidate, Session};
use crate::sink;
use crate::words::{sheet, write};

/// Writes each draft into the folder that is asked for, named after its row.
pub(super) fn write(
    args: &CheckArgs,
    session: &Session,
    candidates: &[Candidate],
    voice: &Voice,
) -> Result<(), Failure> {
    let Some(folder) = &args.to_toml else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::new(write::unwritable(system(&error)), folder.display(), write::forbidden_fix())
    })?;
    let rows = candidates.iter().filter_map(Candidate::row);
    let width = rows.max().unwrap_or_default().to_string().len();
    let mut count = 0;
    for candidate in candidates {
        // What is wrong with a row is said when it is judged.
        let (Some(row), Ok(Some(text))) = (candidate.row(), session.read(candidate)) else {
            continue;
        };
        let file = folder.join(format!("baris-{row:0width$}.toml"));
        sink::write_file(&file, text.source.text().as_bytes(), args.force)?;
        count += 1;
    }
    say(&sheet::written(count, folder.display()).text(voice.language()));
    Ok(())
}
