//! `naskah gabung`: the shares of a batch, put together and proved to be a whole.

use super::archive::Archive;
use super::journal::read_manifest;
use super::voice::{Voice, say};
use super::{ingredient, print};
use crate::cli::MergeArgs;
use crate::error::{ExitStatus, Failure};
use crate::fingerprint::Fingerprint;
use crate::manifest::{Entry, Manifest, Merged, Objection, merge};
use crate::sink;
use crate::words::{Language, Phrase, manifest};

pub(super) fn merge_shares(args: &MergeArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    if let Some(path) = &args.output {
        sink::may_write(path, args.force)?;
    }
    let named =
        args.files.iter().map(|path| Ok((path.display().to_string(), read_manifest(path)?)));
    let manifests: Vec<(String, Manifest)> = named.collect::<Result<_, Failure>>()?;
    let Some(Merged { manifest: whole, objections }) = merge(&manifests) else {
        return Ok(ExitStatus::Clean);
    };
    let language = voice.language();
    let mut lines: Vec<String> =
        objections.iter().map(|one| objection(one).text(language)).collect();
    lines.extend(unlike(args, &whole, language)?);
    if lines.is_empty() {
        if let Some(path) = &args.output {
            sink::write_file(path, whole.text().as_bytes(), args.force)?;
        }
        let count = whole.entries.len();
        let held = args.out_dir.is_some() || !args.archive.is_empty();
        let phrase = if held {
            manifest::whole_with_files(count, manifests.len())
        } else {
            manifest::whole(count, manifests.len())
        };
        print((phrase.text(language) + "\n").as_bytes())?;
        return Ok(ExitStatus::Clean);
    }
    for line in lines.iter().take(SHOWN) {
        say(line);
    }
    if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        say(&manifest::more(more).text(language));
    }
    say(&manifest::no_whole(lines.len()).text(language));
    Ok(ExitStatus::Findings)
}

/// How many objections are listed: whoever has more has few causes for them.
const SHOWN: usize = 50;

/// The documents in a folder or in archives that are not what the manifest says, a line each.
fn unlike(args: &MergeArgs, whole: &Manifest, language: Language) -> Result<Vec<String>, Failure> {
    let archives = args.archive.iter().map(|path| Archive::open(path));
    let archives: Vec<Archive> = archives.collect::<Result<_, _>>()?;
    if archives.is_empty() && args.out_dir.is_none() {
        return Ok(Vec::new());
    }
    let read = |file: &str| match &args.out_dir {
        Some(folder) => std::fs::read(folder.join(file)).ok(),
        None => archives.iter().find_map(|archive| archive.get(file)),
    };
    let pages = whole.entries.iter().flat_map(|entry: &Entry| &entry.pages);
    let fault = pages.filter_map(|page| match read(&page.file) {
        None => Some(manifest::file_gone(&page.file)),
        Some(bytes) if Fingerprint::of_bytes([bytes.as_slice()]) != page.hash => {
            Some(manifest::file_unlike(&page.file))
        }
        Some(_) => None,
    });
    Ok(fault.map(|phrase| phrase.text(language)).collect())
}

fn objection(one: &Objection) -> Phrase {
    match one {
        Objection::OtherSet { first, other } => manifest::other_set(first, other),
        Objection::OtherData { first, other } => manifest::other_data(first, other),
        Objection::SameShare { first, other } => manifest::same_share(first, other),
        Objection::NoShare(share) => manifest::no_share(share.to_string()),
        Objection::Twice { file, first, other } => manifest::twice(file, first, other),
        Objection::Stray { file, manifest: name } => manifest::stray(file, name),
        Objection::Lost(count) => manifest::lost(*count),
        Objection::OtherFiles => manifest::other_files(),
        Objection::Unprinted { file, draft } => manifest::unprinted(file, draft),
        Objection::OtherIngredient { file, ingredient: one } => {
            manifest::other_ingredient(file, ingredient(*one))
        }
    }
}
