//! JSON with its fields in the order of the file, and places in it.

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Self>),
    Fields(Vec<(String, Self)>),
}

/// A place in a value: a JSON Pointer (RFC 6901), taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pointer(Vec<String>);

impl Json {
    /// Reads a value that does not lie too deep in itself.
    pub(super) fn read(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }

    /// What a field holds.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// What stands in a place.
    pub(super) fn at(&self, pointer: &Pointer) -> Option<&Self> {
        pointer.0.iter().try_fold(self, |value, step| match value {
            Self::Fields(_) => value.field(step),
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The text that it is.
    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The items that it has.
    pub(super) fn list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// Its fields.
    pub(super) fn fields(&self) -> &[(String, Self)] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }

    /// The id that it is: a text or a number.
    pub(super) fn id(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.nfc().collect()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Values)
    }
}

struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Fields(fields))
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Number(number) => number.serialize(to),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => to.collect_seq(items),
            Self::Fields(fields) => to.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl Pointer {
    /// The place that a text names: `/messages/0`; the empty one is the whole value.
    pub(super) fn new(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self(Vec::new()));
        }
        let steps = text.strip_prefix('/')?.split('/');
        Some(Self(steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect()))
    }

    /// The place of a field.
    pub(super) fn of(steps: &[&str]) -> Self {
        Self(steps.iter().map(|step| (*step).to_owned()).collect())
    }

    /// The name of what stands there.
    pub(super) fn name(&self) -> &str {
        self.0.iter().rfind(|step| step.parse::<usize>().is_err()).map_or("", String::as_str)
    }

    /// The id that stands there, without reading what comes behind it.
    ///
    /// # Errors
    ///
    /// If it is no JSON as far as it was read.
    pub(super) fn id_in(&self, bytes: &[u8]) -> serde_json::Result<Option<String>> {
        let mut found = None;
        let mut from = serde_json::Deserializer::from_slice(bytes);
        let read = Seek { steps: &self.0, found: &mut found }.deserialize(&mut from);
        match read {
            Err(error) if found.is_none() => Err(error),
            _ => Ok(found),
        }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| write!(f, "/{}", step.replace('~', "~0").replace('/', "~1")))
    }
}

/// Goes to a place and stops there, by an error that tells of nothing.
struct Seek<'a> {
    steps: &'a [String],
    found: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        if self.steps.is_empty() {
            *self.found = Json::deserialize(from)?.id();
            return if self.found.is_some() { Err(D::Error::custom("found")) } else { Ok(()) };
        }
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.steps.split_first() else { return Ok(()) };
        while let Some(is_it) = entries.next_key_seed(Is(step))? {
            if is_it {
                entries.next_value_seed(Seek { steps: rest, found: self.found })?;
            } else {
                entries.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let place = self.steps.split_first().and_then(|(step, rest)| Some((step.parse::<usize>().ok()?, rest)));
        let mut n = 0;
        loop {
            let more = match place.filter(|(at, _)| *at == n) {
                Some((_, rest)) => items.next_element_seed(Seek { steps: rest, found: self.found })?.is_some(),
                None => items.next_element::<IgnoredAny>()?.is_some(),
            };
            if !more {
                return Ok(());
            }
            n += 1;
        }
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

/// Whether a field has a name.
struct Is<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Is<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Is<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(pointer: &str, text: &str) -> Result<Option<String>, ()> {
        Pointer::new(pointer).unwrap().id_in(text.as_bytes()).map_err(|_| ())
    }

    #[test]
    fn a_place_is_found_wherever_it_is_and_nothing_behind_it_is_read() {
        assert_eq!(id("/id", r#"{"id": "A-1", broken"#), Ok(Some("A-1".to_owned())));
        assert_eq!(id("/id", r#"{"x": [{"id": 1}, "\"id\":"], "id": 7}"#), Ok(Some("7".to_owned())));
        assert_eq!(id("/a/1/b~1c", r#"{"a": [0, {"b/c": "å"}]}"#), Ok(Some("å".to_owned())));
        assert_eq!(id("/id", r#"{"id": "A\u030a"}"#), Ok(Some("Å".to_owned())));
        assert_eq!(id("/id", r#"{"id": null, "x": 1}"#), Ok(None));
        assert_eq!(
            (id("/id", r#"{"x": 1}"#), id("/id/x", r#"{"id": 1}"#), id("/id", "3")),
            (Ok(None), Ok(None), Ok(None))
        );
        assert_eq!((id("/id", r#"{"x" 1}"#), id("/id", "")), (Err(()), Err(())));
        let deep = format!(r#"{{"x": {}{}, "id": "A"}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(id("/id", &deep), Ok(Some("A".to_owned())));
        assert!(id("/x", &deep).is_err(), "what lies too deep is no id");
    }

    #[test]
    fn a_pointer_is_written_as_it_is_read() {
        for text in ["", "/a", "/a~1b/0/~0", "/"] {
            assert_eq!(Pointer::new(text).unwrap().to_string(), text);
        }
        assert_eq!(Pointer::new("a"), None);
        assert_eq!(Pointer::new("/a/messages/0").unwrap().name(), "messages");
    }

    #[test]
    fn fields_keep_their_order_and_what_is_too_deep_is_an_error() {
        let text = r#"{"b":1.5,"a":[true,null,-3],"c":{"z":"å","y":""}}"#;
        assert_eq!(serde_json::to_string(&Json::read(text.as_bytes()).unwrap()).unwrap(), text);
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert!(Json::read(deep.as_bytes()).is_err());
    }
}
