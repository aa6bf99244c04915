//! Whether a draft carries a content that a regulation demands of it: one answer for every check.
//!
//! Only what is printed counts. A content is there under its own key, in an article that names it in
//! `memuat`, under a heading that says it as a whole, or in a sentence that says it as such. What
//! merely resembles it is no answer: it is shown at its place as a question.

mod elsewhere;
mod heading;
mod sides;
mod statement;
mod substance;
mod weigh;
mod words;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::draft::Draft;
use crate::draft::keys::article;
use crate::draft::outline::Section;
use crate::finding::Place;
use crate::kind::Field;
use crate::kind::evidence::Evidence;
use crate::source::node::Node;
use crate::source::path::FieldPath;

use heading::{Heading, Said};
use statement::{Statement, Statements};
pub(crate) use substance::Substance;
use weigh::Weight;

/// What a draft has of a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It carries it.
    There,
    /// It may carry it here, or may not.
    Seems(Place, Doubt),
    /// It does not; the place is that of an article which ought to.
    Missing(Option<Place>),
}

/// Why it is not certain that a content is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Words elsewhere seem to speak of it.
    Elsewhere,
    /// Its article says something else.
    OtherMatter,
    /// Its article leaves it to another day, and says something else besides.
    Deferred,
    /// Only one of the parties has a part in it.
    OneSided,
}

/// The contents of a draft.
#[derive(Debug)]
pub(crate) struct Contents<'a> {
    draft: &'a Draft<'a>,
    statements: Vec<OnceCell<Statements>>,
    /// The field of each article that has a key of its own.
    own: Vec<Option<&'a Field>>,
    headings: Vec<OnceCell<Vec<Heading<'a>>>>,
    matters: RefCell<BTreeMap<String, Option<Rc<Matter>>>>,
    labels: OnceCell<Vec<Vec<String>>>,
    goes_on: OnceCell<bool>,
}

/// What a text is about.
#[derive(Debug)]
pub(crate) struct Matter {
    /// Where it stands.
    pub(crate) place: Place,
    /// The stems of its words.
    pub(crate) substance: Substance,
}

/// A content with the article that is its own in a kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'a> {
    name: &'a str,
    field: &'a Field,
}

impl<'a> Wanted<'a> {
    fn evidence(self) -> Option<&'a Evidence> {
        self.field.evidence.as_ref()
    }

    fn of_each_party(self) -> bool {
        self.evidence().is_some_and(|evidence| evidence.of_each_party)
    }
}

impl<'a> Contents<'a> {
    /// Those of a draft; nothing is read before it is asked for.
    pub(super) fn of(draft: &'a Draft<'a>) -> Self {
        let count = draft.outline.sections.len();
        let own =
            |section: &Section| draft.kind.field(&section.name).filter(|one| one.is_article());
        Self {
            draft,
            own: draft.outline.sections.iter().map(own).collect(),
            statements: (0..count).map(|_| OnceCell::new()).collect(),
            headings: (0..count).map(|_| OnceCell::new()).collect(),
            matters: RefCell::default(),
            labels: OnceCell::new(),
            goes_on: OnceCell::new(),
        }
    }

    /// The article whose own content it is.
    pub(super) fn article(&self, content: &str) -> Option<&'a Field> {
        let carries = |field: &&Field| field.carries.iter().flatten().any(|one| one == content);
        self.draft.kind.articles().into_iter().find(carries)
    }

    /// What the draft has of a content.
    pub(super) fn standing(&self, content: &str) -> Standing {
        let Some(field) = self.article(content) else {
            return self.at_root(content);
        };
        let wanted = Wanted { name: content, field };
        let claimed = self.claimed(wanted);
        if claimed == Standing::There || self.carried_on(wanted) || self.said_as_such(wanted) {
            return Standing::There;
        }
        match (claimed, self.spoken_of(wanted)) {
            (Standing::Missing(_), Some(place)) => Standing::Seems(place, Doubt::Elsewhere),
            (claimed, _) => claimed,
        }
    }

    /// The printed sentences of the articles that carry a content, deferrals left out; for checks
    /// that ask what is said of it.
    pub(super) fn said_of(&self, content: &str) -> Option<(Place, Vec<&str>)> {
        let (place, said) = self.statements_of(content)?;
        Some((place, said.into_iter().map(|one| one.whole.as_str()).collect()))
    }

    fn statements_of(&self, content: &str) -> Option<(Place, Vec<&Statement>)> {
        let wanted = Wanted { name: content, field: self.article(content)? };
        let mut homes = self.sections().filter(|(at, section)| {
            self.claim(*at, section, wanted)
                .is_some_and(|claim| claim >= Claim::Heading(Said::InPart))
        });
        let (at, section) = homes.next()?;
        let mut said = weigh::kept(wanted, self.statements(at, section));
        for (at, section) in homes {
            said.extend(weigh::kept(wanted, self.statements(at, section)));
        }
        Some((Place::value(section.path.clone()), said))
    }

    /// What the texts below a value say now, sentence by sentence, in lower case.
    pub(super) fn said_at(&self, node: &Node) -> Vec<String> {
        weigh::said_below(node)
    }

    /// What a field of the root or the articles of a content are about, and where they stand.
    pub(super) fn matter(&self, name: &str) -> Option<Rc<Matter>> {
        if let Some(known) = self.matters.borrow().get(name) {
            return known.clone();
        }
        let matter = self.read_matter(name).map(Rc::new);
        self.matters.borrow_mut().insert(name.to_owned(), matter.clone());
        matter
    }

    fn read_matter(&self, name: &str) -> Option<Matter> {
        if let Some((place, said)) = self.statements_of(name) {
            let substance = Substance::together(said.into_iter().map(Statement::substance));
            return Some(Matter { place, substance });
        }
        let path = FieldPath::root().key(name);
        let substance = weigh::substance_below(self.draft.at(&path)?);
        Some(Matter { place: Place::value(path), substance })
    }

    /// A field of the root that is the content itself, like the title.
    fn at_root(&self, content: &str) -> Standing {
        let path = FieldPath::root().key(content);
        let node = self.draft.at(&path);
        let says = node.is_some_and(|node| match node.str() {
            Some(text) => weigh::is_blank(node) || !weigh::is_hollow(&statement::plain(text)),
            None => !node.is_empty(),
        });
        if says { Standing::There } else { Standing::Missing(node.map(|_| Place::value(path))) }
    }

    fn sections(&self) -> impl Iterator<Item = (usize, &'a Section)> {
        self.draft.outline.sections.iter().enumerate()
    }

    /// The sentences that are printed of an article.
    fn statements(&self, at: usize, section: &Section) -> &[Rc<Statement>] {
        let read = || weigh::printed(self.draft, section);
        self.statements.get(at).map_or(&[], |cell| cell.get_or_init(read))
    }

    /// The headings of an article, in both languages.
    fn headings(&self, at: usize, section: &Section) -> &[Heading<'a>] {
        let read = || {
            let node = self.draft.at(&section.path);
            let second = node.and_then(|node| node.get(article::SECOND_HEADING));
            let headings = [section.heading.as_deref(), second.and_then(Node::str)];
            headings.into_iter().flatten().map(|one| self.heading(one)).collect()
        };
        self.headings.get(at).map_or(&[], |cell| cell.get_or_init(read))
    }

    fn heading(&self, heading: &str) -> Heading<'a> {
        Heading::read(heading, self.draft.kind)
    }

    /// What the articles say that claim to carry a content: the best of them counts.
    fn claimed(&self, wanted: Wanted<'_>) -> Standing {
        let mut best = Standing::Missing(None);
        for (at, section) in self.sections() {
            let Some(claim) = self.claim(at, section, wanted) else { continue };
            // A blank to be filled is told as such, and once.
            if claim >= Claim::Heading(Said::Wholly)
                && self.draft.at(&section.path).is_some_and(weigh::is_blank)
            {
                return Standing::There;
            }
            let weight = self.weigh(wanted, self.statements(at, section));
            let standing = claim.standing(weight, || Place::value(section.path.clone()));
            if rank(&standing) > rank(&best) {
                best = standing;
            }
        }
        best
    }

    /// By what an article claims to carry a content.
    fn claim(&self, at: usize, section: &Section, wanted: Wanted<'_>) -> Option<Claim> {
        let own = self.own.get(at).copied().flatten();
        let by_nature = |field: &Field| field.carries.iter().flatten().any(|c| c == wanted.name);
        if own.is_some_and(by_nature) || section.carries.iter().any(|one| one == wanted.name) {
            return Some(Claim::Own);
        }
        let said = self.headings(at, section).iter().filter_map(|one| one.says(wanted.name));
        said.max().map(Claim::Heading)
    }
}

/// By what an article claims to carry a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// Its heading.
    Heading(Said),
    /// Its key, or `memuat`.
    Own,
}

impl Claim {
    /// What a claim comes to when its text weighs so much.
    fn standing(self, weight: Weight, place: impl Fn() -> Place) -> Standing {
        match (self, weight) {
            (_, Weight::AsSuch) => Standing::There,
            // Words within a heading about something else say nothing by themselves.
            (Self::Heading(Said::Within), _) => Standing::Missing(None),
            (_, Weight::Holds) => Standing::There,
            (Self::Heading(Said::InPart), Weight::Anything) => Standing::There,
            (Self::Heading(Said::InPart), _) => Standing::Missing(None),
            (_, Weight::Anything) => Standing::There,
            (_, Weight::Doubtful(doubt)) => Standing::Seems(place(), doubt),
            (_, Weight::Nothing) => Standing::Missing(Some(place())),
        }
    }
}

fn rank(standing: &Standing) -> u8 {
    match standing {
        Standing::Missing(None) => 0,
        Standing::Missing(Some(_)) => 1,
        Standing::Seems(..) => 2,
        Standing::There => 3,
    }
}
