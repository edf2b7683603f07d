//! What the names of columns stand for: questions, choices of multi-answers, attributes, the case.

use super::{ANSWER_HEADERS, Form, QUESTION_HEADERS, Said};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::suggest::suggestion;
use crate::base::table::{Cell, Table};
use crate::base::text::folded;
use crate::msg;
use crate::study::case::synonyms::{ID_HEADERS, synonyms};
use crate::study::protocol::{Per, Protocol, Question};
use std::collections::HashMap;

/// What a name stands for, by place in the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The case's id.
    Case,
    /// A question.
    Question(usize),
    /// A choice of a question that has several answers.
    Part(usize, usize),
    /// An attribute of the case list.
    Attribute(usize),
}

/// By what a name was recognised, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The user said so.
    Told,
    /// It is the id.
    Id,
    /// It is the text of the question, or another name of the attribute.
    Text,
    /// It is the number of the question.
    Number,
    /// It is the question with a choice of it.
    Part,
}

/// What is meant by a name.
pub(crate) enum Meant {
    One(Target, How),
    /// It could be any of these.
    Several(Vec<String>),
    Nothing,
}

/// Every name that something has.
pub(crate) struct Names<'a> {
    protocol: &'a Protocol,
    known: HashMap<String, Vec<(How, Target)>>,
    /// What the user said of headers, and which are to be passed over.
    told: HashMap<String, Target>,
    ignored: Vec<String>,
    /// The headers that the user named.
    said: Vec<&'a str>,
}

/// A name without what makes no difference: case, accents, blanks and the mark at the end.
pub(crate) fn key(name: &str) -> String {
    let name = folded(name).split_whitespace().collect::<Vec<_>>().join(" ");
    name.trim_end_matches(['?', ':', '.', ' ']).to_owned()
}

impl<'a> Names<'a> {
    pub(crate) fn of(protocol: &'a Protocol, said: &'a Said) -> Result<Self> {
        let columns = &said.hints.columns;
        let headers = columns.iter().map(|(_, header)| header).chain(&said.ignored).map(String::as_str).collect();
        let ignored = said.ignored.iter().map(|header| key(header)).collect();
        let mut names = Self { protocol, known: HashMap::new(), told: HashMap::new(), ignored, said: headers };
        names.add_all();
        let mut faults = Vec::new();
        for (name, header) in columns {
            if let Meant::One(target, _) = names.named(name) {
                if names.told.insert(key(header), target).is_some_and(|other| other != target) {
                    faults.push(Fault::new(msg!("cases-told-twice", name = header.as_str())).exit(Exit::Usage));
                }
            } else {
                let ids = protocol.questions.iter().map(|question| question.id.as_str());
                let hint = suggestion(name, ids.chain(protocol.attributes.iter().map(|known| known.id.as_str())));
                faults.push(Fault::new(msg!("cases-told-unknown", name = name.as_str())).hint(hint).exit(Exit::Usage));
            }
        }
        if faults.is_empty() { Ok(names) } else { Err(Faults(faults)) }
    }

    fn add(&mut self, name: &str, how: How, target: Target) {
        let known = self.known.entry(key(name)).or_default();
        if !known.iter().any(|(_, other)| *other == target) {
            known.push((how, target));
        }
    }

    fn add_all(&mut self) {
        self.add("case_id", How::Id, Target::Case);
        for name in ID_HEADERS {
            self.add(name, How::Text, Target::Case);
        }
        let protocol = self.protocol;
        for (place, attribute) in protocol.attributes.iter().enumerate().filter(|(_, known)| known.is_about(Per::Case))
        {
            self.add(&attribute.id, How::Id, Target::Attribute(place));
            for name in std::iter::once(&attribute.label.as_str()).chain(synonyms(attribute)) {
                self.add(name, How::Text, Target::Attribute(place));
            }
        }
        for (place, question) in protocol.questions.iter().enumerate() {
            self.add_question(place, question);
        }
    }

    /// Adds a question's id, text and number, and each of its choices behind these.
    fn add_question(&mut self, place: usize, question: &Question) {
        let mut names = vec![(question.id.clone(), How::Id), (question.text.clone(), How::Text)];
        if question.per == Per::Case {
            let n = self.protocol.number(place);
            names.extend([". ", " ", ") "].map(|end| (format!("{n}{end}{}", question.text), How::Text)));
            let before = ["", "fraga ", "fraga", "f", "q", "question "];
            names.extend(before.map(|before| (format!("{before}{n}"), How::Number)));
        }
        for (name, how) in &names {
            self.add(name, *how, Target::Question(place));
        }
        if !question.is_multi() {
            return;
        }
        for (part, choice) in question.choices().iter().enumerate() {
            for name in names.iter().map(|(name, _)| key(name)) {
                for choice in [&choice.id, &choice.label] {
                    let forms = ["___", ":", ": ", " ", " - "].map(|between| format!("{name}{between}{choice}"));
                    let enclosed = [format!("{name} [{choice}]"), format!("{name} (choice={choice})")];
                    for form in forms.iter().chain(&enclosed) {
                        self.add(form, How::Part, Target::Part(place, part));
                    }
                }
            }
        }
    }

    /// What a header stands for: what the user says, else what it names.
    pub(crate) fn meant(&self, header: &str) -> Meant {
        let key = key(header);
        if self.ignored.contains(&key) {
            return Meant::Nothing;
        }
        if let Some(target) = self.told.get(&key) {
            return Meant::One(*target, How::Told);
        }
        self.named(&key)
    }

    /// What a name stands for: what it most surely is, unless that is several things.
    fn named(&self, name: &str) -> Meant {
        let known = self.known.get(&key(name)).map_or(&[][..], Vec::as_slice);
        let surest = known.iter().map(|(how, _)| *how).min();
        let found: Vec<_> = known.iter().filter(|(how, _)| Some(*how) == surest).collect();
        match found.as_slice() {
            [] => Meant::Nothing,
            [(how, target)] => Meant::One(*target, *how),
            several => Meant::Several(several.iter().map(|(_, target)| self.name(*target)).collect()),
        }
    }

    /// What something is called in the protocol.
    pub(crate) fn name(&self, target: Target) -> String {
        self.protocol.target(target)
    }

    /// The columns of the case, the question and the answer.
    pub(crate) fn columns(&self, cells: &[Cell]) -> [Option<usize>; 3] {
        let keys: Vec<String> = cells.iter().map(|cell| key(&cell.text())).collect();
        let case = cells.iter().position(|cell| matches!(self.meant(&cell.text()), Meant::One(Target::Case, _)));
        let find = |names: &[&str]| names.iter().find_map(|name| keys.iter().position(|key| key == name));
        [case, find(&QUESTION_HEADERS), find(&ANSWER_HEADERS)]
    }

    /// How the answers stand under such a header.
    pub(crate) fn form(&self, cells: &[Cell]) -> Form {
        let is_question = |cell: &Cell| match self.meant(&cell.text()) {
            Meant::One(target, _) => matches!(target, Target::Question(_) | Target::Part(..)),
            Meant::Several(_) => true,
            Meant::Nothing => false,
        };
        match (self.columns(cells), cells.iter().any(is_question)) {
            ([Some(case), Some(question), Some(answer)], false) => Form::Long([case, question, answer]),
            ([Some(_), Some(_), Some(_)], true) => Form::Unclear,
            ([Some(case), _, _], true) => Form::Wide(case),
            _ => Form::None,
        }
    }

    /// How well a row fits as the header: by how many of its cells mean something.
    pub(crate) fn fit(&self, cells: &[Cell]) -> usize {
        let has_meaning = |cell: &&Cell| !matches!(self.meant(&cell.text()), Meant::Nothing);
        if let Form::None = self.form(cells) { 0 } else { cells.iter().filter(has_meaning).count() }
    }

    /// Notes the headers that the user named but that are not there.
    pub(crate) fn check(&self, table: &mut Table<'_>) {
        let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.text().into_owned()).collect();
        for header in self.said.iter().filter(|said| !headers.iter().any(|header| key(header) == key(said))) {
            let hint = suggestion(header, headers.iter().map(String::as_str));
            table.wrong(table.header.line, None, msg!("cases-told-missing", header = *header), Some(hint));
        }
    }
}

impl Protocol {
    /// What a column of answers stands for, as it may be named on the command line.
    pub fn target(&self, target: Target) -> String {
        let question = |place: usize| self.questions.get(place);
        match target {
            Target::Case => "case_id".to_owned(),
            Target::Attribute(place) => self.attributes.get(place).map(|known| known.id.clone()).unwrap_or_default(),
            Target::Question(place) => question(place).map(|asked| asked.id.clone()).unwrap_or_default(),
            Target::Part(place, part) => {
                let named = question(place).and_then(|asked| Some((asked, asked.choices().get(part)?)));
                named.map(|(asked, choice)| format!("{}:{}", asked.id, choice.id)).unwrap_or_default()
            }
        }
    }
}
