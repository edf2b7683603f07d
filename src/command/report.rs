//! `aktkoll report`: the report in one of its formats.

use super::Context;
use crate::cli::report::{Paper, ReportArgs};
use crate::fault::{Exit, Fault, Result};
use crate::files;
use crate::msg;
use crate::nearest::listed;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::report::{Options, Report, Source};
use crate::study::Study;
use crate::text::folded;

pub(super) fn run(args: &ReportArgs, context: &mut Context<'_>) -> Result<u8> {
    context.counts()?;
    let folder = context.open(&args.study)?;
    let (study, ..) = folder.read()?;
    let unit = args.unit.as_ref().map(|name| unit(&study, name, context)).transpose()?;
    let options = Options { min_cell: args.min_cell, ..Options::default() };
    let source =
        Source { study: &study, draw: folder.settings.draw.as_ref(), words: &context.words, options: &options };
    let report = unit.map_or_else(|| Report::of(source), |unit| Report::feedback(source, &unit));
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

/// The code of a unit by that or by its label. Where there are two, the total gives the other one away: that is told.
fn unit(study: &Study, name: &str, context: &mut Context<'_>) -> Result<String> {
    let attribute = study.protocol.unit().and_then(|unit| Some((unit, study.protocol.attributes.get(unit)?)));
    let units = attribute.map_or_else(Vec::new, |(unit, _)| study.cases.units(&study.protocol, unit));
    let label = |unit: &str| attribute.map_or_else(String::new, |(_, known)| known.label_of(unit).to_owned());
    let is_meant = |unit: &&String| *unit == name || folded(&label(unit)) == folded(name);
    let Some(found) = units.iter().find(is_meant) else {
        let names: Vec<&str> = units.iter().map(String::as_str).collect();
        let fault = Fault::new(msg!("feedback-no-such-unit", name = name)).exit(Exit::Usage);
        return Err(fault.hint(msg!("there-are", names = listed(&names))).into());
    };
    if let [one, other] = units.as_slice() {
        let other = label(if one == found { other } else { one });
        context.tell(&msg!("feedback-two-units", other = other))?;
    }
    Ok(found.clone())
}
