//! The command line's words: its help and its errors, from the catalogue.

use super::Cli;
use crate::fault::{Exit, Fault};
use crate::language::Words;
use crate::msg;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

/// The command line's definition with its help in a language.
pub fn definition(words: &Words) -> Command {
    let flag = |name: &'static str, short: char, action| Arg::new(name).short(short).long(name).action(action);
    let command = Cli::command().arg(flag("help", 'h', ArgAction::Help).global(true)).arg(flag(
        "version",
        'V',
        ArgAction::Version,
    ));
    translated(command, "cli", words)
}

/// A command with the catalogue's words: `cli-tally` is about the command, `cli-tally-by` about its argument, and
/// `option-lang` about an argument that several commands have.
fn translated(command: Command, prefix: &str, words: &Words) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}", words.get("help-usage"));
    let command = command
        .about(words.find(prefix).unwrap_or_default())
        .help_template(template)
        .subcommand_help_heading(words.get("help-commands"))
        .mut_args(|arg| {
            let own = words.find(&format!("{prefix}-{}", arg.get_id()));
            let help = own.or_else(|| words.find(&format!("option-{}", arg.get_id()))).unwrap_or_default();
            let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
            let hidden = arg.get_action().takes_values();
            let arg = arg.help(help).help_heading(words.get(heading));
            if hidden { arg.hide_possible_values(true) } else { arg }
        });
    subcommands.into_iter().fold(command, |command, name| {
        let prefix = format!("{prefix}-{name}");
        command.mut_subcommand(name, |sub| translated(sub, &prefix, words))
    })
}

/// What is wrong with a command line, in our words.
pub fn fault(error: &clap::Error) -> Fault {
    let context = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => msg!("usage-unknown", argument = argument),
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => msg!("usage-missing", argument = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            msg!("usage-value", value = context(ContextKind::InvalidValue), argument = argument)
        }
        ErrorKind::InvalidSubcommand => msg!("usage-command", argument = context(ContextKind::InvalidSubcommand)),
        _ => msg!("command-usage", cause = error.render().to_string().trim_start_matches("error: ").trim_end()),
    };
    let is_word = error.kind() == ErrorKind::InvalidSubcommand
        || error.kind() == ErrorKind::UnknownArgument && !context(ContextKind::InvalidArg).starts_with('-');
    let known = context(ContextKind::ValidValue);
    let usage =
        context(ContextKind::Usage).replace("Usage: ", "").lines().map(str::trim).collect::<Vec<_>>().join("; ");
    let fault = Fault::new(message).exit(Exit::Usage);
    match (known.is_empty(), usage.trim()) {
        (false, _) => fault.hint(msg!("usage-value-known", known = known)),
        _ if is_word => fault.hint(msg!("usage-commands")),
        (true, "") => fault,
        (true, usage) => fault.hint(msg!("usage-hint", usage = usage)),
    }
}

/// A piece of what went wrong, as text.
fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}
