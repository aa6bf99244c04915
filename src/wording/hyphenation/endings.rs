//! What may stand after a base: "-kan", "-an" or "-i", then "-nya", then "-lah" or "-kah".

use super::cuts::Cuts;

/// An ending that makes a new word, and asks for certain prefixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    None,
    An,
    I,
    Kan,
}

/// What stands before the endings that were taken from a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'a> {
    pub(super) text: &'a str,
    /// The places between what was taken away.
    pub(super) cuts: Cuts,
    pub(super) ending: Ending,
}

/// The word as it stands, and without each run of endings that its letters allow.
pub(super) fn stems(word: &str) -> impl Iterator<Item = Stem<'_>> {
    let whole = Stem { text: word, cuts: Cuts::NONE, ending: Ending::None };
    let particles = [Some(whole), whole.without("lah"), whole.without("kah")];
    let owned = particles.into_iter().flatten().flat_map(|stem| [Some(stem), stem.without("nya")]);
    owned.flatten().flat_map(|stem| [Some(stem), stem.an(), stem.i(), stem.kan()]).flatten()
}

impl Stem<'_> {
    fn without(self, ending: &str) -> Option<Self> {
        let text = self.text.strip_suffix(ending)?;
        Some(Self { text, cuts: self.cuts.and(Cuts::at(text.len())), ..self })
    }

    fn an(self) -> Option<Self> {
        Some(Self { ending: Ending::An, ..self.without("an")? })
    }

    fn kan(self) -> Option<Self> {
        Some(Self { ending: Ending::Kan, ..self.without("kan")? })
    }

    /// It stays with its base, since it would stand alone on its line (EYD V "Pemenggalan Kata"
    /// 2.d).
    fn i(self) -> Option<Self> {
        Some(Self { ending: Ending::I, cuts: self.cuts, ..self.without("i")? })
    }
}
