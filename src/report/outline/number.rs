//! What a field tells of a question's numbers, or of its base: of all cases, of some, or group by group.

use crate::base::fault::Result;
use crate::base::language::prose::lowered;
use crate::msg;
use crate::report::split::{Breakdown, Shown, Subgroup};
use crate::report::{Source, question};
use crate::study::answers::case_view::{CellStatus, Row};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Per, Question};
use crate::study::tally::{Counts, thousandths};

/// What a field that `&` gives conditions is told among.
pub(super) fn among(source: Source<'_>, conditions: &str, per: Per) -> Result<Filter> {
    let conditions: Vec<String> = conditions.split('&').map(|condition| condition.trim().to_owned()).collect();
    Filter::parse_conditions(&conditions, source.protocol(), &source.study.cases.columns, per)
}

/// The numbers, and the base, of a question in the cases that meet conditions.
pub(super) fn counts(source: Source<'_>, place: QuestionIx, wanted: &Filter) -> Counts {
    let study = source.study;
    let question = source.protocol().questions.at(place);
    let mut counts = Counts::default();
    for case in study.cases.of(question.per).filter(|&case| study.tally().is_counted(case)) {
        let cells = study.tally().cells(case);
        let cell = cells.at(place);
        let answer = study.answers.text(cell.value);
        let is_based = cell.status == CellStatus::Answered && question.is_in_base(answer);
        if is_based && wanted.matches(&Row { answers: &study.answers, case, cells }) {
            counts.base += 1;
            if let Some(value) = thousandths(answer) {
                *counts.values.entry(value).or_default() += 1;
            }
        }
    }
    counts
}

/// A figure of some numbers, or their base; nothing where there is none.
pub(super) fn told(source: Source<'_>, question: &Question, kind: &str, counts: &Counts) -> Option<String> {
    let words = source.words;
    if question.is_year() && !["base", "least", "most"].contains(&kind) {
        return None;
    }
    let range = counts.range();
    let quartiles = || counts.quartiles();
    let number = match kind {
        "base" => Some(i64::from(counts.base) * 1000),
        "mean" => counts.shown_mean(),
        "median" => counts.median(),
        "least" => range.map(|(least, _)| least),
        "most" => range.map(|(_, most)| most),
        "lower" => quartiles().map(|[lower, ..]| lower),
        "upper" => quartiles().map(|[.., upper]| upper),
        _ => {
            let [lower, _, upper] = quartiles()?;
            let between = msg!("outline-quartiles", lower = words.thousands(lower), upper = words.thousands(upper));
            return Some(words.say(&between));
        }
    };
    let is_year = question.is_year() && kind != "base";
    number.map(|number| if is_year { words.decimal(number) } else { words.thousands(number) })
}

/// The mean of each sex or of each unit, with the base that it has; hidden where one of them is, or where it would name the
/// number of a single case.
pub(super) fn by_group(source: Source<'_>, place: QuestionIx, is_by_sex: bool) -> Option<String> {
    let words = source.words;
    let splits = Breakdown::together(source, &[place]);
    let split = splits.first().filter(|split| !split.question.is_year())?;
    if !split.is_whole(!is_by_sex, is_by_sex) {
        return Some("..".to_owned());
    }
    let groups: Vec<(String, Shown)> = if is_by_sex {
        split.by_sex(None).filter_map(|(sex, shown)| Some((lowered(sex?), shown))).collect()
    } else {
        let units = split.units.iter().enumerate();
        units.map(|(unit, name)| (name.clone(), split.shown(Subgroup { unit: Some(unit), sex: None }))).collect()
    };
    let noun = question::style(source.study, words, split.question.per).noun;
    let mean = |(name, shown): &(String, Shown)| {
        let (base, mean) = (shown.base?, shown.counts.shown_mean()?);
        let is_told = base > 1 || source.options.names_single;
        let mean = if is_told { words.thousands(mean) } else { "..".to_owned() };
        let n = words.counted(base, noun);
        let group = name.as_str();
        Some(words.say(&if is_by_sex {
            msg!("outline-mean-sex", mean = mean, group = group, n = n)
        } else {
            msg!("outline-mean-unit", mean = mean, group = group, n = n)
        }))
    };
    let told: Vec<String> = groups.iter().filter_map(mean).collect();
    (!told.is_empty()).then(|| words.and(&told))
}
