//! The coding screen, in the shape of Elm: messages change the model, the model is drawn, effects reach the world.

pub mod dialog;
pub mod effect;
pub mod model;
pub mod msg;
pub mod page;
pub mod theme;
pub mod update;
pub mod view;
