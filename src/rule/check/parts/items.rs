//! So many things, and the list that names them.

use super::hit;
use crate::draft::body::{Block, List};
use crate::finding::Hit;
use crate::rule::check::Scope;
use crate::rule::check::quantities::counts;
use crate::source::Span;
use crate::source::node::Node;
use crate::wording::fixed_patterns;

fixed_patterns! {
    /// What leads from a number to the list of its things.
    NAMES = r"(?i)^[\s,]*(?:[\w-]+\s+){0,4}?,?\s*(?:,\s*)?(?:(?:yaitu|yakni|iaitu|ialah|adalah|meliputi|terdiri\s+(?:atas|dari|daripada)|sebagai\s+berikut|namely)\s*)*:?\s*$";
    /// At least one word of it, or the colon alone.
    SAYS = r"(?i)(?:yaitu|yakni|iaitu|ialah|adalah|meliputi|terdiri\s+(?:atas|dari|daripada)|sebagai\s+berikut|namely|:)\s*:?\s*$";
    /// What the list says of the things instead of naming them.
    OF_THEM = r"(?i)\b(?:ketentuan|syarat|persyaratan|kriteria|untuk|oleh|agar|mekanisme|cara|jadwal|tugas|kewajiban)\b";
    /// A number that need not be met.
    LOOSE = r"(?i)(?:paling\s+\w+|maksimal|minimal|sekurang-kurangnya|sebanyak-banyaknya|setiap|tiap|per|masing-masing|salah)\s*$";
}

/// Nouns of what is listed by its number.
const LISTED: [&str; 34] = [
    "tahap",
    "tahapan",
    "termin",
    "tempat",
    "lokasi",
    "titik",
    "bidang",
    "kegiatan",
    "jenis",
    "komponen",
    "hal",
    "unsur",
    "bagian",
    "kelompok",
    "angkatan",
    "dokumen",
    "syarat",
    "persyaratan",
    "pilar",
    "program",
    "paket",
    "modul",
    "materi",
    "kabupaten",
    "kota",
    "kecamatan",
    "instansi",
    "lembaga",
    "kategori",
    "golongan",
    "aspek",
    "langkah",
    "perkara",
    "areas",
];

pub(super) fn uneven(scope: &Scope<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for section in &scope.draft.outline.sections {
        let Some(text) = scope.draft.at(&section.text_path).and_then(Node::str) else { continue };
        let mut found = Vec::new();
        walk(&section.body.blocks, &mut found);
        for (head, list) in found {
            let Some((said, noun, value)) = number(scope, head) else { continue };
            let count = list.items.len();
            let place = list.items.first().and_then(|first| place(text, &said, first.start));
            let Some(place) = place.filter(|_| u64::try_from(count) != Ok(value)) else { continue };
            let sum = format!("{count} {noun}");
            hits.push(hit(&section.text_path, place, &said, &[format!("{count} butir")], sum));
        }
    }
    hits
}

/// Every list with the paragraph before it.
fn walk<'b>(blocks: &'b [Block], found: &mut Vec<(&'b str, &'b List)>) {
    for pair in blocks.windows(2) {
        if let [Block::Paragraph(head), Block::List(list)] = pair
            && !list.style.is_ayat()
        {
            found.push((head, list));
        }
    }
    for block in blocks {
        if let Block::List(list) = block {
            list.items.iter().for_each(|item| walk(&item.blocks, found));
        }
    }
}

/// The number of things that a paragraph announces at its end.
fn number(scope: &Scope<'_>, head: &str) -> Option<(String, String, u64)> {
    if !SAYS.is_match(head) {
        return None;
    }
    let last = counts(head, scope.draft.language()).into_iter().last()?;
    let (before, after) = (head.get(..last.span.start)?, head.get(last.span.end..)?);
    let plain =
        LISTED.contains(&last.noun.as_str()) && NAMES.is_match(after) && !OF_THEM.is_match(after);
    let said = head.get(last.span.clone())?.to_owned();
    (plain && !LOOSE.is_match(before)).then_some((said, last.noun, last.value))
}

/// Where the number stands in the text, before the first item.
fn place(text: &str, said: &str, first: usize) -> Option<Span> {
    let at = text.get(..first)?.rfind(said)?;
    Some(at..at + said.len())
}
