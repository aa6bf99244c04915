//! Where findings about absent things are shown, and values in the words of messages.

use crate::draft::Draft;
use crate::finding::{Place, Silence};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::words;

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
pub(crate) fn before_article(draft: &Draft<'_>, order: u32) -> Place {
    let articles = draft.kind.articles();
    let before = articles
        .iter()
        .rev()
        .find(|field| field.order.unwrap_or(0) < order && draft.root.get(&field.key).is_some());
    let path = before.map(|field| FieldPath::root().key(&field.key));
    Place::value(path.unwrap_or_default())
}

/// Whether a value says something; a `false` does not, nor a table or a list of nothing else.
pub(crate) fn says(node: Option<&Node>) -> bool {
    node.is_some_and(|node| match &node.value {
        Value::Bool(truth) => *truth,
        Value::Table(table) => table.0.iter().any(|entry| says(Some(&entry.node))),
        Value::Array(list) => list.iter().any(|member| says(Some(member))),
        _ => !node.is_empty(),
    })
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
    let reason = if says(draft.at(&lacking)) {
        words::check::counterpart_unread(lacking)
    } else {
        words::check::counterpart_empty(lacking)
    };
    vec![Silence::at(Place::value(given), reason)]
}

/// The words of a value for a message.
pub(crate) fn shown(node: &Node) -> String {
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
