//! How much of what is under way is done, for whoever shows it: one thing at a time, counted by those who do it.

use std::sync::atomic::{AtomicU64, Ordering};

static DONE: AtomicU64 = AtomicU64::new(0);
static ALL: AtomicU64 = AtomicU64::new(0);

/// Something begins, or begins anew, of so many steps; of 0 where they are not known.
pub fn begin(all: u64) {
    ALL.store(all, Ordering::Relaxed);
    DONE.store(0, Ordering::Relaxed);
}

/// The same begins anew.
pub fn again() {
    DONE.store(0, Ordering::Relaxed);
}

/// So many more steps are done.
pub fn step(steps: u64) {
    DONE.fetch_add(steps, Ordering::Relaxed);
}

/// How many steps are done, and of how many, where they are counted at all.
pub fn done() -> Option<(u64, u64)> {
    let (done, all) = (DONE.load(Ordering::Relaxed), ALL.load(Ordering::Relaxed));
    (done > 0 && all > 0).then(|| (done.min(all), all))
}
