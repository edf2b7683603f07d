//! Questions whose answers are computed.

use super::{Cells, Writing};
use crate::exchange::forms::extension_columns::told;
use crate::exchange::forms::xlsform::column::DERIVED;
use crate::study::protocol::{Derive, Kind, Question};

impl Writing<'_> {
    /// The columns of a computed question that would be of a type: a sum is computed in the form too, anything else is
    /// empty there.
    pub(crate) fn computed(&self, question: &Question, derive: &Derive, kind: &str) -> Cells<'static> {
        let calculation = match derive {
            Derive::Sum(places) => {
                let summed = places.iter().filter_map(|place| self.protocol.questions.get(*place));
                let names = summed.map(|question| format!("coalesce(${{{}}}, 0)", self.name(&question.id)));
                names.collect::<Vec<_>>().join(" + ")
            }
            Derive::Formula(expr) => self.formula(expr),
            Derive::Parts(_) | Derive::First(_) => "''".to_owned(),
        };
        let answered = match &question.kind {
            Kind::Number { unit, .. } => Kind::Number { unit: unit.clone(), min: None, max: None },
            // Which of the kinds without choices it is, the columns do not say.
            Kind::Date | Kind::Text => Kind::Number { unit: String::new(), min: None, max: None },
            choices => choices.clone(),
        };
        // What the other columns say.
        let taken = Question {
            derive: None,
            optional: false,
            kind: answered,
            statements: Vec::new(),
            caption: String::new(),
            ..question.clone()
        };
        let told = told(self.protocol, question, &self.protocol.question_fields(&taken));
        let list = kind.split_once(' ').map_or("", |(_, list)| list);
        vec![
            ("type", "calculate".to_owned()),
            ("calculation", calculation),
            ("aktkoll_list", list.to_owned()),
            (DERIVED, told.join("\n")),
        ]
    }
}
