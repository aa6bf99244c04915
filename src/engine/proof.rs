//! Rules proved on their own examples: a draft that must fail and a draft that must pass.

use super::check;
use crate::kind::Catalog;
use crate::rule::pack::{ExampleFile, Outcome};
use crate::rule::{Pack, PackFault, Registry, Rule, example};
use crate::source::SourceFile;

/// The examples of an office's packs that do not hold, each with its place in the pack. An example
/// takes a fifth of a millisecond, so that they are tried whenever such packs judge drafts.
pub fn faults(catalog: &Catalog, registry: &Registry) -> Vec<PackFault> {
    let packs = registry.own().filter_map(|id| registry.get(id)?.ok());
    packs.flat_map(|pack| pack_faults(pack, catalog, registry)).collect()
}

fn pack_faults(pack: &Pack, catalog: &Catalog, registry: &Registry) -> Vec<PackFault> {
    let mut found = Vec::new();
    for (at, rule) in pack.rules.iter().enumerate() {
        for (index, shown) in rule.examples.all().iter().enumerate() {
            if let Err(fault) = prove(rule, shown, catalog, registry) {
                let message = format!("contoh ini tidak cocok dengan aturannya: {fault}");
                found.extend(registry.example_fault(&pack.id, at, index, message));
            }
        }
    }
    found
}

/// Checks the draft of an example and holds the findings against what the example promises.
///
/// # Errors
/// What is otherwise, in one line.
pub fn prove(
    rule: &Rule,
    shown: &ExampleFile,
    catalog: &Catalog,
    registry: &Registry,
) -> Result<(), String> {
    let text = example::draft(shown, catalog)?;
    let checked = check(&SourceFile::new("contoh.toml", text), catalog, registry);
    let found = checked.findings.iter().filter(|finding| finding.rule == rule.id);
    let mut paths: Vec<String> = found.map(|finding| finding.path.to_string()).collect();
    paths.dedup();
    match (shown.hasil, paths.is_empty()) {
        (Outcome::Bersih, true) => Ok(()),
        (Outcome::Bersih, false) => {
            Err(format!("seharusnya bersih, ada temuan pada {}", paths.join(", ")))
        }
        (Outcome::Temuan, true) => {
            let mut others: Vec<String> =
                checked.findings.iter().map(|finding| finding.rule.to_string()).collect();
            others.dedup();
            let others = if others.is_empty() { "tidak ada".into() } else { others.join(", ") };
            Err(format!("seharusnya ada temuan; temuan lain: {others}"))
        }
        (Outcome::Temuan, false) => match &shown.di {
            Some(path) if !paths.contains(path) => {
                Err(format!("seharusnya pada {path}, temuannya pada {}", paths.join(", ")))
            }
            _ => Ok(()),
        },
    }
}
