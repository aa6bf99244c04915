//! From a pack's text to rules: paths exist, patterns build, names are unique, every rule cites its
//! clause and has its examples. All faults are reported at once, with their place in the pack.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::Error as _;

use super::check::Check;
use super::pack::{ExampleFile, LevelWord, Nature, Outcome, PackFile, RuleFile, SuccessorFile};
use super::when::When;
use super::{Pack, Rule, Successor};
use crate::assets;
use crate::draft::value;
use crate::finding::{Level, RuleId};
use crate::kind::{Catalog, Kind};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::source::{SourceFile, Span, read, said};

/// A fault in a pack.
#[derive(Clone, Debug)]
pub struct PackFault {
    /// The pack's text.
    pub file: SourceFile,
    /// Where.
    pub span: Span,
    /// What.
    pub message: String,
}

/// Compiles a pack without holding its paths against the kinds.
///
/// # Errors
/// Every fault that stands in the way of running it.
pub fn compile(name: &str, text: &str) -> Result<Pack, Vec<PackFault>> {
    let file = SourceFile::new(name, text);
    let head: PackFile = toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        vec![PackFault { file: file.clone(), span, message: said::shape(error.message()) }]
    })?;
    compile_read(file, head, |value| {
        let rule = RuleFile::deserialize(value)?;
        let folded = rule.contoh.are_folded();
        if folded { Err(toml::de::Error::custom("contoh harus berupa daftar")) } else { Ok(rule) }
    })
}

/// Compiles an embedded pack.
///
/// # Errors
/// Every fault that stands in the way of running it; the tests see to it that there is none.
pub fn compile_embedded(id: &str, text: &str) -> Result<Pack, Vec<PackFault>> {
    let name = format!("{id}.toml");
    match assets::read::<PackFile<RuleFile>>(&format!("schemas/peraturan/{name}")) {
        Some(head) => compile_read(SourceFile::new(name, text), head, Ok),
        None => compile(&name, text),
    }
}

/// `read` makes a rule of what the file holds of it.
fn compile_read<R>(
    file: SourceFile,
    mut head: PackFile<R>,
    read: impl Fn(R) -> Result<RuleFile, toml::de::Error>,
) -> Result<Pack, Vec<PackFault>> {
    let rules = std::mem::take(&mut head.aturan).into_iter().map(read).enumerate();
    let mut compiler = Compiler {
        file,
        id: &head.id,
        short: &head.singkatan,
        nature: head.sifat,
        root: OnceCell::new(),
        faults: Vec::new(),
    };
    let rules: Vec<Rule> = rules.filter_map(|(at, file)| compiler.rule(at, file)).collect();
    compiler.unique(&rules);
    if !compiler.faults.is_empty() {
        return Err(compiler.faults);
    }
    Ok(Pack {
        enacted: head.ditetapkan.as_ref().and_then(value::from_toml),
        successor: head.pengganti.as_ref().and_then(successor),
        id: head.id,
        name: head.nama,
        short: head.singkatan,
        nature: head.sifat,
        source: head.sumber,
        predecessor: head.pendahulu,
        rules,
    })
}

fn successor(file: &SuccessorFile) -> Option<Successor> {
    let since = value::from_toml(&file.sejak)?;
    Some(Successor { pack: file.paket.clone(), since, matter: file.bagi.clone() })
}

/// Holds a compiled pack against the kinds that its rules judge, and builds its patterns: what a
/// pack from outside goes through, and ours in the tests.
pub fn verify(pack: &Pack, text: &str, catalog: &Catalog) -> Vec<PackFault> {
    let file = SourceFile::new(format!("{}.toml", pack.id), text);
    let (root, _) = read::read(text);
    let mut faults = Vec::new();
    for (at, rule) in pack.rules.iter().enumerate() {
        let span = span_of(&root, at, "periksa");
        if let Some(message) = rule.check.fault() {
            faults.push(PackFault { file: file.clone(), span: span.clone(), message });
        }
        let paths = rule.check.paths().into_iter().map(FieldPath::parse);
        for path in paths.chain(rule.when.paths().into_iter().cloned()) {
            if !judged(rule, catalog).any(|kind| knows(kind, &path)) {
                let message = format!("tidak ada jenis naskah dengan bidang \"{path}\"");
                faults.push(PackFault { file: file.clone(), span: span.clone(), message });
            }
        }
    }
    faults
}

/// The kinds that a rule can judge.
pub fn judged<'a>(rule: &'a Rule, catalog: &'a Catalog) -> impl Iterator<Item = &'a Kind> {
    catalog.iter().filter(|kind| {
        let family = kind.family.as_deref();
        rule.when.kinds().is_none_or(|ids| ids.contains(&kind.id))
            && rule
                .when
                .families()
                .is_none_or(|all| all.iter().any(|one| Some(one.as_str()) == family))
    })
}

fn knows(kind: &Kind, path: &FieldPath) -> bool {
    let keys: Vec<&str> = path.keys().collect();
    kind.find(&keys).is_some()
}

struct Compiler<'a> {
    file: SourceFile,
    id: &'a str,
    short: &'a str,
    nature: Nature,
    root: OnceCell<Node>,
    faults: Vec<PackFault>,
}

impl Compiler<'_> {
    fn rule(&mut self, at: usize, file: Result<RuleFile, toml::de::Error>) -> Option<Rule> {
        let mut file = match file {
            Ok(file) => file,
            Err(error) => {
                self.fault(at, "kode", said::shape(error.message()));
                return None;
            }
        };
        let check = std::mem::replace(&mut file.periksa, toml::Value::Boolean(false));
        let check = match Check::deserialize(check) {
            Ok(check) => check,
            Err(error) => {
                self.fault(at, "periksa", said::shape(error.message()));
                return None;
            }
        };
        let when = When::compile(&file.bila).map_err(|message| self.fault(at, "bila", message));
        self.texts(at, &file);
        // Those of an embedded pack are held to this by the tests, not at every start.
        if !file.contoh.are_folded() {
            self.examples(at, file.contoh.all());
        }
        Some(self.assemble(file, check, when.ok()?))
    }

    fn assemble(&self, file: RuleFile, check: Check, when: When) -> Rule {
        let citation = file.dasar.as_ref().map(|clause| format!("{} {clause}", self.short));
        Rule {
            id: RuleId::new(self.id, file.kode),
            citation: if self.nature == Nature::Peraturan { citation } else { file.dasar.clone() },
            clause: file.dasar,
            level: level(file.tingkat),
            final_level: file.tingkat_final.map(level),
            house_style: self.nature == Nature::Gaya,
            when,
            check,
            message: file.pesan,
            message_ms: file.pesan_ms,
            help: file.saran,
            help_ms: file.saran_ms,
            insert: file.sisip,
            reason: file.alasan,
            examples: file.contoh,
        }
    }

    fn texts(&mut self, at: usize, file: &RuleFile) {
        let nature = self.nature;
        if nature == Nature::Peraturan && file.dasar.is_none() {
            self.fault(at, "kode", "aturan tanpa dasar; sebut pasalnya".to_owned());
        }
        let grave =
            file.tingkat == LevelWord::Galat || file.tingkat_final == Some(LevelWord::Galat);
        if nature == Nature::Gaya && grave {
            self.fault(at, "tingkat", "gaya kantor tidak pernah galat".to_owned());
        }
        if file.tingkat_final.is_some() && nature == Nature::Gaya {
            self.fault(at, "tingkat_final", "gaya kantor tidak mengenal tingkat_final".to_owned());
        }
        if file.pesan.ends_with('.') || file.pesan.is_empty() {
            self.fault(at, "pesan", "pesan tanpa titik di ujungnya".to_owned());
        }
    }

    fn examples(&mut self, at: usize, examples: &[ExampleFile]) {
        for (outcome, word) in [(Outcome::Temuan, "temuan"), (Outcome::Bersih, "bersih")] {
            if !examples.iter().any(|example| example.hasil == outcome) {
                self.fault(at, "kode", format!("aturan tanpa contoh dengan hasil = \"{word}\""));
            }
        }
    }

    fn unique(&mut self, rules: &[Rule]) {
        let mut seen = BTreeSet::new();
        for (at, rule) in rules.iter().enumerate() {
            if !seen.insert(&rule.id.code) {
                self.fault(at, "kode", format!("kode \"{}\" sudah dipakai", rule.id.code));
            }
        }
    }

    fn fault(&mut self, at: usize, key: &str, message: String) {
        // A sound pack never gets here, so its places are not worth a parse beforehand.
        let root = self.root.get_or_init(|| read::read(self.file.text()).0);
        let span = span_of(root, at, key);
        self.faults.push(PackFault { file: self.file.clone(), span, message });
    }
}

/// Where a key of a rule stands in the pack; the rule's header when it has no such key.
fn span_of(root: &Node, at: usize, key: &str) -> Span {
    let path = FieldPath::root().key("aturan").index(at);
    let node = root.at(&path.key(key)).or_else(|| root.at(&path));
    node.map_or(0..0, |node| node.span.clone())
}

fn level(word: LevelWord) -> Level {
    match word {
        LevelWord::Galat => Level::Error,
        LevelWord::Peringatan => Level::Warning,
        LevelWord::Catatan => Level::Info,
    }
}
