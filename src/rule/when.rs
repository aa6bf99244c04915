//! Which drafts a rule judges.

use super::declared::{FieldUse, RuleFault, Shape};
use crate::draft::Draft;
use crate::finding::Place;
use crate::kind::{Kind, Role};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::words::{Phrase, pack};

/// Conditions that must all hold.
#[derive(Clone, Debug, Default)]
pub struct When(Vec<Condition>);

#[derive(Clone, Debug)]
enum Condition {
    Kind(Vec<String>),
    Family(Vec<String>),
    Shares(Vec<String>),
    Tier(Vec<String>),
    Present(Vec<FieldPath>),
    Absent(Vec<FieldPath>),
    Equals(FieldPath, Vec<String>),
}

impl When {
    /// Compiles the table `bila`.
    ///
    /// # Errors
    /// Every value that is neither a string, a boolean nor a list of strings, and every empty list.
    pub(crate) fn compile(table: &toml::Table) -> Result<Self, Vec<RuleFault>> {
        let (mut conditions, mut faults) = (Vec::new(), Vec::new());
        for (key, value) in table {
            match condition(key, value) {
                Ok(condition) => conditions.push(condition),
                Err(message) => {
                    faults.push(RuleFault::at(Place::value(condition_path(key)), message))
                }
            }
        }
        if faults.is_empty() { Ok(Self(conditions)) } else { Err(faults) }
    }

    /// Whether the rule judges this draft.
    pub fn holds(&self, draft: &Draft<'_>) -> bool {
        self.0.iter().all(|condition| holds(condition, draft))
    }

    /// The field for want of which nobody can say whether the rule judges this draft; none when that
    /// is known. A field counts as wanting only where its table is there.
    pub(crate) fn undecided(&self, draft: &Draft<'_>) -> Option<FieldPath> {
        let mut wanting = None;
        for condition in self.0.iter().filter(|condition| !holds(condition, draft)) {
            let field = match condition {
                Condition::Tier(_) if tiers_of(draft).next().is_none() => TIER,
                Condition::Equals(path, _) if is_wanting(draft, path) => {
                    wanting.get_or_insert(path.clone());
                    continue;
                }
                _ => return None,
            };
            if draft.kind.field(field).is_none() || draft.text(field).is_some() {
                return None;
            }
            wanting.get_or_insert(FieldPath::parse(field));
        }
        wanting
    }

    /// The kinds it is limited to by name, if it is.
    pub fn kinds(&self) -> Option<&[String]> {
        self.0.iter().find_map(|condition| match condition {
            Condition::Kind(kinds) => Some(kinds.as_slice()),
            _ => None,
        })
    }

    /// The families it is limited to, if it is.
    pub(crate) fn families(&self) -> Option<&[String]> {
        self.0.iter().find_map(|condition| match condition {
            Condition::Family(families) => Some(families.as_slice()),
            _ => None,
        })
    }

    /// The families whose fields it is limited to, if it is.
    pub(crate) fn shares(&self) -> Option<&[String]> {
        self.0.iter().find_map(|condition| match condition {
            Condition::Shares(families) => Some(families.as_slice()),
            _ => None,
        })
    }

    /// The tiers it is limited to, if it is.
    pub(crate) fn tiers(&self) -> Option<&[String]> {
        self.0.iter().find_map(|condition| match condition {
            Condition::Tier(tiers) => Some(tiers.as_slice()),
            _ => None,
        })
    }

    /// Whether drafts of a kind can be judged, as far as the kind itself tells.
    pub(crate) fn admits(&self, kind: &Kind) -> bool {
        self.0.iter().all(|condition| match condition {
            Condition::Kind(words) => words.contains(&kind.id),
            Condition::Family(words) => kind.family.as_ref().is_some_and(|one| words.contains(one)),
            Condition::Shares(words) => kind.shares.iter().any(|one| words.contains(one)),
            Condition::Tier(words) => tiers(kind).iter().any(|one| words.iter().any(|w| w == one)),
            _ => true,
        })
    }

    /// The fields that it reads, each with whether the rule judges nothing where the field is absent.
    pub(crate) fn reads(&self) -> Vec<(FieldUse, bool)> {
        self.0.iter().flat_map(Condition::reads).collect()
    }
}

impl Condition {
    fn reads(&self) -> Vec<(FieldUse, bool)> {
        match self {
            Self::Present(paths) => listed("ada", paths).map(|field| (field, true)).collect(),
            Self::Absent(paths) => {
                listed("tidak_ada", paths).map(|field| (field.demanded(), false)).collect()
            }
            Self::Equals(path, words) => {
                let spot = condition_path(&path.to_string());
                let values = words.iter().enumerate();
                let values =
                    values.map(|(at, word)| (Place::value(spot.index(at)), word.clone())).collect();
                let field = FieldUse::at(Place::key(spot), path.clone()).every();
                vec![(FieldUse { values, ..field.shape(Shape::Comparable) }, true)]
            }
            _ => Vec::new(),
        }
    }
}

/// The fields that a list of the condition names.
fn listed(key: &str, paths: &[FieldPath]) -> impl Iterator<Item = FieldUse> {
    let spot = condition_path(key);
    let paths = paths.iter().enumerate();
    paths.map(move |(at, path)| FieldUse::at(Place::value(spot.index(at)), path.clone()).every())
}

/// Where a condition stands in the table of its rule.
pub(crate) fn condition_path(key: &str) -> FieldPath {
    FieldPath::root().key("bila").key(key)
}

/// The field in which drafts of some kinds say their tier.
const TIER: &str = "tingkat_kerja_sama";

/// The tiers that drafts of a kind can be of.
pub(crate) fn tiers(kind: &Kind) -> Vec<&str> {
    match &kind.tier {
        Some(tier) => vec![tier],
        None => {
            let options = kind.field(TIER).and_then(|field| field.options.as_deref());
            options.unwrap_or_default().iter().map(String::as_str).collect()
        }
    }
}

fn condition(key: &str, value: &toml::Value) -> Result<Condition, Phrase> {
    let words = words(value).ok_or_else(|| pack::condition_no_words(key))?;
    if words.is_empty() {
        return Err(pack::condition_empty(key));
    }
    let paths = |words: Vec<String>| words.iter().map(|word| FieldPath::parse(word)).collect();
    Ok(match key {
        "jenis" => Condition::Kind(words),
        "rumpun" => Condition::Family(words),
        "berbagi" => Condition::Shares(words),
        "tingkat" => Condition::Tier(words),
        "ada" => Condition::Present(paths(words)),
        "tidak_ada" => Condition::Absent(paths(words)),
        path => Condition::Equals(FieldPath::parse(path), words),
    })
}

fn words(value: &toml::Value) -> Option<Vec<String>> {
    match value {
        toml::Value::String(word) => Some(vec![word.clone()]),
        toml::Value::Boolean(truth) => Some(vec![truth.to_string()]),
        toml::Value::Array(list) => {
            list.iter().map(|item| item.as_str().map(str::to_owned)).collect()
        }
        _ => None,
    }
}

fn holds(condition: &Condition, draft: &Draft<'_>) -> bool {
    let contains =
        |words: &[String], word: Option<&str>| word.is_some_and(|w| words.iter().any(|x| x == w));
    match condition {
        Condition::Kind(words) => contains(words, Some(&draft.kind.id)),
        Condition::Family(words) => contains(words, draft.kind.family.as_deref()),
        Condition::Shares(words) => draft.kind.shares.iter().any(|one| words.contains(one)),
        Condition::Tier(words) => tiers_of(draft).any(|tier| contains(words, Some(tier))),
        Condition::Present(paths) => paths.iter().all(|path| filled(draft, path)),
        Condition::Absent(paths) => !paths.iter().any(|path| filled(draft, path)),
        Condition::Equals(path, words) => equals(draft, path, words),
    }
}

fn is_wanting(draft: &Draft<'_>, path: &FieldPath) -> bool {
    let known = path.parent().is_none_or(|parent| draft.at(&parent).is_some());
    let field = path.steps().len() > 1
        || path.last_key().is_some_and(|key| draft.kind.field(key).is_some());
    let given = draft.root.expand(path).iter().any(|place| draft.at(place).is_some());
    let default = path.steps().len() == 1 && path.last_key().and_then(|k| draft.text(k)).is_some();
    known && field && !given && !default
}

/// The tier of the kind; a kind of either tier is of that which the draft says, and of that of the
/// document before it. A draft that says another is judged by both.
fn tiers_of<'a>(draft: &'a Draft<'_>) -> impl Iterator<Item = &'a str> {
    let own = draft.kind.tier.as_deref();
    let said = own.or_else(|| draft.text(TIER));
    let before = if own.is_none() { tier_before(draft) } else { None };
    said.into_iter().chain(before)
}

/// The tier of the document that a draft takes further, by the name of its form.
fn tier_before(draft: &Draft<'_>) -> Option<&'static str> {
    const MAIN: [&str; 3] = ["nota kesepahaman", "nota kesepakatan", "memorandum"];
    const TECHNICAL: [&str; 2] = ["perjanjian kerja sama", "perjanjian kerjasama"];
    let before = draft.facts().node(Role::Pendahulu)?.get("jenis")?.str()?;
    let before = before.to_lowercase().replace(['-', '_'], " ");
    let names = |list: &[&str]| list.iter().any(|name| before.contains(name));
    if names(&MAIN) { Some("utama") } else { names(&TECHNICAL).then_some("teknis") }
}

/// Whether something stands at a path or, with a wildcard, at any of its places.
pub(crate) fn filled(draft: &Draft<'_>, path: &FieldPath) -> bool {
    let places = draft.root.expand(path);
    places.iter().any(|place| draft.at(place).is_some_and(|node| !node.is_empty()))
}

fn equals(draft: &Draft<'_>, path: &FieldPath, words: &[String]) -> bool {
    let places = draft.root.expand(path);
    let found = places.iter().filter_map(|place| draft.at(place)).collect::<Vec<_>>();
    if found.is_empty() {
        let default = path.last_key().filter(|_| path.steps().len() == 1);
        return default
            .and_then(|key| draft.text(key))
            .is_some_and(|text| words.iter().any(|word| word == text));
    }
    found.iter().flat_map(|node| node.members()).any(|node| one_of(node, words))
}

fn one_of(node: &Node, words: &[String]) -> bool {
    let said = match &node.value {
        Value::String(text) => text.clone(),
        Value::Bool(truth) => truth.to_string(),
        Value::Integer(number) => number.to_string(),
        _ => return false,
    };
    words.contains(&said)
}
