//! Every provision of every source has a rule that enforces it or a reason why none does.

use naskah::inside::rule::coverage;
use naskah::inside::rule::pack::Nature;

use crate::common::REGISTRY;

#[test]
fn every_provision_has_a_rule_or_a_reason() {
    let packs = REGISTRY.packs().filter(|pack| pack.nature == Nature::Peraturan);
    // A pack without rules only says which days it judged.
    for pack in packs.filter(|pack| !pack.rules.is_empty()) {
        let table = coverage::provisions(pack)
            .unwrap_or_else(|| panic!("{}: no list of provisions", pack.id));
        let rows = table.unwrap_or_else(|faults| panic!("{}: {faults:#?}", pack.id));
        assert!(rows.len() > 5, "{}: only {} provisions", pack.id, rows.len());
    }
}

/// What tests/tools/ketentuan.py found when it compared the list with the text of the regulation.
#[test]
fn the_ministers_regulation_is_whole() {
    let pack = REGISTRY.get("permenimipas-8-2025").unwrap().unwrap();
    let rows = coverage::provisions(pack).unwrap().unwrap();
    let names: Vec<&str> = rows.iter().map(|row| row.clause.as_str()).collect();
    for number in (1..=44).filter(|number| *number != 40) {
        let article = format!("Pasal {number}");
        let of_it = |name: &&&str| **name == article || name.starts_with(&format!("{article} "));
        assert!(names.iter().any(|name| of_it(&name)), "no {article}");
    }
    assert!(!names.iter().any(|name| name.starts_with("Pasal 40")));
    assert_eq!(names.len(), 223);
}

#[test]
fn packs_follow_packs_that_exist() {
    for pack in REGISTRY.packs() {
        let after = pack.successor.as_ref().map(|after| after.pack.as_str());
        for other in pack.predecessor.as_deref().into_iter().chain(after) {
            assert!(REGISTRY.get(other).is_some(), "{}: no pack {other}", pack.id);
        }
    }
}
