//! Messages name the keys of the keymap in force: in every keymap the key that a message names does what it says.

mod catalogue;

use super::sitting::{Setup, Sitting, act, line, plain};
use crate::fixture::question;
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};
use aktkoll::study::protocol::Role;
use aktkoll::tui::Msg;
use aktkoll::tui::decode::{Charset, Decoder, Input};
use aktkoll::tui::dialog::{Dialog, Field, ListKind};
use aktkoll::tui::key::Key;
use aktkoll::tui::keymap::{Action, Keymap, Mode};
use aktkoll::tui::model::{Focus, Next};
use aktkoll::tui::msg::Unheard;
use std::time::Duration;

/// A keymap of one's own that shares no key of these messages with a shipped one.
const OWN: &str = "[all]\nf2 = \"help\"\nf1 = \"none\"\nctrl-g = \"back\"\nesc = \"none\"\n\
    [code]\n'?' = \"none\"\n'å' = \"open\"\nenter = \"none\"\n'ä' = \"next\"\nspace = \"none\"\nL = \"gap\"\ng = \"none\"\n\
    ctrl-y = \"quit\"\nctrl-c = \"none\"\nA = \"flag\"\nf = \"none\"\nB = \"first-answer\"\n\
    [list]\nctrl-o = \"open\"\nenter = \"none\"\nctrl-w = \"reword\"\nctrl-x = \"none\"\nctrl-c = \"none\"\n\
    [text]\nctrl-s = \"save\"\nenter = \"none\"\nctrl-w = \"mask\"\nctrl-x = \"none\"\nctrl-c = \"none\"\n";

/// The sitting of a setup with every keymap there is.
fn each(setup: &Setup, mut check: impl FnMut(&mut Sitting)) {
    let shipped = Keymap::SHIPPED.map(|(name, _)| (Some(name), None));
    for (keymap, own_keys) in shipped.into_iter().chain([(None, Some(OWN))]) {
        check(&mut Setup { keymap, own_keys, ..setup.clone() }.open());
    }
}

impl Sitting {
    /// The key of an action, and what messages call it.
    fn key_of(&self, mode: Mode, action: Action) -> (Key, String) {
        let model = self.model();
        let label = model.key(mode, action);
        let found = model.keymap.keys(mode, action).into_iter().find(|key| key.label(&model.words) == label);
        (found.unwrap_or_else(|| panic!("{label} is no key of {action:?}")), label)
    }

    fn press(&mut self, key: Key) {
        self.screen.send(Msg::Key { key, after: None });
    }

    /// Presses the keys of actions, each in the mode that it comes in.
    fn act(&mut self, actions: &[Action]) {
        for action in actions {
            let (key, _) = self.key_of(self.model().mode(), *action);
            self.press(key);
        }
    }

    /// Goes to a question.
    fn open_question(&mut self, n: usize) {
        self.act(&[Action::Number]);
        self.keys(&n.to_string());
        self.act(&[Action::Save]);
    }

    /// Presses the key of an action, which the screen must name as in `text`, where it stands as `{}`.
    fn obeys(&mut self, text: &str, mode: Mode, action: Action) {
        let (key, label) = self.key_of(mode, action);
        let frame = self.frame();
        let words: Vec<&str> = frame.split_whitespace().collect();
        let named = text.replace("{}", &label);
        assert!(words.join(" ").contains(&named), "{named:?} is not shown:\n{frame}");
        self.press(key);
    }

    fn field(&self) -> Option<&Field> {
        match &self.model().dialog {
            Some(Dialog::Write { field, .. }) => Some(field),
            _ => None,
        }
    }
}

fn setup() -> Setup {
    Setup { lang: Lang::En, size: (120, 40), ..Setup::default() }
}

fn quote(text: &str) -> Entry<'static> {
    line(1, "berit", Draft { item: "berit-1".to_owned(), ..act(Op::Quote, "BRO-01", "plan", text) })
}

/// The messages that name keys of the keymap, each tried below.
const TRIED: [&str; 44] = [
    "code-updated",
    "code-welcome",
    "discussion-how",
    "discussion-new-rule",
    "discussion-raise",
    "draw-not-dropped-hint",
    "import-changed",
    "names-by-login",
    "quote-names-own",
    "screen-changed-since",
    "screen-dropped",
    "screen-email-warned",
    "screen-closing-page",
    "screen-enter-writes",
    "screen-finish-gaps",
    "screen-goes-on",
    "screen-lists-answers",
    "screen-names",
    "screen-not-saved",
    "screen-offer",
    "screen-offer-mixed",
    "screen-phone-warned",
    "screen-rule-binds",
    "screen-rule-withdraws",
    "screen-by-sex",
    "screen-by-unit",
    "screen-in-cases",
    "screen-tallies-never",
    "screen-text-kept",
    "screen-too-small",
    "screen-unheard",
    "screen-unheard-yet",
    "screen-unknown-key",
    "screen-unsaved-text",
    "screen-write-instead",
    "title-cases",
    "tour-answer",
    "tour-count",
    "tour-finish",
    "tour-help",
    "tour-move",
    "tour-over",
    "tour-write",
    "update-reworded",
];

/// Those of walking through a list, tried in one.
const WALKED: [&str; 4] = ["screen-walk", "screen-walk-empty", "screen-walk-gaps", "status-how"];

#[test]
fn keys_on_a_question() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::Drop]);
        sitting.keys("s");
        sitting.act(&[Action::Save, Action::PreviousCase, Action::Answer(Role::Yes)]);
        sitting.obeys("{} takes that back", Mode::Code, Action::Drop);
        assert_eq!(sitting.last(), "drop BRO-01=");
        sitting.open_question(4);
        sitting.obeys("{} moves on", Mode::Code, Action::Next);
        sitting.is_at("BRO-01", "plan");
        sitting.open_question(5);
        sitting.obeys("{}: write the answer", Mode::Code, Action::Open);
        assert!(matches!(sitting.field(), Some(Field::Answer { .. })));
        sitting.act(&[Action::Back, Action::Answer(Role::Yes)]);
        sitting.obeys("press {}, or start with a digit", Mode::Code, Action::Open);
        assert!(matches!(sitting.field(), Some(Field::Answer { .. })));
        sitting.act(&[Action::Back]);
        sitting.act(&[Action::TalliesShown, Action::TalliesShown]);
        sitting.obeys("is hidden. Press {} to open it", Mode::Code, Action::Tallies);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Tally { .. })));
        sitting.act(&[Action::Back]);
        for by in ["unit", "sex"] {
            sitting.act(&[Action::View]);
            sitting.obeys(&format!("is by {by} now; {{}} shows it"), Mode::Code, Action::Tallies);
            assert!(matches!(sitting.model().dialog, Some(Dialog::Tally { .. })));
            sitting.act(&[Action::Back]);
        }
        sitting.act(&[Action::Focus, Action::Answer(Role::Yes)]);
        sitting.obeys("in the case list. {} goes to the questions", Mode::Code, Action::Focus);
        assert_eq!(sitting.model().focus, Focus::Questions);
        sitting.keys("Ö");
        sitting.obeys("does nothing here. {} shows the keys.", Mode::Code, Action::Help);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Help { .. })));
    });
}

#[test]
fn keys_of_what_is_offered_and_of_what_does_not_show() {
    each(&Setup { protocol: plain(9), ..setup() }, |sitting| {
        let (yes, _) = sitting.key_of(Mode::Code, Action::Answer(Role::Yes));
        let (no, _) = sitting.key_of(Mode::Code, Action::Answer(Role::No));
        let repeat = |sitting: &mut Sitting| {
            sitting.screen.send(Msg::Key { key: yes, after: Some(Duration::from_millis(33)) });
        };
        sitting.press(yes);
        repeat(sitting);
        repeat(sitting);
        sitting.obeys(": {} takes them", Mode::List, Action::Open);
        assert_eq!(sitting.log().len(), 3);
        repeat(sitting);
        repeat(sitting);
        sitting.press(no);
        sitting.obeys("them, {} discards them", Mode::List, Action::Back);
        sitting.press(no);
        assert_eq!((sitting.log().len(), sitting.last().as_str()), (4, "answer BRO-01 f4=nej"));
        sitting.screen.send(Msg::Unheard(Unheard::Open));
        sitting.shows("when you press Esc");
        let mut decoder = Decoder::new(Charset::named("UTF-8"));
        decoder.feed(b"\x1b]11;");
        assert_eq!((decoder.quiet(), decoder.feed(b"\x1b")), (vec![Input::Unheard(Unheard::Open)], vec![]));
        assert_eq!(decoder.quiet(), [Input::Heard]);
        sitting.screen.send(Msg::Unheard(Unheard::Waiting));
        sitting.shows("Esc drops it");
        decoder.feed(b"P");
        decoder.quiet();
        decoder.feed(b"y");
        assert_eq!((decoder.quiet(), decoder.feed(b"\x1b")), (vec![Input::Unheard(Unheard::Waiting)], vec![]));
        assert_eq!(decoder.quiet(), [Input::Heard]);
    });
    each(&Setup { size: (36, 8), ..setup() }, |sitting| {
        sitting.act(&[Action::Answer(Role::Yes)]);
        sitting.obeys("the rest with {}.", Mode::Code, Action::Right);
        sitting.act(&[Action::Answer(Role::Yes)]);
        assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
    });
}

#[test]
fn an_answer_without_a_key_is_taken_from_the_list_of_all() {
    let choices =
        (1..=60).map(|n| format!("{{ id = \"c{n}\", label = \"Place {n}\" }}")).collect::<Vec<_>>().join(", ");
    let places = |id, kind| question(id, &format!("Where {id}?"), &format!("kind = \"{kind}\"\nchoices = [{choices}]"));
    let protocol = plain(1) + &places("one", "choice") + &places("all", "choices");
    each(&Setup { protocol, size: (140, 24), ..setup() }, |sitting| {
        sitting.act(&[Action::Answer(Role::Yes)]);
        sitting.obeys("{} lists all answers", Mode::Code, Action::Open);
        sitting.shows("Answers to question 2");
        let (open, _) = sitting.key_of(Mode::List, Action::Open);
        for after in [500, 33, 33, 33] {
            sitting.screen.send(Msg::Key { key: open, after: Some(Duration::from_millis(after)) });
        }
        sitting.screen.send(Msg::Quiet);
        assert_eq!(sitting.log().len(), 1, "a key held down takes nothing from the list");
        sitting.act(&[Action::Last, Action::Open]);
        assert_eq!(sitting.last(), "answer BRO-01 one=c60");
        sitting.obeys("{} lists all answers", Mode::Code, Action::Open);
        sitting.act(&[Action::Last, Action::Open, Action::Up, Action::Open]);
        assert_eq!(sitting.last(), "answer BRO-01 all=c59;c60");
        sitting.shows("[x] Place 59");
        sitting.act(&[Action::Open]);
        assert_eq!(sitting.last(), "answer BRO-01 all=c60");
        sitting.act(&[Action::Back]);
        sitting.open_question(2);
        sitting.act(&[Action::Open]);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Choose { about: ListKind::Answers, cursor: 59 })));
    });
}

#[test]
fn the_key_to_see_why_nothing_was_undone() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::Answer(Role::No)]);
        sitting.other("alva", act(Op::Take, "BRO-01", "", "ill"));
        sitting.act(&[Action::Undo]);
        sitting.obeys("See the history ({})", Mode::Code, Action::History);
        assert!(matches!(sitting.model().dialog, Some(Dialog::History { .. })));
    });
}

#[test]
fn keys_of_a_line_that_could_not_be_saved() {
    let quotes = Setup { entries: vec![quote("Hen trivs.")], ..setup() };
    for ends in [false, true] {
        each(&quotes, |sitting| {
            sitting.screen.saver.fails = true;
            // The list of quotes stays open over the questions while its line is being saved.
            sitting.act(&[Action::Quotes, Action::Open]);
            let leaving = sitting.model().keymap.leaving()[0];
            let label = leaving.label(&sitting.model().words);
            sitting.shows("NOT SAVED");
            sitting.shows(&format!("{label} quits"));
            if ends {
                sitting.press(leaving);
                return assert!(sitting.screen.ended());
            }
            sitting.screen.saver.fails = false;
            sitting.obeys("{} tries again", Mode::Code, Action::Open);
            assert_eq!(sitting.last(), "flag BRO-01 plan report|berit|berit-1=plan");
        });
    }
}

#[test]
fn keys_while_a_text_is_written() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::Note]);
        sitting.keys("Se bilagan");
        sitting.act(&[Action::Back]);
        sitting.obeys("not saved. {} saves it", Mode::Text, Action::Save);
        assert_eq!(sitting.last(), "note BRO-01 plan=Se bilagan");
        sitting.act(&[Action::Note]);
        sitting.keys(".");
        sitting.act(&[Action::Back]);
        sitting.obeys("saves it, {} again discards it", Mode::Text, Action::Back);
        assert!(sitting.model().dialog.is_none() && sitting.log().len() == 1);
        for (n, text) in [(2, " a@b.se"), (3, " 070-123 45 67")] {
            sitting.act(&[Action::Note]);
            sitting.keys(text);
            sitting.act(&[Action::Save]);
            sitting.obeys("Press {} again to save it", Mode::Text, Action::Save);
            assert_eq!(sitting.log().len(), n);
        }
        sitting.act(&[Action::NoteCase]);
        sitting.keys("Talade med Kerstin.");
        sitting.obeys("({} replaces it with X)", Mode::Text, Action::Mask);
        sitting.shows("Talade med X.");
    });
}

#[test]
fn keys_of_a_text_that_was_not_saved_in_the_last_sitting() {
    for saves in [true, false] {
        each(&setup(), |sitting| {
            sitting.act(&[Action::Note]);
            sitting.keys("Halv");
            let kept = sitting.screen.program.unfinished().unwrap();
            sitting.act(&[Action::Back, Action::Back]);
            assert!(sitting.screen.program.write_on(&kept));
            if saves {
                sitting.obeys("{} saves it", Mode::Text, Action::Save);
                return assert_eq!(sitting.log(), ["note BRO-01 plan=Halv"]);
            }
            sitting.obeys("{} discards it", Mode::Text, Action::Back);
            sitting.obeys("{} again discards it", Mode::Text, Action::Back);
            assert!(sitting.model().dialog.is_none() && sitting.log().is_empty());
        });
    }
}

/// Leaves the tour at the step that names a key, which does there what is said of it.
fn toured(sitting: &mut Sitting, step: usize, text: &str, action: Action) {
    sitting.screen.program.begin_tour(None);
    (0..step).for_each(|_| sitting.act(&[Action::Open]));
    let (key, label) = sitting.key_of(Mode::Code, action);
    sitting.shows(&text.replace("{}", &label));
    sitting.act(&[Action::Back]);
    sitting.press(key);
}

#[test]
fn keys_of_the_tour() {
    each(&Setup { size: (400, 40), ..setup() }, |sitting| {
        let is_text =
            |sitting: &Sitting, wanted| matches!(sitting.field(), Some(Field::Text { op, .. }) if *op == wanted);
        sitting.act(&[Action::Answer(Role::Yes)]);
        toured(sitting, 0, "{} undoes it", Action::Undo);
        assert_eq!(sitting.last(), "answer BRO-01 plan=");
        toured(sitting, 1, "{} goes to the next unanswered", Action::Next);
        sitting.is_at("BRO-01", "utfall");
        toured(sitting, 1, "{} moves to the case list", Action::Focus);
        assert_eq!(sitting.model().focus, aktkoll::tui::model::Focus::Cases);
        sitting.act(&[Action::Focus]);
        toured(sitting, 1, "{} finds a case", Action::Find);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Find { .. })));
        sitting.act(&[Action::Back]);
        toured(sitting, 2, "{} writes a comment", Action::Note);
        assert!(is_text(sitting, Op::Note));
        sitting.act(&[Action::Back]);
        toured(sitting, 2, "{} flags it", Action::Flag);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Choose { about: ListKind::Flag, .. })));
        sitting.act(&[Action::Back]);
        sitting.open_question(1);
        sitting.act(&[Action::Answer(Role::Yes)]);
        toured(sitting, 2, "{} marks the answer just given as unsure", Action::Unsure);
        assert!(sitting.last().starts_with("flag BRO-01 plan unsure"), "{}", sitting.last());
        toured(sitting, 3, "{} goes to the next gap", Action::Gap);
        toured(sitting, 4, "{} counts the answers", Action::Tallies);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Tally { .. })));
        sitting.act(&[Action::Back]);
        toured(sitting, 4, "{} shows how far", Action::Progress);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Progress { .. })));
        sitting.act(&[Action::Back]);
        toured(sitting, 5, "{} shows every key", Action::Help);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Help { .. })));
        sitting.act(&[Action::Back]);
        toured(sitting, 5, "{} finds everything else", Action::Palette);
        sitting.keys("tour: ");
        sitting.act(&[Action::Save]);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Tour { step: 0, .. })));
        sitting.act(&[Action::Back]);
        sitting.obeys("{} and “tour”", Mode::Code, Action::Palette);
        sitting.act(&[Action::Back, Action::Last, Action::Next]);
        let (finish, label) = sitting.key_of(Mode::Summary, Action::Next);
        sitting.act(&[Action::Back]);
        sitting.screen.program.begin_tour(None);
        sitting.act(&[Action::Open, Action::Open, Action::Open]);
        sitting.shows(&format!("{label} finishes it"));
        sitting.act(&[Action::Back, Action::Last, Action::Next]);
        sitting.press(finish);
        sitting.press(finish);
        assert_eq!(sitting.last(), "done BRO-01=yes");
        toured(sitting, 5, "{} quits", Action::Quit);
        assert!(sitting.screen.ended());
    });
}

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
    let coded = |seq, coder, round, value| {
        let second = |op, question, value| Draft { round, ..act(op, "BRO-01", question, value) };
        [line(seq, coder, second(Op::Answer, "plan", value)), line(seq + 1, coder, second(Op::Done, "", "yes"))]
    };
    let entries = [coded(1, "alva", Round::First, "ja"), coded(3, "berit", Round::Second, "nej")].concat();
    each(&Setup { entries, round: Round::Consensus, coder: "cia", ..setup() }, |sitting| {
        sitting.obeys("{} alva", Mode::Code, Action::FirstAnswer);
        assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    });
}
