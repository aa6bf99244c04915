//! Inputs that a fuzz target once broke something with, through everything that the targets hold
//! true (`fuzz/`).

#[allow(dead_code, reason = "each target takes what it fuzzes")]
#[path = "../../fuzz/src/entry.rs"]
mod entry;

use crate::common::root;

#[test]
fn what_once_broke_something() {
    let folder = root().join("tests/data/acak");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("folder").map(|file| file.expect("file").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let data = std::fs::read(&file).expect("input");
        for (target, entry) in entry::ALL {
            // What fails says why; this says with which input.
            println!("{target}: {}", file.display());
            entry(&data);
        }
    }
}
