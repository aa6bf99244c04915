//! What a step gives and needs by its procedure, and what the case has of it.

use super::read::{Case, Entry, Paper};
use super::seen::{Seen, Topic, of_step};
use crate::draft::keys::case as keys;
use crate::finding::{Hit, Place};
use crate::procedure::Step;
use crate::text::{fold, nearest};
use crate::words::{Argument, Phrase, case as say};

pub(super) fn seen(case: &Case) -> Vec<Seen> {
    let reached = case.entries.iter().filter(|entry| entry.reached.is_some());
    let steps = reached.filter_map(|entry| Some((entry, case.step_of(entry)?.1)));
    steps.flat_map(|(entry, step)| of_entry(case, entry, step)).collect()
}

fn of_entry(case: &Case, entry: &Entry, step: &Step) -> Vec<Seen> {
    let missing = |names: Vec<&str>,
                   key: &str,
                   given: &[Paper],
                   topic,
                   what: fn(Argument, Argument) -> Phrase| {
        if names.is_empty() {
            return None;
        }
        let list = entry.path.key(key);
        let shown = if given.is_empty() { entry.path.clone() } else { list.clone() };
        let hit = meant(Hit::absent(list, Place::value(shown)), &names, given, step);
        let listed = Argument::list(names.iter().map(|name| quoted(name)), ", ");
        let what = what(Argument::from(key), listed);
        Some(Seen { topic, hit: of_step(hit, &case.procedure, step, what) })
    };
    let outputs = step.outputs.iter().map(String::as_str);
    let outputs = outputs.filter(|output| !has(&entry.outputs, output)).collect();
    let needs = needed(case, entry, step);
    [
        missing(outputs, keys::OUTPUTS, &entry.outputs, Topic::Keluaran, say::outputs_missing),
        missing(needs, keys::NEEDS, &entry.needs, Topic::Kelengkapan, say::needs_missing),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// What a step needs and nobody has brought. Of what an earlier step gives, that step is asked.
fn needed<'c>(case: &'c Case, entry: &Entry, step: &'c Step) -> Vec<&'c str> {
    let made = |need: &str| {
        let others = case.entries.iter().filter(|other| other.path != entry.path);
        others.into_iter().any(|other| has(&other.outputs, need))
    };
    let asked =
        |need: &str| case.giver(need).is_some_and(|giver| case.reached(giver).next().is_some());
    let given = step.needs.iter().map(String::as_str).filter(|need| !made(need) && !asked(need));
    let brought = step.brought.iter().map(String::as_str);
    given.chain(brought).filter(|need| !has(&entry.needs, need)).collect()
}

/// With the paper that may be meant by a name that nobody asks for.
fn meant(hit: Hit, missing: &[&str], given: &[Paper], step: &Step) -> Hit {
    let wanted = step.outputs.iter().chain(&step.needs).chain(&step.brought);
    let wanted: Vec<&String> = wanted.collect();
    let strange = |paper: &&Paper| !wanted.iter().any(|name| is_called(&paper.name, name));
    let slip = given.iter().filter(strange).find_map(|paper| {
        let known = missing.iter().copied();
        Some((paper, nearest(&paper.name, known)?))
    });
    match slip {
        Some((paper, near)) => {
            hit.see(Place::value(paper.path.key(keys::NAME)), say::perhaps_this(near))
        }
        None => hit,
    }
}

fn has(papers: &[Paper], name: &str) -> bool {
    papers.iter().any(|paper| is_called(&paper.name, name))
}

/// Whether a paper is what a source calls so: by the whole name, without the note in brackets at its
/// end, or by one of the names that a source puts beside each other with a stroke.
pub(super) fn is_called(given: &str, name: &str) -> bool {
    let (given, whole) = (bare(given), bare(name));
    let mut either = whole.split('/').map(str::trim);
    given == whole || (whole.contains('/') && either.any(|one| one == given))
}

fn bare(name: &str) -> String {
    let folded = fold(name);
    let note = folded.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    note.map_or(folded.as_str(), |(head, _)| head).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_known_by_the_names_of_the_source() {
        let source = "Perencanaan Kerja Sama (Lampiran huruf A)";
        assert!(is_called("perencanaan kerja sama", source) && is_called(source, source));
        assert!(is_called("Surat", "Nota Dinas/Disposisi/Surat"));
        assert!(!is_called("Surat Kuasa", "Nota Dinas/Disposisi/Surat"));
        assert!(!is_called("Draf", "Draft final"));
    }
}
