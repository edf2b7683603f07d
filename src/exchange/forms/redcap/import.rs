//! A dictionary read as a protocol.

mod finish;

use super::annotation::Annotation;
use super::extension_columns::Own;
use super::logic::Variable;
use super::notice::Notices;
use super::sheet::{Column, Losses, Row, Walk, read};
use super::{AFTER, OWN, guide, html, kind, logic};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::{Lang, Message};
use crate::base::text::folded;
use crate::exchange::forms::Imported;
use crate::exchange::forms::logic::Logic;
use crate::exchange::forms::toml::value::quoted;
use crate::msg;
use crate::study::index::At;
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Area, Choice, Derive, Kind, Protocol, Question, Time};
use std::collections::HashSet;

/// The id of what stands in for the questions and their area while the frame is read.
const STAND_IN: &str = "aktkoll_frame";
/// The tags that are understood.
const KNOWN: [&str; 4] = [OWN, AFTER, "HIDDEN", "NONEOFTHEABOVE"];
/// The types of fields whose answers are files, or lists that only the project of the dictionary has.
const APART: [&str; 2] = ["file", "sql"];

/// Reads the dictionary in the file `name`; its texts are in `lang` unless it says otherwise.
pub fn import(name: &str, bytes: &[u8], lang: Lang) -> Result<Imported> {
    let (rows, losses, foreign) = read(name, bytes)?;
    let (first, rest) = match rows.split_first() {
        Some((first, rest)) if first.kind() == "text" => (first.clone(), rest),
        _ => (Row::default(), rows.as_slice()),
    };
    let mut import = Import::begin(name, lang, &first, losses)?;
    import.mapping.extend(foreign.iter().map(|column| msg!("redcap-mapped-column", column = column.as_str())));
    import.uses_required = rest.iter().any(|row| row.says_yes(Column::Required));
    import.look(&rows);
    for row in rest {
        import.field(row);
    }
    import.conditions();
    import.days();
    import.finish(name, &first)
}

/// What is read so far.
struct Import {
    protocol: Protocol,
    /// The checks and tables, as a protocol file has them.
    after: String,
    /// The rows of the questions with what their tags say.
    rows: Vec<(Row, Own)>,
    variables: Vec<Variable>,
    /// The rows before each question that are none themselves, and those since the last one.
    before: Vec<Vec<Row>>,
    aside: Vec<Row>,
    /// The names of all fields, and of those that conditions and calculations look at.
    names: HashSet<String>,
    sought: HashSet<String>,
    walk: Walk,
    area: String,
    uses_required: bool,
    notices: Notices,
    mapping: Vec<Message>,
    losses: Losses,
}

impl Import {
    fn begin(name: &str, lang: Lang, first: &Row, mut losses: Losses) -> Result<Self> {
        let annotation = Annotation::read(first.get(Column::Annotation));
        let mut mapping = Vec::new();
        let told = annotation.value(OWN).map(|text| frame(name, text));
        let protocol = match told {
            Some(Ok(protocol)) => protocol,
            other => {
                if other.is_some() {
                    losses.lose(first, Column::Annotation, msg!("redcap-lost-tag"), None);
                }
                let (id, title) = names(name);
                mapping.push(msg!("redcap-mapped-frame", id = id.as_str(), title = title.as_str(), version = "1"));
                let head = [("id", id.as_str()), ("version", "1"), ("language", lang.tag()), ("title", &title)];
                let lines = head.map(|(name, value)| format!("{name} = {}\n", quoted(value)));
                frame(name, &lines.concat())?
            }
        };
        if !first.get(Column::Name).is_empty() {
            mapping.push(msg!("redcap-mapped-record", field = first.get(Column::Name)));
        }
        let after = annotation.value(AFTER).unwrap_or_default().to_owned();
        Ok(Self {
            protocol,
            after,
            rows: Vec::new(),
            variables: Vec::new(),
            before: Vec::new(),
            aside: Vec::new(),
            names: HashSet::new(),
            sought: HashSet::new(),
            walk: Walk::default(),
            area: String::new(),
            uses_required: false,
            notices: Notices::default(),
            mapping,
            losses,
        })
    }

    /// Tells once what only says how a form looks, and notes the names of all fields.
    fn look(&mut self, rows: &[Row]) {
        for column in [Column::Alignment, Column::Number, Column::Matrix, Column::Ranking] {
            if rows.iter().any(|row| !row.get(column).is_empty()) {
                self.mapping.push(msg!("redcap-mapped-look", column = column.title()));
            }
        }
        self.names = rows.iter().map(|row| row.get(Column::Name).to_owned()).filter(|name| !name.is_empty()).collect();
        let looks = |row: &Row| {
            let calculation = if row.kind() == "calc" { row.get(Column::Choices) } else { "" };
            let annotation = Some(row.get(Column::Annotation)).filter(|text| text.contains("@CALC"));
            [row.get(Column::Logic), calculation, annotation.unwrap_or_default()].join(" ")
        };
        self.sought = rows.iter().flat_map(|row| named(&looks(row)).map(str::to_owned).collect::<Vec<_>>()).collect();
    }

    fn field(&mut self, row: &Row) {
        self.walk.enter(row).clone_into(&mut self.area);
        let annotation = Annotation::read(row.get(Column::Annotation));
        let own = annotation.value(OWN).map(|text| Own::read(text).ok_or(()));
        if own.as_ref().is_some_and(std::result::Result::is_err) {
            self.losses.lose(row, Column::Annotation, msg!("redcap-lost-tag"), None);
        }
        let own = own.and_then(std::result::Result::ok).unwrap_or_default();
        if let Some(attribute) = own.told.attribute.clone() {
            self.attribute(row, &attribute, &own);
        } else if self.is_carried(row, &annotation, &own) {
            self.question(row, &annotation, own);
        }
    }

    /// Whether a field can be a question; what its tags say beside is lost.
    fn is_carried(&mut self, row: &Row, annotation: &Annotation, own: &Own) -> bool {
        let name = row.get(Column::Name);
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        let losses = &mut self.losses;
        if name.is_empty() || name == "any" || !name.chars().all(plain) {
            losses.lose(row, Column::Name, msg!("redcap-lost-name"), None);
            return false;
        }
        if self.variables.iter().any(|variable| variable.name == name) {
            losses.lose(row, Column::Name, msg!("redcap-lost-twice"), None);
            return false;
        }
        if self.is_aside(row, annotation, own) {
            self.aside.push(row.clone());
            return false;
        }
        for tag in annotation.others(&KNOWN) {
            self.notices.tell(row, msg!("redcap-mapped-action", tag = format!("@{tag}")));
        }
        true
    }

    /// Whether a field is no question for whoever reads a file: a text alone, one whose answers cannot be coded here, or
    /// one that nobody is asked. What is kept although it is marked as such is told.
    fn is_aside(&mut self, row: &Row, annotation: &Annotation, own: &Own) -> bool {
        let is_sought = self.sought.contains(row.get(Column::Name));
        let is_hidden =
            annotation.has("HIDDEN") && !own.fields.has("kind") && !own.fields.has("formula") && row.kind() != "calc";
        let notices = &mut self.notices;
        if guide::is_text(row) {
            let is_free = row.get(Column::Logic).is_empty();
            notices.tell(row, if is_free { msg!("redcap-mapped-text") } else { msg!("redcap-mapped-text-when") });
            return true;
        }
        if APART.contains(&row.kind()) {
            notices.leave(row, msg!("redcap-left-type", found = row.kind()), &self.losses);
            return true;
        }
        if is_hidden && !is_sought {
            notices.leave(row, msg!("redcap-left-hidden"), &self.losses);
            return true;
        }
        if is_hidden {
            notices.tell(row, msg!("redcap-mapped-hidden"));
        }
        if row.says_yes(Column::Identifier) {
            if kind::is_words(row) {
                notices.leave(row, msg!("redcap-left-identifier"), &self.losses);
                return true;
            }
            notices.tell(row, msg!("redcap-mapped-identifier"));
        }
        false
    }

    /// A field that stands for an attribute of the case list.
    fn attribute(&mut self, row: &Row, id: &str, own: &Own) {
        let codes = super::choices::split(row.get(Column::Choices)).unwrap_or_default();
        let code = |(code, _): (String, String)| {
            let id = own.told.choice.get(&code).and_then(|told| told.id().map(str::to_owned));
            (code.clone(), id.unwrap_or(code))
        };
        let codes = codes.into_iter().map(code).collect();
        self.variables.push(Variable {
            name: row.get(Column::Name).to_owned(),
            id: id.to_owned(),
            codes,
            multi: false,
        });
    }

    /// Leaves a field out that is kept for the export, and says so.
    fn leave(&mut self, row: &Row, message: Message) {
        self.notices.leave(row, message, &self.losses);
        self.aside.push(row.clone());
    }

    fn question(&mut self, row: &Row, annotation: &Annotation, own: Own) {
        let computed = row.kind() == "calc";
        let derive = if computed { self.sum(row) } else { None };
        if computed && derive.is_none() {
            return self.leave(row, msg!("redcap-left-calc"));
        }
        if self.is_never_asked(row, &own) {
            return self.leave(row, msg!("redcap-left-never"));
        }
        self.tell_piping(row);
        let read = kind::kind(row, self.protocol.lang, &mut self.losses, &mut self.notices);
        let Some((mut kind, codes)) = read else { return };
        if let Some(message) = kind::told(row, &kind) {
            self.notices.tell(row, message);
        }
        let is_multi = matches!(kind, Kind::Choices(_));
        if let Kind::Choice(choices) | Kind::Choices(choices) = &mut kind {
            let alone = if is_multi { annotation.alone() } else { Vec::new() };
            told(choices, &codes, &alone, &own);
        }
        let name = row.get(Column::Name);
        let text = html::line(row.get(Column::Label));
        let id = own.told.id.clone().unwrap_or_else(|| name.to_owned());
        let text = if text.is_empty() { name.to_owned() } else { text };
        let question = Question {
            area: self.area(),
            guidance: guide::guidance(&self.aside, row),
            optional: self.uses_required && !row.says_yes(Column::Required),
            per: own.per(),
            derive,
            time: Time::of_id(&id, &own.told.time),
            ..Question::new(id, text, kind)
        };
        self.add(row, question, codes, own);
    }

    /// Adds a question with the variable that it is in the dictionary, and tells which choices were known.
    fn add(&mut self, row: &Row, question: Question, codes: Vec<String>, own: Own) {
        let name = row.get(Column::Name);
        let known = question.choices().iter().zip(&codes).filter(|(choice, _)| choice.role.is_some());
        let known: Vec<String> =
            known.map(|(choice, code)| format!("{code} {} = {}", choice.label, choice.id)).collect();
        if !known.is_empty() {
            self.mapping.push(msg!("redcap-mapped-choices", field = name, choices = known.join(", ")));
        }
        let codes = codes.into_iter().zip(question.choices().iter().map(|choice| choice.id.clone())).collect();
        let variable = Variable { name: name.to_owned(), id: question.id.clone(), codes, multi: question.is_multi() };
        self.variables.push(variable);
        self.protocol.questions.push(question);
        self.rows.push((row.clone(), own));
        self.before.push(std::mem::take(&mut self.aside));
    }

    /// The sum of numbers before it that a calculation is.
    fn sum(&self, row: &Row) -> Option<Derive> {
        let names = kind::summed(row.get(Column::Choices))?;
        let place = |name: &str| {
            let variable = self.variables.iter().find(|variable| variable.name == name)?;
            let place = self.protocol.question(&variable.id)?;
            let number = matches!(self.protocol.questions.get(place)?.kind, Kind::Number { .. });
            number.then_some(place)
        };
        names.into_iter().map(place).collect::<Option<Vec<_>>>().map(Derive::Sum)
    }

    /// The place of the area that is entered.
    fn area(&mut self) -> usize {
        let label = if self.area.trim().is_empty() { self.protocol.title.clone() } else { self.area.clone() };
        let areas = &mut self.protocol.areas;
        if let Some(place) = areas.iter().position(|area| html::line(&html::escaped(&area.label)) == label) {
            return place;
        }
        let id = super::sheet::slug(&label, 24);
        let numbered = (2..).map(|number: u32| format!("{id}_{number}"));
        let free = |id: &String| areas.iter().all(|area| area.id != *id) && id != "any";
        let id = std::iter::once(id.clone()).chain(numbered).find(free).unwrap_or(id);
        areas.push(Area { id, label });
        areas.len() - 1
    }

    /// Puts the branching logic into conditions.
    fn conditions(&mut self) {
        for (place, (row, own)) in self.protocol.questions.keys().zip(&self.rows) {
            let text = html::plain(row.get(Column::Logic));
            if text.is_empty() || own.fields.has("when") {
                continue;
            }
            let (parts, causes) = match logic::read(&text, &self.variables) {
                Ok(logic) => logic.carried(&self.protocol, place, own.per()).told(),
                Err(cause) => (Vec::new(), Fault::new(cause).into()),
            };
            let (filter, more) = match Logic::And(parts).filter(&self.protocol, place, own.per()) {
                Ok(filter) => (filter, Faults(Vec::new())),
                Err(faults) => (Filter::default(), faults),
            };
            if let Some(cause) = causes.0.into_iter().chain(more.0).next() {
                self.losses.lose(row, Column::Logic, msg!("redcap-lost-logic"), Some(cause.message));
            }
            self.protocol.questions.at_mut(place).when = filter;
        }
    }

    /// Whether the branching logic of a field can never be met.
    fn is_never_asked(&self, row: &Row, own: &Own) -> bool {
        let text = html::plain(row.get(Column::Logic));
        let read = logic::read(&text, &self.variables).ok().filter(|_| !text.is_empty() && !own.fields.has("when"));
        let Some(logic) = read else { return false };
        let (parts, _) = logic.carried(&self.protocol, self.protocol.questions.next_key(), own.per()).told();
        parts.iter().any(Logic::is_never)
    }

    /// Lists the texts of a field that show what is answered elsewhere: `[name]`.
    fn tell_piping(&mut self, row: &Row) {
        for column in [Column::Section, Column::Label, Column::Choices, Column::Note] {
            let is_shown = named(row.get(column)).any(|name| self.names.contains(name));
            let is_text = column != Column::Choices || row.kind() != "calc";
            if is_text && is_shown {
                self.notices.tell(row, msg!("redcap-mapped-piping"));
            }
        }
    }
}

/// The names of fields that a text mentions: `[name]`, or a choice of it as `[name(1)]`.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let name = |part: &'_ str| {
        part.split_once(']').map(|(name, _)| name.split(['(', ':']).next().unwrap_or(name).trim().len())
    };
    text.split('[').skip(1).filter_map(move |part| part.trim_start().get(..name(part.trim_start())?))
}

/// Puts what the tags of a field say of its choices.
fn told(choices: &mut [Choice], codes: &[String], alone: &[&str], own: &Own) {
    for (choice, code) in choices.iter_mut().zip(codes) {
        choice.exclusive = alone.contains(&code.as_str());
        if let Some(told) = own.told.choice.get(code) {
            *choice = told.applied(choice.clone());
        }
    }
}

/// The protocol of a head, attributes and areas, without questions.
fn frame(name: &str, text: &str) -> Result<Protocol> {
    let stand_in = format!(
        "\n[[area]]\nid = \"{STAND_IN}\"\nlabel = \"-\"\n[[question]]\nid = \"{STAND_IN}\"\narea = \"{STAND_IN}\"\ntext = \"-\"\n"
    );
    let mut protocol = Protocol::load(name, &(text.to_owned() + &stand_in))?;
    protocol.questions.clear();
    protocol.areas.pop();
    Ok(protocol)
}

/// The id and the title that the name of a file gives.
fn names(file: &str) -> (String, String) {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let id = super::sheet::slug(&folded(stem), 32);
    let title = crate::base::text::visible(stem.trim());
    (id.clone(), if title.is_empty() { id } else { title })
}
