//! Quotes: those of TOML, and those that Word makes of them.

/// The straight quotes of TOML.
pub(super) const STRAIGHT: [char; 2] = ['"', '\''];

/// Whether a character is a quote of any sort.
pub(super) fn is_quote(c: char) -> bool {
    STRAIGHT.contains(&c) || is_curly(c)
}

/// Whether a character is a quote as Word and telephones write it.
pub(super) fn is_curly(c: char) -> bool {
    is_curly_double(c)
        || matches!(c, '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' | '′' | '＇' | 'ʻ' | 'ʼ')
}

/// The same of the double ones.
pub(super) fn is_curly_double(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' | '〝' | '〞' | '〟')
}

/// How many bytes three double quotes take at the head of a text, where at least one of them is
/// curly.
pub(super) fn curly_triple(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let three: Vec<(usize, char)> = chars.by_ref().take(3).collect();
    let double = |c: char| c == '"' || is_curly_double(c);
    let all = three.len() == 3 && three.iter().all(|(_, c)| double(*c));
    let curly = three.iter().any(|(_, c)| is_curly_double(*c));
    (all && curly).then(|| three.iter().map(|(_, c)| c.len_utf8()).sum())
}
