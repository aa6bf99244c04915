//! What a template sees: every field under its own key as a display value, and what follows from
//! the draft (numbers, words, references). A template needs no arithmetic.

mod agreement;
mod articles;
mod hyphens;
mod parties;
mod rows;
mod runs;
mod sentence;
mod values;

use serde_json::{Map, Value as Json, json};

use super::{Images, Options};
use crate::draft::{self, Draft};
use crate::error::Failure;
use crate::source::node::Node;
use crate::wording::Bahasa;
pub(super) use hyphens::SOFT;
use hyphens::hyphenate;

/// The context of a template, and the rows that go in as a data file.
#[derive(Debug)]
pub struct Context {
    /// The values, by key.
    pub values: Map<String, Json>,
    /// Long tables: `/data.json` of the world.
    pub data: Option<Json>,
}

/// Makes the context of a draft.
///
/// # Errors
/// A picture that cannot be used.
pub fn build(draft: &Draft<'_>, images: &Images, options: &Options) -> Result<Context, Failure> {
    let maker = Maker { draft, language: draft.language(), images };
    let mut values = Map::new();
    for field in &draft.kind.fields {
        values.insert(field.key.clone(), maker.field(field)?);
    }
    let data = rows::take(&maker, &mut values);
    if draft.outline_kind() {
        let articles = articles::all(&maker);
        values.insert("pasal".into(), articles);
    }
    if values.contains_key("pihak") {
        parties::complete(&maker, &mut values);
    }
    agreement::complete(&maker, &mut values);
    values.insert("naskah".into(), head(draft, options));
    values.insert("gaya".into(), options.style.json());
    Ok(Context { values, data })
}

/// Makes display values.
pub(super) struct Maker<'a> {
    pub draft: &'a Draft<'a>,
    pub language: Bahasa,
    pub images: &'a Images,
}

fn head(draft: &Draft<'_>, options: &Options) -> Json {
    let spoken = draft::spoken_name(draft.kind, &draft.root);
    let given =
        draft.root.get("nama_naskah").and_then(Node::str).filter(|name| !name.trim().is_empty());
    let name = given.unwrap_or(&draft.kind.name);
    let shown = |text: &str| draft::inline::plain(&draft::body::squeeze(text));
    json!({
        "nama": shown(name).to_uppercase(),
        "sebutan": shown(&spoken),
        "rancangan": options.watermark,
        "judul_dok": title(draft),
        "bahasa": draft.kind.language.code(),
        "jenis": draft.kind.id,
    })
}

/// The title of the document as its properties give it.
pub fn title(draft: &Draft<'_>) -> String {
    let spoken = draft::spoken_name(draft.kind, &draft.root);
    let text = match draft.facts().title().map(draft::inline::plain) {
        Some(subject) => format!("{spoken}: {}", subject.trim()),
        None => spoken,
    };
    // Document properties are shown by programs that know no fonts of ours.
    text.chars().filter(|c| !c.is_control()).collect()
}
