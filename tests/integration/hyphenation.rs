//! The list of divided words, against a tool that forms the words instead of reading them.

use crate::common::python;

#[test]
fn words_are_formed_and_divided_as_listed() {
    let output = python("penggal.py", std::iter::empty::<&str>());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
