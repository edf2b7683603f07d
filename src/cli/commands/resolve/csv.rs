//! The differences as CSV.

use super::Listed;
use crate::base::table::written;
use crate::study::ledger::evidence::Evidence;

impl Listed<'_> {
    /// One row per difference; for each coding who made it, its answer, where it was found and what was remarked.
    pub(crate) fn as_csv(&self) -> String {
        let codings = self.all.iter().map(|(difference, _)| difference.said.len()).max().unwrap_or(2);
        let mut head: Vec<String> = ["case_id", "question", "state"].map(str::to_owned).into();
        head.extend(
            (1..=codings).flat_map(|n| ["coder", "answer", "evidence", "remarks"].map(|name| format!("{name}_{n}"))),
        );
        head.extend(["answer", "settled_by", "reason"].map(str::to_owned));
        let text = |number: u32| self.study.answers.text(number).to_owned();
        let rows = self.all.iter().map(|(difference, state)| {
            let (case, question) = (self.case_id(difference), self.question_id(difference));
            let mut row = vec![case.to_owned(), question.to_owned(), state.names().0.to_owned()];
            for said in &difference.said {
                let remarks = difference.remarks(self.study, said);
                let remarks: Vec<String> = remarks.into_iter().map(|line| text(line.value)).collect();
                row.extend([said.coder.clone(), said.answer(self.study).unwrap_or_default().to_owned()]);
                let found: Vec<String> = said.found.iter().map(Evidence::item).collect();
                row.extend([found.join("\n"), remarks.join("\n")]);
            }
            row.resize(3 + 4 * codings, String::new());
            let joint = difference.settled(self.study);
            let coder = joint.map_or("", |line| self.study.answers.coder_name(line.slot.coder)).to_owned();
            let reason = difference.reason(self.study).map_or_else(String::new, |line| text(line.value));
            row.extend([joint.map_or_else(String::new, |line| text(line.value)), coder, reason]);
            written(row.iter().map(String::as_str))
        });
        written(head.iter().map(String::as_str)) + &rows.collect::<String>()
    }
}
