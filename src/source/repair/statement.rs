//! What is found in one statement: the first slip is told, and all of them are mended.

use super::Span;
use crate::source::read::SyntaxFault;
use crate::words::Phrase;

/// What a value stands in, which decides how it may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// A pair on a line of its own.
    Nothing,
    /// A list.
    List,
    /// A table in one line.
    Table,
}

impl Inside {
    /// The bracket that ends what the value stands in.
    pub(super) fn bracket(self) -> Option<char> {
        match self {
            Self::Nothing => None,
            Self::List => Some(']'),
            Self::Table => Some('}'),
        }
    }

    /// Whether a text ends at that bracket.
    pub(super) fn ends(self, rest: &str) -> bool {
        self.bracket().is_some_and(|bracket| rest.starts_with(bracket))
    }
}

/// The slips of a statement.
#[derive(Default)]
pub(super) struct Statement {
    fault: Option<(Span, Phrase, Phrase)>,
    edits: Vec<(Span, String)>,
    quiet: Vec<(Span, String)>,
    /// Whether an edit is only the likeliest of several answers.
    guessed: bool,
    /// Whether something cannot be read even so.
    lost: bool,
    /// How many tables in one line stand open.
    pub(crate) depth: usize,
}

impl Statement {
    /// Tells a slip, unless one was told: further ones in a statement mostly follow from the first.
    pub(super) fn tell(&mut self, span: Span, fact: Phrase, remedy: Phrase) {
        if self.fault.is_none() {
            self.fault = Some((span, fact, remedy));
        }
    }

    /// What should stand at a place.
    pub(super) fn mend(&mut self, span: Span, text: impl Into<String>) {
        self.edits.push((span, text.into()));
    }

    /// The same where it is only likely.
    pub(super) fn guess(&mut self, span: Span, text: impl Into<String>) {
        self.guessed = true;
        self.mend(span, text);
    }

    /// Says that what was mended is only likely.
    pub(super) fn unsure(&mut self) {
        self.guessed = true;
    }

    /// What stands at a place in the copy alone: it takes part in no mend.
    pub(super) fn quietly(&mut self, span: Span, text: String) {
        self.quiet.push((span, text));
    }

    /// Gives something that stands twice a name of its own, which nobody knows.
    pub(super) fn set_aside(&mut self, span: Span, shape: fn(&str) -> String) {
        self.lost = true;
        let name = shape(&format!("_{}", span.start));
        self.mend(span, name);
    }

    /// Leaves something out that cannot be read: it becomes a comment.
    pub(super) fn lose(&mut self, at: usize) {
        self.lost = true;
        self.mend(at..at, "# ");
    }

    /// The fault, with its mend where nothing is lost, and what changes in the copy.
    pub(super) fn done(self) -> (Option<SyntaxFault>, Vec<(Span, String)>) {
        let Self { fault, mut edits, quiet, guessed, lost, .. } = self;
        edits.sort_by_key(|(span, _)| (span.start, span.end));
        let fault = fault.map(|(span, fact, remedy)| {
            // Of what crosses itself nobody can say what would stand there.
            let apart = edits.windows(2).all(|pair| match pair {
                [(one, _), (next, _)] => one.end <= next.start,
                _ => true,
            });
            let mend = if lost || !apart { Vec::new() } else { edits.clone() };
            SyntaxFault { span, fact, remedy, mend, guessed, lost }
        });
        // What was not told is not changed either: the parser tells it.
        let edits = if fault.is_some() { edits } else { Vec::new() };
        (fault, edits.into_iter().chain(quiet).collect())
    }
}
