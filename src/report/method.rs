//! The method: how the cases were drawn, by what protocol and rules they were coded, by how many, and how it is counted.
//!
//! No case is named here: the report leaves the house. Which cases were added, replaced or dropped is told by
//! `aktkoll draw` and `aktkoll status`.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::{Block, Section, Source, agreement, frame};
use crate::base::language::{Message, Words};
use crate::msg;
use crate::statistics::percent::shown;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::answers::record::Record;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::control_line::Open;
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::{Per, Protocol};
use crate::study::sample::draw::{Draw, Drawn};
use std::collections::{BTreeMap, BTreeSet};

/// This program and its version.
const PROGRAM: &str = concat!("aktkoll ", env!("CARGO_PKG_VERSION"));

/// What the folder tells beside the study: who sat down when and under which protocol, and the earlier protocols.
pub struct Trail<'a> {
    /// The first lines of all segments, in the order of the study.
    pub sittings: Vec<&'a Open>,
    /// The earlier versions of the protocol.
    pub earlier: &'a [Protocol],
    /// Whether coders are named.
    pub named: bool,
}

/// How it was done.
pub fn section(source: Source<'_>, trail: &Trail<'_>) -> Section {
    let parts = [
        sample(source),
        dropped(source),
        protocol(source, trail),
        rules(source, trail),
        coders(source, trail),
        agreement::section(source),
        imports(source, trail),
        figures(source, trail),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Section { parts, ..Section::new("method", source.words.get("method")) }
}

fn count(n: usize) -> Cell {
    Cell::Count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// How the cases were drawn.
fn sample(source: Source<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("method-sample", words.get("method-sample"));
    let Some(draw) = source.draw else {
        section.blocks.push(Block::Text(words.get("method-not-drawn")));
        return section;
    };
    let attributes = &source.protocol().attributes;
    let label = |id: &String| attributes.iter().find(|known| known.id == *id).map_or(id, |known| &known.label).clone();
    section.blocks.push(Block::Facts(vec![
        (words.get("method-date"), draw.date.clone()),
        (words.get("method-seed"), draw.seed.clone()),
        (words.get("method-per"), draw.per.iter().map(label).collect::<Vec<_>>().join(", ")),
    ]));
    section.blocks.push(Block::Text(words.get("method-drawing")));
    section.blocks.extend(frame::section(source).blocks);
    section.blocks.push(Block::Grid(strata(source, draw)));
    let replaced = draw.strata.iter().map(|stratum| stratum.replaced.len()).sum::<usize>();
    let told = [
        (draw.added.len(), msg!("method-added", n = draw.added.len())),
        (replaced, msg!("method-replaced", n = replaced)),
    ];
    let told: Vec<String> = told.iter().filter(|(n, _)| *n > 0).map(|(_, message)| words.say(message)).collect();
    section.blocks.extend((!told.is_empty()).then_some(Block::Items(told)));
    section
}

/// Per stratum how many cases there were, were wanted and drawn, and by how many the frame fell short.
fn strata(source: Source<'_>, draw: &Draw) -> Grid {
    let words = source.words;
    let columns: Vec<Option<usize>> = draw
        .per
        .iter()
        .map(|id| source.protocol().attributes.iter().position(|attribute| attribute.id == *id))
        .collect();
    let name = |stratum: &Drawn| {
        let labels = columns.iter().zip(&stratum.values);
        let label = |(column, value): (&Option<usize>, &String)| {
            column.map_or_else(|| value.clone(), |column| source.label(column, value))
        };
        labels.map(label).collect::<Vec<_>>().join(", ")
    };
    let line = |label: String, sort: Sort, strata: &[Drawn]| {
        let sum = |of: fn(&Drawn) -> usize| count(strata.iter().map(of).sum());
        let cells = vec![sum(|one| one.frame), sum(|one| one.wanted), sum(|one| one.drawn), sum(Drawn::short)];
        Line { label, sort, cells }
    };
    let mut lines: Vec<Line> =
        draw.strata.iter().map(|stratum| line(name(stratum), Sort::Part, std::slice::from_ref(stratum))).collect();
    lines.push(line(words.get("tally-total"), Sort::Total, &draw.strata));
    let heads = ["draw-head-frame", "draw-head-wanted", "draw-head-drawn", "method-short"];
    let short: usize = draw.strata.iter().map(Drawn::short).sum();
    let notes = (short > 0).then(|| words.say(&msg!("method-short-note", n = short)));
    Grid {
        id: "method-strata".to_owned(),
        title: words.get("method-strata"),
        heads: heads.iter().map(|&key| Head { name: words.get(key), columns: vec![String::new()] }).collect(),
        lines,
        notes: notes.into_iter().collect(),
    }
}

/// The cases that were dropped, by the reason given.
fn dropped(source: Source<'_>) -> Section {
    let (study, words) = (source.study, source.words);
    let mut section = Section::new("method-dropped", words.get("method-dropped"));
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for drop in study.cases.files().filter_map(|case| study.answers.dropped(case)) {
        *reasons.entry(study.answers.text(drop.value)).or_default() += 1;
    }
    let n: usize = reasons.values().sum();
    section.blocks.push(Block::Text(words.say(&msg!("method-dropped-n", n = n))));
    let item = |(reason, n): (&str, usize)| words.say(&msg!("method-dropped-reason", reason = reason, n = n));
    let items: Vec<String> = reasons.into_iter().map(item).collect();
    section.blocks.extend((!items.is_empty()).then_some(Block::Items(items)));
    section
}

/// The protocol, and what was changed in it since the first answer.
fn protocol(source: Source<'_>, trail: &Trail<'_>) -> Section {
    let (own, words) = (source.protocol(), source.words);
    let mut section = Section::new("method-protocol", words.get("method-protocol"));
    section.blocks.push(Block::Facts(vec![
        (words.get("method-id"), own.id.clone()),
        (words.get("method-version"), own.version.clone()),
        (words.get("method-hash"), own.hash.clone()),
        (words.get("method-questions"), own.declared().to_string()),
    ]));
    let mut used: Vec<(&str, &str)> = Vec::new();
    let sittings = trail.sittings.iter().map(|open| (open.protocol.as_str(), day(&open.ts)));
    for (hash, day) in sittings.chain([(own.hash.as_str(), "")]) {
        if used.iter().all(|(known, _)| *known != hash) {
            used.push((hash, day));
        }
    }
    let version = |hash: &str| trail.earlier.iter().chain([own]).find(|known| known.hash == hash);
    let after = used.iter().skip(1);
    for ((was, _), (now, day)) in used.iter().zip(after) {
        let told = if day.is_empty() { msg!("method-changed") } else { msg!("method-changed-on", day = *day) };
        section.blocks.push(Block::Text(words.say(&told)));
        section.blocks.push(match version(was).zip(version(now)) {
            Some((was, now)) => Block::Items(changes(was, now, words)),
            None => Block::Text(words.get("method-version-lost")),
        });
    }
    if used.len() < 2 {
        section.blocks.push(Block::Text(words.get("method-unchanged")));
    }
    section
}

/// What was changed in the questions; how the report words their answers is no part of the method.
fn changes(was: &Protocol, now: &Protocol, words: &Words) -> Vec<String> {
    let differences = was.differences(now);
    let told = differences
        .iter()
        .filter(|one| !one.is_of_words())
        .map(|one| (words.say(&one.heading(was, now)), one.describe(words)));
    told.map(|(heading, what)| format!("{heading}: {what}")).collect()
}

/// The day of a time as the ledger writes it.
fn day(ts: &str) -> &str {
    ts.get(..10).unwrap_or(ts)
}

/// The rules that the coders agreed on, question by question.
fn rules(source: Source<'_>, trail: &Trail<'_>) -> Section {
    let (study, words) = (source.study, source.words);
    let mut section = Section::new("method-rules", words.get("method-rules"));
    let item = |(place, rule): (QuestionIx, &Record)| {
        let at = jiff::Timestamp::from_millisecond(rule.at).unwrap_or_default().to_string();
        let (number, text) = (source.protocol().number(place), study.answers.text(rule.value));
        let coder = study.answers.coder_name(rule.slot.coder);
        words.say(&if trail.named {
            msg!("method-rule-by", day = day(&at), question = number.to_string(), text = text, coder = coder)
        } else {
            msg!("method-rule", day = day(&at), question = number.to_string(), text = text)
        })
    };
    let places = study.protocol.questions.keys();
    let rules = places.flat_map(|place| study.answers.rules(place).into_iter().map(move |rule| (place, rule)));
    let items: Vec<String> = rules.map(item).collect();
    section.blocks.extend((!items.is_empty()).then_some(Block::Items(items)));
    section
}

/// How many cases each coder has answered about, round by round.
fn coders(source: Source<'_>, trail: &Trail<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("method-coders", words.get("method-coders"));
    let mut names: Vec<(&str, &str)> = Vec::new();
    for open in &trail.sittings {
        match names.iter_mut().find(|(coder, _)| *coder == open.coder) {
            Some((_, name)) => *name = &open.name,
            None => names.push((&open.coder, &open.name)),
        }
    }
    let rounds = Round::ALL.map(|(round, _)| round);
    let coded = names.iter().map(|(coder, name)| (*name, rounds.map(|round| answered(source, coder, round))));
    // Who has only looked has coded nothing.
    let coded = coded.filter(|(_, own)| own.iter().any(|cases| !cases.is_empty()));
    let (names, coded): (Vec<&str>, Vec<[BTreeSet<CaseIx>; 4]>) = coded.unzip();
    let used = |at: &usize| coded.iter().any(|own| own.get(*at).is_some_and(|cases| !cases.is_empty()));
    let used: Vec<usize> = (0..rounds.len()).filter(used).collect();
    let lines = names.iter().zip(&coded).enumerate().map(|(at, (name, own))| Line {
        label: if trail.named { (*name).to_owned() } else { words.say(&msg!("method-coder", n = at + 1)) },
        sort: Sort::Part,
        cells: used.iter().map(|&at| count(own.get(at).map_or(0, BTreeSet::len))).collect(),
    });
    let all = |at: usize| coded.iter().filter_map(|own| own.get(at)).flatten().collect::<BTreeSet<_>>().len();
    let total = words.get("method-cases");
    let total = Line { label: total, sort: Sort::Total, cells: used.iter().map(|&at| count(all(at))).collect() };
    let head =
        |at: &usize| rounds.get(*at).map(|round| Head { name: words.say(&name(*round)), columns: vec![String::new()] });
    if !used.is_empty() {
        section.blocks.push(Block::Grid(Grid {
            id: "method-coders".to_owned(),
            title: words.get("method-coders-table"),
            heads: used.iter().filter_map(head).collect(),
            lines: lines.chain([total]).collect(),
            notes: vec![words.get("method-coders-note")],
        }));
    }
    section
}

fn name(round: Round) -> Message {
    match round {
        Round::First => msg!("method-round-first"),
        Round::Second => msg!("round-second"),
        Round::Spot => msg!("round-spot"),
        Round::Consensus => msg!("round-consensus"),
    }
}

/// The cases that a coder has an answer about in a round.
fn answered(source: Source<'_>, coder: &str, round: Round) -> BTreeSet<CaseIx> {
    let (answers, cases) = (&source.study.answers, &source.study.cases.cases);
    let is_file = |case: CaseIx| cases.get(case).is_some_and(|case| case.per == Per::Case);
    let lines = answers.written_by(coder, round).into_iter().map(|line| line.slot);
    let stands =
        |slot: &crate::study::answers::record::Slot| answers.current(*slot).is_some_and(|line| line.value != 0);
    let answered = lines.filter(|slot| slot.op == Op::Answer && is_file(slot.case));
    answered.filter(stands).map(|slot| slot.case).collect()
}

/// The files that answers came from.
fn imports(source: Source<'_>, trail: &Trail<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("method-imports", words.get("method-imports"));
    let imported = trail.sittings.iter().filter_map(|open| {
        let source = open.source.as_ref()?;
        // The folders that it stood in are nobody's business.
        let file = source.file.rsplit(['/', '\\']).next().unwrap_or_default();
        Some(words.say(&msg!("method-import", file = file, day = day(&open.ts), hash = source.hash.as_str())))
    });
    let items: Vec<String> = imported.collect();
    section.blocks.extend((!items.is_empty()).then_some(Block::Items(items)));
    section
}

/// How many of the answers that count say where in the file they were found; nothing where none does.
fn evidence(source: Source<'_>) -> Option<String> {
    let (answers, tally) = (&source.study.answers, source.study.tally());
    let questions = source.protocol().questions.iter_enumerated();
    let asked: Vec<QuestionIx> =
        questions.filter(|(_, asked)| asked.derive.is_none()).map(|(place, _)| place).collect();
    let cases = source.study.cases.cases.keys().filter(|&case| answers.dropped(case).is_none());
    let given = cases.flat_map(|case| asked.iter().map(move |&place| (case, place)));
    let given = given.filter(|(case, place)| tally.cells(*case).at(*place).status == CellStatus::Answered);
    let found = |(case, place)| !answers.evidence(Perspective::Record, case, place).is_empty();
    let (k, n) = given.fold((0, 0), |(k, n), one| (k + u32::from(found(one)), n + 1));
    (k > 0).then(|| source.words.say(&msg!("method-evidence", k = k, n = n, pct = shown(k, n))))
}

/// How it is counted, and by which program.
fn figures(source: Source<'_>, trail: &Trail<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("method-figures", words.get("method-figures"));
    let mut items = vec![
        words.get("method-base"),
        words.get("method-rounding"),
        words.say(&msg!("method-percent-from", n = source.study.percent_from)),
    ];
    items.extend(evidence(source));
    items.extend(source.options.min_cell.map(|n| words.say(&msg!("method-suppressed", n = n))));
    let programs: BTreeSet<&str> = trail.sittings.iter().map(|open| open.program.as_str()).collect();
    let coded = programs.into_iter().collect::<Vec<_>>().join(", ");
    items.extend((!coded.is_empty()).then(|| words.say(&msg!("method-coded-with", programs = coded))));
    items.push(words.say(&msg!("method-made-with", program = PROGRAM)));
    section.blocks.push(Block::Items(items));
    section
}

#[cfg(test)]
mod tests;
