//! What was kept of a review as the cases of its follow-up: one a finding and unit.

use super::{Item, Share, Side, State};
use crate::analysis::progress::coverage::Coverage;
use crate::base::language::Words;
use crate::base::table::written;
use crate::base::text::folded;
use crate::msg;
use crate::study::Study;
use crate::study::index::At;
use crate::study::protocol::Per;

/// A strength or a development area of one unit, to be followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The unit's code; empty where the study has no units.
    pub unit: String,
    /// What it was.
    pub side: Side,
    /// The id of the question it is about; empty where it is about none.
    pub question: String,
    /// What the review said.
    pub text: String,
    /// The unit's answers to the question at the review, where it has a base.
    pub share: Option<Share>,
}

impl Study {
    /// What was kept, for each unit that it is about: what was kept of all units stands for each of them, unless it was kept
    /// of that unit too. Two that say the same of a unit are one.
    pub fn followed(&self) -> Vec<Followed> {
        let units = self.units();
        let kept: Vec<Item> =
            self.strengths().into_iter().filter(|item| matches!(item.state, State::Kept(_))).collect();
        let of_units = |item: &Item| -> Vec<String> {
            let meant = |unit: &&&str| item.shares.is_empty() || item.shares.iter().any(|(own, _)| own == **unit);
            match item.place.unit.as_str() {
                "" if units.is_empty() => vec![String::new()],
                "" => units.iter().filter(meant).map(|unit| (*unit).to_owned()).collect(),
                unit => vec![unit.to_owned()],
            }
        };
        // Those of one unit first: their words are about it alone.
        let (own, joint): (Vec<&Item>, Vec<&Item>) = kept.iter().partition(|item| !item.place.unit.is_empty());
        let mut found: Vec<Followed> = Vec::new();
        for item in own.into_iter().chain(joint) {
            let State::Kept(text) = &item.state else { continue };
            for unit in of_units(item) {
                let share = item.shares.iter().find(|(own, _)| *own == unit).map(|(_, share)| *share);
                let (side, question) = (item.place.side, item.place.question.clone());
                let one = Followed { unit, side, question, text: text.replace('\n', " "), share };
                if !found.iter().any(|known| known.is_same(&one)) {
                    found.push(one);
                }
            }
        }
        let turn = |unit: &str| units.iter().position(|own| *own == unit).unwrap_or(units.len());
        found.sort_by_cached_key(|one| (turn(&one.unit), one.unit.clone(), one.side));
        found
    }

    /// The case list of the follow-up: columns by the ids of the shipped protocols for it, in their language. While a case
    /// of the review is open, its counts say that they are preliminary.
    pub fn follow_list(&self, followed: &[Followed], words: &Words) -> String {
        let is_open = Coverage::of(self, Per::Case).is_open();
        let row = |(at, one): (usize, &Followed)| {
            let nth = followed.iter().take(at + 1).filter(|before| before.unit == one.unit).count();
            let code = if one.unit.is_empty() { "A" } else { one.unit.as_str() };
            let unit = if one.unit.is_empty() { self.title.as_str() } else { self.unit_label(&one.unit) };
            // A single case's answer is no share.
            let then = one.share.filter(|share| share.n > 1).map_or_else(String::new, |share| {
                let counted = words.say(&msg!("strength-count", k = share.k, n = share.n));
                if is_open { words.say(&msg!("follow-open", counted = counted)) } else { counted }
            });
            let side = words.get(match one.side {
                Side::Strength => "follow-strength",
                Side::Development => "follow-development",
            });
            written([&*format!("{code}-{nth:02}"), unit, &self.area_of(one), &side, &one.text, &then])
        };
        let head = written(["case_id", "unit", "area", "side", "finding", "then"]);
        followed.iter().enumerate().fold(head, |list, one| list + &row(one))
    }

    /// The quality area of the question that a finding is about.
    fn area_of(&self, one: &Followed) -> String {
        let place = self.protocol.question(&one.question);
        let area = place.and_then(|place| self.protocol.areas.get(self.protocol.questions.at(place).area));
        area.map_or_else(String::new, |area| area.label.clone())
    }
}

impl Followed {
    /// Whether both say the same of a unit: of one question, or of none in the same words.
    fn is_same(&self, other: &Self) -> bool {
        let is_of_one = self.unit == other.unit && self.side == other.side && self.question == other.question;
        is_of_one && (!self.question.is_empty() || folded(&self.text) == folded(&other.text))
    }
}
