//! The tests make their own Python environment, once, and say what is missing when they cannot.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::common::python::environment;
use crate::common::{folder, names};

/// A stand-in for Python, which writes what it is asked for into a file `diminta` beside it. Its
/// environments hold a copy of itself.
struct Sham(tempfile::TempDir);

impl Sham {
    /// One that fails when it is asked for the module of a name.
    fn without(module: &str) -> Self {
        let folder = folder();
        let python = folder.path().join("python3");
        let script = format!(
            "#!/bin/sh\n\
             echo \"$3\" >> {asked}\n\
             if [ \"$3\" = {module} ]; then echo tidak ada {module} >&2; exit 1; fi\n\
             if [ \"$3\" = venv ]; then mkdir -p \"$4/bin\" && cp \"$0\" \"$4/bin/python\"; fi\n",
            asked = folder.path().join("diminta").display(),
        );
        fs::write(&python, script).expect("script");
        fs::set_permissions(&python, fs::Permissions::from_mode(0o755)).expect("mode");
        fs::write(folder.path().join("daftar.txt"), "paket==1\n").expect("list");
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Asks for an environment in the folder `rumah`.
    fn environment(&self) -> Result<PathBuf, String> {
        environment(&self.file("python3"), &self.file("daftar.txt"), &self.file("rumah"))
    }

    /// How often a module was asked for.
    fn asked(&self, module: &str) -> usize {
        let asked = fs::read_to_string(self.file("diminta")).expect("diminta");
        asked.lines().filter(|line| *line == module).count()
    }

    /// The environments that stand there, and what lies beside them.
    fn left(&self) -> Vec<String> {
        let mut names = names(&self.file("rumah"));
        names.retain(|name| !name.ends_with(".lock"));
        names
    }
}

#[test]
fn many_who_ask_at_once_get_one() {
    let sham = Sham::without("tiada");
    let made: Vec<PathBuf> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..4).map(|_| scope.spawn(|| sham.environment())).collect();
        asking.into_iter().map(|one| one.join().expect("thread").expect("made")).collect()
    });
    assert!(made.iter().all(|one| *one == made[0] && one.is_file()), "{made:?}");
    assert_eq!((sham.asked("venv"), sham.asked("pip")), (1, 1));
    assert_eq!(sham.left().len(), 1);
}

#[test]
fn another_list_is_another_environment() {
    let sham = Sham::without("tiada");
    let one = sham.environment().expect("made");
    fs::write(sham.file("daftar.txt"), "paket==2\n").expect("list");
    let other = sham.environment().expect("made");
    assert_ne!(one, other);
    assert!(one.is_file() && other.is_file());
    assert_eq!(sham.environment().expect("kept"), other);
    assert_eq!(sham.asked("pip"), 2);
}

#[test]
fn what_an_interrupted_run_left_is_made_anew() {
    let sham = Sham::without("tiada");
    let made = sham.environment().expect("made");
    let whole = made.ancestors().nth(2).expect("folder");
    let unfinished = whole.with_extension("new");
    fs::rename(whole, &unfinished).expect("renamed");
    fs::write(unfinished.join("sisa"), "").expect("file");
    assert_eq!(sham.environment().expect("made"), made);
    assert!(made.is_file() && !whole.join("sisa").exists() && !unfinished.exists());
}

#[test]
fn what_is_missing_is_said_and_nothing_stands_half_made() {
    for module in ["venv", "pip"] {
        let sham = Sham::without(module);
        let fault = sham.environment().expect_err("refused");
        assert!(fault.contains(&format!("-m {module}")), "{fault}");
        assert!(fault.contains(&format!("tidak ada {module}")), "{fault}");
        assert!(sham.left().iter().all(|name| name.ends_with(".new")), "{:?}", sham.left());
    }
    let sham = Sham::without("tiada");
    let nowhere = Path::new("/tidak/ada/python3");
    let fault = environment(nowhere, &sham.file("daftar.txt"), &sham.file("rumah"));
    assert!(fault.expect_err("refused").starts_with("/tidak/ada/python3"));
}
