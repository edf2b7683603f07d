//! How far the cases that figures rest on are finished, and what is said with them while any is open.

use crate::base::language::{Message, Words};
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::Perspective;
use crate::study::index::CaseIx;
use crate::study::protocol::Per;
use crate::study::tally::Counts;

/// The cases that count, or the entries of units: how many there are, and how many of them are not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Which of both they are.
    pub per: Per,
    /// All that count.
    pub all: usize,
    /// Those with answers that nobody has finished.
    pub begun: usize,
    /// Those without an answer.
    pub blank: usize,
    /// Those that cannot be reviewed, which count nowhere.
    pub dropped: usize,
    /// Those about which nothing is asked, which count nowhere either.
    pub unasked: usize,
}

impl Coverage {
    /// How far the cases of a study are, or the entries of its units.
    pub fn of(study: &Study, per: Per) -> Self {
        Self::among(study, per, |_| true)
    }

    /// How far those are that are meant.
    pub fn among(study: &Study, per: Per, is_meant: impl Fn(CaseIx) -> bool) -> Self {
        let (dropped, unasked) =
            (study.tally().dropped(study.cases.of(per)), study.tally().unasked(study.cases.of(per)));
        let mut found = Self { dropped, unasked, ..Self::none(per) };
        for case in study.cases.of(per).filter(|&case| study.tally().is_counted(case) && is_meant(case)) {
            found.all += 1;
            if !study.is_done(Perspective::Record, case) {
                let is_begun = study.is_begun(study.tally().cells(case));
                *(if is_begun { &mut found.begun } else { &mut found.blank }) += 1;
            }
        }
        found
    }

    /// That of no case at all.
    pub fn none(per: Per) -> Self {
        Self { per, all: 0, begun: 0, blank: 0, dropped: 0, unasked: 0 }
    }

    /// How many are not finished.
    pub fn open(self) -> usize {
        self.begun + self.blank
    }

    /// Whether any is not finished: then every figure is preliminary.
    pub fn is_open(self) -> bool {
        self.open() > 0
    }

    /// Whether answers to a question with these counts may still come.
    pub fn awaits(self, counts: &Counts) -> bool {
        self.is_open() || counts.unanswered + counts.not_known > 0
    }

    /// The same for programs.
    pub fn as_json(self) -> serde_json::Value {
        serde_json::json!({
            "per": self.per.name(), "all": self.all, "not_finished": self.begun, "not_coded": self.blank,
            "dropped": self.dropped, "unasked": self.unasked, "preliminary": self.is_open(),
        })
    }

    /// That figures are preliminary, and how many are not finished; nothing where all are.
    pub fn told(self, words: &Words) -> Option<String> {
        let (per, all) = (self.per.name(), self.all);
        let what: Vec<Message> = match (self.blank, self.begun) {
            (0, 0) => return None,
            (blank, 0) => vec![msg!("preliminary-blank", n = blank, all = all, per = per)],
            (0, begun) => vec![msg!("preliminary-begun", n = begun, all = all, per = per)],
            (blank, begun) => vec![
                msg!("preliminary-blank", n = blank, all = all, per = per),
                msg!("preliminary-begun-too", n = begun, per = per),
            ],
        };
        let what: Vec<String> = what.iter().map(|part| words.say(part)).collect();
        Some(words.say(&msg!("preliminary", what = words.and(&what))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use crate::study::answers::tests::fixture::{BESLUT, act, answer, fold, line};
    use crate::study::ledger::entry::Op;

    #[test]
    fn a_case_is_open_until_its_coder_has_finished_it() {
        let told = |lines: &[_]| {
            let coverage = Coverage::of(&Study::new("T".to_owned(), fold(lines)), Per::Case);
            (coverage.open(), coverage.told(&Words::new(Lang::Sv)).unwrap_or_default())
        };
        let mut lines = vec![answer(1, "anna", 0, BESLUT, "ja"), line(act(2, Op::Done, "anna", 0, "1"))];
        assert_eq!(told(&lines), (3, "Preliminärt: 3 av 4 ärenden är inte kodade.".to_owned()));
        lines.push(answer(3, "anna", 1, BESLUT, "ja"));
        let both = "Preliminärt: 2 av 4 ärenden är inte kodade och 1 är påbörjat men inte klart.";
        assert_eq!(told(&lines), (3, both.to_owned()));
        lines.extend([line(act(4, Op::Drop, "anna", 2, "x")), line(act(5, Op::Drop, "anna", 3, "x"))]);
        assert_eq!(told(&lines), (1, "Preliminärt: 1 av 2 ärenden är inte klart.".to_owned()));
        lines.push(line(act(6, Op::Done, "anna", 1, "1")));
        assert_eq!(told(&lines), (0, String::new()));
    }
}
