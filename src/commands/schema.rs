//! `naskah schema`: the JSON Schema of a kind, or of packs.

use std::path::Path;

use super::voice::Voice;
use super::{options, print};
use crate::cli::{MadeArgs, SchemaArgs};
use crate::draft::shape::nearest;
use crate::error::{ExitStatus, Failure};
use crate::kind::{Catalog, Kind, schema};
use crate::rule::schema as pack_schema;
use crate::sink;
use crate::words::command;

/// The name under which the schema of packs is asked for; no kind of ours is called so.
const PACK: &str = "paket";

pub(super) fn run(args: &SchemaArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    if args.made.kind == PACK {
        deliver(&args.made, &pack_schema::text())?;
        return Ok(ExitStatus::Clean);
    }
    let settings = options::here(&args.settings, voice)?;
    let text = schema::text(kind(&settings.catalog, &args.made.kind)?);
    deliver(&args.made, &text)?;
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
