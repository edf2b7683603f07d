//! The study as a table: one row a case or an entry of a unit, one column a variable.

use super::code::Code;
use super::{Wanted, code};
use crate::base::language::Words;
use crate::base::progress;
use crate::exchange::interchange::choices::called_value;
pub(crate) use crate::exchange::interchange::name::Source;
use crate::exchange::interchange::name::variables;
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::{Cell, CellStatus};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::code::is_number;
use crate::study::protocol::{Attribute, Kind, Part, Per, Question};
use crate::study::tally::Tally;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// What a variable's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// A number that stands for a choice.
    Code,
    /// 1 where a choice is given, 0 where others are.
    Flag,
    /// A number.
    Number,
    /// A date, its month or its year alone.
    Date,
    /// Text, or a value of the case list.
    Text,
}

impl Type {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Flag => "flag",
            Self::Number => "number",
            Self::Date => "date",
            Self::Text => "text",
        }
    }

    /// Whether programs reckon with its values.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Code | Self::Flag | Self::Number)
    }
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// What it tells.
    pub source: Source,
    /// It in words.
    pub label: String,
    /// What its values are.
    pub kind: Type,
    /// Its values, where they are known beforehand.
    pub codes: Vec<Code>,
}

/// A cell of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Datum<'a> {
    /// Nothing that counts.
    Empty,
    /// One of the variable's values.
    Code(&'a Code),
    /// A number, a date or a text.
    Text(Cow<'a, str>),
}

/// The cases, or the units' entries, that are counted.
pub struct Data<'a> {
    study: &'a Study,
    tally: &'a Tally,
    /// Which of both they are.
    pub per: Per,
    /// The columns.
    pub variables: Vec<Variable>,
    /// The rows: the places of the cases.
    pub cases: Vec<CaseIx>,
}

impl<'a> Data<'a> {
    /// The rows, each a step of what is under way.
    pub fn counted(&self) -> impl Iterator<Item = CaseIx> {
        self.cases.iter().copied().inspect(|_| progress::step(1))
    }

    /// What a tally counts of a kind of cases.
    pub fn of(study: &'a Study, tally: &'a Tally, per: Per, wanted: Wanted, words: &Words) -> Self {
        let cases = study.cases.of(per).filter(|&case| tally.is_listed(case)).collect();
        let names = variables(&study.protocol).into_iter().map(|(name, source)| (source, name)).collect();
        let mut data = Self { study, tally, per, variables: Vec::new(), cases };
        let mut adding = Adding { names, words, data: &mut data };
        adding.add(Source::Case, words.get("export-case"), Type::Text, Vec::new());
        for (column, attribute) in study.protocol.attributes.iter().enumerate() {
            if attribute.is_about(per) {
                adding.attribute(column, attribute, wanted);
            }
        }
        if wanted.coders {
            adding.add(Source::Coder, words.get("export-coder"), Type::Text, Vec::new());
        }
        for (place, question) in study.protocol.questions.iter_enumerated() {
            if question.per == per {
                adding.question(place, question);
            }
        }
        data
    }

    /// The age groups that there are, the youngest first.
    fn age_groups(&self, words: &Words) -> Vec<Code> {
        let group = |&case: &CaseIx| self.study.cases.age_group(&self.study.protocol, case);
        let groups: BTreeSet<(i32, i32)> = self.cases.iter().filter_map(group).collect();
        let code = |(from, to): (i32, i32)| {
            let label = words.say(&msg!("screen-age", from = i64::from(from), to = i64::from(to)));
            plain(&age_group(from, to), &label)
        };
        groups.into_iter().map(code).collect()
    }

    /// How its files are called.
    pub fn stem(&self) -> &'static str {
        match self.per {
            Per::Case => "data",
            Per::Unit => "verksamhet",
        }
    }

    /// How a table of them is called for people.
    pub fn sheet(&self) -> &'static str {
        if self.per == Per::Case { "svar" } else { self.stem() }
    }

    /// The file with a row a case.
    pub fn file(&self) -> String {
        format!("{}-bred.csv", self.stem())
    }

    /// How a question stands in a case.
    pub fn cell(&self, case: CaseIx, place: QuestionIx) -> Cell {
        self.tally.cells(case)[place]
    }

    /// The answer that counts, a text under the name that it counts as.
    pub fn answer(&self, case: CaseIx, place: QuestionIx) -> Option<&'a str> {
        let cell = self.cell(case, place);
        let answers = &self.study.answers;
        (cell.status == CellStatus::Answered).then(|| answers.text(answers.counted_as(place, cell.value)))
    }

    /// What stands in a case's row for a variable.
    pub fn datum<'v>(&self, case: CaseIx, variable: &'v Variable) -> Datum<'v>
    where
        'a: 'v,
    {
        let cases = &self.study.cases;
        let text: Cow<'a, str> = match variable.source {
            Source::Case => cases.cases.at(case).id.as_str().into(),
            Source::Column(column) => cases.value(case, column).into(),
            Source::AgeGroup => {
                let group = cases.age_group(&self.study.protocol, case);
                group.map_or_else(String::new, |(from, to)| age_group(from, to)).into()
            }
            Source::Coder => self.study.answers.owner(case).unwrap_or_default().into(),
            Source::Question(place) => self.answer(case, place).unwrap_or_default().into(),
            Source::Choice(place, at) => {
                let Some(answer) = self.answer(case, place) else { return Datum::Empty };
                let question = self.study.protocol.questions.at(place);
                let given = question.chosen(answer).any(|(chosen, _)| chosen == at);
                if given { "1" } else { "0" }.into()
            }
        };
        match variable.codes.iter().find(|code| code.id == text) {
            Some(code) => Datum::Code(code),
            None if text.is_empty() => Datum::Empty,
            None => Datum::Text(text),
        }
    }
}

/// The variables while they are added.
struct Adding<'d, 'a> {
    names: HashMap<Source, String>,
    words: &'d Words,
    data: &'d mut Data<'a>,
}

impl Adding<'_, '_> {
    fn add(&mut self, source: Source, label: String, kind: Type, codes: Vec<Code>) {
        let name = self.names.remove(&source).unwrap_or_default();
        self.data.variables.push(Variable { name, source, label, kind, codes });
    }

    fn attribute(&mut self, column: usize, attribute: &Attribute, wanted: Wanted) {
        let label = attribute.label.clone();
        match attribute.part {
            Some(Part::BirthYear { .. }) if wanted.birth_year => {
                self.add(Source::Column(column), label, Type::Number, Vec::new());
            }
            Some(Part::BirthYear { .. }) => {
                let label = self.words.get("export-age-group");
                let codes = self.data.age_groups(self.words);
                self.add(Source::AgeGroup, label, Type::Text, codes);
            }
            _ => {
                let code = |(code, _): &(String, String)| Code {
                    name: called_value(attribute, code).to_owned(),
                    ..plain(code, attribute.one_of(code))
                };
                let codes = attribute.values.iter().map(code).collect();
                self.add(Source::Column(column), label, Type::Text, codes);
            }
        }
    }

    fn question(&mut self, place: QuestionIx, question: &Question) {
        let codes = code::codes(question.choices());
        let kind = match &question.kind {
            Kind::Choices(choices) => {
                return choices.iter().enumerate().for_each(|(at, choice)| {
                    let label = format!("{} {}", question.text, choice.label);
                    let codes = [("0", "export-no"), ("1", "export-yes")];
                    let codes = codes.map(|(code, key)| plain(code, &self.words.get(key)));
                    self.add(Source::Choice(place, at), label, Type::Flag, codes.into());
                });
            }
            Kind::Choice(_) if codes.iter().all(|code| is_number(&code.code)) => Type::Code,
            Kind::Choice(_) | Kind::Text => Type::Text,
            Kind::Number { .. } => Type::Number,
            Kind::Date => Type::Date,
        };
        self.add(Source::Question(place), question.text.clone(), kind, codes);
    }
}

/// A value that is called as it is.
fn plain(code: &str, label: &str) -> Code {
    Code {
        code: code.into(),
        id: code.into(),
        label: label.into(),
        name: label.into(),
        meaning: String::new(),
        missing: false,
    }
}

fn age_group(from: i32, to: i32) -> String {
    format!("{from}-{to}")
}

/// A cell for programs: codes.
pub fn coded(_: &Variable, datum: &Datum<'_>) -> String {
    match datum {
        Datum::Empty => String::new(),
        Datum::Code(code) => code.code.clone(),
        Datum::Text(text) => text.to_string(),
    }
}

/// A cell for Swedish readers: labels, and numbers with a decimal comma.
pub fn shown(variable: &Variable, datum: &Datum<'_>) -> String {
    match (variable.kind, datum) {
        (Type::Number, Datum::Text(text)) => text.replace('.', ","),
        (Type::Code | Type::Text, Datum::Code(code)) => code.name.clone(),
        _ => coded(variable, datum),
    }
}
