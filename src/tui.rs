//! The terminal's side of the program: what comes in as [`Msg`], what goes out as [`Effect`], and the loop between.
//!
//! The [`runtime`] alone knows terminal, clock, signals and threads; a [`Program`] sees messages and draws frames.

pub mod backend;
pub mod colour;
mod decode;
pub mod effect;
pub mod msg;
pub mod runtime;
pub mod saver;
pub mod script;
mod signals;
pub mod terminal;
pub mod watch;

pub use effect::Effect;
pub use msg::Msg;
pub use saver::Saver;

/// What runs in the terminal, or in a script: a model with its update and its view.
pub trait Program {
    /// Takes in one message; what the world shall do is returned.
    fn update(&mut self, msg: Msg) -> Vec<Effect>;
    /// Draws the model.
    fn draw(&self, frame: &mut ratatui::Frame<'_>);
    /// The place to come back to: case and question.
    fn place(&self) -> (String, String);
}
