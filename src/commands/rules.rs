//! `naskah rules`: the list, by regulation.

use std::fmt::Write as _;

use super::{print, settings};
use crate::cli::RulesArgs;
use crate::draft::shape::nearest;
use crate::error::{ExitStatus, Failure};
use crate::rule::{Pack, Registry};

pub(super) fn run(args: &RulesArgs) -> Result<ExitStatus, Failure> {
    let settings = settings::load(&args.settings, None, &[])?;
    let registry = &settings.registry;
    let packs: Vec<&Pack> = match &args.pack {
        None => registry.packs().collect(),
        Some(id) => vec![pack(registry, id)?],
    };
    let mut out = String::new();
    for pack in packs {
        list(pack, &mut out);
    }
    print(out.as_bytes())?;
    Ok(ExitStatus::Clean)
}

/// The pack of a name.
pub(super) fn pack<'a>(registry: &'a Registry, id: &str) -> Result<&'a Pack, Failure> {
    if let Some(Ok(pack)) = registry.get(id) {
        return Ok(pack);
    }
    let near = nearest(id, registry.ids());
    let known = registry.ids().collect::<Vec<_>>().join(", ");
    let remedy = near
        .map_or(format!("peraturan yang ada: {known}"), |near| format!("mungkin maksudnya {near}"));
    Err(Failure::general(format!("tidak ada peraturan \"{id}\""), remedy))
}

fn list(pack: &Pack, out: &mut String) {
    let _ = writeln!(out, "{} — {}", pack.id, pack.name);
    let width = pack.rules.iter().map(|rule| rule.id.code.len()).max().unwrap_or(0);
    for rule in &pack.rules {
        let clause = rule.clause.as_deref().unwrap_or("—");
        let level = rule.level.word();
        let _ = writeln!(out, "  {:width$}  {level:10}  {clause}", rule.id.code);
    }
    out.push('\n');
}
