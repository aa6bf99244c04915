//! No option costs anybody a file, and no run leaves one behind that nobody asked for.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::{folder, names, naskah, root, run, run_in};

fn desk() -> tempfile::TempDir {
    let folder = folder();
    let draft = root().join("tests/data/cli/bersih.toml");
    fs::copy(draft, folder.path().join("draf.toml")).expect("draft");
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("file");
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("file")
}

#[test]
fn nothing_is_replaced_unasked() {
    let desk = desk();
    let at = desk.path();
    let options = [
        "check draf.toml --format json=lama",
        "check draf.toml --format sarif --output-file lama",
        "check draf.toml --write-baseline lama",
        "new nota-dinas -o lama",
        "schema nota-dinas -o lama",
    ];
    let empty = "{\"schema_version\":1,\"entries\":[]}";
    for args in options {
        put(at, "lama", empty);
        run_in(at, args).refused(&["sudah ada dan tidak ditimpa", "--> lama", "--force"]);
        assert_eq!(text(at, "lama"), empty, "{args}");
        run_in(at, &format!("{args} --force")).code(0);
        assert_ne!(text(at, "lama"), empty, "{args}");
    }
    fs::create_dir(at.join("man")).expect("folder");
    run_in(at, "manual --out-dir man").code(0);
    run_in(at, "manual --out-dir man").refused(&["sudah ada dan tidak ditimpa"]);
    run_in(at, "manual --out-dir man --force").code(0);
}

/// Not even when it is forced: what a run reads is never what it writes.
#[test]
fn what_a_run_reads_it_does_not_replace() {
    let desk = desk();
    let at = desk.path();
    put(at, "naskah.toml", "gaya = \"gaya.toml\"\n");
    put(at, "gaya.toml", "");
    for target in ["draf.toml", "naskah.toml", "gaya.toml"] {
        let before = text(at, target);
        let args = format!("check draf.toml --format json={target} --force");
        run_in(at, &args).refused(&["menimpa berkas yang dibaca", target]);
        #[cfg(feature = "render")]
        run_in(at, &format!("render draf.toml -o {target} --force")).refused(&[target]);
        assert_eq!(text(at, target), before);
    }
}

#[test]
fn a_private_umask_makes_private_files() {
    let desk = desk();
    let script = "umask 077; exec \"$@\"";
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_naskah")]).env_clear();
    let args = ["check", "draf.toml", "--format", "json=laporan"];
    run(command.args(args).current_dir(desk.path())).code(0);
    let mode = |name: &str| {
        fs::metadata(desk.path().join(name)).expect("file").permissions().mode() & 0o777
    };
    assert_eq!(mode("laporan"), 0o600);
    // One that takes the place of another has its rights.
    fs::set_permissions(desk.path().join("laporan"), fs::Permissions::from_mode(0o640))
        .expect("mode");
    let args = ["check", "draf.toml", "--format", "json=laporan", "--force"];
    run(naskah(args).current_dir(desk.path())).code(0);
    assert_eq!(mode("laporan"), 0o640);
}

#[test]
fn what_a_killed_run_left_goes_with_the_next() {
    let desk = desk();
    put(desk.path(), ".naskah-aB3dE6", "separuh");
    put(desk.path(), ".naskah-catatan-saya", "milik orang");
    run_in(desk.path(), "check draf.toml --format json=laporan").code(0);
    assert_eq!(names(desk.path()), [".naskah-catatan-saya", "draf.toml", "laporan"]);
}

/// Of many who write one file at once one does, and the others say that it is there.
#[test]
fn of_two_who_write_one_file_one_does() {
    let desk = desk();
    let start = || {
        let mut command = naskah(["check", "draf.toml", "--format", "json=laporan"]);
        command.current_dir(desk.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("program")
    };
    for _ in 0..10 {
        let mut runs = [(); 4].map(|()| start());
        let codes = runs.each_mut().map(|run| run.wait().expect("program").code());
        assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "{codes:?}");
        assert_eq!(codes.iter().filter(|code| **code == Some(2)).count(), 3, "{codes:?}");
        assert_eq!(names(desk.path()), ["draf.toml", "laporan"]);
        fs::remove_file(desk.path().join("laporan")).expect("report");
    }
}

#[test]
fn a_form_that_nobody_would_see_is_refused() {
    for args in ["--diff", "--show-settings"] {
        let run = run_in(root(), &format!("check samples/nota-dinas {args} --format json"));
        run.refused(&["tidak dapat dipakai bersama"]);
    }
    let desk = desk();
    run_in(desk.path(), "check draf.toml --statistics --format json").refused(&["--statistics"]);
    let run = run_in(desk.path(), "check draf.toml --statistics --format json=laporan").code(0);
    assert_eq!(run.out, "1 naskah diperiksa: tidak ada temuan\n");
    assert!(text(desk.path(), "laporan").contains("\"files\""));
}

#[test]
fn what_nobody_read_is_not_called_clean() {
    let desk = desk();
    for form in ["concise", "human", "json", "github"] {
        let run = run_in(desk.path(), &format!("check tiada.toml --format {form}")).code(2);
        assert!(!(run.out + &run.err).contains("tidak ada temuan"), "{form}");
    }
}

#[test]
fn a_number_out_of_its_range_is_told_the_range() {
    for number in ["0", "x", "100000"] {
        run_in(root(), &format!("check samples -j {number}")).refused(&["1 sampai 1024"]);
    }
    #[cfg(feature = "render")]
    run_in(root(), "render samples --ppi 5").refused(&["10 sampai 1200"]);
}

/// No name of a file and no word of a configuration is a command to a runner or a terminal.
#[test]
fn names_and_settings_are_harmless() {
    let desk = desk();
    let at = desk.path();
    let name = "a\n::error::x\u{1b}[31m.toml";
    fs::rename(at.join("draf.toml"), at.join(name)).expect("renamed");
    let exception = "[[pengecualian]]\nberkas = \"a\\n::error::x\"\naturan = \"tata-tulis\"\n\
                     alasan = \"\"\"\n::stop-commands::z\u{85}\\u001b[31m\"\"\"\n";
    put(at, "naskah.toml", exception);
    let mut runs = vec![run(naskah(["check", name, "--show-settings"]).current_dir(at)).code(0)];
    if cfg!(feature = "render") {
        runs.push(run(naskah(["render", name]).current_dir(at)).code(0));
    }
    for said in runs.into_iter().map(|run| run.out + &run.err) {
        assert!(!said.contains('\u{1b}') && !said.contains('\u{85}'), "{said:?}");
        assert!(!said.lines().any(|line| line.trim_start().starts_with("::")), "{said}");
    }
}
