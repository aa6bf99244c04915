//! The reference of `naskah.toml`.

use naskah::inside::config::schema::schema;

use super::tables::keys;

const HEAD: &str = "\
# Rujukan naskah.toml

Berkas ini dibuat dari program; jangan disunting. Editor memakai skema yang sama,
`schemas/konfigurasi.schema.json` (atau `naskah schema konfigurasi`).

`naskah.toml` berlaku bagi semua draf di foldernya dan di bawahnya; yang terdekat dengan drafnya yang
berlaku.
";

/// The reference.
pub(super) fn reference() -> String {
    let schema = schema();
    let mut out = HEAD.to_owned();
    out.push_str("\n## Kunci\n");
    keys(&schema, &schema, &mut out);
    out.push_str("\n## `[[pengecualian]]`\n");
    keys(&schema["properties"]["pengecualian"]["anyOf"][1], &schema, &mut out);
    out
}
