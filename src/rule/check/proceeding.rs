//! `perkara`: how a case went, against its procedure, the calendar and the documents that it names.

use std::rc::Rc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::case::{self, Seen, Topic};
use crate::finding::Hit;
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};

/// Everything seen in a case file is looked for once, for all rules; each says what it is asked for.
/// Every hit rests on the clause of its step.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proceeding {
    #[schemars(description = "Apa yang dilihat.")]
    hal: Topic,
}

/// What was seen, kept for the other rules.
struct All(Vec<Seen>);

impl CheckKind for Proceeding {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("langkah", "nomor langkahnya menurut sumber"),
            word("kegiatan", "yang dilakukan pada langkah itu"),
            word("temuan", "yang dilihat"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Langkah, "nomor"), Read::role(Role::Prosedur, "")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mine = |one: &&Seen| one.topic == self.hal;
        self.all(scope).0.iter().filter(mine).map(|one| one.hit.clone()).collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        if self.hal == Topic::DokumenBerbeda {
            return case::silences(scope.draft, scope.world);
        }
        Vec::new()
    }
}

impl Proceeding {
    fn all(&self, scope: &Scope<'_>) -> Rc<All> {
        scope.once(|| All(case::judge(scope.draft, scope.catalog, scope.world)))
    }
}
