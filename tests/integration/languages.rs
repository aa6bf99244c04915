//! Who writes in Malay is spoken to in Malay throughout; who chooses a language gets it wherever no
//! draft decides.

use std::path::Path;

use crate::common::{Run, folder, naskah, root, run, run_in};

/// A Malay draft with an error, a warning and lines to add.
const MALAY: &str = "jenis = \"memorandum-jemaah-menteri\"\ntahap = \"muktamad\"\nrujukn = \"1\"\n";

/// An Indonesian one.
const INDONESIAN: &str = "jenis = \"nota-dinas\"\nnomr = \"1\"\n";

/// Words that Malay does not have, or not in official writing.
const NO_MALAY: [&str; 14] = [
    "galat",
    "peringatan",
    "temuan",
    "diperiksa",
    "bila",
    "tanggal",
    "berkas",
    "nomor",
    "seharusnya",
    "pakai",
    "kalimat",
    "perbaiki",
    "dikenal",
    "berbeda",
];

fn in_folder(files: &[(&str, &str)], args: &str) -> Run {
    let folder = folder();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("file");
    }
    run_in(folder.path(), args)
}

/// The words that are said, without the draft's own lines, keys, paths and names of rules.
fn said(text: &str) -> Vec<String> {
    let own = |line: &&str| line.contains('|') || line.contains("-->") || line.contains(" = \"");
    let words = text.lines().filter(|line| !own(line)).flat_map(str::split_whitespace);
    let words = words.filter(|word| !word.contains(['/', '[', '{']));
    words.map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase()).collect()
}

#[track_caller]
fn is_malay(text: &str) {
    let strange: Vec<_> =
        said(text).into_iter().filter(|word| NO_MALAY.contains(&word.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?} in\n{text}");
}

#[test]
fn a_malay_draft_is_reported_in_malay_throughout() {
    for format in ["human", "concise", "github", "markdown"] {
        let args = format!("check a.toml --format {format} --verbose");
        let run = in_folder(&[("a.toml", MALAY)], &args).code(1);
        is_malay(&run.out);
        is_malay(&run.err);
        assert!(run.out.contains("ralat") || format == "github", "{}", run.out);
    }
    let run = in_folder(&[("a.toml", MALAY)], "check a.toml");
    for part in ["ralat[", "amaran[", "saran: baris yang boleh ditambahkan", "1 dokumen disemak: "]
    {
        assert!(run.out.contains(part), "{part} in\n{}", run.out);
    }
}

#[test]
fn each_draft_of_a_run_keeps_its_language() {
    let both = [("a.toml", MALAY), ("b.toml", INDONESIAN)];
    let run = in_folder(&both, "check a.toml b.toml");
    for part in ["ralat[bentuk/kunci-tidak-dikenal]", "peringatan[bentuk/kunci-tidak-dikenal]"] {
        assert!(run.out.contains(part), "{part} in\n{}", run.out);
    }
    assert!(run.out.contains("2 naskah diperiksa: "), "{}", run.out);
    let run = in_folder(&both, "check a.toml b.toml --bahasa ms");
    assert!(run.out.contains("2 dokumen disemak: "), "{}", run.out);
    assert!(run.out.contains("peringatan[bentuk/kunci-tidak-dikenal]"), "{}", run.out);
}

#[test]
fn a_configuration_chooses_for_what_no_draft_decides() {
    let files =
        [("naskah.toml", "bahasa = \"ms\"\n"), ("a.toml", INDONESIAN), ("b.toml", "x = 1\n")];
    let run = in_folder(&files, "check a.toml b.toml tiada.toml").code(2);
    assert!(run.out.contains("2 dokumen disemak: "), "{}", run.out);
    assert!(run.out.contains("draf belum menyatakan jenisnya"), "{}", run.out);
    assert!(run.err.contains("gagal: fail tidak wujud"), "{}", run.err);
    // What is chosen on the command line counts for more.
    let run = in_folder(&files, "check a.toml b.toml tiada.toml --bahasa id").code(2);
    assert!(run.out.contains("2 naskah diperiksa: "), "{}", run.out);
    assert!(run.err.contains("gagal: berkas tidak ada"), "{}", run.err);
}

#[test]
fn a_language_is_chosen_for_every_command() {
    let at = |args: &str, part: &str| {
        let run = run_in(root(), args);
        assert!(run.out.contains(part) || run.err.contains(part), "{args}: {run:?}");
    };
    at("explain bentuk/kunci-tidak-dikenal --bahasa ms", "kunci \"{kunci}\" tidak dikenali");
    at("explain bentuk/kunci-tidak-dikenal --bahasa ms", "Peringkat : amaran");
    at("rules bentuk --bahasa ms", "amaran");
    at("rules bentuk --bahasa en", "warning");
    at("new tiada --bahasa ms", "tiada jenis dokumen \"tiada\"");
    at("schema tiada --bahasa en", "there is no kind of document \"tiada\"");
    at("--version --bahasa ms", "ciri      : ");
    at("check --tiada x --bahasa ms", "pilihan \"--tiada\" tidak dikenali");
    at("chek --bahasa=en", "failed: there is no command \"chek\"");
    at("check --help --bahasa ms", "Semak draf terhadap peraturan yang terpakai baginya");
    at("check x --bahasa de", "nilai \"de\" untuk --bahasa <BAHASA> tidak dikenal");
}

/// The help as `-h` shows it: without the lists of choices, whose names are the same in all languages.
#[test]
fn help_is_malay_throughout() {
    let choices = regex::Regex::new(r"\[[^\]]*\]").expect("pattern");
    for command in ["check", "explain", "rules", "new", "schema", "pelengkap", "manual"] {
        let help = run_in(root(), &format!("{command} -h --bahasa ms")).code(0).out;
        is_malay(&choices.replace_all(&help, ""));
    }
}

#[test]
fn forms_of_malay_kinds_are_malay() {
    for kind in ["ika", "memorandum-jemaah-menteri"] {
        let form = run_in(root(), &format!("new {kind}")).code(0).out;
        let comments: Vec<&str> = form.lines().filter(|line| line.starts_with("# ")).collect();
        assert!(comments.len() > 30, "{form}");
        is_malay(&comments.join("\n"));
        let schema = run_in(root(), &format!("schema {kind}")).code(0).out;
        let said: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
        let mut words = Vec::new();
        descriptions(&said, &mut words);
        assert!(words.len() > 30, "{schema}");
        is_malay(&words.join("\n"));
    }
}

fn descriptions(schema: &serde_json::Value, found: &mut Vec<String>) {
    match schema {
        serde_json::Value::Object(table) => {
            found.extend(table.get("description").and_then(|said| Some(said.as_str()?.to_owned())));
            table.values().for_each(|inner| descriptions(inner, found));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|inner| descriptions(inner, found)),
        _ => {}
    }
}

/// The samples of Malay kinds, each wrong in its own way.
#[test]
fn every_malay_sample_is_spoken_of_in_malay() {
    let mut count = 0;
    for kind in ["ika", "memorandum-jemaah-menteri"] {
        for entry in std::fs::read_dir(root().join("samples").join(kind)).expect("samples") {
            let path = entry.expect("entry").path();
            let short = path.strip_prefix(root()).expect("inside");
            let run = check(short);
            is_malay(&run.out);
            is_malay(&run.err);
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}

fn check(path: &Path) -> Run {
    run(naskah(["check", "--verbose", "--fail-on", "error"]).arg(path))
}
