//! Drafts to measure with: the samples, with other numbers, names and sentences in each.

use std::fmt::Write as _;

const AGREEMENT: &str = include_str!("../../samples/perjanjian-kerja-sama/lengkap.toml");
const PLAN: &str = include_str!("../../samples/perencanaan-kerja-sama/lengkap.toml");

/// Agreements of 12 pasal: those of 17 without five articles that nothing refers to.
#[allow(dead_code, reason = "each bench takes what it measures")]
pub(crate) fn of_twelve_articles(count: usize) -> Vec<String> {
    const LEFT_OUT: [&str; 5] = [
        "\n[pemantauan_dan_evaluasi]",
        "\n[kerahasiaan]",
        "\n[lain_lain]",
        "\n[korespondensi]",
        "\n[[pasal]]",
    ];
    let shorter = |text: String, head: &&str| {
        let Some((before, rest)) = text.split_once(*head) else { return text };
        rest.find("\n[")
            .and_then(|at| rest.get(at..))
            .map(|after| format!("{before}{after}"))
            .unwrap_or(text)
    };
    agreements(count).into_iter().map(|text| LEFT_OUT.iter().fold(text, shorter)).collect()
}

/// Agreements of 17 pasal that differ in number, title and a sentence.
pub(crate) fn agreements(count: usize) -> Vec<String> {
    (0..count)
        .map(|at| {
            AGREEMENT
                .replace("HK.03.02-0417", &format!("HK.03.02-{at:04}"))
                .replace(
                    "Calon Jemaah Haji dan Pemanfaatan",
                    &format!("Calon Jemaah Kloter {at} dan Pemanfaatan"),
                )
                .replace("jumlah Calon Jemaah Haji", &format!("jumlah {at} Calon Jemaah Haji"))
        })
        .collect()
}

/// Full agreements, each of another town: as good as all texts differ.
#[allow(dead_code, reason = "each bench takes what it measures")]
pub(crate) fn different_agreements(count: usize) -> Vec<String> {
    let all = agreements(count).into_iter().enumerate();
    all.map(|(at, text)| text.replace("Kota Contoh", &format!("Kota Contoh{at}"))).collect()
}

/// A Lampiran A of so many rows, all different.
#[allow(dead_code, reason = "each bench takes what it measures")]
pub(crate) fn plan(rows: usize) -> String {
    let head = PLAN.split("[[baris]]").next().unwrap_or_default();
    let tail = PLAN.rfind("\n[pejabat]").and_then(|at| PLAN.get(at..)).unwrap_or_default();
    let mut text = head.to_owned();
    if !head.contains("[pejabat]") {
        text.push_str(tail);
    }
    for at in 1..=rows {
        let _ = write!(
            text,
            "\n[[baris]]\nmitra = \"Pemerintah Kabupaten Contoh Nomor {at}\"\n\
             bidang = \"Layanan keimigrasian terpadu tahap {at}\"\n\
             urgensi = \"Permohonan paspor di wilayah {at} naik setiap tahun sehingga perlu gerai bersama.\"\n\
             batas_waktu = \"Triwulan {} 2026\"\n\
             rencana_strategis = \"Sasaran {}: meningkatnya kualitas layanan keimigrasian\"\n\
             data_dukung = [\"Surat minat nomor {at}\", \"Rekapitulasi permohonan\"]\n",
            at % 4 + 1,
            at % 7 + 1,
        );
    }
    text
}
