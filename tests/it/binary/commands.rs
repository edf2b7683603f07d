//! What every command says, in both languages, on one made-up study; and the help of each.

use super::desk::Desk;
use crate::fixture::swedish;
use aktkoll::base::language::{Lang, Words};
use aktkoll::cli::args::words::definition;
use regex_lite::Regex;
use std::collections::BTreeSet;
use std::fs;

fn protocol() -> String {
    swedish()
        .unit("BRO = 'Bromma', SKA = 'Skarpnäck'")
        .sex()
        .question("plan", "Finns en aktuell plan?", "scale = 'ja_nej'\nfavourable = ['ja']")
        .question("mal", "Är målen tydliga?", "when = { plan = 'ja' }")
        .to_string()
}

const CASES: &str = "case,unit,sex\nB-1,BRO,K\nB-2,BRO,M\nB-3,BRO,K\nS-1,SKA,M\nS-2,SKA,K\nS-3,SKA,M\n";
const ANSWERS: &str = "case,question,answer\nB-1,plan,ja\nB-1,mal,delvis\nB-2,plan,nej\nB-3,plan,ja\nB-3,mal,ja\nS-1,plan,nej\n\
    S-2,plan,ja\n";
const SECOND: &str = "case,question,answer\nB-1,plan,ja\nB-1,mal,nej\nB-2,plan,nej\n";

/// Every command, in the order in which one could come upon them.
const COMMANDS: [&str; 54] = [
    "help",
    "protocol list",
    "protocol check p.toml",
    "protocol show p.toml",
    "protocol export p.toml --format xlsform -o p.xlsx",
    "protocol import p.xlsx -o q.toml",
    "new R --protocol p.toml --cases c.csv",
    "list R",
    "plan R --coders anna,bo --share 50% --seed 1",
    "import R a.csv --coder anna --done",
    "status R",
    "import R b.csv --coder bo --round second --done",
    "agree R",
    "resolve R",
    "tally R",
    "tally R plan --by unit,sex --format csv",
    "sql elsewhere --engine duckdb",
    "count R --where plan=ja --by unit",
    "R --coder anna --keys R<esc>q --print",
    "list R --rules",
    "list R --told",
    "list R --comments",
    "report R",
    "new Q --protocol p.toml --cases c.csv",
    "import Q a.csv --coder carl --done",
    "compare Q Q",
    "report Q",
    "report Q --feedback --unit BRO",
    "report R --outline",
    "follow R --out uppf",
    "spot R -n 1 --seed 1 --coder bo",
    "export Q --format csv --out ut",
    "seal R",
    "backup R copy",
    "merge R copy",
    "bundle R -o r.zip",
    "receive r.zip --out got",
    "generate --cases 10 --out made",
    "verify R",
    "recover R",
    "redact R --coder bo",
    "draw T --frame c.csv --protocol p.toml --n 1 --seed 1",
    "status R --phase feedback",
    "protocol update R p.toml",
    "selftest nowhere",
    "demo --coder eva --keys q --print",
    "demo --protocol llm-review --coder eva --keys q --print",
    "man --out man",
    "completions elvish",
    "settings",
    "settings theme dark",
    "settings theme pink",
    "keys nothing",
    "tally R nothing",
];

/// What differs from run to run.
fn masked(text: &str, folder: &str) -> String {
    let masks = [
        (r"[0-9a-f]{64}|[0-9a-f]{16}", "HASH"),
        (r"20\d\d-\d\d-\d\d", "DAY"),
        (r"\d\d:\d\d", "TIME"),
        (r"aktkoll-[0-9a-z]+|aktkoll 0\.\d+\.\d+", "aktkoll VERSION"),
        (r"(?m) +$", ""),
    ];
    let text = text.replace(folder, "FOLDER");
    masks.iter().fold(text, |text, (mask, word)| Regex::new(mask).unwrap().replace_all(&text, *word).into_owned())
}

fn said_in(lang: &str) -> String {
    let desk = Desk::new();
    for (name, text) in [("p.toml", protocol().as_str()), ("c.csv", CASES), ("a.csv", ANSWERS), ("b.csv", SECOND)] {
        fs::write(desk.path(name), text).unwrap();
    }
    let folder = desk.path("").display().to_string();
    let mut all = String::new();
    for line in COMMANDS {
        let words: Vec<&str> = line.split(' ').collect();
        let ran = desk.run(&[&words[..], &["--lang", lang]].concat());
        let said = format!("{}{}", ran.out, ran.err);
        all.push_str(&format!(
            "$ aktkoll {line}\n{}\n[{}]\n\n",
            masked(said.trim_end(), folder.trim_end_matches('/')),
            ran.code
        ));
    }
    all
}

#[test]
fn what_every_command_says_in_swedish() {
    insta::assert_snapshot!("commands_sv", said_in("sv"));
}

#[test]
fn what_every_command_says_in_english() {
    insta::assert_snapshot!("commands_en", said_in("en"));
}

fn helps(command: &mut clap::Command, all: &mut String) {
    all.push_str(&format!("{}\n", command.render_help()));
    for sub in command.get_subcommands_mut() {
        all.push_str("\n----\n");
        helps(sub, all);
    }
}

fn help_in(lang: Lang) -> String {
    let mut all = String::new();
    helps(&mut definition(&Words::new(lang)), &mut all);
    all
}

#[test]
fn the_help_of_every_command() {
    insta::assert_snapshot!("help_sv", help_in(Lang::Sv));
    insta::assert_snapshot!("help_en", help_in(Lang::En));
}

#[test]
fn no_command_is_left_out() {
    let tried: BTreeSet<&str> = COMMANDS.iter().filter_map(|line| line.split(' ').next()).collect();
    let definition = definition(&Words::new(Lang::En));
    let left: Vec<&str> =
        definition.get_subcommands().map(clap::Command::get_name).filter(|name| !tried.contains(name)).collect();
    assert_eq!(left, [""; 0]);
}
