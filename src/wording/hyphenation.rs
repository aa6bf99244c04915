//! Where an Indonesian or Malay word may be divided at the end of a line.
//!
//! The rules are those of the *Ejaan Bahasa Indonesia yang Disempurnakan*, fifth edition (2022),
//! "Pemenggalan Kata", which the *Pedoman Umum Ejaan Rumi Bahasa Melayu* of the Dewan Bahasa dan
//! Pustaka shares: a derived word is divided between its base and its affixes (`kelanjut-an`, not
//! `kelanju-tan`), a base between its syllables, and never so that one letter stands alone. The
//! letters do not tell where a base begins ("mengemas" comes from "emas" or from "kemas"), so the
//! bases of this field are listed in `words/dasar.txt`, and a word is divided only where all its
//! readings agree. A word without a reading stays whole, which is never a fault of spelling.

mod bases;
mod cuts;
mod endings;
mod prefixes;
mod reading;
mod syllables;
#[cfg(test)]
mod tests;

use cuts::Cuts;

/// The bytes of a word of small letters before which it may be divided, in order; none where the
/// word cannot be read, is longer than any word, or has other characters.
pub(crate) fn division_places(word: &str) -> Vec<usize> {
    if word.len() > Cuts::LONGEST || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Vec::new();
    }
    reading::cuts(word).places().collect()
}
