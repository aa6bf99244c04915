//! A manifest as lines of JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Entry, FORM, Head, Manifest};

/// Why a text is no manifest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ManifestError {
    /// Its first line is no head, or that of another form.
    #[error("no head")]
    Head,
    /// This line is no document.
    #[error("line {0}")]
    Line(usize),
}

/// The first line.
fn head_line(head: &Head) -> String {
    written(head)
}

/// The line of a document.
pub(crate) fn line(entry: &Entry) -> String {
    written(entry)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

impl Manifest {
    /// Reads a manifest. A last line without an end is what a run was about to write when it was
    /// killed, and counts for nothing.
    ///
    /// # Errors
    /// A text that is something else.
    pub(crate) fn read(text: &str) -> Result<Self, ManifestError> {
        let whole = text.rfind('\n').and_then(|end| text.get(..end)).unwrap_or_default();
        let mut lines = whole.lines().enumerate();
        let first = lines.next().map(|(_, line)| line).unwrap_or_default();
        let head: Head = serde_json::from_str(first).map_err(|_| ManifestError::Head)?;
        if head.naskah != FORM {
            return Err(ManifestError::Head);
        }
        let mut latest: BTreeMap<String, usize> = BTreeMap::new();
        let mut entries: Vec<Entry> = Vec::new();
        for (at, line) in lines {
            let entry: Entry =
                serde_json::from_str(line).map_err(|_| ManifestError::Line(at + 1))?;
            let next = entries.len();
            let place = *latest.entry(entry.file.clone()).or_insert(next);
            match entries.get_mut(place) {
                Some(earlier) => *earlier = entry,
                None => entries.push(entry),
            }
        }
        Ok(Self { head, entries })
    }

    /// The text of the manifest.
    pub(crate) fn text(&self) -> String {
        std::iter::once(head_line(&self.head)).chain(self.entries.iter().map(line)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(file: &str, printed: bool) -> Entry {
        let (file, draft) = (file.to_owned(), "a.csv:2".to_owned());
        Entry { file, draft, printed, ingredients: None, pages: Vec::new() }
    }

    #[test]
    fn a_torn_line_counts_for_nothing_and_a_later_one_for_the_earlier() {
        let head = Head::of(["a.pdf", "b.pdf"], "1/2".parse().ok(), None);
        let text = Manifest { head: head.clone(), entries: vec![entry("a.pdf", false)] }.text()
            + &line(&entry("b.pdf", true))
            + &line(&entry("a.pdf", true));
        let expected = Manifest { head, entries: vec![entry("a.pdf", true), entry("b.pdf", true)] };
        assert_eq!(Manifest::read(&text), Ok(expected.clone()));
        for torn in ["{\"fi", "{\"file\":\"c.pdf\",\"draft\":\"x\",\"printed\":true}"] {
            assert_eq!(Manifest::read(&(text.clone() + torn)), Ok(expected.clone()));
        }
        assert_eq!(Manifest::read(&expected.text()), Ok(expected));
    }

    #[test]
    fn what_is_no_manifest() {
        assert_eq!(Manifest::read(""), Err(ManifestError::Head));
        assert_eq!(Manifest::read("{}\n"), Err(ManifestError::Head));
        let head = Head::of([], None, None);
        let other = head_line(&head).replace("\"naskah\":1", "\"naskah\":2");
        assert_eq!(Manifest::read(&other), Err(ManifestError::Head));
        assert_eq!(Manifest::read(&(head_line(&head) + "x\n")), Err(ManifestError::Line(2)));
    }
}
