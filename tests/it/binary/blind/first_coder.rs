//! The first coder: whatever a second coding is, it gives this coder the same bytes until both have finished.

use super::{CANARY, COMMANDS, desk, draft, second, told};
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use std::fs;

/// Two second codings of the same case, as far as they go, with as many answers.
fn second_codings() -> [Vec<Draft>; 2] {
    let note = |question: &str, text: &str| second(Op::Note, question, text);
    let flag = |item: &str| Draft { item: item.to_owned(), ..second(Op::Flag, "q1", "yes") };
    [
        vec![
            second(Op::Answer, "q1", "yes"),
            second(Op::Answer, "q3", "kanarie"),
            note("q1", "kanarie"),
            flag("discuss"),
        ],
        vec![second(Op::Answer, "q1", "no"), second(Op::Answer, "q4", "9"), note("", "kanarie"), flag("manager")],
    ]
}

#[test]
fn the_first_coder_sees_nothing_of_a_second_coding_before_both_have_finished() {
    let done = |second: bool| Draft {
        round: if second { Round::Second } else { Round::First },
        ..draft(Op::Done, "", "", "yes")
    };
    for finished in [None, Some(false), Some(true)] {
        let desks = second_codings().map(|coding| {
            let desk = desk();
            let own = [draft(Op::Answer, "q1", "", "yes"), draft(Op::Answer, "q4", "", "4")];
            let is_done = |second| finished.filter(|whose| *whose == second).map(done);
            desk.write("carina", &own.into_iter().chain(is_done(false)).collect::<Vec<_>>());
            // Two others who have finished do not open a case that its first coder has not.
            let outside = coding.iter().cloned().chain([done(true)]).filter(|_| finished != Some(false));
            desk.write("eva", &outside.collect::<Vec<_>>());
            desk.write("lotta", &coding.into_iter().chain(is_done(true)).collect::<Vec<_>>());
            desk
        });
        let same = |args: &[&str]| {
            let args = [args, &["--coder", "carina"]].concat();
            let [one, other] = [&desks[0], &desks[1]].map(|desk| told(&desk.run(&args)));
            assert!(!one.contains(CANARY) && !one.starts_with("2\n"), "{args:?}: {one}");
            assert_eq!(one, other, "{args:?}");
        };
        let reads = |command: &&&[&str]| {
            ["tally", "count", "list", "status", "report", "agree", "resolve", "compare"].contains(&command[0])
        };
        COMMANDS.iter().filter(reads).for_each(|command| same(command));
        for keys in
            ["", "h", "M", "P", "t", "s", "'", "/q<enter>", "=", "=<enter>", "D", "D<esc>", "/gul", "S", "f", "g"]
        {
            same(&["S", "--view", "--print", "--keys", keys]);
        }
        let exported = [&desks[0], &desks[1]].map(|desk| {
            ["csv", "jsonl"].map(|format| {
                let out = desk.path(format);
                let args = ["export", "S", "--texts", "--coders", "--coder", "carina", "--format", format, "--out"];
                let ran = desk.run(&[&args[..], &[out.to_str().unwrap()]].concat());
                assert_eq!(ran.code, 0, "{ran:?}");
                let mut files: Vec<_> = fs::read_dir(&out).unwrap().map(|file| file.unwrap().path()).collect();
                files.sort();
                files.into_iter().map(|file| fs::read_to_string(file).unwrap()).collect::<String>()
            })
        });
        assert_eq!(exported[0], exported[1]);
        assert!(!exported[0].concat().contains(CANARY));
    }
}
