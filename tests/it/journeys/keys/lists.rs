//! Keys on the closing page, in lists, and where differences are settled.

use super::{each, quote, setup};
use crate::journeys::phase::feedback;
use crate::journeys::sitting::{Setup, Sitting, act, line, plain};
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::study::protocol::Role;
use aktkoll::tui::dialog::{Dialog, Field, ListKind};
use aktkoll::tui::keymap::{Action, Mode};
use aktkoll::tui::model::Next;

#[test]
fn keys_on_the_closing_page() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::Last, Action::Next]);
        sitting.keys("§");
        sitting.obeys("{} opens the question", Mode::Summary, Action::Open);
        assert!(sitting.model().dialog.is_none());
        sitting.act(&[Action::Last, Action::Next]);
        sitting.keys("§");
        sitting.obeys("; {} finishes the case", Mode::Summary, Action::Next);
        assert!(sitting.log().is_empty());
        sitting.obeys("unanswered. {} again finishes", Mode::Summary, Action::Next);
        assert_eq!(sitting.log(), ["done BRO-01=yes"]);
        sitting.act(&[Action::Last, Action::Next, Action::Next]);
        sitting.obeys("{} opens the first", Mode::Summary, Action::Open);
        sitting.is_at("BRO-02", "plan");
    });
}

/// The lines of a coding of the first case.
fn coded(seq: u64, coder: &'static str, round: Round, value: &str) -> [Entry<'static>; 2] {
    let of = |op, question, value| Draft { round, ..act(op, "BRO-01", question, value) };
    [line(seq, coder, of(Op::Answer, "plan", value)), line(seq + 1, coder, of(Op::Done, "", "yes"))]
}

#[test]
fn keys_of_what_is_next_after_the_last_case() {
    let finished = |setup: &Setup, text: &str, action: Action, check: &dyn Fn(&mut Sitting)| {
        each(setup, |sitting| {
            sitting.act(&[Action::Answer(Role::Yes), Action::Next]);
            sitting.obeys(text, Mode::Summary, action);
            check(sitting);
        });
    };
    let palette = |typed: &'static str| {
        move |sitting: &mut Sitting| {
            sitting.keys(typed);
            sitting.act(&[Action::Save]);
        }
    };
    let changes = |round| {
        move |sitting: &mut Sitting| {
            palette("round")(sitting);
            assert_eq!(sitting.model().next, Some(Next::Round(round)));
        }
    };
    let reports = |sitting: &mut Sitting| {
        palette("report")(sitting);
        assert!(matches!(sitting.field(), Some(Field::Command)));
    };
    let cases = "case_id,unit,sex\nBRO-01,BRO,K\nBRO-02,BRO,K\n".to_owned();
    let setup = Setup { protocol: plain(1).replace("f1", "plan"), cases, size: (200, 40), ..setup() };
    let mine = "case_id,coder,second,wave\nBRO-01,berit,,\nBRO-02,alva,berit,early\n";
    let theirs = "case_id,coder,second,wave\nBRO-01,berit,alva,early\nBRO-02,alva,,\n";
    let planned = |plan, round| Setup { plan: Some(plan), round, ..setup.clone() };
    finished(&planned(mine, Round::First), "second time ({} and “round”)", Action::Palette, &changes(Round::Second));
    let blind = planned(mine, Round::Second);
    finished(&blind, "{} and “round” leads back", Action::Palette, &changes(Round::First));
    finished(&blind, "the differences ({})", Action::Differences, &|_| {});
    finished(&blind, "the agreement ({})", Action::Agreement, &|sitting| {
        assert!(matches!(sitting.model().dialog, Some(Dialog::Choose { about: ListKind::Agreement, .. })));
    });
    finished(&planned(theirs, Round::First), "open ({} and “report”)", Action::Palette, &reports);
    let second = Setup { entries: coded(1, "alva", Round::Second, "nej").into(), ..planned(theirs, Round::First) };
    finished(&second, "difference to settle ({})", Action::Differences, &|sitting| {
        assert!(sitting.model().resolving().is_some());
    });
    let flagged = Draft { item: "discuss".to_owned(), ..act(Op::Flag, "BRO-02", "plan", "yes") };
    let discussed = Setup { entries: vec![line(1, "alva", flagged)], ..planned(theirs, Round::First) };
    finished(&discussed, "open discussion ({})", Action::Progress, &|sitting| {
        assert!(matches!(sitting.model().dialog, Some(Dialog::Progress { .. })));
    });
    let drawn = Draft { round: Round::Spot, ..act(Op::Take, "BRO-02", "", "7") };
    let entries = [
        vec![
            line(1, "alva", act(Op::Answer, "BRO-02", "plan", "ja")),
            line(2, "alva", act(Op::Done, "BRO-02", "", "yes")),
        ],
        vec![line(3, "berit", drawn)],
    ];
    let spot = Setup { entries: entries.concat(), ..planned(theirs, Round::First) };
    finished(&spot, "case of a spot check ({})", Action::Spot, &|sitting| {
        assert!(matches!(sitting.model().next, Some(Next::Spot(_))));
    });
    let alone = "case_id,unit,sex\nBRO-01,BRO,K\n".to_owned();
    finished(&Setup { cases: alone, ..setup.clone() }, "the report ({} and “report”)", Action::Palette, &reports);
}

#[test]
fn keys_of_a_reason_that_is_asked_for() {
    each(&Setup { lang: Lang::En, size: (120, 40), ..feedback() }, |sitting| {
        sitting.act(&[Action::First, Action::Answer(Role::Yes)]);
        sitting.obeys("({}: give the reason later)", Mode::Text, Action::Back);
        sitting.is_at("BRO-01", "foljs");
        sitting.obeys("without a reason. {} lists", Mode::Code, Action::Progress);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Progress { .. })));
    });
}

#[test]
fn keys_of_a_rule() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::Rule]);
        sitting.keys("No date");
        sitting.act(&[Action::Save]);
        sitting.obeys("{} again saves it", Mode::Text, Action::Save);
        assert_eq!(sitting.log(), ["rule plan berit-1=No date"]);
        sitting.act(&[Action::Rule, Action::Down, Action::Open]);
        sitting.keys(&"<backspace>".repeat(7));
        sitting.act(&[Action::Save]);
        sitting.obeys("{} again withdraws it", Mode::Text, Action::Save);
        assert_eq!(sitting.last(), "rule plan berit-1=");
    });
}

#[test]
fn keys_of_lists_that_are_walked_through() {
    let flagged = line(1, "berit", act(Op::Answer, "BRO-01", "plan", "nej"));
    each(&Setup { entries: vec![flagged], ..setup() }, |sitting| {
        let lists = |sitting: &mut Sitting| {
            sitting.act(&[Action::Progress, Action::Last]);
        };
        lists(sitting);
        sitting.obeys("{} on a list", Mode::List, Action::Open);
        let (_, walks) = sitting.key_of(Mode::Code, Action::Gap);
        assert!(sitting.model().work_list().is_some() && sitting.model().dialog.is_none());
        sitting.shows(&format!("{walks} goes to the next"));
        sitting.obeys("{} goes to the next", Mode::Code, Action::Gap);
        sitting.shows("1 of 1");
        lists(sitting);
        sitting.obeys("{} again: back to gaps", Mode::List, Action::Open);
        assert!(sitting.model().work_list().is_none());
        sitting.obeys("{} goes to gaps again", Mode::Code, Action::Gap);
        sitting.is_at("BRO-01", "utfall");
        lists(sitting);
        sitting.act(&[Action::Open, Action::Note]);
        sitting.keys("Ingen plan.");
        sitting.act(&[Action::Save, Action::Gap]);
        sitting.obeys("none left. {} goes to gaps again", Mode::Code, Action::Gap);
        sitting.is_at("BRO-01", "utfall");
    });
}

#[test]
fn keys_of_discussions_and_rules() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::Flag, Action::Down, Action::Open]);
        sitting.obeys("{} and", Mode::Code, Action::Flag);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Choose { about: ListKind::Flag, .. })));
        sitting.act(&[Action::Open]);
        assert!(sitting.field().is_some(), "the line for what one wonders is open");
        sitting.act(&[Action::Back]);
        sitting.obeys("{}: reply or make a rule", Mode::Code, Action::Flag);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Choose { about: ListKind::Flag, .. })));
    });
    let answered = line(1, "berit", act(Op::Answer, "BRO-01", "plan", "ja"));
    each(&Setup { entries: vec![answered], ..setup() }, |sitting| {
        sitting.open_question(2);
        sitting.other("alva", Draft { item: "alva-1".to_owned(), ..act(Op::Rule, "", "plan", "Utan datum: nej.") });
        sitting.obeys("({})", Mode::Code, Action::Gap);
    });
}

#[test]
fn keys_of_quotes_spot_checks_and_differences() {
    each(&Setup { entries: vec![quote("Gjord hos Kerstin.")], ..setup() }, |sitting| {
        sitting.act(&[Action::Quotes]);
        sitting.obeys("Reword the quote ({})", Mode::List, Action::Reword);
        assert!(matches!(sitting.field(), Some(Field::Text { op: Op::Quote, .. })));
    });
    let done = |case: &str, seq| line(seq, "alva", act(Op::Done, case, "", "yes"));
    let entries = vec![
        line(1, "alva", act(Op::Answer, "BRO-02", "plan", "ja")),
        done("BRO-02", 2),
        line(3, "alva", act(Op::Answer, "BRO-01", "plan", "ja")),
        done("BRO-01", 4),
    ];
    each(&Setup { entries, ..setup() }, |sitting| {
        sitting.act(&[Action::Spot]);
        sitting.obeys("{} gives 5", Mode::Text, Action::Save);
        assert_eq!(sitting.model().next, Some(Next::Spot(5)));
    });
    let entries = [coded(1, "alva", Round::First, "ja"), coded(3, "berit", Round::Second, "nej")].concat();
    each(&Setup { entries, round: Round::Consensus, coder: "cia", ..setup() }, |sitting| {
        sitting.obeys("{} alva", Mode::Code, Action::FirstAnswer);
        assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    });
}
