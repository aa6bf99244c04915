//! Texts as runs: words with emphasis, resolved references and breakable long words.

use serde::{Serialize, Serializer};

/// A stretch of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Run {
    /// Foreign words.
    #[serde(rename = "i")]
    Italic(Runs),
    /// Emphasis.
    #[serde(rename = "b")]
    Bold(Runs),
    /// A word so long that it may break between its pieces; nothing is printed there.
    #[serde(rename = "w")]
    Long(Vec<String>),
    /// Words that stand in one line.
    #[serde(rename = "u")]
    Whole(String),
    /// Characters as they are; soft hyphens say where words may be divided.
    #[serde(untagged)]
    Words(String),
}

/// A paragraph, a heading or a cell. Neighbouring words may come as several runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Runs(Vec<Run>);

impl Runs {
    /// Words that need no reading.
    pub(super) fn words(text: impl Into<String>) -> Self {
        Self(vec![Run::Words(text.into())])
    }

    pub(super) fn new(runs: Vec<Run>) -> Self {
        Self(runs)
    }

    /// Its runs, in order.
    #[cfg(test)]
    pub(crate) fn as_slice(&self) -> &[Run] {
        &self.0
    }

    /// Whether it prints nothing.
    pub(crate) fn is_empty(&self) -> bool {
        match self.0.as_slice() {
            [] => true,
            [Run::Words(words)] => words.is_empty(),
            _ => false,
        }
    }

    /// Its characters, emphasis aside.
    pub(crate) fn plain(&self) -> String {
        self.0.iter().map(Run::plain).collect()
    }

    /// The same with a mark behind it, unless it brings its own.
    pub(super) fn closed_with(mut self, mark: &str) -> Self {
        const OWN: [char; 2] = ['.', ';'];
        match self.0.as_mut_slice() {
            [] => self.0.push(Run::Words(mark.to_owned())),
            [Run::Words(words)] if words.trim_end().ends_with(OWN) => {}
            [Run::Words(words)] => words.push_str(mark),
            [.., last] if last.plain().ends_with(OWN) => {}
            _ => self.0.push(Run::Words(mark.to_owned())),
        }
        self
    }
}

impl Run {
    fn plain(&self) -> String {
        match self {
            Self::Italic(inner) | Self::Bold(inner) => inner.plain(),
            Self::Long(pieces) => pieces.concat(),
            Self::Words(words) | Self::Whole(words) => words.clone(),
        }
    }
}

/// Plain words are a string, anything else is a list.
impl Serialize for Runs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [] => serializer.serialize_str(""),
            [Run::Words(words)] => serializer.serialize_str(words),
            runs => serializer.collect_seq(runs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_put_behind_what_has_none() {
        let closed = |runs: Vec<Run>| Runs::new(runs).closed_with(";").plain();
        let words = |text: &str| Run::Words(text.to_owned());
        assert_eq!(closed(vec![words("a")]), "a;");
        assert_eq!(closed(vec![words("a. ")]), "a. ");
        assert_eq!(closed(vec![]), ";");
        let italic = Run::Italic(Runs::words("b;"));
        assert_eq!(closed(vec![words("a "), italic.clone()]), "a b;");
        assert_eq!(closed(vec![italic, words(" c")]), "b; c;");
    }

    #[test]
    fn as_data_it_is_as_small_as_can_be() {
        let json = |runs: Runs| serde_json::to_string(&runs).unwrap();
        assert_eq!(json(Runs::default()), "\"\"");
        assert_eq!(json(Runs::words("a")), "\"a\"");
        let long = Run::Long(vec!["b".into(), "c".into()]);
        let bold = Run::Bold(Runs::words("d"));
        let runs = Runs::new(vec![Run::Words("a".into()), long, bold]);
        assert_eq!(json(runs), r#"["a",{"w":["b","c"]},{"b":"d"}]"#);
    }
}
