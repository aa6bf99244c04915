//! The reference of procedures.

use naskah::inside::procedure::schema::schema;

use super::tables::keys;

const HEAD: &str = "\
# Rujukan prosedur

Berkas ini dibuat dari program; jangan disunting. Editor memakai skema yang sama,
`schemas/prosedur.schema.json` (atau `naskah schema prosedur`).

Yang tidak dapat dikatakan skema diuji saat berkas dibaca: tiap langkah mempunyai pelaku dan keluaran,
tiap putusan menuju langkah yang ada, tiap kelengkapan ialah keluaran langkah sebelumnya atau datang dari
luar, dan jumlah harinya cocok dengan langkah-langkahnya.
";

const PARTS: [(&str, &str); 5] = [
    ("jumlah", "Total"),
    ("identitas", "Identity"),
    ("[pelaku]", "Actor"),
    ("[langkah]", "Step"),
    ("[langkah.putusan]", "Decision"),
];

/// The reference.
pub(super) fn reference() -> String {
    let schema = schema();
    let mut out = HEAD.to_owned();
    out.push_str("\n## Kunci\n");
    keys(&schema, &schema, &mut out);
    for (name, definition) in PARTS {
        out.push_str(&format!("\n## `[{name}]`\n"));
        keys(&schema["definitions"][definition], &schema, &mut out);
    }
    out
}
