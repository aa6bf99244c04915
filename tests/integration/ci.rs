//! The ready files for CI: sound YAML, and their very command lines do what they say.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::common::{python, root};

/// A YAML file of the repository, read by PyYAML.
fn yaml(path: &str) -> Value {
    yaml_text(&std::fs::read_to_string(root().join(path)).expect(path))
}

fn yaml_text(text: &str) -> Value {
    let output = python("yaml_json.py", [text]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn string<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer}"))
}

/// A folder with one sound and one faulty draft.
fn drafts() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::create_dir(folder.path().join("draf")).expect("folder");
    for (sample, name) in [("lengkap", "baik"), ("muatan-kurang", "kurang")] {
        let from = root().join(format!("samples/nota-kesepahaman/{sample}.toml"));
        std::fs::copy(from, folder.path().join(format!("draf/{name}.toml"))).expect("copy");
    }
    for entry in std::fs::read_dir(root().join("samples/nota-kesepahaman")).expect("samples") {
        let from = entry.expect("entry").path();
        if from.extension().is_some_and(|kind| kind != "toml") {
            let name = from.file_name().expect("a name");
            std::fs::copy(&from, folder.path().join("draf").join(name)).expect("a picture");
        }
    }
    let second = folder.path().join("draf kedua");
    std::fs::create_dir(&second).expect("folder");
    let faulty = folder.path().join("draf/kurang.toml");
    std::fs::copy(faulty, second.join("surat kita.toml")).expect("copy");
    folder
}

/// Runs a script as a CI runner does, with the built program in its path.
fn run(folder: &Path, script: &str, variables: &[(&str, &str)]) -> Output {
    let built = Path::new(env!("CARGO_BIN_EXE_naskah")).parent().expect("folder");
    Command::new("bash")
        .args(["-eo", "pipefail", "-c", script])
        .current_dir(folder)
        .env("PATH", format!("{}:/usr/bin:/bin", built.display()))
        .envs(variables.iter().copied())
        .output()
        .expect("bash")
}

/// Paths stand one a line, and may hold blanks.
const PATHS: [(&str, i32); 5] = [
    ("draf/baik.toml", 0),
    ("draf", 1),
    ("tiada.toml", 2),
    ("draf/baik.toml\ndraf kedua/surat kita.toml\n", 1),
    ("draf/baik.toml\ntiada satu.toml", 2),
];

fn judge(folder: &Path, script: &str, variable: &str, others: &[(&str, &str)]) {
    for (files, status) in PATHS {
        let mut variables = others.to_vec();
        variables.push((variable, files));
        let output = run(folder, script, &variables);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{script}\n{files}\n{said}");
    }
}

#[test]
fn the_github_action() {
    let action = yaml("action.yml");
    assert_eq!(string(&action, "/runs/using"), "composite");
    let install = string(&action, "/runs/steps/0/run");
    assert!(install.contains("--no-default-features") && install.contains("--locked"), "{install}");
    // Every variable is an input, with the default that the action gives it.
    let environment = action.pointer("/runs/steps/1/env").and_then(Value::as_object).expect("env");
    let mut variables = Vec::new();
    for (name, value) in environment {
        let input = value.as_str().and_then(|text| text.strip_prefix("${{ inputs."));
        let input = input.and_then(|text| text.strip_suffix(" }}")).expect("an input");
        variables.push((name.as_str(), string(&action, &format!("/inputs/{input}/default"))));
    }
    let script = string(&action, "/runs/steps/1/run");
    assert!(!script.contains("${{"), "an input inside a script can be run as one");
    let folder = drafts();
    judge(folder.path(), script, "BERKAS", &variables);
    variables.push(("ARGUMEN", "--ignore=permenimipas-8-2025,tata-tulis\n-v"));
    variables.push(("BERKAS", "draf/baik.toml\n\ndraf kedua/surat kita.toml\n"));
    assert_eq!(run(folder.path(), script, &variables).status.code(), Some(0));
    variables.push(("BERKAS", "$(touch jahat) ;touch jahat"));
    assert_eq!(run(folder.path(), script, &variables).status.code(), Some(2));
    assert!(!folder.path().join("jahat").exists());
}

#[test]
fn the_gitlab_template() {
    let template = yaml(".gitlab/naskah.gitlab-ci.yml");
    let table = template.get("variables").and_then(Value::as_object).expect("variables");
    let variables: Vec<(&str, &str)> =
        table.iter().map(|(name, value)| (name.as_str(), value.as_str().expect("text"))).collect();
    let lines = template.pointer("/naskah/script").and_then(Value::as_array).expect("script");
    let script: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
    judge(drafts().path(), &script.join("\n"), "NASKAH_BERKAS", &variables);
}

/// A hook judges what `naskah check FOLDER` does: other TOML files in the folder are none of its
/// business, whatever was changed.
#[test]
fn the_pre_commit_hooks() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let folder = drafts();
    std::fs::write(folder.path().join("draf/indeks.toml"), "nama = \"x\"\n").expect("file");
    let judged = |hook: &Value, arguments: &str| {
        assert_eq!(hook["pass_filenames"], false, "{hook}");
        run(folder.path(), &format!("{} {arguments}", string(hook, "/entry")), &[])
    };
    let [check, fix] = hooks.as_array().expect("a list").as_slice() else { panic!("{hooks}") };
    for (arguments, status) in [("draf", 1), ("'draf kedua'", 1), ("draf/baik.toml", 0), ("x", 2)] {
        assert_eq!(judged(check, arguments).status.code(), Some(status), "{arguments}");
    }
    for hook in [check, fix] {
        assert_eq!(string(hook, "/args/0"), "draf");
    }
    // What is left is for the other hook to say, and to fail for.
    let output = judged(fix, "draf");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(judged(fix, "x").status.code(), Some(2));
}

#[test]
fn the_readme_shows_them() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let blocks: Vec<&str> = text
        .split("```yaml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .collect();
    assert_eq!(blocks.len(), 3, "{blocks:?}");
    let [github, gitlab, hooks] =
        [yaml_text(blocks[0]), yaml_text(blocks[1]), yaml_text(blocks[2])];
    let inputs = yaml("action.yml");
    for (name, _) in
        github.pointer("/jobs/naskah/steps/1/with").and_then(Value::as_object).expect("with")
    {
        assert!(inputs.pointer(&format!("/inputs/{name}")).is_some(), "{name}");
    }
    assert!(root().join(string(&gitlab, "/include/0/file").trim_start_matches('/')).is_file());
    let known = yaml(".pre-commit-hooks.yaml");
    let ids: Vec<&str> =
        known.as_array().expect("list").iter().map(|hook| string(hook, "/id")).collect();
    for hook in hooks.pointer("/repos/0/hooks").and_then(Value::as_array).expect("hooks") {
        assert!(ids.contains(&string(hook, "/id")));
    }
}
