//! The words of the interface, from one Fluent catalogue a language.
//!
//! A [`Message`] is a key with its variables: the core speaks in messages, and [`Words`] puts them into a language.

pub mod prose;
mod spread;

use crate::base::text::visible;
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use std::error::Error;
use std::io;

const SV: &str = include_str!("language/sv.ftl");
const EN: &str = include_str!("language/en.ftl");

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The language that a tag such as `sv`, `sv_SE.UTF-8` or `en-GB` names.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['_', '-', '.']).next()?.to_ascii_lowercase().as_str() {
            "sv" => Some(Self::Sv),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its tag, `sv` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// Its catalogue, in Fluent's format.
    pub fn catalogue(self) -> &'static str {
        match self {
            Self::Sv => SV,
            Self::En => EN,
        }
    }
}

/// A variable of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text, shown as it is except for control characters.
    Text(String),
    /// A number, which also chooses plural forms.
    Count(i64),
    /// An error of the system by its number.
    Cause(i32),
}

impl Arg {
    /// Why something failed: the error of the system that is below it, if any, else what the error says itself.
    pub fn cause(error: &(dyn Error + 'static)) -> Self {
        let chain = std::iter::successors(Some(error), |&error| error.source());
        let mut numbers = chain.filter_map(|error| error.downcast_ref::<io::Error>()?.raw_os_error());
        numbers.next().map_or_else(|| Self::Text(error.to_string()), Self::Cause)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! count_from {
    ($($number:ty),*) => { $(impl From<$number> for Arg {
        fn from(number: $number) -> Self {
            Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
        }
    })* };
}
count_from!(usize, u64, u32, u16, i64);

/// Something to say: a key of the catalogue and its variables.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// The variables by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The same with one more variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// A [`Message`]: `msg!("key")` or `msg!("key", name = value, …)`.
#[macro_export]
macro_rules! msg {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::base::language::Message { key: $key, args: vec![$((stringify!($name), $crate::base::language::Arg::from($value))),*] }
    };
}

/// The catalogue of one language, ready to speak.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language.
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let resource = match FluentResource::try_new(lang.catalogue().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }

    /// The language they are of.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A number in thousandths as this language writes it.
    pub fn decimal(&self, thousandths: i64) -> String {
        self.number(&crate::base::decimal::decimal(thousandths))
    }

    /// A chance with three decimals, as the language writes it.
    pub fn chance(&self, p: f64) -> String {
        let text = if p < 0.001 { "<0.001".to_owned() } else { format!("{p:.3}") };
        self.number(&text)
    }

    /// A stored number as the language writes it.
    pub fn number(&self, stored: &str) -> String {
        if self.lang == Lang::Sv { stored.replace('.', ",") } else { stored.to_owned() }
    }

    /// The text of a key without variables.
    pub fn get(&self, key: &'static str) -> String {
        self.say(&Message { key, args: Vec::new() })
    }

    /// A percent as terminals show it, with an ordinary blank.
    pub fn percent(&self, shown: &str) -> String {
        self.say(&crate::msg!("prose-percent-sign", n = shown)).replace('\u{a0}', " ")
    }

    /// An error of the system in this language, or as the system puts it.
    fn cause(&self, number: i32) -> String {
        let known = self.find(&format!("os-error-{number}"));
        known.unwrap_or_else(|| io::Error::from_raw_os_error(number).to_string())
    }

    /// The text of a key that is made up at run time, if the catalogue has it.
    pub fn find(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// A message in this language; a key that no catalogue has is shown as it is.
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(message.key).and_then(|found| found.value()) else {
            return message.key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            match value {
                Arg::Text(text) => args.set(*name, visible(text)),
                Arg::Cause(number) => args.set(*name, self.cause(*number)),
                Arg::Count(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests;
