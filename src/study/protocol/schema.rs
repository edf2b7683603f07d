//! The protocol's file as a JSON Schema, with which editors help while it is being written.
//!
//! Which fields there are comes from the loader itself; here stands what each may hold.

#[cfg(test)]
mod tests;

use super::load::FIELDS;
use super::repeat::MOST_ENTRIES;
use super::{Part, Question, Role};
use crate::base::language::Words;
use serde_json::{Map, Value, json};

/// Fields that a table must have.
const REQUIRED: [(&str, &[&str]); 12] = [
    ("protocol", &["id", "version", "language", "title", "area", "question"]),
    ("attribute", &["id", "label"]),
    ("scale", &["choices"]),
    ("choice", &["id"]),
    ("area", &["id", "label"]),
    ("repeat", &["id", "label"]),
    ("question", &["id", "area", "text"]),
    ("statement", &["many"]),
    ("bound", &["of"]),
    ("check", &["when", "message"]),
    ("table", &["id", "title"]),
    ("row", &["label", "where"]),
];

/// The schema, with its descriptions in a language.
pub fn schema(words: &Words) -> Value {
    let mut defs: Map<String, Value> =
        FIELDS.iter().map(|(table, _)| ((*table).to_owned(), object(table, words))).collect();
    let root = defs.remove("protocol").unwrap_or_default();
    defs.extend(common());
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aktkoll",
        "$defs": defs,
    });
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), root) {
        schema.extend(root);
    }
    schema
}

/// A table with its fields and nothing else.
fn object(table: &str, words: &Words) -> Value {
    let fields = FIELDS.iter().filter(|(name, _)| *name == table).flat_map(|(_, lists)| lists.concat());
    let property = |field: &'static str| {
        let mut shape = shape(table, field);
        if let Some(shape) = shape.as_object_mut() {
            let text = words.find(&format!("schema-{table}-{}", field.replace('_', "-")));
            shape.insert("description".to_owned(), text.unwrap_or_default().into());
        }
        (field.to_owned(), shape)
    };
    let mut object = json!({
        "type": "object",
        "properties": fields.map(property).collect::<Map<_, _>>(),
        "additionalProperties": false,
    });
    let required = REQUIRED.iter().find(|(name, _)| *name == table).map(|(_, fields)| *fields);
    if let (Some(required), Some(object)) = (required, object.as_object_mut()) {
        object.insert("required".to_owned(), required.into());
    }
    object
}

/// What a field may hold; nothing for a field that is not known here, which a test would tell.
fn shape(table: &str, field: &str) -> Value {
    match (table, field) {
        (_, "when" | "where" | "base") => one("filter"),
        (_, "id") | ("question" | "bound", "of") | ("repeat", "count") | ("question", "repeat") => one("id"),
        ("protocol", "language") => json!({ "enum": ["sv", "en"] }),
        (_, "version" | "title" | "label" | "text" | "message") | ("question", "area") => one("words"),
        (
            _,
            "documents" | "document" | "look_for" | "favourable" | "note_on" | "in_base" | "out_of_base" | "parts"
            | "sum" | "by" | "across" | "notes",
        ) => one("list"),
        ("protocol", "scale") => json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/scale" } }),
        (_, "form") | ("attribute", "values" | "one") | ("question", "meaning") | ("table", "list") => one("labels"),
        ("protocol", table) => many(table),
        ("attribute", "role") => json!({ "enum": Part::NAMES }),
        ("attribute", "at") => json!({ "type": "integer", "minimum": 1900, "maximum": 2199 }),
        ("scale" | "question", "choices") => many("choice"),
        ("choice", "role") => json!({ "enum": Role::ALL.map(|(_, name)| name) }),
        ("choice", "code") => json!({ "anyOf": [
            { "type": "integer" },
            { "type": "string", "pattern": "^[0-9A-Za-z_.-]{1,32}$" },
        ] }),
        ("choice", "key") => json!({ "type": "string", "pattern": "^[0-9a-zß-öø-ÿ]$" }),
        ("question", "kind") => json!({ "enum": Question::KINDS }),
        ("question", "statement") => {
            let one = json!({ "anyOf": [{ "type": "string" }, one("statement")] });
            let all = json!({ "anyOf": [one, { "type": "object", "minProperties": 1, "additionalProperties": one }] });
            json!({ "type": "object", "properties": { "sv": all, "en": all }, "additionalProperties": false })
        }
        ("question" | "table", "per") => json!({ "enum": ["case", "unit"] }),
        ("question", "times") => json!({ "type": "array", "minItems": 2, "items": one("id") }),
        ("repeat", "max") => json!({ "type": "integer", "minimum": 1, "maximum": MOST_ENTRIES }),
        ("question" | "choice", "min" | "max" | "at") => json!({ "type": "number" }),
        ("test", "not") => one("values"),
        ("test", "min" | "max") => json!({ "anyOf": [one("value"), one("bound")] }),
        ("table", "rows") => many("row"),
        (_, "optional" | "na" | "unknown" | "answered" | "exclusive" | "shown" | "private") => {
            json!({ "type": "boolean" })
        }
        ("statement", _)
        | ("question", "formula")
        | ("question" | "choice", "guidance" | "caption" | "meaning" | "unit" | "scale") => {
            json!({ "type": "string" })
        }
        _ => Value::Null,
    }
}

fn one(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn many(name: &str) -> Value {
    json!({ "type": "array", "minItems": 1, "items": one(name) })
}

/// What several fields hold.
fn common() -> Map<String, Value> {
    let shapes = json!({
        "id": { "type": "string", "not": { "const": "any" },
            "pattern": "^[^;|=\\u0000-\\u001f\\u007f]*[^;|=!<>\\u0000-\\u001f\\u007f]$" },
        "words": { "type": "string", "pattern": "\\S" },
        "list": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] },
        "labels": { "type": "object", "additionalProperties": { "type": "string" } },
        "value": { "type": ["string", "number", "boolean"] },
        "values": { "anyOf": [one("value"), { "type": "array", "minItems": 1, "items": one("value") }] },
        "filter": {
            "type": "object",
            "minProperties": 1,
            "properties": { "any": many("filter"), "formula": { "anyOf": [{ "type": "string" }, one("only_test"), one("values")] } },
            "additionalProperties": { "anyOf": [one("values"), one("only_test")] },
        },
        "only_test": { "allOf": [one("test")], "oneOf": [
            { "required": ["not"] },
            { "anyOf": [{ "required": ["min"] }, { "required": ["max"] }] },
            { "required": ["answered"] },
        ] },
    });
    match shapes {
        Value::Object(shapes) => shapes,
        _ => Map::new(),
    }
}
