//! The parent agreement where sentences cite it, and the notice before an extension.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::spans::{body_texts, sentence};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, fixed_patterns};
use crate::words;

fixed_patterns! {
    /// "Nota Kesepahaman Nomor W.12-HK.03.02-0031", "… antara … Nomor …"
    CITED = r"(?i)\b(?:nota\s+kesepahaman|nota\s+kesepakatan|kesepakatan\s+bersama|perjanjian\s+kerja\s*sama|memorandum\s+[a-z ]{3,24}|perjanjian\s+induk)\b[^.;\n]{0,160}?\b(?:nomor|no\.)\s*:?\s*([A-Za-z0-9][A-Za-z0-9./_-]*[A-Za-z0-9])";
    /// "… dan Nomor 560/31/PKS/2025": what another party calls it.
    MORE = r"(?i)^\s*(?:,|dan|serta)\s+(?:nomor|no\.)\s*:?\s*([A-Za-z0-9][A-Za-z0-9./_-]*[A-Za-z0-9])";
    /// A day in figures.
    DAY = r"(?i-u)\b(?:tanggal|tertanggal|tgl\.?)\s+(\d{1,2}\s+[a-z]+\s+\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})";
    /// "3 (tiga) bulan"
    LENGTH = r"(?i-u)\b\d{1,3}\s*(?:\([a-z ]{1,40}\)\s*)?(?:tahun|bulan|minggu|hari(?:\s+(?:kerja|kalender))?)\b";
    /// What somebody does who ends an agreement before its time.
    ENDING = r"(?i)\b(?:memberitahu(?:kan)?|pemberitahuan|diberitahukan|menyampaikan)\b[^.;\n]{0,120}\bsebelum\b[^.;\n]{0,60}\b(?:pengakhiran|berakhir|diakhiri|mengakhiri)";
    /// "Perjanjian Kerja Sama pada tanggal 9 Mei 2025": an agreement that is named by its day alone.
    OF_DAY = r"(?i)\b(?:nota\s+kesepahaman|nota\s+kesepakatan|kesepakatan\s+bersama|perjanjian\s+kerja\s*sama|memorandum\s+saling\s+pengertian)(?:\s+(?:tersebut|dimaksud)|\s+tentang\s+([^,;.\n]{3,120}?))?(?:,?\s+yang)?(?:\s+telah)?(?:\s+(?:ditandatangani|dibuat|disepakati|diadakan))?\s+(?:pada\s+)?(?:tanggal|tertanggal)\s+(\d{1,2}\s+[a-z]+\s+\d{4})";
    /// A law is cited with a number as well.
    LAW = r"(?i)\b(?:undang-undang|peraturan|keputusan|instruksi|akta|surat)\b[^;]{0,60}$";
}

/// What is given of the agreements that this one rests on.
struct Given {
    numbers: BTreeSet<String>,
    days: Vec<NaiveDate>,
    about: Vec<String>,
    path: FieldPath,
}

impl Given {
    /// Whether the facts say that one of the agreements is about this.
    fn is_about(&self, said: &str) -> bool {
        self.about.iter().any(|about| plain(about) == plain(said))
    }
}

fn given(scope: &Scope<'_>) -> Option<Given> {
    let paths = [Role::Induk, Role::Pendahulu].map(|role| scope.draft.facts().path(role));
    let paths = paths.into_iter().flatten();
    let mut found = Given {
        numbers: BTreeSet::new(),
        days: Vec::new(),
        about: Vec::new(),
        path: FieldPath::root(),
    };
    for path in paths.filter(|path| scope.draft.at(path).is_some_and(|node| !node.is_empty())) {
        let numbers = scope.draft.at(&path.key("nomor")).map_or(&[][..], Node::members);
        found.numbers.extend(numbers.iter().filter_map(Node::str).map(plain));
        let about = scope.draft.at(&path.key("tentang")).and_then(Node::str);
        found.about.extend(about.map(str::to_owned));
        found.days.extend(scope.draft.day_at(&path.key("tanggal")));
        found.path = path;
    }
    (!found.numbers.is_empty() || !found.days.is_empty()).then_some(found)
}

/// A number without marks and case.
fn plain(number: &str) -> String {
    number.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A citation whose number or day is not that of the facts.
pub(super) fn cited(scope: &Scope<'_>) -> Vec<Hit> {
    let Some(given) = given(scope) else {
        return Vec::new();
    };
    let own: BTreeSet<String> = own_numbers(scope);
    let mut hits = of_another_day(scope, &given);
    for (path, text) in
        body_texts(scope).filter(|(_, text)| text.contains("omor") || text.contains("o."))
    {
        for one in CITED.captures_iter(text) {
            let (Some(whole), Some(number)) = (one.get(0), one.get(1)) else { continue };
            let before = text.get(whole.start()..number.start()).unwrap_or_default();
            let said = plain(number.as_str());
            if LAW.is_match(before)
                || !said.bytes().any(|b| b.is_ascii_digit())
                || own.contains(&said)
            {
                continue;
            }
            let other =
                given.numbers.contains(&said).then(|| other_number(text, number.end(), &given));
            if let Some(span) = other.flatten() {
                hits.push(wrong_number(scope, path, text, span, &given));
                continue;
            }
            let known = given.numbers.is_empty() || given.numbers.contains(&said);
            let near = text.get(number.end()..sentence(text, number.end()).end).unwrap_or_default();
            let day = DAY.captures(near).and_then(|one| one.get(1));
            let wrong_day = day.filter(|day| {
                let read = wording::parse_date(day.as_str()).and_then(|one| one.date());
                read.is_some_and(|read| !given.days.is_empty() && !given.days.contains(&read))
            });
            let span = match wrong_day {
                _ if !known => number.range(),
                Some(day) => number.end() + day.start()..number.end() + day.end(),
                None => continue,
            };
            let said = text.get(span.clone()).unwrap_or_default();
            let hit = Hit::at(Place::within(path.clone(), span)).word("tertulis", said);
            let hit = hit.word("seharusnya", shown(scope, &given, known));
            hits.push(hit.see(Place::value(given.path.clone()), words::check::the_fact()));
        }
    }
    hits
}

/// An agreement that is named by its day alone, which is none of the facts'.
fn of_another_day(scope: &Scope<'_>, given: &Given) -> Vec<Hit> {
    let mut hits = Vec::new();
    let kind = scope.draft.kind;
    // An article may cite another agreement; the recitals say on which this one rests.
    let recitals = [Role::Pertimbangan, Role::Pembukaan].map(|role| kind.role(role));
    let recital = |path: &FieldPath| {
        let head = path.keys().next().unwrap_or_default();
        recitals.iter().flatten().any(|field| field.key == head)
    };
    for (path, text) in body_texts(scope).filter(|(path, _)| recital(path)) {
        for one in OF_DAY.captures_iter(text) {
            let Some(said) = one.get(2) else { continue };
            // Another agreement of another day may be recited as well.
            if one.get(1).is_some_and(|about| !given.is_about(about.as_str())) {
                continue;
            }
            let day = wording::parse_date(said.as_str()).and_then(|read| read.date());
            let other = day.is_some_and(|day| {
                !given.days.is_empty()
                    && !given.days.contains(&day)
                    && scope.draft.date() != Some(day)
            });
            if other {
                let hit = Hit::at(Place::within(path.clone(), said.range()));
                let hit = hit.word("tertulis", said.as_str());
                let hit = hit.word("seharusnya", shown(scope, given, true));
                hits.push(hit.see(Place::value(given.path.clone()), words::check::the_fact()));
            }
        }
    }
    hits
}

/// A further number behind one that is right, which is none of the agreement's.
fn other_number(text: &str, mut at: usize, given: &Given) -> Option<Span> {
    while let Some(one) = MORE.captures(text.get(at..)?) {
        let number = one.get(1)?;
        let span = at + number.start()..at + number.end();
        if !given.numbers.contains(&plain(number.as_str())) {
            return Some(span);
        }
        at = span.end;
    }
    None
}

fn wrong_number(scope: &Scope<'_>, path: &FieldPath, text: &str, span: Span, given: &Given) -> Hit {
    let said = text.get(span.clone()).unwrap_or_default();
    let hit = Hit::at(Place::within(path.clone(), span)).word("tertulis", said);
    let hit = hit.word("seharusnya", shown(scope, given, false));
    hit.see(Place::value(given.path.clone()), words::check::the_fact())
}

/// The numbers of this very document.
fn own_numbers(scope: &Scope<'_>) -> BTreeSet<String> {
    let facts = scope.draft.facts();
    let parties = facts.parties().filter_map(|party| party.number());
    parties.chain(facts.numbers()).map(plain).collect()
}

fn shown(scope: &Scope<'_>, given: &Given, known: bool) -> String {
    if known {
        let days = given.days.iter().map(|day| wording::date_long(*day, scope.draft.language()));
        return days.collect::<Vec<_>>().join(", ");
    }
    let numbers = scope.draft.at(&given.path.key("nomor")).map_or(&[][..], Node::members);
    numbers.iter().filter_map(Node::str).collect::<Vec<_>>().join(", ")
}

/// The notice that the article's own sentence asks for.
pub(super) fn notice(scope: &Scope<'_>) -> Vec<Hit> {
    let Some(article) = scope.draft.facts().path(Role::JangkaWaktu) else { return Vec::new() };
    let extension = compared(scope, &article, "perpanjangan", |path, text| {
        path.steps().starts_with(article.steps()).then(|| text.find("erpanjang")).flatten()
    });
    // What ends an agreement has an article of its own more often than not.
    let ending = compared(scope, &article, "pengakhiran", |path, text| {
        let home =
            path.steps().starts_with(article.steps()) || path.keys().next() == Some("pengakhiran");
        let speaks = ENDING.find(text).filter(|_| home);
        speaks.map(|one| one.start())
    });
    extension.into_iter().chain(ending).collect()
}

/// The first sentence about a notice, where it says another length than the fact.
fn compared(
    scope: &Scope<'_>,
    article: &FieldPath,
    of: &str,
    speaks: impl Fn(&FieldPath, &str) -> Option<usize>,
) -> Option<Hit> {
    let fact = article.key(of).key("pemberitahuan");
    let given = scope.draft.term_at(&fact)?;
    let mut told =
        body_texts(scope).filter_map(|(path, text)| Some((path, text, speaks(path, text)?)));
    let (path, text, at) = told.next()?;
    let span = sentence(text, at);
    let whole = text.get(span.clone())?;
    let lengths: Vec<_> = LENGTH.find_iter(whole).collect();
    let agrees = lengths.iter().any(|one| {
        let said = wording::parse_term(one.as_str());
        said.is_none_or(|said| {
            said == given || said.in_months().is_some_and(|m| Some(m) == given.in_months())
        })
    });
    let before_end = whole.contains("sebelum");
    let last = lengths.last().filter(|_| !agrees && before_end)?;
    let place = span.start + last.start()..span.start + last.end();
    let hit = Hit::at(Place::within(path.clone(), place)).word("tertulis", last.as_str());
    let hit = hit.word("seharusnya", given.words(scope.draft.language()));
    Some(hit.see(Place::value(fact), words::check::the_fact()))
}
