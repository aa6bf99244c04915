//! Rules over a draft: findings with their places, exceptions taken off, sorted.

mod content;
pub mod fix;
pub mod proof;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};

use crate::draft::{self, Draft, Fault};
use crate::finding::{Finding, Hit, Level, Part, Place, Related, RuleId, Silence, Unresolved};
use crate::fingerprint::Fingerprint;
use crate::kind::Catalog;
use crate::rule::judging::{Judging, judging};
use crate::rule::registry::FORMAT;
use crate::rule::{Registry, Rule, Scope};
use crate::source::decode::Decoder;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::source::{SourceFile, Span};
use crate::wording::Bahasa;

/// The rule of the format about fields that every draft of a kind fills.
const BLANK: &str = "isian-belum-diisi";

/// What checking a text gave.
#[derive(Debug)]
pub struct Checked<'k> {
    /// The draft; `None` when the text does not say which kind it is.
    pub draft: Option<Draft<'k>>,
    /// The findings, in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that the draft itself excepts, with the reason it gives.
    pub excepted: Vec<(Finding, String)>,
    /// Whether regulations judged it. A text that is broken, or of no known kind, none can judge.
    pub judged: bool,
}

/// Checks a text.
pub fn check<'k>(file: &SourceFile, catalog: &'k Catalog, registry: &Registry) -> Checked<'k> {
    let mut reading = draft::read(file.text(), catalog);
    let faults = std::mem::take(&mut reading.faults);
    let places = Places::of(reading.root(), file);
    let mut run = Run { registry, places: &places, findings: Vec::new() };
    let broken = faults.iter().any(|(code, _)| *code == "toml-tidak-sah");
    run.shape(faults, reading.draft.as_ref());
    // What a broken text lacks may only be unread; judging it would accuse at random.
    let whole = reading.draft.as_ref().filter(|_| !broken);
    if let Some(draft) = whole {
        run.packs(draft, catalog);
    }
    let judged = whole.is_some();
    let mut findings = said_once(run.findings);
    let excepted = exceptions(&mut findings, &places, registry, reading.draft.as_ref());
    // Stable: at one place the findings keep the order of the packs, which is that of the law.
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings.dedup();
    Checked { draft: reading.draft, findings, excepted, judged }
}

/// Where the rules that judge a draft decline to: the text there cannot be resolved, or a field that
/// decides whether a rule judges at all is wanting. In the order of the text.
pub fn unresolved(
    file: &SourceFile,
    draft: &Draft<'_>,
    catalog: &Catalog,
    registry: &Registry,
) -> Vec<Unresolved> {
    let scope = Scope::new(draft, catalog);
    let packs = judging(registry, draft).into_iter().filter_map(|one| one.pack);
    let packs: Vec<String> = std::iter::once(FORMAT.to_owned()).chain(packs).collect();
    let rules = packs.iter().filter_map(|id| registry.get(id)?.ok()).flat_map(|pack| &pack.rules);
    let places = Places::of(&draft.root, file);
    let mut found: Vec<Unresolved> = rules
        .flat_map(|rule| silences(rule, &scope).into_iter().map(move |silence| (rule, silence)))
        .map(|(rule, Silence { place, reason })| Unresolved {
            rule: rule.id.clone(),
            span: places.locate(&place),
            path: place.path,
            reason,
        })
        .collect();
    found.sort_by_key(|one| (one.span.start, one.span.end));
    found.dedup();
    found
}

/// Why no regulation judges a text that is broken or of no known kind: the faults that stand in the
/// way.
pub fn unjudged(findings: &[Finding]) -> Vec<Unresolved> {
    const IN_THE_WAY: [&str; 3] = ["toml-tidak-sah", "jenis-tidak-disebut", "jenis-tidak-dikenal"];
    let fault =
        |one: &&Finding| one.rule.pack == FORMAT && IN_THE_WAY.contains(&one.rule.code.as_str());
    let found = findings.iter().find(fault).map(|one| Unresolved {
        rule: one.rule.clone(),
        span: one.span.clone(),
        path: one.path.clone(),
        reason: "selama ini belum diperbaiki, naskah tidak dinilai menurut peraturan apa pun"
            .to_owned(),
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
    let reason = format!("{field} tidak diisi, maka tidak diketahui apakah aturan ini berlaku");
    vec![Silence::at(Place::value(field), reason)]
}

/// A blank that a regulation speaks of is reported by the regulation alone.
fn said_once(findings: Vec<Finding>) -> Vec<Finding> {
    let blank = |finding: &Finding| finding.rule.pack == FORMAT && finding.rule.code == BLANK;
    let told = |one: &Finding| {
        let same = |other: &&Finding| other.path == one.path && !blank(other);
        findings.iter().filter(same).any(|other| other.level >= one.level)
    };
    let kept: Vec<bool> = findings.iter().map(|one| !blank(one) || !told(one)).collect();
    findings.into_iter().zip(kept).filter(|(_, keep)| *keep).map(|(one, _)| one).collect()
}

struct Run<'a> {
    registry: &'a Registry,
    places: &'a Places<'a>,
    findings: Vec<Finding>,
}

impl Run<'_> {
    fn shape(&mut self, faults: Vec<Fault>, draft: Option<&Draft<'_>>) {
        let pack = self.registry.get(FORMAT).and_then(Result::ok);
        for (code, hit) in faults {
            if let Some(rule) = pack.and_then(|pack| pack.rule(code)) {
                self.add(rule, hit, draft);
            }
        }
    }

    fn packs(&mut self, draft: &Draft<'_>, catalog: &Catalog) {
        let scope = Scope::new(draft, catalog);
        let mut chosen = vec![Judging { pack: Some(FORMAT.to_owned()), notice: None }];
        chosen.extend(judging(self.registry, draft));
        for Judging { pack, notice } in chosen {
            self.shape(notice.into_iter().collect(), Some(draft));
            let Some(id) = pack else { continue };
            match self.registry.get(&id) {
                Some(Ok(pack)) => {
                    for rule in pack.rules.iter().filter(|rule| rule.when.holds(draft)) {
                        for hit in rule.check.run(&scope) {
                            self.add(rule, hit, Some(draft));
                        }
                    }
                }
                Some(Err(_)) => {}
                None => self.unknown_pack(&id, draft),
            }
        }
    }

    fn unknown_pack(&mut self, id: &str, draft: &Draft<'_>) {
        let list = FieldPath::root().key("peraturan");
        let members = draft.at(&list).map_or(&[][..], Node::members);
        let at = members.iter().position(|member| member.str() == Some(id)).unwrap_or(0);
        let pack = self.registry.get(FORMAT).and_then(Result::ok);
        if let Some(rule) = pack.and_then(|pack| pack.rule("peraturan-tidak-dikenal")) {
            let known: Vec<&str> = self.registry.ids().filter(|id| *id != FORMAT).collect();
            let meant = draft::shape::nearest(id, known.iter().copied()).map_or_else(
                || format!("yang ada: {}", known.join(", ")),
                |near| format!("mungkin maksudnya \"{near}\""),
            );
            let hit = Hit::at(Place::value(list.index(at))).word("nilai", id).word("maksud", meant);
            self.add(rule, hit, Some(draft));
        }
    }

    fn add(&mut self, rule: &Rule, hit: Hit, draft: Option<&Draft<'_>>) {
        self.findings.push(finding(rule, &hit, self.places, draft));
    }
}

fn finding(rule: &Rule, hit: &Hit, places: &Places<'_>, draft: Option<&Draft<'_>>) -> Finding {
    let finished = draft.is_some_and(Draft::is_final);
    let language = draft.map_or(Bahasa::Indonesia, Draft::language);
    let related = hit
        .related
        .iter()
        .map(|(place, note)| Related { span: places.locate(place), note: note.clone() });
    Finding {
        rule: rule.id.clone(),
        level: rule.final_level.filter(|_| finished).unwrap_or(rule.level),
        message: hit.fill(rule.message_in(language)),
        help: rule.help_in(language).map(|help| hit.fill(help).trim_end().to_owned()),
        insert: rule.insert.as_ref().map(|lines| hit.fill(lines)),
        path: hit.path.clone(),
        span: places.locate(&hit.place),
        related: related.collect(),
        citation: rule.citation.clone(),
        house_style: rule.house_style,
        content: places.content(hit),
        fix: hit.mend.as_ref().and_then(|mend| fix::locate(mend, places)),
    }
}

/// Places of a draft in its text.
#[derive(Debug)]
pub struct Places<'a> {
    root: &'a Node,
    file: &'a SourceFile,
    decoder: Decoder<'a>,
    /// In how many headers and dotted keys each word stands, once that is asked.
    headers: OnceCell<HashMap<&'a str, usize>>,
    /// The line that was hashed last: findings mostly follow each other in it.
    line: RefCell<(Span, Fingerprint)>,
}

impl<'a> Places<'a> {
    /// Of a tree in the text that it was read from.
    pub fn of(root: &'a Node, file: &'a SourceFile) -> Self {
        let line = RefCell::new((0..0, Fingerprint::of_words("")));
        Self { root, file, decoder: Decoder::of(file.text()), headers: OnceCell::new(), line }
    }

    /// The bytes of a place. What is absent is shown at its nearest existing parent; the root is
    /// shown at the key `jenis`, which every draft has near its head.
    pub fn locate(&self, place: &Place) -> Span {
        let (root, file) = (self.root, self.file);
        let span = match &place.part {
            Part::Source(span) => span.clone(),
            Part::Key => key_span(&place.path, root).unwrap_or_else(|| nearest(&place.path, root)),
            Part::Value => nearest(&place.path, root),
            Part::Within(decoded) => match root.at(&place.path) {
                Some(node) => self.decoder.source_span(&node.span, decoded),
                None => nearest(&place.path, root),
            },
        };
        let span = file.clamp(&span);
        // A place of no width still points at something when there is something.
        if span.is_empty() && span.end < file.text().len() {
            let rest = file.text().get(span.end..).unwrap_or_default();
            return span.start..span.end + rest.chars().next().map_or(0, char::len_utf8);
        }
        span
    }
}

fn key_span(path: &FieldPath, root: &Node) -> Option<Span> {
    let parent = root.at(&path.parent()?)?;
    Some(parent.table()?.entry(path.last_key()?)?.key_span.clone())
}

fn nearest(path: &FieldPath, root: &Node) -> Span {
    let upward = std::iter::successors(Some(path.clone()), FieldPath::parent);
    for path in upward.filter(|path| !path.steps().is_empty()) {
        if let Some(node) = root.at(&path) {
            return match &node.value {
                // The span of an inline list or table is the whole of it; its key says it shorter.
                crate::source::node::Value::Array(_) => {
                    key_span(&path, root).unwrap_or_else(|| node.span.clone())
                }
                _ => node.span.clone(),
            };
        }
    }
    let table = root.table();
    let head = table.and_then(|table| table.entry("jenis").or_else(|| table.0.first()));
    head.map_or(0..0, |entry| entry.key_span.clone())
}

/// Takes off what the draft excepts with a reason; says which exceptions lack one or are idle.
fn exceptions(
    findings: &mut Vec<Finding>,
    places: &Places<'_>,
    registry: &Registry,
    draft: Option<&Draft<'_>>,
) -> Vec<(Finding, String)> {
    let Some(draft) = draft else {
        return Vec::new();
    };
    let list = FieldPath::root().key("pengecualian");
    let entries = draft.at(&list).map_or(&[][..], Node::members);
    let mut faults: Vec<Fault> = Vec::new();
    // The findings of each rule; an exception takes them all, and a second one finds none left.
    let mut of: BTreeMap<RuleId, Vec<(usize, Finding)>> = BTreeMap::new();
    if !entries.is_empty() {
        for (at, one) in std::mem::take(findings).into_iter().enumerate() {
            of.entry(one.rule.clone()).or_default().push((at, one));
        }
    }
    let mut excepted = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let path = list.index(index);
        let code = entry.get("aturan").and_then(Node::str).unwrap_or_default();
        let reason = entry.get("alasan").filter(|node| !node.is_empty());
        let place = Place::value(path.key("aturan"));
        let Some(reason) = reason else {
            faults.push(("pengecualian-tanpa-alasan", Hit::at(place).word("kode", code)));
            continue;
        };
        let Some(rule) = registry.rule(code) else {
            faults.push(("aturan-tidak-dikenal", Hit::at(place).word("kode", code)));
            continue;
        };
        let taken = of.remove(&rule.id).unwrap_or_default();
        if taken.is_empty() {
            faults.push(("pengecualian-tidak-terpakai", Hit::at(place).word("kode", code)));
        }
        let words = reason.members().iter().filter_map(Node::str).collect::<Vec<_>>().join(" ");
        excepted.extend(taken.into_iter().map(|(_, finding)| (finding, words.clone())));
    }
    let mut left: Vec<(usize, Finding)> = of.into_values().flatten().collect();
    left.sort_by_key(|(at, _)| *at);
    findings.extend(left.into_iter().map(|(_, finding)| finding));
    let pack = registry.get(FORMAT).and_then(Result::ok);
    for (code, hit) in faults {
        if let Some(rule) = pack.and_then(|pack| pack.rule(code)) {
            findings.push(finding(rule, &hit, places, Some(draft)));
        }
    }
    excepted
}

/// The gravest level among findings.
pub fn gravest(findings: &[Finding]) -> Option<Level> {
    findings.iter().map(|finding| finding.level).max()
}
