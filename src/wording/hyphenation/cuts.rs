//! Places in a word, as a set.

/// Places before which a word may be divided: bit n stands for its byte n.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cuts(u64);

impl Cuts {
    /// The longest word whose places fit, in bytes.
    pub(super) const LONGEST: usize = 63;
    pub(super) const NONE: Self = Self(0);

    /// One place; none beyond the longest word.
    pub(super) fn at(place: usize) -> Self {
        let bit = u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place));
        Self(bit.unwrap_or_default())
    }

    /// The places of both.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The places that both have.
    pub(super) fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The same places where `before` letters were put in front and `lost` of its own taken away.
    pub(super) fn moved(self, before: usize, lost: usize) -> Self {
        self.places().filter_map(|place| (place + before).checked_sub(lost)).map(Self::at).collect()
    }

    /// The places, in order.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        (0..=Self::LONGEST).filter(move |place| self.0 >> place & 1 == 1)
    }
}

impl FromIterator<Self> for Cuts {
    fn from_iter<I: IntoIterator<Item = Self>>(cuts: I) -> Self {
        cuts.into_iter().fold(Self::NONE, Self::and)
    }
}
