//! Cases that two have coded at one screen: their first answers are not one coder's own.

use super::Answers;
use super::record::Record;
use crate::base::slug::slug;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::{Op, Round};

impl Answers {
    /// Notes who sat beside the coder of a first answer.
    pub(crate) fn note_company(&mut self, line: &Record) {
        if line.with != 0 && line.slot.op == Op::Answer && line.slot.round == Round::First {
            self.company.entry(line.slot.case).or_default().insert(line.with);
        }
    }

    /// Who sat beside whoever gave the first answers to a case, by the alphabet; nobody where it was coded alone.
    ///
    /// An answer that was changed or taken back later counts too: whoever sat there has seen the case.
    pub fn jointly(&self, case: CaseIx) -> Vec<&str> {
        let company = self.company.get(&case).into_iter().flatten();
        let mut names: Vec<&str> = company.map(|&name| self.text(name)).collect();
        names.sort_unstable();
        names
    }

    /// Whether a coder sat beside whoever gave the first answers to a case, and so cannot code it without knowing them.
    pub fn sat_beside(&self, coder: &str, case: CaseIx) -> bool {
        self.jointly(case).into_iter().any(|name| slug(name).is_ok_and(|known| known == coder))
    }
}

#[cfg(test)]
mod tests {
    use crate::study::answers::tests::fixture::{ASSIGNED, BESLUT, FREE, act, answer, fold, in_round, line};
    use crate::study::ledger::entry::{Entry, Op, Round};

    fn with(name: &'static str, entry: Entry<'static>) -> Entry<'static> {
        line(Entry { with: name.into(), ..entry })
    }

    #[test]
    fn who_sat_beside_a_first_answer_has_coded_the_case_too_whatever_became_of_the_answer() {
        let lines = [
            with("cia", answer(1, "anna", ASSIGNED, BESLUT, "ja")),
            with("bo", answer(2, "anna", ASSIGNED, BESLUT, "nej")),
            answer(3, "anna", ASSIGNED, BESLUT, "ja"),
            answer(4, "bo", FREE, BESLUT, "ja"),
        ];
        let answers = fold(&lines);
        assert_eq!(answers.jointly(ASSIGNED), ["bo", "cia"]);
        assert!(answers.jointly(FREE).is_empty());
        assert!(answers.sat_beside("bo", ASSIGNED) && !answers.sat_beside("bo", FREE));
        let mut reversed = lines.to_vec();
        reversed.reverse();
        assert_eq!(fold(&reversed).jointly(ASSIGNED), ["bo", "cia"]);
    }

    #[test]
    fn comments_and_other_rounds_make_no_case_a_joint_one() {
        let answers = fold(&[
            with("cia", act(1, Op::Note, "anna", ASSIGNED, "se bilaga")),
            with("cia", in_round(Round::Consensus, answer(2, "anna", ASSIGNED, BESLUT, "ja"))),
        ]);
        assert!(answers.jointly(ASSIGNED).is_empty());
        assert_eq!(answers.coders().collect::<Vec<_>>(), ["anna"], "who only sat beside has written nothing");
    }
}
