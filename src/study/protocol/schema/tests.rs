use super::*;
use crate::base::language::Lang;
use crate::study::protocol::{Protocol, shipped};
use regex_lite::Regex;

/// What is wrong with a value: where, and by which word of the schema. Knows the words that the schema uses; any
/// other word in it is a fault of the schema.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, wanted) in schema.as_object().expect("a schema is an object") {
        let below = |schema: &Value, value: &Value, step: &str| faults(root, schema, value, &format!("{at}/{step}"));
        let fits = |schema: &Value| below(schema, value, "").is_empty();
        let list = || wanted.as_array().expect("a list");
        let right = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" | "properties" => true,
            "$ref" => {
                let name = wanted.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                found.extend(faults(root, root["$defs"].get(name).expect(name), value, at));
                true
            }
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|name| is_of(name, value)),
                name => is_of(name, value),
            },
            "enum" => list().contains(value),
            "const" => wanted == value,
            "not" => !fits(wanted),
            "anyOf" => list().iter().any(fits),
            "allOf" => list().iter().all(fits),
            "oneOf" => list().iter().filter(|one| fits(one)).count() == 1,
            "pattern" => value.as_str().is_none_or(|text| Regex::new(wanted.as_str().unwrap()).unwrap().is_match(text)),
            "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= wanted.as_u64().unwrap()),
            "minProperties" => value.as_object().is_none_or(|fields| fields.len() as u64 >= wanted.as_u64().unwrap()),
            "required" => {
                value.as_object().is_none_or(|have| list().iter().all(|name| have.contains_key(name.as_str().unwrap())))
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                found.extend(items.flat_map(|(place, item)| below(wanted, item, &place.to_string())));
                true
            }
            "additionalProperties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    match schema.get("properties").and_then(|known| known.get(name)) {
                        Some(known) => found.extend(below(known, field, name)),
                        None if *wanted == json!(false) => found.push(format!("{at}/{name}: not known")),
                        None => found.extend(below(wanted, field, name)),
                    }
                }
                true
            }
            other => panic!("the schema uses {other}"),
        };
        if !right {
            found.push(format!("{at}: {word}"));
        }
    }
    found
}

fn is_of(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64(),
        other => panic!("{other}"),
    }
}

/// What the schema finds wrong with a file.
fn check(text: &str) -> Vec<String> {
    let schema = schema(&Words::new(Lang::En));
    let value: Value = toml::from_str(text).unwrap();
    faults(&schema, &schema, &value, "")
}

const SMALL: &str = r#"
id = "p"
version = "1"
language = "sv"
title = "T"
documents = "journal"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]

[scale.s]
choices = [{ id = "a", key = "å", role = "yes" }, { id = "b" }]

[[area]]
id = "A"
label = "Område"

[[repeat]]
id = "barn"
label = "Barn"
max = 2

[[question]]
id = "q"
area = "A"
text = "Hur många?"
kind = "number"
statement.sv = { many = "Det är {mean}." }

[[question]]
id = "r"
area = "A"
text = "Vad?"
scale = "s"
when = { q = { min = 1 }, any = [{ q = 3 }, { q = { not = [4, 5] } }] }

[[question]]
id = "d"
area = "A"
text = "Grupp?"
kind = "derived"
of = "q"
choices = [{ id = "x", min = 1 }, { id = "y", max = 0 }]

[[question]]
id = "namn"
area = "A"
text = "Namn {place}?"
kind = "text"
repeat = "barn"

[[check]]
when = { r = "a", q = { max = { of = "q" } } }
message = "Titta"

[[table]]
id = "t"
title = "Tabell"
base = { r = "a" }
rows = [{ label = "Rad", where = { r = "a" } }]
"#;

#[test]
fn every_field_has_a_shape_and_a_description_in_both_languages() {
    for lang in [Lang::Sv, Lang::En] {
        for (table, lists) in FIELDS {
            let object = object(table, &Words::new(lang));
            for field in lists.concat() {
                let property = &object["properties"][field];
                assert!(property.as_object().is_some_and(|shape| shape.len() > 1), "{table}.{field} has no shape");
                assert!(
                    property["description"].as_str().is_some_and(|text| text.len() > 5),
                    "{lang:?}: {table}.{field}"
                );
            }
        }
    }
}

#[test]
fn every_shipped_protocol_fits_the_schema() {
    for (id, text) in shipped() {
        assert_eq!(check(text), [] as [&str; 0], "{id}");
    }
    assert_eq!(check(SMALL), [] as [&str; 0]);
    assert!(Protocol::load("p.toml", SMALL).is_ok());
}

#[test]
fn what_the_schema_requires_the_loader_requires_too() {
    let value: toml::Table = toml::from_str(SMALL).unwrap();
    let both_refuse = |changed: &toml::Table, what: &str| {
        let text = toml::to_string(changed).unwrap();
        assert!(!check(&text).is_empty(), "the schema allows {what}");
        assert!(Protocol::load("p.toml", &text).is_err(), "the loader allows {what}");
    };
    for (table, fields) in REQUIRED {
        for field in fields {
            let mut changed = value.clone();
            let scale = |table: &mut toml::Table| table["scale"]["s"].as_table_mut().unwrap().clone();
            match table {
                "protocol" => drop(changed.remove(*field)),
                "scale" => drop(changed["scale"]["s"].as_table_mut().unwrap().remove(*field)),
                "choice" => {
                    let mut own = scale(&mut changed);
                    own["choices"][0].as_table_mut().unwrap().remove(*field);
                    changed["scale"]["s"] = own.into();
                }
                "row" => drop(changed["table"][0]["rows"][0].as_table_mut().unwrap().remove(*field)),
                "bound" => drop(changed["check"][0]["when"]["q"]["max"].as_table_mut().unwrap().remove(*field)),
                "statement" => drop(changed["question"][0]["statement"]["sv"].as_table_mut().unwrap().remove(*field)),
                list => drop(changed[list][0].as_table_mut().unwrap().remove(*field)),
            }
            both_refuse(&changed, &format!("{table} without {field}"));
        }
    }
}

#[test]
fn what_is_misspelt_or_of_another_kind_does_not_fit() {
    let changes = [
        ("scale = \"s\"", "scael = \"s\""),
        ("role = \"yes\"", "role = \"yess\""),
        ("key = \"å\"", "key = \"Å\""),
        ("kind = \"number\"", "kind = \"numer\""),
        ("id = \"q\"", "id = \"any\""),
        ("id = \"q\"", "id = \"a;b\""),
        ("id = \"q\"", "id = \"a!\""),
        ("label = \"Område\"", "label = \" \""),
        ("{ min = 1 }", "{ min = 1, answered = true }"),
        ("{ min = 1 }", "{ mni = 1 }"),
        ("{ r = \"a\", q", "{ x = {}, q"),
        ("{ r = \"a\", q", "{ r = [], q"),
        ("base = { r = \"a\" }", "base = \"r = a\""),
        ("where = { r = \"a\" }", "where = { }"),
        ("max = { of = \"q\" }", "max = { fo = \"q\" }"),
    ];
    for (from, to) in changes {
        assert!(SMALL.contains(from), "{from}");
        let text = SMALL.replacen(from, to, 1);
        assert!(!check(&text).is_empty(), "the schema allows {to}");
        assert!(Protocol::load("p.toml", &text).is_err(), "the loader allows {to}");
    }
}
