//! statistics.

pub mod agreement;
pub mod percent;
pub mod proportion;
pub mod special;
