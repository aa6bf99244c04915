//! `wewenang`: by what right somebody signs, since when, and for whom.

mod code;
mod inside;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::tokens;
use super::{CheckKind, Scope};
use crate::draft::Party;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, fixed_patterns};

/// What is wrong with the authority of a signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada kewenangan penanda tangan.")]
enum Defect {
    /// No party says it.
    #[schemars(description = "Tidak ada pihak yang menyebutnya.")]
    TidakDisebut,
    /// It is younger than the document.
    #[schemars(description = "Bertanggal sesudah naskah.")]
    SesudahNaskah,
    /// Somebody acts for another than the party.
    #[schemars(description = "Komparisi menyebut bertindak untuk lembaga lain.")]
    LembagaLain,
    /// One komparisi says for whom, and another does not.
    #[schemars(description = "Untuk dan atas nama hanya disebut bagi sebagian pihak.")]
    AtasNama,
    /// The number tells another year or month than the date.
    #[schemars(description = "Tahun atau bulan di dalam nomornya lain daripada tanggalnya.")]
    NomorTanggal,
    /// The number is that of another ministry.
    #[schemars(description = "Kode di dalam nomornya milik kementerian lain.")]
    Kode,
    /// It appoints inside another institution of the same sort.
    #[schemars(
        description = "Keputusan pengangkatannya menyebut lingkungan lembaga lain yang sejenis."
    )]
    Lingkungan,
}

/// `kewenangan`, `kuasa` and `komparisi` of the parties.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

impl CheckKind for Authority {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("pihak", "pihaknya"),
            word("tertulis", "yang tertulis"),
            word("seharusnya", "menurut bandingannya"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        match self.cacat {
            Defect::TidakDisebut | Defect::AtasNama => {
                vec!["tertulis", "seharusnya"]
            }
            _ => vec!["pihak"],
        }
    }

    fn reads(&self) -> Vec<Read> {
        ["kewenangan", "kuasa", "komparisi"].map(|key| Read::role(Role::Pihak, key)).into()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties: Vec<Party<'_>> = scope.draft.facts().parties().collect();
        match self.cacat {
            Defect::TidakDisebut => unsaid(scope, &parties).into_iter().collect(),
            Defect::SesudahNaskah => younger(scope, &parties),
            Defect::LembagaLain => {
                parties.iter().filter_map(|one| for_another(scope, one)).collect()
            }
            Defect::AtasNama => uneven(scope, &parties),
            Defect::NomorTanggal => code::dates(scope, &parties),
            Defect::Kode => code::ministries(scope, &parties),
            Defect::Lingkungan => inside::others(scope, &parties),
        }
    }
}

fixed_patterns! {
    /// A day with the month by its name, or in figures.
    DAY = r"(?i-u)\b\d{1,2}\s+[a-z]{3,10}\s+\d{4}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b";
    /// For whom somebody acts.
    FOR = r"(?i)\b(?:bertindak\s+)?untuk\s+dan\s+atas\s+nama\s+(?:serta\s+sah\s+mewakili\s+)?([^,;.(]{3,160})";
}

fn name(party: &Party<'_>) -> String {
    party.label().or(party.institution()).unwrap_or_default().to_owned()
}

fn text_of<'a>(scope: &'a Scope<'_>, party: &Party<'_>, key: &str) -> Option<&'a str> {
    scope.draft.at(&party.path().key(key))?.str().filter(|text| !text.trim().is_empty())
}

/// Whether a party says by what right its official signs.
fn says_authority(scope: &Scope<'_>, party: &Party<'_>) -> bool {
    let given =
        |key: &str| scope.draft.at(&party.path().key(key)).is_some_and(|node| !node.is_empty());
    let stated = ["berdasarkan", "sesuai dengan", "selaku kuasa", "surat kuasa"];
    let own = text_of(scope, party, "komparisi").map(str::to_lowercase).unwrap_or_default();
    given("kewenangan") || given("kuasa") || stated.iter().any(|word| own.contains(word))
}

/// The first private party, where nobody says by what right anybody signs: heads of offices sign by
/// their office, those of foundations and companies by a deed.
fn unsaid(scope: &Scope<'_>, parties: &[Party<'_>]) -> Option<Hit> {
    // A preamble names no officials, and a state speaks through its government.
    let form = scope.draft.facts().node(Role::Pembukaan).and_then(|node| node.get("bentuk")?.str());
    let told = parties.iter().any(|party| says_authority(scope, party));
    if form == Some("preambul") || told || parties.len() < 2 {
        return None;
    }
    let private = |party: &&Party<'_>| {
        scope.draft.at(&party.path().key("mitra")).and_then(Node::str)
            == Some("lembaga-nonpemerintah")
    };
    let one = parties.iter().find(private)?;
    let path = one.path();
    Some(Hit::absent(path.key("kewenangan"), Place::value(path)).word("pihak", name(one)))
}

/// Every decree and power of a party, and where it stands.
fn records<'a>(scope: &'a Scope<'_>, parties: &[Party<'_>]) -> Vec<(FieldPath, &'a Node)> {
    let mut found = Vec::new();
    for party in parties {
        let list = party.path().key("kewenangan");
        let members = scope.draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
        found.extend(members.map(|(at, node)| (list.index(at), node)));
        let power = party.path().key("kuasa");
        found.extend(scope.draft.at(&power).map(|node| (power, node)));
    }
    found
}

fn younger(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let facts = scope.draft.facts();
    let Some(signed) = facts.date() else {
        return Vec::new();
    };
    let long = |date| wording::date_long(date, scope.draft.language());
    let mut hits = Vec::new();
    for (path, node) in records(scope, parties) {
        let fact = scope
            .draft
            .day_at(&path.key("tanggal"))
            .map(|day| (Place::value(path.key("tanggal")), day));
        let text = node.get("teks").and_then(Node::str).unwrap_or_default();
        let said = DAY.find_iter(text).filter_map(|one| {
            let day = wording::parse_date(one.as_str())?.date()?;
            Some((Place::within(path.key("teks"), one.range()), day))
        });
        for (place, day) in fact.into_iter().chain(said).filter(|(_, day)| *day > signed) {
            let hit = Hit::at(place).word("tertulis", long(day)).word("seharusnya", long(signed));
            let own = facts.path(Role::Tanggal).unwrap_or_default();
            hits.push(hit.see(Place::value(own), crate::words::check::the_fact()));
        }
    }
    hits
}

/// A komparisi that says another institution than the party's.
fn for_another(scope: &Scope<'_>, party: &Party<'_>) -> Option<Hit> {
    let said = text_of(scope, party, "komparisi")?;
    let whom = FOR.captures(said)?.get(1)?;
    let own = party.institution().filter(|name| !name.trim().is_empty())?;
    let words = |text: &str| -> Vec<String> {
        tokens(text).map(|one| one.text.to_lowercase()).filter(|word| word.len() > 2).collect()
    };
    let (own_words, said_words) = (words(own), words(whom.as_str()));
    let shared = own_words.iter().filter(|word| said_words.contains(word)).count();
    // Half of the name, or an acronym of it, is the institution.
    let acronym: String = own.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let short = said_words.contains(&acronym.to_lowercase());
    let known =
        shared * 2 >= own_words.len() || short || said_words.iter().any(|word| word == "pihak");
    let place = Place::within(party.path().key("komparisi"), whom.range());
    let hit = Hit::at(place).word("tertulis", whom.as_str().trim()).word("seharusnya", own);
    (!known).then_some(hit)
}

/// Parties whose komparisi says for whom nobody, while the others say it.
fn uneven(scope: &Scope<'_>, parties: &[Party<'_>]) -> Vec<Hit> {
    let says = |party: &&Party<'_>| match text_of(scope, party, "komparisi") {
        Some(text) => {
            FOR.is_match(text)
                || text.to_lowercase().contains("mewakili")
                || text.to_lowercase().contains("diwakili")
        }
        None => party.institution().is_some_and(|name| !name.trim().is_empty()),
    };
    let silent: Vec<_> = parties.iter().filter(|party| !says(party)).collect();
    if silent.len() == parties.len() {
        return Vec::new();
    }
    let own = silent.iter().filter(|party| text_of(scope, party, "komparisi").is_some());
    own.map(|one| Hit::at(Place::value(one.path().key("komparisi"))).word("pihak", name(one)))
        .collect()
}
