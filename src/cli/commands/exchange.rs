//! `aktkoll protocol import` and `export`: protocols in the forms of other programs.

use super::{Context, ending, written};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::files;
use crate::base::language::Message;
use crate::cli::args::protocol::Foreign;
use crate::exchange::forms::xlsform::Form;
use crate::exchange::forms::{self, Wanted, redcap, xlsform};
use crate::msg;
use crate::study::create::find_protocol;
use crate::study::protocol::Protocol;
use std::path::Path;

/// A form may have this many bytes.
const LIMIT: u64 = 1 << 24;

/// What an import may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Nothing.
    Nothing,
    /// What leaves the meaning of all else as it was.
    Apart,
    /// Whatever cannot be carried over.
    Any,
}

impl Leaving {
    pub(crate) fn of(lenient: bool, strict: bool) -> Self {
        match (lenient, strict) {
            (_, true) => Self::Nothing,
            (true, _) => Self::Any,
            _ => Self::Apart,
        }
    }
}

pub(crate) fn import(file: &Path, output: Option<&Path>, leaving: Leaving, context: &mut Context<'_>) -> Result<()> {
    let name = file.display().to_string();
    let bytes = files::read(file, LIMIT)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let lang = context.global.lang.clone();
    let wanted = Wanted { lang: lang.as_deref(), otherwise: context.words.lang(), name: &stem };
    let imported = forms::import(&name, &bytes, &wanted)?;
    tell(&imported.mapping, context)?;
    let (refused, hint) = match leaving {
        Leaving::Any => (Vec::new(), None),
        Leaving::Apart => (imported.lost.clone(), Some(msg!("exchange-lost-hint"))),
        Leaving::Nothing => {
            ([imported.lost.clone(), imported.left.clone()].concat(), Some(msg!("exchange-strict-hint")))
        }
    };
    if !refused.is_empty() {
        let end = Fault { hint, ..Fault::new(msg!("exchange-lost", n = refused.len())) };
        return Err(Faults([refused, vec![end]].concat()));
    }
    let left = [imported.left, imported.lost].concat();
    context.tell_faults(&left)?;
    let text = imported.protocol.to_toml();
    let loaded = Protocol::load(&output.unwrap_or(file).display().to_string(), &text)?;
    if !left.is_empty() {
        context.tell(&msg!("exchange-left-out", n = left.len()))?;
    }
    context.tell(&msg!("exchange-read", name = loaded.id.as_str(), n = loaded.declared()))?;
    put(text.as_bytes(), output, context)
}

pub(crate) fn export(
    name: &str,
    format: Option<Foreign>,
    output: Option<&Path>,
    context: &mut Context<'_>,
) -> Result<()> {
    let of_file = || match ending(output).as_str() {
        "xlsx" => Some(Foreign::Xlsx),
        "md" => Some(Foreign::Md),
        _ => None,
    };
    let unnamed = || Fault::new(msg!("exchange-format")).hint(msg!("exchange-format-hint")).exit(Exit::Usage);
    let format = format.or_else(of_file).ok_or_else(|| Faults::from(unnamed()))?;
    if format == Foreign::Xlsx && output.is_none() {
        return Err(Fault::new(msg!("exchange-output")).hint(msg!("exchange-output-hint")).exit(Exit::Usage).into());
    }
    let (protocol, _) = find_protocol(name)?;
    let exported = match format {
        Foreign::Xlsx => xlsform::export(&protocol, Form::Xlsx)?,
        Foreign::Csv => xlsform::export(&protocol, Form::Csv)?,
        Foreign::Md => xlsform::export(&protocol, Form::Markdown)?,
        Foreign::Redcap => redcap::export(&protocol),
    };
    tell(&exported.lost, context)?;
    put(&exported.bytes, output, context)
}

fn tell(messages: &[Message], context: &mut Context<'_>) -> Result<()> {
    messages.iter().try_for_each(|message| context.tell(message))
}

/// Writes a new file, or the result where none is named.
fn put(bytes: &[u8], output: Option<&Path>, context: &mut Context<'_>) -> Result<()> {
    match output {
        None => written(context.out.write_all(bytes)),
        Some(path) => {
            files::create(path, bytes)?;
            context.tell(&msg!("exchange-written", file = path.display().to_string()))
        }
    }
}
