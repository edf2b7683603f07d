//! What the screen shows beside the answers: the tally's groups, when it shows, and a question's history.

use crate::msg;
use crate::study::Tallies;
use crate::tui::dialog::Dialog;
use crate::tui::keymap::{Action, Mode};
use crate::tui::layout;
use crate::tui::model::{By, Model};

/// The tally by unit or by sex.
pub(crate) fn view(model: &mut Model) {
    if model.round().is_blind() {
        return model.refuse(msg!("screen-blind"));
    }
    model.by = match model.by {
        By::Sex => By::Unit,
        By::Unit => By::Sex,
    };
    if model.mode() == Mode::Code && !layout::shows_tally(model) {
        let key = model.key(Mode::Code, Action::Tallies);
        model.tell(match model.by {
            By::Sex => msg!("screen-by-sex", key = key),
            By::Unit => msg!("screen-by-unit", key = key),
        });
    }
}

/// When the tally shows: always, after the case, never.
pub(crate) fn tallies_shown(model: &mut Model) {
    model.tallies = match model.tallies {
        Tallies::Always => Tallies::AfterCase,
        Tallies::AfterCase => Tallies::Never,
        Tallies::Never => Tallies::Always,
    };
    model.tell(match model.tallies {
        Tallies::Always => msg!("screen-tallies-always"),
        Tallies::AfterCase => msg!("screen-tallies-after-case"),
        Tallies::Never => msg!("screen-tallies-never", key = model.key(Mode::Code, Action::Tallies)),
    });
}

/// Shows every line of the open question.
pub(crate) fn history(model: &mut Model) {
    model.dialog = Some(Dialog::History { top: 0 });
}
