//! What a draft says of its term: by its facts, else in the first sentence that says it plainly.

use chrono::{Months, NaiveDate};

use crate::calendar::Calendar;
use crate::draft::Draft;
use crate::draft::keys::term as keys;
use crate::kind::Role;
use crate::source::path::FieldPath;
use crate::wording::{self, Term, fixed_patterns};

fixed_patterns! {
    /// "2 (dua) tahun", "18 bulan"
    LENGTH = r"(?i-u)\b(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s*(?:\([a-z0-9 ]{1,40}\)\s*)?(?:tahun|bulan)\b";
    /// Where a sentence goes on to something else than the term.
    TURNS = r"(?i-u)\b(?:perpanjang|diperpanjang|perpanjangan|diakhiri|mengakhiri|pemberitahuan|sebelum)";
    /// "perpanjangan … diberitahukan paling lambat 6 (enam) bulan sebelum jangka waktu berakhir"
    NOTICE = r"(?i-u)\bperpanjang(?-i:[A-Za-z0-9()\s,/-]){0,200}?\b(?:paling\s+lambat|selambat-lambatnya|sekurang-kurangnya|paling\s+sedikit)\s+(?-i:[A-Za-z0-9()\s,/-]){3,60}?\s+sebelum\b";
    /// "6 (enam) bulan", "30 hari kerja"
    COUNT = r"(?i-u)\b(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s*(?:\([a-z0-9 ]{1,40}\)\s*)?(?:tahun|bulan|minggu|hari(?:\s+(?:kerja|kalender))?)\b";
}

/// The term of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Validity {
    /// The first day.
    pub start: Option<NaiveDate>,
    /// How long.
    pub length: Option<Term>,
    /// The last day.
    pub end: Option<NaiveDate>,
    /// Whether the last day was counted from the others.
    pub counted: bool,
    /// How long before the end an extension is announced at the latest.
    pub notice: Option<Term>,
    /// Where it is said, in bytes.
    pub at: Option<usize>,
}

impl Validity {
    /// That of a draft.
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let Some(path) = article(draft) else { return Self::default() };
        let texts = texts(draft, &path);
        let start = match draft.at(&path.key(keys::START)).and_then(|node| node.str()) {
            Some(keys::SIGNING) => draft.date(),
            _ => draft.day_at(&path.key(keys::START)),
        };
        let length = draft.term_at(&path.key(keys::LENGTH)).or_else(|| said(&texts));
        let stated = draft.day_at(&path.key(keys::END));
        let notice = path.key("perpanjangan").key("pemberitahuan");
        let notice = draft.term_at(&notice).or_else(|| announced(&texts));
        let from =
            start.or_else(|| draft.date().filter(|_| draft.at(&path.key(keys::START)).is_none()));
        let counted = || length?.add_to(from?)?.pred_opt();
        Self {
            start,
            end: stated.or_else(counted),
            counted: stated.is_none(),
            length,
            notice,
            at: draft.at(&path).map(|node| node.span.start),
        }
    }

    /// The last day on which an extension is announced in time.
    pub(crate) fn announced_by(&self, calendar: &Calendar) -> Option<NaiveDate> {
        before(self.end?, self.notice?, calendar)
    }
}

/// The day one term before another.
fn before(end: NaiveDate, term: Term, calendar: &Calendar) -> Option<NaiveDate> {
    let count = |count: i32| u64::try_from(count).ok();
    if term.working {
        return calendar.before(end, count(term.days)?);
    }
    let months = u32::try_from(term.years.checked_mul(12)?.checked_add(term.months)?).ok()?;
    let days = count(term.weeks.checked_mul(7)?.checked_add(term.days)?)?;
    end.checked_sub_months(Months::new(months))?.checked_sub_days(chrono::Days::new(days))
}

/// The article on the term: by its role, else by the content that it carries.
fn article(draft: &Draft<'_>) -> Option<FieldPath> {
    let carries = || draft.kind.field("jangka_waktu").filter(|field| field.is_article());
    let field = draft.kind.role(Role::JangkaWaktu).or_else(carries)?;
    let path = FieldPath::root().key(&field.key);
    draft.at(&path).map(|_| path)
}

/// The printed texts of an article, the facts aside.
fn texts<'d>(draft: &'d Draft<'_>, article: &FieldPath) -> Vec<&'d str> {
    let text = article.key("isi");
    let all = draft.texts().into_iter();
    all.filter(|(path, _)| path.steps().starts_with(text.steps())).map(|(_, text)| text).collect()
}

fn said(texts: &[&str]) -> Option<Term> {
    texts.iter().find_map(|text| {
        let until = TURNS.find(text).map_or(text.len(), |turn| turn.start());
        let plain = text.get(..until)?;
        wording::parse_term(LENGTH.find(plain)?.as_str())
    })
}

fn announced(texts: &[&str]) -> Option<Term> {
    texts.iter().find_map(|text| {
        let sentence = NOTICE.find(text)?.as_str();
        let last = COUNT.find_iter(sentence).last()?;
        wording::parse_term(last.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_so_long_before_the_end() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let term = |text: &str| wording::parse_term(text).unwrap();
        let calendar = Calendar::indonesia();
        assert_eq!(before(day("2028-03-01"), term("3 bulan"), calendar), Some(day("2027-12-01")));
        assert_eq!(before(day("2026-05-31"), term("3 bulan"), calendar), Some(day("2026-02-28")));
        assert_eq!(before(day("2026-03-31"), term("30 hari"), calendar), Some(day("2026-03-01")));
        // Nyepi and Idulfitri of 2026 with their joint leave: 18 to 24 March.
        assert_eq!(
            before(day("2026-03-27"), term("5 hari kerja"), calendar),
            Some(day("2026-03-13"))
        );
    }

    #[test]
    fn sentences_tell_what_no_fact_does() {
        let text = "Rencana perpanjangan sebagaimana dimaksud pada ayat (2) diberitahukan secara \
                    tertulis paling lambat 6 (enam) bulan sebelum jangka waktu berakhir.";
        assert_eq!(announced(&[text]), wording::parse_term("6 bulan"));
        let text = "Kerja sama direncanakan untuk jangka waktu 2 (dua) tahun sejak ditandatangani.";
        assert_eq!(said(&[text]), wording::parse_term("2 tahun"));
        assert_eq!(said(&["Perpanjangan paling lambat 3 (tiga) bulan."]), None);
    }
}
