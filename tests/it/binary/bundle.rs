//! A study is packed into one file, and received whole, again, grown, older, changed on its way, or made up.

use super::desk::{Desk, Ran, rechained};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn bundle(desk: &Desk, file: &str) -> Value {
    let ran = desk.run(&["bundle", "S", "-o", file, "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str(&ran.out).unwrap()
}

fn receive(desk: &Desk, file: &str) -> Ran {
    desk.run(&["receive", file, "--out", "copy"])
}

fn state(desk: &Desk, file: &str) -> String {
    let ran = desk.run(&["receive", file, "--out", "copy", "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str::<Value>(&ran.out).unwrap()["state"].as_str().unwrap().to_owned()
}

/// Every file of a folder, with when it was written.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|(below, what)| (format!("{name}/{below}"), what)));
        } else {
            let written = entry.metadata().unwrap().modified().unwrap();
            found.insert(name, (fs::read(entry.path()).unwrap(), written));
        }
    }
    found
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A bundle with its parts changed.
fn changed(desk: &Desk, from: &str, to: &str, change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(desk.path(from)).unwrap())).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.push((entry.name().unwrap().to_string(), bytes));
    }
    change(&mut parts);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    fs::write(desk.path(to), out.finish().unwrap().into_inner()).unwrap();
}

/// The manifest of a bundle written anew, as somebody would who knows how.
fn forged(parts: &mut [(String, Vec<u8>)], change: impl FnOnce(&mut String)) {
    let (name, manifest) = &mut parts[0];
    assert_eq!(name, "manifest.json");
    let mut text = String::from_utf8(manifest.clone()).unwrap();
    change(&mut text);
    *manifest = rechained(&text).into_bytes();
}

#[test]
fn a_study_is_received_whole_and_again_changes_nothing() {
    let desk = Desk::new();
    desk.codes("S", "carina", "yyn");
    desk.codes("S", "lotta", "<pagedown>ny");
    let made = bundle(&desk, "one.zip");
    assert_eq!((made["files"].as_u64(), &made["private"]), (Some(2), &serde_json::json!([])));
    assert_eq!(state(&desk, "one.zip"), "new");
    let verified = desk.run(&["verify", "copy"]);
    assert!(verified.code == 0 && verified.out.contains("The ledger is intact"), "{verified:?}");
    let tally = |study| desk.run(&["tally", study, "--format", "csv"]).out;
    assert_eq!(tally("S"), tally("copy"));
    let before = files(&desk.path("copy"));
    assert_eq!(state(&desk, "one.zip"), "same");
    assert_eq!(files(&desk.path("copy")), before);
    // Sent once more as it is, it is the same file.
    assert_eq!(desk.run(&["bundle", "S", "-o", "one.zip"]).code, 1, "no file is written over");
    bundle(&desk, "again.zip");
    assert_eq!(fs::read(desk.path("one.zip")).unwrap(), fs::read(desk.path("again.zip")).unwrap());
    let seal = made["seal"].as_str().unwrap();
    assert_eq!(desk.run(&["receive", "one.zip", "--out", "sealed", "--seal", seal]).code, 0);
    let other = desk.run(&["receive", "one.zip", "--out", "other", "--seal", "0123456789abcdef"]);
    assert!(other.code == 1 && other.err.contains("seal") && !desk.path("other").exists(), "{other:?}");
}

#[test]
fn what_is_new_comes_as_it_was_written_and_an_older_bundle_is_refused() {
    let desk = Desk::of(&super::desk::protocol(), "case,unit\nA-01,A\nA-02,A\nA-03,A\n");
    desk.codes("S", "carina", "yyn");
    bundle(&desk, "one.zip");
    desk.codes("S", "carina", "n");
    desk.codes("S", "lotta", "<pagedown>ny");
    bundle(&desk, "two.zip");
    assert_eq!(state(&desk, "one.zip"), "new");
    // A part of what is new has come, and then the power went.
    fs::copy(desk.path("S/ledger/carina/0002.jsonl"), desk.path("copy/ledger/carina/0002.jsonl")).unwrap();
    assert_eq!(state(&desk, "two.zip"), "grown");
    let ledger = |study: &str| {
        files(&desk.path(study)).into_iter().map(|(name, (bytes, _))| (name, bytes)).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(ledger("S/ledger"), ledger("copy/ledger"));
    assert_eq!(desk.run(&["verify", "copy"]).code, 0);
    let before = files(&desk.path("copy"));
    let older = receive(&desk, "one.zip");
    assert!(older.code == 1 && older.err.contains("is older than what is here"), "{older:?}");
    assert_eq!(files(&desk.path("copy")), before);
    // Where somebody codes on in the copy, both are kept.
    desk.codes("copy", "robin", "y");
    assert_eq!(state(&desk, "two.zip"), "same");
    desk.codes("S", "carina", "n");
    bundle(&desk, "three.zip");
    assert_eq!(state(&desk, "three.zip"), "joined");
    assert_eq!((state(&desk, "three.zip").as_str(), desk.run(&["verify", "copy"]).code), ("same", 0));
    assert!(names(&desk.path("copy/ledger")).contains(&"robin".to_owned()));
    assert!(names(desk.folder.path()).iter().all(|name| !name.contains("aktkoll-")), "nothing is left over");
}

#[test]
fn a_text_that_was_taken_away_in_either_is_gone_in_the_copy() {
    let note = |desk: &Desk| desk.codes("S", "carina", "ycHidden<enter>");
    let take_away = |desk: &Desk, study| {
        let ran = desk.run(&["redact", study, "--coder", "carina", "--text", "1", "--yes"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    };
    let holds =
        |desk: &Desk| files(&desk.path("copy")).values().any(|(bytes, _)| bytes.windows(6).any(|six| six == b"Hidden"));
    let desk = Desk::new();
    note(&desk);
    bundle(&desk, "one.zip");
    assert_eq!(state(&desk, "one.zip"), "new");
    assert!(holds(&desk));
    take_away(&desk, "S");
    bundle(&desk, "two.zip");
    assert_eq!((state(&desk, "two.zip").as_str(), holds(&desk)), ("grown", false));
    // What comes with a bundle from before does not bring it back.
    let older = receive(&desk, "one.zip");
    assert!(older.code == 1 && !holds(&desk), "{older:?}");
    let desk = Desk::new();
    note(&desk);
    bundle(&desk, "one.zip");
    assert_eq!(state(&desk, "one.zip"), "new");
    take_away(&desk, "copy");
    desk.codes("S", "carina", "n");
    bundle(&desk, "two.zip");
    assert_eq!((state(&desk, "two.zip").as_str(), holds(&desk)), ("joined", false));
}

#[test]
fn what_is_private_stays_and_the_copy_is_of_the_same_case_list() {
    let protocol = crate::fixture::english()
        .unit("")
        .attribute("address", "label = \"Address\"\nprivate = true")
        .attribute("flat", "label = \"Flat\"\nvalues = { a = \"A\", b = \"B\" }\nprivate = true")
        .question("plan", "Plan?", "scale = \"yes_no\"")
        .to_string();
    let desk = Desk::of(&protocol, "case,unit,address,flat,team\nA-1,A,Elm Road,a,red\nA-2,A,Oak Lane,b,blue\n");
    fs::write(desk.path("S/notes.txt"), "Elm Road").unwrap();
    desk.codes("S", "carina", "y");
    let told = desk.run(&["bundle", "S", "-o", "one.zip"]);
    assert!(told.code == 0 && told.out.contains("private: address, flat"), "{told:?}");
    let told = receive(&desk, "one.zip");
    assert!(told.code == 0 && told.out.contains("left out of the case list: address, flat"), "{told:?}");
    assert_eq!(
        fs::read_to_string(desk.path("copy/cases.csv")).unwrap(),
        "case_id,unit,address,flat,team\nA-1,A,,,red\nA-2,A,,,blue\n"
    );
    let bytes = files(&desk.path("copy"));
    assert!(
        bytes.values().all(|(bytes, _)| !bytes.windows(8).any(|eight| eight == b"Elm Road"))
            && !bytes.contains_key("notes.txt")
    );
    // Both lists have one hash, so that a sitting in either names the same, and copies can be joined.
    desk.codes("copy", "lotta", "n");
    let hash = |file: &str| {
        let text = fs::read_to_string(desk.path(file)).unwrap();
        serde_json::from_str::<Value>(text.lines().next().unwrap()).unwrap()["cases"].clone()
    };
    assert_eq!(hash("S/ledger/carina/0001.jsonl"), hash("copy/ledger/lotta/0001.jsonl"));
    assert_eq!(desk.run(&["merge", "S", "copy"]).code, 0);
    assert!(fs::read_to_string(desk.path("S/cases.csv")).unwrap().contains("Elm Road"), "what is here stays");
    // Changed where it was sent, it is another list.
    let list = fs::read_to_string(desk.path("copy/cases.csv")).unwrap();
    fs::write(desk.path("copy/cases.csv"), list.replace("red", "green")).unwrap();
    let ran = receive(&desk, "one.zip");
    assert!(ran.code == 1 && ran.err.contains("different details"), "{ran:?}");
}

#[test]
fn nothing_may_depend_on_what_is_private() {
    let protocol = |more: &str, condition: &str| {
        crate::fixture::english()
            .unit("")
            .attribute("home", &format!("label = \"Home\"\nprivate = true\n{more}"))
            .question("plan", "Plan?", &format!("scale = \"yes_no\"\n{condition}"))
            .to_string()
    };
    let desk = Desk::new();
    for (more, condition, code) in [
        ("", "", 0),
        ("role = \"birth_year\"\nat = 2024", "", 0),
        ("role = \"sex\"", "", 1),
        ("", "when = { home = \"x\" }", 1),
    ] {
        fs::write(desk.path("q.toml"), protocol(more, condition)).unwrap();
        let ran = desk.run(&["protocol", "check", "q.toml"]);
        assert_eq!((ran.code, ran.err.contains("private")), (code, code == 1), "{more} {condition} {ran:?}");
    }
}

#[test]
fn what_was_changed_on_its_way_or_made_up_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    desk.codes("S", "carina", "yyn");
    desk.codes("S", "carina", "n");
    bundle(&desk, "one.zip");
    let whole = fs::read(desk.path("one.zip")).unwrap();
    let refused = |file: &str, said: &str| {
        let before = names(desk.folder.path());
        let ran = receive(&desk, file);
        assert!(matches!(ran.code, 1 | 4) && ran.err.contains(said), "{file}: {ran:?}");
        assert!(ran.err.contains("one.zip") || ran.err.contains(file) || ran.err.contains("copy"), "{ran:?}");
        assert_eq!(names(desk.folder.path()), before, "{file}");
    };
    fs::write(desk.path("cut.zip"), &whole[..whole.len() / 2]).unwrap();
    refused("cut.zip", "cut off");
    fs::write(desk.path("none.zip"), "no archive").unwrap();
    refused("none.zip", "is no bundle");
    let find = |parts: &[(String, Vec<u8>)], name: &str| parts.iter().position(|(known, _)| known == name).unwrap();
    changed(&desk, "one.zip", "flipped.zip", |parts| {
        let at = find(parts, "ledger/carina/0001.jsonl");
        parts[at].1[40] ^= 1;
    });
    refused("flipped.zip", "ledger/carina/0001.jsonl is not as it was packed");
    changed(&desk, "one.zip", "missing.zip", |parts| {
        parts.remove(find(parts, "ledger/carina/0002.jsonl"));
    });
    refused("missing.zip", "lacks ledger/carina/0002.jsonl");
    changed(&desk, "one.zip", "extra.zip", |parts| parts.push(("../evil".into(), b"x".to_vec())));
    refused("extra.zip", "which its manifest does not name");
    changed(&desk, "one.zip", "manifest.zip", |parts| {
        let text = String::from_utf8(parts[0].1.clone()).unwrap();
        parts[0].1 = text.replacen("carina", "martin", 1).into_bytes();
    });
    refused("manifest.zip", "manifest of the bundle is not as it was written");
    changed(&desk, "one.zip", "forged.zip", |parts| {
        forged(parts, |text| *text = text.replacen("\"lines\":", "\"lines\":1", 1));
    });
    refused("forged.zip", "The manifest does not fit the answers in carina/000");
    changed(&desk, "one.zip", "study.zip", |parts| {
        forged(parts, |text| *text = text.replacen("\"study\":\"S\"", "\"study\":\"T\"", 1));
    });
    refused("study.zip", "it says T, and found is S");
    // A whole file and its row are gone, and the manifest says nothing of it: the lines that are left tell.
    changed(&desk, "one.zip", "left.zip", |parts| {
        parts.remove(find(parts, "ledger/carina/0001.jsonl"));
        forged(parts, |text| {
            let mut json: Value = serde_json::from_str(text).unwrap();
            json["heads"].as_array_mut().unwrap().remove(0);
            let is_it = |file: &Value| file["name"] == "ledger/carina/0001.jsonl";
            json["files"].as_array_mut().unwrap().retain(|file| !is_it(file));
            // In the order in which it is written.
            let fields = ["format", "study", "program", "protocol", "cases", "private", "heads", "files", "h"];
            let fields = fields.map(|name| format!("\"{name}\":{}", json[name]));
            *text = format!("{{{}}}\n", fields.join(","));
        });
    });
    refused("left.zip", "0001.jsonl");
}

#[test]
fn a_damaged_study_is_not_sent_and_another_study_is_not_brought_into_this_one() {
    let desk = Desk::new();
    desk.codes("S", "carina", "yyn");
    bundle(&desk, "one.zip");
    let made = desk.run(&["new", "copy", "--protocol", "p.toml", "--cases", "c.csv"]);
    assert_eq!(made.code, 0, "{made:?}");
    let ran = receive(&desk, "one.zip");
    assert!(ran.code == 1 && ran.err.contains("another study"), "{ran:?}");
    let file = desk.path("S/ledger/carina/0001.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("\"yes\"", "\"no\"", 1)).unwrap();
    let ran = desk.run(&["bundle", "S", "-o", "two.zip"]);
    assert!(ran.code == 4 && !desk.path("two.zip").exists(), "{ran:?}");
}

#[test]
fn what_is_private_is_not_told_by_the_draw_nor_by_an_earlier_list() {
    let protocol = |version: &str, private: &str| {
        let attribute = format!("label = \"Flat\"\nvalues = {{ a = \"A\", b = \"B\" }}\n{private}");
        let text = crate::fixture::english().unit("").attribute("flat", &attribute);
        text.question("plan", "Plan?", "scale = \"yes_no\"").to_string().replace("version = \"1\"", version)
    };
    let (open, private) = ("version = \"1\"", "private = true");
    let desk = Desk::of(&protocol(open, ""), "case,unit,flat\nA-1,A,a\nA-2,A,b\n");
    desk.codes("S", "carina", "y");
    fs::write(desk.path("p2.toml"), protocol("version = \"2\"", private)).unwrap();
    assert_eq!(desk.run(&["protocol", "update", "S", "p2.toml", "--yes"]).code, 0);
    let ran = desk.run(&["bundle", "S", "-o", "one.zip"]);
    assert!(ran.code == 1 && ran.err.contains("\"Flat\" is private now and was not before"), "{ran:?}");
    fs::write(desk.path("f.csv"), "case,unit,flat\nA-1,A,a\nA-2,A,b\nA-3,A,b\n").unwrap();
    let draw = ["draw", "D", "--protocol", "p2.toml", "--frame", "f.csv", "--n", "2", "--seed", "1", "--per", "flat"];
    let drawn = desk.run(&draw);
    assert_eq!(drawn.code, 0, "{drawn:?}");
    let ran = desk.run(&["bundle", "D", "-o", "one.zip"]);
    assert!(ran.code == 1 && ran.err.contains("\"Flat\" is private, but the cases were drawn by it"), "{ran:?}");
    assert!(!desk.path("one.zip").exists());
}

#[test]
fn a_copy_that_lost_lines_and_a_file_that_goes_on_otherwise_are_refused() {
    let desk = Desk::new();
    desk.codes("S", "carina", "yyn");
    bundle(&desk, "one.zip");
    assert_eq!(receive(&desk, "one.zip").code, 0);
    // The same file, which begins as it did, with another answer and a chain that fits.
    changed(&desk, "one.zip", "two.zip", |parts| {
        let (_, ledger) = parts.iter_mut().find(|(name, _)| name.starts_with("ledger/")).unwrap();
        let text = rechained(&String::from_utf8(ledger.clone()).unwrap().replacen("\"yes\"", "\"no\"", 1));
        let last = text.lines().last().unwrap().rsplit_once(",\"h\":\"").unwrap().1[..32].to_owned();
        let (bytes, hash) = (text.len(), aktkoll::base::digest::sha256(text.as_bytes()));
        *ledger = text.into_bytes();
        let heads = parts.iter_mut().find(|(name, _)| name == "heads.csv").unwrap();
        let rows = String::from_utf8(heads.1.clone()).unwrap();
        let (before, _) = rows.trim_end().rsplit_once(',').unwrap();
        heads.1 = format!("{before},{last}\n").into_bytes();
        let heads = (heads.1.len(), aktkoll::base::digest::sha256(&heads.1));
        forged(parts, |manifest| {
            let mut said: Value = serde_json::from_str(manifest.trim_end()).unwrap();
            said["heads"][0]["head"] = last.into();
            for file in said["files"].as_array_mut().unwrap() {
                let name = file["name"].as_str().unwrap().to_owned();
                let is = if name.starts_with("ledger/") { Some((bytes, hash.clone())) } else { None };
                let is = if name == "heads.csv" { Some(heads.clone()) } else { is };
                if let Some((bytes, hash)) = is {
                    (file["bytes"], file["sha256"]) = (bytes.into(), hash.into());
                }
            }
            *manifest = format!("{said}\n");
        });
    });
    let before = files(&desk.path("copy"));
    let ran = receive(&desk, "two.zip");
    assert!(ran.code == 4 && ran.err.contains("begins as the one here and then says something else"), "{ran:?}");
    assert_eq!(files(&desk.path("copy")), before);
    // Lines that were received once are gone: nothing is brought over that, and nothing is sent on.
    let file = desk.path("copy/ledger/carina/0001.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    let cut: String = text.split_inclusive('\n').take(2).collect();
    fs::write(&file, cut).unwrap();
    let ran = receive(&desk, "one.zip");
    assert!(ran.code == 4 && ran.err.contains("carina/0001.jsonl"), "{ran:?}");
    let ran = desk.run(&["bundle", "copy", "-o", "three.zip"]);
    assert!(ran.code == 4 && !desk.path("three.zip").exists(), "{ran:?}");
}
