//! `naskah rules`: the list, by regulation.

use std::fmt::Write as _;

use super::voice::Voice;
use super::{options, print};
use crate::cli::RulesArgs;
use crate::draft::shape::nearest;
use crate::engine::proof::prove;
use crate::error::{ExitStatus, Failure};
use crate::report::harmless;
use crate::rule::coverage::{self, Standing};
use crate::rule::{Pack, Registry};
use crate::session::Settings;
use crate::words::{Argument, Language, Phrase, command, rules};

pub(super) fn list_rules(args: &RulesArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let settings = options::here(&args.settings, voice)?;
    let language = voice.language();
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
        return proved(&packs, &settings, language);
    }
    let mut out = String::new();
    for pack in packs {
        if args.coverage {
            covered(pack, args.pack.is_some(), language, &mut out)?
        } else {
            list(pack, language, &mut out)
        }
    }
    print(harmless(&out).as_bytes())?;
    Ok(ExitStatus::Clean)
}

/// Runs the examples of every rule.
fn proved(packs: &[&Pack], settings: &Settings, language: Language) -> Result<ExitStatus, Failure> {
    let (mut lines, mut count) = (Vec::new(), 0);
    for rule in packs.iter().flat_map(|pack| &pack.rules) {
        let examples = rule.examples.all();
        if examples.is_empty() {
            lines.push(rules::no_example(&rule.id));
        }
        for (at, example) in examples.iter().enumerate() {
            count += 1;
            if let Err(fault) = prove(rule, example, &settings.catalog, &settings.registry) {
                lines.push(rules::example(&rule.id, at + 1, fault));
            }
        }
    }
    let wrong = lines.len();
    lines.push(rules::proved(count, wrong));
    let lines: Vec<String> = lines.iter().map(|line| line.text(language) + "\n").collect();
    print(harmless(&lines.concat()).as_bytes())?;
    Ok(if wrong == 0 { ExitStatus::Clean } else { ExitStatus::Findings })
}

/// The pack of a name.
pub(super) fn pack<'a>(registry: &'a Registry, id: &str) -> Result<&'a Pack, Failure> {
    if let Some(Ok(pack)) = registry.get(id) {
        return Ok(pack);
    }
    let known = || command::known_packs(Argument::list(registry.ids(), ", "));
    let remedy = nearest(id, registry.ids()).map_or_else(known, command::perhaps);
    Err(Failure::general(command::no_pack(id), remedy))
}

fn list(pack: &Pack, language: Language, out: &mut String) {
    let _ = writeln!(out, "{} — {}", pack.id, pack.name);
    let width = pack.rules.iter().map(|rule| rule.id.code.len()).max().unwrap_or(0);
    for rule in &pack.rules {
        let clause = rule.clause.as_deref().unwrap_or("—");
        let level = rule.level.word(language);
        let _ = writeln!(out, "  {:width$}  {level:10}  {clause}", rule.id.code);
    }
    out.push('\n');
}

/// The provisions of a pack's source. A pack without such a list has none to show.
fn covered(pack: &Pack, wanted: bool, language: Language, out: &mut String) -> Result<(), Failure> {
    let Some(table) = coverage::provisions(pack) else {
        let nothing =
            Failure::general(command::no_provisions(&pack.id), command::no_provisions_fix());
        return if wanted { Err(nothing) } else { Ok(()) };
    };
    let rows = table.map_err(|faults| {
        let faults = Phrase::verbatim(Argument::list(faults, "; "));
        Failure::general(command::bad_provisions(&pack.id), faults)
    })?;
    let _ = writeln!(out, "{} — {}", pack.id, pack.name);
    let width = rows.iter().map(|row| row.clause.chars().count()).max().unwrap_or(0);
    for row in &rows {
        let state = standing(&row.standing).text(language);
        let _ =
            writeln!(out, "  {:width$}  {}\n  {:width$}    {state}", row.clause, row.subject, "");
    }
    let enforced = rows.iter().filter(|row| matches!(row.standing, Standing::Enforced(_))).count();
    let excused = rows.iter().filter(|row| matches!(row.standing, Standing::Excused(_))).count();
    let _ = writeln!(out, "  {}\n", rules::covered(enforced, excused).text(language));
    Ok(())
}

/// What becomes of a provision.
fn standing(standing: &Standing) -> Phrase {
    match standing {
        Standing::Enforced(codes) => Phrase::verbatim(codes.join(", ")),
        Standing::Excused(reason) => Phrase::verbatim(format!("— {reason}")),
        Standing::Parts => rules::see_parts(),
        Standing::Open => rules::open(),
    }
}
