//! `aktkoll report`: the report in one of its formats.

mod guard;

use super::Context;
use crate::cli::report::{Paper, ReportArgs};
use crate::fault::Result;
use crate::files;
use crate::msg;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::report::{Options, Report, Source};

pub(super) fn run(args: &ReportArgs, context: &mut Context<'_>) -> Result<u8> {
    context.counts()?;
    let folder = context.open(&args.study)?;
    let (study, ..) = folder.read()?;
    guard::texts(&study, &args.study, context)?;
    let options = Options { min_cell: args.min_cell };
    let source =
        Source { study: &study, draw: folder.settings.draw.as_ref(), words: &context.words, options: &options };
    let report = Report::of(source);
    let format: &dyn Format = match args.format {
        Paper::Md => &Markdown,
    };
    let bytes = format.write(&report, &context.words)?;
    let Some(output) = &args.output else {
        return context.print(String::from_utf8_lossy(&bytes).trim_end()).map(|()| 0);
    };
    files::replace(output, &bytes)?;
    context.tell(&msg!("report-written", file = output.display().to_string()))?;
    Ok(0)
}
