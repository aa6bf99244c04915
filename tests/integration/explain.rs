//! `naskah rules` and `naskah explain`: all of it read from the packs.

use naskah::inside::rule::pack::Outcome;
use naskah::inside::words::Language;

use crate::common::{REGISTRY, root, run_in, snapshot};

/// What is explained when nobody chooses a language.
const SAID: Language = Language::Indonesian;

#[test]
fn rules_lists_every_rule_under_its_regulation() {
    let all = run_in(root(), "rules").code(0).out;
    let mut parts = String::new();
    for pack in REGISTRY.packs() {
        let one = run_in(root(), &format!("rules {}", pack.id)).code(0).out;
        assert!(one.starts_with(&format!("{} — {}\n", pack.id, pack.name)), "{one}");
        let lines: Vec<&str> = one.lines().skip(1).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), pack.rules.len());
        for (line, rule) in lines.iter().zip(&pack.rules) {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(words[..2], [rule.id.code.as_str(), &rule.level.word(SAID)], "{line}");
            assert_eq!(words[2..].join(" "), rule.clause.as_deref().unwrap_or("—"), "{line}");
        }
        parts.push_str(&one);
    }
    assert_eq!(all, parts);
    assert_eq!(REGISTRY.packs().count(), REGISTRY.ids().count());
}

#[test]
fn explain_says_all_of_every_rule() {
    for rule in REGISTRY.packs().flat_map(|pack| &pack.rules) {
        let text = run_in(root(), &format!("explain {}", rule.id)).code(0).out;
        let pack = REGISTRY.packs().find(|pack| pack.id == rule.id.pack).expect("pack");
        let level = rule.level.word(SAID);
        let (message, reason) = (rule.message_in(SAID), rule.reason_in(SAID).trim());
        let parts = [message, reason, &pack.name, &level];
        let clause = rule.clause.as_deref().into_iter();
        let help = rule.help_in(SAID).into_iter();
        let insert = rule.insert.as_deref().into_iter().flat_map(str::lines);
        for part in parts.into_iter().chain(clause).chain(help).chain(insert) {
            assert!(text.contains(part), "{}: {part} tidak ada:\n{text}", rule.id);
        }
        let count =
            |outcome| rule.examples.all().iter().filter(|example| example.hasil == outcome).count();
        let (wrong, right) = (count(Outcome::Temuan), count(Outcome::Bersih));
        assert!(wrong > 0 && right > 0, "{}", rule.id);
        assert_eq!(text.matches("\nContoh yang salah:\n").count(), wrong, "{text}");
        assert_eq!(text.matches("\nContoh yang benar:\n").count(), right, "{text}");
    }
}

#[test]
fn explain_looks_as_it_always_did() {
    for rule in ["permenimipas-8-2025/pendanaan-tidak-dimuat", "toml-tidak-sah", "hari-tidak-cocok"]
    {
        let text = run_in(root(), &format!("explain {rule}")).code(0).out;
        snapshot(&format!("explain-{}", rule.rsplit('/').next().unwrap_or(rule)), &text);
    }
}

#[test]
fn an_unknown_rule_names_the_nearest() {
    let near = "mungkin maksudnya pendanaan-tidak-dimuat";
    for name in ["pendanaan-tidak-dimua", "permenimipas-8-2025/pendanaan-tak-dimuat"] {
        run_in(root(), &format!("explain {name}"))
            .refused(&[&format!("tidak ada aturan \"{name}\""), near]);
    }
    run_in(root(), "explain sama-sekali-lain-daripada-semuanya").refused(&["naskah rules"]);
    run_in(root(), "rules sop-kdn-ik").refused(&["mungkin maksudnya sop-kdn-ika"]);
    run_in(root(), "rules xyz")
        .refused(&["peraturan yang ada: bentuk, berkas-kerja-sama, permenimipas-8-2025"]);
}
