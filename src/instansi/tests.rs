//! Names and titles as people write them, right, wrong and nearly right: `tests/*.tsv`.

use std::fmt::Write as _;

use super::institution::{Class, Level};
use super::*;

/// The rows of a table, without its remarks.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn context<'a>(all: &'a Institutions, text: &str) -> Context<'a> {
    match text {
        "-" => Context::default(),
        "id" => Context::in_country(Country::Indonesia),
        "my" => Context::in_country(Country::Malaysia),
        _ => match text.strip_prefix('@') {
            Some(id) => all.within(all.get(id).expect(id)),
            None => all.name(text, &Context::in_country(Country::Indonesia)).context(),
        },
    }
}

fn confidence(owner: &Owner<'_>) -> &'static str {
    match owner {
        Owner::Institution { confidence: Confidence::Named, .. } => "pasti",
        Owner::Institution { confidence: Confidence::Listed, .. } => "terdaftar",
        Owner::Institution { confidence: Confidence::Presumed, .. } => "dugaan",
        Owner::Several(_) => "salah-satu",
        Owner::Abroad(_) => "luar",
        Owner::Stranger(_) => "asing-nama",
        Owner::Unknown => "tidak-tahu",
    }
}

fn answer(belongs: Belongs) -> &'static str {
    match belongs {
        Belongs::Yes => "ya",
        Belongs::Presumably => "dugaan",
        Belongs::Formerly => "dahulu",
        Belongs::No => "bukan",
        Belongs::Unknown => "tidak-tahu",
    }
}

#[test]
fn names_are_read() {
    let all = Institutions::embedded();
    let (mut wrong, mut count) = (String::new(), 0);
    for row in rows(include_str!("tests/nama.tsv")) {
        let [within, text, institution, class, unit, sure] = row.as_slice() else {
            panic!("{row:?}");
        };
        let name = all.name(text, &context(all, within));
        let got = [
            name.owner.institution().map_or("-", Institution::id),
            name.class().map_or("-", Class::id),
            name.unit().unwrap_or("-"),
            confidence(&name.owner),
        ];
        if got != [*institution, *class, *unit, *sure] {
            let _ = writeln!(wrong, "{within}: {text}\n    {got:?}");
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 200, "{count}");
}

#[test]
fn titles_are_read() {
    let all = Institutions::embedded();
    let (mut wrong, mut count) = (String::new(), 0);
    for row in rows(include_str!("tests/jabatan.tsv")) {
        let [within, title, level, belongs, acting, on_behalf] = row.as_slice() else {
            panic!("{row:?}");
        };
        let office = all.office(title, &context(all, within));
        let (asked, _) = belongs.split_once('=').unwrap();
        let asked = all.get(asked).expect(asked);
        let id = |post: &Post<'_>| post.level.map_or("-", Level::id).to_owned();
        let got = [
            id(&office.post),
            format!("{}={}", asked.id(), answer(office.post.owner.belongs_to(asked))),
            office.acting.unwrap_or("-").to_owned(),
            office.on_behalf_of.as_ref().map_or_else(|| "-".to_owned(), id),
        ];
        if got != [*level, *belongs, *acting, *on_behalf] {
            let _ = writeln!(
                wrong,
                "{within}: {title}\n    {got:?} {}",
                confidence(&office.post.owner)
            );
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 350, "{count}");
}

/// The titles of the table that stand alone: nobody acts, nothing goes through another.
fn plain_titles() -> impl Iterator<Item = (&'static str, &'static str)> {
    let marks = [" melalui ", " selaku ", "atas nama", "c.q.", "u.p.", "ad interim", "Yth."];
    rows(include_str!("tests/jabatan.tsv"))
        .filter(|row| row[4] == "-" && row[5] == "-" && row[2] != "-")
        .map(|row| (row[0], row[1]))
        .filter(move |(_, title)| !marks.iter().any(|mark| title.contains(mark)))
}

#[test]
fn case_blanks_and_signs_change_nothing() {
    let all = Institutions::embedded();
    let read =
        |within: &str, title: &str| format!("{:?}", all.office(title, &context(all, within)));
    for row in rows(include_str!("tests/jabatan.tsv")) {
        let (within, title) = (row[0], row[1]);
        let loud = title.to_uppercase().replace(' ', " \u{a0}\u{3000} ");
        assert_eq!(read(within, title), read(within, &loud), "{title}");
        assert_eq!(
            read(within, title),
            read(within, &format!("\u{feff} {title}\u{ad} , ")),
            "{title}"
        );
    }
}

#[test]
fn who_acts_has_the_level_of_the_office_that_he_holds() {
    let all = Institutions::embedded();
    let mut count = 0;
    for (within, title) in plain_titles() {
        let context = context(all, within);
        let own = all.office(title, &context);
        let acting = all.office(&format!("Plt. {title}"), &context);
        assert_eq!(acting.acting, Some("plt"), "{title}");
        assert_eq!(acting.post.level, own.post.level, "{title}");
        let former = all.office(&format!("Mantan {title}"), &context);
        assert!(former.post.level.is_none(), "{title}");
        let behalf = all.office(&format!("a.n. {title}"), &context);
        assert_eq!(behalf.on_behalf_of.unwrap().level, own.post.level, "{title}");
        assert!(behalf.post.level.is_none(), "{title}");
        count += 1;
    }
    assert!(count > 250, "{count}");
}

#[test]
fn an_office_of_another_institution_is_never_ours() {
    let all = Institutions::embedded();
    let asked = ["kemenimipas", "kemenkum", "bpom", "kemenko-polhukam", "kdn"];
    let others =
        ["Kementerian Pertanian", "Badan Narkotika Nasional", "Kementerian Kesihatan Malaysia"];
    for (within, title) in plain_titles() {
        for other in others {
            let strange = format!("{title}, {other}");
            let owner = all.office(&strange, &context(all, within)).post.owner;
            for id in asked {
                let belongs = owner.belongs_to(all.get(id).unwrap());
                assert!(!matches!(belongs, Belongs::Yes | Belongs::Presumably), "{id}: {strange}");
            }
        }
    }
}

#[test]
fn a_name_of_the_files_means_its_institution() {
    let all = Institutions::embedded();
    let mut count = 0;
    for (_, bytes) in crate::assets::INSTITUTIONS {
        let file: data::File = toml::from_str(std::str::from_utf8(bytes).unwrap()).unwrap();
        for entry in &file.instansi {
            let institution = all.get(&entry.id).expect(&entry.id);
            let units = entry.satuan.iter().flat_map(|unit| unit.lain.iter().chain([&unit.nama]));
            for name in units.chain(&entry.lain).chain([&entry.nama]) {
                let owner = all.name(name, &all.within(institution)).owner;
                let below = owner.institution().is_some_and(|it| it.is_or_is_below(institution));
                assert!(below, "{}: {name}: {owner:?}", entry.id);
                count += 1;
            }
        }
    }
    assert!(count > 600, "{count}");
}

#[test]
fn the_files_are_sound() {
    let all = Institutions::embedded();
    let text = |bytes: &'static [u8]| std::str::from_utf8(bytes).unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for (path, bytes) in crate::assets::INSTITUTIONS {
        let file: data::File =
            toml::from_str(text(bytes)).unwrap_or_else(|e| panic!("{path}: {e}"));
        let general = toml::from_str::<toml::Table>(text(bytes)).unwrap();
        assert_eq!(ungrounded(&general), Vec::<String>::new(), "{path}");
        for entry in &file.instansi {
            assert!(ids.insert(entry.id.clone()), "{path}: {} twice", entry.id);
            let known = entry.induk.iter().chain(&entry.penerus);
            assert!(known.clone().all(|id| all.get(id).is_some()), "{path}: {}", entry.id);
            let levels = entry.jabatan.iter().filter_map(|title| title.tingkat.as_ref());
            let levels = levels.chain(&entry.pimpinan);
            assert!(levels.clone().all(|id| all.level(id).is_some()), "{path}: {}", entry.id);
        }
        for long in file.singkatan.values() {
            let words: Vec<String> = all.words(long).into_iter().map(|word| word.text).collect();
            assert_eq!(words, word::plain(long), "{path}: is written out once only");
        }
    }
    for institution in &all.list {
        assert!(all.classes.get(institution.class).is_some(), "{}", institution.id);
        let lost = institution.units.iter().find(|unit| all.classes.get(unit.class).is_none());
        assert!(lost.is_none(), "{}: {lost:?}", institution.id);
    }
}

/// The tables of lists that name no ground.
fn ungrounded(file: &toml::Table) -> Vec<String> {
    let usual = file.get("baku").and_then(|of| of.get("dasar")).is_some();
    let mut missing = Vec::new();
    for list in ["tingkat", "kelas", "instansi"] {
        let entries = file.get(list).and_then(toml::Value::as_array).into_iter().flatten();
        for entry in entries {
            let parts = ["satuan", "jabatan"].iter().filter_map(|key| entry.get(key)?.as_array());
            let own = (list != "instansi" || !usual).then_some(entry);
            for table in parts.flatten().chain(own) {
                if table.get("dasar").and_then(toml::Value::as_str).is_none_or(str::is_empty) {
                    missing.push(table.to_string());
                }
            }
        }
    }
    missing
}

#[test]
fn hostile_titles_are_only_unknown() {
    let all = Institutions::embedded();
    let ours = all.within(all.get("kemenimipas").unwrap());
    // So long that anything but one pass over the words would not end.
    let words = [
        "wakil ",
        "staf ahli ",
        "sekretaris ",
        "a.n. menteri ",
        "plt. ",
        "u.b. ",
        "selaku ",
        "dan ",
        "kementerian dalam negeri dan ",
        "kepala ",
        "republik ",
        "kantor imigrasi ",
        "melalui ",
        "direktorat jenderal ",
        "badan pengawas obat ",
        "kepala biro hukum dan kerja sama dan ",
    ];
    for word in words {
        let long = word.repeat(5_000);
        let office = all.office(&long, &ours);
        let name = all.name(
            &long,
            &office.post.owner.institution().map_or(ours.clone(), |it| all.within(it)),
        );
        assert!(name.unit().is_none_or(|unit| unit.len() < 100));
    }
    let odd = [
        "",
        " ",
        "\0",
        "a.n.",
        "a.n. u.b.",
        "Plt.",
        "melalui",
        "selaku",
        "di",
        "(",
        "u.b. a.n. Plt.",
        "\u{202e}iretneM",
    ];
    for title in odd {
        assert!(all.office(title, &ours).post.level.is_none(), "{title:?}");
    }
}

#[test]
fn any_words_in_any_order_are_read() {
    let all = Institutions::embedded();
    let text = [include_str!("tests/nama.tsv"), include_str!("tests/jabatan.tsv")].concat();
    let words: Vec<&str> = text.split_whitespace().collect();
    let contexts = ["-", "id", "my", "@kemenimipas", "@kdn", "@bpom", "@asing"];
    let mut seed = 7_usize;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for _ in 0..20_000 {
        let title: Vec<&str> = (0..next(9)).map(|_| words[next(words.len())]).collect();
        let title = title.join(" ");
        let context = context(all, contexts[next(contexts.len())]);
        let name = all.name(&title, &context);
        let office = all.office(&title, &name.context());
        // What is said of a level is said of a role.
        assert!(office.post.level.is_none() || office.post.role.is_some(), "{title}");
    }
}
