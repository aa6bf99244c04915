//! `naskah explain`: what a rule demands, all of it read from the pack.

use std::fmt::Write as _;

use super::{options, print, rules};
use crate::cli::ExplainArgs;
use crate::draft::shape::nearest;
use crate::error::{ExitStatus, Failure};
use crate::report::harmless;
use crate::rule::pack::{ExampleFile, Outcome};
use crate::rule::{Registry, Rule};

pub(super) fn run(args: &ExplainArgs) -> Result<ExitStatus, Failure> {
    let settings = options::here(&args.settings)?;
    let registry = &settings.registry;
    let rule = registry.rule(&args.rule).ok_or_else(|| unknown(registry, &args.rule))?;
    let pack = rules::pack(registry, &rule.id.pack)?;
    let text = explain(rule, &pack.name);
    // An office's own pack may have come from anywhere.
    print(harmless(&text).as_bytes())?;
    Ok(ExitStatus::Clean)
}

fn unknown(registry: &Registry, name: &str) -> Failure {
    let names: Vec<String> =
        registry.packs().flat_map(|pack| &pack.rules).map(|rule| rule.id.to_string()).collect();
    let code = name.rsplit('/').next().unwrap_or(name);
    let codes: Vec<&str> = names.iter().filter_map(|name| name.rsplit('/').next()).collect();
    let near = nearest(code, codes.into_iter());
    let remedy = near.map_or("lihat daftarnya dengan: naskah rules".to_owned(), |near| {
        format!("mungkin maksudnya {near}; daftarnya: naskah rules")
    });
    Failure::general(format!("tidak ada aturan \"{name}\""), remedy)
}

fn explain(rule: &Rule, pack: &str) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n", rule.id);
    let _ = writeln!(out, "  {}\n", rule.message);
    let nature = if rule.house_style { "  (gaya penulisan, bukan kewajiban hukum)" } else { "" };
    let _ = writeln!(out, "Tingkat : {}{nature}", rule.level.word());
    if let Some(level) = rule.final_level {
        let _ = writeln!(out, "          {} bila naskah sudah final", level.word());
    }
    let _ = writeln!(out, "Sumber  : {pack}");
    if let Some(clause) = &rule.clause {
        let _ = writeln!(out, "Dasar   : {clause}");
    }
    let _ = writeln!(out, "\n{}", rule.reason.trim());
    if let Some(help) = &rule.help {
        let _ = writeln!(out, "\nCara memperbaiki: {help}");
    }
    if let Some(lines) = &rule.insert {
        let _ = writeln!(out, "\nBaris yang dapat ditambahkan:\n{}", indent(lines));
    }
    for (outcome, title) in
        [(Outcome::Temuan, "Contoh yang salah"), (Outcome::Bersih, "Contoh yang benar")]
    {
        for example in rule.examples.all().iter().filter(|example| example.hasil == outcome) {
            let _ = writeln!(out, "\n{title}:\n{}", indent(&shown(example)));
        }
    }
    out
}

/// An example as a reader of drafts sees it: the change to a sound draft.
fn shown(example: &ExampleFile) -> String {
    if let Some(text) = &example.teks {
        return text.clone();
    }
    let kind = example.jenis.as_deref().unwrap_or_default();
    let mut out = format!("# draf {kind} yang lengkap");
    if example.ubah.is_empty() {
        out.push_str(", tanpa perubahan");
        return out;
    }
    out.push_str(", dengan:\n");
    for (key, value) in &example.ubah {
        let _ = match (key.as_str(), value) {
            ("hapus", toml::Value::Array(paths)) => {
                let paths: Vec<&str> = paths.iter().filter_map(|path| path.as_str()).collect();
                writeln!(out, "# tanpa {}", paths.join(", "))
            }
            ("hapus", path) => writeln!(out, "# tanpa {}", path.as_str().unwrap_or_default()),
            (key, toml::Value::String(text)) if text.contains('\n') => {
                writeln!(out, "{key} = \"\"\"\n{}\"\"\"", text)
            }
            (key, value) => writeln!(out, "{key} = {value}"),
        };
    }
    out
}

fn indent(text: &str) -> String {
    let lines = text.trim_end().lines().map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}
