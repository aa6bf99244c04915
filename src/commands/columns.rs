//! Rows in columns, for people and for spreadsheets.

/// Cells in columns, long ones over several lines of at most so many characters.
pub(super) fn aligned<const N: usize>(rows: &[[String; N]], width: usize) -> String {
    let wrap = |cell: &String| wrapped(cell, width);
    let wrapped: Vec<Vec<Vec<String>>> =
        rows.iter().map(|row| row.iter().map(wrap).collect()).collect();
    let widest = |column: usize| {
        let cells = wrapped.iter().filter_map(|row| row.get(column)).flatten();
        cells.map(|line| line.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(widest).collect();
    let mut out = String::new();
    for row in &wrapped {
        let height = row.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let cell = |(cell, width): (&Vec<String>, &usize)| {
                let words = cell.get(line).map_or("", String::as_str);
                format!("{words:width$}")
            };
            let cells: Vec<String> = row.iter().zip(&widths).map(cell).collect();
            out += cells.join("  ").trim_end();
            out.push('\n');
        }
    }
    out
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(last) = lines.last_mut() else { break };
        if !last.is_empty() && last.chars().count() + word.chars().count() >= width {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

/// Rows as CSV, every cell in quotes.
pub(super) fn csv<const N: usize>(rows: &[[String; N]]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", guarded(cell).replace('"', "\"\""));
    let line = |row: &[String; N]| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
    rows.iter().map(line).collect()
}

/// No cell is a formula.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
}
