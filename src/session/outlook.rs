//! Drafts looked at for what they tell of a case or of an agreement, rather than for what is wrong.

use chrono::NaiveDate;

use super::{OpenError, Session, Text};
use crate::case::{self, Account, Case, Standing, World};
use crate::draft;
use crate::finding::Level;
use crate::words::Phrase;

/// What a text turns out to be for whoever asks where cases stand.
#[derive(Debug)]
pub(crate) enum CaseLook {
    /// No case file.
    Other,
    /// A case file, with how many errors and warnings it has.
    Case {
        /// Where it stands.
        standing: Box<Standing>,
        /// How many errors and warnings it has on that day.
        findings: (usize, usize),
    },
    /// One that cannot be judged, or a text of which nobody knows what it is.
    Faulty(Phrase),
}

/// What a text turns out to be for whoever asks which agreements are in force.
#[derive(Debug)]
pub(crate) enum AgreementLook {
    /// Nothing with parties.
    Other,
    /// An agreement, or what extends, changes or ends one, with how many errors it has.
    Agreement(Box<Account>, usize),
    /// A text that cannot be read as a draft.
    Faulty(Phrase),
}

impl Session {
    /// Where the case of a text stands on a day.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub(crate) fn case(&self, text: &Text, today: NaiveDate) -> Result<CaseLook, OpenError> {
        let settings = self.settings(text)?;
        let reading = draft::read(text.source.text(), &settings.catalog);
        let Some(draft) = &reading.draft else { return Ok(CaseLook::Faulty(case::unread_kind())) };
        if !case::is_case(draft.kind) {
            return Ok(CaseLook::Other);
        }
        if reading.holes {
            return Ok(CaseLook::Faulty(case::broken()));
        }
        let neighbours = self.neighbours(text);
        let world = World { as_of: Some(today), beside: &neighbours };
        Ok(match Case::read(draft, world) {
            None => CaseLook::Faulty(case::without_procedure()),
            Some(Err((_, what, _))) => CaseLook::Faulty(what),
            Some(Ok(case)) => {
                let standing = Box::new(Standing::of(&case, today));
                CaseLook::Case { standing, findings: self.counts(text, today)? }
            }
        })
    }

    /// What a text tells of an agreement.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub(crate) fn agreement(&self, text: &Text) -> Result<AgreementLook, OpenError> {
        let settings = self.settings(text)?;
        let reading = draft::read(text.source.text(), &settings.catalog);
        let Some(draft) = &reading.draft else {
            return Ok(AgreementLook::Faulty(case::unread_kind()));
        };
        let account = Account::of(draft, &text.source);
        if !account.agreement {
            return Ok(AgreementLook::Other);
        }
        if reading.holes {
            return Ok(AgreementLook::Faulty(case::broken()));
        }
        let errors = count(&self.check(text)?.report.findings, Level::Error);
        Ok(AgreementLook::Agreement(Box::new(account), errors))
    }

    /// How many errors and warnings a text has on a day.
    fn counts(&self, text: &Text, today: NaiveDate) -> Result<(usize, usize), OpenError> {
        let checked = self.check_on(text, Some(today))?;
        let findings = &checked.report.findings;
        Ok((count(findings, Level::Error), count(findings, Level::Warning)))
    }
}

fn count(findings: &[crate::finding::Finding], level: Level) -> usize {
    findings.iter().filter(|one| one.level == level).count()
}
