//! A comparison as JSON.

use crate::analysis::comparison::scale::Common;
use crate::analysis::comparison::{Apart, Asked, Basis, Compared, Comparison};
use crate::analysis::progress::coverage::Coverage;
use crate::base::language::Words;
use crate::statistics::percent::percent;
use crate::study::protocol::{Choice, Per};
use serde_json::{Value, json};

/// The comparison; an array of two speaks of the first study, then of the second.
pub(crate) fn of(comparison: &Comparison<'_>, words: &Words) -> Value {
    let studies = comparison.sides.iter().map(|side| {
        let protocol = &side.study.protocol;
        json!({
            "name": side.name, "protocol": protocol.id, "version": protocol.version, "time": side.time,
            "sample": side.is_sample(), "coverage": Coverage::of(side.study, Per::Case).as_json(),
        })
    });
    json!({
        "studies": studies.collect::<Vec<_>>(),
        "no_interval": comparison.why_no_interval().map(|why| words.say(&why)),
        "questions": comparison.compared.iter().filter_map(|one| question(comparison, one, words)).collect::<Vec<_>>(),
        "apart": comparison.apart.iter().map(|one| apart(comparison, one, words)).collect::<Vec<_>>(),
    })
}

fn question(comparison: &Comparison<'_>, compared: &Compared, words: &Words) -> Option<Value> {
    let [one, other] = &comparison.sides;
    let [a, b] = compared.places;
    let asked = [one.asked(a)?, other.asked(b)?];
    let bases = compared.bases.iter().map(|basis| base(comparison, compared, basis, asked));
    Some(json!({
        "id": asked.map(|asked| &asked.question.id), "text": asked.map(|asked| &asked.question.text),
        "remarks": compared.remarks.iter().map(|remark| words.say(remark)).collect::<Vec<_>>(),
        "bases": bases.collect::<Vec<_>>(),
    }))
}

fn base(comparison: &Comparison<'_>, compared: &Compared, basis: &Basis, [one, other]: [Asked<'_>; 2]) -> Value {
    let sides = || basis.sides.iter();
    let mut json = json!({
        "on": basis.on.name(), "lacking": basis.lacking.conditions, "lacking_values": basis.lacking.values,
        "base": sides().map(|side| side.base).collect::<Vec<_>>(),
        "unasked": sides().map(|side| side.unasked).collect::<Vec<_>>(),
    });
    let (name, value) = match &compared.common {
        Common::Numbers => {
            let mean = |mean: i64| format!("{mean}e-3").parse::<f64>().ok();
            ("mean", sides().map(|side| side.mean.and_then(mean)).collect::<Vec<_>>().into())
        }
        Common::Choices { rows, .. } => {
            let choice = |(at, &[a, b]): (usize, &[usize; 2])| {
                let id = |choices: &[Choice], at: usize| choices.get(at).map(|choice| choice.id.clone());
                let counts = sides().map(|side| (side.chosen(at), side.base));
                let change = comparison.change(compared, basis, at);
                json!({
                    "id": [id(one.question.choices(), a), id(other.question.choices(), b)],
                    "n": counts.clone().map(|(k, _)| k).collect::<Vec<_>>(),
                    "pct": counts.map(|(k, n)| percent(k, n)).collect::<Vec<_>>(),
                    "change": change.map(|change| change.points),
                    "interval": change.and_then(|change| change.interval).map(|(low, high)| [low, high]),
                })
            };
            ("choices", rows.iter().enumerate().map(choice).collect::<Vec<_>>().into())
        }
    };
    if let Some(object) = json.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
    json
}

fn apart(comparison: &Comparison<'_>, apart: &Apart, words: &Words) -> Value {
    let ids = comparison
        .sides
        .iter()
        .zip(apart.places)
        .map(|(side, place)| place.and_then(|place| side.asked(place)).map(|asked| asked.question.id.as_str()));
    json!({ "id": ids.collect::<Vec<_>>(), "why": words.say(&apart.why) })
}
