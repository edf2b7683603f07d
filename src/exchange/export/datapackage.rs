//! The description of the data as a Data Package, by version 2 of the standard.

use super::data::{Data, Type, Variable};
use super::{Export, File};
use crate::base::digest::sha256;
use serde_json::{Value, json};

/// The description beside the files of the data.
pub(crate) fn description(export: &Export<'_>, files: &[File]) -> String {
    let study = export.study;
    let resources: Vec<Value> = export.data.iter().zip(files).map(|(data, file)| resource(data, file)).collect();
    let protocol = format!("{} {}", study.protocol.title, study.protocol.version);
    let described = export.warning().map_or(protocol.clone(), |warning| format!("{warning} {protocol}"));
    let json = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": crate::base::text::identifier(&study.protocol.id, 64),
        "title": study.title,
        "description": described,
        "resources": resources,
    });
    format!("{json:#}\n")
}

fn resource(data: &Data<'_>, file: &File) -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": data.stem(),
        "path": file.name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", sha256(&file.bytes)),
        "dialect": {
            "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
            "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "lineTerminator": "\n", "header": true,
        },
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": data.variables.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": ["case_id"],
        },
    })
}

fn field(variable: &Variable) -> Value {
    let kind = match variable.kind {
        Type::Code | Type::Flag => "integer",
        Type::Number => "number",
        Type::Date | Type::Text => "string",
    };
    let mut field = json!({ "name": variable.name, "title": variable.label, "type": kind });
    let Some(object) = field.as_object_mut() else { return field };
    let (missing, known): (Vec<_>, Vec<_>) = variable.codes.iter().partition(|code| code.missing);
    if !known.is_empty() {
        let value = |code: &str| {
            let number = code.parse::<i64>().ok().filter(|_| variable.kind.is_number());
            number.map_or_else(|| Value::from(code), Value::from)
        };
        let labelled = known.iter().map(|code| json!({ "value": value(&code.code), "label": code.label }));
        object.insert("categories".into(), labelled.collect());
        // Programs that check the data go by the constraint, not by the categories.
        let only: Vec<Value> = known.iter().map(|code| value(&code.code)).collect();
        object.insert("constraints".into(), json!({ "enum": only }));
    }
    if !missing.is_empty() {
        let missing = missing.iter().map(|code| json!({ "value": code.code, "label": code.label }));
        object.insert(
            "missingValues".into(),
            std::iter::once(json!({ "value": "", "label": "" })).chain(missing).collect(),
        );
    }
    field
}
