//! Filling a kind's template.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{DynObject, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State, UndefinedBehavior};

use super::data::Data;
use super::error::{Misuse, TemplateError};
use super::{escape, marks};
use crate::kind::{Catalog, Kind};

/// The templates of a catalogue, read once for any number of documents.
#[derive(Debug)]
pub(super) struct Templates(Result<Environment<'static>, TemplateError>);

impl Templates {
    /// Reads the templates; what is wrong with one is told when something is to be filled.
    pub(super) fn read(catalog: &Catalog) -> Self {
        Self(environment_of(catalog, |_, text| text.to_owned()))
    }

    /// The filled template: Typst source.
    ///
    /// # Errors
    /// A fault in the template, at its own line.
    pub(super) fn fill(&self, kind: &Kind, data: &Arc<Data>) -> Result<String, TemplateError> {
        let env = self.0.as_ref().map_err(TemplateError::clone)?;
        let name = format!("{}/dokumen.typ.j2", kind.id);
        let template = env.get_template(&name).map_err(|error| TemplateError::of(error, &name))?;
        let values = Value::from(DynObject::new(Arc::clone(data)));
        template.render(values).map_err(|error| TemplateError::of(error, &name))
    }
}

/// The template and its line that printed a byte of the filled text: the kind's own, or one that it
/// includes.
pub(super) fn origin(
    catalog: &Catalog,
    kind: &Kind,
    data: &Arc<Data>,
    offset: usize,
) -> Option<(String, usize)> {
    // The lines of all templates are numbered through.
    let mut starts: Vec<(usize, String)> = Vec::new();
    let mut next = 0;
    let marked = Templates(environment_of(catalog, |path, text| {
        starts.push((next, path.to_owned()));
        let marked = marks::mark(text, next);
        next += text.lines().count();
        marked
    }));
    let line = marks::line_of(&marked.fill(kind, data).ok()?, offset)?;
    let (start, path) = starts.into_iter().rev().find(|(start, _)| *start < line)?;
    Some((path, line - start))
}

fn environment_of(
    catalog: &Catalog,
    mut prepare: impl FnMut(&str, &str) -> String,
) -> Result<Environment<'static>, TemplateError> {
    let mut env = environment();
    for (path, text) in catalog.files().filter(|(path, _)| path.ends_with(".typ.j2")) {
        let text = prepare(path, text);
        env.add_template_owned(path.to_owned(), text)
            .map_err(|error| TemplateError::of(error, path))?;
    }
    Ok(env)
}

fn environment() -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    env.set_formatter(write);
    env.add_filter("lit", literal);
    // The way around the escape.
    env.remove_filter("safe");
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    if let Ok(syntax) = syntax {
        env.set_syntax(syntax);
    }
    env
}

/// Writes a value into the source: as words that mean nothing but themselves.
fn write(
    out: &mut minijinja::Output<'_>,
    _: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    if value.is_safe() {
        return Ok(out.write_str(value.as_str().unwrap_or_default())?);
    }
    match value.kind() {
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::None => Ok(()),
        ValueKind::Number | ValueKind::Bool => Ok(out.write_str(&value.to_string())?),
        ValueKind::String => {
            let mut text = String::new();
            escape::escape(value.as_str().unwrap_or_default(), &mut text);
            Ok(out.write_str(&text)?)
        }
        _ => Err(Misuse::NoWord.into()),
    }
}

/// `{{ x|lit }}`: a value as Typst code.
fn literal(value: Value) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let mut out = String::new();
    escape::literal(&value, &mut out)?;
    Ok(Value::from_safe_string(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(source: &str) -> Result<String, Error> {
        environment().render_str(source, minijinja::context! { x => "#a" })
    }

    #[test]
    fn a_template_has_no_way_around_the_escape() {
        for source in [
            "{{ x }}",
            "{{ x|e }}",
            "{% autoescape false %}{{ x }}{% endautoescape %}",
            "{% set y %}{{ x }}{% endset %}{{ y }}",
            "{% filter upper|lower %}{{ x }}{% endfilter %}",
            "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}",
        ] {
            let filled = filled(source).unwrap();
            assert!(!filled.contains('#') && filled.contains("23"), "{source}: {filled}");
        }
        assert!(filled("{{ x|safe }}").is_err());
        assert_eq!(filled("{{ x|lit }}").unwrap(), "\"\\u{23}a\"");
    }
}
