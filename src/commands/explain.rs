//! `naskah explain`: what a rule demands, all of it read from the pack.

use super::voice::Voice;
use super::{options, print, rules};
use crate::cli::ExplainArgs;
use crate::draft::shape::nearest;
use crate::error::{ExitStatus, Failure};
use crate::report::harmless;
use crate::rule::pack::{ExampleFile, Outcome};
use crate::rule::{Registry, Rule};
use crate::words::{Argument, Language, Phrase, command, explain};

pub(super) fn explain_codes(args: &ExplainArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let settings = options::here(&args.settings, voice)?;
    let registry = &settings.registry;
    let rule = registry.rule(&args.rule).ok_or_else(|| unknown(registry, &args.rule))?;
    let pack = rules::pack(registry, &rule.id.pack)?;
    let text = explain(rule, &pack.name, voice.language());
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
    let remedy = near.map_or_else(command::no_rule_fix, command::no_rule_near);
    Failure::general(command::no_rule(name), remedy)
}

fn explain(rule: &Rule, pack: &str, language: Language) -> String {
    let said = |phrase: Phrase| phrase.text(language);
    let mut parts = vec![format!("{}\n\n  {}", rule.id, rule.message_in(language))];
    parts.push(head(rule, pack).into_iter().map(said).collect::<Vec<_>>().join("\n"));
    parts.push(rule.reason_in(language).trim().to_owned());
    parts.extend(rule.help_in(language).map(|help| said(explain::help(help))));
    if let Some(lines) = &rule.insert {
        parts.push(format!("{}\n{}", said(explain::insert()), indent(lines)));
    }
    let titles =
        [(Outcome::Temuan, said(explain::wrong())), (Outcome::Bersih, said(explain::right()))];
    for (outcome, title) in titles {
        for example in rule.examples.all().iter().filter(|example| example.hasil == outcome) {
            parts.push(format!("{title}:\n{}", indent(&shown(example, language))));
        }
    }
    parts.join("\n\n") + "\n"
}

/// The level, the source and the clause, a line each.
fn head(rule: &Rule, pack: &str) -> Vec<Phrase> {
    let style = Argument::maybe(rule.house_style.then(explain::style));
    let mut lines = vec![explain::level(rule.level.said(), style)];
    lines.extend(rule.final_level.map(|level| explain::final_level(level.said())));
    lines.push(explain::source(pack));
    lines.extend(rule.clause.as_ref().map(explain::clause));
    lines
}

/// An example as a reader of drafts sees it: the change to a sound draft.
fn shown(example: &ExampleFile, language: Language) -> String {
    if let Some(text) = &example.teks {
        return text.clone();
    }
    let kind = example.jenis.as_deref().unwrap_or_default();
    let mut out = explain::whole_draft(kind).text(language);
    if example.ubah.is_empty() {
        return out + &explain::unchanged().text(language);
    }
    out.push_str(&explain::changed().text(language));
    for (key, value) in &example.ubah {
        out.push('\n');
        out.push_str(&change(key, value, language));
    }
    out + "\n"
}

/// A change of an example.
fn change(key: &str, value: &toml::Value, language: Language) -> String {
    let without = |paths: String| explain::without(paths).text(language);
    match (key, value) {
        ("hapus", toml::Value::Array(paths)) => {
            let paths: Vec<&str> = paths.iter().filter_map(toml::Value::as_str).collect();
            without(paths.join(", "))
        }
        ("hapus", path) => without(path.as_str().unwrap_or_default().to_owned()),
        (key, toml::Value::String(text)) if text.contains('\n') => {
            format!("{key} = \"\"\"\n{text}\"\"\"")
        }
        (key, value) => format!("{key} = {value}"),
    }
}

fn indent(text: &str) -> String {
    let lines = text.trim_end().lines().map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}
