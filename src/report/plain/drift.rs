//! Drift in words: the waves one after the other, then each coder beside the others, the numbers behind every sentence.

use crate::analysis::drift::Drift;
use crate::analysis::drift::coder_effects::{Apart, favourable};
use crate::base::language::{Message, Words};
use crate::base::text::{fit, padded, right, visible, width, wrap};
use crate::msg;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::contrast::{Contrast, Share, is_rare, rare_by_chance};
use crate::statistics::percent::shown;
use crate::statistics::special::rounded;
use crate::study::case::plan::Wave;
use crate::study::index::At;

impl Drift<'_> {
    /// All of it, at most so many columns wide.
    pub fn lines(&self, words: &Words, columns: usize) -> Vec<String> {
        let mut lines = self.over_time(words, columns);
        lines.push(String::new());
        lines.extend(self.beside(words, columns));
        lines
    }

    /// How often the codings agree, wave by wave.
    fn over_time(&self, words: &Words, columns: usize) -> Vec<String> {
        let mut lines = vec![words.get("drift-waves")];
        if self.waves.is_empty() {
            lines.extend(wrap(&words.get("drift-waves-none"), columns));
            return lines;
        }
        lines.extend(self.waves.iter().map(|(wave, alike)| self.wave(*wave, *alike, words)));
        lines.extend(wrap(&words.get("drift-waves-read"), columns));
        if let Some(change) = self.change().filter(|change| is_rare(change.p_value)) {
            let share = |(_, alike): (Wave, PercentAgreement)| alike.share().unwrap_or_default();
            let is_less = share(change.to) < share(change.from);
            let message = msg!(
                "drift-change",
                less = if is_less { "yes" } else { "no" },
                from = name(change.from.0, words).to_lowercase(),
                to = name(change.to.0, words).to_lowercase(),
                p = words.chance(change.p_value)
            );
            lines.extend(wrap(&words.say(&message), columns));
        }
        lines
    }

    fn wave(&self, wave: Wave, alike: PercentAgreement, words: &Words) -> String {
        let PercentAgreement { alike: k, of: n } = alike;
        let name = name(wave, words);
        let large = n >= self.study.percent_from.max(1);
        words.say(&match alike.interval().filter(|_| large) {
            None => msg!("drift-wave-few", wave = name, alike = k, of = n),
            Some(interval) => msg!(
                "drift-wave",
                wave = name,
                alike = k,
                of = n,
                percent = shown(k, n),
                low = whole(interval.low),
                high = whole(interval.high)
            ),
        })
    }

    /// Each coder's favourable answers beside those of the others.
    fn beside(&self, words: &Words, columns: usize) -> Vec<String> {
        let mut lines = vec![words.get("drift-coders")];
        if self.apart.is_empty() {
            lines.extend(wrap(&words.get("drift-coders-none"), columns));
            return lines;
        }
        let large = self.large();
        let rare = large.iter().filter(|one| is_rare(one.contrast.p_value)).count();
        let many = msg!("drift-many", n = large.len(), rare = rare, expected = rare_by_chance(large.len()));
        lines.extend(wrap(&words.get("drift-coders-read"), columns));
        lines.extend((!large.is_empty()).then(|| wrap(&words.say(&many), columns)).into_iter().flatten());
        for one in large.iter().filter(|one| is_rare(one.contrast.p_value)) {
            lines.extend(wrap(&words.say(&self.told(one, words)), columns));
        }
        for group in self.apart.chunk_by(|one, other| one.coder == other.coder) {
            lines.push(String::new());
            lines.extend(group.first().map(|first| head(first, words, columns)));
            lines.extend(group.iter().map(|one| self.row(one, words, columns)));
        }
        let small = self.apart.len() - large.len();
        if small > 0 {
            let few = msg!("drift-few", n = small, from = self.study.percent_from);
            lines.extend([String::new()].into_iter().chain(wrap(&words.say(&few), columns)));
        }
        lines
    }

    fn told(&self, one: &Apart, words: &Words) -> Message {
        let Contrast { one: (k, n), other: (l, m) } = one.contrast.sums;
        msg!(
            "drift-contrast",
            coder = one.coder.as_str(),
            other = others(one, words),
            question = self.study.protocol.number(one.question),
            answer = self.answer(one),
            k = k,
            n = n,
            percent = shown(k, n),
            expected = whole(one.contrast.expected),
            l = l,
            m = m,
            p = words.chance(one.contrast.p_value)
        )
    }

    /// The answer that is counted.
    fn answer(&self, one: &Apart) -> String {
        let asked = self.study.protocol.questions.get(one.question);
        let labels: Vec<&str> = asked.into_iter().flat_map(favourable).map(|choice| choice.label.as_str()).collect();
        labels.join(" / ")
    }

    /// A line of numbers; where a side is too small for percents, the counts alone.
    fn row(&self, one: &Apart, words: &Words, columns: usize) -> String {
        let text = self.study.protocol.questions.at(one.question).text.as_str();
        let (number, answer) = (self.study.protocol.number(one.question).to_string(), self.answer(one));
        let room = left(columns).saturating_sub(width(&number) + width(&answer) + 2);
        let label = format!("{number} {} {answer}", fit(&visible(text), room));
        let Contrast { one: own, other: others } = one.contrast.sums;
        let count = |(k, n): Share| format!("{k}/{n}");
        let share = shown(own.0, own.1);
        let expected = whole(one.contrast.expected);
        let points = whole(one.contrast.difference());
        let cells = if self.is_large(one) {
            let p = words.chance(one.contrast.p_value);
            let percent = |n: String| words.percent(&n);
            let [share, expected] = [share, expected.to_string()].map(percent);
            [count(own), share, count(others), expected, format!("{points:+}"), p]
        } else {
            [count(own), String::new(), count(others), String::new(), String::new(), String::new()]
        };
        line(&label, &cells, columns)
    }
}

/// The widths of the numbers beside a question: count and share of the coder and of the others, difference, chance.
const WIDTHS: [usize; 6] = [9, 6, 9, 6, 5, 7];

/// How many columns are left for the question.
fn left(columns: usize) -> usize {
    columns.saturating_sub(WIDTHS.iter().sum()).max(8)
}

fn line(label: &str, cells: &[String], columns: usize) -> String {
    let cells: String = WIDTHS.iter().zip(cells).map(|(columns, cell)| right(cell, *columns)).collect();
    (padded(&fit(label, left(columns)), left(columns)) + &cells).trim_end().to_owned()
}

/// Whose the numbers are.
fn head(one: &Apart, words: &Words, columns: usize) -> String {
    let [own, own_share, other, other_share, points, p] = WIDTHS;
    let side = |name: &str, columns: usize| right(&fit(name, columns - 1), columns);
    let sides = side(&one.coder, own + own_share) + &side(&others(one, words), other + other_share);
    padded("", left(columns)) + &sides + &right("±", points) + &right("p", p)
}

/// A share in whole percent, halves away from zero: also one that is a sum of others, and a hair off its half.
fn whole(share: f64) -> i64 {
    rounded(100.0 * share + share.signum() * 1e-9)
}

/// When a wave is.
fn name(wave: Wave, words: &Words) -> String {
    words.say(&msg!("drift-wave-name", wave = wave.name()))
}

fn others(one: &Apart, words: &Words) -> String {
    one.other.clone().unwrap_or_else(|| words.get("drift-others"))
}
