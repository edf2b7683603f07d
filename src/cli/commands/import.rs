//! `aktkoll import`: answers coded elsewhere, all of them or none.

mod computed;
mod mapping;

use super::{Context, ask, keys, session};
use crate::base::env::{self, Stamp};
use crate::base::fault::grouping::told;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::files;
use crate::base::pii::has_number;
use crate::base::text::folded;
use crate::cli::args::import::ImportArgs;
use crate::exchange::answer_import::codebook::{Codebook, NAMES};
use crate::exchange::answer_import::{ParsedAnswers, Said, Sheet, read_answers};
use crate::msg;
use crate::study::Study;
use crate::study::answers::Answers;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::answers::revision::Revision;
use crate::study::folder::Folder;
use crate::study::index::CaseIx;
use crate::study::ledger::Ledger;
use crate::study::ledger::control_line::{Sitting, Source};
use crate::study::ledger::entry::{Draft, Op, Round};
use crate::study::protocol::{Kind, Per, Protocol};
use crate::tui::keymap::{Action, Mode};
use computed::Computed;
use mapping::Count;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// The largest file of answers, in bytes.
const LARGEST: u64 = 1 << 28;

/// At most so many cases are named.
const NAMED: usize = 10;

/// An answer of the file, and another that is there.
type Differing<'a> = (&'a ParsedAnswers, String);

pub(crate) fn run(args: &ImportArgs, context: &mut Context<'_>) -> Result<u8> {
    if context.named_coder().is_none() {
        return Err(Fault::new(msg!("import-no-coder")).hint(msg!("import-no-coder-hint")).exit(Exit::Usage).into());
    }
    let folder = context.open_whole(&args.study)?;
    let (sheet, source) = opened(args, &folder, context)?;
    let (mut read, ledger, reading) = context.reading(&folder, || folder.read());
    if let Some(newer) = reading.newer() {
        return Err(Fault::from(newer).into());
    }
    session::settle_coder(&folder, &ledger, false, context)?;
    let sitting = context.sitting(&folder)?;
    let damaged: Vec<Fault> = reading.grave_of(&sitting.coder).into_iter().map(Fault::from).collect();
    if !damaged.is_empty() {
        return Err(Faults(damaged));
    }
    let round = context.global.round.unwrap_or_default();
    not_blind(&ledger, &read, &sheet, &sitting, round)?;
    not_of_another(&read, &sheet, &sitting)?;
    // No line has a free text: none needs a salt of its own.
    let stamp = env::stamp();
    let (mut drafts, differing) = compared(&sheet.answers, &read.answers, (sitting.coder.as_str(), round), &stamp);
    let counts = Count::of(&sheet, &folder.protocol, &drafts);
    mapping::show(&folder.protocol, &sheet, &counts, context)?;
    tell_future(&sheet, &folder.protocol, context)?;
    settle_differing(&sheet, &differing, args, context)?;
    let before = read.revisions();
    let rehearse = || ledger.rehearse(&sitting, &source, &drafts, &stamp);
    for entry in &context.working("work-counting", rehearse)? {
        read.answers.apply(entry);
    }
    let answers = drafts.len();
    let computed = Computed::of(&read, &sheet, Perspective::Own(&sitting.coder, round));
    let (whole, lacking) = unfinished(&read, &sheet, &sitting, round);
    if args.done {
        drafts.extend(whole.iter().map(|case_id| (done(case_id, round), stamp.clone())));
    }
    if !drafts.is_empty() && !args.dry_run {
        let import = || ledger.import(&sitting, &source, &drafts, folder.settings.shared, &stamp);
        context.working("work-writing", import)?;
    }
    let (equal, coder) = (sheet.answers.len() - answers, sitting.coder.as_str());
    tell_done(context, args, (answers, equal, coder), &by_kind(&read, &whole))?;
    for (per, lacking) in by_kind(&read, &lacking).into_iter().filter(|_| args.done) {
        context.tell(&msg!("import-unfinished", n = lacking.len(), places = some(&lacking), per = per))?;
    }
    computed.tell(&sheet, context)?;
    tell_changed(context, &before, &read.revisions())?;
    tell(context, &read, &sheet, Perspective::Own(coder, round))?;
    Ok(0)
}

/// Tells dates that are more than a year ahead: a slip that no form of a date shows.
fn tell_future(sheet: &Sheet, protocol: &Protocol, context: &mut Context<'_>) -> Result<()> {
    let latest = env::now().to_zoned(env::zone()).year() + 1;
    let is_date = |coded: &&ParsedAnswers| {
        let question = protocol.question(&coded.question).and_then(|place| protocol.questions.get(place));
        question.is_some_and(|question| question.kind == Kind::Date)
    };
    let year = |coded: &ParsedAnswers| coded.answer.get(..4).and_then(|year| year.parse::<i16>().ok());
    let is_far = |coded: &&ParsedAnswers| year(coded).is_some_and(|year| year > latest);
    let far: Vec<&ParsedAnswers> = sheet.answers.iter().filter(is_date).filter(is_far).collect();
    let Some(first) = far.first() else { return Ok(()) };
    context.tell(&msg!("import-future", n = far.len(), place = sheet.place(first), date = first.answer.as_str()))
}

/// Refuses to take answers that the file says are by one coder of the study for those of another.
fn not_of_another(read: &Study, sheet: &Sheet, sitting: &Sitting) -> Result<()> {
    let Some(named) = &sheet.other else { return Ok(()) };
    let known = read.answers.known_coders().into_iter().find(|coder| folded(coder) == folded(named));
    let Some(name) = known.filter(|name| *name != sitting.coder) else { return Ok(()) };
    let fault = Fault::new(msg!("import-of-another", name = name)).hint(msg!("import-of-another-hint", name = name));
    Err(fault.in_file(sheet.answers.first().map_or_else(String::new, |first| sheet.place(first))).into())
}

/// Refuses to compare a file with answers that this user must not see yet, under whatever name: what is equal and what
/// differs would tell them.
fn not_blind(ledger: &Ledger, read: &Study, sheet: &Sheet, sitting: &Sitting, round: Round) -> Result<()> {
    let readers: Vec<String> = ledger.coders_of(env::user().uid).into_iter().collect();
    if round.is_blind() && readers.contains(&sitting.coder) {
        return Ok(());
    }
    let due = read.answers.due_to(&readers);
    let has_answers = |case: &CaseIx| read.answers.answered_in(&sitting.coder, round, *case) > 0;
    let n = places(read, sheet).into_keys().filter(|case| due.contains(case)).filter(has_answers).count();
    if n == 0 {
        Ok(())
    } else {
        Err(Fault::new(msg!("import-blind", n = n)).hint(msg!("blind-unfinished-hint")).into())
    }
}

/// What the file says, and what is noted of it in the ledger.
fn opened(args: &ImportArgs, folder: &Folder, context: &mut Context<'_>) -> Result<(Sheet, Source)> {
    let bytes = files::read(&args.file, LARGEST)?;
    let name = args.file.display().to_string();
    if has_number(&name) {
        return Err(Fault::new(msg!("identity-file")).hint(msg!("identity-file-hint")).in_file(name).into());
    }
    let coder = context.named_coder();
    let codebook = codebook(&args.file);
    let sheet = ask::until_clear(args.table.hints(), context, |hints| {
        let (hints, codebook) = (hints.clone(), codebook.clone());
        let (ignored, missing) = (args.ignore.clone(), args.missing.clone());
        let said = Said { hints, ignored, missing, codes: args.codes, codebook, coder: coder.clone() };
        let sheet = read_answers(&name, &bytes, &said, &folder.protocol, &folder.cases)?;
        let partner = sheet.partner.map(|partner| args.file.with_file_name(partner)).filter(|path| path.exists());
        let Some(partner) = partner else { return Ok(sheet) };
        let (name, bytes) = (partner.display().to_string(), files::read(&partner, LARGEST)?);
        Ok(sheet.joined(read_answers(&name, &bytes, &said, &folder.protocol, &folder.cases)?))
    })?;
    if sheet.has_macros {
        context.tell(&msg!("sheet-macros", file = name.as_str()))?;
    }
    sheet.unseen.iter().try_for_each(|unseen| context.tell(unseen))?;
    if let Some(other) = &sheet.other {
        context.tell(&msg!("import-other", name = other.as_str()))?;
    }
    if !sheet.coders.is_empty() {
        let names: Vec<&str> = sheet.coders.keys().map(String::as_str).collect();
        let n = sheet.coders.values().sum::<usize>();
        context.tell(&msg!("import-others", n = n, names = names.join(", ")))?;
    }
    if let Some(contacts) = sheet.contacts.message() {
        context.tell(&contacts)?;
    }
    Ok((sheet, Source { file: name, hash: crate::base::digest::sha256(&bytes) }))
}

/// What the codebooks in the folder of a file say.
fn codebook(file: &Path) -> Codebook {
    let mut codebook = Codebook::default();
    let beside = NAMES.iter().filter(|name| !file.ends_with(name)).map(|name| file.with_file_name(name));
    beside.filter_map(|path| files::read(&path, LARGEST).ok()).for_each(|bytes| codebook.add(&bytes));
    codebook
}

/// Tells how many answers were taken, how many cases have every answer, and whether they are finished by that.
fn tell_done(
    context: &mut Context<'_>,
    args: &ImportArgs,
    (answers, equal, coder): (usize, usize, &str),
    whole: &[(&'static str, Vec<&str>)],
) -> Result<()> {
    context.say(&if args.dry_run {
        msg!("import-dry-run", n = answers, equal = equal, coder = coder)
    } else {
        msg!("import-done", n = answers, equal = equal, coder = coder)
    })?;
    for (per, whole) in whole {
        let (per, n) = (*per, whole.len());
        match (args.done, args.dry_run) {
            (true, true) => context.say(&msg!("import-would-finish", n = n, per = per))?,
            (true, false) => context.say(&msg!("import-finished", n = n, per = per))?,
            (false, _) => context.tell(&msg!("import-open", n = n, per = per))?,
        }
    }
    Ok(())
}

/// The cases among some ids, and the entries of units, as far as there are any.
fn by_kind<'a>(study: &Study, ids: &[&'a str]) -> Vec<(&'static str, Vec<&'a str>)> {
    let is_of = |id: &str, per| study.cases.place(id).is_some_and(|place| study.cases.per(place) == per);
    let of = |per: Per| (per.name(), ids.iter().copied().filter(|id| is_of(id, per)).collect::<Vec<_>>());
    [Per::Case, Per::Unit].map(of).into_iter().filter(|(_, ids)| !ids.is_empty()).collect()
}

/// Tells how many answers are changed after the feedback by what was read, other than they were before.
fn tell_changed(context: &mut Context<'_>, before: &[Revision], after: &[Revision]) -> Result<()> {
    let answer = |revision: &Revision| (revision.case, revision.question, revision.is);
    let known: HashSet<_> = before.iter().map(answer).collect();
    let n = after.iter().map(answer).filter(|changed| !known.contains(changed)).count();
    if n == 0 {
        return Ok(());
    }
    let key = |mode, action| keys::label(context, mode, action);
    let (key, key_open) = (key(Mode::Code, Action::Progress), key(Mode::List, Action::Open));
    let key_note = keys::label(context, Mode::Code, Action::Note);
    context.tell(&msg!("import-changed", n = n, key = key, key_open = key_open, key_note = key_note))
}

/// Lists the answers that would change, and refuses to change them unless that is wanted.
fn settle_differing(
    sheet: &Sheet,
    differing: &[Differing<'_>],
    args: &ImportArgs,
    context: &mut Context<'_>,
) -> Result<()> {
    let fault = |(coded, was): &Differing<'_>| {
        let (case_id, question) = (coded.case_id.as_str(), coded.question.as_str());
        let (was, is) = (was.as_str(), coded.answer.as_str());
        let message = msg!("import-differs", case_id = case_id, question = question, was = was, is = is);
        Fault::new(message).about(question).in_file(sheet.place(coded))
    };
    let mut faults: Vec<Fault> = differing.iter().map(fault).collect();
    if args.replace {
        let lines = told(&faults, &context.words, context.global.all_errors);
        return lines.iter().try_for_each(|line| context.print(line));
    }
    let Some(first) = faults.first_mut() else { return Ok(()) };
    first.hint = Some(msg!("import-differs-hint"));
    Err(Faults(faults))
}

/// Ten of some names, and how many more there are.
fn some(names: &[&str]) -> String {
    let more = names.len().saturating_sub(NAMED);
    let first = names.iter().take(NAMED).map(|&name| name.to_owned());
    first.chain((more > 0).then(|| format!("+{more}"))).collect::<Vec<_>>().join(", ")
}

/// Tells which answers do not count, and why.
fn tell(context: &mut Context<'_>, study: &Study, sheet: &Sheet, perspective: Perspective<'_>) -> Result<()> {
    let mut masked = Vec::new();
    for (case, id) in places(study, sheet) {
        let cells = study.answers.sheet(perspective, case);
        let kept =
            study.protocol.questions.iter().zip(&cells).filter(|(_, cell)| {
                cell.value != 0 && matches!(cell.status, CellStatus::NotAsked | CellStatus::NotKnown)
            });
        masked.extend(kept.map(|(question, _)| format!("{id} {}", question.id)));
    }
    if !masked.is_empty() {
        let places = some(&masked.iter().map(String::as_str).collect::<Vec<_>>());
        context.tell(&msg!("import-masked", n = masked.len(), places = places))?;
    }
    let uncounted = study.answers.uncounted().len();
    if uncounted > 0 {
        context.tell(&msg!("command-uncounted", n = uncounted))?;
    }
    Ok(())
}

/// The cases of the file that are not finished: those whose required questions are all answered, and the others.
fn unfinished<'a>(study: &Study, sheet: &'a Sheet, sitting: &Sitting, round: Round) -> (Vec<&'a str>, Vec<&'a str>) {
    let perspective = Perspective::Own(&sitting.coder, round);
    let is_whole = |case: CaseIx| {
        let (answered, all) = study.filled(&study.answers.sheet(perspective, case));
        answered == all
    };
    let open = places(study, sheet).into_iter().filter(|(place, _)| !study.is_done(perspective, *place));
    let (whole, lacking): (Vec<_>, Vec<_>) = open.partition(|(place, _)| is_whole(*place));
    let ids = |cases: Vec<(CaseIx, &'a str)>| cases.into_iter().map(|(_, id)| id).collect();
    (ids(whole), ids(lacking))
}

/// The cases that the file is about, in the order of the list.
fn places<'a>(study: &Study, sheet: &'a Sheet) -> BTreeMap<CaseIx, &'a str> {
    let place =
        |coded: &'a ParsedAnswers| study.cases.place(&coded.case_id).map(|place| (place, coded.case_id.as_str()));
    sheet.answers.iter().filter_map(place).collect()
}

fn done(case_id: &str, round: Round) -> Draft {
    Draft {
        op: Op::Done,
        round,
        case_id: case_id.to_owned(),
        question: String::new(),
        item: String::new(),
        value: "yes".to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

/// The lines to write, and the rows that would change an answer, with what it was.
fn compared<'a>(
    rows: &'a [ParsedAnswers],
    answers: &Answers,
    (coder, round): (&str, Round),
    stamp: &Stamp,
) -> (Vec<(Draft, Stamp)>, Vec<Differing<'a>>) {
    let mut drafts = Vec::new();
    let mut differing = Vec::new();
    for row in rows {
        let case = answers.cases().place(&row.case_id);
        let question = answers.protocol().question(&row.question);
        let own = case.and_then(|case| answers.own(Op::Answer, coder, round, case, question));
        let was = own.map_or("", |own| answers.text(own.value)).to_owned();
        if was == row.answer {
            continue;
        }
        if !was.is_empty() {
            differing.push((row, was.clone()));
        }
        let draft = Draft {
            op: Op::Answer,
            round,
            case_id: row.case_id.clone(),
            question: row.question.clone(),
            item: String::new(),
            value: row.answer.clone(),
            was,
            undoes: None,
            begun: None,
        };
        drafts.push((draft, stamp.clone()));
    }
    (drafts, differing)
}
