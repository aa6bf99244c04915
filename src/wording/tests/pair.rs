//! Numbers said twice in running text.

use crate::wording::decimal::Decimal;
use crate::wording::{Bahasa, NumberPair, find_number_pairs};

type Row<'a> = (&'a str, &'a str, u64, Option<u64>);

/// The whole number of a value without a fraction.
fn whole(value: Decimal) -> u64 {
    assert_eq!(value.fraction, 0);
    value.whole
}

fn rows<'a>(text: &'a str, pairs: &[NumberPair]) -> Vec<Row<'a>> {
    let row = |pair: &NumberPair| {
        let (figure, words) = (&text[pair.figure.clone()], &text[pair.words.clone()]);
        (figure, words, whole(pair.figure_value), pair.words_value.map(whole))
    };
    pairs.iter().map(row).collect()
}

#[track_caller]
fn finds(bahasa: Bahasa, text: &str, expected: &[Row<'_>]) {
    assert_eq!(rows(text, &find_number_pairs(text, bahasa)), expected, "{text:?}");
}

#[test]
fn indonesian_pairs() {
    let id = |text, expected: Row<'_>| finds(Bahasa::Indonesia, text, &[expected]);
    id("berlaku 5 (lima) tahun", ("5", "lima", 5, Some(5)));
    id("berlaku 5 (enam) tahun", ("5", "enam", 5, Some(6)));
    id("10(sepuluh)", ("10", "sepuluh", 10, Some(10)));
    id("dalam lima (5) hari", ("5", "lima", 5, Some(5)));
    id("dua puluh satu (12)", ("12", "dua puluh satu", 12, Some(21)));
    id("Pasal 3 (tiga)", ("3", "tiga", 3, Some(3)));
    id(
        "Tahun 2025 (dua ribu dua puluh lima)",
        ("2025", "dua ribu dua puluh lima", 2025, Some(2025)),
    );
    id("sebesar 10% (sepuluh persen)", ("10", "sepuluh", 10, Some(10)));
    id("10 % (sepuluh per seratus)", ("10", "sepuluh", 10, Some(10)));
    id("5 (lima\n  belas)", ("5", "lima\n  belas", 5, Some(15)));
    id("5 (lima lima)", ("5", "lima lima", 5, None));
    id("(paling lama 5 (lima) tahun)", ("5", "lima", 5, Some(5)));
    id("(5 (lima) tahun)", ("5", "lima", 5, Some(5)));
}

#[test]
fn amounts() {
    let words = "satu juta lima ratus ribu";
    for text in [
        "Rp1.500.000,00 (satu juta lima ratus ribu rupiah)",
        "Rp. 1.500.000,- (satu juta lima ratus ribu rupiah)",
        "Rp.1.500.000 (terbilang: satu juta lima ratus ribu rupiah)",
        "IDR 1,500,000.00 (satu juta lima ratus ribu Rupiah)",
    ] {
        let pairs = find_number_pairs(text, Bahasa::Indonesia);
        let [(_, found, 1_500_000, Some(1_500_000))] = rows(text, &pairs)[..] else {
            panic!("{text}: {pairs:?}")
        };
        assert_eq!(found, words);
    }
    finds(
        Bahasa::Melayu,
        "RM1,500.00 (Ringgit Malaysia: satu ribu lima ratus sahaja)",
        &[("1,500.00", "satu ribu lima ratus", 1_500, Some(1_500))],
    );
    finds(
        Bahasa::Melayu,
        "RM 100.00 (Ringgit Malaysia Satu Ratus Sahaja)",
        &[("100.00", "Satu Ratus", 100, Some(100))],
    );
}

#[test]
fn what_is_no_pair() {
    for text in [
        "huruf a (dua)",
        "Pasal 1 ayat (1)",
        "(1) satu hal",
        "(1) satu\n(2) dua",
        "5 (a)",
        "5 (A)",
        "5 ()",
        "2 (huruf kedua)",
        "1/2 (satu perdua)",
        "A-5 (lima)",
        "pukul 09.00 (sembilan)",
        "Lampiran 3 (kosong)",
        "5 (lima",
        "5 lima)",
        "5\n\n(lima)",
        "XRp5 (lima)",
        "tahun dua ribu dua puluh enam (02-03-2026)",
        "(5) (lima)",
        "(lima)",
        "dibagi dua (1) bagian awal dan (2) bagian akhir",
        "huruf (5)",
        "5 ((lima))",
        "PKS/5 (lima)",
    ] {
        finds(Bahasa::Indonesia, text, &[]);
    }
}

#[test]
fn figures_are_read_whole_however_they_are_grouped() {
    let words = "lima ratus empat puluh juta";
    for blank in [" ", "\u{a0}", "\u{202f}", "\u{2009}"] {
        for lead in ["Rp", "Rp ", "sebesar "] {
            let figure = format!("540{blank}000{blank}000");
            let text = format!("{lead}{figure} ({words} rupiah)");
            finds(Bahasa::Indonesia, &text, &[(&figure, words, 540_000_000, Some(540_000_000))]);
        }
        let text = format!("Rp540{blank}000 (lima ratus rupiah)");
        assert!(find_number_pairs(&text, Bahasa::Indonesia)[0].disagrees(), "{text}");
    }
    let text = "1 250 (seribu dua ratus lima puluh) orang, Pasal 5 100 (seratus) orang";
    let pairs = find_number_pairs(text, Bahasa::Indonesia);
    assert_eq!(rows(text, &pairs)[0].2, 1_250);
    assert_eq!(rows(text, &pairs)[1].2, 100);
    // One number or two: nothing is said.
    let pairs = find_number_pairs("1 250 (tiga puluh)", Bahasa::Indonesia);
    assert!(pairs.iter().all(|pair| pair.words_value.is_none()), "{pairs:?}");
}

#[test]
fn fractions_and_scales_are_compared() {
    let agree = |text: &str, bahasa| {
        let pairs = find_number_pairs(text, bahasa);
        let [pair] = &pairs[..] else { panic!("{text}: {pairs:?}") };
        (pair.words_value.is_some(), !pair.disagrees())
    };
    for text in [
        "2,5 (dua koma lima)",
        "0,5% (nol koma lima persen)",
        "12,5 persen (dua belas koma lima persen)",
        "Rp1.500,50 (seribu lima ratus rupiah lima puluh sen)",
        "Rp1,5 miliar (satu miliar lima ratus juta rupiah)",
        "Rp1,5 miliar (satu koma lima miliar rupiah)",
        "Rp15 juta (lima belas juta rupiah)",
        "2,5 (dua setengah) tahun",
    ] {
        assert_eq!(agree(text, Bahasa::Indonesia), (true, true), "{text}");
    }
    for text in [
        "0,5% (lima persen)",
        "Rp1.500,26 (seribu lima ratus rupiah enam puluh dua sen)",
        "Rp1.500,26 (seribu lima ratus rupiah)",
        "Rp1,5 miliar (lima belas miliar rupiah)",
        "Rp15 juta (lima belas ribu rupiah)",
    ] {
        assert_eq!(agree(text, Bahasa::Indonesia), (true, false), "{text}");
    }
    let text =
        "RM1,500.50 (Ringgit Malaysia: satu ribu lima ratus ringgit dan lima puluh sen sahaja)";
    assert_eq!(agree(text, Bahasa::Melayu), (true, true), "{text}");
}

#[test]
fn a_two_in_brackets_is_a_list_only_after_a_one() {
    let text = "dua (2) rangkap menurut ayat (2)";
    finds(Bahasa::Indonesia, text, &[("2", "dua", 2, Some(2))]);
}

#[test]
fn unreadable_words_are_silent() {
    let pairs = find_number_pairs("5 (lima orang) dan 3 (dua per tiga)", Bahasa::Indonesia);
    assert_eq!(pairs.len(), 2);
    assert!(pairs.iter().all(|pair| pair.words_value.is_none() && !pair.disagrees()));
}

#[test]
fn several_and_old() {
    let text = "3 (tiga) tahun, 2 (tiga) rangkap, Rp2.000.000.000,00 (dua milyar rupiah)";
    let pairs = find_number_pairs(text, Bahasa::Indonesia);
    let wrong: Vec<bool> = pairs.iter().map(NumberPair::disagrees).collect();
    assert_eq!(wrong, [false, true, false]);
    assert_eq!(&text[pairs[2].old[0].span.clone()], "milyar");
}
