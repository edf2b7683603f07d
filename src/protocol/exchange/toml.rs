//! A protocol written as the TOML file that a person would write.
//!
//! Reading the text gives the same protocol again: [`Protocol::load`] is the one judge of what a protocol may be, so
//! what comes from other programs is written here and read there.

mod condition;
mod scales;
#[cfg(test)]
mod tests;
mod value;

use crate::protocol::filter::Filter;
use crate::protocol::{Attribute, Choice, Kind, Part, Per, Protocol, Question, Role};
use scales::{Offer, Scales};
use value::{Table, inline, key, list, number, one_or_list, quoted};

impl Protocol {
    /// The protocol as a file.
    pub fn to_toml(&self) -> String {
        let scales = Scales::of(self);
        let mut parts = vec![self.head()];
        parts.extend(self.attributes.iter().map(attribute));
        parts.extend(scales.shared().map(|(name, choices)| scale(name, choices)));
        for area in &self.areas {
            let mut table = Table::headed("[[area]]");
            table.text("id", &area.id);
            table.text("label", &area.label);
            parts.push(table.written());
        }
        parts.extend(self.questions.iter().map(|asked| question(self, asked, &scales)));
        for check in &self.checks {
            let mut table = Table::headed("[[check]]");
            table.field("when", self.written(&check.when));
            table.text("message", &check.message);
            parts.push(table.written());
        }
        parts.join("\n")
    }

    fn head(&self) -> String {
        let mut table = Table::default();
        table.text("id", &self.id);
        table.text("version", &self.version);
        table.text("language", self.lang.tag());
        table.text("title", &self.title);
        table.list("documents", &self.documents);
        table.written()
    }

    /// A condition as an inline table.
    fn written(&self, filter: &Filter) -> String {
        condition::written(self, filter)
    }
}

fn attribute(attribute: &Attribute) -> String {
    let mut table = Table::headed("[[attribute]]");
    table.text("id", &attribute.id);
    table.text("label", &attribute.label);
    match attribute.part {
        Some(Part::Unit) => table.text("role", "unit"),
        Some(Part::Sex) => table.text("role", "sex"),
        Some(Part::BirthYear { at }) => {
            table.text("role", "birth_year");
            table.field("at", at.to_string());
        }
        None => {}
    }
    table.labels("values", &attribute.values);
    table.labels("one", &attribute.one);
    table.written()
}

fn scale(name: &str, choices: &[Choice]) -> String {
    let mut table = Table::headed(&format!("[scale.{}]", key(name)));
    table.field("choices", on_offer(choices));
    table.written()
}

/// A list of choices.
fn on_offer(choices: &[Choice]) -> String {
    list(&choices.iter().map(choice).collect::<Vec<_>>())
}

fn choice(choice: &Choice) -> String {
    let mut fields = vec![("id", quoted(&choice.id))];
    if choice.label != choice.id {
        fields.push(("label", quoted(&choice.label)));
    }
    if let Some((_, name)) = Role::ALL.iter().find(|(role, _)| Some(*role) == choice.role) {
        fields.push(("role", quoted(name)));
    }
    if let Some(key) = choice.key {
        fields.push(("key", quoted(&key.to_string())));
    }
    if !choice.meaning.is_empty() {
        fields.push(("meaning", quoted(&choice.meaning)));
    }
    if choice.exclusive {
        fields.push(("exclusive", "true".to_owned()));
    }
    inline(&fields)
}

fn question(protocol: &Protocol, question: &Question, scales: &Scales) -> String {
    let mut table = Table::headed("[[question]]");
    table.text("id", &question.id);
    table.text("area", protocol.areas.get(question.area).map_or("", |area| &area.id));
    let documents: Vec<String> = question.documents.iter().map(|document| quoted(document)).collect();
    if !documents.is_empty() {
        table.field("document", one_or_list(&documents));
    }
    table.text("text", &question.text);
    kind(&mut table, question, scales);
    if !question.when.is_empty() {
        table.field("when", protocol.written(&question.when));
    }
    if !question.guidance.is_empty() {
        table.text("guidance", &question.guidance);
    }
    table.labels("meaning", &scales.of_question(question).meanings);
    table.list("favourable", &question.favourable);
    table.list("note_on", &question.note_on);
    bases(&mut table, question);
    table.flag("optional", question.optional);
    if question.per == Per::Unit {
        table.text("per", "unit");
    }
    table.written()
}

fn kind(table: &mut Table, question: &Question, scales: &Scales) {
    match &question.kind {
        Kind::Choice(_) => offer(table, &scales.of_question(question)),
        Kind::Choices(_) => {
            table.text("kind", "choices");
            offer(table, &scales.of_question(question));
        }
        Kind::Number { unit, min, max } => {
            table.text("kind", "number");
            if !unit.is_empty() {
                table.text("unit", unit);
            }
            for (name, bound) in [("min", min), ("max", max)] {
                if let Some(bound) = bound {
                    table.field(name, number(*bound));
                }
            }
        }
        Kind::Date => table.text("kind", "date"),
        Kind::Text => table.text("kind", "text"),
    }
}

/// The scale or the choices, and those added to them.
fn offer(table: &mut Table, offer: &Offer<'_>) {
    match offer.scale {
        Some(name) => table.text("scale", name),
        None if !offer.own.is_empty() => table.field("choices", on_offer(offer.own)),
        None => {}
    }
    table.flag("na", offer.na);
    table.flag("unknown", offer.unknown);
}

/// The choices that stand in the base or outside it although their role says otherwise.
fn bases(table: &mut Table, question: &Question) {
    for (field, inside) in [("in_base", true), ("out_of_base", false)] {
        let odd = |choice: &&Choice| choice.in_base == inside && (choice.role == Some(Role::Na)) == inside;
        let ids: Vec<String> = question.choices().iter().filter(odd).map(|choice| choice.id.clone()).collect();
        table.list(field, &ids);
    }
}
