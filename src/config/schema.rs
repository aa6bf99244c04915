//! The JSON Schema of `naskah.toml`.

use serde_json::{Map, Value, json};

use super::{EXCEPTION_KEYS, KEYS, LEVELS, OFF};
use crate::finding::Level;
use crate::json_schema::DIALECT;
use crate::words::Language;

/// The schema of configurations: it takes what [`super::Config::parse`] takes, and no other key.
pub fn schema() -> Value {
    let mut out = Map::new();
    out.insert("$schema".to_owned(), json!(DIALECT));
    out.insert("title".to_owned(), json!("Konfigurasi naskah"));
    out.insert(
        "description".to_owned(),
        json!("naskah.toml: yang berlaku bagi semua draf di bawah foldernya."),
    );
    let Value::Object(table) = table(&KEYS) else { return Value::Object(out) };
    out.extend(table);
    Value::Object(out)
}

/// Every word that a level may be given in.
fn levels() -> Vec<String> {
    let words = LEVELS.iter().chain(&OFF).map(|word| (*word).to_owned());
    let said = [Level::Error, Level::Warning, Level::Info].into_iter().flat_map(|level| {
        let words = Language::ALL.map(|language| level.word(language));
        words.into_iter().chain([level.code().to_owned()])
    });
    let mut all: Vec<String> = Vec::new();
    for word in words.chain(said) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}

/// A table with exactly these keys.
fn table(keys: &[&str]) -> Value {
    let keys = keys.iter().map(|key| ((*key).to_owned(), property(key)));
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": keys.collect::<Map<String, Value>>(),
    })
}

fn property(key: &str) -> Value {
    match key {
        "peraturan" => {
            words("Paket peraturan yang menilai semua draf, selain yang berlaku sendiri.")
        }
        "kecualikan" => {
            words("Pola berkas dan folder yang tidak ditelusuri, dihitung dari folder ini.")
        }
        "gaya" => word(
            "Berkas gaya kantor untuk mencetak, dihitung dari folder ini, atau nama gaya bawaan.",
        ),
        "templat" => word("Folder jenis naskah dan tata letak kantor, dihitung dari folder ini."),
        "paket" => word("Folder paket peraturan kantor, dihitung dari folder ini."),
        "bahasa" => json!({
            "description": "Bahasa program bagi yang tidak ditentukan oleh draf; draf selalu dibicarakan dalam bahasanya sendiri.",
            "enum": Language::ALL.map(Language::code),
        }),
        "tingkat" => json!({
            "description": "Tingkat temuan menurut aturan, atau menurut paketnya.",
            "type": "object",
            "additionalProperties": { "enum": levels() },
        }),
        "pengecualian" => {
            let mut one = table(&EXCEPTION_KEYS);
            if let Some(one) = one.as_object_mut() {
                one.insert("required".to_owned(), json!(EXCEPTION_KEYS));
                one.insert("description".to_owned(), json!("Sebuah pengecualian."));
            }
            json!({
                "description": "Temuan yang dibiarkan, dengan alasannya.",
                "anyOf": [{ "type": "array", "items": one }, one],
            })
        }
        "berkas" => word("Pola berkas, dihitung dari folder ini."),
        "aturan" => word("Aturan, atau paketnya, yang temuannya dibiarkan."),
        "alasan" => word("Mengapa dibiarkan."),
        // A key that the reader takes and nobody described: the test of this file fails on it.
        _ => json!({}),
    }
}

fn word(description: &str) -> Value {
    json!({ "description": description, "type": "string", "pattern": "\\S" })
}

fn words(description: &str) -> Value {
    json!({ "description": description, "anyOf": [
        { "type": "array", "items": { "type": "string", "pattern": "\\S" } },
        { "type": "string", "pattern": "\\S" },
    ] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described() {
        for key in KEYS.iter().chain(&EXCEPTION_KEYS) {
            assert!(property(key)["description"].is_string(), "{key}");
        }
    }
}
