//! The tables that files are written from.

use super::Export;
use super::data::{Data, Datum, Source, Type, Variable};
use crate::study::answers::case_view::CellStatus;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{BLANKED, Op};
use crate::study::ledger::evidence::Evidence;
use crate::study::protocol::{Kind, Question};

/// Rows below a head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|&name| name.to_owned()).collect(), rows: Vec::new() }
    }
}

/// One row a case, one column a variable, each cell as `cell` writes it.
pub fn wide(data: &Data<'_>, cell: fn(&Variable, &Datum<'_>) -> String) -> Table {
    let row = |case: CaseIx| data.variables.iter().map(|one| cell(one, &data.datum(case, one))).collect();
    Table {
        head: data.variables.iter().map(|variable| variable.name.clone()).collect(),
        rows: data.counted().map(row).collect(),
    }
}

/// One row an answer, and where several choices are given one row each; a question without an answer has a row too,
/// which tells why.
pub fn long(export: &Export<'_>, data: &Data<'_>) -> Table {
    let is_of_case = |variable: &&Variable| !matches!(variable.source, Source::Question(_) | Source::Choice(..));
    let about: Vec<&Variable> = data.variables.iter().filter(is_of_case).collect();
    let mut table = Table::new(&["question", "time", "standing", "answer", "code", "label"]);
    table.head.splice(0..0, about.iter().map(|variable| variable.name.clone()));
    let questions = export.study.protocol.questions.iter_enumerated();
    let questions: Vec<(QuestionIx, &Question)> = questions.filter(|(_, question)| question.per == data.per).collect();
    for case in data.counted() {
        let start: Vec<String> =
            about.iter().map(|variable| super::data::coded(variable, &data.datum(case, variable))).collect();
        for &(place, question) in questions.iter().filter(|(place, _)| data.cell(case, *place).there) {
            let time = question.time.as_ref().map_or("", |time| time.at.as_str());
            let standing = standing(data, case, place, question);
            for [answer, code, label] in answers(data, case, place, question) {
                let rest = [question.id.as_str(), time, standing].map(str::to_owned);
                table.rows.push(start.iter().cloned().chain(rest).chain([answer, code, label]).collect());
            }
        }
    }
    table
}

/// The entries of a repeat, a row each: the case with what is known of it, the number of the entry, and the answer to
/// each question by its id, several joined by a semicolon.
pub fn entries(export: &Export<'_>, data: &Data<'_>, repeat: usize) -> Table {
    let protocol = &export.study.protocol;
    let is_of_case = |variable: &&Variable| !matches!(variable.source, Source::Question(_) | Source::Choice(..));
    let about: Vec<&Variable> = data.variables.iter().filter(is_of_case).collect();
    let ids = protocol.entry(repeat, 1).filter_map(|place| protocol.questions.get(place));
    let head = about.iter().map(|variable| variable.name.clone()).chain(["place".to_owned()]);
    let mut table = Table { head: head.chain(ids.map(|one| one.declared_id().to_owned())).collect(), rows: Vec::new() };
    let max = protocol.repeats.get(repeat).map_or(0, |repeat| repeat.max);
    for &case in &data.cases {
        for number in 1..=max {
            let places: Vec<QuestionIx> = protocol.entry(repeat, number).collect();
            if !places.iter().any(|&place| data.cell(case, place).there) {
                continue;
            }
            let start = about.iter().map(|variable| super::data::coded(variable, &data.datum(case, variable)));
            let answer = |place: QuestionIx| data.answer(case, place).unwrap_or_default().to_owned();
            table.rows.push(start.chain([number.to_string()]).chain(places.into_iter().map(answer)).collect());
        }
    }
    table
}

/// What could not be read of the ledger, and which cases that is about. A file's name is its coder's.
pub fn left_out(export: &Export<'_>) -> Table {
    let mut table = Table::new(&["file", "line", "lines", "cases", "cause"]);
    let number = |n: Option<usize>| n.map_or_else(String::new, |n| n.to_string());
    for gap in &export.study.left_out.gaps {
        let file = if export.wanted.coders { gap.file.clone() } else { String::new() };
        let cases: Vec<&str> = gap.cases.iter().map(String::as_str).collect();
        table.rows.push(vec![file, number(gap.line), number(gap.lines), cases.join(";"), export.words.say(&gap.cause)]);
    }
    table
}

/// How many cases, and entries of units, are not finished: no row where all are.
pub fn preliminary(export: &Export<'_>) -> Table {
    let mut table = Table::new(&["per", "all", "not_coded", "not_finished", "dropped", "unasked", "meaning"]);
    for coverage in export.coverage() {
        let counts = [coverage.all, coverage.blank, coverage.begun, coverage.dropped, coverage.unasked];
        let counts = counts.map(|n| n.to_string());
        let row = |told| [coverage.per.name().to_owned()].into_iter().chain(counts).chain([told]).collect();
        table.rows.extend(coverage.told(export.words).map(row));
    }
    table
}

/// How a question stands in a case, in the words of the tally.
pub(crate) fn standing(data: &Data<'_>, case: CaseIx, place: QuestionIx, question: &Question) -> &'static str {
    match data.cell(case, place).status {
        CellStatus::NotAsked => "not_asked",
        CellStatus::NotKnown => "not_known",
        CellStatus::Unanswered => "unanswered",
        CellStatus::Answered => {
            let answer = data.answer(case, place).unwrap_or_default();
            if question.is_in_base(answer) { "answered" } else { "na" }
        }
    }
}

/// Answer, code and label of each choice that is given, or of the answer; blanks where there is none.
fn answers(data: &Data<'_>, case: CaseIx, place: QuestionIx, question: &Question) -> Vec<[String; 3]> {
    let answer = data.answer(case, place).unwrap_or_default();
    let codes = super::code::codes(question.choices());
    let chosen = question.chosen(answer).filter_map(|(at, _)| codes.get(at));
    let chosen: Vec<_> = chosen.map(|code| [&code.id, &code.code, &code.label].map(Clone::clone)).collect();
    if chosen.is_empty() { vec![[answer.to_owned(), String::new(), String::new()]] } else { chosen }
}

/// The cases that were dropped, and why.
pub fn dropped(export: &Export<'_>) -> Table {
    let study = export.study;
    let mut table = Table::new(&["case_id", "unit", "reason"]);
    for (case, known) in study.cases.cases.iter_enumerated() {
        let reason = study.answers.dropped(case).filter(|_| export.tally.dropped(std::iter::once(case)) > 0);
        let unit = study.protocol.unit().map_or("", |unit| study.cases.value(case, unit));
        table
            .rows
            .extend(reason.map(|reason| vec![known.id.clone(), unit.into(), study.answers.text(reason.value).into()]));
    }
    table
}

/// Comments, quotes, flags and bookmarks of the coding that counts, each with the case's unit and sex and the answer that
/// it stands at.
pub fn texts(export: &Export<'_>) -> Table {
    let answers = &export.study.answers;
    let mut table = Table::new(&["case_id", "question", "kind", "text", "unit", "sex", "answer"]);
    if export.wanted.coders {
        table.head.push("coder".to_owned());
    }
    for &case in export.data.iter().flat_map(|data| &data.cases) {
        for record in answers.annotations(case).filter(|record| !record.slot.round.is_blind()) {
            let kind = record.slot.op.name();
            let text = answers.text(if record.slot.op == Op::Flag { record.slot.item } else { record.value });
            if text == BLANKED {
                continue;
            }
            let coder = export.wanted.coders.then(|| answers.coder_name(record.slot.coder));
            let behind = export.study.behind(case, record.slot.question, export.words);
            let row = [answers.case_id(record), answers.question_id(record), kind, text].map(str::to_owned);
            table.rows.push(row.into_iter().chain(behind).chain(coder.map(str::to_owned)).collect());
        }
    }
    table
}

/// Where answers were found: those that count, and each coder's of the blind rounds.
pub fn evidence(export: &Export<'_>) -> Table {
    let answers = &export.study.answers;
    let named = export.wanted.coders;
    let head =
        ["case_id", "unit", "sex", "question", "round", "answer", "document", "first", "last", "print", "extractor"];
    let mut table = Table::new(&head);
    table.head.extend(named.then(|| "coder".to_owned()));
    for &case in export.data.iter().flat_map(|data| &data.cases).filter(|case| answers.has_evidence_in(**case)) {
        let [unit, sex, _] = export.study.behind(case, None, export.words);
        for perspective in answers.lenses() {
            let cells = answers.sheet(perspective, case);
            for (place, cell) in cells.iter_enumerated().filter(|(_, cell)| cell.status == CellStatus::Answered) {
                let Some(given) = answers.given(perspective, case, place) else { continue };
                let (round, coder) = (given.slot.round.name(), answers.coder_name(given.slot.coder));
                let start =
                    [answers.case_id(given), &unit, &sex, answers.question_id(given), round, answers.text(cell.value)];
                for found in answers.evidence(perspective, case, place) {
                    let Evidence { document, first, last, print, extractor } = found;
                    let where_found = [document, first.to_string(), last.to_string(), print, extractor];
                    let row = start.iter().map(|&text| text.to_owned()).chain(where_found);
                    table.rows.push(row.chain(named.then(|| coder.to_owned())).collect());
                }
            }
        }
    }
    table
}

/// Every variable with its values: a row a value, or one row where any may stand.
pub fn codebook(export: &Export<'_>) -> Table {
    let mut table = Table::new(&[
        "file",
        "variable",
        "label",
        "type",
        "question",
        "choice",
        "time",
        "area",
        "condition",
        "measure",
        "code",
        "id",
        "code_label",
        "meaning",
        "missing",
    ]);
    for data in &export.data {
        for variable in &data.variables {
            let start = [data.file(), variable.name.clone(), variable.label.clone(), variable.kind.name().to_owned()];
            let start: Vec<String> = start.into_iter().chain(of_question(export, variable)).collect();
            let code = |code: &super::code::Code| {
                let missing = if code.missing { "1" } else { "0" };
                [code.code.as_str(), &code.id, &code.label, &code.meaning, missing].map(str::to_owned)
            };
            let mut codes: Vec<[String; 5]> = variable.codes.iter().map(code).collect();
            if codes.is_empty() {
                codes.push(<[String; 5]>::default());
            }
            table.rows.extend(codes.into_iter().map(|code| start.iter().cloned().chain(code).collect()));
        }
    }
    table
}

/// Of the question behind a variable: id, choice, time, area, condition and measure.
fn of_question(export: &Export<'_>, variable: &Variable) -> [String; 6] {
    let (Source::Question(place) | Source::Choice(place, _)) = variable.source else { return Default::default() };
    let protocol = &export.study.protocol;
    let Some(question) = protocol.questions.get(place) else { return Default::default() };
    let measure = match &question.kind {
        Kind::Number { unit, .. } if variable.kind == Type::Number => unit.clone(),
        _ => String::new(),
    };
    let choice = match variable.source {
        Source::Choice(_, at) => question.choices().get(at).map_or_else(String::new, |choice| choice.id.clone()),
        _ => String::new(),
    };
    [
        question.id.clone(),
        choice,
        question.time.as_ref().map_or_else(String::new, |time| time.at.clone()),
        protocol.areas.get(question.area).map_or_else(String::new, |area| area.label.clone()),
        protocol.condition(&question.when, export.words),
        measure,
    ]
}
