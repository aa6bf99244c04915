//! The languages that the program speaks. Documents are written in fewer ([`Bahasa`]).

use crate::wording::Bahasa;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Bahasa Indonesia (`id`).
    #[default]
    Indonesian,
    /// Bahasa Melayu (`ms`).
    Malay,
    /// English (`en`).
    English,
}

impl Language {
    /// Every language.
    pub(crate) const ALL: [Self; 3] = [Self::Indonesian, Self::Malay, Self::English];

    /// Its code: `id`, `ms`, `en`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::Malay => "ms",
            Self::English => "en",
        }
    }

    /// The language of a code.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// Who writes a document in a language reads the same.
impl From<Bahasa> for Language {
    fn from(bahasa: Bahasa) -> Self {
        match bahasa {
            Bahasa::Indonesia => Self::Indonesian,
            Bahasa::Melayu => Self::Malay,
        }
    }
}
