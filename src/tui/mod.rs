//! The coding screen, in the shape of Elm: messages change the model, the model is drawn, effects reach the world.
//!
//! The [`runtime`] alone knows terminal, clock, signals and threads; a [`Program`] sees messages and draws frames.

pub mod key;
pub mod keymap;

pub mod agreement_cache;
pub mod backend;
pub mod colour;
pub mod commands;
pub mod decode;
pub mod dialog;
pub mod documents;
pub mod effect;
pub mod event;
pub mod file_pane;
pub mod hit;
pub mod layout;
pub mod lines;
pub mod list;
pub mod model;
pub mod mouse;
pub mod msg;
pub mod pace;
pub mod palette;
pub mod presenter;
pub mod runtime;
pub mod saver;
pub mod script;
mod signals;
pub mod spoken;
pub mod start;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod watch;

pub use effect::Effect;
pub use model::Model;
pub use msg::Msg;
pub use saver::Saver;
pub use spoken::Spoken;

/// What runs in the terminal, or in a script: a model with its update and its view.
pub trait Program {
    /// Takes in one message; what the world shall do is returned.
    fn update(&mut self, msg: Msg) -> Vec<Effect>;
    /// Draws the model.
    fn draw(&self, frame: &mut ratatui::Frame<'_>);
    /// Says the model, where it is heard and not seen.
    fn speak(&self) -> Spoken;
    /// The place to come back to: case and question.
    fn place(&self) -> (String, String);
}

impl<P: Program + ?Sized> Program for &mut P {
    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        (**self).update(msg)
    }

    fn draw(&self, frame: &mut ratatui::Frame<'_>) {
        (**self).draw(frame);
    }

    fn speak(&self) -> Spoken {
        (**self).speak()
    }

    fn place(&self) -> (String, String) {
        (**self).place()
    }
}

impl Program for Model {
    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let effect = update::update(self, msg);
        let wanted = update::wanted(self).map(Effect::Read);
        effect.into_iter().chain(wanted).collect()
    }

    fn draw(&self, frame: &mut ratatui::Frame<'_>) {
        view::view(self, frame);
    }

    fn speak(&self) -> Spoken {
        if self.look.form == model::Form::Lines { spoken::spoken(self) } else { Spoken::default() }
    }

    fn place(&self) -> (String, String) {
        // While differences are being settled, the coding is to go on where it was left.
        let left = self.resolving().map(|resolving| (resolving.came_from.0, resolving.came_from.1));
        let (case, question) = left.unwrap_or((self.case, self.question));
        (self.case_id(case).to_owned(), self.question_id(question).to_owned())
    }
}
