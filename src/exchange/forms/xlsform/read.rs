//! A form read row by row.

mod area;
mod calculation;
mod condition;
mod extension_columns;
mod id;
mod left;
mod offer;
mod piped;
mod repeat;

use super::choices::Lists;
use super::column::{Columns, Line};
use super::column::{DERIVED, OTHER, STATEMENT};
use super::constraint::needs_check;
use super::kind::Type;
use super::language::{Language, below};
use super::names::{Became, Names, may_be};
use super::range::is_whole;
use super::settings::Settings;
use super::{Log, Wanted};
use crate::base::fault::Fault;
use crate::base::language::{Lang, Message};
use crate::base::suggest::suggestion;
use crate::exchange::forms::extension_columns::ExtensionFields;
use crate::exchange::forms::workbook::{Book, Sheet};
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Attribute, Check, Kind, Part, Per, Protocol, Question};
use calculation::computed_kind;
use condition::Condition;
use offer::Filtered;
use repeat::Repeated;
use typed_index_collections::TiVec;

/// A form that is being read.
pub(crate) struct Reading<'a> {
    pub(crate) log: &'a mut Log,
    pub(crate) language: &'a Language,
    pub(crate) lists: &'a Lists,
    /// Whether the form says of any question whether it must be answered.
    pub(crate) some_required: bool,
    /// Notes to read before the next question.
    pub(crate) notes: Vec<(String, Line<'a>)>,
    names: Names,
    /// The names met so far, each with the path of its group.
    met: Vec<(String, String)>,
    groups: Vec<Group<'a>>,
    protocol: Protocol,
    /// What a column of our own tells of each question.
    told: Vec<ExtensionFields>,
    /// The conditions of each question: its groups' and its own.
    conditions: TiVec<QuestionIx, Vec<Condition<'a>>>,
    /// The condition and message of each check.
    checks: Vec<(Condition<'a>, String)>,
    /// The questions whose choices a filter selects.
    filtered: Vec<Filtered<'a>>,
}

/// A group that is open.
#[derive(Clone)]
struct Group<'a> {
    id: String,
    /// Whether the id is a path of its own.
    own: bool,
    label: String,
    line: Line<'a>,
    /// Whether it is a repeat, each of whose entries is asked what is in it.
    repeat: Option<Repeated>,
}

/// Reads the protocol of a form.
pub(crate) fn protocol(book: &Book, wanted: &Wanted<'_>, log: &mut Log) -> Protocol {
    let settings = Settings::read(book, wanted, log);
    let Some(survey) = survey(book, log) else { return empty(&settings, wanted.otherwise) };
    let survey = Columns::of(book, survey, settings.clean, log);
    let choices = book.sheet("choices").map(|sheet| Columns::of(book, sheet, settings.clean, log));
    let sheets: Vec<&Columns<'_>> = [Some(&survey), choices.as_ref()].into_iter().flatten().collect();
    let filters = offer::named(&survey);
    for sheet in &sheets {
        sheet.tell_idle(&filters, log);
    }
    let language = Language::choose(&sheets, &settings, wanted, log);
    let mut lists = Lists::read(choices.as_ref(), &language, &settings, log);
    lists.offer_others(&survey, language.lang);
    if !survey.all.iter().any(|column| column.name == "type") {
        let fault = Fault::new(msg!("xlsform-column-missing", name = "type"));
        log.wrong(book.fault(fault, &survey.sheet.name, 1, None));
        return empty(&settings, language.lang);
    }
    let mut reading = Reading {
        some_required: survey.has("required"),
        protocol: empty(&settings, language.lang),
        log,
        language: &language,
        lists: &lists,
        notes: Vec::new(),
        names: Names::default(),
        met: Vec::new(),
        groups: Vec::new(),
        told: Vec::new(),
        conditions: TiVec::new(),
        checks: Vec::new(),
        filtered: Vec::new(),
    };
    survey.lines().for_each(|line| reading.row(line));
    reading.finish(&settings, &book.file)
}

fn empty(settings: &Settings, lang: Lang) -> Protocol {
    Protocol {
        id: settings.id.clone(),
        version: settings.version.clone(),
        lang,
        title: settings.title.clone(),
        documents: settings.documents.clone(),
        attributes: Vec::new(),
        areas: Vec::new(),
        repeats: Vec::new(),
        questions: TiVec::new(),
        checks: Vec::new(),
        tables: Vec::new(),
        form: Vec::new(),
        hash: String::new(),
    }
}

/// The sheet of the questions: the one that is called so, or the only one.
fn survey<'a>(book: &'a Book, log: &mut Log) -> Option<&'a Sheet> {
    for sheet in &book.sheets {
        let name = sheet.name.to_lowercase();
        if !["survey", "choices", "settings"].contains(&name.as_str()) && !name.starts_with('_') {
            log.tell(msg!("xlsform-sheet-ignored", name = sheet.name.as_str()));
        }
    }
    let only = match book.sheets.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let survey = book.sheet("survey").or(only);
    if survey.is_none() {
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let hint = if names.is_empty() { msg!("xlsform-survey-hint") } else { suggestion("survey", names) };
        log.wrong(Fault::new(msg!("xlsform-survey")).hint(hint).in_file(&book.file));
    }
    survey
}

impl<'a> Reading<'a> {
    fn row(&mut self, line: Line<'a>) {
        if line.flag("disabled") == Some(true) {
            self.log.tell(msg!("xlsform-disabled", row = line.row.number));
            return;
        }
        let cell = line.get("type");
        let name = line.get("name");
        let kind = left::kind(&line);
        let computed = computed_kind(&line, &kind);
        match kind {
            _ if cell.is_empty() => {
                if !name.is_empty() || line.any_language("label").is_some() {
                    self.log.wrong(line.fault(msg!("xlsform-type-missing"), "type"));
                }
            }
            Type::Begin { repeat } => self.begin(line, name, repeat),
            Type::End => {
                if self.groups.pop().is_none() {
                    self.log.wrong(line.fault(msg!("xlsform-end"), "type"));
                }
            }
            Type::Note => self.note(line, name),
            Type::Meta | Type::Left => self.leave(&line, name, &kind),
            Type::Calculate if !line.get(DERIVED).is_empty() => self.derived(line, name),
            Type::Calculate => self.calculated(line, name, None),
            _ if computed.is_some() => self.calculated(line, name, computed),
            Type::Foreign => self.lost(&line, name, msg!("xlsform-type-lost", name = cell)),
            Type::Unknown => {
                let hint = suggestion(&cell, Type::words());
                self.log.lose(line.fault(msg!("xlsform-type-unknown", name = cell), "type").hint(hint));
                self.names.add(name, None);
            }
            Type::Choice { .. }
            | Type::Number { .. }
            | Type::Range
            | Type::Date
            | Type::Text
            | Type::Moment
            | Type::Acknowledge => {
                let told = ExtensionFields::read(&line.get(STATEMENT), &[]);
                if told.is_none() {
                    self.log.lose(line.fault(msg!("xlsform-statement"), STATEMENT));
                }
                self.asked(line, &name, &kind, told.unwrap_or_default());
            }
        }
    }

    fn lost(&mut self, line: &Line<'_>, name: String, message: Message) {
        self.log.lose(line.fault(message, "type"));
        self.names.add(name, None);
    }

    fn begin(&mut self, line: Line<'a>, name: String, repeat: bool) {
        let own = line.get("aktkoll_id");
        let label = self.language.text(&line, "label", self.log);
        let id = if own.is_empty() { name } else { own.clone() };
        if id.is_empty() {
            self.log.wrong(line.fault(msg!("xlsform-name-missing"), "name"));
        }
        let id = may_be(&id);
        let label = if label.is_empty() { id.clone() } else { label };
        let named = (id.clone(), label.clone());
        self.groups.push(Group { id, own: !own.is_empty(), label, line, repeat: None });
        if repeat {
            self.begin_repeat(line, named);
        }
    }

    fn note(&mut self, line: Line<'a>, name: String) {
        self.names.add(name, None);
        let text = below(["label", "hint"].map(|column| self.language.text(&line, column, self.log)));
        let when = line.get("relevant");
        if line.flag("aktkoll_check") == Some(true) {
            self.checks.push((Condition::of(line), text));
        } else if !when.is_empty() {
            self.log.lose(line.fault(msg!("xlsform-note-when"), "relevant"));
        } else if !text.is_empty() {
            self.log.tell(msg!("xlsform-note", row = line.row.number));
            self.notes.push((text, line));
        }
    }

    /// A question, or what the case list says about each case.
    fn asked(&mut self, line: Line<'a>, name: &str, kind: &Type, own_fields: ExtensionFields) {
        let Some(id) = self.id(&line, name) else { return };
        let asked = if self.is_never_asked(line) { None } else { self.question(&line, id.clone(), kind) };
        let Some((question, list)) = asked else { return self.names.add(name.to_owned(), None) };
        let list = list.unwrap_or_default();
        let ids = question.choices().iter().map(|choice| choice.id.clone());
        let codes = list.codes.iter().cloned().zip(ids).collect();
        let whole = match kind {
            Type::Range => is_whole(&line),
            _ => matches!(kind, Type::Number { whole: true, .. }),
        };
        self.names.add(name.to_owned(), Some(Became { id, codes, whole }));
        if line.get("aktkoll_attribute").is_empty() {
            if let Type::Choice { list, .. } = kind
                && !line.get("choice_filter").is_empty()
            {
                self.filtered.push(Filtered { place: self.protocol.questions.next_key(), line, list: list.clone() });
            }
            let is_checked = needs_check(&line, kind, &list.codes, question.choices());
            self.add(question, own_fields, vec![Condition::of(line)]);
            if is_checked {
                self.check_constraint(line, name);
            }
            if matches!(kind, Type::Choice { other: true, .. }) {
                self.specify(line, name);
            }
        } else {
            self.attribute(&line, question, &list.ones);
        }
    }

    fn add(&mut self, mut question: Question, told: ExtensionFields, own: Vec<Condition<'a>>) {
        question.area = self.area();
        question.place = self.repeat_place(&question.id);
        let documents = &mut self.protocol.documents;
        let new = question.documents.iter().filter(|document| !documents.contains(document)).cloned();
        documents.extend(new.collect::<Vec<_>>());
        self.conditions.push(self.with_groups(own));
        self.protocol.questions.push(question);
        self.told.push(told);
    }

    /// The question that `or_other` adds: which other.
    fn specify(&mut self, line: Line<'a>, name: &str) {
        let Some(asked) = self.protocol.questions.last().cloned() else { return };
        let text = if self.language.lang == Lang::Sv { "Ange vad" } else { "Specify other" };
        let question = Question {
            id: format!("{}_{OTHER}", asked.id),
            text: text.to_owned(),
            caption: String::new(),
            kind: Kind::Text,
            guidance: String::new(),
            ..asked
        };
        let became = Became { id: question.id.clone(), codes: Vec::new(), whole: false };
        self.names.add(format!("{name}_{OTHER}"), Some(became));
        let own = Condition::of(line);
        let other = Condition { text: format!("selected(${{{name}}}, '{OTHER}')"), ..own.clone() };
        self.add(question, ExtensionFields::default(), vec![own, other]);
    }

    fn attribute(&mut self, line: &Line<'_>, question: Question, ones: &[String]) {
        let role = line.get("aktkoll_attribute");
        let (name, at) = role.split_once(' ').unwrap_or((&role, ""));
        let part = Part::named(name, at.trim().parse().ok());
        let choices = question.choices();
        let values = choices.iter().map(|choice| (choice.id.clone(), choice.label.clone())).collect();
        let one = choices.iter().zip(ones).filter(|(_, one)| !one.is_empty());
        let one = one.map(|(choice, one)| (choice.id.clone(), one.clone())).collect();
        let [shown, private] = ["aktkoll_shown", "aktkoll_private"].map(|column| line.get(column) == "yes");
        let (id, label) = (question.id, question.text);
        self.protocol.attributes.push(Attribute { id, label, part, values, one, shown, private });
    }

    /// The protocol, now that every name is known.
    fn finish(mut self, settings: &Settings, file: &str) -> Protocol {
        for group in std::mem::take(&mut self.groups) {
            self.log.wrong(group.line.fault(msg!("xlsform-open"), "type"));
        }
        self.close_notes();
        let filtered = std::mem::take(&mut self.filtered);
        self.filter_choices(&filtered);
        for (place, conditions) in std::mem::take(&mut self.conditions).into_iter_enumerated() {
            let per = self.protocol.questions.at(place).per;
            let (when, _) = self.joined(&conditions, place, per);
            self.protocol.questions.at_mut(place).when = when;
        }
        for (condition, message) in std::mem::take(&mut self.checks) {
            // A check that says less than it should would find fault with what is right.
            let (when, is_whole) = self.joined(&[condition], self.protocol.questions.next_key(), Per::Case);
            if is_whole && !when.is_empty() {
                self.protocol.checks.push(Check { when, message });
            }
        }
        self.name_answers();
        area::order(&mut self.protocol, &settings.areas);
        self.tell_parts(file);
        self.whole(&settings.tables, file)
    }

    fn tell_parts(&mut self, file: &str) {
        let areas: Vec<&str> = self.protocol.areas.iter().map(|area| area.label.as_str()).collect();
        self.log.tell(msg!("xlsform-areas", names = areas.join(", ")));
        let whole = self.names.whole_numbers(&self.protocol);
        if !whole.is_empty() {
            self.log.tell(msg!("xlsform-integers", names = whole.join(", ")));
        }
        if !self.some_required {
            self.log.tell(msg!("xlsform-required-none"));
        }
        if self.protocol.questions.is_empty() && self.log.faults.is_empty() {
            self.log.wrong(Fault::new(msg!("protocol-questions-none")).in_file(file));
        }
    }
}
