//! `--format BENTUK[=BERKAS]`.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error, ValueEnum};

use crate::report::Format;

/// A report that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Its form.
    pub(crate) format: Format,
    /// Its file; `None` for standard output.
    pub(crate) file: Option<PathBuf>,
}

/// Reads `BENTUK` or `BENTUK=BERKAS`; `-` is standard output.
#[derive(Clone, Debug)]
pub(crate) struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = Output;

    fn parse_ref(&self, cmd: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Output, Error> {
        read(value).ok_or_else(|| {
            let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(cmd);
            let text = value.to_string_lossy().into_owned();
            error.insert(ContextKind::InvalidValue, ContextValue::String(text));
            if let Some(arg) = arg {
                error.insert(ContextKind::InvalidArg, ContextValue::String(arg.to_string()));
            }
            error.insert(ContextKind::ValidValue, ContextValue::Strings(names().collect()));
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Format::value_variants().iter().filter_map(ValueEnum::to_possible_value)))
    }
}

fn names() -> impl Iterator<Item = String> {
    let values = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    values.map(|value| value.get_name().to_owned())
}

/// The report that a value asks for; a file without a name is no file.
fn read(value: &OsStr) -> Option<Output> {
    let text = value.to_str()?;
    let (name, file) = match text.split_once('=') {
        Some((_, "")) => return None,
        Some((name, file)) => (name, Some(file)),
        None => (text, None),
    };
    let format = Format::from_str(name, false).ok()?;
    Some(Output { format, file: file.filter(|file| *file != "-").map(PathBuf::from) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_with_and_without_a_file() {
        let sarif = |file: Option<&str>| {
            Some(Output { format: Format::Sarif, file: file.map(PathBuf::from) })
        };
        assert_eq!(read(OsStr::new("sarif")), sarif(None));
        assert_eq!(read(OsStr::new("sarif=-")), sarif(None));
        assert_eq!(read(OsStr::new("sarif=a=b.json")), sarif(Some("a=b.json")));
        assert_eq!(read(OsStr::new("sarif=")), None);
        assert_eq!(read(OsStr::new("sari=x")), None);
    }
}
