//! A script for R: reads the data into `data` (or `verksamhet`), with factors and labels. It is written in ASCII, so that
//! it reads right whatever the locale is.

use super::csv::flat;
use super::data::{Data, Type, Variable};

/// The script for the file of some data.
pub(crate) fn script(data: &Data<'_>) -> String {
    let name = data.stem();
    let lines: String = data.variables.iter().map(|variable| variable_lines(name, variable)).collect();
    format!(
        "{name} <- read.csv(\"{}\", colClasses = \"character\", na.strings = \"\", encoding = \"UTF-8\", \
         check.names = FALSE)\n{lines}",
        data.file()
    )
}

fn variable_lines(data: &str, variable: &Variable) -> String {
    let column = format!("{data}[[{}]]", quoted(&variable.name));
    let list = |part: fn(&super::code::Code) -> &str| {
        let parts: Vec<String> = variable.codes.iter().map(|code| quoted(part(code))).collect();
        format!("c({})", parts.join(", "))
    };
    let values = match variable.kind {
        Type::Number | Type::Flag => format!("{column} <- as.numeric({column})\n"),
        _ if variable.codes.is_empty() => String::new(),
        // Labels may be equal; levels may not.
        _ => format!(
            "{column} <- factor({column}, levels = {}, labels = make.unique({}))\n",
            list(|code| &code.code),
            list(|code| &code.label)
        ),
    };
    format!("{values}attr({column}, \"label\") <- {}\n", quoted(&variable.label))
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
