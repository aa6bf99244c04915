//! What a draft tells of the cooperation that it is about.

use chrono::NaiveDate;

use super::term::Validity;
use crate::draft::{Draft, inline};
use crate::kind::Role;
use crate::source::SourceFile;
use crate::source::node::Node;

/// Something told, and the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told<T> {
    /// What.
    pub value: T,
    /// Where, from 1.
    pub line: usize,
}

/// What a draft tells.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    /// The kind of the draft.
    pub kind: String,
    /// What the document calls itself.
    pub name: String,
    /// Whether it is an agreement: a document with parties.
    pub agreement: bool,
    /// Whether it says that it is finished.
    pub finished: bool,
    /// What it is about.
    pub title: Option<Told<String>>,
    /// Its numbers, those of the parties among them.
    pub numbers: Vec<Told<String>>,
    /// Its date.
    pub date: Option<Told<NaiveDate>>,
    /// The names of its parties.
    pub parties: Option<Told<Vec<String>>>,
    /// The partner, where it is of no parties.
    pub partner: Option<Told<String>>,
    /// The numbers and the date of the document that it extends, ends or changes.
    pub predecessor: Option<Told<(Vec<String>, Option<NaiveDate>)>>,
    /// Its term.
    pub term: Validity,
    /// The line on which its term is told.
    pub term_line: usize,
}

impl Account {
    /// Reads a draft.
    pub(crate) fn of(draft: &Draft<'_>, file: &SourceFile) -> Self {
        let teller = Teller { draft, file };
        let facts = draft.facts();
        let term = Validity::of(draft);
        Self {
            kind: draft.kind.id.clone(),
            name: facts.spoken_name(),
            agreement: draft.kind.role(Role::Pihak).is_some() && !super::is_case(draft.kind),
            finished: draft.is_final(),
            title: teller.title(),
            numbers: teller.numbers(),
            date: facts.date().and_then(|day| teller.told(Role::Tanggal, day)),
            parties: teller.parties(),
            partner: facts.given(Role::Mitra).and_then(|name| {
                let name = name.trim();
                teller.told(Role::Mitra, name.to_owned()).filter(|_| !name.is_empty())
            }),
            predecessor: teller.predecessor(),
            term_line: term.at.map_or(1, |at| file.line_column(at).line),
            term,
        }
    }
}

struct Teller<'a> {
    draft: &'a Draft<'a>,
    file: &'a SourceFile,
}

impl Teller<'_> {
    fn line(&self, node: &Node) -> usize {
        self.file.line_column(node.span.start).line
    }

    fn told<T>(&self, role: Role, value: T) -> Option<Told<T>> {
        let line = self.line(self.draft.facts().node(role)?);
        Some(Told { value, line })
    }

    fn title(&self) -> Option<Told<String>> {
        let facts = self.draft.facts();
        let title = inline::plain(facts.title()?);
        let node = facts.node(Role::Judul);
        Some(Told { value: title.trim().to_owned(), line: node.map_or(1, |node| self.line(node)) })
    }

    fn numbers(&self) -> Vec<Told<String>> {
        let facts = self.draft.facts();
        let fields = self.draft.kind.fields.iter();
        let own = fields.filter(|field| field.role == Some(Role::Nomor));
        let own = own.filter_map(|field| self.draft.root.get(&field.key));
        let parties = facts.parties().map(|party| party.path().key("nomor"));
        let of_parties = parties.filter_map(|path| self.draft.at(&path));
        let said = own.chain(of_parties).filter_map(|node| Some((node, node.str()?.trim())));
        said.filter(|(_, number)| !number.is_empty() && !is_open(number))
            .map(|(node, number)| Told { value: number.to_owned(), line: self.line(node) })
            .collect()
    }

    fn parties(&self) -> Option<Told<Vec<String>>> {
        let facts = self.draft.facts();
        let parties: Vec<_> = facts.parties().filter_map(|party| party.name()).collect();
        let first = self.draft.at(&parties.first()?.0)?;
        let names = parties.iter().map(|(_, name)| name.trim().to_owned()).collect();
        Some(Told { value: names, line: self.line(first) })
    }

    fn predecessor(&self) -> Option<Told<(Vec<String>, Option<NaiveDate>)>> {
        let facts = self.draft.facts();
        let (path, node) = (facts.path(Role::Pendahulu)?, facts.node(Role::Pendahulu)?);
        let numbers = node.get("nomor").map_or(&[][..], Node::members).iter();
        let numbers = numbers.filter_map(|number| Some(number.str()?.trim().to_owned()));
        let date = self.draft.day_at(&path.key("tanggal"));
        let value = (numbers.filter(|number| !number.is_empty()).collect(), date);
        (!node.is_empty()).then(|| Told { value, line: self.line(node) })
    }
}

/// Whether a number is still to be filled in.
fn is_open(number: &str) -> bool {
    ["...", "…", "<", "[", "XX", "____"].iter().any(|open| number.contains(open))
}
