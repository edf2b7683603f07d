//! What nobody can answer in a terminal, and what a form says that is no part of a protocol: told once.

use super::Reading;
use crate::exchange::forms::xlsform::column::{Line, MEDIA};
use crate::exchange::forms::xlsform::kind::Type;
use crate::exchange::forms::xlsform::language::below;
use crate::msg;

/// What a row is. A text that may only be read is a note, and a hidden field that is computed a calculation.
pub(crate) fn kind(line: &Line<'_>) -> Type {
    let cell = line.get("type");
    let is_computed = !line.get("calculation").is_empty();
    match Type::of(&cell) {
        Type::Left if is_computed && Type::name(&cell).eq_ignore_ascii_case("hidden") => Type::Calculate,
        Type::Text if !is_computed && line.flag("read_only") == Some(true) => Type::Note,
        kind => kind,
    }
}

impl Reading<'_> {
    /// Leaves a row out. A condition that looks at it finds its name without a question.
    pub(crate) fn leave(&mut self, line: &Line<'_>, name: String, kind: &Type) {
        if self.noted(line, &name) {
            return self.log.tell_alike(line, msg!("xlsform-day-noted"));
        }
        let word = Type::name(&line.get("type"));
        let message = match kind {
            Type::Meta => msg!("xlsform-meta", name = word),
            _ => msg!("xlsform-kind-left", name = word),
        };
        self.log.leave_alike(line, message, "type");
        self.names.add(name, None);
    }

    /// Shows what is to be read after the last question with it.
    pub(crate) fn close_notes(&mut self) {
        for (text, line) in std::mem::take(&mut self.notes) {
            self.log.tell_alike(&line, msg!("xlsform-note-last"));
            if let Some(last) = self.protocol.questions.last_mut() {
                last.guidance = below([std::mem::take(&mut last.guidance), text]);
            }
        }
    }

    /// Tells what a question has that only says how it looks, or what stands in it before it is answered.
    pub(crate) fn tell_columns(&mut self, line: &Line<'_>, kind: &Type) {
        let told = |name: &str| line.any_language(name).is_some() && line.flag(name) != Some(false);
        if !line.get("default").is_empty() {
            self.log.tell_alike(line, msg!("xlsform-default"));
        }
        for name in ["trigger", "read_only"].into_iter().filter(|name| told(name)) {
            self.log.tell_alike(line, msg!("xlsform-column-told", name = name));
        }
        for name in MEDIA.into_iter().filter(|name| told(name)) {
            self.log.leave_alike(line, msg!("xlsform-media", name = name), name);
        }
        if *kind == Type::Moment {
            let word = Type::name(&line.get("type"));
            self.log.leave_alike(line, msg!("xlsform-moment", name = word), "type");
        }
    }
}
