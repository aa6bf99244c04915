//! `bilangan_tersebut`: what a text calls back ("412 peserta tersebut") it has said before.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;
use crate::words;

/// A number of things that is called "tersebut" or "itu" is one that was said of the same things; nothing
/// is said where they were not counted before.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recalled {}

impl CheckKind for Recalled {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "bilangan yang dirujuk kembali"),
            word("seharusnya", "bilangan yang tertulis lebih dahulu"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        Vec::new()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut known: BTreeMap<String, Vec<(u64, FieldPath, Span, &str)>> = BTreeMap::new();
        let mut hits = Vec::new();
        for (path, text) in scope.texts() {
            if !text.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            for one in COUNTED.captures_iter(text) {
                let (Some(whole), Some(figures), Some(things)) =
                    (one.get(0), one.get(1), one.get(2))
                else {
                    continue;
                };
                let digits: String =
                    figures.as_str().chars().filter(char::is_ascii_digit).collect();
                let Ok(value) = digits.parse::<u64>() else { continue };
                let said = known.entry(fold(things.as_str())).or_default();
                let back = one.get(3).is_some();
                let first = said.first().filter(|_| back);
                if let Some((_, home, span, earlier)) = first
                    && !said.iter().any(|(other, ..)| *other == value)
                {
                    let hit = Hit::at(Place::within(path.clone(), whole.range()));
                    let hit = hit.word("tertulis", whole.as_str());
                    let hit = hit.word("seharusnya", earlier.get(span.clone()).unwrap_or_default());
                    let see = Place::within(home.clone(), span.clone());
                    hits.push(hit.see(see, words::check::differs_from_this()));
                    continue;
                }
                said.push((value, path.clone(), whole.range(), text));
            }
        }
        hits
    }
}

fixed_patterns! {
    /// "312 (tiga ratus dua belas) peserta", "412 peserta tersebut"
    COUNTED = r"(?i)\b(\d{1,3}(?:\.\d{3})+|\d+)\s+(?:\([a-z -]{3,80}\)\s*)?(?:(?:orang|buah|unit|paket|rangkap)\s+)?(desa|kelurahan|kecamatan|peserta|petugas|pegawai|pemohon|orang|warga|narapidana|tahanan|deteni|jemaah|siswa|mahasiswa|sekolah|unit|perangkat|kamera|kendaraan|kegiatan|rapat|pertemuan|kunjungan|laporan|berkas|permohonan|paspor|lokasi|tempat|ruang)(?:\s+(tersebut|itu|dimaksud))?\b";
}
