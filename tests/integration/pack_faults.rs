//! A pack of an office with a wrong word is refused before it judges anything: each fault at its own
//! place, and all of them at once. A rule that stays silent or always fires is never let in.

use naskah::inside::rule::{PackFault, Registry};
use naskah::inside::source::SourceFile;
use naskah::inside::words::Language;

use crate::common::CATALOG;

/// A pack of one rule: its conditions, its check, and lines that take the place of its message.
fn rule(bila: &str, periksa: &str, more: &str) -> String {
    let message = if more.contains("pesan") { "" } else { "pesan = \"keliru\"\n" };
    format!(
        "id = \"kantor\"\nnama = \"Kantor\"\nsingkatan = \"Kantor\"\nsifat = \"gaya\"\n\n\
         [[aturan]]\nkode = \"x\"\ntingkat = \"peringatan\"\nbila = {{ {bila} }}\n\
         periksa = {{ {periksa} }}\n{message}alasan = \"a\"\n{more}\n\
         [[aturan.contoh]]\nhasil = \"temuan\"\nteks = \"\"\n\
         [[aturan.contoh]]\nhasil = \"bersih\"\nteks = \"\"\n"
    )
}

fn faults(text: &str) -> Vec<PackFault> {
    let file = SourceFile::new("kantor.toml", text);
    Registry::with_packs(vec![file], &CATALOG).err().unwrap_or_default()
}

/// What each fault points at, and what it says.
fn told(text: &str) -> Vec<(String, String)> {
    let shown = |fault: PackFault| {
        (text[fault.span.clone()].to_owned(), fault.message.text(Language::Indonesian))
    };
    faults(text).into_iter().map(shown).collect()
}

/// Holds faults against what they should point at and say, in the order of the text.
fn expect(text: &str, expected: &[(&str, &str)]) {
    let told = told(text);
    let fits = |((shown, message), (place, words)): (&(String, String), &(&str, &str))| {
        shown == place && message.contains(words)
    };
    let all = told.len() == expected.len() && told.iter().zip(expected).all(fits);
    assert!(all, "{text}\n{told:#?}\nexpected {expected:#?}");
}

const AGREEMENTS: &str = "rumpun = \"naskah-kerja-sama\"";

#[test]
fn a_sound_rule_is_let_in() {
    let sound = [
        (AGREEMENTS, "jenis = \"wajib\", bidang = \"saksi\""),
        (AGREEMENTS, "jenis = \"unik\", daftar = \"pihak\", bidang = \"sebutan\""),
        // Whatever it is, as long as it is there.
        (AGREEMENTS, "jenis = \"ada_anggota\", daftar = \"pihak\", dengan = { pejabat = \"*\" }"),
        // Looked at where it is, in whatever kind.
        ("", "jenis = \"pola\", bidang = \"hal\", cocok = \"^.{1,80}$\""),
        // Only kinds that have the field are judged at all.
        ("ada = \"tanpa_induk\"", "jenis = \"wajib\", bidang = \"tanpa_induk.alasan\""),
        ("", "jenis = \"tidak_sesudah\", bidang = \"induk.tanggal\", batas = \"tanggal\""),
    ];
    for (bila, periksa) in sound {
        expect(&rule(bila, periksa, ""), &[]);
    }
}

#[test]
fn keys_that_do_not_exist() {
    let unique = "jenis = \"unik\", daftar = \"pihak\", bidang = \"sebutn\"";
    expect(&rule(AGREEMENTS, unique, ""), &[("\"sebutn\"", "mungkin maksudnya \"sebutan\"")]);
    let any =
        "jenis = \"wajib_salah_satu\", daftar = \"pihak\", bidang = [\"npwp_salah\", \"tak_ada\"]";
    expect(
        &rule(AGREEMENTS, any, ""),
        &[("\"npwp_salah\"", "\"pihak.npwp_salah\""), ("\"tak_ada\"", "\"pihak.tak_ada\"")],
    );
    let member = "jenis = \"ada_anggota\", daftar = \"pihak\", dengan = { satuann = \"*\", mitra = \"x\" }, \
                  kecuali_tanpa = [\"mitra\", \"satua\"]";
    expect(
        &rule(AGREEMENTS, member, ""),
        &[
            ("satuann", "mungkin maksudnya \"satuan\""),
            ("\"x\"", "bukan pilihan \"pihak.mitra\""),
            ("\"satua\"", "mungkin maksudnya \"satuan\""),
        ],
    );
    let whole = "jenis = \"kelengkapan\", daftar = \"berkas\", bidang = \"nma\", keluaran = \"a\", perlu = [\"b\"]";
    expect(
        &rule("jenis = \"lembar-kendali\"", whole, ""),
        &[("\"nma\"", "mungkin maksudnya \"nama\"")],
    );
    let deep = "jenis = \"wajib\", bidang = [\"pihak[*].pejabat.nma\", \"pihak.lembaga\"]";
    expect(&rule(AGREEMENTS, deep, ""), &[("\"pihak[*].pejabat.nma\"", "\"nama\"")]);
}

#[test]
fn conditions_are_blamed_at_their_own_place() {
    let check = "jenis = \"wajib\", bidang = \"judul\"";
    let cases = [
        ("jenis = \"nota-dnas\"", "\"nota-dnas\"", "mungkin maksudnya \"nota-dinas\""),
        ("rumpun = \"naskah-kerja-smaa\"", "\"naskah-kerja-smaa\"", "yang ada: naskah-dinas"),
        ("tingkat = [\"utama\", \"tekns\"]", "\"tekns\"", "mungkin maksudnya \"teknis\""),
        ("lingkp = \"dalam-negeri\"", "lingkp", "mungkin maksudnya \"lingkup\""),
        ("lingkup = \"dalam-negri\"", "\"dalam-negri\"", "pilihannya: dalam-negeri, luar-negeri"),
        ("ada = [\"induk\", \"indk\"]", "\"indk\"", "tidak ada bidang \"indk\""),
        ("\"induk.tngal\" = \"x\"", "\"induk.tngal\"", "mungkin maksudnya \"tanggal\""),
        ("lingkup = 3", "3", "harus teks atau daftar teks"),
        ("tidak_ada = []", "[]", "tidak boleh kosong"),
        ("peraturan = \"permenimipas\"", "\"permenimipas\"", "tidak ada peraturan"),
        ("induk = \"x\"", "induk", "membaca kata, pilihan"),
    ];
    for (condition, place, words) in cases {
        let bila = format!("jenis = \"perjanjian-kerja-sama\", {condition}");
        let bila = if condition.starts_with("jenis") { condition } else { &bila };
        expect(&rule(bila, check, ""), &[(place, words)]);
    }
    let nobody = "jenis = \"nota-dinas\", rumpun = \"naskah-kerja-sama\"";
    expect(&rule(nobody, check, ""), &[("\"nota-dinas\"", "tidak ada jenis naskah yang memenuhi")]);
}

/// In some of the kinds is not enough where the rule would be silent or fire always in the others.
#[test]
fn fields_that_only_some_kinds_have() {
    let subject = "jenis = \"pola\", bidang = \"hal\", cocok = \"a\"";
    expect(
        &rule("jenis = [\"nota-dinas\", \"surat-kuasa\"]", subject, ""),
        &[("\"hal\"", "jenis surat-kuasa tidak mempunyai bidang \"hal\"; keluarkan")],
    );
    let wanted = "jenis = \"wajib\", bidang = \"hal\"";
    let text = rule("", wanted, "");
    let told = told(&text);
    assert!(told.len() == 1 && told[0].1.contains("perjanjian-kerja-sama"), "{told:?}");
    assert!(told[0].1.ends_with("batasi aturan ini dengan bila.jenis atau bila.ada"), "{told:?}");
    // Each of them somewhere, and no kind with both.
    let dates = "jenis = \"tidak_sesudah\", bidang = \"diterima\", batas = \"tarikh_meterai\"";
    expect(&rule("", dates, ""), &[("\"tidak_sesudah\"", "tidak ada satu jenis naskah pun")]);
    expect(
        &rule("jenis = \"nota-dinas\"", "jenis = \"rujukan\", cacat = \"tidak-ada\"", ""),
        &[("\"rujukan\"", "jenis nota-dinas tidak berpasal")],
    );
    expect(
        &rule("jenis = \"nota-dinas\"", "jenis = \"masa_berlaku\"", "")
            .replace("periksa = {  ", "periksa = { "),
        &[("\"masa_berlaku\"", "jenis nota-dinas tidak mempunyai bidang berperan jangka-waktu")],
    );
}

#[test]
fn values_that_a_field_cannot_have() {
    let cases = [
        (
            "jenis = \"golongan\", bidang = \"pihak[*].mitra\", boleh = [\"lembaga-negara\", \"lembaga-ngara\"]",
            "\"lembaga-ngara\"",
            "mungkin maksudnya \"lembaga-negara\"",
        ),
        (
            "jenis = \"golongan\", bidang = \"pihak[*].satuan\", dilarang = [\"uppt\"]",
            "\"uppt\"",
            "mungkin maksudnya \"upt\"",
        ),
        (
            "jenis = \"memuat\", muatan = \"pendanan\"",
            "\"pendanan\"",
            "mungkin maksudnya \"pendanaan\"",
        ),
        (
            "jenis = \"penanda_tangan\", bidang = \"alamat\"",
            "\"alamat\"",
            "yang ada: nama, jabatan",
        ),
        ("jenis = \"istilah\", cacat = \"salah\"", "\"salah\"", "yang ada: tidak-dipakai"),
    ];
    for (check, place, words) in cases {
        expect(&rule(AGREEMENTS, check, ""), &[(place, words)]);
    }
}

#[test]
fn values_that_a_check_cannot_read() {
    let cases = [
        (
            "jenis = \"paling_lama\", dari = \"judul\", sampai = \"tanggal\", hari = 3",
            "\"judul\"",
            "membaca tanggal",
        ),
        (
            "jenis = \"tidak_sesudah\", bidang = \"pihak\", batas = \"tanggal\"",
            "\"pihak\"",
            "membaca tanggal",
        ),
        ("jenis = \"jumlah\", bidang = \"judul\", minimal = 2", "\"judul\"", "membaca daftar"),
        (
            "jenis = \"golongan\", bidang = \"pendanaan.sumber\", boleh = [\"apbn\"]",
            "\"pendanaan.sumber\"",
            "tulis [*]",
        ),
        (
            "jenis = \"salah_satu_ada\", bidang = [\"judul\", \"pihak[*].nomor\"]",
            "\"pihak[*].nomor\"",
            "sebut satu anggota",
        ),
        (
            "jenis = \"salah_satu_ada\", bidang = [\"judul\", \"pihak.nomor\"]",
            "\"pihak.nomor\"",
            "sebut satu anggota",
        ),
        ("jenis = \"wajib\", bidang = \"judul[1]\"", "\"judul[1]\"", "\"judul\" bukan daftar"),
        (
            "jenis = \"unik\", daftar = \"pihak\", bidang = \"pejabat\"",
            "\"pejabat\"",
            "membaca teks atau pilihan",
        ),
        (
            "jenis = \"pola\", bidang = \"pihak\", cocok = \"a\"",
            "\"pihak\"",
            "membaca teks, pilihan, atau bilangan",
        ),
    ];
    for (check, place, words) in cases {
        expect(&rule(AGREEMENTS, check, ""), &[(place, words)]);
    }
}

#[test]
fn parameters_that_ask_for_nothing_or_for_too_much() {
    let cases = [
        (
            "jenis = \"wajb\", bidang = \"judul\"",
            "\"wajb\"",
            "\"wajb\" tidak dikenal; yang ada: wajib",
        ),
        (
            "jenis = \"wajib\", bidng = \"judul\"",
            "bidng",
            "\"bidng\" tidak dikenal; yang ada: bidang",
        ),
        ("jenis = \"wajib\", bidang = []", "[]", "tidak boleh kosong"),
        (
            "jenis = \"wajib_salah_satu\", daftar = \"pihak\", bidang = []",
            "[]",
            "tidak boleh kosong",
        ),
        ("jenis = \"jumlah\", bidang = \"pihak\"", "\"jumlah\"", "minimal (dari 1) atau maksimal"),
        (
            "jenis = \"jumlah\", bidang = \"pihak\", minimal = 3, maksimal = 2",
            "\"jumlah\"",
            "lebih kecil",
        ),
        ("jenis = \"golongan\", bidang = \"judul\"", "\"golongan\"", "boleh atau dilarang"),
        (
            "jenis = \"pola\", bidang = \"judul\", cocok = \"a\", dilarang = \"b\"",
            "\"pola\"",
            "salah satu",
        ),
        (
            "jenis = \"pola\", bidang = \"judul\", cocok = \"menteri (koordinator\"",
            "(",
            "kurung tidak ditutup",
        ),
        ("jenis = \"diatur\", bidang = \"kahar\", pola = \"\"", "\"\"", "pola kosong"),
        ("jenis = \"ada_anggota\", daftar = \"pihak\", dengan = {}", "{}", "tidak boleh kosong"),
        ("jenis = \"bawaan\"", "\"bawaan\"", "hanya bagi aturan peraturan \"bentuk\""),
        ("bidang = \"judul\"", "{ bidang = \"judul\" }", "periksa.jenis harus nama pemeriksa"),
    ];
    for (check, place, words) in cases {
        expect(&rule(AGREEMENTS, check, ""), &[(place, words)]);
    }
}

#[test]
fn words_that_a_check_does_not_give() {
    let check = "jenis = \"wajib\", bidang = \"judul\"";
    let more = "pesan = \"bidang {bidng} kosong\"\nsaran = \"isi { bidang } pada é{no}{No}\"";
    expect(
        &rule(AGREEMENTS, check, more),
        &[
            ("{bidng}", "mungkin maksudnya \"bidang\"; pemeriksa \"wajib\" memberi: bidang, no"),
            ("{ bidang }", "tidak dikenal"),
            ("{No}", "mungkin maksudnya \"no\""),
        ],
    );
    let forbidden = "jenis = \"golongan\", bidang = \"pihak[*].satuan\", dilarang = [\"upt\"]";
    expect(
        &rule(AGREEMENTS, forbidden, "pesan = \"{nilai}, pakai {boleh}\""),
        &[("{boleh}", "selalu kosong")],
    );
    let none = "jenis = \"diatur\", bidang = \"kahar\", pola = \"a\"";
    expect(
        &rule(AGREEMENTS, none, "pesan = \"{nilai}\""),
        &[("{nilai}", "pemeriksa \"diatur\" tidak memberi kata apa pun")],
    );
    let lines = "pesan = \"p\"\nsisip = '''\n[[pihak]]\nsebutn = \"{no}\"\n'''";
    let told = told(&rule(AGREEMENTS, check, lines));
    assert!(told.len() == 1 && told[0].1.contains("memuat pihak[0].sebutn"), "{told:?}");
    let broken = "pesan = \"p\"\nsisip = 'judul = '";
    expect(&rule(AGREEMENTS, check, broken), &[("'judul = '", "sisip bukan TOML yang sah")]);
}

#[test]
fn examples_of_what_does_not_exist() {
    let check = "jenis = \"wajib\", bidang = \"judul\"";
    let example = |lines: &str| {
        let text = rule(AGREEMENTS, check, "");
        format!("{text}[[aturan.contoh]]\nhasil = \"temuan\"\n{lines}\n")
    };
    let cases = [
        ("jenis = \"ika\"", "\"ika\"", "aturan ini tidak menilai jenis \"ika\""),
        ("jenis = \"ikaa\"", "\"ikaa\"", "mungkin maksudnya \"ika\""),
        (
            "jenis = \"nota-kesepahaman\"\nubah = { \"pihak[0].sebutn\" = \"x\" }",
            "\"pihak[0].sebutn\"",
            "tidak mempunyai bidang",
        ),
        (
            "jenis = \"nota-kesepahaman\"\nubah = { hapus = [\"judul\", \"jdul\"] }",
            "\"jdul\"",
            "mungkin maksudnya \"judul\"",
        ),
        ("jenis = \"nota-kesepahaman\"\nubah = { hapus = 3 }", "3", "hapus berisi nama bidang"),
        ("jenis = \"nota-kesepahaman\"\ndi = \"jdul\"", "\"jdul\"", "mungkin maksudnya \"judul\""),
        ("jenis = \"nota-kesepahaman\"\nteks = \"x\"", "\"x\"", "jenis atau teks, salah satu"),
        ("jenis = \"nota-kesepahaman\"\nubah = { \"pihak[+]\" = { sebutan = \"x\" } }", "", ""),
        ("hsil = \"x\"\nteks = \"\"", "hsil", "kunci \"hsil\" tidak dikenal"),
        ("", "[[aturan.contoh]]", "contoh tanpa jenis dan tanpa teks"),
    ];
    for (lines, place, words) in cases {
        let expected = [(place, words)];
        expect(&example(lines), if place.is_empty() { &[] } else { &expected });
    }
    let clean =
        example("teks = \"\"\n[[aturan.contoh]]\nhasil = \"bersih\"\nteks = \"\"\ndi = \"judul\"");
    expect(&clean, &[("\"judul\"", "di hanya bagi contoh dengan hasil = \"temuan\"")]);
}

#[test]
fn heads_that_name_what_does_not_exist() {
    let pack = rule(AGREEMENTS, "jenis = \"wajib\", bidang = \"judul\"", "");
    let cases = [
        (
            "pendahulu = \"permenkumham-14-2032\"\nditetapkan = 2026-01-05",
            "\"permenkumham-14-2032\"",
            "mungkin maksudnya",
        ),
        (
            "pendahulu = \"permenkumham-14-2023\"",
            "\"permenkumham-14-2023\"",
            "pendahulu hanya berguna bersama ditetapkan",
        ),
        (
            "pengganti = { paket = \"kantor\", sejak = 2026-01-05 }",
            "\"kantor\"",
            "menyebut dirinya sendiri",
        ),
        (
            "pengganti = { paket = \"tata-tulis\", sejak = 10:00:00 }",
            "10:00:00",
            "seharusnya tanggal",
        ),
        ("ditetapkan = 10:00:00", "10:00:00", "seharusnya tanggal"),
        ("bahasa = \"en\"", "\"en\"", "\"en\" tidak dikenal"),
        ("nma = \"x\"", "nma", "kunci \"nma\" tidak dikenal"),
    ];
    for (line, place, words) in cases {
        let text = pack.replacen("sifat = ", &format!("{line}\nsifat = "), 1);
        expect(&text, &[(place, words)]);
    }
    expect(&pack.replace("\"gaya\"", "\"bentuk\""), &[("\"bentuk\"", "sifat harus")]);
    expect(&pack.replace("kode = \"x\"", "kode = \"x y\""), &[("\"x y\"", "satu kata")]);
}

/// Whoever mends a pack sees all of it: in the head, in several rules, several in one rule.
#[test]
fn all_faults_come_at_once() {
    let mut text =
        rule("lingkp = \"x\"", "jenis = \"wajib\", bidang = \"jdul\"", "saran = \"{nli}\"");
    text = text.replacen("sifat", "nma = \"x\"\nsifat", 1);
    let second = rule(AGREEMENTS, "jenis = \"wajib\", bidng = \"judul\"", "tinkat = 1");
    text.push_str(&second[second.find("[[aturan]]").expect("a rule")..]);
    // What the kinds say needs a pack that could be read.
    let shown: Vec<String> = told(&text).into_iter().map(|(shown, _)| shown).collect();
    assert_eq!(shown, ["nma", "bidng", "tinkat"]);
    let text = text.replacen("nma = \"x\"\n", "", 1);
    let shown: Vec<String> = told(&text).into_iter().map(|(shown, _)| shown).collect();
    assert_eq!(shown, ["lingkp", "\"jdul\"", "{nli}", "bidng", "tinkat"]);
}

#[test]
fn a_text_that_is_no_toml_is_told_with_all_its_faults() {
    let told = told("id = \"kantor\nnama = 3 4\n[[aturan]]\nkode\n");
    assert!(told.len() >= 3, "{told:?}");
}
