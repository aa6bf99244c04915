//! Rules proved on their own examples: a draft that must fail and a draft that must pass.

use super::check_on;
use crate::finding::{Finding, RuleId};
use crate::kind::Catalog;
use crate::kind::value::from_toml;
use crate::rule::pack::{ExampleFile, Outcome};
use crate::rule::{Pack, PackFault, Registry, Rule, example};
use crate::source::SourceFile;
use crate::words::{self, Argument, Phrase};

/// The examples of an office's packs that do not hold, each with its place in the pack. An example
/// takes a fifth of a millisecond, so that they are tried whenever such packs judge drafts.
pub(crate) fn faults(catalog: &Catalog, registry: &Registry) -> Vec<PackFault> {
    let packs = registry.own().filter_map(|id| registry.get(id)?.ok());
    packs.flat_map(|pack| pack_faults(pack, catalog, registry)).collect()
}

fn pack_faults(pack: &Pack, catalog: &Catalog, registry: &Registry) -> Vec<PackFault> {
    let mut found = Vec::new();
    for (at, rule) in pack.rules.iter().enumerate() {
        for (index, shown) in rule.examples.all().iter().enumerate() {
            if let Err(fault) = prove(rule, shown, catalog, registry) {
                let message = words::example::fails(fault);
                found.extend(registry.example_fault(&pack.id, at, index, message));
            }
        }
    }
    found
}

/// Checks the draft of an example and holds the findings against what the example promises.
///
/// # Errors
/// What is otherwise.
pub fn prove(
    rule: &Rule,
    shown: &ExampleFile,
    catalog: &Catalog,
    registry: &Registry,
) -> Result<(), Phrase> {
    let text = example::draft(shown, catalog)?;
    let today = shown.pada.as_ref().and_then(from_toml);
    let checked = check_on(today, &SourceFile::new("contoh.toml", text), catalog, registry);
    let found = checked.findings.iter().filter(|finding| finding.rule == rule.id);
    let mut paths: Vec<String> = found.map(|finding| finding.path.to_string()).collect();
    paths.dedup();
    let places = || Argument::list(&paths, ", ");
    match (shown.hasil, paths.is_empty()) {
        (Outcome::Bersih, true) => Ok(()),
        (Outcome::Bersih, false) => Err(words::example::not_clean(places())),
        (Outcome::Temuan, true) => Err(words::example::nothing_found(rules(&checked.findings))),
        (Outcome::Temuan, false) => match &shown.di {
            Some(path) if !paths.contains(path) => {
                Err(words::example::found_elsewhere(path, places()))
            }
            _ => Ok(()),
        },
    }
}

/// The rules that found something.
fn rules(findings: &[Finding]) -> Argument {
    let mut rules: Vec<&RuleId> = findings.iter().map(|finding| &finding.rule).collect();
    rules.dedup();
    if rules.is_empty() {
        return words::example::no_others().into();
    }
    Argument::list(rules, ", ")
}
