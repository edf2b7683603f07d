//! What the names of columns stand for: questions, choices of multi-answers, attributes, the case.

use super::codebook::Variable;
use super::{ANSWER_HEADERS, Form, LONG, QUESTION_HEADERS, Said};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::suggest::suggestion;
use crate::base::table::{Cell, Table};
use crate::base::text::folded;
use crate::exchange::forms::redcap;
use crate::exchange::interchange::legend::Legend;
use crate::exchange::interchange::name::{Source, variables};
use crate::msg;
use crate::study::case::synonyms::{ID_HEADERS, synonyms};
use crate::study::index::QuestionIx;
use crate::study::protocol::{Choice, Per, Protocol, Question};
use std::collections::HashMap;

/// What stands between a question and a choice of it in headers, and behind both.
const BETWEEN: [(&str, &str); 11] = [
    ("___", ""),
    ("__", ""),
    (":", ""),
    (" - ", ""),
    ("/", ""),
    (".", ""),
    ("_", ""),
    (" ", ""),
    ("[", "]"),
    ("(", ")"),
    ("(choice=", ")"),
];

/// What a name stands for, by place in the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The case's id.
    Case,
    /// A question.
    Question(QuestionIx),
    /// A choice of a question that has several answers.
    Part(QuestionIx, usize),
    /// An attribute of the case list.
    Attribute(usize),
}

impl Target {
    /// The question that is answered in one cell.
    fn question(self) -> Option<QuestionIx> {
        if let Self::Question(place) = self { Some(place) } else { None }
    }
}

/// By what a name was recognised, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The user said so.
    Told,
    /// It is the id.
    Id,
    /// It is what the exports of this program call it.
    Export,
    /// It is the text of the question, or another name of the attribute.
    Text,
    /// It is the number of the question.
    Number,
    /// It is the question with a choice of it.
    Part,
}

/// What is meant by a name.
pub(crate) enum Interpretation {
    One(Target, How),
    /// It could be any of these.
    Several(Vec<String>),
    Nothing,
}

/// Whether a file is one that this program writes for spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Own {
    No,
    /// It is, and every cell is what it says.
    Plain,
    /// It is, with guards before what a spreadsheet would take for something else.
    Guarded,
}

/// Every name that something has.
pub(crate) struct Names<'a> {
    protocol: &'a Protocol,
    known: HashMap<String, Vec<(How, Target)>>,
    /// Ids and the names of exports, letter by letter.
    exact: HashMap<String, Vec<(How, Target)>>,
    /// The columns of an export, and what stands in them, where a codebook says so.
    book: HashMap<String, (Option<Target>, Legend)>,
    /// What the user said of headers, and which are to be passed over.
    told: HashMap<String, Target>,
    ignored: Vec<String>,
    /// Whether the file is one of this program's own.
    pub(crate) own: Own,
    /// The headers that the user named.
    said: Vec<&'a str>,
}

/// A name without what makes no difference: case, accents, blanks and the mark at the end.
pub(crate) fn key(name: &str) -> String {
    let name = folded(name).split_whitespace().collect::<Vec<_>>().join(" ");
    name.trim_end_matches(['?', ':', '.', ' ']).to_owned()
}

impl<'a> Names<'a> {
    /// The names in the protocol, and what the user and the codebook of the file say of its columns.
    pub(crate) fn of(protocol: &'a Protocol, said: &'a Said, book: &[&Variable]) -> Result<Self> {
        let columns = &said.hints.columns;
        let headers = columns.iter().map(|(_, header)| header).chain(&said.ignored).map(String::as_str).collect();
        let ignored = said.ignored.iter().map(|header| key(header)).collect();
        let (known, exact, told) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut names =
            Self { protocol, known, exact, book: HashMap::new(), told, ignored, own: Own::No, said: headers };
        names.add_all();
        names.book = book.iter().map(|one| (one.name.clone(), names.booked(one))).collect();
        let mut faults = Vec::new();
        for (name, header) in columns {
            if let Interpretation::One(target, _) = names.named(name) {
                if names.told.insert(key(header), target).is_some_and(|other| other != target) {
                    faults
                        .push(Fault::new(msg!("cases-column-option-twice", name = header.as_str())).exit(Exit::Usage));
                }
            } else {
                let ids = protocol.questions.iter().map(|question| question.id.as_str());
                let hint = suggestion(name, ids.chain(protocol.attributes.iter().map(|known| known.id.as_str())));
                faults.push(
                    Fault::new(msg!("cases-column-option-unknown", name = name.as_str())).hint(hint).exit(Exit::Usage),
                );
            }
        }
        if faults.is_empty() { Ok(names) } else { Err(Faults(faults)) }
    }

    /// The same, in a file that may be this program's own.
    pub(crate) fn of_file(self, own: Own) -> Self {
        Self { own, ..self }
    }

    fn add(&mut self, name: &str, how: How, target: Target) {
        let known = self.known.entry(key(name)).or_default();
        if !known.iter().any(|(_, other)| *other == target) {
            known.push((how, target));
        }
    }

    fn add_exact(&mut self, name: &str, how: How, target: Target) {
        let known = self.exact.entry(name.to_owned()).or_default();
        if !known.iter().any(|(_, other)| *other == target) {
            known.push((how, target));
        }
    }

    /// What a codebook says of a column.
    fn booked(&self, variable: &Variable) -> (Option<Target>, Legend) {
        let question = self.protocol.question(&variable.question);
        let choice = question.and_then(|place| self.protocol.questions.get(place)?.choice(&variable.choice));
        let exact = || self.exact.get(&variable.name).and_then(|known| known.iter().min_by_key(|(how, _)| *how));
        let target = match (question, choice) {
            (Some(place), Some((part, _))) => Some(Target::Part(place, part)),
            (Some(place), None) => Some(Target::Question(place)).filter(|_| variable.choice.is_empty()),
            (None, _) => exact().map(|(_, target)| *target).filter(|_| variable.question.is_empty()),
        };
        (target, Legend::known(&variable.codes))
    }

    /// The exact ids, and the names that the tables and records of this program have.
    fn add_exports(&mut self) {
        let protocol = self.protocol;
        let attributes = protocol.attributes.iter().enumerate().filter(|(_, known)| known.is_about(Per::Case));
        attributes.for_each(|(place, known)| self.add_exact(&known.id, How::Id, Target::Attribute(place)));
        let questions = || protocol.questions.iter_enumerated();
        questions().for_each(|(place, asked)| self.add_exact(&asked.id, How::Id, Target::Question(place)));
        for (name, source) in variables(protocol) {
            match source {
                Source::Case => self.add_exact(&name, How::Id, Target::Case),
                Source::Column(place) if protocol.attributes.get(place).is_some_and(|one| one.is_about(Per::Case)) => {
                    self.add_exact(&name, How::Export, Target::Attribute(place));
                }
                Source::Question(place) => self.add_exact(&name, How::Export, Target::Question(place)),
                Source::Choice(place, part) => self.add_exact(&name, How::Export, Target::Part(place, part)),
                Source::Column(_) | Source::AgeGroup | Source::Coder => {}
            }
        }
        let fields = redcap::fields(protocol).0;
        for ((place, asked), field) in questions().zip(fields.iter().skip(protocol.attributes.len())) {
            if !asked.is_multi() {
                self.add_exact(&field.name, How::Export, Target::Question(place));
            }
            for (part, (code, _)) in field.codes.iter().enumerate().filter(|_| asked.is_multi()) {
                self.add_exact(&field.column(code), How::Export, Target::Part(place, part));
            }
        }
        for (place, field) in fields.iter().enumerate().take(protocol.attributes.len()) {
            self.add_exact(&field.name, How::Export, Target::Attribute(place));
        }
        self.add_exact(redcap::record(protocol), How::Export, Target::Case);
    }

    fn add_all(&mut self) {
        self.add_exports();
        self.add("case_id", How::Id, Target::Case);
        for name in ID_HEADERS {
            self.add(name, How::Text, Target::Case);
        }
        let protocol = self.protocol;
        if let Some(label) = redcap::record_label(protocol) {
            self.add(&label, How::Text, Target::Case);
        }
        for (place, attribute) in protocol.attributes.iter().enumerate().filter(|(_, known)| known.is_about(Per::Case))
        {
            self.add(&attribute.id, How::Id, Target::Attribute(place));
            for name in std::iter::once(&attribute.label.as_str()).chain(synonyms(attribute)) {
                self.add(name, How::Text, Target::Attribute(place));
            }
        }
        for (place, question) in protocol.questions.iter_enumerated() {
            self.add_question(place, question);
        }
    }

    /// Adds a question's id, text and number, and each of its choices behind these.
    fn add_question(&mut self, place: QuestionIx, question: &Question) {
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
    }

    /// What a header stands for: what the user says, else what it names.
    pub(crate) fn meant(&self, header: &str) -> Interpretation {
        let key = key(header);
        if self.ignored.contains(&key) {
            return Interpretation::Nothing;
        }
        if let Some(target) = self.told.get(&key) {
            return Interpretation::One(*target, How::Told);
        }
        match self.book.get(header.trim()) {
            Some((Some(target), _)) => Interpretation::One(*target, How::Export),
            Some((None, _)) => Interpretation::Nothing,
            None => self.named(header),
        }
    }

    /// The question that a header is about, answered in one cell.
    pub(crate) fn question(&self, header: &str) -> Option<QuestionIx> {
        match self.meant(header) {
            Interpretation::One(Target::Question(place), _) => Some(place),
            _ => None,
        }
    }

    /// What stands for the choices of a question, where the codebook of the file says so.
    pub(crate) fn codes(&self, question: QuestionIx) -> Option<Legend> {
        let is_it = |target: &Option<Target>| *target == Some(Target::Question(question));
        let known = self.book.values().find(|(target, _)| is_it(target));
        known.map(|(_, legend)| legend.clone())
    }

    /// The value of an attribute that a cell stands for, where the codebook of the file says so.
    pub(crate) fn value(&self, header: &str, text: &str) -> Option<&str> {
        self.book.get(header)?.1.id(text)
    }

    /// What a name stands for: what it most surely is, unless that is several things.
    fn named(&self, name: &str) -> Interpretation {
        let whole = |name: &str| self.exact.get(name.trim()).or_else(|| self.known.get(&key(name))).cloned();
        let known = whole(name).unwrap_or_else(|| self.part(name));
        let known = if known.is_empty() { self.grouped(name) } else { known };
        let surest = known.iter().map(|(how, _)| *how).min();
        let found: Vec<_> = known.iter().filter(|(how, _)| Some(*how) == surest).collect();
        match found.as_slice() {
            [] => Interpretation::Nothing,
            [(how, target)] => Interpretation::One(*target, *how),
            several => Interpretation::Several(several.iter().map(|(_, target)| self.name(*target)).collect()),
        }
    }

    /// The choice of a question that a name joins with it, such as `contacts/family` or `contacts [family]`.
    fn part(&self, name: &str) -> Vec<(How, Target)> {
        let mut found = Vec::new();
        for (between, end) in BETWEEN {
            for (at, _) in name.match_indices(between) {
                let (question, rest) = (name.get(..at).unwrap_or_default(), name.get(at + between.len()..));
                let Some(choice) = rest.and_then(|rest| rest.trim().strip_suffix(end)).map(key) else { continue };
                let known = self.exact.get(question.trim()).or_else(|| self.known.get(&key(question)));
                for place in known.into_iter().flatten().filter_map(|(_, target)| target.question()) {
                    let Some(asked) = self.protocol.questions.get(place).filter(|asked| asked.is_multi()) else {
                        continue;
                    };
                    let is_it = |one: &Choice| {
                        [&one.id, &one.label].into_iter().chain(&one.code).any(|name| key(name) == choice)
                    };
                    let parts = asked.choices().iter().enumerate().filter(|(_, one)| is_it(one));
                    found.extend(parts.map(|(part, _)| (How::Part, Target::Part(place, part))));
                }
            }
        }
        found.sort_unstable_by_key(|(_, target)| *target);
        found.dedup();
        found
    }

    /// What a name stands for without the groups of a form that ODK and Kobo write before it.
    fn grouped(&self, name: &str) -> Vec<(How, Target)> {
        let question =
            |rest: &str| self.exact.get(rest).filter(|known| known.iter().all(|(how, _)| *how == How::Id)).cloned();
        let rest = name.match_indices(['/', '-']).filter_map(|(at, _)| name.get(at + 1..));
        let mut found = rest.map(|rest| question(rest).unwrap_or_else(|| self.part(rest)));
        found.find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// What something is called in the protocol.
    pub(crate) fn name(&self, target: Target) -> String {
        self.protocol.target(target)
    }

    /// The columns of the case, the question and the answer.
    pub(crate) fn columns(&self, cells: &[Cell]) -> [Option<usize>; 3] {
        let keys: Vec<String> = cells.iter().map(|cell| key(&cell.text())).collect();
        let case =
            cells.iter().position(|cell| matches!(self.meant(&cell.text()), Interpretation::One(Target::Case, _)));
        let find = |names: &[&str]| names.iter().find_map(|name| keys.iter().position(|key| key == name));
        [case, find(&QUESTION_HEADERS), find(&ANSWER_HEADERS)]
    }

    /// How the answers stand under such a header.
    pub(crate) fn form(&self, cells: &[Cell]) -> Form {
        let is_question = |cell: &Cell| match self.meant(&cell.text()) {
            Interpretation::One(target, _) => matches!(target, Target::Question(_) | Target::Part(..)),
            Interpretation::Several(_) => true,
            Interpretation::Nothing => false,
        };
        let columns = self.columns(cells);
        if let ([Some(case), Some(question), Some(answer)], true) = (columns, Self::is_own_long(cells)) {
            return Form::Long([case, question, answer]);
        }
        match (columns, cells.iter().any(is_question)) {
            ([Some(case), Some(question), Some(answer)], false) => Form::Long([case, question, answer]),
            ([Some(_), Some(_), Some(_)], true) => Form::Unclear,
            ([Some(case), _, _], true) => Form::Wide(case),
            _ => Form::None,
        }
    }

    /// Whether these are the headers of this program's own table with one row an answer.
    pub(crate) fn is_own_long(cells: &[Cell]) -> bool {
        cells.len() > LONG.len() && cells.iter().rev().zip(LONG.iter().rev()).all(|(cell, own)| cell.raw == *own)
    }

    /// How well a row fits as the header: by how many of its cells mean something.
    pub(crate) fn fit(&self, cells: &[Cell]) -> usize {
        let has_meaning = |cell: &&Cell| !matches!(self.meant(&cell.text()), Interpretation::Nothing);
        if let Form::None = self.form(cells) { 0 } else { cells.iter().filter(has_meaning).count() }
    }

    /// Notes the headers that the user named but that are not there.
    pub(crate) fn check(&self, table: &mut Table<'_>) {
        let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.text().into_owned()).collect();
        for header in self.said.iter().filter(|said| !headers.iter().any(|header| key(header) == key(said))) {
            let hint = suggestion(header, headers.iter().map(String::as_str));
            table.wrong(table.header.line, None, msg!("cases-column-option-missing", header = *header), Some(hint));
        }
    }
}

impl Protocol {
    /// What a column of answers stands for, as it may be named on the command line.
    pub fn target(&self, target: Target) -> String {
        let question = |place: QuestionIx| self.questions.get(place);
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
