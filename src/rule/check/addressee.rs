//! `pejabat`: among those whom a paper names (addressees, those it goes through, its sender) is an
//! office that a clause asks for.

mod texts;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::office::{Fit, Wanted, best, posts};
use super::signatory::{unknown_institution, unknown_level};
use super::{CheckKind, Pattern, Scope, Silence, Words, missing_place};
use crate::finding::{Hit, Level, Place};
use crate::instansi::{Context, Institution, Institutions, Post};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::path::FieldPath;
use crate::words;

use texts::{all_of, shown_at, texts_at};

/// One of the offices is named, or each of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    #[schemars(description = "Bidang yang menyebut jabatan: yth, melalui, dari, pejabat.jabatan.")]
    bidang: Words,
    #[schemars(
        description = "Tingkat jabatan yang dicari, dari schemas/instansi/tata-sebut.toml; satu sudah cukup."
    )]
    tingkat: Vec<String>,
    #[schemars(
        description = "id instansi pejabat itu, dari schemas/instansi; tanpa ini instansi mana pun."
    )]
    instansi: Option<String>,
    #[schemars(
        description = "id satuan pejabat itu di dalam instansinya; tanpa ini satuan mana pun."
    )]
    #[serde(default)]
    satuan: Vec<String>,
    /// Whether each level is asked for.
    #[schemars(description = "true: tiap tingkat yang disebut harus ada.")]
    #[serde(default)]
    semua: bool,
    /// The text whose unit the office must be of: a secretary is that of the addressee's unit.
    #[schemars(
        description = "Bidang lain yang pejabatnya harus dari satuan yang sama, misalnya yth bagi sekretaris yang dilalui."
    )]
    sesatuan_dengan: Option<String>,
    /// What some printed text must speak of for the rule to judge at all.
    #[schemars(
        description = "Aturan hanya menilai naskah yang di suatu tempat cocok dengan ungkapan ini."
    )]
    bila_menyebut: Option<Pattern>,
    /// What no printed text may speak of if the rule is to judge.
    #[schemars(
        description = "Aturan tidak menilai naskah yang di suatu tempat cocok dengan ungkapan ini."
    )]
    kecuali_menyebut: Option<Pattern>,
    /// The values that fields must have if the rule is to judge. Where the draft leaves such a field
    /// out, what its texts say decides, as far as the rule asks for that.
    #[schemars(
        description = "Aturan hanya menilai naskah yang bidangnya bernilai demikian; bila bidang itu tidak diisi, bila_menyebut yang menentukan."
    )]
    #[serde(default)]
    bila_nilai: BTreeMap<String, Words>,
    /// Whose papers the rule judges.
    #[schemars(description = "Aturan hanya menilai naskah yang dikirim pejabat tingkat ini.")]
    #[serde(default)]
    bila_dari: Vec<String>,
    /// Whose papers it does not judge.
    #[schemars(description = "Aturan tidak menilai naskah yang dikirim pejabat tingkat ini.")]
    #[serde(default)]
    kecuali_dari: Vec<String>,
    /// Papers to whom it does not judge.
    #[schemars(
        description = "Aturan tidak menilai naskah yang ditujukan kepada pejabat tingkat ini."
    )]
    #[serde(default)]
    kecuali_kepada: Vec<String>,
    /// Papers to whom alone it is more than a note.
    #[schemars(
        description = "Temuan hanya catatan, kecuali naskah sudah ditujukan kepada pejabat tingkat ini."
    )]
    #[serde(default)]
    tegas_kepada: Vec<String>,
}

impl CheckKind for Addressee {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "pejabat yang tertulis"),
            word("kurang", "tingkat yang belum ada, dipisahkan koma"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let texts = FieldUse::all("bidang", self.bidang.all());
        texts.map(|text| Read::Field(text.every().shape(Shape::Words))).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let patterns =
            [("bila_menyebut", &self.bila_menyebut), ("kecuali_menyebut", &self.kecuali_menyebut)];
        let patterns = patterns.into_iter().filter_map(|(name, one)| one.as_ref()?.fault(name));
        let levels = self.tingkat.iter().map(|level| ("tingkat", level));
        let lists = [
            ("bila_dari", &self.bila_dari),
            ("kecuali_dari", &self.kecuali_dari),
            ("kecuali_kepada", &self.kecuali_kepada),
            ("tegas_kepada", &self.tegas_kepada),
        ];
        let others =
            lists.into_iter().flat_map(|(name, list)| list.iter().map(move |level| (name, level)));
        let levels = levels.chain(others).filter_map(|(name, level)| unknown_level(name, level));
        let own = self
            .bidang
            .fault("bidang")
            .into_iter()
            .chain(self.instansi.as_deref().and_then(unknown_institution));
        own.chain(RuleFault::empty("tingkat", &self.tingkat))
            .chain(patterns)
            .chain(levels)
            .collect()
    }

    /// Whether the draft is about what the rule is about, and from whom.
    fn concerns(&self, scope: &Scope<'_>) -> bool {
        let says = |pattern: &Pattern| scope.texts().iter().any(|(_, text)| pattern.matches(text));
        let excepted = self.kecuali_menyebut.as_ref().is_some_and(says);
        let named = |levels: &[String], fields: &[&str]| {
            !levels.is_empty() && self.names_one_of(scope, levels, fields)
        };
        !excepted
            && self.is_about(scope)
            && (self.bila_dari.is_empty() || named(&self.bila_dari, SENDERS))
            && !named(&self.kecuali_dari, SENDERS)
            && !named(&self.kecuali_kepada, ADDRESSEES)
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let named = self.named(scope);
        let Some((path, text, _)) = named.first() else {
            return Vec::new();
        };
        let missing = self.missing(scope, &named, Fit::No);
        if missing.is_empty() {
            return Vec::new();
        }
        let hit = Hit::at(Place::value(path.clone())).word("nilai", all_of(path, text, &named));
        let hit = hit.word("kurang", missing.join(", "));
        vec![self.weighed(scope, hit)]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        if !self.concerns(scope) {
            return Vec::new();
        }
        let named = self.named(scope);
        let names = self.bidang.all();
        let first = names.first().map(|name| FieldPath::parse(name)).unwrap_or_default();
        let Some((path, text, _)) = named.first() else {
            let place = missing_place(scope.draft, &first);
            return vec![Silence::at(place, words::check::nothing_filled(words::both(&names)))];
        };
        if self.missing(scope, &named, Fit::Unknown).is_empty() {
            return Vec::new();
        }
        vec![Silence::at(Place::value(path.clone()), words::check::office_unread(text))]
    }
}

/// A text that names offices, and these.
type Named<'a> = (FieldPath, String, Vec<Post<'a>>);

impl Addressee {
    /// No graver than what is known of the paper allows.
    fn weighed(&self, scope: &Scope<'_>, hit: Hit) -> Hit {
        let firm = &self.tegas_kepada;
        if !firm.is_empty() && !self.names_one_of(scope, firm, ADDRESSEES) {
            return hit.at_most(Level::Info);
        }
        if self.is_by_the_way(scope) { hit.at_most(Level::Warning) } else { hit }
    }

    /// Whether the fields or, where they are left out, the texts say that this is the matter.
    fn is_about(&self, scope: &Scope<'_>) -> bool {
        let says = |pattern: &Pattern| scope.texts().iter().any(|(_, text)| pattern.matches(text));
        let fits = self.values(scope);
        if !fits.is_empty() {
            return fits.into_iter().all(|fits| fits);
        }
        self.bila_menyebut.as_ref().map_or(self.bila_nilai.is_empty(), says)
    }

    /// Whether only the text speaks of the matter, neither a field nor the subject of the paper: it may
    /// be mentioned in passing.
    fn is_by_the_way(&self, scope: &Scope<'_>) -> bool {
        let subject = scope.draft.facts().title();
        self.values(scope).is_empty()
            && self
                .bila_menyebut
                .as_ref()
                .is_some_and(|pattern| !subject.is_some_and(|subject| pattern.matches(subject)))
    }

    /// Of each field that decides and is filled, whether it has a value that the rule asks for.
    fn values(&self, scope: &Scope<'_>) -> Vec<bool> {
        let values = self.bila_nilai.iter();
        values
            .filter_map(|(key, words)| Some(words.all().contains(&shown_at(scope, key)?.as_str())))
            .collect()
    }

    fn names_one_of(&self, scope: &Scope<'_>, levels: &[String], fields: &[&str]) -> bool {
        let wanted = self.wanted(levels, &[]);
        let posts = fields.iter().flat_map(|path| self.posts_at(scope, path));
        best(posts.map(|post| wanted.fit(&post))) == Some(Fit::Yes)
    }

    fn institution(&self) -> Option<&'static Institution> {
        Institutions::embedded().get(self.instansi.as_ref()?)
    }

    fn context(&self) -> Context<'static> {
        let all = Institutions::embedded();
        self.institution().map(|institution| all.within(institution)).unwrap_or_default()
    }

    fn wanted<'a>(&self, levels: &'a [String], units: &'a [String]) -> Wanted<'a> {
        let institution = self.institution();
        Wanted { levels, institution, units, trusting: false }
    }

    /// The texts that are there, where the rule concerns the draft at all.
    fn named(&self, scope: &Scope<'_>) -> Vec<Named<'static>> {
        if !self.concerns(scope) {
            return Vec::new();
        }
        let context = self.context();
        let places = self.bidang.all().into_iter().flat_map(|name| texts_at(scope, name));
        places
            .map(|(path, text)| {
                let named = posts(&text, &context);
                (path, text, named)
            })
            .collect()
    }

    fn posts_at(&self, scope: &Scope<'_>, path: &str) -> Vec<Post<'static>> {
        let context = self.context();
        texts_at(scope, path).iter().flat_map(|(_, text)| posts(text, &context)).collect()
    }

    /// The levels of which none of the offices named is; nobody is missed while an office comes to
    /// more than a limit.
    fn missing(&self, scope: &Scope<'_>, named: &[Named<'_>], limit: Fit) -> Vec<&str> {
        let groups: Vec<&[String]> =
            if self.semua { self.tingkat.chunks(1).collect() } else { vec![&self.tingkat] };
        let units = self.units(scope);
        let found = groups.into_iter().filter(|levels| {
            let wanted = self.wanted(levels, &units);
            let posts = named.iter().flat_map(|(_, _, posts)| posts);
            best(posts.map(|post| wanted.fit(post))).is_none_or(|fit| fit == limit)
        });
        found.flatten().map(String::as_str).collect()
    }

    /// The units that the office must be of.
    fn units(&self, scope: &Scope<'_>) -> Vec<String> {
        const SECRETARIAT: &str = "sekretariat-";
        let Some(other) = &self.sesatuan_dengan else {
            return self.satuan.clone();
        };
        let units = self.posts_at(scope, other);
        let units = units.iter().filter_map(|post| post.unit);
        let bare = units.map(|unit| unit.strip_prefix(SECRETARIAT).unwrap_or(unit));
        bare.flat_map(|unit| [unit.to_owned(), format!("{SECRETARIAT}{unit}")]).collect()
    }
}

/// Where a paper says from whom it is, and to whom.
const SENDERS: &[&str] = &["dari", "pejabat.jabatan"];
const ADDRESSEES: &[&str] = &["yth"];
