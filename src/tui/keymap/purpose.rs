//! What people want to do with the keys, to look them up by.

use super::Action;

/// What one wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To answer.
    Answer,
    /// To move and to find.
    Move,
    /// To write something beside an answer.
    Write,
    /// To read the file of the case.
    Read,
    /// To see how things stand.
    Look,
    /// To agree with the others.
    Agree,
    /// To do something with the program.
    Program,
}

impl Purpose {
    /// All of them in their order, each with the catalogue's key of its name.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Answer, "purpose-answer"),
        (Self::Move, "purpose-move"),
        (Self::Write, "purpose-write"),
        (Self::Read, "purpose-read"),
        (Self::Look, "purpose-look"),
        (Self::Agree, "purpose-agree"),
        (Self::Program, "purpose-program"),
    ];

    /// What an action is for.
    pub fn of(action: Action) -> Self {
        use Action as Is;
        match action {
            Is::Answer(_)
            | Is::Clear
            | Is::Next
            | Is::Undo
            | Is::Redo
            | Is::Unsure
            | Is::AddEntry
            | Is::RemoveEntry
            | Is::Drop
            | Is::Save => Self::Answer,
            Is::Up
            | Is::Down
            | Is::Left
            | Is::Right
            | Is::PageUp
            | Is::PageDown
            | Is::First
            | Is::Last
            | Is::PreviousCase
            | Is::NextCase
            | Is::Focus
            | Is::Open
            | Is::Gap
            | Is::Find
            | Is::Number
            | Is::Filter
            | Is::Order
            | Is::Marks => Self::Move,
            Is::Note
            | Is::NoteLast
            | Is::NoteCase
            | Is::Quote
            | Is::Bookmark
            | Is::Flag
            | Is::Complete
            | Is::Newline
            | Is::Mask
            | Is::Reword => Self::Write,
            Is::File(_) => Self::Read,
            Is::Tallies | Is::TalliesShown | Is::Progress | Is::View | Is::History => Self::Look,
            Is::Agreement
            | Is::Spot
            | Is::Rule
            | Is::Spellings
            | Is::Differences
            | Is::FirstAnswer
            | Is::SecondAnswer
            | Is::Take
            | Is::Strengths
            | Is::Quotes
            | Is::Strike => Self::Agree,
            Is::Palette | Is::Help | Is::Back | Is::Suspend | Is::Redraw | Is::Quit => Self::Program,
        }
    }
}
