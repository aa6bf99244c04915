//! What is given wrongly costs a clear message with a remedy, and nothing else: status 2 (1 for
//! findings), nothing half-written, nothing lost.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::{folder, naskah, root, run, run_in, run_with};

/// A sound draft.
fn sound() -> String {
    fs::read_to_string(root().join("tests/data/cli/bersih.toml")).expect("draft")
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("parent")).expect("folder");
    fs::write(path, text).expect("file");
}

#[test]
fn what_cannot_be_read() {
    let folder = folder();
    let at = folder.path();
    write(at, "kosong/bukan.toml", "nama = \"x\"\n");
    write(at, "latin.toml", b"jenis = \"nota-dinas\"\n\nhal = \"caf\xe9\"\n");
    write(at, "utf16.toml", [0xff, 0xfe, b'j', 0, b'e', 0]);
    let expected = [
        ("tidak-ada.toml", ["berkas tidak ada", "--> tidak-ada.toml", "periksa ejaan"]),
        ("latin.toml/x.toml", ["berkas bukan folder", "--> latin.toml/x.toml", "periksa ejaan"]),
        ("kosong", ["tidak ada draf di dalam folder ini", "--> kosong", "kunci jenis"]),
        ("latin.toml", ["bukan teks UTF-8", "--> latin.toml:3", "simpan ulang"]),
        ("utf16.toml", ["bukan teks UTF-8", "--> utf16.toml:1", "simpan ulang"]),
        ("/dev/zero", ["lebih besar dari 32 MiB", "--> /dev/zero", "pecah draf"]),
        ("x --templates tidak-ada", ["berkas tidak ada", "--> tidak-ada", "periksa ejaan"]),
        ("x --templates latin.toml", ["berkas bukan folder", "--> latin.toml", "periksa ejaan"]),
    ];
    let commands: &[&str] =
        if cfg!(feature = "render") { &["check", "render"] } else { &["check"] };
    for (args, parts) in expected {
        for command in commands {
            let run = run_in(at, &format!("{command} {args}")).refused(&parts);
            assert_eq!(run.out, "");
        }
    }
    assert_eq!(crate::common::names(at), ["kosong", "latin.toml", "utf16.toml"]);
}

#[test]
fn a_draft_of_fifty_megabytes() {
    let folder = folder();
    let text = format!(
        "jenis = \"nota-dinas\"\nisi = \"\"\"\n{}\"\"\"\n",
        "kata kata\n".repeat(5_000_000)
    );
    write(folder.path(), "besar.toml", &text);
    let parts = ["lebih besar dari 32 MiB", "besar.toml", "pecah draf"];
    run_in(folder.path(), "check besar.toml").refused(&parts);
    let command = &mut naskah(["check", "-", "--stdin-filename", "besar.toml"]);
    run_with(command, text.as_bytes()).refused(&parts);
}

#[test]
fn nesting_without_end() {
    let head = "jenis = \"nota-dinas\"\n";
    let (deep, keys) = (100_000, vec!["a"; 10_000].join("."));
    let drafts = [
        format!("{head}a = {}{}\n", "[".repeat(deep), "]".repeat(deep)),
        format!("{head}a = {}", "[".repeat(deep)),
        format!("{head}a = {}1{}\n", "{a = ".repeat(deep), "}".repeat(deep)),
        format!("{head}a = {}", "[{a = ".repeat(deep)),
        format!("{head}{keys} = 1\n"),
        format!("{head}[{keys}]\nb = 1\n"),
        format!("{head}[[{keys}]]\nb = 1\n"),
        format!("{head}{}", "[[a]]\n[a.b]\n".repeat(1_000)),
        format!("{head}isi = {}\"x\"{}\n", "[".repeat(79), "]".repeat(79)),
    ];
    for draft in drafts {
        let run = run_with(&mut naskah(["check", "-", "--format", "concise"]), draft.as_bytes());
        let known =
            ["bentuk/toml-tidak-sah", "bentuk/tipe-tidak-cocok", "bentuk/kunci-tidak-dikenal"];
        let found = known.iter().any(|rule| run.out.contains(rule));
        assert!(found && run.code < 2, "{} {}", run.code, &draft[..60]);
    }
}

#[test]
fn unknown_regulation() {
    let draft = sound().replacen(
        "tanggal",
        "peraturan = [\"tata-tulis\", \"permenimipas-8-2026\"]\ntanggal",
        1,
    );
    let args = ["check", "-", "--format", "concise", "--fail-on", "warning"];
    let run = run_with(&mut naskah(args), draft.as_bytes()).code(1);
    assert!(
        run.out.contains("\"permenimipas-8-2026\"") && run.out.contains(":7:28:"),
        "{}",
        run.out
    );
    run_in(root(), "rules permenimipas-8-2026").refused(&["maksudnya permenimipas-8-2025"]);
}

#[test]
fn a_report_that_cannot_be_written() {
    let folder = folder();
    write(folder.path(), "draf.toml", sound());
    let expected = [
        ("draf.toml/laporan.json", "bukan folder"),
        ("tidak-ada/laporan.json", "folder keluaran tidak ada"),
        ("/proc/laporan.json", "folder keluaran tidak boleh ditulis"),
        (".", "tujuan keluaran adalah folder"),
    ];
    for (target, part) in expected {
        run_in(folder.path(), &format!("check draf.toml --output-file {target}"))
            .refused(&[part, target]);
    }
    assert_eq!(crate::common::names(folder.path()), ["draf.toml"]);
}

/// The program where no file may grow beyond a kilobyte: what it writes fails halfway, as on a disk
/// that fills up, and nobody needs a right for it. The signal that comes with it is turned off, since
/// a full disk sends none.
fn out_of_room(args: &[&str]) -> Command {
    let limited = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
    let mut command = Command::new("/bin/sh");
    command.args(["-c", limited, "sh", env!("CARGO_BIN_EXE_naskah")]).args(args);
    command.env_clear().current_dir(root()).stdin(Stdio::null());
    command
}

#[test]
fn a_file_that_cannot_be_finished_costs_none() {
    let folder = folder();
    let at = folder.path();
    let unfinished = |args: &[&str], target: &str| {
        let run = run(out_of_room(args).arg(at.join(target)));
        run.refused(&["keluaran tidak dapat ditulis", &at.to_string_lossy()]);
    };
    let check = ["check", "samples", "--force", "--format", "json", "--output-file"];
    fs::write(at.join("laporan.json"), "laporan lama").expect("file");
    unfinished(&check, "laporan.json");
    unfinished(&check, "baru.json");
    assert_eq!(fs::read(at.join("laporan.json")).expect("old"), b"laporan lama");
    assert_eq!(crate::common::names(at), ["laporan.json"]);
    #[cfg(feature = "render")]
    for (format, target) in [("pdf", "lama.pdf"), ("pdf", "baru.pdf"), ("png", "halaman.png")] {
        fs::write(at.join("lama.pdf"), "naskah lama").expect("file");
        let draft = "samples/nota-kesepahaman/lengkap.toml";
        unfinished(&["render", draft, "--force", "--ppi", "30", "--format", format, "-o"], target);
        assert_eq!(fs::read(at.join("lama.pdf")).expect("old"), b"naskah lama");
        assert_eq!(crate::common::names(at), ["lama.pdf", "laporan.json"]);
    }
}

/// A device that is always full, so that the system's own error is the one that people meet.
#[test]
fn a_full_disk_is_said_to_be_one() {
    let full = ["tempat penyimpanan penuh; tidak ada berkas yang berubah", "kosongkan ruang"];
    run_in(root(), "check samples --format json --output-file /dev/full").refused(&full);
    #[cfg(feature = "render")]
    run_in(root(), "render tests/data/cli/bersih.toml -o /dev/full").refused(&full);
}

#[cfg(feature = "render")]
mod rendering {
    use super::*;
    use crate::common::{Run, names};
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};

    /// A folder with a sound draft.
    fn desk() -> tempfile::TempDir {
        let folder = folder();
        write(folder.path(), "draf.toml", sound());
        folder
    }

    fn with_logo(picture: &str) -> String {
        let logo = format!("[kop]\nlogo = {{ berkas = \"{picture}\", keterangan = \"Lambang\" }}");
        sound().replacen("[kop]", &logo, 1)
    }

    /// The data of one white dot.
    const DOT: &[u8] = b"\0\0\0\x0aIDATx\x9cc\xf8\x0f\0\x01\x01\x01\0\xb18\xf6\x14";

    /// A PNG of one white dot with other bytes between its head and its end.
    fn png(body: &[u8]) -> Vec<u8> {
        let head =
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55";
        [head, body, b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
    }

    #[test]
    fn pictures_that_are_none() {
        let folder = folder();
        let at = folder.path();
        let svg = |body: &str| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{body}</svg>").into_bytes()
        };
        let pictures: [(&str, Vec<u8>, &str); 11] = [
            ("baik.png", png(DOT), ""),
            ("teks.png", b"bukan gambar".to_vec(), "isinya bukan PNG, JPEG, atau SVG"),
            ("kosong.png", Vec::new(), "isinya bukan PNG, JPEG, atau SVG"),
            ("data.png", png(b"\0\0\0\x04IDATjunk\0\0\0\0"), "isi PNG-nya rusak"),
            ("kepala.png", b"\x89PNG\r\n\x1a\n sampah".to_vec(), "isi PNG-nya rusak"),
            ("sampah.jpg", b"\xff\xd8\xff\xe0 sampah sampah".to_vec(), "isi JPEG-nya rusak"),
            ("sampah.svg", b"<svg \xff\xfe <<<".to_vec(), "SVG harus teks UTF-8"),
            ("putus.svg", svg("<rect width=></rect>"), "isinya rusak"),
            ("entitas.svg", svg("<text>&rahasia;</text>"), "isinya rusak"),
            (
                "luar.svg",
                svg("<image width='9' height='9' href='/etc/x.png'/>"),
                "merujuk berkas lain",
            ),
            (
                "samping.svg",
                svg("<image width='9' height='9' href='baik.png'/>"),
                "merujuk berkas lain",
            ),
        ];
        let elsewhere = [
            ("hilang", "tidak-ada.png", "gambar tidak ada"),
            ("mutlak", "/etc/hostname", "harus berada di folder draf"),
            ("naik", "../baik.png", "harus berada di folder draf"),
            ("folder", "lambang", "gambar tidak ada"),
        ];
        fs::create_dir(at.join("lambang")).expect("folder");
        let mut command = naskah(["render", "--out-dir", "hasil"]);
        let mut expected = Vec::new();
        for (name, bytes, part) in &pictures {
            write(at, name, bytes);
            write(at, &format!("{name}.toml"), with_logo(name));
            command.arg(format!("{name}.toml"));
            expected.push((format!("{name}.toml: {name}\n"), *part));
        }
        for (draft, name, part) in elsewhere {
            write(at, &format!("{draft}.toml"), with_logo(name));
            command.arg(format!("{draft}.toml"));
            expected.push((format!("{draft}.toml: {name}\n"), part));
        }
        let said = run(command.current_dir(at)).refused(&[]).err;
        let (printed, failures) = said.split_at(said.find("gagal: ").expect("failures"));
        // One bad picture costs its own draft only.
        assert_eq!(printed, "ditulis: hasil/baik.png.pdf\n");
        assert_eq!(names(&at.join("hasil")), ["baik.png.pdf"]);
        let failures: Vec<&str> = failures.split("gagal: ").skip(1).collect();
        assert_eq!(failures.len(), expected.len() - 1, "{said}");
        for (failure, (place, part)) in failures.iter().zip(&expected[1..]) {
            assert!(
                failure.contains(place) && failure.contains(part),
                "{place} {part}:\n{failure}"
            );
            assert!(failure.contains("\n  saran: "), "{failure}");
        }
    }

    #[test]
    fn a_size_that_is_none_is_shown_in_the_draft() {
        let folder = folder();
        write(folder.path(), "baik.png", png(DOT));
        for (size, code) in [
            ("2.2cm", 0),
            ("2,2 cm", 0),
            ("22mm", 0),
            ("lebar", 1),
            ("-5cm", 1),
            ("9cm9", 1),
            ("999cm", 1),
        ] {
            let width = format!("\"baik.png\", lebar = \"{size}\"");
            write(
                folder.path(),
                "draf.toml",
                with_logo("baik.png").replace("\"baik.png\"", &width),
            );
            let run = run_in(folder.path(), "render draf.toml --force -o hasil.pdf").code(code);
            assert_eq!(run.err.contains("bentuk/tipe-tidak-cocok"), code == 1, "{}", run.err);
        }
    }

    /// Renders with one template file of our own.
    fn with_template(path: &str, text: &str) -> Run {
        let desk = desk();
        write(desk.path(), &format!("templat/{path}"), text);
        let run = run_in(desk.path(), "render draf.toml --templates templat -o hasil.pdf");
        assert_eq!(names(desk.path()), ["draf.toml", "templat"]);
        run
    }

    #[test]
    fn template_faults_name_the_templates_line() {
        let path = "nota-dinas/dokumen.typ.j2";
        // An office writes its own from the one that the kinds share, and takes a value as code.
        let shared = root().join("templates/_bersama/nota_dinas.typ.j2");
        let own = fs::read_to_string(shared).expect("template");
        let own = format!("{own}#let lain = (\n  dari: {{{{ dari|lit }}}},\n)\n");
        let lines: Vec<&str> = own.lines().collect();
        let end = lines.len() + 1;
        let appended = |text: &str| format!("{own}{text}\n");
        let inserted = |at: usize, text: &str| {
            let (head, tail) = lines.split_at(at - 1);
            [head, &[text], tail].concat().join("\n")
        };
        let inside = lines.iter().position(|line| line.contains("dari:")).expect("dari") + 1;
        let faults = [
            (inserted(inside, "{{ tidak_ada|lit }},"), inside, "undefined value"),
            (inserted(inside, "{{ naskah.tidak_ada }},"), inside, "templat tidak dapat diisi"),
            (inserted(inside, "{% if %}"), inside, "templat tidak dapat diisi"),
            (inserted(inside, "ganda: tidak-ada,"), inside, "unknown variable"),
            (
                inserted(inside, "ganda: {{ dari|lit }} + 1,"),
                inside,
                "cannot add string and integer",
            ),
            (appended("#tidak-ada()"), end, "unknown variable"),
            (appended("#kepala-nota(\n  g,\n  n,\n  tidak-ada,\n)"), end + 3, "unknown variable"),
            (appended("#text(font: \"Comic Sans MS\")[x]"), end, "unknown font family"),
            (appended("#read(\"/etc/passwd\")"), end, "file not found"),
            (appended("#import \"@preview/tablex:0.0.8\": *"), end, "file not found"),
            (appended("{% include \"lain.typ.j2\" %}"), end, "non-existing template"),
            (appended("#while true {}"), end, "condition is always true"),
        ];
        // The kind's own template, and the one that it includes.
        for path in [path, "_bersama/nota_dinas.typ.j2"] {
            for (text, line, part) in &faults {
                let place = format!("draf.toml: templates/{path}:{line}\n");
                with_template(path, text).refused(&[&place, part, "perbaiki templat itu"]);
            }
        }
        let shared =
            fs::read_to_string(root().join("templates/_bersama/nota_dinas.typ")).expect("layout");
        let place = format!("templates/_bersama/nota_dinas.typ:{}\n", shared.lines().count() + 1);
        with_template("_bersama/nota_dinas.typ", &format!("{shared}#tidak-ada()\n"))
            .refused(&[&place]);
    }

    #[test]
    fn kind_faults_come_at_once_with_their_lines() {
        let path = "nota-dinas/jenis.toml";
        let own = fs::read_to_string(root().join("templates").join(path)).expect("kind");
        let faulty = own
            .replace("bahasa    = \"id\"", "bahasa    = \"en\"")
            .replace("\"daftar<teks>\"", "\"tak-ada\"");
        let line =
            |word: &str| faulty.lines().position(|line| line.contains(word)).expect("line") + 1;
        let run = with_template(path, &faulty);
        let places = [
            format!("templat/{path}:{}:13: bahasa harus", line("bahasa")),
            format!("templat/{path}:{}:11: tipe \"tak-ada\"", line("tak-ada")),
        ];
        run.refused(&[
            &places[0],
            &places[1],
            "bahasa harus \"id\" atau \"ms\"",
            "tipe \"tak-ada\"",
        ]);
        with_template(path, "jenis = \n").refused(&["templat/nota-dinas/jenis.toml:1:"]);
        with_template(path, "tak_dikenal = 1\n")
            .refused(&["templat/nota-dinas/jenis.toml:1:1", "tak_dikenal"]);
    }

    #[test]
    fn styles_that_cannot_be_used() {
        let desk = desk();
        let faulty = "[batas.naskah]\nkri = \"4cm\"\natas = \"lebar\"\nbawah = \"-9cm\"\nkanan = 4\n\
                      [huruf]\nnaskah = [\"Comic Sans MS\"]\ntabel = []\n\
                      [ukuran_huruf]\ntabel = \"0pt\"\n[spasi]\nnaskah = -5\n";
        write(desk.path(), "gaya.toml", faulty);
        let parts = [
            "--> gaya.toml",
            "batas.naskah.kri: kunci tidak dikenal; mungkin maksudnya kiri",
            "batas.naskah.atas: ukuran seperti \"2.5cm\" diharapkan, bukan \"lebar\"",
            "batas.naskah.bawah: ukuran seperti",
            "batas.naskah.kanan: nilai harus sejenis",
            "huruf.naskah: huruf \"Comic Sans MS\" tidak ada; yang ada: Amiri,",
            "huruf.tabel: daftar huruf kosong",
            "ukuran_huruf.tabel: ukuran seperti",
            "spasi.naskah: angka seperti",
        ];
        let args = "render draf.toml -o hasil.pdf --style";
        run_in(desk.path(), &format!("{args} gaya.toml")).refused(&parts);
        write(desk.path(), "rusak.toml", "[kertas]\nukuran = \n");
        run_in(desk.path(), &format!("{args} rusak.toml")).refused(&["rusak.toml:2:10"]);
        write(desk.path(), "latin.toml", b"nama = \"\xe9\"\n");
        run_in(desk.path(), &format!("{args} latin.toml")).refused(&["UTF-8", "latin.toml:1"]);
        let names = "bpom, kdn, kemenko-polhukam, kementerian, pemerintah-daerah";
        for unknown in ["tidak-ada.toml", "pemda"] {
            run_in(desk.path(), &format!("{args} {unknown}")).refused(&["berkas tidak ada", names]);
        }
        assert!(!desk.path().join("hasil.pdf").exists());
    }

    #[test]
    fn outputs_that_cannot_be_written() {
        let desk = desk();
        fs::create_dir(desk.path().join("folder")).expect("folder");
        let expected = [
            ("-o draf.toml/x.pdf", "bukan folder"),
            ("--out-dir draf.toml/x", "folder keluaran tidak dapat dibuat"),
            ("-o tidak-ada/x.pdf", "folder keluaran tidak ada"),
            ("-o /proc/x.pdf", "folder keluaran tidak boleh ditulis"),
            ("--out-dir /proc/x", "folder keluaran tidak dapat dibuat"),
            ("-o folder", "tujuan keluaran adalah folder"),
            ("-o folder --force", "tujuan keluaran adalah folder"),
            ("-o draf.toml", "menimpa berkas yang dibaca"),
            ("-o folder/../draf.toml --force", "menimpa berkas yang dibaca"),
            ("lain.toml -o x.pdf", "-o hanya untuk satu draf, sedangkan ada 2"),
            ("lain.toml -o -", "-o hanya untuk satu draf, sedangkan ada 2"),
        ];
        write(desk.path(), "lain.toml", sound());
        for (args, part) in expected {
            run_in(desk.path(), &format!("render draf.toml {args}")).refused(&[part]);
        }
        assert_eq!(names(desk.path()), ["draf.toml", "folder", "lain.toml"]);
        assert!(names(&desk.path().join("folder")).is_empty());
        assert_eq!(fs::read_to_string(desk.path().join("draf.toml")).expect("draft"), sound());
        // A document sent to a full standard output is no document.
        let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
        let command = &mut naskah(["render", "tests/data/cli/bersih.toml", "-o", "-"]);
        run(command.stdout(full)).refused(&["keluaran standar tidak dapat ditulis"]);
    }

    #[test]
    fn an_output_that_exists_is_replaced_only_by_force() {
        let desk = desk();
        let target = desk.path().join("hasil.pdf");
        fs::write(&target, "naskah lama").expect("file");
        fs::set_permissions(&target, fs::Permissions::from_mode(0o600)).expect("mode");
        symlink("hasil.pdf", desk.path().join("tautan.pdf")).expect("link");
        for name in ["hasil.pdf", "tautan.pdf"] {
            let run = run_in(desk.path(), &format!("render draf.toml -o {name}"));
            run.refused(&["sudah ada dan tidak ditimpa", name, "--force"]);
        }
        assert_eq!(fs::read(&target).expect("old"), b"naskah lama");
        run_in(desk.path(), "render draf.toml -o tautan.pdf --force").code(0);
        assert!(fs::read(&target).expect("new").starts_with(b"%PDF"));
        assert_eq!(fs::metadata(&target).expect("file").permissions().mode() & 0o777, 0o600);
        assert!(fs::symlink_metadata(desk.path().join("tautan.pdf")).expect("link").is_symlink());
        assert_eq!(names(desk.path()), ["draf.toml", "hasil.pdf", "tautan.pdf"]);
    }

    #[test]
    fn a_pipe_is_written_through() {
        let desk = desk();
        let pipe = desk.path().join("pipa");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read(pipe).expect("pipe")
        });
        run_in(desk.path(), "render draf.toml -o pipa --force").code(0);
        assert!(reader.join().expect("reader").starts_with(b"%PDF"));
        assert!(fs::symlink_metadata(&pipe).expect("pipe").file_type().is_fifo());
    }

    #[test]
    fn two_drafts_to_one_output() {
        let folder = folder();
        let other = sound().replace("Laporan Hasil", "Laporan Lain");
        write(folder.path(), "a/draf.toml", sound());
        write(folder.path(), "b/draf.toml", &other);
        let args = "render a/draf.toml b/draf.toml --out-dir hasil --force";
        run_in(folder.path(), args)
            .refused(&["dua draf menuju berkas yang sama", "hasil/draf.pdf"]);
        run_in(folder.path(), "render a/draf.toml -o sendiri.pdf").code(0);
        let read = |name: &str| fs::read(folder.path().join(name)).expect("file");
        assert_eq!(read("hasil/draf.pdf"), read("sendiri.pdf"));
    }

    #[test]
    fn pdf_standards_that_no_file_keeps() {
        let desk = desk();
        let expected = [
            ("pdf-x", "standar PDF tidak dikenal: pdf-x", "pilihannya: 1.4"),
            ("a-4,ua-1", "a-4,ua-1 tidak dapat digabung", "hapus salah satunya"),
            ("a-2a,a-3a", "a-2a,a-3a tidak dapat digabung", "hapus salah satunya"),
            ("a-2b,2.0", "a-2b,2.0 tidak dapat digabung", "hapus salah satunya"),
            ("a-1a,ua-1", "tidak memenuhi standar PDF", "pilih standar lain"),
        ];
        for (standard, what, remedy) in expected {
            let args = format!("render draf.toml -o hasil.pdf --pdf-standard {standard}");
            run_in(desk.path(), &args).refused(&[what, remedy]);
        }
        assert_eq!(names(desk.path()), ["draf.toml"]);
    }

    #[test]
    fn several_pages_do_not_go_to_standard_output() {
        let run =
            run_in(root(), "render samples/nota-dinas/lengkap.toml --format png --ppi 20 -o -");
        assert_eq!(run.refused(&["halaman tidak dapat ditulis ke keluaran standar"]).out, "");
    }

    #[test]
    fn a_draft_with_errors_is_printed_only_as_a_draft() {
        let folder = folder();
        write(
            folder.path(),
            "salah.toml",
            fs::read(root().join("tests/data/cli/salah.toml")).expect("draft"),
        );
        write(folder.path(), "jenis.toml", "jenis = \"nota-dina\"\n");
        let run = run_in(folder.path(), "render salah.toml jenis.toml").code(1);
        for part in
            ["pendanaan-tidak-dimuat", "draf masih mempunyai galat", "saran: perbaiki galatnya"]
        {
            assert!(run.err.contains(part), "{part}:\n{}", run.err);
        }
        let run = run_in(folder.path(), "render jenis.toml --draft").code(1);
        assert!(run.err.contains("rancangan pun hanya dicetak utuh"), "{}", run.err);
        assert_eq!(names(folder.path()), ["jenis.toml", "salah.toml"]);
    }

    #[test]
    fn a_draft_that_was_read_in_part_is_never_printed() {
        let desk = desk();
        let at = desk.path();
        write(at, "draf.toml", sound().replacen("hal ", "hal = \"Laporan\nhal2 ", 1));
        let run = run_in(at, "render draf.toml --draft --out-dir hasil").code(1);
        assert!(run.err.contains("toml-tidak-sah"), "{}", run.err);
        assert!(run.err.contains("rancangan pun hanya dicetak utuh"), "{}", run.err);
        // Nor does a folder stay that was made for it; one that was there does.
        assert_eq!(names(at), ["draf.toml"]);
        fs::create_dir(at.join("hasil")).expect("folder");
        run_in(at, "render draf.toml --draft --out-dir hasil").code(1);
        assert_eq!(names(at), ["draf.toml", "hasil"]);
    }

    #[test]
    fn pages_of_an_earlier_printing_are_named() {
        let desk = desk();
        let at = desk.path();
        for page in ["draf-1.png", "draf-9.png", "draf-x.png", "draf-9.svg", "lain-9.png"] {
            write(at, page, "lama");
        }
        let run = run_in(at, "render draf.toml --format png --ppi 20 --force").code(0);
        let stale = "masih ada halaman dari cetakan sebelumnya: ";
        for page in ["draf-1.png", "draf-9.png"] {
            assert!(
                run.err.contains(&format!("{stale}./{page}"))
                    || run.err.contains(&format!("{stale}{page}")),
                "{}",
                run.err
            );
        }
        assert_eq!(run.err.matches(stale).count(), 2, "{}", run.err);
        assert_eq!(fs::read_to_string(at.join("draf-9.png")).expect("kept"), "lama");
    }

    #[test]
    fn lists_without_end() {
        let desk = desk();
        let items: String =
            (0..200).map(|depth| format!("{}a. butir\n", " ".repeat(depth * 3))).collect();
        let head = sound().split("isi     =").next().expect("head").to_owned();
        write(desk.path(), "draf.toml", format!("{head}isi = \"\"\"\n{items}\"\"\"\n"));
        run_in(desk.path(), "render draf.toml --draft -o hasil.pdf").code(0);
        assert!(fs::read(desk.path().join("hasil.pdf")).expect("PDF").starts_with(b"%PDF"));
    }

    #[test]
    fn a_character_that_no_font_holds_is_shown_in_the_draft() {
        let folder = folder();
        write(folder.path(), "draf.toml", sound().replacen("Laporan Hasil", "Laporan 😀 Hasil", 1));
        let run = run_in(folder.path(), "render draf.toml --draft -o hasil.pdf");
        run.refused(&["draf.toml: hal\n", "ganti aksara itu di dalam draf"]);
        assert!(!folder.path().join("hasil.pdf").exists());
    }
}

#[test]
fn a_list_that_belongs_to_no_text() {
    for isi in [
        "[[\"a\", \"b\"], \"c\"]",
        "[\"a\", [[\"b\"]]]",
        "[\"a\", [\"b\", [\"c\", [\"d\", [\"e\", [\"f\", [\"g\"]]]]]]]",
    ] {
        let head = sound().split("isi     =").next().expect("head").to_owned();
        let run = run_with(
            &mut naskah(["check", "-", "--format", "concise"]),
            format!("{head}isi = {isi}\n").as_bytes(),
        );
        assert!(run.code == 1 && run.out.contains("bentuk/tipe-tidak-cocok"), "{isi}: {}", run.out);
    }
}
