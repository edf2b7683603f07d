//! Advice on a protocol that is right: what its authors probably did not mean, or will miss later.

mod lines;
mod reach;
#[cfg(test)]
mod tests;

use super::filter::Filter;
use super::{Attribute, Choice, Kind, Part, Per, Protocol, Question, Role};
use crate::base::language::{Lang, Message};
use crate::msg;
use lines::Lines;
use std::collections::HashMap;

/// More questions than this are hard to get through for each case.
const MANY: usize = 200;

/// Words by which a guidance tells what others answered, and so steers the answer.
const STEERING: [&str; 14] = [
    "vanligast",
    "vanligen",
    "oftast",
    "för det mesta",
    "saknas genomgående",
    "genomgående saknas",
    "saknas i regel",
    "majoriteten",
    "usually",
    "most often",
    "most common",
    "mostly",
    "in most cases",
    "the majority",
];

/// One piece of advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// The line of the file that it is about, from 1.
    pub line: usize,
    /// What is odd.
    pub message: Message,
    /// What to do about it.
    pub hint: Message,
}

/// What is found, with the file it is found in.
struct Found<'a> {
    lines: Lines<'a>,
    advice: Vec<Advice>,
}

impl Found<'_> {
    /// Notes advice about the first of these fields that the table has, else about the table.
    fn about(&mut self, table: (&'static str, usize), fields: &[&str], message: Message, hint: Message) {
        let line = self.lines.of(table, fields);
        self.note(Advice { line, message, hint });
    }

    /// Notes advice, once: a question that is asked at several times is declared once.
    fn note(&mut self, advice: Advice) {
        if !self.advice.contains(&advice) {
            self.advice.push(advice);
        }
    }

    fn unused_scales(&mut self) {
        for (name, line) in self.lines.unused_scales() {
            let (message, hint) = (msg!("advice-scale", name = name), msg!("advice-scale-hint"));
            self.note(Advice { line, message, hint });
        }
    }

    /// Where a question is declared.
    fn declared(&self, question: &Question) -> (&'static str, usize) {
        ("question", self.lines.place("question", question.declared_id()))
    }
}

impl Protocol {
    /// Advice on the protocol, which was read from `source`, in the order of the file.
    pub fn advice(&self, source: &str) -> Vec<Advice> {
        let mut found = Found { lines: Lines::new(source), advice: Vec::new() };
        self.on_the_whole(&mut found);
        found.unused_scales();
        self.on_areas(&mut found);
        self.on_attributes(&mut found);
        for question in &self.questions {
            self.on_question(question, &mut found);
        }
        self.on_checks(&mut found);
        self.on_tables(&mut found);
        found.advice.sort_by_key(|advice| advice.line);
        found.advice
    }

    fn on_the_whole(&self, found: &mut Found<'_>) {
        if self.declared() > MANY {
            let message = msg!("advice-many", count = self.declared(), many = MANY);
            let first = self.declarations().nth(MANY).map_or(("question", 0), |question| found.declared(question));
            found.about(first, &["id"], message, msg!("advice-many-hint"));
        }
        let mut seen: HashMap<String, &Question> = HashMap::new();
        for question in self.declarations() {
            let text = question.text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(other) = seen.get(&text) {
                let message = msg!("advice-same-text", name = question.declared_id(), other = other.declared_id());
                found.about(found.declared(question), &["text"], message, msg!("advice-same-text-hint"));
            } else {
                seen.insert(text, question);
            }
        }
    }

    fn on_areas(&self, found: &mut Found<'_>) {
        for (place, area) in self.areas.iter().enumerate() {
            if self.questions.iter().all(|question| question.area != place) {
                let message = msg!("advice-area", name = area.id.as_str());
                found.about(("area", place), &["id"], message, msg!("advice-area-hint"));
            }
        }
    }

    /// Tallies go by unit always, and by sex where the cases are persons: those with a year of birth, or nothing said.
    fn on_attributes(&self, found: &mut Found<'_>) {
        if self.unit().is_none() {
            found.about(("attribute", 0), &["id"], msg!("advice-unit"), msg!("advice-unit-hint"));
        }
        let born = |attribute: &Attribute| matches!(attribute.part, Some(Part::BirthYear { .. }));
        if self.sex().is_none() && (self.attributes.is_empty() || self.attributes.iter().any(born)) {
            found.about(("attribute", 0), &["id"], msg!("advice-sex"), msg!("advice-sex-hint"));
        }
    }

    fn on_question(&self, question: &Question, found: &mut Found<'_>) {
        let name = || question.declared_id();
        let table = found.declared(question);
        if let Some(clash) = self.never(&question.when) {
            let message = msg!("advice-never", name = name(), clash = clash);
            found.about(table, &["when"], message, msg!("advice-never-hint"));
        }
        let guidance = question.guidance.to_lowercase();
        if let Some(word) = STEERING.iter().find(|word| guidance.contains(*word)) {
            let message = msg!("advice-steers", name = name(), word = *word);
            found.about(table, &["guidance"], message, msg!("advice-steers-hint"));
        }
        if question.derive.is_none() {
            self.on_answers(question, found);
        }
    }

    /// What helps those who answer a question.
    fn on_answers(&self, question: &Question, found: &mut Found<'_>) {
        let name = || question.declared_id();
        let table = found.declared(question);
        // What a file tells in passing, such as a quote, may stand anywhere; what a unit tells, in no file at all.
        let anywhere = question.per == Per::Unit || (question.optional && matches!(question.kind, Kind::Text));
        if question.documents.is_empty() && !self.documents.is_empty() && !anywhere {
            found.about(table, &["id"], msg!("advice-document", name = name()), msg!("advice-document-hint"));
        }
        if let Some(choice) = question.choices().iter().find(|choice| is_vague(choice)) {
            let message = msg!("advice-meaning", name = name(), choice = choice.label.as_str());
            let hint = msg!("advice-meaning-hint", choice = choice.id.as_str());
            found.about(table, &["meaning", "choices", "scale", "id"], message, hint);
        }
        for (choice, lang) in unstated(question) {
            let message = msg!("advice-statement", name = name(), choice = choice.id.as_str());
            let hint = msg!("advice-statement-hint", choice = choice.id.as_str(), lang = lang.tag());
            found.about(table, &["statement"], message, hint);
        }
        if matches!(question.kind, Kind::Number { min: None, max: None, .. }) {
            found.about(table, &["kind"], msg!("advice-bounds", name = name()), msg!("advice-bounds-hint"));
        }
    }

    fn on_checks(&self, found: &mut Found<'_>) {
        for (place, check) in self.checks.iter().enumerate() {
            if let Some(clash) = self.never(&check.when) {
                let message = msg!("advice-check", clash = clash);
                found.about(("check", place), &["when"], message, msg!("advice-check-hint"));
            }
        }
    }

    fn on_tables(&self, found: &mut Found<'_>) {
        for (place, table) in self.tables.iter().enumerate() {
            for (label, row) in &table.rows {
                let both = Filter { terms: [table.base.terms.as_slice(), &row.terms].concat() };
                if let Some(clash) = self.never(&both) {
                    let message = msg!("advice-row", label = label.as_str(), clash = clash);
                    found.about(("table", place), &["rows"], message, msg!("advice-row-hint"));
                }
            }
        }
    }
}

/// Whether a choice leaves open what it stands for: a step between yes and no, or a code in the place of words.
fn is_vague(choice: &Choice) -> bool {
    let is_code = choice.label == choice.id && !choice.label.contains(' ');
    choice.meaning.is_empty() && (choice.role == Some(Role::Partly) || is_code)
}

/// The answers of the base without a statement in a language in which others have one.
fn unstated(question: &Question) -> Vec<(&Choice, Lang)> {
    let in_lang = |lang: &Lang| question.statements.iter().any(|statement| statement.lang == *lang);
    let langs = [Lang::Sv, Lang::En].into_iter().filter(in_lang);
    let of = |lang: Lang| {
        let inside = question.choices().iter().filter(|choice| choice.in_base);
        let bare = inside.filter(move |choice| question.statement(lang, &[&choice.id]).is_none());
        bare.map(move |choice| (choice, lang))
    };
    langs.flat_map(of).collect()
}
