//! What questions of made-up protocols look at: conditions, choices on offer, answers in texts, formulas.

use crate::study::index::QuestionIx;
use crate::study::protocol::filter::formula::{Expr, Function, Holds, Operator, Place};
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::study::protocol::piped::placeholder;
use crate::study::protocol::{Kind, Per, Question};
use typed_index_collections::TiSlice;

/// A test that a question can be put to.
fn test(question: &Question, seed: usize) -> Test {
    let ids: Vec<String> = question.choices().iter().map(|choice| choice.id.clone()).collect();
    let some: Vec<String> = ids.iter().skip(seed / 8 % ids.len().max(1)).take(2).cloned().collect();
    let number = |n: usize| format!("{}", f64::from(u16::try_from(n % 1000).unwrap()) / 10.0);
    match (&question.kind, seed % 3) {
        (_, 0) => Test::Answered(seed.is_multiple_of(2)),
        (Kind::Choice(_) | Kind::Choices(_), 1) => Test::In(some),
        (Kind::Choice(_) | Kind::Choices(_), _) => Test::NotIn(some),
        (Kind::Number { .. }, 1) => Test::In(vec![number(seed), "-3".to_owned()]),
        (Kind::Number { .. }, _) => {
            Test::Between { min: Some(Bound::Value("-1.5".to_owned())), max: Some(Bound::Value(number(seed))) }
        }
        (Kind::Date, _) => Test::Between { min: Some(Bound::Value("2019-05".to_owned())), max: None },
        (Kind::Text, _) => Test::NotIn(vec!["Å \"x\"".to_owned()]),
    }
}

/// A condition on earlier questions, in which each key and `any` stands once.
pub(super) fn filter(questions: &TiSlice<QuestionIx, Question>, seeds: &[usize]) -> Filter {
    let is = |(place, seed): (usize, &usize)| {
        let place = (place + seed % 3) % questions.len().max(1);
        questions
            .raw
            .get(place)
            .map(|question| (place, Term::Is(Key::Question(place.into()), test(question, seed / 3))))
    };
    let mut terms: Vec<(usize, Term)> = seeds.iter().enumerate().filter_map(is).collect();
    terms.sort_by_key(|(place, _)| *place);
    terms.dedup_by_key(|(place, _)| *place);
    let mut terms: Vec<Term> = terms.into_iter().map(|(_, term)| term).collect();
    if seeds.first().is_some_and(|seed| seed % 5 == 0) && terms.len() > 1 {
        let filters = terms.split_off(terms.len() / 2).into_iter().map(|term| Filter { terms: vec![term] }).collect();
        terms.insert(0, Term::Any(filters));
    }
    Filter { terms }
}

/// Puts some choices of every third question on offer only under conditions on earlier questions.
pub(super) fn offered(question: &mut Question, before: &TiSlice<QuestionIx, Question>, seeds: &[usize]) {
    let Some(seed) = seeds.last().filter(|seed| seed.is_multiple_of(3)) else { return };
    if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
        for (place, choice) in choices.iter_mut().enumerate().filter(|(place, _)| seed >> (place + 5) & 1 == 1) {
            choice.when = filter(before, &[seed.wrapping_add(place), seed / 7]);
        }
    }
}

/// Lets the texts of some questions name the answer to the first.
pub(super) fn name_answers(question: &mut Question, before: &TiSlice<QuestionIx, Question>, place: usize) {
    let Some(named) = before.raw.first().map(|first| format!(" ${{{}}}.", first.id)) else { return };
    let called =
        before.raw.first().map_or_else(String::new, |first| placeholder(&first.id, &first.caption, &first.text));
    let name = |text: &mut String| {
        let written = format!("{text}{named}");
        *text = format!("{text} {called}.");
        Some(written)
    };
    match place % 4 {
        1 => question.template = name(&mut question.text),
        2 => question.guidance = format!("x{named}"),
        _ => {}
    }
    if let (3, Kind::Choice(choices) | Kind::Choices(choices)) = (place % 4, &mut question.kind) {
        for choice in choices.iter_mut().filter(|choice| choice.role.is_none()) {
            choice.template = name(&mut choice.label);
        }
    }
}

/// A formula over an earlier question about a case.
pub(super) fn formula(questions: &TiSlice<QuestionIx, Question>, seed: usize) -> Option<Expr> {
    let of_cases: Vec<(QuestionIx, &Question)> =
        questions.iter_enumerated().filter(|(_, question)| question.per == Per::Case).collect();
    let (place, question) = of_cases.get(seed % of_cases.len().max(1))?;
    let holds = match &question.kind {
        Kind::Choice(_) => Holds::Choice,
        Kind::Choices(_) => Holds::Choices,
        Kind::Number { .. } => Holds::Number,
        Kind::Date => Holds::Date,
        Kind::Text => Holds::Text,
    };
    let field = Expr::Field(Place { key: Key::Question(*place), holds, optional: question.optional });
    let length = Expr::Call(Function::StringLength, vec![field.clone()]);
    Some(match seed % 3 {
        0 => Expr::pair(length, Operator::Times, Expr::Number(1.5)),
        1 => Expr::pair(Expr::pair(length, Operator::Plus, Expr::Number(1.0)), Operator::Above, Expr::Number(2.0)),
        _ => Expr::Call(Function::Concat, vec![Expr::text("Å \\ \"x\""), field]),
    })
}
