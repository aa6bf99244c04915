//! What every type promises, whichever it is.

use super::{FieldType, Fit, Nature, Read};
use crate::kind::{Catalog, Field};
use crate::source::node::Node;
use crate::source::read;
use crate::wording::Bahasa;

fn field(type_name: &str) -> Field {
    let options = if type_name.contains("pilihan") { "pilihan = ['satu', 'dua']" } else { "" };
    toml::from_str(&format!("kunci = 'x'\ntipe = '{type_name}'\n{options}")).unwrap()
}

fn node(toml: &str) -> Node {
    let (root, faults) = read::read(&format!("x = {toml}\n"));
    assert!(faults.is_empty(), "{toml}: {faults:?}");
    root.get("x").unwrap().clone()
}

/// How a type reads a value, or the members of a list of it.
fn read(field: &Field, toml: &str) -> Read {
    let node = node(toml);
    match field.field_type() {
        FieldType::Daftar(inner) => {
            let member = node.members().first().cloned().unwrap_or(node);
            inner.home().read(field, &member, Bahasa::Indonesia)
        }
        other => other.home().read(field, &node, Bahasa::Indonesia),
    }
}

fn all() -> impl Iterator<Item = Field> {
    const LISTS: [&str; 3] = ["daftar<teks>", "daftar<tanggal>", "daftar<pilihan>"];
    FieldType::NAMES.iter().chain(&LISTS).map(|name| field(name))
}

#[test]
fn names_read_back() {
    for name in FieldType::NAMES {
        assert!(FieldType::parse(name).record().is_none(), "{name}");
        assert_eq!(FieldType::parse(&format!("daftar<{name}>")).member(), &FieldType::parse(name));
    }
}

#[test]
fn examples_blanks_and_answers_may_stand() {
    for field in all() {
        let home = field.field_type().home();
        let example = home.example(&field);
        assert_eq!(read(&field, &example).fit, Fit::Good, "{}: {example}", field.type_name);
        if let Some(blank) = home.blank(&field) {
            assert_eq!(read(&field, &blank.text).fit, Fit::Good, "{}: {blank:?}", field.type_name);
        }
        for answer in ["satu", "2 Maret 2026", "2 tahun", "2,2 cm", "12", "true", "\"a\\b\"", "…"]
        {
            if home.is_asked() && home.objection(&field, answer).is_none() {
                let said = home.answer(answer);
                assert_eq!(read(&field, &said).fit, Fit::Good, "{}: {said}", field.type_name);
            }
        }
    }
}

#[test]
fn every_type_refuses_something_but_lists() {
    for field in all() {
        let refused = ["1.5", "[[1]]", "{ y = 1 }"].into_iter().any(|toml| {
            field.field_type().home().read(&field, &node(toml), Bahasa::Indonesia).fit == Fit::Wrong
        });
        assert_eq!(
            refused,
            !matches!(field.field_type(), FieldType::Daftar(_)),
            "{}",
            field.type_name
        );
    }
}

#[test]
fn claims_are_the_same_as_values_without_a_blank_or_with_options() {
    for field in all().filter(|field| field.field_type().home().nature() == Nature::Claim) {
        let open = field.field_type().home().blank(&field).is_some();
        assert_eq!(open, *field.field_type() == FieldType::Pilihan, "{}", field.type_name);
    }
}

#[test]
fn embedded_kinds_give_examples_that_may_stand() {
    let catalog = Catalog::embedded();
    let mut count = 0;
    for kind in catalog.iter() {
        let all = kind.fields.iter().chain(kind.records.values().flatten());
        for field in all.filter(|field| field.field_type().record().is_none()) {
            let example = field.field_type().home().example(field);
            assert_eq!(read(field, &example).fit, Fit::Good, "{}: {example}", field.key);
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}
