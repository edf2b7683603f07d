//! Syntax for SPSS and PSPP: reads the data, labels them, and saves them as a `.sav` file.

use super::code::Code;
use super::csv::flat;
use super::data::{Data, Type, Variable, coded};
use super::label::{bytes, distinct};

/// A label of a variable has at most this many bytes, and one of a value this many.
const LABEL: usize = 255;
const VALUE: usize = 120;
/// A text has at most this many bytes.
const TEXT: usize = 32_767;
/// At most so many single values of a variable are missing ones.
const MISSING: usize = 3;

/// The syntax for the file of some data.
pub(crate) fn syntax(data: &Data<'_>) -> String {
    let read = |one: &Variable| format!("  {} {}\n", one.name, format(data, one));
    let formats: String = data.variables.iter().map(read).collect();
    let mut text = format!(
        "* Encoding: UTF-8.\nSET DECIMAL=DOT.\nGET DATA\n  /TYPE=TXT\n  /FILE='{}'\n  /ENCODING='UTF8'\n  \
         /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n  /FIRSTCASE=2\n  /DELIMITERS=','\n  /QUALIFIER='\"'\n  \
         /VARIABLES=\n{formats}.\n",
        data.file()
    );
    let labels = data.variables.iter().map(|one| (one.label.as_str(), one.name.as_str()));
    for (variable, label) in data.variables.iter().zip(distinct(labels, LABEL, bytes)) {
        let name = &variable.name;
        text.push_str(&format!("VARIABLE LABELS {name} {}.\n", quoted(&label)));
        let value_of =
            |code: &Code| if variable.kind.is_number() { code.code.clone() } else { quoted(&bytes(&code.code, VALUE)) };
        let labels = variable.codes.iter().map(|code| (code.label.as_str(), code.code.as_str()));
        let labels = distinct(labels, VALUE, bytes);
        let value = |(code, label): (&Code, &String)| format!("\n  {} {}", value_of(code), quoted(label));
        if !variable.codes.is_empty() {
            let values: String = variable.codes.iter().zip(&labels).map(value).collect();
            text.push_str(&format!("VALUE LABELS {name}{values}.\n"));
        }
        let missing: Vec<String> =
            variable.codes.iter().filter(|code| code.missing).map(value_of).take(MISSING).collect();
        if !missing.is_empty() {
            text.push_str(&format!("MISSING VALUES {name} ({}).\n", missing.join(", ")));
        }
        let level = if variable.kind == Type::Number { "SCALE" } else { "NOMINAL" };
        text.push_str(&format!("VARIABLE LEVEL {name} ({level}).\n"));
    }
    text + &format!("SAVE OUTFILE='{}.sav'.\n", data.stem())
}

/// How a variable is read: as wide as its longest value.
fn format(data: &Data<'_>, variable: &Variable) -> String {
    let cells = data.cases.iter().map(|&case| flat(&coded(variable, &data.datum(case, variable))));
    match variable.kind {
        Type::Code | Type::Flag => {
            let widest = variable.codes.iter().map(|code| code.code.len()).max().unwrap_or(0);
            format!("F{}.0", widest.max(4))
        }
        Type::Number => {
            let decimals = cells.filter_map(|cell| Some(cell.split_once('.')?.1.len())).max().unwrap_or(0);
            format!("F{}.{}", 12 + decimals, decimals)
        }
        Type::Date | Type::Text => format!("A{}", cells.map(|cell| cell.len()).max().unwrap_or(0).clamp(1, TEXT)),
    }
}

/// The command that says something when the syntax is run.
pub(crate) fn saying(text: &str) -> String {
    format!("ECHO {}.\n", quoted(text))
}

/// A text as a string.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_strings_that_end_where_they_should() {
        assert_eq!(quoted("I den enskildes 'röst'"), "'I den enskildes ''röst'''");
    }
}
