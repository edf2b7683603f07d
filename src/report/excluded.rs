//! Who is outside a question's base, and why, in words.

use super::Source;
use super::split::{Breakdown, Subgroup};
use crate::base::language::Message;
use crate::msg;
use crate::study::protocol::Question;

/// A note for each reason that cases are outside the base, with how many; `timed` says that it must name its time.
pub(crate) fn outside(source: Source<'_>, split: &Breakdown<'_>, timed: bool) -> Vec<String> {
    let counts = split.shown(Subgroup::default()).counts;
    let condition = source.protocol().condition_in_full(&split.question.when, source.words);
    let why = |open: Message, ruled: Message| if condition.is_empty() { open } else { ruled };
    let reasons = [
        (counts.not_asked, why(msg!("outside-not-asked"), msg!("outside-condition", condition = condition.as_str()))),
        (counts.not_known, why(msg!("outside-not-known"), msg!("outside-open", condition = condition.as_str()))),
        (counts.na, msg!("outside-na", answers = left_out(split.question, source))),
        (counts.unanswered, msg!("outside-unanswered")),
    ];
    let noun = split.question.per.name();
    let time = split.question.time.as_ref().filter(|_| timed).map_or_else(String::new, |time| format!("{}: ", time.at));
    let note = |(n, why): (u32, Message)| {
        let fewer = source.options.min_cell.filter(|min| n < *min);
        let who = match fewer {
            Some(min) => msg!("outside-fewer", n = min, per = noun),
            None => msg!("outside-cases", n = n, per = noun),
        };
        let (who, why) = (source.words.say(&who), source.words.say(&why));
        format!("* {time}{}", source.words.say(&msg!("outside", who = who, why = why)))
    };
    reasons.into_iter().filter(|(n, _)| *n > 0).map(note).collect()
}

/// The answers that are outside the base.
fn left_out(question: &Question, source: Source<'_>) -> String {
    let labels = question.choices().iter().filter(|choice| !choice.in_base).map(|choice| choice.label.as_str());
    labels.collect::<Vec<_>>().join(&format!(" {} ", source.words.get("or")))
}
