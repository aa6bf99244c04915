//! `naskah render`: check first, then print.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::check::crashed;
use super::input::{self, Input};
use super::settings::Settings;
use super::settled::Settled;
use super::{complain, note, print_bytes};
use crate::baseline::unread;
use crate::batch;
use crate::cli::RenderArgs;
use crate::draft::{Draft, value};
use crate::error::{ExitStatus, Failure, system};
use crate::finding::Level;
use crate::render::{self, Images, Options, Pages, Style, Worker};
use crate::report::{FileReport, Format, Run};
use crate::sink;

pub(super) fn run(args: &RenderArgs) -> Result<ExitStatus, Failure> {
    let (mut inputs, failures) = input::read(&args.input);
    let settled = Settled::load(&args.input.settings, &mut inputs)?;
    let drafts: BTreeSet<PathBuf> = inputs
        .iter()
        .filter_map(|input| std::fs::canonicalize(input.file.as_ref()?).ok())
        .collect();
    let plans: Vec<Plan<'_>> = settled
        .iter()
        .map(|settings| Plan::new(args, settings, &drafts))
        .collect::<Result<_, _>>()?;
    let existed = args.out_dir.as_ref().is_none_or(|folder| folder.exists());
    settle(args, &inputs)?;
    failures.iter().for_each(complain);
    let failed = if failures.is_empty() { ExitStatus::Clean } else { ExitStatus::Failed };
    let mut taken = BTreeSet::new();
    let done = plans.iter().enumerate().map(|(at, plan)| {
        let own: Vec<&Input> = inputs.iter().filter(|input| input.settings == at).collect();
        plan.run(&own, &mut taken)
    });
    let status = done.fold(failed, ExitStatus::max);
    tidy(args, existed);
    Ok(status)
}

/// Conflicts between the arguments, before anything is read or written.
fn settle(args: &RenderArgs, inputs: &[Input]) -> Result<(), Failure> {
    if args.output.is_some() && inputs.len() > 1 {
        return Err(Failure::general(
            format!("-o hanya untuk satu draf, sedangkan ada {}", inputs.len()),
            "pakai --out-dir untuk beberapa draf",
        ));
    }
    let Some(folder) = &args.out_dir else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|error| {
        let what = format!("folder keluaran tidak dapat dibuat{}", system(&error));
        Failure::new(what, folder.display(), "pilih folder lain atau minta hak tulis")
    })
}

/// A folder that was made for nothing goes again.
fn tidy(args: &RenderArgs, existed: bool) {
    if let (Some(folder), false) = (&args.out_dir, existed) {
        // It stays when there is something in it.
        let _ = std::fs::remove_dir(folder);
    }
}

fn options(args: &RenderArgs, usual: Option<PathBuf>) -> Result<Options, Failure> {
    let style = match &args.style.clone().or(usual) {
        None => Style::default(),
        Some(path) => {
            let file = input::text_file(path)?;
            Style::with_file(file.name(), file.text())?
        }
    };
    Ok(Options {
        format: args.format,
        standards: render::standards(&args.pdf_standard)?,
        ppi: args.ppi,
        style,
        watermark: args.draft,
    })
}

/// Why a draft was not printed.
enum Refusal {
    /// It has errors.
    Findings(Box<FileReport>),
    /// Something stood in the way.
    Failed(Box<Failure>),
}

/// What a draft became.
struct Printed {
    pages: Pages,
    name: String,
    report: FileReport,
}

struct Plan<'a> {
    args: &'a RenderArgs,
    options: Options,
    settings: &'a Settings,
    /// Where the drafts themselves lie.
    drafts: &'a BTreeSet<PathBuf>,
}

impl<'a> Plan<'a> {
    fn new(
        args: &'a RenderArgs,
        settings: &'a Settings,
        drafts: &'a BTreeSet<PathBuf>,
    ) -> Result<Self, Failure> {
        let options = options(args, settings.style())?;
        Ok(Self { args, options, settings, drafts })
    }

    /// Prints the drafts of one configuration.
    fn run(&self, inputs: &[&Input], taken: &mut BTreeSet<PathBuf>) -> ExitStatus {
        let workers = batch::workers(self.args.input.jobs, inputs.len());
        let setup = || Worker::new(&self.settings.catalog);
        let outcomes = batch::run(inputs, workers, setup, |worker, input| self.one(worker, input));
        let mut status = ExitStatus::Clean;
        for (outcome, input) in outcomes.into_iter().zip(inputs) {
            let crash = || Err(Refusal::Failed(Box::new(crashed(input.source.name()))));
            status = status.max(self.finish(outcome.unwrap_or_else(crash), input, taken));
        }
        status
    }

    fn one(&self, worker: &mut Worker, input: &Input) -> Result<Printed, Refusal> {
        let checked = self.settings.check(&input.source, input.file.as_deref());
        let report = FileReport {
            source: input.source.clone(),
            kind: checked.draft.as_ref().map(|draft| draft.kind.id.clone()),
            findings: checked.findings,
            excepted: checked.excepted,
            place: input.source.name().to_owned(),
            baselined: Vec::new(),
            unresolved: Vec::new(),
        };
        let errors = report.findings.iter().any(|finding| finding.level == Level::Error);
        // A draft in part would print as if it were whole.
        let unread = report.findings.iter().any(unread);
        let prints = !errors || (self.args.draft && !unread);
        let Some(draft) = checked.draft.filter(|_| prints) else {
            return Err(Refusal::Findings(Box::new(report)));
        };
        let pages = self.pages(worker, input, &draft).map_err(|failure| {
            let within = failure.place.map_or_else(String::new, |place| format!(": {place}"));
            let place = format!("{}{within}", input.source.name());
            Refusal::Failed(Box::new(Failure { place: Some(place), ..failure }))
        })?;
        Ok(Printed { pages, name: output_name(&draft, input), report })
    }

    fn pages(
        &self,
        worker: &mut Worker,
        input: &Input,
        draft: &Draft<'_>,
    ) -> Result<Pages, Failure> {
        let beside = input.file.as_deref().map(sink::folder_of);
        let folders: Vec<&Path> = beside.into_iter().chain(self.args.images.as_deref()).collect();
        let images = Images::load(draft, &folders)?;
        render::render(draft, &self.settings.catalog, &images, &self.options, worker)
    }

    fn finish(
        &self,
        outcome: Result<Printed, Refusal>,
        input: &Input,
        taken: &mut BTreeSet<PathBuf>,
    ) -> ExitStatus {
        match outcome {
            Ok(printed) => {
                report(&printed.report);
                match self.write(&printed, input, taken) {
                    Ok(()) => ExitStatus::Clean,
                    Err(failure) => {
                        complain(&failure);
                        ExitStatus::Failed
                    }
                }
            }
            Err(Refusal::Findings(found)) => {
                report(&found);
                let text = "draf masih mempunyai galat dan tidak dicetak";
                let remedy = match self.args.draft {
                    true => {
                        "perbaiki galat yang membuat draf tidak terbaca; rancangan pun hanya dicetak utuh"
                    }
                    false => "perbaiki galatnya, atau pakai --draft untuk mencetak rancangan",
                };
                complain(&Failure::new(text, input.source.name(), remedy));
                ExitStatus::Findings
            }
            Err(Refusal::Failed(failure)) => {
                complain(&failure);
                ExitStatus::Failed
            }
        }
    }

    fn write(
        &self,
        printed: &Printed,
        input: &Input,
        taken: &mut BTreeSet<PathBuf>,
    ) -> Result<(), Failure> {
        let standard = self.args.output.as_deref() == Some(Path::new("-"))
            || (self.args.output.is_none() && self.args.out_dir.is_none() && input.file.is_none());
        if standard {
            return to_stdout(printed);
        }
        let target = self.target(printed, input);
        let targets = numbered(&target, printed.pages.len());
        for target in &targets {
            if !taken.insert(target.clone()) {
                let remedy = "beri nomor atau judul yang berbeda, atau cetak ke folder lain";
                return Err(Failure::new(
                    "dua draf menuju berkas yang sama",
                    target.display(),
                    remedy,
                ));
            }
            if self.is_a_draft(target) {
                let remedy = "pilih nama lain dengan -o atau --out-dir";
                return Err(Failure::new("keluaran akan menimpa draf", target.display(), remedy));
            }
        }
        let files: Vec<(&Path, &[u8])> = targets
            .iter()
            .map(PathBuf::as_path)
            .zip(printed.pages.iter().map(Vec::as_slice))
            .collect();
        sink::write_files(&files, self.args.force)?;
        for target in &targets {
            let _ = writeln!(anstream::stderr(), "ditulis: {}", target.display());
        }
        for old in earlier_pages(&target, &targets) {
            note(&format!("masih ada halaman dari cetakan sebelumnya: {}", old.display()));
        }
        Ok(())
    }

    /// Not even --force may cost a draft.
    fn is_a_draft(&self, target: &Path) -> bool {
        std::fs::canonicalize(target).is_ok_and(|target| self.drafts.contains(&target))
    }

    fn target(&self, printed: &Printed, input: &Input) -> PathBuf {
        let extension = self.args.format.extension();
        if let Some(path) = &self.args.output {
            return path.clone();
        }
        match (&self.args.out_dir, &input.file) {
            (Some(folder), Some(file)) => {
                let stem = file.file_stem().unwrap_or_default().to_string_lossy();
                folder.join(format!("{stem}.{extension}"))
            }
            (Some(folder), None) => folder.join(format!("{}.{extension}", printed.name)),
            (None, Some(file)) => file.with_extension(extension),
            (None, None) => PathBuf::from(format!("{}.{extension}", printed.name)),
        }
    }
}

/// `x.png` for one page, `x-1.png`, `x-2.png` for several.
fn numbered(target: &Path, pages: usize) -> Vec<PathBuf> {
    if pages == 1 {
        return vec![target.to_owned()];
    }
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = target.extension().unwrap_or_default().to_string_lossy().into_owned();
    let width = pages.to_string().len();
    (1..=pages)
        .map(|page| target.with_file_name(format!("{stem}-{page:0width$}.{extension}")))
        .collect()
}

/// Page files of an earlier printing that this one has no page for. They are the user's; they stay.
fn earlier_pages(target: &Path, written: &[PathBuf]) -> Vec<PathBuf> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned() + "-";
    let entries = std::fs::read_dir(sink::folder_of(target));
    let mut old: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let page = name.strip_prefix(&stem).is_some_and(|page| {
                !page.is_empty() && page.bytes().all(|byte| byte.is_ascii_digit())
            });
            let paged = target.extension().is_some_and(|one| one != "pdf");
            paged && page && path.extension() == target.extension()
        })
        .filter(|path| !written.iter().any(|one| one.file_name() == path.file_name()))
        .collect();
    old.sort();
    old
}

fn to_stdout(printed: &Printed) -> Result<(), Failure> {
    match printed.pages.as_slice() {
        [one] => print_bytes(one),
        many => Err(Failure::general(
            format!("{} halaman tidak dapat ditulis ke keluaran standar", many.len()),
            "pakai -o atau --out-dir, atau --format pdf",
        )),
    }
}

/// Findings go to standard error: standard output may be the document.
fn report(found: &FileReport) {
    if found.findings.is_empty() {
        return;
    }
    let mut out = Vec::new();
    if Format::Human.write(&Run::of(vec![found]), &mut out).is_ok() {
        let _ = anstream::stderr().write_all(&out);
    }
}

/// The name by the kind's pattern, for drafts without a file of their own.
fn output_name(draft: &Draft<'_>, input: &Input) -> String {
    if let Some(stem) = input.file.as_ref().and_then(|file| file.file_stem()) {
        return stem.to_string_lossy().into_owned();
    }
    let mut name = draft.kind.output.clone();
    for key in ["judul", "nomor", "rujukan", "unit", "tahun"] {
        let node = draft.root.get(key);
        let number = node.and_then(value::integer).map(|number| number.to_string());
        let word = number.or_else(|| node.and_then(|node| node.str()).map(str::to_owned));
        name = name.replace(&format!("{{{key}}}"), &word.unwrap_or_default());
    }
    let name = name.replace("{jenis}", &draft.kind.id);
    let safe: String =
        name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(80).collect();
    let parts: Vec<&str> = safe.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}
