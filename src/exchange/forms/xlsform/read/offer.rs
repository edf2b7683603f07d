//! Choice filters: which choices of a list are on offer, said once for all of them by an expression on their columns.
//!
//! The cells of each choice are put into the expression, which makes it a condition on earlier questions.

use super::Reading;
use crate::base::fault::{Fault, Faults, Result};
use crate::base::suggest::suggestion;
use crate::exchange::forms::xlsform::choices::Cells;
use crate::exchange::forms::xlsform::column::{Columns, Line};
use crate::msg;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Choice, Kind, Question};
use std::collections::HashMap;

/// Words of an expression that are no columns.
const OPERATORS: [&str; 4] = ["and", "or", "div", "mod"];

/// A question whose choices a filter selects.
pub(crate) struct Filtered<'a> {
    pub(crate) place: QuestionIx,
    pub(crate) line: Line<'a>,
    /// The list of its choices.
    pub(crate) list: String,
}

impl Reading<'_> {
    /// Puts the choices of each filtered question on offer under their conditions; what cannot be said is noted.
    pub(crate) fn filter_choices(&mut self, all: &[Filtered<'_>]) {
        for filtered in all {
            match self.conditions_of(filtered) {
                Ok(conditions) => self.offer(filtered, conditions),
                Err(faults) => faults.0.into_iter().for_each(|fault| {
                    self.log.lose(filtered.line.placed(fault, "choice_filter"));
                }),
            }
        }
    }

    /// The condition of each choice; none for one that is never on offer.
    fn conditions_of(&self, filtered: &Filtered<'_>) -> Result<Vec<Option<Filter>>> {
        let expression = filtered.line.get("choice_filter");
        let question = self.protocol.questions.at(filtered.place);
        let list = self.lists.get(&filtered.list);
        let rows = list.map_or(&[][..], |list| list.rows.as_slice());
        let mut known: HashMap<String, Option<Filter>> = HashMap::new();
        let mut found = Vec::new();
        // A choice that `or_other` adds has no row: it is always on offer.
        for place in 0..question.choices().len() {
            let texts = rows.get(place).into_iter().flatten().map(|cells| filled(&expression, cells));
            let texts = texts.collect::<Result<Vec<String>>>()?;
            let text = texts.iter().map(|text| format!("({text})")).collect::<Vec<_>>().join(" or ");
            let condition = match known.get(&text) {
                _ if text.is_empty() => Some(Filter::default()),
                Some(condition) => condition.clone(),
                None => self.condition_of(&text, filtered.place, question)?,
            };
            known.insert(text, condition.clone());
            found.push(condition);
        }
        Ok(found)
    }

    fn condition_of(&self, text: &str, place: QuestionIx, question: &Question) -> Result<Option<Filter>> {
        // A row may name what no list has: that is never the answer.
        let logic = self.names.condition(self.names.read(text)?)?;
        let logic = logic.settled(&self.protocol, place, question.per);
        if logic.is_never() {
            return Ok(None);
        }
        logic.filter(&self.protocol, place, question.per).map(Some)
    }

    /// Puts the choices of a question on offer under their conditions; those that never are go.
    fn offer(&mut self, filtered: &Filtered<'_>, conditions: Vec<Option<Filter>>) {
        if conditions.iter().all(Option::is_none) {
            self.log.lose(filtered.line.fault(msg!("exchange-never"), "choice_filter"));
            return;
        }
        let question = self.protocol.questions.at_mut(filtered.place);
        let mut gone = Vec::new();
        if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
            let offered = std::mem::take(choices).into_iter().zip(conditions);
            *choices = offered.filter_map(|(choice, when)| kept(choice, when, &mut gone)).collect();
        }
        question.note_on.retain(|id| !gone.contains(id));
        question.favourable.iter_mut().for_each(|ids| ids.retain(|id| !gone.contains(id)));
        if !gone.is_empty() {
            let names = crate::base::suggest::listed(&gone.iter().map(String::as_str).collect::<Vec<_>>());
            self.log.tell(msg!("xlsform-choices-never", question = question.id.as_str(), names = names));
        }
    }
}

fn kept(choice: Choice, when: Option<Filter>, gone: &mut Vec<String>) -> Option<Choice> {
    if when.is_none() {
        gone.push(choice.id.clone());
    }
    when.map(|when| Choice { when, ..choice })
}

/// The columns that the filters of a form name.
pub(crate) fn named(survey: &Columns<'_>) -> Vec<String> {
    let filters = survey.lines().map(|line| line.get("choice_filter"));
    filters.flat_map(|filter| pieces(&filter).into_iter().filter_map(Piece::column).collect::<Vec<_>>()).collect()
}

/// A piece of an expression: a column that it names, or anything else as it stands.
enum Piece<'t> {
    Column(&'t str),
    Other(&'t str),
}

impl Piece<'_> {
    fn column(self) -> Option<String> {
        if let Piece::Column(name) = self { Some(name.to_owned()) } else { None }
    }
}

/// An expression with what a choice has in its columns in the place of their names.
fn filled(expression: &str, cells: &Cells) -> Result<String> {
    let mut text = String::new();
    for piece in pieces(expression) {
        match piece {
            Piece::Other(piece) => text.push_str(piece),
            Piece::Column(name) => {
                let (_, cell) = cells.iter().find(|(column, _)| column == name).ok_or_else(|| -> Faults {
                    let hint = suggestion(name, cells.iter().map(|(column, _)| column.as_str()));
                    Fault::new(msg!("xlsform-filter-column", name = name)).hint(hint).into()
                })?;
                let quote = if cell.contains('\'') { '"' } else { '\'' };
                text.extend([quote.to_string().as_str(), cell, &quote.to_string()]);
            }
        }
    }
    Ok(text)
}

/// The pieces of an expression, which it is again when they are put together.
fn pieces(expression: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = expression;
    while let Some(first) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let upto =
            |end: &str| rest.char_indices().skip(1).find(|(at, _)| rest.get(*at..).is_some_and(|r| r.starts_with(end)));
        let length = match first {
            '\'' | '"' => upto(&first.to_string()).map_or(rest.len(), |(at, end)| at + end.len_utf8()),
            '$' => upto("}").map_or(rest.len(), |(at, _)| at + 1),
            c if c.is_alphabetic() || c == '_' => run(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.')),
            c if c.is_ascii_digit() => run(|c| c.is_ascii_digit() || c == '.'),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let is_word = first.is_alphabetic() || first == '_';
        let is_call = after.trim_start().starts_with('(');
        let is_column = is_word && !is_call && !OPERATORS.contains(&piece);
        pieces.push(if is_column { Piece::Column(piece) } else { Piece::Other(piece) });
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};
    use crate::base::language::{Lang, Words};
    use crate::exchange::forms::Wanted;
    use crate::exchange::forms::xlsform::import;
    use crate::study::protocol::{Choice, Protocol};
    use proptest::prelude::*;

    fn columns(expression: &str) -> Vec<String> {
        pieces(expression).into_iter().filter_map(Piece::column).collect()
    }

    #[test]
    fn columns_are_told_from_all_else() {
        assert_eq!(
            columns("province = ${p} and selected(${q}, district_2) or name='x y'"),
            ["province", "district_2", "name"]
        );
        assert_eq!(columns("not (a-b.c = 3) and true() and 'it' != \"and z\""), ["a-b.c"]);
        assert_eq!(columns("land=${land}"), ["land"]);
    }

    const FORM: &str = "\
| survey | | | | | |
| | type | name | label | relevant | choice_filter |
| | select_one region | region | Region? | | |
| | select_multiple fruit | fruit | Fruits? | | |
| | select_one town | town | Town? | | region = ${region} |
| | select_one town | other | Another? | | region != ${region} and not(name = 'u') |
| | select_multiple town | all | All? | | selected(${fruit}, grows) or region = 'x' |
| choices | | | | | |
| | list_name | name | label | region | grows |
| | region | n | North | | |
| | region | s | South | | |
| | fruit | a | Apple | | |
| | fruit | b | Berry | | |
| | town | u | Ume | n | b |
| | town | l | Lund | s | a |
| | town | v | Vik | s | b |
| | town | gone | Gone | w | z |
";

    fn read(form: &str) -> (Protocol, Vec<&'static str>) {
        let wanted = Wanted { lang: None, otherwise: Lang::En, name: "f" };
        let imported = import("f.md", form.as_bytes(), &wanted).unwrap();
        (imported.protocol, imported.lost.iter().map(|fault| fault.message.key).collect())
    }

    /// When each choice of a question is on offer.
    fn offered(protocol: &Protocol, id: &str) -> Vec<(String, String)> {
        let words = Words::new(Lang::En);
        let question = &protocol.questions[protocol.question(id).unwrap()];
        let told = |choice: &Choice| (choice.id.clone(), protocol.condition(&choice.when, &words));
        question.choices().iter().map(told).collect()
    }

    #[test]
    fn each_choice_gets_the_condition_that_its_row_makes_of_the_filter() {
        let (protocol, lost) = read(FORM);
        assert_eq!(lost, [] as [&str; 0]);
        let pairs =
            |list: &[(&str, &str)]| list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
        let town = [("u", "question 1 is North"), ("l", "question 1 is South"), ("v", "question 1 is South")];
        assert_eq!(offered(&protocol, "town"), pairs(&town), "a row that fits no answer is left out");
        let all = [("u", "question 2 is Berry"), ("l", "question 2 is Apple"), ("v", "question 2 is Berry")];
        assert_eq!(offered(&protocol, "all"), pairs(&all));
        let other = [("l", "South"), ("v", "South"), ("gone", "")];
        let other = other.map(|(id, label)| match label {
            "" => (id.to_owned(), String::new()),
            label => (id.to_owned(), format!("question 1 is not answered or question 1 is not {label}")),
        });
        assert_eq!(offered(&protocol, "other"), other, "no region is w, so it is never refused");
    }

    #[test]
    fn what_a_filter_cannot_say_is_told_with_its_cell() {
        let unknown = FORM.replace("region = ${region}", "regoin = ${region}");
        assert_eq!(read(&unknown).1, ["xlsform-filter-column"]);
        let later = FORM.replace("region = ${region}", "grows = ${other}");
        assert_eq!(read(&later).1.len(), 1);
        let never = FORM.replace("region = ${region}", "region = 'q'");
        assert_eq!(read(&never).1, ["exchange-never"]);
    }

    proptest! {
        #[test]
        fn pieces_put_together_are_the_expression(text in any::<String>()) {
            let whole: String = pieces(&text).iter().map(|piece| match piece { Piece::Column(p) | Piece::Other(p) => *p }).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
