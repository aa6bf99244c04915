//! SVG files: what they would come to if they were drawn, without drawing them.

use std::collections::HashMap;

use data_url::DataUrl;
use roxmltree::{Document, Node, NodeId, ParsingOptions};

use super::{DOTS, Fault, fits, raster};

/// The most elements, each counted as often as something refers to it. A coat of arms in all its
/// detail has some thousands.
const ELEMENTS: u64 = 100_000;

/// The longest side, in the units of the file. Renderers count in 32 bits.
const SIDE: f64 = 100_000.0;

/// How deep elements and references may nest.
const DEPTH: usize = 200;

/// What is not drawn, or takes as long as its author likes: `filter` may ask for any number of
/// octaves, and what is in a `foreignObject` is another language.
const FORBIDDEN: [&str; 2] = ["filter", "foreignObject"];

/// Whether an SVG can be drawn within some memory and time.
///
/// # Errors
/// One that is broken, too large, too rich, or refers to another file.
pub(super) fn drawable(text: &str) -> Result<(), Fault> {
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: u32::try_from(4 * ELEMENTS).unwrap_or(u32::MAX),
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Fault::SvgTooManyElements,
        _ => Fault::SvgBroken,
    })?;
    let root = document.root_element();
    sized(&root)?;
    root.descendants().filter(Node::is_element).try_for_each(|node| element(&node))?;
    let cost = Costs::of(&document).cost(root, 0)?;
    if cost > ELEMENTS { Err(Fault::SvgTooManyElements) } else { Ok(()) }
}

/// Whether the picture has a size that can be drawn: its own, or that of what it shows.
fn sized(root: &Node<'_, '_>) -> Result<(), Fault> {
    let shown: Vec<f64> = root.attribute("viewBox").map_or_else(Vec::new, numbers);
    let shown = |at: usize| shown.get(at).copied();
    let side = |name| root.attribute(name).and_then(length);
    let width = side("width").or_else(|| shown(2)).unwrap_or(100.0);
    let height = side("height").or_else(|| shown(3)).unwrap_or(100.0);
    if !(width > 0.0 && height > 0.0) {
        return Err(Fault::SvgBroken);
    }
    if width > SIDE || height > SIDE {
        return Err(Fault::TooLong);
    }
    fits(width, height)
}

fn numbers(text: &str) -> Vec<f64> {
    let words = text.split([' ', ',', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    words.filter_map(|word| word.parse().ok()).collect()
}

/// A length without its unit; a share of something else is none.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    number.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether an element by itself can be drawn.
fn element(node: &Node<'_, '_>) -> Result<(), Fault> {
    let name = node.tag_name().name();
    if let Some(forbidden) = FORBIDDEN.iter().find(|forbidden| **forbidden == name) {
        return Err(Fault::SvgElement(forbidden));
    }
    let styled = |text: &str| text.contains("filter");
    let asks = node.attribute("filter").is_some_and(|value| value.trim() != "none");
    let sheet = name == "style" && node.text().is_some_and(styled);
    if asks || sheet || node.attribute("style").is_some_and(styled) {
        return Err(Fault::SvgElement("filter"));
    }
    if name == "image" { embedded(href(node).unwrap_or_default()) } else { Ok(()) }
}

/// Whether a picture inside the picture is there itself, and no bomb.
fn embedded(reference: &str) -> Result<(), Fault> {
    let url = DataUrl::process(reference.trim()).map_err(|_| Fault::SvgRefers)?;
    let (bytes, _) = url.decode_to_vec().map_err(|_| Fault::SvgBroken)?;
    let (_, size) = raster::head(&bytes)?.ok_or(Fault::SvgRefers)?;
    if size.dots() > DOTS { Err(Fault::TooManyDots(size.dots())) } else { Ok(()) }
}

/// What an element refers to, in either of the two spellings.
fn href<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    node.attributes().find(|one| one.name() == "href").map(|one| one.value())
}

/// How many elements come of each, with all that it refers to.
struct Costs<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
    /// Zero while it is being counted: what refers to itself is not drawn again.
    known: HashMap<NodeId, u64>,
}

impl<'a, 'input> Costs<'a, 'input> {
    fn of(document: &'a Document<'input>) -> Self {
        let named = |node: Node<'a, 'input>| Some((node.attribute("id")?, node));
        Self { by_id: document.descendants().filter_map(named).collect(), known: HashMap::new() }
    }

    fn cost(&mut self, node: Node<'a, 'input>, depth: usize) -> Result<u64, Fault> {
        if depth > DEPTH {
            return Err(Fault::SvgTooManyElements);
        }
        if let Some(known) = self.known.insert(node.id(), 0) {
            self.known.insert(node.id(), known);
            return Ok(known);
        }
        let mut cost = 1;
        for inner in node.children().filter(Node::is_element) {
            cost += self.cost(inner, depth + 1)?;
        }
        for (id, times) in references(&node) {
            if let Some(target) = self.by_id.get(id).copied() {
                cost = times.saturating_mul(self.cost(target, depth + 1)?).saturating_add(cost);
            }
            if cost > ELEMENTS {
                return Err(Fault::SvgTooManyElements);
            }
        }
        self.known.insert(node.id(), cost);
        Ok(cost)
    }
}

/// What an element refers to by name, and how often that is drawn for it.
fn references<'a>(node: &Node<'a, '_>) -> Vec<(&'a str, u64)> {
    let corners = || node.attribute("d").or_else(|| node.attribute("points")).map_or(1, corners);
    let mut found = Vec::new();
    for one in node.attributes() {
        let times = if one.name().contains("marker") { corners() } else { 1 };
        if one.name() == "href" {
            found.extend(one.value().strip_prefix('#').map(|id| (id, 1)));
        } else {
            found.extend(urls(one.value()).map(|id| (id, times)));
        }
    }
    found
}

/// At most so many corners has a line: every number may belong to one of its own.
fn corners(line: &str) -> u64 {
    let numbers = line.split(|c: char| !c.is_ascii_digit() && c != '.');
    numbers.filter(|number| !number.is_empty()).count() as u64 + 1
}

/// Every name in `url(#name)`.
fn urls(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split("url(").skip(1);
    let inside = parts.filter_map(|part| part.split(')').next());
    inside.filter_map(|name| name.trim_matches(['"', '\'', ' ']).strip_prefix('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(head: &str, body: &str) -> Result<(), Fault> {
        drawable(&format!("<svg xmlns='http://www.w3.org/2000/svg' {head}>{body}</svg>"))
    }

    #[test]
    fn what_people_draw() {
        let arms = "<defs><linearGradient id='a'/><g id='b'><path d='M0 0h9'/></g></defs>\
                    <use href='#b' fill='url(#a)'/><text>Lapas</text>";
        for head in [
            "width='90' height='90'",
            "viewBox='0 0 20 30'",
            "width='2cm' height='2.5cm'",
            "width='100%'",
            "",
        ] {
            svg(head, arms).unwrap();
        }
        let dtd = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]>\
                   <svg xmlns='&ns;' width='9' height='9'/>";
        drawable(dtd).unwrap();
    }

    #[test]
    fn sizes_without_end() {
        for head in ["width='1' height='1e9'", "width='1e9' height='1e9'", "viewBox='0 0 1 900'"] {
            assert!(matches!(svg(head, ""), Err(Fault::TooLong)), "{head}");
        }
        for head in ["width='0' height='9'", "viewBox='0 0 -1 9'"] {
            assert!(matches!(svg(head, ""), Err(Fault::SvgBroken)), "{head}");
        }
    }

    #[test]
    fn what_takes_any_time() {
        for body in [
            "<filter id='f'><feTurbulence numOctaves='100000000'/></filter>",
            "<rect filter='blur(9)'/>",
            "<rect style='filter:blur(9px)'/>",
            "<style>rect { filter: blur(9px) }</style>",
        ] {
            assert!(matches!(svg("", body), Err(Fault::SvgElement("filter"))), "{body}");
        }
        assert!(matches!(svg("", "<foreignObject/>"), Err(Fault::SvgElement("foreignObject"))));
    }

    /// Ten levels, each ten times the one below: ten thousand million elements in a kilobyte.
    #[test]
    fn references_are_counted_as_often_as_they_are_made() {
        let level = |at: usize| {
            let uses = format!("<use href='#l{}'/>", at + 1).repeat(10);
            format!("<g id='l{at}'>{uses}</g>")
        };
        let levels: String = (0..10).map(level).collect();
        assert!(matches!(svg("", &levels), Ok(()) | Err(Fault::SvgTooManyElements)));
        let laughs = format!("{levels}<g id='l10'><rect/></g>");
        assert!(matches!(svg("", &laughs), Err(Fault::SvgTooManyElements)));
        let round = "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>";
        assert!(svg("", round).is_ok());
        let deep = format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000));
        assert!(matches!(svg("", &deep), Err(Fault::SvgTooManyElements)));
        let marked = format!(
            "<marker id='m'>{}</marker><path marker-mid='url(#m)' d='M{}'/>",
            "<rect/>".repeat(100),
            "0 0 ".repeat(1_000)
        );
        assert!(matches!(svg("", &marked), Err(Fault::SvgTooManyElements)));
    }

    #[test]
    fn pictures_inside_are_there_themselves() {
        let image = |href: &str| svg("", &format!("<image href='{href}'/>"));
        for href in ["lain.png", "/etc/x.png", "http://x/y.png", "data:image/svg+xml,<svg/>", ""] {
            let escaped = href.replace('<', "&lt;");
            assert!(matches!(image(&escaped), Err(Fault::SvgRefers)), "{href}");
        }
        // The heads of two PNG files: one of nine dots, one of ten thousand million.
        image("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAAAAA==").unwrap();
        let bomb = image("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAAAAA==");
        assert!(matches!(bomb, Err(Fault::TooManyDots(10_000_000_000))), "{bomb:?}");
    }
}
