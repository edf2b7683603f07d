//! Out of damage: of a damaged file every line that is whole follows in a new one, and each that is lost is named.
//!
//! The damaged file stays as it is and holds up to its first damage, like one that a process had to leave. Lines are known
//! by what they say of themselves, so one that was moved or stands in another file is kept too.

mod pool;

use super::control_line::{Open, Poisoned, Redact, Sitting, Source};
use super::entry::Head;
use super::limit::print_of;
use super::line::write_record;
use super::merge::sitting;
use super::reader::Ledger;
use super::segment::{Lock, Segment};
use super::storage::{Cause, Disk, Own};
use super::witnesses::MOST_GONE;
use crate::base::env::Stamp;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::msg;
use pool::{Piece, Pool};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A segment by its coder and number.
type Name = (String, u32);

/// What a recovery kept and lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recovered {
    /// The damaged files.
    pub files: Vec<String>,
    /// How many lines follow in new files.
    pub kept: usize,
    /// The lines that are lost.
    pub lost: Vec<Lost>,
    /// The files that are left as they are, because somebody has them open.
    pub open: Vec<String>,
}

/// A line that is lost, as far as it can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// The file it stood in.
    pub file: String,
    /// The line, from 1; 0 where nothing of it is there.
    pub line: usize,
    /// Whose it was.
    pub coder: String,
    /// What it did.
    pub op: String,
    /// Its number, as far as that is known.
    pub seq: Option<u64>,
    /// The last of the numbers, where lines are meant of which nothing is there.
    pub to: Option<u64>,
    /// How many lines are meant where no number is known.
    pub unnumbered: usize,
    /// Of which case.
    pub case_id: String,
    /// On which question.
    pub question: String,
}

impl Recovered {
    /// How many lines are lost.
    pub fn lines_lost(&self) -> usize {
        let numbers = self.lost.iter().filter_map(|lost| Some(lost.seq?..=lost.to.or(lost.seq)?)).flatten();
        numbers.collect::<BTreeSet<u64>>().len() + self.lost.iter().map(|lost| lost.unnumbered).sum::<usize>()
    }
}

impl Ledger {
    /// The segments that are damaged, cut short or missing, and hold nothing that others saw otherwise.
    pub fn damaged(&self) -> BTreeSet<Name> {
        let mut names: BTreeSet<Name> = BTreeSet::new();
        for coder in self.all_coders().into_iter().filter(|coder| self.unlisted(coder).is_none()) {
            let segments = self.coders.get(coder);
            let is_bad = |number: &u32| {
                let is_stopped = |segment: &Segment| segment.is_stopped() || self.short(segment).is_some();
                segments.and_then(|segments| segments.get(number)).is_none_or(is_stopped)
            };
            names.extend((1..=self.newest(coder)).filter(is_bad).map(|number| (coder.to_owned(), number)));
        }
        names.extend(self.refuted_claims());
        let changed: BTreeSet<Name> = self.changed().into_iter().map(|changed| changed.name).collect();
        names.retain(|name| !changed.contains(name) && !self.is_beside(&name.0, name.1));
        names.retain(|(coder, number)| !self.is_excused(&format!("{coder}/{}", super::segment_name(*number))));
        names
    }

    /// Brings what is whole in the damaged segments of `from` into new segments of this ledger, which may be the same one
    /// or a copy that holds the damaged ones up to their damage. Both have just been read. A file that could
    /// not be read is not known to be damaged: nothing is done for its coder then. One that somebody has open is left to
    /// them: their program has all of it, and writes it again.
    pub fn recover(&mut self, from: &Self, group: bool, stamp: &Stamp) -> Result<Recovered> {
        from.is_in_order()?;
        let (open, damaged): (BTreeSet<Name>, _) = from.damaged().into_iter().partition(|name| self.is_open(name));
        let (damaged, unread): (BTreeSet<Name>, BTreeSet<Name>) =
            damaged.into_iter().partition(|(coder, _)| from.is_read(coder).is_ok());
        if let Some((coder, _)) = unread.first().filter(|_| damaged.is_empty()) {
            from.is_read(coder).map_err(|cause| from.fault(&cause))?;
        }
        let pool = Pool::of(from, &damaged).map_err(|error| self.fault(&error.into()))?;
        let open = open.iter().map(|(coder, number)| format!("{coder}/{}", super::segment_name(*number))).collect();
        let mut recovered = Recovered { lost: pool.lost, open, ..Recovered::default() };
        let mut heads = HashMap::new();
        for name in &damaged {
            let known = self.places()?.into_known();
            let pieces = pool.kept.get(name).into_iter().flatten();
            let pieces: Vec<&Piece> = pieces.filter(|piece| piece.is_new(&known)).collect();
            // In a copy the damaged file ends where it holds.
            let print = if self.folder == from.folder { pool.prints.get(name).cloned() } else { self.print(name)? };
            self.follow(from, name, (&pieces, print), &mut heads, group, stamp)?;
            recovered.files.push(format!("{}/{}", name.0, super::segment_name(name.1)));
            recovered.kept += pieces.iter().filter(|piece| piece.is_slot()).count();
            *self = self.anew();
            self.read(&mut |_| {});
        }
        Ok(recovered)
    }

    /// Writes the whole lines of a damaged segment as a new one, which names how far the damaged one holds.
    fn follow(
        &self,
        from: &Self,
        (coder, number): &Name,
        (pieces, print): (&[&Piece], Option<String>),
        heads: &mut HashMap<(u32, Head), (u32, Head)>,
        group: bool,
        stamp: &Stamp,
    ) -> Result<()> {
        let fault = |cause: Cause| Faults::from(self.fault(&cause));
        let io = |error: std::io::Error| Faults::from(self.fault(&error.into()));
        let number = *number;
        let damaged = from.coders.get(coder).and_then(|segments| segments.get(&number));
        let hash = print.unwrap_or_else(|| print_of(b""));
        let source = Source { file: format!("{coder}/{}", super::segment_name(number)), hash };
        let (length, head) = damaged.map_or((0, Head::default()), |segment| {
            (segment.offset, segment.head_at(segment.heads.len()).unwrap_or_default())
        });
        let lines = pieces.iter().filter(|piece| piece.is_slot()).count();
        let standing = self.standing(coder).map_err(fault)?;
        let disk = Disk::study(&self.folder, coder, group, Own::default()).map_err(fault)?.handed_over();
        let who = from.who(coder, number);
        self.place_next(&disk, standing.newest, |segment| {
            let mut open = Open::new(&who, segment, standing.seq + 1, &stamp.ts).from(source.clone());
            open.previous.clone_from(&standing.previous);
            open.witnessed.clone_from(&standing.witnessed);
            open.poisoned = vec![Poisoned { segment: number, length, head, lines }];
            Ok((written(&open, number, pieces, heads, self.untold(coder)).map_err(io)?, ()))
        })
    }

    /// The blanked lines of a coder of which no whole line tells: the one that did is lost.
    fn untold(&self, coder: &str) -> Vec<(u32, Head)> {
        let segments = self.coders.get(coder).into_iter().flat_map(BTreeMap::values);
        let blanked = segments.flat_map(|one| one.blanked.iter().map(|(head, _)| (one.number, *head)));
        blanked.filter(|line| self.told.get(coder).is_none_or(|told| !told.contains(line))).collect()
    }

    /// Refuses a file whose number is far from all others: so many are not gone, it has another's name.
    fn is_in_order(&self) -> Result<()> {
        let mut faults = Vec::new();
        for segments in self.coders.values() {
            let before = std::iter::once(0).chain(segments.keys().copied());
            let far = before.zip(segments.values()).filter(|(before, next)| next.number - before > MOST_GONE);
            faults.extend(far.map(|(before, next)| {
                let fault = Fault::new(msg!("recover-far", n = next.number - before - 1)).in_file(&next.file);
                fault.hint(msg!("recover-far-hint")).exit(Exit::Damaged)
            }));
        }
        Faults(faults).settled()
    }

    /// Whether somebody has a segment open, as far as locks tell.
    fn is_open(&self, (coder, number): &Name) -> bool {
        let segment = self.coders.get(coder).and_then(|segments| segments.get(number));
        segment.is_some_and(|segment| segment.lock() == Lock::Held)
    }

    /// What tells the file of a segment from others, if there is one.
    fn print(&self, (coder, number): &Name) -> Result<Option<String>> {
        let segment = self.coders.get(coder).and_then(|segments| segments.get(number));
        let bytes = segment.map(|segment| segment.bytes_from(0)).transpose();
        Ok(bytes.map_err(|error| self.fault(&error.into()))?.map(|bytes| print_of(&bytes)))
    }

    /// Who wrote a segment, under what; where its first line is lost, as in the one nearest to it.
    fn who(&self, coder: &str, number: u32) -> Sitting {
        let opens = self.coders.get(coder).into_iter().flat_map(BTreeMap::values);
        let nearest = opens.filter_map(|one| one.open.as_ref()).min_by_key(|open| open.segment.abs_diff(number));
        let nearest = nearest.or_else(|| self.sittings().next());
        let who = nearest.map(sitting).unwrap_or_default();
        let study = self.study.clone();
        Sitting { coder: coder.to_owned(), study, ..who }
    }
}

/// The bytes of a segment with the whole lines of segment `number`; of every text that is gone there it is told again, and of
/// the lines in `told`.
fn written(
    open: &Open,
    number: u32,
    pieces: &[&Piece],
    moved: &mut HashMap<(u32, Head), (u32, Head)>,
    mut told: Vec<(u32, Head)>,
) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut head = write_record(open, Head::default(), &mut bytes)?;
    let mut seq = open.seq;
    for piece in pieces.iter().filter(|piece| piece.is_slot()) {
        let names: HashMap<Head, Head> = moved.iter().map(|((_, old), (_, new))| (*old, *new)).collect();
        let (old, is_blanked) = (piece.head, piece.is_blanked);
        head = piece.write(open.segment, &names, head, &mut bytes)?;
        moved.insert((number, old), (open.segment, head));
        told.extend(is_blanked.then_some((open.segment, head)));
    }
    for piece in pieces.iter().filter_map(|piece| piece.redacts) {
        told.push(moved.get(&piece).copied().unwrap_or(piece));
    }
    told.sort_unstable();
    told.dedup();
    for (in_segment, redacts) in told {
        seq += 1;
        let redact = Redact { in_segment, ..Redact::new(open, seq, redacts) };
        head = write_record(&redact, head, &mut bytes)?;
    }
    Ok(bytes)
}
