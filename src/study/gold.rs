//! Gold cases: coded by everybody before the rest, and compared with the answers of their own coder.

use serde::{Deserialize, Serialize};

/// What is asked of coders before they code on from the gold cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gold {
    /// How many percent of the answers are to agree.
    pub required: u32,
}

impl Default for Gold {
    fn default() -> Self {
        Self { required: 90 }
    }
}
