//! Whether the sentences of a rule ask only for words that its check gives, and whether the lines to
//! insert are lines of a draft.

use super::{Verifier, listed, meant};
use crate::finding::{Builtin, Place};
use crate::kind::Kind;
use crate::rule::declared::RuleFault;
use crate::rule::target::fit_somewhere;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::source::{Span, read};
use crate::words::{Language, Translated, pack};

impl Verifier<'_> {
    pub(super) fn sentences(&mut self, kinds: &[&Kind]) {
        let rule = self.rule;
        let said = std::iter::once(("pesan", &rule.message));
        for (key, said) in said.chain(rule.help.iter().map(|help| ("saran", help))) {
            for (language, text) in said.all() {
                self.words(&sentence_path(key, said, language), text);
            }
        }
        if let Some(lines) = &rule.insert {
            self.words(&FieldPath::root().key("sisip"), lines);
        }
        // The reader of drafts makes the lines for its own rules itself.
        if let Some(lines) = rule.insert.as_ref().filter(|_| rule.check.name() != "bawaan") {
            self.lines(lines, kinds);
        }
    }

    /// Tells of placeholders that would be printed as they stand, or print nothing.
    fn words(&mut self, path: &FieldPath, text: &str) {
        let known = self.known_words();
        let empty = self.rule.check.empty_words();
        for (span, name) in placeholders(text) {
            let check = self.rule.check.name();
            let message = if empty.contains(&name) {
                pack::word_always_empty(name, check)
            } else if known.contains(&name) {
                continue;
            } else if known.is_empty() {
                pack::word_unknown_no_words(name, check)
            } else {
                let near = meant(name, known.iter().copied());
                let all = listed(known.iter().copied());
                pack::word_unknown(name, near, check, all)
            };
            let spot = Place::within(path.clone(), span);
            self.faults.push(RuleFault::at(spot, message));
        }
    }

    fn known_words(&self) -> Vec<&'static str> {
        match Builtin::named(&self.rule.id) {
            Some(defect) if self.rule.check.name() == "bawaan" => defect.words().to_vec(),
            _ => self.rule.check.words().iter().map(|word| word.name).collect(),
        }
    }

    /// Tells of lines that would be a fault of the draft that takes them over.
    fn lines(&mut self, lines: &str, kinds: &[&Kind]) {
        let spot = Place::value(FieldPath::root().key("sisip"));
        let (tree, faults) = read::read(&filled(lines));
        if let Some(fault) = faults.into_iter().next() {
            self.faults.push(RuleFault::at(spot, pack::insert_no_toml(fault.fact)));
            return;
        }
        let mut paths = Vec::new();
        leaves(&tree, &FieldPath::root(), &mut paths);
        if !kinds.is_empty() && !kinds.iter().any(|kind| fit_somewhere(kind, &paths)) {
            let message = pack::insert_fits_nowhere(crate::words::both(&paths));
            self.faults.push(RuleFault::at(spot, message));
        }
    }
}

/// Where a sentence stands in its rule: `pesan`, `pesan_ms` beside it, or `pesan.ms`.
fn sentence_path(key: &str, said: &Translated, language: Language) -> FieldPath {
    let root = FieldPath::root();
    match language {
        _ if said.is_by_language() => root.key(key).key(language.code()),
        Language::Malay if said.exactly(Language::Indonesian).is_some() => {
            root.key(format!("{key}_ms"))
        }
        _ => root.key(key),
    }
}

/// The placeholders of a sentence: names between braces, with the bytes of braces and name. Blanks
/// beside the name are taken for a slip, as nothing else looks like it.
fn placeholders(text: &str) -> Vec<(Span, &str)> {
    let opens = text.match_indices('{').filter_map(|(open, _)| {
        let rest = text.get(open + 1..)?;
        let inside = rest.get(..rest.find(['}', '{'])?)?;
        let close = open + 1 + inside.len();
        let named = inside.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        let closed = text.get(close..)?.starts_with('}');
        (closed && named && !inside.trim().is_empty()).then_some((open..close + 1, inside))
    });
    opens.collect()
}

/// Lines with every placeholder taken by a word.
fn filled(lines: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (span, name) in placeholders(lines) {
        out.push_str(lines.get(at..span.start).unwrap_or_default());
        out.push_str(name.trim());
        at = span.end;
    }
    out + lines.get(at..).unwrap_or_default()
}

/// The paths of everything in a tree that is no table.
fn leaves(node: &Node, path: &FieldPath, found: &mut Vec<FieldPath>) {
    match &node.value {
        Value::Table(table) => {
            for entry in &table.0 {
                leaves(&entry.node, &path.key(entry.key.clone()), found);
            }
        }
        Value::Array(list) if list.iter().any(|member| member.table().is_some()) => {
            for (at, member) in list.iter().enumerate() {
                leaves(member, &path.index(at), found);
            }
        }
        _ => found.push(path.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_other_braces() {
        let names = |text| placeholders(text).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(names("{nilai}, bukan {seharusnya}"), ["nilai", "seharusnya"]);
        assert_eq!(names("{ bidang } {Bidang}"), [" bidang ", "Bidang"]);
        assert_eq!(names("{ nama = \"…\", jabatan = \"…\" } {} { } {a"), [""; 0]);
        assert_eq!(names("tulis {pasal:nama} atau {{nilai}}"), ["nilai"]);
        assert_eq!(placeholders("é {no}")[0].0, 3..7);
    }
}
