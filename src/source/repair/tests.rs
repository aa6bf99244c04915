//! Slips, each with its cure.

use super::repair;
use crate::source::read;
use crate::words::Language;

/// What is told of a text: each place with its fact, and the text with every mend made.
fn told(text: &str) -> (Vec<(String, String)>, String) {
    let (_, faults) = read::read(text);
    let said = faults
        .iter()
        .map(|fault| (text[fault.span.clone()].to_owned(), fault.fact.text(Language::Indonesian)));
    let said = said.collect();
    let mut out = text.to_owned();
    let mut edits: Vec<_> = faults.iter().flat_map(|fault| fault.mend.clone()).collect();
    edits.sort_by_key(|(span, _)| std::cmp::Reverse((span.start, span.end)));
    for (span, new) in edits {
        out.replace_range(span, &new);
    }
    (said, out)
}

/// One slip, with its mend.
fn one(text: &str) -> (String, String) {
    let (said, out) = told(text);
    assert_eq!(said.len(), 1, "{text}: {said:?}");
    (said[0].0.clone(), out)
}

#[test]
fn each_slip_is_told_once_and_mended() {
    for (wrong, place, right) in [
        ("a: \"x\"\n", ":", "a = \"x\"\n"),
        ("a \"x\"\n", "a \"x\"", "a = \"x\"\n"),
        ("jenis “nota-dinas”\n", "jenis “nota-dinas”", "jenis = \"nota-dinas\"\n"),
        ("a = “x”\n", "“", "a = \"x\"\n"),
        ("a = \"x”\n", "”", "a = \"x\"\n"),
        ("a = “x \"y\" z”\n", "“", "a = \"x \\\"y\\\" z\"\n"),
        ("a = \"x \"y\" z\"\n", "\"", "a = \"x \\\"y\\\" z\"\n"),
        ("a = 'Qur'an'\n", "'", "a = \"Qur'an\"\n"),
        ("a = \"b\", \"c\"\n", "\"b\", \"c\"", "a = [\"b\", \"c\"]\n"),
        ("a = \"b\", \"c\"]\n", "\"b\", \"c\"", "a = [\"b\", \"c\"]\n"),
        ("[[p]]\na = 1\n[p[0].q]\nb = 1\n", "[p[0].q]", "[[p]]\na = 1\n[p.q]\nb = 1\n"),
        ("a = [\"b\" \"c\"]\n", "\"", "a = [\"b\" , \"c\"]\n"),
        ("a = [\"b\", \"c\"\nd = 1\n", "[", "a = [\"b\", \"c\"]\nd = 1\n"),
        ("a = 2026-04-06;\n", ";", "a = 2026-04-06\n"),
        ("a = \"x\",\n", ",", "a = \"x\"\n"),
        ("a = Rp18.500.000,00\n", "Rp18.500.000,00", "a = 18500000\n"),
        ("a = 2026-4-6\n", "2026-4-6", "a = 2026-04-06\n"),
        ("a = 02/03/2026\n", "02/03/2026", "a = 2026-03-02\n"),
        ("a = 2 tahun\n", "2 tahun", "a = \"2 tahun\"\n"),
        ("a = ya\n", "ya", "a = true\n"),
        ("a = 007\n", "007", "a = \"007\"\n"),
        ("[ruang lingkup]\n", "ruang lingkup", "[ruang_lingkup]\n"),
        ("[[pihak]\na = 1\n", "[[pihak]", "[[pihak]]\na = 1\n"),
        ("nomor surat = \"x\"\n", "nomor surat", "nomor_surat = \"x\"\n"),
        ("a\u{a0}= \"x\"\n", "\u{a0}", "a = \"x\"\n"),
        ("a \u{b} \"x\"\n", "a \u{b} \"x\"", "a = \"x\"\n"),
        ("a = \"C:\\Users\\logo.png\"\n", "\\U", "a = \"C:/Users/logo.png\"\n"),
        ("a = \"\nx\n\"\"\"\nb = 1\n", "\"", "a = \"\"\"\nx\n\"\"\"\nb = 1\n"),
        ("a = \"x\ny\"\nb = 1\n", "\"", "a = \"\"\"x\ny\"\"\"\nb = 1\n"),
        (
            "a = \"\"\"\nx\n\n[b]\nc = \"\"\"\ny\n\"\"\"\n",
            "\"\"\"",
            "a = \"\"\"\nx\n\n\"\"\"\n[b]\nc = \"\"\"\ny\n\"\"\"\n",
        ),
        ("a = “““\nx\n”””\n", "“““", "a = \"\"\"\nx\n\"\"\"\n"),
        ("a = “““\nx\n\"\"\"\n", "“““", "a = \"\"\"\nx\n\"\"\"\n"),
        ("a = \"x\nb = 1\n", "\"x", "a = \"x\"\nb = 1\n"),
        (
            "a = \"\"\"\nx \"\"\"y\"\"\" z\n\"\"\"\n",
            "\"\"\"",
            "a = \"\"\"\nx \\\"y\\\" z\n\"\"\"\n",
        ),
        ("a = \"\"\"\nx\u{b}y\n\"\"\"\n", "\u{b}", "a = \"\"\"\nx\ny\n\"\"\"\n"),
    ] {
        let (said, out) = one(wrong);
        assert_eq!((said.as_str(), out.as_str()), (place, right), "{wrong}");
        assert!(read::read(&out).1.is_empty(), "{out}");
    }
}

#[test]
fn what_stands_twice_or_has_no_key_is_set_aside() {
    for (text, place) in [
        ("[a]\nx = 1\n[b]\n[a]\ny = 2\n", "[a]"),
        ("x = 1\nx = 2\n", "x"),
        ("[p.q]\na = 1\n[[p]]\nx = 1\n[x]\n", "[p.q]"),
        ("Pokok naskah, tanpa kunci.\nBaris kedua.\nx = 1\n", "Pokok naskah, tanpa kunci."),
    ] {
        let (root, faults) = read::read(text);
        assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        assert_eq!(&text[faults[0].span.clone()], place);
        assert!(faults[0].lost && faults[0].mend.is_empty());
        assert!(root.get("x").or_else(|| root.get("a")).is_some(), "{text}");
    }
    let (root, faults) = read::read("[p]\na = 1\n[p.q]\nb = 1\n[p]\na = 2\n[p.q]\nb = 2\n");
    assert_eq!((faults.len(), faults[0].span.clone()), (1, 22..25));
    assert_eq!(root.get("p").unwrap().members().len(), 2);
}

/// Which letter a colon inside a key hides nobody knows: nothing is mended, and the rest is read.
#[test]
fn a_colon_inside_a_key_is_told_and_changes_nothing() {
    for wrong in ["kepa:a = \"x\"\nb = 1\n", "nom:r=5\nb = 1\n"] {
        let (faults, copy) = told(wrong);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].0, ":");
        assert!(copy.ends_with("\nb = 1\n"), "{copy}");
        assert!(read::read(wrong).1.iter().all(|fault| fault.mend.is_empty()));
    }
}

/// A bracket before a sentence makes no header of it.
#[test]
fn a_sentence_behind_a_bracket_is_no_header() {
    for wrong in [
        "[ Kantor wilayah menandatangani; pendanaan tidak dimuat.\nb = 1\n",
        "[ Kantor: dua.]\nb = 1\n",
    ] {
        let (faults, copy) = told(wrong);
        assert_eq!((faults.len(), copy.as_str()), (1, wrong), "{faults:?}");
    }
}

/// A bracket in a comment closes nothing, and what cures nothing is not offered.
#[test]
fn a_list_that_ends_in_a_comment_is_closed_before_it() {
    let wrong = "a = [\"x\", # \"y\"]\nb = 1\n";
    let (_, faults) = read::read(wrong);
    assert_eq!((faults.len(), faults[0].guessed), (1, true));
    assert_eq!(told(wrong).1, "a = [\"x\",] # \"y\"]\nb = 1\n");
    let (_, halves) = read::read("a = [Gerai pelayanan\"\nb = 1\n");
    assert!(halves.len() == 1 && halves[0].guessed, "{halves:?}");
}

#[test]
fn places_are_those_of_the_text() {
    let text = "a = “x”\nb = \"yang ini\"\nc = 2 tahun\nd = 'akhir'\n";
    let (root, faults) = read::read(text);
    assert_eq!(faults.len(), 2);
    for (key, said) in [("a", "“x”"), ("b", "\"yang ini\""), ("c", "2 tahun"), ("d", "'akhir'")]
    {
        assert_eq!(&text[root.get(key).unwrap().span.clone()], said);
    }
    assert_eq!(root.get("c").unwrap().str(), Some("2 tahun"));
}

/// Whatever is cut out of a text, the copy is made of the text's own bytes, and no place is outside.
#[test]
fn any_text_is_got_through() {
    let text =
        "a = \"\"\"\nx “y”\n\"\"\"\n[[b]]\nc = ['d', \"e\"] # f\ng = 'h'\n[i]\nj = 2026-01-02\n";
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for (from, to) in ends.iter().flat_map(|from| ends.iter().map(move |to| (*from, *to))) {
        if from > to || to - from > 9 {
            continue;
        }
        let broken = format!("{}{}", &text[..from], &text[to..]);
        let repaired = repair(&broken);
        assert!(repaired.faults.iter().all(|fault| broken.get(fault.span.clone()).is_some()));
        let (root, _) = read::read(&broken);
        assert!(broken.get(root.span).is_some());
    }
}

#[test]
fn tables_in_one_line_are_read_as_they_were_meant() {
    for (wrong, place, right) in [
        ("a = { b: \"x\" }\n", ":", "a = { b = \"x\" }\n"),
        ("a = { b = \"x\" c = 1 }\n", "c", "a = { b = \"x\", c = 1 }\n"),
        ("a = { b = “x”, c = 'y' }\n", "“", "a = { b = \"x\", c = 'y' }\n"),
        ("a = { b = \"x”, c = \"y\" }\n", "”", "a = { b = \"x\", c = \"y\" }\n"),
        ("a = { b = \"x, S.H., c = \"y\" }\n", "\"x, S.H.", "a = { b = \"x, S.H.\", c = \"y\" }\n"),
        ("a = { b = x y, c = 1 }\n", "x y", "a = { b = \"x y\", c = 1 }\n"),
        ("a = { b = \"x\"\nd = 1\n", "{", "a = { b = \"x\" }\nd = 1\n"),
        ("a = b = \"x\" }\n", "", "a = { b = \"x\" }\n"),
        ("a = [{ b = 1 }, { b: 2 }]\n", ":", "a = [{ b = 1 }, { b = 2 }]\n"),
        ("a = {\n  b = \"x\"\n  c = 1\n}\n", "c", "a = {\n  b = \"x\",\n  c = 1\n}\n"),
        ("a = {\"x\", \"y\"}\n", "{", "a = [\"x\", \"y\"]\n"),
        ("a = (\"x\", \"y\")\n", "(", "a = [\"x\", \"y\"]\n"),
    ] {
        let (said, out) = one(wrong);
        assert_eq!((said.as_str(), out.as_str()), (place, right), "{wrong}");
        assert!(read::read(&out).1.is_empty(), "{out}");
    }
}

#[test]
fn what_nobody_sees_and_what_others_write_is_told_once() {
    for (wrong, right) in [
        ("a\u{200b} = 1\n", "a = 1\n"),
        ("\u{a0}a = 1\n", " a = 1\n"),
        ("a =\u{a0}\"x\"\n", "a = \"x\"\n"),
        ("a = 1\n\u{feff}[b]\n", "a = 1\n[b]\n"),
        ("a = 1\n\0\0\0\u{1a}", "a = 1\n"),
        ("a == 1\n", "a = 1\n"),
        ("a＝1\n", "a =1\n"),
        ("a -> \"x\"\n", "a = \"x\"\n"),
        ("\"a\": 1\n", "\"a\" = 1\n"),
        ("// b\na = 1\n", "# b\na = 1\n"),
        ("/* b\n c */\na = 1\n", "# b\n#  c */\na = 1\n"),
        ("a = 1 // b\n", "a = 1 # // b\n"),
        ("a = 1\r[b]\rc = 2\r", "a = 1\n[b]\nc = 2\n"),
        ("a =\n\"x\"\n", "a = \"x\"\n"),
    ] {
        let (_, out) = one(wrong);
        assert_eq!(out, right, "{wrong}");
        assert!(read::read(&out).1.is_empty(), "{out}");
    }
    let two = "<<<<<<< satu\na = 1\n=======\na = 2\n>>>>>>> dua\nb = 3\n";
    let (root, faults) = read::read(two);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].lost && root.get("b").is_some());
}

/// Where a quote may be half of something else, no mend is sure.
#[test]
fn a_quote_that_may_be_anything_is_not_mended_unasked() {
    for (text, right, sure) in [
        ("a = Kepala Seksi\"\n", "a = \"Kepala Seksi\"\n", true),
        ("a = ″Kepala Seksi″\n", "a = \"Kepala Seksi\"\n", true),
        ("a = \"\"Kepala Seksi\"\"\n", "a = \"Kepala Seksi\"\n", false),
        ("a = ''Kepala Seksi''\n", "a = \"Kepala Seksi\"\n", false),
        ("a = [\"b, \"c\"]\n", "a = [\"b\", \"c\"]\n", false),
        ("a = \"b \"c\"\n", "a = \"b \\\"c\"\n", false),
        ("a = W.5/PK#12 x\n", "a = \"W.5/PK#12 x\"\n", true),
        ("a = Kamar # 12\n", "a = \"Kamar\" # 12\n", false),
        ("a =\nsatu dua\ntiga\n\nb = 1\n", "a = \"\"\"\nsatu dua\ntiga\n\"\"\"\n\nb = 1\n", false),
        ("a = \"\"\nsatu dua\n\"\"\"\n", "a =  \"\"\"\nsatu dua\n\"\"\"\n", false),
    ] {
        let (_, out) = one(text);
        assert_eq!(out, right, "{text}");
        let (_, faults) = read::read(text);
        assert_eq!(!faults[0].guessed, sure, "{text}");
    }
}

/// Each is told, also where nearly every line is broken; how long that takes `benches/skala.rs` says.
#[test]
fn slips_are_told_however_many_there_are() {
    for line in ["a = \"\n", "a = [\"b\"\n", "a = { b = 1\n", "a = “x\n", "[x\n", "a = \"\"\nx y\n"]
    {
        let (_, faults) = read::read(&line.repeat(3000));
        assert!(faults.len() > 1000, "{line}");
    }
}
