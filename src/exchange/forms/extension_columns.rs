//! What a form has no word for, told in it in the words of a protocol file.

use super::toml::value::Fields;
use super::toml::written;
use crate::base::fault::Result;
use crate::base::language::Message;
use crate::msg;
use crate::study::protocol::{Derive, Kind, Protocol, Question};
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Fields of a question, each with its value as TOML has it.
#[derive(Debug, Default, Clone)]
pub(crate) struct ExtensionFields(Vec<(String, String)>);

impl ExtensionFields {
    /// Reads the fields but for `others`, which are no fields of a question.
    pub(crate) fn read(text: &str, others: &[&str]) -> Option<Self> {
        let table = DeTable::parse(text).ok()?;
        let field = |(name, item): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
            let name = name.get_ref().to_string();
            let own = !others.contains(&name.as_str());
            own.then(|| Some((name, text.get(item.span())?.to_owned())))
        };
        table.get_ref().iter().filter_map(field).collect::<Option<_>>().map(Self)
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a field.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is a field.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// The fields of a question with these in the place of what the columns say.
    fn applied(&self, mut fields: Fields) -> Fields {
        if self.has("choices") {
            fields.remove("scale");
        }
        for (name, value) in &self.0 {
            fields.set(name, value.clone());
        }
        fields
    }
}

/// The choices' own fields of a question, which are told choice by choice.
const CHOICES: [&str; 7] = ["scale", "choices", "na", "unknown", "meaning", "in_base", "out_of_base"];

/// What must be told of a question that would else be taken for another, line by line. The choices are told too where
/// they say when they are the answer, or when they are on offer.
pub(crate) fn told(protocol: &Protocol, question: &Question, taken: &Fields) -> Vec<String> {
    let fields = protocol.question_fields(question);
    let is_whole = !question.conditions().is_empty() || question.has_filtered();
    let counts = |name: &str| is_whole || !CHOICES.contains(&name);
    let value = |fields: &'_ Fields, name: &str| {
        fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
    };
    // What a form says beside is in its own columns.
    let counts = |name: &str| counts(name) && name != "form";
    let news = fields.iter().filter(|(name, text)| counts(name) && value(taken, name).as_deref() != Some(*text));
    let gone = taken.iter().filter(|(name, text)| counts(name) && *text == "true" && value(&fields, name).is_none());
    let news = news.map(|(name, text)| format!("{name} = {text}"));
    news.chain(gone.map(|(name, _)| format!("{name} = false"))).collect()
}

/// What was read of the form in `file`, with what is told of each question and `after` them, as the loader gives it.
pub(crate) fn loaded<'a>(
    read: &Protocol,
    own: impl Iterator<Item = &'a ExtensionFields>,
    after: &str,
    file: &str,
) -> Result<Protocol> {
    let questions = read.questions.iter().zip(own).map(|(question, own)| own.applied(read.question_fields(question)));
    let tables =
        [read.head(), read.area_fields(), read.repeat_fields(), questions.collect(), read.judgements()].concat();
    let mut protocol = Protocol::load(file, &format!("{}\n{after}", written(&tables)))?;
    for read in read.questions.iter().filter(|read| read.time.is_some()) {
        if let Some(question) = protocol.questions.iter_mut().find(|question| question.id == read.id) {
            question.time.clone_from(&read.time);
        }
    }
    Ok(protocol)
}

/// Asks repeated questions each on its own where the form has changed them so that they cannot be declared once, and
/// says so.
pub(crate) fn separated(protocol: &mut Protocol) -> Option<Message> {
    if protocol.questions.iter().all(|question| question.time.is_none()) {
        return None;
    }
    let again = Protocol::load("", &protocol.to_toml());
    if again.is_ok_and(|again| again.questions == protocol.questions) {
        return None;
    }
    protocol.questions.iter_mut().for_each(|question| question.time = None);
    Some(msg!("exchange-times"))
}

/// What no other program does of what a protocol says, although it comes back.
pub(crate) fn unsaid(protocol: &Protocol) -> Vec<Message> {
    let is_computed = |question: &Question| matches!(question.derive, Some(Derive::Parts(_) | Derive::First(_)));
    let dates = naming(protocol, msg!("exchange-dates"), |question| question.kind == Kind::Date);
    dates.into_iter().chain(naming(protocol, msg!("exchange-computed"), is_computed)).collect()
}

/// A message with the ids of the questions that it is about, if there are any.
pub(crate) fn naming(protocol: &Protocol, message: Message, which: impl Fn(&Question) -> bool) -> Option<Message> {
    let ids = protocol.questions.iter().filter(|question| which(question)).map(|question| question.id.as_str());
    let names: Vec<&str> = ids.collect();
    (!names.is_empty()).then(|| message.with("names", names.join(", ")))
}
