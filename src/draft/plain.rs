//! A draft as it reads: every blank a plain one, emphasis and invisible characters left out.
//!
//! The rules judge this, so that no pattern has to know what word processors put between words; what
//! they find is led back to the draft as it was written.

use std::sync::Arc;

use super::{Draft, Facts, Outline, inline, outline, shape};
use crate::finding::{Hit, Mend, Part, Place};
use crate::source::Span;
use crate::source::node::{Entry, Node, Table, Value};
use crate::source::path::FieldPath;
use crate::text::Known;

/// The same draft with plain texts; `None` where it is plain already.
pub(crate) fn plain<'k>(draft: &Draft<'k>) -> Option<Draft<'k>> {
    if is_plain(&draft.root) {
        return None;
    }
    let (kind, root) = (draft.kind, plain_node(&draft.root));
    let values = shape::values(kind, &root);
    // Most texts are plain as they stand, and read already. What an article without a text says is
    // made of other facts, which may not be.
    let known = |path: &FieldPath| {
        let text = draft.at(path).and_then(Node::str)?;
        let same = !text.trim().is_empty() && !may_change(text);
        let mut sections = draft.outline.sections.iter().filter(|_| same);
        sections.find(|one| one.text_path == *path).map(|one| &one.body)
    };
    let body = |path: &FieldPath, text: &Node| match known(path) {
        Some(body) => Arc::clone(body),
        None => outline::read(text),
    };
    let facts = Facts { kind, root: &root, values: &values };
    let (outline, _) = Outline::build_with(facts, &body);
    Some(Draft { kind, root, values, outline })
}

/// What was found in the plain draft, in the terms of the draft as it was written.
pub(crate) fn hit_in(root: &Node, hit: Hit) -> Hit {
    let related = hit.related.into_iter().map(|(place, note)| (place_in(root, place), note));
    Hit {
        place: place_in(root, hit.place),
        related: related.collect(),
        mend: hit.mend.and_then(|mend| mend_in(root, mend)),
        ..hit
    }
}

/// A place of the plain draft in the draft as it was written.
pub(crate) fn place_in(root: &Node, place: Place) -> Place {
    let Part::Within(span) = &place.part else {
        return place;
    };
    match original(root, &place).and_then(|text| Some(PlainText::of(text)?.original(text, span))) {
        Some(span) => Place::within(place.path, span),
        None => place,
    }
}

/// A change that would lose a character that the plain draft does not show is none.
fn mend_in(root: &Node, mend: Mend) -> Option<Mend> {
    let place = |(place, text): (Place, String)| {
        let length = length(&place);
        let there = place_in(root, place);
        (self::length(&there) == length).then_some((there, text))
    };
    let edits: Option<Vec<(Place, String)>> = mend.edits.into_iter().map(place).collect();
    Some(Mend { edits: edits?, safe: mend.safe })
}

fn length(place: &Place) -> Option<usize> {
    match &place.part {
        Part::Within(span) => Some(span.len()),
        _ => None,
    }
}

fn original<'n>(root: &'n Node, place: &Place) -> Option<&'n str> {
    root.at(&place.path).and_then(Node::str)
}

fn is_plain(node: &Node) -> bool {
    match &node.value {
        Value::String(text) => !may_change(text),
        Value::Array(list) => list.iter().all(is_plain),
        Value::Table(table) => table.0.iter().all(|entry| is_plain(&entry.node)),
        _ => true,
    }
}

fn plain_node(node: &Node) -> Node {
    let value = match &node.value {
        Value::String(text) => Value::String(plain_text(text)),
        Value::Array(list) => Value::Array(list.iter().map(plain_node).collect()),
        Value::Table(table) => {
            let entry = |entry: &Entry| Entry {
                key: entry.key.clone(),
                key_span: entry.key_span.clone(),
                node: plain_node(&entry.node),
            };
            Value::Table(Table::new(table.0.iter().map(entry).collect()))
        }
        other => other.clone(),
    };
    Node { span: node.span.clone(), value }
}

/// A text as it reads. One that another draft has as well is not read again.
fn plain_text(text: &str) -> String {
    if !may_change(text) {
        return text.to_owned();
    }
    let plain = Known::of(text).read(|| PlainText::of(text));
    plain.as_ref().as_ref().map_or_else(|| text.to_owned(), |plain| plain.text.clone())
}

/// A text with plain blanks, and where its bytes stood.
#[derive(Debug)]
struct PlainText {
    text: String,
    /// Bytes of the plain text, each with the byte of the original that it goes on at.
    jumps: Vec<(usize, usize)>,
}

impl PlainText {
    /// `None` where nothing changes.
    fn of(original: &str) -> Option<Self> {
        if !may_change(original) {
            return None;
        }
        let marks = inline::emphasis_marks(original);
        let mut marks = marks.iter().peekable();
        let mut plain = Self { text: String::with_capacity(original.len()), jumps: Vec::new() };
        let mut end = 0;
        for (at, c) in original.char_indices() {
            if at < end {
                continue;
            }
            end = at + c.len_utf8();
            if let Some(mark) = marks.next_if(|mark| mark.start == at) {
                end = mark.end;
            } else if is_blank(c) {
                plain.text.push(' ');
            } else if !is_invisible(c) {
                plain.text.push(c);
                continue;
            }
            plain.jumps.push((plain.text.len(), end));
        }
        (!plain.jumps.is_empty()).then_some(plain)
    }

    /// The bytes of the original behind those of the plain text.
    fn original(&self, original: &str, span: &Span) -> Span {
        let start = self.byte(span.start, |jump| jump <= span.start);
        let end = self.byte(span.end, |jump| jump < span.end);
        original.floor_char_boundary(start)..original.ceil_char_boundary(end.max(start))
    }

    fn byte(&self, at: usize, passed: impl Fn(usize) -> bool) -> usize {
        let last = self.jumps.iter().take_while(|(plain, _)| passed(*plain)).last();
        last.map_or(at, |(plain, original)| original + (at - plain))
    }
}

/// Whether anything in a text may change; cheap for the many where nothing does.
fn may_change(text: &str) -> bool {
    let marks = ["{miring:", "{tebal:"];
    let emphasis = || marks.iter().any(|mark| text.contains(mark));
    let exotic = || !text.is_ascii() && text.chars().any(|c| is_blank(c) || is_invisible(c));
    (text.contains('{') && emphasis()) || exotic()
}

/// A blank other than those that keyboards make.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

/// Characters that nobody sees and that say nothing: soft hyphen, zero-width blanks and joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn there(original: &str, word: &str) -> String {
        let plain = PlainText::of(original).unwrap();
        let start = plain.text.find(word).unwrap();
        let span = plain.original(original, &(start..start + word.len()));
        original[span].to_owned()
    }

    #[test]
    fn blanks_and_emphasis_are_plain_and_lead_back() {
        let original = "Rp\u{a0}5\u{202f}000 ({miring:lima} {tebal:ri\u{ad}bu}) rupiah";
        let plain = PlainText::of(original).unwrap();
        assert_eq!(plain.text, "Rp 5 000 (lima ribu) rupiah");
        assert_eq!(there(original, "lima"), "lima");
        assert_eq!(there(original, "ribu"), "ri\u{ad}bu");
        assert_eq!(there(original, "5 000"), "5\u{202f}000");
        assert_eq!(there(original, " 5"), "\u{a0}5");
        assert_eq!(there(original, "rupiah"), "rupiah");
        assert_eq!(there(original, "("), "(");
    }

    #[test]
    fn plain_texts_and_other_braces_stay() {
        for text in
            ["Rp5.000 (lima ribu)", "{pasal:tujuan}", "{harfiah:a b}", "{miring:x", "Ünïcödé"]
        {
            assert!(PlainText::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_change_across_a_mark_is_none() {
        let value = Value::String("({miring:lima} ribu)".to_owned());
        let root = Node { span: 0..0, value };
        let hit = |span: Span| {
            let place = Place::within(FieldPath::root(), span);
            hit_in(&root, Hit::at(place.clone()).mend(place, "enam"))
        };
        // "lima", and "lima ribu", of "(lima ribu)".
        let whole = hit(1..5);
        assert_eq!(whole.place, Place::within(FieldPath::root(), 9..13));
        assert!(whole.mend.is_some());
        assert!(hit(1..10).mend.is_none());
    }
}
