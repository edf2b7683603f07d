//! A tally as SQL: what an engine needs to count studies of one protocol as the program does, from their files alone.
//!
//! The text is the same for every engine but for how files are read, literals and numbers. It avoids what they
//! disagree on: it names every type, never sorts by what may be empty, compares texts by their parts without patterns,
//! and names each step once, since `ClickHouse` computes a step wherever it is named.

mod condition;
mod engine;
mod standing;
#[cfg(test)]
mod tests;

use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::{Derive, Kind, Protocol, Question};
use condition::{Say, column, standing, value};
pub use engine::{Engine, Source};
use std::collections::BTreeSet;

const FOLD: &str = include_str!("sql/fold.sql");
const SPELLINGS: &str = include_str!("sql/spellings.sql");
const COUNTS: &str = include_str!("sql/counts.sql");

/// The statements that count questions over studies, by unit, by sex, by both and over all.
pub fn script(engine: Engine, protocol: &Protocol, sources: &[Source], questions: &[QuestionIx]) -> Result<String> {
    let faults = unsaid(protocol);
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let say = Say { engine, protocol };
    let columns = columns(protocol);
    let read: Vec<(String, String)> =
        columns.iter().filter_map(|&place| Some((protocol.attributes.get(place)?.id.clone(), column(place)))).collect();
    let names: Vec<String> = read.iter().map(|(_, column)| column.clone()).collect();
    let has_texts = protocol.questions.iter().any(|question| matches!(question.kind, Kind::Text));
    let known: Vec<String> = protocol.questions.iter().map(|question| engine.text(&question.id)).collect();
    let fold = FOLD.replace("{known}", &known.join(", "));
    let fold = if has_texts { spelt(say, &fold) } else { fold };
    let (steps, last) = say.steps();
    let kept = ["study_of", "case_of", "dropped_of", "finished_of"].into_iter().chain(names.iter().map(String::as_str));
    let kept = kept.map(|name| format!("j.{name} AS {name}")).collect::<Vec<_>>().join(", ");
    let judged = format!(
        "judged AS (\n  SELECT j.*, CASE WHEN j.dropped_of = '' AND ({}) THEN 1 ELSE 0 END AS counted_of,\n         \
         CASE WHEN j.finished_of = '' THEN 0 ELSE 1 END AS done_of\n  FROM {last} j\n),\n",
        say.is_any_asked()
    );
    Ok([
        format!(
            "-- The tally of {} {}, by `aktkoll sql`. To be run as: {}\n",
            protocol.id,
            protocol.version.replace('\n', " "),
            engine.how()
        ),
        engine.binding(sources, &read),
        "WITH\n".to_owned(),
        fold,
        say.answers(&names),
        "-- How each question stands. Conditions have three values: 0 no, 1 not known yet, 2 yes.\n".to_owned(),
        steps.replace("{kept}", &kept),
        judged,
        counts(say, questions),
    ]
    .concat()
    .trim_end()
    .to_owned()
        + ";\n")
}

/// The attributes that are grouped by or looked at.
fn columns(protocol: &Protocol) -> Vec<usize> {
    let conditions = protocol.questions.iter().flat_map(Question::looks_at);
    let looked_at = conditions.filter_map(|key| if let Key::Column(place) = key { Some(place) } else { None });
    let columns: BTreeSet<usize> = looked_at.chain(protocol.unit()).chain(protocol.sex()).collect();
    columns.into_iter().filter(|place| Some(*place) != protocol.informant()).collect()
}

/// The fold where texts may count under other names.
fn spelt(say: Say<'_>, fold: &str) -> String {
    let texts = say.protocol.questions.iter().filter(|question| matches!(question.kind, Kind::Text));
    let texts: Vec<String> = texts.map(|question| say.engine.text(&question.id)).collect();
    let from = "record AS (\n  SELECT study_of, op_of, case_of, q_of, val_of FROM record_numbered WHERE nth = 1\n),\n";
    let to = format!(
        "{SPELLINGS}record AS (\n  SELECT r.study_of AS study_of, r.op_of AS op_of, r.case_of AS case_of, r.q_of AS q_of,\n         \
         CASE WHEN r.op_of = 'answer' AND r.q_of IN ({}) THEN coalesce(s.val_of, r.val_of) ELSE r.val_of END AS val_of\n  \
         FROM record_numbered r LEFT JOIN spelt s\n    \
         ON s.study_of = r.study_of AND s.q_of = r.q_of AND s.item_of = r.val_of\n  WHERE r.nth = 1\n),\n",
        texts.join(", ")
    );
    fold.replace(from, &to)
}

/// What is counted, and the rows that come out.
fn counts(say: Say<'_>, questions: &[QuestionIx]) -> String {
    let protocol = say.protocol;
    let nr = |place: QuestionIx| usize::from(place) + 1;
    let rows = |rows: Vec<String>| rows.join("\n  UNION ALL\n");
    let asked = || questions.iter().map(|&place| (place, protocol.questions.at(place)));
    let listed = asked().map(|(place, question)| {
        format!("  SELECT {} AS place, {} AS question_id", nr(place), say.engine.text(&question.id))
    });
    let choices = asked().flat_map(|(place, question)| choice_rows(say, nr(place), question));
    let by: Vec<usize> = {
        let places: BTreeSet<usize> = [protocol.unit(), protocol.sex()].into_iter().flatten().collect();
        places.into_iter().collect()
    };
    // Over all, by each, and by both.
    let groupings = (0..1_usize << by.len()).map(|bits| {
        let flags = by.iter().enumerate().map(|(at, &place)| format!(", {} AS by_{}", bits >> at & 1, column(place)));
        format!("  SELECT {bits} AS grouping_nr{}", flags.collect::<String>())
    });
    let each = |form: &dyn Fn(&str) -> String| by.iter().map(|&place| form(&column(place))).collect::<String>();
    let cells = |what: fn(QuestionIx) -> String| {
        let cells = questions.iter().map(|&place| format!("           WHEN {} THEN j.{}", nr(place), what(place)));
        cells.collect::<Vec<_>>().join("\n")
    };
    let bases = asked()
        .map(|(place, question)| format!("           WHEN {} THEN {}", nr(place), in_base(say, place, question)));
    let shown = by.iter().filter_map(|&place| {
        let name = say.engine.header(&protocol.attributes.get(place)?.id);
        Some(format!("s.key_{} AS {name}, ", column(place)))
    });
    let parts = [
        ("{questions}", rows(listed.collect())),
        ("{choices}", rows(choices.collect())),
        ("{groupings}", rows(groupings.collect())),
        ("{standings}", cells(standing)),
        ("{values}", cells(value)),
        ("{bases}", bases.collect::<Vec<_>>().join("\n")),
        ("{columns}", each(&|column| format!("{column}, "))),
        ("{columns_of_j}", each(&|column| format!("j.{column} AS {column}, "))),
        ("{columns_of_e}", each(&|column| format!("e.{column} AS {column}, "))),
        (
            "{keys_of_b}",
            each(&|column| format!("CASE WHEN g.by_{column} = 1 THEN b.{column} ELSE '' END AS key_{column}, ")),
        ),
        ("{keys_of_s}", each(&|column| format!("s.key_{column}, "))),
        ("{keys}", each(&|column| format!("key_{column}, "))),
        ("{shown}", shown.collect()),
        ("{question}", say.engine.header("question")),
        ("{last}", "judged".to_owned()),
    ];
    parts.iter().fold(COUNTS.to_owned(), |text, (name, part)| text.replace(name, part))
}

/// Whether an answer that is given counts in the question's base.
fn in_base(say: Say<'_>, place: QuestionIx, question: &Question) -> String {
    if question.choices().iter().all(|choice| choice.in_base) {
        return "1".to_owned();
    }
    let within = question.choices().iter().filter(|choice| choice.in_base);
    let tests: Vec<String> = within.map(|choice| say.contains(&format!("j.{}", value(place)), &choice.id)).collect();
    if tests.is_empty() { "0".to_owned() } else { format!("CASE WHEN {} THEN 1 ELSE 0 END", tests.join(" OR ")) }
}

/// The choices of a question; a question without any has one row.
fn choice_rows(say: Say<'_>, place: usize, question: &Question) -> Vec<String> {
    let row = |nr: usize, id: &str, in_base: bool, is_text: bool| {
        let (in_base, is_text) = (u8::from(in_base), u8::from(is_text));
        let id = say.engine.text(id);
        format!(
            "  SELECT {place} AS place, {nr} AS choice_place, {id} AS choice, {in_base} AS in_base, {is_text} AS is_text"
        )
    };
    let choices = question.choices().iter().enumerate();
    let rows: Vec<String> = choices.map(|(nr, choice)| row(nr + 1, &choice.id, choice.in_base, false)).collect();
    if rows.is_empty() { vec![row(1, "", true, matches!(question.kind, Kind::Text))] } else { rows }
}

/// Why the conditions of a protocol cannot be said, each with the question that has it.
fn unsaid(protocol: &Protocol) -> Vec<Fault> {
    let found = protocol.questions.iter().filter_map(|question| {
        let mut filters: Vec<&Filter> = question.conditions().iter().collect();
        filters.push(&question.when);
        if question.has_filtered() {
            return Some(Fault::new(msg!("sql-choice", question = question.id.as_str())));
        }
        if matches!(question.derive, Some(Derive::Formula(_))) || filters.iter().any(|filter| filter.has_formula()) {
            return Some(Fault::new(msg!("sql-formula", question = question.id.as_str())));
        }
        let is_unsaid = filters.into_iter().any(|filter| !is_said(protocol, filter));
        is_unsaid.then(|| Fault::new(msg!("sql-condition", question = question.id.as_str())))
    });
    found.collect()
}

/// Whether every condition of a filter can be said: not what is asked of a sum as if it were a text, nor what has the
/// mark that stands between choices.
fn is_said(protocol: &Protocol, filter: &Filter) -> bool {
    let is_sum = |key: &Key| {
        let question = key.question().map(|place| protocol.questions.at(place));
        question.is_some_and(|question| matches!(question.derive, Some(Derive::Sum(_))))
    };
    filter.terms.iter().all(|term| match term {
        Term::Is(key, Test::In(values) | Test::NotIn(values)) => {
            !is_sum(key) && values.iter().all(|value| !value.contains(';'))
        }
        Term::Is(..) => true,
        Term::Any(filters) => filters.iter().all(|filter| is_said(protocol, filter)),
        Term::Formula(_) => false,
    })
}
