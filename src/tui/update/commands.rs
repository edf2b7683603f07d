//! Commands of the command line for the open study: chosen by name, written out, run, and what they say.

use crate::base::files::named::Named;
use crate::base::quoting::{last, quoted, words};
use crate::base::suggest::listed;
use crate::msg;
use crate::study::ledger::entry::Round;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Next};
use crate::tui::msg::Ran;
use std::collections::BTreeSet;
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
        "plan" => planned(model),
        _ => String::new(),
    };
    write(model, format!("{name} {rest}"));
}

/// The plan that there is, to be changed and tried first; where there is none, the beginning of one.
fn planned(model: &Model) -> String {
    let shares = &model.study.cases.shares;
    let coders: BTreeSet<&str> = model.study.cases.coders().collect();
    if coders.is_empty() {
        return format!("--dry-run --coders {},", model.coder.slug);
    }
    let twice = shares.iter().filter(|share| !share.second.is_empty()).count();
    format!("--dry-run --coders {} --share {twice}", coders.into_iter().collect::<Vec<_>>().join(","))
}

/// Opens the line with a command in it.
pub(crate) fn write(model: &mut Model, line: String) {
    model.dialog = Some(Dialog::Write { field: Field::Command, input: Input::new(line) });
}

/// Whether the line of a command is open.
pub(crate) fn is_open(model: &Model) -> bool {
    matches!(model.dialog, Some(Dialog::Write { field: Field::Command, .. }))
}

/// Asks what the path before the cursor may become.
pub(crate) fn complete(model: &Model) -> Option<Effect> {
    path_begun(model).map(|(_, begun)| Effect::Complete(begun))
}

/// Writes what a path has become as far as that is clear, or tells what it may become; nothing where something else is
/// written by now.
pub(crate) fn completed(model: &mut Model, begun: &str, named: &Named) {
    let Some((before, _)) = path_begun(model).filter(|(_, now)| now == begun) else { return };
    if named.path == begun {
        let found: Vec<&str> = named.names.iter().map(String::as_str).collect();
        let text = if found.is_empty() { model.words.get("path-none") } else { listed(&found) };
        return model.tell(msg!("command-told", text = text));
    }
    if let Some(Dialog::Write { input, .. }) = &mut model.dialog {
        let upto = before + &quoted(&named.path);
        let cursor = upto.chars().count();
        let rest: String = input.value().chars().skip(input.cursor()).collect();
        *input = Input::new(upto + &rest).with_cursor(cursor);
    }
}

/// What stands before a path that the cursor stands behind, and the path; nothing where the command is still written.
fn path_begun(model: &Model) -> Option<(String, String)> {
    let Some(Dialog::Write { field: Field::Command, input }) = &model.dialog else { return None };
    let upto: String = input.value().chars().take(input.cursor()).collect();
    let (at, word) = last(&upto);
    let before = upto.get(..at).filter(|before| !before.trim().is_empty())?;
    // `--out=PATH` is one word.
    let option = word.find('=').filter(|_| word.starts_with('-')).map_or(0, |at| at + 1);
    let (option, path) = word.split_at(option);
    Some((format!("{before}{option}"), path.to_owned()))
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
    let begins = if round == Round::Second { second(model) } else { Second::Goes };
    let refused = match begins {
        Second::Goes => None,
        Second::Unplanned => Some(msg!("second-unplanned")),
        Second::None => Some(msg!("round-none")),
    };
    if let Some(refused) = refused {
        model.refuse(refused);
        return None;
    }
    model.next = Some(Next::Round(round));
    Some(Effect::Quit)
}

/// Whether a second coding can be begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Second {
    /// It is planned, or begun already.
    Goes,
    /// Nobody has planned one.
    Unplanned,
    /// One is planned, and no case of it is this coder's.
    None,
}

/// Whether this coder can begin a second coding.
pub fn second(model: &Model) -> Second {
    let (cases, coder) = (&model.study.cases, model.coder.slug.as_str());
    let is_begun = || !model.study.answers.written_by(coder, Round::Second).is_empty();
    match cases.is_doubled() {
        false if is_begun() => Second::Goes,
        false => Second::Unplanned,
        true if cases.cases.keys().any(|case| cases.codes_again(case, coder)) => Second::Goes,
        true => Second::None,
    }
}

/// Whether a command that has run has changed who codes which case.
fn has_planned(line: &str) -> bool {
    let said = words(line);
    let writes = |word: &String| word.starts_with("--coders") || word.starts_with("--required");
    said.first().is_some_and(|name| name == "plan")
        && said.iter().any(writes)
        && !said.iter().any(|word| word == "--dry-run")
}
