//! Every rule of every pack proves itself on its own examples.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use naskah::inside::engine::proof::prove;
use naskah::inside::finding::{Builtin, FORMAT, Level};
use naskah::inside::rule::compile::compile;
use naskah::inside::rule::pack::{ExampleFile, Nature};
use naskah::inside::rule::{Check, Pack, Scope, example};
use naskah::inside::words::Language;

use crate::common::{CATALOG, REGISTRY, check};

#[test]
fn packs_compile_and_speak_of_known_fields() {
    let mut faults = REGISTRY.faults();
    for pack in REGISTRY.packs() {
        let text = REGISTRY.text(&pack.id).unwrap_or_default();
        faults.extend(REGISTRY.verify(&pack.id, &CATALOG));
        // As an office's pack is compiled, so with nothing taken on trust.
        match compile(&format!("{}.toml", pack.id), text) {
            Ok(read) => assert_eq!(told(&read), told(pack), "{}", pack.id),
            Err(found) => faults.extend(found),
        }
    }
    let mut said = String::new();
    for fault in &faults {
        let at = fault.file.line_column(fault.span.start);
        let words = fault.message.text(Language::Indonesian);
        let _ = writeln!(said, "{}:{}: {words}", fault.file.name(), at.line);
    }
    assert!(faults.is_empty(), "{said}");
    assert!(REGISTRY.packs().count() >= 4);
}

/// What the rules of a pack say, with their examples.
fn told(pack: &Pack) -> String {
    let mut out = String::new();
    for rule in &pack.rules {
        let said = (&rule.message, &rule.reason, &rule.citation, rule.level, rule.check.name());
        let _ = writeln!(out, "{} {:?} {said:?}", rule.id, rule.when);
        for ExampleFile { hasil, jenis, ubah, teks, di, pada } in rule.examples.all() {
            let changes: Vec<_> = ubah.iter().map(|(key, value)| (key, dateless(value))).collect();
            let _ = writeln!(out, "{hasil:?} {jenis:?} {changes:?} {teks:?} {di:?} {pada:?}");
        }
    }
    out
}

/// A value of a pack that is read rule by rule: its dates are texts, which drafts may write as well.
fn dateless(value: &toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.iter().map(dateless).collect::<Vec<_>>().into(),
        toml::Value::Table(table) => {
            let entries = table.iter().map(|(key, value)| (key.clone(), dateless(value)));
            toml::Value::Table(entries.collect())
        }
        other => other.clone(),
    }
}

#[test]
fn kinds_are_judged_by_packs_that_exist() {
    for kind in CATALOG.iter() {
        for pack in &kind.packs {
            assert!(REGISTRY.get(pack).is_some(), "{}: no pack {pack}", kind.id);
        }
    }
}

/// A code without a rule would drop its finding, and a rule without a code would never speak.
#[test]
fn what_rust_reports_itself_has_its_rule_and_the_other_way_round() {
    let by_rust = |name: &str| name == "bawaan";
    for defect in Builtin::ALL {
        let rule = REGISTRY.builtin(*defect).unwrap_or_else(|| panic!("no {}", defect.code()));
        assert!(by_rust(rule.check.name()), "{}", rule.id);
        assert_eq!(Builtin::named(&rule.id), Some(*defect));
    }
    let rules = REGISTRY.packs().flat_map(|pack| &pack.rules);
    let rules: Vec<_> = rules.filter(|rule| by_rust(rule.check.name())).collect();
    assert!(rules.iter().all(|rule| rule.id.pack == FORMAT));
    assert_eq!(rules.len(), Builtin::ALL.len(), "a rule of a code that nothing reports");
}

/// A placeholder that a check promises is filled by each of its hits, and it gives no other.
#[test]
fn checks_give_the_words_that_they_promise() {
    let mut met = BTreeSet::new();
    for rule in REGISTRY.packs().flat_map(|pack| &pack.rules) {
        let empty = rule.check.empty_words();
        let words: Vec<&str> = rule.check.words().iter().map(|word| word.name).collect();
        for shown in rule.examples.all() {
            let text = example::draft(shown, &CATALOG).expect("an example");
            let reading = naskah::inside::draft::read(&text, &CATALOG);
            let Some(draft) = reading.draft.filter(|draft| rule.when.holds(draft)) else {
                continue;
            };
            for hit in rule.check.hits(&Scope::new(&draft, &CATALOG)) {
                met.insert(rule.check.name());
                let given: Vec<&str> = hit.words.iter().map(|(name, _)| *name).collect();
                assert!(given.iter().all(|name| words.contains(name)), "{} {given:?}", rule.id);
                let mut full = words.iter().filter(|name| !empty.contains(name));
                assert!(full.all(|name| given.contains(name)), "{} {given:?}", rule.id);
                let filled = |name: &&str| {
                    let mut words = hit.words.iter().filter(|(n, _)| n == name);
                    words.any(|(_, word)| !word.text(Language::Indonesian).is_empty())
                };
                assert!(!empty.iter().any(filled), "{}", rule.id);
            }
        }
    }
    let known: BTreeSet<&str> =
        Check::KINDS.iter().copied().filter(|one| *one != "bawaan").collect();
    let unmet: Vec<_> = known.difference(&met).collect();
    assert!(unmet.is_empty(), "no example of a rule makes these checks speak: {unmet:?}");
}

#[test]
fn examples_hold() {
    let mut wrong = String::new();
    for rule in REGISTRY.packs().flat_map(|pack| &pack.rules) {
        for (at, example) in rule.examples.all().iter().enumerate() {
            if let Err(fault) = prove(rule, example, &CATALOG, &REGISTRY) {
                let fault = fault.text(Language::Indonesian);
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

/// Only a source in force makes an error: house style never does, in whatever stage a draft is, and
/// what cites nothing is a matter of the format alone.
#[test]
fn house_style_is_never_an_error() {
    for pack in REGISTRY.packs() {
        for rule in &pack.rules {
            let grave = [Some(rule.level), rule.final_level].contains(&Some(Level::Error));
            let lawful = match pack.nature {
                Nature::Gaya => false,
                Nature::Peraturan => rule.citation.is_some() && pack.source.is_some(),
                Nature::Bentuk => true,
            };
            assert!(!grave || lawful, "{}", rule.id);
            assert_eq!(rule.house_style, pack.nature == Nature::Gaya, "{}", rule.id);
        }
    }
}

/// A pack of an office cannot make its habits errors either.
#[test]
fn a_pack_of_habits_with_an_error_is_refused() {
    let pack = |level: &str| {
        format!(
            "id = \"kantor\"\nnama = \"Kebiasaan\"\nsingkatan = \"Kebiasaan\"\nsifat = \"gaya\"\n\
             [[aturan]]\nkode = \"x\"\n{level}\nperiksa = {{ jenis = \"residu\" }}\npesan = \"y\"\n\
             alasan = \"z\"\n[[aturan.contoh]]\nhasil = \"temuan\"\nteks = \"\"\n\
             [[aturan.contoh]]\nhasil = \"bersih\"\nteks = \"\"\n"
        )
    };
    let faults = |level: &str| compile("kantor.toml", &pack(level)).err().unwrap_or_default().len();
    assert_eq!(faults("tingkat = \"peringatan\""), 0);
    assert_eq!(faults("tingkat = \"galat\""), 1);
    assert!(faults("tingkat = \"catatan\"\ntingkat_final = \"galat\"") > 0);
}
