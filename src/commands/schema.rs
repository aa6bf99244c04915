//! `naskah schema`: the JSON Schema of a kind, or of the files that an office writes.

use std::path::Path;

use serde_json::Value;

use super::voice::Voice;
use super::{options, print, print_bytes};
use crate::calendar::schema as calendars;
use crate::cli::{MadeArgs, SchemaArgs};
use crate::config::schema as configurations;
use crate::draft::shape::nearest;
use crate::error::{ExitStatus, Failure};
use crate::json_schema;
use crate::kind::{Catalog, Kind, file_schema as kinds, schema as drafts};
use crate::procedure::schema as procedures;
#[cfg(feature = "render")]
use crate::render::style::schema as styles;
use crate::rule::schema as packs;
use crate::sink;
use crate::words::command;

type MakeSchema = fn() -> Value;

/// The files that an office writes, by the names under which their schemas are asked for; no kind of
/// ours is called so.
const OFFICE_FILES: &[(&str, MakeSchema)] = &[
    ("paket", packs::schema),
    ("jenis", kinds::schema),
    ("konfigurasi", configurations::schema),
    ("prosedur", procedures::schema),
    ("kalender", calendars::schema),
    #[cfg(feature = "render")]
    ("gaya", styles::schema),
];

pub(super) fn write_schemas(args: &SchemaArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let wanted = &args.made.kind;
    let office_file = OFFICE_FILES.iter().find(|(name, _)| name == wanted);
    let schema = match office_file {
        Some((_, schema)) => schema(),
        None => drafts::schema(kind(&options::here(&args.settings, voice)?.catalog, wanted)?),
    };
    deliver(&args.made, &json_schema::text(&schema))?;
    Ok(ExitStatus::Clean)
}

/// The kind of a name.
pub(super) fn kind<'c>(catalog: &'c Catalog, id: &str) -> Result<&'c Kind, Failure> {
    catalog.get(id).ok_or_else(|| {
        let near = nearest(id, catalog.ids());
        let known = catalog.ids().collect::<Vec<_>>().join(", ");
        let remedy = match near {
            Some(near) => command::perhaps_and_known(near, known),
            None => command::known_kinds(known),
        };
        Failure::general(command::no_kind(id), remedy)
    })
}

/// The file that is asked for, if it is one.
pub(super) fn file(made: &MadeArgs) -> Option<&Path> {
    made.output.as_deref().filter(|path| path.as_os_str() != "-")
}

/// A text to a file, or to standard output.
pub(super) fn deliver(made: &MadeArgs, text: &str) -> Result<(), Failure> {
    match file(made) {
        Some(path) => Ok(sink::write_file(path, text.as_bytes(), made.force)?),
        None => print(text.as_bytes()),
    }
}

/// What is no text, likewise.
pub(super) fn deliver_bytes(made: &MadeArgs, bytes: &[u8]) -> Result<(), Failure> {
    match file(made) {
        Some(path) => Ok(sink::write_file(path, bytes, made.force)?),
        None => print_bytes(bytes),
    }
}
