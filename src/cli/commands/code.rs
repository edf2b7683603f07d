//! Coding: opens a study and runs the screen, or prints what it would show where there is no terminal.

mod saver;

use super::{Context, files, here, keys, places, session, settings, spot, unfinished};
use crate::base::env;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::paths::{Paths, Theme, codeset, shown_codeset, speaks_utf8};
use crate::base::suggest::listed;
use crate::cli::args::sample::SpotArgs;
use crate::msg;
use crate::study::answers::case_view::CellStatus;
use crate::study::folder::Folder;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::ledger::left_out::LeftOut;
use crate::study::ledger::{Kind, Ledger, Reading};
use crate::study::{Study, Tallies};
use crate::tui::dialog::Dialog;
use crate::tui::documents::{self, Documents};
use crate::tui::effect::Recording;
use crate::tui::event::News;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Coder, Form, Look, Model, Next, Notice, Saving};
use crate::tui::palette::Palette;
use crate::tui::runtime::{self, Speech, Workers};
use crate::tui::saver::Saver;
use crate::tui::script;
use crate::tui::start::Opening;
use crate::tui::watch::Watch;
use std::path::Path;

/// The size that a frame is printed in where nobody asked for one: the first of what a terminal has.
const FRAME: (u16, u16) = (80, 24);

pub(crate) fn run(path: &Path, context: &mut Context<'_>) -> Result<u8> {
    run_at(path, &|_| {}, context)
}

/// Runs the screen, begun where `begin` leads it, until the coder leaves; from a sitting that ends for a spot check or
/// another round, the next one goes on in that.
pub(crate) fn run_at(path: &Path, begin: &dyn Fn(&mut Model), context: &mut Context<'_>) -> Result<u8> {
    let (mut code, mut next) = sitting(path, begin, context)?;
    while let Some(wanted) = next {
        let mut place = None;
        match wanted {
            Next::Spot(n) => {
                spot::draw(&SpotArgs::of(path.to_owned(), n), context)?;
                context.global.round = Some(Round::Spot);
            }
            Next::Round(round) => context.global.round = Some(round),
            Next::Place(case, question) => {
                context.global.round = None;
                place = Some((case, question));
            }
            Next::Again => context.own_anew(),
        }
        let begin = |model: &mut Model| place.into_iter().for_each(|(case, question)| model.begin_at(case, question));
        (code, next) = sitting(path, &begin, context)?;
    }
    Ok(code)
}

/// One sitting: how it ended, and what follows on it, if that is why.
fn sitting(path: &Path, begin: &dyn Fn(&mut Model), context: &mut Context<'_>) -> Result<(u8, Option<Next>)> {
    let folder = context.open(path)?;
    let (mut study, mut ledger, reading) = context.reading(&folder, || folder.read());
    // The keys are typed once, in the first sitting.
    let scripted = context.global.keys.as_mut().map(std::mem::take);
    let terminal = session::has_coder(context);
    let looks = context.global.view || (scripted.is_none() && !terminal);
    let newer = reading.newer().map(|finding| finding.message.clone());
    let writable = !looks && newer.is_none() && folder.is_writable();
    if writable {
        session::settle_coder(&folder, &ledger, scripted.is_none(), context)?;
    }
    let (coder, name) = context.coder()?;
    let with = context.beside()?.map(|(_, name)| name);
    if writable {
        session::same_person(&ledger, &coder, context)?;
    }
    // A frame that cannot be read is no reason to stop coding: `status` tells what is wrong with it.
    study.frame = folder.frame_sizes().ok().flatten();
    let mut model = open_model(&folder, study, &ledger, Coder { slug: coder, name, with }, writable, context)?;
    let place = std::env::current_dir().unwrap_or_default();
    model.files = place.join(&folder.settings.id).display().to_string();
    model.settings = settings::all(context.own()?);
    session::settle_round(&model, context)?;
    begin(&mut model);
    if let Some(message) = newer {
        model.notice = Some(Notice { message, alarm: true });
    } else if reading.exit().is_some() {
        let left_out = &model.study.left_out;
        let is_lacking = left_out.is_lacking();
        let files: Vec<&str> = left_out.files(!is_lacking).into_iter().collect();
        let (n, files) = (files.len(), listed(&files));
        let files = files.as_str();
        let message = match (is_lacking, left_out.exit) {
            (true, Some(Exit::Damaged)) => msg!("code-set-aside", n = n, files = files),
            (true, _) => msg!("code-not-read", n = n, files = files),
            (false, _) => msg!("code-foreign", n = n, files = files),
        };
        model.notice = Some(Notice { message, alarm: true });
    } else if model.resolving().is_none() && model.return_point.is_none() && model.dialog.is_none() {
        model.notice = Some(Notice { message: opening(&model, &ledger, &reading), alarm: false });
    }
    if let Some(paths) = Paths::of_user().filter(|_| writable) {
        paths.remember(path);
    }
    let ledger_folder = folder.path.join("ledger");
    let sits = writable && scripted.is_none() && session::is_terminal();
    let offered = if sits { unfinished::offer(&mut model, &ledger_folder) } else { None };
    let tour = Paths::of_user().filter(|paths| sits && !paths.knows_tour()).filter(|_| is_free(&model));
    if tour.is_some() {
        let then = model.notice.take().map(|notice| notice.message);
        model.begin_tour(then);
    }
    if scripted.is_some() || !terminal {
        context.tell_left_out(&ledger, &reading)?;
    }
    if scripted.is_none() && !terminal {
        context.left_out.exit = context.left_out.exit.max(reading.exit());
        return print_overview(model, path, context).map(|code| (code, None));
    }
    let files = files::beside(&folder, &mut model, context)?;
    let saver = saver::saver(&folder, &mut ledger, writable, context)?;
    places::take_up(&mut model, &folder.settings.id);
    let documents = files.map(documents::of);
    let ended = match scripted {
        Some(script) => typed(&mut model, saver, documents, path, &script, context),
        None => sit(&mut model, saver, documents, (&folder, ledger), context),
    };
    places::keep(&model, &folder.settings.id);
    if sits && let Err(faults) = unfinished::keep(&mut model, &ledger_folder, offered.as_deref()) {
        context.tell_faults(&faults.0)?;
    }
    if let Some(paths) = tour.filter(|_| !matches!(model.dialog, Some(Dialog::Tour { .. }))) {
        paths.remember_tour();
    }
    let code = ended?;
    Ok((code, model.next.filter(|_| code == 0)))
}

/// Whether nothing lies over the questions, and nothing is to be told that cannot wait.
fn is_free(model: &Model) -> bool {
    model.dialog.is_none() && !model.notice.as_ref().is_some_and(|notice| notice.alarm)
}

/// Types a script, and prints the frame that it ends with.
fn typed(
    model: &mut Model,
    saver: Box<dyn Saver>,
    documents: Option<Documents>,
    study: &Path,
    script: &str,
    context: &mut Context<'_>,
) -> Result<u8> {
    let (form, commands) = (model.look.form, here::commands(study, context));
    let frame = script::run(&mut *model, saver, (Some(commands), documents), script, context.global.size, form)?;
    if model.next.is_none() {
        context.print(frame.trim_end())?;
    }
    all_saved(model).map(|()| 0)
}

/// Runs the screen until the coder leaves.
fn sit(
    model: &mut Model,
    saver: Box<dyn Saver>,
    documents: Option<Documents>,
    (folder, ledger): (&Folder, Ledger),
    context: &mut Context<'_>,
) -> Result<u8> {
    let watched = folder.path.join("ledger");
    let watch =
        watched.is_dir().then(|| Watch { folder: watched, news: Box::new(news(ledger, model.study.left_out.clone())) });
    let (term, typed, shown) = (env::variable("TERM"), codeset(), shown_codeset());
    let speech =
        Speech { form: model.look.form, mouse: model.mouse, term: term.as_deref(), typed: &typed, shown: &shown };
    let commands = Some(here::commands(&folder.path, context));
    let workers = Workers { saver, watch, commands, documents };
    let ended = runtime::run(model, workers, &context.words, &speech)?;
    if ended.faults.is_none() {
        all_saved(model)?;
    }
    Ok(ended.code)
}

/// The failure that stood on the screen when the coder left, if one did.
fn all_saved(model: &Model) -> Result<()> {
    let Saving::Failed { recording: Recording { draft, .. }, faults } = &model.saving else { return Ok(()) };
    let hint = msg!("terminal-not-saved-hint", question = draft.question.as_str(), case = draft.case_id.as_str());
    let unsaved = Fault::new(msg!("terminal-not-saved")).hint(hint);
    let causes = faults.0.iter().map(|fault| Fault { hint: None, ..fault.clone() });
    Err(Faults([unsaved].into_iter().chain(causes).map(|fault| fault.exit(Exit::NotSaved)).collect()))
}

/// Reads what others have written since one last asked; what is wrong is told when it changes.
fn news(mut ledger: Ledger, mut lacking: LeftOut) -> impl FnMut() -> News + Send {
    let mut known = Vec::new();
    move || {
        let mut afresh = false;
        loop {
            let mut entries = Vec::new();
            let reading = ledger.read(&mut |entry| entries.push(entry.into_owned()));
            if reading.stale {
                ledger = ledger.anew();
                afresh = true;
                continue;
            }
            let grave = reading.findings.iter().filter(|finding| finding.kind > Kind::Note);
            let grave: Vec<Fault> = grave.map(Fault::from).collect();
            let changed = !grave.is_empty() && grave != known;
            known.clone_from(&grave);
            let gone = ledger.taken_away();
            let now = LeftOut::of(&ledger, &reading);
            let left_out = (now != lacking).then(|| now.clone());
            lacking = now;
            return News { entries, afresh, gone, faults: changed.then_some(Faults(grave)), left_out };
        }
    }
}

fn open_model(
    folder: &Folder,
    study: Study,
    ledger: &Ledger,
    coder: Coder,
    writable: bool,
    context: &Context<'_>,
) -> Result<Model> {
    let keymap = keys::keymap(context)?;
    keymap.check(&folder.protocol)?;
    let round = context.global.round.unwrap_or_default();
    let own = context.own()?;
    let theme = if context.global.color.is_on(env::variable) { own.theme.unwrap_or_default() } else { Theme::Mono };
    let palette = Palette::new(theme, env::variable);
    let place = left(&study, ledger, &coder.slug, round);
    let tallies = own.tallies.as_deref().and_then(Tallies::named).unwrap_or(study.tallies);
    Ok(Model::new(Opening {
        study,
        coder,
        round,
        writable,
        words: crate::base::language::Words::new(context.words.lang()),
        keymap,
        look: Look { form: session::form(context), ascii: context.global.ascii || !speaks_utf8(), palette },
        zone: env::zone(),
        pace: own.pace.then(env::now),
        mouse: context.global.mouse || own.mouse,
        tallies,
        size: FRAME,
        place,
    }))
}

/// Where the coder left: at the place that the last sitting ended with or, where it was cut off, in the case of its last
/// line.
///
/// In a blind round it is the case of the last line of that round: where the first coding ended is none of its business.
/// Outside of it, a blind coding ends in cases of others: these are no place to go on.
fn left(study: &Study, ledger: &Ledger, coder: &str, round: Round) -> Option<(CaseIx, Option<QuestionIx>)> {
    if round.is_blind() {
        let lines = study.answers.written_by(coder, round);
        let last = lines.iter().rfind(|line| line.slot.op != Op::Take)?;
        let case = study.cases.place(study.answers.case_id(last));
        return Some((case.filter(|&case| study.answers.is_due_blind(coder, round, case))?, None));
    }
    // Where a blind coding of a colleague's case ended is no place to come back to.
    let own = |id: &str| study.cases.place(id).filter(|&case| study.answers.may_code(case, coder));
    let last = ledger.cut_off(coder).and_then(|segment| study.answers.last_in(coder, segment));
    if let Some(case) = last.and_then(|line| own(study.answers.case_id(line))) {
        return Some((case, None));
    }
    let (case, question) = ledger.left_at(coder)?;
    Some((own(case)?, study.protocol.question(question)))
}

/// What the reading of the ledger turned up, else where the coder was.
fn opening(model: &Model, ledger: &Ledger, reading: &Reading) -> crate::base::language::Message {
    if let Some(other) = ledger.others_open().find(|other| other.coder == model.coder.slug) {
        return msg!("code-also-open", host = other.host.as_str(), ts = local(model, &other.ts));
    }
    if let Some(finding) = reading.findings.first() {
        return finding.message.clone();
    }
    if let Some(message) = model.gate() {
        return message;
    }
    let answers = &model.study.answers;
    let (forks, strays) = (answers.forks().count(), answers.strays().count());
    if forks > 0 {
        return msg!("code-forks", n = forks);
    }
    if strays > 0 {
        return msg!("verify-strays", n = strays);
    }
    let uncounted = answers.uncounted().len();
    if uncounted > 0 {
        return msg!("command-uncounted", n = uncounted);
    }
    if model.round() == Round::Spot {
        return crate::tui::presenter::spot_notice(model);
    }
    let sat = ledger.sittings().filter(|sitting| sitting.coder == model.coder.slug && sitting.source.is_none());
    let sat = sat.filter(|_| !answers.written_by(&model.coder.slug, model.round()).is_empty());
    let Some(last) = sat.max_by_key(|sitting| (sitting.seq, sitting.segment)) else {
        return msg!("code-welcome", n = model.progress.own, key = model.key(Mode::Code, Action::Help));
    };
    if last.protocol == model.study.protocol.hash {
        place_left(model, &last.ts)
    } else {
        msg!("code-updated", n = model.to_look_at(), key = model.key(Mode::Code, Action::Gap))
    }
}

/// Where the coder was, and what is doubtful there.
fn place_left(model: &Model, ts: &str) -> crate::base::language::Message {
    let gaps = model.question_order.iter().filter(|&&question| model.is_gap(question)).count();
    let marks = crate::tui::presenter::choices(model, crate::tui::dialog::ListKind::Marks).len();
    let begun = model.cells.iter().any(|cell| cell.status == CellStatus::Answered);
    let place = model.case_name(model.case);
    if begun {
        msg!(
            "code-you-were",
            place = place,
            n = model.number(model.question),
            at = local(model, ts),
            marks = marks,
            gaps = gaps
        )
    } else {
        msg!("code-you-were-before", place = place, at = local(model, ts), marks = marks)
    }
}

/// A time as people say it: today, yesterday, else by its date.
fn local(model: &Model, ts: &str) -> String {
    let at = ts.parse::<jiff::Timestamp>().unwrap_or_default().to_zoned(model.zone.clone());
    let today = env::now().to_zoned(model.zone.clone()).date();
    let time = at.strftime("%H:%M").to_string();
    let date = at.date();
    model.words.say(&if date == today {
        msg!("code-today", time = time)
    } else if date.tomorrow().is_ok_and(|next| next == today) {
        msg!("code-yesterday", time = time)
    } else {
        msg!("code-on-date", date = date.to_string(), time = time)
    })
}

/// Without a terminal: one frame, the tallies, and how to go on.
fn print_overview(model: Model, path: &Path, context: &mut Context<'_>) -> Result<u8> {
    let (columns, rows) = context.global.size;
    let lines: Vec<String> =
        crate::tui::presenter::tally_page(&model, usize::from(columns)).iter().map(ToString::to_string).collect();
    let frame = script::run(
        model,
        Box::new(saver::ReadOnlySaver) as Box<dyn Saver>,
        (None, None),
        "",
        (columns, rows),
        Form::Drawn,
    )?;
    context.print(frame.trim_end())?;
    context.print("")?;
    for line in lines {
        context.print(line.trim_end())?;
    }
    context.say(&msg!("code-no-terminal", dir = path.display().to_string()))?;
    Ok(0)
}
