//! `aktkoll status`: how far the coding is per coder and unit, and the cases that want a look.

mod phase;

use super::logins::{planned, unplanned};
use super::{COLUMNS, Context, with};
use crate::analysis::progress::{Axis, Count, List, Place, Progress, Table};
use crate::base::fault::Result;
use crate::base::slug::slug;
use crate::cli::args::Format;
use crate::cli::args::status::StatusArgs;
use crate::study::answers::case_view::Perspective;
use crate::study::index::At;
use crate::study::{Frame, Study};
use serde_json::{Value, json};

pub(crate) fn run(args: &StatusArgs, context: &mut Context<'_>) -> Result<u8> {
    if let Some(phase) = &args.phase {
        return phase::run(&args.study, phase, context);
    }
    context.only(Some(&args.study), args.format, &[Format::Text, Format::Json])?;
    let folder = context.open(&args.study)?;
    let (mut read, ledger, _) = context.read(&folder)?;
    read.frame = folder.frame_sizes()?;
    let round = context.global.round.unwrap_or_default();
    let (coder, _) = context.coder()?;
    let perspective = if round.is_blind() { Perspective::Own(&coder, round) } else { Perspective::Record };
    let only = context.global.coder.as_deref().map(slug).transpose()?;
    let progress = Progress::of(&read, perspective, only.as_deref());
    if args.format == Format::Json {
        let logins = unplanned(&ledger, &planned(&folder));
        let logins = logins.iter().map(|(login, coders)| json!({ "login": login, "coders": coders }));
        let logins = logins.collect::<Vec<_>>();
        context.json(&with(as_json(&progress, &read), [("names_by_login", logins.into())]))?;
        return Ok(0);
    }
    print(&progress, &read, context)?;
    context.tell_names_by_login(&ledger, &planned(&folder))?;
    Ok(0)
}

fn print(progress: &Progress, study: &Study, context: &mut Context<'_>) -> Result<()> {
    for (_, line) in progress.lines(study, &context.words, COLUMNS, &str::to_owned) {
        context.print(line.trim_end())?;
    }
    context.print("")?;
    let lists = progress.list_lines(study, &context.words, COLUMNS);
    if lists.is_empty() {
        let nothing = context.words.get("status-nothing");
        context.print(&nothing)?;
    }
    lists.iter().try_for_each(|(_, line)| context.print(line.trim_end()))
}

fn as_json(progress: &Progress, study: &Study) -> Value {
    let total = progress.total();
    let rows = |axis: Axis, name: &'static str| {
        let table = progress.tables.iter().find(|table| table.axis == axis);
        let frame = progress.frame.as_ref().filter(|_| axis == Axis::Unit);
        let row = |(key, count): &(String, Count)| {
            let key = Some(key).filter(|key| !key.is_empty());
            let frame = frame.map(|frame| key.and_then(|key| frame.sizes.get(key)).copied().unwrap_or(0));
            with(count_json(*count, frame), [(name, key.cloned().into())])
        };
        table.map_or_else(Vec::new, |table| table.rows.iter().map(row).collect::<Vec<_>>())
    };
    let entries = progress.tables.iter().find(|table| table.axis == Axis::Entries);
    let lists: serde_json::Map<String, Value> =
        List::ALL.iter().map(|(list, name, _)| ((*name).to_owned(), list_json(progress, study, *list))).collect();
    json!({
        "cases": count_json(total, progress.frame.as_ref().map(Frame::size)),
        "coders": rows(Axis::Coder, "coder"),
        "units": rows(Axis::Unit, "unit"),
        "second": rows(Axis::Second, "coder"),
        "waves": rows(Axis::Wave, "wave"),
        "entries": entries.map(|Table { total, .. }| count_json(*total, None)),
        "lists": lists,
    })
}

fn count_json(count: Count, frame: Option<usize>) -> Value {
    let Count { done, begun, left, dropped, unasked, withheld } = count;
    let json = json!({ "done": done, "begun": begun, "left": left, "dropped": dropped, "all": count.all() });
    let withheld = (withheld > 0).then(|| ("withheld", withheld.into()));
    let withheld = (unasked > 0).then(|| ("unasked", unasked.into())).into_iter().chain(withheld);
    with(json, withheld.into_iter().chain(frame.map(|frame| ("frame", frame.into()))))
}

fn list_json(progress: &Progress, study: &Study, list: List) -> Value {
    let place = |place: &Place| {
        let question = place.question.and_then(|question| study.protocol.questions.get(question));
        json!({
            "case_id": study.cases.cases.at(place.case).id,
            "question": question.map(|question| &question.id),
            "said": Some(&place.said).filter(|said| !said.is_empty()),
        })
    };
    progress.list(list).map(place).collect()
}
