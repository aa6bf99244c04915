//! A hash that is the same on every machine and in every version: FNV-1a with 128 bits, by its public
//! description (<http://www.isthe.com/chongo/tech/comp/fnv/>). It tells one finding from another in
//! baselines and reports; nothing secret rests on it.

mod fnv;

use std::fmt;

use fnv::fnv;
use serde::{Deserialize, Serialize};

/// A hash; shown as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Fingerprint(u128);

impl Fingerprint {
    /// The hash of some texts in their order; where one ends and the next begins counts.
    pub(crate) fn of(parts: &[&str]) -> Self {
        // 0xff never occurs in UTF-8, so no text can pretend to be two.
        let ended = |part: &&str| part.bytes().chain([0xff]).collect::<Vec<u8>>();
        Self(fnv(parts.iter().flat_map(ended)))
    }

    /// The hash of some pieces of bytes in their order; where one ends and the next begins counts.
    pub(crate) fn of_bytes<'b>(pieces: impl IntoIterator<Item = &'b [u8]>) -> Self {
        let counted = |piece: &'b [u8]| {
            let length = (piece.len() as u64).to_le_bytes();
            length.into_iter().chain(piece.iter().copied())
        };
        Self(fnv(pieces.into_iter().flat_map(counted)))
    }

    /// Which of so many equal shares it falls into, from 0.
    pub(crate) fn share(self, shares: usize) -> usize {
        // Of texts that differ in a figure FNV differs in few bits: alone it would leave shares empty.
        let shares = shares.max(1) as u64;
        usize::try_from(mixed((self.0 >> 64) as u64 ^ self.0 as u64) % shares).unwrap_or_default()
    }

    /// The hash of a text in which any run of blanks and line ends counts as one blank.
    pub(crate) fn of_words(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self::of(&[&words.join(" ")])
    }
}

/// Every bit of a number over all bits: the finalizer of SplitMix64, by its public description
/// (<https://prng.di.unimi.it/splitmix64.c>).
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let value = u128::from_str_radix(&text, 16).ok().filter(|_| digits);
        value.map(Self).ok_or_else(|| serde::de::Error::custom("bukan 32 angka heksadesimal"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values that the authors of FNV publish.
    #[test]
    fn the_hash_is_the_published_one() {
        let hash = |text: &str| format!("{:032x}", fnv(text.bytes()));
        assert_eq!(hash(""), "6c62272e07bb014262b821756295c58d");
        assert_eq!(hash("a"), "d228cb696f1a8caf78912b704e4a8964");
        assert_eq!(hash("foobar"), "343e1662793c64bf6f0d3597ba446f18");
    }

    #[test]
    fn where_a_text_ends_counts_and_blanks_do_not() {
        assert_ne!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["a", "bc"]));
        assert_eq!(Fingerprint::of_words("a  b\n c"), Fingerprint::of_words("a b c"));
    }
}
