//! A protocol as the sheets of a form.

mod computed;
mod groups;
mod name;
mod offer;

use super::constraint::exclusive;
use super::list;
use crate::base::language::{Lang, Message};
use crate::exchange::forms::extension_columns::unsaid;
use crate::exchange::forms::logic::{Ask, Logic, Order};
use crate::exchange::forms::repeats;
use crate::exchange::forms::toml::written;
use crate::exchange::forms::workbook::{Book, Sheet};
use crate::exchange::forms::xlsform::column::STATEMENT;
use crate::exchange::forms::xpath;
use crate::study::protocol::filter::Filter;
use crate::study::protocol::filter::formula::{Expr, ITSELF};
use crate::study::protocol::piped::replaced;
use crate::study::protocol::{Area, Attribute, Choice, Kind, Part, Per, Protocol, Question, Role};
use name::{Taken, field};

const SURVEY: [&str; 26] = [
    "type",
    "name",
    "label",
    "hint",
    "relevant",
    "constraint",
    "constraint_message",
    "choice_filter",
    "required",
    "calculation",
    "repeat_count",
    "aktkoll_id",
    "aktkoll_attribute",
    "aktkoll_shown",
    "aktkoll_private",
    "aktkoll_document",
    "aktkoll_look_for",
    "aktkoll_unit",
    "aktkoll_favourable",
    "aktkoll_note_on",
    STATEMENT,
    "aktkoll_per",
    "aktkoll_time",
    "aktkoll_check",
    "aktkoll_list",
    "aktkoll_derived",
];
const CHOICES: [&str; 11] = [
    "list_name",
    "name",
    "label",
    "aktkoll_id",
    "aktkoll_role",
    "key",
    "aktkoll_code",
    "aktkoll_meaning",
    "aktkoll_base",
    "aktkoll_one",
    offer::COLUMN,
];

/// What stands in a row, by column.
type Cells<'a> = Vec<(&'a str, String)>;

/// The sheets of a protocol, and what they do not carry.
pub(crate) fn book(asked: &Protocol) -> (Book, Vec<Message>) {
    let declared = repeats::declared(asked);
    let told = if declared.is_some() { None } else { repeats::told_separate(asked) };
    let protocol = &declared.unwrap_or_else(|| repeats::separate(asked));
    let mut writing = Writing::new(protocol);
    writing.attributes();
    writing.questions();
    writing.checks();
    let sheets = vec![
        sheet("survey", &SURVEY, &writing.survey),
        sheet("choices", &CHOICES, &writing.choices()),
        settings(protocol),
    ];
    (Book { file: protocol.id.clone(), sheets }, told.into_iter().chain(unsaid(protocol)).collect())
}

/// A sheet of rows, with the columns that have something in them.
fn sheet(name: &str, columns: &[&str], rows: &[Cells<'_>]) -> Sheet {
    let cell = |row: &Cells<'_>, column: &str| {
        row.iter().find(|(name, _)| *name == column).map_or_else(String::new, |(_, text)| text.clone())
    };
    let texts = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect());
    let header = columns.iter().map(|&column| column.to_owned()).collect();
    Sheet::of(name, std::iter::once(header).chain(texts).collect())
}

fn settings(protocol: &Protocol) -> Sheet {
    let language = match protocol.lang {
        Lang::Sv => "Svenska (sv)",
        Lang::En => "English (en)",
    };
    // A group is an area's only where something is asked in it.
    let area = |(place, area): (usize, &Area)| {
        let asked = protocol.questions.iter().any(|question| question.area == place);
        if asked { area.id.clone() } else { format!("{}={}", area.id, area.label) }
    };
    let areas: Vec<String> = protocol.areas.iter().enumerate().map(area).collect();
    let cells = [
        ("form_title", protocol.title.as_str()),
        ("form_id", &protocol.id),
        ("version", &protocol.version),
        ("default_language", language),
        ("clean_text_values", "no"),
        ("aktkoll_documents", &list::joined(&protocol.documents)),
        ("aktkoll_areas", &list::joined(&areas)),
        ("aktkoll_tables", &written(&protocol.table_fields())),
    ];
    let row = |pick: fn(&(&str, &str)) -> String| cells.iter().map(pick).collect::<Vec<_>>();
    Sheet::of("settings", vec![row(|(column, _)| (*column).to_owned()), row(|(_, text)| (*text).to_owned())])
}

/// The choices of questions, how each is called of one case, and what the filter finds in its column.
type Offer = (Vec<Choice>, Vec<String>, Vec<String>);

/// A form that is being written.
struct Writing<'a> {
    protocol: &'a Protocol,
    /// The names in use.
    taken: Taken,
    /// The name of each question and attribute by its id.
    names: Vec<(&'a str, String)>,
    lists: Vec<(String, Offer)>,
    survey: Vec<Cells<'static>>,
}

impl<'a> Writing<'a> {
    fn new(protocol: &'a Protocol) -> Self {
        let mut taken = Taken::default();
        let attributes = protocol.attributes.iter().map(|attribute| attribute.id.as_str());
        let ids = attributes.chain(protocol.questions.iter().map(|question| question.id.as_str()));
        let names = ids.map(|id| (id, taken.unique(&field(id)))).collect();
        Self { protocol, taken, names, lists: Vec::new(), survey: Vec::new() }
    }

    /// The name that a question or an attribute has in the form.
    fn name<'b>(&'b self, id: &'b str) -> &'b str {
        self.names.iter().find(|(known, _)| *known == id).map_or(id, |(_, name)| name.as_str())
    }

    /// The columns that name a question: its own id too where that is another.
    fn named(&self, id: &str) -> Cells<'static> {
        let name = self.name(id).to_owned();
        let own = if name == id { String::new() } else { id.to_owned() };
        vec![("name", name), ("aktkoll_id", own)]
    }

    /// The name of the list of some choices.
    fn list(&mut self, id: &str, offer: Offer) -> String {
        if let Some((name, _)) = self.lists.iter().find(|(_, known)| *known == offer) {
            return name.clone();
        }
        let name = self.name(id).to_owned();
        self.lists.push((name.clone(), offer));
        name
    }

    fn attributes(&mut self) {
        for attribute in &self.protocol.attributes {
            let mut row = self.named(&attribute.id);
            row.push(("type", self.attribute_type(attribute)));
            row.push(("label", attribute.label.clone()));
            let part = attribute.part.map_or_else(|| "yes".to_owned(), |part| part.to_string());
            row.push(("aktkoll_attribute", part));
            let flags = [("aktkoll_shown", attribute.shown), ("aktkoll_private", attribute.private)];
            row.extend(flags.into_iter().filter(|(_, is_set)| *is_set).map(|(name, _)| (name, "yes".to_owned())));
            self.survey.push(row);
        }
    }

    fn attribute_type(&mut self, attribute: &Attribute) -> String {
        if attribute.values.is_empty() {
            let year = matches!(attribute.part, Some(Part::BirthYear { .. }));
            return if year { "integer" } else { "text" }.to_owned();
        }
        let choice = |(code, label): &(String, String)| Choice::new(code, label);
        let one = |(code, _): &(String, String)| {
            attribute.one.iter().find(|(known, _)| known == code).map_or_else(String::new, |(_, one)| one.clone())
        };
        let values = || attribute.values.iter();
        let offer = (values().map(choice).collect(), values().map(one).collect(), vec![String::new(); values().len()]);
        format!("select_one {}", self.list(&attribute.id, offer))
    }

    fn question(&mut self, question: &Question) {
        let mut row = self.named(&question.id);
        let (kind, constraint) = self.kind(question);
        if let Some(derive) = &question.derive {
            row.extend(self.computed(question, derive, &kind));
        } else {
            let required = if question.optional { "no" } else { "yes" };
            let message = if constraint.is_empty() { String::new() } else { limits(question, self.protocol.lang) };
            row.extend([("type", kind), ("constraint", constraint), ("constraint_message", message)]);
            row.push(("required", required.to_owned()));
            row.push(("choice_filter", self.choice_filter(question).0));
        }
        row.push(("label", self.piped(question.written())));
        row.push(("hint", self.piped(&question.guidance)));
        row.push(("relevant", self.condition(&question.when)));
        row.push(("aktkoll_document", list::joined(&question.documents)));
        row.push(("aktkoll_look_for", list::joined(&question.sought())));
        row.push(("aktkoll_favourable", list::joined_if_told(question.favourable.as_deref())));
        row.push(("aktkoll_note_on", list::joined(&question.note_on)));
        if question.derive.is_none() {
            let fields = self.protocol.question_fields(question);
            let told = fields.iter().filter(|(name, _)| ["caption", "statement"].contains(name));
            let told: Vec<String> = told.map(|(name, value)| format!("{name} = {value}")).collect();
            row.push((STATEMENT, told.join("\n")));
        }
        row.push(("aktkoll_per", if question.per == Per::Unit { question.per.name() } else { "" }.to_owned()));
        row.push(("aktkoll_time", question.time.as_ref().map_or_else(String::new, |time| time.at.clone())));
        if let Kind::Number { unit, .. } = &question.kind {
            row.push(("aktkoll_unit", unit.clone()));
        }
        self.survey.push(row);
    }

    /// The type and the constraint of a question.
    fn kind(&mut self, question: &Question) -> (String, String) {
        let word = match &question.kind {
            Kind::Choice(_) => "select_one",
            Kind::Choices(_) => "select_multiple",
            Kind::Number { min, max, .. } => {
                let bounds = [(Order::AtLeast, min), (Order::AtMost, max)];
                let ask = |(order, bound): (Order, &Option<f64>)| {
                    let bound = (*bound)?.to_string();
                    Some(xpath::written(&Logic::Field(ITSELF.to_owned(), Ask::Is(order, bound))))
                };
                let constraint = bounds.into_iter().filter_map(ask).collect::<Vec<_>>().join(" and ");
                return ("decimal".to_owned(), constraint);
            }
            Kind::Date => return ("date".to_owned(), String::new()),
            Kind::Text => return ("text".to_owned(), String::new()),
        };
        let offered = |choice: &Choice| Choice {
            exclusive: false,
            label: self.piped(choice.written()),
            template: None,
            ..choice.clone()
        };
        let choices: Vec<Choice> = question.choices().iter().map(offered).collect();
        let codes = codes(&choices);
        let alone = question.choices().iter().zip(&codes).filter(|(choice, _)| choice.exclusive);
        let constraint = alone.map(|(_, code)| exclusive(code)).collect::<Vec<_>>().join(" and ");
        let ones = vec![String::new(); choices.len()];
        let (_, cells) = self.choice_filter(question);
        (format!("{word} {}", self.list(&question.id, (choices, ones, cells))), constraint)
    }

    fn checks(&mut self) {
        for (place, check) in self.protocol.checks.iter().enumerate() {
            let name = self.taken.unique(&format!("check_{}", place + 1));
            let relevant = self.condition(&check.when);
            let texts = [("type", "note"), ("aktkoll_check", "yes"), ("label", &check.message), ("name", &name)];
            let row = texts.into_iter().map(|(column, text)| (column, text.to_owned()));
            self.survey.push(row.chain([("relevant", relevant)]).collect());
        }
    }

    /// A text with the names of the form for the ids of the answers in it.
    fn piped(&self, text: &str) -> String {
        replaced(text, |id| format!("${{{}}}", self.name(id)))
    }

    /// A condition as an expression; nothing where it always holds.
    fn condition(&self, filter: &Filter) -> String {
        if filter.is_empty() {
            return String::new();
        }
        let logic = Logic::of(filter, self.protocol).replaced(&|field, ask| Ok(self.renamed(&field, ask)));
        logic.map(|logic| xpath::written(&logic)).unwrap_or_default()
    }

    /// A formula with the names of the form.
    fn formula(&self, expr: &Expr) -> String {
        let logic = Logic::Formula(expr.named(|key| self.protocol.id_of(key).to_owned()));
        let named = logic.replaced(&|field, ask| Ok(self.renamed(&field, ask)));
        named.map(|logic| xpath::written(&logic)).unwrap_or_default()
    }

    /// A part of a condition with the names of the form.
    fn renamed(&self, field: &str, ask: Ask) -> (String, Ask) {
        let code = |id: String| {
            let question = self.protocol.questions.iter().find(|question| question.id == field);
            let attribute = self.protocol.attributes.iter().find(|attribute| attribute.id == field);
            let ids: Vec<&str> = match (question, attribute) {
                (Some(question), _) => question.choices().iter().map(|choice| choice.id.as_str()).collect(),
                (None, Some(attribute)) => attribute.values.iter().map(|(code, _)| code.as_str()).collect(),
                (None, None) => Vec::new(),
            };
            let codes = name::codes(&ids);
            ids.iter().zip(codes).find(|(known, _)| **known == id).map_or(id.clone(), |(_, code)| code)
        };
        let ask = match ask {
            Ask::Is(order @ (Order::Equal | Order::Unequal), id) => Ask::Is(order, code(id)),
            Ask::Selected(id) => Ask::Selected(code(id)),
            Ask::Beside(order, other) => Ask::Beside(order, self.name(&other).to_owned()),
            other => other,
        };
        (self.name(field).to_owned(), ask)
    }

    /// The rows of the choices.
    fn choices(&self) -> Vec<Cells<'static>> {
        let rows = |(name, (choices, ones, cells)): &(String, Offer)| {
            let codes = codes(choices);
            let rows = choices.iter().zip(codes).zip(ones.iter().zip(cells));
            rows.map(|((choice, code), own)| choice_row(name, choice, code, own)).collect::<Vec<_>>()
        };
        self.lists.iter().flat_map(rows).collect()
    }
}

/// What a form says to who gives an answer that its constraint does not let through.
fn limits(question: &Question, lang: Lang) -> String {
    let alone: Vec<&str> =
        question.choices().iter().filter(|choice| choice.exclusive).map(|choice| choice.label.as_str()).collect();
    let (min, max) = match &question.kind {
        Kind::Number { min, max, .. } => (min.map(|min| min.to_string()), max.map(|max| max.to_string())),
        _ => (None, None),
    };
    match (lang, min, max) {
        (Lang::Sv, Some(min), Some(max)) => format!("Talet ska vara minst {min} och högst {max}."),
        (Lang::Sv, Some(min), None) => format!("Talet ska vara minst {min}."),
        (Lang::Sv, None, Some(max)) => format!("Talet ska vara högst {max}."),
        (Lang::Sv, None, None) => format!("{} kan inte väljas tillsammans med andra svar.", alone.join(", ")),
        (Lang::En, Some(min), Some(max)) => format!("The number must be at least {min} and at most {max}."),
        (Lang::En, Some(min), None) => format!("The number must be at least {min}."),
        (Lang::En, None, Some(max)) => format!("The number must be at most {max}."),
        (Lang::En, None, None) => format!("{} cannot be chosen together with other answers.", alone.join(", ")),
    }
}

fn codes(choices: &[Choice]) -> Vec<String> {
    name::codes(&choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>())
}

fn choice_row(list: &str, choice: &Choice, code: String, (one, cell): (&String, &String)) -> Cells<'static> {
    let usual = choice.in_base == (choice.role != Some(Role::Na));
    let base = match (usual, choice.in_base) {
        (true, _) => "",
        (false, true) => "yes",
        (false, false) => "no",
    };
    vec![
        ("list_name", list.to_owned()),
        ("aktkoll_id", if code == choice.id { String::new() } else { choice.id.clone() }),
        ("name", code),
        ("label", choice.label.clone()),
        ("aktkoll_role", choice.role.map_or("", Role::name).to_owned()),
        ("key", choice.key.map_or_else(String::new, String::from)),
        ("aktkoll_code", choice.code.clone().unwrap_or_default()),
        ("aktkoll_meaning", choice.meaning.clone()),
        ("aktkoll_base", base.to_owned()),
        ("aktkoll_one", one.clone()),
        (offer::COLUMN, cell.clone()),
    ]
}
