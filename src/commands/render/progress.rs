//! How far a batch is, on a terminal: how many of how many, the rate, and the time left. Elsewhere a
//! line for each file says it.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::words::{Language, render};

/// Below this nobody waits long enough to ask.
const WORTH: usize = 5;

/// A bar that is out of the way when something is said.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Begins to show the progress over so many drafts.
    pub(super) fn begin(count: usize, language: Language) -> Self {
        let seen = count >= WORTH && std::io::stderr().is_terminal();
        let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(count as u64), target);
        let left = render::progress_left("{eta}").text(language);
        let template = format!("{{bar:30}} {{pos}}/{{len}}  {{per_sec}}  {left}");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Does what speaks, and counts one more.
    pub(super) fn step<T>(&self, work: impl FnOnce() -> T) -> T {
        let done = self.0.suspend(work);
        self.0.inc(1);
        done
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
