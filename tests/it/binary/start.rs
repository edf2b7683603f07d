//! The program alone: the studies opened last with what waits in them, and a study made by questions.

use super::desk::Desk;
use std::fs;

#[test]
fn what_waits_in_a_study_is_told_before_it_is_opened() {
    let desk = Desk::of(&super::desk::protocol(), "case,unit\nA-01,A\nA-02,A\nB-01,B\nB-02,B\n");
    let plan = desk.run(&["plan", "S", "--coders", "alva,bo", "--share", "100%", "--seed", "1"]);
    assert_eq!(plan.code, 0, "{plan:?}");
    desk.run(&["S", "--coder", "alva", "--keys", "q", "--print"]);
    let before = desk.run(&["--coder", "alva"]).out;
    assert!(before.contains("1  Trial\n"), "{before}");
    let wanted = "0 of 2 cases done · 2 cases left for you · 2 cases to code a second time";
    assert!(before.contains(wanted), "the two to be coded blind stand for themselves: {before}");
    let strange = desk.run(&["--coder", "nobody"]).out;
    assert!(
        strange.contains("0 of 2 cases done\n"),
        "what waits is the coder's own, and who sat down as alva sees no more: {strange}"
    );
    fs::write(desk.path("S/cases.csv"), "").unwrap();
    let broken = desk.run(&["--coder", "alva"]);
    assert!(broken.code == 0 && broken.out.contains("1  S\n") && broken.out.contains("cannot be opened"), "{broken:?}");
}

#[test]
fn a_study_is_made_by_questions_and_opened() {
    let desk = Desk::new();
    fs::write(desk.path("more.csv"), "case,unit\nN-01,N\nN-02,N\nN-03,M\n").unwrap();
    let mut pty = desk.terminal(&[]);
    pty.shows("make a new study");
    pty.type_in("x\r");
    pty.shows("not in the list");
    pty.type_in("h\r");
    pty.shows("lists-and-sampling");
    pty.type_in("nothing\r");
    pty.shows("no page");
    pty.type_in("\r");
    pty.type_in("n\r");
    pty.shows("The file with the cases");
    pty.type_in("nowhere.csv\r");
    pty.shows("No file has this name");
    fs::write(desk.path("twice.csv"), "case,unit\nN-01,N\nN-01,N\n").unwrap();
    pty.type_in("twice.csv\r");
    pty.shows("The protocol for twice.csv:");
    pty.type_in("p.toml\r");
    pty.shows("The protocol needs a list with case numbers and:");
    pty.shows("Choose another protocol, or correct the list");
    // Tab completes what is clear, and tells the names where several could be meant.
    fs::write(desk.path("most.csv"), "").unwrap();
    pty.type_in("mo\t");
    pty.shows("more.csv, most.csv");
    pty.type_in("r\t\r");
    pty.shows("The protocol for more.csv:");
    pty.type_in("p\t\r");
    pty.shows("3 cases and 60 questions");
    assert!(!desk.path("S2").exists());
    pty.type_in("S\r");
    pty.shows("already exists");
    // What cannot be written is told, and another folder asked for.
    pty.type_in("p.toml/S3\r");
    pty.shows("The study could not be created");
    pty.type_in("Sx\x7f2\r");
    pty.shows("Question 1?");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    let listed = desk.run(&["list", "S2"]).out;
    assert!(listed.contains("N-03"), "{listed}");
}

#[test]
fn what_a_protocol_needs_and_a_list_has_is_shown_before_one_is_chosen() {
    let desk = Desk::new();
    fs::write(desk.path("list.csv"), "Case;District;Gender;Born\nN-01;North;F;1950\nN-02;North;M;1951\n").unwrap();
    let listed = desk.run(&["protocol", "list", "--cases", "list.csv"]).out;
    let of = |id: &str| listed.split(&format!("\n{id} ")).nth(1).unwrap_or(&listed).lines().take(2).collect::<String>();
    assert!(listed.starts_with("demo "), "what fits comes first: {listed}");
    let fits = "the list fits: case number (Case), Unit (District), Sex (Gender), Year of birth (Born)";
    assert!(listed.contains(fits), "{listed}");
    assert!(of("dv2021").contains("missing: Beslut enligt urvalslistan, Beslutsår"), "{listed}");
    assert!(of("bs2023").contains("but not the values: \"North\""), "{listed}");
    let json = desk.run(&["protocol", "list", "--cases", "list.csv", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["protocols"][0]["fits"], true);
    assert_eq!(json["protocols"][0]["columns"][0]["header"], "District");
    let plain = desk.run(&["protocol", "list"]).out;
    assert!(!plain.contains("needs: case") && plain.contains("aktkoll protocol show ID"), "{plain}");
    let mut pty = desk.terminal(&["protocol", "list"]);
    pty.shows("demo             Home support: file review (9 questions)");
    pty.shows("Which ones fit a list:");
    assert_eq!(pty.ended().0, 0);
    let gone = desk.run(&["protocol", "list", "--cases", "gone.csv"]);
    assert!(gone.code == 1 && gone.err.contains("gone.csv"), "{gone:?}");
    // Without a terminal nothing is asked; at one the protocol is.
    let untold = desk.run(&["new", "N", "--cases", "list.csv"]);
    assert!(untold.code == 2 && untold.err.contains("aktkoll protocol list --cases list.csv"), "{untold:?}");
    let mut pty = desk.terminal(&["new", "N", "--cases", "list.csv"]);
    pty.shows("The protocol for list.csv:");
    assert!(String::from_utf8_lossy(&pty.bytes()).contains("the list fits: case number (Case), Unit (District)"));
    pty.type_in("1\r");
    assert_eq!(pty.ended().0, 0);
    assert!(desk.run(&["list", "N"]).out.contains("N-02"));
}

#[test]
fn a_path_that_is_left_gives_the_terminal_back() {
    let desk = Desk::new();
    for leaves in ["\x03", "\x04"] {
        let mut pty = desk.terminal(&[]);
        pty.shows("make a new study");
        pty.type_in("n\r");
        pty.shows("Tab completes names");
        pty.type_in("\x1b[A");
        pty.type_in(leaves);
        if leaves == "\x04" {
            pty.shows("No study was made.");
            pty.type_in("\r");
        }
        let (code, ..) = pty.ended();
        assert_eq!(code == 0, leaves == "\x04", "{leaves:?}");
    }
}

#[test]
fn nothing_typed_makes_nothing() {
    let desk = Desk::new();
    let mut pty = desk.terminal(&[]);
    pty.shows("make a new study");
    pty.type_in("n\r");
    pty.shows("The file with the cases");
    pty.type_in("\r");
    pty.shows("No study was made.");
    pty.until("the start screen again", |pty| pty.screen().contents().matches("make a new study").count() == 2);
    pty.type_in("\r");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn a_second_coding_without_a_plan_begins_after_a_yes() {
    let desk = Desk::of(&super::desk::protocol(), "case,unit\nA-01,A\nA-02,A\n");
    let second = ["S", "--coder", "bo", "--round", "second", "--keys", "y", "--print"];
    let refused = desk.run(&second);
    assert!(refused.code == 1 && refused.err.contains("No double coding is planned"), "{refused:?}");
    assert_eq!(desk.segments("bo").len(), 0);
    assert_eq!(desk.run(&[&second[..], &["--yes"]].concat()).code, 0);
    assert_eq!(desk.run(&second).code, 0, "once begun it goes on");
}
