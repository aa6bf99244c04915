//! A field's value as a template shows it, by the field's type.

use chrono::Datelike;
use serde_json::{Map, Value as Json, json};

use super::Maker;
use super::runs::Setting;
use super::sentence::Sentence;
use crate::draft::body::{Block, Body};
use crate::draft::value;
use crate::error::Failure;
use crate::kind::{Field, FieldType, Record};
use crate::source::node::{Node, Value};
use crate::wording;

impl Maker<'_> {
    /// The value of a root field, or its default, or none.
    pub(crate) fn field(&self, field: &Field) -> Result<Json, Failure> {
        match self.draft.root.get(&field.key) {
            Some(node) => self.value(field, field.field_type(), node),
            None => Ok(self.default(field)),
        }
    }

    fn default(&self, field: &Field) -> Json {
        match &field.default {
            Some(text) if field.field_type().is_text() => self.runs(text, setting(field)),
            Some(text) => Json::String(text.clone()),
            None => Json::Null,
        }
    }

    /// A value as its type shows it; none for what is empty or of another type.
    pub(crate) fn value(
        &self,
        field: &Field,
        kind: &FieldType,
        node: &Node,
    ) -> Result<Json, Failure> {
        if node.is_empty() && !matches!(kind, FieldType::Teks) {
            return Ok(Json::Null);
        }
        Ok(match kind {
            FieldType::Kata | FieldType::Pilihan => text(node),
            FieldType::Teks => {
                node.str().map_or(Json::Null, |text| self.runs(text, setting(field)))
            }
            FieldType::Paragraf => self.paragraphs(node, setting(field)),
            FieldType::Isi => self.body(&Body::read(node), setting(field)),
            FieldType::Tanggal => self.date(node),
            FieldType::Waktu | FieldType::Mulai => self.moment(node, setting(field)),
            FieldType::Lama => value::term(node)
                .map_or(Json::Null, |term| json!({ "panjang": term.words(self.language) })),
            FieldType::Uang => value::money(node, self.language).map_or(Json::Null, |money| {
                let shown = |text: &str| self.runs(text, setting(field));
                json!({ "angka": shown(&money.figures(self.language)), "panjang": shown(&money.long(self.language)) })
            }),
            FieldType::Bilangan => value::integer(node).map_or(Json::Null, |number| json!(number)),
            FieldType::Ukuran => {
                value::size(node).map_or(Json::Null, |size| json!(format!("{size:.3}cm")))
            }
            FieldType::YaTidak => match node.value {
                Value::Bool(truth) => json!(truth),
                _ => Json::Null,
            },
            FieldType::Susunan => Json::Null,
            FieldType::Daftar(inner) => {
                let members = node.members().iter().map(|member| self.value(field, inner, member));
                Json::Array(members.collect::<Result<_, _>>()?)
            }
            FieldType::Record(record) => self.record(field, record, node)?,
        })
    }

    fn record(&self, field: &Field, record: &Record, node: &Node) -> Result<Json, Failure> {
        let mut map = Map::new();
        for inner in self.draft.kind.record_fields(field) {
            let shown = match node.get(&inner.key) {
                Some(node) => self.value(inner, inner.field_type(), node)?,
                None => self.default(inner),
            };
            map.insert(inner.key.clone(), shown);
        }
        match record {
            Record::Picture => self.picture(&mut map)?,
            Record::LegalBasis => {
                let sentence = self.legal_basis(node, true);
                map.insert("kalimat".into(), self.sentence(sentence));
            }
            Record::Article | Record::Other(_) => {}
        }
        Ok(Json::Object(map))
    }

    fn picture(&self, map: &mut Map<String, Json>) -> Result<(), Failure> {
        let file = map.get("berkas").and_then(Json::as_str).unwrap_or_default();
        let path = if file.is_empty() { None } else { Some(self.images.path_of(file)?) };
        map.insert("jalur".into(), path.map_or(Json::Null, Json::String));
        Ok(())
    }

    /// Paragraphs: one as runs, several as a list.
    pub(crate) fn paragraphs(&self, node: &Node, setting: Setting) -> Json {
        let texts = node.members().iter().filter_map(Node::str);
        let parts: Vec<&str> = texts.flat_map(split_paragraphs).collect();
        match parts.as_slice() {
            [] => Json::Null,
            [one] => self.runs(one, setting),
            many => {
                let many: Vec<Json> = many.iter().map(|part| self.runs(part, setting)).collect();
                json!({ "p": many })
            }
        }
    }

    fn date(&self, node: &Node) -> Json {
        let Some(date) = value::date(node) else {
            return Json::Null;
        };
        let language = self.language;
        let number = |n: i64| wording::cardinal(n.unsigned_abs(), language);
        let day = wording::weekday_name(date.weekday(), language);
        json!({
            "panjang": wording::date_long(date, language),
            "hari": day,
            "hari_kata": day,
            "tanggal_kata": number(date.day().into()),
            "bulan": wording::month_name(date.month(), language),
            "tahun_kata": number(date.year().into()),
            "tahun": date.year(),
            "angka": wording::date_figures(date),
            "iso": date.to_string(),
        })
    }

    fn moment(&self, node: &Node, setting: Setting) -> Json {
        match (&node.value, value::date(node)) {
            (Value::Datetime(_), Some(date)) => json!(wording::date_long(date, self.language)),
            (Value::String(text), _) => self.runs(text, setting),
            _ => Json::Null,
        }
    }

    /// A text with ayat, huruf and angka as nodes.
    pub(crate) fn body(&self, body: &Body, setting: Setting) -> Json {
        if body.blocks.is_empty() {
            return Json::Null;
        }
        Json::Array(self.blocks(&body.blocks, setting))
    }

    /// Blocks as nodes: `{p}` a paragraph, `{h}` a heading, `{d}` a list.
    pub(crate) fn blocks(&self, blocks: &[Block], setting: Setting) -> Vec<Json> {
        let node = |block: &Block| match block {
            Block::Paragraph(text) => json!({ "p": self.runs(text, setting) }),
            Block::Heading(text) => json!({ "h": self.runs(text, setting) }),
            Block::List(list) => {
                let items = list.items.iter().map(|item| {
                    let nodes = self.blocks(&item.blocks, setting);
                    json!({ "m": list.style.print(item.number), "n": nodes })
                });
                json!({ "d": items.collect::<Vec<_>>() })
            }
        };
        blocks.iter().map(node).collect()
    }

    /// `Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian (Lembaran Negara …)`.
    pub(crate) fn legal_basis(&self, node: &Node, amended: bool) -> Sentence {
        let part =
            |key: &str| node.get(key).and_then(Node::str).filter(|text| !text.trim().is_empty());
        if let Some(text) = part("teks") {
            return Sentence::of(text);
        }
        let mut parts = Vec::new();
        let mut add = |before: &str, value: &str, after: &str| {
            parts.push(Sentence::default().say(before).value(value).say(after));
        };
        if let Some(kind) = part("jenis") {
            add("", kind, "");
        }
        if let Some(number) = part("nomor") {
            add("Nomor ", number, "");
        }
        if let Some(year) = node.get("tahun").and_then(value::integer) {
            add("Tahun ", &year.to_string(), "");
        }
        if let Some(date) = node.get("tanggal").and_then(value::date) {
            add("tanggal ", &wording::date_long(date, self.language), "");
        }
        if let Some(subject) = part("tentang") {
            add("tentang ", subject, "");
        }
        if let Some(gazette) = part("pengundangan") {
            add("(", gazette, ")");
        }
        let changes = node.get("perubahan").filter(|_| amended).map_or(&[][..], Node::members);
        let many = if changes.len() > 1 {
            "beberapa kali diubah, terakhir dengan"
        } else {
            "diubah dengan"
        };
        if let Some(last) = changes.last() {
            let said = Sentence::default().say(&format!("sebagaimana telah {many} "));
            parts.push(said.then(self.legal_basis(last, false)));
        }
        Sentence::joined(parts, " ")
    }
}

/// The characters of runs, emphasis aside.
pub(crate) fn flatten(runs: &Json) -> String {
    match runs {
        Json::String(text) => text.clone(),
        Json::Array(list) => list.iter().map(flatten).collect(),
        Json::Object(map) => map.values().map(flatten).collect(),
        _ => String::new(),
    }
}

/// How a field's texts are set.
pub(crate) fn setting(field: &Field) -> Setting {
    Setting { capitals: field.capitals == Some(true), ..Setting::default() }
}

fn text(node: &Node) -> Json {
    node.str().map_or(Json::Null, |text| json!(text))
}

/// The parts of a text between blank lines.
fn split_paragraphs(text: &str) -> Vec<&str> {
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
