//! Pictures of a draft, from beside it or from one named folder and from nowhere else, and judged by
//! their heads: what would take all memory or all time to draw is refused before anything draws it.

mod fault;
mod raster;
mod vector;

use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

pub(crate) use fault::Fault;

/// The largest file that is read.
const LIMIT: u64 = 20 * 1024 * 1024;

/// The most dots of a picture: an A4 page scanned at 600 dots per inch has 35 million. Each takes
/// four bytes once it is drawn.
const DOTS: u64 = 40_000_000;

/// How many times as long as wide a picture may be, or the other way round. Laid out at the width
/// of a page, a longer one would be many pages high.
const RATIO: f64 = 20.0;

/// What the bytes of a picture are, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Scalable Vector Graphics.
    Svg,
}

impl Form {
    /// The extension of its files.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Svg => "svg",
        }
    }
}

/// A picture that may be drawn.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// The file that it was read from.
    pub(crate) file: PathBuf,
    /// What it is.
    pub(crate) form: Form,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Reads the picture of a name from the first of some folders that has it.
///
/// # Errors
/// A picture that is missing, lies elsewhere, is none, or cannot be drawn.
pub(crate) fn read(name: &str, folders: &[&Path]) -> Result<Picture, Fault> {
    named(name)?;
    let has_it = folders.iter().find(|folder| folder.join(name).exists());
    let folder = has_it.ok_or(Fault::Missing)?;
    let file = folder.join(name);
    stays(&file, folder)?;
    let bytes = limited(&file)?;
    let form = form(&bytes)?;
    Ok(Picture { file, form, bytes })
}

/// Whether a name is that of a file in the draft's own folder, or below it.
///
/// # Errors
/// A name that leads elsewhere, or only on some systems.
pub(crate) fn named(name: &str) -> Result<(), Fault> {
    if name.contains('\\') {
        return Err(Fault::Backslash);
    }
    let inside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if Path::new(name).components().all(inside) { Ok(()) } else { Err(Fault::Elsewhere) }
}

/// Whether a file lies in a folder also when every link is followed.
fn stays(file: &Path, folder: &Path) -> Result<(), Fault> {
    let (file, folder) = (file.canonicalize()?, folder.canonicalize()?);
    if !file.starts_with(folder) {
        return Err(Fault::Linked);
    }
    // A pipe would be waited for for ever.
    if file.is_file() { Ok(()) } else { Err(Fault::Missing) }
}

/// At most one byte more than the limit.
fn limited(file: &Path) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT { Err(Fault::TooLarge) } else { Ok(bytes) }
}

/// What bytes are, if they can be drawn.
fn form(bytes: &[u8]) -> Result<Form, Fault> {
    if let Some((form, size)) = raster::head(bytes)? {
        fits(f64::from(size.width), f64::from(size.height))?;
        return if size.dots() > DOTS { Err(Fault::TooManyDots(size.dots())) } else { Ok(form) };
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if !String::from_utf8_lossy(head).contains("<svg") {
        return Err(Fault::NoPicture);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::SvgNoText)?;
    vector::drawable(text).map(|()| Form::Svg)
}

/// Whether neither side is too long for the other.
fn fits(width: f64, height: f64) -> Result<(), Fault> {
    let ratio = if width > height { width / height } else { height / width };
    // Also of a side without length the ratio is no number that fits.
    if ratio <= RATIO { Ok(()) } else { Err(Fault::TooLong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(name: &str, bytes: &[u8]) -> Result<Form, String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), bytes).unwrap();
        read(name, &[folder.path()])
            .map(|picture| picture.form)
            .map_err(|fault| format!("{fault:?}"))
    }

    #[test]
    fn names() {
        for name in ["a.svg", "./a.svg", "gambar/a.svg"] {
            assert!(named(name).is_ok(), "{name}");
        }
        for name in ["../a.svg", "/a.svg", "gambar/../../a.svg"] {
            assert!(matches!(named(name), Err(Fault::Elsewhere)), "{name}");
        }
        assert!(matches!(named("gambar\\a.svg"), Err(Fault::Backslash)));
    }

    #[test]
    fn what_is_no_picture() {
        assert_eq!(judged("a.png", b"bukan"), Err("NoPicture".to_owned()));
        assert_eq!(judged("a.svg", b"<svg \xff"), Err("SvgNoText".to_owned()));
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a.svg")).unwrap();
        for name in ["a.svg", "tiada.svg"] {
            assert!(matches!(read(name, &[folder.path()]), Err(Fault::Missing)), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_out_of_the_folder() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("draf");
        fs::create_dir(&inside).unwrap();
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        fs::write(folder.path().join("luar.svg"), svg).unwrap();
        fs::write(inside.join("dalam.svg"), svg).unwrap();
        symlink("../luar.svg", inside.join("keluar.svg")).unwrap();
        symlink(folder.path(), inside.join("atas")).unwrap();
        symlink("dalam.svg", inside.join("sini.svg")).unwrap();
        let read = |name: &str| read(name, &[&inside]);
        assert!(read("dalam.svg").is_ok() && read("sini.svg").is_ok());
        for name in ["keluar.svg", "atas/luar.svg"] {
            assert!(matches!(read(name), Err(Fault::Linked)), "{name}");
        }
    }
}
