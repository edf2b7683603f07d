//! Commands of the command line for the open study: chosen by name, written out, run, and what they say.

use crate::base::quoting::{quoted, words};
use crate::msg;
use crate::study::ledger::entry::Round;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Next};
use crate::tui::msg::Ran;
use tui_input::Input;

/// What lists the comments behind the figures.
pub(crate) const COMMENTS: &str = "list --comments";

/// Opens the line of a command, written out as far as it can be.
pub(crate) fn open(model: &mut Model, name: &'static str) {
    let file = |text: &'static str, ending: &str| quoted(&format!("{}-{}{ending}", model.files, model.words.get(text)));
    let rest = match name {
        "report" => format!("--output {}", file("command-report-file", ".docx")),
        "export" => format!("--format all --out {}", file("command-export-file", "")),
        "backup" => file("command-backup-file", ""),
        _ => String::new(),
    };
    write(model, format!("{name} {rest}"));
}

/// Opens the line with a command in it.
pub(crate) fn write(model: &mut Model, line: String) {
    model.dialog = Some(Dialog::Write { field: Field::Command, input: Input::new(line) });
}

/// Runs what is written.
pub(crate) fn run(model: &mut Model, line: &str) -> Effect {
    model.dialog = Some(Dialog::Output { line: line.to_owned(), text: None, failed: false, top: 0 });
    Effect::Command(line.to_owned())
}

/// Shows what a command said: one line is told, more are a page. Whoever does something else meanwhile is told that it
/// has run, and nothing is laid over it.
pub(crate) fn ran(model: &mut Model, ran: Ran) {
    let is_awaited = matches!(&model.dialog, Some(Dialog::Output { line, text: None, .. }) if *line == ran.line);
    let Ran { line, text, failed } = ran;
    let mut lines = text.lines();
    let (first, is_more) = (lines.next().unwrap_or_default().to_owned(), lines.next().is_some());
    if is_awaited && (failed || is_more) {
        model.dialog = Some(Dialog::Output { line, text: Some(text), failed, top: 0 });
        return;
    }
    if is_awaited {
        model.dialog = None;
    }
    let message = if first.is_empty() { msg!("command-done", line = line) } else { msg!("command-told", text = first) };
    if failed { model.refuse(message) } else { model.tell(message) }
}

/// Leaves what a command said; one that has failed is there to be mended, and after a new plan the study is opened anew.
pub(crate) fn close(model: &mut Model) -> Option<Effect> {
    match model.dialog.take() {
        Some(Dialog::Output { line, failed: true, .. }) => write(model, line),
        Some(Dialog::Output { line, text: Some(_), .. }) if has_planned(&line) => {
            model.next = Some(Next::Again);
            return Some(Effect::Quit);
        }
        _ => {}
    }
    None
}

/// The rounds that one may go on to from this one.
pub(crate) fn rounds(model: &Model) -> impl Iterator<Item = Round> {
    let here = model.round();
    [Round::First, Round::Second].into_iter().filter(move |&round| round != here)
}

/// Ends the sitting for one in another round, where there is something to code in it. A second coding that nobody has
/// planned is not begun from here: a slip would show a coder's first answer as a second one for good.
pub(crate) fn change_round(model: &mut Model, round: Round) -> Option<Effect> {
    let coder = model.coder.slug.as_str();
    let mut cases = model.study.cases.cases.keys();
    let begun = || !model.study.answers.written_by(coder, Round::Second).is_empty();
    let refused = match round {
        Round::Second if !model.study.cases.is_doubled() && !begun() => Some(msg!("second-unplanned")),
        Round::Second if !model.study.cases.is_doubled() => None,
        Round::Second if !cases.any(|case| model.study.cases.codes_again(case, coder)) => Some(msg!("round-none")),
        _ => None,
    };
    if let Some(refused) = refused {
        model.refuse(refused);
        return None;
    }
    model.next = Some(Next::Round(round));
    Some(Effect::Quit)
}

/// Whether a command that has run has changed who codes which case.
fn has_planned(line: &str) -> bool {
    let said = words(line);
    let writes = |word: &String| word.starts_with("--coders") || word.starts_with("--required");
    said.first().is_some_and(|name| name == "plan")
        && said.iter().any(writes)
        && !said.iter().any(|word| word == "--dry-run")
}
