//! `aktkoll completions`: what a shell completes the command line with.

use super::Context;
use crate::base::fault::Result;
use crate::cli::args;
use clap_complete::{Shell, generate};

pub(super) fn run(shell: Shell, context: &mut Context<'_>) -> Result<u8> {
    let mut definition = args::words::definition_of_commands(&context.words);
    let mut script = Vec::new();
    generate(shell, &mut definition, "aktkoll", &mut script);
    context.print(String::from_utf8_lossy(&script).trim_end())?;
    Ok(0)
}
