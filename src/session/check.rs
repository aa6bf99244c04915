//! A text judged by the settings that hold for it.

use chrono::NaiveDate;

use super::data::placed;
use super::{OpenError, Session, Settings, Text, UsedExceptions, place};
use crate::case::World;
use crate::engine::{self, Around};
use crate::picture;
use crate::report::FileReport;

/// What judging a text gave.
#[derive(Debug)]
pub struct Checked {
    /// The findings that count and those that do not, with the text that their places are in.
    pub report: FileReport,
    /// The exceptions of the configuration that took one of them.
    pub used: UsedExceptions,
}

impl Session {
    /// Judges a text.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn check(&self, text: &Text) -> Result<Checked, OpenError> {
        self.check_on(text, self.options().as_of)
    }

    /// The same on another day than the session's.
    pub(super) fn check_on(
        &self,
        text: &Text,
        as_of: Option<NaiveDate>,
    ) -> Result<Checked, OpenError> {
        let settings = self.settings(text)?;
        let neighbours = self.neighbours(text);
        let world = World { as_of, beside: &neighbours };
        let pictures = |name: &str| self.picture_fault(text, name);
        let (checked, used) = settings.judge(text, Around { pictures: &pictures, world });
        let unresolved = self.unresolved(&settings, text, &checked, world);
        let report = self.report(text, checked);
        let report = placed(text, FileReport { unresolved, ..report });
        Ok(Checked { report, used })
    }

    /// What is wrong with a picture of a text. Of a text that lies nowhere only the name tells.
    pub(super) fn picture_fault(&self, text: &Text, name: &str) -> Option<picture::Fault> {
        let Some(beside) = text.folder() else {
            return picture::named(name).err();
        };
        let folders = std::iter::once(beside).chain(self.options().images.as_deref());
        picture::read(name, &folders.collect::<Vec<_>>()).err()
    }

    /// What is reported of a text.
    pub(super) fn report(&self, text: &Text, checked: engine::Checked<'_>) -> FileReport {
        FileReport {
            source: text.source.clone(),
            place: place::place(text, self.root()),
            language: checked.language,
            kind: checked.draft.map(|draft| draft.kind.id.clone()),
            findings: checked.findings,
            excepted: checked.excepted,
            baselined: Vec::new(),
            left_out: checked.left_out,
            unresolved: Vec::new(),
            coverage: checked.coverage,
        }
    }

    /// Where rules decline to judge, if that is asked for.
    fn unresolved(
        &self,
        settings: &Settings,
        text: &Text,
        checked: &engine::Checked<'_>,
        world: World<'_>,
    ) -> Vec<crate::finding::Unresolved> {
        match &checked.draft {
            _ if !self.options().unresolved => Vec::new(),
            Some(draft) if checked.judged => {
                let (catalog, registry) = (&settings.catalog, &settings.registry);
                let mut found =
                    engine::unresolved_beside(&text.source, draft, catalog, registry, world);
                found.retain(|one| settings.wants_unresolved(one));
                found
            }
            _ => engine::unjudged(&checked.findings, checked.language),
        }
    }
}

impl Settings {
    /// Judges a text and leaves of the findings what these settings let stand.
    pub(super) fn judge(
        &self,
        text: &Text,
        around: Around<'_>,
    ) -> (engine::Checked<'_>, UsedExceptions) {
        let (catalog, registry) = (&self.catalog, &self.registry);
        let reader = self.reader();
        let mut checked = engine::check_beside(reader, &text.source, catalog, registry, around);
        let used = self.settle(text, &mut checked);
        (checked, used)
    }
}
