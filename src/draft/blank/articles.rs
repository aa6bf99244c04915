//! The articles of a form, in their usual order, each with its opening line.

use std::fmt::Write as _;

use super::super::keys::article;
use super::value;
use super::writer::{Writer, header};
use crate::kind::{Field, FieldType, Record};
use crate::source::path::FieldPath;

/// What a form shows of an article that has no key of its own.
const FREE: [&str; 3] = [article::NAME, article::HEADING, article::TEXT];

impl Writer<'_> {
    /// The articles in their usual order.
    pub(super) fn articles(&mut self, fields: &[&Field]) {
        let mut fields = fields.to_vec();
        fields.sort_by_key(|field| field.order);
        let Some(first) = fields.first() else {
            return;
        };
        let kind = self.blank.kind;
        self.out.push('\n');
        for inner in first.field_type().record().map_or(&[][..], |one| kind.fields_of(one)) {
            if let Some(help) = inner.help_in(kind.language) {
                self.explain(&format!("{}: {help}", inner.key));
            }
        }
        for field in fields {
            self.article(field);
        }
    }

    fn article(&mut self, field: &Field) {
        let path = FieldPath::root().key(&field.key);
        let sample = self.blank.sample_at(&path);
        let kind = self.blank.kind;
        let record = field.field_type().record().map_or(&[][..], |one| kind.fields_of(one));
        let facts = field.facts.as_ref().and_then(|name| kind.records.get(name));
        let list = matches!(field.field_type(), FieldType::Daftar(_));
        let used = sample.is_some() && !list;
        self.header(field, &header(&path, list), !used, true);
        for key in if list { &FREE[..] } else { &[article::TEXT] } {
            if let Some(inner) = record.iter().find(|inner| inner.key == *key) {
                let mut inner = inner.clone();
                inner.opening.clone_from(&field.opening);
                match value::blank(&inner).filter(|_| used) {
                    Some(filled) => {
                        let _ = writeln!(self.out, "{key} = {}", filled.text);
                    }
                    None => self.unused(&value::example(&inner)),
                }
            }
        }
        self.within.push(Record::Article);
        let facts: Vec<&Field> = facts.into_iter().flatten().collect();
        self.fields(&facts, &path, sample.filter(|_| used), true);
        self.within.pop();
    }
}
