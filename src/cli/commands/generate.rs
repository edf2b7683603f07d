//! `aktkoll generate`: studies that are made up, to try engines and computers on, with what their answers count.

use super::Context;
use crate::base::fault::{Exit, Fault, Faults, Result, Told};
use crate::base::{files, progress};
use crate::cli::args::Format;
use crate::cli::args::generate::GenerateArgs;
use crate::msg;
use crate::study::case::CaseList;
use crate::study::case::matching::Hints;
use crate::study::create::{Plan, create, find_protocol, is_free};
use crate::study::generated::lines::Hashes;
use crate::study::generated::truth::Truth;
use crate::study::generated::{MadeUp, Recipe, unmakeable};
use crate::study::ledger::segment_name;
use serde_json::json;
use std::fs::File;
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The file of what the answers count.
const TRUTH_FILE: &str = "truth.csv";

pub(crate) fn run(args: &GenerateArgs, context: &mut Context<'_>) -> Result<u8> {
    context.only(None, args.format, &[Format::Text, Format::Json])?;
    is_free(&args.out)?;
    let (protocol, text) = find_protocol(&args.protocol)?;
    let left = unmakeable(&protocol);
    if !left.is_empty() {
        let fault = Fault::new(msg!("generate-questions", questions = left.join(", ")));
        return Err(fault.hint(msg!("generate-questions-hint")).in_file(&args.protocol).exit(Exit::Usage).into());
    }
    let recipe = Recipe { protocol: &protocol, coders: args.coder_count, cases: args.case_count, seed: args.seed };
    let mut lines = 0;
    context.working("work-writing", || {
        files::create_folder(&args.out, &msg!("study-unmade"), |beside| {
            files::create_folders(beside).told(msg!("file-unwritten"), beside.display())?;
            let (truth, written) = all(&recipe, args.study_count, &text, beside)?;
            lines = written;
            files::replace(&beside.join(TRUTH_FILE), truth.as_csv(&recipe).as_bytes())
        })
    })?;
    let (dir, studies) = (args.out.display().to_string(), args.study_count);
    if args.format == Format::Json {
        context.json(&json!({ "dir": dir, "studies": studies, "lines": lines, "truth": TRUTH_FILE }))?;
        return Ok(0);
    }
    context.say(&msg!("generate-done", dir = dir, studies = studies, lines = lines, file = TRUTH_FILE))?;
    Ok(0)
}

/// Makes all studies, one after the other in as many threads as there are processors. Gives what they count, and how many
/// lines they have.
fn all(recipe: &Recipe<'_>, studies: usize, protocol: &str, folder: &Path) -> Result<(Truth, usize)> {
    progress::begin(studies as u64);
    let (next, count) = (AtomicUsize::new(1), progress::own());
    let made: Mutex<(Truth, usize, Vec<Fault>)> = Mutex::default();
    let work = || loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let is_over = || !made.lock().unwrap_or_else(PoisonError::into_inner).2.is_empty();
        if number > studies || is_over() {
            return;
        }
        let one = study(&MadeUp { recipe: *recipe, number }, protocol, folder);
        let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
        match one {
            Ok((truth, lines)) => {
                made.0.add(truth);
                made.1 += lines;
            }
            Err(faults) => made.2.extend(faults.0),
        }
        count.step(1);
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(studies);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let (truth, lines, faults) = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    if faults.is_empty() { Ok((truth, lines)) } else { Err(Faults(faults)) }
}

/// Makes a study: its folder as `new` does, and the ledger of each coder. Gives what it counts, and how many lines it has.
fn study(study: &MadeUp<'_>, protocol: &str, folder: &Path) -> Result<(Truth, usize)> {
    let (name, recipe) = (study.name(), &study.recipe);
    let list = (format!("{name}.csv"), study.case_list().into_bytes());
    let (cases, _) = CaseList::gather(&[list], &Hints::default(), recipe.protocol)?;
    let path = folder.join(&name);
    create(&path, &Plan { protocol, cases: &cases, title: &name, group: None, draw: None })?;
    let hashes = Hashes { protocol: recipe.protocol.hash.clone(), cases: cases.hash.clone() };
    drop(cases);
    let mut lines = 0;
    for coder in 0..recipe.coders {
        let own = path.join("ledger").join(MadeUp::coder(coder));
        files::create_folders(&own).told(msg!("file-unwritten"), own.display())?;
        let file = |segment| File::create_new(own.join(segment_name(segment)));
        lines += study.write_ledger(coder, &hashes, file).told(msg!("file-unwritten"), own.display())?;
    }
    Ok((Truth::of(study), lines))
}
