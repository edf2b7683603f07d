//! What a condition may look at and ask for, with the conditions of the command line.

mod resolve;

use super::answer::{date, decimal};
use super::filter::{Bound, Filter, Key, Term, Test};
use super::repeat::Instance;
use super::{Attribute, Kind, Per, Protocol, Question};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::suggest::{listed, suggestion};
use crate::msg;
use crate::study::index::QuestionIx;
use typed_index_collections::TiSlice;
use unicode_normalization::UnicodeNormalization;

/// What may stand before the equals sign.
const SIGNS: [char; 3] = ['!', '<', '>'];

/// The names that a condition may look at: earlier questions, then columns of the case list.
pub(crate) struct Scope<'a> {
    questions: &'a TiSlice<QuestionIx, Question>,
    attributes: &'a [Attribute],
    columns: Vec<&'a str>,
    /// The place of the first question that comes too late.
    before: QuestionIx,
    /// What the condition is judged for.
    per: Per,
    /// Whether it is for the protocol, which is judged wherever the study is sent, or for the command line here.
    is_sent: bool,
    /// The time point, or the place of a repeat, that is meant where a name stands for a question of several.
    instance: Option<Instance>,
}

/// What values a name may have.
pub(crate) enum Domain<'a> {
    /// One of these.
    Listed(Vec<&'a str>),
    /// A number.
    Number,
    /// A date, or its year or month.
    Date,
    /// Any text, which has no order.
    Text,
    /// Whatever a column holds; bounds compare numbers and dates.
    Column,
}

impl<'a> Scope<'a> {
    /// The names for a condition on the question at `before`, in a protocol.
    pub(crate) fn new(
        attributes: &'a [Attribute],
        questions: &'a TiSlice<QuestionIx, Question>,
        before: QuestionIx,
        per: Per,
    ) -> Self {
        let columns = attributes.iter().map(|attribute| attribute.id.as_str()).collect();
        Self { questions, attributes, columns, before, per, is_sent: true, instance: None }
    }

    /// The names for a condition on cases that may look at every question.
    pub(crate) fn of_cases(attributes: &'a [Attribute], questions: &'a TiSlice<QuestionIx, Question>) -> Self {
        Self::new(attributes, questions, questions.next_key(), Per::Case)
    }

    /// The names for a condition on the entries of units.
    pub(crate) fn of_units(attributes: &'a [Attribute], questions: &'a TiSlice<QuestionIx, Question>) -> Self {
        Self::new(attributes, questions, questions.next_key(), Per::Unit)
    }

    /// The same names as they are meant at a time point, or at a place of a repeat.
    pub(crate) fn at(self, instance: Option<Instance>) -> Self {
        Self { instance, ..self }
    }

    /// A text of a condition as it is meant there.
    pub(crate) fn text(&self, text: &str) -> String {
        self.instance.as_ref().map_or_else(|| text.to_owned(), |instance| instance.text(text))
    }

    /// What a name stands for and which values it may have.
    pub(crate) fn key(&self, name: &str) -> Result<(Key, Domain<'a>)> {
        let there = self.instance.as_ref().and_then(|instance| self.place(&instance.id(name)));
        if let Some(place) = there.or_else(|| self.place(name)) {
            return self.question(place);
        }
        if let Some(place) = self.columns.iter().position(|column| *column == name) {
            return self.column(place, name);
        }
        let known = self.questions[..self.before].iter().map(|question| question.id.as_str());
        let hint = suggestion(name, known.chain(self.columns.iter().copied()));
        Err(Fault::new(msg!("condition-key-unknown", name = name)).hint(hint).into())
    }

    /// The question that a key means.
    pub(crate) fn asked(&self, key: Key) -> Option<&'a Question> {
        key.question().and_then(|place| self.questions.get(place))
    }

    fn place(&self, id: &str) -> Option<QuestionIx> {
        self.questions.position(|question| question.id == id)
    }

    fn question(&self, place: QuestionIx) -> Result<(Key, Domain<'a>)> {
        let question = &self.questions[place];
        let name = question.id.as_str();
        if place == self.before {
            return Err(Fault::new(msg!("condition-self", name = name)).hint(msg!("condition-later-hint")).into());
        }
        if place > self.before {
            return Err(Fault::new(msg!("condition-later", name = name)).hint(msg!("condition-later-hint")).into());
        }
        if question.per != self.per {
            return Err(Fault::new(msg!("condition-per", name = name, per = question.per.name()))
                .hint(msg!("condition-per-hint"))
                .into());
        }
        let domain = match &question.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => {
                Domain::Listed(choices.iter().map(|choice| choice.id.as_str()).collect())
            }
            Kind::Number { .. } => Domain::Number,
            Kind::Date => Domain::Date,
            Kind::Text => Domain::Text,
        };
        Ok((Key::Question(place), domain))
    }

    fn column(&self, place: usize, name: &str) -> Result<(Key, Domain<'a>)> {
        let attribute = self.attributes.get(place);
        // What other columns of the case list say is about its cases.
        if !attribute.map_or(self.per == Per::Case, |attribute| attribute.is_about(self.per)) {
            let per = if self.per == Per::Unit { "case" } else { "unit" };
            let fault = Fault::new(msg!("condition-per", name = name, per = per));
            return Err(fault.hint(msg!("condition-per-hint")).into());
        }
        if self.is_sent && attribute.is_some_and(|attribute| attribute.private) {
            let fault = Fault::new(msg!("condition-private", name = name));
            return Err(fault.hint(msg!("protocol-private-hint")).into());
        }
        let values = attribute.map_or(&[][..], |attribute| &attribute.values);
        let domain = match values {
            [] => Domain::Column,
            _ => Domain::Listed(values.iter().map(|(code, _)| code.as_str()).collect()),
        };
        Ok((Key::Column(place), domain))
    }
}

impl Domain<'_> {
    /// A value as it is stored, if it can be one.
    pub(crate) fn value(&self, text: &str) -> Result<String> {
        let stored = match self {
            // A scale without choices has its own fault.
            Self::Listed(values) => (values.is_empty() || values.contains(&text)).then(|| text.to_owned()),
            Self::Number => decimal(text),
            Self::Date => date(text),
            Self::Text | Self::Column => Some(text.to_owned()).filter(|text| !text.is_empty()),
        };
        stored.ok_or_else(|| self.refused(text))
    }

    /// A bound as it is compared, if it can be one.
    pub(crate) fn bound(&self, text: &str) -> Result<String> {
        match self {
            Self::Listed(_) | Self::Text => {
                Err(Fault::new(msg!("condition-bound")).hint(msg!("condition-bound-hint")).into())
            }
            Self::Number => decimal(text).ok_or_else(|| self.refused(text)),
            Self::Date => date(text).ok_or_else(|| self.refused(text)),
            Self::Column => decimal(text).or_else(|| date(text)).ok_or_else(|| self.refused(text)),
        }
    }

    /// Whether a place of this domain can be held against one of another.
    pub(crate) fn compares(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Column, other) | (other, Self::Column) => !matches!(other, Self::Listed(_) | Self::Text),
            (Self::Number, Self::Number) | (Self::Date, Self::Date) => true,
            _ => false,
        }
    }

    fn refused(&self, text: &str) -> Faults {
        let hint = match self {
            Self::Listed(values) => match crate::base::suggest::nearest(text, values.iter().copied()) {
                Some(meant) => msg!("did-you-mean-of", name = meant, names = listed(values)),
                None => msg!("there-are", names = listed(values)),
            },
            Self::Number => msg!("expected-number"),
            Self::Date => msg!("expected-date"),
            Self::Text | Self::Column => msg!("expected-value"),
        };
        Fault::new(msg!("condition-value", value = text)).hint(hint).into()
    }
}

impl Filter {
    /// Conditions of the command line, all of which must hold: `KEY=A|B`, `KEY!=A|B`, `KEY>=N`, `KEY<=N`.
    ///
    /// `columns` are those of the case list, the protocol's attributes first. What they are judged for, [`Per::of`] tells.
    pub fn parse_conditions(conditions: &[String], protocol: &Protocol, columns: &[String], per: Per) -> Result<Self> {
        let scope = Scope {
            questions: &protocol.questions,
            attributes: &protocol.attributes,
            columns: columns.iter().map(String::as_str).collect(),
            before: protocol.questions.next_key(),
            per,
            is_sent: false,
            instance: None,
        };
        let mut faults = Vec::new();
        let mut terms = Vec::new();
        for condition in conditions {
            match term(condition, &scope) {
                Ok(term) => terms.push(term),
                Err(found) => faults.extend(found.0),
            }
        }
        let faults: Vec<Fault> = faults.into_iter().map(|fault: Fault| fault.exit(Exit::Usage)).collect();
        if faults.is_empty() { Ok(Self { terms }) } else { Err(Faults(faults)) }
    }
}

impl Per {
    /// What conditions and columns of the command line are about: units where any of them names a question per unit or
    /// the informant, else cases.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a String>, protocol: &Protocol) -> Self {
        let named = |text: &String| -> Self {
            let text: String = text.nfc().collect();
            let name = text.split_once('=').map_or(text.as_str(), |(left, _)| left.trim_end_matches(SIGNS)).trim();
            let question = protocol.questions.iter().find(|question| question.id == name).map(|question| question.per);
            let attribute = protocol.attributes.iter().find(|attribute| attribute.id == name);
            let informs = attribute.is_some_and(|attribute| !attribute.is_about(Self::Case));
            question.unwrap_or(if informs { Self::Unit } else { Self::Case })
        };
        texts.into_iter().map(named).max().unwrap_or(Self::Case)
    }
}

fn term(condition: &str, scope: &Scope<'_>) -> Result<Term> {
    let condition: String = condition.nfc().collect();
    let form = || -> Faults {
        Fault::new(msg!("condition-form", condition = condition.as_str())).hint(msg!("condition-form-hint")).into()
    };
    let (left, right) = condition.split_once('=').ok_or_else(form)?;
    let name = left.trim_end_matches(SIGNS);
    let (key, domain) = scope.key(name.trim())?;
    let values = || right.split('|').map(|value| domain.value(value.trim())).collect::<Result<Vec<_>>>();
    let test = match left.strip_prefix(name).unwrap_or_default() {
        "" => Test::In(values()?),
        "!" => Test::NotIn(values()?),
        ">" => Test::Between { min: Some(Bound::Value(domain.bound(right.trim())?)), max: None },
        "<" => Test::Between { min: None, max: Some(Bound::Value(domain.bound(right.trim())?)) },
        _ => return Err(form()),
    };
    Ok(Term::Is(key, test))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::protocol::shipped;

    fn parse(conditions: &[&str]) -> std::result::Result<Vec<Term>, Vec<&'static str>> {
        let protocol = Protocol::load("dv2021.toml", shipped()[1].1).unwrap();
        let conditions: Vec<String> = conditions.iter().map(|&condition| condition.to_owned()).collect();
        let names = protocol.attributes.iter().map(|attribute| attribute.id.clone());
        let columns: Vec<String> = names.chain(["team".to_owned()]).collect();
        let per = Per::of(&conditions, &protocol);
        Filter::parse_conditions(&conditions, &protocol, &columns, per)
            .map(|filter| filter.terms)
            .map_err(|faults| faults.0.iter().map(|fault| fault.message.key).collect())
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn every_form_is_read_and_several_are_joined() {
        let terms = parse(&["beslutslangd=1 år|2 år", "unit!=BRO|KUN", "dur_sidor>=4,5", "birth_year<=1990"]).unwrap();
        assert_eq!(terms[0], Term::Is(Key::Question(2.into()), Test::In(words(&["1 år", "2 år"]))));
        assert_eq!(terms[1], Term::Is(Key::Column(0), Test::NotIn(words(&["BRO", "KUN"]))));
        assert_eq!(
            terms[2],
            Term::Is(Key::Question(6.into()), Test::Between { min: Some(Bound::Value("4.5".into())), max: None })
        );
        assert_eq!(
            terms[3],
            Term::Is(Key::Column(2), Test::Between { min: None, max: Some(Bound::Value("1990".into())) })
        );
        assert_eq!(parse(&[]), Ok(Vec::new()));
    }

    #[test]
    fn a_comma_is_part_of_the_value() {
        let terms = parse(&["team=öst, väst"]).unwrap();
        assert_eq!(terms, [Term::Is(Key::Column(6), Test::In(words(&["öst, väst"])))]);
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let wrong =
            ["beslt=bifall", "beslut=bifal", "beslut", "unit=Bromma", "beslut>=1", "dur_sidor=x", "beslut!!=bifall"];
        let keys = ["condition-key-unknown", "condition-value", "condition-form", "condition-value", "condition-bound"];
        assert_eq!(parse(&wrong), Err([&keys[..], &["condition-value", "condition-form"]].concat()));
        assert_eq!(parse(&["team="]), Err(vec!["condition-value"]));
    }

    #[test]
    fn conditions_are_about_units_where_one_of_them_is() {
        let unit = ["enh_vald_rutin=ja", "unit=BRO", "informant!=ledning"];
        assert_eq!(parse(&unit).map(|terms| terms.len()), Ok(3));
        assert_eq!(parse(&["enh_vald_rutin=ja", "beslut=bifall"]), Err(vec!["condition-per"]));
        assert_eq!(parse(&["informant=ledning", "sex=K", "team=öst"]), Err(vec!["condition-per", "condition-per"]));
        let protocol = Protocol::load("dv2021.toml", shipped()[1].1).unwrap();
        let per = |texts: &[&str]| Per::of(&words(texts), &protocol);
        assert_eq!(per(&[]), Per::Case);
        assert_eq!(per(&["unit=BRO", "sex"]), Per::Case);
        assert_eq!((per(&["informant"]), per(&["unit", "enh_overgang != x"])), (Per::Unit, Per::Unit));
    }
}
