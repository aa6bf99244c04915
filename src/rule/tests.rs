use super::{Registry, Rule, coverage};
use crate::finding::FORMAT;
use crate::kind::{Catalog, Kind};

/// The rules that can judge drafts of a kind which names no packs itself.
fn judging<'r>(kind: &Kind, registry: &'r Registry) -> impl Iterator<Item = &'r Rule> {
    let packs = std::iter::once(FORMAT).chain(kind.packs.iter().map(String::as_str));
    let packs: Vec<_> = packs.map(|id| registry.get(id).unwrap().unwrap()).collect();
    let rules = packs.into_iter().flat_map(|pack| &pack.rules);
    rules.filter(|rule| rule.when.admits(kind)).collect::<Vec<_>>().into_iter()
}

#[test]
fn rules_speak_the_language_of_every_kind_that_they_judge() {
    let (catalog, registry) = (Catalog::embedded(), Registry::embedded());
    let (mut silent, mut count) = (Vec::new(), 0);
    for kind in catalog.iter() {
        let language = kind.language.into();
        for rule in judging(kind, &registry) {
            let said = rule.message.exactly(language).is_some()
                && rule.help.as_ref().is_none_or(|help| help.exactly(language).is_some());
            if !said {
                silent.push(format!("{} judges {}", rule.id, kind.id));
            }
            count += 1;
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    assert!(count > 500, "{count}");
}

#[test]
fn what_no_rule_looks_at_is_counted_as_it_is_listed() {
    let registry = Registry::embedded();
    let mut listed = 0;
    for pack in registry.packs() {
        let Some(rows) = coverage::provisions(pack) else {
            assert_eq!(pack.unchecked(), None, "{}", pack.id);
            continue;
        };
        let excused = |row: &&coverage::Row| matches!(row.standing, coverage::Standing::Excused(_));
        let count = rows.unwrap().iter().filter(excused).count();
        assert_eq!(pack.unchecked(), Some(count), "{}", pack.id);
        listed += 1;
    }
    assert!(listed > 4);
}
