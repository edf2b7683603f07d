//! Drawing the cases of a study.

use super::desk::{Desk, PROGRAM, Ran, ran};
use crate::fixture::{question, swedish};
use serde_json::{Value, json};
use std::{fs, os::unix::fs::MetadataExt, process::Command};

fn protocol() -> String {
    swedish()
        .unit("BRO = 'Bromma', HAV = 'Hässelby-Vällingby', KUN = 'Kungsholmen', SKA = 'Skarpnäck'")
        .sex()
        .question("q", "Finns en plan?", "scale = 'ja_nej'")
        .question("r", "Följs planen?", "scale = 'ja_nej'")
        .to_string()
}

/// The rows of the audit's frame: 40 and 63, 14 and 18, 17 and 14, 14 and 19 women and men.
fn rows() -> Vec<String> {
    let sizes = [("BRO", 40, 63), ("HAV", 14, 18), ("KUN", 17, 14), ("SKA", 14, 19)];
    let of = |unit: &'static str, sex: &'static str, from: usize, n: usize| {
        (from..from + n).map(move |i| format!("{unit}-Å{i:02},{unit},{sex}\n"))
    };
    sizes.iter().flat_map(|&(unit, women, men)| of(unit, "K", 1, women).chain(of(unit, "M", 1 + women, men))).collect()
}

pub(super) fn desk() -> Desk {
    let desk = Desk::new();
    fs::write(desk.path("c.csv"), "unit,men,women\nBRO,3,4\n").unwrap();
    fs::write(desk.path("b.toml"), protocol()).unwrap();
    fs::write(desk.path("frame.csv"), format!("case_id,unit,sex\n{}", rows().concat())).unwrap();
    fs::write(desk.path("totals.csv"), "Verksamhet;Antal\nBromma;103\nHAV;32\nKUN;32\nSKA;33\n").unwrap();
    desk
}

pub(super) const DRAW: [&str; 10] =
    ["draw", "D", "--protocol", "b.toml", "--frame", "frame.csv", "--seed", "2026", "--n", "10"];

/// The program in Swedish.
pub(super) fn sv(desk: &Desk, args: &[&str]) -> Ran {
    desk.run(&[args, &["--lang=sv"]].concat())
}

pub(super) fn done(ran: Ran) -> String {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    ran.out
}

pub(super) fn refused(ran: &Ran) -> &str {
    assert!(ran.code == 1 || ran.code == 2, "{ran:?}");
    &ran.err
}

pub(super) fn ids(desk: &Desk, file: &str) -> Vec<String> {
    let text = fs::read_to_string(desk.path(file)).unwrap();
    text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn a_draw_makes_a_study_records_it_and_tells_the_differences() {
    let desk = desk();
    let told = done(sv(&desk, &[&DRAW[..], &["--totals", "totals.csv"]].concat()));
    assert!(told.starts_with("80 av 199 ärenden drogs, frö 2026."), "{told}");
    assert!(told.contains("\nKungsholmen: 17 + 14 = 31, uppgivet antal 32\n"), "{told}");
    assert!(!told.contains("Bromma: "), "{told}");
    assert_eq!((ids(&desk, "D/cases.csv").len(), ids(&desk, "D/frame.csv").len()), (80, 199));
    let settings = fs::read_to_string(desk.path("D/study.toml")).unwrap();
    for part in [
        "[draw]\ndate = \"20",
        "seed = \"2026\"\nper = [\"unit\", \"sex\"]",
        "[[draw.stratum]]\nvalues = [\"BRO\", \"K\"]\nframe = 40\nwanted = 10\ndrawn = 10\n",
    ] {
        assert!(settings.contains(part), "{settings}");
    }
    assert_eq!(done(sv(&desk, &["list", "D"])).matches("-Å").count(), 80);
    let report = done(sv(&desk, &["report", "D"]));
    assert!(report.contains("dragna ur en lista med 199 ärenden; 80 drogs."), "{report}");
    assert!(report.contains("Bromma 103 (40 kvinnor och 63 män)"), "{report}");
    assert!(report.contains("Kungsholmen: uppgivet antal 32, men 31 i listan. 3 uppgivna antal stämmer"), "{report}");
}

#[test]
fn a_draw_shows_what_the_columns_of_the_list_were_taken_for() {
    let desk = desk();
    let told = done(sv(&desk, &DRAW));
    assert!(told.contains("frame.csv: 199 ärenden, rubriker på rad 1"), "{told}");
    assert!(told.contains("K (85), M (114)"), "{told}");
}

#[test]
fn a_draw_is_told_to_programs_too() {
    let desk = desk();
    let json = |args: &[&str]| {
        let out = done(sv(&desk, &[args, &["--format", "json"]].concat()));
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let made = json(&[&DRAW[..], &["--totals", "totals.csv"]].concat());
    assert_eq!((&made["seed"], &made["drawn"], &made["frame"]), (&json!("2026"), &json!(80), &json!(199)));
    let [first, second] = [&made["strata"][0], &made["strata"][1]];
    assert_eq!(first["values"], json!({ "unit": "BRO", "sex": "K" }));
    assert_eq!((&first["drawn"], first["reserve"].as_array().unwrap().len()), (&json!(10), 30));
    let differs = json!([{ "values": { "unit": "KUN" }, "parts": [17, 14], "stated": 32 }]);
    assert_eq!(made["differences"], differs);
    let mut ids: Vec<String> = made["new"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().into()).collect();
    assert_eq!(ids, self::ids(&desk, "D/cases.csv"));
    let more = json(&["draw", "D", "--more", "1"]);
    ids.extend(more["new"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()));
    assert_eq!((more["drawn"].as_u64(), ids.len()), (Some(88), 88));
    assert!(ids.contains(&first["reserve"][0].as_str().unwrap().to_owned()), "the next of the reserve");
    assert_eq!((&more["strata"][1]["wanted"], &second["wanted"]), (&json!(11), &json!(10)));
    assert_eq!(json(&["draw", "D"])["new"], json!([]));
}

/// Units that are asked something themselves have entries of their own, which are no cases.
#[test]
fn a_frame_counts_cases_and_no_entry_of_a_unit_can_be_drawn() {
    let desk = desk();
    let rooms = question("rum", "Finns rum?", "scale = 'ja_nej'\nper = 'unit'");
    fs::write(desk.path("b.toml"), protocol() + &rooms).unwrap();
    assert!(done(sv(&desk, &DRAW)).starts_with("80 av 199 ärenden drogs, frö 2026."));
    assert!(done(sv(&desk, &["draw", "D"])).starts_with("80 av 199 ärenden drogs, frö 2026."));
    let told: Value = serde_json::from_str(&done(sv(&desk, &["draw", "D", "--format", "json"]))).unwrap();
    assert_eq!((&told["frame"], &told["drawn"]), (&json!(199), &json!(80)));
    for option in ["--add", "--replace"] {
        let ran = sv(&desk, &["draw", "D", option, "unit:BRO"]);
        assert!(refused(&ran).contains("unit:BRO finns inte i urvalsramen"), "{ran:?}");
    }
}

#[test]
fn what_holds_for_the_list_is_refused_where_none_is_read() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let before = fs::read(desk.path("D/cases.csv")).unwrap();
    for option in [["--pseudonymise", "key.csv"], ["--column", "unit=Stadsdel"], ["--sheet", "Blad1"]] {
        let ran = sv(&desk, &[&["draw", "D", "--more", "1"], &option[..]].concat());
        assert!(ran.code == 2 && ran.err.contains(option[0]), "{ran:?}");
        assert!(fs::read(desk.path("D/cases.csv")).unwrap() == before && !desk.path("key.csv").exists());
    }
}

#[test]
fn in_a_group_every_file_of_a_drawn_study_is_for_the_group() {
    let desk = desk();
    let group = rustix::process::getgid().as_raw();
    // Whatever the login allows others, the group is to read.
    let strict = |args: &[&str]| {
        let mut command = Command::new("sh");
        command.args(["-c", "umask 077; exec \"$0\" \"$@\"", PROGRAM]).args(args).arg("--lang=sv");
        done(ran(command.current_dir(desk.folder.path())))
    };
    strict(&[&DRAW[..], &["--group", &group.to_string()]].concat());
    for step in [&["draw", "D", "--more", "1"][..], &["plan", "D", "--coders", "carina,lotta"]] {
        let mode = |name: &str| {
            let found = fs::metadata(desk.path("D").join(name)).unwrap();
            (name.to_owned(), found.gid(), found.mode() & 0o7777)
        };
        let files = ["study.toml", "protocol.toml", "cases.csv", "frame.csv", "plan.csv"];
        let files = files.into_iter().filter(|name| desk.path("D").join(name).exists());
        let expected = files.clone().map(|name| (name.to_owned(), group, 0o640));
        assert_eq!(files.map(mode).collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "before {step:?}");
        strict(step);
    }
    assert_eq!(fs::metadata(desk.path("D/plan.csv")).unwrap().mode() & 0o7777, 0o640);
}

#[test]
fn the_same_seed_draws_the_same_from_any_order_and_another_seed_others() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let mut rows = rows();
    rows.reverse();
    rows.rotate_left(77);
    let turned = rows.iter().fold("sex;Ärende;Verksamhet\n".to_owned(), |text, row| {
        let cells: Vec<&str> = row.trim().split(',').collect();
        text + &format!("{};{};{}\n", cells[2], cells[0], cells[1])
    });
    fs::write(desk.path("frame.csv"), turned).unwrap();
    let mut again = DRAW;
    again[1] = "E";
    done(sv(&desk, &again));
    let file = |name: &str| fs::read(desk.path(name)).unwrap();
    assert_eq!(file("D/cases.csv"), file("E/cases.csv"));
    assert_eq!(file("D/frame.csv"), file("E/frame.csv"));
    (again[1], again[7]) = ("F", "2027");
    done(sv(&desk, &again));
    assert_ne!(file("D/cases.csv"), file("F/cases.csv"));
}

#[test]
fn a_frame_in_one_file_per_unit_draws_the_same() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let files = [("Bromma", "BRO"), ("HAV", "HAV"), ("kungsholmen", "KUN"), ("SKA", "SKA")].map(|(name, unit)| {
        let rows = rows().concat().replace(&format!(",{unit},"), ";");
        let rows: String = rows.split_inclusive('\n').filter(|row| row.starts_with(unit)).collect();
        fs::write(desk.path(format!("{name}.csv")), format!("Ärende;Kön\n{rows}")).unwrap();
        format!("{name}.csv")
    });
    let mut again = DRAW.to_vec();
    again[1] = "E";
    again.splice(5..6, files.iter().map(String::as_str));
    let totals = ["--totals", "t.csv"];
    fs::write(desk.path("t.csv"), "stadsdel;antal\nKungsholmen;32\n").unwrap();
    let told = done(sv(&desk, &[&again[..], &totals].concat()));
    assert!(told.contains("\nKungsholmen: 17 + 14 = 31, uppgivet antal 32\n"), "{told}");
    let file = |name: &str| fs::read_to_string(desk.path(name)).unwrap();
    assert_eq!(file("D/cases.csv"), file("E/cases.csv"));
    assert_eq!(file("D/frame.csv"), file("E/frame.csv"));
}

#[test]
fn the_shell_draws_the_same() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let script = "tail -n +2 frame.csv | while IFS=, read -r id unit sex; do
        echo \"$unit $sex,$(printf '2026|%s' \"$id\" | sha256sum | cut -c1-64),$id\"
        done | LC_ALL=C sort | awk -F, '++n[$1] <= 10 { print $3 }' | LC_ALL=C sort";
    let shell = std::process::Command::new("sh").args(["-c", script]).current_dir(desk.folder.path()).output().unwrap();
    let mut drawn = ids(&desk, "D/cases.csv");
    drawn.sort_unstable();
    assert_eq!(String::from_utf8(shell.stdout).unwrap().lines().collect::<Vec<_>>(), drawn);
}

#[test]
fn shortfalls_are_told_and_sizes_read() {
    let desk = desk();
    fs::write(desk.path("sizes.csv"), "unit,sex,n\nSKA,K,20\nHAV,M,0\n").unwrap();
    let told = done(sv(&desk, &[&DRAW[..], &["--sizes", "sizes.csv"]].concat()));
    assert!(told.contains("\nSkarpnäck: 14 kvinnor av 20\n"), "{told}");
    assert_eq!(ids(&desk, "D/cases.csv").len(), 6 * 10 + 14);
    let settings = fs::read_to_string(desk.path("D/study.toml")).unwrap();
    assert!(settings.contains("frame = 14\nwanted = 20\ndrawn = 14\n"), "{settings}");
}

#[test]
fn more_keeps_the_list_and_every_line_that_a_person_wrote() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let before = ids(&desk, "D/cases.csv");
    let settings = fs::read_to_string(desk.path("D/study.toml")).unwrap();
    fs::write(desk.path("D/study.toml"), format!("# fråga chefen först\n{settings}")).unwrap();
    done(sv(&desk, &["D", "--coder", "carina", "--keys", "jj", "--print"]));
    let told = done(sv(&desk, &["draw", "D", "--more", "5"]));
    assert!(told.contains("37 nya ärenden: "), "{told}");
    assert!(told.contains("Skarpnäck: 14 kvinnor av 15"), "{told}");
    let after = ids(&desk, "D/cases.csv");
    let kept: Vec<&String> = after.iter().filter(|id| before.contains(id)).collect();
    assert_eq!((kept, after.len()), (before.iter().collect(), 117));
    let settings = fs::read_to_string(desk.path("D/study.toml")).unwrap();
    assert!(settings.starts_with("# fråga chefen först\n") && settings.matches("[draw]").count() == 1, "{settings}");
    assert_eq!(done(sv(&desk, &["count", "D", "--where", "q=ja"])).lines().last(), Some("1"));
    assert!(done(sv(&desk, &["verify", "D"])).contains("hel"));
    let file = || (fs::read(desk.path("D/cases.csv")).unwrap(), fs::read(desk.path("D/study.toml")).unwrap());
    let state = file();
    done(sv(&desk, &["draw", "D"]));
    assert_eq!(file(), state, "looking changes nothing");
}

#[test]
fn only_a_dropped_case_is_replaced_and_only_once() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let id = ids(&desk, "D/cases.csv")[0].clone();
    assert!(refused(&sv(&desk, &["draw", "D", "--replace", &id])).contains("utgår inte"));
    done(sv(&desk, &["D", "--coder", "carina", "--keys", "xakten saknas<enter>", "--print"]));
    fs::write(desk.path("D/plan.csv"), format!("case_id,coder,second,wave\n{id},carina,eva,\n")).unwrap();
    let blind = sv(&desk, &["draw", "D", "--replace", &id, "--coder", "eva"]);
    assert!(refused(&blind).contains("Du kan inte se än om det utgår"), "{blind:?}");
    let told = done(sv(&desk, &["draw", "D", "--replace", &id]));
    assert!(told.contains(&format!("{id} ersätts av BRO-")) && told.contains("Nytt ärende: BRO-"), "{told}");
    let after = ids(&desk, "D/cases.csv");
    assert!(after.len() == 81 && after.contains(&id), "its row stays: its lines are about it");
    assert!(refused(&sv(&desk, &["draw", "D", "--replace", &id])).contains("redan ersatt"));
    let settings = fs::read_to_string(desk.path("D/study.toml")).unwrap();
    assert!(settings.contains(&format!("replaced = [\"{id}\"]")), "{settings}");
}

#[test]
fn a_case_added_by_hand_is_recorded_as_such() {
    let desk = desk();
    done(sv(&desk, &DRAW));
    let drawn = ids(&desk, "D/cases.csv");
    let other = ids(&desk, "D/frame.csv").into_iter().find(|id| !drawn.contains(id)).unwrap();
    let told = done(sv(&desk, &["draw", "D", "--add", &other]));
    assert!(told.contains(&format!("Tillagda för hand, inte dragna: {other}")), "{told}");
    assert!(ids(&desk, "D/cases.csv").contains(&other));
    assert!(fs::read_to_string(desk.path("D/study.toml")).unwrap().contains(&format!("added = [\"{other}\"]")));
    let before = fs::read(desk.path("D/study.toml")).unwrap();
    assert!(refused(&sv(&desk, &["draw", "D", "--add", "X-1", &other])).matches("fel:").count() >= 1);
    assert_eq!(fs::read(desk.path("D/study.toml")).unwrap(), before);
}

#[test]
fn what_cannot_be_drawn_is_refused_and_nothing_made() {
    let desk = desk();
    for (more, told) in [
        (&["--per", "stadsdel"][..], "stadsdel"),
        (&["--n", "0"][..], "Inget ärende"),
        (&["--more", "5"][..], "--more"),
        (&["--sizes", "c.csv"][..], "en enda kolumn med antal"),
    ] {
        let args: Vec<&str> =
            DRAW.iter().copied().filter(|arg| more[0] != "--n" || !["--n", "10"].contains(arg)).collect();
        let ran = sv(&desk, &[&args[..], more].concat());
        assert!(refused(&ran).contains(told), "{ran:?}");
        assert!(!desk.path("D").exists());
    }
    assert!(refused(&sv(&desk, &["draw", "S", "--more", "5"])).contains("inte dragna"));
    done(sv(&desk, &DRAW));
    let frame = fs::read_to_string(desk.path("D/frame.csv")).unwrap();
    let (shorter, _) = frame.trim_end().rsplit_once('\n').unwrap();
    fs::write(desk.path("D/frame.csv"), shorter).unwrap();
    assert!(refused(&sv(&desk, &["draw", "D", "--more", "5"])).contains("frame.csv"));
}
