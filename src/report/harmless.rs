//! Draft text made harmless for terminals and for the logs of CI runners.

/// Text made harmless: its control characters are shown, and nothing in it is a command to a CI
/// runner, so that no draft can steer a terminal or a log.
pub(crate) fn harmless(text: &str) -> String {
    let line = |line: &str| visible(&defused(&uncommanded(line)));
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The same as a single line.
pub(crate) fn one_line(text: &str) -> String {
    harmless(&text.replace(['\n', '\t'], " "))
}

/// A line that does not begin with `::`. The runner of GitHub takes blanks off first, and compares
/// as the machine's language does, in which invisible characters count for nothing
/// (actions/runner, `ActionCommand.TryParseV2`).
fn uncommanded(line: &str) -> String {
    let skipped = |c: char| c.is_control() || invisible(c);
    let head = line.trim_start_matches(|c: char| c.is_whitespace() || skipped(c));
    let second = head.strip_prefix(':').map(|rest| rest.trim_start_matches(skipped));
    if second.is_some_and(|rest| rest.starts_with(':')) {
        line.replacen(':', ": ", 1)
    } else {
        line.to_owned()
    }
}

/// A text of the same length without `##[` and `##vso[`, which the runners of GitHub and Azure obey
/// anywhere in a line (`ActionCommand.TryParse`); the bracket becomes a round one.
pub(super) fn defused(text: &str) -> String {
    let mut hashes = 0;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        out.push(if c == '[' && hashes > 1 { '(' } else { c });
        hashes = match c {
            '#' => hashes + 1,
            c if invisible(c) || c.is_control() && c != '\n' => hashes,
            c if c.is_ascii_alphanumeric() && hashes > 1 => hashes,
            _ => 0,
        };
    }
    out
}

/// Characters that nobody sees and that comparisons skip.
pub(super) fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Control characters as the pictures of them; the marks that turn the direction of writing, and
/// what no XML may hold, as the replacement character.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            c if c.is_control() => '\u{fffd}',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => {
                '\u{fffd}'
            }
            '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_begins_as_a_command() {
        for text in
            ["::error::x", "  ::error::x", "\u{200b}:\u{ad}:error::x", "\u{a0}::add-mask::x"]
        {
            let seen: String = harmless(text).chars().filter(|&c| !invisible(c)).collect();
            assert!(!seen.trim_start().starts_with("::"), "{text:?} -> {seen:?}");
        }
        assert_eq!(harmless("jam 10::30"), "jam 10::30");
        assert_eq!(harmless("Isi: satu"), "Isi: satu");
    }

    #[test]
    fn no_place_in_a_line_is_a_command() {
        assert_eq!(harmless("lihat ##[add-mask]x"), "lihat ##(add-mask]x");
        assert_eq!(harmless("##vso[task.setvariable]"), "##vso(task.setvariable]");
        assert_eq!(harmless("#\u{2060}#[group]"), "#\u{2060}#(group]");
        assert_eq!(harmless("## Judul [1]"), "## Judul [1]");
        assert_eq!(defused("é##[x]").len(), "é##[x]".len());
    }

    #[test]
    fn controls_are_shown() {
        assert_eq!(harmless("a\u{1b}[31m\rb\u{202e}"), "a\u{241b}[31m\u{240d}b\u{fffd}");
        assert_eq!(one_line("a\nb"), "a b");
    }
}
