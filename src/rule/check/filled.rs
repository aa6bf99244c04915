//! `terisi`: a field is filled, and with more than a word for its being empty.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Words, missing_place, row, says, shown};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, word};
use crate::source::path::FieldPath;

/// Every path holds something that is no word for nothing; `[*]` looks at each member that exists.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    #[schemars(description = "Satu bidang atau beberapa; [*] untuk tiap anggota daftar.")]
    bidang: Words,
    #[schemars(description = "Ungkapan reguler; isi yang cocok berarti belum diisi.")]
    kosong_bila: Pattern,
}

impl CheckKind for Filled {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("bidang", "kunci yang belum diisi"),
            word("no", "nomor anggotanya dalam daftar, dari 1"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        fields.map(|field| Read::Field(field.every().demanded())).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.bidang
            .fault("bidang")
            .into_iter()
            .chain(self.kosong_bila.fault("kosong_bila"))
            .collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths = self.bidang.all().into_iter().map(FieldPath::parse);
        let places = paths.flat_map(|path| scope.draft.root.expand(&path));
        places.filter(|place| self.is_empty(scope, place)).map(|place| hit(scope, place)).collect()
    }
}

impl Filled {
    fn is_empty(&self, scope: &Scope<'_>, place: &FieldPath) -> bool {
        let node = scope.draft.at(place);
        !says(node) || node.map(shown).is_some_and(|text| self.kosong_bila.matches(&text))
    }
}

fn hit(scope: &Scope<'_>, path: FieldPath) -> Hit {
    let place = match scope.draft.at(&path) {
        Some(_) => Place::value(path.clone()),
        None => missing_place(scope.draft, &path),
    };
    let (key, row) = (path.last_key().unwrap_or_default().to_owned(), row(&path));
    Hit::absent(path, place).word("bidang", key).word("no", row)
}
