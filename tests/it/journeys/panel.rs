//! The open question: its choices and all of its guidance show, whatever the protocol.

use super::sitting::{PROTOCOL, Setup, Sitting};
use aktkoll::base::language::Lang;
use aktkoll::study::index::QuestionIx;
use aktkoll::study::ledger::entry::Round;
use aktkoll::study::protocol::{Attribute, Per, Protocol, shipped};
use aktkoll::tui::presenter;
use aktkoll::tui::update::open_case;

#[test]
fn who_codes_and_in_which_round_stands_in_the_header_whatever_the_title() {
    let (id, text) = shipped()[1];
    assert_eq!(id, "dv2021");
    for round in [Round::First, Round::Second] {
        let (sitting, _) = shipped_sitting(text, (80, 24), Lang::Sv);
        let mut sitting = Setup { round, ..sitting.setup }.open();
        sitting.screen.program.study.title = "Daglig verksamhet enligt LSS, Stockholms stad".to_owned();
        let header = sitting.frame().lines().next().unwrap().to_owned();
        assert!(header.contains("Berit"), "{header}");
        assert_eq!(header.contains("dubbelgranskning"), round == Round::Second, "{header}");
    }
}

#[test]
fn a_number_with_one_bound_names_that_one() {
    let protocol = PROTOCOL.replace("min = 0\nmax = 100", "min = 0.5");
    let mut sitting = Setup { protocol, ..Setup::default() }.open();
    sitting.keys("#5<enter>");
    sitting.shows("Tal, timmar/månad, minst 0,5");
}

#[test]
fn a_marked_case_keeps_its_whole_id_in_the_narrow_list() {
    let mut sitting = Sitting::typed("j!Cnot<enter>");
    sitting.shows("BRO-01 ");
    sitting.hides("BRO-…");
}

/// A sitting under a shipped protocol, and its questions: those about a case, then those about its unit.
fn shipped_sitting(text: &str, size: (u16, u16), lang: Lang) -> (Sitting, Vec<QuestionIx>) {
    let protocol = Protocol::load("p.toml", text).unwrap();
    let listed: Vec<_> = protocol.attributes.iter().filter(|own| own.is_about(Per::Case)).collect();
    let header: String = listed.iter().fold("case_id".to_owned(), |head, own| head + "," + &own.id);
    let value = |own: &Attribute| {
        let first = own.values.first().map(|(code, _)| code.clone());
        first.unwrap_or_else(|| if own.id.contains("year") { "1980" } else { "X" }.to_owned())
    };
    let row = listed.iter().fold("A-01".to_owned(), |row, own| row + "," + &value(own));
    let mut flow: Vec<QuestionIx> = protocol.questions.keys().collect();
    flow.sort_by_key(|&place| protocol.questions[place].per);
    let setup =
        Setup { protocol: text.to_owned(), cases: format!("{header}\n{row}\n"), size, lang, ..Setup::default() };
    (setup.open(), flow)
}

/// Opens a question of the case, or of its unit's first entry.
fn open(sitting: &mut Sitting, question: QuestionIx) {
    let model = &mut sitting.screen.program;
    let per = model.protocol().questions[question].per;
    let case = model.study.cases.of(per).next().unwrap();
    open_case(model, case, Some(question));
}

/// The panel's lines that must be seen, without blanks around them.
fn wanted(sitting: &Sitting, columns: usize) -> Vec<String> {
    presenter::panel(sitting.model(), columns).iter().map(|line| line.to_string().trim().to_owned()).collect()
}

#[test]
fn the_panel_holds_every_word_of_a_question() {
    for (id, text) in shipped() {
        let (mut sitting, flow) = shipped_sitting(text, (80, 24), Lang::Sv);
        for question in flow {
            open(&mut sitting, question);
            let lines = wanted(&sitting, 60);
            let asked = sitting.model().asked().unwrap();
            let texts = asked.choices().iter().flat_map(|choice| [&choice.label, &choice.meaning]);
            for word in texts.chain([&asked.text, &asked.guidance]).flat_map(|text| text.split_whitespace()) {
                assert!(lines.iter().any(|line| line.contains(word)), "{id} {}: {word} is not in {lines:#?}", asked.id);
            }
        }
    }
}

#[test]
fn choices_and_guidance_show_at_80_by_24_for_every_question_of_every_protocol() {
    for (id, text) in shipped() {
        for lang in [Lang::Sv, Lang::En] {
            let (mut sitting, flow) = shipped_sitting(text, (80, 24), lang);
            for question in flow {
                open(&mut sitting, question);
                let frame = sitting.frame();
                for line in wanted(&sitting, 60) {
                    assert!(frame.contains(&line), "{id} {}: {line:?} is not in\n{frame}", usize::from(question) + 1);
                }
            }
        }
    }
}

#[test]
fn at_60_by_15_what_does_not_fit_is_reached_to_the_right() {
    for (id, text) in shipped() {
        let (mut sitting, flow) = shipped_sitting(text, (60, 15), Lang::Sv);
        for question in flow {
            open(&mut sitting, question);
            let mut seen = sitting.frame();
            for _ in 0..20 {
                sitting.keys("<right>");
                seen.push_str(&sitting.frame());
            }
            for line in wanted(&sitting, 58) {
                assert!(seen.contains(&line), "{id} {}: {line:?} is never shown\n{seen}", usize::from(question) + 1);
            }
        }
    }
}
