//! The rules of a pack, each read and looked at by itself, so that one bad rule hides no other.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeValue, ValueDeserializer};

use super::shape_fault;
use crate::finding::{Level, Place, RuleId};
use crate::rule::Rule;
use crate::rule::check::Check;
use crate::rule::declared::RuleFault;
use crate::rule::pack::{ExampleFile, LevelWord, Nature, Outcome, PackFile, RuleFile};
use crate::rule::pack_text::{PackFault, PackText};
use crate::rule::when::When;
use crate::source::path::FieldPath;
use crate::source::syntax;
use crate::words::{Language, Phrase, Translated, pack};

/// What rules take over from the head of their pack.
pub(super) struct Head {
    id: String,
    short: String,
    nature: Nature,
    /// Of what its rules say without naming a language.
    language: Language,
}

impl Head {
    pub(super) fn new<R>(file: &PackFile<R>) -> Self {
        Self {
            id: file.id.clone(),
            short: file.singkatan.clone(),
            nature: file.sifat,
            language: file.bahasa.into(),
        }
    }
}

impl Default for Head {
    /// Of a pack whose head cannot be read: what asks nothing more of its rules.
    fn default() -> Self {
        let (id, short) = (String::new(), String::new());
        Self { id, short, nature: Nature::Bentuk, language: Language::default() }
    }
}

/// Makes rules of what a file holds of them.
pub(super) struct Compiler<'a> {
    head: Head,
    pub(super) text: &'a PackText<'a>,
    /// The rules without a fault.
    pub(super) rules: Vec<Rule>,
    /// The index of each of them in the file.
    pub(super) places: Vec<usize>,
    /// What was found so far.
    pub(super) faults: Vec<PackFault>,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(head: Head, text: &'a PackText<'a>) -> Self {
        Self { head, text, rules: Vec::new(), places: Vec::new(), faults: Vec::new() }
    }

    fn fault(&mut self, at: usize, key: &str, message: Phrase) {
        let spot = Place::value(FieldPath::parse(key));
        self.rule_fault(at, RuleFault::at(spot, message));
    }

    fn rule_fault(&mut self, at: usize, fault: RuleFault) {
        self.faults.push(self.text.rule_fault(at, fault));
    }

    /// The rules of a text, each by itself, so that one bad rule hides no other.
    pub(super) fn written_rules(&mut self, rules: Option<Spanned<DeValue<'_>>>) {
        let Some(rules) = rules else { return };
        let span = rules.span();
        let DeValue::Array(list) = rules.into_inner() else {
            let fault = self.text.fault_at(span, pack::rules_no_tables());
            self.faults.push(fault);
            return;
        };
        for (at, rule) in list.into_iter().enumerate() {
            let check = self.written_check(at, &rule);
            match RuleFile::deserialize(ValueDeserializer::from(rule)) {
                Ok(file) if file.contoh.are_folded() => {
                    self.fault(at, "contoh", pack::examples_no_tables());
                }
                Ok(file) => self.rule(at, file, check),
                Err(error) => self.faults.push(shape_fault(self.text, &error)),
            }
        }
    }

    /// The check of a rule. One that is not there at all is missed when the rule is read.
    fn written_check(&mut self, at: usize, rule: &Spanned<DeValue<'_>>) -> Option<Check> {
        let DeValue::Table(rule) = rule.get_ref() else { return None };
        let check = rule.get("periksa")?.clone();
        let span = check.span();
        let DeValue::Table(mut parameters) = check.into_inner() else {
            self.fault(at, "periksa", pack::check_no_table());
            return None;
        };
        let kind = parameters.remove("jenis");
        let Some(DeValue::String(kind)) = kind.as_ref().map(Spanned::get_ref) else {
            self.fault(at, "periksa.jenis", pack::check_no_kind());
            return None;
        };
        let parameters = ValueDeserializer::from(Spanned::new(span, DeValue::Table(parameters)));
        let read = Check::read(kind, parameters);
        read.map_err(|error| match error.span() {
            Some(_) => self.faults.push(shape_fault(self.text, &error)),
            None => self.fault(at, "periksa.jenis", syntax::shape(error.message())),
        })
        .ok()
    }

    /// The check of a rule that the build has read.
    pub(super) fn ready_check(&mut self, at: usize, check: toml::Value) -> Option<Check> {
        let toml::Value::Table(mut parameters) = check else {
            self.fault(at, "periksa", pack::check_no_table());
            return None;
        };
        let Some(toml::Value::String(kind)) = parameters.remove("jenis") else {
            self.fault(at, "periksa.jenis", pack::check_no_kind());
            return None;
        };
        Check::read(&kind, toml::Value::Table(parameters))
            .map_err(|error| self.fault(at, "periksa", syntax::shape(error.message())))
            .ok()
    }

    pub(super) fn rule(&mut self, at: usize, file: RuleFile, check: Option<Check>) {
        let when = When::compile(&file.bila);
        let when = when.map_err(|all| all.into_iter().for_each(|one| self.rule_fault(at, one)));
        self.texts(at, &file);
        // Those of an embedded pack are held to this by the tests, not at every start.
        if !file.contoh.are_folded() {
            self.examples(at, file.contoh.all());
        }
        if let (Some(check), Ok(when)) = (check, when) {
            let rule = self.assemble(file, check, when);
            self.rules.push(rule);
            self.places.push(at);
        }
    }

    fn assemble(&self, file: RuleFile, check: Check, when: When) -> Rule {
        let Head { id, short, nature, language } = &self.head;
        let spoken = |said: Translated| said.in_file_of(*language);
        let citation = file.dasar.as_ref().map(|clause| format!("{short} {clause}"));
        Rule {
            id: RuleId::new(id, file.kode),
            citation: if *nature == Nature::Peraturan { citation } else { file.dasar.clone() },
            clause: file.dasar,
            enforces: file.menegakkan,
            level: level(file.tingkat),
            final_level: file.tingkat_final.map(level),
            house_style: *nature == Nature::Gaya,
            when,
            check,
            message: spoken(file.pesan).with_malay(file.pesan_ms),
            help: file.saran.map(|help| spoken(help).with_malay(file.saran_ms)),
            insert: file.sisip,
            reason: spoken(file.alasan),
            examples: file.contoh,
        }
    }

    fn texts(&mut self, at: usize, file: &RuleFile) {
        let nature = self.head.nature;
        let plain = |c: char| !(c.is_whitespace() || c.is_control() || c == '/');
        if file.kode.is_empty() || !file.kode.chars().all(plain) {
            self.fault(at, "kode", pack::code_no_word());
        }
        if nature == Nature::Peraturan && file.dasar.is_none() {
            self.fault(at, "kode", pack::no_clause());
        }
        let grave =
            file.tingkat == LevelWord::Galat || file.tingkat_final == Some(LevelWord::Galat);
        if nature == Nature::Gaya && grave {
            self.fault(at, "tingkat", pack::style_never_error());
        }
        if file.tingkat_final.is_some() && nature == Nature::Gaya {
            self.fault(at, "tingkat_final", pack::style_no_final_level());
        }
        if file.pesan.all().any(|(_, text)| text.ends_with('.') || text.is_empty()) {
            self.fault(at, "pesan", pack::message_full_stop());
        }
        // What stands in two places would be mended in one of them.
        let help = file.saran.as_ref().filter(|_| file.saran_ms.is_some());
        if file.pesan_ms.is_some() && file.pesan.is_by_language() {
            self.fault(at, "pesan_ms", pack::malay_twice("pesan"));
        }
        if help.is_some_and(Translated::is_by_language) {
            self.fault(at, "saran_ms", pack::malay_twice("saran"));
        }
    }

    fn examples(&mut self, at: usize, examples: &[ExampleFile]) {
        for (outcome, word) in [(Outcome::Temuan, "temuan"), (Outcome::Bersih, "bersih")] {
            if !examples.iter().any(|example| example.hasil == outcome) {
                self.fault(at, "kode", pack::no_example(word));
            }
        }
    }

    /// Two rules of one name: an exception could not tell them apart.
    pub(super) fn doubles(&mut self) {
        let mut seen = BTreeSet::new();
        let rules = self.rules.iter().zip(&self.places);
        let doubles: Vec<(usize, String)> = rules
            .filter(|(rule, _)| !seen.insert(rule.id.code.as_str()))
            .map(|(rule, at)| (*at, rule.id.code.clone()))
            .collect();
        for (at, code) in doubles {
            self.fault(at, "kode", pack::code_taken(code));
        }
    }
}

fn level(word: LevelWord) -> Level {
    match word {
        LevelWord::Galat => Level::Error,
        LevelWord::Peringatan => Level::Warning,
        LevelWord::Catatan => Level::Info,
    }
}
