//! Agreements that end soon, as a draft of the kind `daftar-kerja-sama`.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::{Agreement, Window};
use crate::words::{Language, outlook as words};

pub(super) fn draft(shown: &[&(String, Agreement)], window: Window, language: Language) -> String {
    let mut out = format!("# {}\n", words::register_head().text(language));
    let _ = write!(
        out,
        "jenis   = \"daftar-kerja-sama\"\nunit    = \"\"\ntahun   = {}\ntempat  = \"\"\n\
         tanggal = {}\n",
        window.today.year(),
        window.today
    );
    for (_, one) in shown {
        out += &row(one, language);
    }
    out + "\n[pejabat]\nnama    = \"\"\njabatan = \"\"\n"
}

fn row(one: &Agreement, language: Language) -> String {
    let mut out = "\n[[baris]]\n".to_owned();
    let mut text = |key: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "{key:9}= {}", toml::Value::from(text));
        }
    };
    text("naskah", &one.called());
    text("mitra", &one.partners());
    text("tentang", one.title());
    let mut day = |key: &str, day: Option<NaiveDate>| {
        if let Some(day) = day {
            let _ = writeln!(out, "{key:9}= {day}");
        }
    };
    day("tanggal", one.date());
    day("berakhir", one.account.term.end);
    if let Some(day) = one.notice {
        let said = words::notice_note(day.to_string()).text(language);
        let _ = writeln!(out, "keterangan = {}", toml::Value::from(said));
    }
    out
}
