//! Names of printed files.

use std::path::{Path, PathBuf};

use crate::cli::RenderArgs;
use crate::session::Candidate;
use crate::sink::folder_of;

/// The pattern by which documents are named after their fields, if one is given.
pub(super) fn patterned(args: &RenderArgs) -> Option<&str> {
    args.output.as_deref().and_then(Path::to_str).filter(|pattern| pattern.contains('{'))
}

/// The file that the document of a draft goes to. A folder of drafts becomes a folder of documents
/// with the same folders below it. `None` for a draft without a file of its own: only its text tells
/// its name, and alone it goes to standard output.
pub(super) fn target(
    args: &RenderArgs,
    candidate: &Candidate,
    folders: &[(usize, PathBuf)],
) -> Option<PathBuf> {
    if let Some(path) = &args.output {
        return Some(path.clone()).filter(|path| path != Path::new("-"));
    }
    let file = candidate.file()?;
    let Some(out) = &args.out_dir else {
        return Some(file.with_extension(args.format.extension()));
    };
    let mut roots = folders.iter().filter(|(number, _)| candidate.named().contains(number));
    let short = roots.find_map(|(_, root)| file.strip_prefix(root).ok());
    let short = short.or_else(|| file.file_name().map(Path::new))?;
    Some(out.join(short).with_extension(args.format.extension()))
}

/// The file of a draft that only its text gives a name.
pub(super) fn by_name(args: &RenderArgs, name: &str) -> PathBuf {
    let file = PathBuf::from(format!("{name}.{}", args.format.extension()));
    args.out_dir.as_ref().map_or_else(|| file.clone(), |folder| folder.join(&file))
}

/// `x.png` for one page, `x-1.png`, `x-2.png` for several.
pub(super) fn numbered(target: &Path, pages: usize) -> Vec<PathBuf> {
    if pages == 1 {
        return vec![target.to_owned()];
    }
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = target.extension().unwrap_or_default().to_string_lossy().into_owned();
    let width = pages.to_string().len();
    (1..=pages)
        .map(|page| target.with_file_name(format!("{stem}-{page:0width$}.{extension}")))
        .collect()
}

/// Page files of an earlier printing that this one has no page for. They are the user's; they stay.
pub(super) fn earlier_pages(target: &Path, written: &[PathBuf]) -> Vec<PathBuf> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned() + "-";
    let entries = std::fs::read_dir(folder_of(target)).into_iter().flatten();
    let mut old: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension() == target.extension() && is_page(path, &stem))
        .filter(|path| !written.iter().any(|one| one.file_name() == path.file_name()))
        .collect();
    old.sort();
    old
}

/// Whether a file has this stem and then a number.
fn is_page(path: &Path, stem: &str) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name.strip_prefix(stem)
        .is_some_and(|page| !page.is_empty() && page.bytes().all(|byte| byte.is_ascii_digit()))
}
