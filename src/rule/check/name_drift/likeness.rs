//! Rows of words, and how they compare with a name.

use ecow::EcoString;

use crate::rule::check::spans::{Token, is_slip, tokens};
use crate::source::Span;

/// The words of a text.
pub(super) struct Words(pub(super) Vec<Told>);

/// A word of a text as names are compared with it.
pub(super) struct Told {
    pub(super) span: Span,
    pub(super) lower: EcoString,
    /// Whether a name may begin with it: it has a capital.
    begins: bool,
    /// Whether a name may end with it.
    ends: bool,
    /// How many words follow it with blanks alone between them.
    row: usize,
}

/// How a row of words compares with a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    Same,
    Slip,
    Order,
    Class,
    /// The same head, another tail.
    Head,
    None,
}

/// Words that stand between names in headings, where every letter is a capital.
const BETWEEN: [&str; 9] =
    ["dan", "bagi", "dengan", "di", "pada", "untuk", "dalam", "oleh", "tentang"];

/// Whether words follow each other with blanks alone, and begin with a capital as names do.
pub(super) fn is_row(window: &[Told]) -> bool {
    match window {
        [first, .., last] => first.begins && last.ends && first.row + 1 >= window.len(),
        [one] => one.begins && one.ends,
        [] => false,
    }
}

pub(super) fn span_of(window: &[Told]) -> Option<Span> {
    Some(window.first()?.span.start..window.last()?.span.end)
}

/// The words of a text.
pub(super) fn told(text: &str) -> Vec<Told> {
    let mut all: Vec<Told> = tokens(text).map(|one| Told::of(&one)).collect();
    let mut row = 0;
    let mut next: Option<usize> = None;
    for one in all.iter_mut().rev() {
        let gap = next.and_then(|next| text.get(one.span.end..next));
        let blank = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '(' | ')' | '/');
        row = if gap.is_some_and(|gap| gap.chars().all(blank)) { row + 1 } else { 0 };
        one.row = row;
        next = Some(one.span.start);
    }
    all
}

impl Told {
    pub(super) fn of(token: &Token<'_>) -> Self {
        let begins = token.text.starts_with(char::is_uppercase);
        let small = token.text.bytes().all(|byte| byte.is_ascii_lowercase());
        let lower =
            if small { token.text.into() } else { EcoString::from(token.text.to_lowercase()) };
        let ends = begins && !BETWEEN.contains(&lower.as_str());
        Self { span: token.span.clone(), lower, begins, ends, row: 0 }
    }
}

pub(super) fn likeness(window: &[Told], name: &[EcoString]) -> Likeness {
    let pairs = || window.iter().map(|one| &one.lower).zip(name);
    let wrong = || pairs().enumerate().filter(|(_, (one, other))| one != other);
    let count = wrong().count();
    let Some((first, (said, meant))) = wrong().next() else {
        return Likeness::Same;
    };
    let right = name.len() - count;
    if right * 2 >= name.len() && wrong().all(|(_, (one, other))| is_slip(one, other)) {
        return Likeness::Slip;
    }
    if name.len() >= 3 && count > 1 && name.contains(said) && is_reordered(window, name) {
        return Likeness::Order;
    }
    if count == 1 && name.len() >= 4 && is_class(said) && is_class(meant) {
        return Likeness::Class;
    }
    // A town and the regency around it have one name.
    if count == 1 && name.len() >= 3 && is_area(said) && is_area(meant) {
        return Likeness::Class;
    }
    // Of a school, a company or a foundation one word within the name; offices of one place differ
    // by just that.
    let inner = first > 0 && first + 1 < name.len();
    if count == 1 && inner && is_private(name) && said.len() > 3 {
        return Likeness::Head;
    }
    if first >= 3.max(name.len().saturating_sub(2)) { Likeness::Head } else { Likeness::None }
}

fn is_reordered(window: &[Told], name: &[EcoString]) -> bool {
    let mut said: Vec<&EcoString> = window.iter().map(|one| &one.lower).collect();
    let mut meant: Vec<&EcoString> = name.iter().collect();
    said.sort_unstable();
    meant.sort_unstable();
    said == meant
}

/// Whether a name begins as those of bodies do that share their place with no other of its sort.
fn is_private(name: &[EcoString]) -> bool {
    const HEADS: [&str; 12] = [
        "politeknik",
        "universitas",
        "institut",
        "akademi",
        "yayasan",
        "koperasi",
        "perkumpulan",
        "perhimpunan",
        "ikatan",
        "pt",
        "cv",
        "sekolah",
    ];
    name.first().is_some_and(|head| HEADS.contains(&head.as_str()))
}

/// "kota", "kabupaten".
fn is_area(word: &str) -> bool {
    matches!(word, "kota" | "kabupaten")
}

/// The class of an office: "II", "A".
fn is_class(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 3
        && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'a' | 'b' | 'c'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likenesses() {
        let name: Vec<EcoString> =
            ["yayasan", "tunas", "harapan", "negeri"].map(EcoString::from).to_vec();
        let like = |text: &str| likeness(&told(text), &name);
        assert_eq!(like("Yayasan Tunas Harapan Negeri"), Likeness::Same);
        assert_eq!(like("Yayasan Harapan Tunas Negeri"), Likeness::Order);
        assert_eq!(like("Yayasan Tunas Harapam Negeri"), Likeness::Slip);
        assert_eq!(like("Yayasan Tunas Harapan Bangsa"), Likeness::Head);
        assert_eq!(like("Yayasan Tunas Kasih Negeri"), Likeness::Head);
        assert_eq!(like("Dinas Sosial Kota Lama"), Likeness::None);
        let office: Vec<EcoString> = ["kantor", "kelas", "i", "tpi"].map(EcoString::from).to_vec();
        let window = told("Kantor Kelas II TPI");
        assert_eq!(likeness(&window, &office), Likeness::Class);
    }
}
