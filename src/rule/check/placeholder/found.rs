//! What looks like a blank in a text.

use super::form;
use crate::draft::inline;
use crate::source::Span;
use crate::wording::fixed_patterns;

fixed_patterns! {
    // Word boundaries are those of ASCII: with Unicode's the engine would fall back to its slowest
    // mode.
    RESIDUE = r"(?x)
        \.{4,} | …{2,} | (?:^|\s)…(?:$|[\s,.;)]) | _{3,} | \([\ \t]{2,}\)
        | (?-u:<[A-Za-z_][A-Za-z0-9_\ /.-]+>)
        | \[(?:…|[●•*]|(?i-u:isi|diisi|nama|nomor|tanggal|jabatan|tempat|sebutkan|tuliskan|tulis|masukkan|lengkapi|pilih|klik|ketik|click|type|enter|insert|select|xx+|\.{3}))(?-u:[A-Za-z0-9_\ /.,-]*)\]
        | \[(?i-u:tanya(?:kan)?|cek|periksa|konfirmasi(?:kan)?|mohon|tolong|tunggu|menunggu|sesuaikan|hapus|ganti|catatan|note|todo|usul|pastikan|perlu)(?-u:\ [A-Za-z0-9_\ /.,?!:-]{3,80})\]
        | (?i-u:\((?:diisi|isi|isikan|sebutkan|tuliskan)\ [a-z0-9\ /.,-]{1,60}\))
        | (?-u:\b)[Xx]{2,}(?-u:\b)(?:[./-][Xx]{2,}(?-u:\b))* | (?-u:\b[0-9]*[Xx]{4,}[0-9]*\b)
        | (?-u:\b(?:Pasal|[Aa]yat|[Hh]uruf|[Aa]ngka|Lampiran|Nomor)\ +\(?\ ?)(?:\.{3}|…|_{2,}|-{2,})
        | _{2,}\ ?/\ ?_{2,} | …\ ?% | (?-u:\bRp)\.?\ ?,-{1,2} | @{3,} | \?{3,}
        | (?i-u:\bnomor\ *:?\ */\ */)
        | (?i-u:\((?:nama|nomor|jabatan|alamat)\ (?:lembaga|instansi|mitra|pejabat|pihak|kota|jalan|surat|perusahaan)\))
        | (?i-u:\blorem\ ipsum\b) | (?-u:\b(?:TBD|TBC)\b)
        ";
    /// What other programs leave behind: merge fields, cells without a value, errors and comments of
    /// word processors.
    LEFT_BEHIND = r"(?x)
        «[^«»\n]{1,80}» | \$?\{[^{}\n]{0,80}\} | \{\{[^{}\n]{1,80}\}\} | (?-u:\$[A-Za-z_]{2,30}\$|%[A-Z_]{3,30}%) | \[(?i-u:pasal|ayat|lampiran):[^\[\]\n]{1,40}\]
        | \{%[^{}\n]{1,80}%\}
        | (?i-u:\#(?:n/a|ref!|value!|name\?|div/0!|null!|num!)) | \#{4,}
        | (?i-u:\berror!\ *(?:reference|bookmark|no\ text|not\ a\ valid|unknown)[a-z\ ]*\.?)
        | (?i-u:\bkesalahan!\ *(?:sumber|penanda|tidak\ ada)[a-z\ ]*\.?)
        | (?i-u:\b(?:commented|comment|dikomentari|komentar)\ *\[[a-z]{1,4}[0-9]{1,4}\]:?)
        | (?i-u:\bclick\ (?:or\ tap\ )?here\ to\ enter\ [a-z]+\.?)
        | (?i-u:\bklik\ (?:atau\ ketuk\ )?di\ sini\ untuk\ memasukkan\ [a-z]+\.?)
        ";
    /// A cell without a value, as programs write it into a sentence.
    EMPTY_CELL = r"(?-u:\b)(NaN|nan|None|null|NULL|undefined)(?:$|[,.;)\n])";
}

/// What something that looks like a blank is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A blank.
    Blank,
    /// The numeral twenty or thirty.
    Numeral,
    /// An address in angle brackets.
    Address,
}

/// What looks like a blank in a text.
pub(super) struct InText(pub(super) Vec<(Span, Sign)>);

impl InText {
    pub(super) fn of(text: &str) -> Self {
        let suspect = Suspect::of(text);
        let mut found = Vec::new();
        if suspect.residue {
            found.extend(blanks(text));
        }
        let spans = suspect.left_behind.then(|| LEFT_BEHIND.find_iter(text));
        let spans = spans.into_iter().flatten().map(|one| one.range());
        let spans = spans.filter(|span| !is_mark(text, span));
        let empty = suspect.empty_cell.then(|| EMPTY_CELL.captures_iter(text));
        let empty = empty.into_iter().flatten().filter_map(|cell| Some(cell.get(1)?.range()));
        found.extend(spans.chain(empty).map(|span| (span, Sign::Blank)));
        Self(found)
    }
}

/// Whether braces are a mark of ours: a reference, or a misspelt one that is told as such.
fn is_mark(text: &str, span: &Span) -> bool {
    let said = text.get(span.clone()).unwrap_or_default();
    if !said.starts_with('{') || said.starts_with("{{") || said.starts_with("{%") {
        return false;
    }
    let meets = |other: &Span| other.start < span.end && span.start < other.end;
    inline::references(text).iter().any(|mark| meets(&mark.span))
        || inline::unread(text).iter().any(|mark| meets(&mark.span))
}

/// Blanks that people left, without the white space before them.
fn blanks(text: &str) -> impl Iterator<Item = (Span, Sign)> {
    RESIDUE.find_iter(text).filter_map(|found| {
        let said = found.as_str();
        let sign = if form::is_for_others(said) {
            return None;
        } else if is_roman_twenty(text, &found.range()) {
            Sign::Numeral
        } else if is_address(said) {
            Sign::Address
        } else {
            Sign::Blank
        };
        let lead = said.len() - said.trim_start().len();
        Some((found.start() + lead..found.end(), sign))
    })
}

/// "<www.contoh.go.id>": a name of parts and no blank in it.
fn is_address(said: &str) -> bool {
    let inner = said.trim().trim_start_matches('<').trim_end_matches('>');
    let mut parts = inner.split('.');
    said.trim().starts_with('<')
        && inner.contains('.')
        && !inner.contains(' ')
        && parts.all(|part| part.len() >= 2)
}

/// Which patterns a text has any of the signs of: nearly no text has, and looking is cheap.
struct Suspect {
    residue: bool,
    left_behind: bool,
    empty_cell: bool,
}

const RESIDUE_SIGNS: [&str; 29] = [
    "...",
    "__",
    "--",
    ",-",
    "@@@",
    "???",
    "/ /",
    "//",
    "(nama ",
    "(nomor ",
    "(jabatan ",
    "(alamat ",
    "<",
    "[",
    "....",
    "___",
    "…",
    "xx",
    "lorem",
    "(diisi ",
    "(isi ",
    "(isikan ",
    "(sebutkan ",
    "(tuliskan ",
    "(  ",
    "( \t",
    "(\t",
    "tbd",
    "tbc",
];
const LEFT_BEHIND_SIGNS: [&str; 10] =
    ["«", "{", "$", "%", "#", "[", "error!", "kesalahan!", "here to enter", "untuk memasukkan"];
const CELLS: [&str; 4] = ["nan", "none", "null", "undefined"];

impl Suspect {
    fn of(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        let has = |sign: &&str| lower.contains(*sign);
        Self {
            residue: RESIDUE_SIGNS.iter().any(has),
            left_behind: LEFT_BEHIND_SIGNS.iter().any(has),
            empty_cell: CELLS.iter().any(|word| ends_with_word(&lower, word)),
        }
    }
}

/// Whether a word stands in a text with a sign that ends it, or the end of the text, behind it.
fn ends_with_word(text: &str, word: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.bytes().next_back());
        let after = text.as_bytes().get(at + word.len());
        !before.is_some_and(inner) && after.is_none_or(|byte| b",.;)\n\0".contains(byte))
    })
}

/// Whether something goes on with a sign: "XX.3", "XX/2026", but not the end of a sentence.
fn joined(after: &str) -> bool {
    let rest = after.strip_prefix(['/', '.', '-']);
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// "Bab XX", "PON XX", "Pekan Olahraga Nasional XX di Papua": a numeral and no blank. A name stands
/// before it, and nothing that asks for a number.
fn is_roman_twenty(text: &str, span: &Span) -> bool {
    const ASKING: [&str; 19] = [
        "nomor", "no", "tanggal", "tgl", "tahun", "pasal", "ayat", "huruf", "rp", "nip", "nik",
        "pukul", "telepon", "telp", "faks", "alamat", "nama", "jalan", "hari",
    ];
    let said = text.get(span.clone()).unwrap_or_default().trim();
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let apart = before.ends_with([' ', '\n', '\t', '-', '(']) && !joined(after);
    let word = before.trim_end_matches([' ', '\n', '\t', '-', '(']);
    let word = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let title = ["bab", "abad", "angkatan", "bagian", "ke", "buku"].contains(&lower.as_str());
    let name = word.starts_with(char::is_uppercase) && !ASKING.contains(&lower.as_str());
    matches!(said, "XX" | "XXX") && apart && (title || name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_told_from_blanks() {
        let is = |text: &str| {
            let start = text.find("XX").unwrap();
            is_roman_twenty(text, &(start..start + 2))
        };
        for text in [
            "PON XX di Papua",
            "pada PON XX.",
            "Dies Natalis XX",
            "Bab XX",
            "Kongres ke-XX",
            "abad XX",
        ] {
            assert!(is(text), "{text}");
        }
        for text in
            ["Nomor XX", "tanggal XX", "selama XX hari", "W.12-XX", "RpXX", "XX.3", "Pasal XX"]
        {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn what_other_programs_leave_is_seen() {
        for text in [
            "«Nama_Pejabat»",
            "${unit_kerja}",
            "{{ mitra }}",
            "#N/A",
            "#REF!",
            "########",
            "Error! Reference source not found.",
            "Kesalahan! Sumber referensi tidak ditemukan.",
            "Commented [SW1]:",
            "Click or tap here to enter text.",
            "{nama}",
            "{}",
            "{ MERGEFIELD nama }",
            "$nama$",
            "%NAMA%",
            "[pasal:kahar]",
        ] {
            let sentence = format!("oleh {text} di sini");
            assert_eq!(LEFT_BEHIND.find(&sentence).map(|found| found.as_str()), Some(text));
        }
        for text in [
            "[●]",
            "[*]",
            "[sebutkan tempat]",
            "[Klik di sini]",
            "(diisi nama lengkap)",
            "(nama lembaga)",
            "TBD",
            "(     )",
            "Pasal ...",
            "ayat (...",
            "__/__",
            "…%",
            "Rp. ,-",
            "Nomor : / /",
            "???",
        ] {
            let sentence = format!("di {text} itu");
            assert_eq!(RESIDUE.find(&sentence).map(|found| found.as_str()), Some(text));
        }
        assert!(EMPTY_CELL.is_match("oleh nan, catatan None.") && EMPTY_CELL.is_match("nan"));
        for text in
            ["nan jauh di sana", "Pasal [2]", "{pasal:tujuan}", "#1", "(isi)", "None of them"]
        {
            assert!(InText::of(text).0.is_empty(), "{text}");
        }
    }

    #[test]
    fn addresses_are_told_from_blanks() {
        assert!(is_address("<www.contoh.go.id>"));
        assert!(!is_address("<NAMA LEMBAGA>") && !is_address("<nama.>") && !is_address("...."));
    }
}
