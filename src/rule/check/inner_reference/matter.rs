//! References whose matter is dealt with elsewhere: "Pelatihan sebagaimana dimaksud pada ayat (2)"
//! where ayat (1) is about training and ayat (2) is not.

use crate::draft::body::Block;
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::spans::tokens;
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;
use crate::words;

fixed_patterns! {
    /// "… sebagaimana dimaksud pada ayat (2)", "… dalam Pasal 4"
    REFERENCE = r"(?i-u)\b(?:sebagaimana\s+|yang\s+)?(?:dimaksud|tersebut|disebut|diatur)\s+(?:pada|dalam|di)\s+(?:ayat\s+\(?(\d{1,2})\)?|pasal\s+(\d{1,2})(?:\s+ayat\s+\((\d{1,2})\))?|\{pasal:([a-z_]+)(?:/(\d{1,2}))?[a-z/0-9]{0,12}\})(?-u:\b)?";
    /// An ayat that another one names.
    INNER = r"(?-u)\bayat\s+\((\d{1,2})\)";
    /// A reference that is one of several, or to another text.
    SEVERAL = r"(?i)^\)?\s*(?:,|dan|atau|sampai|hingga|s\.d|serta|huruf|ayat)\b|^\)?\s*(?:,\s*)?(?:undang|peraturan|nota|kesepakatan|perjanjian\s+induk|keputusan)";
}

/// Words that say nothing of the matter.
const EMPTY: [&str; 82] = [
    "adalah",
    "akan",
    "angka",
    "antara",
    "atau",
    "bagian",
    "belum",
    "berdasarkan",
    "bersama",
    "bulan",
    "butir",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "dengan",
    "diatur",
    "dilaksanakan",
    "dilakukan",
    "dimaksud",
    "disebut",
    "ditetapkan",
    "hal",
    "harus",
    "hingga",
    "huruf",
    "jangka",
    "kecuali",
    "kedua",
    "keempat",
    "kepada",
    "kerja",
    "kesatu",
    "kesepahaman",
    "ketentuan",
    "ketiga",
    "lainnya",
    "lambat",
    "lingkup",
    "masing",
    "melaksanakan",
    "melalui",
    "menurut",
    "naskah",
    "nota",
    "oleh",
    "pada",
    "paling",
    "para",
    "pelaksanaan",
    "perjanjian",
    "pertama",
    "pihak",
    "ruang",
    "salah",
    "sama",
    "sampai",
    "satu",
    "sebagai",
    "sebagaimana",
    "sebelum",
    "secara",
    "selain",
    "selama",
    "seluruh",
    "semua",
    "sesuai",
    "sesudah",
    "setelah",
    "setiap",
    "sudah",
    "tahun",
    "tanggal",
    "telah",
    "tentang",
    "terhadap",
    "tersebut",
    "tidak",
    "untuk",
    "wajib",
    "waktu",
    "yang",
];

/// What an ayat lays down without saying the word: "(1) PARA PIHAK menjaga kerahasiaan data. (2)
/// Kewajiban sebagaimana dimaksud pada ayat (1) …". The heading of an article does say it.
const LAID_DOWN: [&str; 14] = [
    "hak",
    "keadaan",
    "keharusan",
    "kewajiban",
    "kewenangan",
    "larangan",
    "pengecualian",
    "peristiwa",
    "persyaratan",
    "tanggung",
    "tindakan",
    "tugas",
    "upaya",
    "wewenang",
];

/// Every reference of a text whose matter stands elsewhere.
pub(super) fn other(
    scope: &Scope<'_>,
    section: &Section,
    path: &FieldPath,
    text: &str,
) -> Vec<Hit> {
    if !text.contains("imaksud") && !text.contains("diatur") && !text.contains("tersebut") {
        return Vec::new();
    }
    let parts = parts(section, text);
    let mut hits = Vec::new();
    for one in REFERENCE.captures_iter(text) {
        let Some(whole) = one.get(0) else { continue };
        let after = text.get(whole.end()..).unwrap_or_default();
        if SEVERAL.is_match(after) {
            continue;
        }
        let matter = matter(text.get(..whole.start()).unwrap_or_default());
        let number =
            |group: usize| one.get(group).and_then(|part| part.as_str().parse::<usize>().ok());
        let named = one.get(4).and_then(|name| scope.draft.outline.find(name.as_str()));
        let article = number(2).or(named.map(|section| section.number));
        // Of activities nearly every ayat speaks, with or without the word.
        let inner: Vec<_> = matter.iter().filter(|(word, _)| word != "kegiatan").cloned().collect();
        let found = match (number(1), article, number(3).or(number(5))) {
            (Some(ayat), ..) => ayat_of(&parts, ayat, whole.start(), &inner, text),
            (_, Some(article), Some(ayat)) => part_of(scope, section, (article, ayat), &inner),
            (_, Some(article), None) => article_of(scope, section, article, &matter),
            _ => None,
        };
        let Some((word, right)) = found else { continue };
        let said = text.get(whole.range()).unwrap_or_default();
        let target =
            said.rsplit("ada ").next().unwrap_or(said).rsplit("dalam ").next().unwrap_or(said);
        let hit = Hit::at(Place::within(path.clone(), whole.range())).word("rujukan", target);
        hits.push(hit.word("perihal", word).word("seharusnya", right));
    }
    hits
}

/// The last words before a reference that say what it is about, each with its root.
fn matter(before: &str) -> Vec<(String, String)> {
    let from = before.floor_char_boundary(before.len().saturating_sub(120));
    let near = before.get(from..).unwrap_or_default();
    let near = near.rsplit(['.', ';', '\n', ':', ',']).next().unwrap_or_default();
    let words: Vec<_> = tokens(near).map(|one| one.text.to_lowercase()).collect();
    let last = words.iter().rev().take(3).filter(|word| {
        word.len() >= 5 && !EMPTY.contains(&word.as_str()) && word.chars().all(char::is_alphabetic)
    });
    last.map(|word| (word.clone(), root(word))).filter(|(_, root)| root.len() >= 4).collect()
}

/// A word without the commonest endings and beginnings: "pelatihan" and "dilatih" share "latih".
fn root(word: &str) -> String {
    let bare = ["nya", "kan", "an"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    const HEADS: [&str; 18] = [
        "memper", "pember", "penge", "menge", "meng", "meny", "peng", "peny", "mem", "men", "pem",
        "pen", "ber", "per", "ter", "di", "ke", "pe",
    ];
    let head = HEADS.iter().filter_map(|head| bare.strip_prefix(head)).find(|rest| rest.len() >= 4);
    head.unwrap_or(bare).to_owned()
}

/// The ayat of a text with their bytes.
fn parts(section: &Section, text: &str) -> Vec<(usize, Span)> {
    let lists = section.body.blocks.iter().filter_map(|block| match block {
        Block::List(list) => Some(list),
        _ => None,
    });
    let items: Vec<(usize, usize)> =
        lists.flat_map(|list| list.items.iter().map(|item| (item.number, item.start))).collect();
    let ends = items.iter().skip(1).map(|(_, start)| *start).chain([text.len()]);
    items
        .iter()
        .zip(ends)
        .map(|((number, start), end)| (*number, *start..end.max(*start)))
        .collect()
}

/// The ayat that deals with the matter, where the one that is named does not.
fn ayat_of(
    parts: &[(usize, Span)],
    named: usize,
    here: usize,
    matter: &[(String, String)],
    text: &str,
) -> Option<(String, crate::words::Argument)> {
    let says = |span: &Span, root: &str| {
        text.get(span.clone()).is_some_and(|part| part.to_lowercase().contains(root))
    };
    let laid_down = |word: &str| LAID_DOWN.contains(&word.to_lowercase().as_str());
    if matter.iter().any(|(word, _)| laid_down(word)) {
        return None;
    }
    let (_, target) = parts.iter().find(|(number, _)| *number == named)?;
    if target.contains(&here) || matter.iter().any(|(_, root)| says(target, root)) {
        return None;
    }
    let others = || parts.iter().filter(|(number, span)| *number != named && !span.contains(&here));
    matter.iter().find_map(|(word, root)| {
        let mut found = others().filter(|(_, span)| says(span, root));
        let (number, _) = found.next()?;
        found.next().is_none().then(|| (word.clone(), words::check::ayat(number).into()))
    })
}

/// The ayat of another article that deals with the matter, where the one that is named does not: of
/// one word where no other ayat has it, or of two words together.
fn part_of(
    scope: &Scope<'_>,
    home: &Section,
    (article, ayat): (usize, usize),
    matter: &[(String, String)],
) -> Option<(String, crate::words::Argument)> {
    let target = scope.draft.outline.numbered(article)?;
    if target.number == home.number || matter.is_empty() {
        return None;
    }
    // In ASCII, which moves no byte.
    let text = scope.draft.at(&target.text_path)?.str()?.to_ascii_lowercase();
    let parts = parts(target, &text);
    let said = |number: usize| {
        let (_, span) = parts.iter().find(|(one, _)| *one == number)?;
        text.get(span.clone())
    };
    let named = said(ayat)?;
    // What goes on from another ayat is of its matter too.
    let whole =
        INNER.captures_iter(named).filter_map(|one| said(one.get(1)?.as_str().parse().ok()?));
    let whole: Vec<&str> = whole.chain([named]).collect();
    if matter.iter().any(|(_, root)| whole.iter().any(|part| part.contains(root.as_str()))) {
        return None;
    }
    let counts = |number: usize| {
        let has = |root: &str| said(number).is_some_and(|part| part.contains(root));
        matter.iter().filter(|(_, root)| has(root)).count()
    };
    let found: Vec<(usize, usize)> = parts
        .iter()
        .map(|(number, _)| (*number, counts(*number)))
        .filter(|(_, n)| *n > 0)
        .collect();
    let (number, _) = match found.as_slice() {
        [only] => *only,
        several => *several.iter().find(|(_, count)| *count >= 2)?,
    };
    let (word, _) =
        matter.iter().find(|(_, root)| said(number).is_some_and(|one| one.contains(root)))?;
    let unit = scope.draft.facts().unit();
    Some((word.clone(), format!("{unit} {article} ayat ({number})").into()))
}

/// The article whose heading names the matter, where the one that is named says nothing of it.
fn article_of(
    scope: &Scope<'_>,
    home: &Section,
    named: usize,
    matter: &[(String, String)],
) -> Option<(String, crate::words::Argument)> {
    let outline = &scope.draft.outline;
    let target = outline.numbered(named).filter(|target| target.number != home.number)?;
    let says = |section: &Section, root: &str| {
        let inside = |path: &FieldPath| path.steps().starts_with(section.path.steps());
        let mut texts = scope.texts().iter().filter(|(path, _)| inside(path));
        heads(section, root) || texts.any(|(_, text)| text.to_lowercase().contains(root))
    };
    if matter.is_empty() || matter.iter().any(|(_, root)| says(target, root)) {
        return None;
    }
    let others =
        outline.sections.iter().filter(|one| one.number != named && one.number != home.number);
    let others: Vec<&Section> = others.collect();
    matter.iter().find_map(|(word, root)| {
        let found = others.iter().find(|one| heads(one, root))?;
        let unit = scope.draft.facts().unit();
        Some((word.clone(), format!("{unit} {}", found.number).into()))
    })
}

fn heads(section: &Section, root: &str) -> bool {
    section.heading.as_deref().is_some_and(|heading| heading.to_lowercase().contains(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matter_of_a_reference() {
        let of = |text: &str| matter(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(of("(3) Peserta pelatihan "), ["pelatihan", "peserta"]);
        assert!(of("Ketentuan ").is_empty());
        assert_eq!(root("pelatihan"), root("dilatih"));
    }
}
