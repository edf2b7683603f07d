//! `aktkoll list --comments`: the comments behind the figures, each with its case, unit, sex, question and answer.

use crate::base::fault::Result;
use crate::base::text::{visible, visible_lines};
use crate::cli::args::Format;
use crate::cli::commands::Context;
use crate::msg;
use crate::study::Study;
use crate::study::answers::record::Record;
use serde_json::{Value, json};
use std::path::Path;

/// Prints the comments, question by question.
pub(crate) fn run(study: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    context.counts()?;
    let folder = context.open(study)?;
    let (read, ..) = context.read(&folder)?;
    context.tell_closed(&read, study)?;
    let mut comments: Vec<&Record> = read.cases.cases.keys().flat_map(|case| read.comments(case)).collect();
    comments.sort_by_key(|line| line.slot.question);
    if format == Format::Json {
        let comments: Vec<Value> = comments.iter().map(|line| as_json(&read, line, context)).collect();
        context.json(&json!({ "comments": comments }))?;
        return Ok(0);
    }
    if comments.is_empty() {
        context.say(&msg!("list-no-comments"))?;
    }
    for group in comments.chunk_by(|one, other| one.slot.question == other.slot.question) {
        let place = group.first().and_then(|line| line.slot.question);
        let asked = place.and_then(|place| Some((read.protocol.number(place), read.protocol.questions.get(place)?)));
        let heading = asked.map_or_else(
            || context.words.get("list-comments-case"),
            |(number, asked)| format!("{number} {}  [{}]", asked.text, asked.id),
        );
        context.print(&heading)?;
        for line in group {
            let [unit, sex, answer] = read.behind(line.slot.case, line.slot.question, &context.words);
            let about = [read.answers.case_id(line).to_owned(), unit, sex, answer];
            let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
            let text = visible_lines(read.answers.text(line.value)).replace('\n', "\n    ");
            context.print(&format!("  {}: {text}", visible(&about.join(", "))))?;
        }
        context.print("")?;
    }
    Ok(0)
}

fn as_json(study: &Study, line: &Record, context: &Context<'_>) -> Value {
    let [unit, sex, answer] = study.behind(line.slot.case, line.slot.question, &context.words);
    let answers = &study.answers;
    json!({
        "case_id": answers.case_id(line), "unit": unit, "sex": sex, "question": answers.question_id(line),
        "answer": answer, "text": answers.text(line.value), "coder": answers.coder_name(line.slot.coder),
    })
}
