//! Spelling numbers out.

use super::Bahasa;
use super::lexicon::KUADRILIUN;

/// Scales below 10^15 with their names in Indonesian and Malay.
const SCALES: [(u64, &str, &str); 4] = [
    (1_000_000_000_000, "triliun", "trilion"),
    (1_000_000_000, "miliar", "bilion"),
    (1_000_000, "juta", "juta"),
    (1_000, "ribu", "ribu"),
];

/// A whole number in words: 2026 is "dua ribu dua puluh enam".
///
/// Right for every `u64`. Checked against PyPI `num2words` 0.5.14 (id) and CLDR 48.2 (id, ms)
/// below 10^18, where CLDR ends. Above it the count of kuadriliun goes on ("seribu kuadriliun"):
/// the sources name no word for 10^18 that they agree on.
///
/// The sources differ in one class, numbers from a million up whose group of thousands is 001:
/// `num2words` has "satu juta satu ribu", CLDR "satu juta seribu". We write "seribu" there, as in
/// every other place where one thousand stands for itself, so that the same group always reads the
/// same; this follows CLDR, and no ruling of the language office is claimed. [`parse_cardinal`]
/// takes both without remark. In Malay a million is "sejuta", as CLDR and npm `n2words` 4.0.0 have
/// it; nought and a single bilion ("sebilion" in `n2words`) follow CLDR.
///
/// [`parse_cardinal`]: super::parse_cardinal
pub(crate) fn cardinal(n: u64, bahasa: Bahasa) -> String {
    if n == 0 {
        return zero(bahasa).to_owned();
    }
    let mut words = Vec::new();
    let mut rest = n;
    if n >= KUADRILIUN {
        words.push(cardinal(n / KUADRILIUN, bahasa));
        words.push(pick(bahasa, "kuadriliun", "kuadrilion").to_owned());
        rest = n % KUADRILIUN;
    }
    for (scale, id, ms) in SCALES {
        words.extend(group(rest / scale, pick(bahasa, id, ms), bahasa));
        rest %= scale;
    }
    words.extend(below_thousand(rest, bahasa));
    words.join(" ")
}

fn zero(bahasa: Bahasa) -> &'static str {
    pick(bahasa, "nol", "kosong")
}

fn pick<'a>(bahasa: Bahasa, id: &'a str, ms: &'a str) -> &'a str {
    match bahasa {
        Bahasa::Indonesia => id,
        Bahasa::Melayu => ms,
    }
}

/// One group of three figures with its scale.
fn group(count: u64, scale: &str, bahasa: Bahasa) -> Option<String> {
    match (count, scale, bahasa) {
        (0, ..) => None,
        (1, "ribu", _) | (1, "juta", Bahasa::Melayu) => Some(format!("se{scale}")),
        _ => below_thousand(count, bahasa).map(|words| format!("{words} {scale}")),
    }
}

/// 1 to 999 in words; nothing for 0.
fn below_thousand(n: u64, bahasa: Bahasa) -> Option<String> {
    let hundreds = match n / 100 {
        0 => None,
        1 => Some("seratus".to_owned()),
        count => Some(format!("{} ratus", unit(count, bahasa))),
    };
    let words: Vec<String> = hundreds.into_iter().chain(below_hundred(n % 100, bahasa)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn below_hundred(n: u64, bahasa: Bahasa) -> Option<String> {
    let tens = || format!("{} puluh", unit(n / 10, bahasa));
    match (n / 10, n % 10) {
        (0, 0) => None,
        (0, ones) => Some(unit(ones, bahasa).to_owned()),
        (1, 0) => Some("sepuluh".to_owned()),
        (1, 1) => Some("sebelas".to_owned()),
        (1, ones) => Some(format!("{} belas", unit(ones, bahasa))),
        (_, 0) => Some(tens()),
        (_, ones) => Some(format!("{} {}", tens(), unit(ones, bahasa))),
    }
}

fn unit(n: u64, bahasa: Bahasa) -> &'static str {
    match n {
        1 => "satu",
        2 => "dua",
        3 => "tiga",
        4 => "empat",
        5 => "lima",
        6 => "enam",
        7 => "tujuh",
        8 => pick(bahasa, "delapan", "lapan"),
        9 => "sembilan",
        _ => zero(bahasa),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_the_highest_scale() {
        assert_eq!(cardinal(1_000_000_000_000_000_000, Bahasa::Indonesia), "seribu kuadriliun");
        assert_eq!(
            cardinal(18_000_000_000_000_000_001, Bahasa::Melayu),
            "lapan belas ribu kuadrilion satu"
        );
    }

    #[test]
    fn ones_that_fuse() {
        let id = |n| cardinal(n, Bahasa::Indonesia);
        assert_eq!(id(1_001_000), "satu juta seribu");
        assert_eq!(id(101_000), "seratus satu ribu");
        assert_eq!(id(1_000_000_011), "satu miliar sebelas");
        assert_eq!(cardinal(1_001_001_000, Bahasa::Melayu), "satu bilion sejuta seribu");
    }
}
