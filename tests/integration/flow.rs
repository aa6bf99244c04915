//! Flows of procedures: as pictures and as Mermaid text.

use std::collections::BTreeSet;
use std::fs;

use regex::Regex;

use crate::common::{folder, root, run_in, snapshot};

/// The procedures that the program brings.
fn known() -> BTreeSet<String> {
    let files = fs::read_dir(root().join("schemas/prosedur")).expect("folder");
    let name = |file: fs::DirEntry| file.path().file_stem().map(|name| name.display().to_string());
    files.filter_map(|file| name(file.expect("file"))).collect()
}

/// Numbers of a procedure's steps, and how many decisions lead on from them, as its file has them.
fn steps_of(name: &str) -> Vec<(String, usize)> {
    let path = root().join("schemas/prosedur").join(format!("{name}.toml"));
    let table: toml::Table = fs::read_to_string(path).expect("file").parse().expect("TOML");
    let steps = table["langkah"].as_array().expect("steps").iter();
    let answers = |step: &toml::Value| step.get("putusan")?.as_array().map(Vec::len);
    let number = |step: &toml::Value| step["nomor"].as_str().expect("number").to_owned();
    steps.map(|step| (number(step), answers(step).unwrap_or_default())).collect()
}

/// Every step stands in the picture and in the text, and every answer of it on a line.
#[test]
fn every_step_and_answer_of_every_procedure_is_drawn() {
    let answered = Regex::new(r"(?m)^  l\d+ -->\|[^|]+\| l\d+$").expect("pattern");
    for name in known() {
        let svg = run_in(root(), &format!("flow {name}")).code(0).out;
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let texts: BTreeSet<&str> = document.descendants().filter_map(|node| node.text()).collect();
        let mermaid = run_in(root(), &format!("flow {name} --format mermaid")).code(0).out;
        let steps = steps_of(&name);
        for (number, _) in &steps {
            assert!(texts.contains(number.as_str()), "{name} {number}: not in the picture");
            let node =
                Regex::new(&format!(r#"(?m)^    l\d+[\[({{]+"{} – "#, regex::escape(number)));
            let found = node.expect("pattern").find_iter(&mermaid).count();
            assert_eq!(found, 1, "{name} {number}: once in the text");
        }
        let answers: usize = steps.iter().map(|(_, answers)| answers).sum();
        assert_eq!(answered.find_iter(&mermaid).count(), answers, "{name}: a line an answer");
    }
}

#[test]
fn a_picture_shows_every_step_and_answer() {
    for name in known() {
        let svg = run_in(root(), &format!("flow {name}")).code(0).out;
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let named =
            |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
        let texts: BTreeSet<&str> = named("text").filter_map(|node| node.text()).collect();
        let mermaid = run_in(root(), &format!("flow {name} --format mermaid")).code(0).out;
        let lines = mermaid.lines().filter(|line| line.contains("-->")).count();
        let arrows = named("polyline").filter(|node| node.has_attribute("marker-end")).count();
        assert_eq!(arrows, lines, "{name}: as many arrows as lines");
        assert!(texts.contains("Kegiatan") || texts.contains("Proses Kerja"), "{name}: {texts:?}");
        assert!(texts.contains("1"), "{name}: {texts:?}");
    }
    snapshot("flow-polhukam-svg", &run_in(root(), "flow sop-polhukam-053").code(0).out);
}

#[test]
fn mermaid_names_every_node_that_a_line_leads_to() {
    let node = Regex::new(r"(?m)^    (l\d+)[\[({]").expect("pattern");
    let line = Regex::new(r"(?m)^  (l\d+) -->(?:\|[^|]*\|)? (l\d+)$").expect("pattern");
    for name in known() {
        let text = run_in(root(), &format!("flow {name} --format mermaid")).code(0).out;
        let nodes: BTreeSet<&str> =
            node.captures_iter(&text).map(|found| found.get(1).expect("name").as_str()).collect();
        let ends: BTreeSet<&str> = line
            .captures_iter(&text)
            .flat_map(|found| [1, 2].map(|at| found.get(at).expect("name").as_str()))
            .collect();
        assert_eq!(nodes, ends, "{name}");
    }
    snapshot("flow-kdn-mermaid", &run_in(root(), "flow sop-kdn-ika --format mermaid").code(0).out);
}

#[test]
fn a_file_is_written_once_and_office_procedures_are_drawn() {
    let folder = folder();
    let at = folder.path();
    let text = fs::read_to_string(root().join("schemas/prosedur/sop-bpom-c.toml")).expect("file");
    fs::write(at.join("kantor.toml"), text.replace("Matriks monev", "Matriks \\\"monev\\\" & <x>"))
        .expect("written");
    run_in(at, "flow kantor.toml -o alir.svg").code(0);
    let first = fs::read(at.join("alir.svg")).expect("file");
    assert!(run_in(at, "alir kantor.toml -o alir.svg").code(2).err.contains("--force"));
    run_in(at, "flow kantor.toml -o alir.svg --force").code(0);
    assert_eq!(fs::read(at.join("alir.svg")).expect("file"), first);
    let unknown = run_in(root(), "flow sop-bpom-d").code(2).err;
    assert!(unknown.contains("sop-bpom-"), "{unknown}");
}

/// The kinds that print procedures offer all that the program brings.
#[test]
fn sheets_offer_every_procedure() {
    let known = known();
    for kind in ["sop", "prosedur-operasi-standard"] {
        let path = root().join("templates").join(kind).join("jenis.toml");
        let text = fs::read_to_string(path).expect("kind");
        let kind: toml::Table = text.parse().expect("TOML");
        let fields = kind["bidang"].as_array().expect("fields");
        let field = fields.iter().find(|field| field["kunci"].as_str() == Some("prosedur"));
        let options = field.expect("the field")["pilihan"].as_array().expect("options");
        let options = options.iter().filter_map(|option| option.as_str()).map(str::to_owned);
        assert_eq!(options.collect::<BTreeSet<String>>(), known);
    }
}
