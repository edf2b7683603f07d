//! What a text answer may become: texts that answered the same question before.

use super::{about, line, names, ticked};
use crate::base::search::Finder;
use crate::base::text::{fit, folded, visible, wrap};
use crate::msg;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Kind;
use crate::tui::dialog::{Dialog, Field, is_offered};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;
use std::collections::BTreeMap;
use tui_input::Input;

/// At most this many are offered.
const MOST: usize = 4;

/// The texts that fit what is being written, best first: those that begin like it, then those that hold its letters.
pub fn completions(model: &Model) -> Vec<String> {
    let Some(Dialog::Write { field: Field::Answer { .. }, input }) = &model.dialog else { return Vec::new() };
    let typed = input.value().trim_start();
    if typed.is_empty() || !model.asked().is_some_and(|asked| matches!(asked.kind, Kind::Text)) {
        return Vec::new();
    }
    let known = known(model);
    let begins = |spelling: &String| folded(spelling).starts_with(&folded(typed));
    let first = known.iter().filter(|(_, spellings)| spellings.iter().any(begins));
    let all = Finder::new(known.iter().map(|entry| (entry, entry.1.join(" "))));
    let mut found: Vec<String> = Vec::new();
    for (name, _) in first.chain(all.best(typed, known.len())) {
        if found.len() < MOST && name != typed && !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}

/// What stands below the line being written: the texts that may be taken for it, the one that is taken next marked, or
/// the words in it that may be names.
pub fn beneath(model: &Model, field: &Field, input: &Input, columns: usize) -> Vec<Line<'static>> {
    match field {
        Field::Answer { pick } => {
            let mark = |at: usize| if at == *pick { model.look.mark(Mark::Here) } else { " " };
            let marked = |at: usize, text: &str| {
                if model.look.speaks() { ticked(model, at == *pick, text) } else { format!("{} {text}", mark(at)) }
            };
            let texts = completions(model).into_iter().enumerate();
            let shown = |(at, text): (usize, String)| fit(&marked(at, &visible(&text)), columns);
            texts.map(|text| line(model, Tone::Dim, shown(text))).collect()
        }
        Field::Text { .. } => {
            let found = names(model);
            let mut words: Vec<&str> = found.into_iter().filter_map(|place| input.value().get(place)).collect();
            words.dedup();
            let message = msg!("screen-names", names = words.join(", "), key = model.key(Mode::Text, Action::Mask));
            let lines = if words.is_empty() { Vec::new() } else { wrap(&model.words.say(&message), columns) };
            lines.into_iter().map(|text| line(model, Tone::Key, text)).collect()
        }
        Field::Command => about_command(model, input.value(), columns),
        Field::Name(_) | Field::Number | Field::InFile | Field::Cases => Vec::new(),
    }
}

/// What the command that is being written does, and where all that can be asked of it is told.
fn about_command(model: &Model, typed: &str, columns: usize) -> Vec<Line<'static>> {
    let name = typed.split_whitespace().next().unwrap_or_default();
    if !is_offered(name) {
        return Vec::new();
    }
    let about = wrap(&about(model, name), columns).into_iter().map(|text| line(model, Tone::Plain, text));
    let options = model.words.say(&msg!("command-options", name = name));
    about.chain(wrap(&options, columns).into_iter().map(|text| line(model, Tone::Dim, text))).collect()
}

/// Every name that may be offered, with it and its spellings: names of several spellings first, then by frequency.
fn known(model: &Model) -> Vec<(String, Vec<String>)> {
    let answers = &model.study.answers;
    if model.round().is_blind() {
        return own(model).into_iter().map(|text| (text.clone(), vec![text])).collect();
    }
    let mut names = answers.names(model.question, &model.study.tally().total(model.question).texts);
    names.sort_by_key(|name| name.spellings.iter().all(|&(text, _)| text == name.name));
    let text = |number: u32| answers.text(number).to_owned();
    let spelt = names.into_iter().map(|name| {
        let spellings = name.spellings.iter().map(|&(spelling, _)| text(spelling));
        (text(name.name), [text(name.name)].into_iter().chain(spellings).collect())
    });
    spelt.collect()
}

/// One's own texts of this round, the most common first.
fn own(model: &Model) -> Vec<String> {
    let answers = &model.study.answers;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for case in model.study.cases.cases.keys() {
        let own = answers.own(Op::Answer, &model.coder.slug, model.round(), case, Some(model.question));
        own.filter(|own| own.value != 0)
            .into_iter()
            .for_each(|own| *counts.entry(answers.text(own.value)).or_default() += 1);
    }
    let mut texts: Vec<(&str, usize)> = counts.into_iter().collect();
    texts.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    texts.into_iter().map(|(text, _)| text.to_owned()).collect()
}
