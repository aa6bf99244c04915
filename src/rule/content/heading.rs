//! What a heading says of the content below it.

use super::words::ORNAMENTS;
use crate::kind::{Field, Kind};
use crate::text::words;

/// How much of a heading speaks of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// Some words within a part of it: "TATA CARA PEMBAYARAN".
    Within,
    /// One of several parts that are joined, others being unknown: "TUJUAN DAN JENIS BANTUAN".
    InPart,
    /// The whole of it, alone or with other usual headings.
    Wholly,
}

/// Words that join the parts of a heading.
const JOINTS: [&str; 6] = [",", "dan", "serta", "and", "atau", "or"];

/// What a heading says, whatever content is asked for.
#[derive(Debug)]
pub(super) struct Heading<'k> {
    /// The fields whose usual heading some whole part of it is.
    parts: Vec<&'k Field>,
    /// Whether every part is a usual heading.
    is_known: bool,
    /// The fields whose usual heading stands somewhere within it.
    within: Vec<&'k Field>,
}

impl<'k> Heading<'k> {
    pub(super) fn read(heading: &str, kind: &'k Kind) -> Self {
        let tokens = tokens(heading);
        let (mut parts, mut is_known) = (Vec::new(), true);
        let mut rest = tokens.as_slice();
        while let Some((first, tail)) = rest.split_first() {
            if is_joint(first) {
                rest = tail;
                continue;
            }
            let (length, fields) = part_of(rest, kind);
            is_known &= !fields.is_empty();
            parts.extend(fields);
            rest = rest.get(length..).unwrap_or_default();
        }
        Self { parts, is_known, within: fields_within(&tokens, kind) }
    }

    /// How much of it speaks of a content; `None` when nothing does.
    pub(super) fn says(&self, content: &str) -> Option<Said> {
        let any = |fields: &[&Field]| fields.iter().any(|field| carries(field, content));
        match (any(&self.parts), self.is_known) {
            (true, true) => Some(Said::Wholly),
            (true, false) => Some(Said::InPart),
            (false, _) => any(&self.within).then_some(Said::Within),
        }
    }
}

fn fields_within<'k>(tokens: &[String], kind: &'k Kind) -> Vec<&'k Field> {
    let starts = (0..tokens.len()).filter_map(|at| tokens.get(at..));
    let found = starts.flat_map(|rest| {
        let some = rest.first().into_iter().flat_map(|first| kind.headings_with(first));
        some.filter(|(_, phrase)| rest.starts_with(phrase)).map(|(field, _)| field)
    });
    found.collect()
}

fn carries(field: &Field, content: &str) -> bool {
    field.carries.iter().flatten().any(|one| one == content)
}

fn is_joint(token: &str) -> bool {
    JOINTS.contains(&token)
}

/// The words of a heading and the marks that join them.
fn tokens(heading: &str) -> Vec<String> {
    let marked = heading.replace('&', " dan ").replace(['(', ')', '/', ';', ','], " \u{1}, ");
    let pieces = marked.split('\u{1}').enumerate();
    let tokens = pieces.flat_map(|(at, piece)| {
        let joint = (at > 0).then(|| ",".to_owned());
        joint.into_iter().chain(words(piece))
    });
    tokens.collect()
}

/// The length of the first part, and the fields whose usual heading the whole of it is: the longest
/// that any is; else it reaches to the next joint and is nobody's.
fn part_of<'k>(tokens: &[String], kind: &'k Kind) -> (usize, Vec<&'k Field>) {
    let mut longest = 0;
    let mut fields = Vec::new();
    for (field, phrase) in tokens.first().into_iter().flat_map(|first| kind.headings_with(first)) {
        match matched(tokens, phrase) {
            Some(length) if length > longest => (longest, fields) = (length, vec![field]),
            Some(length) if length == longest => fields.push(field),
            _ => {}
        }
    }
    if fields.is_empty() {
        longest = tokens.iter().position(|token| is_joint(token)).unwrap_or(tokens.len());
    }
    (longest, fields)
}

/// How many tokens a usual heading takes at the head, ornaments with it, when a part ends there.
fn matched(tokens: &[String], phrase: &[String]) -> Option<usize> {
    let mut taken = 0;
    for word in phrase {
        let at = tokens.get(taken..)?.iter().position(|token| token != ",")?;
        taken += at + 1;
        (tokens.get(taken - 1)? == word).then_some(())?;
    }
    while let Some(ornament) = longest_ornament(tokens.get(taken..).unwrap_or_default()) {
        taken += ornament;
    }
    tokens.get(taken).is_none_or(|token| is_joint(token)).then_some(taken)
}

fn longest_ornament(tokens: &[String]) -> Option<usize> {
    let fitting = ORNAMENTS.iter().filter(|ornament| tokens.starts_with(ornament));
    fitting.map(Vec::len).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Catalog;

    fn said(heading: &str, content: &str) -> Option<Said> {
        let catalog = Catalog::embedded();
        let kind = catalog.get("nota-kesepahaman").expect("a kind");
        Heading::read(heading, kind).says(content)
    }

    #[test]
    fn whole_headings_speak_of_their_contents() {
        for (heading, content) in [
            ("Maksud, Tujuan, dan Ruang Lingkup", "ruang_lingkup"),
            ("Maksud & Tujuan", "tujuan"),
            ("WAKTU PELAKSANAAN PEKERJAAN", "jangka_waktu"),
            ("BENTUK-BENTUK KERJASAMA", "kegiatan"),
            ("AREAS OF CO-OPERATION", "ruang_lingkup"),
            ("OBLIGASI PARA PIHAK", "kewenangan_dan_tanggung_jawab"),
            ("MULAI BERLAKU, JANGKA WAKTU, DAN PENGAKHIRAN", "jangka_waktu"),
        ] {
            assert_eq!(said(heading, content), Some(Said::Wholly), "{heading}");
        }
    }

    #[test]
    fn parts_of_headings_are_weaker() {
        assert_eq!(said("TUJUAN DAN JENIS BANTUAN", "tujuan"), Some(Said::InPart));
        let powers = "kewenangan_dan_tanggung_jawab";
        assert_eq!(said("PENGALIHAN HAK DAN KEWAJIBAN", powers), Some(Said::InPart));
        assert_eq!(said("HAK KEKAYAAN INTELEKTUAL", powers), Some(Said::Within));
        assert_eq!(said("TATA CARA PEMBAYARAN", "kegiatan"), Some(Said::Within));
        assert_eq!(said("JANGKA WAKTU PEMBAYARAN", "jangka_waktu"), Some(Said::Within));
        assert_eq!(said("KETENTUAN LAIN", powers), None);
        assert_eq!(said("", "tujuan"), None);
    }
}
