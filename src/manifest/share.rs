//! A share of a batch.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fingerprint::Fingerprint;

/// The most shares that make sense.
const MOST: usize = 1_000_000;

/// One of several shares of a batch: `2/4`. Which document falls into which depends on its file alone,
/// so that another row costs the shares of the others nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Share {
    /// Which, from 1.
    pub(crate) number: usize,
    /// Of how many.
    pub(crate) of: usize,
}

/// What is no share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no share")]
pub(crate) struct NoShare(String);

impl Share {
    /// Whether a document of this file falls into it.
    pub(crate) fn takes(self, file: &str) -> bool {
        Fingerprint::of(&[file]).share(self.of) + 1 == self.number
    }
}

impl FromStr for Share {
    type Err = NoShare;

    fn from_str(text: &str) -> Result<Self, NoShare> {
        let fault = || NoShare(text.to_owned());
        let (number, of) = text.split_once('/').ok_or_else(fault)?;
        let read = |part: &str| part.trim().parse::<usize>().map_err(|_| fault());
        let share = Self { number: read(number)?, of: read(of)? };
        let sound = (1..=share.of).contains(&share.number) && share.of <= MOST;
        if sound { Ok(share) } else { Err(fault()) }
    }
}

impl TryFrom<String> for Share {
    type Error = NoShare;

    fn try_from(text: String) -> Result<Self, NoShare> {
        text.parse()
    }
}

impl From<Share> for String {
    fn from(share: Share) -> Self {
        share.to_string()
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_falls_into_one_share_and_all_are_about_as_large() {
        for (of, files) in [(2, 100), (4, 100), (4, 2_000), (16, 2_000)] {
            let shares: Vec<Share> = (1..=of).map(|number| Share { number, of }).collect();
            let mut counts = vec![0; of];
            for number in 0..files {
                let file = format!("unit/{number:05}.pdf");
                let takers: Vec<usize> = (0..of).filter(|at| shares[*at].takes(&file)).collect();
                assert_eq!(takers.len(), 1, "{file}");
                counts[takers[0]] += 1;
            }
            let fair = files / of;
            let about = fair / 2..=fair * 2;
            assert!(counts.iter().all(|count| about.contains(count)), "{of}: {counts:?}");
        }
    }

    #[test]
    fn what_is_a_share() {
        assert_eq!("2/4".parse(), Ok(Share { number: 2, of: 4 }));
        for text in ["0/4", "5/4", "2", "2/", "-1/4", "1/99999999", "a/b", "1/0"] {
            assert!(text.parse::<Share>().is_err(), "{text}");
        }
    }
}
