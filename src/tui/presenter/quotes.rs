//! Quotes as the screen lists them: only here with the case they are from.

use super::line;
use crate::analysis::findings::quote::Quote;
use crate::base::pii::has_number;
use crate::base::text::{fit, visible, visible_lines, wrap};
use crate::msg;
use crate::study::answers::record::Slot;
use crate::tui::dialog::Choice;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// All quotes.
pub(crate) fn rows(model: &Model) -> Vec<Choice> {
    model.study.quotes().into_iter().map(|quote| Choice::Quote(Box::new(quote))).collect()
}

/// The documents that a quote may be from.
pub(crate) fn sources(model: &Model, slot: Slot) -> Vec<Choice> {
    let quote = model.study.quotes().into_iter().find(|quote| quote.slot == slot);
    let of = |quote: Quote| {
        let documents = model.study.documents_of(&quote).to_vec();
        documents.into_iter().map(move |document| Choice::Source(Box::new(quote.clone()), document)).collect()
    };
    quote.map_or_else(Vec::new, of)
}

/// A quote in a line: whether it is picked, its case and what it is from, its words.
pub(crate) fn quote_line(model: &Model, quote: &Quote) -> String {
    // Where there is no doubt its place is kept, so that texts stand under each other.
    let doubt = match is_doubtful(model, quote) {
        true => " ?",
        false if model.look.speaks() => "",
        false => "  ",
    };
    let text = visible(&quote.text.replace('\n', " "));
    let text = format!("{}{doubt}  {}: {text}", model.case_name(quote.case()), source(model, quote));
    fit(&super::ticked(model, quote.picked.is_some(), &text), super::extent(model).0)
}

/// Where a quote is from: before it is picked, the one document that it can be from.
fn source(model: &Model, quote: &Quote) -> String {
    let only = match model.study.documents_of(quote) {
        [only] => Some(only.clone()),
        _ => None,
    };
    let picked = quote.picked.clone().or(only);
    visible(&model.study.quote_source(&Quote { picked, ..quote.clone() }, &model.words))
}

/// Whether a quote has what may give somebody away.
fn is_doubtful(model: &Model, quote: &Quote) -> bool {
    has_number(&quote.text) || !model.study.likely_names(&quote.text).is_empty()
}

/// Whether it is one's own to reword: who wrote it may, in the same round.
pub fn may_reword(model: &Model, quote: &Quote) -> bool {
    model.study.answers.coder_name(quote.slot.coder) == model.coder.slug && quote.slot.round == model.round()
}

/// How many of one's own quotes that are picked have what may give somebody away.
pub fn telling(model: &Model) -> usize {
    let quotes = model.study.quotes();
    let own = |quote: &&Quote| model.study.answers.coder_name(quote.slot.coder) == model.coder.slug;
    quotes.iter().filter(|quote| quote.picked.is_some()).filter(own).filter(|quote| is_doubtful(model, quote)).count()
}

/// A quote whole, with what in it may be names, and who can reword it.
pub fn quote_detail(model: &Model, quote: &Quote, columns: usize, room: usize) -> Vec<Line<'static>> {
    let found = model.study.likely_names(&quote.text);
    let mut names: Vec<&str> = found.into_iter().filter_map(|place| quote.text.get(place)).collect();
    names.dedup();
    let names = names.join(", ");
    let coder = model.study.answers.coder_name(quote.slot.coder);
    let told = match () {
        () if has_number(&quote.text) => model.words.get("quote-has-number"),
        () if names.is_empty() => model.words.say(&msg!("quote-by", coder = model.called(coder))),
        () if may_reword(model, quote) => {
            model.words.say(&msg!("quote-names-own", names = names, key = model.key(Mode::List, Action::Reword)))
        }
        () => model.words.say(&msg!("quote-names-other", names = names, coder = coder)),
    };
    let told = wrap(&told, columns);
    let mut lines = wrap(&visible_lines(&quote.text), columns);
    lines.truncate(room.saturating_sub(told.len()).max(1));
    let lines = lines.into_iter().map(|text| line(model, Tone::Answer, text));
    lines.chain(told.into_iter().map(|text| line(model, Tone::Key, text))).collect()
}
