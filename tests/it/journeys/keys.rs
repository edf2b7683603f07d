//! Messages name the keys of the keymap in force: in every keymap the key that a message names does what it says.

mod catalogue;
mod file;
mod lists;
mod tour;
mod writing;

use super::sitting::{Setup, Sitting, act, line, plain};
use crate::fixture::question;
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Draft, Entry, Op};
use aktkoll::study::protocol::Role;
use aktkoll::tui::Msg;
use aktkoll::tui::decode::{Charset, Decoder, Input};
use aktkoll::tui::dialog::{Dialog, Field, ListKind};
use aktkoll::tui::key::Key;
use aktkoll::tui::keymap::{Action, Keymap, Mode};
use aktkoll::tui::model::Focus;
use aktkoll::tui::msg::Unheard;
use std::time::Duration;

/// A keymap of one's own that shares no key of these messages with a shipped one.
const OWN: &str = "[all]\nf2 = \"help\"\nf1 = \"none\"\nctrl-g = \"back\"\nesc = \"none\"\n\
    [code]\n'?' = \"none\"\n'å' = \"open\"\nenter = \"none\"\n'ä' = \"next\"\nspace = \"none\"\nL = \"gap\"\ng = \"none\"\n\
    ctrl-y = \"quit\"\nctrl-c = \"none\"\nf9 = \"file\"\nA = \"flag\"\nf = \"none\"\nB = \"first-answer\"\n\
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
const TRIED: [&str; 60] = [
    "ahead-blind",
    "ahead-differences",
    "ahead-discussions",
    "ahead-draft",
    "ahead-report",
    "ahead-second",
    "ahead-spot",
    "code-updated",
    "code-welcome",
    "discussion-how",
    "discussion-new-rule",
    "discussion-raise",
    "draw-not-dropped-hint",
    "file-choices",
    "file-marking",
    "file-not-found",
    "import-changed",
    "names-by-login",
    "quote-names-own",
    "reason-later",
    "screen-by-sex",
    "screen-by-unit",
    "screen-changed-since",
    "screen-closing-page",
    "screen-dropped",
    "screen-dropped-now",
    "screen-email-warned",
    "screen-enter-writes",
    "screen-finish-gaps",
    "screen-goes-on",
    "screen-in-cases",
    "screen-lists-answers",
    "screen-names",
    "screen-not-saved",
    "screen-note-what",
    "screen-offer",
    "screen-offer-mixed",
    "screen-phone-warned",
    "screen-rule-binds",
    "screen-rule-withdraws",
    "screen-searches-answers",
    "screen-tallies-never",
    "screen-text-kept",
    "screen-too-small",
    "screen-unheard",
    "screen-unheard-yet",
    "screen-unknown-key",
    "screen-unsaved-text",
    "screen-write-instead",
    "spot-place",
    "title-cases",
    "title-reason",
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
fn keys_of_what_was_just_done_and_of_where_one_was() {
    each(&setup(), |sitting| {
        sitting.act(&[Action::NoteLast]);
        sitting.obeys("{} comments on the open question", Mode::Code, Action::Note);
        assert!(matches!(sitting.field(), Some(Field::Text { op: Op::Note, .. })));
        sitting.act(&[Action::Back, Action::Drop]);
        sitting.keys("s");
        sitting.act(&[Action::Save]);
        sitting.obeys("{} undoes it", Mode::Code, Action::Undo);
        assert_eq!(sitting.last(), "drop BRO-01=");
        let elsewhere = sitting.model().study.cases.place("HAV-01").unwrap();
        sitting.screen.program.begin_at(elsewhere, 0.into());
        sitting.obeys("{} goes to BRO-01", Mode::Code, Action::Next);
        sitting.is_at("BRO-01", "plan");
    });
}

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
fn an_answer_of_a_long_list_is_taken_from_a_search() {
    let choices =
        (1..=70).map(|n| format!("{{ id = \"c{n}\", label = \"Place {n}\" }}")).collect::<Vec<_>>().join(", ");
    let protocol = plain(0) + &question("one", "Where?", &format!("kind = \"choices\"\nchoices = [{choices}]"));
    each(&Setup { protocol, size: (140, 24), ..setup() }, |sitting| {
        sitting.obeys("{} searches 70 answers", Mode::Code, Action::Open);
        sitting.shows("Answer to question 1:");
        let (save, _) = sitting.key_of(Mode::Text, Action::Save);
        for after in [500, 33, 33, 33] {
            sitting.screen.send(Msg::Key { key: save, after: Some(Duration::from_millis(after)) });
        }
        sitting.screen.send(Msg::Quiet);
        assert!(sitting.log().is_empty(), "a key held down takes nothing from the search");
        sitting.keys("place 70");
        sitting.act(&[Action::Save]);
        assert_eq!(sitting.last(), "answer BRO-01 one=c70");
    });
}
