//! Progress, drift, agreement and spot checks in lines of text, for the screen and the command line alike.

pub mod drift;
pub mod progress;
pub mod reliability;
pub mod spot;
