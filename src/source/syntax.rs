//! What the parser says, as phrases. Its English is understood here and nowhere else: drafters know no
//! English and no TOML.

use crate::words::toml::{self, fix};
use crate::words::{Argument, Phrase, deserialize};

/// A syntax fault for people: the fact, and how to mend it.
pub(super) fn understood(message: &str) -> (Phrase, Phrase) {
    known(message).unwrap_or_else(|| (toml::invalid(), fix::marks()))
}

/// What is wrong with a text that could not be read.
pub(crate) fn fact(error: &::toml::de::Error) -> Phrase {
    understood(error.message()).0
}

/// The fact and the remedy of a sentence that is in the list.
fn known(message: &str) -> Option<(Phrase, Phrase)> {
    let (head, wanted) = message.split_once(", expected ").unwrap_or((message, ""));
    match FAULTS.iter().find(|(start, ..)| head.starts_with(start)) {
        Some((_, fact, remedy)) => Some((fact(), remedy())),
        None if head.starts_with("invalid date") || head.starts_with("invalid time") => {
            Some(date(wanted))
        }
        None => None,
    }
}

/// A sentence without arguments.
type Plain = fn() -> Phrase;

/// The beginning of a sentence, the fact, the remedy. The first that fits counts.
const FAULTS: &[(&str, Plain, Plain)] = &[
    ("duplicate key", toml::duplicate_key, fix::once),
    ("cannot extend value", toml::key_has_value, fix::once),
    ("number is malformed", toml::number_out_of_range, fix::number),
    ("string values must be quoted", toml::text_unquoted, fix::quote_text),
    ("key with no value", toml::key_alone, fix::key_and_value),
    ("missing value for key", toml::key_without_value, fix::value),
    ("unexpected key or value", toml::excess_after_value, fix::one_key_a_line),
    ("invalid comment character", toml::control_in_comment, fix::control),
    ("unquoted keys cannot be empty", toml::key_empty, fix::key_name),
    ("invalid unquoted key", toml::key_bad_letter, fix::key_letters),
    ("keys cannot be multi-line", toml::key_in_three_quotes, fix::key_quotes),
    ("`_` may only go between digits", toml::underscore_alone, fix::number),
    ("unclosed table", toml::header_unclosed, fix::close_header),
    ("unclosed array table", toml::header_unclosed, fix::close_headers),
    ("missing table open", toml::header_unopened, fix::open_header),
    ("unclosed array", toml::list_unclosed, fix::close_list),
    ("unclosed inline table", toml::inline_unclosed, fix::close_inline),
    ("invalid inline table element", toml::inline_bad_element, fix::inline),
    ("missing key for inline table element", toml::inline_without_key, fix::inline),
    ("extra comma", toml::comma_extra, fix::drop_comma),
    ("missing comma", toml::comma_missing, fix::add_comma),
    ("extra assignment", toml::equals_extra, fix::one_pair_a_line),
    ("extra ", toml::sign_extra, fix::marks),
    ("too few unicode value digits", toml::unicode_short, fix::escape),
    ("missing escaped value", toml::escape_unknown, fix::escape),
    ("invalid value", toml::unicode_unknown, fix::escape),
    ("invalid boolean", toml::boolean_unknown, fix::boolean),
    ("invalid basic string", toml::text_unclosed, fix::close_text),
    ("invalid literal string", toml::text_unclosed, fix::close_text),
    ("invalid multi-line", toml::long_text_unclosed, fix::close_long_text),
    ("missing opening quote", toml::quote_unopened, fix::quote_text),
    ("carriage return", toml::line_end_broken, fix::line_end),
    ("invalid float", toml::number_invalid, fix::number),
    ("invalid fraction", toml::number_invalid, fix::number),
    ("invalid exponent", toml::number_invalid, fix::number),
    ("invalid mantissa", toml::number_invalid, fix::number),
    ("invalid hexadecimal", toml::number_invalid, fix::number),
    ("invalid binary", toml::number_invalid, fix::number),
    ("invalid octal", toml::number_invalid, fix::number),
    ("integers with a radix", toml::number_invalid, fix::number),
    ("radix must be", toml::number_invalid, fix::number),
    ("redundant numeric sign", toml::number_sign_extra, fix::number),
    ("unexpected sign", toml::number_sign_extra, fix::number),
    ("unexpected leading zero", toml::number_leading_zero, fix::zero),
    ("invalid offset", toml::offset_invalid, fix::date),
    ("invalid date-time", toml::moment_invalid, fix::date),
];

/// A date that the calendar does not have, or one written the wrong way.
fn date(wanted: &str) -> (Phrase, Phrase) {
    match wanted.split_once("day between 01 and ") {
        Some((_, last)) => (toml::day_beyond(last), fix::day_that_is()),
        None if wanted.starts_with("month between") => (toml::month_beyond(), fix::date()),
        None => (toml::date_invalid(), fix::date()),
    }
}

/// A fault in the shape of a file that the program reads (a pack, a kind, a style), for people.
pub(crate) fn shape<'m>(message: &'m str) -> Phrase {
    let name = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
    let options = message.split_once(", expected ").and_then(|(_, known)| {
        let known = known.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
        (!known.starts_with("there are no")).then(|| crate::words::meant::known_tail(known))
    });
    let options = Argument::maybe(options);
    if let Some(rest) = message.strip_prefix("unknown field ") {
        return deserialize::key_unknown(name(rest), options);
    }
    if let Some(rest) = message.strip_prefix("missing field ") {
        return deserialize::key_missing(name(rest));
    }
    if let Some(rest) = message.strip_prefix("duplicate field ") {
        return deserialize::key_twice(name(rest));
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        return deserialize::option_unknown(name(rest), options);
    }
    let met = |rest: &'m str| rest.split_once(", expected ").unwrap_or((rest, ""));
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let (found, wanted) = met(rest);
        return deserialize::wrong_type(type_word(wanted), type_word(found));
    }
    if let Some(rest) = message.strip_prefix("invalid value: ") {
        return deserialize::wrong_value(name(rest));
    }
    if let Some(rest) = message.strip_prefix("invalid length ") {
        return deserialize::wrong_length(met(rest).0);
    }
    match known(message) {
        Some((fact, remedy)) => toml::fact_and_remedy(fact, remedy),
        None => deserialize::other(message),
    }
}

/// The type that a sentence speaks of.
fn type_word(text: &str) -> Argument {
    let types: [(&str, Plain); 14] = [
        ("string", deserialize::a_text),
        ("sequence", deserialize::a_list),
        ("map", deserialize::a_table),
        ("struct", deserialize::a_table),
        ("boolean", deserialize::a_boolean),
        ("bool", deserialize::a_boolean),
        ("integer", deserialize::an_integer),
        ("u32", deserialize::an_integer),
        ("u64", deserialize::an_integer),
        ("usize", deserialize::an_integer),
        ("float", deserialize::a_number),
        ("f64", deserialize::a_number),
        ("datetime", deserialize::a_date),
        ("unit", deserialize::nothing),
    ];
    let found = types.iter().find(|(word, _)| text.contains(word));
    found.map_or_else(|| text.into(), |(_, said)| said().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn shapes_are_said_in_indonesian() {
        let shape = |message| shape(message).text(Language::Indonesian);
        assert_eq!(
            shape("unknown field `jalur`, expected one of `bidang`, `cocok`"),
            "kunci \"jalur\" tidak dikenal; yang ada: bidang, cocok"
        );
        assert_eq!(shape("missing field `pesan`"), "kunci \"pesan\" belum ada");
        assert_eq!(
            shape("invalid type: sequence, expected a string"),
            "seharusnya teks, bukan daftar"
        );
    }

    /// Every sentence that serde makes for whoever reads a file.
    #[test]
    fn no_english_of_serde_comes_through() {
        use serde::de::{Error as _, Unexpected};
        type Error = ::toml::de::Error;
        let sequence: &dyn serde::de::Expected = &"a sequence";
        let errors = [
            Error::invalid_type(Unexpected::Bool(true), sequence),
            Error::invalid_type(Unexpected::Float(1.5), &"a string"),
            Error::invalid_type(Unexpected::Str("a"), &"u32"),
            Error::invalid_type(Unexpected::Map, &"a boolean"),
            Error::invalid_type(Unexpected::Seq, &"struct RuleFile"),
            Error::invalid_value(Unexpected::Signed(-3), &"u32"),
            Error::invalid_length(0, sequence),
            Error::unknown_variant("a", &["b", "c"]),
            Error::unknown_variant("a", &[]),
            Error::unknown_field("a", &["b", "c", "d"]),
            Error::unknown_field("a", &[]),
            Error::missing_field("a"),
            Error::duplicate_field("a"),
        ];
        for error in errors {
            let said = shape(error.message()).text(Language::Indonesian);
            let foreign = ["kata mesin", "expected", "invalid", "unknown", "a sequence", " or "];
            assert!(!foreign.iter().any(|word| said.contains(word)), "{error}: {said}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist() {
        let (fact, _) = understood("invalid date, expected day between 01 and 29");
        assert_eq!(
            fact.text(Language::Indonesian),
            "tanggal tidak ada: bulan itu hanya sampai tanggal 29"
        );
    }
}
