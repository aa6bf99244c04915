//! Texts of one or several paragraphs.

use super::Maker;
use super::value::Value;
use super::words::Setting;
use crate::source::node::Node;

impl Maker<'_> {
    /// The paragraphs of a string, which blank lines part, or of a list of strings.
    pub(super) fn paragraphs(&self, node: &Node, setting: Setting) -> Value {
        let texts = node.members().iter().filter_map(Node::str);
        let parts: Vec<&str> = texts.flat_map(split).collect();
        match parts.as_slice() {
            [] => Value::Nothing,
            [one] => Value::Text(self.runs(one, setting)),
            many => {
                Value::Paragraphs { all: many.iter().map(|one| self.runs(one, setting)).collect() }
            }
        }
    }
}

/// The parts of a text between blank lines.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = blank_line(rest) {
        let (head, tail) = rest.split_at(at);
        parts.push(head);
        rest = tail.trim_start_matches([' ', '\t', '\r', '\n']);
    }
    parts.push(rest);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

fn blank_line(text: &str) -> Option<usize> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() && offset > 0 {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(split("a\nb\n\n \nc\n"), ["a\nb\n", "c\n"]);
        assert_eq!(split("\na"), ["\na"]);
        assert_eq!(split(" \n\n"), [""; 0]);
    }
}
