//! `keluaran`: the name of an output file, with `{kunci}` where the value of a field stands.

/// A brace without its partner, or with another inside.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unbalanced;

/// The keys that a name asks for, in their order.
///
/// # Errors
/// A brace without its partner, or with another inside.
pub(super) fn keys(pattern: &str) -> Result<Vec<&str>, Unbalanced> {
    let mut parts = pattern.split('{');
    let mut keys = Vec::new();
    let before = parts.next().unwrap_or_default();
    if before.contains('}') {
        return Err(Unbalanced);
    }
    for part in parts {
        let (key, after) = part.split_once('}').ok_or(Unbalanced)?;
        if after.contains('}') {
            return Err(Unbalanced);
        }
        keys.push(key);
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn keys_of_a_name() {
        assert_eq!(keys("{jenis}-{tajuk} akhir"), Ok(vec!["jenis", "tajuk"]));
        assert_eq!(keys("naskah"), Ok(vec![]));
        for pattern in ["{jenis", "jenis}", "{jenis}}", "{{jenis}", "{a{b}}", "}{"] {
            assert!(keys(pattern).is_err(), "{pattern}");
        }
    }
}
