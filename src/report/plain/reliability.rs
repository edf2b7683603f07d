//! What is told of double coding, in words: counts first, then the sentence for the report.

use crate::analysis::reliability::agreement::{Agreement, has_free_words, total};
use crate::analysis::reliability::is_summed;
use crate::analysis::reliability::overview::{Begun, Overview};
use crate::analysis::reliability::{Category, Rater};
use crate::base::decimal::decimal;
use crate::base::language::{Message, Words};
use crate::msg;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::agreement::{NoInterval, Undefined};
use crate::statistics::percent::shown;
use crate::statistics::proportion::Interval;
use crate::statistics::special::rounded;
use crate::study::ledger::entry::Round;
use crate::study::protocol::Question;

impl Undefined {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::NothingPaired => msg!("agreement-nothing-paired"),
            Self::AllAlike => msg!("agreement-all-alike"),
        }
    }
}

impl NoInterval {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::OneCase => msg!("agreement-one-case"),
            Self::NoSpread => msg!("agreement-no-spread"),
            Self::Unstable => msg!("agreement-unstable"),
        }
    }
}

impl PercentAgreement {
    /// `46 av 48 lika (96 procent)`; without percent where there are fewer than `percent_from`.
    pub fn of_cases(self, percent_from: u32) -> Message {
        match self.of {
            0 => msg!("agree-none"),
            n if n < percent_from => msg!("agree-alike", k = self.alike, n = n),
            n => msg!("agree-alike-percent", k = self.alike, n = n, pct = shown(self.alike, n)),
        }
    }

    /// The same of the answers to several questions.
    pub fn of_answers(self, percent_from: u32) -> Message {
        match self.of {
            0 => msg!("agree-none"),
            n if n < percent_from => msg!("agree-answers", k = self.alike, n = n),
            n => msg!("agree-answers-percent", k = self.alike, n = n, pct = shown(self.alike, n)),
        }
    }
}

impl Rater {
    /// Who it is, and whether it is that coder's second coding.
    pub fn name(&self, words: &Words) -> String {
        self.named(&self.coder, words)
    }

    /// The same, where the coder is called otherwise.
    pub fn named(&self, coder: &str, words: &Words) -> String {
        if self.again { words.say(&msg!("agree-again", coder = coder)) } else { coder.to_owned() }
    }
}

impl Category {
    /// What was said, as it is read.
    pub fn shown(&self, question: &Question, words: &Words) -> String {
        match self {
            Self::Choice(place) => {
                question.choices().get(*place).map_or_else(String::new, |choice| choice.label.clone())
            }
            Self::Number(thousandths) => words.decimal(*thousandths),
            Self::Text(text) => question.shown(text),
            Self::Applies => words.get("agree-applies"),
            Self::DoesNotApply => words.get("agree-does-not-apply"),
            Self::Given => words.get("agree-given"),
            Self::NotGiven => words.get("agree-not-given"),
        }
    }

    /// What was said, in data.
    pub fn name(&self, question: &Question) -> String {
        match self {
            Self::Choice(place) => question.choices().get(*place).map_or_else(String::new, |choice| choice.id.clone()),
            Self::Number(thousandths) => decimal(*thousandths),
            Self::Text(text) => text.clone(),
            Self::Applies => "applies".to_owned(),
            Self::DoesNotApply => "does_not_apply".to_owned(),
            Self::Given => "given".to_owned(),
            Self::NotGiven => "not_given".to_owned(),
        }
    }
}

impl Begun {
    /// `lotta: 43 svar i 3 ärenden som inte är klara`.
    pub fn message(&self, coder: &str) -> Message {
        msg!("agree-begun", coder = coder, n = self.answers, cases = self.cases)
    }
}

impl Overview {
    /// `16 ärenden kodade av två, 4 återstår`.
    pub fn cases(&self) -> Message {
        match (self.waiting, self.most > 2) {
            (0, false) => msg!("agree-cases", n = self.doubled),
            (0, true) => msg!("agree-cases-more", n = self.doubled),
            (waiting, false) => msg!("agree-cases-waiting", n = self.doubled, waiting = waiting),
            (waiting, true) => msg!("agree-cases-more-waiting", n = self.doubled, waiting = waiting),
        }
    }

    /// `2 ärenden kodades tillsammans första gången och jämförs inte`, where there are any.
    pub fn together(&self) -> Option<Message> {
        (self.joint > 0).then(|| msg!("agree-joint", n = self.joint))
    }

    /// `12 av 16 ärenden kodade av båda`.
    pub fn of_planned(&self) -> Message {
        let of = self.doubled + self.waiting;
        if self.raters.len() > 2 {
            msg!("agree-several", n = self.doubled, of = of)
        } else {
            msg!("agree-both", n = self.doubled, of = of)
        }
    }

    /// Who coded: `anna (16 ärenden) och bo (16 ärenden)`.
    pub fn coders(&self, words: &Words, called: &dyn Fn(&str) -> String) -> String {
        let name = |rater: &Rater| rater.named(&called(&rater.coder), words);
        let one = |(rater, n): &(Rater, usize)| words.say(&msg!("agree-coder", coder = name(rater), n = *n));
        words.and(&self.raters.iter().map(one).collect::<Vec<_>>())
    }

    /// The sentence for the report, with the question on which they agreed least; nothing where nothing was coded twice.
    pub fn sentence(&self, agreements: &[Agreement<'_>], percent_from: u32, words: &Words) -> Option<String> {
        let all = total(agreements);
        if all.of == 0 {
            return None;
        }
        let (n, files, alike) = (self.doubled, self.all, words.say(&all.of_answers(percent_from)));
        let first = match (self.round, self.most > 2) {
            (Round::Spot, _) => msg!("agree-sentence-spot", files = files, n = n, alike = alike),
            (_, true) => msg!("agree-sentence-more", files = files, n = n, alike = alike),
            (_, false) => msg!("agree-sentence", files = files, n = n, alike = alike),
        };
        let least = least(agreements, percent_from).map(|one| {
            let alike = words.say(&one.whole.alike().of_cases(percent_from));
            words.say(&msg!("agree-sentence-least", question = one.question.text.as_str(), alike = alike))
        });
        let free = has_free_words(agreements).then(|| words.get("agree-free"));
        Some([words.say(&first)].into_iter().chain(least).chain(free).collect::<Vec<_>>().join(" "))
    }
}

/// The question on which the coders agreed least, of those with ground enough for a percent; nothing where all agree, or
/// where there is no other.
fn least<'a, 'b>(agreements: &'b [Agreement<'a>], percent_from: u32) -> Option<&'b Agreement<'a>> {
    let summed = agreements.iter().filter(|one| is_summed(one.question));
    if summed.clone().filter(|one| one.whole.alike().of > 0).count() < 2 {
        return None;
    }
    let differing = summed.filter(|one| {
        let PercentAgreement { alike, of } = one.whole.alike();
        alike < of && of >= percent_from
    });
    differing.min_by(|one, other| {
        let (one, other) = (one.whole.alike(), other.whole.alike());
        let cross = |a: PercentAgreement, b: PercentAgreement| u64::from(a.alike) * u64::from(b.of);
        cross(one, other).cmp(&cross(other, one))
    })
}

impl Words {
    /// A coefficient with two decimals: `0,87`.
    pub fn coefficient(&self, value: f64) -> String {
        let hundredths = rounded(value * 100.0);
        let sign = if hundredths < 0 { "-" } else { "" };
        let whole = hundredths.unsigned_abs();
        self.number(&format!("{sign}{}.{:02}", whole / 100, whole % 100))
    }

    /// An interval with two decimals: `0,70–1,00`; one that begins below 0 has a word between its ends.
    pub fn interval(&self, interval: Interval) -> String {
        let (low, high) = (self.coefficient(interval.low), self.coefficient(interval.high));
        if low.starts_with('-') {
            self.say(&msg!("agree-interval", low = low, high = high))
        } else {
            format!("{low}–{high}")
        }
    }
}

/// What J. R. Landis and G. G. Koch, *The measurement of observer agreement for categorical data*, Biometrics 33 (1977),
/// called a kappa: their words, which they themselves called arbitrary.
pub fn landis_koch(kappa: f64) -> Message {
    match rounded(kappa * 100.0) {
        ..0 => msg!("agree-poor"),
        0..=20 => msg!("agree-slight"),
        21..=40 => msg!("agree-fair"),
        41..=60 => msg!("agree-moderate"),
        61..=80 => msg!("agree-substantial"),
        _ => msg!("agree-perfect"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;

    #[test]
    fn a_small_base_carries_no_percent_and_nothing_is_no_number() {
        let words = Words::new(Lang::Sv);
        let said = |alike, of| words.say(&PercentAgreement { alike, of }.of_cases(10));
        assert_eq!(said(46, 48), "46 av 48 lika (96 procent)");
        assert_eq!(said(8, 9), "8 av 9 lika");
        assert_eq!(said(999, 1000), "999 av 1000 lika (>99 procent)");
        assert_eq!(said(1, 1000), "1 av 1000 lika (<1 procent)");
        assert_eq!(said(0, 0), "inget ärende att jämföra");
        assert_eq!(
            words.say(&PercentAgreement { alike: 331, of: 352 }.of_answers(10)),
            "331 av 352 svar lika (94 procent)"
        );
    }

    #[test]
    fn coefficients_have_two_decimals_and_no_negative_nothing() {
        let words = Words::new(Lang::Sv);
        let shown = [0.865, 0.9, -0.004, -0.25, 1.0].map(|value| words.coefficient(value));
        assert_eq!(shown, ["0,87", "0,90", "0,00", "-0,25", "1,00"]);
        assert_eq!(words.interval(Interval { low: 0.7, high: 1.0 }), "0,70–1,00");
        assert_eq!(words.interval(Interval { low: -0.1, high: 0.4 }), "-0,10 till 0,40");
    }

    #[test]
    fn the_words_of_landis_and_koch_begin_where_theirs_do() {
        let key = |kappa| landis_koch(kappa).key;
        assert_eq!([-0.01, 0.0, 0.2, 0.204].map(key), ["agree-poor", "agree-slight", "agree-slight", "agree-slight"]);
        let rest = [0.21, 0.41, 0.61, 0.81].map(key);
        assert_eq!(rest, ["agree-fair", "agree-moderate", "agree-substantial", "agree-perfect"]);
    }
}
