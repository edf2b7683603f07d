//! One line of the ledger.

use crate::base::names::names;
use std::borrow::Cow;
use std::fmt;

/// The version of the line format.
pub const VERSION: u32 = 1;

/// The value of a text that was blanked: it still counts as set.
pub const BLANKED: &str = "▒▒▒";

/// What the item of a flag begins with that picks a quote for the report; the quote's coder and own id follow.
pub const PICK: &str = "report|";

/// The value of a strength or development area that is not to stand in the report.
pub const STRUCK: &str = "-";

/// A link of the chain: the first 16 bytes of a SHA-256, 32 hex digits in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Head(pub [u8; 16]);

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// In which round an answer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Round {
    /// The coding that is counted.
    #[default]
    First,
    /// Blind double coding.
    Second,
    /// A blind spot check.
    Spot,
    /// The joint answer after a difference.
    Consensus,
}

names!(Round: First = "first", Second = "second", Spot = "spot", Consensus = "consensus");

impl Round {
    /// The rounds in which the coder must not see the first coding.
    pub const BLIND: [Self; 2] = [Self::Second, Self::Spot];

    /// Whether the coder must not see the first coding.
    pub fn is_blind(self) -> bool {
        Self::BLIND.contains(&self)
    }
}

/// What a line does to a slot. The last line per op, coder and slot wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Op {
    /// Answers a question; the value is the answer, empty for unanswered again.
    Answer,
    /// Comments on a question, or on the case where the question is empty; the value is the text. In a discussion the item
    /// is the line's own id behind `discuss|`.
    Note,
    /// Quotes the file; the item is the quote's own id, the value the text.
    Quote,
    /// Marks a question or a case; the item is the mark (`unsure`, `discuss`, `settled`, `example`, `manager`), the value
    /// `yes`.
    /// Picks a quote for the report too: the item is [`PICK`] with the quote, the value the document it is from.
    Flag,
    /// The case is finished; the value is `yes`.
    Done,
    /// The coder takes the case over; the value is the reason (`ill`, `biased`, `other`). In the round `spot`: the coder
    /// takes it on for a spot check; the value is the seed of the draw.
    Take,
    /// The case cannot be reviewed; the value is the reason.
    Drop,
    /// How far the file is read; the value is the text.
    Bookmark,
    /// A coding rule for a question, in every case; the item is the rule's own id, the value the text.
    Rule,
    /// Lets a text answer to a question count under another name; the item is the text, the value the name, empty for
    /// as it is written.
    Spelling,
    /// A strength or a development area of the report, of a unit or of all; the item says which, the value is its words,
    /// [`STRUCK`] where it is not to stand there, empty for as the program proposes it.
    Item,
    /// Where in the file the answer to a question was found; item and value as [`Evidence`] writes them.
    ///
    /// [`Evidence`]: super::evidence::Evidence
    Evidence,
}

names!(Op:
    Answer = "answer",
    Note = "note",
    Quote = "quote",
    Flag = "flag",
    Done = "done",
    Take = "take",
    Drop = "drop",
    Bookmark = "bookmark",
    Rule = "rule",
    Spelling = "spelling",
    Item = "item",
    Evidence = "evidence",
);

impl Op {
    /// The name of the words for what it leaves, as people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Answer => "op-answer",
            Self::Note => "op-note",
            Self::Quote => "op-quote",
            Self::Flag => "op-flag",
            Self::Done => "op-done",
            Self::Take => "op-take",
            Self::Drop => "op-drop",
            Self::Bookmark => "op-bookmark",
            Self::Rule => "op-rule",
            Self::Spelling => "op-spelling",
            Self::Item => "op-item",
            Self::Evidence => "op-evidence",
        }
    }

    /// Whether its value is free text, which stands after the hash so that it can be blanked.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Note | Self::Quote | Self::Drop | Self::Bookmark | Self::Rule | Self::Item)
    }

    /// Whether anybody may write it of any case, not only who codes that case.
    pub fn is_for_all(self) -> bool {
        matches!(self, Self::Note | Self::Flag | Self::Take) || self.is_of_study()
    }

    /// Whether it belongs to the study as a whole: its lines name no case.
    pub fn is_of_study(self) -> bool {
        matches!(self, Self::Rule | Self::Spelling | Self::Item)
    }
}

/// What a coder does to a slot, before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What is done.
    pub op: Op,
    /// In which round.
    pub round: Round,
    /// To which case; empty for the study as a whole.
    pub case_id: String,
    /// On which question; empty for the case as a whole.
    pub question: String,
    /// Which flag, the own id of a quote or rule, the text that is spelt, which strength, or which lines;
    /// else empty.
    pub item: String,
    /// The new value; empty sets the slot back.
    pub value: String,
    /// The value it replaces; where the value is free text, the `h` of the line it replaces. Empty if there is none.
    pub was: String,
    /// The `h` of the line that it undoes.
    pub undoes: Option<Head>,
    /// The line whose text it was begun with: where that was taken away meanwhile, it is not written.
    pub begun: Option<Head>,
}

/// A line that does something to a slot, as the fold takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What is done.
    pub op: Op,
    /// Its number: one more than the highest that its writer had seen.
    pub seq: u64,
    /// When, in UTC, for people only: it orders nothing.
    pub ts: Cow<'a, str>,
    /// By whom.
    pub coder: Cow<'a, str>,
    /// In which of the coder's segments.
    pub segment: u32,
    /// In which round.
    pub round: Round,
    /// To which case; empty for the study as a whole.
    pub case_id: Cow<'a, str>,
    /// On which question; empty for the case as a whole.
    pub question: Cow<'a, str>,
    /// Which flag, the own id of a quote or rule, the text that is spelt, which strength, or which lines;
    /// else empty.
    pub item: Cow<'a, str>,
    /// The new value; for free text the text itself, [`BLANKED`] if it was blanked.
    pub value: Cow<'a, str>,
    /// The value it replaces, as in [`Draft::was`].
    pub was: Cow<'a, str>,
    /// The `h` of the line that it undoes.
    pub undoes: Option<Head>,
    /// Under which version of the protocol: the hash that the segment's first line names.
    pub protocol: Cow<'a, str>,
    /// Together with whom: the short name that the segment's first line names; empty where the coder sat alone.
    pub with: Box<str>,
    /// Its link of the chain.
    pub h: Head,
}

impl Entry<'_> {
    /// The same entry owning its texts.
    pub fn into_owned(self) -> Entry<'static> {
        fn own(text: Cow<'_, str>) -> Cow<'static, str> {
            Cow::Owned(text.into_owned())
        }
        Entry {
            ts: own(self.ts),
            coder: own(self.coder),
            case_id: own(self.case_id),
            question: own(self.question),
            item: own(self.item),
            value: own(self.value),
            was: own(self.was),
            protocol: own(self.protocol),
            with: self.with,
            ..Entry {
                ts: "".into(),
                coder: "".into(),
                case_id: "".into(),
                question: "".into(),
                item: "".into(),
                value: "".into(),
                was: "".into(),
                protocol: "".into(),
                with: Box::default(),
                op: self.op,
                seq: self.seq,
                segment: self.segment,
                round: self.round,
                undoes: self.undoes,
                h: self.h,
            }
        }
    }
}
