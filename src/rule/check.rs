//! The closed set of check kinds. A kind is one file below this one and one line in the list.

mod amounts;
mod columns;
mod completeness;
mod contents;
mod copies;
mod count;
mod dates;
mod deadline;
mod defined;
mod facts;
mod form_name;
mod haystack;
mod label;
mod legal_basis;
mod members;
mod mentions;
mod options;
mod order;
mod pattern;
mod placeholder;
mod present;
mod provided;
mod references;
mod signatures;
mod spelling;
mod term;
mod typed_number;
mod unique;

use std::cell::OnceCell;
use std::sync::OnceLock;

use defined::Term;
use haystack::Haystack;
use regex::Regex;
use serde::Deserialize;

use crate::draft::Draft;
use crate::draft::shape::{self, Visit};
use crate::finding::{Hit, Place, Silence};
use crate::kind::Catalog;
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// What a check sees.
#[derive(Debug)]
pub struct Scope<'a> {
    /// The draft.
    pub draft: &'a Draft<'a>,
    /// All kinds, for rules that compare with other kinds.
    pub catalog: &'a Catalog,
    visits: OnceCell<Vec<Visit<'a>>>,
    texts: OnceCell<Vec<(FieldPath, &'a str)>>,
    haystack: OnceCell<Haystack>,
    terms: OnceCell<Vec<Term>>,
}

impl<'a> Scope<'a> {
    /// A draft among the kinds.
    pub fn new(draft: &'a Draft<'a>, catalog: &'a Catalog) -> Self {
        Self {
            draft,
            catalog,
            visits: OnceCell::new(),
            texts: OnceCell::new(),
            haystack: OnceCell::new(),
            terms: OnceCell::new(),
        }
    }

    /// Every value of the draft with its field. Walked once: many checks ask.
    pub fn visits(&self) -> &[Visit<'a>] {
        self.visits.get_or_init(|| shape::visits(self.draft.kind, &self.draft.root))
    }

    /// Every printed text: its path and decoded characters.
    pub fn texts(&self) -> &[(FieldPath, &'a str)] {
        self.texts.get_or_init(|| self.visits().iter().filter_map(Visit::text).collect())
    }

    /// The printed texts as one: a place in it is an index of `texts` and a byte.
    pub(crate) fn haystack(&self) -> &Haystack {
        self.haystack.get_or_init(|| Haystack::of(self.texts().iter().map(|(_, text)| text)))
    }

    /// The terms that its articles define.
    fn terms(&self) -> &[Term] {
        self.terms.get_or_init(|| defined::terms(self.draft))
    }

    /// Where a phrase stands in the printed texts, found in all of them at once.
    pub(crate) fn phrase(
        &self,
        phrase: &str,
    ) -> impl Iterator<Item = (&FieldPath, &'a str, usize)> {
        self.haystack().places(phrase).filter_map(|(index, at)| {
            let (path, text) = self.texts().get(index)?;
            Some((path, *text, at))
        })
    }
}

/// A check kind with its parameters.
pub trait CheckKind {
    /// The field paths that it names, to be held against the kinds when a pack is compiled.
    fn paths(&self) -> Vec<&str> {
        Vec::new()
    }

    /// What is wrong with the parameters themselves, if anything.
    fn fault(&self) -> Option<String> {
        None
    }

    /// What it sees in a draft.
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit>;

    /// Where it says nothing because the draft cannot be resolved, and why. Asked for apart from
    /// `run`, so that it costs nothing otherwise.
    fn silences(&self, _: &Scope<'_>) -> Vec<Silence> {
        Vec::new()
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:literal => $variant:ident($type:ty),)*) => {
        /// A check of one of the kinds.
        #[derive(Debug, Deserialize)]
        #[serde(tag = "jenis")]
        pub enum Check {
            $($(#[$doc])* #[serde(rename = $name)] $variant($type),)*
        }

        impl Check {
            fn kind(&self) -> &dyn CheckKind {
                match self { $(Self::$variant(check) => check,)* }
            }

            /// The name of its kind.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }
        }
    };
}

checks! {
    /// Something must be there and not empty.
    "wajib" => Required(present::Required),
    /// At least one of several must be there.
    "salah_satu_ada" => AnyOf(present::AnyOf),
    /// Every member of a list has at least one of several fields.
    "wajib_salah_satu" => EachAnyOf(present::EachAnyOf),
    /// The text carries a mandatory content.
    "memuat" => Contains(contents::Contains),
    /// A value belongs to a class, or does not.
    "golongan" => Options(options::Options),
    /// A list holds all of some words.
    "memuat_semua" => ContainsAll(options::ContainsAll),
    /// A list has so many members.
    "jumlah" => Count(count::Count),
    /// A list has a member of a certain kind.
    "ada_anggota" => HasMember(members::HasMember),
    /// What a step gives comes with what the step takes.
    "kelengkapan" => Completeness(completeness::Completeness),
    /// The column heads are the official ones.
    "kolom" => Columns(columns::Columns),
    /// One date is not after another.
    "tidak_sesudah" => NotAfter(dates::NotAfter),
    /// So many working days after a date at the latest.
    "paling_lama" => Deadline(deadline::Deadline),
    /// The parts of a date agree.
    "tanggal_selaras" => DateAgrees(dates::DateAgrees),
    /// Figures and words of a number agree.
    "angka_terbilang" => Amounts(amounts::Amounts),
    /// Numbers and months in the standard spelling.
    "ejaan_lama" => Spelling(spelling::Spelling),
    /// Start and length give the end.
    "masa_berlaku" => TermAgrees(term::TermAgrees),
    /// References lead somewhere.
    "rujukan" => References(references::References),
    /// No two members are alike.
    "unik" => Unique(unique::Unique),
    /// The signature block says what the komparisi says.
    "penanda_tangan" => Signatures(signatures::Signatures),
    /// Nothing is left to be filled in.
    "residu" => Placeholder(placeholder::Placeholder),
    /// The markers of lists follow each other.
    "urutan_butir" => Order(order::Order),
    /// A text matches a pattern, or does not.
    "pola" => Matches(pattern::Matches),
    /// One of several texts speaks of something.
    "menyebut" => Mentions(mentions::Mentions),
    /// A fact is given, or the text speaks of it.
    "fakta_atau_teks" => FactOrText(facts::FactOrText),
    /// A matter is dealt with somewhere in the text.
    "diatur" => Provided(provided::Provided),
    /// Defined terms are used, and used as they were defined.
    "istilah" => Defined(defined::Defined),
    /// A party is called as it was introduced.
    "sebutan_seragam" => Label(label::Label),
    /// An original for every party.
    "rangkap" => Copies(copies::Copies),
    /// Numbers that the program makes are not typed.
    "nomor_diketik" => TypedNumber(typed_number::TypedNumber),
    /// No cited regulation has lost its standing.
    "dasar_hukum_berlaku" => InForce(legal_basis::InForce),
    /// Legal bases stand by rank and time.
    "urutan_dasar_hukum" => BasisOrder(legal_basis::BasisOrder),
    /// The name of the document is not that of the other form.
    "nama_bentuk" => FormName(form_name::FormName),
    /// Seen by the reader of drafts itself.
    "bawaan" => BuiltIn(BuiltIn),
}

impl Check {
    /// The field paths that it names.
    pub fn paths(&self) -> Vec<&str> {
        self.kind().paths()
    }

    /// What is wrong with its parameters, if anything.
    pub fn fault(&self) -> Option<String> {
        self.kind().fault()
    }

    /// What it sees in a draft.
    pub fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        self.kind().run(scope)
    }

    /// Where it declines to judge, and why.
    pub fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        self.kind().silences(scope)
    }
}

/// A check that the reader of drafts makes; its findings come with the reading.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuiltIn {}

impl CheckKind for BuiltIn {
    fn run(&self, _: &Scope<'_>) -> Vec<Hit> {
        Vec::new()
    }
}

/// A pattern of a pack, built when it is first used.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub struct Pattern {
    text: String,
    built: OnceLock<Option<Regex>>,
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self { text, built: OnceLock::new() }
    }
}

impl Pattern {
    /// Whether a text matches; a pattern that cannot be built matches nothing.
    fn matches(&self, text: &str) -> bool {
        let built = self.built.get_or_init(|| Regex::new(&self.text).ok());
        built.as_ref().is_some_and(|pattern| pattern.is_match(text))
    }

    /// Why it cannot be built, if it cannot.
    fn fault(&self) -> Option<String> {
        Regex::new(&self.text).err().map(|error| error.to_string())
    }
}

/// One word or several, as packs write them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Words {
    /// A single one.
    One(String),
    /// A list.
    Many(Vec<String>),
}

impl Words {
    /// All of them.
    pub fn all(&self) -> Vec<&str> {
        match self {
            Self::One(word) => vec![word],
            Self::Many(words) => words.iter().map(String::as_str).collect(),
        }
    }
}

/// Where a missing field would stand: a missing article after the one that precedes it, a key in
/// its table, anything else at the head of the draft.
pub(crate) fn missing_place(draft: &Draft<'_>, path: &FieldPath) -> Place {
    let article = path.steps().len() == 1 || draft.at(path).is_none();
    let key = path.steps().first().and_then(|_| FieldPath::last_key(path));
    if let Some(field) =
        key.and_then(|key| draft.kind.field(key)).filter(|f| f.is_article() && article)
        && path.steps().len() == 1
    {
        return before_article(draft, field.order.unwrap_or(0));
    }
    let parents = std::iter::successors(path.parent(), FieldPath::parent);
    let nearest = parents.into_iter().find(|parent| draft.at(parent).is_some());
    Place::value(nearest.unwrap_or_default())
}

/// The last article of the text that stands before this place in the usual order; failing that,
/// the last table before the articles.
fn before_article(draft: &Draft<'_>, order: u32) -> Place {
    let articles = draft.kind.articles();
    let before = articles
        .iter()
        .rev()
        .find(|field| field.order.unwrap_or(0) < order && draft.root.get(&field.key).is_some());
    let path = before.map(|field| FieldPath::root().key(&field.key));
    Place::value(path.unwrap_or_default())
}

/// Whether a value says something; a `false` does not.
pub(crate) fn says(node: Option<&Node>) -> bool {
    use crate::source::node::Value;
    node.is_some_and(|node| !node.is_empty() && !matches!(node.value, Value::Bool(false)))
}

/// Silence about a comparison of two fields of which only one says anything.
pub(crate) fn lacks_its_counterpart(
    draft: &Draft<'_>,
    paths: [&str; 2],
    reads: impl Fn(&FieldPath) -> bool,
) -> Vec<Silence> {
    let [one, other] = paths.map(FieldPath::parse);
    let (lacking, given) = match (reads(&one), reads(&other)) {
        (true, false) => (other, one),
        (false, true) => (one, other),
        _ => return Vec::new(),
    };
    // A table that is not there at all is no half of a comparison.
    if lacking.parent().is_some_and(|table| draft.at(&table).is_none()) {
        return Vec::new();
    }
    let why = if says(draft.at(&lacking)) { "tidak dapat dibaca" } else { "tidak diisi" };
    vec![Silence::at(Place::value(given), format!("pembandingnya, {lacking}, {why}"))]
}

/// The words of a value for a message.
pub(crate) fn shown(node: &Node) -> String {
    use crate::source::node::Value;
    match &node.value {
        Value::String(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Datetime(moment) => moment.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

/// The row of a path, counted from 1, for messages about tables.
pub(crate) fn row(path: &FieldPath) -> String {
    path.last_index().map_or_else(String::new, |index| (index + 1).to_string())
}
