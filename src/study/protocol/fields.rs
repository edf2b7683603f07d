//! A protocol told as facts about its pieces, so that two versions can be compared fact by fact.

use super::filter::formula::Expr;
use super::filter::{Bound, Filter, Key, Term, Test};
use super::statement::Statement;
use super::{Attribute, Choice, Derive, Kind, Protocol, Question, Role, Table};
use crate::study::index::{At, QuestionIx};

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// The protocol as a whole.
    Protocol,
    /// An attribute by its id.
    Attribute(String),
    /// An area by its id.
    Area(String),
    /// A repeat by its id.
    Repeat(String),
    /// A question by its id.
    Question(String),
    /// A choice by its question's id and its own.
    Choice(String, String),
    /// A check by its message: it has no id.
    Check(String),
    /// A table of the report by its id.
    Table(String),
}

impl Piece {
    /// What it stands in: a choice in its question, everything else in the protocol.
    #[must_use]
    pub fn whole(&self) -> Self {
        match self {
            Self::Choice(question, _) => Self::Question(question.clone()),
            _ => Self::Protocol,
        }
    }
}

/// What is said of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The author's name of the version.
    Version,
    /// The title.
    Title,
    /// The language of its texts.
    Language,
    /// The documents of a file, or those where to look.
    Documents,
    /// The words that are looked for in the files.
    LookFor,
    /// Whether an attribute stands under the open question.
    Shown,
    /// Whether what an attribute says stays here when the study is sent.
    Private,
    /// The words of an attribute, an area or a choice.
    Label,
    /// What an attribute is used for, or what a choice means to the keys.
    Role,
    /// The values of an attribute.
    Values,
    /// The area of a question.
    Area,
    /// What says how many entries a repeat has.
    Count,
    /// What is asked.
    Text,
    /// What it is called above a table.
    Caption,
    /// How it is answered.
    Kind,
    /// What a number counts.
    Unit,
    /// The smallest and the largest number.
    Bounds,
    /// When it is asked, or when something is odd.
    Condition,
    /// How to judge.
    Guidance,
    /// Which choices count towards a strength.
    Favourable,
    /// Which choices ask for a comment.
    NoteOn,
    /// What its answers say in a report.
    Statement,
    /// Whether it may stay unanswered.
    Optional,
    /// What it is asked about.
    Per,
    /// What a choice means in its question.
    Meaning,
    /// Whether a choice excludes the others.
    Exclusive,
    /// Whether a choice counts in the base.
    InBase,
    /// The key that the protocol gives a choice.
    Key,
    /// What stands for a choice in other programs' files.
    Code,
    /// How a derived answer follows from others.
    Derived,
    /// What the columns of a table are.
    By,
    /// What the lines of a table are split by across.
    Across,
    /// The rows of a table.
    Rows,
    /// What stands below a table.
    Notes,
}

impl Aspect {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Title => "title",
            Self::Language => "language",
            Self::Documents => "documents",
            Self::LookFor => "look_for",
            Self::Shown => "shown",
            Self::Private => "private",
            Self::Label => "label",
            Self::Role => "role",
            Self::Values => "values",
            Self::Area => "area",
            Self::Count => "count",
            Self::Text => "text",
            Self::Caption => "caption",
            Self::Kind => "kind",
            Self::Unit => "unit",
            Self::Bounds => "bounds",
            Self::Condition => "when",
            Self::Guidance => "guidance",
            Self::Favourable => "favourable",
            Self::NoteOn => "note_on",
            Self::Statement => "statement",
            Self::Optional => "optional",
            Self::Per => "per",
            Self::Meaning => "meaning",
            Self::Exclusive => "exclusive",
            Self::InBase => "in_base",
            Self::Key => "key",
            Self::Code => "code",
            Self::Derived => "derived",
            Self::By => "by",
            Self::Across => "across",
            Self::Rows => "rows",
            Self::Notes => "notes",
        }
    }

    /// Whether an answer given before it changed may have meant something else.
    pub fn is_wording(self) -> bool {
        matches!(
            self,
            Self::Label
                | Self::Role
                | Self::Text
                | Self::Kind
                | Self::Unit
                | Self::Bounds
                | Self::Condition
                | Self::Guidance
                | Self::Meaning
        )
    }
}

/// A piece of a protocol with all that is said of it.
pub(crate) struct Described {
    pub(crate) piece: Piece,
    pub(crate) facts: Vec<(Aspect, String)>,
}

impl Protocol {
    /// Every piece, in the order of the file.
    pub(crate) fn described(&self) -> Vec<Described> {
        let whole = vec![
            (Aspect::Version, self.version.clone()),
            (Aspect::Title, self.title.clone()),
            (Aspect::Language, self.lang.tag().to_owned()),
            (Aspect::Documents, self.documents.join(", ")),
        ];
        let mut pieces = vec![Described { piece: Piece::Protocol, facts: whole }];
        pieces.extend(self.attributes.iter().map(attribute));
        pieces.extend(self.areas.iter().map(|area| Described {
            piece: Piece::Area(area.id.clone()),
            facts: vec![(Aspect::Label, area.label.clone())],
        }));
        pieces.extend(self.repeats.iter().map(|repeat| Described {
            piece: Piece::Repeat(repeat.id.clone()),
            facts: vec![
                (Aspect::Label, repeat.label.clone()),
                (Aspect::Count, repeat.count.map_or_else(String::new, |count| self.questions.at(count).id.clone())),
                (Aspect::Bounds, repeat.max.to_string()),
            ],
        }));
        pieces.extend(self.questions.keys().flat_map(|place| self.described_question(place)));
        pieces.extend(self.checks.iter().map(|check| Described {
            piece: Piece::Check(check.message.clone()),
            facts: vec![(Aspect::Condition, self.told(&check.when))],
        }));
        pieces.extend(self.tables.iter().map(|table| self.described_table(table)));
        pieces
    }

    fn described_table(&self, table: &Table) -> Described {
        let by = table.by.iter().filter_map(|&place| self.attributes.get(place));
        let row = |(label, filter): &(String, Filter)| format!("{label}: {}", self.told(filter));
        let told = |(label, key): &(String, Key)| format!("{label}: {}", self.id_of(*key));
        let rows = table.rows.iter().map(row).chain(table.list.iter().map(told));
        let facts = vec![
            (Aspect::Title, table.title.clone()),
            (Aspect::Per, table.per.name().to_owned()),
            (Aspect::By, by.map(|attribute| attribute.id.as_str()).collect::<Vec<_>>().join(", ")),
            (Aspect::Across, table.across.iter().map(|&key| self.id_of(key)).collect::<Vec<_>>().join(", ")),
            (Aspect::Condition, self.told(&table.base)),
            (Aspect::Rows, rows.collect::<Vec<_>>().join("; ")),
            (Aspect::Notes, table.notes.join("; ")),
        ];
        Described { piece: Piece::Table(table.id.clone()), facts }
    }

    /// How a derived answer follows from others.
    fn told_derive(&self, question: &Question) -> String {
        let ids = |places: &[QuestionIx], sign: &str| {
            places.iter().map(|&place| self.questions.at(place).id.as_str()).collect::<Vec<_>>().join(sign)
        };
        match &question.derive {
            None => String::new(),
            Some(Derive::Parts(places)) => ids(places, ", "),
            Some(Derive::Sum(places)) => ids(places, " + "),
            Some(Derive::First(filters)) => {
                let choices = question.choices().iter().zip(filters);
                let told = choices.map(|(choice, filter)| format!("{}: {}", choice.id, self.told(filter)));
                told.collect::<Vec<_>>().join("; ")
            }
            Some(Derive::Formula(expr)) => self.told_formula(expr),
        }
    }

    /// A question and its choices.
    pub(crate) fn described_question(&self, place: QuestionIx) -> Vec<Described> {
        let question = self.questions.at(place);
        let (unit, bounds) = counted(&question.kind);
        let facts = vec![
            (Aspect::Text, question.written().to_owned()),
            (Aspect::Caption, question.caption.clone()),
            (Aspect::Area, self.areas.get(question.area).map_or_else(String::new, |area| area.id.clone())),
            (Aspect::Documents, question.documents.join(", ")),
            (Aspect::LookFor, question.sought().join(", ")),
            (Aspect::Kind, question.kind_name().to_owned()),
            (Aspect::Derived, self.told_derive(question)),
            (Aspect::Unit, unit.to_owned()),
            (Aspect::Bounds, bounds),
            (Aspect::Condition, self.told(&question.own_when())),
            (Aspect::Guidance, question.guidance.clone()),
            (Aspect::Favourable, favourable(question)),
            (Aspect::NoteOn, question.note_on.join(", ")),
            (Aspect::Statement, statements(question)),
            (Aspect::Optional, question.optional.to_string()),
            (Aspect::Per, question.per.name().to_owned()),
        ];
        let whole = Described { piece: Piece::Question(question.id.clone()), facts };
        let choices = question.choices().iter().map(|one| self.described_choice(question, one));
        std::iter::once(whole).chain(choices).collect()
    }

    /// A choice of a question.
    fn described_choice(&self, question: &Question, choice: &Choice) -> Described {
        Described {
            piece: Piece::Choice(question.id.clone(), choice.id.clone()),
            facts: vec![
                (Aspect::Label, choice.written().to_owned()),
                (Aspect::Role, choice.role.map_or("", Role::name).to_owned()),
                (Aspect::Meaning, choice.meaning.clone()),
                (Aspect::Exclusive, choice.exclusive.to_string()),
                (Aspect::InBase, choice.in_base.to_string()),
                (Aspect::Key, choice.key.map_or_else(String::new, String::from)),
                (Aspect::Condition, self.told(&choice.when)),
                (Aspect::Code, choice.code.clone().unwrap_or_default()),
            ],
        }
    }

    /// A condition as the command line writes it, by the ids of what it looks at.
    fn told(&self, filter: &Filter) -> String {
        filter.terms.iter().map(|term| self.told_term(term)).collect::<Vec<_>>().join(" & ")
    }

    /// A formula by the ids of what it looks at.
    pub(crate) fn told_formula(&self, expr: &Expr) -> String {
        expr.named(|key| self.id_of(key).to_owned()).to_string()
    }

    /// One of its terms as the command line writes it.
    pub(crate) fn told_term(&self, term: &Term) -> String {
        let (key, test) = match term {
            Term::Is(key, test) => (key, test),
            Term::Any(filters) => {
                let parts: Vec<String> = filters.iter().map(|filter| self.told(filter)).collect();
                return format!("({})", parts.join(" | "));
            }
            Term::Formula(expr) => return self.told_formula(expr),
        };
        let name = self.id_of(*key);
        match test {
            Test::In(values) => format!("{name}={}", values.join("|")),
            Test::NotIn(values) => format!("{name}!={}", values.join("|")),
            Test::Between { min, max } => {
                let bound = |bound: &Bound| match bound {
                    Bound::Value(value) => value.clone(),
                    Bound::Of(key) => self.id_of(*key).to_owned(),
                };
                let min = min.as_ref().map(|min| format!("{name}>={}", bound(min)));
                let max = max.as_ref().map(|max| format!("{name}<={}", bound(max)));
                min.into_iter().chain(max).collect::<Vec<_>>().join(" & ")
            }
            Test::Answered(answered) => format!("{name} answered={answered}"),
        }
    }
}

fn attribute(attribute: &Attribute) -> Described {
    let labels = |values: &[(String, String)]| {
        values.iter().map(|(code, label)| format!("{code} = {label}")).collect::<Vec<_>>().join(", ")
    };
    let values = [labels(&attribute.values), labels(&attribute.one)];
    let values: Vec<String> = values.into_iter().filter(|list| !list.is_empty()).collect();
    Described {
        piece: Piece::Attribute(attribute.id.clone()),
        facts: vec![
            (Aspect::Label, attribute.label.clone()),
            (Aspect::Role, attribute.part.map_or_else(String::new, |part| part.to_string())),
            (Aspect::Values, values.join("; ")),
            (Aspect::Shown, attribute.shown.to_string()),
            (Aspect::Private, attribute.private.to_string()),
        ],
    }
}

/// The answers that are wished for; `[]` where the question says that none is.
fn favourable(question: &Question) -> String {
    let told = |ids: &Vec<String>| if ids.is_empty() { "[]".to_owned() } else { ids.join(", ") };
    question.favourable.as_ref().map_or_else(String::new, told)
}

/// Its statements, each with its language and the answers that it states.
fn statements(question: &Question) -> String {
    let told = |statement: &Statement| {
        let more = [&statement.one, &statement.none, &statement.clause].map(Option::as_ref);
        let forms = std::iter::once(Some(&statement.many)).chain(more);
        let forms: Vec<&str> = forms.flatten().map(String::as_str).collect();
        let of = [statement.lang.tag(), &statement.key()].join(" ");
        format!("{}: {}", of.trim_end(), forms.join(" / "))
    };
    question.statements.iter().map(told).collect::<Vec<_>>().join("; ")
}

/// What a number counts, and its bounds.
fn counted(kind: &Kind) -> (&str, String) {
    let Kind::Number { unit, min, max } = kind else { return ("", String::new()) };
    let end = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
    (unit, if min.or(*max).is_some() { format!("{}–{}", end(*min), end(*max)) } else { String::new() })
}
