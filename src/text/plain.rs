//! What people write for numbers and truths, as TOML has them.

/// Words for yes and no.
pub(crate) fn truth(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "ya" | "iya" | "benar" | "betul" | "yes" | "true" | "on" | "y" => Some("true"),
        "tidak" | "tak" | "tiada" | "bukan" | "salah" | "no" | "false" | "off" => Some("false"),
        _ => None,
    }
}

/// An amount with the signs of money, as figures alone. One with sen or a fraction is none.
pub(crate) fn plain_amount(word: &str) -> Option<String> {
    let (rest, ringgit) = match (strip_currency(word, "rp"), strip_currency(word, "rm")) {
        (Some(rest), _) => (rest, false),
        (None, Some(rest)) => (rest, true),
        (None, None) => (word, false),
    };
    let (group, point) = if ringgit { (',', '.') } else { ('.', ',') };
    let rest = rest.trim().trim_end_matches(['-', ',', '.']);
    let (whole, fraction) = rest.split_once(point).unwrap_or((rest, ""));
    let sound = fraction.len() <= 2 && fraction.bytes().all(|b| b == b'0');
    let mut parts = whole.split(group);
    let first = parts.next()?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.contains(group);
    let head = !first.is_empty() && digits(first) && (!grouped || first.len() <= 3);
    let rest = parts.all(|part| part.len() == 3 && digits(part));
    let said = whole.replace(group, "");
    let marked = grouped || !fraction.is_empty() || names_a_currency(word);
    let plain = said.len() == 1 || !said.starts_with('0');
    (sound && head && rest && marked && plain && said.len() <= 18).then_some(said)
}

/// Whether a word begins with the sign of a currency.
fn names_a_currency(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn strip_currency<'a>(word: &'a str, sign: &str) -> Option<&'a str> {
    let head = word.get(..2)?;
    head.eq_ignore_ascii_case(sign)
        .then(|| word.get(2..).unwrap_or_default().trim_start_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_whole_or_not_at_all() {
        for (said, right) in [
            ("Rp18.500.000,00", "18500000"),
            ("Rp 18.500.000,-", "18500000"),
            ("rp. 500", "500"),
            ("18.500.000", "18500000"),
            ("18500000,00", "18500000"),
            ("RM1,250.00", "1250"),
        ] {
            assert_eq!(plain_amount(said).as_deref(), Some(right), "{said}");
        }
        for said in [
            "1,5",
            "18.50",
            "Rp1.5",
            "18.500.00",
            "1500",
            "Rp18.500.000,50",
            "0.500",
            "Rp",
            "RM1.250",
        ] {
            assert_eq!(plain_amount(said), None, "{said}");
        }
    }
}
