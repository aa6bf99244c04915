//! What the laid-out pages hold, before any export: no text over another, none across a rule between
//! two columns or off its page, no signature on a page of its own, no heading at a page's end, whatever
//! the length of the fields.
//!
//! Every sample that prints, the smallest draft of every kind, and drafts in which every sentence of
//! the complete sample is lengthened or cut, so that whatever stands below a text wanders across the
//! end of its page. `NASKAH_SAPUAN=14 cargo test frames` takes fourteen lengths of each kind instead of
//! six, `NASKAH_JENIS=surat-kuasa,ika` only those kinds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use naskah::inside::render::frames::{Area, Sheet, sheets};
use naskah::inside::render::{Format, Images, Options, Standards, Style, Worker};
use toml::{Table, Value};

use crate::common::{CATALOG, check, root, sample_drafts};

/// No text stands nearer to the edge of its sheet, in points.
const EDGE: f64 = 28.0;

/// What rounding and the side of an italic letter may share, in points.
const SHARED: f64 = 1.0;

/// What stands lower than this from the lower edge belongs to the foot of every page, in points.
const FOOT: f64 = 60.0;

/// What a block of a signature may say.
const IN_BLOCK: [&str; 9] = [
    "nama",
    "jabatan",
    "jawatan",
    "sebutan",
    "pangkat",
    "nip",
    "atas_nama",
    "untuk_beliau",
    "nama_judul",
];

/// Words that a sentence grows by.
const MORE: &str = " serta hal lain yang berkaitan dengan pelaksanaan kegiatan itu";

fn high(one: &Area, other: &Area) -> f64 {
    one.bottom.min(other.bottom) - one.top.max(other.top)
}

fn over(one: &Area, other: &Area) -> bool {
    one.right.min(other.right) - one.left.max(other.left) > SHARED && high(one, other) > SHARED
}

/// Whether an upright rule goes through a text.
fn across(text: &Area, rule: &Area) -> bool {
    text.left + SHARED < rule.left && rule.left < text.right - SHARED && high(text, rule) > SHARED
}

/// Whether a level rule goes through the letters of a text. Emphasis is underlined below them.
fn along(text: &Area, rule: &Area) -> bool {
    let shared = text.right.min(rule.right) - text.left.max(rule.left);
    shared > SHARED && text.top + SHARED < rule.top && rule.top < text.bottom - SHARED
}

fn off(text: &Area, size: (f64, f64)) -> bool {
    let (width, height) = size;
    text.left < EDGE || text.right > width - EDGE || text.top < EDGE || text.bottom > height - EDGE
}

/// What is wrong with a page.
fn faults(sheet: &Sheet) -> Vec<String> {
    let mut found = Vec::new();
    for (at, (text, said)) in sheet.texts.iter().enumerate() {
        if off(text, sheet.size) {
            found.push(format!("off the page: {said:?}"));
        }
        if sheet.upright.iter().any(|rule| across(text, rule)) {
            found.push(format!("across a rule: {said:?}"));
        }
        if sheet.level.iter().any(|rule| along(text, rule)) {
            found.push(format!("struck through: {said:?}"));
        }
        let others = sheet.texts[at + 1..].iter().filter(|(other, _)| over(text, other));
        found.extend(others.map(|(_, other)| format!("one over the other: {said:?} / {other:?}")));
    }
    found
}

/// Who signs a draft: names, and everything that may stand in the block of a signature.
#[derive(Default)]
struct Signers {
    names: BTreeSet<String>,
    said: Vec<String>,
}

impl Signers {
    fn of(text: &str) -> Self {
        let mut signers = Self::default();
        if let Ok(draft) = text.parse::<Table>() {
            signers.collect(&Value::Table(draft));
        }
        signers
    }

    /// Whoever has a name and an office may sign.
    fn collect(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.collect(value)),
            Value::Table(table) => {
                let text =
                    |key: &str| table.get(key).and_then(Value::as_str).map(str::to_lowercase);
                let office = text("jabatan").or_else(|| text("jawatan"));
                if let (Some(name), Some(_)) = (text("nama"), office) {
                    self.names.insert(name);
                }
                self.said.extend(IN_BLOCK.iter().filter_map(|key| text(key)));
                table.values().for_each(|value| self.collect(value));
            }
            _ => {}
        }
    }

    /// Whether a page holds a signature and neither a sentence nor a table: only the block, headings and what stands
    /// in the margins.
    fn alone(&self, sheet: &Sheet) -> bool {
        let inner = |area: &Area| area.bottom < sheet.size.1 - FOOT;
        let pieces: Vec<&str> = sheet
            .texts
            .iter()
            .filter(|(area, _)| inner(area))
            .map(|(_, said)| said.trim())
            .collect();
        let signs = |said: &&str| self.names.contains(said.to_lowercase().trim_matches(['(', ')']));
        sheet.upright.is_empty()
            && pieces.iter().any(signs)
            && !pieces.iter().any(|said| self.is_sentence(said))
    }

    /// The heading that a page ends with, when another page follows.
    fn heading_below<'a>(&self, sheet: &'a Sheet) -> Option<&'a str> {
        let inner = sheet.texts.iter().filter(|(area, _)| area.bottom < sheet.size.1 - FOOT);
        let (_, last) = inner.max_by(|(one, _), (other, _)| one.bottom.total_cmp(&other.bottom))?;
        let last = last.trim();
        let article = last.strip_prefix("Pasal ").is_some_and(|rest| rest.parse::<u8>().is_ok());
        let capitals = last.chars().filter(|c| c.is_alphabetic()).count() > 4
            && last.to_uppercase() == last
            && !last.ends_with(['.', ',', ';', ':'])
            && !self.said.iter().any(|other| other.contains(&last.to_lowercase()));
        (sheet.upright.is_empty() && (article || capitals)).then_some(last)
    }

    fn is_sentence(&self, said: &str) -> bool {
        let small = said.to_lowercase();
        let small = small.trim_end_matches(',').trim_start_matches("a.n. ");
        said.len() > 12
            && said.chars().any(char::is_lowercase)
            && !self.said.iter().any(|other| other.contains(small))
    }
}

/// A draft with its name and the folder of its pictures.
struct Case {
    name: String,
    folder: PathBuf,
    text: String,
}

/// The faults of a draft's pages; `None` of one that is not printed.
fn judged(case: &Case, worker: &mut Worker) -> Option<Vec<String>> {
    let (_, checked) = check(&case.text);
    let draft = checked.draft?;
    let images = Images::load(&draft, &[&case.folder]).ok()?;
    let options = Options {
        format: Format::Pdf,
        standards: Standards::default(),
        ppi: 72,
        style: Style::default(),
        watermark: false,
    };
    let pages = sheets(&draft, &CATALOG, &images, &options, worker).ok()?;
    let signers = Signers::of(&case.text);
    let count = pages.len();
    let pages = pages.iter().zip(1..).flat_map(|(sheet, page)| {
        let name = &case.name;
        let heading = signers.heading_below(sheet).filter(|_| page < count);
        let heading = heading.map(|said| format!("a heading ends the page: {said:?}"));
        let alone = (page > 1 && signers.alone(sheet)).then(|| "a signature alone".to_owned());
        faults(sheet)
            .into_iter()
            .chain(alone)
            .chain(heading)
            .map(move |fault| format!("{name}, page {page}: {fault}"))
    });
    Some(pages.collect())
}

/// Lays out every draft on two threads; says how many were printed.
fn assert_hold(cases: Vec<Case>) -> usize {
    let cases = Mutex::new(cases.into_iter());
    let found = Mutex::new((0, Vec::new()));
    let next = || cases.lock().expect("cases").next();
    let work = || {
        let mut worker = Worker::new(&CATALOG);
        while let Some(case) = next() {
            if let Some(faults) = judged(&case, &mut worker) {
                let mut found = found.lock().expect("findings");
                found.0 += 1;
                found.1.extend(faults);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let (printed, mut faults) = found.into_inner().expect("findings");
    faults.sort();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    printed
}

fn read(path: &Path) -> Case {
    let text = std::fs::read_to_string(path).expect("draft");
    let folder = path.parent().expect("folder").to_owned();
    Case { name: path.strip_prefix(root()).expect("ours").display().to_string(), folder, text }
}

/// Every sentence of a draft longer, or cut to so many words.
fn resize(value: &mut Value, more: usize, words: usize) {
    match value {
        // A sentence on one line; names, numbers and choices are shorter, lists have marks.
        Value::String(text) if text.split(' ').count() > 7 && !text.contains(['\n', '{', '(']) => {
            let kept: Vec<&str> = text.split(' ').take(words).collect();
            let stop = if text.ends_with('.') { "." } else { "" };
            let kept = kept.join(" ");
            let kept = kept.trim_end_matches(['.', ',', ';']);
            *text = format!("{kept}{}{stop}", MORE.repeat(more));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| resize(value, more, words)),
        Value::Table(table) => table.iter_mut().for_each(|(_, value)| resize(value, more, words)),
        _ => {}
    }
}

fn swept(kind: &str, step: usize) -> Case {
    let mut case = read(&root().join("samples").join(kind).join("lengkap.toml"));
    let mut draft = Value::Table(case.text.parse::<Table>().expect("TOML"));
    let words = if step == 0 { 6 } else { usize::MAX };
    resize(&mut draft, step, words);
    case.text = toml::to_string(&draft).expect("TOML");
    case.name = format!("{}, step {step}", case.name);
    case
}

#[test]
fn every_sample_holds() {
    let smallest =
        CATALOG.iter().map(|kind| root().join("templates").join(&kind.id).join("contoh.toml"));
    let cases: Vec<Case> =
        sample_drafts().into_iter().chain(smallest).map(|path| read(&path)).collect();
    let all = cases.len();
    let printed = assert_hold(cases);
    assert!(printed * 4 > all * 3, "{printed} of {all}");
}

#[test]
fn every_length_holds() {
    let steps = std::env::var("NASKAH_SAPUAN").ok().and_then(|steps| steps.parse().ok());
    let steps = steps.unwrap_or(6);
    let only = std::env::var("NASKAH_JENIS").unwrap_or_default();
    let asked = |kind: &&str| only.is_empty() || only.split(',').any(|one| one == *kind);
    let kinds: Vec<&str> = CATALOG.ids().filter(asked).collect();
    let cases: Vec<Case> =
        (0..steps).flat_map(|step| kinds.iter().map(move |kind| swept(kind, step))).collect();
    let all = cases.len();
    assert_eq!(assert_hold(cases), all, "every one is printed");
}

/// Lengths beyond those of every run, at which a first row once left its title alone, an office of
/// many words its signature, and a title its cover.
#[test]
fn rows_as_tall_as_a_page_leave_nothing_alone() {
    let strained = [
        ("daftar-kerja-sama", 7),
        ("laporan-penjajakan", 9),
        ("matriks-monev", 10),
        ("perencanaan-kerja-sama", 8),
        ("perjanjian-kerja-sama", 13),
        ("surat-pengantar", 9),
    ];
    let cases: Vec<Case> = strained.map(|(kind, step)| swept(kind, step)).into();
    assert_eq!(assert_hold(cases), strained.len(), "every one is printed");
}

#[test]
fn faults_are_seen() {
    let area = |left: f64, top: f64, right: f64| Area { left, top, right, bottom: top + 6.0 };
    let text = |area: Area| (area, "teks".to_owned());
    let page = |texts: Vec<(Area, String)>, upright| Sheet {
        size: (595.0, 842.0),
        texts,
        upright,
        level: Vec::new(),
        shapes: Vec::new(),
    };
    let rule = Area { left: 150.0, top: 90.0, right: 150.0, bottom: 200.0 };
    let level = vec![text(area(100.0, 100.0, 140.0)), text(area(140.0, 100.0, 149.0))];
    assert!(faults(&page(level, vec![rule])).is_empty());
    let wrong = [
        page(vec![text(area(100.0, 100.0, 140.0)), text(area(130.0, 102.0, 160.0))], vec![]),
        page(vec![text(area(100.0, 100.0, 160.0))], vec![rule]),
        page(vec![text(area(500.0, 100.0, 580.0))], vec![]),
        page(vec![text(area(100.0, 830.0, 160.0))], vec![]),
    ];
    for page in wrong {
        assert_eq!(faults(&page).len(), 1, "{page:?}");
    }
    let mut page = page(vec![text(area(100.0, 100.0, 160.0))], vec![]);
    page.level.push(Area { left: 90.0, top: 103.0, right: 120.0, bottom: 103.0 });
    assert_eq!(faults(&page).len(), 1, "{page:?}");
}

/// A sheet of a procedure that the program knows.
fn sheet_of(procedure: &str, form: &str) -> Case {
    let text = format!(
        "jenis = \"sop\"\nbentuk = \"{form}\"\nnomor = \"1\"\njudul = \"{procedure}\"\n\
         prosedur = \"{procedure}\"\n[kop]\nlembaga = [\"Kantor Contoh\"]\n"
    );
    Case { name: format!("{procedure} ({form})"), folder: root().to_path_buf(), text }
}

/// A procedure of so many steps and actors, with decisions that lead ahead and back.
fn long_sheet(steps: usize, actors: usize) -> Case {
    let mut text =
        "jenis = \"sop\"\nnomor = \"1\"\njudul = \"Uji\"\n[kop]\nlembaga = [\"Kantor Contoh\"]\n"
            .to_owned();
    for actor in 0..actors {
        text += &format!("[[pelaku]]\nkunci = \"p{actor}\"\nnama = \"Pelaksana {actor}\"\n");
    }
    for step in 0..steps {
        let actor = step * 7 % actors;
        text += &format!(
            "[[langkah]]\npelaku = [\"p{actor}\"]\nwaktu = \"1 hari\"\nkeluaran = [\"Naskah\"]\n"
        );
        text += &format!("kegiatan = \"Menyiapkan naskah{}.\"\n", MORE.repeat(step % 4));
        if step % 3 == 2 {
            let (ahead, back) = ((step + 2).min(steps), step * 5 % step + 1);
            for (answer, to) in [("Ya", ahead), ("Tidak setuju", back)] {
                text += &format!("[[langkah.putusan]]\njawab = \"{answer}\"\nke = \"{to}\"\n");
            }
        }
    }
    Case { name: format!("{steps} steps, {actors} actors"), folder: root().to_path_buf(), text }
}

#[test]
fn every_flow_chart_holds() {
    let known = [
        "permenimipas-dalam-negeri",
        "permenimipas-luar-negeri",
        "permenimipas-penyimpanan",
        "permenimipas-perpanjangan",
        "sop-bpom-a",
        "sop-bpom-b",
        "sop-bpom-c",
        "sop-kdn-ika",
        "sop-polhukam-053",
        "sop-ppe-136-2025",
    ];
    let forms = ["identitas", "kode"];
    let sheets = known.iter().flat_map(|name| forms.iter().map(|form| sheet_of(name, form)));
    let long =
        [(40, 8), (40, 1), (25, 3), (12, 5)].map(|(steps, actors)| long_sheet(steps, actors));
    let several = read(&root().join("samples/sop/tiga-alir.toml"));
    let cases: Vec<Case> = sheets.chain(long).chain([several]).collect();
    let all = cases.len();
    assert_eq!(assert_hold(cases), all, "every one is printed");
}

/// What the drawing of a sheet holds: no line through a shape, connectors in pairs.
#[test]
fn lines_of_a_flow_chart_keep_off_its_shapes() {
    let mut worker = Worker::new(&CATALOG);
    for case in [
        sheet_of("sop-bpom-a", "identitas"),
        sheet_of("sop-polhukam-053", "kode"),
        long_sheet(40, 8),
    ] {
        let (_, checked) = check(&case.text);
        let draft = checked.draft.expect("a draft");
        let options = Options {
            format: Format::Pdf,
            standards: Standards::default(),
            ppi: 72,
            style: Style::default(),
            watermark: false,
        };
        let pages = sheets(&draft, &CATALOG, &Images::default(), &options, &mut worker);
        let pages = pages.expect("pages");
        let mut numbers: Vec<String> = Vec::new();
        let mut seen = 0;
        for sheet in &pages {
            // Arrowheads and connectors are smaller than any shape of a step.
            let shapes = sheet.shapes.iter().filter(|one| one.right - one.left > 14.0);
            for shape in shapes.filter(|one| one.bottom - one.top > 14.0) {
                seen += 1;
                let crossed = |rule: &&Area| {
                    // A decision touches its box only in the middle of each side.
                    let inner = Area {
                        left: shape.left + 1.0,
                        right: shape.right - 1.0,
                        top: shape.top + 1.0,
                        bottom: shape.bottom - 1.0,
                    };
                    let (x, y) = ((rule.left + rule.right) / 2.0, (rule.top + rule.bottom) / 2.0);
                    let middle =
                        ((inner.left + inner.right) / 2.0, (inner.top + inner.bottom) / 2.0);
                    let wide = rule.left < middle.0
                        && middle.0 < rule.right
                        && inner.top < y
                        && y < inner.bottom;
                    let high = rule.top < middle.1
                        && middle.1 < rule.bottom
                        && inner.left < x
                        && x < inner.right;
                    wide || high
                };
                let found = sheet.upright.iter().chain(&sheet.level).find(crossed);
                assert!(found.is_none(), "{}: {shape:?} {found:?}", case.name);
            }
            let connector = |one: &&Area| {
                let (width, height) = (one.right - one.left, one.bottom - one.top);
                (5.0..14.0).contains(&width) && (width - height).abs() < 0.5
            };
            for area in sheet.shapes.iter().filter(connector) {
                let inside = |text: &&(Area, String)| {
                    area.left < text.0.left
                        && text.0.right < area.right
                        && area.top < text.0.top
                        && text.0.bottom < area.bottom
                };
                let number = sheet.texts.iter().find(inside);
                numbers.push(number.expect("a number in every connector").1.clone());
            }
        }
        assert!(seen > 8, "{}: {seen}", case.name);
        numbers.sort();
        let pairs = numbers.chunks(2).all(|pair| matches!(pair, [one, other] if one == other));
        let different: BTreeSet<&String> = numbers.iter().collect();
        assert!(pairs && different.len() * 2 == numbers.len(), "{}: {numbers:?}", case.name);
    }
}

#[test]
fn signatures_and_headings_alone_are_seen() {
    let draft = "[pejabat]\nnama = \"Ratna Wulandari\"\njabatan = \"Kepala Kantor Contoh\"\n";
    let page = |said: &[&str]| {
        let place = |at: usize| 100.0 + 20.0 * f64::from(u8::try_from(at).expect("few"));
        let area = |top| Area { left: 90.0, top, right: 300.0, bottom: top + 6.0 };
        let texts = said.iter().enumerate().map(|(at, said)| (area(place(at)), said.to_string()));
        let (level, shapes) = (Vec::new(), Vec::new());
        Sheet { size: (595.0, 842.0), texts: texts.collect(), upright: Vec::new(), level, shapes }
    };
    let block = ["PENUTUP", "Kepala Kantor Contoh,", "RATNA WULANDARI"];
    assert!(Signers::of(draft).alone(&page(&block)));
    let below = [&["Demikian laporan ini disampaikan."], &block[..]].concat();
    assert!(!Signers::of(draft).alone(&page(&below)));
    assert!(!Signers::of(draft).alone(&page(&["PENUTUP"])), "no signature at all");
    let ends = |said: &[&str]| Signers::of(draft).heading_below(&page(said)).is_some();
    assert!(ends(&["Demikian.", "PENUTUP"]) && ends(&["Demikian.", "Pasal 7"]));
    assert!(!ends(&["Pasal 7", "Demikian."]) && !ends(&block));
}
