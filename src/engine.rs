//! Rules over a draft: findings with their places, exceptions taken off, sorted.

mod content;
mod coverage;
mod exceptions;
pub(crate) mod fix;
mod places;
pub mod proof;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::case::{self, Beside, Found, Judged, Unread, World};
use crate::draft::keys::PICTURE_FILE;
use crate::draft::plain::{hit_in, place_in, plain};
use crate::draft::{self, Draft};
use crate::finding::{
    Builtin, Coverage, FORMAT, Fault, Finding, Hit, Level, Place, Related, Silence, Unresolved,
};
use crate::kind::Catalog;
use crate::picture;
use crate::rule::judging::{Judging, judging};
use crate::rule::{Registry, Rule, Scope};
use crate::source::SourceFile;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words::{self, Argument, Language};

use exceptions::Excepted;
pub use places::Places;

/// What checking a text gave.
#[derive(Debug)]
pub struct Checked<'k> {
    /// The draft; `None` when the text does not say which kind it is.
    pub draft: Option<Draft<'k>>,
    /// The findings, in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that the draft itself excepts, with the reason it gives.
    pub excepted: Vec<(Finding, String)>,
    /// The language in which they are said.
    pub language: Language,
    /// Whether the reader read every word of it. What it did not read would be missing from the page.
    pub(crate) whole: bool,
    /// How many more findings there are of rules that found too much to name each.
    pub(crate) left_out: usize,
    /// Whether regulations judged it. A text that is broken, or of no known kind, none can judge.
    pub(crate) judged: bool,
    /// By which of them, where it was asked for; a text that is not judged has none.
    pub coverage: Option<Coverage>,
}

/// Checks a text. What is found is said in the language of the draft, and in Indonesian where the
/// text does not say which kind it is.
pub fn check<'k>(file: &SourceFile, catalog: &'k Catalog, registry: &Registry) -> Checked<'k> {
    check_on(None, file, catalog, registry)
}

/// The same on a day that counts as today, for case files.
fn check_on<'k>(
    as_of: Option<NaiveDate>,
    file: &SourceFile,
    catalog: &'k Catalog,
    registry: &Registry,
) -> Checked<'k> {
    let named = |name: &str| picture::named(name).err();
    let samples = Samples { catalog, registry };
    let world = World { as_of, beside: &samples };
    check_beside(Language::default(), file, catalog, registry, Around { pictures: &named, world })
}

/// What lies around a text, for those who know.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    /// The pictures beside it.
    pub(crate) pictures: Pictures<'a>,
    /// What a case file is judged with besides itself.
    pub(crate) world: World<'a>,
}

impl Around<'_> {
    /// Nothing that anybody knows of.
    pub(crate) fn nothing() -> Self {
        Self { pictures: &|_| None, world: World::unknown() }
    }
}

/// The same for a reader of some language, who is spoken to in it where the text does not say which
/// kind it is, and where somebody knows what lies around the text.
pub(crate) fn check_beside<'k>(
    reader: Language,
    file: &SourceFile,
    catalog: &'k Catalog,
    registry: &Registry,
    around: Around<'_>,
) -> Checked<'k> {
    let Around { pictures, world } = around;
    let mut reading = draft::read(file.text(), catalog);
    let faults = std::mem::take(&mut reading.faults);
    let found: BTreeSet<Builtin> = faults.iter().map(|(defect, _)| *defect).collect();
    let broken = reading.holes;
    let places = Places::of(reading.root(), file);
    let draft = reading.draft.as_ref();
    let faulty = draft.map(|draft| faulty_pictures(draft, file.text(), pictures));
    let case = draft.filter(|draft| case::is_case(draft.kind));
    let unusable = case.map(|draft| case::faults(draft, catalog, world));
    let language = draft.map_or(reader, |draft| draft.language().into());
    let mut judge = Judge {
        registry,
        places: &places,
        draft,
        language,
        plain: false,
        findings: Vec::new(),
        counts: HashMap::new(),
        left_out: 0,
        record: coverage::Record::default(),
    };
    judge.report(faults);
    judge.report(faulty.into_iter().flatten());
    judge.report(unusable.into_iter().flatten());
    // What a broken text lacks may only be unread; judging it would accuse at random.
    let whole = draft.filter(|_| !broken);
    if let Some(draft) = whole {
        let plain = plain(draft);
        judge.plain = plain.is_some();
        let scope = Scope::new(plain.as_ref().unwrap_or(draft), catalog).within(world);
        judge.ask(&scope);
    }
    let judged = whole.is_some();
    let finished = draft.is_some_and(Draft::is_final);
    let record = std::mem::take(&mut judge.record);
    let coverage = whole.map(|draft| record.finish(registry, draft));
    let findings = said_once(std::mem::take(&mut judge.findings));
    let excepted = match draft {
        Some(draft) => exceptions::apply(findings, draft, registry),
        None => Excepted { left: findings, ..Excepted::default() },
    };
    judge.findings = excepted.left;
    judge.report(excepted.faults);
    let mut findings = std::mem::take(&mut judge.findings);
    // Stable: at one place the findings keep the order of the packs, which is that of the law.
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings.dedup();
    let whole = !found.into_iter().any(|defect| defect.leaves_out(finished));
    let left_out = judge.left_out + reading.left_out;
    let (draft, excepted) = (reading.draft, excepted.taken);
    Checked { draft, findings, excepted, language, whole, left_out, judged, coverage }
}

/// What a case file may name where nobody knows a disk: the samples of the kinds, so that the examples
/// of rules can speak of documents.
struct Samples<'a> {
    catalog: &'a Catalog,
    registry: &'a Registry,
}

impl Beside for Samples<'_> {
    fn find(&self, name: &str) -> Result<Found, Unread> {
        let text = self.catalog.file(name).ok_or(Unread::Unknown)?;
        Ok(Found::Text(SourceFile::new(name, text)))
    }

    fn judged(&self, name: &str) -> Judged {
        let Ok(Found::Text(file)) = self.find(name) else { return Judged::default() };
        let checked = check(&file, self.catalog, self.registry);
        Judged::of(&file, &checked.findings)
    }
}

/// What is wrong with the picture of a name, if anything is.
pub(crate) type Pictures<'a> = &'a dyn Fn(&str) -> Option<picture::Fault>;

fn faulty_pictures(draft: &Draft<'_>, text: &str, pictures: Pictures<'_>) -> Vec<Fault> {
    // Few drafts have any, and to look for them takes a walk.
    if !text.contains(PICTURE_FILE) {
        return Vec::new();
    }
    let faulty = |(path, name): (FieldPath, &str)| {
        let fault = pictures(name)?;
        let hit = Hit::at(Place::value(path)).word("kesalahan", fault.fact());
        Some((Builtin::Picture, hit.word("perbaikan", fault.remedy())))
    };
    draft.pictures().into_iter().filter_map(faulty).collect()
}

/// Where the rules that judge a draft decline to: the text there cannot be resolved, or a field that
/// decides whether a rule judges at all is wanting. In the order of the text.
#[cfg(any(test, feature = "inside"))]
pub fn unresolved(
    file: &SourceFile,
    draft: &Draft<'_>,
    catalog: &Catalog,
    registry: &Registry,
) -> Vec<Unresolved> {
    let samples = Samples { catalog, registry };
    unresolved_beside(file, draft, catalog, registry, World { as_of: None, beside: &samples })
}

/// The same where somebody knows what a case file is judged with besides itself.
pub(crate) fn unresolved_beside(
    file: &SourceFile,
    draft: &Draft<'_>,
    catalog: &Catalog,
    registry: &Registry,
    world: World<'_>,
) -> Vec<Unresolved> {
    let plain = plain(draft);
    let judged = plain.as_ref().unwrap_or(draft);
    let scope = Scope::new(judged, catalog).within(world);
    let packs = judging(registry, draft).into_iter().filter_map(|one| one.pack);
    let packs: Vec<String> = std::iter::once(FORMAT.to_owned()).chain(packs).collect();
    let rules = packs.iter().filter_map(|id| registry.get(id)?.ok()).flat_map(|pack| &pack.rules);
    let places = Places::of(&draft.root, file);
    let mut found: Vec<Unresolved> = rules
        .flat_map(|rule| silences(rule, &scope).into_iter().map(move |silence| (rule, silence)))
        .map(|(rule, Silence { place, reason })| (rule, place_in(&draft.root, place), reason))
        .map(|(rule, place, reason)| Unresolved {
            rule: rule.id.clone(),
            span: places.locate(&place),
            path: place.path,
            reason: reason.text(draft.language().into()),
        })
        .collect();
    found.sort_by_key(|one| (one.span.start, one.span.end));
    found.dedup();
    found
}

/// Why no regulation judges a text that is broken or of no known kind: the faults that stand in the
/// way, in a language of the caller's.
pub(crate) fn unjudged(findings: &[Finding], language: Language) -> Vec<Unresolved> {
    let bars = |one: &&Finding| Builtin::named(&one.rule).is_some_and(Builtin::bars_judging);
    let found = findings.iter().find(bars).map(|one| Unresolved {
        rule: one.rule.clone(),
        span: one.span.clone(),
        path: one.path.clone(),
        reason: words::engine::unjudged().text(language),
    });
    found.into_iter().collect()
}

fn silences(rule: &Rule, scope: &Scope<'_>) -> Vec<Silence> {
    if rule.when.holds(scope.draft) {
        return rule.check.silences(scope);
    }
    let Some(field) = rule.when.undecided(scope.draft) else {
        return Vec::new();
    };
    let reason = words::engine::undecided(&field);
    vec![Silence::at(Place::value(field), reason)]
}

/// A blank that a regulation speaks of is reported by the regulation alone.
fn said_once(findings: Vec<Finding>) -> Vec<Finding> {
    let kept: Vec<bool> =
        findings.iter().map(|one| !yields(one) || !is_told(one, &findings)).collect();
    findings.into_iter().zip(kept).filter(|(_, keep)| *keep).map(|(one, _)| one).collect()
}

fn yields(finding: &Finding) -> bool {
    Builtin::named(&finding.rule).is_some_and(Builtin::yields_to_regulations)
}

/// Whether another rule says of the same field what is as grave.
fn is_told(finding: &Finding, all: &[Finding]) -> bool {
    let same = all.iter().filter(|other| other.path == finding.path && !yields(other));
    same.into_iter().any(|other| other.level >= finding.level)
}

/// Puts the findings of a draft together.
struct Judge<'a> {
    registry: &'a Registry,
    places: &'a Places<'a>,
    draft: Option<&'a Draft<'a>>,
    /// That of the findings.
    language: Language,
    /// Whether the rules are asked of the draft as it reads, not as it is written.
    plain: bool,
    findings: Vec<Finding>,
    /// How many findings each rule has, by its address.
    counts: HashMap<usize, usize>,
    left_out: usize,
    record: coverage::Record,
}

/// The most findings of one rule in one draft: nobody reads more, and each takes a kilobyte.
const MOST: usize = 10_000;

impl Judge<'_> {
    /// Takes over what Rust found itself.
    fn report(&mut self, faults: impl IntoIterator<Item = Fault>) {
        for (defect, hit) in faults {
            if let Some(rule) = self.registry.builtin(defect) {
                self.add(rule, &hit);
            }
        }
    }

    /// Asks the packs that judge the draft.
    fn ask(&mut self, scope: &Scope<'_>) {
        let draft = scope.draft;
        let listed = listed(draft);
        let mut chosen = vec![Judging::by(FORMAT)];
        chosen.extend(judging(self.registry, draft));
        for Judging { pack, notice, premature } in chosen {
            self.report(notice);
            let Some(id) = pack else { continue };
            match self.registry.get(&id) {
                Some(Ok(pack)) => {
                    let rules = pack.rules.iter();
                    let judging: Vec<(&Rule, bool)> =
                        rules.map(|rule| (rule, rule.when.holds(scope.draft))).collect();
                    self.ask_rules(&judging, scope, premature);
                    self.record.add(pack, &judging, scope);
                }
                Some(Err(_)) => {}
                None => self.report([unknown_pack(&id, &listed, self.registry)]),
            }
        }
    }

    /// Asks the rules that judge the draft.
    fn ask_rules(&mut self, rules: &[(&Rule, bool)], scope: &Scope<'_>, premature: bool) {
        for (rule, _) in rules.iter().filter(|(_, judges)| *judges) {
            for hit in rule.check.hits(scope) {
                let written = self.draft.filter(|_| self.plain);
                let hit = match written {
                    Some(draft) => hit_in(&draft.root, hit),
                    None => hit,
                };
                let hit = if premature { hit.at_most(Level::Warning) } else { hit };
                self.add(rule, &hit);
            }
        }
    }

    fn add(&mut self, rule: &Rule, hit: &Hit) {
        let count = self.counts.entry(std::ptr::from_ref(rule).addr()).or_default();
        *count += 1;
        if *count > MOST {
            self.left_out += 1;
            return;
        }
        let finding = self.finding(rule, hit);
        self.findings.push(finding);
    }

    fn finding(&self, rule: &Rule, hit: &Hit) -> Finding {
        let Self { places, language, .. } = *self;
        let finished = self.draft.is_some_and(Draft::is_final);
        let related = hit
            .related
            .iter()
            .map(|(place, note)| Related { span: places.locate(place), note: note.text(language) });
        let filled = |sentence: &str| hit.fill(sentence, language);
        let level = rule.final_level.filter(|_| finished).unwrap_or(rule.level);
        let help = || rule.help_in(language).map(|help| filled(help).trim_end().to_owned());
        let insert = || rule.insert.as_deref().map(filled).filter(|lines| !lines.trim().is_empty());
        let doubt = hit.doubt.as_deref();
        Finding {
            rule: rule.id.clone(),
            level: hit.at_most.map_or(level, |most| most.min(level)),
            message: doubt.map_or_else(
                || filled(rule.message_in(language)),
                |doubt| doubt.message.text(language),
            ),
            help: doubt.map_or_else(help, |doubt| Some(doubt.help.text(language))),
            insert: if doubt.is_none() { insert() } else { None },
            path: hit.path.clone(),
            span: places.locate(&hit.place),
            related: related.collect(),
            citation: hit.clause.clone().or_else(|| rule.citation.clone()),
            // A clause that a finding rests on is the law's or a procedure's, whatever its rule is.
            house_style: rule.house_style && hit.clause.is_none(),
            content: places.content(hit),
            fix: hit.mend.as_ref().and_then(|mend| fix::locate(mend, places)),
        }
    }
}

/// Where each pack that a draft names stands in its list.
fn listed<'d>(draft: &'d Draft<'_>) -> HashMap<&'d str, usize> {
    let members = draft.at(&FieldPath::root().key("peraturan")).map_or(&[][..], Node::members);
    let named = members.iter().enumerate().filter_map(|(at, member)| Some((member.str()?, at)));
    // Of one that is named twice the first place counts.
    named.rev().collect()
}

/// The draft names a pack that does not exist.
fn unknown_pack(id: &str, listed: &HashMap<&str, usize>, registry: &Registry) -> Fault {
    let at = listed.get(id).copied().unwrap_or(0);
    let known: Vec<&str> = registry.ids().filter(|id| *id != FORMAT).collect();
    let meant = draft::shape::nearest(id, known.iter().copied())
        .map_or_else(|| words::meant::known(Argument::list(&known, ", ")), words::meant::perhaps);
    let place = Place::value(FieldPath::root().key("peraturan").index(at));
    let hit = Hit::at(place).word("nilai", id).word("maksud", meant);
    (Builtin::PackUnknown, hit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::example;

    /// Everything that Rust itself has to say about a text.
    fn faults(text: &str, catalog: &Catalog, registry: &Registry) -> Vec<Fault> {
        let reading = draft::read(text, catalog);
        let mut faults = reading.faults;
        let Some(draft) = &reading.draft else {
            return faults;
        };
        for Judging { pack, notice, .. } in judging(registry, draft) {
            faults.extend(notice);
            let unknown = pack.filter(|id| registry.get(id).is_none());
            faults.extend(unknown.map(|id| unknown_pack(&id, &listed(draft), registry)));
        }
        faults.extend(exceptions::apply(Vec::new(), draft, registry).faults);
        faults.extend(faulty_pictures(draft, text, &|name| picture::named(name).err()));
        let samples = Samples { catalog, registry };
        faults.extend(case::faults(draft, catalog, World { as_of: None, beside: &samples }));
        faults
    }

    /// The message of a rule may use exactly the words that the defect promises.
    #[test]
    fn every_defect_gives_the_words_that_it_promises() {
        let (catalog, registry) = (Catalog::embedded(), Registry::embedded());
        let mut met = BTreeSet::new();
        for rule in &registry.get(FORMAT).unwrap().unwrap().rules {
            for shown in rule.examples.all() {
                let text = example::draft(shown, &catalog).unwrap();
                for (defect, hit) in faults(&text, &catalog, &registry) {
                    let mut given: Vec<&str> = hit.words.iter().map(|(name, _)| *name).collect();
                    given.sort_unstable();
                    assert_eq!(given, defect.words(), "{}", defect.code());
                    met.insert(defect);
                }
            }
        }
        assert!(met.iter().eq(Builtin::ALL), "{met:?}");
    }
}
