//! Conditions and forms of answers in words, for the screen and the codebook alike.

use super::filter::{Bound, Filter, Key, Term, Test};
use super::{Derive, Kind, Protocol, Question};
use crate::base::language::Words;
use crate::base::text::{visible, visible_lines};
use crate::msg;
use crate::study::index::{At, QuestionIx};

impl Question {
    /// An answer as it is read: labels for ids, numbers as the language writes them, nothing that a terminal obeys.
    pub fn in_words(&self, answer: &str, words: &Words) -> String {
        match &self.kind {
            Kind::Number { .. } => visible(&words.number(answer)),
            Kind::Date => visible(answer),
            Kind::Text | Kind::Choice(_) | Kind::Choices(_) => visible_lines(&self.shown(answer)),
        }
    }
}

impl Protocol {
    /// A question's number as people see it, among those asked about the same thing.
    pub fn number(&self, place: QuestionIx) -> usize {
        let asked = self.questions.at(place);
        // Every place of a repeat's question has its number.
        let first = asked.place.as_ref().and_then(|_| self.repeated(place).first().copied()).unwrap_or(place);
        let is_first = |question: &Question| question.place.as_ref().is_none_or(|place| place.number <= 1);
        let all = self.questions.iter_enumerated().take_while(|(other, _)| *other <= first);
        all.filter(|(_, question)| question.per == asked.per && is_first(question)).count()
    }

    /// A condition in words: `fråga 3 är Ja och fråga 5 är minst 2`.
    pub fn condition(&self, filter: &Filter, words: &Words) -> String {
        self.told_of(filter, words, &|key| self.name(key, words))
    }

    /// The same where no question has a number beside it: `”Finns en plan?” är Ja`.
    pub fn condition_in_full(&self, filter: &Filter, words: &Words) -> String {
        self.told_of(filter, words, &|key| match key {
            Key::Question(place) => words.say(&msg!("prose-quoted", text = self.questions.at(place).text.as_str())),
            Key::Column(_) => self.name(key, words),
        })
    }

    fn told_of(&self, filter: &Filter, words: &Words, named: &dyn Fn(Key) -> String) -> String {
        let alone = filter.terms.len() == 1;
        let terms: Vec<String> = filter.terms.iter().map(|term| self.term(term, alone, words, named)).collect();
        terms.join(&format!(" {} ", words.get("and")))
    }

    fn term(&self, term: &Term, alone: bool, words: &Words, named: &dyn Fn(Key) -> String) -> String {
        let (key, test) = match term {
            Term::Any(filters) => {
                let parts: Vec<String> = filters.iter().map(|filter| self.told_of(filter, words, named)).collect();
                let either = parts.join(&format!(" {} ", words.get("or")));
                return if alone { either } else { format!("({either})") };
            }
            Term::Formula(expr) => {
                let formula = expr.named(named).to_string();
                return words.say(&msg!("condition-formula", formula = formula));
            }
            Term::Is(key, test) => (*key, test),
        };
        let name = named(key);
        let shown = |values: &[String]| {
            let labels: Vec<String> = values.iter().map(|value| self.label(key, value, words)).collect();
            labels.join(&format!(" {} ", words.get("or")))
        };
        let bound = |bound: &Option<Bound>| match bound {
            Some(Bound::Value(value)) => number(value, words),
            Some(Bound::Of(key)) => named(*key),
            None => String::new(),
        };
        words.say(&match test {
            Test::In(values) => msg!("condition-is", name = name, values = shown(values)),
            Test::NotIn(values) => msg!("condition-is-not", name = name, values = shown(values)),
            Test::Between { min, max: None } => msg!("condition-at-least", name = name, min = bound(min)),
            Test::Between { min: None, max } => msg!("condition-at-most", name = name, max = bound(max)),
            Test::Between { min, max } => msg!("condition-between", name = name, min = bound(min), max = bound(max)),
            Test::Answered(true) => msg!("condition-answered", name = name),
            Test::Answered(false) => msg!("condition-unanswered", name = name),
        })
    }

    /// What a condition looks at, in words: a question by its number, a column by its label.
    pub fn name(&self, key: Key, words: &Words) -> String {
        match key {
            Key::Question(place) => words.say(&msg!("screen-question-number", n = self.number(place))),
            Key::Column(place) => self.attributes.get(place).map_or_else(String::new, |known| known.label.clone()),
        }
    }

    fn label(&self, key: Key, value: &str, words: &Words) -> String {
        match key {
            Key::Question(place) => match self.questions.get(place) {
                Some(asked) if asked.choices().is_empty() => number(value, words),
                asked => asked.map_or_else(|| value.to_owned(), |asked| asked.shown(value)),
            },
            Key::Column(place) => self.attributes.get(place).map_or(value, |known| known.label_of(value)).to_owned(),
        }
    }

    /// How a question gets its answer, where that is not by one of its choices.
    pub fn form(&self, question: &Question, words: &Words) -> Option<String> {
        let bound = |bound: f64| number(&bound.to_string(), words);
        let behind = |unit: &str| if unit.is_empty() { String::new() } else { format!(", {unit}") };
        let message = match &question.kind {
            _ if question.derive.is_some() => msg!("screen-derived", from = self.parts(question, words)),
            Kind::Choice(_) => return None,
            Kind::Choices(_) => msg!("screen-several"),
            Kind::Number { unit, min: Some(min), max: Some(max) } => {
                msg!("screen-number-between", unit = behind(unit), min = bound(*min), max = bound(*max))
            }
            Kind::Number { unit, min: Some(min), .. } => {
                msg!("screen-number-least", unit = behind(unit), min = bound(*min))
            }
            Kind::Number { unit, max: Some(max), .. } => {
                msg!("screen-number-most", unit = behind(unit), max = bound(*max))
            }
            Kind::Number { unit, .. } => msg!("screen-number", unit = behind(unit)),
            Kind::Date => msg!("screen-date"),
            Kind::Text => msg!("screen-text"),
        };
        Some(words.say(&message))
    }

    /// What a derived answer follows from: `fråga 3, fråga 4`.
    fn parts(&self, question: &Question, words: &Words) -> String {
        let mut names: Vec<String> = Vec::new();
        for key in question.derive.iter().flat_map(Derive::keys) {
            let name = self.name(key, words);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }
}

/// A stored number or date as the language writes it.
fn number(stored: &str, words: &Words) -> String {
    if super::filter::number(stored).is_some() { words.number(stored) } else { stored.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use crate::study::protocol::shipped;

    fn load(id: &str) -> Protocol {
        let (_, text) = shipped().iter().find(|(known, _)| *known == id).unwrap();
        Protocol::load("p.toml", text).unwrap()
    }

    #[test]
    fn a_number_without_a_unit_is_told_without_a_comma() {
        let told = |more: &str| {
            let question = format!("[[question]]\nid = \"n\"\narea = \"A\"\ntext = \"N\"\nkind = \"number\"\n{more}");
            let head =
                "id = \"p\"\nversion = \"1\"\nlanguage = \"en\"\ntitle = \"P\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n";
            let protocol = Protocol::load("p.toml", &format!("{head}{question}")).unwrap();
            protocol.form(&protocol.questions.raw[0], &Words::new(Lang::En)).unwrap()
        };
        assert_eq!(told(""), "Number");
        assert_eq!(told("min = 1\nmax = 5"), "Number, from 1 to 5");
        assert_eq!(told("max = 5"), "Number, at most 5");
        assert_eq!(told("min = 1\nunit = \"hours\""), "Number, hours, at least 1");
    }

    #[test]
    fn a_condition_reads_as_a_sentence() {
        let (protocol, words) = (load("dv2021"), Words::new(Lang::Sv));
        let when = |id: &str| {
            let place = protocol.question(id).unwrap();
            protocol.condition(&protocol.questions[place].when, &words)
        };
        assert_eq!(when("uppfoljning"), "fråga 1 är Bifall och fråga 2 är Fortsatt insats");
        let check = |n: usize| protocol.condition(&protocol.checks[n].when, &words);
        assert!(check(0).ends_with("inte är Ja"), "{}", check(0));
        assert_eq!(
            check(2),
            "fråga 1 är Bifall och Beslut enligt urvalslistan är Avslag \
             eller fråga 1 är Avslag och Beslut enligt urvalslistan är Bifall"
        );
    }

    #[test]
    fn or_inside_and_stands_in_brackets() {
        let (protocol, words) = (load("uppf2024_forhand"), Words::new(Lang::Sv));
        let text = protocol.condition(&protocol.checks[0].when, &words);
        assert!(text.starts_with("fråga 2 är Nej och (fråga 4 är Ja eller "), "{text}");
        assert!(text.ends_with("är Ja)"), "{text}");
    }

    #[test]
    fn questions_per_unit_are_numbered_by_themselves() {
        let protocol = load("uppf2024_forhand");
        let number = |id: &str| protocol.number(protocol.question(id).unwrap());
        assert_eq!((number("process"), number("fokus_2026"), number("f14")), (8, 1, 9));
    }
}
