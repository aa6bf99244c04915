//! The files that the binary carries: kinds with their templates and fonts, packs, the
//! provisions of their sources, and what became of other regulations.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The embedded files under a folder of `templates/`, by path.
pub fn templates_under(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    TEMPLATES.iter().filter(move |(path, _)| path.starts_with(folder)).copied()
}
