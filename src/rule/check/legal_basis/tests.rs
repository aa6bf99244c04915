//! Citations as drafts write them.

use super::citation::{Cited, Regulation};

const HAM: &str = "Peraturan Menteri Hukum dan Hak Asasi Manusia";
const UU: &str = "Undang-Undang";

fn regulation(kind: &'static str, number: &str, year: i64) -> Regulation {
    Regulation { kind, number: number.to_owned(), year }
}

#[test]
fn usual_writings_name_the_same_regulation() {
    let rows = [
        (UU, "39", 2008, "Undang-Undang Nomor 39 Tahun 2008 tentang Kementerian Negara"),
        (UU, "39", 2008, "UU No. 39 Tahun 2008 tentang Kementerian Negara"),
        (UU, "39", 2008, "UU No 39 Tahun 2008"),
        (UU, "39", 2008, "UU 39/2008"),
        (UU, "39", 2008, "UU Nomor 39/2008"),
        (UU, "39", 2008, "UNDANG UNDANG REPUBLIK INDONESIA NOMOR 39 TAHUN 2008"),
        (UU, "39", 2008, "undang-undang RI Nomor: 39 Tahun 2008"),
        (UU, "39", 2008, "Pasal 4 ayat (1) Undang‑Undang\u{a0}Nomor 39\nTahun 2008"),
        (UU, "39", 2008, "UU No.39 Th. 2008"),
        (HAM, "65", 2016, "Permenkumham No. 65 Tahun 2016 tentang Penataan Kerja Sama"),
        (HAM, "65", 2016, "Peraturan Menteri Hukum dan HAM Nomor 65 Tahun 2016"),
        (HAM, "65", 2016, "Peraturan Menteri Hukum & HAM RI No. 65/2016"),
        (HAM, "14", 2023, "Peraturan Menteri Hukum dan Hak Asasi Manusia RI Nomor 14 Tahun 2023"),
        (HAM, "14", 2023, "Permenkumham 14/2023"),
        ("Peraturan Menteri Hukum", "1", 2024, "Permenkum 1/2024"),
        ("Peraturan Presiden", "157", 2024, "Perpres Nomor 157 Tahun 2024"),
        ("Peraturan Pemerintah", "50", 2007, "PP No. 50 Tahun 2007"),
        ("Peraturan Pemerintah Pengganti Undang-Undang", "2", 2022, "Perppu 2/2022"),
        ("Peraturan Menteri Keuangan", "44", 2014, "PMK Nomor 44/PMK.08/2014"),
        ("Peraturan Menteri Dalam Negeri", "22", 2009, "Permendagri 22/2009"),
        ("Peraturan Badan Pengawas Obat dan Makanan", "22", 2020, "Peraturan BPOM 22/2020"),
    ];
    for (kind, number, year, text) in rows {
        assert_eq!(Regulation::first(text), Some(regulation(kind, number, year)), "{text}");
    }
}

#[test]
fn what_is_no_such_citation_names_none() {
    for text in [
        "",
        "UU",
        "UU Nomor",
        "UU 39",
        "UU Nomor 39 Tahun 08",
        "UUD 1945",
        "PPK 3/2024",
        "Nomor 39 Tahun 2008",
        "UU tentang Kementerian Negara Nomor 39 Tahun 2008",
        "Permenkumham (sudah diganti) 14/2023",
        "Keputusan Kepala BPOM Nomor HK.02.02.1.2.02.22.90 Tahun 2022",
        "UU Nomor 39 Tahun 99999999999999999999",
    ] {
        assert_eq!(Regulation::first(text), None, "{text}");
    }
}

#[test]
fn a_number_is_that_number_and_no_longer_one() {
    let cited = Cited::read("UU 139/2008, UU 39/20081, UU Nomor 391 Tahun 2008 dan PP 39/2008");
    assert!(!cited.cites(&regulation(UU, "39", 2008)));
}

#[test]
fn several_behind_one_kind_are_all_read() {
    let text =
        "Undang-Undang Nomor 36 Tahun 2009 dan Nomor 44 Tahun 2009, serta Nomor 29 Tahun 2004";
    let cited = Cited::read(text);
    let found: Vec<&str> = cited.regulations().map(|one| one.number.as_str()).collect();
    assert_eq!(found, ["36", "44", "29"]);
}

#[test]
fn an_end_excuses_the_regulation_that_it_is_of() {
    let one = regulation(HAM, "14", 2023);
    for text in [
        "Permenkumham 14/2023 telah dicabut.",
        "Permenkumham 14/2023 dicabut dengan Permenimipas 8/2025.",
        "Permenkumham Nomor 14 Tahun 2023 tentang Penataan Kerja Sama (BN 2023/253), dinyatakan tidak berlaku.",
        "Permenkumham 14/2023 tentang Penataan Kerja Sama sudah tidak berlaku lagi",
        "Permenkumham 14/2023, yang telah dicabut, tidak dipakai",
        "Permenimipas 8/2025 mencabut Permenkumham 14/2023.",
        "Permenimipas 8/2025 mencabut dan menyatakan tidak berlaku ketentuan Permenkumham 14/2023",
        "Peraturan ini menyatakan tidak berlaku Permenkumham 14/2023",
        "Permenimipas 8/2025 sebagai pengganti Permenkumham 14/2023",
    ] {
        assert!(Cited::read(text).tells_end_of(&one), "{text}");
    }
    for text in [
        "Ketentuan Permenkumham 14/2023 berlaku, dan kuasa dapat dicabut.",
        "Permenkumham 14/2023 tentang Penataan Kerja Sama berlaku, dan kuasa telah dicabut.",
        "Permenkumham 14/2023 tentang Penataan Kerja Sama. Kuasa telah dicabut.",
        "Permenkumham 14/2023 tentang Penataan Kerja Sama dapat dicabut",
        "Permenkumham 14/2023 belum dicabut",
        "Permenimipas 8/2025 tidak berlaku, Permenkumham 14/2023 berlaku",
        "Naskah mencabut kuasa berdasarkan Permenkumham 14/2023",
        "Permenkumham 14/2023 dicabut; namun Permenkumham 14/2023 masih menjadi dasar",
        "UU 12/1995 telah dicabut",
        "",
    ] {
        assert!(!Cited::read(text).tells_end_of(&one), "{text}");
    }
}

#[test]
fn long_texts_are_read_once() {
    for text in
        ["UU ", "UU Nomor 1 Tahun 2024 dan ", "UU 1/2024 tentang a ", "mencabut dan ", "(", "1/"]
    {
        let cited = Cited::read(&text.repeat(20_000));
        assert!(!cited.tells_end_of(&regulation(HAM, "14", 2023)));
    }
}
