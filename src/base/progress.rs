//! How much of what is under way is done, for whoever shows it: one thing at a time in a thread, counted by those who do it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

thread_local! {
    static OWN: Arc<Count> = Arc::default();
}

/// How many steps are done, and of how many.
#[derive(Debug, Default)]
pub struct Count {
    done: AtomicU64,
    all: AtomicU64,
}

impl Count {
    /// How many steps are done.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// So many more steps are done, in whichever thread.
    pub fn step(&self, steps: u64) {
        self.done.fetch_add(steps, Ordering::Relaxed);
    }

    /// How many steps are done, and of how many, where they are counted at all.
    pub fn share(&self) -> Option<(u64, u64)> {
        let (done, all) = (self.done(), self.all.load(Ordering::Relaxed));
        (done > 0 && all > 0).then(|| (done.min(all), all))
    }
}

/// What is counted in this thread, to be shown by another.
pub fn own() -> Arc<Count> {
    OWN.with(Arc::clone)
}

/// Something begins, or begins anew, of so many steps; of 0 where they are not known.
pub fn begin(all: u64) {
    again();
    OWN.with(|count| count.all.store(all, Ordering::Relaxed));
}

/// The same begins anew.
pub fn again() {
    OWN.with(|count| count.done.store(0, Ordering::Relaxed));
}

/// So many more steps are done.
pub fn step(steps: u64) {
    OWN.with(|count| count.step(steps));
}

/// Something begins that has as many steps as there are items.
pub fn counted<I: ExactSizeIterator>(items: I) -> impl Iterator<Item = I::Item> {
    begin(items.len() as u64);
    items.inspect(|_| step(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_counts_its_own_and_no_more_than_all() {
        let mut items = counted(["a", "b", "c"].into_iter());
        assert_eq!(own().share(), None, "what is not begun");
        items.next();
        assert_eq!(own().share(), Some((1, 3)));
        items.for_each(drop);
        step(1);
        assert_eq!(own().share(), Some((3, 3)));
        std::thread::spawn(|| assert_eq!(own().share(), None)).join().unwrap();
        begin(0);
        step(1);
        assert_eq!(own().share(), None, "nobody knows of how many");
    }
}
