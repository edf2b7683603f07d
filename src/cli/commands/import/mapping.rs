//! What a file of answers was taken for, as a table.

use crate::base::env::Stamp;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::suggest::listed;
use crate::base::text::{padded, width};
use crate::cli::commands::{Context, matches};
use crate::exchange::answer_import::{ColumnMapping, How, Sheet, Target};
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Draft;
use crate::study::protocol::Protocol;
use std::collections::BTreeSet;
use typed_index_collections::{TiSlice, TiVec};

/// So many columns are shown of a file.
const COLUMNS: usize = 12;
/// So many translated forms are shown of a column.
const SHOWN: usize = 6;

/// What an import would do to a question: answers that are new, that are there, and that differ.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    new: usize,
    equal: usize,
    differing: usize,
}

impl Count {
    /// Of each question of the protocol.
    pub(crate) fn of(sheet: &Sheet, protocol: &Protocol, drafts: &[(Draft, Stamp)]) -> TiVec<QuestionIx, Self> {
        let count = |id: &String| {
            let own = drafts.iter().filter(|(draft, _)| draft.question == *id);
            let new = own.clone().filter(|(draft, _)| draft.was.is_empty()).count();
            let all = sheet.answers.iter().filter(|coded| coded.question == *id).count();
            let changing = own.count();
            Self { new, equal: all - changing, differing: changing - new }
        };
        protocol.questions.iter().map(|question| count(&question.id)).collect()
    }
}

/// Prints what each name in the file was taken for, and tells what is left over on either side.
pub(crate) fn show(
    protocol: &Protocol,
    sheet: &Sheet,
    counts: &TiSlice<QuestionIx, Count>,
    context: &mut Context<'_>,
) -> Result<()> {
    let (shown, rest) = worth_looking(protocol, sheet, counts);
    for line in lines(protocol, &shown, counts, &context.words) {
        context.print(&line)?;
    }
    if rest > 0 {
        context.say(&msg!("import-more-columns", n = rest))?;
    }
    if !sheet.passed.is_empty() {
        context.say(&msg!(
            "import-passed",
            headers = listed(&sheet.passed.iter().map(String::as_str).collect::<Vec<_>>())
        ))?;
    }
    matches::sums(&sheet.sums, context)?;
    let absent: Vec<&str> = protocol
        .questions
        .iter_enumerated()
        .filter(|(place, question)| {
            question.derive.is_none() && !sheet.mapped.iter().any(|mapped| asks(mapped, *place))
        })
        .map(|(_, question)| question.id.as_str())
        .collect();
    if !absent.is_empty() {
        context.say(&msg!("import-absent", names = listed(&absent)))?;
    }
    Ok(())
}

/// The columns to show: of many, those first that were recognised by another name than the id, whose cells were, or that
/// differ from what is there; and how many are left.
fn worth_looking<'a>(
    protocol: &Protocol,
    sheet: &'a Sheet,
    counts: &TiSlice<QuestionIx, Count>,
) -> (Vec<&'a ColumnMapping>, usize) {
    let is_plain = |mapped: &&ColumnMapping| {
        let differs = protocol.questions.keys().any(|place| asks(mapped, place) && counts[place].differing > 0);
        matches!(mapped.how, How::Id | How::Export) && mapped.forms.is_empty() && !differs
    };
    let (plain, odd): (Vec<_>, Vec<_>) = sheet.mapped.iter().partition(is_plain);
    let order: Vec<&ColumnMapping> = odd.into_iter().chain(plain).take(COLUMNS).collect();
    let shown: Vec<&ColumnMapping> =
        sheet.mapped.iter().filter(|one| order.iter().any(|kept| std::ptr::eq(*kept, *one))).collect();
    let rest = sheet.mapped.len() - shown.len();
    (shown, rest)
}

fn asks(mapped: &ColumnMapping, place: QuestionIx) -> bool {
    matches!(mapped.target, Target::Question(of) | Target::Part(of, _) if of == place)
}

/// The lines of the table, its columns as wide as what stands in them.
fn lines(
    protocol: &Protocol,
    shown: &[&ColumnMapping],
    counts: &TiSlice<QuestionIx, Count>,
    words: &Words,
) -> Vec<String> {
    let heads = ["new-head-header", "import-head-target", "new-head-how"].map(|key| words.get(key));
    let more = ["import-head-new", "import-head-equal", "import-head-differing", "import-head-forms"];
    let heads: Vec<String> = heads.into_iter().chain(more.map(|key| words.get(key))).collect();
    let mut counted = BTreeSet::new();
    let row = |mapped: &ColumnMapping| {
        let count = match mapped.target {
            Target::Question(place) | Target::Part(place, _) if counted.insert(place) => Some(&counts[place]),
            _ => None,
        };
        let numbers = match count {
            Some(count) => [count.new, count.equal, count.differing].map(|n| n.to_string()),
            None => [const { String::new() }; 3],
        };
        let names = [mapped.header.clone(), protocol.target(mapped.target), how(mapped.how, words)];
        names.into_iter().chain(numbers).chain([forms(mapped, words)]).collect::<Vec<String>>()
    };
    let rows: Vec<Vec<String>> = std::iter::once(heads).chain(shown.iter().copied().map(row)).collect();
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(column, cell)| padded(cell, wide(column).min(40)));
        let last = row.last().map_or("", String::as_str);
        let cells = cells.take(row.len() - 1).collect::<Vec<_>>().join("  ");
        format!("  {cells}  {last}").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn how(how: How, words: &Words) -> String {
    words.get(match how {
        How::Told => "new-matched-by-option",
        How::Id => "new-matched-by-id",
        How::Export => "import-how-export",
        How::Text => "import-how-text",
        How::Number => "import-how-number",
        How::Part => "import-how-part",
    })
}

/// The forms that were translated, such as `Ja → ja (212)`.
fn forms(mapped: &ColumnMapping, words: &Words) -> String {
    let shown = mapped.forms.iter().take(SHOWN).map(|(text, (answer, n))| format!("{text} → {answer} ({n})"));
    let mut shown: Vec<String> = shown.collect();
    let more = mapped.forms.len().saturating_sub(SHOWN);
    if more > 0 {
        shown.push(words.say(&msg!("import-more-forms", n = more)));
    }
    shown.join(", ")
}
