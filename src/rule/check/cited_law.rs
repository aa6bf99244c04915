//! `peraturan_dikenal`: well-known laws are cited with their own number, year and title.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;

/// A law with its numbers; several where a title was given anew.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline, description = "Sebuah peraturan dengan nomornya.")]
struct Law {
    #[schemars(description = "Judulnya, tanpa kata tentang.")]
    tentang: String,
    #[schemars(
        description = "Nomor dan tahunnya, misalnya 6/2011; beberapa bila judulnya berulang."
    )]
    nomor: Vec<String>,
}

/// Laws whose number and title do not belong together.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedLaw {
    #[schemars(description = "Jenis peraturannya, misalnya Undang-Undang.")]
    rumpun: String,
    #[schemars(description = "Peraturan yang dikenal.")]
    peraturan: Vec<Law>,
}

impl CheckKind for CitedLaw {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "nomor, tahun, dan judul yang tertulis"),
            word("seharusnya", "nomor atau judul yang dikenal"),
        ];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = self.records(scope);
        let wanted = self.rumpun.to_ascii_lowercase();
        let suspects = scope.haystack().holding(&wanted).collect::<Vec<_>>();
        let mut last = None;
        for index in suspects {
            let Some((path, text)) = scope.texts().get(index).filter(|_| last != Some(index))
            else {
                continue;
            };
            last = Some(index);
            for one in CITATION.captures_iter(text) {
                let part = |group: usize| one.get(group).map_or("", |part| part.as_str());
                let (Some(whole), kind) = (one.get(0), fold(part(1))) else { continue };
                if kind != fold(&self.rumpun) {
                    continue;
                }
                let number = format!("{}/{}", part(2), part(3));
                if let Some(right) = self.mismatch(&number, part(4)) {
                    let place = Place::within(path.clone(), whole.range());
                    hits.push(
                        Hit::at(place).word("nilai", whole.as_str()).word("seharusnya", right),
                    );
                }
            }
        }
        hits
    }
}

fixed_patterns! {
    /// What goes on behind a title.
    GOES_ON = r"^ (?:dan|serta|maupun|yang|ini|juga|tetap|berlaku|wajib|untuk|bagi|pada|dalam|dengan|oleh|atau)\b";
    /// "Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian"
    CITATION = r"(?i)\b(undang-undang|peraturan\s+pemerintah)\s+(?:republik\s+indonesia\s+)?(?:nomor|no\.?)\s*(\d{1,3})\s+tahun\s+(\d{4})\s+tentang\s+([^;,.()\n]{3,120})";
}

impl CitedLaw {
    /// The records of legal bases and authority.
    fn records(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let bases = scope.draft.facts().legal_bases().map(|basis| basis.path()).collect::<Vec<_>>();
        let found = bases.into_iter().filter_map(|path| {
            let node = scope.draft.at(&path)?;
            let text = |key: &str| node.get(key).and_then(Node::str).unwrap_or_default().trim();
            if fold(text("jenis")) != fold(&self.rumpun) {
                return None;
            }
            let year = year(scope, &path, node)?;
            let number = format!("{}/{year}", text("nomor"));
            let right = self.mismatch(&number, text("tentang"))?;
            let said = format!(
                "{} Nomor {} Tahun {year} tentang {}",
                text("jenis"),
                text("nomor"),
                text("tentang")
            );
            Some(Hit::at(Place::value(path)).word("nilai", said).word("seharusnya", right))
        });
        found.collect()
    }

    /// What is known instead, where number and title do not belong together.
    fn mismatch(&self, number: &str, title: &str) -> Option<String> {
        let title = fold(title);
        let head = title.split(" sebagaimana").next().unwrap_or_default().trim();
        if head.is_empty() || head.starts_with("perubahan") {
            return None;
        }
        // Behind the title the sentence may go on: the longest title that fits.
        let begins = |law: &&Law| {
            head.strip_prefix(fold(&law.tentang).as_str())
                .is_some_and(|rest| rest.is_empty() || GOES_ON.is_match(rest))
        };
        let law = self.peraturan.iter().filter(begins).max_by_key(|law| law.tentang.len());
        if let Some(law) = law {
            let known = law.nomor.iter().any(|one| one == number);
            return (!known).then(|| format!("{} tentang {}", law.nomor.join(", "), law.tentang));
        }
        // The number is known for another title; a title that shares no word with it is another's.
        let law = self.peraturan.iter().find(|law| law.nomor.iter().any(|one| one == number))?;
        let known = fold(&law.tentang);
        let shared = head.split(' ').filter(|word| word.len() > 4).any(|word| known.contains(word));
        (!shared).then(|| format!("{number} tentang {}", law.tentang))
    }
}

fn year(scope: &Scope<'_>, path: &FieldPath, node: &Node) -> Option<i64> {
    node.get("tahun")?;
    scope.draft.integer_at(&path.key("tahun"))
}
