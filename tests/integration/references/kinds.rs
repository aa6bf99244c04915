//! The reference of kinds: the keys of `jenis.toml`, the roles and the types of fields.

use std::fmt::Write as _;

use naskah::inside::kind::file_schema::{schema, types};
use naskah::inside::words::Language;

use super::tables::keys;

const HEAD: &str = "\
# Rujukan jenis naskah

Berkas ini dibuat dari program; jangan disunting. Editor memakai skema yang sama,
`schemas/jenis.schema.json` (atau `naskah schema jenis`).

Sebuah jenis adalah folder `templates/<jenis>/` dengan `jenis.toml` (bidangnya), `dokumen.typ.j2` (tata
letaknya), dan `contoh.toml` (draf terkecil yang sah). Yang salah ditunjukkan di tempatnya ketika jenis
itu dimuat.
";

/// The reference.
pub(super) fn reference() -> String {
    let schema = schema();
    let mut out = HEAD.to_owned();
    for (title, pointer) in [
        ("Kepala berkas", ""),
        ("`[[bidang]]`", "/definitions/Field"),
        ("`[[tipe]]`", "/definitions/RecordFile"),
    ] {
        let body = schema.pointer(pointer).expect("a table");
        let _ = write!(out, "\n## {title}\n\n{}\n", body["description"].as_str().expect("said"));
        keys(body, &schema, &mut out);
    }
    out.push_str("\n## Tipe bidang\n\n| tipe | isi | contoh |\n| --- | --- | --- |\n");
    for one in types() {
        let expected = one.expectation.text(Language::Indonesian).replace('|', "\\|");
        let _ = writeln!(out, "| `{}` | {expected} | `{}` |", one.name, one.example);
    }
    out.push_str(
        "\nSelain itu nama sebuah `[[tipe]]`, dan `daftar<…>` bagi beberapa yang setipe.\n",
    );
    out
}
