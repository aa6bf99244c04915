//! What a cell holds.

use chrono::{NaiveDate, NaiveDateTime};

use super::fault::CellFault;
use crate::kind::{Field, FieldType};
use crate::source::Span;
use crate::wording::{self, Bahasa};

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// What it holds.
    pub(crate) content: Content,
    /// Where it stands in the text that is shown of the sheet.
    pub(crate) span: Span,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    /// Nothing.
    Empty,
    /// Words as they stand.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Truth(bool),
    /// A date, with a time of day that counts only where it is not midnight.
    Date(NaiveDateTime),
    /// A value of TOML, as it stands.
    Toml(String),
    /// What cannot be taken over.
    Faulty(CellFault),
}

/// The greatest whole number of which a spreadsheet keeps every figure.
const EXACT: f64 = 1e15;

/// What programs write where a formula has no value.
const NO_VALUE: [&str; 8] =
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"];

impl Content {
    /// What words say that come without a type.
    pub(crate) fn of_words(words: &str) -> Self {
        let bare = words.trim();
        if bare.is_empty() {
            return Self::Empty;
        }
        if NO_VALUE.contains(&bare) {
            return Self::Faulty(CellFault::NoValue(bare.to_owned()));
        }
        if is_exponent(bare) {
            return Self::Faulty(CellFault::LostFigures(bare.to_owned()));
        }
        Self::Text(bare.replace("\r\n", "\n"))
    }

    /// A number, unless the spreadsheet has lost some of its figures.
    pub(crate) fn of_number(number: f64) -> Self {
        if number.is_finite() && number.abs() < EXACT {
            return Self::Number(number);
        }
        Self::Faulty(CellFault::LostFigures(number.to_string()))
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// In words, as people read it in the cell.
    pub(crate) fn words(&self, language: Bahasa) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Toml(text) => text.clone(),
            Self::Number(number) => figures(*number),
            Self::Truth(true) => "ya".to_owned(),
            Self::Truth(false) => "tidak".to_owned(),
            Self::Date(moment) => wording::date_long(moment.date(), language),
            Self::Faulty(CellFault::LostFigures(said) | CellFault::NoValue(said)) => said.clone(),
        }
    }

    /// The same as a value of a field, in TOML; `None` for nothing.
    pub(crate) fn value(&self, field: &Field, language: Bahasa) -> Option<String> {
        match self {
            Self::Empty | Self::Faulty(_) => None,
            Self::Toml(text) => Some(text.clone()),
            _ => Some(typed(self, field, field.field_type(), language)),
        }
    }
}

fn typed(content: &Content, field: &Field, kind: &FieldType, language: Bahasa) -> String {
    let words = content.words(language);
    match kind {
        FieldType::Daftar(member) => {
            let parts = words.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty());
            let one = |part: &str| {
                let content = if part == words { content.clone() } else { Content::of_words(part) };
                typed(&content, field, member, language)
            };
            format!("[{}]", parts.map(one).collect::<Vec<_>>().join(", "))
        }
        FieldType::Tanggal | FieldType::Waktu | FieldType::Mulai => match content {
            Content::Date(moment) => moment.date().to_string(),
            _ => in_figures(&words).map_or_else(|| quoted(&words), |date| date.to_string()),
        },
        // A line that somebody began in a cell is a paragraph of its own.
        FieldType::Paragraf if words.contains('\n') => {
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            format!("[{}]", lines.map(quoted).collect::<Vec<_>>().join(", "))
        }
        FieldType::Bilangan | FieldType::Uang => grouped(&words).unwrap_or_else(|| quoted(&words)),
        FieldType::YaTidak => {
            truth(&words).map_or_else(|| quoted(&words), |truth| truth.to_string())
        }
        FieldType::Pilihan => quoted(option(field, &words).unwrap_or(&words)),
        _ => quoted(&words),
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A number without signs that its sheet does not show.
fn figures(number: f64) -> String {
    let plain = number.to_string();
    if number.fract() == 0.0 { plain } else { plain.replace('.', ",") }
}

/// "Rp1.500.000", "RM 1,500" and "1500" as figures alone; `None` for anything that may be read in two ways.
fn grouped(words: &str) -> Option<String> {
    let bare = words.strip_prefix("Rp").or_else(|| words.strip_prefix("RM")).unwrap_or(words);
    let bare = bare.trim_start_matches('.').trim();
    let bare = [",00", ".00", ",-"].iter().find_map(|tail| bare.strip_suffix(tail)).unwrap_or(bare);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let signs = [".", ",", " ", "\u{a0}"];
    let sign = signs.iter().find(|sign| bare.contains(**sign));
    let Some(sign) = sign else {
        let leading = bare.len() > 1 && bare.starts_with('0');
        return (digits(bare) && !leading).then(|| bare.to_owned());
    };
    let mut groups = bare.split(sign);
    let first = groups.next().filter(|first| digits(first) && first.len() <= 3)?;
    let rest: Vec<&str> = groups.collect();
    let whole = rest.iter().all(|group| group.len() == 3 && digits(group));
    (whole && !first.starts_with('0')).then(|| format!("{first}{}", rest.concat()))
}

/// "2026-03-02", "02/03/2026": a date in nothing but figures. One with words stays as it is written.
fn in_figures(words: &str) -> Option<NaiveDate> {
    let bare = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
    if !words.chars().all(bare) {
        return None;
    }
    let iso = || NaiveDate::parse_from_str(words, "%Y-%m-%d").ok();
    iso().or_else(|| wording::parse_date(words)?.date())
}

fn truth(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "ya" | "true" | "benar" => Some(true),
        "tidak" | "false" | "salah" | "bukan" => Some(false),
        _ => None,
    }
}

/// The option that a cell names by its key or by what is printed for it.
fn option<'f>(field: &'f Field, words: &str) -> Option<&'f str> {
    let said = words.to_lowercase();
    let names = |option: &str| {
        option.to_lowercase() == said || field.option_text(option).to_lowercase() == said
    };
    field.options.iter().flatten().map(String::as_str).find(|option| names(option))
}

/// "1,98001E+17": a number as a spreadsheet shows it where it has no room.
fn is_exponent(words: &str) -> bool {
    let Some((head, power)) = words.split_once(['E', 'e']) else { return false };
    let Some(power) = power.strip_prefix('+') else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let head = head.strip_prefix('-').unwrap_or(head);
    let (whole, rest) = head.split_once([',', '.']).unwrap_or((head, "0"));
    digits(whole) && digits(rest) && digits(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> Field {
        let mut field = Field::default();
        field.type_name = name.to_owned();
        field
    }

    fn value(content: &Content, name: &str) -> Option<String> {
        content.value(&field(name), Bahasa::Indonesia)
    }

    #[test]
    fn numbers_are_read_in_the_ways_of_an_office_or_left() {
        let read = [
            ("1.500", "1500"),
            ("Rp1.500.000,00", "1500000"),
            ("RM 1,500.00", "1500"),
            ("Rp 20 000,-", "20000"),
            ("7", "7"),
        ];
        for (words, figures) in read {
            assert_eq!(grouped(words).as_deref(), Some(figures), "{words}");
        }
        for words in ["1,5", "007", "1.50", "0.500", "1.500,5", "dua", "", "1..500"] {
            assert_eq!(grouped(words), None, "{words}");
        }
        assert_eq!(value(&Content::Text("1,5".into()), "bilangan").as_deref(), Some("\"1,5\""));
    }

    #[test]
    fn what_a_spreadsheet_lost_is_not_taken_over() {
        let lost = |content: Content| matches!(content, Content::Faulty(CellFault::LostFigures(_)));
        assert!(lost(Content::of_words("1,98001E+17")) && lost(Content::of_number(1.98e17)));
        assert!(!lost(Content::of_words("3E+x")) && !lost(Content::of_words("BLOK E+1")));
        assert_eq!(Content::of_words("#N/A"), Content::Faulty(CellFault::NoValue("#N/A".into())));
        assert_eq!(Content::of_words("  "), Content::Empty);
    }

    #[test]
    fn a_cell_is_a_value_of_its_field() {
        let text = |words: &str| Content::of_words(words);
        assert_eq!(value(&Content::Number(7.0), "teks").as_deref(), Some("\"7\""));
        assert_eq!(value(&Content::Number(1.5), "teks").as_deref(), Some("\"1,5\""));
        assert_eq!(value(&text("a\nb; c"), "daftar<teks>").as_deref(), Some(r#"["a", "b", "c"]"#));
        assert_eq!(value(&text("a\nb"), "paragraf").as_deref(), Some(r#"["a", "b"]"#));
        assert_eq!(value(&text("2026-03-02"), "waktu").as_deref(), Some("2026-03-02"));
        assert_eq!(value(&text("02/03/2026"), "tanggal").as_deref(), Some("2026-03-02"));
        assert_eq!(value(&text("31/02/2026"), "tanggal").as_deref(), Some("\"31/02/2026\""));
        assert_eq!(value(&text("2 Maret 2026"), "waktu").as_deref(), Some("\"2 Maret 2026\""));
        assert_eq!(value(&text("Ya"), "ya-tidak").as_deref(), Some("true"));
        assert_eq!(value(&text("entah"), "ya-tidak").as_deref(), Some("\"entah\""));
        let day =
            chrono::NaiveDate::from_ymd_opt(2026, 3, 2).and_then(|day| day.and_hms_opt(0, 0, 0));
        let day = Content::Date(day.unwrap());
        assert_eq!(value(&day, "tanggal").as_deref(), Some("2026-03-02"));
        assert_eq!(value(&day, "teks").as_deref(), Some("\"2 Maret 2026\""));
        let mut choice = field("pilihan");
        choice.options = Some(vec!["nota-dinas".into()]);
        let chosen = text("Nota dinas").value(&choice, Bahasa::Indonesia);
        assert_eq!(chosen.as_deref(), Some("\"nota-dinas\""));
    }
}
