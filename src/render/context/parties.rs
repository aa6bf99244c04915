//! The parties: names for the title, Roman numbers, and the sentence of the komparisi.

use serde_json::{Map, Value as Json, json};

use super::Maker;
use super::runs::Setting;
use super::sentence::Sentence;
use crate::source::node::Node;
use crate::text::stead::STEADS;
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
        party.insert("komparisi".into(), maker.sentence(sentence));
    }
}

fn text(node: &Node, key: &str) -> String {
    node.get(key).and_then(Node::str).unwrap_or_default().trim().to_owned()
}

/// `Kepala …, berkedudukan di …, dalam hal ini bertindak untuk dan atas nama …, berdasarkan …,
/// selanjutnya disebut PIHAK KESATU;` — what is not given is left out.
fn sentence(maker: &Maker<'_>, node: &Node) -> Sentence {
    let mut parts: Vec<Sentence> = Vec::new();
    let officials = node.get("pejabat").map_or(&[][..], Node::members);
    let posts: Vec<Sentence> = officials.iter().filter_map(post).collect();
    if !posts.is_empty() {
        parts.push(Sentence::joined(posts, "; "));
    }
    let address = text(node, "alamat");
    if !address.is_empty() {
        parts.push(Sentence::default().say("berkedudukan di ").value(&address));
    }
    for entry in node.get("identitas").map_or(&[][..], Node::members) {
        let (name, value) = (text(entry, "nama"), text(entry, "isi"));
        if !value.is_empty() {
            let words = [name, value].into_iter().filter(|word| !word.is_empty());
            parts.push(Sentence::joined(words.map(|word| Sentence::of(&word)), " "));
        }
    }
    let institution = text(node, "lembaga");
    if !institution.is_empty() {
        let acting = Sentence::default()
            .say("dalam hal ini bertindak untuk dan atas nama ")
            .value(&institution);
        let authority = authority(maker, node);
        parts.push(if authority.is_empty() {
            acting
        } else {
            acting.say(" berdasarkan ").then(authority)
        });
    }
    let label = text(node, "sebutan");
    if !label.is_empty() {
        parts.push(Sentence::default().say("selanjutnya disebut ").value(&label));
    }
    if parts.is_empty() { Sentence::default() } else { Sentence::joined(parts, ", ").say(";") }
}

/// `Plt. Kepala …`
fn post(official: &Node) -> Option<Sentence> {
    let stead = official.get("bertindak").and_then(Node::str);
    let acting = STEADS.iter().find(|(name, _)| stead == Some(name)).map_or("", |(_, mark)| mark);
    let post = text(official, "jabatan");
    (!post.is_empty()).then(|| Sentence::default().say(acting).value(&post))
}

/// The decrees and powers that the officials act under.
fn authority(maker: &Maker<'_>, node: &Node) -> Sentence {
    let sources = node.get("kewenangan").map_or(&[][..], Node::members).iter();
    let mut said: Vec<Sentence> = sources.map(|one| maker.legal_basis(one, true)).collect();
    if let Some(power) = node.get("kuasa").filter(|node| !node.is_empty()) {
        let sentence = maker.legal_basis(power, true);
        let named = power.get("jenis").is_some_and(|node| !node.is_empty());
        said.push(if named {
            sentence
        } else {
            Sentence::default().say("Surat Kuasa ").then(sentence)
        });
    }
    said.retain(|sentence| !sentence.is_empty());
    match said.pop() {
        Some(last) if !said.is_empty() => Sentence::joined(said, ", ").say(" dan ").then(last),
        last => last.unwrap_or_default(),
    }
}
