//! What a file's columns hold as a whole, from which it follows how their cells are read.

use super::column::{Names, Own};
use super::value::parts;
use super::{Form, Said};
use crate::base::fault::Fault;
use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::base::table::said::{is_missing, is_sign};
use crate::base::table::{Cell, Row, Table};
use crate::exchange::interchange::choices::named;
use crate::exchange::interchange::legend::{Codes, Legend};
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::code::is_number;
use crate::study::protocol::{Choice, Kind, Protocol, Question};
use std::collections::{BTreeMap, HashMap, HashSet};

/// At most so many different values of a column are named.
const NAMED: usize = 8;

/// How the columns of a file are read, and which cannot be.
#[derive(Default)]
pub(crate) struct Survey {
    legends: HashMap<QuestionIx, Legend>,
    /// Names alone.
    plain: Legend,
    refused: HashSet<QuestionIx>,
    pub(crate) faults: Vec<Fault>,
}

/// A value: where it stands first, and how often it stands there.
struct Seen {
    line: usize,
    cell: Cell,
    n: usize,
}

/// The values of a question.
type Values = BTreeMap<String, Seen>;

impl Survey {
    /// Reads a whole table once.
    pub(crate) fn of(
        protocol: &Protocol,
        names: &Names<'_>,
        said: &Said,
        mut table: Table<'_>,
        usable: impl Fn(Row) -> Option<Row>,
    ) -> Self {
        let form = names.form(&table.header.cells);
        let targets: Vec<Option<QuestionIx>> =
            table.header.cells.iter().map(|cell| names.question(&cell.text())).collect();
        let mut values: HashMap<QuestionIx, Values> = HashMap::new();
        while let Some(row) = table.next_row() {
            let Some(row) = usable(row) else { continue };
            let line = row.line;
            let mut note = |place: Option<QuestionIx>, cell: &Cell| {
                if let Some(place) = place.filter(|_| !cell.raw.is_empty() && !said.missing.contains(&cell.raw)) {
                    let seen = values.entry(place).or_default().entry(cell.raw.clone());
                    seen.or_insert_with(|| Seen { line, cell: cell.clone(), n: 0 }).n += 1;
                }
            };
            match form {
                Form::Long([_, question, answer]) => {
                    if let (Some(question), Some(answer)) = (row.cells.get(question), row.cells.get(answer)) {
                        note(names.question(&question.text()), answer);
                    }
                }
                _ => targets.iter().zip(&row.cells).for_each(|(place, cell)| note(*place, cell)),
            }
        }
        let mut survey = Self::default();
        for (place, values) in values {
            if let Some(question) = protocol.questions.get(place) {
                survey.decide(place, question, &values, said, names, &table);
            }
        }
        survey
    }

    /// How the answers to a question are read.
    pub(crate) fn legend(&self, question: QuestionIx) -> &Legend {
        self.legends.get(&question).unwrap_or(&self.plain)
    }

    /// Whether nothing can be read of a question.
    pub(crate) fn refuses(&self, question: QuestionIx) -> bool {
        self.refused.contains(&question)
    }

    fn decide(
        &mut self,
        place: QuestionIx,
        question: &Question,
        values: &Values,
        said: &Said,
        names: &Names<'_>,
        table: &Table<'_>,
    ) {
        let own = || Names::is_own_long(&table.header.cells).then(|| Legend::ids(question.choices()));
        if let Some(codes) = names.codes(place).or_else(own) {
            self.legends.insert(place, codes);
            return;
        }
        let mut refuse = |seen: &Seen, message: Message, hint: Message| {
            self.refused.insert(place);
            let place = Some(Box::new(table.place(seen.line, Some(&seen.cell))));
            self.faults.push(Fault { place, hint: Some(hint), ..Fault::new(message) });
        };
        // A sign alone may be a text, or the name of a choice.
        let is_dash = |text: &str| {
            is_sign(text) && !matches!(question.kind, Kind::Text) && named(question.choices(), text).is_err()
        };
        let is_asked = said.codes != Some(Codes::Ids) && names.own == Own::No;
        let missing = values.iter().find(|(text, _)| is_asked && (is_missing(text) || is_dash(text)));
        if let Some((text, seen)) = missing {
            let message = msg!("coded-missing", question = question.id.as_str(), found = text.as_str(), n = seen.n);
            return refuse(seen, message, msg!("coded-missing-hint", found = text.as_str()));
        }
        let (Kind::Choice(choices) | Kind::Choices(choices)) = &question.kind else { return };
        let texts: Vec<(&str, &Seen)> = values
            .iter()
            .flat_map(|(text, seen)| split(question, choices, text).into_iter().map(move |one| (one, seen)))
            .collect();
        let column = Column { choices, texts: &texts };
        match column.reading(said.codes) {
            Ok(legend) => drop(self.legends.insert(place, legend)),
            Err(seen) => {
                let found = listed(&column.bare().iter().map(|(text, _)| *text).take(NAMED).collect::<Vec<_>>());
                let message =
                    msg!("coded-codes", question = question.id.as_str(), found = found, readings = column.readings());
                let ids = listed(&choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>());
                refuse(seen, message, msg!("coded-codes-hint", ids = ids));
            }
        }
    }
}

/// What stands for choices in a cell.
fn split<'t>(question: &Question, choices: &[Choice], text: &'t str) -> Vec<&'t str> {
    let whole = vec![text];
    if question.is_multi() { parts(choices, text, &Legend::default()).unwrap_or(whole) } else { whole }
}

/// The different values of a column about choices.
struct Column<'c, 't> {
    choices: &'c [Choice],
    texts: &'t [(&'t str, &'t Seen)],
}

impl<'t> Column<'_, 't> {
    /// How it is read: by names, or by the codes that the protocol gives; else where a value stands that is neither, but
    /// could be the code of an export or a key.
    fn reading(&self, wanted: Option<Codes>) -> Result<Legend, &'t Seen> {
        let codebook = Legend::codebook(self.choices);
        let is_given = self.choices.iter().any(|choice| choice.code.is_some());
        let name = |text: &str| named(self.choices, text).ok().map(|choice| choice.id.as_str());
        let code = |text: &str| codebook.choice(self.choices, text).map(|choice| choice.id.as_str());
        let differs = |text: &str| name(text).zip(code(text)).is_some_and(|(one, other)| one != other);
        let are_names = self.texts.iter().all(|(text, _)| name(text).is_some());
        // A number that is no code is none, although it is an id.
        let is_word = |text: &str| name(text).is_some() && !is_number(text);
        let are_codes = is_given && self.texts.iter().all(|(text, _)| code(text).is_some() || is_word(text));
        let twofold = self
            .texts
            .iter()
            .filter(|(text, _)| are_names && are_codes && differs(text))
            .min_by_key(|(_, seen)| seen.line);
        let unclear = match (twofold, are_names, are_codes) {
            (None, true, _) => return Ok(Legend::default()),
            (None, false, true) => return Ok(codebook),
            (Some((_, seen)), ..) => Some(*seen),
            (None, false, false) => self.bare().iter().map(|(_, seen)| *seen).min_by_key(|seen| seen.line),
        };
        match (unclear, wanted) {
            (None, _) | (Some(_), Some(Codes::Ids)) => Ok(Legend::default()),
            (Some(_), Some(Codes::Codebook)) => Ok(codebook),
            (Some(_), Some(Codes::Keys)) => Ok(Legend::keys(self.choices)),
            (Some(seen), None) => Err(seen),
        }
    }

    /// The values that are no names, or another's code, but codes or keys.
    fn bare(&self) -> Vec<(&'t str, &'t Seen)> {
        let legends = [Legend::codebook(self.choices), Legend::keys(self.choices)];
        let is_bare = |(text, _): &&(&str, &Seen)| {
            let name = named(self.choices, text).ok();
            let codes = legends.iter().take(if name.is_some() { 1 } else { 2 });
            let mut meant = codes.filter_map(|legend| legend.choice(self.choices, text));
            meant.any(|choice| name.is_none_or(|name| name.id != choice.id))
        };
        self.texts.iter().filter(is_bare).copied().collect()
    }

    /// Every reading with the option that chooses it.
    fn readings(&self) -> String {
        let bare = self.bare();
        let told = |option: &str, meaning: &dyn Fn(&str) -> Option<String>| {
            let one =
                |(text, _): &(&str, &Seen)| format!("{text} = {}", meaning(text).unwrap_or_else(|| "?".to_owned()));
            let means = bare.iter().any(|(text, _)| meaning(text).is_some());
            means.then(|| {
                format!("--codes {option}: {}", bare.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", "))
            })
        };
        let by = |legend: Legend| move |text: &str| legend.choice(self.choices, text).map(|choice| choice.id.clone());
        let name = |text: &str| named(self.choices, text).ok().map(|choice| choice.id.clone());
        let all = [
            told("keys", &by(Legend::keys(self.choices))),
            told("codebook", &by(Legend::codebook(self.choices))),
            told("ids", &name),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}
