//! A do-file for Stata: reads the data, labels them, and saves them as a `.dta` file. Values outside the base become
//! extended missing values, from `.a` on.

use super::data::{Data, Type, Variable};
use super::label::{distinct, whole};
use crate::base::text::fit;

/// A label of a variable has at most this many characters.
const LABEL: usize = 80;

/// The do-file for the file of some data.
pub(crate) fn script(data: &Data<'_>) -> String {
    let columns = |number: bool| {
        let columns = (1..).zip(&data.variables).filter(|(_, one)| one.kind.is_number() == number);
        columns.map(|(column, _): (usize, _)| column.to_string()).collect::<Vec<_>>().join(" ")
    };
    let (numbers, texts) = (columns(true), columns(false));
    let numbers = if numbers.is_empty() { numbers } else { format!(" numericcols({numbers})") };
    let mut text = format!(
        "version 14\nimport delimited using \"{}\", clear delimiters(\",\") varnames(1) case(preserve) \
         bindquotes(strict) encoding(\"UTF-8\") stringcols({texts}){numbers}\n",
        data.file()
    );
    let labels = data.variables.iter().map(|one| (one.label.as_str(), one.name.as_str()));
    let labels = distinct(labels, LABEL, fit);
    text.extend(data.variables.iter().zip(&labels).map(|(variable, label)| variable_lines(variable, label)));
    text + &format!("save \"{}.dta\", replace\n", data.stem())
}

fn variable_lines(variable: &Variable, label: &str) -> String {
    let name = &variable.name;
    let mut lines = format!("label variable {name} {}\n", quoted(label));
    if variable.kind == Type::Text && variable.codes.is_empty() {
        lines += &format!("replace {name} = subinstr({name}, uchar(8232), char(10), .)\n");
    }
    // Texts cannot have labels for their values.
    if !variable.kind.is_number() || variable.codes.is_empty() {
        return lines;
    }
    let mut missing = ('a'..='z').map(|letter| format!(".{letter}"));
    let labels = variable.codes.iter().map(|code| (code.label.as_str(), code.code.as_str()));
    for (code, label) in variable.codes.iter().zip(distinct(labels, usize::MAX, whole)) {
        let value = if code.missing { missing.next() } else { None };
        if let Some(value) = &value {
            lines.push_str(&format!("replace {name} = {value} if {name} == {}\n", code.code));
        }
        let value = value.unwrap_or_else(|| code.code.clone());
        lines.push_str(&format!("label define {name} {value} {}, add\n", quoted(&label)));
    }
    lines + &format!("label values {name} {name}\n")
}

/// The command that says something when the file is run.
pub(crate) fn saying(text: &str) -> String {
    format!("display as error {}\n", quoted(text))
}

/// A text as a string in which nothing is a macro, a comment or an end.
fn quoted(text: &str) -> String {
    let text = text.replace(['"', '`'], "'").replace('$', "\\$").replace("/*", "/ *").replace("//", "/ /");
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_in_a_label_is_code() {
        assert_eq!(super::quoted("`x' \"y\" $z /* // å"), "\"'x' 'y' \\$z / * / / å\"");
    }
}
