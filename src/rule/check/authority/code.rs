//! What numbers of decrees tell: the year, the month and the ministry.

use chrono::Datelike;

use super::records;
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::source::node::Node;
use crate::wording::{self, fixed_patterns};
use crate::words;

fixed_patterns! {
    /// The year that a number ends with: "/2025", "Tahun 2025".
    YEAR = r"(?:[/.-]|(?i:tahun)\s+)((?:19|20)\d\d)\s*$";
    /// The month among the parts of a number: "/III/".
    MONTH = r"/(X?I{1,3}|I?V|VI{0,3}|I?X|XII?)/";
}

/// Numbers whose year or month is another than that of the date.
pub(super) fn dates(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (path, node) in records(scope, parties) {
        let number = node.get("nomor").and_then(Node::str).unwrap_or_default();
        let Some(day) = scope.draft.day_at(&path.key("tanggal")) else { continue };
        let year = YEAR.captures(number).and_then(|one| one.get(1));
        let wrong_year = year.filter(|year| year.as_str().parse() != Ok(day.year()));
        let month = MONTH.captures(number).and_then(|one| one.get(1));
        let wrong_month = month.filter(|month| {
            let value = wording::parse_roman(month.as_str());
            value.is_some_and(|value| u64::from(day.month()) != u64::from(value))
        });
        let Some(part) = wrong_year.or(wrong_month) else { continue };
        let place = Place::within(path.key("nomor"), part.range());
        let hit = Hit::at(place).word("tertulis", part.as_str());
        let hit = hit.word("seharusnya", wording::date_long(day, scope.draft.language()));
        hits.push(hit.see(Place::value(path.key("tanggal")), words::check::the_fact()));
    }
    hits
}

/// Codes of ministries with a word of their names.
const CODES: [(&str, &str); 8] = [
    ("PMK", "keuangan"),
    ("KMK", "keuangan"),
    ("M.HH", "hukum"),
    ("M.IP", "imigrasi"),
    ("M.IMIP", "imigrasi"),
    ("PERMENKES", "kesehatan"),
    ("MENKES", "kesehatan"),
    ("PERMENDAGRI", "dalam negeri"),
];

/// Numbers with the code of another ministry than the one that the decree is named after.
pub(super) fn ministries(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let bases = scope.draft.facts().legal_bases().map(|basis| basis.path());
    let bases = bases.filter_map(|path| Some((path.clone(), scope.draft.at(&path)?)));
    let all = records(scope, parties).into_iter().chain(bases);
    let mut hits = Vec::new();
    for (path, node) in all {
        let text = |key: &str| node.get(key).and_then(Node::str).unwrap_or_default();
        let (kind, number) = (text("jenis").to_lowercase(), text("nomor").to_uppercase());
        let parts = || number.split(['/', ' ', '-']);
        let code = CODES.iter().find(|(code, _)| {
            parts().any(|part| {
                part == *code
                    || part.strip_prefix(code).is_some_and(|rest| rest.starts_with(['.', '-']))
            })
        });
        let Some((code, _)) = code.filter(|(_, ministry)| !kind.contains(ministry)) else {
            continue;
        };
        if names_ministry(&kind) {
            let hit = Hit::at(Place::value(path.key("nomor"))).word("tertulis", *code);
            hits.push(hit.word("seharusnya", text("jenis")));
        }
    }
    hits
}

/// Whether the name of a decree says whose it is: "Keputusan Menteri" alone is any minister's.
fn names_ministry(kind: &str) -> bool {
    const EMPTY: [&str; 4] = ["republik", "indonesia", "ri", "negara"];
    let named = |after: &str| {
        let mut words = after.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.any(|word| !EMPTY.contains(&word))
    };
    kind.split_once("menteri").is_some_and(|(_, after)| named(after.trim_start_matches("an ")))
}
