//! Counts as statements: what the protocol's author says of an answer, with its figure in its place.

use super::{Groups, Style, common};
use crate::base::language::prose::{capitalised, lowered};
use crate::base::placeholder::filled;
use crate::msg;
use crate::study::protocol::statement::{SPREAD, Statement};
use crate::study::protocol::{Choice, Kind, Question, Role};
use crate::study::tally::Counts;
use unicode_segmentation::UnicodeSegmentation;

/// As many units are listed with their counts.
const MOST_UNITS: usize = 8;

/// A count, with what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// How many.
    pub k: u32,
    /// Of how many; nothing where that is said before, or the count is of what is outside the base.
    pub of: Option<u32>,
}

impl Style<'_> {
    /// Whether each answer that was given has a statement in the language of the words, so that no question need be quoted.
    pub(crate) fn is_stated(&self, question: &Question, total: &Counts) -> bool {
        let lang = self.words.lang();
        let mut given = question.choices().iter().zip(&total.choices).filter(|(choice, k)| choice.in_base && **k > 0);
        match &question.kind {
            _ if total.base == 0 => false,
            Kind::Choice(_) => given.all(|(choice, _)| question.statement(lang, &[&choice.id]).is_some()),
            Kind::Choices(_) => {
                let mut told = given.filter(|(choice, _)| choice.role != Some(Role::Unknown)).peekable();
                told.peek().is_some() && told.all(|(choice, _)| question.statement(lang, &[&choice.id]).is_some())
            }
            Kind::Number { .. } if question.is_year() => false,
            Kind::Number { .. } => {
                let is_one = total.range().is_none_or(|(low, high)| low == high);
                let is_some = !is_one && total.base > 1;
                let statement = question.statement(lang, &[]);
                statement.is_some_and(|statement| is_some || total.base == 1 && statement.one.is_some())
            }
            Kind::Date | Kind::Text => false,
        }
    }

    /// What a question's counts say in its own statements.
    pub(crate) fn stated(
        &self,
        question: &Question,
        total: &Counts,
        sexes: &Groups<'_>,
        units: &Groups<'_>,
    ) -> Vec<String> {
        let places = match &question.kind {
            Kind::Choice(choices) => leading(choices, total),
            Kind::Choices(choices) => {
                let (most, rest) = common(choices, total);
                most.into_iter().chain(rest).map(|(place, _)| place).collect()
            }
            _ => return self.stated_number(question, total, sexes),
        };
        let mut sentences: Vec<String> =
            self.sums(question, total).iter().map(|statement| self.sum(question, statement, total, units)).collect();
        for (at, &place) in places.iter().enumerate() {
            let k = total.chosen(place);
            let of = (at == 0 && sentences.is_empty()).then_some(total.base);
            sentences.extend(self.answer(question, &[place], Figure { k, of }, units));
            if at == 0 && k < total.base {
                sentences.extend(self.stated_by_sex(place, sexes));
            }
        }
        if let Kind::Choice(choices) = &question.kind {
            sentences.extend(self.outside(question, choices, total, units));
        }
        sentences
    }

    /// The statement of an answer, or of several that it sums, with its figure and where that is.
    pub fn answer(&self, question: &Question, places: &[usize], figure: Figure, units: &Groups<'_>) -> Option<String> {
        let ids: Vec<&str> =
            places.iter().filter_map(|&place| question.choices().get(place)).map(|choice| choice.id.as_str()).collect();
        let statement = question.statement(self.words.lang(), &ids)?;
        let counted = |counts: &Counts| -> u32 {
            if question.is_multi() && places.len() > 1 {
                return 0;
            }
            places.iter().filter_map(|&place| counts.choices.get(place)).sum()
        };
        // Of a unit with one case, "at least one in each" would tell that case's answer.
        let tells_one = units.iter().any(|(_, counts)| counts.base == 1 && counted(counts) == 1);
        let units = if tells_one && !self.names_single { &[][..] } else { units };
        let units: Vec<(&str, u32)> = units.iter().map(|(unit, counts)| (*unit, counted(counts))).collect();
        Some(self.filled(statement, figure, &units))
    }

    /// What some answers to a question say together: their statement, or their words; with which cases are asked.
    pub fn summed(&self, question: &Question, total: &Counts, ids: &[&str], units: &Groups<'_>) -> String {
        let clause = self.clause_of(question, total);
        let style = self.about(total, &clause);
        let choices: Vec<(usize, &Choice)> = ids.iter().filter_map(|id| question.choice(id)).collect();
        let places: Vec<usize> = choices.iter().map(|(place, _)| *place).collect();
        let k = places.iter().filter_map(|&place| total.choices.get(place)).sum();
        let figure = Figure { k, of: choices.iter().all(|(_, choice)| choice.in_base).then_some(total.base) };
        let told = style.answer(question, &places, figure, units).unwrap_or_else(|| {
            let labels: Vec<String> = choices.iter().map(|(_, choice)| style.named(choice)).collect();
            let share = match figure.of {
                Some(n) => style.first_share(k, n, k.max(n)),
                None => style.at(&style.words.counted(k, style.noun)),
            };
            style.words.asked(&question.text, &[capitalised(&format!("{} {share}.", style.words.or(&labels)))])
        });
        std::iter::once(told).chain(style.asked_where(question)).collect::<Vec<_>>().join(" ")
    }

    /// Whether none has an answer that says that something is lacking: "in no case there is no plan" misleads, and what there
    /// is the other answers tell.
    pub fn denies_none(&self, question: &Question, total: &Counts, ids: &[&str]) -> bool {
        let choices: Vec<(usize, &Choice)> = ids.iter().filter_map(|id| question.choice(id)).collect();
        let is_none = choices.iter().all(|(place, _)| total.choices.get(*place).is_none_or(|k| *k == 0));
        let negations = self.words.get("prose-negations");
        let is_negation = |word: &str| negations.split(' ').any(|known| known == word.to_lowercase());
        let statement = question.statement(self.words.lang(), ids);
        let denies = statement.is_some_and(|statement| statement.many.unicode_words().any(is_negation));
        let is_no = |(_, choice): &(usize, &Choice)| matches!(choice.role, Some(Role::No | Role::Na | Role::Unknown));
        let has_own = statement.is_some_and(|statement| statement.none.is_some());
        is_none && !has_own && (denies || choices.iter().all(is_no))
    }

    /// A statement with its figure.
    pub fn filled(&self, statement: &Statement, figure: Figure, units: &[(&str, u32)]) -> String {
        let text = filled(statement.words(figure.k), |name, after| {
            let (share, place) = self.figure_and_place(figure, if name == SPREAD { units } else { &[] });
            match place {
                None => share,
                Some(place) if after.starts_with(char::is_whitespace) => format!("{share}, {place},"),
                Some(place) => format!("{share}, {place}"),
            }
        });
        as_sentence(&text)
    }

    /// A figure with what it is of, and where it is if that is told.
    pub fn figure_and_place(&self, figure: Figure, units: &[(&str, u32)]) -> (String, Option<String>) {
        let (k, n) = (figure.k, figure.of.unwrap_or(0));
        let is_all = figure.of == Some(k) && self.are_all();
        let listed = self.are_listed(k, units).then(|| units.iter().map(|(_, n)| *n).max()).flatten();
        let most = k.max(n).max(listed.unwrap_or(0));
        let share = match figure.of {
            Some(n) if is_all => self.clear(self.all(n)),
            Some(n) => self.of_those(k, n, most),
            None => self.words.counted_among(k, self.noun, most),
        };
        let place = (!is_all && k > 0 && units.len() > 1).then(|| self.place(k, units, most)).flatten();
        (share, place)
    }

    /// Whether each unit is named with its count.
    fn are_listed(&self, k: u32, units: &[(&str, u32)]) -> bool {
        let given = units.iter().filter(|(_, n)| *n > 0);
        let names_one = given.clone().any(|(_, n)| *n == 1) && !self.names_single;
        k > 0 && !names_one && given.count() <= MOST_UNITS
    }

    /// Where the cases of a count are: in which units, or at least so many in each; nothing where that would name the
    /// unit of a single case.
    fn place(&self, k: u32, units: &[(&str, u32)], most: u32) -> Option<String> {
        let given: Vec<(&str, u32)> = units.iter().copied().filter(|(_, n)| *n > 0).collect();
        if given.iter().map(|(_, n)| n).sum::<u32>() != k {
            return None;
        }
        if self.are_listed(k, units) {
            return Some(match given.as_slice() {
                [(unit, n)] => {
                    let number = self.words.numeral_among(*n, self.noun, most);
                    self.words.say(&msg!("prose-all-in", n = *n, number = number, place = *unit))
                }
                given => self.words.spread(given, self.noun, false, most),
            });
        }
        let least = units.iter().map(|(_, n)| *n).min().filter(|least| *least > 0)?;
        let number = self.words.numeral_among(least, self.noun, most);
        let some_more = k as usize > least as usize * units.len();
        some_more.then(|| self.words.say(&msg!("prose-least-in-each", number = number)))
    }

    /// The statements that sum several answers, each of which was given.
    fn sums<'q>(&self, question: &'q Question, total: &Counts) -> Vec<&'q Statement> {
        let is_given = |id: &String| {
            let place = question.choice(id).map(|(place, _)| place);
            place.and_then(|place| total.choices.get(place)).is_some_and(|k| *k > 0)
        };
        let own = question.statements.iter().filter(|statement| statement.lang == self.words.lang());
        let sums = own.filter(|statement| statement.choices.len() > 1 && !question.is_multi());
        sums.filter(|statement| statement.choices.iter().all(is_given)).collect()
    }

    fn sum(&self, question: &Question, statement: &Statement, total: &Counts, units: &Groups<'_>) -> String {
        let places: Vec<usize> =
            statement.choices.iter().filter_map(|id| question.choice(id)).map(|(place, _)| place).collect();
        let k = places.iter().filter_map(|&place| total.choices.get(place)).sum();
        self.answer(question, &places, Figure { k, of: Some(total.base) }, units).unwrap_or_default()
    }

    /// What is outside the base, which has a statement or is told by its label.
    fn outside(&self, question: &Question, choices: &[Choice], total: &Counts, units: &Groups<'_>) -> Vec<String> {
        let given =
            choices.iter().zip(&total.choices).enumerate().filter(|(_, (choice, k))| !choice.in_base && **k > 0);
        let told = given.map(|(place, (choice, &k))| {
            self.answer(question, &[place], Figure { k, of: None }, units).unwrap_or_else(|| {
                let counted = self.at(&self.words.counted(k, self.noun));
                format!("{} {counted}.", capitalised(&lowered(&choice.label)))
            })
        });
        told.collect()
    }

    /// The first answer by sex, where both are large enough.
    fn stated_by_sex(&self, place: usize, sexes: &Groups<'_>) -> Option<String> {
        if !self.are_large(sexes) {
            return None;
        }
        let of = |counts: &Counts| counts.chosen(place);
        let figures = sexes.iter().flat_map(|(_, counts)| [of(counts), counts.base]);
        let most = figures.max().unwrap_or(0);
        let share = |(at, (sex, counts)): (usize, &(&str, &Counts))| {
            let (k, n) = (of(counts), counts.base);
            let share = if at == 0 { self.share(k, n, most) } else { self.share_again(k, n, most) };
            format!("{} {share}", self.among(sex))
        };
        let shares: Vec<String> = sexes.iter().enumerate().map(share).collect();
        Some(self.words.say(&msg!("prose-so", shares = self.words.and(&shares))))
    }
}

/// The answers of the base that were given, in the order of the protocol.
fn leading(choices: &[Choice], total: &Counts) -> Vec<usize> {
    let given = choices.iter().zip(&total.choices).enumerate().filter(|(_, (choice, k))| choice.in_base && **k > 0);
    given.map(|(place, _)| place).collect()
}

/// A text as a sentence: with a capital and a stop.
pub(crate) fn as_sentence(text: &str) -> String {
    let text = capitalised(text.trim());
    let end = if text.ends_with(['.', '!', '?', '…', '”', ')']) { "" } else { "." };
    text + end
}

#[cfg(test)]
mod tests;
