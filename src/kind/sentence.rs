//! `baku`: the standard sentences of an article, with words in braces that its facts fill in.

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

/// Reads a sentence; `None` when a brace has no partner.
pub(crate) fn pieces(sentence: &str) -> Option<Vec<Piece<'_>>> {
    let mut found = Vec::new();
    let mut rest = sentence;
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
    }
}
