//! The sentences on the term of a document, and what each says.

use chrono::NaiveDate;

use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::spans::sentence;
use crate::source::Span;
use crate::wording::{self, Term, fixed_patterns};

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

/// What such a sentence says.
#[derive(Clone)]
pub(super) struct Reading {
    pub(super) length: Option<(Span, Term)>,
    pub(super) start: Option<NaiveDate>,
    pub(super) start_named: bool,
    pub(super) end: Option<(Span, NaiveDate)>,
}

/// The sentences on the term, read once for all rules: which text, and what it says.
pub(super) struct Sentences(pub(super) Vec<(usize, Reading)>);

impl Sentences {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        Self(sentences(scope))
    }
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
