//! A seal that was written down tells later whether what was sealed has been changed.

use super::desk::{Desk, rechained};
use serde_json::Value;
use std::fs;

fn seals(desk: &Desk) -> Vec<(String, u64, String)> {
    let ran = desk.run(&["seal", "S", "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |seal: &Value| (text(&seal["coder"]), seal["entries"].as_u64().unwrap(), text(&seal["seal"]));
    json["seals"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn a_seal_holds_while_the_study_grows_and_no_longer_once_a_sealed_line_is_another() {
    let desk = Desk::new();
    assert!(desk.run(&["seal", "S"]).out.contains("nothing to seal"));
    desk.codes("S", "carina", "yyn");
    desk.codes("S", "carina", "n");
    desk.codes("S", "lotta", "<pagedown>ny");
    let made = seals(&desk);
    assert_eq!(
        made.iter().map(|(coder, n, _)| (coder.as_str(), *n)).collect::<Vec<_>>(),
        [("carina", 4), ("lotta", 2)]
    );
    let (carina, lotta) = (made[0].2.as_str(), made[1].2.as_str());
    let printed = desk.run(&["seal", "S"]);
    assert!(printed.out.lines().all(|line| line.len() <= 60) && printed.out.contains(carina), "{printed:?}");
    desk.codes("S", "carina", "y");
    let checked = desk.run(&["verify", "S", "--seal", carina, "--seal", lotta]);
    assert_eq!((checked.code, checked.out.matches(" holds: ").count()), (0, 2), "{checked:?}");
    // Somebody who knows how rewrites a whole file of the sealed ones, so that its own chain is right.
    let file = desk.path("S/ledger/lotta/0001.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, rechained(&text.replacen("\"answer\":\"yes\"", "\"answer\":\"no\"", 1))).unwrap();
    let checked = desk.run(&["verify", "S", "--seal", carina, "--seal", lotta]);
    assert_eq!((checked.code, checked.out.matches("does not hold").count()), (4, 1), "{checked:?}");
    let json = desk.run(&["verify", "S", "--seal", carina, "--format", "json"]).out;
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["seals"], serde_json::json!([carina]));
}

#[test]
fn an_earlier_file_is_under_the_seal_of_the_newest() {
    let desk = Desk::new();
    desk.codes("S", "carina", "yyn");
    desk.codes("S", "carina", "n");
    let seal = seals(&desk).remove(0).2;
    let file = desk.path("S/ledger/carina/0001.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, rechained(&text.replacen("\"answer\":\"yes\"", "\"answer\":\"no\"", 1))).unwrap();
    let checked = desk.run(&["verify", "S", "--seal", &seal]);
    assert_eq!(checked.code, 4, "{checked:?}");
    assert_eq!(desk.run(&["seal", "S"]).code, 4, "what is damaged is not sealed");
}

#[test]
fn a_seal_does_not_vouch_for_a_file_that_was_recovered_since() {
    for (is_removed, from) in [(true, 0), (false, 60)] {
        let desk = Desk::new();
        desk.codes("S", "carina", "yyn");
        desk.codes("S", "carina", "n");
        let seal = seals(&desk).remove(0).2;
        let file = desk.path("S/ledger/carina/0001.jsonl");
        let mut bytes = fs::read(&file).unwrap();
        bytes[from] ^= 1;
        if is_removed {
            fs::remove_file(&file).unwrap();
        } else {
            fs::write(&file, bytes).unwrap();
        }
        desk.run(&["recover", "S"]);
        let checked = desk.run(&["verify", "S", "--seal", &seal]);
        let said = "holds only for the first";
        assert_eq!(
            (checked.code, checked.out.contains(said), checked.out.contains(" holds: ")),
            (4, true, false),
            "{checked:?}"
        );
    }
}

#[test]
fn what_is_no_seal_is_refused_with_what_one_looks_like() {
    let desk = Desk::new();
    for wrong in ["carina", "carina-3-xyz"] {
        let refused = desk.run(&["verify", "S", "--seal", wrong]);
        assert_eq!((refused.code, refused.err.contains("carina-214-9f3a77c15e0b42d1")), (2, true), "{refused:?}");
    }
    let unknown = desk.run(&["verify", "S", "--seal", "nobody-3-9f3a77c15e0b42d1"]);
    assert_eq!(unknown.code, 4, "{unknown:?}");
}
