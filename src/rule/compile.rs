//! From a pack's text to rules: names are unique, every rule cites its clause and has its examples.
//! All faults are reported at once, with their place in the pack; whether the rules fit the kinds
//! that they judge is the next question (`verify`).

mod rules;

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::pack::{PackFile, RuleFile, SuccessorFile};
use super::pack_text::{PackFault, PackText};
use super::verify::{self, Surroundings};
use super::{Pack, Successor};
use crate::assets;
use crate::draft::value;
use crate::finding::Place;
use crate::source::path::FieldPath;
use crate::source::{SourceFile, syntax};
use crate::words;

use rules::{Compiler, Head};

/// Compiles a pack without holding it against the kinds.
///
/// # Errors
/// Every fault that stands in the way of running it.
pub fn compile(name: &str, text: &str) -> Result<Pack, Vec<PackFault>> {
    let file = SourceFile::new(name, text);
    let text = PackText::new(&file);
    let compiled = Compiled::read(&file, &text);
    compiled.whole(Vec::new())
}

/// Compiles a pack and holds it against the kinds.
///
/// # Errors
/// Every fault that stands in the way of running it, or that lets a rule run to no purpose.
pub(crate) fn verified(
    file: &SourceFile,
    around: &Surroundings<'_>,
) -> Result<Pack, Vec<PackFault>> {
    let text = PackText::new(file);
    let compiled = Compiled::read(file, &text);
    let faults = compiled
        .pack
        .as_ref()
        .map_or_else(Vec::new, |pack| verify::faults(pack, &compiled.places, &text, around));
    compiled.whole(faults)
}

/// Compiles an embedded pack.
///
/// # Errors
/// Every fault that stands in the way of running it; the tests see to it that there is none.
pub(crate) fn compile_embedded(id: &str, text: &str) -> Result<Pack, Vec<PackFault>> {
    let name = format!("{id}.toml");
    let Some(mut head) = assets::read::<PackFile<RuleFile>>(&format!("schemas/peraturan/{name}"))
    else {
        return compile(&name, text);
    };
    let file = SourceFile::new(name, text);
    let text = PackText::new(&file);
    let rules = std::mem::take(&mut head.aturan);
    let mut compiler = Compiler::new(Head::new(&head), &text);
    for (at, mut rule) in rules.into_iter().enumerate() {
        let check = std::mem::replace(&mut rule.periksa, toml::Value::Boolean(false));
        let check = compiler.ready_check(at, check);
        compiler.rule(at, rule, check);
    }
    compiler.finish(Some(head)).whole(Vec::new())
}

/// A pack as far as it could be compiled.
struct Compiled {
    /// With the rules that have no fault; `None` when its head has one.
    pack: Option<Pack>,
    /// The index in the file of each of those rules.
    places: Vec<usize>,
    faults: Vec<PackFault>,
}

impl Compiled {
    /// Reads a pack from its text, so that every fault has its exact place.
    fn read(file: &SourceFile, text: &PackText<'_>) -> Self {
        let (root, errors) = DeTable::parse_recoverable(file.text());
        let mut faults: Vec<PackFault> =
            errors.iter().map(|error| shape_fault(text, error)).collect();
        if !faults.is_empty() {
            // A text with holes lacks what it may well have.
            return Self { pack: None, places: Vec::new(), faults };
        }
        let (head, rules) = parted(root);
        let head = PackFile::<toml::Value>::deserialize(Deserializer::from(head));
        let head = head.map_err(|error| faults.push(shape_fault(text, &error))).ok();
        // Rules are looked at even when the head is faulty: all that is wrong comes at once.
        let mut compiler = Compiler::new(head.as_ref().map_or_else(Head::default, Head::new), text);
        compiler.faults = faults;
        compiler.written_rules(rules);
        compiler.finish(head)
    }

    /// The pack, if neither it nor what it was held against has a fault.
    fn whole(self, others: Vec<PackFault>) -> Result<Pack, Vec<PackFault>> {
        let mut faults = self.faults;
        faults.extend(others);
        faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
        match self.pack {
            Some(pack) if faults.is_empty() => Ok(pack),
            _ => Err(faults),
        }
    }
}

/// The head of a pack and its rules.
fn parted(root: Spanned<DeTable<'_>>) -> (Spanned<DeTable<'_>>, Option<Spanned<DeValue<'_>>>) {
    let span = root.span();
    let mut table = root.into_inner();
    let rules = table.remove("aturan");
    (Spanned::new(span, table), rules)
}

/// A fault of shape where the parser or serde met it.
fn shape_fault(text: &PackText<'_>, error: &Error) -> PackFault {
    text.fault_at(error.span().unwrap_or(0..0), syntax::shape(error.message()))
}

impl Compiler<'_> {
    /// The pack of a head that could be read.
    fn finish<R>(mut self, head: Option<PackFile<R>>) -> Compiled {
        self.doubles();
        let pack = head.map(|head| self.pack(head));
        Compiled { pack, places: self.places, faults: self.faults }
    }

    fn pack<R>(&mut self, head: PackFile<R>) -> Pack {
        Pack {
            enacted: head.ditetapkan.and_then(|day| self.day("ditetapkan", &day)),
            effective: head.berlaku.and_then(|day| self.day("berlaku", &day)),
            successor: head.pengganti.and_then(|after| self.successor(after)),
            id: head.id,
            name: head.nama,
            short: head.singkatan,
            nature: head.sifat,
            source: head.sumber,
            predecessor: head.pendahulu,
            rules: std::mem::take(&mut self.rules),
            unchecked: OnceLock::new(),
        }
    }

    fn successor(&mut self, file: SuccessorFile) -> Option<Successor> {
        let since = self.day("pengganti.sejak", &file.sejak)?;
        Some(Successor { pack: file.paket, since, matter: file.bagi })
    }

    /// A day of the head. TOML has moments besides, which are none.
    fn day(&mut self, path: &str, moment: &toml::value::Datetime) -> Option<NaiveDate> {
        let day = value::from_toml(moment);
        if day.is_none() {
            let place = Place::value(FieldPath::parse(path));
            self.faults.push(self.text.fault(&place, words::pack::no_day()));
        }
        day
    }
}
