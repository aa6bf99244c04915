//! `--format BENTUK[=BERKAS]`.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, Error, ValueEnum};

use crate::report::Format;

/// A report that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its form.
    pub format: Format,
    /// Its file; `None` for standard output.
    pub file: Option<PathBuf>,
}

/// Reads `BENTUK` or `BENTUK=BERKAS`; `-` is standard output.
#[derive(Clone, Debug)]
pub struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = Output;

    fn parse_ref(&self, cmd: &Command, _: Option<&Arg>, value: &OsStr) -> Result<Output, Error> {
        read(value).map_err(|message| {
            Error::raw(ErrorKind::InvalidValue, format!("{message}\n")).with_cmd(cmd)
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Format::value_variants().iter().filter_map(ValueEnum::to_possible_value)))
    }
}

fn read(value: &OsStr) -> Result<Output, String> {
    let text = value.to_str().ok_or("nama berkas pada --format bukan UTF-8")?;
    let (name, file) = match text.split_once('=') {
        Some((_, "")) => return Err(format!("--format {text}: nama berkas sesudah = kosong")),
        Some((name, file)) => (name, Some(file)),
        None => (text, None),
    };
    let format = Format::from_str(name, false).map_err(|_| {
        let known = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let known: Vec<String> = known.map(|value| value.get_name().to_owned()).collect();
        format!("bentuk laporan \"{name}\" tidak dikenal; yang ada: {}", known.join(", "))
    })?;
    Ok(Output { format, file: file.filter(|file| *file != "-").map(PathBuf::from) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_with_and_without_a_file() {
        let sarif = |file: Option<&str>| {
            Ok(Output { format: Format::Sarif, file: file.map(PathBuf::from) })
        };
        assert_eq!(read(OsStr::new("sarif")), sarif(None));
        assert_eq!(read(OsStr::new("sarif=-")), sarif(None));
        assert_eq!(read(OsStr::new("sarif=a=b.json")), sarif(Some("a=b.json")));
        assert!(read(OsStr::new("sarif=")).is_err());
        assert!(read(OsStr::new("sari=x")).is_err_and(|message| message.contains("markdown")));
    }
}
