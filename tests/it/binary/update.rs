//! A newer version of the protocol in a running study.

use super::desk::Desk;
use crate::fixture::swedish;
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// The answers of the journey: decision, plan, SIP, end.
const FIRST: [&str; 2] = ["jdjn<space>", "njjj<space>"];

fn old() -> String {
    swedish()
        .version("2023-1")
        .unit("")
        .question("beslut", "Är beslutet bifall?", "scale = 'ja_nej'")
        .question("plan", "Finns en plan?", "")
        .question("sip", "Finns en SIP?", "scale = 'ja_nej'")
        .question("slut", "Avslutat?", "scale = 'ja_nej'")
        .to_string()
}

/// The decision is worded otherwise, the plan has lost a choice, the SIP has a condition, the end is gone.
fn new() -> String {
    swedish()
        .version("2023-2")
        .unit("")
        .question("beslut", "Är beslutet helt eller delvis bifall?", "scale = 'ja_nej'")
        .question("plan", "Finns en plan?", "scale = 'ja_nej'")
        .question("sip", "Finns en SIP?", "scale = 'ja_nej'\nwhen = { beslut = 'ja' }")
        .question("ny", "Nytt?", "scale = 'ja_nej'")
        .to_string()
}

/// A study that carina has coded, with both versions beside it.
fn coded() -> Desk {
    let desk = Desk::of(&old(), "case,unit\nA-01,A\nA-02,A\n");
    fs::write(desk.path("old.toml"), old()).unwrap();
    fs::write(desk.path("new.toml"), new()).unwrap();
    keys(&desk, &FIRST.concat());
    desk
}

/// What the screen shows after some keys of carina's.
fn keys(desk: &Desk, keys: &str) -> String {
    let shown = desk.run(&[
        "S", "--coder", "carina", "--lang", "sv", "--keymap", "sv", "--size", "120x24", "--keys", keys, "--print",
    ]);
    assert_eq!(shown.code, 0, "{shown:?}");
    shown.out
}

fn update(desk: &Desk, file: &str, more: &[&str]) -> String {
    let ran = desk.run(&[&["protocol", "update", "S", file, "--lang", "sv"], more].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

fn tally(desk: &Desk) -> String {
    desk.run(&["tally", "S", "--format", "csv"]).out
}

#[test]
fn the_differences_and_what_they_do_to_the_answers_are_shown() {
    let desk = coded();
    let shown = desk.run(&["protocol", "update", "S", "new.toml", "--lang", "sv", "--view"]);
    insta::assert_snapshot!(shown.out, @"
    Protokollet
      version: ”2023-1” blir ”2023-2”
    beslut  Är beslutet helt eller delvis bifall?
      lydelse: ”Är beslutet bifall?” blir ”Är beslutet helt eller delvis bifall?”
    plan  Finns en plan?
      svaret delvis tas bort
    sip  Finns en SIP?
      villkor: inget blir ”beslut=ja”
    ny  Nytt?
      läggs till
    slut  Avslutat?
      tas bort

    Svar som inte längre räknas. De sparas, och räknas igen om protokollet ändras tillbaka:
      plan: 1 svar, går inte längre att ge
      sip: 1 svar, frågan ställs inte längre i de ärendena
      slut: 2 svar, frågan tas bort
    4 svar gavs under en äldre lydelse och kan behöva ses över (g på skärmen).
    2 påbörjade ärenden får nya luckor.
    ");
    assert_eq!(fs::read_to_string(desk.path("S/protocol.toml")).unwrap(), old());
}

#[test]
fn only_a_yes_updates() {
    let desk = coded();
    for (answer, code) in [("n\n", 1), ("", 1), ("vet inte\n", 1), ("j\n", 0)] {
        let mut command = desk.command(&["protocol", "update", "S", "new.toml", "--lang", "sv"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(answer.as_bytes()).unwrap();
        let ended = child.wait_with_output().unwrap();
        let told = String::from_utf8(ended.stderr).unwrap();
        assert!(told.contains("Uppdatera? [j/n]"), "{told}");
        assert_eq!(ended.status.code(), Some(code), "{answer:?}: {told}");
        let stands = fs::read_to_string(desk.path("S/protocol.toml")).unwrap();
        assert_eq!(stands, if code == 0 { new() } else { old() }, "{answer:?}");
    }
}

#[test]
fn the_old_version_is_kept_with_its_mode_and_never_written_over() {
    use std::os::unix::fs::PermissionsExt;
    let desk = coded();
    let mode = |name: &str| fs::metadata(desk.path("S").join(name)).unwrap().permissions().mode() & 0o777;
    let before = mode("protocol.toml");
    update(&desk, "new.toml", &["--yes"]);
    let kept = |text: &str| format!("protocol-{}.toml", &aktkoll::base::digest::sha256(text.as_bytes())[..8]);
    assert_eq!(fs::read_to_string(desk.path("S").join(kept(&old()))).unwrap(), old());
    assert_eq!((mode(&kept(&old())), mode("protocol.toml")), (before, before));
    fs::write(desk.path("S").join(kept(&new())), "something else").unwrap();
    let refused = desk.run(&["protocol", "update", "S", "old.toml", "--yes"]);
    assert_eq!((refused.code, fs::read_to_string(desk.path("S/protocol.toml")).unwrap()), (1, new()), "{refused:?}");
    let verified = desk.run(&["verify", "S", "--lang", "sv"]);
    assert_eq!(verified.code, 0, "a strange old version is only a note");
    assert!(verified.out.contains(&kept(&new())), "{}", verified.out);
}

#[test]
fn json_writes_only_with_a_yes() {
    let desk = coded();
    let json = |more: &[&str]| -> serde_json::Value {
        serde_json::from_str(&update(&desk, "new.toml", &[&["--format", "json"], more].concat())).unwrap()
    };
    let looked = json(&[]);
    assert_eq!((looked["updated"].as_bool(), looked["cases_with_gaps"].as_u64()), (Some(false), Some(2)));
    assert_eq!(looked["answers"][1]["not_offered"], 1);
    assert_eq!(looked["answers"][2]["masked"], 1);
    assert_eq!(looked["answers"][3]["removed"], 2);
    assert_eq!(fs::read_to_string(desk.path("S/protocol.toml")).unwrap(), old());
    assert_eq!(json(&["--yes"])["updated"], true);
    assert_eq!(fs::read_to_string(desk.path("S/protocol.toml")).unwrap(), new());
    assert_eq!(
        (json(&["--yes"])["updated"].as_bool(), json(&[])["differences"].as_array().map(Vec::len)),
        (Some(false), Some(0))
    );
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let desk = coded();
    let foreign = new().replace("id = \"p\"", "id = \"annat\"");
    let faulty = new().replace("area = \"A\"", "area = \"B\"").replace("when = {", "wehn = {");
    let column = new() + "\n[[attribute]]\nid = \"sex\"\nlabel = \"Kön\"\nrole = \"sex\"\n";
    for (text, told) in [(foreign, "annat"), (faulty, "wehn"), (column, "cases.csv")] {
        fs::write(desk.path("bad.toml"), text).unwrap();
        let refused = desk.run(&["protocol", "update", "S", "bad.toml", "--yes", "--lang", "sv"]);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains(told), "{}", refused.err);
    }
    assert!(update(&desk, "old.toml", &["--yes"]).contains("Inget ändras"));
    assert_eq!(fs::read_to_string(desk.path("S/protocol.toml")).unwrap(), old());
    let files = fs::read_dir(desk.path("S")).unwrap().count();
    assert_eq!(files, 4, "study, protocol, cases and ledger");
}

#[test]
fn going_back_to_the_old_file_restores_every_answer() {
    let desk = coded();
    let (before, opened) = (tally(&desk), desk.run(&["list", "S", "--format", "json"]).out);
    update(&desk, "new.toml", &["--yes"]);
    assert_ne!(tally(&desk), before);
    let verified = desk.run(&["verify", "S", "--lang", "sv"]);
    assert!(verified.out.starts_with("3 rader gäller frågor eller svar som bara finns i äldre"), "{}", verified.out);
    update(&desk, "old.toml", &["--yes"]);
    assert_eq!((tally(&desk), desk.run(&["list", "S", "--format", "json"]).out), (before, opened));
    assert_eq!(desk.run(&["verify", "S", "--lang", "sv"]).out.lines().count(), 1);
}

#[test]
fn a_journey_through_an_update_walks_gaps_then_answers_to_look_at_and_loses_nothing() {
    let desk = coded();
    let before = tally(&desk);
    let first = fs::read_to_string(desk.newest("carina")).unwrap();
    update(&desk, "new.toml", &["--yes"]);
    let opened = keys(&desk, "");
    assert!(opened.contains("Protokollet är ändrat. 4 svar har äldre lydelse"), "{opened}");
    for (case, question) in [("A-01", "2 Finns en plan?"), ("A-02", "4 Nytt?"), ("A-01", "4 Nytt?")] {
        let shown = keys(&desk, "g");
        assert!(shown.contains(&format!("{case} ·")) && shown.contains(&format!("▶  {question}")), "{shown}");
        if (case, question) == ("A-01", "4 Nytt?") {
            assert!(keys(&desk, "g").contains("Det här är den sista luckan."));
        }
        keys(&desk, "j");
    }
    let summary = keys(&desk, "<end><space>");
    assert!(summary.contains("under äldre lydelse") && summary.contains("(äldre lydelse)"), "{summary}");
    let mut looked_at = Vec::new();
    for _ in 0..4 {
        let shown = keys(&desk, "g");
        let old = shown.lines().find(|line| line.contains("Besvarad under en äldre")).unwrap_or(&shown).to_owned();
        looked_at.push(old.split_once('│').unwrap().1.trim().to_owned());
        keys(&desk, if looked_at.last().unwrap().contains("bifall") && shown.contains("A-02 ·") { "n" } else { "j" });
        let line = fs::read_to_string(desk.newest("carina")).unwrap();
        let answer = line.lines().find(|line| line.contains("\"op\":\"answer\"")).unwrap();
        let value = answer.split_once("\"answer\":\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        assert!(answer.contains(&format!("\"was\":\"{value}\"")), "the same answer is recorded anew: {answer}");
    }
    insta::assert_snapshot!(looked_at.join("\n"), @"
    Besvarad under en äldre lydelse (2023-1): ”Är beslutet bifall?”
    Besvarad under en äldre lydelse (2023-1): villkor: inget
    Besvarad under en äldre lydelse (2023-1): ”Är beslutet bifall?”
    Besvarad under en äldre lydelse (2023-1): svaret delvis fanns
    ");
    assert!(keys(&desk, "g").contains("Det finns inga luckor"));
    assert_eq!(fs::read_to_string(&desk.segments("carina")[0]).unwrap(), first, "nothing is taken out");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    update(&desk, "old.toml", &["--yes"]);
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    // The plan of A-01 was answered anew; all else is as it was before.
    let others =
        |tally: &str| tally.lines().filter(|line| !line.starts_with("plan,")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(&tally(&desk)), others(&before));
    let shown = keys(&desk, "g");
    assert!(shown.contains("Besvarad under en äldre lydelse (2023-2)"), "{shown}");
}

#[test]
fn a_session_that_is_open_keeps_its_own_protocol_until_it_is_left() {
    let desk = Desk::new();
    let newer =
        super::desk::protocol().replace("version = \"1\"", "version = \"2\"").replace("Question 2?", "Query 2?");
    fs::write(desk.path("newer.toml"), &newer).unwrap();
    let first = fs::read_to_string(desk.path("p.toml")).unwrap();
    let hash = |text: &str| format!("\"protocol\":\"{}\"", aktkoll::base::digest::sha256(text.as_bytes()));
    let mut pty = desk.open("carina", &[]);
    pty.type_in("y");
    pty.shows("1/60");
    assert_eq!(desk.run(&["protocol", "update", "S", "newer.toml", "--yes"]).code, 0);
    pty.type_in("y");
    pty.shows("2/60");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert!(fs::read_to_string(desk.newest("carina")).unwrap().contains(&hash(&first)));
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", "gy", "--print"]).code, 0);
    assert!(fs::read_to_string(desk.newest("carina")).unwrap().contains(&hash(&newer)));
    assert_eq!(desk.segments("carina").len(), 2);
    assert_eq!(desk.reopened("carina"), (3, 0));
}

#[test]
fn an_answer_that_is_none_of_the_new_kind_stops_counting_until_the_kind_is_changed_back() {
    let question = |kind: &str| {
        let version = kind.len().to_string();
        swedish().version(&version).unit("").question("dagar", "Dagar?", kind).to_string()
    };
    let desk = Desk::of(&question("kind = \"text\""), "case,unit\nA-01,A\nA-02,A\nA-03,A\n");
    keys(&desk, "<enter>några<enter><space><enter>3<enter><space><enter>12<enter>");
    let before = tally(&desk);
    for (kind, lost, base) in [
        ("kind = \"number\"", "dagar: 1 svar, går inte längre att ge", 2),
        ("kind = \"number\"\nmax = 9", "dagar: 1 svar, går inte längre att ge", 1),
        ("kind = \"date\"", "dagar: 1 svar, går inte längre att ge", 0),
    ] {
        fs::write(desk.path("new.toml"), question(kind)).unwrap();
        let told = update(&desk, "new.toml", &["--yes"]);
        assert!(told.contains(lost), "{kind}: {told}");
        let tally: serde_json::Value =
            serde_json::from_str(&desk.run(&["tally", "S", "--format", "json"]).out).unwrap();
        assert_eq!(tally["questions"][0]["groups"][0]["base"], base, "{kind}: {tally}");
    }
    fs::write(desk.path("old.toml"), question("kind = \"text\"")).unwrap();
    update(&desk, "old.toml", &["--yes"]);
    assert_eq!(tally(&desk), before);
}
