//! Any two versions of a protocol: forth and back, nothing is lost.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "tests")]

use crate::fixture::swedish;
use aktkoll::base::env;
use aktkoll::study::Study;
use aktkoll::study::answers::case_view::{CellStatus, Perspective};
use aktkoll::study::case::CaseList;
use aktkoll::study::case::matching::Hints;
use aktkoll::study::create::{Plan, create, read_list};
use aktkoll::study::folder::Folder;
use aktkoll::study::ledger::control_line::{Sitting, Source};
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::study::protocol::Protocol;
use proptest::prelude::*;
use std::path::Path;

const CASES: &str = "case_id,unit\nA-1,A\nA-2,A\nB-1,B\n";
const VALUES: [&str; 6] = ["ja", "delvis", "nej", "ej_aktuellt", "3", ""];

/// What is thrown for a question: whether it is there, its wording, its scale, whether it has a condition.
type Throw = (bool, usize, usize, bool);

/// A protocol of at most four questions, in one order or the other.
fn protocol(throws: &[Throw], reversed: bool) -> String {
    let mut numbers: Vec<usize> = (0..throws.len()).filter(|&number| throws[number].0 || number == 0).collect();
    if reversed {
        numbers.reverse();
    }
    let mut made = swedish().unit("");
    let mut before: Option<usize> = None;
    for number in numbers {
        let (_, wording, scale, conditional) = throws[number];
        let scale = ["scale = \"ja_nej\"", "na = true", "kind = \"number\"", "kind = \"text\""][scale];
        made = made.question(&format!("q{number}"), &format!("{wording}?"), scale);
        if let Some(gate) = before.filter(|_| conditional) {
            made = made.and(&format!("when = {{ q{gate} = {{ answered = true }} }}\n"));
        }
        before = Some(number);
    }
    made.to_string()
}

fn version() -> impl Strategy<Value = String> {
    let throw = (any::<bool>(), 0..2usize, 0..4usize, any::<bool>());
    (proptest::collection::vec(throw, 4), any::<bool>()).prop_map(|(throws, reversed)| protocol(&throws, reversed))
}

/// Makes a study and writes answers to it.
fn study(path: &Path, protocol: &str, answers: &[(usize, usize, usize)]) -> Folder {
    let list = path.with_extension("csv");
    std::fs::write(&list, CASES).unwrap();
    let (cases, _) =
        CaseList::gather(&[read_list(&list).unwrap()], &Hints::default(), &Protocol::load("p.toml", protocol).unwrap())
            .unwrap();
    create(path, &Plan { protocol, cases: &cases, title: "T", group: None, draw: None }).unwrap();
    let folder = Folder::open(path).unwrap();
    let draft = |&(case, question, value): &(usize, usize, usize)| Draft {
        op: Op::Answer,
        round: Round::First,
        case_id: ["A-1", "A-2", "B-1"][case].to_owned(),
        question: format!("q{question}"),
        item: String::new(),
        value: VALUES[value].to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    };
    let drafts: Vec<_> = answers.iter().map(|answer| (draft(answer), env::stamp())).collect();
    let sitting = Sitting {
        study: folder.settings.id.clone(),
        coder: "anna".to_owned(),
        protocol: folder.protocol.hash.clone(),
        cases: folder.cases.hash.clone(),
        ..Sitting::default()
    };
    let source = Source { file: "f".to_owned(), hash: String::new() };
    folder.ledger().import(&sitting, &source, &drafts, false, &env::stamp()).unwrap();
    folder
}

/// Everything that is counted.
fn tallies(study: &Study) -> Vec<String> {
    (0..study.protocol.questions.len()).map(|question| format!("{:?}", study.tally().total(question.into()))).collect()
}

#[test]
fn a_failure_between_the_two_steps_leaves_a_study_that_opens_right() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("S");
    let (old, new) = (protocol(&[(true, 0, 0, false)], false), protocol(&[(true, 1, 1, false)], false));
    let folder = study(&path, &old, &[(0, 0, 0)]);
    // What a file is written as first cannot be made, because a folder stands there.
    let host: String = env::host().chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    let space = aktkoll::base::digest::sha256(env::process_space().as_bytes());
    let beside = path.join(format!(".protocol.toml.aktkoll-{host}-{space:.8}-{}", std::process::id()));
    std::fs::create_dir(&beside).unwrap();
    assert!(folder.replace_protocol(&new).is_err());
    let opened = Folder::open(&path).unwrap();
    assert_eq!((&opened.protocol.hash, opened.notes.len(), opened.earlier.len()), (&folder.protocol.hash, 0, 1));
    let (read, ..) = opened.read_whole().unwrap();
    assert!(
        read.answers.earlier_wording(Perspective::Record, 0.into(), 0.into()).is_none() && !read.answers.is_reworded()
    );
    assert!(!beside.exists(), "what is unfinished goes");
    opened.replace_protocol(&new).unwrap();
    let (read, ..) = Folder::open(&path).unwrap().read_whole().unwrap();
    assert!(read.answers.earlier_wording(Perspective::Record, 0.into(), 0.into()).is_some());
    // Who still has the old folder in hand has looked at what is no longer there.
    assert_eq!(folder.replace_protocol(&new).unwrap_err().0[0].message.key, "update-meanwhile");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn forth_and_back_the_tallies_are_as_before(
        old in version(),
        new in version(),
        answers in proptest::collection::vec((0..3usize, 0..4usize, 0..6usize), 0..20),
    ) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("S");
        let folder = study(&path, &old, &answers);
        let (before, ..) = folder.read_whole().unwrap();
        folder.replace_protocol(&new).unwrap();
        let under_new = Folder::open(&path).unwrap();
        let (between, ..) = under_new.read_whole().unwrap();
        // Every answer that counted holds, or is told of.
        let effects = before.answers.effects(&between.answers);
        let answered = |study: &Study, old: &Protocol| -> usize {
            let kept = |case: usize| {
                let cells = study.answers.sheet(Perspective::Record, case.into());
                let now = before.answers.sheet(Perspective::Record, case.into());
                let both = old.questions.iter().zip(&now).filter(|(question, cell)| {
                    let place = study.protocol.question(&question.id);
                    let standing = place.map(|place| cells[place].status);
                    cell.status == CellStatus::Answered && standing == Some(CellStatus::Answered)
                });
                both.count()
            };
            (0..3).map(kept).sum()
        };
        let lost: usize = effects.questions.iter().map(|one| one.removed + one.not_offered + one.masked).sum();
        prop_assert_eq!(answered(&before, &before.protocol), answered(&between, &before.protocol) + lost);
        for (place, question) in between.protocol.questions.iter().enumerate() {
            let then = before.protocol.question(&question.id);
            let reworded = then.is_some_and(|then| {
                !before.protocol.rewordings(then, &between.protocol, place.into()).is_empty()
            });
            for case in 0..3 {
                let is_given = between.answers.stored(Perspective::Record, case.into(), place.into()) != 0;
                let told = between.answers.earlier_wording(Perspective::Record, case.into(), place.into()).is_some();
                prop_assert_eq!(told, is_given && reworded);
            }
        }
        under_new.replace_protocol(&old).unwrap();
        let back = Folder::open(&path).unwrap();
        prop_assert_eq!(back.notes.len(), 0);
        let (after, ledger, reading) = back.read_whole().unwrap();
        prop_assert_eq!(tallies(&after), tallies(&before));
        prop_assert!(ledger.verify(&reading).iter().all(|finding| finding.kind < aktkoll::study::ledger::Kind::Unread));
        prop_assert_eq!((0..3).map(|case| (0..after.protocol.questions.len()).filter(|&question| {
            after.answers.earlier_wording(Perspective::Record, case.into(), question.into()).is_some()
        }).count()).sum::<usize>(), 0, "under their own wording again");
    }
}
