//! Which cases a question's share is of, in words: `12 av de 59 ärenden där medgivande saknas`.

use super::Style;
use crate::base::language::prose::Noun;
use crate::msg;
use crate::study::protocol::{Question, Role};
use crate::study::tally::Counts;

impl Style<'_> {
    /// The clause of the cases that a question's share is of; empty where it is asked about all, or has none. Cases that are
    /// outside the base although they are asked about are none of them.
    pub(super) fn clause_of(&self, question: &Question, total: &Counts) -> String {
        let protocol = self.protocol.filter(|_| self.noun == Noun::Case);
        let Some(clause) = protocol.and_then(|protocol| protocol.clause(&question.when, self.words)) else {
            return String::new();
        };
        let outside = question.choices().iter().zip(&total.choices).filter(|(choice, k)| !choice.in_base && **k > 0);
        let mut roles = outside.map(|(choice, _)| choice.role).peekable();
        if roles.peek().is_none() {
            return clause;
        }
        let is_na = roles.all(|role| role == Some(Role::Na));
        self.words.say(&if is_na {
            msg!("prose-clause-applies", clause = clause)
        } else {
            msg!("prose-clause-counted", clause = clause)
        })
    }

    /// The same about a question's counts, whose base is the cases of a clause or a part of them.
    pub(super) fn about<'s>(&'s self, total: &Counts, clause: &'s str) -> Style<'s> {
        let is_whole = total.unanswered + total.not_known == 0;
        Style { awaits: self.coverage.awaits(total), clause, is_whole, ..*self }
    }

    /// The first share that is told of a question, with which cases it is of. The largest number of its sentence is `most`.
    pub(super) fn first_share(&self, k: u32, n: u32, most: u32) -> String {
        if k == n && self.are_all() {
            return self.at(&self.clear(self.all(n)));
        }
        self.at(&self.of_those(k, n, most))
    }

    /// Whether a whole base may be called all: no answer can come yet, and no case of the clause is outside.
    pub(super) fn are_all(&self) -> bool {
        !self.awaits && (self.clause.is_empty() || self.is_whole)
    }

    /// Something counted with the clause that says which cases.
    pub(super) fn clear(&self, counted: String) -> String {
        if self.clause.is_empty() { counted } else { format!("{counted} {}", self.clause) }
    }

    /// A share with which cases it is of: `12 av de 59 ärenden där medgivande saknas (22 procent)`; of one, that or none of it.
    pub(super) fn of_those(&self, k: u32, n: u32, most: u32) -> String {
        if self.clause.is_empty() || n == 1 {
            return self.clear(self.bare(k, n, most));
        }
        let number = self.words.numeral_among(k, self.noun, most);
        let of = self.clear(self.words.counted_among(n, self.noun, most));
        let whole = if self.is_whole && !self.awaits { "yes" } else { "no" };
        let of = msg!("prose-of-those", k = number, of = of, whole = whole);
        self.with_percent(self.words.say(&of), k, n)
    }

    /// An answer with its count, the first of them with its share of a base; where the largest number of the sentence is
    /// `most`.
    pub(super) fn part(&self, place: usize, named: &str, k: u32, (base, most): (u32, u32)) -> String {
        match place {
            0 => format!("{named} {}", self.first_share(k, base, most)),
            _ => format!("{named} {}", self.at(&self.words.numeral_among(k, self.noun, most))),
        }
    }

    /// How many cases a question has an answer in, with which cases these are.
    pub(super) fn counted_base(&self, total: &Counts) -> String {
        self.clear(self.words.counted(total.base, self.noun))
    }

    /// Which cases a question is asked about, where no clause says so.
    pub(super) fn asked_where(&self, question: &Question) -> Option<String> {
        let protocol = self.protocol.filter(|_| self.clause.is_empty() && !question.when.is_empty())?;
        let condition = protocol.condition_in_full(&question.when, self.words);
        Some(self.words.say(&msg!("prose-asked-where", condition = condition)))
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::progress::coverage::Coverage;
    use crate::analysis::tables::sentence::Style;
    use crate::base::language::prose::Noun;
    use crate::base::language::{Lang, Words};
    use crate::builder::swedish;
    use crate::study::protocol::{Per, Protocol};
    use crate::study::tally::Counts;

    const QUESTIONS: &str = r#"
[[question]]
id = "medgivande"
area = "A"
text = "Finns medgivande?"
scale = "ja_nej"
[question.statement.sv]
ja = "I {spread} finns medgivande."
nej = { many = "I {spread} saknas medgivande.", clause = "där medgivande saknas" }

[[question]]
id = "kontakt"
area = "A"
text = "Framgår kontakt?"
scale = "ja_nej"
na = true
when = { medgivande = "nej" }
[question.statement.sv]
ja = "I {spread} framgår kontakt."
nej = "I {spread} framgår ingen kontakt."

[[question]]
id = "brev"
area = "A"
text = "Finns brev?"
scale = "ja_nej"
when = { medgivande = "nej" }

[[question]]
id = "samtal"
area = "A"
text = "Hur många samtal?"
kind = "number"
when = { medgivande = "nej" }

[[question]]
id = "annan"
area = "A"
text = "Finns annan kontakt?"
scale = "ja_nej"
when = { medgivande = "ja" }
"#;

    fn said(id: &str, choices: &[u32]) -> String {
        let protocol = Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap();
        let words = Words::new(Lang::Sv);
        let base = choices.iter().take(2).sum();
        let na = choices.get(2).copied().unwrap_or(0);
        let counts = Counts { choices: choices.to_vec(), base, na, ..Counts::default() };
        let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case)).of(&protocol);
        style.question(&protocol.questions[protocol.question(id).unwrap()], &counts, &[], &[])
    }

    #[test]
    fn a_share_says_which_cases_it_is_of_once() {
        assert_eq!(
            said("kontakt", &[13, 46, 0]),
            "I 13 av de 59 ärenden där medgivande saknas (22 procent) framgår kontakt. I 46 ärenden framgår ingen kontakt."
        );
        assert_eq!(said("kontakt", &[0, 59, 0]), "I samtliga 59 ärenden där medgivande saknas framgår ingen kontakt.");
        assert_eq!(
            said("brev", &[13, 46]),
            "Finns brev? Ja i 13 av de 59 ärenden där medgivande saknas (22 procent) och nej i 46."
        );
    }

    #[test]
    fn cases_outside_the_base_are_none_of_those_of_the_clause() {
        let of = |choices: &[u32]| said("kontakt", choices);
        let applies = "där medgivande saknas och frågan är aktuell";
        assert!(of(&[13, 46, 3]).starts_with(&format!("I 13 av de 59 ärenden {applies} (22 procent) framgår")));
        assert!(of(&[59, 0, 3]).starts_with(&format!("I samtliga 59 ärenden {applies} framgår")));
    }

    #[test]
    fn of_one_case_no_share_is_told_but_which_case_it_is() {
        assert_eq!(
            said("kontakt", &[1, 0, 1]),
            "I det enda ärendet där medgivande saknas och frågan är aktuell framgår kontakt. Ej aktuellt i ett ärende."
        );
    }

    #[test]
    fn numbers_say_which_cases_they_are_of() {
        let protocol = Protocol::load("p.toml", &swedish().and(QUESTIONS).to_string()).unwrap();
        let words = Words::new(Lang::Sv);
        let counts = Counts { values: [(2000, 1), (4000, 2)].into_iter().collect(), base: 3, ..Counts::default() };
        let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case)).of(&protocol);
        let question = &protocol.questions[protocol.question("samtal").unwrap()];
        assert_eq!(
            style.question(question, &counts, &[], &[]),
            "Hur många samtal? Värdena ligger mellan 2 och 4 i tre ärenden där medgivande saknas."
        );
    }

    #[test]
    fn without_a_clause_the_condition_is_told() {
        assert_eq!(
            said("annan", &[13, 46]),
            "Finns annan kontakt? Ja i 13 av 59 ärenden (22 procent) och nej i 46. Frågan ställs där ”Finns medgivande?” är Ja."
        );
    }
}
