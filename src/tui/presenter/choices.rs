//! The lists to choose from.

use super::{agreement, cases, discussion, quotes, resolve, strengths};
use crate::analysis::findings::Side;
use crate::base::collation::sort_key;
use crate::base::text::{padded, visible, width};
use crate::msg;
use crate::study::answers::record::Slot;
use crate::study::answers::spellings::Name;
use crate::study::index::{At, CaseIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::Per;
use crate::tui::dialog::{Choice, Hit, ListKind};
use crate::tui::list::Show;
use crate::tui::model::Model;

/// The flags that one sets on a question; the unsure mark among them.
const FLAGS: [&str; 4] = ["unsure", "discuss", "example", "manager"];
/// The reasons for which a colleague's case is taken over.
const REASONS: [&str; 3] = ["ill", "biased", "other"];

/// What there is to choose.
pub fn choices(model: &Model, about: ListKind) -> Vec<Choice> {
    match about {
        ListKind::Answers => model.on_offer().map(|(place, _)| Choice::Answer(place)).collect(),
        ListKind::Flag => {
            let told = model.study.answers.to_tell(model.perspective(), model.case).next().is_some();
            let flags = FLAGS.map(Choice::Flag).into_iter().chain(told.then_some(Choice::Told));
            flags.chain(discussion::choices(model)).collect()
        }
        ListKind::Take => [Choice::Nothing].into_iter().chain(REASONS.map(Choice::Take)).collect(),
        ListKind::Show => {
            let units = model.study.units().into_iter().map(|unit| Show::Unit(unit.to_owned()));
            let shows = [Show::All, Show::Mine, Show::Open, Show::Flagged].into_iter();
            let reworded = model.study.answers.is_reworded().then_some(Show::Reworded);
            shows.chain(reworded).chain(units).map(Choice::Show).collect()
        }
        ListKind::Marks => marked(model),
        ListKind::Spellings => spellings(model),
        ListKind::CountAs(text) => names_for(model, text),
        ListKind::Strengths => strengths::rows(model),
        ListKind::Quotes => quotes::rows(model),
        ListKind::Differences => resolve::rows(model),
        ListKind::Source(slot) => quotes::sources(model, slot),
        ListKind::Settings => (0..model.settings.len()).map(Choice::Setting).chain([Choice::Reopen]).collect(),
        ListKind::Values(place) => {
            let offered = model.settings.get(place).map_or(0, |setting| setting.values.len());
            (0..=offered).map(|value| Choice::Value(place, value)).collect()
        }
        ListKind::Agreement => agreement::questions(model),
        ListKind::Differing(question) => agreement::differing(model, question),
        ListKind::Rules => {
            let rules = model.study.answers.rules(model.question).into_iter().map(|rule| Choice::Rule(Some(rule.slot)));
            [Choice::Rule(None)]
                .into_iter()
                .chain(rules)
                .chain(super::again(model).into_iter().map(Choice::Again))
                .collect()
        }
    }
}

/// Every place with a flag that this coder may see, in coding order; unsure answers first.
fn marked(model: &Model) -> Vec<Choice> {
    let answers = &model.study.answers;
    let all = model.study.cases.cases.keys().flat_map(|case| super::annotations(model, case));
    let mut slots: Vec<_> = all.filter(|record| record.slot.op == Op::Flag).map(|record| record.slot).collect();
    // A mark on the case as a whole comes after those on its questions.
    let turn = |slot: &Slot| (slot.case, slot.question.is_none(), slot.question);
    slots.sort_by_key(|slot| (answers.text(slot.item) != "unsure", turn(slot)));
    slots.into_iter().map(Choice::Mark).collect()
}

/// The names that answer the open question.
fn names(model: &Model) -> Vec<Name> {
    model.study.answers.names(model.question, &model.study.tally().total(model.question).texts)
}

/// The texts that answer the open question by the alphabet of their names: so that what is alike stands together.
fn spellings(model: &Model) -> Vec<Choice> {
    let mut names = names(model);
    names.sort_by_cached_key(|name| sort_key(model.study.answers.text(name.name), model.protocol().lang));
    names.into_iter().flat_map(|name| name.spellings).map(|(text, n)| Choice::Spelling(text, n)).collect()
}

/// What a text can count as: as it is written where it counts as another, a name of its own, or one of the others.
fn names_for(model: &Model, text: u32) -> Vec<Choice> {
    let answers = &model.study.answers;
    let written = (answers.merged_into(model.question, text) != 0).then_some(Choice::CountAs(text, 0));
    let now = answers.counted_as(model.question, text);
    let others = names(model).into_iter().map(|other| other.name).filter(|&other| other != now && other != text);
    let others = others.map(|other| Choice::CountAs(text, other));
    written.into_iter().chain(others).chain([Choice::NewName(text)]).collect()
}

/// A choice as it is shown.
pub fn choice_line(model: &Model, choice: &Choice) -> String {
    let answers = &model.study.answers;
    match choice {
        Choice::Answer(place) => super::answer_line(model, *place),
        Choice::Flag(item) => {
            let question = Some(model.question);
            let is_set = answers.has_flagged(&model.coder.slug, model.round(), model.case, question, item);
            super::ticked(model, is_set, &flag_name(model, item))
        }
        Choice::Told => model.words.get("escalation-note"),
        Choice::Reply => model.words.get("discussion-reply"),
        Choice::Outcome => model.words.get("discussion-rule"),
        Choice::Settle => model.words.get("discussion-settle"),
        Choice::Nothing => model.words.get("take-nothing"),
        Choice::Take(reason) => model.words.say(&match *reason {
            "ill" => msg!("take-ill"),
            "biased" => msg!("take-biased"),
            _ => msg!("take-other"),
        }),
        Choice::Show(show) => show_name(model, show),
        Choice::Mark(slot) => {
            let known = slot.question.filter(|&question| question < model.protocol().questions.next_key());
            let place = known.map_or_else(String::new, |question| {
                format!("{} {}", model.number(question), model.protocol().questions.at(question).text)
            });
            let item = discussion::mark_name(model, *slot).unwrap_or_else(|| flag_name(model, answers.text(slot.item)));
            format!("{}  {item}  {place}", model.case_name(slot.case))
        }
        Choice::Difference(place) => resolve::row(model, *place),
        Choice::Rule(None) => model.words.get("rule-new"),
        Choice::Rule(Some(slot)) => {
            answers.current(*slot).map_or_else(String::new, |rule| super::rule_line(model, rule)).replace('\n', " ")
        }
        Choice::Spelling(text, n) => spelling_line(model, *text, *n),
        Choice::CountAs(_, 0) => model.words.get("spelling-as-written"),
        Choice::CountAs(_, name) => visible(answers.text(*name)),
        Choice::NewName(_) => model.words.get("spelling-new-name"),
        Choice::Again(case) => again_line(model, *case),
        Choice::Group(unit) => strengths::group_name(model, unit),
        Choice::Item(item) => strengths::item_line(model, item),
        Choice::Own(side, _) => model.words.get(match side {
            Side::Strength => "strength-add",
            Side::Development => "development-add",
        }),
        Choice::Quote(quote) => quotes::quote_line(model, quote),
        Choice::Source(_, document) => visible(document),
        Choice::Setting(place) => model.settings.get(*place).map_or_else(String::new, |setting| {
            let value = setting
                .value
                .as_deref()
                .map_or_else(|| "–".to_owned(), |value| setting.value_called(value, &model.words));
            let widest = model.settings.iter().map(|setting| width(&setting.called(&model.words))).max().unwrap_or(0);
            format!("{}  {value}", padded(&setting.called(&model.words), widest))
        }),
        Choice::Value(place, value) => {
            let setting = model.settings.get(*place);
            let value = setting.and_then(|setting| Some((setting, setting.values.get(*value)?)));
            value.map_or_else(
                || model.words.get("settings-unset"),
                |(setting, value)| setting.value_called(value, &model.words),
            )
        }
        Choice::Reopen => model.words.get("settings-reopen"),
        Choice::Agreement(question) => agreement::question_line(model, *question),
        Choice::Differing(case, question) => agreement::case_line(model, *case, *question),
    }
}

/// A text with its count, and what it counts as where that is another.
fn spelling_line(model: &Model, text: u32, n: u32) -> String {
    let answers = &model.study.answers;
    let name = answers.counted_as(model.question, text);
    let text = if name == text {
        visible(answers.text(text))
    } else {
        model.words.say(&msg!("spelling-as", text = answers.text(text), name = answers.text(name)))
    };
    format!("{n:>4}  {text}")
}

/// A case to look at again, with its answer, and whose it is where it is a colleague's.
fn again_line(model: &Model, case: CaseIx) -> String {
    let answers = &model.study.answers;
    let value = answers.stored(model.perspective(), case, model.question);
    let answer = super::answer_text(model, model.question, answers.text(value)).replace('\n', " ");
    let text = model.words.say(&msg!("rule-again", case_id = model.case_id(case), answer = answer));
    let others = answers.owner(case).filter(|_| !model.is_mine(case));
    others.map_or_else(|| text.clone(), |owner| format!("{text} ({})", visible(owner)))
}

fn flag_name(model: &Model, item: &str) -> String {
    match item {
        "unsure" => model.words.get("flag-unsure"),
        "discuss" => model.words.get("flag-discuss"),
        "example" => model.words.get("flag-example"),
        "manager" => model.words.get("flag-manager"),
        other => visible(other),
    }
}

/// A selection of cases in words.
pub(crate) fn show_name(model: &Model, show: &Show) -> String {
    match show {
        Show::All => model.words.get("show-all"),
        Show::Mine => model.words.get("show-mine"),
        Show::Open => model.words.get("show-open"),
        Show::Flagged => model.words.get("show-flagged"),
        Show::Reworded => model.words.get("show-reworded"),
        Show::Differences => model.words.get("title-differences"),
        Show::Unit(unit) => cases::unit_label(model, unit).to_owned(),
    }
}

/// A hit of a search as it is shown.
pub fn hit_line(model: &Model, hit: &Hit) -> String {
    match hit {
        Hit::Case(case) => {
            let unit = model.protocol().unit().filter(|_| model.study.cases.per(*case) == Per::Case);
            let unit = unit.map_or("", |unit| model.study.cases.value(*case, unit));
            format!("{}  {}", model.case_name(*case), cases::unit_label(model, unit))
        }
        Hit::Question(place) => {
            let text = model.protocol().questions.at(*place).text.as_str();
            format!("{:>3} {text}  {}", model.number(*place), super::marks(model, *place).shown(model))
        }
        Hit::Answer(place) => super::answer_line(model, *place),
        Hit::Action(action) => {
            let keys = model.keymap.keys(crate::tui::keymap::Mode::Code, *action);
            let keys: Vec<String> = keys.iter().map(|key| key.label(&model.words)).collect();
            format!("{}  {}", padded(&keys.join(", "), 16), deed(model, hit))
        }
        Hit::Command(name) => format!("{}  {}", padded(&format!("aktkoll {name}"), 16), about(model, name)),
        Hit::Round(_) | Hit::Comments | Hit::Spot | Hit::Settings | Hit::Tour => {
            format!("{}  {}", padded("", 16), deed(model, hit))
        }
    }
}

/// What a hit does, in words: it is looked for by them.
pub fn deed(model: &Model, hit: &Hit) -> String {
    match hit {
        Hit::Action(action) => model.words.get(action.help()),
        Hit::Command(name) => format!("{name}: {}", about(model, name)),
        Hit::Comments => model.words.get("comments-page"),
        Hit::Spot => model.words.get("spot-page"),
        Hit::Settings => model.words.get("settings-page"),
        Hit::Tour => model.words.get("tour-page"),
        Hit::Round(Round::Second) => model.words.get("round-go-second"),
        Hit::Round(_) => model.words.get("round-go-first"),
        Hit::Case(_) | Hit::Question(_) | Hit::Answer(_) => String::new(),
    }
}

/// What a command of the command line does, in the words of its help.
pub fn about(model: &Model, name: &str) -> String {
    model.words.find(&format!("cli-{name}")).unwrap_or_default()
}
