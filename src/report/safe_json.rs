//! JSON that is as harmless on a terminal or in a CI log as in a file: what could steer either is
//! written as `\uXXXX`, which means the same to every reader of JSON.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use super::harmless::invisible;

/// Writes a value over several lines.
pub(super) fn pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    writeln!(out, "{}", safe(&serde_json::to_string_pretty(value)?))
}

/// Writes a value on one line.
pub(super) fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    writeln!(out, "{}", safe(&serde_json::to_string(value)?))
}

/// A list over several lines that is written member by member, as [`pretty`] would write it whole.
pub(super) struct List {
    /// How far what surrounds it is set in.
    depth: usize,
    empty: bool,
}

impl List {
    /// A list inside so many others.
    pub(super) fn at(depth: usize) -> Self {
        Self { depth, empty: true }
    }

    pub(super) fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "[")
    }

    pub(super) fn member(&mut self, out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
        let comma = if self.empty { "" } else { "," };
        self.empty = false;
        let inside = self.depth + 1;
        write!(out, "{comma}\n{}{}", margin(inside), set_in(value, inside)?)
    }

    pub(super) fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.empty { write!(out, "]") } else { write!(out, "\n{}]", margin(self.depth)) }
    }
}

fn margin(depth: usize) -> String {
    "  ".repeat(depth)
}

/// A value over several lines, all but the first set in. A line end in a string is none in JSON.
pub(super) fn set_in(value: &impl Serialize, depth: usize) -> io::Result<String> {
    let json = safe(&serde_json::to_string_pretty(value)?);
    Ok(json.replace('\n', &format!("\n{}", margin(depth))))
}

/// Outside strings JSON has none of these characters, and none of them follows a backslash, so each
/// may be replaced wherever it stands. `#` because runners obey `##[` anywhere in a line.
fn safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        let unsafe_here = c == '#'
            || c.is_control() && c != '\n'
            || invisible(c)
            || matches!(c, '\u{2028}' | '\u{2029}');
        if !unsafe_here {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_by_members_is_the_list_as_a_whole() {
        let members = [vec!["a\nb", "#"], vec![], vec!["c"]];
        for count in 0..=members.len() {
            let (mut by_members, mut whole) = (Vec::new(), Vec::new());
            let mut list = List::at(0);
            list.begin(&mut by_members).unwrap();
            for member in &members[..count] {
                list.member(&mut by_members, member).unwrap();
            }
            list.end(&mut by_members).unwrap();
            pretty(&mut whole, &&members[..count]).unwrap();
            assert_eq!([by_members, vec![b'\n']].concat(), whole);
        }
    }

    #[test]
    fn the_same_value_without_what_steers() {
        let text = "##[add-mask]\u{9b}31m\u{7f}\u{202e}\u{e0041}é\u{1b}\\#";
        let mut out = Vec::new();
        line(&mut out, &text).unwrap();
        let json = String::from_utf8(out).unwrap();
        assert!(
            !json.contains('#') && !json.contains(['\u{9b}', '\u{7f}', '\u{202e}', '\u{e0041}'])
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
