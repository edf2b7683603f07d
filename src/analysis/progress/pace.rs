//! One's own pace over a sitting: for the coder alone, never written down.

use crate::study::ledger::entry::{Entry, Op};
use std::collections::BTreeMap;

/// From so many seconds on an hour is worth reckoning with.
const ENOUGH: i64 = 600;

/// How many cases were finished in a sitting, and how many that is in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The cases that were finished and still are.
    pub done: usize,
    /// So many in an hour, in thousandths rounded to tenths; nothing before the sitting is long enough.
    pub per_hour: Option<i64>,
}

impl Pace {
    /// The pace from the beginning of a sitting to the last of the lines that were written in it.
    pub fn of(began: jiff::Timestamp, written: &[Entry<'_>]) -> Self {
        let finished = written.iter().filter(|line| line.op == Op::Done);
        let cases: BTreeMap<&str, bool> = finished.map(|line| (&*line.case_id, !line.value.is_empty())).collect();
        let done = cases.into_values().filter(|done| *done).count();
        let last = written.last().and_then(|line| line.ts.parse::<jiff::Timestamp>().ok());
        let seconds = last.map_or(0, |last| last.as_second() - began.as_second());
        let n = i64::try_from(done).unwrap_or(i64::MAX);
        let tenths = || (n.saturating_mul(36_000) + seconds / 2) / seconds;
        Self { done, per_hour: (seconds >= ENOUGH).then(|| tenths() * 100) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::answers::tests::fixture::act;
    use crate::study::index::CaseIx;

    fn at(time: &'static str, op: Op, case: CaseIx, value: &'static str) -> Entry<'static> {
        Entry { ts: format!("2026-03-02T{time}:00.000Z").into(), ..act(1, op, "anna", case, value) }
    }

    #[test]
    fn cases_that_are_done_count_once_and_reopened_ones_do_not() {
        let began = "2026-03-02T08:00:00Z".parse().unwrap();
        let lines = [
            at("08:05", Op::Done, 0.into(), "yes"),
            at("08:06", Op::Done, 0.into(), ""),
            at("08:07", Op::Done, 0.into(), "yes"),
            at("08:20", Op::Done, 1.into(), "yes"),
            at("08:30", Op::Done, 1.into(), ""),
            at("08:40", Op::Done, 2.into(), "yes"),
        ];
        assert_eq!(Pace::of(began, &lines), Pace { done: 2, per_hour: Some(3_000) });
        assert_eq!(Pace::of(began, &lines[..3]), Pace { done: 1, per_hour: None }, "seven minutes say nothing");
        assert_eq!(Pace::of(began, &[]), Pace { done: 0, per_hour: None });
    }
}
