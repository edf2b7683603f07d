//! `aktkoll report`: the report in one of its formats.

pub(crate) mod guard;
mod outline;

use super::{Context, written};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::Message;
use crate::base::paths::Paths;
use crate::base::suggest::listed;
use crate::base::text::folded;
use crate::base::{env, files};
use crate::cli::args::report::ReportArgs;
use crate::msg;
use crate::report::format::template::{Own, SHIPPED, Templates};
use crate::report::format::{Paper, mark};
use crate::report::method::{self, Trail};
use crate::report::outline::outlined;
use crate::report::{Options, Report, Source};
use crate::study::Study;
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::study::ledger::control_line::Open;
use rustix::termios::isatty;
use std::path::Path;

/// Larger files are no templates, no tables of background and no reports.
const TEMPLATE: u64 = 1 << 20;
const BACKGROUND: u64 = 1 << 20;
const REPORT: u64 = 1 << 28;

pub(crate) fn run(args: &ReportArgs, context: &mut Context<'_>) -> Result<u8> {
    context.counts()?;
    let folder = context.open(&args.study)?;
    context.write_in(folder.protocol.lang);
    if args.outline {
        return outline::propose(&args.study, &folder.protocol, context);
    }
    let paper = paper(args)?;
    if let Some(output) = &args.output {
        free(output, &args.study)?;
    } else if paper != Paper::Md && isatty(rustix::stdio::stdout()) {
        let hint = msg!("report-terminal-hint", ending = paper.ending());
        return Err(Fault::new(msg!("report-terminal")).hint(hint).exit(Exit::Usage).into());
    }
    let (study, ledger, _) = context.read(&folder)?;
    Context::only_whole(&study, &args.study)?;
    guard::texts(&study, &args.study, args.feedback, context)?;
    let unit = args.unit.as_ref().map(|name| unit(&study, name, context)).transpose()?;
    let today = env::now().to_zoned(env::zone()).date().to_string();
    let (min_cell, names_single) = (args.min_cell, args.name_single);
    let (opens, all_rows) = (paper == Paper::Html, paper == Paper::Xlsx);
    let brief = paper == Paper::Docx && outline::of(&args.study)?.is_none();
    let options = Options { min_cell, names_single, opens, all_rows, brief, date: Some(today) };
    let source =
        Source { study: &study, draw: folder.settings.draw.as_ref(), words: &context.words, options: &options };
    let (report, left_out) = context.working("work-counting", || match unit {
        Some(unit) => Ok((Report::feedback(source, &unit), None)),
        None => whole(source, (&args.study, &folder), &ledger, args.coders),
    })?;
    let (report, templates) = (context.complete(report), templates()?);
    let bytes = context.working("work-writing", || paper.write(&report, &context.words, &templates))?;
    let Some(output) = &args.output else {
        written(context.out.write_all(&bytes).and_then(|()| context.out.flush()))?;
        return left_out.map_or(Ok(()), |left_out| context.tell(&left_out)).map(|()| 0);
    };
    files::replace(output, &mark::marked(bytes, paper))?;
    context.tell(&msg!("report-written", file = output.display().to_string()))?;
    left_out.map_or(Ok(()), |left_out| context.tell(&left_out)).map(|()| 0)
}

/// The report by the study's outline with what that leaves out, or else all of it with how it came about as its last
/// part; the coders by name where that is asked for.
fn whole(
    source: Source<'_>,
    (study, folder): (&Path, &Folder),
    ledger: &Ledger,
    named: bool,
) -> Result<(Report, Option<Message>)> {
    let mut sittings: Vec<&Open> = ledger.sittings().collect();
    sittings.sort_by_key(|open| (open.seq, &open.coder, open.segment));
    let method = method::section(source, &Trail { sittings, earlier: &folder.earlier, named });
    if let Some((name, text)) = outline::of(study)? {
        let beside = |name: &str| files::read(&study.join(name), BACKGROUND);
        let outlined = outlined(source, &method, (&name, &text), &beside)?;
        return Ok((outlined.report, outlined.left_out));
    }
    let mut report = Report::of(source);
    report.sections.push(method);
    Ok((report, None))
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

/// The form that is asked for, else the one that the file's ending names.
fn paper(args: &ReportArgs) -> Result<Paper> {
    args.output.as_ref().map_or_else(|| Ok(args.format.unwrap_or(Paper::Md)), |output| of_file(args.format, output))
}

/// The form of a file: the one that its ending names, which is none other than the one that is asked for.
pub(crate) fn of_file(format: Option<Paper>, output: &Path) -> Result<Paper> {
    let ending = output.extension().unwrap_or_default().to_string_lossy();
    match (format, Paper::of_ending(&ending)) {
        (None, Some(paper)) => Ok(paper),
        (Some(asked), known) if known.is_none_or(|known| known == asked) => Ok(asked),
        (asked, _) => {
            let fault = Fault::new(msg!("report-ending", ending = ending.as_ref())).in_file(output.display());
            let hint = msg!("report-ending-hint", ending = asked.map_or("docx", Paper::ending));
            Err(fault.hint(hint).exit(Exit::Usage).into())
        }
    }
}

/// Refuses a place that belongs to something else: a ledger, or a file that is no report or has been worked on since.
pub(crate) fn free(output: &Path, study: &Path) -> Result<()> {
    let folder = output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let real = |path: &Path| path.canonicalize().ok();
    if real(&study.join("ledger")).is_some_and(|ledger| real(folder).is_some_and(|folder| folder.starts_with(ledger))) {
        return Err(Fault::new(msg!("report-in-ledger")).in_file(output.display()).into());
    }
    if output.symlink_metadata().is_err() || files::read(output, REPORT).is_ok_and(|bytes| mark::is_report(&bytes)) {
        return Ok(());
    }
    Err(Fault::new(msg!("report-other-file")).in_file(output.display()).hint(msg!("report-other-file-hint")).into())
}

/// The templates, with the user's own in the place of some.
pub(crate) fn templates() -> Result<Templates> {
    let Some(paths) = Paths::of_user() else { return Templates::new(Vec::new()) };
    let own = SHIPPED.iter().filter_map(|(name, _)| Some((*name, paths.template(name)?)));
    let own = own.map(|(name, path)| {
        let text = files::read_text(&path, TEMPLATE)?;
        Ok(Own { name, file: path.display().to_string(), text })
    });
    Templates::new(own.collect::<Result<_>>()?)
}
