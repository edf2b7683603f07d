//! Gate answers changed back and forth: over random protocols and key scripts no dependent answer is ever lost.

use super::sitting::{Setup, plain};
use crate::fixture::question;
use aktkoll::study::answers::case_view::CellStatus;
use aktkoll::study::ledger::entry::Op;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A question with one, several or a written answer, and the earlier question with the answers that it needs.
#[derive(Debug, Clone)]
struct Asked {
    kind: usize,
    gate: Option<(usize, &'static str)>,
}

fn protocol(questions: &[Asked]) -> String {
    let made = |(n, asked): (usize, &Asked)| {
        let kind = match asked.kind {
            0 => "scale = \"ja_nej\"",
            1 => "kind = \"choices\"\nchoices = [{ id = \"ja\", label = \"Ja\" }, { id = \"nej\", label = \"Nej\" }]",
            _ => "kind = \"number\"",
        };
        let when = asked.gate.map_or_else(String::new, |(gate, wanted)| match questions[gate].kind {
            2 => format!("when = {{ q{gate} = {{ min = 5 }} }}"),
            _ => format!("when = {{ q{gate} = \"{wanted}\" }}"),
        });
        question(&format!("q{n}"), &format!("Fråga {n}?"), &format!("{kind}\n{when}"))
    };
    plain(0) + &questions.iter().enumerate().map(made).collect::<String>()
}

/// Whether a question is asked, from what was last answered: reckoned from the last question back to the first.
fn is_asked(questions: &[Asked], given: &BTreeMap<String, String>, place: usize) -> bool {
    questions[place].gate.is_none_or(|(gate, wanted)| {
        let answer = given.get(&format!("q{gate}")).map_or("", String::as_str);
        let holds = match questions[gate].kind {
            2 => answer.parse::<u32>().is_ok_and(|number| number >= 5),
            _ => answer.split(';').any(|one| one == wanted),
        };
        holds && is_asked(questions, given, gate)
    })
}

prop_compose! {
    fn questions()(specs in prop::collection::vec((0usize..3, any::<bool>(), any::<prop::sample::Index>(), any::<bool>()), 2..9)) -> Vec<Asked> {
        specs.iter().enumerate().map(|(n, (kind, gated, gate, yes))| Asked {
            kind: *kind,
            gate: (n > 0 && *gated).then(|| (gate.index(n), if *yes { "ja" } else { "nej" })),
        }).collect()
    }
}

const KEYS: [&str; 13] =
    ["j", "n", "1", "2", "3<enter>", "7<enter>", "<up>", "<up><up>", "<down>", "<backspace>", "u", "U", "<home>"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_answer_is_lost_behind_a_gate(questions in questions(), keys in prop::collection::vec(prop::sample::select(&KEYS[..]), 1..60)) {
        let setup = Setup { protocol: protocol(&questions), cases: "case_id\nA\n".to_owned(), ..Setup::default() };
        let mut sitting = setup.open();
        for key in keys {
            let before = sitting.screen.saver.log.len();
            let open = usize::from(sitting.screen.program.question);
            sitting.keys(key);
            let written = sitting.screen.saver.log[before..].to_vec();
            prop_assert!(written.len() <= 1, "{key} wrote {written:?}");
            for entry in &written {
                let own = entry.question == format!("q{open}");
                prop_assert!(entry.op == Op::Answer && (own || entry.undoes.is_some()), "{key} wrote {entry:?}");
            }
            let log = &sitting.screen.saver.log;
            let given: BTreeMap<String, String> =
                log.iter().map(|entry| (entry.question.to_string(), entry.value.to_string())).collect();
            let model = &sitting.screen.program;
            for (place, _) in questions.iter().enumerate() {
                let last = given.get(&format!("q{place}")).map_or("", String::as_str);
                prop_assert_eq!(model.answer(place.into()), last, "what was answered stays, masked or not");
                let expected = match (is_asked(&questions, &given, place), last.is_empty()) {
                    (true, false) => Some(CellStatus::Answered),
                    (true, true) => Some(CellStatus::Unanswered),
                    (false, _) => None,
                };
                let standing = model.cell(place.into()).status;
                let masked = matches!(standing, CellStatus::NotAsked | CellStatus::NotKnown);
                prop_assert!(expected.map_or(masked, |expected| standing == expected), "q{place} is {standing:?}");
            }
        }
    }
}
