//! The documentation is right: every command in it runs and prints what is written there, every link leads somewhere.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "test helper")]

mod languages;

use regex_lite::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A fenced block: what stands behind the three backticks, and its lines.
struct Block {
    info: String,
    text: String,
}

/// One test for each page, and the list of them.
macro_rules! pages {
    ($($name:ident $path:literal)*) => {
        const PAGES: &[&str] = &[$($path),*];
        $(#[test] fn $name() { try_page($path); })*
    };
}

pages! {
    readme "README.md"
    readme_sv "docs/README-sv.md"
    contributing "CONTRIBUTING.md"
    architecture "docs/architecture.md"
    coding "docs/coding.md"
    coding_sv "docs/coding-sv.md"
    disks "docs/disks.md"
    disks_sv "docs/disks-sv.md"
    double_coding "docs/double-coding.md"
    double_coding_sv "docs/double-coding-sv.md"
    files "docs/files.md"
    files_sv "docs/files-sv.md"
    forms "docs/forms.md"
    formats "docs/formats.md"
    formats_sv "docs/formats-sv.md"
    handbook_en "docs/handbook-en.md"
    handbook_sv "docs/handbook-sv.md"
    install "docs/install.md"
    install_sv "docs/install-sv.md"
    judging "docs/judging.md"
    judging_sv "docs/judging-sv.md"
    keys "docs/keys.md"
    keys_sv "docs/keys-sv.md"
    ledger "docs/ledger.md"
    ledger_sv "docs/ledger-sv.md"
    lists_and_sampling "docs/lists-and-sampling.md"
    lists_and_sampling_sv "docs/lists-and-sampling-sv.md"
    protocol "docs/protocol.md"
    protocol_sv "docs/protocol-sv.md"
    report "docs/report.md"
    report_sv "docs/report-sv.md"
    security "docs/security.md"
    security_sv "docs/security-sv.md"
    statistics "docs/statistics.md"
    statistics_sv "docs/statistics-sv.md"
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    std::fs::read_to_string(root().join(page)).unwrap()
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in read(page).lines() {
        match (line.strip_prefix("```"), is_open) {
            (Some(info), false) => found.push(Block { info: info.to_owned(), text: String::new() }),
            (None, true) => found.last_mut().unwrap().text.push_str(&format!("{line}\n")),
            (Some(_), true) | (None, false) => {}
        }
        is_open ^= line.starts_with("```");
    }
    assert!(!is_open, "{page}: a block is not closed");
    found
}

/// The pages that a page links to, each as a path from the root, with the heading that is meant.
fn links(page: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(page).parent().unwrap();
    let link = Regex::new(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)").unwrap();
    let text = read(page);
    let links = link.captures_iter(&text).filter(|link| !link[1].contains("://"));
    let target = |path: &str| if path.is_empty() { PathBuf::from(page) } else { folder.join(path) };
    links.map(|link| (target(&link[1]), link.get(2).map_or("", |part| part.as_str()).to_owned())).collect()
}

/// The pages whose examples a page goes on from.
fn earlier(page: &str) -> Vec<String> {
    let text = read(page);
    let begins = ["The examples follow those of ", "Exemplen bygger vidare på dem i "];
    let Some(sentence) = text.lines().find(|line| begins.iter().any(|begin| line.starts_with(begin))) else {
        return Vec::new();
    };
    let link = Regex::new(r"\]\(([^)]*)\)").unwrap();
    let name = |path: &str| path.strip_prefix("../").map_or_else(|| format!("docs/{path}"), str::to_owned);
    link.captures_iter(sentence).map(|link| name(&link[1])).collect()
}

/// What a shell prints for a command in `folder`, with a home of its own, in English.
fn printed(command: &str, folder: &Path) -> String {
    printed_in("en", command, folder)
}

fn printed_in(lang: &str, command: &str, folder: &Path) -> String {
    // Beside the program there may be others that are called as those of the system.
    let (home, bin) = (folder.join(".home"), folder.join(".home/bin"));
    std::fs::create_dir_all(&bin).unwrap();
    let _ = std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_aktkoll"), bin.join("aktkoll"));
    let run = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()))
        .envs([("LC_ALL", "C.UTF-8"), ("TZ", "UTC"), ("AKTKOLL_LANG", lang)])
        .env("HOME", home)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(run.status.success(), "{command}: {} {}", run.status, String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// Writes the files of a page and runs its commands, those of the pages before it first.
fn follow(page: &str, folder: &Path, done: &mut Vec<String>) {
    if done.iter().any(|known| known == page) {
        return;
    }
    done.push(page.to_owned());
    for before in earlier(page) {
        follow(&before, folder, done);
    }
    for block in blocks(page) {
        match block.info.split_once(' ').unwrap_or((&block.info, "")) {
            ("console", "") => {
                for part in format!("\n{}", block.text).split("\n$ ").skip(1) {
                    let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
                    let lang = if page.ends_with("-sv.md") { "sv" } else { "en" };
                    let printed = printed_in(lang, command, folder);
                    assert_eq!(printed.trim_end(), expected.trim_end(), "{page}: {command}");
                }
            }
            ("toml" | "csv" | "jsonl", name) if !name.is_empty() => {
                std::fs::write(folder.join(name), block.text).unwrap();
            }
            // Cargo's commands cannot be run by a test of cargo's; the folds, the signing of seals and the taking away of
            // a tarball are run in `tests/interop`.
            kind => {
                let is_run =
                    matches!(kind, ("sh", "jq" | "sign" | "check" | "remove") | ("sql", "duckdb" | "parquet" | "draw"));
                let is_known = is_run || matches!(kind, ("sh" | "r" | "toml" | "json" | "text", ""));
                assert!(is_known, "{page}: nobody knows what to do with a block of {:?}", block.info);
                let has_command = format!("\n{}", block.text).contains("\naktkoll ");
                assert!(is_run || !has_command, "{page}: nobody runs {}", block.text);
            }
        }
    }
}

/// Tries the examples of a page, the commands in its sentences, and its links.
fn try_page(page: &str) {
    let folder = tempfile::tempdir().unwrap();
    follow(page, folder.path(), &mut Vec::new());
    let text = read(page);
    let help = |words: &str| printed(&format!("aktkoll {words} --help"), folder.path());
    for named in Regex::new(r"`aktkoll (([^ `]+)[^`…]*)`").unwrap().captures_iter(&text) {
        // Help is given only after the words before it were understood; a word that is no command is a study.
        let (words, first) = (&named[1], &named[2]);
        let is_study = folder.path().join(first).is_dir() || first.starts_with('-') || first.to_uppercase() == first;
        assert_eq!(help(words) == help(""), is_study, "{page}: aktkoll {words}");
    }
    for (path, heading) in links(page) {
        assert!(root().join(&path).exists(), "{page} links to {}", path.display());
        assert!(
            heading.is_empty() || headings(&path).contains(&heading),
            "{page} links to {}#{heading}",
            path.display()
        );
    }
}

/// The names by which the headings of a page are linked to.
fn headings(page: &Path) -> Vec<String> {
    let name = |title: &str| {
        let kept = title.to_lowercase().replace(' ', "-");
        kept.chars().filter(|char| char.is_alphanumeric() || matches!(char, '-' | '_')).collect()
    };
    let text = read(page.to_str().unwrap());
    text.lines().filter(|line| line.starts_with('#')).map(|line| name(line.trim_start_matches('#').trim())).collect()
}

#[test]
fn every_page_is_tried() {
    let folder = std::fs::read_dir(root().join("docs")).unwrap();
    let mut pages: Vec<String> = folder.map(|page| format!("docs/{}", page.unwrap().file_name().display())).collect();
    pages.extend(["README.md", "CONTRIBUTING.md"].map(str::to_owned));
    pages.sort();
    let mut tried = PAGES.to_vec();
    tried.sort_unstable();
    assert_eq!(tried, pages);
}

#[test]
fn the_program_has_the_pages_that_its_users_need_and_the_help_of_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let help = |words: &str| printed(&format!("aktkoll {words}"), folder.path());
    for page in PAGES.iter().filter_map(|page| page.strip_prefix("docs/")?.strip_suffix("-sv.md")) {
        if page == "README" {
            continue;
        }
        for (lang, file) in [("sv", format!("{page}-sv")), ("en", english_of(page))] {
            let shown = help(&format!("help {page} --lang {lang}"));
            let title = read(&format!("docs/{file}.md")).lines().next().unwrap().to_owned();
            assert!(shown.starts_with(&title) && shown.lines().all(|line| !line.contains("<!--")), "{file}");
        }
        assert!(help("help --lang en").lines().any(|line| line.starts_with(&format!("{page} "))), "{page}");
    }
    assert_eq!(help("help --lang sv").lines().count(), help("help --lang en").lines().count());
    assert_eq!(help("help tally --lang sv"), help("tally --help --lang sv"));
    let misspelt = help("help repport 2>&1 || echo $?");
    assert!(misspelt.contains("report") && misspelt.ends_with("\n2\n"), "{misspelt}");
}

/// The page in English whose Swedish is `NAME-sv`.
fn english_of(name: &str) -> String {
    if name == "handbook" { "handbook-en".to_owned() } else { name.to_owned() }
}

#[test]
fn the_readme_is_short_and_says_what_builds_and_starts_the_program() {
    let readme = read("README.md");
    assert!(readme.lines().count() <= 150);
    assert!(readme.contains("cargo run --release -- demo") && readme.contains("\ncargo test\n"));
    assert!(readme.contains(concat!("Rust ", env!("CARGO_PKG_RUST_VERSION"), " or newer")));
}

#[test]
fn the_map_names_every_wing_and_every_module_in_it() {
    let page = read("docs/architecture.md");
    let line = Regex::new(r"(?m)^(\w+)/ (?:(\w+) )?– .+$").unwrap();
    let named: Vec<[String; 2]> = line
        .captures_iter(&page)
        .map(|line| [1, 2].map(|part| line.get(part).map_or(String::new(), |part| part.as_str().to_owned())))
        .collect();
    let files_in = |folder: &str| {
        let entries = std::fs::read_dir(root().join("src").join(folder)).unwrap();
        let paths = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir() || path.extension().unwrap() == "rs");
        paths.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
    };
    let wings = files_in("").into_iter().filter(|name| !matches!(name.as_str(), "lib" | "main"));
    let modules = wings.flat_map(|wing| {
        let inside = files_in(&wing).into_iter().filter(|name| !matches!(name.as_str(), "mod" | "tests"));
        let inside: Vec<String> = inside.collect();
        [String::new()].into_iter().chain(inside).map(move |name| [wing.clone(), name])
    });
    let (named, modules) = (named.into_iter().collect::<BTreeSet<_>>(), modules.collect::<BTreeSet<_>>());
    assert_eq!(named.symmetric_difference(&modules).collect::<Vec<_>>(), [] as [&[String; 2]; 0]);
}

#[test]
fn the_modules_that_sentences_name_are_there() {
    let module = Regex::new(r"`((?:cli|tui|report|exchange|analysis|study|statistics|base)/[\w./]+)`").unwrap();
    for page in ["docs/architecture.md", "CONTRIBUTING.md"] {
        let text = read(page);
        let is_there = |path: &str| ["", ".rs"].iter().any(|end| root().join(format!("src/{path}{end}")).exists());
        // `NAME` is the reader's own.
        let is_there = |path: &str| path.contains("NAME") || is_there(path);
        let missing: Vec<&str> = module.captures_iter(&text).map(|found| found.get(1).unwrap().as_str()).collect();
        let missing: Vec<&str> = missing.into_iter().filter(|path| !is_there(path)).collect();
        assert_eq!(missing, [] as [&str; 0], "{page}");
    }
}

/// Compares what a page has between two marks with what the program says; `AKTKOLL_DOCS=write` writes it there instead.
fn is_generated(page: &str, mark: &str, expected: &str) {
    let text = read(page);
    let (before, rest) = text.split_once(&format!("<!-- {mark} -->\n")).unwrap();
    let (written, after) = rest.split_once("\n<!-- / -->").unwrap();
    if std::env::var_os("AKTKOLL_DOCS").is_some() {
        let new = format!("{before}<!-- {mark} -->\n{}\n<!-- / -->{after}", expected.trim_end());
        return std::fs::write(root().join(page), new).unwrap();
    }
    assert_eq!(written, expected.trim_end(), "write it anew: AKTKOLL_DOCS=write cargo test --test it docs::generated");
}

#[test]
fn generated_tables_of_keys() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, page) in [("en", "docs/keys.md"), ("sv", "docs/keys-sv.md")] {
        is_generated(page, "keys", &printed_in(lang, "aktkoll keys --markdown", folder.path()));
    }
}

#[test]
fn generated_tables_of_the_protocol() {
    let folder = tempfile::tempdir().unwrap();
    let tables = ["attribute", "scale", "choice", "area", "repeat", "question", "check", "table", "row"];
    let pages = [
        ("en", "docs/protocol.md", "The file", "| field | meaning |"),
        ("sv", "docs/protocol-sv.md", "Filen", "| fält | betydelse |"),
    ];
    for (lang, page, file, head) in pages {
        let schema: Value = serde_json::from_str(&printed_in(lang, "aktkoll protocol schema", folder.path())).unwrap();
        let table = |name: &str, fields: &Value| {
            let row = |(field, shape): (&String, &Value)| {
                let meaning = shape["description"].as_str().unwrap_or_default();
                format!("| `{field}` | {meaning} |\n")
            };
            let rows: String = fields["properties"].as_object().unwrap().iter().map(row).collect();
            format!("### {name}\n\n{head}\n|---|---|\n{rows}\n")
        };
        let text: String = tables.map(|name| table(&format!("`{name}`"), &schema["$defs"][name])).concat();
        is_generated(page, "fields", &(table(file, &schema) + &text));
    }
}

#[test]
fn the_shell_verifier_is_the_one_that_is_tested() {
    let verifier = include_str!("../../src/study/ledger/verify.sh");
    for page in ["docs/ledger.md", "docs/ledger-sv.md"] {
        assert!(blocks(page).iter().any(|block| block.info == "sh" && block.text == verifier), "{page}");
    }
}

#[test]
fn every_op_and_every_field_of_a_line_is_explained() {
    use aktkoll::study::ledger::entry::{Op, Round};
    let pages = ["docs/ledger.md", "docs/ledger-sv.md"].map(read);
    let sources =
        [include_str!("../../src/study/ledger/line.rs"), include_str!("../../src/study/ledger/control_line.rs")];
    let fields = sources.iter().flat_map(|source| source.lines()).filter_map(|line| {
        let line = line.trim_start_matches("    ");
        let line = line.strip_prefix("pub(super) ").or_else(|| line.strip_prefix("pub ")).unwrap_or(line);
        let (name, _) = line.strip_suffix(',')?.split_once(": ")?;
        name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()).then_some(name)
    });
    let names = Op::ALL.map(|(_, name)| name).into_iter().chain(Round::ALL.map(|(_, name)| name));
    // `nul` and `torn` are how the program names what `kind` and `sha256` tell; they are no fields.
    let missing: Vec<&str> = names
        .chain(fields)
        .filter(|name| !matches!(*name, "nul" | "torn"))
        .filter(|name| pages.iter().any(|page| !page.contains(&format!("`{name}`"))))
        .collect();
    assert_eq!(missing, [] as [&str; 0]);
}
