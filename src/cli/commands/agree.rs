//! `aktkoll agree`: how far coders agree who coded the same cases, question by question.

mod csv;
mod drift;
mod evidence;
mod json;
mod text;

use super::tally::named;
use super::{Context, written};
use crate::analysis::reliability::DoubleCoding;
use crate::analysis::reliability::agreement::{Agreement, total};
use crate::analysis::reliability::group::{Axis, Group, groups};
use crate::analysis::reliability::overview::Overview;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::Words;
use crate::cli::args::agree::{AgreeArgs, Form};
use crate::msg;
use crate::report::agreement::grid;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::report::{Block, Report, Section};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::entry::Round;
use crate::study::protocol::Protocol;

/// What was asked for, compared.
struct Agreed<'a> {
    overview: Overview,
    /// The groups that were asked for, and at last all cases as one group.
    groups: Vec<Told<'a>>,
    /// Whether coefficients are printed.
    is_full: bool,
    /// Whether kappas are named in words.
    is_labelled: bool,
}

/// A group of cases, compared.
struct Told<'a> {
    key: Vec<(Axis, String)>,
    double: DoubleCoding<'a>,
    agreements: Vec<Agreement<'a>>,
}

pub(crate) fn run(args: &AgreeArgs, context: &mut Context<'_>) -> Result<u8> {
    let round = context.global.round.unwrap_or(Round::Second);
    if !round.is_blind() {
        return Err(Fault::new(msg!("agree-round")).hint(msg!("agree-round-hint")).exit(Exit::Usage).into());
    }
    let folder = context.open(&args.study)?;
    let wanted = wanted(&args.questions, &folder.protocol)?;
    let (study, ..) = context.read(&folder)?;
    context.tell_closed(&study, &args.study)?;
    if args.drift {
        return drift::run(&study, args.format, context);
    }
    let double = DoubleCoding::of(&study, round);
    let overview = Overview::of(&double);
    let split = args.by.iter().filter(|by| !by.0.is_empty()).flat_map(|by| groups(&double, &by.0));
    let split = split.chain([Group { key: Vec::new(), double: double.clone() }]);
    let all = context.working("work-counting", || split.map(|group| Told::of(group, &wanted)).collect());
    let is_full = args.all || !wanted.is_empty();
    let agreed = Agreed { overview, groups: all, is_full, is_labelled: args.labels };
    if args.evidence {
        return evidence::run(&agreed, args.format, context);
    }
    match args.format {
        Form::Text => agreed.print(context)?,
        Form::Json => context.json(&agreed.as_json(&context.words))?,
        Form::Csv => context.csv(&agreed.as_csv())?,
        Form::Md => {
            let bytes = Markdown.write(&context.complete(agreed.report(context)), &context.words)?;
            written(context.out.write_all(&bytes))?;
        }
    }
    Ok(0)
}

/// The places of the questions that are named; one that follows from others has no answers of the coders.
fn wanted(names: &[String], protocol: &Protocol) -> Result<Vec<QuestionIx>> {
    let mut wanted = Vec::new();
    for name in names {
        let places = named(protocol, name)?;
        if places.iter().any(|&place| protocol.questions.at(place).derive.is_some()) {
            return Err(Fault::new(msg!("agree-derived", name = name.as_str())).exit(Exit::Usage).into());
        }
        wanted.extend(places);
    }
    Ok(wanted)
}

impl Agreed<'_> {
    /// The sentence for the report, of all cases.
    fn sentence(&self, words: &Words) -> Option<String> {
        let whole = self.groups.last()?;
        self.overview.sentence(&whole.agreements, whole.double.study().percent_from, words)
    }

    /// The appendix: the sentence, and a table a group; where no case was coded twice, that.
    fn report(&self, context: &Context<'_>) -> Report {
        let words = &context.words;
        let section = |told: &Told<'_>| {
            let blocks = if told.double.cases.is_empty() {
                vec![Block::Text(words.say(&self.overview.cases()))]
            } else {
                let grid = Block::Grid(grid(&told.double, &told.agreements, words));
                let sentence = self.sentence(words).filter(|_| told.key.is_empty());
                sentence.map(Block::Text).into_iter().chain([grid]).collect()
            };
            Section { blocks, ..Section::new(told.name(words), told.name(words)) }
        };
        Report {
            lang: words.lang(),
            title: words.get("method-agreement"),
            subtitle: self.groups.last().map_or_else(String::new, |all| all.double.study().title.clone()),
            date: None,
            about: Vec::new(),
            sections: self.groups.iter().map(section).collect(),
        }
    }
}

impl<'a> Told<'a> {
    /// A group, compared on the questions that are wanted; on all of them where none is named.
    fn of(group: Group<'a>, wanted: &[QuestionIx]) -> Self {
        let Group { key, double } = group;
        let mut agreements = double.agreements();
        agreements.retain(|one| wanted.is_empty() || wanted.contains(&one.place));
        Self { key, double, agreements }
    }

    /// How many answers of all were alike.
    fn total(&self) -> PercentAgreement {
        total(&self.agreements)
    }

    /// What the group is called.
    fn name(&self, words: &Words) -> String {
        if self.key.is_empty() {
            return words.get("agree-all");
        }
        let label = |(axis, value): &(Axis, String)| axis.label(&self.double, value, words);
        self.key.iter().map(label).collect::<Vec<_>>().join(", ")
    }
}
