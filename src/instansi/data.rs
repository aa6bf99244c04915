//! The files of `schemas/instansi/` as they are written; `tata-sebut.toml` explains their keys. The
//! ground of a fact (`dasar`) must be there, and is for those who read the file.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// One file. Any of its parts may be missing.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    pub(super) tingkat: Vec<LevelEntry>,
    pub(super) kelas: Vec<ClassEntry>,
    pub(super) pangkal: Vec<HeadEntry>,
    pub(super) peran: Vec<RoleEntry>,
    pub(super) sebutan: Marks,
    pub(super) pelaksana: Vec<ActingEntry>,
    pub(super) singkatan: BTreeMap<String, String>,
    pub(super) negara: Countries,
    pub(super) baku: Defaults,
    pub(super) instansi: Vec<InstitutionEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelEntry {
    pub(super) id: String,
    #[serde(default)]
    pub(super) sama: Vec<String>,
    #[serde(rename = "dasar")]
    _ground: IgnoredAny,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClassEntry {
    pub(super) id: String,
    pub(super) lapis: u8,
    pub(super) pimpinan: Option<String>,
    pub(super) wakil: Option<String>,
    pub(super) sekretaris: Option<String>,
    pub(super) staf: Option<String>,
    #[serde(default)]
    pub(super) tertutup: bool,
    #[serde(default)]
    pub(super) dalam: bool,
    #[serde(default)]
    pub(super) ringkas: bool,
    #[serde(default)]
    pub(super) bukan_kepala: bool,
    #[serde(default)]
    pub(super) bebas: bool,
    #[serde(rename = "dasar")]
    _ground: IgnoredAny,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadEntry {
    pub(super) kelas: String,
    pub(super) frasa: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleEntry {
    pub(super) frasa: Vec<String>,
    pub(super) peran: RoleWord,
    #[serde(default)]
    pub(super) satuan: String,
    #[serde(default)]
    pub(super) utuh: bool,
    #[serde(default)]
    pub(super) kepala: bool,
    pub(super) tingkat: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RoleWord {
    Pimpinan,
    Wakil,
    Sekretaris,
    Staf,
    BukanJabatan,
}

/// Words around a title.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Marks {
    pub(super) sapaan: Vec<String>,
    pub(super) bukan_pejabat: Vec<String>,
    pub(super) perantara: Vec<String>,
    pub(super) atas_nama: Vec<String>,
    pub(super) untuk_beliau: Vec<String>,
    pub(super) selaku: Vec<String>,
    pub(super) kuasa: Vec<String>,
    pub(super) penjelas: Vec<String>,
    pub(super) umum: Vec<String>,
    pub(super) tempat: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActingEntry {
    pub(super) id: String,
    pub(super) frasa: Vec<String>,
    #[serde(default)]
    pub(super) belakang: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Countries {
    pub(super) id: Vec<String>,
    pub(super) my: Vec<String>,
    pub(super) bersama: Vec<String>,
    pub(super) lain: Vec<String>,
}

/// What holds for every institution of a file that says nothing else.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Defaults {
    pub(super) negara: Option<CountryWord>,
    pub(super) golongan: Option<String>,
    pub(super) kelas: Option<String>,
    #[serde(rename = "dasar")]
    _ground: IgnoredAny,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum CountryWord {
    Id,
    My,
    Lain,
    Antarbangsa,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstitutionEntry {
    pub(super) id: String,
    pub(super) nama: String,
    #[serde(default)]
    pub(super) lain: Vec<String>,
    pub(super) negara: Option<CountryWord>,
    pub(super) golongan: Option<String>,
    pub(super) kelas: Option<String>,
    pub(super) pimpinan: Option<String>,
    pub(super) induk: Option<String>,
    #[serde(default)]
    pub(super) penerus: Vec<String>,
    #[serde(default)]
    pub(super) keluarga: bool,
    #[serde(default)]
    pub(super) terbuka: bool,
    #[serde(default)]
    pub(super) menelan: bool,
    #[serde(default)]
    pub(super) awal: bool,
    #[serde(default, rename = "dasar")]
    _ground: IgnoredAny,
    #[serde(default)]
    pub(super) satuan: Vec<UnitEntry>,
    #[serde(default)]
    pub(super) jabatan: Vec<TitleEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitEntry {
    pub(super) id: String,
    pub(super) nama: String,
    #[serde(default)]
    pub(super) lain: Vec<String>,
    pub(super) kelas: String,
    #[serde(default)]
    pub(super) khas: bool,
    #[serde(default)]
    pub(super) terbuka: bool,
    #[serde(default)]
    pub(super) menelan: bool,
    #[serde(default)]
    pub(super) awal: bool,
    #[serde(rename = "dasar")]
    _ground: IgnoredAny,
}

/// A title that only this institution has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleEntry {
    pub(super) sebutan: Vec<String>,
    pub(super) peran: RoleWord,
    pub(super) tingkat: Option<String>,
    #[serde(rename = "dasar")]
    _ground: IgnoredAny,
}
