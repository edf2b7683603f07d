//! Two studies side by side: the questions that they have in common, on their own bases and on each other's.
//!
//! A share may differ because the work does, or because it is counted among other cases. So each pair of questions is
//! counted on each study's own base, then both studies on the base of the one and on that of the other, where these are
//! not the same.

pub(crate) mod base;
mod condition;
mod same;
pub mod scale;
pub mod series;
mod side;

use crate::base::fault::Result;
use crate::base::language::Message;
use crate::msg;
use crate::statistics::contrast::Contrast;
use crate::statistics::special::rounded;
use crate::study::index::QuestionIx;
use crate::study::protocol::{Per, Question};
use base::{Lacking, Measured, both, on};
use condition::Translation;
use same::{Same, SameChoice, same};
use scale::{Common, common};
pub use side::{Asked, Side};

/// On which base two studies are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Each on its own.
    Own,
    /// Both on the first study's base.
    First,
    /// Both on the second study's base.
    Second,
    /// Both on the cases that have an answer at both times.
    Both,
}

impl On {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::First => "first",
            Self::Second => "second",
            Self::Both => "both",
        }
    }
}

/// Both sides on a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Which base.
    pub on: On,
    /// What is counted there.
    pub sides: [Measured; 2],
    /// What it is made of that the other study does not have.
    pub lacking: Lacking,
}

/// A question that both studies have, compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Its places.
    pub places: [QuestionIx; 2],
    /// What its answers have in common.
    pub common: Common,
    /// Its counts: each study on its own base, then on others where they differ.
    pub bases: Vec<Basis>,
    /// What a reader must know before believing the difference.
    pub remarks: Vec<Message>,
}

/// A question that is not compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// Its places.
    pub places: [Option<QuestionIx>; 2],
    /// Why.
    pub why: Message,
}

/// A difference between two shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The second less the first, in percentage points.
    pub points: i64,
    /// Its 95 % confidence interval.
    pub interval: Option<(i64, i64)>,
}

/// Two studies, or two times of one, compared.
pub struct Comparison<'a> {
    /// The two.
    pub sides: [Side<'a>; 2],
    /// The questions that they have in common, in the order of the first.
    pub compared: Vec<Compared>,
    /// The questions that cannot be compared.
    pub apart: Vec<Apart>,
}

impl<'a> Comparison<'a> {
    /// Compares the questions with the same id, and those that `map` names as the same.
    pub fn of(sides: [Side<'a>; 2], map: &[(String, String)]) -> Result<Self> {
        let same = same(&sides, map)?;
        let [one, other] = &sides;
        let (mut compared, mut apart) = (Vec::new(), Vec::new());
        for &places in &same.questions {
            let [a, b] = places;
            let (Some(asked), Some(also)) = (one.asked(a), other.asked(b)) else { continue };
            match common(asked.question, also.question, &SameChoice::of(&same.choices, places)) {
                Ok(common) => compared.push(Compared {
                    places,
                    bases: bases(&sides, [asked, also], &common, &same),
                    remarks: remarks([asked.question, also.question], &common),
                    common,
                }),
                Err(why) => apart.push(Apart { places: [Some(a), Some(b)], why }),
            }
        }
        let lonely = one.questions().filter(|a| !same.questions.iter().any(|[known, _]| known == a));
        apart.extend(lonely.map(|a| Apart { places: [Some(a), None], why: only_in(one) }));
        let lonely = other.questions().filter(|b| !same.questions.iter().any(|[_, known]| known == b));
        apart.extend(lonely.map(|b| Apart { places: [None, Some(b)], why: only_in(other) }));
        Ok(Self { sides, compared, apart })
    }

    /// Why no interval stands beside a difference, if none does.
    pub fn why_no_interval(&self) -> Option<Message> {
        let [one, other] = &self.sides;
        if one.is_same_cases(other) {
            return Some(msg!("compare-same-cases"));
        }
        let chosen: Vec<&str> =
            self.sides.iter().filter(|side| !side.is_sample()).map(|side| side.name.as_str()).collect();
        (!chosen.is_empty()).then(|| msg!("compare-no-sample", names = chosen.join(", ")))
    }

    /// How a share changes from the first to the second; nothing where a base carries no percent.
    pub fn change(&self, compared: &Compared, basis: &Basis, row: usize) -> Option<Change> {
        let [a, b] = &basis.sides;
        let [one, other] = &self.sides;
        let small = |measured: &Measured, side: &Side<'_>| measured.base < side.study.percent_from.max(1);
        if small(a, one) || small(b, other) {
            return None;
        }
        let counted = |measured: &Measured| Some((*measured.counts.get(row)?, measured.base));
        let contrast = Contrast { one: counted(b)?, other: counted(a)? };
        let [place, _] = compared.places;
        let is_sampled = one.asked(place).is_some_and(|asked| asked.question.per == Per::Case);
        let interval = contrast
            .interval()
            .filter(|_| is_sampled && self.why_no_interval().is_none())
            .map(|interval| (rounded(100.0 * interval.low), rounded(100.0 * interval.high)));
        Some(Change { points: contrast.points(), interval })
    }
}

pub(crate) fn only_in(side: &Side<'_>) -> Message {
    msg!("compare-only-in", name = side.name.as_str())
}

/// The counts of a pair of questions on every base that tells something of its own.
fn bases(sides: &[Side<'_>; 2], [a, b]: [Asked<'_>; 2], common: &Common, same: &Same) -> Vec<Basis> {
    let [one, other] = sides;
    let (there, back) = (common.clone(), common.turned());
    let own = [base::own(a, &there), base::own(b, &back)];
    let turned = same.turned();
    let to_other = Translation { from: one, to: other, same };
    let to_one = Translation { from: other, to: one, same: &turned };
    let (first, lacking_b) = on(b, a, &back, &to_other);
    let (second, lacking_a) = on(a, b, &there, &to_one);
    let [own_a, own_b] = own.clone();
    let found = [
        (On::First, [own_a, first], lacking_b),
        (On::Second, [second, own_b], lacking_a),
        (On::Both, if one.is_same_cases(other) { both([a, b], common) } else { own.clone() }, Lacking::default()),
    ];
    let mut bases = vec![Basis { on: On::Own, sides: own.clone(), lacking: Lacking::default() }];
    let found = found.into_iter().map(|(on, sides, lacking)| Basis { on, sides, lacking });
    bases.extend(found.filter(|basis| basis.sides != own || !basis.lacking.is_empty()));
    bases
}

/// What differs in the two questions although they are compared.
fn remarks([one, other]: [&Question; 2], common: &Common) -> Vec<Message> {
    let text = (one.text != other.text && one.time.is_none())
        .then(|| msg!("compare-text", one = one.text.as_str(), other = other.text.as_str()));
    let meaning = |[a, b]: &[usize; 2]| {
        let (a, b) = (one.choices().get(*a)?, other.choices().get(*b)?);
        Some(a.meaning != b.meaning)
    };
    let means = common.matched().iter().any(|pair| meaning(pair) == Some(true));
    let guidance = (means || one.guidance != other.guidance).then(|| msg!("compare-guidance"));
    text.into_iter().chain(guidance).collect()
}

#[cfg(test)]
mod tests;
