//! From a place in a filled template back to the line of the template itself.
//!
//! minijinja keeps no map. Where a fault has to be shown, the template is filled once more with a
//! private character at the head of every line that prints; where those characters land tells which
//! line printed what.

/// The first of the private characters: line n of all templates is marked with this plus n.
const FIRST: u32 = 0xF_0000;

/// A template with its printing lines marked; its first line has this number.
pub(super) fn mark(template: &str, first: usize) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut open = Tag::None;
    for (number, line) in (first..).zip(template.split_inclusive('\n')) {
        let body = line.trim_start();
        let indent = line.len() - body.len();
        let prints = open == Tag::None
            && !body.is_empty()
            && !body.starts_with("{%")
            && !body.starts_with("{#");
        out.push_str(line.get(..indent).unwrap_or_default());
        if prints {
            out.extend(u32::try_from(number).ok().and_then(|n| char::from_u32(FIRST + n)));
        }
        out.push_str(body);
        open = open.after(line);
    }
    out
}

/// Which tag is still open at the end of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    None,
    Until(&'static str),
}

impl Tag {
    fn after(self, line: &str) -> Self {
        let mut tag = self;
        let mut rest = line;
        loop {
            match tag {
                Self::Until(close) => match rest.split_once(close) {
                    Some((_, tail)) => (tag, rest) = (Self::None, tail),
                    None => return tag,
                },
                Self::None => {
                    let opening = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
                        .into_iter()
                        .filter_map(|(open, close)| Some((rest.find(open)?, close)))
                        .min();
                    match opening {
                        Some((at, close)) => {
                            (tag, rest) =
                                (Self::Until(close), rest.get(at + 2..).unwrap_or_default());
                        }
                        None => return tag,
                    }
                }
            }
        }
    }
}

/// The line, counted from 1 through all templates, that printed a byte of the filled text.
pub(super) fn line_of(marked: &str, offset: usize) -> Option<usize> {
    let mut seen = 0;
    let mut line = None;
    for c in marked.chars() {
        let code = u32::from(c);
        if (FIRST..FIRST + 0xFFFD).contains(&code) {
            line = usize::try_from(code - FIRST).ok().map(|number| number + 1);
            continue;
        }
        if seen > offset {
            break;
        }
        seen += c.len_utf8();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_lead_back() {
        let template = "{% if x %}\n#satu\n{% endif %}\n  #dua({{\n a\n}})\n";
        let marked = mark(template, 0);
        assert_eq!(marked.matches(|c: char| u32::from(c) >= FIRST).count(), 2);
        let filled = "\u{F0001}#satu\n  \u{F0003}#dua(1)\n";
        assert_eq!(line_of(filled, 2), Some(2));
        assert_eq!(line_of(filled, 10), Some(4));
    }
}
