//! Those who hold an office in another's stead: "Plt. Kepala …".

/// What a draft calls each of them, and what is printed before the office.
pub(crate) const STEADS: [(&str, &str); 4] =
    [("plt", "Plt. "), ("plh", "Plh. "), ("pj", "Pj. "), ("pjs", "Pjs. ")];

/// Whether a word in lower case, without its full stop, says that an office is held so.
pub(crate) fn is_stead(word: &str) -> bool {
    STEADS.iter().any(|(name, _)| *name == word)
}

/// Whether an office is written as held in another's stead.
pub(crate) fn stands_in(office: &str) -> bool {
    let word = office.trim_start().split(['.', ' ']).next().unwrap_or_default();
    is_stead(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_held_for_another() {
        assert!(stands_in(" Plt. Kepala") && stands_in("PLH KEPALA") && stands_in("pjs."));
        assert!(!stands_in("Kepala Plt.") && !stands_in("") && !stands_in("Pltk"));
        assert!(STEADS.iter().all(|(_, printed)| stands_in(printed)));
    }
}
