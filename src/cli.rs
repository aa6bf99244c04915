//! The command line.

mod output;
mod settings;
mod tools;
mod words;

pub(crate) use output::{Output, OutputParser};

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::error::{ExitStatus, Failure};
use crate::words::Language;

pub(crate) use settings::{FixArgs, RuleArgs, SettingsArgs};
pub(crate) use tools::{CompletionsArgs, MadeArgs, ManualArgs, NewArgs, SchemaArgs};

/// Memeriksa dan mencetak naskah kerja sama pemerintah Indonesia dan Malaysia.
///
/// Contoh:
///   naskah check draf.toml
///   naskah render draf.toml -o draf.pdf
///   naskah explain permenimipas-8-2025/pendanaan-tidak-dimuat
#[derive(Debug, Parser)]
#[command(name = "naskah", version, verbatim_doc_comment, arg_required_else_help = true)]
#[command(disable_help_subcommand = true, help_template = TEMPLATE)]
#[command(subcommand_value_name = "PERINTAH", subcommand_help_heading = "Perintah")]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub(crate) struct Cli {
    /// Yang harus dikerjakan.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Warna keluaran.
    #[arg(
        long,
        value_name = "KAPAN",
        global = true,
        default_value = "auto",
        help_heading = "Umum"
    )]
    pub(crate) color: Color,

    /// Bahasa pesan program; temuan pada draf selalu dalam bahasa drafnya, dan bantuan ini hanya ada
    /// dalam bahasa Indonesia.
    #[arg(long = "bahasa", value_name = "BAHASA", global = true, help_heading = "Umum")]
    pub(crate) language: Option<LanguageCode>,

    /// Tampilkan bantuan.
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help_heading = "Umum")]
    pub(crate) help: Option<bool>,

    /// Tampilkan versi; dengan --version juga peraturan dan perangkat yang termuat.
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = "Umum")]
    pub(crate) version: Option<bool>,
}

impl Cli {
    /// Reads the arguments of the process.
    ///
    /// # Errors
    /// When there is nothing to carry out.
    pub(crate) fn read() -> Result<Self, Stop> {
        let matches = Self::definition().long_version(WHOLE).try_get_matches();
        matches.and_then(|matches| Self::from_arg_matches(&matches)).map_err(|error| stop(&error))
    }

    /// The command line as clap knows it, in our words.
    pub(crate) fn definition() -> clap::Command {
        words::said(Self::command())
    }
}

/// What stands for the long version: to know it costs more than the other commands should pay.
const WHOLE: &str = "(panjang)";

fn stop(error: &clap::Error) -> Stop {
    let status = match error.kind() {
        ErrorKind::DisplayVersion => {
            return Stop::Version { whole: error.to_string().contains(WHOLE) };
        }
        ErrorKind::DisplayHelp => ExitStatus::Clean,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => ExitStatus::Failed,
        _ => return Stop::Faulty(words::failure(error)),
    };
    // A reader that went away needs no help any more.
    let _ = error.print();
    Stop::Shown(status)
}

/// Why there is nothing to carry out.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Help was shown.
    Shown(ExitStatus),
    /// The version is asked for, or the whole of it: with what the program is made of.
    Version {
        /// Whether the whole of it.
        whole: bool,
    },
    /// The arguments make no command.
    Faulty(Failure),
}

/// The language that the arguments of the process choose, whatever else they say.
pub(crate) fn spoken() -> Option<LanguageCode> {
    let arguments: Vec<String> = std::env::args().collect();
    let next = arguments.windows(2).filter_map(|pair| match pair {
        [flag, word] if flag == "--bahasa" => Some(word.as_str()),
        _ => None,
    });
    let joined = arguments.iter().filter_map(|word| word.strip_prefix("--bahasa="));
    next.chain(joined).find_map(|word| LanguageCode::from_str(word, false).ok())
}

const TEMPLATE: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LanguageCode {
    /// Bahasa Indonesia.
    Id,
    /// Bahasa Melayu.
    Ms,
    /// Bahasa Inggris, sejauh sudah ada.
    En,
}

impl From<LanguageCode> for Language {
    fn from(code: LanguageCode) -> Self {
        match code {
            LanguageCode::Id => Self::Indonesian,
            LanguageCode::Ms => Self::Malay,
            LanguageCode::En => Self::English,
        }
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Hanya pada terminal.
    Auto,
    /// Selalu.
    Always,
    /// Tidak pernah.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Periksa draf terhadap peraturan yang berlaku baginya.
    #[command(visible_alias = "periksa", help_template = TEMPLATE)]
    Check(Box<CheckArgs>),
    /// Cetak draf menjadi dokumen resmi.
    #[cfg(feature = "render")]
    #[command(visible_alias = "cetak", help_template = TEMPLATE)]
    Render(RenderArgs),
    /// Jelaskan sebuah aturan: tuntutannya, pasalnya, contoh yang salah dan yang benar.
    #[command(visible_alias = "jelaskan", help_template = TEMPLATE)]
    Explain(ExplainArgs),
    /// Daftar aturan menurut peraturan.
    #[command(visible_alias = "aturan", help_template = TEMPLATE)]
    Rules(RulesArgs),
    /// Formulir suatu jenis naskah: semua kuncinya dengan keterangan, siap diisi.
    #[command(visible_alias = "baru", help_template = TEMPLATE)]
    New(NewArgs),
    /// JSON Schema suatu jenis naskah, untuk editor yang melengkapi dan menjelaskan kunci.
    #[command(visible_alias = "skema", help_template = TEMPLATE)]
    Schema(SchemaArgs),
    /// Pelengkap perintah untuk sebuah shell: tombol Tab mengenal perintah dan pilihannya.
    #[command(name = "pelengkap", visible_alias = "completions", help_template = TEMPLATE)]
    Completions(CompletionsArgs),
    /// Halaman manual program ini dan tiap perintahnya, untuk man.
    #[command(name = "manual", help_template = TEMPLATE)]
    Manual(ManualArgs),
}

/// Where drafts come from.
#[derive(Clone, Debug, Args)]
pub(crate) struct InputArgs {
    /// Berkas draf, folder (semua .toml di dalamnya), atau - untuk masukan standar.
    #[arg(value_name = "BERKAS", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Jangan masuki berkas dan folder ini, misalnya arsip atau '**/lama.toml'; dapat diulang.
    #[arg(long, value_name = "POLA")]
    pub(crate) exclude: Vec<String>,

    /// Nama berkas yang ditampilkan untuk masukan standar.
    #[arg(long, value_name = "NAMA", default_value = "<masukan standar>")]
    pub(crate) stdin_filename: String,

    /// Banyaknya pekerja sekaligus; bawaannya sebanyak prosesor.
    #[arg(short, long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// The most workers that make sense: each takes memory whether it works or waits.
const JOBS: RangeInclusive<usize> = 1..=1024;

fn jobs(text: &str) -> Result<usize, String> {
    within(text, &JOBS)
}

/// The dots per inch of a page image.
#[cfg(feature = "render")]
const PPI: RangeInclusive<u32> = 10..=1200;

#[cfg(feature = "render")]
fn ppi(text: &str) -> Result<u32, String> {
    within(text, &PPI)
}

/// A number of a range, or the range in words.
fn within<N: FromStr + PartialOrd + Display>(
    text: &str,
    range: &RangeInclusive<N>,
) -> Result<N, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("{} sampai {}", range.start(), range.end()))
}

/// A threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Threshold {
    /// Hanya galat.
    #[value(name = "galat", aliases = ["error", "ralat"])]
    Error,
    /// Galat dan peringatan.
    #[value(name = "peringatan", aliases = ["warning", "amaran"])]
    Warning,
    /// Semua temuan.
    #[value(name = "catatan", aliases = ["info", "nota"])]
    Info,
    /// Tidak pernah gagal karena temuan.
    #[value(name = "tidak-pernah", alias = "never")]
    Never,
}

/// `naskah check`
#[derive(Clone, Debug, Args)]
pub(crate) struct CheckArgs {
    /// The drafts.
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// Bentuk laporan; dapat diulang, masing-masing dengan berkasnya: --format human --format
    /// sarif=hasil/temuan.sarif.
    #[arg(long, value_name = "BENTUK[=BERKAS]", default_value = "human", alias = "output-format")]
    #[arg(value_parser = OutputParser)]
    pub(crate) format: Vec<Output>,

    /// Tulis laporan ke berkas ini, bukan ke keluaran standar; untuk satu --format saja.
    #[arg(long, value_name = "BERKAS")]
    pub(crate) output_file: Option<PathBuf>,

    /// Temuan yang tercatat pada berkas ini tidak dihitung; yang sudah tidak ada dilaporkan.
    #[arg(long, value_name = "BERKAS")]
    pub(crate) baseline: Option<PathBuf>,

    /// Catat semua temuan sekarang sebagai temuan lama pada berkas ini.
    #[arg(long, value_name = "BERKAS", conflicts_with = "baseline")]
    pub(crate) write_baseline: Option<PathBuf>,

    /// Timpa berkas laporan dan baseline yang sudah ada.
    #[arg(long)]
    pub(crate) force: bool,

    /// Hapus dari berkas --baseline temuan yang sudah tidak ada; tidak pernah menambah.
    #[arg(long, requires = "baseline")]
    pub(crate) prune_baseline: bool,

    /// Folder tempat gambar dicari selain folder draf.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) images: Option<PathBuf>,

    /// Sebutkan juga yang tidak dapat dinilai, dan sebabnya.
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// Tingkat temuan terendah yang membuat program selesai dengan status 1.
    #[arg(long, value_name = "TINGKAT", default_value = "galat")]
    pub(crate) fail_on: Threshold,

    /// Which rules count.
    #[command(flatten)]
    pub(crate) rules: RuleArgs,

    /// What is mended.
    #[command(flatten)]
    pub(crate) fixes: FixArgs,
}

/// `naskah render`
#[cfg(feature = "render")]
#[derive(Clone, Debug, Args)]
pub(crate) struct RenderArgs {
    /// The drafts.
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// Berkas keluaran; - untuk keluaran standar. Hanya untuk satu draf.
    #[arg(short, long, value_name = "BERKAS", conflicts_with = "out_dir")]
    pub(crate) output: Option<PathBuf>,

    /// Folder keluaran; nama berkas mengikuti nama draf.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out_dir: Option<PathBuf>,

    /// Bentuk keluaran.
    #[arg(long, value_name = "BENTUK", default_value = "pdf")]
    pub(crate) format: crate::render::Format,

    /// Standar PDF, dipisahkan koma, misalnya a-2a,ua-1 (bawaan), a-2b, 1.7.
    #[arg(long, value_name = "STANDAR", value_delimiter = ',')]
    pub(crate) pdf_standard: Vec<String>,

    /// Kerapatan gambar PNG, 10 sampai 1200 titik per inci.
    #[arg(long, value_name = "N", default_value_t = 144)]
    #[arg(value_parser = ppi)]
    pub(crate) ppi: u32,

    /// Berkas gaya kantor (kertas, margin, huruf, letak).
    #[arg(long, value_name = "BERKAS")]
    pub(crate) style: Option<PathBuf>,

    /// Folder tempat gambar dicari selain folder draf.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) images: Option<PathBuf>,

    /// Cetak juga draf yang masih salah, dengan tanda RANCANGAN pada tiap halaman.
    #[arg(long)]
    pub(crate) draft: bool,

    /// Timpa berkas keluaran yang sudah ada.
    #[arg(long)]
    pub(crate) force: bool,
}

/// `naskah explain`
#[derive(Clone, Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Kode aturan, misalnya permenimipas-8-2025/pendanaan-tidak-dimuat.
    #[arg(value_name = "ATURAN")]
    pub(crate) rule: String,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// `naskah rules`
#[derive(Clone, Debug, Args)]
pub(crate) struct RulesArgs {
    /// Hanya peraturan ini.
    #[arg(value_name = "PERATURAN")]
    pub(crate) pack: Option<String>,

    /// Tiap ketentuan sumbernya, dengan aturan yang menegakkannya atau alasan ia tidak diperiksa.
    #[arg(long, conflicts_with = "uji")]
    pub(crate) coverage: bool,

    /// Uji tiap aturan pada contohnya sendiri; status 1 bila ada yang tidak cocok.
    #[arg(long)]
    pub(crate) uji: bool,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}
