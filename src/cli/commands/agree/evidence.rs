//! `aktkoll agree --evidence`: how often coders found their answers in the same lines of the file.

use super::{Agreed, Told};
use crate::analysis::reliability::group::Axis;
use crate::analysis::reliability::overlap::Overlap;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::{Message, Words};
use crate::base::table::written;
use crate::base::text::{visible, wrap};
use crate::cli::args::agree::Form;
use crate::cli::commands::{COLUMNS, Context, with};
use crate::msg;
use crate::statistics::percent::{percent, shown};
use crate::statistics::special::decimals;
use crate::study::index::{At, QuestionIx};
use serde_json::{Map, Value, json};

/// The groups that were asked for, on the questions that were compared.
pub(super) fn run(agreed: &Agreed<'_>, form: Form, context: &mut Context<'_>) -> Result<u8> {
    match form {
        Form::Text => lines(agreed, &context.words).iter().try_for_each(|line| context.print(line))?,
        Form::Json => context.json(&json!({
            "round": agreed.overview.round.name(),
            "cases": agreed.overview.doubled,
            "groups": agreed.groups.iter().map(group).collect::<Vec<_>>(),
        }))?,
        Form::Csv => context.csv(&csv(agreed))?,
        Form::Md => return Err(Fault::new(msg!("command-no-such-format")).exit(Exit::Usage).into()),
    }
    Ok(0)
}

impl Told<'_> {
    /// How often two found the same, question by question, of those that were compared.
    fn overlaps(&self) -> Vec<(QuestionIx, Overlap)> {
        let is_meant = |place: QuestionIx| self.agreements.iter().any(|one| one.place == place);
        self.double.overlaps().into_iter().filter(|(place, _)| is_meant(*place)).collect()
    }
}

fn lines(agreed: &Agreed<'_>, words: &Words) -> Vec<String> {
    let mut lines = agreed.head(words);
    for told in agreed.groups.iter().filter(|told| !told.double.cases.is_empty()) {
        let (study, overlaps) = (told.double.study(), told.overlaps());
        let say = |one: Overlap| words.say(&in_words(one, study.percent_from));
        let alike = say(overlaps.iter().map(|(_, one)| *one).sum());
        let named = msg!("agree-group", name = told.name(words), n = told.double.cases.len(), alike = alike);
        lines.extend([String::new(), words.say(&named)]);
        for (place, one) in overlaps.into_iter().filter(|(_, one)| one.pairs.of > 0) {
            let (number, asked) = (study.protocol.number(place), study.protocol.questions.at(place));
            lines.extend([String::new(), visible(&format!("{number} {}  [{}]", asked.text, asked.id))]);
            lines.push(format!("  {}", say(one)));
            let others = (one.others > 0).then(|| words.say(&msg!("agree-overlap-others", n = one.others)));
            lines.extend(others.map(|others| format!("  {others}")));
        }
    }
    lines.push(String::new());
    lines.extend(wrap(&words.get("agree-overlap-read"), COLUMNS));
    lines
}

/// How often two found the same.
fn in_words(Overlap { pairs, .. }: Overlap, percent_from: u32) -> Message {
    match pairs.of {
        0 => msg!("agree-overlap-none"),
        n if n < percent_from => msg!("agree-overlap", k = pairs.alike, n = n),
        n => msg!("agree-overlap-percent", k = pairs.alike, n = n, pct = shown(pairs.alike, n)),
    }
}

fn group(told: &Told<'_>) -> Value {
    let overlaps = told.overlaps();
    let key: Map<String, Value> =
        told.key.iter().map(|(axis, value)| (axis.name().to_owned(), value.as_str().into())).collect();
    let questions = overlaps.iter().map(|(place, one)| {
        let asked = told.double.study().protocol.questions.at(*place);
        with(counts(*one), [("id", asked.id.as_str().into()), ("text", asked.text.as_str().into())])
    });
    let questions: Vec<Value> = questions.collect();
    let all = overlaps.iter().map(|(_, one)| *one).sum();
    with(counts(all), [("key", key.into()), ("cases", told.double.cases.len().into()), ("questions", questions.into())])
}

fn counts(Overlap { pairs, others }: Overlap) -> Value {
    json!({ "overlapping": pairs.alike, "both": pairs.of, "pct": percent(pairs.alike, pairs.of), "other_bytes": others })
}

/// One row per group and question; of all questions together under an empty id.
fn csv(agreed: &Agreed<'_>) -> String {
    let axes = Axis::ALL.iter().map(|(_, name)| *name);
    let head = ["question"].into_iter().chain(axes).chain(["both", "overlapping", "share", "other_bytes"]);
    written(head) + &agreed.groups.iter().map(rows).collect::<String>()
}

fn rows(told: &Told<'_>) -> String {
    let overlaps = told.overlaps();
    let row = |id: &str, Overlap { pairs, others }: Overlap| {
        let key = |(axis, _): &(Axis, &str)| {
            let own = told.key.iter().find(|(own, _)| own == axis);
            own.map_or_else(String::new, |(_, value)| value.clone())
        };
        let share = pairs.share().map_or_else(String::new, |share| decimals(share).to_string());
        let start = [id.to_owned()].into_iter().chain(Axis::ALL.iter().map(key));
        let cells = start.chain([pairs.of.to_string(), pairs.alike.to_string(), share, others.to_string()]);
        written(cells.collect::<Vec<_>>().iter().map(String::as_str))
    };
    let all = row("", overlaps.iter().map(|(_, one)| *one).sum());
    let each = overlaps.iter().map(|(place, one)| row(&told.double.study().protocol.questions.at(*place).id, *one));
    all + &each.collect::<String>()
}
