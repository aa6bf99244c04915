//! Timelines, held against counts by hand.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn dues(name: &str, anchor: Anchor, done: &[(usize, &str)]) -> Vec<String> {
    let procedure = Procedure::embedded(name).unwrap();
    let calendar = Calendar::embedded(&procedure.calendar);
    let done = done.iter().map(|(step, text)| (*step, day(text))).collect();
    let timeline = Timeline::of(&procedure, &calendar, anchor, &done).unwrap();
    let due = |slot: &Slot| slot.due.map_or_else(|| "-".to_owned(), |due| due.to_string());
    timeline.slots.iter().map(due).collect()
}

// Counted by hand on the calendars of 2025 to 2027.

#[test]
fn the_ten_steps_of_kdn_take_sixty_days() {
    let found = dues("sop-kdn-ika", Anchor::Start(day("2026-01-05")), &[]);
    let wanted = [
        "2026-01-08",
        "2026-01-22",
        "2026-02-05",
        "2026-02-08",
        "2026-02-15",
        "2026-02-18",
        "2026-02-21",
        "2026-02-21",
        "2026-03-03",
        "2026-03-06",
    ];
    assert_eq!(found, wanted);
    // The ceremony is a week after the letter to KLN; the last copy is filed on the sixtieth day.
    assert_eq!(day("2026-03-06") - day("2026-01-05"), chrono::TimeDelta::days(60));
    let back = dues("sop-kdn-ika", Anchor::Signing(day("2026-02-28")), &[]);
    assert_eq!(back, wanted);
}

#[test]
fn working_days_leave_out_weekends_holidays_and_joint_leave() {
    // From Monday 9 March 2026: ten working days pass over Nyepi, Idulfitri and its joint leave.
    let found = dues("sop-bpom-a", Anchor::Start(day("2026-03-09")), &[]);
    let wanted = [
        "-",
        "2026-03-30",
        "2026-04-02",
        "2026-04-14",
        "2026-04-17",
        "2026-04-24",
        "2026-04-29",
        "2026-04-30",
        "2026-05-05",
        "2026-05-06",
    ];
    assert_eq!(found, wanted);
    // Over the year's end: 24 and 25 December 2026 are off, 1 January 2027 too, 5 January 2027.
    let found = dues("sop-bpom-c", Anchor::Start(day("2026-12-21")), &[]);
    assert_eq!(found, ["2026-12-28", "2027-01-13", "2027-01-20", "2027-01-27"]);
    let found = dues("sop-bpom-b", Anchor::Start(day("2026-06-02")), &[]);
    let wanted = [
        "2026-06-17",
        "2026-07-15",
        "2026-07-29",
        "2026-08-05",
        "2026-08-10",
        "2026-08-18",
        "2026-08-26",
        "2026-08-28",
        "2026-09-11",
        "2026-09-14",
        "2026-09-21",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn minutes_fill_days_of_work() {
    let found = dues("sop-polhukam-053", Anchor::Start(day("2026-02-13")), &[]);
    assert!(
        found.iter().all(|due| due == "2026-02-13"),
        "385 minutes are less than a day: {found:?}"
    );
    // On a Saturday nobody works; Monday and Tuesday are joint leave and Imlek.
    let found = dues("sop-polhukam-053", Anchor::Start(day("2026-02-14")), &[]);
    assert!(found.iter().all(|due| due == "2026-02-18"), "{found:?}");
}

#[test]
fn the_limits_of_the_regulation_are_counted() {
    let found = dues("permenimipas-penyelarasan", Anchor::Start(day("2026-03-02")), &[]);
    assert_eq!(found, ["2026-03-16", "-"]);
    let found = dues("permenimipas-luar-negeri", Anchor::Start(day("2026-01-05")), &[]);
    assert_eq!(found[1], "2026-02-19");
    let signed = dues("permenimipas-luar-negeri", Anchor::Signing(day("2026-03-02")), &[]);
    assert_eq!((signed[6].as_str(), signed[7].as_str()), ("2026-03-02", "2026-03-27"));
    let found = dues("permenimipas-dalam-negeri", Anchor::Start(day("2025-12-22")), &[]);
    assert_eq!(found, ["-", "-", "2026-01-08", "-", "-", "-", "-", "-"]);
    for name in ["permenimipas-perpanjangan", "permenimipas-pengakhiran"] {
        let found = dues(name, Anchor::Start(day("2026-03-02")), &[]);
        assert!(found.iter().all(|due| due == "-"), "{name}");
    }
    let found = dues("permenimipas-penyimpanan", Anchor::Start(day("2026-03-02")), &[]);
    assert_eq!(found, ["-", "2026-03-27", "-"]);
    let found = dues("sop-ppe-136-2025", Anchor::Start(day("2026-03-02")), &[]);
    assert_eq!(found, ["-", "-", "-", "2026-03-03", "-", "2026-03-03"]);
}

#[test]
fn what_was_done_moves_what_is_to_come() {
    let done = [(0, "2026-03-10"), (1, "2026-03-12")];
    let found = dues("sop-bpom-a", Anchor::Start(day("2026-03-09")), &done);
    assert_eq!(found.get(2).map(String::as_str), Some("2026-03-17"));
    let procedure = Procedure::embedded("sop-bpom-c").unwrap();
    let done = BTreeMap::from([(0, day("2026-03-12"))]);
    let timeline =
        Timeline::of(&procedure, Calendar::indonesia(), Anchor::Start(day("2026-03-02")), &done);
    let late: Vec<bool> = timeline.unwrap().slots.iter().map(Slot::is_late).collect();
    assert_eq!(late, [true, false, false, false]);
}

#[test]
fn a_year_without_a_list_is_told() {
    let procedure = Procedure::embedded("sop-bpom-b").unwrap();
    let years = |start: &str| {
        let anchor = Anchor::Start(day(start));
        let timeline = Timeline::of(&procedure, Calendar::indonesia(), anchor, &BTreeMap::new());
        timeline.unwrap().doubts.years.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(years("2026-03-02"), [0; 0]);
    assert_eq!(years("2030-03-04"), [2030]);
}

/// Each procedure from three days: a Saturday before joint leave and Imlek (14 February 2026), the
/// Monday before the long leave of Nyepi and Idulfitri (16 March 2026), and the last Monday but one of
/// a year (21 December 2026). Counted from the times of the sources and a written list of days off,
/// by nothing of this program; the shortest of each were gone over on a paper calendar.
const BY_HAND: [&str; 36] = [
    "sop-kdn-ika 2026-02-14 2026-02-17 2026-03-03 2026-03-17 2026-03-20 2026-03-27 2026-03-30 2026-04-02 2026-04-02 2026-04-12 2026-04-15",
    "sop-kdn-ika 2026-03-16 2026-03-19 2026-04-02 2026-04-16 2026-04-19 2026-04-26 2026-04-29 2026-05-02 2026-05-02 2026-05-12 2026-05-15",
    "sop-kdn-ika 2026-12-21 2026-12-24 2027-01-07 2027-01-21 2027-01-24 2027-01-31 2027-02-03 2027-02-06 2027-02-06 2027-02-16 2027-02-19",
    "sop-ppe-136-2025 2026-02-14 - - - 2026-02-15 - 2026-02-18",
    "sop-ppe-136-2025 2026-03-16 - - - 2026-03-17 - 2026-03-17",
    "sop-ppe-136-2025 2026-12-21 - - - 2026-12-22 - 2026-12-22",
    "sop-polhukam-053 2026-02-14 2026-02-18 2026-02-18 2026-02-18 2026-02-18 2026-02-18 2026-02-18 2026-02-18 2026-02-18 2026-02-18",
    "sop-polhukam-053 2026-03-16 2026-03-16 2026-03-16 2026-03-16 2026-03-16 2026-03-16 2026-03-16 2026-03-16 2026-03-16 2026-03-16",
    "sop-polhukam-053 2026-12-21 2026-12-21 2026-12-21 2026-12-21 2026-12-21 2026-12-21 2026-12-21 2026-12-21 2026-12-21 2026-12-21",
    "sop-bpom-a 2026-02-14 - 2026-03-03 2026-03-06 2026-03-17 2026-03-27 2026-04-06 2026-04-09 2026-04-10 2026-04-14 2026-04-15",
    "sop-bpom-a 2026-03-16 - 2026-04-07 2026-04-10 2026-04-21 2026-04-24 2026-05-04 2026-05-07 2026-05-08 2026-05-12 2026-05-13",
    "sop-bpom-a 2026-12-21 - 2027-01-08 2027-01-13 2027-01-22 2027-01-27 2027-02-03 2027-02-09 2027-02-10 2027-02-12 2027-02-15",
    "sop-bpom-b 2026-02-14 2026-03-03 2026-04-08 2026-04-22 2026-04-29 2026-05-05 2026-05-12 2026-05-21 2026-05-25 2026-06-11 2026-06-12 2026-06-22",
    "sop-bpom-b 2026-03-16 2026-04-07 2026-05-06 2026-05-22 2026-06-03 2026-06-08 2026-06-15 2026-06-23 2026-06-25 2026-07-09 2026-07-10 2026-07-17",
    "sop-bpom-b 2026-12-21 2027-01-08 2027-02-08 2027-02-22 2027-03-01 2027-03-04 2027-03-19 2027-03-30 2027-04-01 2027-04-15 2027-04-16 2027-04-23",
    "sop-bpom-c 2026-02-14 2026-02-20 2026-03-06 2026-03-13 2026-03-27",
    "sop-bpom-c 2026-03-16 2026-03-26 2026-04-10 2026-04-17 2026-04-24",
    "sop-bpom-c 2026-12-21 2026-12-28 2027-01-13 2027-01-20 2027-01-27",
    "permenimipas-dalam-negeri 2026-02-14 - - 2026-03-03 - - - - -",
    "permenimipas-dalam-negeri 2026-03-16 - - 2026-04-07 - - - - -",
    "permenimipas-dalam-negeri 2026-12-21 - - 2027-01-08 - - - - -",
    "permenimipas-luar-negeri 2026-02-14 - 2026-04-08 - - - - - 2026-04-28 -",
    "permenimipas-luar-negeri 2026-03-16 - 2026-05-06 - - - - - 2026-06-02 -",
    "permenimipas-luar-negeri 2026-12-21 - 2027-02-08 - - - - - 2027-02-26 -",
    "permenimipas-perpanjangan 2026-02-14 - - - -",
    "permenimipas-perpanjangan 2026-03-16 - - - -",
    "permenimipas-perpanjangan 2026-12-21 - - - -",
    "permenimipas-pengakhiran 2026-02-14 - -",
    "permenimipas-pengakhiran 2026-03-16 - -",
    "permenimipas-pengakhiran 2026-12-21 - -",
    "permenimipas-penyelarasan 2026-02-14 2026-03-03 -",
    "permenimipas-penyelarasan 2026-03-16 2026-04-07 -",
    "permenimipas-penyelarasan 2026-12-21 2027-01-08 -",
    "permenimipas-penyimpanan 2026-02-14 - 2026-03-09 -",
    "permenimipas-penyimpanan 2026-03-16 - 2026-04-13 -",
    "permenimipas-penyimpanan 2026-12-21 - 2027-01-14 -",
];

#[test]
fn every_procedure_is_as_counted_by_hand() {
    let mut counted = std::collections::BTreeSet::new();
    for line in BY_HAND {
        let words: Vec<&str> = line.split(' ').collect();
        let [name, start, wanted @ ..] = words.as_slice() else { panic!("{line}") };
        assert_eq!(dues(name, Anchor::Start(day(start)), &[]), wanted, "{name} {start}");
        counted.insert(*name);
    }
    assert_eq!(counted, Procedure::names().collect(), "a procedure without a count by hand");
}
