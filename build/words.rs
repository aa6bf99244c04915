//! Makes typed constructors of the sentences in `words/`: one function a sentence, its placeholders
//! as parameters. What the command line says of itself becomes a table, since the names of commands
//! and arguments ask for it. A sentence that Malay lacks, or that asks for other placeholders in one language
//! than in another, ends the build; English may be missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// Sentences by subject and name.
type Catalogue = BTreeMap<String, Entry>;

/// What stands under a key of a catalogue.
enum Entry {
    Sentence(Vec<Piece>),
    Subject(Catalogue),
}

/// A part of a sentence.
enum Piece {
    Text(String),
    Slot(String),
}

/// The subject that only a build with the feature `render` speaks of.
const RENDER: &str = "render";

/// The subject whose sentences are asked for by their names.
const NAMED: &str = "cli";

/// The Rust of all sentences below a folder.
///
/// # Errors
/// The first fault of a catalogue, with its file and key.
pub(crate) fn generate(folder: &Path) -> io::Result<String> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut id = read(folder, "id")?;
    let mut ms = read(folder, "ms")?;
    let mut en = read(folder, "en")?;
    nothing_more(&ms, &id, "ms")?;
    nothing_more(&en, &id, "en")?;
    let named = [&mut id, &mut ms, &mut en].map(|catalogue| catalogue.remove(NAMED));
    let mut out = String::new();
    subject(&id, &ms, Some(&en), "", &mut out)?;
    let _ = writeln!(out, "/// Sentences of the subject `{NAMED}` by their paths in it, sorted.");
    out.push_str("static NAMED: &[(&str, Sentence)] = &[\n");
    let [id, ms, en] = &named;
    table(id.as_ref(), ms.as_ref(), en.as_ref(), "", &mut out)?;
    out.push_str("];\n");
    Ok(out)
}

/// The lines of the table of sentences that are asked for by name. Nobody would fill a placeholder.
fn table(
    id: Option<&Entry>,
    ms: Option<&Entry>,
    en: Option<&Entry>,
    path: &str,
    out: &mut String,
) -> io::Result<()> {
    match (id, ms) {
        (Some(Entry::Sentence(id)), Some(Entry::Sentence(ms))) => {
            let en = match en {
                Some(Entry::Sentence(en)) => Some(en.as_slice()),
                _ => None,
            };
            let all = [Some(id.as_slice()), Some(ms.as_slice()), en];
            if !all.into_iter().flatten().all(|pieces| matches!(pieces, [Piece::Text(_)])) {
                return Err(fault("*", path, "is empty or has a placeholder"));
            }
            if path.split('.').next() == Some(RENDER) {
                out.push_str("#[cfg(feature = \"render\")]\n");
            }
            let _ = writeln!(out, "({path:?}, {}),", sentence_literal(id, ms, en, &[]));
        }
        (Some(Entry::Subject(id)), Some(Entry::Subject(ms))) => {
            for (key, entry) in id {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let en = match en {
                    Some(Entry::Subject(en)) => en.get(key),
                    _ => None,
                };
                table(Some(entry), ms.get(key), en, &path, out)?;
            }
        }
        _ => return Err(fault("ms", &format!("{NAMED}.{path}"), "is missing")),
    }
    Ok(())
}

fn read(folder: &Path, language: &str) -> io::Result<Catalogue> {
    let file = folder.join(format!("{language}.toml"));
    println!("cargo:rerun-if-changed={}", file.display());
    let text = fs::read_to_string(&file)?;
    let table: toml::Table = toml::from_str(&text).map_err(|error| fault(language, "", &error))?;
    entries(&table, language)
}

fn entries(table: &toml::Table, language: &str) -> io::Result<Catalogue> {
    let entry = |(key, value): (&String, &toml::Value)| {
        let name = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !name || key.starts_with(|c: char| !c.is_ascii_lowercase()) {
            return Err(fault(language, key, "is no name in snake case"));
        }
        let entry = match value {
            toml::Value::String(text) => Entry::Sentence(pieces(text, language, key)?),
            toml::Value::Table(table) => Entry::Subject(entries(table, language)?),
            _ => return Err(fault(language, key, "is neither a sentence nor a subject")),
        };
        Ok((key.clone(), entry))
    };
    table.iter().map(entry).collect()
}

/// A sentence in its parts; `{{` and `}}` stand for braces.
fn pieces(text: &str, language: &str, key: &str) -> io::Result<Vec<Piece>> {
    let (mut found, mut plain) = (Vec::new(), String::new());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        let (brace, after) = from.split_at(1);
        plain.push_str(before);
        if let Some(after) = after.strip_prefix(brace) {
            plain.push_str(brace);
            rest = after;
            continue;
        }
        let inside = if brace == "{" { after.split_once('}') } else { None };
        let (name, after) = inside.ok_or_else(|| fault(language, key, "has a lone brace"))?;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(fault(language, key, "has a placeholder without a plain name"));
        }
        if !plain.is_empty() {
            found.push(Piece::Text(std::mem::take(&mut plain)));
        }
        found.push(Piece::Slot(name.to_owned()));
        rest = after;
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        found.push(Piece::Text(plain));
    }
    Ok(found)
}

/// Sees to it that a language says nothing that Indonesian does not.
fn nothing_more(other: &Catalogue, id: &Catalogue, language: &str) -> io::Result<()> {
    for (key, entry) in other {
        match (entry, id.get(key)) {
            (Entry::Subject(other), Some(Entry::Subject(id))) => nothing_more(other, id, language)?,
            (Entry::Sentence(_), Some(Entry::Sentence(_))) => {}
            _ => return Err(fault(language, key, "stands at another place than in id.toml")),
        }
    }
    Ok(())
}

fn subject(
    id: &Catalogue,
    ms: &Catalogue,
    en: Option<&Catalogue>,
    path: &str,
    out: &mut String,
) -> io::Result<()> {
    for (key, entry) in id {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let en = en.and_then(|en| en.get(key));
        match (entry, ms.get(key)) {
            (Entry::Sentence(id), Some(Entry::Sentence(ms))) => {
                let en = match en {
                    Some(Entry::Sentence(en)) => Some(en.as_slice()),
                    _ => None,
                };
                sentence(&path, key, id, ms, en, out)?;
            }
            (Entry::Subject(id), Some(Entry::Subject(ms))) => {
                let en = match en {
                    Some(Entry::Subject(en)) => Some(en),
                    _ => None,
                };
                if path == RENDER {
                    out.push_str("#[cfg(feature = \"render\")]\n");
                }
                let _ = writeln!(
                    out,
                    "/// Sentences of the subject `{path}`.\npub(crate) mod {key} {{"
                );
                subject(id, ms, en, &path, out)?;
                out.push_str("}\n");
            }
            _ => return Err(fault("ms", &path, "is missing")),
        }
    }
    Ok(())
}

/// The constructor of a sentence; its parameters stand in the order of the Indonesian sentence.
fn sentence(
    path: &str,
    name: &str,
    id: &[Piece],
    ms: &[Piece],
    en: Option<&[Piece]>,
    out: &mut String,
) -> io::Result<()> {
    let slots = slots(id);
    for (language, pieces) in [("ms", Some(ms)), ("en", en)] {
        let asked: BTreeSet<&str> = pieces.into_iter().flat_map(self::slots).collect();
        if pieces.is_some() && asked != slots.iter().copied().collect() {
            return Err(fault(language, path, "has other placeholders than in id.toml"));
        }
    }
    let parameters: Vec<String> =
        slots.iter().map(|slot| format!("{slot}: impl Into<crate::words::Argument>")).collect();
    let arguments: Vec<String> = slots.iter().map(|slot| format!("{slot}.into()")).collect();
    let _ = writeln!(
        out,
        "#[doc = {:?}]\npub(crate) fn {name}({}) -> crate::words::Phrase {{\n\
         static SENTENCE: crate::words::Sentence = {};\n\
         crate::words::Phrase::new(&SENTENCE, vec![{}])\n}}",
        // In a code span, since brackets would be links.
        format!("`{}`", shown(id).replace('`', "'")),
        parameters.join(", "),
        sentence_literal(id, ms, en, &slots),
        arguments.join(", "),
    );
    Ok(())
}

/// The Rust of a sentence in every language.
fn sentence_literal(id: &[Piece], ms: &[Piece], en: Option<&[Piece]>, slots: &[&str]) -> String {
    let en = en.map_or_else(|| "None".to_owned(), |en| format!("Some({})", literal(en, slots)));
    let (id, ms) = (literal(id, slots), literal(ms, slots));
    format!("crate::words::Sentence {{ id: {id}, ms: {ms}, en: {en} }}")
}

/// The placeholders of a sentence, each once, in their order.
fn slots(pieces: &[Piece]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for piece in pieces {
        if let Piece::Slot(name) = piece
            && !found.contains(&name.as_str())
        {
            found.push(name);
        }
    }
    found
}

fn literal(pieces: &[Piece], slots: &[&str]) -> String {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => format!("crate::words::Piece::Text({text:?})"),
        Piece::Slot(name) => {
            let at = slots.iter().position(|slot| slot == name).unwrap_or(0);
            format!("crate::words::Piece::Slot({at})")
        }
    });
    format!("&[{}]", pieces.collect::<Vec<_>>().join(", "))
}

/// A sentence as its author reads it, for the documentation of its constructor.
fn shown(pieces: &[Piece]) -> String {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Slot(name) => format!("{{{name}}}"),
    });
    pieces.collect()
}

fn fault(language: &str, key: &str, what: impl std::fmt::Display) -> io::Error {
    io::Error::other(format!("words/{language}.toml: {key} {what}"))
}
