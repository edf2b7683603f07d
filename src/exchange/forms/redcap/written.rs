//! The fields of a protocol as the rows of a dictionary.

use super::annotation::tag;
use super::extension_columns::told_choice;
use super::kept::Written;
use super::logic::{Variable, written};
use super::sheet::{COLUMNS, Column, Row, Walk, slug};
use super::{AFTER, OWN, choices, html, kept};
use crate::base::table::written as csv_row;
use crate::exchange::forms::logic::Logic;
use crate::exchange::forms::toml::value::{key, number, quoted};
use crate::exchange::forms::toml::written as toml;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Attribute, Choice, Derive, Kind, Protocol, Question};
use typed_index_collections::TiVec;

/// Names longer than this are not recommended.
const LONGEST: usize = 26;
/// Names have at most so many characters.
const MOST: usize = 100;
/// The field that holds the case's id, where the protocol does not come from a dictionary that names it otherwise.
const RECORD: &str = "record_id";

/// The field that holds the case's id.
pub fn record(protocol: &Protocol) -> &str {
    kept::column(&protocol.form, Column::Name).unwrap_or(RECORD)
}

/// What that field is called above the records with labels, where the protocol comes from a dictionary.
pub fn record_label(protocol: &Protocol) -> Option<String> {
    kept::column(&protocol.form, Column::Label).map(html::line).filter(|label| !label.is_empty())
}

/// The fields that the dictionary of a protocol has behind the record's id, those of the attributes first, and the one
/// of each form that tells whether a record is whole.
pub fn fields(protocol: &Protocol) -> (Vec<Variable>, Vec<String>) {
    let export = Export::of(protocol);
    (export.variables, export.complete)
}

/// The row of the record's id and those of the questions, as they are written of what the protocol says itself.
pub(crate) fn rows(protocol: &Protocol) -> (Row, Vec<Row>) {
    let plain = Protocol { form: Vec::new(), ..protocol.clone() };
    let export = Export::of(&plain);
    let mut walk = Walk::default();
    let record = export.bare_record();
    walk.enter(&record);
    let row = |(question, variable): (&Question, &Variable)| {
        let mut row = export.question(question, variable);
        kept::place(&mut row, &[], &mut walk, export.area(question));
        row.set(Column::Annotation, annotation(question, variable, &[], true));
        row
    };
    let rows = export.places().map(row).collect();
    (record, rows)
}

/// The variables of a protocol: those of the attributes, then those of the questions.
pub(crate) struct Export<'a> {
    protocol: &'a Protocol,
    form: String,
    /// The fields that REDCap adds to the forms.
    complete: Vec<String>,
    variables: Vec<Variable>,
}

impl<'a> Export<'a> {
    pub(crate) fn of(protocol: &'a Protocol) -> Self {
        let form = slug(&protocol.id, LONGEST);
        let mut export = Self { protocol, variables: Vec::new(), complete: complete(protocol, &form), form };
        for attribute in &protocol.attributes {
            let choices: Vec<Choice> = attribute.values.iter().map(|(code, label)| Choice::new(code, label)).collect();
            export.add(&attribute.id, &choices, false);
        }
        for question in &protocol.questions {
            export.add(&question.id, question.choices(), question.is_multi());
        }
        export
    }

    fn add(&mut self, id: &str, choices: &[Choice], multi: bool) {
        // What is a name already stays as it is; new ones are short, and no name is another's id.
        let is_name = |id: &str| slug(id, MOST) == id;
        let name = if is_name(id) { id.to_owned() } else { slug(id, LONGEST) };
        let ids = || {
            let attributes = self.protocol.attributes.iter().map(|attribute| attribute.id.as_str());
            attributes.chain(self.protocol.questions.iter().map(|question| question.id.as_str()))
        };
        let numbered = (2..).map(|number: u32| format!("{}_{number}", slug(id, LONGEST - 5)));
        let free = |name: &String| {
            let is_taken = self.variables.iter().any(|variable| variable.name == *name);
            let is_of_another = name != id && ids().any(|other| other == name);
            name != record(self.protocol) && !self.complete.contains(name) && !is_taken && !is_of_another
        };
        let name = std::iter::once(name.clone()).chain(numbered).find(free).unwrap_or(name);
        let codes = choices::codes(choices, multi);
        let codes = codes.into_iter().zip(choices.iter().map(|choice| choice.id.clone())).collect();
        self.variables.push(Variable { name, id: id.to_owned(), codes, multi });
    }

    /// The questions with their variables.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&'a Question, &Variable)> {
        self.protocol.questions.iter().zip(self.variables.iter().skip(self.protocol.attributes.len()))
    }

    /// The file, with what is told of each question.
    pub(crate) fn file(&self, told: &[Vec<String>], whole: bool) -> String {
        let mut rows = vec![self.record()];
        rows.extend(
            self.protocol.attributes.iter().zip(&self.variables).map(|(one, variable)| self.attribute(one, variable)),
        );
        let mut walk = Walk::default();
        for row in &rows {
            walk.enter(row);
        }
        let uses_required = self.uses_required();
        for ((question, variable), told) in self.places().zip(told) {
            let Some(place) = self.protocol.question(&question.id) else { continue };
            let (protocol, variables) = (self.protocol, self.variables.as_slice());
            let written = Written { protocol, place, question, variable, variables, uses_required };
            let mut row = self.question(question, variable);
            let mut before = self.asides(&question.form, kept::BEFORE, &rows);
            written.restore(&mut row, &mut before);
            for row in &before {
                walk.enter(row);
            }
            kept::place(&mut row, &question.form, &mut walk, self.area(question));
            let tags = annotation(question, variable, &[], whole);
            let own = annotation(question, variable, told, whole);
            let own = match written.annotation(&tags) {
                Some(kept) => [kept, own.strip_prefix(&tags).unwrap_or_default()].join(" ").trim().to_owned(),
                None => own,
            };
            row.set(Column::Annotation, own);
            rows.extend(before);
            rows.push(row);
        }
        rows.extend(self.asides(&self.protocol.form, kept::AFTER_ALL, &rows));
        let header = csv_row(COLUMNS.iter().map(|(_, title, _)| *title));
        header
            + &rows.iter().map(|row| csv_row(COLUMNS.iter().map(|(column, _, _)| row.get(*column)))).collect::<String>()
    }

    /// The rows that are no questions which are kept under a name; a name that has come to be a question's is that.
    fn asides(&self, form: &[(String, String)], name: &str, rows: &[Row]) -> Vec<Row> {
        let mut found = kept::rows(form, name);
        let is_taken = |name: &str| {
            let is_row = rows.iter().any(|row| row.get(Column::Name) == name);
            is_row || self.variables.iter().any(|variable| variable.name == name)
        };
        found.retain(|row| !is_taken(row.get(Column::Name)));
        found
    }

    /// The heading of a question's area.
    fn area(&self, question: &Question) -> &'a str {
        self.protocol.areas.get(question.area).map_or("", |area| &area.label)
    }

    /// Whether a question says that it must be answered: in a dictionary in which none does, all of them must.
    fn uses_required(&self) -> bool {
        let is_blank = |question: &Question| kept::column(&question.form, Column::Required) == Some("");
        self.protocol.questions.iter().any(|question| !question.optional && !is_blank(question))
    }

    fn row(&self, name: &str, kind: &str, label: &str) -> Row {
        let mut row = Row::default();
        for (column, text) in [(Column::Name, name), (Column::Form, &self.form), (Column::Type, kind)] {
            row.set(column, text);
        }
        row.set(Column::Label, html::escaped(label));
        row
    }

    /// The first field: the case's id, with all that is said of the protocol as a whole.
    fn bare_record(&self) -> Row {
        let label = match self.protocol.lang {
            crate::base::language::Lang::Sv => "Ärende",
            crate::base::language::Lang::En => "Case",
        };
        self.row(RECORD, "text", label)
    }

    /// The same with what is kept of it, and what is told of the whole.
    fn record(&self) -> Row {
        let mut row = self.bare_record();
        for (column, _, name) in COLUMNS.iter().filter(|(column, _, _)| *column != Column::Annotation) {
            if let Some((_, text)) = self.protocol.form.iter().find(|(known, _)| known == name) {
                row.put(*column, text.as_str());
            }
        }
        let bare = Protocol { form: Vec::new(), ..self.protocol.clone() };
        let frame = [bare.head(), bare.area_fields()].concat();
        let kept = kept::column(&self.protocol.form, Column::Annotation);
        let own = tag(OWN, &quoteless(&toml(&frame)));
        let mut text = kept.map_or_else(|| own.clone(), |kept| format!("{kept} {own}"));
        let after = toml(&self.protocol.judgements());
        if !after.is_empty() {
            text = text + "\n" + &tag(AFTER, &quoteless(&after));
        }
        row.set(Column::Annotation, text);
        row
    }

    fn attribute(&self, attribute: &Attribute, variable: &Variable) -> Row {
        let kind = if attribute.values.is_empty() { "text" } else { "dropdown" };
        let mut row = self.row(&variable.name, kind, &attribute.label);
        let offered = variable.codes.iter().zip(&attribute.values);
        let offered: Vec<_> = offered.map(|((code, _), (_, label))| (code.clone(), label.clone())).collect();
        row.set(Column::Choices, choices::joined(&offered));
        let named = |(code, id): &&(String, String)| code != id;
        let codes = variable.codes.iter().filter(named);
        let codes = codes.map(|(code, id)| format!("choice.{} = {{ id = {} }}", key(code), quoted(id)));
        let told: Vec<String> =
            std::iter::once(format!("attribute = {}", quoted(&attribute.id))).chain(codes).collect();
        row.set(Column::Annotation, tag(OWN, &quoteless(&told.join("\n"))));
        row
    }

    fn question(&self, question: &Question, variable: &Variable) -> Row {
        let (kind, validation) = match (&question.kind, &question.derive) {
            (Kind::Number { .. }, Some(Derive::Sum(_))) => ("calc", ""),
            (Kind::Choice(_), _) => ("radio", ""),
            (Kind::Choices(_), _) => ("checkbox", ""),
            (Kind::Number { .. }, _) => ("text", "number"),
            (Kind::Date, _) => ("text", "date_ymd"),
            (Kind::Text, _) => ("notes", ""),
        };
        let mut row = self.row(&variable.name, kind, &question.text);
        row.set(Column::Validation, validation);
        row.set(Column::Note, html::escaped(&question.guidance));
        row.set(Column::Required, if question.optional { "" } else { "y" });
        row.set(Column::Choices, self.offered(question, variable));
        if let (Kind::Number { min, max, .. }, None) = (&question.kind, &question.derive) {
            row.set(Column::Min, min.map(number).unwrap_or_default());
            row.set(Column::Max, max.map(number).unwrap_or_default());
        }
        if !question.when.is_empty() {
            row.set(Column::Logic, written(&Logic::of(&question.when, self.protocol), &self.variables));
        }
        row
    }

    /// The choices, or what is summed.
    fn offered(&self, question: &Question, variable: &Variable) -> String {
        if let Some(Derive::Sum(places)) = &question.derive {
            let variables: TiVec<QuestionIx, _> = self.variables.iter().skip(self.protocol.attributes.len()).collect();
            let name = |place: &QuestionIx| format!("[{}]", variables.at(*place).name);
            return format!("sum({})", places.iter().map(name).collect::<Vec<_>>().join(", "));
        }
        let offered = variable.codes.iter().zip(question.choices());
        let offered: Vec<_> = offered.map(|((code, _), choice)| (code.clone(), choice.label.clone())).collect();
        choices::joined(&offered)
    }
}

/// The fields that REDCap adds to the forms of a protocol, the one that is its own among them.
fn complete(protocol: &Protocol, own: &str) -> Vec<String> {
    let of = |form: &[(String, String)]| kept::column(form, Column::Form).unwrap_or(own).to_owned();
    let attributes = protocol.attributes.iter().map(|_| own.to_owned());
    let questions = protocol.questions.iter().map(|question| of(&question.form));
    let mut forms: Vec<String> = Vec::new();
    for form in std::iter::once(of(&protocol.form)).chain(attributes).chain(questions) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms.iter().map(|form| format!("{form}_complete")).collect()
}

/// The tags of a question.
fn annotation(question: &Question, variable: &Variable, told: &[String], whole: bool) -> String {
    let mut tags = Vec::new();
    if whole && question.derive.is_some() && !matches!(question.derive, Some(Derive::Sum(_))) {
        tags.push("@HIDDEN".to_owned());
    }
    let alone = question.choices().iter().zip(&variable.codes).filter(|(choice, _)| choice.exclusive);
    let alone: Vec<&str> = alone.map(|(_, (code, _))| code.as_str()).collect();
    if !alone.is_empty() {
        tags.push(tag("NONEOFTHEABOVE", &alone.join(",")));
    }
    if !told.is_empty() {
        tags.push(tag(OWN, &quoteless(&told.join("\n"))));
    }
    tags.join(" ")
}

/// The id and the choices of a question, where the variable and the codes would be taken for others.
pub(crate) fn ids(question: &Question, variable: &Variable) -> Vec<String> {
    let id = (variable.name != question.id).then(|| format!("id = {}", quoted(&question.id)));
    let offered = variable.codes.iter().zip(question.choices());
    let offered: Vec<_> = offered
        .map(|((code, _), choice)| (code.clone(), html::line(&html::escaped(&choice.label).replace('|', "/"))))
        .collect();
    let taken = choices::all(&offered, !question.is_multi());
    let choice = |((taken, choice), (code, _)): ((&Choice, &Choice), &(String, String))| {
        told_choice(code, choice, &Choice { exclusive: choice.exclusive, ..taken.clone() })
    };
    let time = question.time.as_ref().map(|time| format!("time = {}", quoted(&time.at)));
    id.into_iter()
        .chain(time)
        .chain(taken.iter().zip(question.choices()).zip(&variable.codes).filter_map(choice))
        .collect()
}

/// TOML without the quotation mark that would end a tag.
fn quoteless(toml: &str) -> String {
    toml.replace('\'', "\\u0027")
}
