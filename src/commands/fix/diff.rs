//! A change in the form that `patch` and `git apply` read.

use std::fmt::Write as _;
use std::ops::Range;

use similar::TextDiff;

/// Lines shown before and after a change.
const CONTEXT: usize = 3;

/// From so many lines on no search is made for the shortest change: where every line is another it
/// takes time by the square of their number.
const MANY: usize = 2_000;

/// What becomes of a text of a name.
pub(super) fn unified(name: &str, old: &str, new: &str) -> String {
    let lines = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (before, after) = (lines(old), lines(new));
    // Fixes hardly ever add or take lines: then each stands against its own.
    if before.len() == after.len() && before.len() > MANY {
        return line_by_line(name, &before, &after);
    }
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().context_radius(CONTEXT).header(name, name).to_string()
}

fn line_by_line(name: &str, before: &[&str], after: &[&str]) -> String {
    let mut out = String::new();
    for hunk in hunks(before, after) {
        if out.is_empty() {
            let _ = write!(out, "--- {name}\n+++ {name}\n");
        }
        let (start, count) = (hunk.start + 1, hunk.len());
        let at = if count == 1 { start.to_string() } else { format!("{start},{count}") };
        let _ = writeln!(out, "@@ -{at} +{at} @@");
        let old = before.get(hunk.clone()).unwrap_or_default();
        let new = after.get(hunk).unwrap_or_default();
        let pairs = old.iter().copied().zip(new.iter().copied());
        write_hunk(&pairs.collect::<Vec<_>>(), &mut out);
    }
    out
}

/// The lines around every change; those whose surroundings touch are one.
fn hunks(before: &[&str], after: &[&str]) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    let pairs = before.iter().zip(after).enumerate();
    for (at, _) in pairs.filter(|(_, (old, new))| old != new) {
        let around = at.saturating_sub(CONTEXT)..(at + CONTEXT + 1).min(before.len());
        match hunks.last_mut().filter(|last| around.start <= last.end) {
            Some(last) => last.end = around.end,
            None => hunks.push(around),
        }
    }
    hunks
}

/// Lines that stay as they are, and of those that change first the old ones, then the new.
fn write_hunk(pairs: &[(&str, &str)], out: &mut String) {
    for run in pairs.chunk_by(|one, other| (one.0 == one.1) == (other.0 == other.1)) {
        if run.iter().all(|(old, new)| old == new) {
            run.iter().for_each(|(line, _)| write_line(' ', line, out));
        } else {
            run.iter().for_each(|(old, _)| write_line('-', old, out));
            run.iter().for_each(|(_, new)| write_line('+', new, out));
        }
    }
}

fn write_line(sign: char, line: &str, out: &mut String) {
    out.push(sign);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found line by line is what a search finds, where changes are apart.
    #[test]
    fn line_by_line_is_as_the_search_says() {
        let text = |changed: &[usize], end: &str| {
            let line = |at: usize| {
                let word = if changed.contains(&at) { "lain" } else { "baris" };
                format!("{word} {at}")
            };
            (0..60).map(line).collect::<Vec<_>>().join("\n") + end
        };
        for changed in [&[][..], &[0], &[5, 6, 7], &[3, 10, 17, 25], &[59], &[0, 30, 59]] {
            for end in ["", "\n"] {
                let (old, new) = (text(&[], end), text(changed, end));
                let lines = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
                let said = line_by_line("a", &lines(&old), &lines(&new));
                assert_eq!(said, unified("a", &old, &new), "{changed:?}");
            }
        }
    }

    /// Fifty thousand lines, each another: a search would take minutes.
    #[test]
    fn many_changes_take_no_search() {
        let old: String = (0..50_000).map(|at| format!("lama {at}\n")).collect();
        let new = old.replace("lama", "baru");
        let diff = unified("a", &old, &new);
        assert_eq!(diff.lines().count(), 2 + 1 + 100_000);
    }
}
