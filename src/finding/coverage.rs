//! By which regulations a draft was judged: what a report says beside what was found, so that no
//! silence is taken for approval.

/// By which regulations a draft was judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those of which a rule judged it, in their order.
    pub(crate) regulations: Vec<Regulation>,
    /// Why there are none, in the language of the draft.
    pub(crate) reason: Option<String>,
}

/// How much of a regulation was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Regulation {
    /// Its name in rule ids.
    pub(crate) pack: String,
    /// Its short name.
    pub(crate) short: String,
    /// How many of its provisions were judged.
    pub(crate) judged: usize,
    /// How many could not be: something that decides is wanting or unread.
    pub(crate) undecided: usize,
    /// How many no rule looks at; `None` where the provisions are not listed.
    pub(crate) unchecked: Option<usize>,
}
