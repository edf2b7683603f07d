//! The keys that messages about the file of a case name.

use super::{Action, Mode, Setup, Sitting, each};
use crate::journeys::file::{files, of_choices, with_files};
use aktkoll::tui::keymap::InFile;

fn on_file(setup: &Setup, check: impl Fn(&mut Sitting)) {
    let files = files();
    each(setup, |sitting| {
        with_files(sitting, files.path());
        sitting.act(&[Action::File(InFile::Show)]);
        check(sitting);
    });
}

#[test]
fn keys_of_marking() {
    on_file(&Setup::default(), |sitting| {
        sitting.act(&[Action::File(InFile::Mark)]);
        sitting.obeys("{} tar med nästa rad", Mode::Code, Action::File(InFile::LineDown));
        sitting.act(&[Action::File(InFile::Mark), Action::File(InFile::Mark)]);
        sitting.obeys("{} avslutar", Mode::Code, Action::File(InFile::Mark));
        assert_eq!(sitting.model().file.marked.len(), 2);
    });
}

#[test]
fn keys_of_what_is_not_found() {
    on_file(&Setup::default(), |sitting| {
        sitting.act(&[Action::File(InFile::Find)]);
        sitting.keys("samtycke");
        sitting.act(&[Action::Save]);
        sitting.obeys("{} visar nästa dokument", Mode::Code, Action::File(InFile::NextDocument));
        sitting.shows("Samtycke finns.");
    });
}

#[test]
fn keys_of_choices_out_of_sight() {
    on_file(&Setup { protocol: of_choices(40), size: (60, 15), ..Setup::default() }, |sitting| {
        sitting.hides("Svar nummer 11 av");
        sitting.obeys("Utan filen ({})", Mode::Code, Action::File(InFile::Show));
        sitting.shows("Svar nummer 11 av");
    });
}
