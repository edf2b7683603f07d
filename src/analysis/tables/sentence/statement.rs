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
mod tests {
    use super::*;
    use crate::analysis::progress::coverage::Coverage;
    use crate::base::language::prose::Noun;
    use crate::base::language::{Lang, Words};
    use crate::builder::swedish;
    use crate::study::protocol::{Per, Protocol};

    const QUESTIONS: &str = r#"
[[question]]
id = "plan"
area = "A"
text = "Finns en aktuell plan?"
na = true
[question.statement.sv]
ja = "i {spread} finns en aktuell plan"
delvis = "I {spread} finns en plan som inte är aktuell."
nej = { one = "I {spread} saknas plan.", many = "Plan saknas i {spread}." }
"ja|delvis" = "I {spread} finns en plan."
[question.statement.en]
ja = "In {spread} there is a current plan."

[[question]]
id = "sidor"
area = "A"
text = "Hur många sidor?"
kind = "number"
statement.sv = "Planerna har i genomsnitt {mean} sidor (median {median}), som minst {least} och som mest {most}."
"#;

    fn counts(choices: &[u32]) -> Counts {
        let base = choices.iter().take(3).sum();
        Counts { choices: choices.to_vec(), base, na: choices.get(3).copied().unwrap_or(0), ..Counts::default() }
    }

    /// What is said of the first question: by unit, with two sexes, one of them that of the first unit.
    fn said(lang: Lang, names_single: bool, units: &[[u32; 4]]) -> String {
        let (words, protocol) =
            (Words::new(lang), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
        let style = Style { names_single, ..Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case)) };
        let own: Vec<Counts> = units.iter().map(|choices| counts(choices)).collect();
        let total = own.iter().fold(Counts::default(), Counts::plus);
        let units: Vec<(&str, &Counts)> = ["Bromma", "Hjo", "Sala"].into_iter().zip(&own).collect();
        style.question(&protocol.questions.raw[0], &total, &[], &units)
    }

    #[test]
    fn an_answer_is_stated_with_its_figure_and_where_it_is() {
        let all = said(Lang::Sv, false, &[[4, 0, 2, 0], [3, 0, 0, 1], [3, 0, 0, 0]]);
        assert_eq!(
            all,
            "I tio av tolv ärenden (83 procent), fyra i Bromma och tre i vardera Hjo och Sala, finns en aktuell plan. \
             Plan saknas i två ärenden, båda i Bromma. Ej aktuellt i ett ärende."
        );
        let figures = said(Lang::Sv, false, &[[14, 0, 2, 0], [3, 0, 0, 0], [0, 0, 2, 0]]);
        assert_eq!(
            figures,
            "I 17 av 21 ärenden (81 procent), 14 i Bromma och 3 i Hjo, finns en aktuell plan. \
             Plan saknas i fyra ärenden, två i vardera Bromma och Sala."
        );
        assert_eq!(
            said(Lang::Sv, false, &[[4, 0, 0, 0], [3, 0, 0, 0]]),
            "I samtliga sju ärenden finns en aktuell plan."
        );
        assert_eq!(said(Lang::Sv, false, &[[0; 4]]), "Finns en aktuell plan? Inget ärende ingår i underlaget.");
    }

    #[test]
    fn several_answers_are_summed_before_each() {
        let said = said(Lang::Sv, false, &[[4, 2, 2, 0], [2, 0, 2, 0]]);
        assert_eq!(
            said,
            "I åtta av tolv ärenden (67 procent), sex i Bromma och två i Hjo, finns en plan. \
             I sex ärenden, fyra i Bromma och två i Hjo, finns en aktuell plan. \
             I två ärenden, båda i Bromma, finns en plan som inte är aktuell. \
             Plan saknas i fyra ärenden, två i vardera Bromma och Hjo."
        );
    }

    #[test]
    fn the_unit_of_a_single_case_is_named_only_where_that_is_asked_for() {
        let two = [[6, 0, 1, 0], [2, 0, 0, 0], [1, 0, 1, 0]];
        let hidden = "I nio av elva ärenden (82 procent), minst ett i varje verksamhet, finns en aktuell plan. \
                      Plan saknas i två ärenden.";
        assert_eq!(said(Lang::Sv, false, &two), hidden);
        let units = [[6, 0, 1, 0], [2, 0, 0, 0], [1, 0, 0, 0]];
        let hidden = "I nio av tio ärenden (90 procent) finns en aktuell plan. I ett ärende saknas plan.";
        assert_eq!(said(Lang::Sv, false, &units), hidden, "in Sala's only case that would tell the answer");
        let named = "I nio av tio ärenden (90 procent), sex i Bromma, två i Hjo och ett i Sala, finns en aktuell plan. \
                     I ett ärende, i Bromma, saknas plan.";
        assert_eq!(said(Lang::Sv, true, &units), named);
        let each_one = said(Lang::Sv, false, &[[1, 0, 4, 0], [1, 0, 3, 0], [1, 0, 2, 0]]);
        assert!(each_one.starts_with("I tre av tolv ärenden (25 procent) finns"), "three in three units: {each_one}");
    }

    /// "No" has no statement in English.
    #[test]
    fn without_a_statement_for_each_answer_that_was_given_the_question_is_quoted() {
        let said = |units: &[[u32; 4]]| said(Lang::En, false, units);
        assert_eq!(said(&[[4, 0, 0, 0], [3, 0, 0, 0]]), "In all seven cases there is a current plan.");
        assert!(said(&[[4, 0, 2, 0], [3, 0, 0, 0]]).starts_with("Finns en aktuell plan? Ja in seven of nine cases"));
    }

    #[test]
    fn unfinished_cases_are_no_all() {
        let (words, protocol) =
            (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
        let open = Coverage { all: 9, blank: 2, ..Coverage::none(Per::Case) };
        let style = Style::new(&words, 10, Noun::Case, open);
        let said = style.question(&protocol.questions.raw[0], &counts(&[0, 0, 7, 0]), &[], &[]);
        assert_eq!(said, "Plan saknas i sju av sju ärenden.");
    }

    #[test]
    fn numbers_are_stated_with_their_base() {
        let (words, protocol) =
            (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
        let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
        let said = |n: u32| {
            let values = [(2000, n), (7500, n), (12_000, n)].into_iter().collect();
            style.question(&protocol.questions.raw[1], &Counts { values, base: 3 * n, ..Counts::default() }, &[], &[])
        };
        assert_eq!(
            said(4),
            "Planerna har i genomsnitt 7,2 sidor (median 7,5), som minst 2 och som mest 12. Underlaget är tolv ärenden."
        );
        assert!(said(1).starts_with("Planerna har i genomsnitt 7,2 sidor"), "the base stands beside it: {}", said(1));
    }

    #[test]
    fn that_nobody_lacks_something_is_not_said() {
        let (words, protocol) =
            (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
        let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
        let denies = |total: &[u32], id: &str| style.denies_none(&protocol.questions.raw[0], &counts(total), &[id]);
        assert!(denies(&[9, 3, 0, 0], "nej"));
        assert!(denies(&[9, 0, 3, 0], "delvis"), "its statement says what is not");
        assert!(!denies(&[0, 3, 9, 0], "ja") && !denies(&[9, 3, 1, 0], "nej"));
    }

    #[test]
    fn by_sex_the_first_statement_is_compared() {
        let (words, protocol) =
            (Words::new(Lang::Sv), Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap());
        let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
        let (women, men) = (counts(&[8, 0, 2, 0]), counts(&[9, 0, 3, 0]));
        let sexes = [("Kvinnor", &women), ("Män", &men)];
        let said = style.question(&protocol.questions.raw[0], &counts(&[17, 0, 5, 0]), &sexes, &[]);
        let told = "finns en aktuell plan. Så är det bland kvinnor i åtta av tio ärenden (80 procent) och bland män i \
                    nio av tolv (75 procent). Plan saknas i fem ärenden.";
        assert!(said.ends_with(told), "{said}");
    }
}
