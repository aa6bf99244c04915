//! Whose document a draft is: what it says of itself, else whose its parties are, its sender, or its
//! letterhead.

use crate::draft::{Draft, Party, keys};
use crate::instansi::{Belongs, Context, Country, Institution, Institutions, Owner};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::Bahasa;

/// An institution that stands behind a document.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    /// As the draft names it.
    pub(crate) text: String,
    /// Whose it is.
    pub(crate) owner: Owner<'a>,
    /// Whose those are who sign for it.
    officials: Vec<Owner<'a>>,
    /// The level that the draft gives it inside the institution whose document it is.
    pub(crate) unit: Option<&'a str>,
    /// Whether the draft gives it a group among partners.
    pub(crate) is_partner: bool,
}

/// Whose a document is.
#[derive(Debug)]
pub(crate) struct Whose<'a> {
    /// What the draft says of itself.
    pub(crate) stated: Option<&'a str>,
    /// Those behind it: its own side first.
    pub(crate) sides: Vec<Side<'a>>,
}

impl Side<'_> {
    /// Whether it is an institution's, by its name or by those who sign for it.
    pub(crate) fn is_of(&self, id: &str) -> bool {
        std::iter::once(&self.owner).chain(&self.officials).any(|owner| is_of(owner, id))
    }
}

impl<'a> Whose<'a> {
    /// Reads a draft.
    pub(crate) fn of(draft: &'a Draft<'_>) -> Self {
        let stated = draft.root.get(keys::INSTITUTION).and_then(Node::str);
        let context = Context::in_country(country(draft));
        let mut sides: Vec<Side<'a>> =
            draft.facts().parties().filter_map(|party| of_party(&party, &context)).collect();
        // Its own side first; whom the draft calls a partner last.
        sides.sort_by_key(|side| (side.unit.is_none(), side.is_partner));
        if sides.is_empty() {
            sides.extend(senders(draft, &context));
        }
        Self { stated, sides }
    }

    /// The first side that is one of these institutions'.
    pub(crate) fn side_of(&self, institutions: &[String]) -> Option<&Side<'a>> {
        self.sides.iter().find(|side| institutions.iter().any(|id| side.is_of(id)))
    }

    /// The side whose document it would be, where it is known to be some institution's.
    pub(crate) fn stranger(&self) -> Option<&Side<'a>> {
        self.sides.first().filter(|side| {
            side.owner.institution().is_some() || matches!(side.owner, Owner::Abroad(_))
        })
    }
}

/// Whether something is an institution's, by its id.
pub(crate) fn is_of(owner: &Owner<'_>, id: &str) -> bool {
    let asked = Institutions::embedded().get(id);
    let belongs = asked.map(|asked| owner.belongs_to(asked));
    matches!(belongs, Some(Belongs::Yes | Belongs::Presumably))
}

/// The state whose papers are written in the language of a draft.
pub(crate) fn country(draft: &Draft<'_>) -> Country {
    match draft.language() {
        Bahasa::Indonesia => Country::Indonesia,
        Bahasa::Melayu => Country::Malaysia,
    }
}

fn of_party<'a>(party: &Party<'a>, context: &Context<'a>) -> Option<Side<'a>> {
    let (_, text) = party.name()?;
    let all = Institutions::embedded();
    let name = all.name(text, context);
    let inside = name.context();
    let titles = party.officials().filter_map(|official| official.word("jabatan"));
    let officials: Vec<Owner<'a>> =
        titles.map(|title| all.office(title, &inside).post.owner).collect();
    let known = officials.iter().find(|owner| owner.institution().is_some());
    let owner = match name.owner {
        Owner::Unknown | Owner::Stranger(_) => known.cloned().unwrap_or(name.owner),
        owner => owner,
    };
    let (unit, is_partner) = (party.unit(), party.partner().is_some());
    Some(Side { text: text.to_owned(), owner, officials, unit, is_partner })
}

/// The institution of a paper without parties: that of its letterhead, of who sends it, or of who
/// signs it.
fn senders<'a>(draft: &'a Draft<'_>, context: &Context<'a>) -> Vec<Side<'a>> {
    const NAMES: [&str; 3] = ["kop.lembaga", "unit", "kementerian"];
    const TITLES: [&str; 3] = ["dari", "pejabat.jabatan", "pemberi.jabatan"];
    let all = Institutions::embedded();
    let names = NAMES.into_iter().map(|path| (path, true));
    let texts = names.chain(TITLES.into_iter().map(|path| (path, false)));
    let sides = texts.filter_map(|(path, is_name)| {
        let path = FieldPath::parse(path);
        let text = joined(draft.at(&path)?);
        let office = all.office(&text, context).post;
        // A unit is often called by the office that heads it.
        let is_title = !is_name || office.role.is_some();
        let owner = if is_title { office.owner } else { all.name(&text, context).owner };
        // An organisation of states in a title of ours is what the office deals with: "Asisten Deputi
        // Kerja Sama ASEAN".
        let dealt_with = is_title && owner.institution().is_some_and(Institution::is_of_states);
        let owner = if dealt_with { Owner::Unknown } else { owner };
        Some(Side { text, owner, officials: Vec::new(), unit: None, is_partner: false })
    });
    // What is not understood hides nothing that is.
    sides.filter(|side| side.owner.institution().is_some()).collect()
}

/// The words of a text or of a list of texts, as the names of a letterhead are read.
fn joined(node: &Node) -> String {
    node.members().iter().filter_map(Node::str).collect::<Vec<_>>().join(", ")
}
