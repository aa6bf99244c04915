//! No input makes a reader panic, and every place it gives can be cut out.

use crate::wording::{
    Bahasa, find_number_pairs, parse_cardinal, parse_date, parse_digits, parse_letter, parse_month,
    parse_roman, parse_term, parse_weekday,
};

/// Pieces that meet at awkward places: several bytes, combining, brackets, separators.
const PIECES: [&str; 24] = [
    "dua",
    "ribu",
    "se",
    "puluh",
    "lima",
    "(",
    ")",
    "5",
    "2026",
    "-",
    "/",
    ".",
    ",",
    " ",
    "\n",
    "Maret",
    "Jum\u{2019}at",
    "tahun",
    "hari",
    "Rp",
    "\u{1F600}",
    "\u{301}",
    "\u{130}",
    "%",
];

fn read_everything(text: &str) {
    for bahasa in [Bahasa::Indonesia, Bahasa::Melayu] {
        for old in parse_cardinal(text, bahasa).into_iter().flat_map(|number| number.old) {
            assert!(text.get(old.span).is_some(), "{text:?}");
        }
        for pair in find_number_pairs(text, bahasa) {
            assert!(text.get(pair.figure).is_some() && text.get(pair.words).is_some(), "{text:?}");
        }
        parse_digits(text, bahasa);
    }
    if let Some(date) = parse_date(text) {
        let days = date.day.into_iter().map(|said| said.span);
        let years = date.year.into_iter().map(|said| said.span);
        assert!(days.chain(years).all(|span| text.get(span).is_some()), "{text:?}");
    }
    parse_term(text);
    parse_month(text);
    parse_weekday(text);
    parse_roman(text);
    parse_letter(text);
}

#[test]
fn random_sequences() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
        }
        read_everything(&text);
    }
}

#[test]
fn long_inputs_come_to_an_end() {
    // A reader that goes over its input again at every bracket would not finish here.
    for piece in ["dua (1) ", "(", "dua ", "dua", "1", "1.", "5 (", ")(", "5 (lima) ", "\u{301}"] {
        read_everything(&piece.repeat(20_000));
    }
}
