//! The articles of a document in print order.

use serde_json::{Map, Value as Json, json};

use super::Maker;
use super::runs::Setting;
use super::sentence::Sentence;
use crate::draft::Section;
use crate::draft::body::{Block, Body};
use crate::source::node::Node;
use crate::wording::{self, Bahasa};

/// All articles with their numbers, headings and contents.
pub(super) fn all(maker: &Maker<'_>) -> Json {
    let sections = maker.draft.outline.sections.iter();
    Json::Array(sections.map(|section| article(maker, section)).collect())
}

fn article(maker: &Maker<'_>, section: &Section) -> Json {
    let capitals = Setting { capitals: true, ..Setting::default() };
    let plain = Setting::default();
    let node = maker.draft.at(&section.path);
    let text =
        |key: &str| node.and_then(|node| node.get(key)?.str()).filter(|t| !t.trim().is_empty());
    let second = node.and_then(|node| node.get("isi_kedua")).map(Body::read);
    let mut map = Map::new();
    map.insert("nama".into(), json!(section.name));
    map.insert("nomor".into(), json!(section.number));
    map.insert("sebutan".into(), maker.runs(&label(maker, section), plain));
    map.insert("bab".into(), group(maker, section));
    map.insert("judul".into(), or_none(section.heading.as_deref(), |t| maker.runs(t, capitals)));
    map.insert("nodes".into(), nodes(maker, section));
    map.insert("judul_kedua".into(), or_none(text("judul_kedua"), |t| maker.runs(t, capitals)));
    map.insert("nodes_kedua".into(), second.map_or(Json::Null, |body| maker.body(&body, plain)));
    map.insert("definisi".into(), definitions(maker, node));
    map.insert("tabel".into(), tables(maker, node));
    map.insert("kontak".into(), contacts(maker, section));
    map.insert("rekening".into(), accounts(maker, section, node));
    map.insert("pelaksana".into(), units(maker, node));
    Json::Object(map)
}

fn or_none(text: Option<&str>, make: impl Fn(&str) -> Json) -> Json {
    text.map_or(Json::Null, make)
}

/// `Pasal 3`; in a memorandum `3.`
fn label(maker: &Maker<'_>, section: &Section) -> String {
    match maker.language {
        Bahasa::Melayu => format!("{}.", section.number),
        Bahasa::Indonesia => {
            let unit = maker.draft.text("satuan_naskah").unwrap_or("Pasal");
            format!("{unit} {}", section.number)
        }
    }
}

fn group(maker: &Maker<'_>, section: &Section) -> Json {
    let Some(index) = section.group else {
        return Json::Null;
    };
    let title = maker.draft.outline.groups.get(index).cloned().unwrap_or_default();
    let number = u32::try_from(index + 1).ok().and_then(wording::roman).unwrap_or_default();
    let capitals = Setting { capitals: true, ..Setting::default() };
    json!({ "nomor": number, "judul": maker.runs(&title, capitals) })
}

/// The text; the paragraphs of a memorandum carry its decimal numbers.
fn nodes(maker: &Maker<'_>, section: &Section) -> Json {
    let setting = Setting::default();
    match maker.language {
        Bahasa::Indonesia => maker.body(&section.body, setting),
        Bahasa::Melayu => numbered(maker, section),
    }
}

fn numbered(maker: &Maker<'_>, section: &Section) -> Json {
    let setting = Setting::default();
    let mut count = 0;
    let mut numbered: Vec<Json> = Vec::new();
    for block in &section.body.blocks {
        match block {
            Block::Paragraph(_) => {
                count += 1;
                let marker = format!("{}.{count}", section.number);
                let nodes = maker.blocks(std::slice::from_ref(block), setting);
                numbered.push(json!({ "d": [{ "m": marker, "n": nodes }] }));
            }
            // A list belongs to the paragraph that leads into it.
            Block::List(_) => {
                let list = maker.blocks(std::slice::from_ref(block), setting);
                let last = numbered.last_mut().and_then(|node| node.pointer_mut("/d/0/n"));
                match (last.and_then(Json::as_array_mut), list) {
                    (Some(nodes), list) => nodes.extend(list),
                    (None, list) => numbered.extend(list),
                }
            }
            Block::Heading(_) => {
                numbered.extend(maker.blocks(std::slice::from_ref(block), setting))
            }
        }
    }
    if numbered.is_empty() { Json::Null } else { Json::Array(numbered) }
}

/// `1. Istilah adalah …;`
fn definitions(maker: &Maker<'_>, node: Option<&Node>) -> Json {
    let Some(list) = node.and_then(|node| node.get("definisi")).filter(|list| !list.is_empty())
    else {
        return Json::Null;
    };
    let items = list.members().iter().enumerate().map(|(index, entry)| {
        let part = |key: &str| {
            let words = entry
                .get(key)
                .map(|node| node.members().iter().filter_map(Node::str).collect::<Vec<_>>());
            words.unwrap_or_default().join(" ").trim().to_owned()
        };
        let meaning = part("arti");
        let end = if meaning.ends_with(['.', ';']) { "" } else { "." };
        let sentence = Sentence::of(&part("istilah")).say(" adalah ").value(&meaning).say(end);
        json!({ "m": format!("{}.", index + 1), "n": [{ "p": maker.sentence(sentence) }] })
    });
    json!([{ "d": items.collect::<Vec<_>>() }])
}

fn tables(maker: &Maker<'_>, node: Option<&Node>) -> Json {
    let list = node.and_then(|node| node.get("tabel")).filter(|list| !list.is_empty());
    let all = list.map_or(&[][..], Node::members).iter().map(|table| self::table(maker, table));
    Json::Array(all.collect())
}

/// A table with its heads and rows as runs.
pub(super) fn table(maker: &Maker<'_>, table: &Node) -> Json {
    let narrow = Setting { narrow: true, ..Setting::default() };
    let cell = |node: &Node| node.str().map_or(Json::Null, |text| maker.runs(text, narrow));
    let cells = |node: &Node| node.members().iter().map(cell).collect::<Vec<_>>();
    let rows = table.get("baris").and_then(Node::array).unwrap_or_default();
    json!({
        "judul": table.get("judul").map_or(Json::Null, cell),
        "kolom": table.get("kolom").map(cells).unwrap_or_default(),
        "baris": rows.iter().map(cells).collect::<Vec<_>>(),
        "lebar": table.get("lebar").map(|list| {
            list.members().iter().filter_map(crate::draft::value::integer).collect::<Vec<_>>()
        }),
    })
}

/// The addresses of the parties, under the article on correspondence.
fn contacts(maker: &Maker<'_>, section: &Section) -> Json {
    if section.name != "korespondensi" {
        return Json::Null;
    }
    let parties = maker.draft.root.get("pihak").map_or(&[][..], Node::members);
    let rows: Vec<Json> = parties
        .iter()
        .filter_map(|party| {
            let contact = party.get("kontak").filter(|node| !node.is_empty())?;
            let mut row = Map::new();
            for key in ["sebutan", "lembaga"] {
                row.insert(key.into(), shown(maker, party.get(key)));
            }
            for key in ["up", "alamat", "telepon", "faksimile", "surel", "situs"] {
                row.insert(key.into(), shown(maker, contact.get(key)));
            }
            Some(Json::Object(row))
        })
        .collect();
    if rows.is_empty() { Json::Null } else { Json::Array(rows) }
}

/// Bank accounts: those of the article, and under the article on money those of the parties.
fn accounts(maker: &Maker<'_>, section: &Section, node: Option<&Node>) -> Json {
    let mut rows = Vec::new();
    let mut add = |label: Option<&Node>, accounts: Option<&Node>| {
        for account in accounts.map_or(&[][..], Node::members) {
            let part = |key: &str| shown(maker, account.get(key));
            rows.push(json!({
                "sebutan": shown(maker, label), "bank": part("bank"),
                "nomor": part("nomor"), "atas_nama": part("atas_nama"),
            }));
        }
    };
    add(None, node.and_then(|node| node.get("rekening")));
    if section.name == "pendanaan" {
        for party in maker.draft.root.get("pihak").map_or(&[][..], Node::members) {
            add(party.get("sebutan").or_else(|| party.get("lembaga")), party.get("rekening"));
        }
    }
    if rows.is_empty() { Json::Null } else { Json::Array(rows) }
}

/// The units that carry out, as a table.
fn units(maker: &Maker<'_>, node: Option<&Node>) -> Json {
    let Some(list) = node.and_then(|node| node.get("pelaksana")).filter(|list| !list.is_empty())
    else {
        return Json::Null;
    };
    let rows = list
        .members()
        .iter()
        .map(|unit| ["pihak", "unit", "tugas"].map(|key| shown(maker, unit.get(key))));
    json!({
        "judul": null, "kolom": ["PIHAK", "UNIT PELAKSANA", "TUGAS"],
        "baris": rows.collect::<Vec<_>>(), "lebar": [3, 4, 5],
    })
}

fn shown(maker: &Maker<'_>, node: Option<&Node>) -> Json {
    let text = node.and_then(Node::str).filter(|text| !text.trim().is_empty());
    text.map_or(Json::Null, |text| maker.runs(text, Setting::default()))
}
