//! The fonts that an office's style names are the fonts of its documents.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::common::kinds::of_each_class;
use crate::common::{naskah, python, root, run};
use crate::desk::Desk;

/// Every embedded family and the name of its faces in a PDF.
const FAMILIES: [(&str, &str); 5] = [
    ("TeX Gyre Bonum", "TeXGyreBonum"),
    ("Liberation Serif", "LiberationSerif"),
    ("Liberation Sans", "LiberationSans"),
    ("Noto Sans", "NotoSans"),
    ("Amiri", "Amiri"),
];

/// In every style each list names another family, and over all styles each list has named each family:
/// a document is set in what the list of its own kind says, and in nothing else.
#[test]
fn the_fonts_of_a_style_reach_the_document() {
    let desk = Desk::new();
    let lists = of_each_class();
    let mut wanted = Vec::new();
    for turn in 0..FAMILIES.len() {
        let family = |at: usize| FAMILIES[(turn + at) % FAMILIES.len()];
        let keys = lists.iter().enumerate();
        let keys = keys.map(|(at, (key, _))| format!("{key} = [\"{}\"]\n", family(at).0));
        let head = family(lists.len()).0;
        let keys = keys.collect::<String>();
        let style = format!("[huruf]\n{keys}[kop]\nhuruf = [\"{head}\"]\n");
        std::fs::write(desk.path().join("gaya.toml"), style).expect("style");
        let drafts = lists.iter().map(|(_, kind)| format!("{}-contoh.toml", kind.id));
        let folder = format!("hasil-{turn}");
        let options = ["render", "--style", "gaya.toml", "--out-dir", &folder];
        run(naskah(options).args(drafts).current_dir(desk.path())).code(0);
        for (at, (_, kind)) in lists.iter().enumerate() {
            let name = format!("{folder}/{}-contoh.pdf", kind.id);
            wanted.push((desk.path().join(name), family(at).1, family(lists.len()).1));
        }
    }
    let files = wanted.iter().map(|(path, ..)| path.as_path());
    let output = python("periksa_pdf.py", std::iter::once(Path::new("--fakta")).chain(files));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(text.lines().count(), lists.len() * FAMILIES.len());
    for (line, (path, face, head)) in text.lines().zip(&wanted) {
        let faces = faces(&serde_json::from_str(line).expect("JSON"));
        let known = |name: &String| name.starts_with(face) || name.starts_with(head);
        let only = faces.iter().any(|name| name.starts_with(face)) && faces.iter().all(known);
        assert!(only, "{}: {faces:?}", path.display());
    }
}

/// The names of a document's fonts, without the six letters that mark a part of a font.
fn faces(facts: &Value) -> BTreeSet<String> {
    let fonts = facts["huruf"].as_array().expect("fonts").iter();
    let name = |font: &Value| {
        let name = font["nama"].as_str().unwrap_or_default().trim_start_matches('/').to_owned();
        name.split_once('+').map_or(name.clone(), |(_, face)| face.to_owned())
    };
    fonts.map(name).map(|name| name.replace([' ', '-'], "")).collect()
}

#[test]
fn a_font_that_is_not_embedded_is_an_error_at_its_key() {
    let desk = Desk::new();
    for (key, kind) in &of_each_class() {
        for (list, parts) in [
            ("[\"Comic Sans MS\"]", ["\"Comic Sans MS\" tidak ada", "TeX Gyre Bonum"]),
            ("[\"Amiri\", \"Arial\"]", ["\"Arial\" tidak ada", "Liberation Sans"]),
            ("[]", ["daftar huruf kosong", "Liberation Sans"]),
            ("[\"Amiri\", 12]", ["nama huruf", "Liberation Sans"]),
            ("\"Amiri\"", ["sejenis", "Amiri"]),
        ] {
            let style = format!("[huruf]\n{key} = {list}\n");
            std::fs::write(desk.path().join("gaya.toml"), style).expect("style");
            let args = format!("render {}-contoh.toml --style gaya.toml --output x.pdf", kind.id);
            let run = run(naskah(args.split(' ')).current_dir(desk.path()));
            run.refused(&[&format!("huruf.{key}: "), parts[0], parts[1]]);
            assert!(!desk.path().join("x.pdf").exists());
        }
    }
}

/// Capitals change what a degree means: `dr.` is a physician, `Dr.` a doctor.
#[test]
fn a_name_in_capitals_keeps_its_degrees_as_written() {
    let desk = Desk::new();
    let sample =
        std::fs::read_to_string(root().join("samples/nota-dinas/plt.toml")).expect("sample");
    let name = "dr. Moh. Sekar Wening Drs., S.Si., M.Hum., Ph.D.";
    std::fs::write(desk.path().join("x.toml"), sample.replace("Agus Salim Harahap, S.H.", name))
        .expect("draft");
    std::fs::write(desk.path().join("gaya.toml"), "[tanda_tangan]\nnama_kapital = true\n")
        .expect("style");
    let args = "render x.toml --style gaya.toml -o x.pdf";
    run(naskah(args.split(' ')).current_dir(desk.path())).code(0);
    let output = python("baca_pdf.py", [desk.path().join("x.pdf")]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("dr. MOH. SEKAR WENING Drs., S.Si., M.Hum., Ph.D."), "{text}");
}
