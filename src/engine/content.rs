//! What a finding judged, as a hash: the part of a draft whose change makes it another finding.

use super::locate;
use crate::finding::{Hit, Part};
use crate::fingerprint::Fingerprint;
use crate::source::node::Node;
use crate::source::{SourceFile, Span};

/// The hash of what a hit is about: the words pointed at, with the rest of their lines inside the
/// value, as the same words may stand elsewhere in it; of what is absent, the hash of nothing.
pub(super) fn hash(hit: &Hit, root: &Node, file: &SourceFile) -> Fingerprint {
    let span = locate(&hit.place, root, file);
    let around = match (&hit.place.part, root.at(&hit.path)) {
        (Part::Source(_), _) => file.lines_around(&span),
        (_, None) => return Fingerprint::of(&[]),
        (_, Some(node)) if hit.path != hit.place.path => return words(file, &node.span),
        (Part::Within(_), Some(node)) => {
            let lines = file.lines_around(&span);
            lines.start.max(node.span.start)..lines.end.min(node.span.end)
        }
        _ => return words(file, &span),
    };
    Fingerprint::of(&[&words(file, &span).to_string(), &words(file, &around).to_string()])
}

fn words(file: &SourceFile, span: &Span) -> Fingerprint {
    Fingerprint::of_words(file.text().get(file.clamp(span)).unwrap_or_default())
}
