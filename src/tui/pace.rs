//! The pace of a key that comes again: pressed anew, or held down on a keyboard that repeats it.
//!
//! Who codes presses the same key for several questions as fast as five times a second, and each of these is an answer. A
//! keyboard begins to repeat a key after 250 to 660 ms and goes on every 25 to 110 ms (the Linux console takes 92); a busy
//! link moves some of them. What tells the two apart is whether a third follows at once.

use std::time::Duration;

/// Nobody presses a key again faster than this.
const FASTEST: Duration = Duration::from_millis(50);

/// No keyboard repeats a key slower than this, with what a busy link adds.
pub const SLOWEST: Duration = Duration::from_millis(180);

/// A keyboard begins to repeat a key after this, at the least and at the most.
const DELAY: (Duration, Duration) = (SLOWEST, Duration::from_millis(1100));

/// Whether a key may be repeated by the keyboard, by the time since the same key if that was the last one: what follows
/// tells.
pub fn may_repeat(after: Option<Duration>) -> bool {
    after.is_some_and(|after| after < FASTEST || (DELAY.0..=DELAY.1).contains(&after))
}
