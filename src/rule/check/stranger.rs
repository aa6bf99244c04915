//! `pemerintah_lain`: a government that is none of the parties', and that the document names as one.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::body_texts_which;
use super::{CheckKind, Scope};
use crate::draft::inline;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;

/// "bagi pihak Kerajaan Republik Contoh", "Pemerintah Kota Contoh wajib …": somebody acts for, or owes,
/// who is named neither among the parties nor in the title nor before the articles.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stranger {}

impl CheckKind for Stranger {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "pemerintah yang tertulis"), word("seharusnya", "para pihaknya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut seen = BTreeSet::new();
        let mut hits = Vec::new();
        let mut known = None;
        let regional = scope.draft.facts().parties().any(|one| one.name().is_some_and(is_regional));
        for (path, text) in body_texts_which(scope, &SPEAKS) {
            let people = regional.then(|| PEOPLE.captures_iter(text)).into_iter().flatten();
            let governments = GOVERNMENT.captures_iter(text).map(|one| (one, false));
            let foreign = FOREIGN.captures_iter(text).map(|one| (one, true));
            let people = people.map(|one| (one, true));
            for (one, people) in governments.chain(people).chain(foreign) {
                let (Some(whole), Some(name)) = (one.get(0), one.get(1)) else { continue };
                let acts = people
                    || FOR.is_match(text.get(..whole.start()).unwrap_or_default())
                    || OWES.is_match(text.get(whole.end()..).unwrap_or_default());
                let said = fold(name.as_str());
                if !acts || HOME.contains(&said.as_str()) {
                    continue;
                }
                if known.get_or_insert_with(|| outside(scope)).contains(&said) {
                    continue;
                }
                if seen.insert(said) {
                    let hit = Hit::at(Place::within(path.clone(), whole.range()));
                    let parties = scope.draft.facts().parties().filter_map(|one| one.name());
                    let parties: Vec<&str> = parties.map(|(_, name)| name).collect();
                    let hit = hit.word("tertulis", whole.as_str());
                    hits.push(hit.word("seharusnya", parties.join(", ")));
                }
            }
        }
        hits
    }
}

/// States that need no introduction.
const HOME: [&str; 3] = ["indonesia", "malaysia", "negara"];

fixed_patterns! {
    /// "Kerajaan Republik Contoh", "Pemerintah Kabupaten Contoh": its own name is the group.
    GOVERNMENT = r"(?-u)\b(?:Kerajaan|Pemerintah|Government\s+of(?:\s+the)?)\s+(?:Negara\s+)?(?:Republik|Kerajaan|Persekutuan|Kesultanan|Kepulauan|Republic\s+of|Kingdom\s+of|Sultanate\s+of|Commonwealth\s+of|Daerah|Kabupaten|Kota|Provinsi)\s+((?:Republik\s+|Kabupaten\s+|Kota\s+|Provinsi\s+)?[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)";
    /// The people of a region, for whom a government of another has no office.
    PEOPLE = r"(?-u)\b(?:warga|masyarakat|penduduk)\s+((?:Kota|Kabupaten|Provinsi)\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)";
    /// Who acts for it.
    FOR = r"(?i)(?:\bbagi\s+pihak|\batas\s+nama|\bon\s+behalf\s+of(?:\s+the)?|\bfor\s+the|\bantara|\bbetween\s+the)\s*$";
    /// What a party does.
    OWES = r"(?i)^\s+(?:wajib|berhak|berkewajiban|bertanggung\s*jawab|sepakat|menugaskan|menyediakan|menunjuk|menanggung|menyiapkan|menyerahkan|menyelenggarakan|membiayai|membayar|mengumpulkan|memfasilitasi|mengalokasikan|hendaklah|bersetuju|shall|will|undertakes|agrees)(?-u:\b)";
    /// "the Ministry of Interior of New Zealand": the state is the group.
    FOREIGN = r"(?-u)\b(?:Ministry|Department|Bureau|Agency|Authority|Directorate\s+General)\s+of\s+(?:the\s+)?[A-Z][A-Za-z]+(?:(?:\s+and)?\s+[A-Z][A-Za-z]+){0,3}\s+of\s+(?:the\s+)?(?:Republic\s+of\s+|Kingdom\s+of\s+|Commonwealth\s+of\s+)?([A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+)?)";
}

/// Whether a text speaks of a government, or of the people of a region.
static SPEAKS: fn(&str) -> bool = |text| {
    const WORDS: [&str; 3] = ["Pemerintah ", "Kerajaan ", "Government "];
    const PEOPLES: [&str; 3] = ["warga ", "masyarakat ", "penduduk "];
    let one_of = |words: &[&str]| words.iter().any(|word| text.contains(word));
    one_of(&WORDS) && GOVERNMENT.is_match(text)
        || one_of(&PEOPLES) && PEOPLE.is_match(text)
        || text.contains(" of ") && FOREIGN.is_match(text)
};

/// Whether a party is the government of a region.
fn is_regional((_, name): (FieldPath, &str)) -> bool {
    let name = fold(name);
    ["pemerintah kota", "pemerintah kabupaten", "pemerintah provinsi", "pemerintah daerah"]
        .iter()
        .any(|head| name.contains(head))
}

/// All that is said outside the articles: parties, title, what stands before.
fn outside(scope: &Scope<'_>) -> String {
    let articles = || scope.draft.outline.sections.iter();
    let inside =
        |path: &FieldPath| articles().any(|one| path.steps().starts_with(one.path.steps()));
    let texts = scope.texts().iter().filter(|(path, _)| !inside(path));
    let quoted = scope.draft.facts().parties().filter_map(|one| one.name().map(|(_, name)| name));
    let all: Vec<&str> = texts.map(|(_, text)| *text).chain(quoted).collect();
    fold(&inline::plain(&all.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn governments_are_read_with_their_own_names() {
        let name = |text: &str| {
            GOVERNMENT
                .captures(text)
                .and_then(|one| one.get(1))
                .map(|name| name.as_str().to_owned())
        };
        assert_eq!(name("bagi pihak Kerajaan Republik Uji, Agensi").as_deref(), Some("Uji"));
        assert_eq!(name("Government of the Republic of Uji shall").as_deref(), Some("Uji"));
        assert_eq!(name("Pemerintah Kabupaten Uji Timur wajib").as_deref(), Some("Uji Timur"));
        assert_eq!(name("Pemerintah menyediakan"), None);
        let state = |text: &str| Some(FOREIGN.captures(text)?.get(1)?.as_str().to_owned());
        let text = "from the Ministry of Interior of New Zealand will not";
        assert_eq!(state(text).as_deref(), Some("New Zealand"));
        assert_eq!(state("the Ministry of Home Affairs will"), None);
    }
}
