//! `wajib`, `salah_satu_ada`, `wajib_salah_satu`: what must be there.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Words, missing_place, row, says};
use crate::finding::{Hit, Level, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::node::Value;
use crate::source::path::FieldPath;

/// Every path must hold something; `[*]` looks at each member that exists.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Required {
    #[schemars(description = "Satu bidang atau beberapa; [*] untuk tiap anggota daftar.")]
    bidang: Words,
    /// What must be there if what is missing is to be more than a note: the record of a later step.
    #[schemars(description = "Temuan hanya catatan, kecuali bidang ini terisi.")]
    tegas_bila_ada: Option<String>,
}

impl CheckKind for Required {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("bidang", "kunci yang kosong"),
            word("no", "nomor anggotanya dalam daftar, dari 1"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        let fields = fields.map(|field| field.every().demanded());
        let later = self.tegas_bila_ada.as_ref();
        let later = later.map(|field| FieldUse::named("tegas_bila_ada", field));
        fields.chain(later).map(Read::Field).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.bidang.fault("bidang").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let later = self.tegas_bila_ada.as_ref();
        let firm = later.is_none_or(|field| says(scope.draft.at(&FieldPath::parse(field))));
        let hits = self.bidang.all().into_iter().flat_map(|path| required(scope, path));
        hits.map(|hit| if firm { hit } else { hit.at_most(Level::Info) }).collect()
    }
}

fn required(scope: &Scope<'_>, pattern: &str) -> Vec<Hit> {
    let path = FieldPath::parse(pattern);
    let mut places = scope.draft.root.expand(&path);
    if places.is_empty() && !pattern.contains("[*]") {
        places.push(path);
    }
    // A value of another type is a fault of its own; it lacks nothing besides.
    let in_table = |place: &FieldPath| {
        let parent = place.parent().and_then(|parent| scope.draft.at(&parent));
        parent.is_none_or(|node| node.table().is_some())
    };
    let places = places.into_iter().filter(in_table);
    let missing = places.filter(|place| !says(scope.draft.at(place)));
    missing.map(|path| absent(scope, path)).collect()
}

fn absent(scope: &Scope<'_>, path: FieldPath) -> Hit {
    let shown = match scope.draft.at(&path) {
        Some(_) => Place::value(path.clone()),
        None => missing_place(scope.draft, &path),
    };
    let (key, row) = (path.last_key().unwrap_or_default().to_owned(), row(&path));
    Hit::absent(path, shown).word("bidang", key).word("no", row)
}

/// One of several paths must hold something.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnyOf {
    #[schemars(description = "Bidang-bidangnya; satu yang terisi sudah cukup.")]
    bidang: Vec<String>,
}

impl CheckKind for AnyOf {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("bidang", "kunci pertama di antaranya"),
            word("no", "nomor anggotanya dalam daftar, dari 1"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.iter().map(String::as_str));
        fields.map(|field| Read::Field(field.demanded())).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        RuleFault::empty("bidang", &self.bidang).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths: Vec<FieldPath> = self.bidang.iter().map(|path| FieldPath::parse(path)).collect();
        if paths.iter().any(|path| says(scope.draft.at(path))) {
            return Vec::new();
        }
        paths.into_iter().take(1).map(|path| absent(scope, path)).collect()
    }
}

/// Every member of a list has one of several fields.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EachAnyOf {
    #[schemars(description = "Daftarnya.")]
    daftar: String,
    #[schemars(description = "Kunci pada tiap anggotanya; satu yang terisi sudah cukup.")]
    bidang: Vec<String>,
}

impl CheckKind for EachAnyOf {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("no", "nomor anggotanya dalam daftar, dari 1")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("daftar", &self.daftar).every().shape(Shape::Tables);
        let keys = self.bidang.iter().map(String::as_str);
        let keys = FieldUse::keys("bidang", &self.daftar, keys).chain([list]);
        keys.map(|field| Read::Field(field.demanded())).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        RuleFault::empty("bidang", &self.bidang).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let list = FieldPath::parse(&self.daftar);
        let lists = scope.draft.root.expand(&list).into_iter();
        let members = lists.flat_map(|path| match scope.draft.at(&path).map(|node| &node.value) {
            Some(Value::Array(list)) => (0..list.len()).map(|index| path.index(index)).collect(),
            // A value of another type is a fault of its own; it lacks nothing besides.
            Some(Value::Table(_)) => vec![path],
            _ => Vec::new(),
        });
        members
            .filter(|path| !self.bidang.iter().any(|key| says(scope.draft.at(&path.key(key)))))
            .map(|path| {
                let row = row(&path);
                Hit::at(Place::value(path)).word("no", row)
            })
            .collect()
    }
}
