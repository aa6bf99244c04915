//! The same draft gives the same bytes: on every run, in every company, from every place.

use std::fs;
use std::path::Path;

use clap::ValueEnum;
use naskah::inside::render::Format;

use crate::common::{folder, naskah, root, run};
use crate::desk::{self, Desk};
use crate::pdf::PRINTED;

/// Says which documents differ, rather than showing megabytes.
fn same(one: &Path, other: &Path, names: &[String]) {
    let differs = |name: &&String| {
        let read =
            |folder: &Path| fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        read(one) != read(other)
    };
    let different: Vec<_> = names.iter().filter(differs).collect();
    assert!(different.is_empty(), "{} and {}: {different:?}", one.display(), other.display());
}

fn documents() -> Vec<String> {
    desk::names().map(|name| format!("{name}.pdf")).collect()
}

#[test]
fn neither_order_nor_workers_nor_place_nor_environment_matter() {
    let printed = PRINTED.path().join("hasil");
    let home = folder();
    let fonts = home.path().join(".local/share/fonts");
    fs::create_dir_all(&fonts).expect("folder");
    // A font of the machine under the name of one of ours.
    let face = root().join("templates/_bersama/huruf/Amiri-Bold.ttf");
    fs::copy(face, fonts.join("LiberationSans-Regular.ttf")).expect("font");
    for jobs in ["1", "4"] {
        let desk = Desk::new();
        let mut files = desk::files();
        files.reverse();
        let drafts = files.iter().map(|file| desk.path().join(file));
        let command = &mut naskah(["render", "--out-dir", "hasil", "--jobs", jobs]);
        let elsewhere = folder();
        command.args(drafts).current_dir(elsewhere.path());
        if jobs == "4" {
            command.envs([
                ("TZ", "Asia/Jayapura"),
                ("LANG", "id_ID.UTF-8"),
                ("LC_ALL", "ms_MY.UTF-8"),
            ]);
            command.envs([("SOURCE_DATE_EPOCH", "1"), ("USER", "siapa"), ("NO_COLOR", "1")]);
            command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join(".local/share"));
            command.env("TYPST_FONT_PATHS", &fonts);
        }
        run(command).code(0);
        same(&printed, &elsewhere.path().join("hasil"), &documents());
    }
}

#[test]
fn a_draft_alone_is_the_same_as_in_a_batch() {
    let printed = PRINTED.path().join("hasil");
    let alone = folder();
    let drafts = desk::names().filter(|name| name.ends_with("-lengkap"));
    let names: Vec<String> = drafts.map(|name| format!("{name}.pdf")).collect();
    for name in &names {
        let draft = PRINTED.path().join(name).with_extension("toml");
        run(naskah(["render"]).arg(draft).arg("-o").arg(alone.path().join(name))).code(0);
    }
    same(&printed, alone.path(), &names);
    // Through standard input and output it is the same document, where it needs no picture.
    let draft = fs::read(PRINTED.path().join("nota-dinas-contoh.toml")).expect("draft");
    let output = folder();
    let target = output.path().join("nota-dinas-contoh.pdf");
    let command = &mut naskah(["render", "-", "-o", "-"]);
    command.stdout(fs::File::create(&target).expect("file")).stdin(std::process::Stdio::piped());
    let mut child = command.spawn().expect("program");
    std::io::Write::write_all(&mut child.stdin.take().expect("stdin"), &draft).expect("input");
    assert!(child.wait().expect("program").success());
    same(&printed, output.path(), &["nota-dinas-contoh.pdf".to_owned()]);
}

#[test]
fn the_other_forms_are_the_same_too() {
    let others = Format::value_variants().iter().filter(|format| **format != Format::Pdf);
    for value in others.filter_map(ValueEnum::to_possible_value) {
        let format = value.get_name();
        let folders = [folder(), folder()];
        for (jobs, folder) in ["1", "2"].iter().zip(&folders) {
            let names = ["nota-kesepahaman-contoh.toml", "nota-dinas-lengkap.toml"];
            let drafts = names.iter().map(|name| PRINTED.path().join(name));
            let args = ["render", "--format", format, "--ppi", "72", "--jobs", jobs, "--out-dir"];
            run(naskah(args).arg(folder.path()).args(drafts).env("TZ", "Asia/Jakarta")).code(0);
        }
        let names = crate::common::names(folders[0].path());
        assert_eq!(names, crate::common::names(folders[1].path()));
        assert!(names.len() >= 2, "{names:?}");
        same(folders[0].path(), folders[1].path(), &names);
    }
}
