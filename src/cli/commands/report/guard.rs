//! Looks through the free texts of a report before it is written: a personal number stops it, likely names are told.

use crate::analysis::findings::State;
use crate::analysis::findings::quote::Quote;
use crate::analysis::texts::Written;
use crate::base::fault::{Fault, Faults, Result};
use crate::base::pii::has_number;
use crate::cli::commands::Context;
use crate::msg;
use crate::study::Study;
use crate::study::index::At;
use std::path::Path;

/// Refuses personal numbers, all of them at once, and tells what may be names; of what a unit sees, only in what was kept.
pub(crate) fn texts(study: &Study, path: &Path, of_unit: bool, context: &mut Context<'_>) -> Result<()> {
    let quotes = study.quotes().into_iter().filter(|quote| quote.picked.is_some());
    let numbers = quotes.filter(|quote| has_number(&quote.text)).map(|quote| number_in(study, path, &quote));
    let hint = || msg!("report-number-hint", study = path.display().to_string());
    let kept = study.kept_findings().filter(|kept| has_number(&kept.text));
    let faults: Vec<Fault> = numbers.chain(kept.map(|_| Fault::new(msg!("report-number-item")).hint(hint()))).collect();
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let texts = if of_unit { study.kept_findings().collect() } else { study.texts_of_report() };
    context.tell_names(&study.named(&texts, &context.words), "report")
}

/// The same for everything that was kept of a study.
pub(crate) fn all_kept(study: &Study, path: &Path, context: &mut Context<'_>) -> Result<()> {
    let items = study.strengths();
    let texts =
        items.iter().filter_map(|item| if let State::Kept(text) = &item.state { Some(text.as_str()) } else { None });
    kept(study, path, &texts.collect::<Vec<_>>(), context)
}

/// Refuses personal numbers in what was kept of a study, and tells what may be names.
pub(crate) fn kept(study: &Study, path: &Path, texts: &[&str], context: &mut Context<'_>) -> Result<()> {
    if texts.iter().any(|text| has_number(text)) {
        let hint = msg!("report-number-hint", study = path.display().to_string());
        return Err(Fault::new(msg!("report-number-item")).hint(hint).into());
    }
    let written = |text: &&str| Written {
        kind: "text-finding",
        case: None,
        question: None,
        coder: None,
        text: (*text).to_owned(),
    };
    let texts: Vec<Written<'_>> = texts.iter().map(written).collect();
    context.tell_names(&study.named(&texts, &context.words), "report")
}

/// A quote with a personal number: where it stands, and how it is taken away.
fn number_in(study: &Study, path: &Path, quote: &Quote) -> Fault {
    let (case, question) = place(study, quote);
    let number = study.protocol.number(quote.question);
    let coder = study.answers.coder_name(quote.slot.coder);
    let path = path.display().to_string();
    Fault::new(msg!("report-number-quote", case_id = case.as_str(), n = number, coder = coder)).hint(msg!(
        "report-number-quote-hint",
        study = path,
        case_id = case,
        question = question
    ))
}

/// The ids of a quote's case and question.
fn place(study: &Study, quote: &Quote) -> (String, String) {
    let case = study.cases.cases.at(quote.case()).id.as_str();
    let question = &study.protocol.questions.at(quote.question).id;
    (case.to_owned(), question.to_owned())
}
