//! The arrows between the modules point down only: read from the sources, not from what a page says of them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "test helper"
)]

use regex_lite::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The wings, top to bottom: a wing uses those below it.
const WINGS: [&str; 8] = ["cli", "tui", "report", "exchange", "analysis", "study", "statistics", "base"];

/// Crates that only one wing may name.
const TERMINAL: [&str; 3] = ["ratatui", "crossterm", "tui_input"];

/// The modules that may touch the disk: with what lies below them.
const DOORS: [&str; 11] = [
    "base::env",
    "base::files",
    "base::paths",
    "cli::commands",
    "study::create",
    "study::folder",
    "study::ledger",
    "study::update",
    "tui::runtime",
    "tui::terminal",
    "tui::watch",
];

/// A module: its path from the crate root, and its source without comments and without tests.
type Modules = BTreeMap<Vec<String>, String>;

/// From one module to another.
type Arrow = (Vec<String>, Vec<String>);

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { sources(&entry, into) } else { into.push(entry) }
    }
}

fn modules() -> Modules {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let code = files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    code.filter_map(|file| {
        let name = file.strip_prefix(&root).unwrap().with_extension("");
        let mut path: Vec<String> = name.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        path.pop_if(|last| last == "mod");
        let is_core = path.len() > 1 || WINGS.contains(&path.first()?.as_str());
        (is_core && !path.iter().any(|part| part == "tests"))
            .then(|| (path, code_of(&fs::read_to_string(file).unwrap())))
    })
    .collect()
}

/// The source without comments, and up to its own tests.
fn code_of(source: &str) -> String {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let end = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
    code[..end].to_owned()
}

/// The paths of a `use` tree.
fn paths(tree: &str, before: &str, into: &mut Vec<String>) {
    let Some((stem, rest)) = tree.split_once('{') else {
        into.push(format!("{before}{}", tree.split(" as ").next().unwrap().trim()));
        return;
    };
    let inner = rest.rsplit_once('}').unwrap().0;
    let (mut depth, mut from) = (0, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                paths(&inner[from..at], &format!("{before}{}", stem.trim()), into);
                from = at + 1;
            }
            _ => {}
        }
    }
    if !inner[from..].trim().is_empty() {
        paths(&inner[from..], &format!("{before}{}", stem.trim()), into);
    }
}

/// All paths that a source names: those of `use`, and those written out.
fn named(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let uses = Regex::new(r"(?m)^\s*(?:pub(?:\(\w+\))? )?use ([^;]+);").unwrap();
    for tree in uses.captures_iter(code) {
        paths(&tree[1].replace('\n', " "), "", &mut found);
    }
    let is_path = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c| !is_path(c)).map(|word| word.trim_matches(':'));
    found.extend(words.filter(|word| word.contains("::")).map(str::to_owned));
    found
}

/// Where a path leads from a module, as far as it is modules.
fn target(path: &str, from: &[String], modules: &Modules) -> Option<Vec<String>> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut base: Vec<String> = match parts.first()? {
        &"crate" => Vec::new(),
        &"super" | &"self" => from.to_vec(),
        child if modules.contains_key(&[from, &[(*child).to_owned()]].concat()) => from.to_vec(),
        _ => return None,
    };
    while let Some(first @ ("crate" | "self" | "super")) = parts.first().copied() {
        if first == "super" {
            base.pop();
        }
        parts.remove(0);
    }
    base.extend(parts.into_iter().map(str::to_owned));
    (1..=base.len()).rev().map(|length| base[..length].to_vec()).find(|path| modules.contains_key(path))
}

fn arrows(modules: &Modules) -> BTreeSet<Arrow> {
    let of = |(from, code): (&Vec<String>, &String)| {
        let targets = named(code).into_iter().filter_map(|path| target(&path, from, modules)).collect::<Vec<_>>();
        targets.into_iter().map(|to| (from.clone(), to)).collect::<Vec<_>>()
    };
    modules.iter().flat_map(of).filter(|(from, to)| from != to).collect()
}

fn level(wing: &str) -> usize {
    WINGS.iter().position(|known| *known == wing).unwrap_or_else(|| panic!("{wing} is no wing"))
}

fn upward(arrows: &BTreeSet<Arrow>) -> Vec<String> {
    let is_up = |(from, to): &&Arrow| level(&to[0]) < level(&from[0]);
    arrows.iter().filter(is_up).map(|(from, to)| format!("{} -> {}", from.join("::"), to.join("::"))).collect()
}

/// The arrows between the children of one parent, per parent.
fn siblings(arrows: &BTreeSet<Arrow>) -> BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>> {
    let mut all: BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (from, to) in arrows {
        let shared = from.iter().zip(to).take_while(|(one, other)| one == other).count();
        if let (Some(one), Some(other)) = (from.get(shared), to.get(shared)) {
            all.entry(from[..shared].to_vec()).or_default().entry(one.clone()).or_default().insert(other.clone());
        }
    }
    all
}

/// Whether a module can be reached from another among its siblings.
fn reaches(from: &str, to: &str, graph: &BTreeMap<String, BTreeSet<String>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(module) = next.pop() {
        for one in graph.get(module).into_iter().flatten() {
            if one == to {
                return true;
            }
            if seen.insert(one.as_str()) {
                next.push(one);
            }
        }
    }
    false
}

fn circles(arrows: &BTreeSet<Arrow>) -> Vec<String> {
    let mut found = Vec::new();
    for (parent, graph) in siblings(arrows) {
        let on = graph.keys().filter(|module| reaches(module, module, &graph)).cloned().collect::<Vec<_>>();
        if !on.is_empty() {
            found.push(format!("{}: {}", parent.join("::"), on.join(", ")));
        }
    }
    found
}

#[test]
fn no_arrow_points_up_and_no_siblings_form_a_circle() {
    let modules = modules();
    assert!(modules.len() > 300, "only {} modules were found", modules.len());
    let arrows = arrows(&modules);
    assert!(arrows.len() > 1000, "only {} arrows were found", arrows.len());
    assert_eq!(upward(&arrows), [] as [String; 0], "arrows between the wings point down only");
    assert_eq!(circles(&arrows), [] as [String; 0], "siblings do not use each other in a circle");
}

#[test]
fn an_arrow_turned_round_and_a_circle_are_seen() {
    let module = |path: &str, code: &str| (path.split("::").map(str::to_owned).collect::<Vec<_>>(), code_of(code));
    let modules: Modules = [
        module("base::text", "use crate::study::{\n    ledger::{Ledger, line},\n    tally,\n};"),
        module("study::ledger", "fn a() { super::tally::count() }"),
        module("study::tally", "use super::ledger::Ledger;\n// use crate::cli::args;"),
        module("cli::args", "use crate::base::text;\n#[cfg(test)]\nmod tests {\nuse crate::cli::commands;"),
        module("cli::commands", "use super::args;"),
    ]
    .into();
    let arrows = arrows(&modules);
    assert_eq!(upward(&arrows), ["base::text -> study::ledger", "base::text -> study::tally"]);
    assert_eq!(circles(&arrows), ["study: ledger, tally"]);
}

#[test]
fn only_the_screen_knows_a_terminal_and_only_the_doors_the_disk() {
    for (path, code) in modules() {
        let name = path.join("::");
        let terminal =
            TERMINAL.iter().find(|krate| named(&code).iter().any(|path| path.split("::").next() == Some(krate)));
        assert!(path[0] == "tui" || terminal.is_none(), "{name} names {terminal:?}");
        let touches =
            ["std::fs", "rustix::fs"].iter().any(|door| named(&code).iter().any(|path| path.starts_with(door)));
        assert!(!touches || DOORS.iter().any(|door| name.starts_with(door)), "{name} touches the disk");
    }
}
