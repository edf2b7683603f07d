//! Statistics: numbers in, numbers out, each function with its source.

pub mod agreement;
pub mod contrast;
pub mod percent;
pub mod proportion;
pub mod random;
pub mod special;
