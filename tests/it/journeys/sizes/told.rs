//! Whatever is told, nobody answers what was not on the screen.

use crate::fixture::question;
use crate::journeys::sitting::{Setup, Sitting, plain};
use aktkoll::base::fault::Fault;
use aktkoll::tui::Msg;
use proptest::prelude::*;

/// Questions with choices, long and short, whose words stand nowhere else on the screen.
fn wordy() -> String {
    let words = |of: &str, n: usize| (1..=n).map(|n| format!("{of}{n:02}")).collect::<Vec<_>>().join(" ");
    let asked = |(n, (text, choices, label, meaning)): (usize, (usize, usize, usize, usize))| {
        let choice = |choice: usize| {
            let of = |kind: char| format!("{}{}{choice}", char::from(b'p' + u8::try_from(n).unwrap()), kind);
            let (label, meaning) = (words(&of('l'), label), words(&of('m'), meaning));
            (format!("{{ id = \"c{choice}\", label = \"{label}\" }}"), format!("c{choice} = \"{meaning}\""))
        };
        let (choices, meanings): (Vec<_>, Vec<_>) = (0..choices).map(choice).unzip();
        let meanings = if meaning == 0 { String::new() } else { format!("meaning = {{ {} }}", meanings.join(", ")) };
        let fields = format!("guidance = '{}'\nchoices = [{}]\n{meanings}", words("v", 40), choices.join(", "));
        question(&format!("q{n}"), &words(&format!("t{n}"), text), &fields)
    };
    let shapes = [(3, 2, 1, 0), (30, 3, 4, 9), (5, 8, 1, 0), (5, 9, 5, 0), (9, 5, 1, 12), (2, 3, 2, 3)];
    plain(0) + &shapes.into_iter().enumerate().map(asked).collect::<String>()
}

/// The words of the open question and its choices.
fn words_of(sitting: &Sitting) -> Vec<String> {
    let asked = sitting.model().asked().unwrap();
    let choices = asked.choices().iter().flat_map(|choice| [choice.label.as_str(), choice.meaning.as_str()]);
    let texts = std::iter::once(asked.text.as_str()).chain(choices);
    texts.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn whatever_is_told_nobody_answers_what_was_not_on_the_screen(
        steps in prop::collection::vec((0..12usize, 4..110u16, 3..34u16, 0..60usize), 1..40),
    ) {
        let open = |size, entries| {
            let mut sitting = Setup { protocol: wordy(), size, entries, ..Setup::default() }.open();
            sitting.screen.program.tallies = aktkoll::study::Tallies::Never;
            sitting
        };
        let mut sitting = open((80, 24), Vec::new());
        let place = |sitting: &Sitting| (sitting.at(), sitting.model().size);
        let (mut seen, mut here) = (vec![sitting.frame()], place(&sitting));
        for (what, columns, rows, told) in steps {
            let wanted = words_of(&sitting);
            let before = sitting.log().len();
            // Who has rolled on has seen what was there before, too.
            let from = if sitting.model().panel > 0 { 0 } else { seen.len() - 1 };
            match what {
                0 => sitting = open((columns, rows), sitting.screen.saver.log.clone()),
                1..=3 => {
                    let cause = "något ".repeat(told);
                    let faults = Fault::new(aktkoll::msg!("ledger-not-saved", cause = cause)).into();
                    sitting.screen.send(Msg::Recovered(faults));
                }
                4..=6 => sitting.keys("<right>"),
                7 => sitting.keys("<down>"),
                what => sitting.keys(["1", "2", "3", "7"][what - 8]),
            }
            // In fewer columns words are cut into pieces.
            if sitting.log().len() > before && here.1.0 >= 30 {
                let seen = seen[from..].concat();
                let lacking: Vec<&String> = wanted.iter().filter(|word| !seen.contains(word.as_str())).collect();
                prop_assert!(lacking.is_empty(), "{:?} at {:?}: {:?}\n{}", lacking, here, what, seen);
            }
            let now = place(&sitting);
            if now != here {
                seen.clear();
            }
            seen.push(sitting.frame());
            here = now;
        }
    }
}
