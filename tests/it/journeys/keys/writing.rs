//! Keys while something is written, or could not be saved.

use super::{each, quote, setup};
use crate::journeys::sitting::Setup;
use aktkoll::tui::keymap::{Action, Mode};

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
