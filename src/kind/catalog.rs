//! All kinds: the embedded ones, and those of an office's own folder over them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::file::{self, TemplateFile};
use super::load::{self, Files};
use super::{Kind, KindFault};
use crate::assets;
use crate::source::SourceFile;

/// Every kind, read when it is first asked for, and the text files their templates are made of.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    kinds: BTreeMap<String, OnceLock<Option<Kind>>>,
    heads: OnceLock<Vec<Head>>,
    files: Files,
}

/// What a kind is called, without its fields.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// Its name for people.
    pub(crate) name: String,
    /// Its family.
    pub(crate) family: Option<String>,
    /// Its tier, where it has one.
    pub(crate) tier: Option<String>,
}

impl Catalog {
    /// The embedded kinds; that they are sound is what the tests prove.
    pub fn embedded() -> Self {
        Self::of(embedded_files())
    }

    /// The embedded kinds with an office's files over them, by their path below `templates/`. Faults
    /// name a file as the office does.
    ///
    /// # Errors
    /// Every fault of the kinds that any of these files takes part in, at once.
    pub fn with_overrides(overrides: BTreeMap<String, SourceFile>) -> Result<Self, Vec<KindFault>> {
        let mut files = embedded_files();
        let own = overrides.into_iter().map(|(path, file)| (path, TemplateFile::Office(file)));
        files.extend(own);
        let catalog = Self::of(files);
        let faults = catalog.review(|id| load::has_office_files(&catalog.files, id));
        if faults.is_empty() { Ok(catalog) } else { Err(faults) }
    }

    fn of(files: Files) -> Self {
        let ids = files.keys().filter_map(|path| path.strip_suffix("/jenis.toml"));
        let kinds = ids.map(|id| (id.to_owned(), OnceLock::new())).collect();
        Self { kinds, heads: OnceLock::new(), files }
    }

    /// The faults of some of the kinds; what several share is blamed once.
    fn review(&self, which: impl Fn(&str) -> bool) -> Vec<KindFault> {
        let mut seen = BTreeSet::new();
        let ids = self.kinds.keys().filter(|id| which(id));
        let all = ids.flat_map(|id| load::faults(&self.files, id));
        all.filter(|fault| seen.insert(fault.identity())).collect()
    }

    /// The kind of a name. Whether it is sound has been asked before: of an office's kinds when they
    /// are read, of ours in the tests.
    pub fn get(&self, id: &str) -> Option<&Kind> {
        let read = || load::load(&self.files, id).ok().map(|loaded| loaded.kind);
        self.kinds.get(id)?.get_or_init(read).as_ref()
    }

    /// The names of all kinds.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(String::as_str)
    }

    /// All kinds by name.
    pub fn iter(&self) -> impl Iterator<Item = &Kind> {
        self.ids().filter_map(|id| self.get(id))
    }

    /// What all kinds are called; of ours the fields are not read for it.
    pub(crate) fn heads(&self) -> &[Head] {
        self.heads.get_or_init(|| self.ids().filter_map(|id| self.head(id)).collect())
    }

    fn head(&self, id: &str) -> Option<Head> {
        let path = format!("{id}/jenis.toml");
        let known = self.files.get(&path).and_then(|file| file::head(&path, file));
        if let Some(file::Head { nama, rumpun, tingkat }) = known {
            return Some(Head { name: nama, family: rumpun, tier: tingkat });
        }
        let kind = self.get(id)?;
        let (family, tier) = (kind.family.clone(), kind.tier.clone());
        Some(Head { name: kind.name.clone(), family, tier })
    }

    /// A text file below `templates/`.
    pub fn file(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(TemplateFile::text)
    }

    /// The text files below `templates/`, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.text()))
    }
}

fn embedded_files() -> Files {
    let texts = assets::TEMPLATES.iter().filter(|(path, _)| is_text(path));
    texts
        .filter_map(|(path, bytes)| Some((*path, std::str::from_utf8(bytes).ok()?)))
        .map(|(path, text)| (path.to_owned(), TemplateFile::Embedded(text)))
        .collect()
}

fn is_text(path: &str) -> bool {
    matches!(path.rsplit('.').next(), Some("toml" | "typ" | "j2"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn embedded_kinds_are_sound() {
        let catalog = Catalog::embedded();
        let faults = catalog.review(|_| true);
        assert!(faults.is_empty(), "{faults:#?}");
        assert!(catalog.iter().count() >= 6);
        let kind = catalog.get("perjanjian-kerja-sama").unwrap();
        assert!(kind.find(&["pihak", "pejabat", "nama"]).is_some());
        assert!(kind.find(&["jangka_waktu", "lama"]).is_some());
        assert_eq!(kind.articles().first().map(|f| f.key.as_str()), Some("dasar_hukum"));
    }

    #[test]
    fn heads_are_those_of_the_kinds() {
        let catalog = Catalog::embedded();
        let heads = catalog.heads().iter().map(|head| (&head.name, &head.family, &head.tier));
        assert!(heads.eq(catalog.iter().map(|kind| (&kind.name, &kind.family, &kind.tier))));
    }

    #[test]
    fn fields_are_explained_in_the_language_of_their_kind() {
        let catalog = Catalog::embedded();
        let (mut silent, mut count) = (Vec::new(), 0);
        for kind in catalog.iter() {
            for field in kind.fields.iter().chain(kind.records.values().flatten()) {
                let Some(help) = &field.help else { continue };
                count += 1;
                if help.exactly(kind.language.into()).is_none() {
                    silent.push(format!(
                        "{}: {}: {}",
                        kind.id,
                        field.key,
                        help.text(Language::Indonesian)
                    ));
                }
            }
        }
        assert!(silent.is_empty(), "{silent:#?}");
        assert!(count > 500, "{count}");
    }

    /// The faults of a kind `x` of an office: file, line and message.
    fn faults(text: &str) -> Vec<(String, usize, String)> {
        let file = SourceFile::new("kantor/x/jenis.toml", text);
        let overrides = BTreeMap::from([("x/jenis.toml".to_owned(), file)]);
        let faults = Catalog::with_overrides(overrides).err().unwrap_or_default();
        let line = |fault: &KindFault| fault.file.line_column(fault.span.start).line;
        faults
            .iter()
            .map(|one| {
                (one.file.name().to_owned(), line(one), one.message.text(Language::Indonesian))
            })
            .collect()
    }

    fn messages(text: &str) -> Vec<(usize, String)> {
        faults(text).into_iter().map(|(_, line, message)| (line, message)).collect()
    }

    #[test]
    fn faults_of_an_override_come_at_once_where_they_stand() {
        let text = "# jenis, bahasa: \"a\"\njenis = \"lain\"\nnama = \"x\"\nbahasa = \"en\"\n\
                    [[bidang]]\nkunci = \"a\"\ntipe = \"tak-ada\"\n";
        let name = "kantor/x/jenis.toml".to_owned();
        let expected = [
            (name.clone(), 2, "jenis harus sama dengan nama foldernya, \"x\"".to_owned()),
            (name.clone(), 4, "bahasa harus \"id\" atau \"ms\"".to_owned()),
            (name, 7, "tipe \"tak-ada\" pada bidang \"a\" tidak ada".to_owned()),
        ];
        assert_eq!(faults(text), expected);
    }

    #[test]
    fn one_bad_field_hides_no_other() {
        let text = "jenis = \"x\"\nnama = 7\n[[bidang]]\nkunci = \"a\"\ntip = \"teks\"\n\
                    [[bidang]]\nperlu = \"ya\"\n[[tipe]]\nnama = \"t\"\n";
        let lines: Vec<usize> = messages(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 5, 7, 8], "{:?}", messages(text));
    }

    #[test]
    fn names_lead_somewhere() {
        let head = "jenis = \"x\"\nnama = \"x\"\nbahasa = \"id\"\n";
        let cases = [
            (
                "keluaran = \"{jenis}-{tajk}\"\n[[bidang]]\nkunci = \"tajuk\"\ntipe = \"teks\"",
                4,
                "keluaran menyebut \"tajk\", yang bukan bidang jenis ini; mungkin maksudnya \"tajuk\"",
            ),
            ("keluaran = \"{jenis\"", 4, "kurung kurawal pada keluaran tidak berpasangan"),
            (
                "keluaran = \"{peraturan}\"",
                4,
                "keluaran menyebut \"peraturan\", yang bukan satu nilai saja",
            ),
            ("rumpun = \"tak-ada\"", 4, "berkas _bersama/tak-ada.toml tidak ada"),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"teks\"\nsetelah = \"b\"",
                7,
                "setelah menyebut \"b\", yang tidak ada di depannya",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"pasal\"\nhadir_bila = [\"zebra\"]",
                7,
                "hadir_bila menyebut \"zebra\", yang bukan bidang jenis ini",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"pilihan\"\npilihan = [\"b\"]\nbawaan = \"c\"",
                8,
                "bawaan \"c\" bukan salah satu pilihan bidang \"a\"",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"pasal\"\nisyarat = \"(\"",
                7,
                "isyarat pada bidang \"a\" bukan pola yang sah",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"teks\"\nperan = \"tanggal\"",
                7,
                "bidang \"a\" bertipe teks, yang tidak dapat berperan demikian",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"daftar<tabel>\"\nperan = \"tabel\"",
                7,
                "peran bidang \"a\" hanya untuk bidang di dalam [[tipe]]",
            ),
            (
                "[[tipe]]\nnama = \"t\"\n[[tipe.bidang]]\nkunci = \"a\"\ntipe = \"teks\"\nperan = \"judul\"",
                9,
                "peran bidang \"a\" hanya untuk bidang pada akar draf",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"tanggal\"\nperan = \"tanggal\"\n[[bidang]]\nkunci = \"b\"\ntipe = \"tanggal\"\nperan = \"tanggal\"",
                11,
                "peran bidang \"b\" sudah dipunyai bidang \"a\"",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"pasal\"\nbaku = [\"{lama} {naskah}\"]",
                7,
                "baku menyebut \"lama\", yang bukan fakta pasal ini",
            ),
            (
                "[[bidang]]\nkunci = \"a\"\ntipe = \"pasal\"\nbaku = [\"{naskah\"]",
                7,
                "kurung kurawal pada baku tidak berpasangan",
            ),
            ("[[bidang]]\nkunci = \"a\"\nperlu = true", 5, "bidang \"a\" belum bertipe"),
        ];
        for (text, line, message) in cases {
            assert_eq!(
                messages(&format!("{head}{text}\n")),
                [(line, message.to_owned())],
                "{text}"
            );
        }
    }

    #[test]
    fn what_kinds_share_is_blamed_once_in_its_own_file() {
        let shared = "_bersama/naskah-dinas.toml";
        let own =
            Catalog::embedded().file(shared).unwrap().replace("\"kop\"\nperlu", "\"kap\"\nperlu");
        let file = SourceFile::new("kantor/dinas.toml", own);
        let overrides = BTreeMap::from([(shared.to_owned(), file)]);
        let faults = Catalog::with_overrides(overrides).unwrap_err();
        let places: Vec<_> = faults.iter().map(|one| one.identity()).collect();
        let [(file, _, message)] = places.as_slice() else { panic!("{places:?}") };
        assert_eq!(
            (file.as_str(), message.as_str()),
            (
                "kantor/dinas.toml",
                "tipe \"kap\" pada bidang \"kop\" tidak ada; mungkin maksudnya \"kop\""
            )
        );
    }
}
