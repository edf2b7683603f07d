//! `aktkoll demo`: a made-up study of 80 cases in the user's language, half of them coded, so that the tallies move on
//! the first key; or one of made-up records, which are shown beside the questions.

use super::{Context, code};
use crate::base::digest::sha256;
use crate::base::env;
use crate::base::fault::{Fault, Result};
use crate::base::files;
use crate::base::language::{Arg, Lang};
use crate::base::paths::Paths;
use crate::base::table::written;
use crate::msg;
use crate::study::case::CaseList;
use crate::study::create::{Plan, create, find_protocol};
use crate::study::folder::{Folder, STUDY_FILE};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::control_line::Source;
use crate::study::ledger::entry::{Draft, Op, Round};
use crate::study::protocol::filter::{Seen, Subject, Truth};
use crate::study::protocol::{Kind, Protocol, Question, records};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// The made-up colleague who has coded half of the cases.
const COLLEAGUE: &str = "alva";

pub(crate) fn run(protocol: Option<&str>, context: &mut Context<'_>) -> Result<u8> {
    let paths = Paths::of_user().ok_or_else(|| Fault::new(msg!("demo-no-home")))?;
    let id = protocol.unwrap_or(match context.words.lang() {
        Lang::Sv => "demo_sv",
        Lang::En => "demo",
    });
    let folder = paths.data.join(id);
    if !folder.join(STUDY_FILE).is_file() {
        make(&folder, id, context)?;
    }
    if let Some(text) = records(id) {
        // Beside the study: what is read is no part of it.
        let path = folder.with_extension("jsonl");
        files::replace(&path, text.as_bytes())?;
        context.global.files.files.get_or_insert(path);
    }
    context.tell(&msg!("demo-where", dir = folder.display().to_string()))?;
    code::run(&folder, context)
}

/// Makes the study, with its coded half, beside its place, so that it is never half made.
fn make(folder: &Path, id: &str, context: &Context<'_>) -> Result<()> {
    let told = |error: std::io::Error| Fault::new(msg!("study-unmade", cause = Arg::cause(&error)));
    let parent = folder.parent().unwrap_or(Path::new("."));
    files::create_folders(parent).map_err(told)?;
    let (protocol, text) = find_protocol(id)?;
    let records = records(id);
    let list = records.map_or_else(|| case_list(&protocol), list_of);
    let (cases, _) = CaseList::read("cases.csv", list.as_bytes(), &protocol)?;
    create(folder, &Plan { protocol: &text, cases: &cases, title: &protocol.title, group: None, draw: None })?;
    if records.is_some() {
        return Ok(());
    }
    let opened = Folder::open(folder)?;
    let (_, ledger, _) = opened.read_whole()?;
    let mut sitting = context.sitting(&opened)?;
    (sitting.coder, sitting.name) = (COLLEAGUE.to_owned(), "Alva".to_owned());
    let drafts: Vec<Draft> = cases.files().step_by(2).flat_map(|case| coded(&protocol, &cases, case)).collect();
    let stamped: Vec<_> = drafts.into_iter().map(|draft| (draft, env::stamp())).collect();
    let source = Source { file: "demo".to_owned(), hash: sha256(list.as_bytes()) };
    ledger.import(&sitting, &source, &stamped, false, &env::stamp())?;
    Ok(())
}

/// 80 made-up cases: ten women and ten men in each of four units.
fn case_list(protocol: &Protocol) -> String {
    let codes = |place: Option<usize>| {
        let attribute = place.and_then(|place| protocol.attributes.get(place));
        attribute.into_iter().flat_map(|attribute| &attribute.values).map(|(code, _)| code.as_str())
    };
    let sexes: Vec<&str> = codes(protocol.sex()).collect();
    let row = |code: &str, number: u32| {
        let sex = sexes.get(usize::from(number % 4 >= 2)).unwrap_or(&"");
        let year = 1950 + chance(&format!("{code}{number}"), 55);
        format!("{code}-{:02},{code},{sex},{year}\n", number + 1)
    };
    let rows: String = codes(protocol.unit()).flat_map(|unit| (0..20).map(move |number| row(unit, number))).collect();
    format!("case_id,unit,sex,birth_year\n{rows}")
}

/// The case list of records: their ids, and which model each is of.
fn list_of(records: &str) -> String {
    let told = |record: &str| {
        let record: Value = serde_json::from_str(record).ok()?;
        let [id, unit] = ["id", "model"].map(|name| record.get(name).and_then(Value::as_str).map(str::to_owned));
        Some(written([id?.as_str(), unit?.as_str()]))
    };
    written(["case_id", "unit"]) + &records.lines().filter_map(told).collect::<String>()
}

/// A number below `n` that a text always gives: no chance, so that everybody's demo is the same.
fn chance(text: &str, n: u32) -> u32 {
    u32::from_str_radix(sha256(text.as_bytes()).get(..7).unwrap_or("0"), 16).unwrap_or(0) % n
}

/// What the colleague answered in a case so far.
struct Filled<'a> {
    protocol: &'a Protocol,
    cases: &'a CaseList,
    case: CaseIx,
    answers: HashMap<QuestionIx, String>,
}

impl Subject for Filled<'_> {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        self.answers.get(&place).map_or(Seen::Masked, |answer| Seen::Answer(answer))
    }

    fn column(&self, place: usize) -> &str {
        self.cases.value(self.case, place)
    }
}

/// The colleague's lines on a case: an answer to every question that is asked, and that it is finished.
fn coded(protocol: &Protocol, cases: &CaseList, case: CaseIx) -> Vec<Draft> {
    let mut filled = Filled { protocol, cases, case, answers: HashMap::new() };
    let id = &cases.cases.at(case).id;
    for (place, question) in filled.protocol.questions.iter_enumerated() {
        // What need not be answered is answered too where a later question may depend on it.
        let is_left = question.optional && matches!(question.kind, Kind::Text);
        if question.when.judge(&filled) == Truth::True && !is_left {
            filled.answers.insert(place, made_up(question, &format!("{id} {}", question.id)));
        }
    }
    let mut answered: Vec<(QuestionIx, String)> = filled.answers.into_iter().collect();
    answered.sort_unstable();
    let draft = |op, question: &str, value: String| Draft {
        op,
        round: Round::First,
        case_id: id.clone(),
        question: question.to_owned(),
        item: String::new(),
        value,
        was: String::new(),
        undoes: None,
        begun: None,
    };
    let answers = answered.into_iter().map(|(place, value)| draft(Op::Answer, &protocol.questions.at(place).id, value));
    answers.chain([draft(Op::Done, "", "yes".to_owned())]).collect()
}

/// A made-up answer: the first choice more often than the others.
fn made_up(question: &Question, seed: &str) -> String {
    match &question.kind {
        Kind::Choice(choices) => {
            let count = u32::try_from(choices.len()).unwrap_or(1);
            let drawn = chance(seed, count * 3).checked_sub(count * 2).map_or(chance(seed, count) / 2, |rest| rest);
            choices.get(drawn as usize).map_or_else(String::new, |choice| choice.id.clone())
        }
        Kind::Choices(choices) => {
            let open = choices.iter().filter(|choice| !choice.exclusive);
            let some: Vec<&str> = open
                .filter(|choice| chance(&format!("{seed}{}", choice.id), 3) == 0)
                .map(|choice| choice.id.as_str())
                .collect();
            if some.is_empty() {
                choices.first().map_or_else(String::new, |choice| choice.id.clone())
            } else {
                some.join(";")
            }
        }
        Kind::Number { min, .. } => {
            let least = min.unwrap_or(0.0).max(0.0);
            (least + f64::from(1 + chance(seed, 20))).to_string()
        }
        Kind::Date => format!("2025-{:02}", 1 + chance(seed, 12)),
        Kind::Text => "made up".to_owned(),
    }
}
