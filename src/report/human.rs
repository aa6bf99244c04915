//! For people: the excerpt with a caret, the clause, how to mend it and the lines to add.

use std::collections::BTreeMap;
use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Renderer, Snippet};

use super::harmless::defused;
use super::{Ending, FileReport, Reporter, Threshold, harmless, one_line, stale_line};
use crate::finding::Coverage;
use crate::finding::{Finding, Level};
use crate::source::{SourceFile, Span};
use crate::words::{Argument, Language, report};

/// Other places are shown with a finding when they are as near as this.
const EXCERPT: usize = 4_000;

/// A line is shown so far before and after what stands in it. Several times what the renderer makes
/// of it: it takes its time over every character, and an endless line may have a finding in each.
const LINE: usize = 240;

/// The report, with how much of each regulation was judged so far.
#[derive(Default)]
pub(super) struct Human {
    judged: BTreeMap<String, Judged>,
    unjudged: usize,
}

/// How much of a regulation was judged in all drafts.
#[derive(Default)]
struct Judged {
    drafts: usize,
    provisions: usize,
    undecided: usize,
    unchecked: usize,
}

impl Human {
    pub(super) fn new(_: Threshold) -> Self {
        Self::default()
    }

    /// Takes down by which regulations a draft was judged.
    fn add(&mut self, coverage: &Coverage) {
        self.unjudged += usize::from(coverage.regulations.is_empty());
        for one in &coverage.regulations {
            let judged = self.judged.entry(one.short.clone()).or_default();
            judged.drafts += 1;
            judged.provisions += one.judged;
            judged.undecided += one.undecided;
            judged.unchecked = one.unchecked.unwrap_or_default();
        }
    }

    /// One line: by which regulations, and how much of them.
    fn coverage(&self, language: Language) -> Option<String> {
        let judged = self.judged.iter().map(|(short, judged)| judged.line(short));
        let unjudged = (self.unjudged > 0).then(|| report::coverage_none(self.unjudged).into());
        let all: Vec<Argument> = judged.chain(unjudged).collect();
        let line = || report::coverage(Argument::list(all.iter().cloned(), "; ")).text(language);
        (!all.is_empty()).then(|| one_line(&line()))
    }
}

impl Judged {
    fn line(&self, short: &str) -> Argument {
        let judged = match self.drafts {
            ..=1 => report::coverage_one(short, self.provisions),
            drafts => report::coverage_many(short, drafts, self.provisions),
        };
        let (undecided, unchecked) = (self.undecided, self.unchecked);
        let undecided = (undecided > 0).then(|| report::coverage_undecided(undecided));
        let unchecked = (unchecked > 0).then(|| report::coverage_unchecked(unchecked));
        Argument::list([Some(judged), undecided, unchecked].into_iter().flatten(), "")
    }
}

impl Reporter for Human {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        if let Some(coverage) = &file.coverage {
            self.add(coverage);
            if let Some(reason) = &coverage.reason {
                let name = file.source.name();
                let line = report::file_not_judged(name, reason.clone()).text(file.language);
                writeln!(out, "{}\n", one_line(&line))?;
            }
        }
        for finding in &file.findings {
            writeln!(out, "{}\n", render(file, finding))?;
        }
        for (finding, reason) in &file.excepted {
            let line = report::excepted(&finding.rule, reason).text(file.language);
            writeln!(out, "{}\n", one_line(&line))?;
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        for entry in &ending.stale {
            writeln!(out, "{}\n", stale_line(entry, ending.language))?;
        }
        // Nothing read is no clean bill; what stood in the way is said elsewhere.
        if ending.summary.files == 0 {
            return Ok(());
        }
        writeln!(out, "{}", ending.summary.line(ending.language))?;
        self.coverage(ending.language).map_or(Ok(()), |line| writeln!(out, "{line}"))
    }
}

fn render(file: &FileReport, finding: &Finding) -> String {
    let (source, language) = (&file.source, file.language);
    let related: Vec<_> =
        finding.related.iter().map(|note| (note.span.clone(), note.note.as_str())).collect();
    let excerpt = Excerpt::around(source, &finding.span, &related);
    let id = one_line(&finding.rule.to_string());
    let message = one_line(&finding.message);
    let kind = AnnotationKind::Primary;
    let primary = kind.span(excerpt.within(&finding.span)).highlight_source(true);
    let notes: Vec<Annotation<'_>> = related
        .iter()
        .filter(|(span, _)| excerpt.holds(span))
        .map(|(span, note)| {
            AnnotationKind::Context.span(excerpt.within(span)).label(one_line(note))
        })
        .collect();
    let name = one_line(source.name());
    let snippet = Snippet::source(seen(&defused(excerpt.text)))
        .path(name)
        .line_start(excerpt.line)
        .annotation(primary)
        .annotations(notes);
    let mut group = title(finding.level, language).primary_title(message).id(id).element(snippet);
    for (word, text) in notes_below(finding, language) {
        group = group.element(Title::NOTE.with_name(word).message(text));
    }
    let mut groups: Vec<Group<'_>> = vec![group];
    if let Some(lines) = &finding.insert {
        let text = report::insert(harmless(lines.trim_end())).text(language);
        let name = report::help().text(language);
        groups.push(Group::with_title(Title::HELP.with_name(name).secondary_title(text)));
    }
    Renderer::styled().decor_style(DecorStyle::Ascii).render(&groups)
}

/// A fault in a file that is no draft.
pub(super) fn fault_at(
    source: &SourceFile,
    span: &Span,
    message: &str,
    language: Language,
) -> String {
    let span = source.clamp(span);
    let excerpt = Excerpt::around(source, &span, &[]);
    let name = one_line(source.name());
    let mark = AnnotationKind::Primary.span(excerpt.within(&span)).highlight_source(true);
    let text = seen(&defused(excerpt.text));
    let snippet = Snippet::source(text).path(name).line_start(excerpt.line).annotation(mark);
    let group = title(Level::Error, language).primary_title(one_line(message)).element(snippet);
    Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group])
}

/// The excerpt with the controls that the renderer lets through (its own signs stand for the rest),
/// each as a sign of the same number of bytes, so that places stay where they are.
fn seen(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{80}'..='\u{9f}' => '¿',
            '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}

fn title(level: Level, language: Language) -> Title<'static> {
    let title = match level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Info => Title::INFO,
    };
    title.with_name(level.word(language))
}

fn notes_below(finding: &Finding, language: Language) -> Vec<(String, String)> {
    let basis = match (&finding.citation, finding.house_style) {
        (Some(clause), true) => Some((report::style(), one_line(clause))),
        (Some(clause), false) => Some((report::clause(), one_line(clause))),
        (None, true) => Some((report::style(), report::only_style().text(language))),
        (None, false) => None,
    };
    let help = finding.help.as_ref().map(|help| (report::help(), one_line(help)));
    basis.into_iter().chain(help).map(|(name, text)| (name.text(language), text)).collect()
}

/// The lines that hold the places of a finding.
struct Excerpt<'a> {
    text: &'a str,
    start: usize,
    line: usize,
}

impl<'a> Excerpt<'a> {
    fn around(source: &'a SourceFile, span: &Span, related: &[(Span, &str)]) -> Self {
        let near = |other: &&Span| other.start.abs_diff(span.start) < EXCERPT;
        let spans: Vec<&Span> = related.iter().map(|(span, _)| span).filter(near).collect();
        let first = spans.iter().map(|span| span.start).chain([span.start]).min().unwrap_or(0);
        let last = spans.iter().map(|span| span.end).chain([span.end]).max().unwrap_or(0);
        let text = source.text();
        let lines = source.lines_around(&(first..last));
        let start = lines.start.max(first.saturating_sub(LINE));
        let end = lines.end.min(last + LINE).min(first + 4 * EXCERPT);
        let cut = source.clamp(&(start..end));
        // The line end of Windows is no character of the line.
        let cut =
            cut.start..cut.start + text.get(cut).map_or(0, |cut| cut.trim_end_matches('\r').len());
        let line = source.line_column(cut.start).line;
        Self { text: text.get(cut.clone()).unwrap_or_default(), start: cut.start, line }
    }

    fn holds(&self, span: &Span) -> bool {
        span.start >= self.start && span.end <= self.start + self.text.len()
    }

    /// A span as the excerpt counts, kept inside it.
    fn within(&self, span: &Span) -> Span {
        let inside = |at: usize| at.saturating_sub(self.start).min(self.text.len());
        let mut end = inside(span.end);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        inside(span.start).min(end)..end
    }
}
