//! The reference of calendars.

use naskah::inside::calendar::schema::schema;

use super::tables::keys;

const HEAD: &str = "\
# Rujukan kalender

Berkas ini dibuat dari program; jangan disunting. Editor memakai skema yang sama,
`schemas/kalender.schema.json` (atau `naskah schema kalender`).
";

const PARTS: [(&str, &str); 4] = [
    ("Hari kantor sendiri (`--calendar`)", "HariSendiri"),
    ("Kalender sebuah negara (`schemas/kalender/`)", "Kalender"),
    ("`[[tahun]]`", "Year"),
    ("`[[libur]]`", "Holiday"),
];

/// The reference.
pub(super) fn reference() -> String {
    let schema = schema();
    let mut out = HEAD.to_owned();
    for (name, definition) in PARTS {
        out.push_str(&format!("\n## {name}\n"));
        keys(&schema["definitions"][definition], &schema, &mut out);
    }
    out
}
