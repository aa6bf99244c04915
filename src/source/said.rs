//! What the parser says, in the language of those who read it. Drafters know no English and no TOML;
//! a sentence that is not in the list is passed on as it is.

/// A syntax fault for people: the fact, and how to mend it.
pub fn syntax(message: &str) -> (String, String) {
    known(message).unwrap_or_else(|| {
        let remedy = format!("{QUOTES} (kata pengurai: {message})");
        ("baris ini bukan TOML yang sah".to_owned(), remedy)
    })
}

/// The fact and the remedy of a sentence that is in the list.
fn known(message: &str) -> Option<(String, String)> {
    let (head, wanted) = message.split_once(", expected ").unwrap_or((message, ""));
    match FAULTS.iter().find(|(start, ..)| head.starts_with(start)) {
        Some((_, fact, remedy)) => Some(((*fact).to_owned(), (*remedy).to_owned())),
        None if head.starts_with("invalid date") || head.starts_with("invalid time") => {
            Some(date(wanted))
        }
        None => None,
    }
}

const QUOTES: &str =
    "periksa tanda petik, kurung, dan tanda sama dengan pada baris ini dan baris sebelumnya";
const TEXT_QUOTES: &str = "apit teks dengan tanda petik: kunci = \"teks\"";
const CLOSE_TEXT: &str = "tutup dengan tanda petik yang sama di baris ini; teks beberapa baris diapit tiga tanda petik (\"\"\")";
const ESCAPE: &str =
    "tulis garis miring terbalik dua kali (\\\\), atau apit teks dengan petik tunggal";
const NUMBER: &str =
    "tulis bilangan tanpa titik ribuan, misalnya 1500000, atau apit dengan tanda petik";
const CONTROL: &str = "hapus huruf kendali yang tidak tampak, lalu ketik ulang baris ini";
const ONCE: &str = "pakai kunci itu satu kali saja; beberapa isi ditulis sebagai daftar [\"…\", \"…\"], beberapa tabel dengan [[…]]";

/// The beginning of a sentence, the fact, the remedy. The first that fits counts.
const FAULTS: &[(&str, &str, &str)] = &[
    ("duplicate key", "kunci ini sudah ada", ONCE),
    ("cannot extend value", "kunci ini sudah diisi dengan nilai, bukan tabel", ONCE),
    ("number is malformed", "bilangan tidak sah atau terlalu besar", NUMBER),
    ("string values must be quoted", "teks tanpa tanda petik", TEXT_QUOTES),
    (
        "key with no value",
        "kunci tanpa tanda sama dengan dan isi",
        "tulis kunci = isi; teks diapit tanda petik",
    ),
    (
        "missing value for key",
        "kunci tanpa isi",
        "isi sesudah tanda sama dengan; yang belum ada ditulis \"\"",
    ),
    (
        "unexpected key or value",
        "ada yang berlebih sesudah nilai",
        "tulis satu kunci satu baris; petik di dalam teks diapit petik tunggal, atau tulis \\\"",
    ),
    ("invalid comment character", "huruf kendali di dalam komentar", CONTROL),
    ("unquoted keys cannot be empty", "kunci kosong", "tulis nama kunci sebelum tanda sama dengan"),
    (
        "invalid unquoted key",
        "huruf yang tidak boleh ada pada kunci",
        "pakai huruf, angka, - dan _ saja; selebihnya diapit tanda petik",
    ),
    (
        "keys cannot be multi-line",
        "kunci diapit tiga tanda petik",
        "apit kunci dengan satu tanda petik, atau tanpa petik",
    ),
    ("`_` may only go between digits", "garis bawah tidak di antara angka", NUMBER),
    ("unclosed table", "kepala tabel tidak ditutup", "tutup dengan kurung siku: [nama]"),
    (
        "unclosed array table",
        "kepala tabel tidak ditutup",
        "tutup dengan dua kurung siku: [[nama]]",
    ),
    (
        "missing table open",
        "kurung siku tutup tanpa pembuka",
        "tulis kepala tabel sebagai [nama] atau [[nama]]",
    ),
    ("unclosed array", "daftar tidak ditutup", "tutup daftar dengan kurung siku: [\"…\", \"…\"]"),
    (
        "unclosed inline table",
        "tabel sebaris tidak ditutup",
        "tutup dengan kurung kurawal: { kunci = \"…\" }",
    ),
    (
        "invalid inline table element",
        "isi tabel sebaris tidak sah",
        "tulis { kunci = \"…\", kunci = \"…\" }",
    ),
    (
        "missing key for inline table element",
        "isi tabel sebaris tanpa kunci",
        "tulis { kunci = \"…\", kunci = \"…\" }",
    ),
    ("extra comma", "koma berlebih", "hapus koma itu, atau isi yang ditandainya"),
    ("missing comma", "koma di antara isi tidak ada", "pisahkan isi dengan koma"),
    (
        "extra assignment",
        "tanda sama dengan berlebih",
        "tulis satu kunci = isi satu baris, dipisahkan koma di dalam { }",
    ),
    ("extra ", "tanda berlebih", QUOTES),
    ("too few unicode value digits", "kode huruf \\u kurang angkanya", ESCAPE),
    ("missing escaped value", "garis miring terbalik tanpa huruf sandi yang dikenal", ESCAPE),
    ("invalid value", "kode huruf tidak dikenal", ESCAPE),
    (
        "invalid boolean",
        "nilai bukan true atau false",
        "tulis true atau false; kata lain diapit tanda petik",
    ),
    (
        "invalid basic string",
        "teks tidak ditutup pada barisnya, atau berisi huruf kendali",
        CLOSE_TEXT,
    ),
    (
        "invalid literal string",
        "teks tidak ditutup pada barisnya, atau berisi huruf kendali",
        CLOSE_TEXT,
    ),
    (
        "invalid multi-line",
        "teks beberapa baris tidak ditutup, atau berisi huruf kendali",
        "tutup dengan tiga tanda petik yang sama dengan pembukanya",
    ),
    ("missing opening quote", "tanda petik penutup tanpa pembuka", TEXT_QUOTES),
    ("carriage return", "akhir baris yang rusak", "simpan ulang berkas dengan akhir baris biasa"),
    ("invalid float", "bilangan tidak sah", NUMBER),
    ("invalid fraction", "bilangan tidak sah", NUMBER),
    ("invalid exponent", "bilangan tidak sah", NUMBER),
    ("invalid mantissa", "bilangan tidak sah", NUMBER),
    ("invalid hexadecimal", "bilangan tidak sah", NUMBER),
    ("invalid binary", "bilangan tidak sah", NUMBER),
    ("invalid octal", "bilangan tidak sah", NUMBER),
    ("integers with a radix", "bilangan tidak sah", NUMBER),
    ("radix must be", "bilangan tidak sah", NUMBER),
    ("redundant numeric sign", "tanda bilangan berlebih", NUMBER),
    ("unexpected sign", "tanda bilangan berlebih", NUMBER),
    (
        "unexpected leading zero",
        "angka nol di depan bilangan",
        "nomor yang berawalan nol adalah teks: apit dengan tanda petik",
    ),
    ("invalid offset", "selisih waktu tidak sah", DATE),
    ("invalid date-time", "tanggal dan jam tidak sah", DATE),
];

const DATE: &str =
    "tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-03-02, atau apit dengan tanda petik";

/// A date that the calendar does not have, or one written the wrong way.
fn date(wanted: &str) -> (String, String) {
    let fact = match wanted.split_once("day between 01 and ") {
        Some((_, last)) => format!("tanggal tidak ada: bulan itu hanya sampai tanggal {last}"),
        None if wanted.starts_with("month between") => "bulan harus 01 sampai 12".to_owned(),
        None => "tanggal atau jam tidak sah".to_owned(),
    };
    (fact, DATE.to_owned())
}

/// A fault in the shape of a file that the program reads (a pack, a kind, a style), for people.
pub fn shape(message: &str) -> String {
    let name = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
    let options = message.split_once(", expected ").map_or(String::new(), |(_, known)| {
        let known = known.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
        if known.starts_with("there are no") {
            String::new()
        } else {
            format!("; yang ada: {known}")
        }
    });
    let said = [
        ("unknown field ", "kunci", "tidak dikenal"),
        ("missing field ", "kunci", "belum ada"),
        ("duplicate field ", "kunci", "ada dua kali"),
        ("unknown variant ", "pilihan", "tidak dikenal"),
    ];
    for (start, what, fault) in said {
        if let Some(rest) = message.strip_prefix(start) {
            return format!("{what} \"{}\" {fault}{options}", name(rest));
        }
    }
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let (found, wanted) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return format!("seharusnya {}, bukan {}", type_word(wanted), type_word(found));
    }
    known(message).map_or_else(|| message.to_owned(), |(fact, remedy)| format!("{fact}; {remedy}"))
}

/// The type that a sentence speaks of.
fn type_word(text: &str) -> String {
    let types = [
        ("string", "teks"),
        ("sequence", "daftar"),
        ("map", "tabel"),
        ("struct", "tabel"),
        ("boolean", "true atau false"),
        ("bool", "true atau false"),
        ("integer", "bilangan bulat"),
        ("u32", "bilangan bulat"),
        ("u64", "bilangan bulat"),
        ("usize", "bilangan bulat"),
        ("float", "bilangan"),
        ("f64", "bilangan"),
        ("datetime", "tanggal"),
        ("unit", "kosong"),
    ];
    let found = types.iter().find(|(word, _)| text.contains(word));
    found.map_or_else(|| text.to_owned(), |(_, said)| (*said).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_said_in_indonesian() {
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

    #[test]
    fn a_day_that_does_not_exist() {
        let (fact, _) = syntax("invalid date, expected day between 01 and 29");
        assert_eq!(fact, "tanggal tidak ada: bulan itu hanya sampai tanggal 29");
    }
}
