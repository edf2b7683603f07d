//! `aktkoll resolve`: the differences between codings, to be settled on the screen, or as a list.

mod csv;
mod json;
mod text;

use super::{Context, code, session};
use crate::analysis::reliability::differences::{Counts, Difference, Differences, State};
use crate::base::fault::{Exit, Fault, Result};
use crate::cli::args::Format;
use crate::cli::args::resolve::ResolveArgs;
use crate::msg;
use crate::study::Study;
use crate::study::index::At;
use crate::study::ledger::entry::Round;

/// The differences of a study as they stand.
struct Listed<'a> {
    study: &'a Study,
    /// Each with how it stands.
    all: Vec<(&'a Difference, State)>,
    /// How many cases are not finished by two yet.
    unfinished: usize,
}

impl Listed<'_> {
    fn counts(&self) -> Counts {
        Counts::of(self.all.iter().map(|(_, state)| *state))
    }

    fn case_id(&self, difference: &Difference) -> &str {
        self.study.cases.cases.at(difference.case).id.as_str()
    }

    fn question_id(&self, difference: &Difference) -> &str {
        self.study.protocol.questions.at(difference.question).id.as_str()
    }
}

pub(crate) fn run(args: &ResolveArgs, context: &mut Context<'_>) -> Result<u8> {
    let rounds = match context.global.round {
        None | Some(Round::Consensus) => Round::BLIND.to_vec(),
        Some(round) if round.is_blind() => vec![round],
        Some(_) => return Err(Fault::new(msg!("resolve-round")).exit(Exit::Usage).into()),
    };
    let format = args.format.or((!session::has_screen(context)).then_some(Format::Text));
    if let Some(format) = format {
        return list(args, &rounds, format, context);
    }
    let (study, ..) = context.open(&args.study)?.read();
    let found = Differences::of(&study, &rounds);
    if found.standing(&study).is_empty() {
        context.say(&found.none())?;
        return list(args, &rounds, Format::Text, context);
    }
    context.global.round = Some(Round::Consensus);
    code::run_at(&args.study, &|model| model.resolve(&rounds), context)
}

/// Prints the list.
fn list(args: &ResolveArgs, rounds: &[Round], format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(&args.study), format, &[Format::Text, Format::Json, Format::Csv])?;
    let folder = context.open(&args.study)?;
    let (study, ..) = context.read(&folder)?;
    context.tell_closed(&study, &args.study)?;
    let found = Differences::of(&study, rounds);
    let standing = found.standing(&study);
    let all = standing.into_iter().filter_map(|(place, state)| Some((found.all.get(place)?, state)));
    let listed = Listed { study: &study, all: all.collect(), unfinished: found.unfinished };
    match format {
        Format::Json => context.json(&listed.as_json())?,
        Format::Csv => context.print(listed.as_csv().trim_end())?,
        _ => listed.lines(&context.words).iter().try_for_each(|line| context.print(line.trim_end()))?,
    }
    Ok(0)
}
