//! The heads of PNG and JPEG files, by their specifications (W3C PNG, section 11.2.2; ITU-T T.81,
//! annex B): how large a picture is before anything unpacks it.

use super::{Fault, Form};

/// How many dots a picture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Size {
    pub(super) fn dots(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// The form and size of a picture made of dots; `None` for other bytes.
///
/// # Errors
/// A head that is broken, or colours of printing inks.
pub(super) fn head(bytes: &[u8]) -> Result<Option<(Form, Size)>, Fault> {
    if let Some(rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        return png(rest).map(|size| Some((Form::Png, size))).ok_or(Fault::Broken("PNG"));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return jpeg(bytes.get(2..).unwrap_or_default()).map(|size| Some((Form::Jpeg, size)));
    }
    Ok(None)
}

/// What follows the signature: the length and name of the first chunk, then the two sides.
fn png(rest: &[u8]) -> Option<Size> {
    let chunk = rest.strip_prefix(b"\0\0\0\x0dIHDR")?;
    let (width, rest) = chunk.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    some_dots(u32::from_be_bytes(*width), u32::from_be_bytes(*height))
}

/// What follows the start of the image: segments, one of which heads the frame.
fn jpeg(mut rest: &[u8]) -> Result<Size, Fault> {
    let broken = || Fault::Broken("JPEG");
    loop {
        let [0xff, marker, tail @ ..] = rest else { return Err(broken()) };
        match marker {
            // Any number of these may fill the room before a marker.
            0xff => rest = rest.get(1..).unwrap_or_default(),
            // Markers without a length.
            0x01 | 0xd0..=0xd7 => rest = tail,
            // The frame: all of these but the tables and the extension that share the range.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return frame(tail),
            // Dots before any frame, or the end.
            0xd9 | 0xda => return Err(broken()),
            _ => rest = after_segment(tail).ok_or_else(broken)?,
        }
    }
}

/// Its length, the precision, the two sides, and how many parts a colour has.
fn frame(segment: &[u8]) -> Result<Size, Fault> {
    let [_, _, _, h1, h0, w1, w0, parts, ..] = segment else {
        return Err(Fault::Broken("JPEG"));
    };
    if *parts == 4 {
        return Err(Fault::Cmyk);
    }
    let (width, height) = (u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0]));
    some_dots(width.into(), height.into()).ok_or(Fault::Broken("JPEG"))
}

/// What follows a segment, whose length counts its own two bytes.
fn after_segment(tail: &[u8]) -> Option<&[u8]> {
    let (length, _) = tail.split_first_chunk()?;
    tail.get(usize::from(u16::from_be_bytes(*length)).max(2)..)
}

fn some_dots(width: u32, height: u32) -> Option<Size> {
    (width > 0 && height > 0).then_some(Size { width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a PNG of some size.
    fn png_head(width: u32, height: u32) -> Vec<u8> {
        let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec(), sides].concat()
    }

    /// A JPEG with a comment, some filling, and a frame.
    fn jpeg_head(width: u16, height: u16, parts: u8) -> Vec<u8> {
        let mut bytes =
            b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xff\xc4\0\x02\xff\xc2\0\x11\x08".to_vec();
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.push(parts);
        bytes
    }

    #[test]
    fn sizes_stand_in_the_head() {
        let size = Size { width: 100_000, height: 7 };
        assert_eq!(head(&png_head(100_000, 7)).unwrap(), Some((Form::Png, size)));
        let size = Size { width: 300, height: 200 };
        assert_eq!(head(&jpeg_head(300, 200, 3)).unwrap(), Some((Form::Jpeg, size)));
        assert_eq!(head(b"<svg/>").unwrap(), None);
    }

    #[test]
    fn inks_and_broken_heads_are_refused() {
        assert!(matches!(head(&jpeg_head(9, 9, 4)), Err(Fault::Cmyk)));
        let whole = jpeg_head(9, 9, 3);
        for cut in 3..whole.len() {
            assert!(matches!(head(&whole[..cut]), Err(Fault::Broken("JPEG"))), "{cut}");
        }
        assert!(matches!(head(&png_head(0, 9)), Err(Fault::Broken("PNG"))));
        assert!(matches!(head(&png_head(9, 9)[..20]), Err(Fault::Broken("PNG"))));
    }
}
