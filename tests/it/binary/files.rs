//! The files of the cases, as the command line sees them.

use super::desk::Desk;
use std::fs;

#[test]
fn cases_without_files_and_files_without_cases_are_told_and_nothing_of_what_they_say() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter/A-01")).unwrap();
    for (name, text) in [("A-01/secretname.txt", "secrettext"), ("B-09.txt", "x"), ("19121212-1212.txt", "x")] {
        fs::write(desk.path("akter").join(name), text).unwrap();
    }
    let ran = desk.run(&["list", "S", "--files", "akter"]);
    let expected = "A folder with 3 files.\nOne of 2 cases has files.\nCases without files: 1\n  A-02\n\
        Files without a case in the study: 2\n  ••••••••-••••, B-09\n";
    assert_eq!((ran.code, ran.out.as_str()), (0, expected));
    let json = desk.run(&["list", "S", "--files", "akter", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["with_files"], &json["without_files"][0]), (&1.into(), &"A-02".into()));
    let missing = desk.run(&["list", "S", "--files", "none"]);
    assert!(missing.code == 1 && missing.err.contains("none: The file cannot be read"), "{missing:?}");
    let pointer = desk.run(&["list", "S", "--files", "c.csv", "--files-id", "id"]);
    assert!(pointer.code == 2 && pointer.err.contains("\"id\" names no place"), "{pointer:?}");
}

#[test]
fn a_list_of_records_gives_ids_and_attributes_and_the_text_stays_where_it_is() {
    let desk = Desk::new();
    let lines = "{\"id\": \"R-1\", \"model\": \"A\", \"messages\": [{\"role\": \"user\", \"content\": \"secrettext\"}]}\n\
        {\"id\": \"R-2\", \"model\": \"B\", \"messages\": [{\"role\": \"user\", \"content\": \"y\"}]}\n";
    fs::write(desk.path("x.jsonl"), lines).unwrap();
    let made =
        desk.run(&["new", "T", "--protocol", "p.toml", "--cases", "x.jsonl", "--id", "/id", "--column", "unit=/model"]);
    assert_eq!(made.code, 0, "{made:?}");
    assert_eq!(fs::read_to_string(desk.path("T/cases.csv")).unwrap(), "case_id,unit\nR-1,A\nR-2,B\n");
    let ran = desk.run(&["list", "T", "--files", "x.jsonl"]);
    let expected = "Taken for records with conversations. 2 records, read at /messages.\nThe id of the case is read at /id.\n\
        2 of 2 cases have files.\nCases without files: 0\nFiles without a case in the study: 0\n";
    assert_eq!(ran.out, expected);
}

#[test]
fn the_place_is_taken_from_ones_own_settings_and_kept_when_they_change() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter")).unwrap();
    fs::write(desk.path("akter/A-01.txt"), "x").unwrap();
    let text = format!("mouse = true\n[files.S]\npath = {:?}\n", desk.path("akter"));
    fs::write(desk.path("aktkoll/settings.toml"), text).unwrap();
    assert_eq!(desk.run(&["settings", "mouse", "false"]).code, 0);
    let kept = fs::read_to_string(desk.path("aktkoll/settings.toml")).unwrap();
    assert!(kept.contains("[files.S]\npath = "), "{kept}");
}

#[test]
fn the_file_stands_beside_the_questions_from_the_command_line_and_from_the_settings() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter")).unwrap();
    fs::write(desk.path("akter/A-01.txt"), "what is written there").unwrap();
    let shown = |args: &[&str]| desk.run(&[args, &["--coder", "robin", "--keys", "<f2>", "--print"]].concat());
    let said = shown(&["S", "--files", "akter"]);
    assert!(said.code == 0 && said.out.contains("what is written there"), "{said:?}");
    assert!(!shown(&["S"]).out.contains("what is written there"));
    let set = |key: &str, path: &str| {
        let text = format!("[files.{key:?}]\npath = {:?}\n", desk.path(path));
        fs::write(desk.path("aktkoll/settings.toml"), text).unwrap();
    };
    for key in ["S", desk.path("S").to_str().unwrap(), "~/S"] {
        set(key, "akter");
        assert!(shown(&["S"]).out.contains("what is written there"), "{key}");
    }
    set("S", "gone");
    let gone = desk.run(&["S", "--coder", "robin", "--keys", "", "--print"]);
    assert!(gone.code == 0 && gone.out.contains("cannot be read"), "{gone:?}");
    assert_eq!(shown(&["S", "--files", "gone"]).code, 1);
}

#[test]
fn answers_are_put_into_the_records_they_are_about() {
    let desk = Desk::new();
    let lines = "{\"id\": \"A-01\", \"text\": \"x\"}\r\n{ \"id\": \"Z\", \"text\": \"y\" }\n";
    fs::write(desk.path("x.jsonl"), lines).unwrap();
    desk.codes("S", "robin", "y");
    let export = |more: &[&str]| desk.run(&[&["export", "S", "--into", "x.jsonl"], more].concat());
    let ran = export(&["--format", "jsonl", "-o", "out.jsonl"]);
    assert!(ran.code == 0 && ran.err.contains("One record has answers now; 1 have none."), "{ran:?}");
    let out = fs::read_to_string(desk.path("out.jsonl")).unwrap();
    let (first, rest) = out.split_once('\n').unwrap();
    let added: serde_json::Value = serde_json::from_str(first.trim_end()).unwrap();
    assert_eq!(
        (added["aktkoll"]["answers"]["q1"].as_str(), rest),
        (Some("yes"), "{ \"id\": \"Z\", \"text\": \"y\" }\n")
    );
    assert_eq!(fs::read_to_string(desk.path("x.jsonl")).unwrap(), lines);
    assert_eq!(export(&["--format", "csv", "-o", "out"]).code, 2);
    let over = export(&["--format", "jsonl", "--replace", "-o", "x.jsonl"]);
    assert!(over.code == 2 && over.err.contains("cannot be written over"), "{over:?}");
}

/// What is in a file of a case must not reach the terminal raw, and nothing of it keeps anybody from answering.
#[test]
fn hostile_files_are_shown_harmlessly_or_told_and_answers_go_on() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter/A-01")).unwrap();
    fs::create_dir_all(desk.path("out")).unwrap();
    fs::write(desk.path("out/secret.txt"), "outside").unwrap();
    let path = |name: &str| desk.path("akter/A-01").join(name);
    let escapes = "\x1b]0;title\x07\x1b[2J\u{9b}31m\u{202e}evil\u{2066}\r\x08\x7f".repeat(3);
    fs::write(path("1.txt"), &escapes).unwrap();
    fs::write(path("2.txt"), format!("e{}", "\u{301}".repeat(10_000))).unwrap();
    fs::write(path("3.txt"), "long ".repeat(200_000)).unwrap();
    fs::write(path("4.json"), format!("{}{}", "[".repeat(200_000), "]".repeat(200_000))).unwrap();
    fs::write(path("5.json"), r#"{"text": "\u001b[31m\u202ex", "role": 1}"#).unwrap();
    fs::write(path("6.txt"), b"\0\x01\xff\xfe\0").unwrap();
    std::os::unix::fs::symlink(desk.path("out/secret.txt"), path("7.txt")).unwrap();
    std::os::unix::fs::symlink(desk.path("out"), path("8")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", path("9.txt")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path("10.txt")).status().unwrap().success());
    let listed = desk.run(&["list", "S", "--files", "akter"]);
    assert!(
        listed.out.contains("A folder with 6 files.\n3 links in it are not followed.\nOne entry in it is not read"),
        "{listed:?}"
    );
    for (shown, wanted) in [(0, "␛"), (1, "e"), (2, "long"), (3, "cannot be read"), (4, "␛[31m"), (5, "is not text")]
    {
        let keys = format!("<f2>{}y", "<f4>".repeat(shown));
        let ran =
            desk.run(&["S", "--files", "akter", "--coder", "robin", "--keys", &keys, "--print", "--size", "100x30"]);
        assert!(ran.code == 0 && ran.out.contains(wanted), "{shown}: {ran:?}");
        let is_raw = |c: char| {
            c != '\n'
                && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c))
        };
        assert!(!ran.out.chars().any(is_raw) && !ran.out.contains("outside"), "{shown}: {ran:?}");
        assert!(ran.out.chars().filter(|c| *c == '\u{301}').count() <= 4 * 100);
    }
}

/// A PDF is read by a child of the program, which ends with a message where it cannot.
#[test]
fn a_pdf_is_read_by_a_child_and_one_that_cannot_be_read_is_told() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter/A-01")).unwrap();
    let content = "BT /F 12 Tf 50 700 Td (what is written there) Tj ET";
    let pdf = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>\nendobj\n\
         4 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n5 0 obj\n<</Length {}>>stream\n{content}\n\
         endstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        content.len()
    );
    fs::write(desk.path("akter/A-01/1.pdf"), pdf).unwrap();
    fs::write(desk.path("akter/A-01/2.pdf"), "%PDF-1.4 \x1b[31m garbage").unwrap();
    for (keys, wanted) in [("<f2>y", "what is written there"), ("<f2><f4>y", "damaged")] {
        let ran =
            desk.run(&["S", "--files", "akter", "--coder", "robin", "--keys", keys, "--print", "--size", "100x30"]);
        assert!(ran.code == 0 && ran.out.contains(wanted) && !ran.out.contains('\x1b'), "{ran:?}");
    }
}

#[test]
fn where_one_was_in_a_file_is_there_in_the_next_sitting_and_nothing_of_the_file_is_kept() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter")).unwrap();
    let lines: Vec<String> = (1..=300).map(|n| format!("canaryword line {n}\n")).collect();
    fs::write(desk.path("akter/A-01_canaryname.txt"), lines.concat()).unwrap();
    let shown = |keys: &str| {
        let ran = desk.run(&["S", "--files", "akter", "--coder", "robin", "--keys", keys, "--print"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out.lines().find(|line| line.contains("canaryword")).unwrap().trim_start_matches(['▶', ' ']).to_owned()
    };
    let down = format!("<f2>{}", "<ctrl-d>".repeat(10));
    let first = shown(&down);
    assert!(first.ends_with(" 91"), "{first}");
    assert_eq!(shown("<f2>yuy"), first);
    assert_eq!(shown("<f2><f5>y<f3>canaryword<enter><esc>b"), first);
    let found = desk.shell("grep -rlE 'canaryword|canaryname' . | grep -v '^./akter/'");
    assert_eq!(found.out, "", "{found:?}");
}

#[test]
fn who_codes_blind_begins_at_the_beginning_of_a_file() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter")).unwrap();
    fs::write(desk.path("akter/A-01.txt"), "line\n".repeat(300)).unwrap();
    let shown = |coder: &str, keys: &str| {
        let ran = desk.run(&["S", "--files", "akter", "--coder", coder, "--yes", "--keys", keys, "--print"]);
        ran.out.lines().find(|line| line.contains("of 300")).unwrap_or_default().trim().to_owned()
    };
    let read = shown("robin", &format!("<f2>{}", "<ctrl-d>".repeat(5)));
    assert!(read.contains("line 46 of 300"), "{read}");
    assert_eq!(shown("robin", "<f2>"), read);
    let other = shown("alva", "<f2>");
    assert!(other.contains("line 1 of 300"), "{other}");
}

#[test]
fn names_of_files_move_no_terminal() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("akter")).unwrap();
    fs::write(desk.path("akter/Z\x1b[31m\u{202e}\nCases.txt"), "x").unwrap();
    let ran = desk.run(&["list", "S", "--files", "akter"]);
    assert!(ran.out.ends_with("  Z␛[31m⟨U+202E⟩␊Cases\n"), "{ran:?}");
}
