//! The control sheet (`lembar-kendali`) and the packs speak of the same steps as the procedures: each
//! rule on papers is held against the step that it cites, so that neither can be changed alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use toml::Table;
use toml::Value;

use crate::common::root;

/// What a word of the control sheet is called in the procedures.
const NAMES: &str = "\
disposisi = Disposisi/arahan Deputi; Rumusan rekomendasi dan disposisi Deputi
bahan = Bahan/materi beserta data dukung
analisis = Analisis dan evaluasi serta disposisi/arahan Deputi
dukungan-rapat = Naskah dinas dukungan administrasi dan bahan rapat koordinasi
notula = Notulensi rakor
telaahan = Laporan hasil rakor dan telaahan
laporan = Laporan hasil rakor dan telaahan
rumusan-rekomendasi = Rumusan rekomendasi dan disposisi Deputi; Konsep nota dinas dan rumusan rekomendasi
konsep-nota-dinas = Konsep nota dinas dan rumusan rekomendasi
nota-dinas = Nota dinas dan rumusan rekomendasi
surat-rencana = Surat rencana kerja sama; Rencana kerja sama
permohonan-kerja-sama = Permohonan kerja sama
surat-sekretaris-jenderal = Surat
berkas-laporan = Berkas laporan
hasil-kajian = Hasil kajian dan analisa; Hasil kajian dan analisa yang disampaikan; Berkas laporan hasil kajian
draf-naskah = Draf naskah kerja sama
naskah-ditandatangani = Naskah kerja sama
usulan-mitra = Usulan dari mitra kerja sama, atau kajian kerja sama dari Unit Kerja; Usulan dari mitra kerja sama, atau nota dinas/disposisi/surat pengantar
kajian-unit-kerja = Usulan dari mitra kerja sama, atau kajian kerja sama dari Unit Kerja
rencana-kerja-sama = Rencana kerja sama
draf-awal = Draft awal Perjanjian Kerja Sama
nota-dinas-usulan = Nota Dinas/Disposisi/Surat; Usulan dari mitra kerja sama, atau nota dinas/disposisi/surat pengantar
draf-reviu = Draft hasil reviu Biro Kerja Sama dan Hubungan Masyarakat; Draft hasil reviu dan nota dinas hasil telaahan
nota-dinas-telaahan = Draft hasil reviu dan nota dinas hasil telaahan
draf-final = Draft final hasil rumusan perjanjian kerja sama
nota-dinas-rumusan = Nota Dinas penyampaian hasil rumusan perjanjian kerja sama
nota-dinas-laporan = Nota Dinas laporan kepada Pimpinan
draf-disetujui = Draft perjanjian kerja sama yang disetujui
surat-penyampaian = Surat penyampaian
naskah-disetujui = Naskah perjanjian kerja sama yang disetujui
naskah-siap-tanda-tangan = Naskah perjanjian kerja sama yang akan ditandatangani
bukti-penyampaian = Bukti penyampaian
naskah-diterima = MoU atau PKS
draf-awal-luar-negeri = Draft awal perjanjian kerja sama
reviu-pertama = First Draft hasil reviu BPOM
reviu-kedua = Second draft hasil reviu BPOM
persetujuan-reviu = Persetujuan draft hasil reviu; Surat pengantar dan persetujuan draft hasil reviu BPOM
surat-pengantar-kemlu = Surat pengantar dan persetujuan draft hasil reviu BPOM
reviu-kementerian-luar-negeri = Draft hasil reviu/kajian terhadap counter draft mitra kerja sama
draf-final-luar-negeri = Final draft
dokumen-draf-final = Dokumen final draft
naskah-luar-negeri-siap = Naskah perjanjian kerja sama yang akan ditandatangani
naskah-luar-negeri-ditandatangani = Naskah MoU yang telah ditandatangani
surat-penyampaian-naskah = Surat penyampaian naskah MoU yang telah ditandatangani
surat-permintaan-monev = Surat permintaan/nota dinas
templat-matriks = Template matriks monev kerja sama
permintaan-monev = Dokumen permintaan monev
matriks-monev = Matriks monev kerja sama
hasil-pembahasan-monev = Hasil pembahasan
laporan-monev = Laporan monev";

/// What a step needs by its procedure and no rule asks for. The sheet of Ditjen PP does not list as
/// kelengkapan of steps 2 and 4 what the step before hands on; full powers are had only "jika diperlukan".
const NOT_ASKED: [&str; 3] = [
    "sop-ppe-136-2025 langkah 2: Permohonan kerja sama",
    "sop-ppe-136-2025 langkah 4: Surat",
    "sop-bpom-sop-01 B langkah 10: Full Powers, jika diperlukan",
];

fn read(path: &str) -> Table {
    let text = fs::read_to_string(root().join(path)).expect(path);
    text.parse().expect(path)
}

fn words(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn names() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let lines = NAMES.lines().map(|line| line.split_once(" = ").expect("a name"));
    lines.map(|(word, names)| (word, names.split("; ").collect())).collect()
}

/// The step that a rule cites: the procedures of BPOM are three in one pack.
fn step(pack: &str, basis: &str) -> Option<Table> {
    let (part, number) = basis.split_once("langkah ")?;
    let procedure = match part.trim() {
        "" => pack.to_owned(),
        part => format!("sop-bpom-{}", part.to_lowercase()),
    };
    let steps = read(&format!("schemas/prosedur/{procedure}.toml"));
    let steps = steps["langkah"].as_array().expect("steps");
    steps.iter().find(|one| one["nomor"].as_str() == Some(number))?.as_table().cloned()
}

fn rules(pack: &str) -> Vec<(String, Table)> {
    let pack = read(&format!("schemas/peraturan/{pack}.toml"));
    let rules = pack["aturan"].as_array().expect("rules").iter();
    let of_papers = rules.filter(|rule| rule["periksa"]["jenis"].as_str() == Some("kelengkapan"));
    let told = of_papers.map(|rule| {
        let check = rule["periksa"].as_table().expect("check").clone();
        (rule["dasar"].as_str().expect("basis").to_owned(), check)
    });
    told.collect()
}

#[test]
fn rules_on_papers_say_what_the_procedures_say() {
    let names = names();
    let (mut count, mut left) = (0, Vec::new());
    for pack in ["sop-polhukam-053", "sop-ppe-136-2025", "sop-bpom-sop-01"] {
        for (basis, check) in rules(pack) {
            let step = step(pack, &basis).unwrap_or_else(|| panic!("{pack} {basis}"));
            let called = |word: &str, among: &[String]| {
                among.iter().any(|name| names[word].contains(name.as_str()))
            };
            let outputs = words(step.get("keluaran"));
            let output = check["keluaran"].as_str().expect("output");
            assert!(called(output, &outputs), "{pack} {basis}: {output}: {outputs:?}");
            let needs = words(step.get("kelengkapan"));
            let all = [needs.clone(), words(step.get("dari_luar"))].concat();
            let asked = [words(check.get("perlu")), words(check.get("salah_satu"))].concat();
            for word in &asked {
                assert!(called(word, &all), "{pack} {basis}: {word}: {all:?}");
            }
            for word in words(check.get("bersama")) {
                assert!(called(&word, &outputs), "{pack} {basis}: {word}: {outputs:?}");
            }
            if let Some(days) = check.get("hari_kerja").and_then(Value::as_integer) {
                assert_eq!(step["waktu"].as_str(), Some(format!("{days} hari kerja").as_str()));
            }
            let lost = needs.iter().filter(|need| {
                !asked.iter().any(|word| names[word.as_str()].contains(need.as_str()))
            });
            left.extend(lost.map(|need| format!("{pack} {basis}: {need}")));
            count += 1;
        }
    }
    assert!(count >= 40, "{count}");
    assert_eq!(left, NOT_ASKED);
}

#[test]
fn the_control_sheet_offers_the_papers_of_the_procedures() {
    let kind = read("templates/lembar-kendali/jenis.toml");
    let types = kind["tipe"].as_array().expect("types");
    let fields = types[0]["bidang"].as_array().expect("fields");
    let offered: BTreeSet<String> = words(fields[0].get("pilihan")).into_iter().collect();
    let names = names();
    let known: BTreeSet<String> = names.keys().map(|word| (*word).to_owned()).collect();
    assert_eq!(offered, known);
    let mut papers = BTreeSet::new();
    for name in ["sop-polhukam-053", "sop-ppe-136-2025", "sop-bpom-a", "sop-bpom-b", "sop-bpom-c"] {
        let procedure = read(&format!("schemas/prosedur/{name}.toml"));
        for step in procedure["langkah"].as_array().expect("steps") {
            papers.extend(
                ["keluaran", "kelengkapan", "dari_luar"].map(|key| words(step.get(key))).concat(),
            );
        }
    }
    for (word, names) in names {
        let gone = names.iter().find(|name| !papers.contains(**name));
        assert!(gone.is_none(), "{word}: no procedure has {gone:?}");
    }
}
