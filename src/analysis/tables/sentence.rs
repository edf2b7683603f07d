//! What a question's counts say, as sentences that can be pasted into a report.
//!
//! A question cannot be turned into a statement by rule. Where the protocol has its statements these are told, else it is
//! quoted and its counts follow. What a share is of stands in it; percents stand over large bases alone, as in the tables.

mod base;
mod number;
mod several;
pub mod statement;

use super::footnotes;
use crate::analysis::progress::coverage::Coverage;
use crate::base::language::Words;
use crate::base::language::prose::{Noun, capitalised, lowered};
use crate::msg;
use crate::statistics::percent::shown;
use crate::study::protocol::statement::Statement;
use crate::study::protocol::{Choice, Kind, Protocol, Question, Role};
use crate::study::tally::Counts;

/// So many cases or fewer are told with the units that they are in.
const FEW: u32 = 9;

/// So many answers are told with their share; those as common as the last of them too.
const MOST_COMMON: usize = 3;

/// How sentences are to be written.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// Their language.
    pub words: &'a Words,
    /// Below this base counts stand without percent.
    pub percent_from: u32,
    /// What is counted.
    pub noun: Noun,
    /// How far that is finished.
    pub coverage: Coverage,
    /// Whether the unit of a single case is named.
    pub names_single: bool,
    /// The protocol, for what the cases are that a question is asked about.
    protocol: Option<&'a Protocol>,
    /// Which cases those are, as a clause; empty where they are all of them.
    clause: &'a str,
    /// Whether the base has all cases of the clause.
    is_whole: bool,
    /// Whether answers may still come, so that nobody can be said to be all.
    awaits: bool,
}

/// The counts of a question by group: the group's name and its counts.
pub type Groups<'a> = [(&'a str, &'a Counts)];

impl<'a> Style<'a> {
    /// Sentences with these words about what is counted, percents over bases of at least `percent_from`.
    pub fn new(words: &'a Words, percent_from: u32, noun: Noun, coverage: Coverage) -> Self {
        Self {
            words,
            percent_from,
            noun,
            coverage,
            names_single: false,
            protocol: None,
            clause: "",
            is_whole: true,
            awaits: false,
        }
    }

    /// The same about questions of a protocol, which says which cases they are asked about.
    #[must_use]
    pub fn of(self, protocol: &'a Protocol) -> Self {
        Self { protocol: Some(protocol), ..self }
    }

    /// The same about answers that may still come while any case is open.
    #[must_use]
    pub fn waiting(self) -> Self {
        Self { awaits: self.coverage.is_open(), ..self }
    }

    /// A share in running text: `67 procent`.
    pub fn percent(&self, k: u32, n: u32) -> String {
        let shown = shown(k, n);
        self.words.say(&match (shown.strip_prefix('<'), shown.strip_prefix('>')) {
            (Some(_), _) => msg!("prose-percent-below"),
            (_, Some(_)) => msg!("prose-percent-above"),
            _ => msg!("prose-percent", n = shown.as_str()),
        })
    }

    /// A share in a table: `67 %`.
    pub fn percent_sign(&self, k: u32, n: u32) -> String {
        if n == 0 { shown(k, n) } else { self.words.say(&msg!("prose-percent-sign", n = shown(k, n))) }
    }

    /// What a question's counts say: all of them, by sex where both are large enough, and where the few are.
    ///
    /// It tells small counts as they are: where these are hidden, it is not to be given the groups, or not to be called.
    pub fn question(&self, question: &Question, total: &Counts, sexes: &Groups<'_>, units: &Groups<'_>) -> String {
        let clause = self.clause_of(question, total);
        let style = self.about(total, &clause);
        let sentences = style.said(question, total, sexes, units);
        let is_captioned = || {
            let is_ours = |statement: &Statement| statement.lang == self.words.lang();
            !question.caption.is_empty() && question.statements.iter().any(is_ours)
        };
        if style.is_stated(question, total) {
            sentences.join(" ")
        } else if is_captioned() {
            let (caption, told) = (question.caption.as_str(), lowered(&sentences.join(" ")));
            self.words.say(&msg!("prose-captioned", caption = caption, told = told))
        } else {
            self.words.asked(&question.text, &sentences)
        }
    }

    fn said(&self, question: &Question, total: &Counts, sexes: &Groups<'_>, units: &Groups<'_>) -> Vec<String> {
        let mut sentences = Vec::new();
        if total.base == 0 {
            sentences.push(self.words.sentence(&msg!("prose-no-base", none = self.words.counted(0, self.noun))));
        } else if self.is_stated(question, total) {
            sentences.extend(self.stated(question, total, sexes, units));
            if question.is_multi() {
                sentences.extend(self.unknown(question, total, units));
                sentences.push(self.words.get("prose-several"));
            }
        } else {
            match &question.kind {
                Kind::Choice(choices) => sentences.extend(self.choice(choices, total)),
                Kind::Choices(choices) => {
                    sentences.extend(self.choices(choices, total));
                    sentences.extend(self.further(choices, total));
                    sentences.extend(self.unknown(question, total, units));
                }
                _ if question.is_year() => sentences.extend(self.years(total)),
                Kind::Number { unit, .. } => sentences.extend(self.number(unit, total, sexes)),
                Kind::Date | Kind::Text => {
                    let place = self.at(&self.counted_base(total));
                    sentences.push(self.words.sentence(&msg!("prose-answered", place = place)));
                }
            }
            sentences.extend(self.by_sex(question, total, sexes));
            sentences.extend(self.few(question, total, units));
            if question.is_multi() {
                sentences.push(self.words.get("prose-several"));
            }
        }
        sentences.extend(self.asked_where(question));
        // Cases without any answer are told already.
        if (total.unanswered + total.not_known) as usize != self.coverage.blank {
            sentences.extend(footnotes::of_missing(total, self.coverage.per).iter().map(|told| self.words.say(told)));
        }
        sentences
    }

    /// How common the answer that leads is at several times: the times' names and their counts.
    pub fn times(&self, question: &Question, times: &Groups<'_>) -> Option<String> {
        let (place, choice) = question.role(Role::Yes).or_else(|| question.choices().iter().enumerate().next())?;
        let named = self.named(choice);
        let of = |counts: &Counts| counts.chosen(place);
        if times.iter().all(|(_, counts)| of(counts) == 0) {
            let all: Vec<String> = times.iter().map(|(time, _)| (*time).to_owned()).collect();
            let none = self.at(&self.words.counted(0, self.noun));
            let times = self.words.nor(&all);
            return Some(self.words.sentence(&msg!("prose-neither", answer = named, none = none, times = times)));
        }
        let shares: Vec<(String, u32, u32)> = times
            .iter()
            .map(|(time, counts)| (self.words.say(&msg!("prose-time", time = *time)), of(counts), counts.base))
            .collect();
        Some(self.shares(&named, &shares))
    }

    /// Something in or according to what is counted.
    fn at(&self, counted: &str) -> String {
        self.words.say(&match self.noun {
            Noun::Case | Noun::Unit => msg!("prose-in", counted = counted),
            Noun::Informant => msg!("prose-by", counted = counted),
        })
    }

    /// An answer as it stands inside a sentence: in quotes, unless its words are known by its role.
    fn named(&self, choice: &Choice) -> String {
        match choice.role {
            Some(_) => lowered(&choice.label),
            None => self.words.say(&msg!("prose-quoted", text = choice.label.as_str())),
        }
    }

    /// A share with what it is of: `i 49 av 73 ärenden (67 procent)`, `i samtliga 80 ärenden`. The largest number of its
    /// sentence is `most`.
    fn share(&self, k: u32, n: u32, most: u32) -> String {
        if k == n && !self.awaits {
            return self.at(&self.all(n));
        }
        self.at(&self.bare(k, n, most))
    }

    /// All of them: `samtliga 80 ärenden`, `det enda ärendet`.
    fn all(&self, n: u32) -> String {
        let number = self.words.figure(n);
        self.words.say(&match self.noun {
            Noun::Case => msg!("prose-all-case", n = n, number = number),
            Noun::Unit => msg!("prose-all-unit", n = n, number = number),
            Noun::Informant => msg!("prose-all-informant", n = n, number = number),
        })
    }

    /// A share with a word for what is counted: `49 av 73 ärenden (67 procent)`; of one, that or none of it.
    fn bare(&self, k: u32, n: u32, most: u32) -> String {
        if n == 1 {
            return self.words.counted(k, self.noun);
        }
        let number = self.words.numeral_among(k, self.noun, most);
        let of = msg!("prose-of", k = number, of = self.words.counted_among(n, self.noun, most));
        self.with_percent(self.words.say(&of), k, n)
    }

    /// A share after one that says what is counted: `i 22 av 35 (63 procent)`.
    fn share_again(&self, k: u32, n: u32, most: u32) -> String {
        if k == n && !self.awaits {
            return self.at(&self.words.say(&msg!("prose-all", n = n, number = self.words.figure(n))));
        }
        let number = |n: u32| self.words.numeral_among(n, self.noun, most);
        self.at(&self.with_percent(self.words.say(&msg!("prose-of", k = number(k), of = number(n))), k, n))
    }

    fn with_percent(&self, part: String, k: u32, n: u32) -> String {
        if k == 0 || k == n || n < self.percent_from {
            return part;
        }
        self.words.say(&msg!("prose-with-percent", part = part, percent = self.percent(k, n)))
    }

    /// An answer's shares in several groups, one after the other.
    fn shares(&self, named: &str, groups: &[(String, u32, u32)]) -> String {
        let most = groups.iter().map(|(_, k, n)| *k.max(n)).max().unwrap_or(0);
        let share = |(place, (group, k, n)): (usize, &(String, u32, u32))| {
            let share = if place == 0 { self.share(*k, *n, most) } else { self.share_again(*k, *n, most) };
            format!("{group} {share}")
        };
        let shares: Vec<String> = groups.iter().enumerate().map(share).collect();
        format!("{} {}.", capitalised(named), self.words.and(&shares))
    }

    /// One answer a case: the first that was given with its share, then the others.
    fn choice(&self, choices: &[Choice], total: &Counts) -> Vec<String> {
        let counted = |(choice, &k): (&Choice, &u32)| (self.named(choice), choice.role, choice.in_base, k);
        let counts: Vec<_> = choices.iter().zip(&total.choices).map(counted).collect();
        let inside = counts.iter().filter(|(_, _, in_base, _)| *in_base);
        let (given, none): (Vec<_>, Vec<_>) = inside.partition(|(.., k)| *k > 0);
        let all = given.len() == 1;
        let told =
            none.into_iter().filter(|(_, role, ..)| !all && matches!(role, Some(Role::Yes | Role::Partly | Role::No)));
        let most = total.choices.iter().copied().max().unwrap_or(0).max(total.base);
        let part =
            |(place, (named, _, _, k)): (usize, &(String, _, _, u32))| self.part(place, named, *k, (total.base, most));
        let parts: Vec<String> = given.into_iter().chain(told).enumerate().map(part).collect();
        let outside = counts.iter().filter(|(_, _, in_base, k)| !in_base && *k > 0);
        let outside: Vec<String> = outside.map(|one| part((1, one))).collect();
        let mut sentence = capitalised(&self.words.and(&parts));
        if !outside.is_empty() {
            sentence = format!("{sentence}; {}", self.words.and(&outside));
        }
        vec![sentence + "."]
    }

    /// The answer that leads, by sex: where both sexes are large enough and it is not that of all.
    fn by_sex(&self, question: &Question, total: &Counts, sexes: &Groups<'_>) -> Option<String> {
        let inside = question.choices().iter().enumerate().filter(|(_, choice)| choice.in_base);
        let counted = inside.map(|(place, choice)| (place, choice, total.chosen(place)));
        let given = counted.filter(|(.., k)| *k > 0);
        let (place, choice, k) = match &question.kind {
            Kind::Choices(_) => given
                .filter(|(_, choice, _)| choice.role != Some(Role::Unknown))
                .min_by_key(|(.., k)| std::cmp::Reverse(*k))?,
            _ => given.min_by_key(|(place, ..)| *place)?,
        };
        if k == total.base || !self.are_large(sexes) {
            return None;
        }
        let share = |(sex, counts): &(&str, &Counts)| (self.among(sex), counts.chosen(place), counts.base);
        let quoted = if question.is_multi() {
            self.words.say(&msg!("prose-quoted", text = choice.label.as_str()))
        } else {
            self.named(choice)
        };
        Some(self.shares(&quoted, &sexes.iter().map(share).collect::<Vec<_>>()))
    }

    fn among(&self, sex: &str) -> String {
        self.words.say(&msg!("prose-among", group = lowered(sex)))
    }

    /// Whether each of several groups has a base of its own that percents stand over.
    fn are_large(&self, groups: &Groups<'_>) -> bool {
        groups.len() > 1 && groups.iter().all(|(_, counts)| counts.base >= self.percent_from.max(1))
    }

    /// Each answer that few have, with the units that they are in. What all have is told already; the unit of a single
    /// case is named only where that is asked for.
    fn few(&self, question: &Question, total: &Counts, units: &Groups<'_>) -> Vec<String> {
        let inside = question.choices().iter().zip(&total.choices).enumerate();
        let is_single = |place: usize| {
            let own = units.iter().map(|(_, counts)| counts.chosen(place));
            !self.names_single && own.into_iter().any(|n| n == 1)
        };
        let few = inside.filter(|(place, (choice, k))| {
            let is_few = choice.in_base && (1..=FEW).contains(*k) && units.len() > 1;
            is_few && (**k < total.base || question.is_multi()) && !is_single(*place)
        });
        few.map(|(place, (choice, &k))| {
            let of_unit = |(unit, counts): &(&'_ str, &Counts)| (unit.to_string(), counts.chosen(place));
            let spread: Vec<(String, u32)> = units.iter().map(of_unit).filter(|(_, n)| *n > 0).collect();
            let spread: Vec<(&str, u32)> = spread.iter().map(|(unit, n)| (unit.as_str(), *n)).collect();
            let cases = self.at(&self.words.counted(k, self.noun));
            let start = format!("{} {cases}", self.named(choice));
            capitalised(&self.words.say(&match spread.as_slice() {
                [(unit, _)] => {
                    let number = self.words.numeral(k, self.noun);
                    msg!("prose-one-place", start = start, n = k, number = number, place = *unit)
                }
                _ => msg!("prose-spread", start = start, spread = self.words.spread(&spread, self.noun, false, 0)),
            }))
        })
        .collect()
    }
}

/// A choice's place with its count.
type Counted = (usize, u32);

/// The most common of several answers a case, and the others; the most common first.
fn common(choices: &[Choice], total: &Counts) -> (Vec<Counted>, Vec<Counted>) {
    let inside = choices.iter().zip(&total.choices).enumerate();
    let given = inside.filter(|(_, (choice, k))| choice.in_base && choice.role != Some(Role::Unknown) && **k > 0);
    let mut given: Vec<Counted> = given.map(|(place, (_, k))| (place, *k)).collect();
    given.sort_by_key(|(_, k)| std::cmp::Reverse(*k));
    let least = given.iter().map(|(_, k)| *k).take(MOST_COMMON).min().unwrap_or(0);
    given.into_iter().partition(|(_, k)| *k >= least)
}

#[cfg(test)]
mod tests;
