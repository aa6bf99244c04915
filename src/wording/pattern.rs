//! Patterns of ours: declared in one way, which brings the test that they can be built. How patterns
//! are built, ours and those of packs and kinds: `builds`.

mod builds;
mod found;
mod lower;
mod narrow;
mod probe;

use std::borrow::Cow;

pub(crate) use builds::Builds;
pub(crate) use found::{Built, Captures, Match};

/// A pattern that the program itself is written with, built when it is first used.
///
/// One that cannot be built would match nothing, and the check that rests on it would fall silent;
/// so there is no way to one but [`fixed_patterns!`].
#[derive(Debug)]
pub(crate) struct FixedPattern {
    text: fn() -> Cow<'static, str>,
    builds: Builds,
}

/// Declares the patterns of a module, and the test that each of them can be built.
macro_rules! fixed_patterns {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)+) => {
        $(
            $(#[$doc])*
            static $name: $crate::wording::FixedPattern =
                $crate::wording::FixedPattern::declared(|| ::std::borrow::Cow::from($text));
        )+

        #[cfg(test)]
        #[test]
        fn fixed_patterns_can_be_built() {
            $(assert!($name.is_sound(), stringify!($name));)+
        }
    };
}

pub(crate) use fixed_patterns;

impl FixedPattern {
    /// For [`fixed_patterns!`] alone.
    pub(crate) const fn declared(text: fn() -> Cow<'static, str>) -> Self {
        Self { text, builds: Builds::new() }
    }

    /// Whether it can be built.
    #[cfg(test)]
    pub(crate) fn is_sound(&self) -> bool {
        regex::Regex::new(&(self.text)()).is_ok()
    }

    /// Whether a text has it.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex(text).is_some_and(|pattern| pattern.is_match(text))
    }

    /// Where a text first has it.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex(text)?.find(text)
    }

    /// The same with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex(text)?.captures(text)
    }

    /// Wherever a text has it.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.regex(text).into_iter().flat_map(move |pattern| pattern.find_iter(text))
    }

    /// The same with its groups.
    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.regex(text).into_iter().flat_map(move |pattern| pattern.captures_iter(text))
    }

    fn regex(&self, text: &str) -> Option<&Built> {
        self.builds.for_text(text, self.text)
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    /// Where patterns are built besides: in one place for all, and where those that packs and kinds
    /// bring are tried, since what becomes of a bad one is said there.
    const OF_OTHERS: [&str; 3] =
        ["wording/pattern/builds.rs", "kind/evidence.rs", "rule/check/parameter.rs"];

    #[test]
    fn there_is_no_other_way_to_a_pattern() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut wrong = Vec::new();
        let files = files(&root);
        for path in &files {
            let text = std::fs::read_to_string(path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let builds = [
                "Regex::new(",
                "RegexBuilder::",
                "RegexSet::",
                "Regex::builder(",
                "FixedPattern::declared(",
            ];
            let ours = name == "wording/pattern.rs" || OF_OTHERS.contains(&name.as_str());
            if !ours && builds.iter().any(|word| code.contains(word)) {
                wrong.push(name);
            }
        }
        assert!(files.len() > 60 && wrong.is_empty(), "{wrong:?}");
    }

    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let nested = entries.map(|path| if path.is_dir() { files(&path) } else { vec![path] });
        nested.flatten().collect()
    }
}
