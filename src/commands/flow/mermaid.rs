//! The flow as Mermaid text, for pages and notes that draw it themselves.

use std::fmt::Write as _;

use super::Chart;
use crate::procedure::flow::Form;

/// The steps in a box for each actor, then where each goes on.
pub(super) fn text(chart: &Chart) -> String {
    let procedure = &chart.procedure;
    let mut out = format!(
        "%% {} ({})\nflowchart TD\n  accTitle: {}\n",
        line(&procedure.name),
        line(&procedure.source),
        line(&procedure.name)
    );
    for (lane, actor) in procedure.actors.iter().enumerate() {
        let nodes = chart.flow.nodes.iter().enumerate();
        let own: Vec<String> = nodes
            .filter(|(_, node)| node.lane() == lane)
            .map(|(row, node)| format!("    {}\n", shape(chart, row, node.form)))
            .collect();
        if !own.is_empty() {
            let name = quoted(&actor.name);
            let _ = write!(out, "  subgraph p{lane} [{name}]\n{}  end\n", own.concat());
        }
    }
    for edge in &chart.flow.edges {
        let answer = edge.label.as_deref().map(|label| format!("|{}|", quoted(label)));
        let _ = writeln!(out, "  l{} -->{} l{}", edge.from, answer.unwrap_or_default(), edge.to);
    }
    out
}

fn shape(chart: &Chart, row: usize, form: Form) -> String {
    let text = match chart.step(row) {
        None => chart.end(row),
        Some(step) => {
            let owners = chart.procedure.owners(step);
            // Whoever acts beside the one in whose box it stands.
            let others = owners.get(1..).filter(|others| !others.is_empty());
            let others = others.map(|names| format!(" (+ {})", names.join(", ")));
            // A number with a dot at the head would be read as a list.
            format!("{} – {}{}", step.number, step.activity, others.unwrap_or_default())
        }
    };
    let text = quoted(&text);
    match form {
        Form::Terminal => format!("l{row}([{text}])"),
        Form::Process => format!("l{row}[{text}]"),
        Form::Decision => format!("l{row}{{{text}}}"),
    }
}

/// A text that nothing in it ends or changes.
fn quoted(text: &str) -> String {
    let safe = |sign: char| match sign {
        '#' => "#35;".to_owned(),
        '"' => "#quot;".to_owned(),
        '<' => "#lt;".to_owned(),
        '>' => "#gt;".to_owned(),
        '&' => "#amp;".to_owned(),
        '`' => "#96;".to_owned(),
        '\\' => "#92;".to_owned(),
        sign if sign.is_control() => " ".to_owned(),
        sign => sign.to_string(),
    };
    format!("\"{}\"", text.chars().map(safe).collect::<String>())
}

/// A text that stays in its line, outside of quotes.
fn line(text: &str) -> String {
    text.chars()
        .map(|sign| if sign.is_control() || ";#{}".contains(sign) { ' ' } else { sign })
        .collect()
}

#[test]
fn nothing_in_a_text_ends_it() {
    assert_eq!(quoted("a \"b\" #c\n<d>"), "\"a #quot;b#quot; #35;c #lt;d#gt;\"");
    assert_eq!(line("a;\nb{"), "a  b ");
}
