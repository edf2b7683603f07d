//! A protocol written as the TOML file that a person would write.
//!
//! Reading the text gives the same protocol again: [`Protocol::load`] is the one judge of what a protocol may be, so
//! what comes from other programs is written here and read there.

mod condition;
mod question;
mod scales;
#[cfg(test)]
mod tests;
mod times;
pub(crate) mod value;

use crate::study::protocol::code::is_number;
use crate::study::protocol::filter::{Filter, Key};
use crate::study::protocol::{Area, Attribute, Choice, Part, Per, Protocol, Question, Repeat, Table};
use condition::Names;
use scales::Scales;
use value::{Fields, inline, key, list, quoted};

impl Protocol {
    /// The protocol as a file.
    pub fn to_toml(&self) -> String {
        let scales = Scales::of(self);
        let mut tables = self.head();
        tables.extend(scales.shared().map(|(name, choices)| scale(name, choices)));
        tables.extend(self.area_fields());
        tables.extend(self.repeat_fields());
        tables.extend(self.declarations().map(|asked| times::declaration(self, asked, &scales)));
        tables.extend(self.judgements());
        written(&tables)
    }

    /// What stands first: what the protocol is, and the attributes.
    pub(crate) fn head(&self) -> Vec<Fields> {
        let mut head = Fields::default();
        head.text("id", &self.id);
        head.text("version", &self.version);
        head.text("language", self.lang.tag());
        head.text("title", &self.title);
        head.list("documents", &self.documents);
        head.labels("form", &self.form);
        std::iter::once(head).chain(self.attributes.iter().map(attribute)).collect()
    }

    /// The areas.
    pub(crate) fn area_fields(&self) -> Vec<Fields> {
        let area = |area: &Area| {
            let mut fields = Fields::headed("[[area]]");
            fields.text("id", &area.id);
            fields.text("label", &area.label);
            fields
        };
        self.areas.iter().map(area).collect()
    }

    /// The repeats.
    pub(crate) fn repeat_fields(&self) -> Vec<Fields> {
        let repeat = |repeat: &Repeat| {
            let mut fields = Fields::headed("[[repeat]]");
            fields.text("id", &repeat.id);
            fields.text("label", &repeat.label);
            match repeat.count {
                Some(count) => fields.text("count", self.id_of(Key::Question(count))),
                None => fields.field("max", repeat.max.to_string()),
            }
            fields
        };
        self.repeats.iter().map(repeat).collect()
    }

    /// What stands after the questions: the checks and the tables of the report.
    pub(crate) fn judgements(&self) -> Vec<Fields> {
        let names = Names::of(self);
        let checks = self.checks.iter().map(|check| {
            let mut fields = Fields::headed("[[check]]");
            fields.field("when", names.condition(&check.when));
            fields.text("message", &check.message);
            fields
        });
        checks.chain(self.table_fields()).collect()
    }

    /// The tables of the report.
    pub(crate) fn table_fields(&self) -> Vec<Fields> {
        let names = Names::of(self);
        self.tables.iter().map(|table| report_table(self, table, &names)).collect()
    }

    /// A question as it is asked, with all its choices at hand.
    pub(crate) fn question_fields(&self, asked: &Question) -> Fields {
        question::fields(&Names::of(self), asked, &Scales::none(self.lang))
    }
}

/// Tables one after the other.
pub(crate) fn written(tables: &[Fields]) -> String {
    tables.iter().map(Fields::written).collect::<Vec<_>>().join("\n")
}

fn attribute(attribute: &Attribute) -> Fields {
    let mut fields = Fields::headed("[[attribute]]");
    fields.text("id", &attribute.id);
    fields.text("label", &attribute.label);
    if let Some(part) = attribute.part {
        fields.text("role", part.name());
    }
    if let Some(Part::BirthYear { at }) = attribute.part {
        fields.field("at", at.to_string());
    }
    fields.labels("values", &attribute.values);
    fields.labels("one", &attribute.one);
    fields.flag("shown", attribute.shown);
    fields.flag("private", attribute.private);
    fields
}

fn scale(name: &str, choices: &[Choice]) -> Fields {
    let mut fields = Fields::headed(&format!("[scale.{}]", key(name)));
    fields.field("choices", list(&choices.iter().map(|one| inline(&choice(one))).collect::<Vec<_>>()));
    fields
}

fn choice(choice: &Choice) -> Vec<(&str, String)> {
    let mut fields = vec![("id", quoted(&choice.id))];
    if choice.written() != choice.id {
        fields.push(("label", quoted(choice.written())));
    }
    if let Some(role) = choice.role {
        fields.push(("role", quoted(role.name())));
    }
    if let Some(key) = choice.key {
        fields.push(("key", quoted(&key.to_string())));
    }
    if let Some(code) = &choice.code {
        fields.push(("code", if is_number(code) { code.clone() } else { quoted(code) }));
    }
    if !choice.meaning.is_empty() {
        fields.push(("meaning", quoted(&choice.meaning)));
    }
    if choice.exclusive {
        fields.push(("exclusive", "true".to_owned()));
    }
    fields
}

/// A table of the report; its columns go without saying where they are the sexes.
fn report_table(protocol: &Protocol, table: &Table, names: &Names<'_>) -> Fields {
    let mut fields = Fields::headed("[[table]]");
    fields.text("id", &table.id);
    fields.text("title", &table.title);
    if table.per == Per::Unit {
        fields.text("per", table.per.name());
    }
    let sex = protocol.sex().filter(|&sex| !table.across.contains(&Key::Column(sex)));
    if table.by != sex.into_iter().collect::<Vec<_>>() {
        let by = table.by.iter().filter_map(|&place| protocol.attributes.get(place));
        fields.field("by", list(&by.map(|attribute| quoted(&attribute.id)).collect::<Vec<_>>()));
    }
    match table.across.as_slice() {
        [] => {}
        [key] => fields.text("across", protocol.id_of(*key)),
        keys => fields.list("across", &keys.iter().map(|&key| protocol.id_of(key).to_owned()).collect::<Vec<_>>()),
    }
    if !table.base.is_empty() {
        fields.field("base", names.condition(&table.base));
    }
    let row =
        |(label, filter): &(String, Filter)| inline(&[("label", quoted(label)), ("where", names.condition(filter))]);
    if !table.rows.is_empty() {
        fields.field("rows", list(&table.rows.iter().map(row).collect::<Vec<_>>()));
    }
    let told: Vec<(&str, &str)> =
        table.list.iter().map(|(label, key)| (label.as_str(), protocol.id_of(*key))).collect();
    fields.labels("list", &told);
    fields.list("notes", &table.notes);
    fields
}
