//! `protocol check`, `show` and `schema` as they are run.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "test helper")]

use aktkoll::study::protocol::shipped;
use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_aktkoll"))
        .args(args)
        .current_dir(folder)
        .envs([("LC_ALL", "C.UTF-8"), ("AKTKOLL_LANG", ""), ("LANG", ""), ("HOME", folder.to_str().unwrap())])
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const ADVISED: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "Område" }]
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]
[[question]]
id = "q"
area = "A"
text = "Hur många?"
kind = "number"
"#;

#[test]
fn advice_is_marked_and_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.toml"), ADVISED).unwrap();
    let checked = run(folder.path(), &["protocol", "check", "p.toml", "--lang", "sv"]);
    assert_eq!(checked.status.code(), Some(0));
    insta::assert_snapshot!(text(&checked.stdout), @r#"
    p.toml har inga fel: 1 fråga.
    råd: p.toml:11: Frågan "q" tar emot vilket tal som helst. En extra siffra av misstag märks inte.
      11 | kind = "number"
      tips: lägg till min och max, till exempel min = 0
    1 råd. Protokollet går att använda som det är.
    "#);
    let json = run(folder.path(), &["protocol", "check", "p.toml", "--format", "json", "--lang", "en"]);
    assert_eq!(json.status.code(), Some(0));
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((value["faults"].as_array().unwrap().len(), &value["advice"][0]["line"]), (0, &11.into()));
    assert_eq!(value["advice"][0]["hint"], "add min and max, for example min = 0");
}

#[test]
fn faults_end_with_1_also_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = ADVISED.replace("kind", "knid").replace("\"A\"\ntext", "\"B\"\ntext");
    std::fs::write(folder.path().join("p.toml"), faulty).unwrap();
    let json = run(folder.path(), &["protocol", "check", "p.toml", "--format", "json", "--lang", "sv"]);
    assert_eq!((json.status.code(), text(&json.stderr)), (Some(1), String::new()));
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let lines: Vec<_> = value["faults"].as_array().unwrap().iter().map(|fault| fault["line"].clone()).collect();
    assert_eq!(lines, [9, 11]);
    assert_eq!(value["faults"][1]["hint"], "menade du \"kind\"?");
    let plain = run(folder.path(), &["protocol", "check", "p.toml"]);
    assert_eq!((plain.status.code(), text(&plain.stdout)), (Some(1), String::new()));
    let csv = run(folder.path(), &["protocol", "check", "p.toml", "--format", "csv"]);
    assert_eq!(csv.status.code(), Some(2));
}

#[test]
fn an_answer_whose_key_means_something_else_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let choices = "choices = [{ id = \"a\", label = \"A\", key = \"c\" }, { id = \"b\", label = \"B\" }]\n";
    std::fs::write(folder.path().join("p.toml"), ADVISED.replace("kind = \"number\"\n", choices)).unwrap();
    let checked = run(folder.path(), &["protocol", "check", "p.toml", "--lang", "en"]);
    assert_eq!((checked.status.code(), text(&checked.stdout)), (Some(1), String::new()));
    assert!(text(&checked.stderr).contains("the key “c” of the choice a already means “note”"), "{checked:?}");
}

#[test]
fn a_codebook_is_written_beside_or_printed_in_the_language_of_the_protocol() {
    let folder = tempfile::tempdir().unwrap();
    for (id, _) in shipped() {
        let printed = run(folder.path(), &["protocol", "show", id, "--format", "html"]);
        assert_eq!(printed.status.code(), Some(0), "{id}");
        let written = run(folder.path(), &["protocol", "show", id, "--format", "html", "-o", "c.html"]);
        assert_eq!((written.status.code(), written.stdout.len()), (Some(0), 0), "{id}");
        assert_eq!(std::fs::read(folder.path().join("c.html")).unwrap(), printed.stdout, "{id}");
    }
    let swedish = text(&run(folder.path(), &["protocol", "show", "dv2021"]).stdout);
    assert!(swedish.contains("Villkor: ställs bara om fråga 1 är Bifall"), "{swedish}");
    assert!(swedish.contains("    j  Ja           ja           yes"), "the keys of the Swedish map");
    let english = text(&run(folder.path(), &["protocol", "show", "dv2021", "--lang", "en"]).stdout);
    assert!(english.contains("Condition: asked only if question 1 is Bifall"), "{english}");
    assert_eq!(run(folder.path(), &["protocol", "show", "demo", "--format", "csv"]).status.code(), Some(2));
}

#[test]
fn the_schema_is_json_with_descriptions_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, title) in [("sv", "Granskningens titel."), ("en", "The title of the review.")] {
        let printed = run(folder.path(), &["protocol", "schema", "--lang", lang]);
        let value: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
        assert_eq!(value["properties"]["title"]["description"], title);
    }
}
