//! What a reader of counts is told about their sums.

use super::Counts;
use super::percent;
use super::table::Column;
use crate::language::Message;
use crate::msg;
use crate::protocol::Question;

/// What is told of a question's groups, whose percents are printed over a base of at least `percent_from`.
pub fn of_question<'a>(
    question: &Question,
    groups: impl Iterator<Item = &'a Counts>,
    percent_from: u32,
) -> Option<Message> {
    let bent = groups.filter(|counts| counts.base >= percent_from).any(|counts| counts.is_bent(question));
    remark(question.is_multi(), bent)
}

/// What is told of a table's columns, whose percents are printed over a base of at least `percent_from`.
pub fn of_table(columns: &[Column], percent_from: u32) -> Option<Message> {
    let parts = |column: &Column| column.rows.iter().copied().chain([column.rest]).collect::<Vec<_>>();
    let mut printed = columns.iter().filter(|column| column.base >= percent_from);
    let bent = printed.any(|column| percent::is_bent(parts(column).into_iter(), column.base));
    remark(columns.iter().any(Column::overlaps), bent)
}

fn remark(several: bool, bent: bool) -> Option<Message> {
    match (several, bent) {
        (true, _) => Some(msg!("tally-several")),
        (false, true) => Some(msg!("tally-bent")),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(base: u32, rows: &[u32], rest: u32) -> Column {
        Column { key: Vec::new(), base, rows: rows.to_vec(), rest }
    }

    #[test]
    fn a_table_says_that_cases_stand_in_several_rows_or_that_its_percents_do_not_sum_to_a_hundred() {
        let key = |columns: &[Column]| of_table(columns, 10).map(|message| message.key);
        assert_eq!(key(&[column(20, &[10, 10], 0)]), None);
        assert_eq!(key(&[column(20, &[10, 10], 0), column(30, &[10, 10], 10)]), Some("tally-bent"));
        assert_eq!(key(&[column(3, &[1, 1], 1)]), None, "no percent is printed");
        assert_eq!(key(&[column(20, &[15, 10], 0)]), Some("tally-several"));
    }
}
