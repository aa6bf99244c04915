//! How long a step may take.

use serde::Deserialize;

use crate::wording::Bahasa;

/// How long a step may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Time {
    /// Days of the calendar; weeks are seven of them.
    Days(u64),
    /// Working days.
    WorkingDays(u64),
    /// Minutes of work; hours are sixty of them.
    Minutes(u64),
    /// As it comes.
    Tentative,
    /// The source says that there is none.
    None,
    /// The source does not say.
    Unsaid,
}

impl Time {
    /// The words for times that have no measure.
    pub(super) const WORDS: [&str; 3] = ["tentatif", "tidak ada", "tidak diatur"];
    /// How the others are written.
    pub(super) const PATTERN: &str = "^[0-9]{1,5} (hari|hari kerja|minggu|menit|jam)$";

    /// In the words of a sheet; empty where the source does not say.
    pub(crate) fn words(self, language: Bahasa) -> String {
        let melayu = language == Bahasa::Melayu;
        match self {
            Self::Days(days) => format!("{days} hari"),
            Self::WorkingDays(days) if melayu => format!("{days} hari bekerja"),
            Self::WorkingDays(days) => format!("{days} hari kerja"),
            Self::Minutes(minutes) if melayu => format!("{minutes} minit"),
            Self::Minutes(minutes) => format!("{minutes} menit"),
            Self::Tentative => "tentatif".to_owned(),
            Self::None => "N/A".to_owned(),
            Self::Unsaid => String::new(),
        }
    }
}

impl TryFrom<String> for Time {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let fixed = match text.as_str() {
            "tentatif" => Some(Self::Tentative),
            "tidak ada" => Some(Self::None),
            "tidak diatur" => Some(Self::Unsaid),
            _ => None,
        };
        let measured = || {
            let (count, unit) = text.split_once(' ')?;
            let count: u64 = count.parse().ok().filter(|count| *count <= 10_000)?;
            Some(match unit {
                "hari" => Self::Days(count),
                "minggu" => Self::Days(count * 7),
                "hari kerja" => Self::WorkingDays(count),
                "menit" => Self::Minutes(count),
                "jam" => Self::Minutes(count * 60),
                _ => return None,
            })
        };
        fixed.or_else(measured).ok_or_else(|| {
            format!(
                "waktu \"{text}\" tidak dikenal; tulis misalnya \"10 hari kerja\", \"3 hari\", \
                 \"2 minggu\", \"20 menit\", \"tentatif\", \"tidak ada\", atau \"tidak diatur\""
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        let time = |text: &str| Time::try_from(text.to_owned()).ok();
        assert_eq!(time("2 minggu"), Some(Time::Days(14)));
        assert_eq!(time("10 hari kerja"), Some(Time::WorkingDays(10)));
        assert_eq!(time("2 jam"), Some(Time::Minutes(120)));
        assert_eq!(time("tentatif"), Some(Time::Tentative));
        assert_eq!(time("99999999999 hari"), None);
        assert_eq!(time("hari"), None);
        // What the schema takes is read, and the other way round.
        let pattern = regex::Regex::new(Time::PATTERN).unwrap();
        for word in Time::WORDS {
            assert!(time(word).is_some() && !pattern.is_match(word), "{word}");
        }
        for unit in ["hari", "hari kerja", "minggu", "menit", "jam", "bulan", "Hari"] {
            let text = format!("10000 {unit}");
            assert_eq!(time(&text).is_some(), pattern.is_match(&text), "{text}");
        }
    }
}
