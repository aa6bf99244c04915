//! What is to be printed, and where: each draft with its file, all of them known before the first is
//! written.

use std::path::{Path, PathBuf};

use super::rows;
use super::target::{patterned, target};
use crate::cli::RenderArgs;
use crate::error::{Failure, system};
use crate::fingerprint::Fingerprint;
use crate::manifest::Head;
use crate::session::{Candidate, Found, Session};
use crate::words::{manifest, write};

/// A draft that is to be printed.
pub(super) struct Job {
    /// The draft.
    pub(super) candidate: Candidate,
    /// Its file; `None` where only its text tells a name, and on standard output.
    pub(super) target: Option<PathBuf>,
    /// What the manifest knows the document by: its file from the folder of the output. `None` where
    /// no manifest is kept, and for what turns out to be no draft.
    pub(super) id: Option<String>,
}

/// Everything that is to be printed.
pub(super) struct Jobs {
    /// The drafts, of this share alone.
    pub(super) all: Vec<Job>,
    /// What the manifest says of the whole.
    pub(super) head: Option<Head>,
}

/// The jobs of a run.
///
/// # Errors
/// Two documents of one name, and a document without a name where the manifest wants one.
pub(super) fn jobs(
    args: &RenderArgs,
    session: &Session,
    found: &mut Found,
) -> Result<Jobs, Failure> {
    let candidates = std::mem::take(&mut found.candidates);
    let named = args.input.data.data.is_some() || patterned(args).is_some();
    let targets = if named {
        rows::targets(args, session, &candidates)?
    } else {
        candidates.iter().map(|one| target(args, one, &found.folders)).collect()
    };
    let listed = args.manifest.is_some() || args.shard.is_some();
    let pairs = candidates.into_iter().zip(targets);
    let mut all: Vec<Job> =
        pairs.map(|(candidate, target)| Job { candidate, target, id: None }).collect();
    if !listed {
        return Ok(Jobs { all, head: None });
    }
    for job in &mut all {
        job.id = id_of(args, session, job)?;
    }
    let ids = all.iter().filter_map(|job| job.id.as_deref());
    let head = Head::of(ids, args.shard, data(args)?);
    if let Some(share) = args.shard {
        // What is no draft is passed over by the first share, and told once.
        all.retain(|job| job.id.as_deref().map_or(share.number == 1, |id| share.takes(id)));
    }
    Ok(Jobs { all, head: Some(head) })
}

fn id_of(args: &RenderArgs, session: &Session, job: &Job) -> Result<Option<String>, Failure> {
    if let Ok(None) = session.read(&job.candidate) {
        return Ok(None);
    }
    let Some(target) = &job.target else {
        // A row that makes no draft has no name of its own; its place in the sheet is one.
        if job.candidate.row().is_some() {
            return Ok(Some(job.candidate.name()));
        }
        let (what, remedy) = (manifest::no_file(), manifest::no_file_fix());
        return Err(Failure::new(what, job.candidate.name(), remedy));
    };
    Ok(Some(below(args, target)))
}

/// A file as the manifest names it: from the folder of the output, on every system alike.
pub(super) fn below(args: &RenderArgs, target: &Path) -> String {
    let folder = args.out_dir.as_deref();
    let path = folder.and_then(|folder| target.strip_prefix(folder).ok()).unwrap_or(target);
    path.to_string_lossy().replace('\\', "/")
}

/// The hash of a sheet and of what says how it is read.
fn data(args: &RenderArgs) -> Result<Option<Fingerprint>, Failure> {
    let own = &args.input.data;
    let Some(sheet) = &own.data else { return Ok(None) };
    let mut pieces = Vec::new();
    for file in [Some(sheet), own.base.as_ref(), own.map.as_ref()].into_iter().flatten() {
        let bytes = std::fs::read(file).map_err(|error| {
            let what = crate::words::read::unreadable(system(&error));
            Failure::new(what, file.display(), write::forbidden_fix())
        })?;
        pieces.push(bytes);
    }
    let words = [&own.kind, &own.group_by, &own.sheet, &own.rows, &own.condition];
    let words = words.map(|word| word.clone().unwrap_or_default().into_bytes());
    let all = pieces.iter().chain(&words).map(Vec::as_slice);
    Ok(Some(Fingerprint::of_bytes(all)))
}
