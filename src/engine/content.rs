//! What a finding judged, as a hash: the part of a draft whose change makes it another finding.

use super::Places;
use crate::finding::{Hit, Part};
use crate::fingerprint::Fingerprint;
use crate::source::Span;

impl Places<'_> {
    /// The hash of what a hit is about: the words pointed at, with the rest of their lines inside
    /// the value, as the same words may stand elsewhere in it; of what is absent, the hash of
    /// nothing.
    pub(super) fn content(&self, hit: &Hit) -> Fingerprint {
        let span = self.locate(&hit.place);
        let around = match (&hit.place.part, self.root.at(&hit.path)) {
            (Part::Source(_), _) => self.file.lines_around(&span),
            (_, None) => return Fingerprint::of(&[]),
            (_, Some(node)) if hit.path != hit.place.path => return self.words(&node.span),
            (Part::Within(_), Some(node)) => {
                let lines = self.file.lines_around(&span);
                lines.start.max(node.span.start)..lines.end.min(node.span.end)
            }
            _ => return self.words(&span),
        };
        let mut line = self.line.borrow_mut();
        if line.0 != around {
            *line = (around.clone(), self.words(&around));
        }
        Fingerprint::of(&[&self.words(&span).to_string(), &line.1.to_string()])
    }

    fn words(&self, span: &Span) -> Fingerprint {
        Fingerprint::of_words(self.file.text().get(self.file.clamp(span)).unwrap_or_default())
    }
}
