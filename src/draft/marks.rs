//! Marks in texts that do not do what they were typed for: misspelt, never closed, or references by
//! name that lead nowhere. A page would print them as braces or as dots.

use super::inline::{self, Reference, Unread, Wrong};
use super::keys::article;
use super::outline::{Outline, Section};
use crate::finding::{Builtin, Fault, Hit, Place};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::text::{folded_key, nearest};
use crate::words::{self, Argument, Phrase};

/// The faults of the marks in texts, each text with its path.
pub(super) fn faults(texts: &[(FieldPath, &str)], outline: &Outline, root: &Node) -> Vec<Fault> {
    let mut found = Vec::new();
    for (path, text) in texts {
        found
            .extend(inline::unread(text).into_iter().map(|mark| unread(mark, path, text, outline)));
        let lost = inline::references(text).into_iter().filter(|mark| !leads(mark, outline, root));
        found.extend(lost.map(|mark| lost_reference(mark, path, text, outline)));
    }
    found
}

fn unread(mark: Unread, path: &FieldPath, text: &str, outline: &Outline) -> Fault {
    let said = text.get(mark.span.clone()).unwrap_or_default();
    let hit = Hit::at(Place::within(path.clone(), mark.span.clone())).word("tanda", said);
    let (meant, mend) = match mark.wrong {
        Wrong::Unclosed => (words::marks::unclosed(mark.name), None),
        Wrong::Name(name) => (words::marks::name(mark.name), Some((name, mark.name.to_owned()))),
        Wrong::Target(inner) => {
            let name = folded_key(text.get(inner.clone()).unwrap_or_default().trim());
            let known = outline.find(&name).is_some();
            (words::marks::target(&name), known.then_some((inner, name)))
        }
    };
    let hit = hit.word("maksud", meant);
    let hit = match mend {
        Some((span, right)) => hit.mend(Place::within(path.clone(), span), right),
        None => hit,
    };
    (Builtin::MarkUnread, hit)
}

fn lost_reference(mark: Reference, path: &FieldPath, text: &str, outline: &Outline) -> Fault {
    let said = text.get(mark.span.clone()).unwrap_or_default();
    let hit = Hit::at(Place::within(path.clone(), mark.span)).word("rujukan", said);
    (Builtin::ReferenceLost, hit.word("maksud", meant(&mark.name, outline)))
}

/// What a reference that leads nowhere may have been meant for.
fn meant(name: &str, outline: &Outline) -> Phrase {
    let sections = outline.sections.iter().map(|section| section.name.as_str());
    let names = || sections.clone().filter(|name| !name.is_empty());
    match (outline.find(name), nearest(name, names())) {
        (Some(section), _) => words::marks::no_such_part(section.number),
        (None, Some(near)) => words::meant::perhaps(near),
        (None, None) if names().next().is_none() => words::marks::no_articles(),
        (None, None) => words::meant::known(Argument::list(names(), ", ")),
    }
}

/// Whether a reference by name leads to something that is there.
fn leads(mark: &Reference, outline: &Outline, root: &Node) -> bool {
    outline.find(&mark.name).is_some_and(|section| {
        mark.parts.is_empty() || section.body.has(&mark.parts) || numbers_more(section, root)
    })
}

/// Whether an article prints numbers besides those of its text: definitions, tables and rows made
/// from facts have some that are not known here.
fn numbers_more(section: &Section, root: &Node) -> bool {
    const OF_TEXT: [&str; 3] = [article::TEXT, article::SECOND_TEXT, article::CARRIES];
    let table = root.at(&section.path).and_then(Node::table);
    table.is_some_and(|table| {
        let structured = |node: &Node| matches!(node.value, Value::Array(_) | Value::Table(_));
        table.0.iter().any(|one| structured(&one.node) && !OF_TEXT.contains(&one.key.as_str()))
    })
}
