//! The pace of a key that comes again: pressed anew, or held down on a keyboard that repeats it.
//!
//! A keyboard begins to repeat a key after 250 to 660 ms and goes on every 25 to 110 ms (the Linux console takes 92). A
//! loaded machine or link keeps back what was typed for up to 700 ms, and then passes it on in one go. So between the
//! first and the second of a held key there is any time up to both together, and between the others any up to a pause
//! with a repeat behind it. A person who presses a key again may be as fast: what tells the two apart is whether a third
//! follows.

use std::time::Duration;

/// The second of a held key comes after this at the latest: a keyboard's delay, and a pause.
const SECOND: Duration = Duration::from_millis(1400);

/// Each further one comes after this at the latest: a pause, and a keyboard's slowest repeat.
pub const NEXT: Duration = Duration::from_millis(810);

/// Whether a key may be repeated by the keyboard, by the time since the same key if that was the last one: what follows
/// tells.
pub fn may_repeat(after: Option<Duration>) -> bool {
    after.is_some_and(|after| after <= SECOND)
}
