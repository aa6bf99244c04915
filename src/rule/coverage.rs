//! Every provision of a source, with the rules that enforce it or the reason why none does.
//!
//! `schemas/cakupan/<id>.toml` lists the provisions and the reasons; which rules enforce which
//! provision is read from the rules' own `dasar`, so that no fact is typed twice.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::clause::{self, Clause};
use super::{Pack, Rule};
use crate::assets;
use crate::source::syntax;
use crate::words::{Phrase, rules};

/// `schemas/cakupan/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    /// The reasons, each under a name.
    alasan: BTreeMap<String, String>,
    ketentuan: Vec<ProvisionFile>,
}

/// A provision as it is written; its lettered or numbered parts stand in it, in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionFile {
    dasar: String,
    pokok: String,
    #[serde(default)]
    huruf: Vec<String>,
    #[serde(default)]
    angka: Vec<String>,
    /// Why none of it is enforced: the name of a reason.
    alasan: Option<String>,
    /// The same for single parts: `{ b = "…" }`.
    #[serde(default)]
    alasan_bagian: BTreeMap<String, String>,
}

impl ProvisionFile {
    /// How many reasons there are for it and its parts, which take over that of the whole.
    fn excused(&self) -> usize {
        let marks = self.marks();
        match &self.alasan {
            Some(_) => 1 + marks.count(),
            None => marks.filter(|mark| self.alasan_bagian.contains_key(mark)).count(),
        }
    }

    /// The marks of its parts.
    fn marks(&self) -> impl Iterator<Item = String> {
        let letters = self.huruf.iter().zip('a'..='z').map(|(_, letter)| letter.to_string());
        letters.chain((1..=self.angka.len()).map(|number| number.to_string()))
    }
}

/// A provision with what became of it.
#[derive(Clone, Debug)]
pub struct Row {
    /// `Pasal 21 huruf f`.
    pub clause: String,
    /// What it is about.
    pub(crate) subject: String,
    /// Where it stands.
    pub(crate) standing: Standing,
}

/// What became of a provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The codes of the rules that enforce it.
    Enforced(Vec<String>),
    /// Why it binds no document.
    Excused(String),
    /// Its parts say it.
    Parts,
    /// Neither: a fault.
    Open,
}

struct Provision {
    name: String,
    clause: Clause,
    subject: String,
    reason: Option<String>,
    parts: bool,
}

/// The provisions of a pack's source; `None` for a pack without a list.
///
/// # Errors
/// Every fault of the list: a provision with neither rule nor reason, a reason where a rule
/// enforces, a rule that cites what the list does not have.
pub fn provisions(pack: &Pack) -> Option<Result<Vec<Row>, Vec<Phrase>>> {
    let list = list(pack)?;
    Some(list.and_then(|list| judge(pack, &list)))
}

/// How many provisions of a pack's source no rule looks at, each for a reason; `None` for a pack
/// without a list. That none of them has a rule besides is proved where the list is judged.
pub(super) fn excused(pack: &Pack) -> Option<usize> {
    let list = list(pack)?.ok()?;
    Some(list.ketentuan.iter().map(ProvisionFile::excused).sum())
}

fn list(pack: &Pack) -> Option<Result<ListFile, Vec<Phrase>>> {
    let name = format!("{}.toml", pack.id);
    let (_, bytes) = assets::COVERAGE.iter().find(|(path, _)| *path == name)?;
    let ready = assets::read(&format!("schemas/cakupan/{name}"));
    Some(ready.map_or_else(|| read(std::str::from_utf8(bytes).unwrap_or_default()), Ok))
}

fn read(text: &str) -> Result<ListFile, Vec<Phrase>> {
    toml::from_str(text).map_err(|error| vec![syntax::fact(&error)])
}

fn judge(pack: &Pack, list: &ListFile) -> Result<Vec<Row>, Vec<Phrase>> {
    let provisions: Vec<Provision> = list.ketentuan.iter().flat_map(expand).collect();
    let cited = citations(pack);
    let mut faults = unknown_citations(&cited, &provisions);
    faults.extend(unused_reasons(list, &provisions));
    let rows = provisions.iter().map(|provision| row(provision, &cited, list, &mut faults));
    let rows = rows.collect();
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// A provision and its parts; a part takes over the reason of the whole.
fn expand(file: &ProvisionFile) -> Vec<Provision> {
    let letters =
        file.huruf.iter().zip('a'..='z').map(|(text, letter)| ("huruf", letter.to_string(), text));
    let numbers = file
        .angka
        .iter()
        .zip(1..)
        .map(|(text, number): (_, u32)| ("angka", number.to_string(), text));
    let parts: Vec<Provision> = letters
        .chain(numbers)
        .map(|(word, mark, text)| {
            let reason = file.alasan_bagian.get(&mark).or(file.alasan.as_ref());
            provision(format!("{} {word} {mark}", file.dasar), text, reason, false)
        })
        .collect();
    let whole = provision(file.dasar.clone(), &file.pokok, file.alasan.as_ref(), !parts.is_empty());
    std::iter::once(whole).chain(parts).collect()
}

fn provision(name: String, subject: &str, reason: Option<&String>, parts: bool) -> Provision {
    let clause = clause::parse(&name).into_iter().next().unwrap_or_default();
    Provision { clause, subject: subject.to_owned(), reason: reason.cloned(), parts, name }
}

/// A rule's code with the provisions that it cites.
struct Citation<'a> {
    code: &'a str,
    clauses: Vec<Clause>,
    enforces: bool,
}

fn citations(pack: &Pack) -> Vec<Citation<'_>> {
    pack.rules.iter().filter_map(citation).collect()
}

fn citation(rule: &Rule) -> Option<Citation<'_>> {
    let clauses = clause::parse(rule.clause.as_deref()?);
    Some(Citation { code: &rule.id.code, clauses, enforces: rule.enforces })
}

fn unknown_citations(cited: &[Citation<'_>], provisions: &[Provision]) -> Vec<Phrase> {
    let known = |clause: &Clause| provisions.iter().any(|one| clause.covers(&one.clause));
    let unknown =
        cited.iter().filter(|one| one.clauses.is_empty() || !one.clauses.iter().all(known));
    unknown.map(|one| rules::cites_unknown(one.code)).collect()
}

fn unused_reasons(list: &ListFile, provisions: &[Provision]) -> Vec<Phrase> {
    let used = |name: &&String| provisions.iter().any(|one| one.reason.as_ref() == Some(*name));
    let idle = list.alasan.keys().filter(|name| !used(name));
    idle.map(rules::reason_unused).collect()
}

fn row(
    provision: &Provision,
    cited: &[Citation<'_>],
    list: &ListFile,
    faults: &mut Vec<Phrase>,
) -> Row {
    let is_of = |one: &&Citation<'_>| one.clauses.iter().any(|one| one.covers(&provision.clause));
    let rules = cited.iter().filter(|one| one.enforces).filter(is_of);
    let codes: Vec<String> = rules.map(|one| one.code.to_owned()).collect();
    let standing = match (&provision.reason, codes.is_empty()) {
        (None, false) => Standing::Enforced(codes),
        (None, true) if provision.parts => Standing::Parts,
        (None, true) => {
            faults.push(rules::no_rule_no_reason(&provision.name));
            Standing::Open
        }
        (Some(_), false) => {
            let codes = codes.join(", ");
            faults.push(rules::reason_and_rule(&provision.name, codes));
            Standing::Open
        }
        (Some(name), true) => match list.alasan.get(name) {
            Some(reason) => Standing::Excused(reason.clone()),
            None => {
                faults.push(rules::no_reason(&provision.name, name));
                Standing::Open
            }
        },
    };
    Row { clause: provision.name.clone(), subject: provision.subject.clone(), standing }
}
