//! Entries of their own below a case.

use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::{Kind, Per, Place, Protocol, Question, Repeat};

/// A protocol with entries of their own below a case: counted by an answer, and as many for all.
pub(crate) const REPEATS: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]
area = [{ id = "A", label = "Familjen" }, { id = "B", label = "Barnen" }]

[[repeat]]
id = "barn"
label = "Barn"
count = "antal_barn"

[[repeat]]
id = "besok"
label = "Besök"
max = 2

[[question]]
id = "antal_barn"
area = "A"
text = "Hur många barn?"
kind = "number"
min = 0
max = 3

[[question]]
id = "alder"
area = "B"
text = "Hur gammalt är barn {place}?"
kind = "number"
min = 0
max = 20
unit = "år"
repeat = "barn"

[[question]]
id = "skola"
area = "B"
text = "Går barn {place} i skolan?"
scale = "ja_nej"
when = { alder = { min = 6 } }
guidance = "Skolan för barn {place}."
repeat = "barn"

[[question]]
id = "hur"
area = "A"
text = "Hur gick besök {place}?"
when = { skola_1 = "ja" }
repeat = "besok"
"#;

/// Adds a repeat with a number of entries and two questions, the second of which hangs on the first, in some protocols.
pub(crate) fn add(protocol: &mut Protocol, seed: usize) {
    let max = seed % 4;
    let Some(last) = protocol.questions.last().cloned().filter(|_| max > 0) else { return };
    let plain = Question { when: Filter::default(), per: Per::Case, statements: Vec::new(), template: None, ..last };
    let number = Kind::Number { unit: String::new(), min: None, max: max.to_string().parse().ok() };
    let count = protocol.questions.next_key();
    let bare = Question { favourable: None, note_on: Vec::new(), ..plain.clone() };
    protocol.questions.push(Question { id: "antal".to_owned(), kind: number, ..bare.clone() });
    let repeat = Repeat { id: "barn".to_owned(), label: "Barn".to_owned(), count: Some(count), max };
    for number in 1..=max {
        let place = |of: &str| Place { repeat: 0, of: of.to_owned(), number, counted: true };
        let gate = repeat.gate(number);
        let text = format!("Barn {number} av {max}");
        let first = protocol.questions.next_key();
        let own = Filter { terms: gate.clone().into_iter().collect() };
        let one = Question { place: Some(place("x")), id: format!("x_{number}"), text, when: own, ..plain.clone() };
        let after = Term::Is(Key::Question(first), Test::Answered(true));
        let own = Filter { terms: gate.into_iter().chain([after]).collect() };
        let other = Question { place: Some(place("y å")), id: format!("y å_{number}"), when: own, ..bare.clone() };
        protocol.questions.extend([one, Question { kind: Kind::Date, ..other }]);
    }
    protocol.repeats.push(repeat);
}
