//! The command line's words: its help and its errors, from the catalogue.

use super::{Cli, Command as Subcommand, Global};
use crate::base::env::columns;
use crate::base::fault::{Exit, Fault};
use crate::base::language::{Message, Words};
use crate::base::suggest::nearest;
use crate::msg;
use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args, Command, CommandFactory, Subcommand as _};
use rustix::stdio::stdout;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// How many columns help has where no terminal says, and at most.
const WIDEST: usize = 100;

/// The command line's definition without its help.
pub(super) fn wordless() -> Command {
    with_flags(Cli::command())
}

/// The command line's definition with its help in a language.
pub fn definition(words: &Words) -> Command {
    worded(wordless(), words)
}

/// The same without the study, which comes first or not at all: shells count the words before a command.
pub fn definition_of_commands(words: &Words) -> Command {
    let program = Global::augment_args(Command::new("aktkoll").version(env!("CARGO_PKG_VERSION")))
        .mut_arg("with", |arg| arg.requires(Resettable::Reset));
    let program = program.disable_help_subcommand(true).disable_help_flag(true).disable_version_flag(true);
    worded(with_flags(Subcommand::augment_subcommands(program)), words)
}

fn with_flags(command: Command) -> Command {
    let flag = |name: &'static str, short: char, action| Arg::new(name).short(short).long(name).action(action);
    command.arg(flag("help", 'h', ArgAction::Help).global(true)).arg(flag("version", 'V', ArgAction::Version))
}

fn worded(command: Command, words: &Words) -> Command {
    let mut command = translated(command, "cli", words);
    command.build();
    let command = used(command, words);
    subcommands(command, &|sub, _| general_once(sub, words))
}

/// A command whose subcommands are changed.
fn subcommands(command: Command, change: &dyn Fn(Command, &str) -> Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name.clone(), |sub| change(sub, &name)))
}

/// A command with the catalogue's words: `cli-tally` is about the command.
fn translated(command: Command, prefix: &str, words: &Words) -> Command {
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.get("help-usage"));
    let command = command
        .about(words.find(prefix).unwrap_or_default())
        .help_template(template)
        .term_width(columns(stdout()).map_or(WIDEST, |columns| columns.min(WIDEST)))
        .subcommand_help_heading(words.get("help-commands"))
        .mut_args(|arg| described(arg, prefix, words));
    subcommands(command, &|sub, name| translated(sub, &format!("{prefix}-{name}"), words))
}

fn described(arg: Arg, prefix: &str, words: &Words) -> Arg {
    let help = words.find(&key(&arg, prefix, words)).unwrap_or_default();
    let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
    let arg = arg.help_heading(words.get(heading));
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let default = if default.is_empty() {
        String::new()
    } else {
        format!(" [{}: {}]", words.get("help-default"), default.join(" "))
    };
    let name = words.find(&value_key(&arg)).unwrap_or_default();
    arg.help(help + &default).hide_default_value(true).hide_possible_values(true).value_name(name)
}

/// The key of what an argument's value is called.
fn value_key(arg: &Arg) -> String {
    format!("value-{}", arg.get_id()).replace('_', "-")
}

/// A command with its arguments in their order, and its usage in the catalogue's words where the library has its own.
fn used(command: Command, words: &Words) -> Command {
    let mut command = command.mut_args(|arg| match arg.get_index() {
        Some(place) => arg.display_order(place),
        None => arg,
    });
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", words.get("help-optional")));
    command.override_usage(usage.replace("COMMAND", &words.get("help-command")))
}

/// A command below the program: the options that all have are told with the program.
fn general_once(command: Command, words: &Words) -> Command {
    let is_help = |arg: &Arg| arg.get_id() == "help";
    let command = command.mut_args(|arg| {
        let general = arg.is_global_set() && !is_help(&arg);
        if general { arg.hide(true) } else { arg }
    });
    let command = used(command.after_help(words.get("help-general")), words);
    subcommands(command, &|sub, _| general_once(sub, words))
}

/// The key of an argument's help: `cli-tally-by` is about that of one command, and `option-format` about one that
/// several commands have, where its own says nothing of it.
fn key(arg: &Arg, prefix: &str, words: &Words) -> String {
    let own = format!("{prefix}-{}", arg.get_id());
    if !arg.is_global_set() && words.find(&own).is_some() { own } else { format!("option-{}", arg.get_id()) }
}

/// What is wrong with a command line, in our words.
///
/// A misspelt command is taken for a study's folder, and the word behind it for a command: the first word that is
/// neither is the one to name.
pub fn fault(error: &clap::Error, arguments: &[OsString]) -> Fault {
    let context = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => msg!("usage-unknown", argument = argument.as_str()),
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => {
            msg!("usage-missing", argument = argument.as_str())
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            msg!("usage-valueless", argument = argument.as_str())
        }
        ErrorKind::TooManyValues => {
            msg!("usage-unwanted", argument = argument.as_str(), value = context(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict if context(ContextKind::PriorArg) == argument => {
            msg!("usage-twice", argument = argument.as_str())
        }
        ErrorKind::ArgumentConflict => {
            msg!("usage-conflict", argument = argument.as_str(), other = context(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => msg!("usage-unreadable"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            msg!("usage-value", value = context(ContextKind::InvalidValue), argument = argument.as_str())
        }
        ErrorKind::InvalidSubcommand => msg!("usage-command", argument = context(ContextKind::InvalidSubcommand)),
        _ => msg!("usage-other", cause = error.render().to_string().trim_start_matches("error: ").trim_end()),
    };
    let is_word = error.kind() == ErrorKind::InvalidSubcommand
        || error.kind() == ErrorKind::UnknownArgument && !argument.starts_with('-');
    let misspelt = arguments.iter().skip(1).find(|word| is_word && names_command(word));
    if let Some(word) = misspelt {
        return unknown_word(&word.to_string_lossy());
    }
    let known = context(ContextKind::ValidValue);
    let usage =
        context(ContextKind::Usage).replace("Usage: ", "").lines().map(str::trim).collect::<Vec<_>>().join("; ");
    let fault = Fault::new(message).exit(Exit::Usage);
    match (known.is_empty(), usage.trim()) {
        (false, _) => fault.hint(msg!("usage-value-known", known = known)),
        _ if is_word && !arguments.iter().any(|word| is_command(word)) => fault.hint(commands("")),
        (true, "") => fault,
        _ if is_bare_new(arguments) => fault.hint(msg!("usage-new", usage = usage)),
        (true, usage) => fault.hint(msg!("usage-hint", usage = usage)),
    }
}

/// Whether a study is to be made, and nothing is said of it: the program alone asks for all of it.
fn is_bare_new(arguments: &[OsString]) -> bool {
    let mut words = arguments.iter().skip(1).filter(|word| !word.to_string_lossy().starts_with('-'));
    words.next_back().is_some_and(|word| word == "new")
}

/// A word that is neither a command nor a folder.
pub fn unknown_word(word: &str) -> Fault {
    Fault::new(msg!("usage-neither", argument = word)).hint(commands(word)).exit(Exit::Usage)
}

fn is_command(word: &OsStr) -> bool {
    word.to_str().is_some_and(|word| Cli::command().find_subcommand(word).is_some())
}

/// Whether a word is no folder but almost a command.
fn names_command(word: &OsStr) -> bool {
    let known = Cli::command();
    let meant = word.to_str().and_then(|word| nearest(word, known.get_subcommands().map(Command::get_name)));
    meant.is_some_and(|meant| meant != word) && !Path::new(word).exists()
}

/// The command that a word was probably meant to be, else what there is to do.
fn commands(word: &str) -> Message {
    let known = Cli::command();
    let name = nearest(word, known.get_subcommands().map(Command::get_name));
    name.map_or_else(|| msg!("usage-commands"), |name| msg!("did-you-mean", name = name))
}

/// A piece of what went wrong, as text.
fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use std::collections::BTreeSet;

    /// The keys that are taken for a command and its arguments.
    fn spoken(command: &Command, prefix: &str, words: &Words, keys: &mut BTreeSet<String>) {
        keys.insert(prefix.to_owned());
        keys.extend(command.get_arguments().flat_map(|arg| [key(arg, prefix, words), value_key(arg)]));
        for sub in command.get_subcommands() {
            spoken(sub, &format!("{prefix}-{}", sub.get_name()), words, keys);
        }
    }

    #[test]
    fn what_a_command_says_of_its_own_argument_wins() {
        let mut definition = definition(&Words::new(Lang::En));
        let protocol = definition.find_subcommand_mut("protocol").unwrap();
        let help = protocol.find_subcommand_mut("export").unwrap().render_help().to_string();
        assert!(help.contains("redcap") && !help.contains("html"), "{help}");
    }

    #[test]
    fn who_misspells_a_command_is_told_that_one_and_who_means_none_where_they_stand() {
        let words = Words::new(Lang::En);
        let arguments = ["aktkoll", "S", "resovle"].map(OsString::from);
        let error = definition(&words).try_get_matches_from(&arguments).unwrap_err();
        let told = fault(&error, &arguments).describe(&words);
        assert!(told.ends_with("did you mean \"resolve\"?"), "{told}");
        let told = unknown_word("review-2026").describe(&words);
        assert!(told.contains("aktkoll new") && told.contains("--help") && !told.contains("redact"), "{told}");
    }

    #[test]
    fn what_is_wrong_with_a_line_is_told_in_our_words() {
        for (line, told) in [
            ("keys --markdown --card", "--markdown går inte ihop med --card."),
            ("list S --rules --told", "--rules går inte ihop med --told."),
            ("S --coder a --coder b", "--coder <NAMN> kan bara anges en gång."),
            ("S --coder", "--coder <NAMN> behöver ett värde."),
            ("new S --cases", "--cases <FIL>... behöver ett värde."),
            ("S --yes=1", "--yes tar inget värde: 1"),
            ("S --size 1", "1 är inget giltigt värde för --size <STORLEK>."),
            ("S --round third", "third är inget giltigt värde för --round <OMGÅNG>."),
            ("S --print", "Något saknas: --keys <TANGENTER>"),
            ("settings theme", "Något saknas: <VÄRDE>"),
            ("report", "Något saknas: <GRANSKNING>"),
            ("report S --nada", "Här finns inget argument --nada."),
        ] {
            let words = Words::new(Lang::Sv);
            let arguments: Vec<OsString> = ["aktkoll"].into_iter().chain(line.split(' ')).map(Into::into).collect();
            let error = definition(&words).try_get_matches_from(&arguments).unwrap_err();
            let fault = fault(&error, &arguments).describe(&words);
            assert_eq!(fault.lines().next(), Some(told), "{line}: {fault}");
        }
    }

    #[test]
    fn no_words_are_about_a_command_or_argument_that_is_not_there() {
        let words = Words::new(Lang::En);
        let mut keys = BTreeSet::new();
        spoken(&definition(&words), "cli", &words, &mut keys);
        let lines = include_str!("../../base/language/en.ftl").lines();
        let known = lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned());
        let is_ours = |key: &String| ["cli-", "option-", "value-"].iter().any(|start| key.starts_with(start));
        let known: BTreeSet<String> = known.filter(|key| *key == "cli" || is_ours(key)).collect();
        assert_eq!(known.difference(&keys).collect::<Vec<_>>(), [] as [&String; 0]);
    }
}
