//! The standard wording of an article that gives facts and no text.

use super::body::Body;
use super::value;
use crate::kind::{Field, Kind};
use crate::source::node::{Node, Value};
use crate::wording::{self, Bahasa};

/// The sentences that the facts allow; a sentence that lacks a fact is left out.
pub fn body(kind: &Kind, root: &Node, field: &Field, facts: &Node) -> Body {
    let sentences = field.standard.iter().flatten();
    let said = sentences.filter_map(|sentence| fill(kind, root, facts, sentence));
    let nodes = said.map(|text| Node { span: 0..0, value: Value::String(text) }).collect();
    // As a list of strings: a value must not be taken for a marker or for several lines.
    Body::read(&Node { span: 0..0, value: Value::Array(nodes) })
}

fn fill(kind: &Kind, root: &Node, facts: &Node, sentence: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}')?;
        out.push_str(before);
        out.push_str(&word(kind, root, facts, name)?);
        rest = tail;
    }
    out.push_str(rest);
    Some(out)
}

fn word(kind: &Kind, root: &Node, facts: &Node, name: &str) -> Option<String> {
    let language = kind.language;
    match name {
        "naskah" => Some(super::spoken_name(kind, root)),
        "para_pihak" => {
            let said = root.get("sebutan_bersama").and_then(Node::str).unwrap_or("PARA PIHAK");
            Some(if said.is_empty() { "para pihak".into() } else { said.to_owned() })
        }
        "mulai" => start(facts.get("mulai")?, language),
        "sampai" => {
            Some(facts.get("berakhir").and_then(value::date).map_or_else(String::new, |end| {
                format!(" sampai dengan tanggal {}", wording::date_long(end, language))
            }))
        }
        "rangkap" => {
            let parties = root.get("pihak").map_or(0, |list| list.members().len());
            let given = facts.get("rangkap").and_then(value::integer);
            let copies = given.and_then(|n| u64::try_from(n).ok()).unwrap_or(parties as u64);
            (copies > 0).then(|| format!("{copies} ({})", wording::cardinal(copies, language)))
        }
        path => {
            let node = path.split('.').try_fold(facts, |node, key| node.get(key))?;
            let term = value::term(node).map(|term| term.words(language));
            term.or_else(|| node.str().filter(|text| !text.trim().is_empty()).map(str::to_owned))
        }
    }
}

fn start(node: &Node, language: Bahasa) -> Option<String> {
    if let Some(date) = value::date(node) {
        return Some(format!("tanggal {}", wording::date_long(date, language)));
    }
    match &node.value {
        Value::String(text) if text.trim() == "penandatanganan" => {
            Some("tanggal ditandatangani".to_owned())
        }
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    }
}
