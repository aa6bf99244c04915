//! What must hold of any input whatever. Each function takes bytes and panics where it does not.
//!
//! The test suite of the program includes this file too (`tests/integration/fuzz.rs`) and runs every
//! input that once broke something through all of it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use naskah::inside::baseline::{Baseline, Judged};
use naskah::inside::config::{Config, glob};
use naskah::inside::draft::blank::Blank;
use naskah::inside::draft::body::{Block, Body};
use naskah::inside::draft::{self, inline, letters, marker};
use naskah::inside::engine::proof::prove;
use naskah::inside::engine::{self, Checked};
use naskah::inside::finding::Finding;
use naskah::inside::json_schema;
use naskah::inside::kind::{Catalog, schema};
use naskah::inside::report::{self, FileReport, Format, RuleInfo, Run};
use naskah::inside::rule::{PackFault, Registry, clause, example};
use naskah::inside::source::decode::Decoder;
use naskah::inside::source::node::{Node, Value};
use naskah::inside::source::path::FieldPath;
use naskah::inside::source::{SourceFile, Span, read};
use naskah::inside::wording::{self, Bahasa};
use naskah::inside::words::Language;
use naskah::session::{ConfigChoice, Mending, Options, Round, Session, Text};

/// The entry of a target.
pub type Entry = fn(&[u8]);

/// Every target by its name.
pub const ALL: [(&str, Entry); 7] = [
    ("parse", parse),
    ("check", check),
    ("fix", fix),
    ("pack", pack),
    ("kind", kind),
    ("config", config),
    ("baseline", baseline),
];

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);
static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::embedded);
static SESSION: LazyLock<Session> = LazyLock::new(|| {
    Session::new(Options { config: ConfigChoice::Isolated, ..Options::default() })
});

/// A text: the tree with its places, and what is read out of running text.
pub fn parse(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (root, faults) = read::read(&text);
    for fault in &faults {
        inside(&text, &fault.span, "syntax fault");
    }
    let theirs = toml::from_str::<toml::Table>(&text);
    assert_eq!(faults.is_empty(), theirs.is_ok(), "{faults:?}\n{theirs:?}");
    nodes(&text, &root, &Decoder::of(&text), faults.is_empty());
    let file = SourceFile::new("draf.toml", text.as_ref());
    let reading = draft::read(&text, &CATALOG);
    let found = engine::Places::of(reading.root(), &file);
    for (_, hit) in &reading.faults {
        valid(&file, &found.locate(&hit.place));
    }
    if let Some(draft) = &reading.draft {
        for (path, printed) in draft.texts() {
            assert_eq!(draft.at(&path).and_then(Node::str), Some(printed));
            words(printed);
        }
    }
    words(&text);
}

/// A draft: findings with places inside it, and reports that can be read back.
pub fn check(data: &[u8]) {
    check_in(data, Format::ALL);
}

/// The same with one of the reports, which the text itself chooses: there is time for more texts.
#[allow(dead_code, reason = "the test suite has time for every report")]
pub fn check_quickly(data: &[u8]) {
    let sum: usize = data.iter().map(|byte| usize::from(*byte)).sum();
    check_in(data, &Format::ALL[sum % Format::ALL.len()..][..1]);
}

fn check_in(data: &[u8], formats: &[Format]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let file = SourceFile::new("draf.toml", text);
    let checked = engine::check(&file, &CATALOG, &REGISTRY);
    sound(&file, &checked);
    known(&checked.findings);
    reports(&file, checked, &REGISTRY, formats);
}

/// A draft and its fixes.
pub fn fix(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for mending in [Mending::Safe, Mending::All] {
        mend(text, mending);
    }
}

/// An office's own pack: faults with places inside it, or rules that judge.
pub fn pack(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (root, _) = read::read(text);
    let id = root.get("id").and_then(Node::str).unwrap_or("kantor");
    let file = SourceFile::new(format!("{id}.toml"), text);
    let registry = match Registry::with_packs(vec![file], &CATALOG) {
        Ok(registry) => registry,
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in &faults {
                valid(&fault.file, &fault.span);
            }
            // Whoever reads the first sees how the others look.
            for fault in faults.iter().take(3) {
                let PackFault { file, span, message } = fault;
                let shown = report::fault_at(file, span, message, Language::Indonesian);
                harmless(&colourless(&shown));
            }
            return;
        }
    };
    let sum: usize = data.iter().map(|byte| usize::from(*byte)).sum();
    let own = registry.get(id).expect("admitted").expect("compiled");
    let mut drafts: Vec<String> = Vec::new();
    for rule in &own.rules {
        clause::parse(rule.clause.as_deref().unwrap_or_default());
        let kinds = rule.when.kinds().unwrap_or_default().iter();
        let shown = kinds.filter_map(|kind| CATALOG.file(&format!("{kind}/contoh.toml")));
        drafts.extend(shown.take(1).map(str::to_owned));
        drafts.extend(
            rule.examples.all().iter().filter_map(|one| example::draft(one, &CATALOG).ok()),
        );
    }
    for rule in own.rules.iter().take(2) {
        for example in rule.examples.all().iter().take(2) {
            // Whether it holds is the office's to know; to find out must not fail.
            let _ = prove(rule, example, &CATALOG, &registry);
        }
    }
    drafts.push(CATALOG.file("perjanjian-kerja-sama/contoh.toml").expect("embedded").to_owned());
    for draft in drafts.iter().take(4) {
        // Judged by this pack alone: those of the program are tried enough elsewhere.
        let file = SourceFile::new("draf.toml", format!("peraturan = [\"bentuk\"]\n{draft}"));
        let checked = engine::check(&file, &CATALOG, &registry);
        sound(&file, &checked);
        reports(&file, checked, &registry, &Format::ALL[sum % Format::ALL.len()..][..1]);
    }
}

/// An office's own kind, which may also be the shared part of itself.
pub fn kind(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let files = ["kantor/jenis.toml", "_bersama/kantor.toml", "kantor/contoh.toml"];
    let files: BTreeMap<String, SourceFile> =
        files.iter().map(|path| ((*path).to_owned(), SourceFile::new(*path, text))).collect();
    let catalog = match Catalog::with_overrides(files) {
        Ok(catalog) => catalog,
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in &faults {
                valid(&fault.file, &fault.span);
            }
            return;
        }
    };
    let own = catalog.get("kantor").expect("sound");
    let written: serde_json::Value =
        serde_json::from_str(&json_schema::text(&schema::schema(own))).expect("JSON");
    assert!(written.is_object());
    let mut drafts = vec![Blank::new(own, &catalog).text()];
    for name in ["perjanjian-kerja-sama", "nota-dinas"] {
        let sound = catalog.file(&format!("{name}/contoh.toml")).expect("embedded");
        drafts.push(sound.replacen(name, "kantor", 1));
    }
    for draft in drafts {
        let file = SourceFile::new("draf.toml", draft);
        let checked = engine::check(&file, &catalog, &REGISTRY);
        sound(&file, &checked);
    }
}

/// A configuration.
pub fn config(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let file = SourceFile::new("naskah.toml", text);
    match Config::parse(&file) {
        Ok(config) => {
            for rule in REGISTRY.packs().flat_map(|pack| &pack.rules) {
                config.level(&rule.id);
            }
            for pattern in &config.exclude {
                glob::fits(pattern, "arsip/2026/draf lama.toml");
            }
            for one in &config.exceptions {
                valid(&file, &one.rule.span);
                glob::fits(&one.files, "arsip/2026/draf lama.toml");
                glob::fits(&one.files, &one.files);
            }
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                valid(&file, &fault.span);
            }
        }
    }
}

/// A baseline: what was read is written so that it reads the same.
pub fn baseline(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(baseline) = Baseline::parse(text) else { return };
    assert_eq!(Baseline::parse(&baseline.to_json()).ok().as_ref(), Some(&baseline));
    let stale = baseline.stale(&Judged::default(), &|_| false, &|_| true);
    assert_eq!(baseline.without(&stale), Baseline::default());
}

fn inside(text: &str, span: &Span, what: &str) {
    assert!(span.start <= span.end && span.end <= text.len(), "{what}: {span:?} of {}", text.len());
}

/// A span that any reporter may cut out of the text.
fn valid(file: &SourceFile, span: &Span) {
    let cut = file.text().get(span.clone());
    assert!(cut.is_some(), "{span:?} in {} bytes", file.text().len());
    let (from, to) = (file.line_column(span.start), file.line_column(span.end));
    assert!(from.line >= 1 && from.column >= 1 && from <= to, "{span:?}: {from:?} {to:?}");
}

/// Every place of the tree lies in the text, on characters, and children in the order of the text.
fn nodes(text: &str, node: &Node, decoder: &Decoder<'_>, whole: bool) {
    assert!(text.get(node.span.clone()).is_some(), "{:?}", node.span);
    if let Value::String(said) = &node.value {
        places(text, node, said, decoder, whole);
    }
    for member in node.array().unwrap_or_default() {
        nodes(text, member, decoder, whole);
    }
    for entry in node.table().map_or(&[][..], |table| &table.0) {
        assert!(text.get(entry.key_span.clone()).is_some(), "{:?}", entry.key_span);
        nodes(text, &entry.node, decoder, whole);
    }
}

/// Letters of a decoded string found again in the source: of a `whole` text, which has no fault,
/// those that stand there as they are read.
fn places(text: &str, node: &Node, said: &str, decoder: &Decoder<'_>, whole: bool) {
    for (start, letter) in said.char_indices().take(300) {
        let part = start..start + letter.len_utf8();
        let span = decoder.source_span(&node.span, &part);
        let raw = text.get(span.clone());
        assert!(span.start >= node.span.start && span.end <= node.span.end, "{span:?}");
        if let Some(plain) = decoder.plain_span(&node.span, said, &part) {
            assert_eq!(&text[plain], &said[part]);
        } else if whole {
            // What follows an escaped line end belongs to the letter before it.
            let escaped = raw.is_some_and(|raw| raw.contains('\\'));
            assert!(escaped, "{letter:?} of {said:?} is found at {raw:?}");
        }
    }
}

/// Everything that reads running text.
fn words(text: &str) {
    let body = Body::parse(text);
    for fault in &body.faults {
        assert_eq!(text.get(fault.span.clone()), Some(fault.written.as_str()));
    }
    blocks(&body.blocks, text.len());
    body.ayat_at(text.len() / 2);
    for mark in inline::references(text) {
        assert!(text[mark.span.clone()].starts_with("{pasal:"), "{mark:?}");
        body.has(&mark.parts);
    }
    inline::plain(text);
    for fault in letters::faults(text) {
        assert!(text[fault.span.clone()].contains(fault.character), "{fault:?}");
    }
    for line in text.lines().take(20) {
        marker::read(line);
        for language in [Bahasa::Indonesia, Bahasa::Melayu] {
            wording::parse_cardinal(line, language);
            wording::parse_digits(line, language);
        }
        if let Some(date) = wording::parse_date(line) {
            date.date();
            for (one, other) in date.disagreements() {
                assert!(line.get(one).is_some() && line.get(other).is_some(), "{line:?}");
            }
        }
        if let Some(term) = wording::parse_term(line) {
            term.words(Bahasa::Indonesia);
            term.in_months();
        }
    }
    for pair in wording::find_number_pairs(text, Bahasa::Indonesia) {
        assert!(text.get(pair.figure.clone()).is_some_and(|said| !said.is_empty()), "{pair:?}");
        assert!(text.get(pair.words.clone()).is_some_and(|said| !said.is_empty()), "{pair:?}");
    }
    FieldPath::parse(text);
    clause::parse(text);
}

fn blocks(list: &[Block], end: usize) {
    for block in list {
        if let Block::List(list) = block {
            for item in &list.items {
                assert!(item.number > 0 && item.start <= end, "{item:?}");
                blocks(&item.blocks, end);
            }
        }
    }
}

/// What every finding keeps to, whoever found it.
fn sound(file: &SourceFile, checked: &Checked<'_>) {
    let mut last = (0, 0);
    for finding in &checked.findings {
        let here = (finding.span.start, finding.span.end);
        assert!(here >= last, "findings stand in the order of the text");
        last = here;
    }
    let excepted = checked.excepted.iter().map(|(finding, _)| finding);
    for finding in checked.findings.iter().chain(excepted) {
        valid(file, &finding.span);
        for related in &finding.related {
            valid(file, &related.span);
        }
        let mut end = 0;
        for (span, text) in finding.fix.iter().flat_map(|fix| &fix.edits) {
            valid(file, span);
            assert!(span.start >= end, "edits stand in order and apart: {finding:?}");
            assert_ne!(&file.text()[span.clone()], text, "a fix that changes nothing");
            end = span.end;
        }
    }
}

/// A baseline of these findings knows them all again, but for those that it never takes in.
fn known(findings: &[Finding]) {
    let mut learned = Baseline::default();
    learned.learn("draf.toml", findings);
    let again = Baseline::parse(&learned.to_json()).expect("a baseline reads back");
    let (open, _) = again.split("draf.toml", findings.to_vec());
    assert!(open.iter().all(naskah::inside::baseline::unread), "{open:?}");
}

/// Reports, written and read back as far as that is cheap.
fn reports(file: &SourceFile, checked: Checked<'_>, registry: &Registry, formats: &[Format]) {
    let report = FileReport {
        source: file.clone(),
        place: file.name().to_owned(),
        language: checked.language,
        kind: checked.draft.map(|draft| draft.kind.id.clone()),
        findings: checked.findings,
        excepted: checked.excepted,
        baselined: Vec::new(),
        left_out: 0,
        unresolved: Vec::new(),
        coverage: checked.coverage,
    };
    let ids: std::collections::BTreeSet<_> = report.rules().collect();
    let info = |id: naskah::inside::finding::RuleId| {
        let pack = registry.get(&id.pack)?.ok()?;
        let rule = pack.rule(&id.code)?;
        Some(RuleInfo {
            id,
            level: rule.level,
            message: rule.message_in(checked.language).to_owned(),
            reason: rule.reason_in(checked.language).to_owned(),
            help: rule.help_in(checked.language).map(str::to_owned),
            citation: rule.citation.clone(),
            house_style: rule.house_style,
            pack: pack.name.clone(),
        })
    };
    let mut run = Run::of(vec![&report]);
    run.rules = ids.into_iter().filter_map(info).collect();
    for &format in formats {
        let mut out = Vec::new();
        format.write(&run, &mut out).expect("memory takes every report");
        let out = String::from_utf8(out).expect("reports are UTF-8");
        match format {
            Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson => json(&out),
            Format::Jsonl => out.lines().for_each(json),
            _ => {}
        }
        // Reports for people may set colours.
        harmless(&if format == Format::Human { colourless(&out) } else { out });
    }
}

/// Nothing in a text steers a terminal or a runner.
fn harmless(text: &str) {
    let allowed = |c: char| matches!(c, '\n' | '\t');
    let steers = |c: &char| c.is_control() && !allowed(*c) || ('\u{202a}'..='\u{202e}').contains(c);
    assert_eq!(text.chars().find(steers), None, "{text}");
    assert!(!text.contains("##["), "{text}");
}

fn json(text: &str) {
    let read: Result<serde_json::Value, _> = serde_json::from_str(text);
    assert!(read.is_ok(), "{read:?}");
}

/// The text without `ESC [ digits m`.
fn colourless(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part
            .find('m')
            .filter(|end| part[..*end].bytes().all(|byte| byte.is_ascii_digit() || byte == b';'));
        out.push_str(end.map_or("\u{1b}", |end| &part[end + 1..]));
    }
    out
}

/// Mends a text as `--fix` does, and looks at every step.
fn mend(text: &str, mending: Mending) {
    let whole = read::read(text).1.is_empty();
    let mut last = Text::unsaved("draf.toml".as_ref(), text);
    for round in SESSION.rounds(&last, mending).expect("no configuration") {
        step(&round, whole);
        last = round.after;
    }
    let left = SESSION.check(&last).expect("no configuration").report.findings;
    let mut left = left.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.safe);
    // Two likely answers may take turns; the right ones come to rest. In a text that is broken it
    // may be that none can be made.
    let rest = mending == Mending::All || !whole || left.next().is_none();
    assert!(rest, "no rest, or a fix that cannot be made:\n{}", last.source.text());
}

fn step(round: &Round, whole: bool) {
    let (root, unread) = read::read(round.before.source.text());
    // A bracket or a quote that is missing stands where nothing could be read.
    for (span, _) in round.offered.iter().flat_map(|fix| &fix.edits).filter(|_| unread.is_empty()) {
        assert!(in_value(&root, span), "{span:?} lies in no key and no value");
    }
    assert!(round.made > 0);
    let mended = round.after.source.text();
    let (after, faults) = read::read(mended);
    assert!(!whole || faults.is_empty(), "{faults:?}\n{mended}");
    assert!(!whole || shape(&root) == shape(&after), "{mended}");
}

/// Whether a span lies in a key, or in a value that is no list and no table: never in a comment.
fn in_value(node: &Node, span: &Span) -> bool {
    let holds = |outer: &Span| outer.start <= span.start && span.end <= outer.end;
    match &node.value {
        Value::Array(list) => list.iter().any(|member| in_value(member, span)),
        Value::Table(table) => {
            table.0.iter().any(|entry| holds(&entry.key_span) || in_value(&entry.node, span))
        }
        _ => holds(&node.span),
    }
}

/// How many values, lists and tables there are: nothing comes, nothing goes. A value may take the form
/// that its field asks for (`"ya"` becomes true, `1_000` in a text gets its quotes); that it still says
/// the same is held by `tests/integration/fix.rs`.
fn shape(node: &Node) -> [usize; 3] {
    let mut counts = [0; 3];
    count(node, &mut counts);
    counts
}

fn count(node: &Node, counts: &mut [usize; 3]) {
    let at = match &node.value {
        Value::Array(list) => {
            list.iter().for_each(|member| count(member, counts));
            1
        }
        Value::Table(table) => {
            table.0.iter().for_each(|entry| count(&entry.node, counts));
            2
        }
        _ => 0,
    };
    counts[at] += 1;
}
