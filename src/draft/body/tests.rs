//! The body's reading.

use super::*;

fn shape(text: &str) -> String {
    fn walk(blocks: &[Block], out: &mut String) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => out.push_str(text),
                Block::Heading(text) => out.push_str(&format!("# {text}")),
                Block::List(list) => {
                    for item in &list.items {
                        out.push_str(&format!("[{} ", list.style.print(item.number)));
                        walk(&item.blocks, out);
                        out.push(']');
                    }
                }
            }
        }
    }
    let mut out = String::new();
    walk(&Body::parse(text).blocks, &mut out);
    out
}

#[test]
fn ayat_huruf_angka() {
    let text =
        "(1) Satu:\n    a. x;\n    b. y:\n       1) p; dan\n       2) q.\n(2) Dua\n    lagi.";
    assert_eq!(shape(text), "[(1) Satu:[a. x;][b. y:[1) p; dan][2) q.]]][(2) Dua lagi.]");
}

#[test]
fn without_indentation() {
    let text = "(1) Satu:\na. x;\nb. y.\n(2) Dua:\na. z.";
    assert_eq!(shape(text), "[(1) Satu:[a. x;][b. y.]][(2) Dua:[a. z.]]");
}

#[test]
fn tails_and_resumed_lists() {
    let text = "Kepala:\na. x;\nb. y.\n\nEkor.\n\nc. z.";
    assert_eq!(shape(text), "Kepala:[a. x;][b. y.]Ekor.[c. z.]");
    assert!(Body::parse(text).faults.is_empty());
}

#[test]
fn letter_i_after_h_is_a_letter() {
    let text = "a. 1\nb. 2\nc. 3\nd. 4\ne. 5\nf. 6\ng. 7\nh. 8\ni. 9\nj. 10";
    assert!(Body::parse(text).faults.is_empty());
    assert!(shape("(a) x\n  (i) y\n  (ii) z\n(b) w").ends_with("[(b) w]"));
}

#[test]
fn gaps_and_doubles_are_seen() {
    let faults = |text| Body::parse(text).faults;
    assert_eq!(faults("a. x\nc. y")[0].expected, "b.");
    assert_eq!(faults("(1) x\n(1) y")[0].expected, "(2)");
    let causes = |text| faults(text).iter().map(|one| one.cause).collect::<Vec<_>>();
    assert_eq!(causes("a. x\nc. y\nd. z\ne. w"), [None, Some(0), Some(0)]);
    assert_eq!(causes("a. x\nc. y\n  (1) y\n  (3) y\nd. z"), [None, None, Some(0)]);
    assert_eq!(faults("(2) x")[0].expected, "(1)");
    assert_eq!(&"a. x\nc. y"[faults("a. x\nc. y")[0].span.clone()], "c.");
}

#[test]
fn broken_lines_are_no_items() {
    for text in [
        "(1) Kegiatan sebagaimana dimaksud pada ayat\n(1) dilaksanakan selama tiga puluh\n(30) hari.",
        "a. Alamat PIHAK KESATU:\nup. Kepala Bagian Umum;\nb. lainnya.",
        "Layanan dibuka pukul\n08.30 WIB.",
        "Layanan:\n08.30 WIB pembukaan\n2.5 kilometer.",
        "sesuai dengan angka\n2) di atas.",
    ] {
        assert!(Body::parse(text).faults.is_empty(), "{text}: {:?}", Body::parse(text).faults);
    }
    assert_eq!(
        shape("(1) Sebagaimana pada ayat\n(2) dan lain."),
        "[(1) Sebagaimana pada ayat (2) dan lain.]"
    );
}

#[test]
fn lists_begin_again_under_a_new_lead() {
    let text = "PIHAK I berhak:\na. x;\nb. y.\nPIHAK II berhak:\na. z.";
    assert_eq!(shape(text), "PIHAK I berhak:[a. x;][b. y.]PIHAK II berhak:[a. z.]");
    let text = "Dana:\nA. Tahun 2026\n   1. APBN\n   2. APBD\nB. Tahun 2027\n   1. APBN";
    assert!(Body::parse(text).faults.is_empty());
    assert_eq!(Body::parse("a. x.\nb. y.\na. z.").faults.len(), 1);
    let text = "(1) KESATU wajib:\na. x.\nKEDUA wajib:\na. y.\n(2) Lain.";
    assert!(Body::parse(text).faults.is_empty());
}

#[test]
fn a_letter_may_begin_without_its_first_number() {
    let text =
        "Dengan hormatnya saya merujuk perkara di atas.\n\n2. Sukacita dimaklumkan.\n\n3. Sekian.";
    assert!(Body::parse(text).faults.is_empty());
    assert!(!Body::parse("Ruang lingkup:\n\n2. y").faults.is_empty());
}

#[test]
fn names_are_no_markers() {
    assert_eq!(shape("Oleh\nR. Sukarno."), "Oleh R. Sukarno.");
}

#[test]
fn references_find_their_place() {
    let body = Body::parse("(1) x:\n    a. y;\n    b. z.\n(2) w.");
    let parts = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
    assert!(body.has(&parts("1/b")) && body.has(&parts("2")));
    assert!(!body.has(&parts("3")) && !body.has(&parts("2/a")));
    assert_eq!(body.ayat_at(10), Some(1));
}

#[test]
fn lists_as_they_are_pasted() {
    for (text, read) in [
        ("Berkas:\na.\u{a0}satu; dan\nb.\u{a0}dua.", "Berkas:[a. satu; dan][b. dua.]"),
        (
            "Berkas:\n\u{a0}\u{a0}a.\u{2003}satu;\n\u{a0}\u{a0}b.\u{2003}dua.",
            "Berkas:[a. satu;][b. dua.]",
        ),
        ("Berkas:\na.satu;\nb.dua.", "Berkas:[a. satu;][b. dua.]"),
        ("(1)PIHAK KESATU\n(2)PIHAK KEDUA", "[(1) PIHAK KESATU][(2) PIHAK KEDUA]"),
        ("Berkas:\n1.) satu;\n2.) dua.", "Berkas:[1) satu;][2) dua.]"),
        ("1. Satu:\n1.1. x;\n1.2. y.\n2. Dua", "[1. Satu:[1.1 x;][1.2 y.]][2. Dua]"),
        ("Berkas:\n●\tsatu;\n●\tdua.", "Berkas:[– satu;][– dua.]"),
        ("Berkas:\no\tsatu;\no\tdua.", "Berkas:[– satu;][– dua.]"),
        ("Berkas:\n\u{f0b7}\tsatu;\n\u{f0a7}\tdua.", "Berkas:[– satu;][– dua.]"),
    ] {
        assert_eq!(shape(text), read, "{text}");
        assert!(Body::parse(text).faults.is_empty(), "{text}");
        assert!(unread_markers(text).is_empty(), "{text}");
    }
    assert_eq!(unread_markers("Berkas:\na.satu."), vec![8..10]);
    assert!(unread_markers("Oleh:\na.n. Kepala\nR.Sukarno\n1.500 orang").is_empty());
}

#[test]
fn a_number_within_a_sentence_stays() {
    for text in [
        "(1) Satu.\n(2) Ketentuan ayat (1) dan\n(3) Peraturan Daerah berlaku.",
        "Ketentuan ayat (1),\n(2), dan (3) berlaku.",
        "Aplikasi versi\n2.1 tahun 2025 dipakai.",
        "Ketentuan huruf a atau\nb. Peraturan ini.",
    ] {
        let joined = squeeze(text);
        let (_, tail) = joined.split_once("ayat").unwrap_or(("", &joined));
        assert!(shape(text).contains(tail.trim_end_matches('.')), "{text}: {}", shape(text));
        assert!(Body::parse(text).faults.is_empty(), "{text}");
    }
}
