//! `naskah rules`: the list, by regulation.

use std::fmt::Write as _;

use super::{options, print};
use crate::cli::RulesArgs;
use crate::draft::shape::nearest;
use crate::engine::proof::prove;
use crate::error::{ExitStatus, Failure};
use crate::report::harmless;
use crate::rule::coverage::{self, Standing};
use crate::rule::{Pack, Registry};
use crate::session::Settings;
use crate::words::Language;

pub(super) fn run(args: &RulesArgs) -> Result<ExitStatus, Failure> {
    let settings = options::here(&args.settings)?;
    let registry = &settings.registry;
    let packs: Vec<&Pack> = match &args.pack {
        // Those of the office, where it tries its own.
        None if args.uji && registry.own().next().is_some() => {
            registry.packs().filter(|pack| registry.own().any(|own| own == pack.id)).collect()
        }
        None => registry.packs().collect(),
        Some(id) => vec![pack(registry, id)?],
    };
    if args.uji {
        return proved(&packs, &settings);
    }
    let mut out = String::new();
    for pack in packs {
        if args.coverage {
            covered(pack, args.pack.is_some(), &mut out)?
        } else {
            list(pack, &mut out)
        }
    }
    print(harmless(&out).as_bytes())?;
    Ok(ExitStatus::Clean)
}

/// Runs the examples of every rule.
fn proved(packs: &[&Pack], settings: &Settings) -> Result<ExitStatus, Failure> {
    let (mut out, mut count, mut wrong) = (String::new(), 0, 0);
    for rule in packs.iter().flat_map(|pack| &pack.rules) {
        if rule.examples.all().is_empty() {
            wrong += 1;
            let _ = writeln!(out, "{}: tanpa contoh", rule.id);
        }
        for (at, example) in rule.examples.all().iter().enumerate() {
            count += 1;
            if let Err(fault) = prove(rule, example, &settings.catalog, &settings.registry) {
                wrong += 1;
                let fault = fault.text(Language::default());
                let _ = writeln!(out, "{} contoh {}: {fault}", rule.id, at + 1);
            }
        }
    }
    let _ = writeln!(out, "{count} contoh diuji, {wrong} tidak cocok");
    print(harmless(&out).as_bytes())?;
    Ok(if wrong == 0 { ExitStatus::Clean } else { ExitStatus::Findings })
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

/// The provisions of a pack's source. A pack without such a list has none to show.
fn covered(pack: &Pack, wanted: bool, out: &mut String) -> Result<(), Failure> {
    let Some(table) = coverage::provisions(pack) else {
        let remedy = "daftar ketentuan hanya ada bagi sifat = \"peraturan\"";
        let message = format!("tidak ada daftar ketentuan untuk \"{}\"", pack.id);
        return if wanted { Err(Failure::general(message, remedy)) } else { Ok(()) };
    };
    let rows = table.map_err(|faults| {
        Failure::general(format!("daftar ketentuan \"{}\" tidak benar", pack.id), faults.join("; "))
    })?;
    let _ = writeln!(out, "{} — {}", pack.id, pack.name);
    let width = rows.iter().map(|row| row.clause.chars().count()).max().unwrap_or(0);
    for row in &rows {
        let state = match &row.standing {
            Standing::Enforced(codes) => codes.join(", "),
            Standing::Excused(reason) => format!("— {reason}"),
            Standing::Parts => "(lihat bagiannya)".to_owned(),
            Standing::Open => "TANPA ATURAN DAN TANPA ALASAN".to_owned(),
        };
        let _ =
            writeln!(out, "  {:width$}  {}\n  {:width$}    {state}", row.clause, row.subject, "");
    }
    let enforced = rows.iter().filter(|row| matches!(row.standing, Standing::Enforced(_))).count();
    let excused = rows.iter().filter(|row| matches!(row.standing, Standing::Excused(_))).count();
    let _ = writeln!(out, "  {enforced} ketentuan ditegakkan, {excused} beralasan\n");
    Ok(())
}
