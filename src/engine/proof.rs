//! Rules proved on their own examples: a draft that must fail and a draft that must pass.

use super::check;
use crate::kind::Catalog;
use crate::rule::pack::{ExampleFile, Outcome};
use crate::rule::{Registry, Rule, example};
use crate::source::SourceFile;

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
