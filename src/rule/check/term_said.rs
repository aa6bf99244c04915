//! `masa_berlaku_kalimat`: what sentences say of the term agrees with the facts, with each other and
//! with the calendar.

mod sentences;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::keys::term;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Term};
use crate::words;

use sentences::{Reading, Sentences};

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

/// Every sentence on how long the document is in force.
fn statements<'s>(scope: &'s Scope<'_>) -> Vec<Said<'s>> {
    let sentences = scope.once(|| Sentences::of(scope));
    let said = sentences.0.iter().filter_map(|(at, reading)| {
        let (path, text) = scope.texts().get(*at)?;
        let Reading { length, start, start_named, end } = reading.clone();
        Some(Said { path, text, length, start, start_named, end })
    });
    said.collect()
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
