//! The schemas of what offices write say in Indonesian what every key is for, and an independent
//! validator agrees with that of packs.

use std::path::PathBuf;

use naskah::rule::{Check, schema};
use regex::Regex;
use serde_json::Value;

use crate::common::{REGISTRY, python, root};

/// The properties and the options of a schema that say nothing of themselves, or not in Indonesian.
fn unsaid(schema: &Value, path: &str, english: &Regex, found: &mut Vec<String>) {
    let said = |one: &Value| {
        let text = one["description"].as_str().unwrap_or_default();
        text.len() > 2 && text.ends_with('.') && !english.is_match(text)
    };
    if let Some(keys) = schema["properties"].as_object() {
        // The name of a check kind is said by the kind as a whole.
        let tag = |key: &str, one: &Value| key == "jenis" && one["enum"].is_array();
        let mute = keys.iter().filter(|(key, one)| !said(one) && !tag(key, one));
        found.extend(mute.map(|(key, _)| format!("{path}.{key}")));
    }
    let options = schema["anyOf"].as_array().into_iter().flatten();
    let named = options.filter(|one| one["enum"].is_array() || one["properties"].is_object());
    found.extend(named.filter(|one| !said(one)).map(|one| format!("{path}: {one}")));
    match schema {
        Value::Object(body) => {
            body.iter()
                .for_each(|(key, one)| unsaid(one, &format!("{path}/{key}"), english, found));
        }
        Value::Array(list) => {
            let list = list.iter().enumerate();
            list.for_each(|(at, one)| unsaid(one, &format!("{path}/{at}"), english, found));
        }
        Value::String(text) if path.ends_with("/description") && english.is_match(text) => {
            found.push(format!("{path}: {text}"));
        }
        _ => {}
    }
}

#[test]
fn every_key_and_every_option_is_said_in_indonesian() {
    let english =
        Regex::new(r"(?i)\b(the|of|is|are|which|that|with|whether|what)\b").expect("pattern");
    let mut found = Vec::new();
    unsaid(&schema::schema(), "", &english, &mut found);
    unsaid(&naskah::kind::file_schema::schema(), "", &english, &mut found);
    unsaid(&naskah::config::schema::schema(), "", &english, &mut found);
    assert!(found.is_empty(), "{found:#?}");
    let words = REGISTRY.packs().flat_map(|pack| &pack.rules).flat_map(|rule| rule.check.words());
    let mute = words.filter(|word| word.meaning.len() < 3 || english.is_match(word.meaning));
    assert_eq!(mute.count(), 0);
}

#[test]
fn the_schema_knows_every_check_kind() {
    let schema = schema::schema();
    let kinds = schema["definitions"]["Check"]["anyOf"].as_array().expect("kinds");
    let name = |kind: &Value| kind["properties"]["jenis"]["enum"][0].as_str().map(str::to_owned);
    let names: Vec<String> = kinds.iter().filter_map(name).collect();
    assert_eq!(names, Check::KINDS);
}

fn validates(packs: &[PathBuf]) -> (bool, String) {
    let output = python("skema.py", std::iter::once(&root().join("schemas")).chain(packs));
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn an_independent_validator_passes_every_pack_and_no_mistyped_one() {
    let mut packs: Vec<PathBuf> =
        REGISTRY.ids().map(|id| root().join(format!("schemas/peraturan/{id}.toml"))).collect();
    let office = root().join("samples/kantor/peraturan");
    packs.extend(["kebiasaan-kantor", "pedoman-arsip"].map(|id| office.join(format!("{id}.toml"))));
    let (passed, said) = validates(&packs);
    assert!(passed && packs.len() >= 9, "{said}");
    let folder = tempfile::tempdir().expect("folder");
    let sound = std::fs::read_to_string(&packs[packs.len() - 2]).expect("pack");
    for (from, to) in [
        ("\nsifat ", "\nsift "),
        ("  = \"gaya\"", "  = \"habit\""),
        ("tingkat =", "tinkat ="),
        ("\"pola\"", "\"poola\""),
        ("cocok =", "cock ="),
        ("\"temuan\"", "\"ketemu\""),
    ] {
        assert!(sound.contains(from), "{from}");
        let path = folder.path().join("salah.toml");
        std::fs::write(&path, sound.replacen(from, to, 1)).expect("write");
        let (passed, said) = validates(&[path]);
        assert!(!passed && said.contains("Draft7Validator"), "{to} lolos: {said}");
    }
}
