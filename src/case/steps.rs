//! The steps of a case against those of its procedure: unknown, skipped, out of order, late, open.

use chrono::NaiveDate;

use super::clock::Clock;
use super::read::{Case, Entry};
use super::seen::{Seen, Topic, allowed, of_step};
use crate::draft::keys::case as keys;
use crate::finding::{Hit, Level, Place};
use crate::procedure::Step;
use crate::wording;
use crate::words::{Argument, Phrase, case as say};

pub(super) fn seen(case: &Case, as_of: Option<NaiveDate>) -> Vec<Seen> {
    let looker = Looker { case, as_of };
    let mut seen = Vec::new();
    for entry in &case.entries {
        seen.extend(looker.unknown(entry));
        seen.extend(looker.answer(entry));
        seen.extend(looker.order(entry));
        seen.extend(looker.late(entry));
        seen.extend(looker.future(entry));
    }
    seen.extend(looker.skipped());
    seen.extend(looker.open());
    seen.extend(looker.signing());
    seen
}

struct Looker<'a> {
    case: &'a Case,
    as_of: Option<NaiveDate>,
}

impl Looker<'_> {
    fn long(&self, day: NaiveDate) -> String {
        wording::date_long(day, self.case.language)
    }

    fn of(&self, topic: Topic, hit: Hit, step: &Step, what: Phrase) -> Seen {
        Seen { topic, hit: of_step(hit, &self.case.procedure, step, what) }
    }

    /// A number that the procedure does not have.
    fn unknown(&self, entry: &Entry) -> Option<Seen> {
        if entry.step.is_some() || entry.number.is_empty() {
            return None;
        }
        let procedure = &self.case.procedure;
        let known = procedure.steps.iter().map(|step| step.number.as_str());
        let what = say::step_unknown(&procedure.name, Argument::list(known, ", "));
        let hit = Hit::at(Place::value(entry.path.key(keys::NUMBER)));
        let hit = hit.word("langkah", entry.number.clone()).word("kegiatan", "");
        let hit = hit.word("temuan", what).resting_on(procedure.source.clone());
        Some(Seen { topic: Topic::TidakDikenal, hit })
    }

    /// An answer that the step does not have.
    fn answer(&self, entry: &Entry) -> Option<Seen> {
        let (at, step) = self.case.step_of(entry)?;
        let answer = entry.answer.as_deref()?;
        if self.case.leads_to(at, answer).is_some() {
            return None;
        }
        let known = step.decisions.iter().map(|one| one.answer.as_str());
        let what = if step.decisions.is_empty() {
            say::no_answers(answer)
        } else {
            say::answer_unknown(answer, Argument::list(known, ", "))
        };
        let hit = Hit::at(Place::value(entry.path.key(keys::ANSWER)));
        Some(self.of(Topic::Putusan, hit, step, what))
    }

    /// Steps without which a later one was reached.
    fn skipped(&self) -> Vec<Seen> {
        let steps = self.case.procedure.steps.iter().enumerate();
        steps.filter_map(|(at, step)| self.skip(at, step)).collect()
    }

    fn skip(&self, at: usize, step: &Step) -> Option<Seen> {
        let case = self.case;
        if case.is_settled(at) || case.is_bypassed(at) {
            return None;
        }
        let later = case
            .entries
            .iter()
            .find(|entry| entry.reached.is_some() && entry.step.is_some_and(|other| other > at))?;
        let begun = case.entries.iter().find(|entry| entry.step == Some(at));
        let shown = begun.unwrap_or(later);
        let what = say::skipped(later.number.as_str(), self.long(later.reached?));
        let hit = match begun {
            Some(entry) => {
                Hit::absent(entry.path.key(keys::REACHED), Place::value(entry.path.clone()))
            }
            None => Hit::at(Place::value(shown.path.key(keys::NUMBER))),
        };
        Some(self.of(Topic::Dilewati, hit, step, what))
    }

    /// A step before one that it follows from. What it needs must be there; else only the numbers of
    /// the source tell the order.
    fn order(&self, entry: &Entry) -> Option<Seen> {
        let (at, step) = self.case.step_of(entry)?;
        let reached = entry.reached?;
        let after = |other: usize| self.first_after(other, reached);
        let giver = self.case.givers(at).find_map(after);
        let nearest = || (0..at).rev().find(|other| self.case.reached(*other).next().is_some());
        let (other, day, needed) = match giver {
            Some((other, day)) => (other, day, true),
            None => nearest().and_then(after).map(|(other, day)| (other, day, false))?,
        };
        let (_, before) = self.case.step_of(other)?;
        let (own, long) = (self.long(reached), self.long(day));
        let what = if needed {
            say::before_giver(own, &before.number, long)
        } else {
            say::before_number(own, &before.number, long)
        };
        let hit = Hit::at(Place::value(entry.path.key(keys::REACHED)));
        let hit = hit.see(Place::value(other.path.key(keys::REACHED)), say::other_step_here());
        let hit = if needed { hit } else { hit.at_most(Level::Info) };
        Some(self.of(Topic::Urutan, hit, step, what))
    }

    /// The first that was reached of a step, if all that was reached of it came after a day.
    fn first_after(&self, step: usize, day: NaiveDate) -> Option<(&Entry, NaiveDate)> {
        let first = self.case.reached(step).min_by_key(|(_, reached)| *reached)?;
        (first.1 > day).then_some(first)
    }

    /// A step that took too long.
    fn late(&self, entry: &Entry) -> Option<Seen> {
        let (at, step) = self.case.step_of(entry)?;
        let (day, due, clock) = self.case.late_day(entry)?;
        let event = self.case.is_event(at);
        let (day, limit) = (self.long(day), self.long(due));
        let since = self.long(clock.since);
        let what = match (event, step.before.is_some()) {
            (true, _) => say::late_begin(day, limit, allowed(step), since),
            (_, true) => say::late_before(day, limit, allowed(step), since),
            _ => say::late(day, limit, allowed(step), since),
        };
        let hit = Hit::at(Place::value(entry.path.key(keys::REACHED)));
        Some(self.of(Topic::Terlambat, weighed(hit, &clock), step, unsure(what, &clock)))
    }

    /// The step that is open, against the day that counts as today.
    fn open(&self) -> Option<Seen> {
        let at = self.case.next_step()?;
        let step = self.case.procedure.steps.get(at)?;
        let begun = self.case.begun(at);
        let clock = self.case.clock(at, begun)?;
        let due = clock.due?;
        let (limit, time) = (self.long(due), allowed(step));
        let (topic, what) = match self.as_of {
            Some(today) if today > due => {
                let owners = self.case.procedure.owners(step).join(", ");
                (Topic::LewatWaktu, say::overdue(self.long(today), limit, time, owners))
            }
            Some(_) => return None,
            None => (Topic::BelumDinilai, say::not_judged(limit, time)),
        };
        let path = begun.map_or_else(|| self.case.steps.clone(), |entry| entry.path.clone());
        let hit = match begun {
            Some(entry) => Hit::absent(path.key(keys::REACHED), Place::value(entry.path.clone())),
            None => Hit::absent(path, Place::value(clock.place.clone())),
        };
        Some(self.of(topic, weighed(hit, &clock), step, unsure(what, &clock)))
    }

    /// A step that was reached after the day that counts as today.
    fn future(&self, entry: &Entry) -> Option<Seen> {
        let (_, step) = self.case.step_of(entry)?;
        let (today, reached) = (self.as_of?, entry.reached?);
        let what = || say::in_future(self.long(reached), self.long(today));
        let hit = Hit::at(Place::value(entry.path.key(keys::REACHED)));
        (reached > today).then(|| self.of(Topic::Mendatang, hit, step, what()))
    }

    /// Two days of signing.
    fn signing(&self) -> Option<Seen> {
        let case = self.case;
        let at = case.procedure.signing();
        let step = case.procedure.steps.get(at).filter(|step| step.signing)?;
        let (path, signing) = case.signing.clone()?;
        let (entry, reached) = case.reached(at).last().filter(|(_, day)| *day != signing)?;
        let what = say::signed_elsewhere(self.long(signing), self.long(reached));
        let hit = Hit::at(Place::value(path));
        let hit = hit.see(Place::value(entry.path.key(keys::REACHED)), say::other_step_here());
        Some(self.of(Topic::Penandatanganan, hit, step, what))
    }
}

/// With the day it counts from, and no graver than the calendar allows.
fn weighed(hit: Hit, clock: &Clock) -> Hit {
    let hit = hit.see(Place::value(clock.place.clone()), say::counted_from_here());
    if clock.sure { hit } else { hit.at_most(Level::Info) }
}

/// With a word where the calendar is not settled.
fn unsure(what: Phrase, clock: &Clock) -> Phrase {
    if clock.sure { what } else { say::calendar_unsure(what) }
}

impl Case {
    /// Whether a step is reached on the very day that it must precede.
    fn is_event(&self, at: usize) -> bool {
        let step = self.procedure.steps.get(at);
        step.is_some_and(|step| step.before.is_some() && step.signing)
    }

    /// The day that came after the limit of a step, with the limit.
    pub(crate) fn late_day(&self, entry: &Entry) -> Option<(NaiveDate, NaiveDate, Clock)> {
        let at = entry.step?;
        let clock = self.clock(at, Some(entry))?;
        let (reached, due) = (entry.reached?, clock.due?);
        // Of what is reached on the day of the event only when it could begin tells whether there was
        // time enough before it.
        let day = if self.is_event(at) { self.begin(at, Some(reached))?.1 } else { reached };
        (day > due).then_some((day, due, clock))
    }

    /// Where an answer at a step leads.
    pub(crate) fn leads_to(&self, at: usize, answer: &str) -> Option<usize> {
        let step = self.procedure.steps.get(at)?;
        let folded = crate::text::fold(answer);
        let mut decisions = step.decisions.iter();
        let one = decisions.find(|one| crate::text::fold(&one.answer) == folded)?;
        self.procedure.at(&one.to)
    }

    /// Whether a step was reached, or the case says that it does not apply.
    pub(crate) fn is_settled(&self, at: usize) -> bool {
        self.reached(at).next().is_some() || self.waived(at).is_some()
    }

    /// Whether a decision led past a step: one that was taken, or one that may have been.
    pub(crate) fn is_bypassed(&self, at: usize) -> bool {
        let past = |entry: &Entry| {
            let (from, step) = self.step_of(entry).filter(|(from, _)| *from < at)?;
            let target = match &entry.answer {
                Some(answer) => self.leads_to(from, answer),
                None => step.decisions.iter().filter_map(|one| self.procedure.at(&one.to)).max(),
            };
            target.filter(|target| *target > at && self.is_settled(*target))
        };
        self.entries
            .iter()
            .filter(|entry| entry.reached.is_some())
            .any(|entry| past(entry).is_some())
    }

    /// An entry of a step that was begun and not reached.
    pub(crate) fn begun(&self, at: usize) -> Option<&Entry> {
        let open = |entry: &&Entry| entry.reached.is_none() && entry.waived.is_none();
        self.entries.iter().filter(|entry| entry.step == Some(at)).rfind(open)
    }

    /// The step that is next: the first behind all that still count as reached. A decision that leads
    /// back undoes what was reached from there on, up to it.
    pub(crate) fn next_step(&self) -> Option<usize> {
        let back = |entry: &Entry| {
            let (at, _) = self.step_of(entry).filter(|_| entry.reached.is_some())?;
            self.leads_to(at, entry.answer.as_deref()?).filter(|target| *target <= at)
        };
        let mut next = 0;
        for entry in &self.entries {
            if let Some(target) = back(entry) {
                next = target;
            } else if let (Some((at, _)), Some(_)) = (self.step_of(entry), entry.reached) {
                let forward = entry.answer.as_deref().and_then(|answer| self.leads_to(at, answer));
                next = next.max(forward.unwrap_or(at + 1));
            }
        }
        (next..self.procedure.steps.len()).find(|at| self.waived(*at).is_none())
    }
}
