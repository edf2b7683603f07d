//! The ledger files of a coder, in the lines that a sitting writes.

use super::MadeUp;
use super::acts::Act;
use crate::base::env::Salt;
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::control_line::{Close, Open, Previous, Redact, Sitting};
use crate::study::ledger::entry::{Entry, Head, Op, Round, VERSION};
use crate::study::ledger::line::{blanked, write_entry, write_record};
use serde::de::IgnoredAny;
use std::io::{self, Write};

/// So many bytes are written at once.
const PIECE: usize = 1 << 16;

/// What a study's sittings name.
#[derive(Debug, Clone)]
pub struct Hashes {
    /// The protocol's hash.
    pub protocol: String,
    /// The case list's hash.
    pub cases: String,
}

/// A file of the ledger that is being written.
struct Sheet<'a, W> {
    open: Open,
    head: Head,
    lines: usize,
    bytes: Vec<u8>,
    out: &'a mut W,
}

/// The slots of a coder in one case: what stands there, and the `h` of its line.
type Slots = Vec<((Op, Round, Option<QuestionIx>), String, Head)>;

impl MadeUp<'_> {
    /// How many numbers each case has for its lines: more than there are ever lines.
    fn numbers(&self) -> u64 {
        self.recipe.protocol.questions.len() as u64 * 16 + 32
    }

    /// Writes the files of a coder: `out` gives each by its number. Gives how many lines they have.
    pub fn write_ledger<W: Write>(
        &self,
        coder: usize,
        hashes: &Hashes,
        mut out: impl FnMut(u32) -> io::Result<W>,
    ) -> io::Result<usize> {
        let half = self.recipe.cases / 2;
        let (mut previous, mut lines) = (None, 0);
        for (segment, cases) in [(1, 0..half), (2, half..self.recipe.cases)] {
            let own: Vec<usize> = cases.clone().filter(|case| self.involved(*case).contains(&coder)).collect();
            let mut file = out(segment)?;
            let seq = 1 + cases.start as u64 * self.numbers();
            let mut open = Open::new(&self.sitting(coder, hashes), segment, seq, &at(seq));
            open.previous = previous;
            let mut sheet = Sheet { head: Head::default(), lines: 0, bytes: Vec::new(), out: &mut file, open };
            sheet.head = write_record(&sheet.open, sheet.head, &mut sheet.bytes)?;
            sheet.lines += 1;
            own.iter().try_for_each(|case| self.write_case(*case, coder, &mut sheet))?;
            sheet.close(1 + cases.end as u64 * self.numbers())?;
            if segment == 2 && coder % 7 == 3 {
                // The power went in the middle of a line.
                sheet.bytes.extend_from_slice(b"{\"v\":1,\"op\":\"answer\",\"seq\":");
            }
            sheet.flush(0)?;
            lines += sheet.lines;
            previous = Some(Previous { segment, head: sheet.head, lines: sheet.lines });
        }
        Ok(lines)
    }

    fn sitting(&self, coder: usize, hashes: &Hashes) -> Sitting {
        let slug = Self::coder(coder);
        Sitting {
            study: self.name(),
            name: slug.clone(),
            coder: slug.clone(),
            uid: 4242,
            login: slug,
            host: "generated".to_owned(),
            program: concat!("aktkoll ", env!("CARGO_PKG_VERSION")).to_owned(),
            protocol: hashes.protocol.clone(),
            cases: hashes.cases.clone(),
            with: None,
        }
    }

    /// Writes what a coder does to a case.
    fn write_case<W: Write>(&self, case: usize, coder: usize, sheet: &mut Sheet<'_, W>) -> io::Result<()> {
        let (id, mut slots) = (Self::case_id(case), Slots::new());
        let first = 2 + case as u64 * self.numbers();
        // A line that tells of a text which was taken away has the number behind that of its line.
        for (act, seq) in self.story(case).acts.iter().zip((first..).step_by(2)).filter(|(act, _)| act.coder == coder) {
            let salt = self.random(case, seq).salt();
            sheet.write(act, &id, seq, salt, self.question(act), &mut slots)?;
        }
        sheet.flush(PIECE)
    }

    fn question(&self, act: &Act) -> &str {
        act.question.map_or("", |place| &self.recipe.protocol.questions.at(place).id)
    }
}

impl<W: Write> Sheet<'_, W> {
    fn write(
        &mut self,
        act: &Act,
        case_id: &str,
        seq: u64,
        salt: Salt,
        question: &str,
        slots: &mut Slots,
    ) -> io::Result<()> {
        let slot = (act.op, act.round, act.question);
        let known = slots.iter().position(|(known, ..)| *known == slot);
        let before = known.map(|place| slots.swap_remove(place));
        // A line on a text names the line that it replaces.
        let was = match &before {
            Some((_, value, h)) if act.op.is_text() && !value.is_empty() => h.to_string(),
            Some((_, value, _)) if !act.op.is_text() => value.clone(),
            _ => String::new(),
        };
        let entry = Entry {
            op: act.op,
            seq,
            ts: at(seq).into(),
            coder: self.open.coder.as_str().into(),
            segment: self.open.segment,
            round: act.round,
            case_id: case_id.into(),
            question: question.into(),
            item: "".into(),
            value: act.value.as_str().into(),
            was: was.into(),
            undoes: before.filter(|_| act.is_undo).map(|(.., h)| h),
            protocol: "".into(),
            with: Box::default(),
            h: Head::default(),
        };
        let start = self.bytes.len();
        self.head = write_entry(&entry, salt, self.head, &mut self.bytes)?;
        self.lines += 1;
        slots.push((slot, act.value.clone(), self.head));
        if act.is_blanked {
            let line = self.bytes.split_off(start);
            self.bytes.extend(line.strip_suffix(b"\n").and_then(blanked).unwrap_or_default());
            self.bytes.push(b'\n');
            let redact = Redact::new(&self.open, seq + 1, self.head);
            self.head = write_record(&redact, self.head, &mut self.bytes)?;
            self.lines += 1;
        }
        Ok(())
    }

    fn close(&mut self, seq: u64) -> io::Result<()> {
        let close = Close {
            v: VERSION,
            op: "close".to_owned(),
            seq,
            ts: at(seq),
            coder: self.open.coder.clone(),
            segment: self.open.segment,
            case_id: String::new(),
            question: String::new(),
            h: IgnoredAny,
        };
        self.head = write_record(&close, self.head, &mut self.bytes)?;
        self.lines += 1;
        Ok(())
    }

    /// Writes what there is, if it is at least so much.
    fn flush(&mut self, least: usize) -> io::Result<()> {
        if self.bytes.len() >= least {
            self.out.write_all(&self.bytes)?;
            self.bytes.clear();
        }
        Ok(())
    }
}

/// The time of a line: so many seconds after the first.
fn at(seq: u64) -> String {
    let first = 1_772_438_400;
    let time = jiff::Timestamp::from_second(first + i64::try_from(seq % 3_000_000_000).unwrap_or_default());
    format!("{:.3}", time.unwrap_or_default())
}
