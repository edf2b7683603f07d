//! Searching cases, questions and actions.

use super::{act, commands, navigation, settings, spot};
use crate::base::search::Finder;
use crate::msg;
use crate::study::protocol::Choice;
use crate::tui::dialog::{Dialog, Field, Hit, OFFERED, SearchScope};
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::presenter;
use tui_input::Input;

/// At most this many hits are shown.
const HITS: usize = 100;
/// The same of choices, through which one may also want to leaf.
const CHOICES: usize = 1000;

/// Opens a search, or the line for a question's number.
pub(crate) fn open(model: &mut Model, action: Action) {
    let input = Input::default();
    let realm = if action == Action::Palette { SearchScope::Actions } else { SearchScope::Study };
    model.dialog = Some(if action == Action::Number {
        Dialog::Write { field: Field::Number, input }
    } else {
        search(model, realm)
    });
}

/// A search in which nothing is written yet.
pub(crate) fn search(model: &Model, realm: SearchScope) -> Dialog {
    let finder = Finder::new(all(model, realm).into_iter());
    Dialog::Find { realm, hits: found(&finder, realm, ""), finder, input: Input::default(), cursor: 0 }
}

fn found(finder: &Finder<Hit>, realm: SearchScope, wanted: &str) -> Vec<Hit> {
    match realm {
        SearchScope::Answers => finder.closest(wanted, CHOICES),
        SearchScope::Study | SearchScope::Actions => finder.best(wanted, HITS),
    }
}

/// Looks again, after what is looked for has changed.
pub(crate) fn again(model: &mut Model) {
    if let Some(Dialog::Find { realm, finder, input, hits, cursor }) = &mut model.dialog {
        (*hits, *cursor) = (found(finder, *realm, input.value()), 0);
    }
}

/// What can be found, and by which texts.
fn all(model: &Model, realm: SearchScope) -> Vec<(Hit, String)> {
    match realm {
        SearchScope::Study => {
            let unit = model.protocol().unit();
            let cases = model.study.cases.cases.iter_enumerated().map(|(place, case)| {
                let value = unit.map_or("", |unit| model.study.cases.value(place, unit));
                let label = presenter::unit_label(model, value);
                (Hit::Case(place), format!("{} {} {label}", case.id, model.case_name(place)))
            });
            let questions = model.question_order.iter().filter_map(|&place| {
                let question = model.protocol().questions.get(place)?;
                Some((Hit::Question(place), format!("{} {}", model.number(place), question.text)))
            });
            cases.chain(questions).collect()
        }
        SearchScope::Answers => {
            let told = |choice: &Choice| format!("{} {}", choice.label, choice.meaning);
            model.on_offer().map(|(place, choice)| (Hit::Answer(place), told(choice))).collect()
        }
        SearchScope::Actions => {
            let actions = Action::ALL.into_iter().map(|(action, ..)| action).filter(|action| !is_plain(*action));
            let actions =
                actions.filter(|action| model.offers(*action) && !model.keymap.keys(Mode::Code, *action).is_empty());
            let rounds = commands::rounds(model).map(Hit::Round);
            // What has no key comes first: it is looked for here alone.
            let all = OFFERED
                .map(Hit::Command)
                .into_iter()
                .chain([Hit::Comments])
                .chain(model.study.answers.spot_check(&model.coder.slug).map(|_| Hit::Spot))
                .chain([Hit::Settings, Hit::Tour])
                .chain(rounds)
                .chain(actions.map(Hit::Action));
            all.map(|hit| (hit.clone(), presenter::deed(model, &hit))).collect()
        }
    }
}

/// Whether an action is an answer or a step: nobody looks for those by name.
fn is_plain(action: Action) -> bool {
    use Action::{Answer, Back, Down, First, Last, Left, Open, PageDown, PageUp, Palette, Right, Up};
    matches!(action, Answer(_) | Back | Down | First | Last | Left | Open | PageDown | PageUp | Palette | Right | Up)
}

/// Goes to the chosen hit, or does it.
pub(crate) fn chosen(model: &mut Model) -> Option<Effect> {
    let Some(Dialog::Find { hits, cursor, .. }) = &model.dialog else { return None };
    let hit = hits.get(*cursor).cloned();
    if hit.is_none() {
        model.tell(msg!("screen-nothing-found"));
        return None;
    }
    model.dialog = None;
    match hit? {
        Hit::Case(case) => navigation::open_case(model, case, None),
        Hit::Question(question) => navigation::jump(model, model.case, question),
        Hit::Action(action) => return act(model, action),
        Hit::Command(name) => commands::open(model, name),
        Hit::Comments => return Some(commands::run(model, commands::COMMENTS)),
        Hit::Spot => spot::result(model),
        Hit::Settings => settings::open(model),
        Hit::Tour => model.begin_tour(None),
        // What is searched among the choices is taken by `searched`.
        Hit::Answer(_) => {}
        Hit::Round(round) => return commands::change_round(model, round),
    }
    None
}
