//! Drift for programs: the same counts, and every value that is computed from them.

use super::Drift;
use super::coder_effects::{Apart, favourable};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::contrast::{Contrast, is_rare};
use crate::statistics::percent::percent;
use crate::statistics::special::decimals;
use crate::study::case::plan::Wave;
use serde_json::{Value, json};

impl Drift<'_> {
    /// All of it as JSON.
    pub fn as_json(&self) -> Value {
        let wave = |(wave, alike): &(Wave, PercentAgreement)| {
            let interval = alike.interval();
            json!({
                "wave": wave.name(),
                "alike": alike.alike,
                "of": alike.of,
                "pct": percent(alike.alike, alike.of).filter(|_| alike.of >= self.study.percent_from),
                "low": interval.map(|interval| decimals(interval.low)),
                "high": interval.map(|interval| decimals(interval.high)),
            })
        };
        let change = self.change().map(
            |change| json!({ "from": change.from.0.name(), "to": change.to.0.name(), "p": decimals(change.p_value) }),
        );
        let large = self.large();
        json!({
            "waves": self.waves.iter().map(wave).collect::<Vec<_>>(),
            "change": change,
            "coders": self.apart.iter().map(|one| self.one(one)).collect::<Vec<_>>(),
            "comparisons": large.len(),
            "p_below_0_05": large.iter().filter(|one| is_rare(one.contrast.p_value)).count(),
            "exploratory": true,
        })
    }

    /// One coder beside the others; where a side is too small for percents, the counts alone.
    fn one(&self, one: &Apart) -> Value {
        let asked = self.study.protocol.questions.get(one.question);
        let answer: Vec<&str> = asked.into_iter().flat_map(favourable).map(|choice| choice.id.as_str()).collect();
        let Contrast { one: own, other: others } = one.contrast.sums;
        let told = |value: f64| self.is_large(one).then(|| decimals(value));
        json!({
            "coder": one.coder,
            "other": one.other,
            "question": asked.map(|asked| &asked.id),
            "answer": answer,
            "n": own.0,
            "base": own.1,
            "others_n": others.0,
            "others_base": others.1,
            "others_share": told(one.contrast.expected),
            "difference": told(one.contrast.difference()),
            "p": told(one.contrast.p_value),
        })
    }
}
