//! The embedded fonts; the machine's own never change a page.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::assets;

/// The embedded fonts with their index.
pub(super) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = assets::templates_under("_bersama/huruf/").filter(|(path, _)| {
        let extension = path.rsplit('.').next();
        matches!(extension, Some("ttf" | "otf"))
    });
    let fonts: Vec<Font> = files.flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// The names of the embedded families.
pub(super) fn families() -> Vec<String> {
    let mut names: Vec<String> = FONTS.book.families().map(|(name, _)| name.to_owned()).collect();
    names.sort();
    names.dedup();
    names
}
