//! `wajib`, `salah_satu_ada`, `wajib_salah_satu`: what must be there.

use serde::Deserialize;

use super::{CheckKind, Scope, Words, missing_place, row, says};
use crate::finding::{Hit, Place};
use crate::source::node::Value;
use crate::source::path::FieldPath;

/// Every path must hold something; `[*]` looks at each member that exists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    bidang: Words,
}

impl CheckKind for Required {
    fn paths(&self) -> Vec<&str> {
        self.bidang.all()
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        self.bidang.all().into_iter().flat_map(|path| required(scope, path)).collect()
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnyOf {
    bidang: Vec<String>,
}

impl CheckKind for AnyOf {
    fn paths(&self) -> Vec<&str> {
        self.bidang.iter().map(String::as_str).collect()
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths: Vec<FieldPath> = self.bidang.iter().map(|path| FieldPath::parse(path)).collect();
        if paths.iter().any(|path| says(scope.draft.at(path))) {
            return Vec::new();
        }
        paths.into_iter().take(1).map(|path| absent(scope, path)).collect()
    }
}

/// Every member of a list has one of several fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EachAnyOf {
    daftar: String,
    bidang: Vec<String>,
}

impl CheckKind for EachAnyOf {
    fn paths(&self) -> Vec<&str> {
        vec![&self.daftar]
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
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
