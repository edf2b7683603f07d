//! A page says the same in both languages, piece by piece.

use super::*;

/// What a page consists of, piece by piece: its headings, rows, items, paragraphs and examples, each with the options that it
/// names, and examples with the commands.
fn outline(page: &str) -> Vec<String> {
    let pattern = Regex::new(r"--[a-z][a-z-]*|\baktkoll [a-z]+").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let commands = printed("aktkoll --help", folder.path());
    let is_command = |name: &str| commands.contains(&format!("\n  {name} "));
    let names = |text: &str| {
        let found = pattern.find_iter(text).map(|name| name.as_str());
        let found = found.filter(|name| name.strip_prefix("aktkoll ").is_none_or(is_command));
        found.fold(String::new(), |all, name| all + "\n" + name)
    };
    let (mut pieces, mut fence): (Vec<String>, Option<String>) = (Vec::new(), None);
    for line in read(page).lines() {
        match (line.strip_prefix("```"), fence.take()) {
            (Some(info), None) => fence = Some(info.split(' ').next().unwrap().to_owned()),
            (Some(_), Some(example)) => pieces.push(example),
            (None, Some(example)) if example.starts_with("console") && !line.starts_with("$ ") => fence = Some(example),
            (None, Some(example)) => fence = Some(example + &names(line)),
            (None, None) => {
                let kind = line.split(' ').next().unwrap();
                let begins = kind.starts_with('#') || matches!(kind, "|" | "-" | "<!--");
                match pieces.last_mut().filter(|piece| !begins && !piece.is_empty() && !line.is_empty()) {
                    Some(piece) => *piece += &names(line),
                    None if line.is_empty() => pieces.push(String::new()),
                    None => pieces.push((if begins { kind } else { "text" }).to_owned() + &names(line)),
                }
            }
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    let sorted = |piece: String| {
        let (kind, names) = piece.split_once('\n').unwrap_or((&piece, ""));
        format!("{kind} {:?}", names.lines().collect::<BTreeSet<_>>())
    };
    pieces.into_iter().map(sorted).collect()
}

/// The lines of a page that a terminal of 80 columns and 24 rows shows first, but for the one that says how to go on.
fn first_screen(page: &str, lang: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let command = format!("TERM=xterm PAGER=cat script -qec 'stty cols 80 rows 24; aktkoll help {page}' /dev/null");
    printed_in(lang, &command, folder.path()).lines().take(23).map(|line| line.trim_end().to_owned()).collect()
}

/// Who looks something up at a terminal is no programmer: the first screen says what one does with this program, and
/// what a shell or a compiler is asked comes below that.
#[test]
fn every_page_begins_with_what_one_does() {
    let other = r"^    (\w+=|cargo|\.ci)|\| (head|tail|grep|sed|awk)|awk |printf |cargo |python|\.py\b";
    let other = Regex::new(other).unwrap();
    let is_other = |line: &str| {
        line.strip_prefix("    $ ").is_some_and(|line| !line.starts_with("aktkoll")) || other.is_match(line)
    };
    for page in PAGES.iter().filter_map(|page| page.strip_prefix("docs/")?.strip_suffix("-sv.md")) {
        if page == "README" {
            continue;
        }
        for lang in ["sv", "en"] {
            let lines = first_screen(page, lang);
            let does = lines.iter().take(12).any(|line| line.contains("`aktkoll"));
            assert!(does, "{page} in {lang} begins with nothing to do: {lines:#?}");
            let found: Vec<&String> = lines.iter().filter(|line| is_other(line)).collect();
            assert_eq!(found, [] as [&String; 0], "{page} in {lang}");
        }
    }
}

#[test]
fn a_page_says_the_same_in_both_languages() {
    for page in PAGES.iter().filter_map(|page| page.strip_suffix("-sv.md")) {
        let name = page.strip_prefix("docs/").unwrap();
        let english = if name == "README" { "README.md".to_owned() } else { format!("docs/{}.md", english_of(name)) };
        let swedish = format!("{page}-sv.md");
        for (nth, (one, other)) in outline(&english).iter().zip(outline(&swedish)).enumerate() {
            assert_eq!(*one, other, "{swedish}, piece {nth}");
        }
        assert_eq!(outline(&english).len(), outline(&swedish).len(), "{swedish}");
        // What is run elsewhere is run once, so it is the same but for the study's name.
        let run = |page: &str| {
            blocks(page).into_iter().filter(|block| {
                matches!(block.info.split(' ').next(), Some("sql" | "r")) || block.info.starts_with("sh ")
            })
        };
        let english = run(&english).map(|block| block.text.replace("review", "granskning"));
        assert_eq!(english.collect::<Vec<_>>(), run(&swedish).map(|block| block.text).collect::<Vec<_>>(), "{swedish}");
    }
}
