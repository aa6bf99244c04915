//! `masa_berlaku_kalimat`: what sentences say of the term agrees with the facts, with each other and
//! with the calendar.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::sentence;
use super::{CheckKind, Scope};
use crate::draft::keys::term;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Term, fixed_patterns};
use crate::words;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dibandingkan.")]
enum Part {
    /// The facts with the sentence.
    #[schemars(description = "Fakta mulai, lama, dan berakhir dengan kalimatnya.")]
    Fakta,
    /// One sentence with another.
    #[schemars(description = "Lamanya di dalam dua kalimat.")]
    Antarkalimat,
    /// Start and length with the end, in one sentence.
    #[schemars(description = "Mulai dan lamanya dengan hari berakhirnya, dalam satu kalimat.")]
    Hitungan,
    /// The end with the day of the document.
    #[schemars(description = "Hari berakhir dengan hari naskah: tidak mendahuluinya.")]
    Lewat,
}

/// How long the document is in force, as its sentences have it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermSaid {
    #[schemars(description = "Yang dibandingkan.")]
    bagian: Part,
}

/// A sentence on the term.
struct Said<'a> {
    path: &'a FieldPath,
    text: &'a str,
    length: Option<(Span, Term)>,
    start: Option<NaiveDate>,
    /// Whether the sentence names the day on which it begins.
    start_named: bool,
    end: Option<(Span, NaiveDate)>,
}

/// What such a sentence says.
#[derive(Clone)]
struct Reading {
    length: Option<(Span, Term)>,
    start: Option<NaiveDate>,
    start_named: bool,
    end: Option<(Span, NaiveDate)>,
}

impl CheckKind for TermSaid {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "yang dikatakan kalimat"),
            word("seharusnya", "menurut bandingannya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let parts = [term::START, term::LENGTH, term::END];
        parts.map(|key| Read::role(Role::JangkaWaktu, key)).into()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let said = statements(scope);
        match self.bagian {
            Part::Fakta => against_facts(scope, &said),
            Part::Antarkalimat => against_each_other(scope, &said),
            Part::Hitungan => said.iter().filter_map(|one| counted(scope, one)).collect(),
            Part::Lewat => past(scope, &said),
        }
    }
}

fixed_patterns! {
    /// "Perjanjian ini berlaku", "Jangka waktu Nota Kesepahaman ini adalah"
    SUBJECT = r"(?i-u)\b(?:perjanjian|nota|memorandum|kesepakatan|kesepahaman|naskah|kontrak|adendum|kerja\s*sama|mou)\b(?-i:[A-Za-z0-9()\s,-]){0,80}?\bberlaku\b|\b(?:jangka\s+waktu|masa\s+berlaku)(?-i:[A-Za-z\s]){0,60}\b(?:adalah|ialah|selama)\b|^\s*(?:\(?\d+[.)]\s*)?(?:berlaku|sejak)\b";
    /// Where a sentence goes on to something else than the term.
    TURNS = r"(?i-u)\b(?:perpanjang|diperpanjang|perpanjangan|diakhiri|mengakhiri|pemberitahuan|sebelum|kecuali|apabila|dievaluasi|setelah\s+itu)";
    /// "2 (dua) tahun", "dua (2) tahun 6 (enam) bulan"
    LENGTH = r"(?i-u)\b(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua\s+belas|delapan\s+belas|dua\s+puluh\s+empat|tiga\s+puluh\s+enam)\s*(?:\([a-z0-9 ]{1,40}\)\s*)?(?:tahun|bulan|minggu|hari(?:\s+(?:kerja|kalender))?)\b(?:\s+(?:dan\s+)?\d{1,2}\s*(?:\([a-z ]{1,40}\)\s*)?(?:bulan|hari)\b)?";
    /// A year of another count.
    OTHER_YEAR = r"(?i-u)^\s*(?:anggaran|ajaran|akademik|fiskal|pertama|kedua|takwim)\b";
    /// A day with the month by its name, or in figures.
    DAY = r"(?i-u)\b\d{1,2}\s+(?:januari|pebruari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november|desember)\s+\d{4}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b";
    /// What leads to the last day.
    UNTIL = r"(?i-u)(?:sampai\s+dengan|sampai|hingga|s\.d\.|s/d|berakhir(?:\s+pada)?)\s+(?:pada\s+)?(?:hari\s+[a-z']+,?\s+)?(?:tanggal\s+|tgl\.?\s+)?$";
    /// What leads to the first day.
    SINCE = r"(?i-u)(?:sejak|mulai|terhitung|dari)\s+(?:pada\s+|mulai\s+|sejak\s+)?(?:hari\s+[a-z']+,?\s+)?(?:tanggal\s+|tgl\.?\s+)?$";
    /// The day of signing.
    SIGNED = r"(?i-u)\b(?:sejak|mulai|terhitung|pada)\b(?-i:[A-Za-z\s]){0,50}\b(?:ditandatangani|penandatanganan|ditanda\s+tangani)\b";
}

/// The sentences on the term, read once for all rules: which text, and what it says.
struct Sentences(Vec<(usize, Reading)>);

/// Every sentence on how long the document is in force.
fn statements<'s>(scope: &'s Scope<'_>) -> Vec<Said<'s>> {
    let sentences = scope.once(|| Sentences(sentences(scope)));
    let said = sentences.0.iter().filter_map(|(at, reading)| {
        let (path, text) = scope.texts().get(*at)?;
        let Reading { length, start, start_named, end } = reading.clone();
        Some(Said { path, text, length, start, start_named, end })
    });
    said.collect()
}

fn sentences(scope: &Scope<'_>) -> Vec<(usize, Reading)> {
    let article = scope.draft.facts().path(Role::JangkaWaktu).unwrap_or_default();
    let mut found = Vec::new();
    let body = scope.texts().iter().zip(scope.body()).enumerate().filter(|(_, (_, body))| **body);
    for (index, ((path, text), _)) in body {
        let own = path.steps().starts_with(article.steps()) && !article.steps().is_empty();
        let speaks = text.contains("erlaku") || (own && text.contains("angka waktu"));
        if !speaks {
            continue;
        }
        let mut at = 0;
        while let Some(subject) = text.get(at..).and_then(|rest| SUBJECT.find(rest)) {
            let begin = at + subject.start();
            let whole = sentence(text, at + subject.end());
            at = whole.end.max(at + subject.end());
            let named =
                own || text.get(whole.start..whole.end).is_some_and(|one| one.contains(" ini "));
            let span = begin.max(whole.start)..whole.end;
            if named && !renews(text.get(whole.start..begin).unwrap_or_default()) {
                let reading = read(scope, text, span, subject.len());
                found.extend(reading.map(|reading| (index, reading)));
            }
        }
    }
    found
}

/// "Perpanjangan Perjanjian ini berlaku": of another term.
fn renews(before: &str) -> bool {
    TURNS.is_match(before)
}

fn read(scope: &Scope<'_>, text: &str, span: Span, subject: usize) -> Option<Reading> {
    let whole = text.get(span.clone())?;
    if renews(whole.get(..subject.min(whole.len())).unwrap_or_default()) {
        return None;
    }
    let until = TURNS.find(whole).map_or(whole.len(), |turn| turn.start());
    let clause = whole.get(..until)?;
    let length = LENGTH.find(clause).and_then(|one| {
        let after = clause.get(one.end()..).unwrap_or_default();
        let term = wording::parse_term(one.as_str()).filter(|_| !OTHER_YEAR.is_match(after))?;
        Some((span.start + one.start()..span.start + one.end(), term))
    });
    let (mut start, mut end) = (None, None);
    for day in DAY.find_iter(clause) {
        let before = clause.get(..day.start()).unwrap_or_default();
        let date = wording::parse_date(day.as_str()).and_then(|one| one.date());
        let place = span.start + day.start()..span.start + day.end();
        if UNTIL.is_match(before) {
            end = end.or(date.map(|date| (place, date)));
        } else if SINCE.is_match(before) {
            start = start.or(date);
        }
    }
    let start_named = start.is_some();
    let start = start.or_else(|| scope.draft.date().filter(|_| SIGNED.is_match(clause)));
    let some = length.is_some() || end.is_some() || start_named;
    some.then_some(Reading { length, start, start_named, end })
}

impl Said<'_> {
    fn hit(&self, span: &Span, right: String) -> Hit {
        let said = self.text.get(span.clone()).unwrap_or_default();
        let hit = Hit::at(Place::within(self.path.clone(), span.clone())).word("tertulis", said);
        hit.word("seharusnya", right)
    }
}

/// Whether two lengths are one: "24 bulan" is "2 tahun".
pub(super) fn same(one: Term, other: Term) -> bool {
    let months = one.in_months().is_some() && one.in_months() == other.in_months();
    let days = |term: Term| (term.years, term.months, term.weeks * 7 + term.days, term.working);
    months || days(one) == days(other)
}

fn against_facts(scope: &Scope<'_>, said: &[Said<'_>]) -> Vec<Hit> {
    let draft = scope.draft;
    let Some(article) = draft.facts().path(Role::JangkaWaktu) else {
        return Vec::new();
    };
    let own = said.iter().filter(|one| one.path.steps().starts_with(article.steps()));
    let (length, end) = (article.key(term::LENGTH), article.key(term::END));
    let start = article.key(term::START);
    let mut hits = Vec::new();
    for one in own {
        let fact = draft.term_at(&length);
        let long = one.length.as_ref().zip(fact).filter(|((_, said), fact)| !same(*said, *fact));
        hits.extend(long.map(|((span, _), fact)| {
            let hit = one.hit(span, fact.words(draft.language()));
            hit.see(Place::value(length.clone()), words::check::the_fact())
        }));
        let fact = draft.day_at(&end);
        let last = one.end.as_ref().zip(fact).filter(|((_, said), fact)| said != fact);
        hits.extend(last.map(|((span, _), fact)| {
            let hit = one.hit(span, wording::date_long(fact, draft.language()));
            hit.see(Place::value(end.clone()), words::check::the_fact())
        }));
        hits.extend(first_day(scope, one, &start));
    }
    hits
}

/// The day that a sentence names as the first, where the fact is another.
fn first_day(scope: &Scope<'_>, one: &Said<'_>, path: &FieldPath) -> Option<Hit> {
    let draft = scope.draft;
    let said = one.start.filter(|_| one.start_named)?;
    let fact = match draft.at(path)?.str() {
        Some(term::SIGNING) => draft.date()?,
        _ => draft.day_at(path)?,
    };
    let long = |date| wording::date_long(date, draft.language());
    let hit = Hit::at(Place::value(path.clone())).word("tertulis", long(said));
    (said != fact).then(|| hit.word("seharusnya", long(fact)))
}

fn against_each_other(scope: &Scope<'_>, said: &[Said<'_>]) -> Vec<Hit> {
    // What extends another document speaks of the term of both.
    if scope.draft.facts().node(Role::Pendahulu).is_some_and(|node| !node.is_empty()) {
        return Vec::new();
    }
    let article = scope.draft.facts().path(Role::JangkaWaktu).unwrap_or_default();
    let own = |one: &&Said<'_>| one.path.steps().starts_with(article.steps());
    let lengths: Vec<&Said<'_>> = said.iter().filter(|one| one.length.is_some()).collect();
    let fact = scope.draft.term_at(&article.key(term::LENGTH));
    let first = lengths.iter().find(|one| own(one)).or(lengths.first()).copied();
    let text = |path: &FieldPath| scope.draft.at(path).and_then(Node::str).is_some();
    // A fact is printed where the article has no text of its own.
    let standard = fact.filter(|_| !text(&article.key("isi")));
    let right =
        standard.or_else(|| first.and_then(|one| one.length.as_ref().map(|(_, term)| *term)));
    let Some(right) = right else {
        return Vec::new();
    };
    let others = lengths
        .into_iter()
        .filter(|one| !first.is_some_and(|first| std::ptr::eq(first, *one) && standard.is_none()));
    others
        .filter_map(|one| {
            let (span, term) = one.length.as_ref()?;
            let hit = one.hit(span, right.words(scope.draft.language()));
            let hit = match first.and_then(|first| Some((first.path, first.length.as_ref()?))) {
                Some((path, (span, _))) if standard.is_none() => {
                    hit.see(Place::within(path.clone(), span.clone()), words::check::first_here())
                }
                _ => hit,
            };
            (!same(*term, right)).then_some(hit)
        })
        .collect()
}

/// "selama 2 tahun sejak 2 Maret 2026 sampai dengan 1 Maret 2029"
fn counted(scope: &Scope<'_>, one: &Said<'_>) -> Option<Hit> {
    let ((_, length), (span, end)) = one.length.as_ref().zip(one.end.as_ref())?;
    // What differs from the facts is told there.
    let article = scope.draft.facts().path(Role::JangkaWaktu)?;
    let told =
        scope.draft.term_at(&article.key(term::LENGTH)).is_some_and(|fact| !same(*length, fact))
            || scope.draft.day_at(&article.key(term::END)).is_some_and(|fact| fact != *end);
    if told {
        return None;
    }
    let anniversary = length.add_to(one.start?)?;
    let eve = anniversary.pred_opt()?;
    let right = wording::date_long(eve, scope.draft.language());
    (*end != anniversary && *end != eve).then(|| one.hit(span, right))
}

/// A last day that is over before the document is signed.
fn past(scope: &Scope<'_>, said: &[Said<'_>]) -> Vec<Hit> {
    let Some(signed) = scope.draft.date() else {
        return Vec::new();
    };
    let long = wording::date_long(signed, scope.draft.language());
    let ended = said.iter().filter_map(|one| one.end.as_ref().map(|end| (one, end)));
    let ended = ended.filter(|(_, (_, end))| *end <= signed);
    let mut hits: Vec<Hit> = ended.map(|(one, (span, _))| one.hit(span, long.clone())).collect();
    let path = scope.draft.facts().path(Role::JangkaWaktu).map(|path| path.key(term::END));
    if let Some((path, end)) =
        path.and_then(|path| Some((path.clone(), scope.draft.day_at(&path)?)))
        && end <= signed
        && hits.is_empty()
    {
        let said = wording::date_long(end, scope.draft.language());
        hits.push(Hit::at(Place::value(path)).word("tertulis", said).word("seharusnya", long));
    }
    hits
}
