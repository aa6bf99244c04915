//! What a batch has made: a line for each document, with the hashes of what it comes from and of what
//! was written. A run that was broken off goes on by it, and the shares of several machines are put
//! together by it. No clock: what is the same is known by its bytes.

mod merge;
mod share;
mod text;

use serde::{Deserialize, Serialize};

use crate::fingerprint::Fingerprint;

pub(crate) use merge::{Merged, Objection, merge};
pub(crate) use share::Share;
pub(crate) use text::{ManifestError, line};

/// The form of the file; another one is not read.
const FORM: u32 = 1;

/// A manifest: what the run is about, and its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// What the run is about.
    pub(crate) head: Head,
    /// Its documents; a later one of the same file takes the place of an earlier.
    pub(crate) entries: Vec<Entry>,
}

/// What a run is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    /// The form of the file.
    naskah: u32,
    /// The hash of the files of all documents: two runs of the same set have the same.
    pub(crate) set: Fingerprint,
    /// How many documents the set has.
    pub(crate) documents: usize,
    /// Which share of it this run takes; `None` is all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) share: Option<Share>,
    /// The hash of the sheet, of its base and of its names; `None` for drafts in files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) data: Option<Fingerprint>,
}

impl Head {
    /// The head of a run over documents that have these files.
    pub(crate) fn of<'f>(
        files: impl IntoIterator<Item = &'f str>,
        share: Option<Share>,
        data: Option<Fingerprint>,
    ) -> Self {
        let files: Vec<&str> = files.into_iter().collect();
        let (set, documents) = (set_of(&files), files.len());
        Self { naskah: FORM, set, documents, share, data }
    }
}

/// The hash of a set of files, in whatever order they come.
fn set_of(files: &[&str]) -> Fingerprint {
    let mut files = files.to_vec();
    files.sort_unstable();
    Fingerprint::of_bytes(files.into_iter().map(str::as_bytes))
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// Its file, from the folder of the output. Nothing else has it, so it is what the document is
    /// known by.
    pub(crate) file: String,
    /// The draft or row that it is made of, as reports call it.
    pub(crate) draft: String,
    /// Whether it was printed.
    pub(crate) printed: bool,
    /// What it comes from; `None` where that could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ingredients: Option<Ingredients>,
    /// What was written: one file, or one a page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) pages: Vec<Page>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    /// The file, from the folder of the output.
    pub(crate) file: String,
    /// The hash of its bytes.
    pub(crate) hash: Fingerprint,
}

/// Makes the struct of all ingredients and the enum of their names out of one list.
macro_rules! ingredients {
    ($($(#[$doc:meta])* $key:ident $variant:ident,)*) => {
        /// What a document comes from, each as a hash: the same ingredients give the same bytes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct Ingredients {
            $($(#[$doc])* pub(crate) $key: Fingerprint,)*
        }

        /// One of the things that a document comes from.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Ingredient {
            $($(#[$doc])* $variant,)*
        }

        impl Ingredients {
            /// What is not the same in two documents.
            pub(crate) fn differences(&self, other: &Self) -> Vec<Ingredient> {
                let mut all = Vec::new();
                $(if self.$key != other.$key {
                    all.push(Ingredient::$variant);
                })*
                all
            }
        }
    };
}

ingredients! {
    /// The text of the draft.
    draft Draft,
    /// Its pictures.
    pictures Pictures,
    /// The configuration, and the office's own packs.
    settings Settings,
    /// The template of its kind, with what all kinds share.
    template Template,
    /// The style.
    style Style,
    /// The fonts.
    fonts Fonts,
    /// The form of the output, and the standards that it keeps.
    options Options,
    /// The program.
    program Program,
}
