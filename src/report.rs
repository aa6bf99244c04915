//! Reports: one format, one file. Reporters know findings and source texts, nothing of rules or pages.
//! A report is written draft by draft, so that a run over many holds none of them longer than it must.

mod concise;
mod github;
mod gitlab;
mod harmless;
mod human;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod rdjson;
mod safe_json;
mod sarif;
mod summary;

use std::io::{self, Write};

use crate::baseline::Entry;
use crate::finding::Coverage;
use crate::finding::{Finding, Level, RuleId, Unresolved};
use crate::fingerprint::Fingerprint;
use crate::source::SourceFile;
use crate::words::{self, Argument, Language, Phrase};

pub(crate) use harmless::harmless;
use harmless::one_line;
pub(crate) use summary::Summary;

/// What is reported of one file.
#[derive(Debug)]
pub struct FileReport {
    /// The text.
    pub source: SourceFile,
    /// Its path from the root of the repository, with `/`: what CI services match with their files.
    pub place: String,
    /// The language of whoever reads of it: that of the draft, as far as that is known.
    pub language: Language,
    /// The kind, as far as it is known.
    pub kind: Option<String>,
    /// The findings in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that the draft excepts, with its reason.
    pub excepted: Vec<(Finding, String)>,
    /// Findings that a baseline knows already.
    pub baselined: Vec<Finding>,
    /// How many more findings there are than anybody would read.
    pub left_out: usize,
    /// Where rules declined to judge, when that was asked for.
    pub unresolved: Vec<Unresolved>,
    /// By which regulations it was judged; `None` for a text that could not be.
    pub coverage: Option<Coverage>,
}

/// Why a finding does not count, if it does not.
#[derive(Clone, Copy, Debug)]
enum State<'a> {
    /// It counts.
    Open,
    /// The draft excepts it for a reason.
    Excepted(&'a str),
    /// A baseline knows it.
    Baselined,
}

impl FileReport {
    /// The rules of every finding, also of those that do not count.
    pub fn rules(&self) -> impl Iterator<Item = RuleId> {
        self.all().map(|(finding, _)| finding.rule.clone())
    }

    /// Every finding that counts, with its file.
    fn open(&self) -> impl Iterator<Item = (&Self, &Finding)> {
        self.findings.iter().map(move |finding| (self, finding))
    }

    /// Every finding, also those that do not count.
    fn all(&self) -> impl Iterator<Item = (&Finding, State<'_>)> {
        let open = self.findings.iter().map(|finding| (finding, State::Open));
        let excepted = self.excepted.iter().map(|(one, reason)| (one, State::Excepted(reason)));
        let baselined = self.baselined.iter().map(|finding| (finding, State::Baselined));
        open.chain(excepted).chain(baselined)
    }
}

/// What reports say of a rule that found something.
#[derive(Clone, Debug)]
pub struct RuleInfo {
    /// Its name.
    pub id: RuleId,
    /// How grave, unless the draft is finished.
    pub level: Level,
    /// The fact, with placeholders.
    pub message: String,
    /// What the clause demands, and why.
    pub reason: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Short name of the source and clause.
    pub citation: Option<String>,
    /// Whether it is house style.
    pub house_style: bool,
    /// The full name of the regulation or procedure.
    pub pack: String,
}

/// The level from which findings make a run fail; `None` where they never do.
pub(crate) type Threshold = Option<Level>;

/// All that one run has to report.
#[derive(Debug)]
pub struct Run<'a> {
    /// The drafts in the order the user named them.
    pub(crate) files: Vec<&'a FileReport>,
    /// The rules that found something, by name.
    pub rules: Vec<RuleInfo>,
    /// Entries of the baseline whose finding is gone.
    pub(crate) stale: Vec<Entry>,
    /// What could not be checked, and why.
    pub(crate) failures: Vec<String>,
    /// The level from which findings make the run fail.
    pub(crate) threshold: Threshold,
    /// The language of what is said of the run as a whole.
    pub(crate) language: Language,
}

impl<'a> Run<'a> {
    /// A run over drafts, with nothing else to say; spoken of in their language.
    pub fn of(files: Vec<&'a FileReport>) -> Self {
        let (rules, stale, failures) = (Vec::new(), Vec::new(), Vec::new());
        let language = Summary::of(&files).language();
        Self { files, rules, stale, failures, threshold: Some(Level::Error), language }
    }

    /// The counts.
    pub(crate) fn summary(&self) -> Summary {
        Summary::of(&self.files)
    }

    /// What is said after the drafts.
    fn ending(&self) -> Ending {
        Ending {
            rules: self.rules.clone(),
            stale: self.stale.clone(),
            failures: self.failures.clone(),
            summary: self.summary(),
            language: self.language,
        }
    }
}

/// What a report says once every draft has been reported.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ending {
    /// The rules that found something, by name.
    pub(crate) rules: Vec<RuleInfo>,
    /// Entries of the baseline whose finding is gone.
    pub(crate) stale: Vec<Entry>,
    /// What could not be checked, and why.
    pub(crate) failures: Vec<String>,
    /// The counts.
    pub(crate) summary: Summary,
    /// The language of what is said of the run as a whole.
    pub(crate) language: Language,
}

/// A report that is being written. What a form has to say before the drafts, but knows only after
/// them, it keeps: the findings, never their texts.
pub(crate) trait Reporter {
    /// Writes what comes before the drafts.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Reports one draft.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what comes after the drafts.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()>;
}

/// What a form may say besides findings. Where it does not, whoever watches is told otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aside {
    /// How many findings there are.
    Summary,
    /// Stale entries of the baseline, in words for people.
    Stale,
    /// Where rules decline to judge.
    Unresolved,
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident => $reporter:expr, tells $asides:expr;)*) => {
        /// The forms of report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
        pub enum Format { $($(#[$doc])* $variant,)* }

        impl Format {
            /// All of them.
            #[cfg(any(test, feature = "inside"))]
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// A report in this form, for a run that fails from a level on.
            pub(crate) fn reporter(self, threshold: Threshold) -> Box<dyn Reporter> {
                match self { $(Self::$variant => Box::new($reporter(threshold)),)* }
            }

            /// Whether it tells people something besides findings.
            pub(crate) fn tells(self, aside: Aside) -> bool {
                let asides: &[Aside] = match self { $(Self::$variant => &$asides,)* };
                asides.contains(&aside)
            }
        }
    };
}

formats! {
    /// Lines of the draft with a pointer, the basis and a remedy.
    Human => human::Human::new, tells [Aside::Summary, Aside::Stale];
    /// A line a finding.
    Concise => concise::Concise::new, tells [];
    /// JSON with a version; `schemas/laporan.schema.json`.
    Json => json::Json::new, tells [Aside::Summary, Aside::Unresolved];
    /// JSON, a line a finding.
    Jsonl => jsonl::Jsonl::new, tells [Aside::Summary, Aside::Unresolved];
    /// SARIF 2.1.0.
    Sarif => sarif::Sarif::new, tells [Aside::Summary];
    /// GitHub Actions annotations.
    Github => github::Github::new, tells [Aside::Summary, Aside::Stale];
    /// GitLab Code Quality.
    Gitlab => gitlab::Gitlab::new, tells [Aside::Summary];
    /// JUnit XML.
    Junit => junit::Junit::new, tells [Aside::Summary];
    /// Reviewdog Diagnostic Format.
    Rdjson => rdjson::Rdjson::new, tells [Aside::Summary];
    /// A summary in Markdown.
    Markdown => markdown::Markdown::new, tells [Aside::Summary, Aside::Stale];
}

impl Format {
    /// Writes the report of a run that is at hand as a whole.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(self, run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut reporter = self.reporter(run.threshold);
        reporter.begin(out)?;
        run.files.iter().try_for_each(|file| reporter.file(file, out))?;
        reporter.end(&run.ending(), out)
    }
}

/// A fault in a file that is no draft (a pack), as people read it: the excerpt with a caret.
pub fn fault_at(
    source: &SourceFile,
    span: &crate::source::Span,
    message: &Phrase,
    language: Language,
) -> String {
    human::fault_at(source, span, &message.text(language), language)
}

/// Fact, clause and remedy in one paragraph, for forms with a single place for words.
fn told(finding: &Finding, language: Language) -> String {
    let basis = finding.citation.as_ref().map_or_else(String::new, |clause| format!(" ({clause})"));
    let help = Argument::maybe(finding.help.as_ref().map(words::report::help_after));
    let help = help.text(language);
    one_line(&format!("{}{basis}{help}", finding.message))
}

/// What stays of a finding when the text around it changes: rule, field and content, without line,
/// column and the place in a list.
fn identity(finding: &Finding) -> Fingerprint {
    let keys: Vec<&str> = finding.path.keys().collect();
    let (rule, content) = (finding.rule.to_string(), finding.content.to_string());
    Fingerprint::of(&[&rule, &keys.join("."), &content])
}

/// Where a rule declined to judge, in a line: `draf.toml:3:9: tidak dinilai [pack/kode]: sebab`.
pub(crate) fn unresolved_line(file: &FileReport, one: &Unresolved) -> String {
    let at = file.source.line_column(one.span.start);
    let place = format!("{}:{}:{}", file.source.name(), at.line, at.column);
    let line = words::report::unresolved(place, &one.rule, &one.reason);
    one_line(&line.text(file.language))
}

/// A stale entry in a sentence.
pub(crate) fn stale_line(entry: &Entry, language: Language) -> String {
    let Entry { path, rule, field, .. } = entry;
    let line = match field.as_str() {
        "" => words::report::stale(path, rule),
        field => words::report::stale_field(path, rule, field),
    };
    one_line(&line.text(language))
}
