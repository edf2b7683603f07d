//! Looks through the free texts of a report before it is written: a personal number stops it, likely names are told.

use crate::analysis::findings::State;
use crate::analysis::findings::quote::Quote;
use crate::base::fault::{Fault, Faults, Result};
use crate::base::pii::has_number;
use crate::cli::commands::Context;
use crate::msg;
use crate::study::Study;
use crate::study::index::At;
use crate::study::protocol::Kind;
use std::path::Path;

/// Refuses personal numbers, all of them at once, and tells what may be names.
pub(crate) fn texts(study: &Study, path: &Path, context: &mut Context<'_>) -> Result<()> {
    let quotes: Vec<Quote> = study.quotes().into_iter().filter(|quote| quote.picked.is_some()).collect();
    let kept: Vec<String> = study
        .strengths()
        .into_iter()
        .filter_map(|item| match item.state {
            State::Kept(text) => Some(text),
            State::Proposed | State::Struck => None,
        })
        .collect();
    let numbers = quotes.iter().filter(|quote| has_number(&quote.text)).map(|quote| number_in(study, path, quote));
    let hint = || msg!("report-number-hint", study = path.display().to_string());
    let item = |_| Fault::new(msg!("report-number-item")).hint(hint());
    let faults: Vec<Fault> = numbers.chain(kept.iter().filter(|text| has_number(text)).map(item)).collect();
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let answers = answers(study);
    let answered = answers.iter().map(|(_, text)| text);
    let texts = quotes.iter().map(|quote| &quote.text).chain(&kept).chain(answered);
    let found: Vec<usize> = texts.map(|text| study.likely_names(text).len()).filter(|names| *names > 0).collect();
    if found.is_empty() {
        return Ok(());
    }
    context.tell(&msg!("report-names", n = found.iter().sum::<usize>(), texts = found.len()))?;
    quotes.iter().try_for_each(|quote| tell_names(study, quote, context))?;
    for (n, text) in &answers {
        let names = names_in(study, text);
        if !names.is_empty() {
            context.tell(&msg!("report-names-answer", n = *n, names = names.join(", ")))?;
        }
    }
    let kept: Vec<&str> = kept.iter().flat_map(|text| names_in(study, text)).collect();
    if kept.is_empty() { Ok(()) } else { context.tell(&msg!("report-names-kept", names = kept.join(", "))) }
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
    let mut names: Vec<&str> = texts.iter().flat_map(|text| names_in(study, text)).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() { Ok(()) } else { context.tell(&msg!("report-names-kept", names = names.join(", "))) }
}

/// The texts that answer questions, each once, with the question's number: the report prints them.
fn answers(study: &Study) -> Vec<(usize, String)> {
    let questions = study.protocol.questions.iter_enumerated().filter(|(_, asked)| asked.kind == Kind::Text);
    let texts = questions.flat_map(|(place, _)| {
        let n = study.protocol.number(place);
        study.tally.total(place).texts.into_keys().map(move |text| (n, text))
    });
    texts.collect()
}

/// The words in a text that may be names.
fn names_in<'t>(study: &Study, text: &'t str) -> Vec<&'t str> {
    study.likely_names(text).into_iter().filter_map(|place| text.get(place)).collect()
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

/// What in a quote may be names, and where it stands.
fn tell_names(study: &Study, quote: &Quote, context: &mut Context<'_>) -> Result<()> {
    let names = names_in(study, &quote.text);
    if names.is_empty() {
        return Ok(());
    }
    let coder = study.answers.coder_name(quote.slot.coder);
    let (case, n) = (place(study, quote).0, study.protocol.number(quote.question));
    context.tell(&msg!("report-names-quote", case_id = case, n = n, coder = coder, names = names.join(", ")))
}
