//! Names of printed files.

use std::path::{Path, PathBuf};

use crate::cli::RenderArgs;
use crate::sink::folder_of;

/// The file that a document goes to, or whose name those of its pages have. `name` is for a draft
/// that has no file of its own.
pub(super) fn target(args: &RenderArgs, file: Option<&Path>, name: &str) -> PathBuf {
    let extension = args.format.extension();
    if let Some(path) = &args.output {
        return path.clone();
    }
    match (&args.out_dir, file) {
        (Some(folder), Some(file)) => {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            folder.join(format!("{stem}.{extension}"))
        }
        (Some(folder), None) => folder.join(format!("{name}.{extension}")),
        (None, Some(file)) => file.with_extension(extension),
        (None, None) => PathBuf::from(format!("{name}.{extension}")),
    }
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
