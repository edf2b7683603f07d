//! `aktkoll status`: how far the coding is, for people and for programs, without leaving a trace.

use super::desk::{Desk, Ran, plan_and_decision};
use crate::pty::Pty;
use std::fs;

fn protocol() -> String {
    let check = "[[check]]\nwhen = { plan = \"nej\", beslut = \"ja\" }\nmessage = \"Beslut utan plan\"\n";
    plan_and_decision("note_on = [\"nej\"]\n") + check
}

const CASES: &str =
    "case_id,unit,coder,second\nB-1,BRO,carina,lotta\nB-2,BRO,carina,\nB-3,BRO,lotta,\nS-1,SKH,lotta,carina\n";

fn desk() -> Desk {
    let desk = Desk::of(&protocol(), CASES);
    for (coder, keys, more) in [
        ("carina", "njf2<enter><space><space>", &[][..]),
        ("lotta", "j!<pagedown>xfel person<enter>", &[]),
        ("lotta", "jj", &["--round", "second"]),
    ] {
        let args = [&["S", "--coder", coder, "--lang", "sv", "--keys", keys, "--print"], more].concat();
        let sat = desk.run(&args);
        assert_eq!(sat.code, 0, "{sat:?}");
    }
    desk
}

fn status(desk: &Desk, more: &[&str]) -> Ran {
    let ran = desk.run(&[&["status", "S", "--lang", "sv"], more].concat());
    assert!(ran.code == 0 && ran.err.is_empty(), "{ran:?}");
    ran
}

fn json(desk: &Desk, more: &[&str]) -> serde_json::Value {
    serde_json::from_str(&status(desk, &[&["--format", "json"], more].concat()).out).unwrap()
}

#[test]
fn a_case_that_is_not_in_the_frame_covers_nothing_of_it() {
    let desk = desk();
    fs::write(desk.path("S/frame.csv"), "case_id,unit\nB-1,BRO\nB-2,BRO\nB-9,BRO\nS-1,SKH\nS-2,SKH\n").unwrap();
    let out = status(&desk, &[]).out;
    assert!(out.contains("3 av 5 i urvalsramen ingår"), "{out}");
}

#[test]
fn people_get_tables_and_lists_on_one_screenful() {
    let desk = desk();
    fs::write(desk.path("S/frame.csv"), "case_id,unit\nB-1,BRO\nB-2,BRO\nB-3,BRO\nS-1,SKH\nS-2,SKH\n").unwrap();
    let out = status(&desk, &[]).out;
    assert!(out.lines().count() <= 24 && out.lines().all(|line| line.chars().count() <= 80), "{out}");
    let squeezed: Vec<String> = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "1 av 3 ärenden klara, 4 av 5 i urvalsramen ingår",
        "carina 1 0 1 2 0",
        "lotta 0 1 0 1 1",
        "Totalt 1 1 1 3 1 5",
        "Bromma 1 1 1 3 0 3",
        "Skärholmen 0 0 0 0 1 2",
        "Skäl saknas (1) B-1",
        "Motsägande svar (1) B-1",
        "Osäkra svar (1) B-3",
        "Utgår (1) S-1 (fel person)",
    ] {
        assert!(squeezed.iter().any(|known| known == line), "{line}:\n{out}");
    }
    let discussed = |line: &String| line.starts_with("Att diskutera (1) B-1 (carina 20") && line.ends_with(')');
    assert!(squeezed.iter().any(discussed), "with who raised it and on which day: {out}");
    let coders = out.lines().skip_while(|line| !line.starts_with("Granskare")).take(4);
    let ends: Vec<usize> = coders.map(|line| line.chars().count()).collect();
    assert!(ends.len() == 4 && ends.iter().all(|end| *end == ends[0]), "numbers stand to the right: {out}");
}

#[test]
fn programs_get_every_place() {
    let all = json(&desk(), &[]);
    assert_eq!(all["cases"]["done"], 1);
    assert_eq!(
        all["coders"][1],
        serde_json::json!({
            "coder": "lotta", "done": 0, "begun": 1, "left": 0, "dropped": 1, "all": 1
        })
    );
    assert_eq!(all["second"][1]["begun"], 1, "{}", all["second"]);
    let check = serde_json::json!({ "case_id": "B-1", "question": "beslut", "said": "Beslut utan plan" });
    assert_eq!(all["lists"]["checks"], serde_json::json!([check]));
    assert_eq!(all["lists"]["gaps_begun"][0]["question"], "beslut");
}

#[test]
fn second_codings_stand_by_wave_and_blind_coders_see_their_own() {
    let desk = desk();
    let plan = "case_id,coder,second,wave\nB-1,carina,lotta,early\nB-2,carina,,\nB-3,lotta,carina,late\n\
        S-1,lotta,carina,early\n";
    fs::write(desk.path("S/plan.csv"), plan).unwrap();
    let out = status(&desk, &[]).out;
    let waves: Vec<_> = json(&desk, &[])["waves"].as_array().unwrap().iter().map(ToString::to_string).collect();
    assert!(waves[0].contains("\"begun\":1") && waves[0].contains("\"wave\":\"early\""), "{waves:?}");
    assert!(waves[1].contains("\"left\":1") && waves[1].contains("\"wave\":\"late\""), "{waves:?}");
    assert!(out.contains("När i dubbelgranskningen") && out.contains("\ntidig "), "{out}");
    let own = json(&desk, &["--coder", "carina", "--round", "second"]);
    let left: Vec<_> = own["waves"].as_array().unwrap().iter().map(|wave| wave["all"].as_u64()).collect();
    assert_eq!(left, [Some(1), Some(1)]);
    assert!(!own.to_string().contains("lotta"), "{own}");
}

#[test]
fn one_coder_or_a_blind_round_is_shown_alone() {
    let desk = desk();
    let carina = json(&desk, &["--coder", "carina"]);
    assert_eq!((&carina["cases"]["all"], &carina["lists"]["unsure"]), (&2.into(), &serde_json::json!([])));
    let blind = json(&desk, &["--coder", "carina", "--round", "second"]);
    assert_eq!((&blind["cases"]["all"], &blind["cases"]["left"]), (&1.into(), &1.into()), "{blind}");
    assert_eq!(blind["second"], serde_json::json!([]));
    assert!(!blind.to_string().contains("lotta") && !blind.to_string().contains("fel person"), "{blind}");
}

#[test]
fn looking_leaves_no_trace_and_what_is_wrong_is_refused() {
    let desk = desk();
    let files = || {
        let mut found: Vec<_> = ["carina", "lotta"].into_iter().flat_map(|coder| desk.segments(coder)).collect();
        found.extend(fs::read_dir(desk.path("S")).unwrap().map(|file| file.unwrap().path()));
        found.sort();
        found
    };
    let before = files();
    status(&desk, &["--coder", "nova"]);
    assert_eq!(files(), before);
    assert_eq!(desk.run(&["status", "nowhere"]).code, 1);
    assert_eq!(desk.run(&["status", "S", "--format", "csv"]).code, 2);
    fs::write(desk.path("S/frame.csv"), "nothing\n").unwrap();
    let wrong = desk.run(&["status", "S"]);
    assert!(wrong.code == 1 && wrong.err.contains("frame.csv"), "{wrong:?}");
}

/// Esc, and nothing after it before it is heard: else both would be one key.
fn leave_the_page(pty: &mut Pty) {
    pty.type_in("\x1b");
    pty.until("the page closed", |pty| !pty.screen().contents().contains("Läget i granskningen"));
}

#[test]
fn two_who_code_at_the_same_time_follow_each_other_and_lose_nothing() {
    let cases = "case_id,unit,coder\nB-1,BRO,carina\nB-2,BRO,carina\nS-1,SKH,lotta\nS-2,SKH,lotta\n";
    let desk = Desk::of(&protocol(), cases);
    let [mut carina, mut lotta] = ["carina", "lotta"].map(|coder| desk.start(&[], coder, &["--lang", "sv"]));
    carina.shows("B-1");
    lotta.shows("S-1");
    carina.type_in("P");
    carina.shows("0 av 4 ärenden klara");
    lotta.type_in("jj ");
    carina.shows("1 av 4 ärenden klara");
    lotta.type_in("P");
    leave_the_page(&mut carina);
    carina.type_in("jj ");
    lotta.shows("2 av 4 ärenden klara");
    leave_the_page(&mut lotta);
    lotta.type_in("jj");
    carina.type_in("jj");
    for pty in [&mut lotta, &mut carina] {
        pty.type_in(" P");
    }
    for mut pty in [lotta, carina] {
        pty.shows("4 av 4 ärenden klara");
        leave_the_page(&mut pty);
        pty.type_in("q");
        assert_eq!(pty.ended().0, 0);
    }
    let all = json(&desk, &[]);
    assert_eq!((&all["cases"]["done"], &all["lists"]["gaps_done"]), (&4.into(), &serde_json::json!([])));
    let verified = desk.run(&["verify", "S"]);
    assert!(verified.code == 0 && verified.out.contains("16 "), "{verified:?}");
}

#[test]
fn one_login_with_two_names_is_told_of_unless_both_are_planned() {
    let desk = Desk::of(&protocol(), "case_id,unit\nB-1,BRO\nB-2,BRO\n");
    let sit = |coder: &str, keys: &str| {
        let sat = desk.run(&["S", "--coder", coder, "--yes", "--lang", "sv", "--keys", keys, "--print"]);
        assert_eq!(sat.code, 0, "{sat:?}");
    };
    sit("carina", "jj");
    sit("anna", "q");
    assert_eq!(desk.run(&["status", "S"]).err, "", "who has answered nothing is no name");
    sit("carina-l", "<pagedown>jj");
    let json: serde_json::Value = serde_json::from_str(&desk.run(&["status", "S", "--format", "json"]).out).unwrap();
    assert_eq!(json["names_by_login"][0]["coders"], serde_json::json!(["carina", "carina-l"]));
    let told = "carina, carina-l har kodat under samma inloggning, ";
    for command in [&["status", "S"][..], &["verify", "S"], &["plan", "S", "--coders", "carina,anna", "--yes"]] {
        let ran = desk.run(&[command, &["--lang", "sv"]].concat());
        assert!(ran.code == 0 && ran.err.contains(told) && ran.err.contains("(i på skärmen)"), "{ran:?}");
    }
    let planned = desk.run(&["plan", "S", "--coders", "carina,carina-l", "--yes", "--lang", "sv"]);
    assert!(planned.code == 0 && !planned.err.contains(told), "{planned:?}");
    assert!(desk.run(&["status", "S", "--lang", "sv"]).err.is_empty(), "two who are planned are two");
}
