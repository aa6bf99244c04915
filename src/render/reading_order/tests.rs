//! The pass changes what reads back, and nothing else.

use std::sync::Arc;

use super::*;
use crate::draft::{self, Draft};
use crate::kind::Catalog;
use crate::print::Head;
use crate::render::data::Data;
use crate::render::{self, Format, Images, Options, Standards, Style, Worker, export};
use crate::text::script::SOFT_HYPHEN;

const DRAFT: &str = r#"
jenis   = "nota-dinas"
nomor   = "SEK-UM.01.01-16"
yth     = ["محمد بن علي", "كڤد ڤڠاره، 12 مي 2026 (سلاڠور)", "abc محمد (علي) def"]
dari    = "مُحَمَّدٌ رَسُولُ اللّٰه"
hal     = "M̄b̂ s̱̣ i̇ ṏ dan ســـــلام"
tanggal = 2026-02-10
isi     = "Pembuka z̧̆ yang بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيْمِ lalu السلام عليكم ورحمة الله، 1234 ١٢٣٤ dan q̄ seterusnya sampai x̄ penuh satu baris, d̄an v̄ baris b̄erikut f̄ juga penuh sampai ke ujung."
[pejabat]
nama    = "ŚḾ̄ محمد"
jabatan = "Kepala (علي) 12"
"#;

const PLAIN: &str =
    "jenis = \"nota-dinas\"\nhal = \"Kunjungan Attaché – “Café”\"\ntanggal = 2026-02-10\n";

fn options(format: Format) -> Options {
    Options {
        format,
        standards: Standards::default(),
        ppi: 144,
        style: Style::default(),
        watermark: false,
    }
}

fn laid_out(draft: &Draft<'_>, catalog: &Catalog) -> (PagedDocument, Arc<Data>) {
    let (options, mut worker) = (options(Format::Pdf), Worker::new(catalog));
    render::lay_out(draft, catalog, &Images::default(), &options, &mut worker).unwrap()
}

fn with<T>(text: &str, work: impl Fn(PagedDocument, &Head) -> T) -> T {
    let catalog = Catalog::embedded();
    let draft = draft::read(text, &catalog).draft.unwrap();
    let (document, data) = laid_out(&draft, &catalog);
    work(document, &data.document().head)
}

/// The text and the tags of a document in their order, a tag as `|`.
fn stream(document: &PagedDocument) -> String {
    fn walk(frame: &Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, out),
                FrameItem::Text(text) => out.push_str(&text.text),
                FrameItem::Tag(_) => out.push('|'),
                _ => {}
            }
        }
    }
    let mut out = String::new();
    document.pages().iter().for_each(|page| walk(&page.frame, &mut out));
    out
}

#[test]
fn text_reads_as_it_was_typed() {
    let read = with(DRAFT, |document, _| stream(&restore(document)));
    for typed in [
        "محمد بن علي",
        "كڤد ڤڠاره، 12 مي 2026 (سلاڠور)",
        "abc محمد (علي) def",
        "مُحَمَّدٌ رَسُولُ اللّٰه",
        "M̄b̂ s̱̣ i̇ ṏ dan ســـــلام",
        "lalu السلام عليكم ورحمة الله، 1234 ١٢٣٤ dan",
        "(علي) 12",
        "dan q̄ seterusnya sampai x̄ penuh satu baris, d̄an v̄ baris b̄erikut f̄ juga",
    ] {
        assert!(read.contains(typed), "{typed}\n{read}");
    }
}

#[test]
fn pages_look_the_same() {
    with(DRAFT, |document, head| {
        let picture = |document: &PagedDocument| {
            let pages = export::export(document, head, &options(Format::Png)).unwrap();
            pages.iter().flat_map(|png| pixels(png)).collect::<Vec<u8>>()
        };
        let before = picture(&document);
        let after = picture(&restore(document));
        assert_eq!(before.len(), after.len());
        // Glyphs are placed by other sums of the same lengths: a shade may differ by rounding.
        let worst = before.iter().zip(&after).map(|(a, b)| a.abs_diff(*b)).max();
        let differing = before.iter().zip(&after).filter(|(a, b)| a != b).count();
        assert!(worst <= Some(2) && differing * 1000 < before.len(), "{worst:?} {differing}");
    });
}

fn pixels(png: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

#[test]
fn no_text_crosses_a_tag() {
    let characters = |text: &str| {
        let mut sorted: Vec<char> =
            text.chars().filter(|c| !c.is_ascii() || c.is_alphabetic()).collect();
        sorted.sort_unstable();
        sorted.dedup();
        sorted
    };
    with(DRAFT, |document, _| {
        let before = stream(&document);
        let after = stream(&restore(document));
        assert_eq!(before.matches('|').count(), after.matches('|').count());
        for (before, after) in before.split('|').zip(after.split('|')) {
            assert_eq!(characters(before), characters(after));
        }
    });
}

#[test]
fn soft_hyphens_stay_only_where_a_line_ends() {
    let word = "pertanggungjawaban penyelenggaraan pemasyarakatan keimigrasian ".repeat(6);
    let text = format!(
        "jenis = \"laporan-penjajakan\"\n[[baris]]\nsatuan_kerja = \"a\"\nketerangan = \"{}\"\n",
        word.trim()
    );
    with(&text, |document, _| {
        let before = stream(&document);
        let after = stream(&restore(document));
        let seen = before.matches("\u{AD}\u{AD}").count();
        assert!(seen > 2, "{before}");
        assert_eq!(after.matches(SOFT_HYPHEN).count(), seen, "{after}");
        assert!(after.replace(SOFT_HYPHEN, "").contains(word.trim()), "{after}");
        assert!(after.contains("keimigrasian"));
    });
}

#[test]
fn plain_pages_are_left_alone() {
    with(PLAIN, |document, _| {
        let stream_before = stream(&document);
        assert!(document.pages().iter().all(|page| ordered(&page.frame).is_none()));
        assert_eq!(stream(&restore(document)), stream_before);
    });
}
