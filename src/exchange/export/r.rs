//! A script for R: reads the data into `data` (or `verksamhet`), with factors and labels. It is written in ASCII, so that
//! it reads right whatever the locale is.

use super::csv::flat;
use super::data::{Data, Type, Variable};
use super::label::{distinct, whole};

/// The script for the file of some data.
pub(crate) fn script(data: &Data<'_>) -> String {
    let name = data.stem();
    let labels = data.variables.iter().map(|one| (one.label.as_str(), one.name.as_str()));
    let labels = distinct(labels, usize::MAX, whole);
    let lines: String =
        data.variables.iter().zip(&labels).map(|(variable, label)| variable_lines(name, variable, label)).collect();
    format!(
        "{name} <- read.csv(\"{}\", colClasses = \"character\", na.strings = \"\", encoding = \"UTF-8\", \
         check.names = FALSE)\n{lines}",
        data.file()
    )
}

fn variable_lines(data: &str, variable: &Variable, label: &str) -> String {
    let column = format!("{data}[[{}]]", quoted(&variable.name));
    let list = |parts: &mut dyn Iterator<Item = String>| {
        format!("c({})", parts.map(|part| quoted(&part)).collect::<Vec<_>>().join(", "))
    };
    let labels = variable.codes.iter().map(|code| (code.label.as_str(), code.code.as_str()));
    let labels = distinct(labels, usize::MAX, whole);
    let values = match variable.kind {
        Type::Number | Type::Flag => format!("{column} <- as.numeric({column})\n"),
        Type::Text if variable.codes.is_empty() => {
            format!("{column} <- gsub(\"\\u2028\", \"\\n\", {column}, fixed = TRUE)\n")
        }
        _ if variable.codes.is_empty() => String::new(),
        _ => format!(
            "{column} <- factor({column}, levels = {}, labels = {})\n",
            list(&mut variable.codes.iter().map(|code| code.code.clone())),
            list(&mut labels.into_iter())
        ),
    };
    format!("{values}attr({column}, \"label\") <- {}\n", quoted(label))
}

/// The line that says something when the script is run.
pub(crate) fn saying(text: &str) -> String {
    format!("message({})\n", quoted(text))
}

/// A text as a string in ASCII.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for one in flat(text).chars() {
        match one {
            '"' | '\\' => out.extend(['\\', one]),
            one if one.is_ascii() => out.push(one),
            one => out.push_str(&format!("\\U{{{:x}}}", u32::from(one))),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    #[test]
    fn strings_are_ascii() {
        assert_eq!(super::quoted("\"å\\\n"), "\"\\\"\\U{e5}\\\\ \"");
    }
}
