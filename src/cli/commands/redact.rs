//! `aktkoll redact`: takes a text away for good, with every line of the ledger that carries it.

use super::Context;
use crate::base::env;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::language::{Arg, Message};
use crate::base::pii::masked;
use crate::msg;
use crate::study::answers::Answers;
use crate::study::answers::record::Record;
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::study::ledger::line::Sought;
use crate::study::ledger::redact::still::{Found, Still};
use crate::study::protocol::question::Kind;
use std::collections::BTreeSet;
use std::path::Path;

pub(crate) fn run(
    study: &Path,
    case: Option<&str>,
    question: Option<&str>,
    chosen: &[String],
    context: &mut Context<'_>,
) -> Result<u8> {
    let folder = context.open(study)?;
    let (read, mut ledger, reading) = context.reading(&folder, || folder.read());
    if let Some(newer) = reading.newer() {
        return Err(Fault::from(newer).into());
    }
    let sitting = context.sitting(&folder)?;
    let undone = ledger.undone(&sitting.coder)?;
    if !undone.is_empty() {
        // The numbers on the command line are of the list as it was then: nothing more is taken away with them.
        let n = ledger.redact(&sitting, &undone, folder.settings.shared, &env::stamp())?;
        context.say(&msg!("redact-resumed", n = n))?;
        return gone(&folder, &ledger, &undone, &sitting.coder, context).map(|()| 0);
    }
    let answers = &read.answers;
    let is_meant = |line: &&Record| {
        case.is_none_or(|case| answers.case_id(line) == case)
            && question.is_none_or(|question| answers.question_id(line) == question)
    };
    let texts: Vec<&Record> = answers.texts_of(&sitting.coder).into_iter().filter(is_meant).collect();
    let of_others = answers.coders().filter(|coder| *coder != sitting.coder).flat_map(|coder| answers.texts_of(coder));
    tell_others(answers, &of_others.filter(is_meant).collect::<Vec<_>>(), context)?;
    if texts.is_empty() {
        // It may be in what could not be read.
        let unread: Vec<Fault> = reading.lacking().map(Fault::from).collect();
        if !unread.is_empty() {
            return Err(Faults(unread));
        }
        return Err(Fault::new(msg!("redact-none")).hint(msg!("redact-none-hint")).into());
    }
    let places = choose(&folder, answers, &texts, chosen, context)?;
    context.confirm(&msg!("redact-sure", n = places.len()))?;
    let sought: Vec<Sought> =
        places.iter().filter_map(|place| texts.get(*place)).map(|line| sought(answers, line)).collect();
    let n = ledger.redact(&sitting, &sought, folder.settings.shared, &env::stamp())?;
    let left = gone(&folder, &ledger, &sought, &sitting.coder, context);
    context.say(&if left.is_ok() { msg!("redact-done", n = n) } else { msg!("redact-part", n = n) })?;
    left.map(|()| 0)
}

/// Makes sure that texts which were taken away are found nowhere below the ledger: else tells where they are, or what could
/// not be looked into. Of what others have written it tells no more than whose it is.
fn gone(folder: &Folder, ledger: &Ledger, sought: &[Sought], own: &str, context: &Context<'_>) -> Result<()> {
    let protocol = &folder.protocol;
    let asks = |id: &str| {
        protocol.question(id).and_then(|at| protocol.questions.get(at)).is_none_or(|one| one.kind == Kind::Text)
    };
    let fault = |still: Still| {
        let message = match &still.found {
            Found::Line { coder, op, case_id, question } if coder == own => {
                let (what, place) = (context.words.get(op.words()), place(folder, case_id, question, context));
                if op.is_text() {
                    Fault::new(msg!("redact-still", what = what, place = place)).hint(msg!("redact-still-hint"))
                } else {
                    Fault::new(msg!("redact-still-answer", place = place)).hint(msg!("redact-still-answer-hint"))
                }
            }
            Found::Line { coder, .. } => {
                Fault::new(msg!("redact-still-other", coder = coder.as_str())).hint(msg!("redact-owner-hint"))
            }
            Found::Unclear => Fault::new(msg!("redact-left")).hint(msg!("redact-left-hint")).exit(Exit::Damaged),
            Found::Beside => Fault::new(msg!("redact-still-beside")).hint(msg!("redact-still-beside-hint")),
            Found::Unread(error) => {
                Fault::new(msg!("redact-unread", cause = Arg::cause(error))).hint(msg!("redact-unread-hint"))
            }
        };
        if still.line == 0 { message.in_file(&still.file) } else { message.at(&still.file, still.line, "", None) }
    };
    let faults: Vec<Fault> = ledger.still(sought, &asks).into_iter().map(fault).collect();
    Faults(faults).settled()
}

/// Tells who has written texts that are meant too: only they can take them away.
fn tell_others(answers: &Answers, texts: &[&Record], context: &mut Context<'_>) -> Result<()> {
    let coders: BTreeSet<&str> = texts.iter().map(|line| answers.coder_name(line.slot.coder)).collect();
    let coders = coders.into_iter().collect::<Vec<_>>().join(", ");
    if texts.is_empty() { Ok(()) } else { context.tell(&msg!("redact-others", n = texts.len(), coders = coders)) }
}

/// The places of the texts that are meant: by their numbers on the command line, else as asked for under the list.
fn choose(
    folder: &Folder,
    answers: &Answers,
    texts: &[&Record],
    chosen: &[String],
    context: &mut Context<'_>,
) -> Result<BTreeSet<usize>> {
    for (at, line) in texts.iter().enumerate() {
        let message = described(folder, answers, line, at + 1, context);
        context.tell(&message)?;
    }
    let asked: Vec<String>;
    let chosen = if chosen.is_empty() {
        asked = vec![context.ask(&msg!("redact-which"))?];
        &asked
    } else {
        chosen
    };
    let place = |number: &String| {
        let place = number.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        place.filter(|place| *place < texts.len()).ok_or_else(|| {
            let fault = Fault::new(msg!("redact-no-number", found = number.trim()));
            fault.hint(msg!("redact-no-number-hint")).exit(Exit::Usage).into()
        })
    };
    chosen.iter().map(place).collect()
}

/// A line of the list: number, day, place and the text, without the digits of a personal number.
fn described(folder: &Folder, answers: &Answers, line: &Record, number: usize, context: &Context<'_>) -> Message {
    let day = jiff::Timestamp::from_millisecond(line.at).unwrap_or_default().to_zoned(env::zone());
    let place = place(folder, answers.case_id(line), answers.question_id(line), context);
    let what = context.words.get(line.slot.op.words());
    let (day, text) = (day.strftime("%Y-%m-%d").to_string(), masked(answers.text(line.value)));
    let stands = answers.current(line.slot).is_some_and(|current| current.value == line.value);
    if stands {
        msg!("redact-text", number = number, day = day, place = place, what = what, text = text)
    } else {
        msg!("redact-text-earlier", number = number, day = day, place = place, what = what, text = text)
    }
}

/// Where a text is, as people say it.
pub(super) fn place(folder: &Folder, case: &str, question: &str, context: &Context<'_>) -> String {
    match folder.protocol.question(question).map(|place| folder.protocol.number(place)) {
        Some(n) if case.is_empty() => context.words.say(&msg!("screen-question-number", n = n)),
        Some(n) => context.words.say(&msg!("screen-place", case_id = case, n = n)),
        None => case.to_owned(),
    }
}

fn sought(answers: &Answers, line: &Record) -> Sought {
    Sought {
        op: line.slot.op,
        round: line.slot.round,
        case_id: answers.case_id(line).to_owned(),
        question: answers.question_id(line).to_owned(),
        item: answers.text(line.slot.item).to_owned(),
        text: answers.text(line.value).to_owned(),
    }
}
