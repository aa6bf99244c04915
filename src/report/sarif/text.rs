//! Words and addresses in SARIF: rules with their pasal, messages without links of a draft's making,
//! paths as URIs.

use std::fmt::Write as _;

use super::log::{Configuration, Descriptor, Help, Properties, Text};
use crate::finding::Level;
use crate::report::{RuleInfo, harmless};
use crate::words::{Argument, Language, report};

/// GitHub takes so many characters of a description.
const DESCRIPTION: usize = 1_024;

/// A rule with its help.
pub(super) fn rule(rule: &RuleInfo, language: Language) -> Descriptor {
    let message = general(&rule.message);
    Descriptor {
        id: rule.id.to_string(),
        short_description: Text::of(cut(&message)),
        full_description: Text::of(cut(&rule.reason)),
        help: Help { text: help_text(rule, language), markdown: help_markdown(rule, language) },
        default_configuration: Configuration { level: rule.level.into() },
        properties: Properties {
            tags: vec![rule.id.pack.clone(), nature(rule).to_owned()],
            precision: "high",
            severity: match rule.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Info => "recommendation",
            },
        },
    }
}

fn nature(rule: &RuleInfo) -> &'static str {
    match (rule.house_style, &rule.citation) {
        (true, _) => "gaya-penulisan",
        (false, Some(_)) => "hukum",
        (false, None) => "bentuk-draf",
    }
}

fn help_text(rule: &RuleInfo, language: Language) -> String {
    let help = rule.help.as_ref().map(|help| report::rule_help(general(help)));
    let basis = report::rule_basis(basis(rule));
    let parts = help.into_iter().chain([basis]).map(|part| part.text(language));
    let parts = std::iter::once(rule.reason.trim().to_owned()).chain(parts);
    parts.collect::<Vec<_>>().join("\n\n")
}

fn help_markdown(rule: &RuleInfo, language: Language) -> String {
    let mut out = rule.reason.trim().to_owned();
    if let Some(help) = &rule.help {
        let title = report::rule_help_title().text(language);
        let _ = write!(out, "\n\n**{title}** {}", general(help));
    }
    let (title, basis) = (report::rule_basis_title().text(language), basis(rule).text(language));
    let _ = write!(out, "\n\n**{title}** {basis}\n\n`naskah explain {}`", rule.id);
    out
}

fn basis(rule: &RuleInfo) -> Argument {
    match (&rule.citation, rule.house_style) {
        (Some(clause), _) => format!("{clause} ({})", rule.pack).into(),
        (None, true) => report::rule_is_style().into(),
        (None, false) => (&rule.pack).into(),
    }
}

/// A sentence with placeholders, for no draft in particular.
fn general(sentence: &str) -> String {
    let mut out = String::new();
    let mut rest = sentence.trim();
    while let Some((head, tail)) = rest.split_once('{') {
        let Some((name, after)) = tail.split_once('}') else {
            break;
        };
        let word = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        out.push_str(head);
        out.push_str(&if word { "…".to_owned() } else { format!("{{{name}}}") });
        rest = after;
    }
    out + rest
}

/// As long as GitHub takes it; never empty, which it refuses.
fn cut(text: &str) -> String {
    let text = text.trim();
    match text.chars().count() {
        0 => "—".to_owned(),
        count if count > DESCRIPTION => text.chars().take(DESCRIPTION - 1).chain(['…']).collect(),
        _ => text.to_owned(),
    }
}

/// Draft text with its control characters shown.
pub(super) fn shown(text: &str) -> String {
    harmless(text)
}

/// A message that says what it says: `[text](target)` would be a link (section 3.11.6).
pub(super) fn literal(text: &str) -> String {
    let text = shown(text).replace("](", "] (");
    if text.is_empty() { "—".to_owned() } else { text }
}

/// A relative path as a URI reference (RFC 3986): what may not stand in one is encoded, also the
/// colon, which would make a scheme of the first segment.
pub(super) fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_to_their_limits() {
        assert_eq!(
            general("kunci \"{kunci}\" tidak dikenal; {pasal:nama}"),
            "kunci \"…\" tidak dikenal; {pasal:nama}"
        );
        assert_eq!(cut(&"é".repeat(2_000)).chars().count(), DESCRIPTION);
        assert_eq!(cut(" "), "—");
    }

    #[test]
    fn nothing_of_a_draft_is_a_link_or_a_scheme() {
        assert_eq!(literal("[x](http://y)"), "[x] (http://y)");
        assert_eq!(uri("a b/ü:%.toml"), "a%20b/%C3%BC%3A%25.toml");
    }
}
