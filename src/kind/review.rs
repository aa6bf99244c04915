//! Whether what the files of a kind say together can stand: names that lead somewhere, patterns that
//! build, options that exist.

use super::evidence::Evidence;
use super::fault::{KindFault, Places};
use super::load::Loaded;
use super::output::{self, Unbalanced};
use super::sentence::{self, Piece};
use super::types::Nature;
use super::{Field, FieldType, Kind, Record};
use crate::text::nearest;
use crate::words::{self, Phrase, kind};

/// Every fault of a kind whose files have the right shape.
pub(super) fn faults(id: &str, loaded: &Loaded, places: &Places) -> Vec<KindFault> {
    let mut review = Review { kind: &loaded.kind, places, faults: Vec::new() };
    review.head(id, loaded.speaks);
    review.output();
    review.fields(None, &loaded.kind.fields);
    for (name, fields) in &loaded.kind.records {
        review.fields(Some(name), fields);
    }
    review.faults
}

struct Review<'a> {
    kind: &'a Kind,
    places: &'a Places,
    faults: Vec<KindFault>,
}

/// A field, the shared type it belongs to, and the fields before it there.
struct Spot<'a> {
    record: Option<&'a str>,
    field: &'a Field,
    before: &'a [Field],
}

impl Review<'_> {
    fn head(&mut self, id: &str, speaks: bool) {
        if self.kind.id != id {
            self.head_fault("jenis", kind::name_of_folder(id));
        }
        if self.kind.name.trim().is_empty() {
            self.head_fault("nama", kind::no_name());
        }
        if !speaks {
            self.head_fault("bahasa", kind::no_language());
        }
    }

    /// An output file is named after one word of the draft, or several.
    fn output(&mut self) {
        let keys = match output::keys(&self.kind.output) {
            Ok(keys) => keys,
            Err(Unbalanced) => return self.head_fault("keluaran", kind::output_unbalanced()),
        };
        for key in keys {
            match self.kind.field(key) {
                None => {
                    let message = kind::output_no_field(self.unknown(key));
                    self.head_fault("keluaran", message);
                }
                Some(field) if field.field_type().home().nature() == Nature::Structure => {
                    self.head_fault("keluaran", kind::output_no_value(key));
                }
                Some(_) => {}
            }
        }
    }

    fn fields(&mut self, record: Option<&str>, fields: &[Field]) {
        for (at, field) in fields.iter().enumerate() {
            let spot = Spot { record, field, before: fields.get(..at).unwrap_or_default() };
            self.types(&spot);
            self.options(&spot);
            self.names(&spot);
            self.role(&spot);
            self.sentences(&spot);
            self.signs(&spot);
        }
    }

    fn types(&mut self, spot: &Spot<'_>) {
        let field = spot.field;
        if field.type_name.is_empty() {
            return self.fault(spot, "kunci", kind::no_type(&field.key));
        }
        let record = field.field_type().record().map(Record::name);
        let named = [("tipe", record), ("fakta", field.facts.as_deref())];
        for (key, record) in named {
            if let Some(record) = record.filter(|name| !self.kind.records.contains_key(*name)) {
                let known = self.kind.records.keys().map(String::as_str);
                let near = nearest(record, known.chain(FieldType::NAMES.iter().copied()));
                let message = kind::type_unknown(record, &field.key, words::perhaps(near));
                self.fault(spot, key, message);
            }
        }
    }

    fn options(&mut self, spot: &Spot<'_>) {
        let field = spot.field;
        if *field.field_type().member() != FieldType::Pilihan {
            return;
        }
        let Some(options) = &field.options else {
            return self.fault(spot, "tipe", kind::no_options(&field.key));
        };
        let default = field.default.iter().map(|option| ("bawaan", option));
        let words = field.option_words.iter().flatten().map(|(option, _)| ("sebutan", option));
        for (key, option) in default.chain(words).filter(|(_, option)| !options.contains(option)) {
            self.fault(spot, key, kind::no_option(key, option, &field.key));
        }
    }

    /// The patterns that speak of its content.
    fn signs(&mut self, spot: &Spot<'_>) {
        let own = spot.field.signs.iter().map(|sign| ("isyarat", sign));
        let evidence = spot.field.evidence.iter().flat_map(Evidence::signs);
        let all = own.chain(evidence.map(|sign| ("bukti", sign)));
        for (key, _) in all.filter(|(_, sign)| !sign.is_sound()) {
            self.fault(spot, key, kind::sign_no_pattern(&spot.field.key));
        }
    }

    /// Other fields that a field names.
    fn names(&mut self, spot: &Spot<'_>) {
        let stands = |key: &&str| spot.before.iter().any(|other| other.key == **key);
        if let Some(after) = spot.field.after.as_deref().filter(|key| !stands(key)) {
            self.fault(spot, "setelah", kind::after_unknown(after));
        }
        for key in spot.field.implied_by.iter().flatten() {
            if self.kind.field(key).is_none() {
                let message = kind::implied_unknown(self.unknown(key));
                self.fault(spot, "hadir_bila", message);
            }
        }
    }

    fn role(&mut self, spot: &Spot<'_>) {
        let Some(role) = spot.field.role else { return };
        let key = &spot.field.key;
        let taken = spot.before.iter().find(|other| other.role == Some(role));
        let message = match taken.filter(|_| !role.may_repeat()) {
            _ if role.is_for_records() && spot.record.is_none() => kind::role_in_type(key),
            _ if !role.is_for_records() && spot.record.is_some() => kind::role_at_root(key),
            _ if !role.fits(spot.field) => kind::role_misfit(key, &spot.field.type_name),
            Some(other) => kind::role_taken(key, &other.key),
            None => return,
        };
        self.fault(spot, "peran", message);
    }

    /// The standard sentences of an article speak of its own facts.
    fn sentences(&mut self, spot: &Spot<'_>) {
        for sentence in spot.field.standard.iter().flatten() {
            let Some(pieces) = sentence::pieces(sentence) else {
                self.fault(spot, "baku", kind::standard_unbalanced());
                continue;
            };
            let missing = |piece: &Piece<'_>| missing(self.kind, spot.field, piece);
            let missing: Vec<String> = pieces.iter().flat_map(missing).collect();
            for path in missing {
                self.fault(spot, "baku", kind::standard_no_fact(path));
            }
        }
    }

    fn unknown(&self, key: &str) -> Phrase {
        let known = self.kind.fields.iter().map(|field| field.key.as_str());
        kind::no_field(key, words::perhaps(nearest(key, known)))
    }

    fn head_fault(&mut self, key: &str, message: Phrase) {
        self.faults.extend(self.places.head(key, message));
    }

    fn fault(&mut self, spot: &Spot<'_>, key: &str, message: Phrase) {
        self.faults.extend(self.places.field(spot.record, &spot.field.key, key, message));
    }
}

/// The facts that a sentence asks for and an article does not have.
fn missing(kind: &Kind, article: &Field, piece: &Piece<'_>) -> Vec<String> {
    let path = match piece {
        Piece::Fact(path) => *path,
        Piece::Start => "mulai",
        Piece::Optional(inner) => {
            return inner.iter().flat_map(|piece| missing(kind, article, piece)).collect();
        }
        Piece::Text(_) | Piece::Document | Piece::Parties | Piece::Until | Piece::Copies => {
            return Vec::new();
        }
    };
    let keys: Vec<&str> = std::iter::once(article.key.as_str()).chain(path.split('.')).collect();
    let lacking = kind.find(&keys).is_none().then(|| path.to_owned());
    lacking.into_iter().collect()
}
