//! A small study, and lines for it, for the tests of the fold and the tally.
#![allow(clippy::unwrap_used, reason = "test helper")]

use crate::builder::{Builder, swedish};
use crate::study::answers::Answers;
use crate::study::case::CaseList;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Draft, Entry, Head, Op, Round};
use crate::study::protocol::Protocol;
use proptest::prelude::*;
use std::sync::Arc;

const TABLES: &str = r#"
[[table]]
id = "kors"
title = "Beslut efter plan"
across = "plan"
rows = [{ label = "Bifall", where = { beslut = "ja" } }, { label = "Avslag", where = { beslut = "nej" } }]
notes = "* en not"
[[table]]
id = "rader"
title = "Planer"
by = ["unit"]
base = { beslut = "ja" }
rows = [{ label = "Med plan", where = { plan = "ja" } }]
"#;

fn protocol() -> Builder {
    let informants = "role = 'informant'\nvalues = { ledning = 'Ledning', handlaggare = 'Handläggare' }";
    let contacts = "choices = [{ id = 'a', label = 'A' }, { id = 'b', label = 'B' }, \
        { id = 'inga', label = 'Inga', exclusive = true }]\nwhen = { plan = ['ja', 'delvis'] }";
    swedish()
        .unit("")
        .sex()
        .attribute("informant", &format!("label = 'Uppgiftslämnare'\n{informants}"))
        .question("beslut", "?", "scale = 'ja_nej'\nna = true\nunknown = true\nfavourable = ['ja']")
        .question("plan", "?", "na = true\nwhen = { beslut = 'ja' }")
        .question("kontakter", "?", &format!("kind = 'choices'\n{contacts}"))
        .question("timmar", "?", "kind = 'number'\nwhen = { any = [{ kontakter = 'a' }, { beslut = 'nej' }] }")
        .question("fritext", "?", "kind = 'text'\nwhen = { timmar = { min = 2 }, sex = 'K' }")
        .question("per_enhet", "?", "per = 'unit'")
        .question("namn", "?", "kind = 'text'")
        .question("sedan", "?", "when = { namn = 'Alfa' }")
        .question("enhet_sedan", "?", "per = 'unit'\nwhen = { per_enhet = 'ja', informant = 'ledning' }")
        .and(TABLES)
}

/// Bromma's first case is anna's; the others are nobody's.
pub(crate) const CASES: &str = "case_id,unit,sex,coder\nB-1,BRO,K,anna\nB-2,BRO,M,\nS-1,SKH,K,\nS-2,SKH,M,\n";

/// The places of the cases, of the units' entries and of the questions.
pub(crate) const ASSIGNED: CaseIx = CaseIx::new(0);
pub(crate) const FREE: CaseIx = CaseIx::new(1);
pub(crate) const STUDY: CaseIx = CaseIx::new(7);
pub(crate) const BESLUT: QuestionIx = QuestionIx::new(0);
pub(crate) const PLAN: QuestionIx = QuestionIx::new(1);
pub(crate) const KONTAKTER: QuestionIx = QuestionIx::new(2);
pub(crate) const TIMMAR: QuestionIx = QuestionIx::new(3);
pub(crate) const PER_ENHET: QuestionIx = QuestionIx::new(5);
pub(crate) const NAMN: QuestionIx = QuestionIx::new(6);
pub(crate) const SEDAN: QuestionIx = QuestionIx::new(7);
pub(crate) const ENHET_SEDAN: QuestionIx = QuestionIx::new(8);
pub(crate) const LEDNING: CaseIx = CaseIx::new(4);
pub(crate) const HANDLAGGARE: CaseIx = CaseIx::new(5);

const CODERS: [&str; 3] = ["anna", "bo", "cia"];
/// Cases of the list, a unit's entries, one that the list lacks, and the study as a whole.
const IDS: [&str; 8] = ["B-1", "B-2", "S-1", "S-2", "unit:BRO:ledning", "unit:BRO:handlaggare", "X-9", ""];
const QUESTIONS: [(&str, &[&str]); 10] = [
    ("beslut", &["ja", "ja", "nej", "ej_aktuellt", "framgar_ej", ""]),
    ("plan", &["ja", "delvis", "nej", "ej_aktuellt", ""]),
    ("kontakter", &["a", "a;b", "inga", ""]),
    ("timmar", &["1", "2.5", "12", "-0.125", ""]),
    ("fritext", &["text", ""]),
    ("per_enhet", &["ja", "nej", ""]),
    ("namn", &["Alfa", "alfa", "Beta", "Betta", ""]),
    ("sedan", &["ja", ""]),
    ("enhet_sedan", &["ja", "nej", ""]),
    ("borta", &["ja", ""]),
];

/// The state before the first line.
pub(crate) fn blank() -> Answers {
    blank_of(CASES)
}

/// The same of another case list, with the same ids.
pub(crate) fn blank_of(cases: &str) -> Answers {
    blank_with("", cases)
}

/// The same with more in the protocol.
pub(crate) fn blank_with(more: &str, cases: &str) -> Answers {
    let protocol = Protocol::load("p.toml", &protocol().and(more).to_string()).unwrap();
    let (cases, _) = CaseList::read("cases.csv", cases.as_bytes(), &protocol).unwrap();
    Answers::new(Arc::new(protocol), Arc::new(cases))
}

/// The state after some lines.
pub(crate) fn fold(lines: &[Entry<'static>]) -> Answers {
    let mut answers = blank();
    for line in lines {
        answers.apply(line);
    }
    answers
}

/// A line with its link, which covers the segment too.
pub(crate) fn line(entry: Entry<'static>) -> Entry<'static> {
    let entry = Entry { h: Head::default(), ..entry };
    Entry { h: Head::default().after(format!("{entry:?}").as_bytes()), ..entry }
}

/// What a coder does to a case as a whole.
pub(crate) fn act(
    seq: u64,
    op: Op,
    coder: &'static str,
    case: impl Into<CaseIx>,
    value: &'static str,
) -> Entry<'static> {
    line(Entry {
        op,
        seq,
        ts: "2026-03-02T08:15:30.123Z".into(),
        coder: coder.into(),
        segment: 1,
        round: Round::First,
        case_id: IDS[usize::from(case.into())].into(),
        question: "".into(),
        item: "".into(),
        value: value.into(),
        was: "".into(),
        undoes: None,
        protocol: "".into(),
        with: "".into(),
        h: Head::default(),
    })
}

/// An answer of the first round.
pub(crate) fn answer(
    seq: u64,
    coder: &'static str,
    case: impl Into<CaseIx>,
    question: impl Into<QuestionIx>,
    value: &'static str,
) -> Entry<'static> {
    line(Entry {
        question: QUESTIONS[usize::from(question.into())].0.into(),
        ..act(seq, Op::Answer, coder, case, value)
    })
}

/// The same line of another round.
pub(crate) fn in_round(round: Round, entry: Entry<'static>) -> Entry<'static> {
    line(Entry { round, ..entry })
}

/// The same line written again in another segment.
pub(crate) fn copy(segment: u32, entry: &Entry<'static>) -> Entry<'static> {
    line(Entry { segment, ..entry.clone() })
}

/// The line that a draft becomes.
pub(crate) fn written(seq: u64, coder: &'static str, draft: Draft) -> Entry<'static> {
    line(Entry {
        op: draft.op,
        round: draft.round,
        case_id: draft.case_id.into(),
        question: draft.question.into(),
        item: draft.item.into(),
        value: draft.value.into(),
        was: draft.was.into(),
        undoes: draft.undoes,
        ..act(seq, Op::Answer, coder, 0, "")
    })
}

/// The value of a line that says where an answer was found.
pub(crate) const FOUND: &str = "0123456789abcdef0123456789abcdef text 1";

/// Lines that an answer was found in.
pub(crate) fn found(
    seq: u64,
    coder: &'static str,
    (case, question): (CaseIx, QuestionIx),
    item: &'static str,
    value: &'static str,
) -> Entry<'static> {
    line(Entry { op: Op::Evidence, item: item.into(), ..answer(seq, coder, case, question, value) })
}

/// What is thrown for one line: op, seq, coder and segment, case, question, value, round, and an earlier line.
type Throw = (usize, u64, (usize, u32), usize, usize, usize, usize, usize);

fn entry(
    (op, seq, (coder, segment), case, question, value, round, other): Throw,
    before: &[Entry<'static>],
) -> Entry<'static> {
    let other = before.get(other);
    // Three of four lines answer, and half of them in the first round.
    let op = Op::ALL[op.saturating_sub(20) % Op::ALL.len()].0;
    let round = if round < 4 { Round::First } else { Round::ALL[round - 4].0 };
    if let Some(again) = other.filter(|_| value % 4 == 3) {
        return copy(segment, again);
    }
    let (question, values) = QUESTIONS[question];
    let whole = matches!(op, Op::Take | Op::Drop | Op::Done);
    let case = if op.is_of_study() { STUDY } else { CaseIx::from(case) };
    let values = match op {
        Op::Answer | Op::Spelling => values,
        Op::Take => &["ill", "other", ""][..],
        Op::Evidence => &[FOUND, "yes", ""],
        _ => &["yes", "no", ""][..],
    };
    let item = match op {
        Op::Flag => ["report|anna|", "unsure", "discuss", "settled"][(seq % 4) as usize],
        Op::Note if seq % 2 == 0 => "discuss|anna-1",
        Op::Item => "strength|BRO",
        Op::Evidence => ["journal:1-2", "journal:4-4", "plan:1-9", "journal:2-1"][(seq % 4) as usize],
        Op::Spelling => values[(seq % 4) as usize % values.len()],
        _ => "",
    };
    let was = if op.is_text() { other.map_or(String::new(), |other| other.h.to_string()) } else { "ill".to_owned() };
    line(Entry {
        round,
        segment,
        question: if whole { "" } else { question }.into(),
        item: item.into(),
        was: was.into(),
        undoes: other.map(|other| other.h),
        with: if seq % 3 == 0 { "cia" } else { "" }.into(),
        ..act(seq, op, CODERS[coder], case, values[value % values.len()])
    })
}

/// Lines of several coders in all rounds, with equal numbers, copies, undoings and strays among them.
pub(crate) fn entries() -> impl Strategy<Value = Vec<Entry<'static>>> {
    let throw = (0usize..32, 1u64..12, (0usize..3, 1u32..4), 0usize..8, 0usize..10, 0usize..12, 0usize..8, 0usize..40);
    proptest::collection::vec(throw, 0..40).prop_map(|throws| {
        throws.into_iter().fold(Vec::new(), |mut lines, throw| {
            lines.push(entry(throw, &lines));
            lines
        })
    })
}
