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

/// A hundred thousand findings are counted, and named as far as anybody would read.
#[test]
fn findings_are_named_up_to_a_number() {
    let desk = desk();
    let draft = text(desk.path(), "draf.toml");
    let many = draft.replacen("Laporan Hasil", &"\u{1F600}".repeat(12_000), 1);
    put(desk.path(), "draf.toml", &many);
    let run = run_in(desk.path(), "check draf.toml --format concise").code(1);
    assert!((10_000..10_100).contains(&run.out.lines().count()));
    let said = "draf.toml: 2000 temuan lagi tidak disebut satu per satu";
    assert!(run.err.contains(said), "{}", run.err);
    // Those of a regulation no less than those of the reader.
    let many = draft.replacen("Laporan Hasil", &"3 Nopember 2025 ".repeat(12_000), 1);
    put(desk.path(), "draf.toml", &many);
    let run = run_in(desk.path(), "check draf.toml --format concise");
    assert!(run.err.contains(said), "{}", run.err);
    let names: Vec<String> = (0..12_000).map(|at| format!("\"x{at}\"")).collect();
    let many = format!("{draft}\n").replacen(
        "tanggal",
        &format!("peraturan = [{}]\ntanggal", names.join(",")),
        1,
    );
    put(desk.path(), "draf.toml", &many);
    let run = run_in(desk.path(), "check draf.toml --format concise").code(1);
    assert!(run.err.contains(said), "{}", run.err);
}

/// Pictures that would take all memory or all time, and such as no page can have.
#[test]
fn pictures_are_judged_before_they_are_drawn() {
    let desk = desk();
    let at = desk.path();
    let png =
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]];
    fs::write(at.join("bom.png"), png.concat()).expect("picture");
    let svg = |attributes: &str, body: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}>{body}</svg>")
    };
    put(
        at,
        "saring.svg",
        &svg("", "<filter id=\"a\"><feTurbulence numOctaves=\"100000000\"/></filter>"),
    );
    put(at, "tipis.svg", &svg("width=\"1\" height=\"1000000000\"", ""));
    put(at, "asing.svg", &svg("", "<foreignObject/>"));
    fs::write(at.join("tinta.jpg"), b"\xff\xd8\xff\xc0\0\x14\x08\0\x09\0\x09\x04")
        .expect("picture");
    std::os::unix::fs::symlink("/etc/hostname", at.join("tautan.svg")).expect("link");
    let draft = text(at, "draf.toml");
    let expected = [
        ("bom.png", "10000 juta titik", "perkecil gambarnya"),
        ("saring.svg", "SVG memuat filter", "sebagai PNG"),
        ("tipis.svg", "terlalu panjang", "potong gambarnya"),
        ("asing.svg", "SVG memuat foreignObject", "sebagai PNG"),
        ("tinta.jpg", "CMYK", "simpan ulang sebagai RGB"),
        ("tautan.svg", "tautan ke luar folder", "salin gambarnya"),
        ("tiada.svg", "gambar tidak ada", "letakkan gambar"),
        ("../a.svg", "harus berada di folder draf", "salin gambarnya"),
        ("gambar\\\\a.svg", "garis miring terbalik", "pakai /"),
    ];
    for (picture, what, remedy) in expected {
        let logo = format!("[kop]\nlogo = {{ berkas = \"{picture}\", keterangan = \"Lambang\" }}");
        put(at, "draf.toml", &draft.replacen("[kop]", &logo, 1));
        let run = run_in(at, "check draf.toml").code(1);
        let line = draft.lines().position(|line| line == "[kop]").expect("kop") + 2;
        for part in [what, remedy, "gambar-tidak-dapat-dicetak", &format!("draf.toml:{line}:")] {
            assert!(run.out.contains(part), "{picture}: {part}\n{}", run.out);
        }
        #[cfg(feature = "render")]
        run_in(at, "render draf.toml --draft -o hasil.pdf").refused(&[what, remedy]);
    }
    // A folder of pictures may be named.
    fs::create_dir(at.join("gambar")).expect("folder");
    put(&at.join("gambar"), "tiada.svg", &svg("", ""));
    put(
        at,
        "draf.toml",
        &draft.replacen(
            "[kop]",
            "[kop]\nlogo = { berkas = \"tiada.svg\", keterangan = \"Lambang\" }",
            1,
        ),
    );
    run_in(at, "check draf.toml --images gambar").code(0);
}

/// A draft that says nothing yet but its kind is printed with room for what is to come; marks piled
/// on a letter are cut before the layout takes memory by their square.
#[cfg(feature = "render")]
#[test]
fn drafts_of_hardly_anything_or_far_too_much_are_printed() {
    let desk = desk();
    let draft = text(desk.path(), "draf.toml");
    let piled = format!("Laporan a{}", "\u{301}".repeat(20_000));
    put(desk.path(), "draf.toml", &draft.replacen("Laporan Hasil", &piled, 1));
    for id in crate::common::CATALOG.ids() {
        put(desk.path(), &format!("{id}.toml"), &format!("jenis = \"{id}\"\n"));
    }
    put(desk.path(), "aneh.toml", "jenis = \"naskah-pengakhiran\"\npihak = [[[]], {}]\n");
    put(desk.path(), "kolom.toml", "jenis = \"laporan-penjajakan\"\nkolom = [\"No.\"]\n");
    let run = run_in(desk.path(), "render . --draft --out-dir hasil").code(0);
    assert_eq!(
        names(&desk.path().join("hasil")).len(),
        names(desk.path()).len() - 1,
        "{}",
        run.err
    );
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
