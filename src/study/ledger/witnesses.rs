//! What does not add up between the segments of a study: they name each other with their heads.

use super::control_line::Previous;
use super::entry::Head;
use super::finding::{Finding, Kind};
use super::limit::is_replaced;
use super::reader::Ledger;
use super::segment::Segment;
use crate::msg;
use std::collections::{BTreeMap, BTreeSet};

/// So many files of a coder may be gone in a row, by what others say of them or by the numbers of those that are there.
pub(crate) const MOST_GONE: u32 = 200;

/// A file that holds another line than somebody saw there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// The file.
    pub file: String,
    /// How many lines it had then.
    pub lines: usize,
    /// The file whose first line says so.
    pub by: String,
    /// The coder and number of the file.
    pub(crate) name: (String, u32),
}

/// What a line claims that another segment holds.
struct Claim<'a> {
    by: &'a Segment,
    coder: &'a str,
    segment: u32,
    head: Head,
    lines: usize,
}

impl Ledger {
    /// What does not add up between the segments.
    pub(crate) fn doubts(&self, own: &[(String, u32)]) -> Vec<Finding> {
        let mut doubts = Vec::new();
        for (coder, segments) in &self.coders {
            let newest = segments.keys().last().copied().unwrap_or(0);
            let is_missing = |number: &u32| {
                !segments.contains_key(number)
                    && !own.contains(&(coder.clone(), *number))
                    && !is_replaced(segments, *number)
                    && !self.is_beside(coder, *number)
            };
            if let Some(number) = (1..newest).find(is_missing) {
                let file = format!("{coder}/{}", super::segment_name(number));
                doubts.push(Finding::file(Kind::Damage, &file, msg!("ledger-damage-missing")));
            }
            doubts.extend(segments.values().filter_map(|segment| self.short(segment)));
        }
        doubts.extend(
            self.claims()
                .filter(|claim| !own.contains(&(claim.coder.to_owned(), claim.segment)))
                .filter_map(|claim| self.refuted(&claim)),
        );
        doubts
    }

    /// A poisoned segment that does not reach to where it was confirmed.
    pub(crate) fn short(&self, segment: &Segment) -> Option<Finding> {
        let limit = segment.limit?;
        let reaches =
            segment.offset >= limit.length && limit.head == segment.head_at(segment.heads.len()).unwrap_or_default();
        let stale = segment.offset > limit.length;
        (!reaches && !stale && !self.is_excused(&segment.file)).then(|| {
            segment.here(Kind::Damage, msg!("ledger-damage-poisoned", bytes = segment.offset, confirmed = limit.length))
        })
    }

    /// Whether all that a segment's file held stands in a later one.
    pub(crate) fn is_excused(&self, file: &str) -> bool {
        file.split_once('/').is_some_and(|(coder, name)| {
            let segments = self.coders.get(coder).zip(super::segment_of(name));
            segments.is_some_and(|(segments, number)| is_replaced(segments, number))
        })
    }

    fn claims(&self) -> impl Iterator<Item = Claim<'_>> {
        self.coders.values().flat_map(BTreeMap::values).flat_map(|by| {
            let open = by.open.iter();
            open.flat_map(move |open| {
                let previous = open.previous.iter().map(move |Previous { segment, head, lines }| Claim {
                    by,
                    coder: &open.coder,
                    segment: *segment,
                    head: *head,
                    lines: *lines,
                });
                let witnessed = open.witnessed.iter().map(move |witness| Claim {
                    by,
                    coder: &witness.coder,
                    segment: witness.segment,
                    head: witness.head,
                    lines: witness.lines,
                });
                previous.chain(witnessed)
            })
        })
    }

    /// The segments that do not hold what a line says of them.
    pub(crate) fn refuted_claims(&self) -> impl Iterator<Item = (String, u32)> {
        let refuted =
            self.claims().filter(|claim| self.refuted(claim).is_some() && self.unlisted(claim.coder).is_none());
        refuted.map(|claim| (claim.coder.to_owned(), claim.segment))
    }

    /// The files that hold another line than somebody saw there: something in them was changed, not lost. Nothing that
    /// stands in such a file can be told from what was put there since.
    pub fn changed(&self) -> Vec<Changed> {
        let mut changed: Vec<Changed> = self.claims().filter_map(|claim| self.contradiction(&claim)).collect();
        changed.sort();
        changed.dedup();
        changed
    }

    fn contradiction(&self, claim: &Claim<'_>) -> Option<Changed> {
        let segment = self.coders.get(claim.coder)?.get(&claim.segment)?;
        let found = segment.head_at(claim.lines)?;
        (found != claim.head).then(|| Changed {
            file: segment.file.clone(),
            lines: claim.lines,
            by: claim.by.file.clone(),
            name: (claim.coder.to_owned(), claim.segment),
        })
    }

    /// The highest number of a file that a coder has or had: of one that is gone others may still say that it was there.
    /// No single line, which may say anything, uses up the numbers that there are.
    pub(crate) fn newest(&self, coder: &str) -> u32 {
        let own = self.coders.get(coder).and_then(|segments| segments.keys().last().copied()).unwrap_or(0);
        let claimed = self.claims().filter(|claim| claim.coder == coder).map(|claim| claim.segment);
        claimed.filter(|number| *number <= own.saturating_add(MOST_GONE)).fold(own, u32::max)
    }

    /// The coders that have files, or had some as others say.
    pub(crate) fn all_coders(&self) -> BTreeSet<&str> {
        self.coders.keys().map(String::as_str).chain(self.claims().map(|claim| claim.coder)).collect()
    }

    /// What other segments say of a segment: how many lines it had, and the head after them.
    pub(crate) fn claimed(&self, (coder, number): &(String, u32)) -> Vec<(usize, Head)> {
        let claims = self.claims().filter(|claim| claim.coder == coder && claim.segment == *number);
        claims.map(|claim| (claim.lines, claim.head)).collect()
    }

    /// What speaks against a claim.
    fn refuted(&self, claim: &Claim<'_>) -> Option<Finding> {
        let segments = self.coders.get(claim.coder);
        let segment = segments.and_then(|segments| segments.get(&claim.segment));
        let found = segment.and_then(|segment| segment.head_at(claim.lines));
        let is_excused = segments.is_some_and(|segments| is_replaced(segments, claim.segment));
        let unconfirmed = segment.is_some_and(|segment| segment.limit.is_some() && claim.lines > segment.heads.len());
        let holds = found == Some(claim.head) || (segment.is_some() && claim.lines == 0);
        let is_beside = segment.is_none() && self.is_beside(claim.coder, claim.segment);
        let is_known = segment.is_some_and(Segment::is_stopped) || self.unlisted(claim.coder).is_some() || is_beside;
        (!holds && !is_excused && !unconfirmed && !is_known).then(|| {
            let file = format!("{}/{}", claim.coder, super::segment_name(claim.segment));
            claim.by.at_open(Kind::Damage, msg!("ledger-damage-claim", file = file, lines = claim.lines))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::ledger::control_line::Poisoned;
    use crate::study::ledger::fixture;
    use tempfile::TempDir;

    /// Puts carina's file of this number in its place.
    fn put(folder: &TempDir, number: u32, bytes: &[u8]) {
        std::fs::create_dir_all(folder.path().join("carina")).unwrap();
        fixture::put(&folder.path().join("carina").join(super::super::segment_name(number)), bytes);
    }

    /// What is found where a second file says so of the first, and whether what was read before it holds no longer.
    fn found((length, head): (u64, Head), is_read_before: bool) -> (Vec<&'static str>, bool) {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::new(folder.path(), "s");
        put(&folder, 1, &fixture::segment(1, &[], &[(2, "ett"), (3, "två")]).0);
        if is_read_before {
            assert_eq!(ledger.read(&mut |_| {}).entries, 2);
        }
        // It says that a line of the first is to follow, and none does: what is missing there is not made good here.
        let left = Poisoned { segment: 1, length, head, lines: 1 };
        put(&folder, 2, &fixture::segment(2, &[left], &[]).0);
        let reading = ledger.read(&mut |_| {});
        (reading.findings.iter().map(|one| one.message.key).collect(), reading.stale)
    }

    #[test]
    fn a_file_that_was_left_must_reach_to_where_it_was_confirmed() {
        let ends = fixture::segment(1, &[], &[(2, "ett"), (3, "två")]).1;
        let (two, three) = (ends[1], ends[2]);
        let short = vec!["ledger-damage-poisoned"];
        for is_read_before in [false, true] {
            assert_eq!(found(three, is_read_before), (vec![], false), "it holds as a whole");
            assert_eq!(found((three.0, two.1), is_read_before), (short.clone(), false), "another line stands there");
            assert_eq!(found((three.0 + 1, three.1), is_read_before), (short.clone(), false), "it is shorter");
        }
        assert_eq!(found(two, false), (vec![], false), "it is read up to there");
        assert_eq!(found(two, true), (vec![], true), "it is to be read anew");
    }
}
