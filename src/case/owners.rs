//! Who acted in the steps of a case.

use super::read::{Case, Entry};
use super::seen::{Seen, Topic, of_step};
use crate::finding::{Hit, Level, Place};
use crate::procedure::{Actor, Step};
use crate::source::path::FieldPath;
use crate::text::{fold, nearest};
use crate::words::{Argument, case as say};

pub(super) fn seen(case: &Case) -> Vec<Seen> {
    let steps = case.entries.iter().filter_map(|entry| Some((entry, case.step_of(entry)?.1)));
    steps.flat_map(|(entry, step)| of_entry(case, entry, step)).collect()
}

/// Others may take part in a step; but somebody who owns it must.
fn of_entry(case: &Case, entry: &Entry, step: &Step) -> Vec<Seen> {
    let known: Vec<(&FieldPath, &str, Option<&Actor>)> =
        entry.actors.iter().map(|(path, name)| (path, name.as_str(), case.actor(name))).collect();
    let owns = |actor: &Actor| step.actors.contains(&actor.key);
    let owned = known.iter().any(|(_, _, actor)| actor.is_some_and(owns));
    let mut seen = Vec::new();
    for (path, name, actor) in known {
        let hit = Hit::at(Place::value(path.clone()));
        match actor {
            None => seen.push(stranger(case, step, hit, name)),
            Some(actor) if !owned && !owns(actor) => seen.push(wrong(case, step, hit, actor)),
            Some(_) => {}
        }
    }
    seen
}

fn wrong(case: &Case, step: &Step, hit: Hit, actor: &Actor) -> Seen {
    let owners = case.procedure.owners(step).join(", ");
    let (what, hit) = match &step.inferred {
        // Who owns the step the source does not say: it cannot be more than a hint.
        Some(ground) => {
            let what = say::wrong_owner_inferred(&actor.name, owners, ground);
            (what, hit.at_most(Level::Info))
        }
        None => (say::wrong_owner(&actor.name, owners), hit),
    };
    Seen { topic: Topic::Pelaksana, hit: of_step(hit, &case.procedure, step, what) }
}

fn stranger(case: &Case, step: &Step, hit: Hit, name: &str) -> Seen {
    let actors = &case.procedure.actors;
    let known = actors.iter().map(|actor| format!("{} ({})", actor.key, actor.name));
    let all = Argument::list(known.collect::<Vec<_>>(), ", ");
    let names = actors.iter().flat_map(|actor| [actor.key.as_str(), actor.name.as_str()]);
    let what = match nearest(name, names) {
        Some(near) => say::stranger_perhaps(name, near),
        None => say::stranger(name, all),
    };
    Seen { topic: Topic::PelaksanaAsing, hit: of_step(hit, &case.procedure, step, what) }
}

impl Case {
    /// The actor of the procedure that a name means: by its key, its name, or by what the case says of
    /// who plays whom.
    pub(crate) fn actor(&self, name: &str) -> Option<&Actor> {
        let folded = fold(name);
        let key = self.players.get(&folded).map_or(folded.as_str(), String::as_str);
        let is = |actor: &&Actor| fold(&actor.key) == fold(key) || fold(&actor.name) == folded;
        self.procedure.actors.iter().find(is)
    }
}
