//! The statistics alone, for comparison with other programs: every line of standard input is a question.
//!
//! `{"scale":3,"ratings":[[0,1,null],…]}`, one list per case, gives every coefficient as `[value, standard error]`, null
//! where there is none; `{"tables":[[a,b,c,d],…]}` gives `[low, high, p]` per table: Newcombe's interval of a of a + b less
//! c of c + d, and Fisher's test.

use aktkoll::statistics::agreement::{
    Chance, Disagreement, Distance, Estimate, Level, Ratings, Undefined, alpha, gwet, kappa,
};
use aktkoll::statistics::proportion::fisher::fisher;
use aktkoll::statistics::proportion::{Confidence, difference};
use serde_json::{Map, Value, json};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    for line in io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let answer = tables(&asked).or_else(|| coefficients(&asked));
        writeln!(io::stdout(), "{}", answer.unwrap_or_default())?;
    }
    Ok(())
}

fn whole(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn coefficients(asked: &Value) -> Option<Value> {
    let scale = whole(asked.get("scale")?)?;
    let cases: Vec<Vec<Option<usize>>> = asked
        .get("ratings")?
        .as_array()?
        .iter()
        .map(|case| case.as_array().into_iter().flatten().map(whole).collect())
        .collect();
    let ratings = Ratings::new(scale, cases.first()?.len(), cases)?;
    let mut found = Map::new();
    let levels = [("nominal", Level::Nominal), ("ordinal", Level::Ordinal), ("interval", Level::Interval)];
    for (name, level) in levels {
        found.insert(format!("alpha {name}"), shown(alpha::estimate(&ratings, level, 1)));
    }
    let nominal = Distance::nominal(scale);
    found.insert("percent".to_owned(), shown(gwet::estimate(&ratings, &nominal, Chance::None)));
    found.insert("fleiss".to_owned(), shown(gwet::estimate(&ratings, &nominal, Chance::Fleiss)));
    let complete = gwet::disagreement(&ratings.complete(), &nominal, Chance::Fleiss);
    found.insert("fleiss of complete cases".to_owned(), json!([complete.ok().map(Disagreement::coefficient), null]));
    let distances = [
        ("identity", nominal),
        ("linear", Distance::linear(scale)),
        ("quadratic", Distance::quadratic(scale)),
        ("ordinal", Distance::ordinal(scale)),
    ];
    for (name, distance) in distances {
        found.insert(format!("ac {name}"), shown(gwet::estimate(&ratings, &distance, Chance::Gwet)));
        let pairs = ratings.pairs().map(|(one, other)| shown(kappa::estimate(&ratings.table(one, other), &distance)));
        found.insert(format!("kappa {name}"), pairs.collect());
    }
    Some(found.into())
}

fn shown(estimate: Result<Estimate, Undefined>) -> Value {
    estimate.map_or(json!([null, null]), |estimate| json!([estimate.value, estimate.error]))
}

fn tables(asked: &Value) -> Option<Value> {
    let table = |cells: &Value| {
        let cell = |place: usize| u32::try_from(cells.get(place)?.as_u64()?).ok();
        let (a, b, c, d) = (cell(0)?, cell(1)?, cell(2)?, cell(3)?);
        let interval = difference((a, a + b), (c, c + d), Confidence::NinetyFive)?;
        Some(json!([interval.low, interval.high, fisher((a, b), (c, d))]))
    };
    asked.get("tables")?.as_array()?.iter().map(table).collect()
}
