//! Every rule of every pack proves itself on its own examples.

use std::fmt::Write as _;

use naskah::engine::proof::prove;
use naskah::rule::compile::verify;

use crate::common::{CATALOG, REGISTRY, check};

#[test]
fn packs_compile_and_speak_of_known_fields() {
    let mut faults = REGISTRY.faults();
    for pack in REGISTRY.packs() {
        faults.extend(verify(pack, REGISTRY.text(&pack.id).unwrap_or_default(), &CATALOG));
    }
    let mut said = String::new();
    for fault in &faults {
        let at = fault.file.line_column(fault.span.start);
        let _ = writeln!(said, "{}:{}: {}", fault.file.name(), at.line, fault.message);
    }
    assert!(faults.is_empty(), "{said}");
    assert!(REGISTRY.packs().count() >= 4);
}

#[test]
fn examples_hold() {
    let mut wrong = String::new();
    for rule in REGISTRY.packs().flat_map(|pack| &pack.rules) {
        for (at, example) in rule.examples.iter().enumerate() {
            if let Err(fault) = prove(rule, example, &CATALOG, &REGISTRY) {
                let _ = writeln!(wrong, "{} contoh {}: {fault}", rule.id, at + 1);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_smallest_drafts_are_clean() {
    for kind in CATALOG.iter() {
        let text = CATALOG.file(&format!("{}/contoh.toml", kind.id)).expect("contoh.toml");
        let (_, checked) = check(text);
        assert!(checked.findings.is_empty(), "{}: {:#?}", kind.id, checked.findings);
    }
}
