//! A session as its callers meet it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

const DRAFT: &str = "jenis = \"nota-dinas\"\n";

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// The candidates below a folder that are drafts, and what was passed over, as paths from there.
fn found(folder: &Path, named: &[&str], exclude: &[&str]) -> (Vec<String>, Vec<String>) {
    let exclude = exclude.iter().map(|pattern| (*pattern).to_owned()).collect();
    let options = Options { exclude, folder: folder.to_owned(), ..Options::default() };
    let session = Session::new(options);
    let named = named.iter().map(|path| Named::Path(folder.join(path))).collect();
    let found = session.find(named);
    let drafts = found.candidates.iter().filter(|one| session.read(one).unwrap().is_some());
    let short = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    let drafts = drafts.map(|one| short(one.file().unwrap())).collect();
    (drafts, found.passed_over.iter().map(|one| short(&one.path)).collect())
}

#[test]
fn what_git_ignores_is_no_draft_of_the_repository() {
    let folder = folder(&[
        (".gitignore", "*.toml\n"),
        ("repo/.git/HEAD", ""),
        ("repo/.gitignore", "hasil/\nlama-*\n!/a/lama-2.toml\n"),
        ("repo/draf.toml", DRAFT),
        ("repo/hasil/a.toml", DRAFT),
        ("repo/a/lama-1.toml", DRAFT),
        ("repo/a/lama-2.toml", DRAFT),
        ("repo/a/b/.gitignore", "*\n!x.toml\n"),
        ("repo/a/b/x.toml", DRAFT),
        ("repo/a/b/y.toml", DRAFT),
        ("bebas/.gitignore", "x.toml\n"),
        ("bebas/x.toml", DRAFT),
        ("bebas/y.toml", DRAFT),
    ]);
    let found = |named: &[&str]| found(folder.path(), named, &[]);
    let (drafts, passed_over) = found(&["repo"]);
    assert_eq!(drafts, ["repo/a/b/x.toml", "repo/a/lama-2.toml", "repo/draf.toml"]);
    let expected = ["repo/.git", "repo/a/b/y.toml", "repo/a/lama-1.toml", "repo/hasil"];
    assert_eq!(passed_over, expected);
    // From the root of the repository on, also when only a part of it is named.
    assert_eq!(found(&["repo/a"]).0, ["repo/a/b/x.toml", "repo/a/lama-2.toml"]);
    // Outside of a repository from the folder that is named on; what lies above speaks of others.
    assert_eq!(found(&["bebas"]).0, ["bebas/y.toml"]);
    // What is named itself is wanted.
    assert_eq!(found(&["repo/hasil", "repo/a/lama-1.toml"]).0.len(), 2);
}

#[test]
fn configurations_and_callers_leave_out() {
    let folder = folder(&[
        ("naskah.toml", "kecualikan = ['arsip', '**/lama.toml']\n"),
        ("arsip/a.toml", DRAFT),
        ("b/lama.toml", DRAFT),
        ("b/baru.toml", DRAFT),
        ("c/naskah.toml", "kecualikan = 'x*'\n"),
        ("c/x1.toml", DRAFT),
        ("c/arsip/y.toml", DRAFT),
        ("c/d/lama.toml", DRAFT),
    ]);
    let (drafts, passed_over) = found(folder.path(), &["."], &[]);
    // The nearest configuration alone has a say.
    assert_eq!(drafts, ["b/baru.toml", "c/arsip/y.toml", "c/d/lama.toml"]);
    assert_eq!(passed_over, ["arsip", "b/lama.toml", "c/x1.toml"]);
    let (drafts, _) = found(folder.path(), &[".", "b/lama.toml"], &["c", "b/baru*"]);
    assert_eq!(drafts, ["b/lama.toml"]);
}

#[test]
fn each_file_is_judged_once() {
    let folder = folder(&[("a/x.toml", DRAFT), ("a/b/y.toml", DRAFT), ("a/lain.toml", "x = 1\n")]);
    let names = ["a/b/../x.toml", "a", "a/b", "a/b/y.toml"];
    let (drafts, _) = found(folder.path(), &names, &[]);
    assert_eq!(drafts, ["a/b/../x.toml", "a/b/y.toml"]);
    // Of a folder it is judged when it is a draft; named itself, in any case.
    let (drafts, _) = found(folder.path(), &["a", "a/lain.toml"], &[]);
    assert_eq!(drafts, ["a/b/y.toml", "a/lain.toml", "a/x.toml"]);
}

#[cfg(unix)]
#[test]
fn links_lead_round_in_no_circle() {
    use std::os::unix::fs::symlink;

    let folder = folder(&[
        ("draf/a.toml", DRAFT),
        ("templat/nota-dinas/dokumen.typ.j2", "x"),
        ("lain/b.typ", "x"),
    ]);
    let at = |path: &str| folder.path().join(path);
    symlink("..", at("draf/putar")).unwrap();
    symlink("a.toml", at("draf/tautan.toml")).unwrap();
    let (drafts, passed_over) = found(folder.path(), &["draf"], &[]);
    assert_eq!(drafts, ["draf/a.toml"]);
    assert_eq!(passed_over, ["draf/putar"]);
    // Of templates a linked folder is followed, as far as it leads on.
    symlink("..", at("templat/putar")).unwrap();
    symlink("../lain", at("templat/lain")).unwrap();
    let options = Options { templates: Some(at("templat")), ..Options::default() };
    let settings = Session::new(options).here().unwrap();
    let files: Vec<&Path> = settings.files().collect();
    assert!(files.contains(&at("templat/lain/b.typ").as_path()), "{files:?}");
    assert!(settings.catalog.file("lain/b.typ").is_some());
}

#[test]
fn settings_are_read_once_and_hold_for_texts_that_were_never_saved() {
    let rule = "bentuk/kunci-tidak-dikenal";
    let config = format!("peraturan = 'tata-tulis'\n[tingkat]\n\"{rule}\" = 'galat'\n");
    let kept = ("kantor/.git/HEAD", "");
    let folder = folder(&[kept, ("kantor/naskah.toml", &config), ("kantor/draf/x", "")]);
    let session = Session::new(Options::default());
    let path = folder.path().join("kantor/draf/baru.toml");
    let text = Text::unsaved(&path, format!("{DRAFT}kunci_lain = 1\n"));
    let levels = |text: &Text| {
        let report = session.check(text).unwrap().report;
        let found = report.findings.into_iter().filter(|one| one.rule.to_string() == rule);
        found.map(|one| one.level).collect::<Vec<_>>()
    };
    assert_eq!(levels(&text), [crate::finding::Level::Error]);
    let files: Vec<PathBuf> =
        session.settings(&text).unwrap().files().map(Path::to_owned).collect();
    assert_eq!(files, [folder.path().join("kantor/naskah.toml").canonicalize().unwrap()]);
    fs::remove_file(folder.path().join("kantor/naskah.toml")).unwrap();
    assert_eq!(levels(&text.with(format!("{DRAFT}kunci_lain = 1\nlain_lagi = 2\n"))).len(), 2);
    assert_eq!(session.all_settings().len(), 1);
}

#[test]
fn faults_of_settings_have_their_places() {
    let folder = folder(&[("naskah.toml", "gaya = 'x'\n[tingkat]\n'tiada/kode' = 'mati'\n")]);
    let text = Text::unsaved(&folder.path().join("a.toml"), DRAFT);
    let error = Session::new(Options::default()).check(&text).unwrap_err();
    let [fault] = error.faults() else { panic!("{error:?}") };
    assert_eq!(&fault.file.text()[fault.span.clone()], "'tiada/kode'");
    assert!(matches!(error, OpenError::Faulty(Subject::Configuration, _)));
}

#[test]
fn exceptions_tell_when_they_are_used() {
    let config = "[[pengecualian]]\nberkas = 'a.toml'\naturan = 'bentuk'\nalasan = 'x'\n\
                  [[pengecualian]]\nberkas = 'b.toml'\naturan = 'bentuk'\nalasan = 'x'\n";
    let folder = folder(&[("naskah.toml", config)]);
    let session = Session::new(Options::default());
    let text = Text::unsaved(&folder.path().join("a.toml"), format!("{DRAFT}lain = 1\n"));
    let checked = session.check(&text).unwrap();
    assert!(checked.report.findings.iter().all(|one| one.rule.pack != "bentuk"));
    assert!(!checked.report.excepted.is_empty());
    let idle = |named: &Path| session.idle_exceptions(&checked.used, &[named.to_owned()]);
    let lines: Vec<usize> = idle(folder.path()).iter().map(|one| one.line).collect();
    assert_eq!(lines, [7]);
    assert!(idle(&folder.path().join("a.toml")).is_empty(), "who saw a part cannot tell");
}

#[cfg(feature = "render")]
#[test]
fn a_printed_draft_names_what_it_was_made_of() {
    use crate::render::{Format, Standards};

    let sound = crate::kind::Catalog::embedded().file("nota-dinas/contoh.toml").unwrap().to_owned();
    let folder = folder(&[
        ("naskah.toml", "gaya = 'gaya.toml'\n"),
        ("gaya.toml", "[kertas]\nukuran = \"f4\"\n"),
    ]);
    let printing = Printing {
        format: Format::Svg,
        standards: Standards::default(),
        ppi: 144,
        style: None,
        images: None,
        draft: false,
        apart: None,
    };
    let session = Session::new(Options::default());
    let mut printer = session.printer(&printing);
    let path = folder.path().join("a.toml");
    let printed = printer.print(&Text::unsaved(&path, sound.as_str())).unwrap();
    assert!(!printed.pages.is_empty());
    assert_eq!(printed.files.first(), Some(&path));
    let names: Vec<_> = printed.files.iter().filter_map(|file| file.file_name()).collect();
    assert_eq!(names, ["a.toml", "gaya.toml", "naskah.toml"]);
    let refused = printer.print(&Text::unsaved(&path, "jenis = \"nota-dinas\"\nhal = \n"));
    assert!(matches!(refused, Err(Refusal::Findings(_))));
}

#[test]
fn a_session_goes_from_thread_to_thread() {
    fn shared<T: Send + Sync>() {}
    shared::<Session>();
    shared::<Checked>();
    #[cfg(feature = "render")]
    shared::<Printed>();
}

/// What is not printed as it was meant is said whatever the settings of a folder say.
#[test]
fn no_setting_hides_a_value_that_was_not_read() {
    let config = "[tingkat]\nbentuk = \"mati\"\n\"bentuk/tipe-tidak-cocok\" = \"mati\"\n\
        [[pengecualian]]\nberkas = \"**\"\naturan = \"bentuk\"\nalasan = \"x\"\n";
    let own = "\n[[pengecualian]]\naturan = \"bentuk/tipe-tidak-cocok\"\nalasan = \"x\"\n";
    let lost =
        "tahap = \"final\"\njenis = \"nota-dinas\"\nisi = \"Lihat {pasal:tiada}.\"\nhal = 5\n";
    let folder = folder(&[("naskah.toml", config), ("a.toml", &format!("{lost}{own}"))]);
    let session = Session::new(Options { folder: folder.path().to_owned(), ..Options::default() });
    let text = Text::of_file(&folder.path().join("a.toml")).unwrap();
    let report = session.check(&text).unwrap().report;
    let codes: Vec<_> = report.findings.iter().map(|one| one.rule.code.clone()).collect();
    for code in ["tipe-tidak-cocok", "rujukan-nama-tidak-ada"] {
        assert!(codes.iter().any(|one| *one == code), "{code}: {codes:?}");
    }
}
