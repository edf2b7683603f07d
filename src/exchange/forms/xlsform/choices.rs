//! The lists of choices.

use super::Log;
use super::column::{Columns, Line, MEDIA, OTHER};
use super::kind::Type;
use super::language::Language;
use super::names::may_be;
use super::settings::Settings;
use crate::base::language::Lang;
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::code::may_be_code;
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Choice, Role};

/// The names of choices that tell their role.
const WORDS: [(Role, &[&str]); 5] = [
    (Role::Yes, &["ja", "yes"]),
    (Role::Partly, &["delvis", "partly", "partial"]),
    (Role::No, &["nej", "no"]),
    (Role::Na, &["ej_aktuellt", "na", "not_applicable", "ej_relevant"]),
    (Role::Unknown, &["framgar_ej", "unknown"]),
];
/// Numbers that stand for a role where the label is its word.
const NUMBERS: [(Role, &str); 2] = [(Role::Yes, "1"), (Role::No, "0")];

/// What stands in the columns of a choice, by their headers.
pub(crate) type Cells = Vec<(String, String)>;

/// A list of choices.
#[derive(Debug, Clone, Default)]
pub(crate) struct List {
    pub(crate) name: String,
    /// The names of its choices in the form.
    pub(crate) codes: Vec<String>,
    pub(crate) choices: Vec<Choice>,
    /// The rows of each: one that may stand twice can have several.
    pub(crate) rows: Vec<Vec<Cells>>,
    /// How each is called of one case, where that is said.
    pub(crate) ones: Vec<String>,
    /// Whether the form says which roles they have; else their names may tell.
    told: bool,
}

/// All lists of a form.
pub(crate) struct Lists(Vec<List>);

impl Lists {
    pub(crate) fn read(columns: Option<&Columns<'_>>, language: &Language, settings: &Settings, log: &mut Log) -> Self {
        let mut lists = Self(Vec::new());
        let Some(columns) = columns else { return lists };
        for line in columns.lines() {
            lists.add(&line, language, settings, log);
        }
        lists
    }

    fn add(&mut self, line: &Line<'_>, language: &Language, settings: &Settings, log: &mut Log) {
        let (name, code) = (line.get("list_name"), line.get("name"));
        if name.is_empty() {
            return;
        }
        if code.is_empty() {
            log.wrong(line.fault(msg!("xlsform-choice-name", name = name), "name"));
            return;
        }
        let told = line.of.all.iter().any(|column| column.name == "aktkoll_role");
        if self.get(&name).is_none() {
            self.0.push(List { name: name.clone(), told, ..List::default() });
        }
        let Some(list) = self.0.iter_mut().find(|list| list.name == name) else { return };
        if let Some(place) = list.codes.iter().position(|known| *known == code) {
            let label = language.text(line, "label", log);
            let is_same = list.choices.get(place).is_some_and(|known| known.label == label);
            if let Some(rows) = list.rows.get_mut(place).filter(|_| settings.duplicates && is_same) {
                rows.push(line.cells());
                return;
            }
            let fault = line.fault(msg!("xlsform-choice-twice", name = code, list = name), "name");
            let note = if settings.duplicates { Log::lose } else { Log::wrong };
            note(log, fault);
            return;
        }
        let choice = choice(line, list.free(line, &code, log), language, log);
        list.told |= choice.role.is_some();
        list.codes.push(code);
        list.rows.push(vec![line.cells()]);
        list.ones.push(line.get("aktkoll_one"));
        list.choices.push(choice);
    }

    /// Offers what `or_other` adds with every question of the list, as the programs of the form do.
    pub(crate) fn offer_others(&mut self, survey: &Columns<'_>, lang: Lang) {
        let label = if lang == Lang::Sv { "Annat" } else { "Other" };
        for line in survey.lines().filter(|line| line.flag("disabled") != Some(true)) {
            let Type::Choice { list, other: true, .. } = Type::of(&line.get("type")) else { continue };
            let Some(list) = self.0.iter_mut().find(|one| one.name == list) else { continue };
            if !list.codes.iter().any(|code| code == OTHER) {
                list.codes.push(OTHER.to_owned());
                list.rows.push(Vec::new());
                list.choices.push(Choice::new(OTHER, label));
                list.ones.push(String::new());
            }
        }
    }

    /// The list with a name.
    pub(crate) fn get(&self, name: &str) -> Option<&List> {
        self.0.iter().find(|list| list.name == name)
    }

    /// The names there are.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|list| list.name.as_str())
    }
}

impl List {
    /// The id of a choice: its own, else its name; one that no id can be is changed, and that is told.
    fn free(&self, line: &Line<'_>, code: &str, log: &mut Log) -> String {
        let own = line.get("aktkoll_id");
        let wanted = if own.is_empty() { code } else { &own };
        let plain = may_be(wanted);
        let numbered = (2..).map(|number: usize| format!("{plain}_{number}"));
        let is_free = |id: &String| self.choices.iter().all(|choice| choice.id != *id);
        let id = std::iter::once(plain.clone()).chain(numbered).find(is_free).unwrap_or_default();
        if id != wanted {
            log.tell(msg!("xlsform-id-made", row = line.row.number, name = wanted, id = id.as_str()));
        }
        id
    }

    /// The choices for a question that takes one of them; their names tell their roles if the form does not.
    pub(crate) fn for_one(&self) -> Vec<Choice> {
        let mut choices = self.choices.clone();
        let told: Option<Vec<Role>> =
            self.codes.iter().zip(&choices).map(|(code, choice)| role(code, choice)).collect();
        let Some(roles) = told.filter(|_| !self.told) else { return choices };
        let once = roles.iter().all(|role| roles.iter().filter(|other| *other == role).count() == 1);
        if once && roles.contains(&Role::Yes) && roles.contains(&Role::No) {
            for (choice, role) in choices.iter_mut().zip(roles) {
                choice.role = Some(role);
                choice.in_base = role != Role::Na;
            }
        }
        choices
    }
}

/// The role that a choice's name tells, unless its label tells another one.
fn role(code: &str, choice: &Choice) -> Option<Role> {
    let of = |word: &str| WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(role, _)| *role);
    let labelled = of(&folded(&choice.label));
    let number = NUMBERS.iter().find(|(role, number)| *number == code && labelled == Some(*role));
    let named = of(&code.to_lowercase()).or_else(|| number.map(|(role, _)| *role));
    named.filter(|role| labelled.is_none_or(|label| label == *role))
}

fn choice(line: &Line<'_>, id: String, language: &Language, log: &mut Log) -> Choice {
    let label = language.text(line, "label", log);
    let (role, key) = role_and_key(line, log);
    let base = line.flag("aktkoll_base");
    for name in MEDIA {
        if line.any_language(name).is_some() {
            log.leave_alike(line, msg!("xlsform-media", name = name), name);
        }
    }
    Choice {
        label: if label.is_empty() { id.clone() } else { label },
        template: None,
        id,
        role,
        meaning: line.get("aktkoll_meaning"),
        key,
        code: code_of(line, log),
        exclusive: false,
        in_base: base.unwrap_or(role != Some(Role::Na)),
        when: Filter::default(),
    }
}

/// What stands for a choice elsewhere, where a row says so.
fn code_of(line: &Line<'_>, log: &mut Log) -> Option<String> {
    let code = line.get("aktkoll_code");
    if !code.is_empty() && !may_be_code(&code) {
        log.wrong(
            line.fault(msg!("protocol-code", code = code.as_str()), "aktkoll_code").hint(msg!("protocol-code-hint")),
        );
    }
    Some(code).filter(|code| may_be_code(code))
}

/// The role and the key that a row gives its choice; a role may stand in the column of the keys too.
fn role_and_key(line: &Line<'_>, log: &mut Log) -> (Option<Role>, Option<char>) {
    let (role, key) = (line.get("aktkoll_role"), line.get("key"));
    if !role.is_empty() && Role::named(&role).is_none() {
        log.wrong(line.fault(msg!("protocol-unknown", what = "role", name = role.as_str()), "aktkoll_role"));
    }
    let mut characters = key.chars();
    let single = match (characters.next(), characters.next()) {
        (Some(key), None) if key.is_ascii_digit() || key.is_lowercase() => Some(key),
        _ => None,
    };
    if !key.is_empty() && single.is_none() && Role::named(&key).is_none() {
        log.wrong(line.fault(msg!("protocol-key", key = key.as_str()), "key"));
    }
    (Role::named(&role).or_else(|| Role::named(&key)), single)
}
