//! Citations: `Pasal 4 ayat (1) dan Pasal 23 huruf a`, `A langkah 5`, `langkah 2 hingga 5`.

use crate::wording::fixed_patterns;

/// A provision: its steps from the article down, each in lower case: `pasal 4`, `ayat 1`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clause(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Step {
    rank: u8,
    word: String,
    value: String,
}

impl Clause {
    /// Whether this is the other one or a part above it.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// Whether nothing was read.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Every provision that a citation names, in its order; a range names all that lie in it.
pub fn parse(citation: &str) -> Vec<Clause> {
    let mut reader = Reader::default();
    for found in TOKEN.captures_iter(citation) {
        let part = |name: &str| found.name(name).map(|part| part.as_str().to_lowercase());
        if let Some(value) = part("section") {
            reader.step(0, String::new(), value);
        } else if let Some(word) = part("attached") {
            reader.step(0, word, String::new());
        } else if let Some(word) = part("word") {
            let flow = part("flow").map_or_else(String::new, |flow| format!("{flow} "));
            reader.step(rank(&word), flow + &word, part("value").unwrap_or_default());
        } else if found.name("range").is_some() {
            reader.range = true;
        } else if let Some(value) = part("bare") {
            reader.again(&value);
        }
    }
    reader.close();
    reader.found
}

fixed_patterns! {
    TOKEN = r"(?x)
        (?P<section>\d+\.\d+)
        | (?:\b(?P<flow>[A-C])\s+)?(?i:\b(?P<word>pasal|ayat|huruf|angka|langkah|bagian))\s+\(?(?P<value>\d+|[A-Za-z])\b\)?
        | (?P<attached>(?i:\blampiran))
        | (?P<range>hingga|sampai\s+dengan)
        | \b(?P<skip>dan/atau|dan|serta)\b
        | \(?\b(?P<bare>\d+|[a-z])\b\)?
        ";
}

fn rank(word: &str) -> u8 {
    match word {
        "ayat" => 1,
        "huruf" => 2,
        "angka" => 3,
        _ => 0,
    }
}

/// No source has more provisions in a row; a typing error must not name four thousand million.
const RANGE: u32 = 1_000;

#[derive(Default)]
struct Reader {
    found: Vec<Clause>,
    steps: Vec<Step>,
    range: bool,
}

impl Reader {
    fn step(&mut self, rank: u8, word: String, value: String) {
        if self.steps.last().is_some_and(|last| rank <= last.rank) {
            self.close();
        }
        self.steps.retain(|step| step.rank < rank);
        self.steps.push(Step { rank, word, value });
    }

    /// A number or letter alone means the same kind of part as the one before it.
    fn again(&mut self, value: &str) {
        let Some(last) = self.steps.last().cloned() else {
            return;
        };
        self.close();
        let numbers = (last.value.parse::<u32>(), value.parse::<u32>());
        if let (true, (Ok(from), Ok(to))) = (self.range, numbers) {
            for number in from.saturating_add(1)..to.min(from.saturating_add(RANGE)) {
                self.step(last.rank, last.word.clone(), number.to_string());
                self.close();
            }
        }
        self.range = false;
        self.step(last.rank, last.word, value.to_owned());
    }

    fn close(&mut self) {
        let clause = Clause(self.steps.clone());
        if !clause.is_empty() && self.found.last() != Some(&clause) {
            self.found.push(clause);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(citation: &str) -> Vec<String> {
        let step = |step: &Step| format!("{} {}", step.word, step.value).trim().to_owned();
        let clause = |clause: &Clause| clause.0.iter().map(step).collect::<Vec<_>>().join("/");
        parse(citation).iter().map(clause).collect()
    }

    #[test]
    fn citations_are_read() {
        assert_eq!(shown("Pasal 21 huruf f"), ["pasal 21/huruf f"]);
        assert_eq!(
            shown("Pasal 4 ayat (1) dan Pasal 23 huruf a"),
            ["pasal 4/ayat 1", "pasal 23/huruf a"]
        );
        assert_eq!(
            shown("Pasal 28 ayat (2) huruf a dan huruf b"),
            ["pasal 28/ayat 2/huruf a", "pasal 28/ayat 2/huruf b"]
        );
        assert_eq!(
            shown("Pasal 13 ayat (5) dan Lampiran huruf A"),
            ["pasal 13/ayat 5", "lampiran/huruf a"]
        );
        assert_eq!(shown("langkah 2 hingga 4"), ["langkah 2", "langkah 3", "langkah 4"]);
        assert_eq!(shown("Pasal 1 hingga 4000000000").len(), 1_001);
        assert_eq!(shown("Pasal 4294967295 hingga 1").len(), 2);
        assert_eq!(shown("B langkah 6 dan 9"), ["b langkah 6", "b langkah 9"]);
        assert_eq!(shown("3.0 Definisi"), ["3.0"]);
        assert_eq!(shown("Pasal 1 angka 1"), ["pasal 1/angka 1"]);
    }
}
