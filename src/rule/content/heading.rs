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

/// How much of a heading speaks of a content; `None` when nothing does.
pub(super) fn says(kind: &Kind, heading: &str, content: &str) -> Option<Said> {
    let tokens = tokens(heading);
    let articles = kind.fields.iter().filter(|field| field.is_article());
    let usual: Vec<Usual<'_>> = articles
        .flat_map(|field| field.phrases().iter().map(move |phrase| Usual { field, phrase }))
        .collect();
    let (mut whole, mut part) = (true, false);
    let mut rest = tokens.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        if is_joint(first) {
            rest = tail;
            continue;
        }
        let (length, fields) = part_of(rest, &usual);
        whole &= !fields.is_empty();
        part |= fields.iter().any(|field| carries(field, content));
        rest = rest.get(length..).unwrap_or_default();
    }
    if part {
        return Some(if whole { Said::Wholly } else { Said::InPart });
    }
    let mut own = usual.iter().filter(|one| carries(one.field, content));
    let within = own.any(|one| tokens.windows(one.phrase.len()).any(|some| some == one.phrase));
    within.then_some(Said::Within)
}

/// A usual heading of a field.
struct Usual<'k> {
    field: &'k Field,
    phrase: &'k [String],
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
fn part_of<'k>(tokens: &[String], usual: &[Usual<'k>]) -> (usize, Vec<&'k Field>) {
    let mut longest = 0;
    let mut fields = Vec::new();
    for one in usual {
        match matched(tokens, one.phrase) {
            Some(length) if length > longest => (longest, fields) = (length, vec![one.field]),
            Some(length) if length == longest => fields.push(one.field),
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
        says(catalog.get("nota-kesepahaman").expect("a kind"), heading, content)
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
