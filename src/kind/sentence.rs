//! `baku`: the standard sentences of an article, with words in braces that its facts fill in. What
//! stands in brackets is said only when all its facts are given.

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words as they are.
    Text(&'a str),
    /// `{naskah}`: what the document calls itself.
    Document,
    /// `{para_pihak}`: what the parties are called together.
    Parties,
    /// `{mulai}`: the first day of the term, or the event that it is.
    Start,
    /// `{sampai}`: "sampai dengan tanggal …" with the last day, where that is given.
    Until,
    /// `{rangkap}`: the number of originals, that of the parties where none is given.
    Copies,
    /// Any other: a fact of the article, by its path from there.
    Fact(&'a str),
    /// `[…]`: what is left out when one of its facts is not given. Of several in a sentence one must
    /// be said.
    Optional(Vec<Self>),
}

/// Reads a sentence; `None` when a brace or bracket has no partner.
pub(crate) fn pieces(sentence: &str) -> Option<Vec<Piece<'_>>> {
    let mut found = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, tail) = after.split_once(']')?;
        found.extend(filled(before)?);
        found.push(Piece::Optional(filled(inner)?));
        rest = tail;
    }
    found.extend(filled(rest)?);
    Some(found)
}

/// Reads words and braces, without brackets.
fn filled(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}')?;
        found.push(Piece::Text(before));
        found.push(word(name));
        rest = tail;
    }
    found.push(Piece::Text(rest));
    Some(found)
}

fn word(name: &str) -> Piece<'_> {
    match name {
        "naskah" => Piece::Document,
        "para_pihak" => Piece::Parties,
        "mulai" => Piece::Start,
        "sampai" => Piece::Until,
        "rangkap" => Piece::Copies,
        path => Piece::Fact(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_sentence() {
        let read = pieces("{naskah} berlaku {lama}.").unwrap();
        let words = [Piece::Document, Piece::Text(" berlaku "), Piece::Fact("lama")];
        assert_eq!(read[1..4], words);
        assert_eq!(pieces("{naskah berlaku"), None);
        assert_eq!(pieces("berlaku[ sejak {mulai}"), None);
        let until = Piece::Optional(vec![Piece::Text(""), Piece::Until, Piece::Text("")]);
        assert_eq!(pieces("berlaku[{sampai}].").unwrap()[1], until);
    }
}
