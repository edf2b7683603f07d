//! What exports and imports of answers agree on: names of variables, what choices are called, guards of cells.

pub(crate) mod choices;
pub(crate) mod guard;
pub(crate) mod legend;
pub(crate) mod name;
