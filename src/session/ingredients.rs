//! What a document comes from, known without making it: whoever goes on with a batch makes only what
//! has changed.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use super::print::{Printer, Printing};
use super::{Session, Settings, Text};
use crate::assets;
use crate::draft;
use crate::fingerprint::Fingerprint;
use crate::manifest::Ingredients;
use crate::picture;
use crate::print;
use crate::sink::folder_of;

/// The fonts; no configuration changes them.
static FONTS: LazyLock<Fingerprint> = LazyLock::new(|| {
    let files = assets::templates_under("_bersama/huruf/");
    Fingerprint::of_bytes(files.flat_map(|(path, bytes)| [path.as_bytes(), bytes]))
});

static PROGRAM: LazyLock<Fingerprint> =
    LazyLock::new(|| Fingerprint::of(&[env!("CARGO_PKG_VERSION"), assets::PROGRAM]));

/// Ingredients that many documents share, hashed once.
#[derive(Debug, Default)]
pub(super) struct Hashed {
    /// The settings and the style, by the number of the settings.
    settings: BTreeMap<usize, (Fingerprint, Fingerprint)>,
    /// Templates, by the number of the settings and the kind.
    templates: BTreeMap<(usize, String), Fingerprint>,
}

impl Printer<'_> {
    /// What the document of a text comes from; `None` for a text of which nothing can be printed.
    pub(crate) fn ingredients(&mut self, text: &Text) -> Option<Ingredients> {
        let settings = self.session.settings(text).ok()?;
        let reading = draft::read(text.source.text(), &settings.catalog);
        let draft = reading.draft?;
        let (own, style) = self.hashed_settings(&settings)?;
        let template = self.hashed_template(&settings, &draft.kind.id);
        let beside = text.file.as_deref().map(folder_of);
        let folders: Vec<&Path> =
            beside.into_iter().chain(self.printing.images.as_deref()).collect();
        Some(Ingredients {
            draft: Fingerprint::of(&[text.source.text()]),
            pictures: pictures(&draft, &folders),
            settings: own,
            template,
            style,
            fonts: *FONTS,
            options: options(self.printing),
            program: *PROGRAM,
        })
    }

    fn hashed_settings(&mut self, settings: &Settings) -> Option<(Fingerprint, Fingerprint)> {
        if let Some(known) = self.hashed.settings.get(&settings.number) {
            return Some(*known);
        }
        let hashed = (files(settings), style(self.session, self.printing, settings)?);
        self.hashed.settings.insert(settings.number, hashed);
        Some(hashed)
    }

    fn hashed_template(&mut self, settings: &Settings, kind: &str) -> Fingerprint {
        let known = self.hashed.templates.entry((settings.number, kind.to_owned()));
        *known.or_insert_with(|| {
            let ours = |path: &str| {
                path.split_once('/')
                    .is_some_and(|(folder, _)| folder == kind || folder == "_bersama")
            };
            let files = settings.catalog.files().filter(|(path, _)| ours(path));
            Fingerprint::of_bytes(files.flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]))
        })
    }
}

/// The configuration and the office's packs, by what they say and not by where they lie.
fn files(settings: &Settings) -> Fingerprint {
    let read = |path: &Path| std::fs::read(path).unwrap_or_default();
    let files: Vec<Vec<u8>> = settings.judging_files().map(read).collect();
    Fingerprint::of_bytes(files.iter().map(Vec::as_slice))
}

fn style(session: &Session, printing: &Printing, settings: &Settings) -> Option<Fingerprint> {
    let style = session.style(printing, settings).ok()?;
    Some(Fingerprint::of(&[&serde_json::to_string(&style).ok()?]))
}

/// The pictures that a draft names; one that cannot be read by its name alone.
fn pictures(draft: &draft::Draft<'_>, folders: &[&Path]) -> Fingerprint {
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    for name in print::pictures(draft) {
        pieces.push(name.as_bytes().to_vec());
        pieces.extend(picture::read(name, folders).map(|picture| picture.bytes));
    }
    Fingerprint::of_bytes(pieces.iter().map(Vec::as_slice))
}

fn options(printing: &Printing) -> Fingerprint {
    let Printing { format, standards, ppi, draft, .. } = printing;
    Fingerprint::of(&[&format!("{format:?} {standards:?} {ppi} {draft}")])
}
