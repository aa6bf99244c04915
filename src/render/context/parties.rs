//! The parties: names for the title, Roman numbers, and the sentence of the komparisi.

use serde_json::{Map, Value as Json, json};

use super::Maker;
use super::runs::Setting;
use super::values::flatten;
use crate::source::node::Node;
use crate::wording;

/// Completes each party.
pub(super) fn complete(maker: &Maker<'_>, values: &mut Map<String, Json>) {
    let nodes = maker.draft.root.get("pihak").map_or(&[][..], Node::members);
    let parties = values.get_mut("pihak").and_then(Json::as_array_mut);
    let mut group = Json::Null;
    for (index, (party, node)) in parties.into_iter().flatten().zip(nodes).enumerate() {
        if let Some(map) = party.as_object_mut() {
            complete_one(maker, map, node, index);
            // The name of a group stands above the first of its parties.
            let name = map.get("kelompok").cloned().unwrap_or_default();
            if name != group {
                map.insert("kelompok_judul".into(), name.clone());
            }
            group = name;
        }
    }
}

fn complete_one(maker: &Maker<'_>, party: &mut Map<String, Json>, node: &Node, index: usize) {
    let number = u32::try_from(index + 1).ok().and_then(wording::roman).unwrap_or_default();
    party.insert("romawi".into(), json!(number));
    if party.get("nama_judul").is_none_or(|name| name.is_null() || name == "") {
        let name = text(node, "lembaga");
        let capitals = Setting { capitals: true, ..Setting::default() };
        party.insert("nama_judul".into(), maker.runs(&name, capitals));
    }
    if party.get("komparisi").is_none_or(Json::is_null) {
        let sentence = sentence(maker, node);
        party.insert("komparisi".into(), maker.runs(&sentence, Setting::default()));
    }
}

fn text(node: &Node, key: &str) -> String {
    node.get(key).and_then(Node::str).unwrap_or_default().trim().to_owned()
}

/// `Kepala …, berkedudukan di …, dalam hal ini bertindak untuk dan atas nama …, berdasarkan …,
/// selanjutnya disebut PIHAK KESATU;` — what is not given is left out.
fn sentence(maker: &Maker<'_>, node: &Node) -> String {
    let mut parts: Vec<String> = Vec::new();
    let officials = node.get("pejabat").map_or(&[][..], Node::members);
    let posts: Vec<String> = officials.iter().map(post).filter(|post| !post.is_empty()).collect();
    if !posts.is_empty() {
        parts.push(posts.join("; "));
    }
    let address = text(node, "alamat");
    if !address.is_empty() {
        parts.push(format!("berkedudukan di {address}"));
    }
    for entry in node.get("identitas").map_or(&[][..], Node::members) {
        let (name, value) = (text(entry, "nama"), text(entry, "isi"));
        if !value.is_empty() {
            parts.push(format!("{name} {value}").trim().to_owned());
        }
    }
    let institution = text(node, "lembaga");
    let mut acting = format!("dalam hal ini bertindak untuk dan atas nama {institution}");
    let authority = authority(maker, node);
    if !authority.is_empty() {
        acting.push_str(&format!(" berdasarkan {authority}"));
    }
    if !institution.is_empty() {
        parts.push(acting);
    }
    let label = text(node, "sebutan");
    if !label.is_empty() {
        parts.push(format!("selanjutnya disebut {label}"));
    }
    if parts.is_empty() { String::new() } else { format!("{};", parts.join(", ")) }
}

/// `Plt. Kepala …`
fn post(official: &Node) -> String {
    let acting = match official.get("bertindak").and_then(Node::str) {
        Some("plt") => "Plt. ",
        Some("plh") => "Plh. ",
        Some("pj") => "Pj. ",
        Some("pjs") => "Pjs. ",
        _ => "",
    };
    let post = text(official, "jabatan");
    if post.is_empty() { post } else { format!("{acting}{post}") }
}

/// The decrees and powers that the officials act under.
fn authority(maker: &Maker<'_>, node: &Node) -> String {
    let sources = node.get("kewenangan").map_or(&[][..], Node::members).iter();
    let mut said: Vec<String> = sources.map(|one| flatten(&maker.legal_basis(one, true))).collect();
    if let Some(power) = node.get("kuasa").filter(|node| !node.is_empty()) {
        let text = flatten(&maker.legal_basis(power, true));
        let named = power.get("jenis").is_some_and(|node| !node.is_empty());
        said.push(if named { text } else { format!("Surat Kuasa {}", text.trim()) });
    }
    said.retain(|text| !text.trim().is_empty());
    match said.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} dan {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}
