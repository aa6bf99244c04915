//! Changes of a TOML text that mostly leave it TOML: values, keys, entries and whole tables taken
//! out, doubled, swapped, or replaced by others of the same trade and by hostile ones. Raw bytes
//! hardly ever get past the parser; these reach the rules.

use std::sync::LazyLock;

use naskah::inside::assets;
use naskah::inside::source::node::{Node, Value};
use naskah::inside::source::{Span, read};

/// Texts that are awkward for printers, each a TOML string as it is written.
const HOSTILE: &str = include_str!("../../tests/data/ganas.txt");

/// Values that few writers think of.
const VALUES: &[&str] = &[
    "\"\"",
    "' '",
    "0",
    "-1",
    "1",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "1e400",
    "-0.0",
    "nan",
    "inf",
    "0x7fffffffffffffff",
    "1_000",
    "true",
    "false",
    "2026-02-28",
    "2024-02-29",
    "0000-01-01",
    "9999-12-31",
    "2026-12-31T23:59:60Z",
    "2026-01-01T00:00:00.999999999-23:59",
    "07:32:00",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "[\"\"]",
    "[1, \"a\", {}]",
    "{ a = { b = [] } }",
    "\"\"\"\n\"\"\"",
    "'''\n\n'''",
    "\"\\u0000\"",
    "\"\\U0010FFFF\"",
    "\"…\"",
    "\"[isi]\"",
    "\"penandatanganan\"",
    "\"2 (dua) tahun\"",
    "\"2147483647 tahun\"",
    "\"99999999999999999999 hari\"",
    "\"0 bulan\"",
    "\"31 Februari 2026\"",
    "\"Senin, 14 April 2026\"",
    "\"18446744073709551615\"",
    "\"2,2 cm\"",
    "\"1e9 mm\"",
    "{ tanggal = 2026-04-14, hari = \"Senin\", terbilang = \"empat belas\", angka = \"14-4-2026\" }",
    "{ nilai = 9223372036854775807, mata_uang = \"\", terbilang = \"nol rupiah\" }",
    "{ mulai = 9999-12-31, lama = \"2147483647 tahun\" }",
    "\"final\"",
    "\"konsep\"",
    "[\"tata-tulis\", \"bentuk\", \"tiada\"]",
    "{ aturan = \"bentuk/isian-belum-diisi\", alasan = \"x\" }",
    "\"(?i)a|b\"",
    "\"(a*)*$\"",
    "\"\\\\p{Lu}{1,1000}\"",
    "\"[\"",
    "\"(?\"",
    "\".*\"",
    "\"^$\"",
    "\"daftar<daftar<pihak>>\"",
    "\"pasal\"",
    "\"susunan\"",
    "\"a.b[*].c[0].d\"",
    "\"[*]\"",
];

/// Pieces of running text that some reader looks for.
const PIECES: &[&str] = &[
    "{pasal:tujuan}",
    "{pasal:tujuan/2/a}",
    "{miring:",
    "{tebal:x}",
    "{harfiah:{}}",
    "}",
    "{",
    "\n(1) ",
    "\n(2) ",
    "\na. ",
    "\nb. ",
    "\n1) ",
    "\ni. ",
    "\n(i) ",
    "\n- ",
    "\n• ",
    "\n2.1 ",
    "\n## ",
    "\n\n",
    "\r\n",
    "\t",
    "  ",
    " Pasal 7 ayat (2) huruf a ",
    " Pasal 99 ",
    " 5 (lima) ",
    " 5 (enam) ",
    " 5 (lima",
    " lima (5) ",
    " Rp1.500.000,00 (satu juta lima ratus ribu rupiah) ",
    " Rp18.446.744.073.709.551.616 (nol) ",
    " 2 (dua) tahun ",
    " milyar ",
    " duapuluh lima ",
    " Senin, 14 April 2026 ",
    " hari Selasa tanggal dua bulan Maret tahun dua ribu ",
    " (14-04-2026) ",
    " 31 Nopember 2026 ",
    " Pebruari ",
    " [nama] ",
    " …… ",
    " ______ ",
    " XX ",
    " <isi> ",
    " PIHAK KESATU ",
    " PIHAK PERTAMA ",
    " PARA PIHAK ",
    " selanjutnya disebut ",
    " yang dimaksud dengan ",
    " adalah ",
    " dan/atau ",
    " rangkap 2 (dua) ",
    " biaya ",
    " force majeure ",
    " Undang-Undang Nomor 12 Tahun 2011 ",
    " Nomor 1 Tahun 9999 ",
    " dicabut ",
    "\u{301}",
    "e\u{301}\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "😀",
    "👨‍👩‍👧",
    "ﷺ",
    "İ",
    "ß",
    "ŉ",
    "ﬁ",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\u{fffd}",
    "日本",
    "##[error]",
    "::error::",
    "\\",
    "\\n",
    "\\u0041",
    "\\\n   ",
    "\"",
    "'",
    "#",
    "=",
    "[[",
    "]]>",
    "\u{1b}[31m",
    "0",
    "99999999999999999999",
];

/// Whole changes that touch no particular place.
const COMMENTS: &[&str] = &["# catatan", "# \"petik\" [[x]] = ", "#", "# {pasal:x} é 😀"];

/// Where changed texts get their new parts from.
pub struct Bank {
    keys: Vec<String>,
    values: Vec<String>,
    entries: Vec<String>,
    blocks: Vec<String>,
}

impl Bank {
    fn of(texts: &[&str]) -> Self {
        let mut bank =
            Self { keys: Vec::new(), values: Vec::new(), entries: Vec::new(), blocks: Vec::new() };
        for text in texts {
            let (root, _) = read::read(text);
            for spot in spots(&root) {
                let said = text.get(spot.span.clone()).unwrap_or_default().to_owned();
                match spot.part {
                    Part::Key => bank.keys.push(said),
                    _ => bank.values.push(said),
                }
                bank.entries.extend(spot.entry.and_then(|span| text.get(span)).map(str::to_owned));
            }
            bank.blocks.extend(blocks(text).into_iter().map(|span| text[span].to_owned()));
        }
        for list in [&mut bank.keys, &mut bank.values, &mut bank.entries, &mut bank.blocks] {
            list.sort();
            list.dedup();
        }
        bank
    }
}

fn texts(table: &'static [(&str, &[u8])], end: &str) -> Vec<&'static str> {
    let fits = table.iter().filter(|(path, _)| path.ends_with(end));
    fits.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).collect()
}

/// Parts of drafts.
pub fn drafts() -> &'static Bank {
    static BANK: LazyLock<Bank> =
        LazyLock::new(|| Bank::of(&texts(assets::TEMPLATES, "/contoh.toml")));
    &BANK
}

/// Parts of packs.
pub fn packs() -> &'static Bank {
    static BANK: LazyLock<Bank> = LazyLock::new(|| Bank::of(&texts(assets::PACKS, ".toml")));
    &BANK
}

/// Parts of kinds.
pub fn kinds() -> &'static Bank {
    static BANK: LazyLock<Bank> = LazyLock::new(|| {
        let mut all = texts(assets::TEMPLATES, "/jenis.toml");
        all.extend(texts(assets::TEMPLATES, "_bersama/tipe.toml"));
        all.extend(texts(assets::TEMPLATES, "_bersama/naskah-kerja-sama.toml"));
        Bank::of(&all)
    });
    &BANK
}

/// Parts of configurations.
pub fn configs() -> &'static Bank {
    static BANK: LazyLock<Bank> = LazyLock::new(|| {
        Bank::of(&["peraturan = ['tata-tulis']\ngaya = 'gaya.toml'\ntemplat = 'templat'\n\
                    paket = 'paket'\n[tingkat]\n'tata-tulis/ejaan-lama' = 'mati'\nbentuk = 'galat'\n\
                    [[pengecualian]]\nberkas = 'arsip/**/*.toml'\naturan = 'tata-tulis'\nalasan = 'lama'\n"])
    });
    &BANK
}

/// Changes the first `size` bytes of `data`; gives the new size, `max` at most. A quarter of the
/// changes is left to the engine, which knows what the program compared with what.
pub fn toml(
    data: &mut [u8],
    size: usize,
    max: usize,
    seed: u32,
    bank: &Bank,
    engine: fn(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut dice = Dice(u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let text = data.get(..size).and_then(|head| std::str::from_utf8(head).ok());
    let (Some(text), false) = (text, dice.one_in(4)) else {
        return engine(data, size, max);
    };
    let mut text = text.to_owned();
    let turns = if dice.one_in(8) { 1 + dice.below(16) } else { 1 + dice.below(3) };
    for _ in 0..turns {
        if let Some(next) = change(&text, &mut dice, bank).filter(|next| next.len() <= max) {
            text = next;
        }
    }
    match data.get_mut(..text.len()) {
        Some(head) => {
            head.copy_from_slice(text.as_bytes());
            text.len()
        }
        None => size,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Key,
    Text,
    Scalar,
    List,
}

/// A key or a value that can be changed by itself, and the entry that it is the value of.
struct Spot {
    span: Span,
    part: Part,
    entry: Option<Span>,
}

fn spots(root: &Node) -> Vec<Spot> {
    fn walk(node: &Node, entry: Option<Span>, found: &mut Vec<Spot>) {
        let part = match &node.value {
            Value::String(_) => Part::Text,
            Value::Array(list) => {
                list.iter().for_each(|member| walk(member, None, found));
                Part::List
            }
            Value::Table(table) => {
                for inner in &table.0 {
                    found.push(Spot { span: inner.key_span.clone(), part: Part::Key, entry: None });
                    // The place of a table is its header: no entry that could be taken out.
                    let whole = inner.key_span.start..inner.node.span.end;
                    let plain = inner.node.span.start > inner.key_span.end;
                    walk(&inner.node, plain.then_some(whole), found);
                }
                return;
            }
            _ => Part::Scalar,
        };
        found.push(Spot { span: node.span.clone(), part, entry });
    }
    let mut found = Vec::new();
    walk(root, None, &mut found);
    found
}

/// The head of a text and its tables with their headers.
fn blocks(text: &str) -> Vec<Span> {
    let mut cuts = vec![0];
    cuts.extend(text.match_indices("\n[").map(|(at, _)| at + 1));
    cuts.push(text.len());
    cuts.windows(2).map(|pair| pair[0]..pair[1]).filter(|span| !span.is_empty()).collect()
}

/// One change; `None` when the text offers no place for it.
fn change(text: &str, dice: &mut Dice, bank: &Bank) -> Option<String> {
    let (root, _) = read::read(text);
    let all = spots(&root);
    let of = |parts: &[Part]| -> Vec<&Spot> {
        let fits = |spot: &&Spot| {
            parts.contains(&spot.part) && text.get(spot.span.clone()).is_some_and(|s| !s.is_empty())
        };
        all.iter().filter(fits).collect()
    };
    let (keys, strings) = (of(&[Part::Key]), of(&[Part::Text]));
    let values = of(&[Part::Text, Part::Scalar, Part::List]);
    let tables = blocks(text);
    match dice.below(24) {
        0 => put(text, &dice.pick(&values)?.span, dice.pick(&bank.values)?),
        1 => put(text, &dice.pick(&values)?.span, dice.pick(VALUES)?),
        2 => {
            let hostile: Vec<&str> =
                HOSTILE.lines().filter(|line| line.starts_with(['"', '\''])).collect();
            put(text, &dice.pick(&strings)?.span, dice.pick(&hostile)?)
        }
        // Running text is where most rules look.
        3..=6 => {
            let at = within(text, &dice.pick(&strings)?.span, dice)?;
            let piece = dice.pick(PIECES)?;
            let times = if dice.one_in(10) { 1 + dice.below(300) } else { 1 };
            put(text, &(at..at), &piece.repeat(times))
        }
        7 => {
            let span = &dice.pick(&strings)?.span;
            let (one, two) = (within(text, span, dice)?, within(text, span, dice)?);
            let part = one.min(two)..one.max(two);
            let times = [0, 0, 2, 3, 20].get(dice.below(5)).copied()?;
            let more = text.get(part.clone())?.repeat(times);
            put(text, &part, &more)
        }
        8 | 9 => {
            // Another number, month or word taken from elsewhere in the same text.
            let span = &dice.pick(&strings)?.span;
            let (at, word) = dice.pick(&tokens(text.get(span.clone())?))?.to_owned();
            let elsewhere = text.get(dice.pick(&strings)?.span.clone())?;
            let other = match dice.one_in(2) {
                true => dice.pick(&tokens(elsewhere))?.1.clone(),
                false => dice.below(120).to_string(),
            };
            put(text, &(span.start + at..span.start + at + word.len()), &other)
        }
        10 => {
            let whole: Vec<&Span> = all.iter().filter_map(|spot| spot.entry.as_ref()).collect();
            put(text, dice.pick(&whole)?, "")
        }
        11 | 12 => {
            let whole: Vec<&Span> = all.iter().filter_map(|spot| spot.entry.as_ref()).collect();
            let at = dice.pick(&whole)?.start;
            put(text, &(at..at), &format!("{}\n", dice.pick(&bank.entries)?))
        }
        13 => {
            let at = dice.pick(&tables)?.end;
            put(text, &(at..at), &format!("\n{}\n", dice.pick(&bank.blocks)?))
        }
        14 => {
            let span = dice.pick(&tables)?.clone();
            let times = if dice.one_in(6) { 2 + dice.below(60) } else { 2 };
            let more = text.get(span.clone())?.repeat(times);
            put(text, &span, &more)
        }
        15 => put(text, dice.pick(&tables)?, ""),
        16 => swap(text, &dice.pick(&values)?.span, &dice.pick(&values)?.span),
        17 => swap(text, dice.pick(&tables)?, dice.pick(&tables)?),
        18 => {
            let span = &dice.pick(&keys)?.span;
            let key = match dice.below(3) {
                0 => dice.pick(&bank.keys)?.clone(),
                1 => misspelt(text.get(span.clone())?, dice),
                _ => format!("\"{}\"", text.get(span.clone())?),
            };
            put(text, span, &key)
        }
        19 => {
            let kind = root.get("jenis")?;
            let kinds: Vec<&str> = assets::TEMPLATES
                .iter()
                .filter_map(|(path, _)| path.strip_suffix("/jenis.toml"))
                .collect();
            put(text, &kind.span, &format!("\"{}\"", dice.pick(&kinds)?))
        }
        20 => {
            let span = &dice.pick(&values)?.span;
            let value = text.get(span.clone())?;
            let deep = 1 + dice.below(3);
            let wrapped = match dice.below(3) {
                0 => format!("{}{value}{}", "[".repeat(deep), "]".repeat(deep)),
                1 => format!("[{}{value}]", format!("{value}, ").repeat(deep)),
                _ => format!("{{ {} = {value} }}", dice.pick(&bank.keys)?),
            };
            put(text, span, &wrapped)
        }
        21 => {
            // The same text between other quotes.
            let span = &dice.pick(&strings)?.span;
            let inner = text.get(span.clone())?.trim_matches(['"', '\'']);
            let quote = *dice.pick(&["\"", "'", "\"\"\"", "'''", "\"\"\"\n"])?;
            put(text, span, &format!("{quote}{inner}{}", quote.trim_end()))
        }
        22 => {
            let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
            let at = *dice.pick(&ends)?;
            put(text, &(at..at), &format!(" {}", dice.pick(COMMENTS)?))
        }
        _ => Some(match dice.below(4) {
            0 => text.replace('\n', "\r\n"),
            1 => text.replace("\r\n", "\n"),
            2 => format!("\u{feff}{text}"),
            _ => text.trim_end().to_owned(),
        }),
    }
}

fn put(text: &str, span: &Span, new: &str) -> Option<String> {
    Some([text.get(..span.start)?, new, text.get(span.end..)?].concat())
}

fn swap(text: &str, one: &Span, other: &Span) -> Option<String> {
    let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
    let between = text.get(first.end..second.start)?;
    let parts = [text.get(..first.start)?, text.get(second.clone())?, between];
    Some([parts.concat().as_str(), text.get(first.clone())?, text.get(second.end..)?].concat())
}

/// A place inside the quotes of a string.
fn within(text: &str, span: &Span, dice: &mut Dice) -> Option<usize> {
    let raw = text.get(span.clone())?;
    let quotes =
        if raw.len() >= 6 && (raw.starts_with("\"\"\"") || raw.starts_with("'''")) { 3 } else { 1 };
    let inner = raw.get(quotes..raw.len().checked_sub(quotes)?)?;
    let mut at = dice.below(inner.len() + 1);
    while !inner.is_char_boundary(at) {
        at -= 1;
    }
    Some(span.start + quotes + at)
}

/// Words and numbers of a string with their places.
fn tokens(raw: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (at, c) in raw.char_indices() {
        if !c.is_alphanumeric() {
            open = false;
            continue;
        }
        match found.last_mut().filter(|_| open) {
            Some((_, word)) => word.push(c),
            None => found.push((at, c.to_string())),
        }
        open = true;
    }
    found
}

fn misspelt(key: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = key.chars().collect();
    let at = dice.below(letters.len().max(1));
    match dice.below(4) {
        0 if letters.len() > 1 => drop(letters.remove(at)),
        1 if at + 1 < letters.len() => letters.swap(at, at + 1),
        2 => letters.insert(at, 'x'),
        _ => return key.replace('_', "-"),
    }
    letters.into_iter().collect()
}

/// Numbers that look random and follow from the seed alone: xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).map_or(0, |number| number % end.max(1))
    }

    fn one_in(&mut self, end: usize) -> bool {
        self.below(end) == 0
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }
}
