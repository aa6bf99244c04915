//! Path patterns: `*` within a folder, `**` across folders, `?` one character.

/// Whether a path with `/` between its parts fits a pattern. A pattern that names a folder fits
/// everything below it.
pub fn fits(pattern: &str, path: &str) -> bool {
    let pattern = pattern.trim_start_matches("./").trim_end_matches('/');
    let parts: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.trim_start_matches("./").split('/').collect();
    // One row of a table: which heads of the path the pattern read so far can stand for. Linear in
    // pattern times path, whatever the pattern.
    let mut reach = vec![false; path.len() + 1];
    if let Some(first) = reach.first_mut() {
        *first = true;
    }
    for part in parts {
        reach = step(part, &path, &reach);
    }
    reach.into_iter().skip(1).any(|fits| fits)
}

fn step(part: &str, path: &[&str], reach: &[bool]) -> Vec<bool> {
    if part == "**" {
        let mut seen = false;
        return reach
            .iter()
            .map(|here| {
                seen |= *here;
                seen
            })
            .collect();
    }
    let fits = path.iter().zip(reach).map(|(name, before)| *before && name_fits(part, name));
    std::iter::once(false).chain(fits).collect()
}

fn name_fits(pattern: &str, name: &str) -> bool {
    let name: Vec<char> = name.chars().collect();
    let mut reach = vec![false; name.len() + 1];
    if let Some(first) = reach.first_mut() {
        *first = true;
    }
    for sign in pattern.chars() {
        let mut seen = false;
        reach = match sign {
            '*' => reach
                .iter()
                .map(|here| {
                    seen |= *here;
                    seen
                })
                .collect(),
            sign => {
                let fits = name
                    .iter()
                    .zip(&reach)
                    .map(|(c, before)| *before && (sign == '?' || sign == *c));
                std::iter::once(false).chain(fits).collect()
            }
        };
    }
    reach.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns() {
        for (pattern, path) in [
            ("arsip/**", "arsip/2020/a.toml"),
            ("arsip", "arsip/a.toml"),
            ("**/lama.toml", "a/b/lama.toml"),
            ("**/lama.toml", "lama.toml"),
            ("*.toml", "a.toml"),
            ("a/*/c?.toml", "a/b/c1.toml"),
            ("./a.toml", "a.toml"),
        ] {
            assert!(fits(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("*.toml", "a/b.txt"),
            ("arsip/**", "arsipx/a"),
            ("a/c?.toml", "a/c12.toml"),
            ("b", "a/b"),
        ] {
            assert!(!fits(pattern, path), "{pattern} {path}");
        }
        assert!(!fits(&"*a".repeat(200), &"a".repeat(150)), "no endless search");
    }
}
