//! `aktkoll agree --drift`: agreement wave by wave, and each coder's answers beside those of the others.

use crate::analysis::drift::Drift;
use crate::base::fault::{Exit, Fault, Result};
use crate::cli::args::agree::Form;
use crate::cli::commands::{COLUMNS, Context};
use crate::msg;
use crate::study::Study;

pub(crate) fn run(study: &Study, form: Form, context: &mut Context<'_>) -> Result<u8> {
    let drift = Drift::of(study);
    match form {
        Form::Text => drift.lines(&context.words, COLUMNS).iter().try_for_each(|line| context.print(line))?,
        Form::Json => context.json(&drift.as_json())?,
        Form::Csv | Form::Md => return Err(Fault::new(msg!("command-no-such-format")).exit(Exit::Usage).into()),
    }
    Ok(0)
}
