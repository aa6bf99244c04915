//! The shares of a batch, put together: nothing lost, nothing twice, nothing from other inputs.

use std::collections::BTreeMap;

use super::{Entry, Ingredient, Ingredients, Manifest, Share};

/// What stands against a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Objection {
    /// Two manifests are of different sets of documents.
    OtherSet {
        /// The first manifest.
        first: String,
        /// The one that differs.
        other: String,
    },
    /// Two manifests are of different sheets.
    OtherData {
        /// The first manifest.
        first: String,
        /// The one that differs.
        other: String,
    },
    /// Two manifests have the same share, or one divides into another number.
    SameShare {
        /// The first manifest.
        first: String,
        /// The other.
        other: String,
    },
    /// A share is missing.
    NoShare(Share),
    /// A document stands in two manifests.
    Twice {
        /// The file.
        file: String,
        /// The first manifest.
        first: String,
        /// The other.
        other: String,
    },
    /// A document stands in a share that it does not fall into.
    Stray {
        /// The file.
        file: String,
        /// The manifest.
        manifest: String,
    },
    /// Documents that no manifest has.
    Lost(usize),
    /// There are as many documents as there should be or more, and not all of them are the same.
    OtherFiles,
    /// A document was not printed.
    Unprinted {
        /// The file.
        file: String,
        /// The draft.
        draft: String,
    },
    /// A document was made by something else than the first.
    OtherIngredient {
        /// The file.
        file: String,
        /// What differs.
        ingredient: Ingredient,
    },
}

/// A whole, as far as it is one.
#[derive(Clone, Debug)]
pub(crate) struct Merged {
    /// The manifest of all.
    pub(crate) manifest: Manifest,
    /// What stands against it.
    pub(crate) objections: Vec<Objection>,
}

/// Puts manifests together, each under its name; `None` of none.
pub(crate) fn merge(manifests: &[(String, Manifest)]) -> Option<Merged> {
    let (first, rest) = manifests.split_first()?;
    let mut objections = Vec::new();
    for one in rest {
        objections.extend(foreign(first, one));
    }
    objections.extend(shares(manifests));
    let (entries, doubled) = united(manifests);
    objections.extend(doubled);
    let lost = first.1.head.documents.saturating_sub(entries.len());
    objections.extend((lost > 0).then_some(Objection::Lost(lost)));
    // As many as there should be may still be others.
    let files: Vec<&str> = entries.iter().map(|entry| entry.file.as_str()).collect();
    let strange = lost == 0 && super::set_of(&files) != first.1.head.set;
    objections.extend(strange.then_some(Objection::OtherFiles));
    objections.extend(entries.iter().filter(|entry| !entry.printed).map(|entry| {
        Objection::Unprinted { file: entry.file.clone(), draft: entry.draft.clone() }
    }));
    objections.extend(mixed(&entries, first.1.head.data.is_some()));
    let head = super::Head { share: None, ..first.1.head.clone() };
    Some(Merged { manifest: Manifest { head, entries }, objections })
}

/// That a manifest is of something else than the first.
fn foreign(first: &(String, Manifest), other: &(String, Manifest)) -> Option<Objection> {
    let names = || (first.0.clone(), other.0.clone());
    let (one, two) = (&first.1.head, &other.1.head);
    if one.data != two.data {
        let (first, other) = names();
        return Some(Objection::OtherData { first, other });
    }
    if (one.set, one.documents) != (two.set, two.documents) {
        let (first, other) = names();
        return Some(Objection::OtherSet { first, other });
    }
    None
}

fn shares(manifests: &[(String, Manifest)]) -> Vec<Objection> {
    let whole = Share { number: 1, of: 1 };
    let mut known: BTreeMap<usize, &str> = BTreeMap::new();
    let mut objections = Vec::new();
    let mut of = None;
    for (name, manifest) in manifests {
        let share = manifest.head.share.unwrap_or(whole);
        let same = *of.get_or_insert(share.of) == share.of;
        let taken = known.get(&share.number).copied();
        let first = taken.or_else(|| manifests.first().filter(|_| !same).map(|one| one.0.as_str()));
        match first {
            Some(first) => objections
                .push(Objection::SameShare { first: first.to_owned(), other: name.clone() }),
            None => drop(known.insert(share.number, name)),
        }
    }
    let of = of.unwrap_or(1);
    let missing = (1..=of).filter(|number| !known.contains_key(number));
    objections.extend(missing.map(|number| Objection::NoShare(Share { number, of })));
    objections
}

/// All documents, by their files, and what stands against their places.
fn united(manifests: &[(String, Manifest)]) -> (Vec<Entry>, Vec<Objection>) {
    let mut homes: BTreeMap<&str, (&str, &Entry)> = BTreeMap::new();
    let mut objections = Vec::new();
    for (name, manifest) in manifests {
        for entry in &manifest.entries {
            if manifest.head.share.is_some_and(|share| !share.takes(&entry.file)) {
                objections
                    .push(Objection::Stray { file: entry.file.clone(), manifest: name.clone() });
            }
            if let Some((first, _)) = homes.insert(&entry.file, (name, entry)) {
                objections.push(Objection::Twice {
                    file: entry.file.clone(),
                    first: first.to_owned(),
                    other: name.clone(),
                });
            }
        }
    }
    (homes.into_values().map(|(_, entry)| entry.clone()).collect(), objections)
}

/// Documents of one batch are made by one program in one form; those of one sheet by one template,
/// style and configuration besides. One objection for each thing that is mixed.
fn mixed(entries: &[Entry], sheet: bool) -> Vec<Objection> {
    let shared = |one: &Ingredient| match one {
        Ingredient::Program | Ingredient::Fonts | Ingredient::Options => true,
        Ingredient::Settings | Ingredient::Template | Ingredient::Style => sheet,
        Ingredient::Draft | Ingredient::Pictures => false,
    };
    let mut first: Option<&Ingredients> = None;
    let mut told: Vec<Ingredient> = Vec::new();
    let mut objections = Vec::new();
    for entry in entries {
        let Some(own) = &entry.ingredients else { continue };
        let reference = *first.get_or_insert(own);
        for ingredient in reference.differences(own).into_iter().filter(shared) {
            if !told.contains(&ingredient) {
                told.push(ingredient);
                objections
                    .push(Objection::OtherIngredient { file: entry.file.clone(), ingredient });
            }
        }
    }
    objections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Fingerprint;
    use crate::manifest::Head;

    fn ingredients(program: &str) -> Ingredients {
        let same = Fingerprint::of(&["sama"]);
        let program = Fingerprint::of(&[program]);
        Ingredients {
            draft: same,
            pictures: same,
            settings: same,
            template: same,
            style: same,
            fonts: same,
            options: same,
            program,
        }
    }

    fn files() -> Vec<String> {
        (0..40).map(|number| format!("unit/{number}.pdf")).collect()
    }

    /// Four shares of forty documents, all printed.
    fn shares() -> Vec<(String, Manifest)> {
        let files = files();
        let share = |number| {
            let share = Share { number, of: 4 };
            let own = files.iter().filter(|file| share.takes(file));
            let entries = own.map(|file| Entry {
                file: file.clone(),
                draft: "a.csv".to_owned(),
                printed: true,
                ingredients: Some(ingredients("satu")),
                pages: Vec::new(),
            });
            let data = Some(Fingerprint::of(&["lembar"]));
            let head = Head::of(files.iter().map(String::as_str), Some(share), data);
            (format!("{number}.jsonl"), Manifest { head, entries: entries.collect() })
        };
        (1..=4).map(share).collect()
    }

    fn objections(manifests: &[(String, Manifest)]) -> Vec<Objection> {
        merge(manifests).unwrap().objections
    }

    #[test]
    fn four_whole_shares_are_a_whole() {
        let merged = merge(&shares()).unwrap();
        assert_eq!(merged.objections, []);
        assert_eq!(merged.manifest.entries.len(), 40);
        assert_eq!(merged.manifest.head.share, None);
    }

    #[test]
    fn what_is_lost_doubled_or_strange_is_told() {
        let mut lost = shares();
        let gone = lost[2].1.entries.pop().unwrap();
        assert_eq!(objections(&lost), [Objection::Lost(1)]);
        // The same document in another share is both lost and strange there.
        lost[0].1.entries.push(gone.clone());
        let stray = Objection::Stray { file: gone.file.clone(), manifest: "1.jsonl".to_owned() };
        assert_eq!(objections(&lost), [stray]);

        let mut twice = shares();
        twice.push(("lagi.jsonl".to_owned(), twice[0].1.clone()));
        let told = objections(&twice);
        assert!(matches!(&told[0], Objection::SameShare { other, .. } if other == "lagi.jsonl"));
        let doubled = told.iter().filter(|one| matches!(one, Objection::Twice { .. })).count();
        assert_eq!(doubled, twice[0].1.entries.len());

        // One for another, as many as before.
        let mut swapped = shares();
        let taker = swapped[0].1.head.share.unwrap();
        let other = (0..).map(|at| format!("lain/{at}.pdf")).find(|file| taker.takes(file));
        swapped[0].1.entries[0].file = other.unwrap();
        assert_eq!(objections(&swapped), [Objection::OtherFiles]);

        let missing = objections(&shares()[..3]);
        assert_eq!(missing[0], Objection::NoShare(Share { number: 4, of: 4 }));
        assert!(matches!(missing[1], Objection::Lost(_)));
    }

    #[test]
    fn what_is_made_of_something_else_is_told_once() {
        let mut mixed = shares();
        for entry in &mut mixed[3].1.entries {
            entry.ingredients = Some(ingredients("dua"));
        }
        let told = objections(&mixed);
        assert!(
            matches!(
                told.as_slice(),
                [Objection::OtherIngredient { ingredient: Ingredient::Program, .. }]
            ),
            "{told:?}"
        );
        let mut other = shares();
        other[1].1.head.data = Some(Fingerprint::of(&["lembar lain"]));
        assert!(matches!(objections(&other)[0], Objection::OtherData { .. }));
        let mut set = shares();
        set[1].1.head.documents = 41;
        assert!(matches!(objections(&set)[0], Objection::OtherSet { .. }));
        let mut unprinted = shares();
        unprinted[0].1.entries[0].printed = false;
        assert!(matches!(objections(&unprinted)[0], Objection::Unprinted { .. }));
    }
}
