//! What a reader of counts is told about their sums.

use super::table::Column;
use crate::base::language::Message;
use crate::msg;
use crate::statistics::percent;
use crate::study::protocol::{Per, Question};
use crate::study::tally::Counts;

/// What is told of a question's groups, whose percents are printed over a base of at least `percent_from`.
pub fn of_question<'a>(
    question: &Question,
    groups: impl Iterator<Item = &'a Counts>,
    percent_from: u32,
) -> Option<Message> {
    let bent = groups.filter(|counts| counts.base >= percent_from).any(|counts| counts.is_bent(question));
    remark(question.is_multi().then(|| msg!("tally-several")), bent)
}

/// What is told of a table's columns, whose percents are printed over a base of at least `percent_from`.
pub fn of_table(columns: &[Column], percent_from: u32) -> Option<Message> {
    let parts = |column: &Column| column.rows.iter().copied().chain([column.rest]).collect::<Vec<_>>();
    let mut printed = columns.iter().filter(|column| column.base >= percent_from);
    let bent = printed.any(|column| percent::is_bent(parts(column).into_iter(), column.base));
    remark(columns.iter().any(Column::overlaps).then(|| msg!("table-overlap")), bent)
}

fn remark(overlap: Option<Message>, bent: bool) -> Option<Message> {
    overlap.or_else(|| bent.then(|| msg!("tally-rounding")))
}

/// What is told of a group whose base is too small for percents.
pub fn of_small(base: u32, percent_from: u32) -> Option<Message> {
    (1..percent_from).contains(&base).then(|| msg!("remark-small", n = base))
}

/// What is told where answers that would count are missing: how many cases have none, and for how many it is open
/// whether the question is asked.
pub fn of_missing(counts: &Counts, per: Per) -> Vec<Message> {
    let per = per.name();
    let unanswered = (counts.unanswered > 0).then(|| msg!("remark-unanswered", n = counts.unanswered, per = per));
    let open = (counts.not_known > 0).then(|| msg!("remark-open", n = counts.not_known, per = per));
    unanswered.into_iter().chain(open).collect()
}

/// What is told of a sample by its strata, each with the cases drawn and those there were: that it is steered, where a
/// stratum's share of the sample is five points or more from its share of all.
pub fn of_sample(strata: &[(usize, usize)]) -> Option<Message> {
    let (drawn, all) = strata.iter().fold((0, 0), |(drawn, all), (some, of)| (drawn + some, all + of));
    let is_off = |&(some, of): &(usize, usize)| 20 * (some * all).abs_diff(of * drawn) >= drawn * all;
    (drawn > 0 && strata.iter().any(is_off)).then(|| msg!("sample-unbalanced"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::{Lang, Words};

    fn column(base: u32, rows: &[u32], rest: u32) -> Column {
        Column { key: Vec::new(), base, rows: rows.to_vec(), rest, missing: 0 }
    }

    #[test]
    fn a_table_says_that_cases_stand_in_several_rows_or_that_its_percents_do_not_sum_to_a_hundred() {
        let key = |columns: &[Column]| of_table(columns, 10).map(|message| message.key);
        assert_eq!(key(&[column(20, &[10, 10], 0)]), None);
        assert_eq!(key(&[column(20, &[10, 10], 0), column(30, &[10, 10], 10)]), Some("tally-rounding"));
        assert_eq!(key(&[column(3, &[1, 1], 1)]), None, "no percent is printed");
        assert_eq!(key(&[column(20, &[15, 10], 0)]), Some("table-overlap"));
    }

    #[test]
    fn a_small_group_is_told_and_an_empty_one_is_not() {
        let swedish = |base| of_small(base, 10).map(|told| Words::new(Lang::Sv).say(&told));
        assert_eq!(swedish(7).unwrap(), "Gruppen är liten (7 ärenden): andelar redovisas inte.");
        assert_eq!(swedish(1).unwrap(), "Gruppen är liten (1 ärende): andelar redovisas inte.");
        assert_eq!([swedish(0), swedish(10)], [None, None]);
    }

    #[test]
    fn missing_answers_are_told() {
        let told = |unanswered, not_known| {
            let counts = Counts { not_known, unanswered, ..Counts::default() };
            of_missing(&counts, Per::Case).iter().map(|told| Words::new(Lang::Sv).say(told)).collect::<Vec<_>>()
        };
        assert_eq!(told(0, 0), [] as [&str; 0]);
        assert_eq!(
            told(1, 2),
            [
                "Svar saknas i 1 ärende, som inte ingår i underlaget.",
                "I 2 ärenden är det inte avgjort om frågan ska ställas. Ärendena ingår inte i underlaget.",
            ]
        );
    }

    /// Ten women and ten men of each unit in 2021 were drawn from 103, 32, 32 and 33 cases.
    #[test]
    fn a_sample_with_other_shares_than_all_cases_is_steered() {
        assert!(of_sample(&[(20, 103), (20, 32), (20, 32), (20, 33)]).is_some());
        assert_eq!(of_sample(&[(10, 100), (20, 200), (7, 70)]), None);
        assert_eq!(of_sample(&[(10, 100), (20, 205)]), None, "rounding is not steering");
        assert_eq!(of_sample(&[(5, 5), (0, 0)]), None);
        assert_eq!(of_sample(&[]), None);
        assert_eq!(of_sample(&[(45, 50), (55, 50)]).map(|told| told.key), Some("sample-unbalanced"), "five points");
        assert_eq!(of_sample(&[(46, 50), (54, 50)]), None, "four points");
    }
}
