//! Keys that the tour names.

use super::{each, setup};
use crate::journeys::sitting::{Setup, Sitting};
use aktkoll::study::ledger::entry::Op;
use aktkoll::study::protocol::Role;
use aktkoll::tui::dialog::{Dialog, Field, ListKind};
use aktkoll::tui::keymap::{Action, Mode};

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
        toured(sitting, 2, "{} flags the open question", Action::Flag);
        assert!(matches!(sitting.model().dialog, Some(Dialog::Choose { about: ListKind::Flag, .. })));
        sitting.act(&[Action::Back]);
        sitting.open_question(1);
        sitting.act(&[Action::Answer(Role::Yes)]);
        toured(sitting, 2, "{} on the one you have just answered", Action::NoteLast);
        assert!(
            sitting
                .field()
                .is_some_and(|field| matches!(field, Field::Text { question: Some(place), .. } if *place == 0.into()))
        );
        sitting.act(&[Action::Back]);
        toured(sitting, 2, "{} flags that answer as unsure", Action::Unsure);
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
