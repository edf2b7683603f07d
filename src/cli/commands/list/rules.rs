//! `aktkoll list --rules`: the coding rules.

use crate::base::fault::Result;
use crate::base::text::visible_lines;
use crate::cli::args::Format;
use crate::cli::commands::Context;
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::answers::record::Record;
use crate::study::index::{At, CaseIx, QuestionIx};
use serde_json::json;
use std::path::Path;

/// Prints the rules of every question, with the cases that were coded before the newest one.
pub(crate) fn run(study: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let (read, ..) = context.read(&folder)?;
    let mut ruled = folder.protocol.questions.keys().filter(|&place| !read.answers.rules(place).is_empty()).peekable();
    if format == Format::Json {
        let questions: Vec<_> = ruled.map(|place| as_json(&read, place)).collect();
        context.json(&json!({ "questions": questions }))?;
        return Ok(0);
    }
    if ruled.peek().is_none() {
        context.say(&msg!("list-no-rules"))?;
    }
    for place in ruled {
        let Some(question) = folder.protocol.questions.get(place) else { continue };
        context.print(&format!("{}  [{}]", question.text, question.id))?;
        for rule in read.answers.rules(place) {
            let coder = read.answers.coder_name(rule.slot.coder);
            let text = visible_lines(read.answers.text(rule.value)).replace('\n', "\n    ");
            context.print(&format!("  {coder} {}: {text}", day(rule)))?;
        }
        let before = before(&read, place);
        if !before.is_empty() {
            context.say(&msg!("list-before-rule", cases = before.join(", ")))?;
        }
        context.print("")?;
    }
    Ok(0)
}

/// The cases whose answer of record was given before the newest rule.
fn before(study: &Study, question: QuestionIx) -> Vec<&str> {
    let cases = study.cases.cases.iter_enumerated();
    let stands = |case: CaseIx| {
        let answered = study.tally().cells(case).get(question).is_some_and(|cell| cell.status == CellStatus::Answered);
        answered && study.tally().is_counted(case) && study.answers.is_before_rule(Perspective::Record, case, question)
    };
    cases.filter(|(place, _)| stands(*place)).map(|(_, case)| case.id.as_str()).collect()
}

fn as_json(study: &Study, place: QuestionIx) -> serde_json::Value {
    let answers = &study.answers;
    let rules = answers.rules(place).into_iter().map(|rule| {
        json!({
            "coder": answers.coder_name(rule.slot.coder), "ts": instant(rule).to_string(), "text": answers.text(rule.value),
        })
    });
    let id = &study.protocol.questions.at(place).id;
    json!({ "id": id, "rules": rules.collect::<Vec<_>>(), "before": before(study, place) })
}

fn day(rule: &Record) -> String {
    instant(rule).strftime("%Y-%m-%d").to_string()
}

fn instant(rule: &Record) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(rule.at).unwrap_or_default()
}
