//! `kelengkapan`: what a step of a procedure gives, against what the step takes, by name, day and time.

use schemars::JsonSchema;
use serde::Deserialize;

use super::elapsed::{Excess, Limit};
use super::files::{File, Files};
use super::{CheckKind, Scope, Silence};
use crate::finding::{Hit, Level, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, parameter_path, word};
use crate::source::path::FieldPath;
use crate::words::{self, Argument};

/// When a member of the list is the output, all of `perlu` and one of `salah_satu` are members too, of
/// the same day or earlier, and the step took no longer than its time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Completeness {
    #[schemars(description = "Daftar berkas.")]
    daftar: String,
    #[schemars(description = "Kunci nama berkas pada tiap anggotanya.")]
    bidang: String,
    #[schemars(
        description = "Kunci tanggal berkas pada tiap anggotanya; urutannya dinilai bila disebut."
    )]
    tanggal: Option<String>,
    #[schemars(description = "Berkas yang bila ada menuntut yang lain.")]
    keluaran: String,
    #[schemars(description = "Semua ini ada pula, tidak bertanggal sesudahnya.")]
    #[serde(default)]
    perlu: Vec<String>,
    #[schemars(
        description = "Paling sedikit satu di antaranya ada pula, tidak bertanggal sesudahnya."
    )]
    #[serde(default)]
    salah_satu: Vec<String>,
    #[schemars(description = "Keluaran lain dari langkah yang sama: ada pula, tanggalnya bebas.")]
    #[serde(default)]
    bersama: Vec<String>,
    #[schemars(description = "Berkas langkah terdahulu: bila ada, tidak bertanggal sesudahnya.")]
    #[serde(default)]
    sesudah: Vec<String>,
    #[schemars(description = "Diam bila salah satu berkas ini ada.")]
    #[serde(default)]
    kecuali_ada: Vec<String>,
    #[schemars(description = "Waktu langkah itu dalam hari kerja, sejak berkasnya lengkap.")]
    hari_kerja: Option<u64>,
    #[schemars(description = "Waktu langkah itu dalam hari kalender, sejak berkasnya lengkap.")]
    hari: Option<u64>,
}

impl CheckKind for Completeness {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("keluaran", "berkas yang sudah ada"),
            word("kurang", "yang kurang: berkas yang belum ada, urutan tanggal, atau waktunya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("daftar", &self.daftar).shape(Shape::Tables);
        let path = FieldPath::parse(&self.daftar);
        let output = std::slice::from_ref(&self.keluaran);
        let names = FieldUse::at(Place::value(parameter_path("bidang")), path.key(&self.bidang));
        let names = names.every().shape(Shape::Comparable).compared("keluaran", output);
        let named = self
            .lists()
            .into_iter()
            .fold(names, |names, (parameter, list)| names.compared(parameter, list));
        let date = self.tanggal.as_ref().map(|key| {
            let date = FieldUse::at(Place::value(parameter_path("tanggal")), path.key(key));
            date.every().shape(Shape::Date)
        });
        [list, named].into_iter().chain(date).map(Read::Field).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let inputs = self.perlu.len() + self.salah_satu.len() + self.sesudah.len();
        let timed = self.hari.is_some() || self.hari_kerja.is_some();
        let asks = inputs + self.bersama.len() > 0;
        let sound = !timed || (self.limit().is_some() && self.tanggal.is_some() && inputs > 0);
        if asks && sound {
            return Vec::new();
        }
        let fault = if asks {
            words::pack::deadline_needs_one()
        } else {
            words::pack::completeness_asks_nothing()
        };
        vec![RuleFault::of("jenis", fault)]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let files = self.files(scope);
        let Some(output) = files.earliest(&self.keluaran) else {
            return Vec::new();
        };
        if self.kecuali_ada.iter().any(|name| files.has(name)) {
            return Vec::new();
        }
        let lacking = self.lacking(&files).map(|lacks| self.hit(files.name_of(output), lacks));
        let order = self.order(scope, &files, output).or_else(|| self.time(scope, &files, output));
        lacking.into_iter().chain(order).collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        if self.tanggal.is_none() {
            return Vec::new();
        }
        let files = self.files(scope);
        let dated = |name: &String| files.earliest(name).filter(|file| file.date.is_some());
        if dated(&self.keluaran).is_none() {
            return Vec::new();
        }
        let undated = |name: &&String| files.has(name) && dated(name).is_none();
        let inputs = self.inputs().into_iter().filter(undated);
        let named = inputs.filter_map(|name| Some(files.day_of(files.earliest(name)?)));
        named.map(|place| silence(place.path)).collect()
    }
}

fn silence(path: FieldPath) -> Silence {
    Silence::at(Place::value(path.clone()), words::check::field_unread(path))
}

impl Completeness {
    fn lists(&self) -> [(&'static str, &[String]); 5] {
        [
            ("perlu", &self.perlu),
            ("salah_satu", &self.salah_satu),
            ("bersama", &self.bersama),
            ("sesudah", &self.sesudah),
            ("kecuali_ada", &self.kecuali_ada),
        ]
    }

    fn inputs(&self) -> Vec<&String> {
        self.perlu.iter().chain(&self.salah_satu).chain(&self.sesudah).collect()
    }

    fn limit(&self) -> Option<Limit> {
        Limit::of(self.hari, self.hari_kerja)
    }

    fn files<'s>(&'s self, scope: &'s Scope<'_>) -> Files<'s> {
        Files::of(scope.draft, &self.daftar, &self.bidang, self.tanggal.as_deref())
    }

    fn hit(&self, place: Place, lacks: impl Into<Argument>) -> Hit {
        Hit::at(place).word("keluaran", &self.keluaran).word("kurang", lacks)
    }

    /// What is not there at all.
    fn lacking(&self, files: &Files<'_>) -> Option<words::Phrase> {
        let missing = |name: &&String| !files.has(name);
        let named = |list: &[String]| -> Vec<Argument> {
            list.iter().filter(missing).map(Argument::from).collect()
        };
        let mut inputs = named(&self.perlu);
        if !self.salah_satu.is_empty() && self.salah_satu.iter().all(|one| missing(&one)) {
            inputs.push(words::either(&self.salah_satu));
        }
        if !inputs.is_empty() {
            return Some(words::check::files_lacking(Argument::list(inputs, ", ")));
        }
        let twins = named(&self.bersama);
        let lacks = || words::check::twins_lacking(Argument::list(twins.clone(), ", "));
        (!twins.is_empty()).then(lacks)
    }

    /// What came only after the output.
    fn order(&self, scope: &Scope<'_>, files: &Files<'_>, output: &File) -> Option<Hit> {
        let date = output.date?;
        let later = |name: &String| files.earliest(name).filter(|one| one.date > Some(date));
        let each = self.perlu.iter().chain(&self.sesudah).filter_map(later);
        let any: Vec<&File> = self.salah_satu.iter().filter_map(later).collect();
        let present = self.salah_satu.iter().filter(|name| files.has(name)).count();
        let any = any.clone().into_iter().filter(|_| any.len() == present);
        let late: Vec<&File> = each.chain(any).collect();
        let first = late.first()?;
        let long = |one: &File| one.long(scope.draft.language());
        let said = late.iter().map(|one| words::check::file_of_day(&one.name, long(one)));
        let lacks = words::check::dated_before(long(output), Argument::list(said, ", "));
        let hit = self.hit(files.day_of(output), lacks);
        Some(hit.see(files.day_of(first), words::check::limit_here()))
    }

    /// That the step took too long since its last input came.
    fn time(&self, scope: &Scope<'_>, files: &Files<'_>, output: &File) -> Option<Hit> {
        let (limit, end) = (self.limit()?, output.date?);
        let names = self.inputs().into_iter().filter(|name| files.has(name));
        let inputs: Option<Vec<&File>> = names.map(|name| files.latest_until(name, end)).collect();
        let last = inputs?.into_iter().max_by_key(|file| file.date)?;
        let start = last.date?;
        let excess = limit.excess(start, end)?;
        let long = output.long(scope.draft.language());
        let (days, most) = (limit.taken(start, end), limit.days());
        let lacks = match limit {
            Limit::Days(_) => words::check::step_too_long(long, days, &last.name, most),
            Limit::WorkingDays(_) => {
                words::check::step_past_working_days(long, days, &last.name, most)
            }
        };
        let hit = self.hit(files.day_of(output), lacks);
        let hit = hit.see(files.day_of(last), words::check::counted_from_here());
        Some(if excess == Excess::Sure { hit } else { hit.at_most(Level::Info) })
    }
}
