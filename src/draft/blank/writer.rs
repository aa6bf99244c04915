//! The lines of a form. `# ` explains; `#key` without a blank is a line that is not in use yet.

use std::fmt::Write as _;

use super::value::{self, Filled};
use super::{Blank, empty, is_claim, is_line};
use crate::kind::types::quoted;
use crate::kind::{Field, FieldType, Record};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::words::{self, Argument, Phrase};

/// Where explanations are broken.
const WIDTH: usize = 98;

/// Where a field is written.
struct Spot<'p> {
    path: FieldPath,
    /// What the smallest draft has there.
    sample: Option<&'p Node>,
    /// Whether the table around it is in use.
    used: bool,
    /// Whether it is written with its explanation, and also when nothing needs it.
    full: bool,
}

pub(super) struct Writer<'a> {
    pub(super) blank: &'a Blank<'a>,
    pub(super) out: String,
    /// The shared types around the present line, since a type may hold itself.
    pub(super) within: Vec<Record>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(blank: &'a Blank<'a>) -> Self {
        Self { blank, out: String::new(), within: Vec::new() }
    }

    pub(super) fn head(&mut self) {
        let kind = self.blank.kind;
        self.explain(&kind.name);
        for line in [words::form::fill_in(), words::form::uncomment(), words::form::check_it()] {
            self.explain(&self.said(&line));
        }
        let stage = quoted(&self.said(&words::form::stage()));
        let _ = writeln!(self.out, "\njenis = {}\ntahap = {stage}", quoted(&kind.id));
    }

    /// A phrase in the language of the kind.
    fn said(&self, phrase: &Phrase) -> String {
        phrase.text(self.blank.kind.language.into())
    }

    /// The keys of a table: its own lines first, then the tables below it.
    pub(super) fn fields(
        &mut self,
        fields: &[&Field],
        path: &FieldPath,
        sample: Option<&Node>,
        full: bool,
    ) {
        let spot = |field: &Field| Spot {
            path: path.key(&field.key),
            sample: sample.and_then(|node| node.get(&field.key)),
            used: sample.is_some(),
            full,
        };
        for field in fields.iter().filter(|field| is_line(field)) {
            self.line(field, &spot(field));
        }
        for field in fields.iter().filter(|field| !is_line(field)) {
            self.table(field, &spot(field));
        }
    }

    /// A key with its value.
    fn line(&mut self, field: &Field, spot: &Spot<'_>) {
        let (path, sample, used, full) = (&spot.path, spot.sample, spot.used, spot.full);
        let wanted = used && (sample.is_some() || field.needed == Some(true));
        let filled = if wanted { self.filled(field, path, sample) } else { None };
        if !wanted && !full {
            return;
        }
        let root = path.steps().len() == 1;
        if root {
            self.out.push('\n');
        }
        if full {
            self.help(field);
        }
        match filled {
            Some(Filled { text, mark }) => {
                let mark = mark.map(|mark| format!("  # {}", self.said(&mark))).unwrap_or_default();
                let _ = writeln!(self.out, "{} = {text}{mark}", field.key);
            }
            None => self.unused(&value::example(field)),
        }
    }

    fn filled(&self, field: &Field, path: &FieldPath, sample: Option<&Node>) -> Option<Filled> {
        let field_type = field.field_type();
        if let Some(answer) = self.blank.answers.get(&path.to_string()) {
            return Some(Filled { text: field_type.home().answer(answer), mark: None });
        }
        if let Some(node) =
            sample.filter(|_| is_claim(field_type.member()) && self.blank.claims.contains(path))
        {
            let mark = Some(words::form::only_sample());
            return Some(Filled { text: value::claimed(node), mark });
        }
        let optional_claim = is_claim(field_type.member()) && field.needed != Some(true);
        if optional_claim { None } else { value::blank(field) }
    }

    /// A table or list of tables; only as a suggestion when the smallest draft has none.
    fn table(&mut self, field: &Field, spot: &Spot<'_>) {
        let (path, sample, used, full) = (&spot.path, spot.sample, spot.used, spot.full);
        let Some(record) = field.field_type().record().filter(|one| !self.within.contains(one))
        else {
            return;
        };
        let fields: Vec<&Field> = self.blank.kind.record_fields(field).collect();
        let needed = used && field.needed == Some(true);
        let nothing = empty();
        let sample = if needed { sample.or(Some(&nothing)) } else { sample };
        if sample.is_none() && !full {
            return;
        }
        self.within.push(record.clone());
        let list = matches!(field.field_type(), FieldType::Daftar(_));
        match sample {
            Some(node) if used => {
                let several =
                    list && (matches!(node.value, Value::Array(_)) || path.steps().len() == 1);
                for (at, member) in node.members().iter().enumerate() {
                    let inner = if list && matches!(node.value, Value::Array(_)) {
                        path.index(at)
                    } else {
                        path.clone()
                    };
                    self.header(field, &header(path, several), false, full && at == 0);
                    self.fields(&fields, &inner, Some(member), full && at == 0);
                }
            }
            _ => {
                self.header(field, &header(path, list), true, full);
                self.fields(&fields, path, None, full);
            }
        }
        self.within.pop();
    }

    pub(super) fn header(&mut self, field: &Field, header: &str, unused: bool, full: bool) {
        self.out.push('\n');
        if full {
            if let Some(heading) = field.heading.as_ref().filter(|_| field.order.is_some()) {
                self.explain(&self.said(&words::form::heading(heading)));
            }
            self.help(field);
        }
        if unused {
            self.unused(header)
        } else {
            let _ = writeln!(self.out, "{header}");
        }
    }

    fn help(&mut self, field: &Field) {
        let options = field.options.as_ref();
        let options = options.map(|all| words::form::options(Argument::list(all, ", ")));
        let options = options.map(|options| self.said(&options));
        let text: Vec<&str> =
            field.help_in(self.blank.kind.language).into_iter().chain(options.as_deref()).collect();
        if !text.is_empty() {
            self.explain(&text.join(" "));
        }
    }

    /// Explains in lines of readable length.
    pub(super) fn explain(&mut self, text: &str) {
        let mut line = String::from("#");
        for word in text.split_whitespace() {
            if line.chars().count() + word.chars().count() >= WIDTH {
                let _ = writeln!(self.out, "{line}");
                line = String::from("#");
            }
            line.push(' ');
            line.push_str(word);
        }
        let _ = writeln!(self.out, "{line}");
    }

    pub(super) fn unused(&mut self, line: &str) {
        let _ = writeln!(self.out, "#{line}");
    }
}

pub(super) fn header(path: &FieldPath, list: bool) -> String {
    let name = path.keys().collect::<Vec<_>>().join(".");
    if list { format!("[[{name}]]") } else { format!("[{name}]") }
}
