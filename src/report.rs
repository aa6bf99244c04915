//! Reports: one format, one file. Reporters know findings and source texts, nothing of rules or pages.

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
use crate::finding::{Finding, Level, RuleId, Unresolved};
use crate::fingerprint::Fingerprint;
use crate::source::SourceFile;

pub(crate) use harmless::harmless;
use harmless::one_line;
pub use summary::Summary;

/// What is reported of one file.
#[derive(Debug)]
pub struct FileReport {
    /// The text.
    pub source: SourceFile,
    /// Its path from the root of the repository, with `/`: what CI services match with their files.
    pub place: String,
    /// The kind, as far as it is known.
    pub kind: Option<String>,
    /// The findings in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that the draft excepts, with its reason.
    pub excepted: Vec<(Finding, String)>,
    /// Findings that a baseline knows already.
    pub baselined: Vec<Finding>,
    /// Where rules declined to judge, when that was asked for.
    pub unresolved: Vec<Unresolved>,
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

/// All that one run has to report.
#[derive(Debug)]
pub struct Run<'a> {
    /// The drafts in the order the user named them.
    pub files: Vec<&'a FileReport>,
    /// The rules that found something, by name.
    pub rules: Vec<RuleInfo>,
    /// Entries of the baseline whose finding is gone.
    pub stale: Vec<Entry>,
    /// What could not be checked, and why.
    pub failures: Vec<String>,
    /// The level from which findings make the run fail.
    pub threshold: Level,
}

impl<'a> Run<'a> {
    /// A run over drafts, with nothing else to say.
    pub fn of(files: Vec<&'a FileReport>) -> Self {
        let (rules, stale, failures) = (Vec::new(), Vec::new(), Vec::new());
        Self { files, rules, stale, failures, threshold: Level::Error }
    }

    /// The counts.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.files)
    }

    /// Every finding that counts, with its file.
    fn open(&self) -> impl Iterator<Item = (&'a FileReport, &'a Finding)> {
        let of = |file: &&'a FileReport| {
            let file = *file;
            file.findings.iter().map(move |finding| (file, finding))
        };
        self.files.iter().flat_map(of)
    }
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident => $write:expr,)*) => {
        /// The forms of report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
        pub enum Format { $($(#[$doc])* $variant,)* }

        impl Format {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Writes the report of a run in this form.
            ///
            /// # Errors
            /// When the output cannot be written.
            pub fn write(self, run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
                match self { $(Self::$variant => $write(run, out),)* }
            }
        }
    };
}

formats! {
    /// Kutipan naskah dengan penunjuk, dasar, dan saran.
    Human => human::write,
    /// Satu baris untuk tiap temuan.
    Concise => concise::write,
    /// JSON berversi untuk program lain; skemanya schemas/laporan.schema.json.
    Json => json::write,
    /// JSON, satu baris untuk tiap temuan.
    Jsonl => jsonl::write,
    /// SARIF 2.1.0, antara lain untuk GitHub Code Scanning.
    Sarif => sarif::write,
    /// Anotasi GitHub Actions.
    Github => github::write,
    /// GitLab Code Quality.
    Gitlab => gitlab::write,
    /// JUnit XML.
    Junit => junit::write,
    /// Reviewdog Diagnostic Format.
    Rdjson => rdjson::write,
    /// Ringkasan Markdown, antara lain untuk GITHUB_STEP_SUMMARY.
    Markdown => markdown::write,
}

/// A fault in a file that is no draft (a pack), as people read it: the excerpt with a caret.
pub fn fault(source: &SourceFile, span: &crate::source::Span, message: &str) -> String {
    human::fault(source, span, message)
}

/// Fact, clause and remedy in one paragraph, for forms with a single place for words.
fn told(finding: &Finding) -> String {
    let basis = finding.citation.as_ref().map_or_else(String::new, |clause| format!(" ({clause})"));
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!(". Saran: {help}"));
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
pub(crate) fn unresolved_line(source: &SourceFile, one: &Unresolved) -> String {
    let at = source.line_column(one.span.start);
    let place = format!("{}:{}:{}", source.name(), at.line, at.column);
    one_line(&format!("{place}: tidak dinilai [{}]: {}", one.rule, one.reason))
}

/// A stale entry in a sentence.
pub(crate) fn stale_line(entry: &Entry) -> String {
    let field =
        if entry.field.is_empty() { String::new() } else { format!(" pada {}", entry.field) };
    one_line(&format!("{}: entri baseline tidak terpakai lagi: {}{field}", entry.path, entry.rule))
}
