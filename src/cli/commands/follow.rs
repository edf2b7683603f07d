//! `aktkoll follow`: the study that follows up what a review found.

use super::new::{Read, hints, write};
use super::report::guard;
use super::{Context, matches};
use crate::analysis::findings::State;
use crate::base::fault::{Fault, Result};
use crate::base::language::Lang;
use crate::base::quoting::quoted;
use crate::cli::args::follow::FollowArgs;
use crate::cli::args::list::ListArgs;
use crate::msg;
use crate::study::case::CaseList;
use crate::study::create::{find_protocol, is_free};

/// The shipped protocol of a follow-up in a language.
fn protocol_id(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "uppfoljning",
        Lang::En => "followup",
    }
}

pub(crate) fn run(args: &FollowArgs, context: &mut Context<'_>) -> Result<u8> {
    let FollowArgs { study, out, group } = args;
    context.counts()?;
    let folder = context.open(study)?;
    context.write_in(folder.protocol.lang);
    is_free(out)?;
    let (review, ..) = context.read(&folder)?;
    Context::only_whole(&review, study)?;
    let followed = review.followed();
    if followed.is_empty() {
        let hint = msg!("follow-none-hint", study = quoted(&study.display().to_string()));
        return Err(Fault::new(msg!("follow-none")).in_file(study.display()).hint(hint).into());
    }
    let texts: Vec<&str> = followed.iter().map(|one| one.text.as_str()).collect();
    guard::kept(&review, study, &texts, context)?;
    let (protocol, text) = find_protocol(protocol_id(context.words.lang()))?;
    let list = review.follow_list(&followed, &context.words);
    let reading = ListArgs::default();
    let (cases, matched) =
        CaseList::gather(&[(study.display().to_string(), list.into_bytes())], &hints(&reading), &protocol)?;
    let title = context.words.say(&msg!("follow-title", title = review.title.as_str()));
    let read = Read { protocol, text, cases, matched };
    write(out, &read, &reading, (Some(&title), group.as_deref()), context)?;
    matches::warn(&read.protocol, &read.matched, context)?;
    let open = review.strengths().iter().filter(|item| item.state == State::Proposed).count();
    if open > 0 {
        context.tell(&msg!("follow-undecided", n = open))?;
    }
    context.say(&msg!("new-next", dir = quoted(&out.display().to_string())))?;
    Ok(0)
}
