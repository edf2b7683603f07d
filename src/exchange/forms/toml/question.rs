//! One question of a protocol file.

use super::choice;
use super::condition::Names;
use super::scales::{Offer, Scales};
use super::value::{Fields, inline, list, number, one_or_list, quoted};
use crate::base::language::Lang;
use crate::study::protocol::filter::Filter;
use crate::study::protocol::statement::Statement;
use crate::study::protocol::{Choice, Derive, Kind, Per, Question, Role};

/// The kind that goes without saying.
const USUAL: &str = "choice";

/// The question under the id that it is asked by.
pub(crate) fn fields(names: &Names<'_>, question: &Question, scales: &Scales) -> Fields {
    let mut fields = Fields::headed("[[question]]");
    fields.text("id", &question.id);
    fields.text("area", names.protocol.areas.get(question.area).map_or("", |area| &area.id));
    let documents: Vec<String> = question.documents.iter().map(|document| quoted(document)).collect();
    if !documents.is_empty() {
        fields.field("document", one_or_list(&documents));
    }
    fields.list("look_for", &question.sought());
    fields.text("text", question.written());
    if !question.caption.is_empty() {
        fields.text("caption", &question.caption);
    }
    kind(&mut fields, names, question, scales);
    let when = question.own_when();
    if !when.is_empty() {
        fields.field("when", names.condition(&when));
    }
    if !question.guidance.is_empty() {
        fields.text("guidance", &question.guidance);
    }
    fields.labels("meaning", &scales.of_question(question).meanings);
    if let Some(favourable) = &question.favourable {
        fields.field("favourable", list(&favourable.iter().map(|choice| quoted(choice)).collect::<Vec<_>>()));
    }
    fields.list("note_on", &question.note_on);
    statements(&mut fields, question);
    bases(&mut fields, question);
    fields.flag("optional", question.optional);
    if question.per == Per::Unit {
        fields.text("per", question.per.name());
    }
    if let Some((repeat, _)) = names.protocol.repeat_of(question) {
        fields.text("repeat", &repeat.id);
    }
    if question.time.is_none() && question.place.is_none() {
        fields.labels("form", &question.form);
    }
    fields
}

/// Its statements by language and answer.
fn statements(fields: &mut Fields, question: &Question) {
    let of = |lang: Lang| {
        let own = question.statements.iter().filter(move |statement| statement.lang == lang);
        let told: Vec<(String, String)> = own.map(|statement| (statement.key(), forms(statement))).collect();
        match told.as_slice() {
            [] => None,
            [(key, number)] if key.is_empty() => Some((lang.tag(), number.clone())),
            told => Some((lang.tag(), inline(told))),
        }
    };
    let told: Vec<(&str, String)> = [Lang::Sv, Lang::En].into_iter().filter_map(of).collect();
    if !told.is_empty() {
        fields.field("statement", inline(&told));
    }
}

/// A statement: a text, or one for several, for one and for none.
fn forms(statement: &Statement) -> String {
    let of = |name, form: &Option<String>| form.as_ref().map(|form| (name, quoted(form)));
    let more = [of("one", &statement.one), of("none", &statement.none), of("clause", &statement.clause)];
    let more: Vec<_> = more.into_iter().flatten().collect();
    if more.is_empty() {
        return quoted(&statement.many);
    }
    inline(&[vec![("many", quoted(&statement.many))], more].concat())
}

fn kind(fields: &mut Fields, names: &Names<'_>, question: &Question, scales: &Scales) {
    if question.kind_name() != USUAL {
        fields.text("kind", question.kind_name());
    }
    if let Some(derive) = &question.derive {
        follows(fields, names, derive);
    }
    match &question.kind {
        Kind::Choice(_) | Kind::Choices(_) => offer(fields, names, question, &scales.of_question(question)),
        Kind::Number { unit, min, max } => {
            if !unit.is_empty() {
                fields.text("unit", unit);
            }
            for (name, bound) in [("min", min), ("max", max)] {
                if let Some(bound) = bound {
                    fields.field(name, number(*bound));
                }
            }
        }
        Kind::Date | Kind::Text => {}
    }
}

/// What a computed answer follows from, unless its choices say it.
fn follows(fields: &mut Fields, names: &Names<'_>, derive: &Derive) {
    let (name, places) = match derive {
        Derive::Parts(places) => ("parts", places),
        Derive::Sum(places) => ("sum", places),
        Derive::First(_) => return,
        Derive::Formula(expr) => return fields.text("formula", &names.formula(expr)),
    };
    fields.field(name, list(&places.iter().map(|&place| quoted(names.question(place))).collect::<Vec<_>>()));
}

/// The scale or the choices, and those added to them.
fn offer(fields: &mut Fields, names: &Names<'_>, question: &Question, offer: &Offer<'_>) {
    match offer.scale {
        Some(name) => fields.text("scale", name),
        None if !offer.own.is_empty() => {
            let conditions = question.conditions().iter().map(Some).chain(std::iter::repeat(None));
            let one = |(one, when): (&Choice, Option<&Filter>)| {
                let mut fields = choice(one);
                let when = when.or(Some(&one.when)).filter(|when| !when.is_empty());
                fields.extend(when.map(|when| ("when", names.condition(when))));
                inline(&fields)
            };
            fields.field("choices", list(&offer.own.iter().zip(conditions).map(one).collect::<Vec<_>>()));
        }
        None => {}
    }
    fields.flag("na", offer.na);
    fields.flag("unknown", offer.unknown);
}

/// The choices that stand in the base or outside it although their role says otherwise.
fn bases(fields: &mut Fields, question: &Question) {
    for (field, inside) in [("in_base", true), ("out_of_base", false)] {
        let odd = |choice: &&Choice| choice.in_base == inside && (choice.role == Some(Role::Na)) == inside;
        let ids: Vec<String> = question.choices().iter().filter(odd).map(|choice| choice.id.clone()).collect();
        fields.list(field, &ids);
    }
}
