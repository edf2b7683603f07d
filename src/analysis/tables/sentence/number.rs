//! What is said of numbers: their mean and median, from and to; of years, the first and the last.

use super::statement::as_sentence;
use super::{Groups, Style};
use crate::base::placeholder::filled;
use crate::msg;
use crate::study::protocol::Question;
use crate::study::tally::Counts;

impl Style<'_> {
    /// The numbers: mean and median with their base, from and to; of few, from and to alone.
    pub(super) fn number(&self, unit: &str, total: &Counts, sexes: &Groups<'_>) -> Vec<String> {
        let (Some(mean), Some(median), Some((low, high))) = (total.shown_mean(), total.median(), total.range()) else {
            return Vec::new();
        };
        let number = |n: i64| self.words.thousands(n);
        let measured = |n: i64| [number(n).as_str(), unit].join(" ").trim_end().to_owned();
        let place = self.at(&self.counted_base(total));
        if low == high {
            let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
            let value = number(low);
            return vec![self.words.say(&msg!("prose-number-one", unit = unit, value = value, place = place))];
        }
        if total.base < self.percent_from {
            let range = msg!("prose-range-in", low = number(low), high = measured(high), place = place);
            return vec![self.words.say(&range)];
        }
        let mean = msg!("prose-mean", mean = measured(mean), median = number(median), place = place);
        let range = msg!("prose-range", low = number(low), high = measured(high));
        [mean, range].iter().map(|told| self.words.say(told)).chain(self.means(sexes)).collect()
    }

    /// The years: the first and the last.
    pub(super) fn years(&self, total: &Counts) -> Option<String> {
        let (low, high) = total.range()?;
        let [low, high] = [low, high].map(|year| self.words.decimal(year));
        let place = self.at(&self.counted_base(total));
        Some(self.words.say(&if low == high {
            msg!("prose-year-one", year = low, place = place)
        } else {
            msg!("prose-years", first = low, last = high, place = place)
        }))
    }

    /// The mean of each sex with its base, where both are large enough.
    fn means(&self, sexes: &Groups<'_>) -> Option<String> {
        let mean = |(sex, counts): &(&str, &Counts)| {
            let (mean, n) = (counts.shown_mean()?, self.words.counted(counts.base, self.noun));
            Some(self.words.say(&msg!(
                "prose-mean-of",
                mean = self.words.thousands(mean),
                group = self.among(sex),
                n = n
            )))
        };
        let means: Vec<String> = sexes.iter().filter_map(mean).collect();
        self.are_large(sexes).then(|| self.words.say(&msg!("prose-means", means = self.words.and(&means))))
    }

    /// The numbers in the words of the protocol's author.
    pub(super) fn stated_number(&self, question: &Question, total: &Counts, sexes: &Groups<'_>) -> Vec<String> {
        let Some(statement) = question.statement(self.words.lang(), &[]) else { return Vec::new() };
        let number = |n: Option<i64>| n.map_or_else(|| "–".to_owned(), |n| self.words.thousands(n));
        let (least, most) = total.range().unzip();
        let text = filled(statement.words(total.base), |name, _| match name {
            "mean" => number(total.shown_mean()),
            "median" => number(total.median()),
            "least" => number(least),
            "most" => number(most),
            _ => self.counted_base(total),
        });
        // Numbers stand with what they are of, whatever the author says.
        let base = (!statement.words(total.base).contains("{base}"))
            .then(|| self.words.say(&msg!("prose-number-base", n = self.counted_base(total))));
        [Some(as_sentence(&text)), base, self.means(sexes)].into_iter().flatten().collect()
    }
}
