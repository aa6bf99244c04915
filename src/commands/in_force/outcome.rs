//! What became of an agreement by others in the same folder: extended, ended, or neither.

use chrono::NaiveDate;

use super::Agreement;

/// What became of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing that anybody wrote.
    Stands,
    /// It was extended by another file.
    Extended(String),
    /// It was ended by another file.
    Ended(String),
    /// It ends another.
    Ends,
    /// It changes another, whose term stays as it is.
    Changes,
}

/// The kind of documents that end an agreement.
const ENDING: &str = "naskah-pengakhiran";
/// The kind of documents that change one.
const CHANGE: &str = "adendum";

/// Finds what became of each, by what was signed up to a day.
pub(super) fn settle(all: &mut [(String, Agreement)], today: NaiveDate) {
    let mut fates = Vec::new();
    let signed =
        |one: &Agreement| one.account.finished && one.date().is_none_or(|day| day <= today);
    for (file, later) in all.iter().filter(|(_, one)| signed(one)) {
        let Some(predecessor) = &later.account.predecessor else { continue };
        let (numbers, _) = &predecessor.value;
        let ends = later.account.kind == ENDING;
        let extends = !ends && later.account.term.end.is_some();
        for (at, (_, earlier)) in all.iter().enumerate() {
            let own = earlier.account.numbers.iter().map(|number| bare(&number.value));
            let meant = own.into_iter().any(|own| numbers.iter().any(|one| bare(one) == own));
            if meant && ends {
                fates.push((at, Fate::Ended(file.clone())));
            } else if meant && extends {
                fates.push((at, Fate::Extended(file.clone())));
            }
        }
    }
    for (_, one) in all.iter_mut() {
        let changes = one.account.kind == CHANGE && one.account.term.end.is_none();
        if one.account.kind == ENDING {
            one.fate = Fate::Ends;
        } else if changes {
            one.fate = Fate::Changes;
        }
    }
    for (at, fate) in fates {
        if let Some((_, one)) = all.get_mut(at)
            // What was ended is over, whatever had extended it.
            && !matches!(one.fate, Fate::Ended(_))
        {
            one.fate = fate;
        }
    }
}

fn bare(number: &str) -> String {
    number.split_whitespace().collect::<String>().to_lowercase()
}
