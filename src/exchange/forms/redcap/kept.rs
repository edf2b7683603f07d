//! What a dictionary says of a field that a protocol has no word for: kept with the question, and written again where
//! it still says what the protocol says.

use super::annotation::Annotation;
use super::logic::Variable;
use super::sheet::{COLUMNS, Column, Losses, Row, Walk};
use super::{guide, html, kind};
use crate::base::table::written as csv_row;
use crate::exchange::forms::logic::Logic;
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Derive, Kind, Protocol, Question};
use csv::ReaderBuilder;

/// The rows before a question that are no questions themselves.
pub(crate) const BEFORE: &str = "before";
/// The rows after the last question.
pub(crate) const AFTER_ALL: &str = "after";
/// The columns that say together how a field is answered.
const ANSWER: [Column; 5] = [Column::Type, Column::Choices, Column::Validation, Column::Min, Column::Max];

/// What is kept of a row that is written otherwise, column by column, with the rows before it.
pub(crate) fn kept(row: &Row, written: &Row, before: &[Row]) -> Vec<(String, String)> {
    let said = |row: &Row, column: Column| match column {
        Column::Annotation => Annotation::read(row.get(column)).foreign,
        // A cell is read without what stands around it.
        _ => row.get(column).replace('\u{a0}', " ").trim().to_owned(),
    };
    let differs = |(column, _, _): &&(Column, &str, &str)| {
        *column != Column::Name && said(row, *column) != said(written, *column)
    };
    let columns = COLUMNS.iter().filter(differs).map(|(column, _, name)| ((*name).to_owned(), said(row, *column)));
    let before = (!before.is_empty()).then(|| (BEFORE.to_owned(), lines(before)));
    before.into_iter().chain(columns).collect()
}

/// Rows as lines of a dictionary.
pub(crate) fn lines(rows: &[Row]) -> String {
    rows.iter().map(|row| csv_row(COLUMNS.iter().map(|(column, _, _)| row.get(*column)))).collect()
}

/// The rows that are kept under a name.
pub(crate) fn rows(form: &[(String, String)], name: &str) -> Vec<Row> {
    let text = form.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let row = |record: csv::StringRecord| {
        let mut row = Row::default();
        for ((column, _, _), text) in COLUMNS.iter().zip(record.iter()) {
            row.set(*column, text);
        }
        row
    };
    reader.records().map_while(Result::ok).map(row).filter(|row| !row.get(Column::Name).is_empty()).collect()
}

/// The text that is kept of a column.
pub(crate) fn column(form: &[(String, String)], column: Column) -> Option<&str> {
    form.iter().find(|(name, _)| *name == column.name()).map(|(_, text)| text.as_str())
}

/// A question that is written, and what it is written of.
pub(crate) struct Written<'a> {
    pub(crate) protocol: &'a Protocol,
    pub(crate) place: QuestionIx,
    pub(crate) question: &'a Question,
    pub(crate) variable: &'a Variable,
    pub(crate) variables: &'a [Variable],
    /// Whether some question says that it must be answered.
    pub(crate) uses_required: bool,
}

impl Written<'_> {
    /// Puts what is kept of the columns in the place of what is written, wherever both say the same.
    pub(crate) fn restore(&self, row: &mut Row, before: &mut Vec<Row>) {
        let kept = |one: Column| column(&self.question.form, one);
        let mut whole = row.clone();
        for (column, _, _) in COLUMNS {
            if let Some(text) = kept(column) {
                whole.put(column, text);
            }
        }
        let mut take = |columns: &[Column], holds: bool| {
            for column in columns.iter().filter(|_| holds) {
                row.put(*column, whole.get(*column));
            }
        };
        take(&[Column::Alignment, Column::Number, Column::Matrix, Column::Ranking, Column::Identifier], true);
        let is_answer = self.is_answer(&whole);
        take(&ANSWER, is_answer);
        take(&[Column::Label], self.is_label(whole.get(Column::Label)));
        take(&[Column::Required], !self.uses_required || self.question.optional != whole.says_yes(Column::Required));
        take(&[Column::Logic], self.is_logic(whole.get(Column::Logic)));
        if !is_answer {
            for column in ANSWER {
                whole.put(column, row.get(column));
            }
        }
        let is_guided = guide::guidance(before, &whole) == self.question.guidance;
        if is_guided {
            row.put(Column::Note, whole.get(Column::Note));
        } else {
            before.retain(|row| !guide::is_text(row));
        }
    }

    /// The annotation that is kept, if it says of the choices what the question says.
    pub(crate) fn annotation(&self, written: &str) -> Option<&str> {
        let kept = column(&self.question.form, Column::Annotation)?;
        let is_offered =
            |code: &&str| self.question.is_multi() && self.variable.codes.iter().any(|(known, _)| known == code);
        let alone = |text: &str| -> Vec<String> {
            Annotation::read(text).alone().into_iter().filter(is_offered).map(str::to_owned).collect()
        };
        (alone(kept) == alone(written)).then_some(kept)
    }

    fn is_label(&self, label: &str) -> bool {
        let text = html::line(label);
        text == self.question.text || text.is_empty() && self.variable.name == self.question.text
    }

    /// Whether the columns say how the question is answered.
    fn is_answer(&self, row: &Row) -> bool {
        if let Some(Derive::Sum(places)) = &self.question.derive {
            let name = |place: &QuestionIx| Some(self.protocol.questions.get(*place)?.id.as_str());
            let id = |name: &str| Some(self.variables.iter().find(|one| one.name == name)?.id.as_str());
            let read = kind::summed(row.get(Column::Choices));
            let read = read.map(|names| names.into_iter().map(id).collect::<Vec<_>>());
            return row.kind() == "calc" && read == Some(places.iter().map(name).collect());
        }
        let mut losses = Losses::default();
        let read = kind::kind(row, self.protocol.lang, &mut losses, &mut super::notice::Notices::default());
        let offered = |codes: &[String], kind: &Kind| -> Vec<(String, String)> {
            let labels = match kind {
                Kind::Choice(all) | Kind::Choices(all) => all.iter().map(|one| one.label.clone()).collect(),
                _ => Vec::new(),
            };
            codes.iter().cloned().zip(labels).collect()
        };
        let codes: Vec<String> = self.variable.codes.iter().map(|(code, _)| code.clone()).collect();
        let Some((kind, read)) = read.filter(|_| losses.list.is_empty() && self.question.derive.is_none()) else {
            return false;
        };
        let plain = |offered: Vec<(String, String)>| -> Vec<(String, String)> {
            let line = |label: &str| html::line(&html::escaped(label).replace('|', "/"));
            offered.into_iter().map(|(code, label)| (code, line(&label))).collect()
        };
        let is_same_offer = plain(offered(&read, &kind)) == plain(offered(&codes, &self.question.kind));
        is_same_offer
            && match (&kind, &self.question.kind) {
                (Kind::Number { min, max, .. }, Kind::Number { min: least, max: most, .. }) => {
                    min == least && max == most
                }
                (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
            }
    }

    /// Whether branching logic is the condition of the question.
    fn is_logic(&self, text: &str) -> bool {
        let text = html::plain(text);
        let read = || -> Option<Filter> {
            let logic = super::logic::read(&text, self.variables).ok()?;
            let (parts, lost) = logic.carried(self.protocol, self.place, self.question.per).told();
            if !lost.0.is_empty() {
                return None;
            }
            Logic::And(parts).filter(self.protocol, self.place, self.question.per).ok()
        };
        let read = if text.is_empty() { Some(Filter::default()) } else { read() };
        read.as_ref() == Some(&self.question.when)
    }
}

/// Puts what is kept of the form and the heading of a row, if its question comes to lie in the area then.
pub(crate) fn place(row: &mut Row, form: &[(String, String)], walk: &mut Walk, area: &str) {
    let mut kept = row.clone();
    for one in [Column::Form, Column::Section] {
        if let Some(text) = column(form, one) {
            kept.put(one, text);
        }
    }
    let label = html::line(&html::escaped(area));
    let fits = |row: &Row| walk.clone().enter(row) == label;
    let mut bare = kept.clone();
    bare.put(Column::Section, "");
    if fits(&kept) {
        *row = kept;
    } else if fits(&bare) {
        *row = bare;
    } else {
        row.put(Column::Form, kept.get(Column::Form));
        row.put(Column::Section, html::escaped(area));
    }
    walk.enter(row);
}
