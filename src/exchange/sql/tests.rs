use super::*;
use crate::study::protocol::{Per, shipped};

fn text(engine: Engine, protocol: &Protocol) -> Result<String> {
    let columns = protocol.attributes.iter().map(|attribute| attribute.id.clone()).chain(["coder".to_owned()]);
    let source = Source { folder: "a study".to_owned(), is_pattern: false, columns: columns.collect(), has_plan: true };
    let elsewhere = Source { folder: "s3://it's/*".to_owned(), is_pattern: true, ..source.clone() };
    let questions = protocol.questions.iter_enumerated().filter(|(_, question)| question.per == Per::Case);
    let questions: Vec<QuestionIx> = questions.map(|(place, _)| place).collect();
    script(engine, protocol, &[source, elsewhere], &questions)
}

#[test]
fn every_shipped_protocol_is_said_for_every_engine() {
    for (id, toml) in shipped() {
        let protocol = Protocol::load(id, toml).unwrap();
        for (engine, name) in Engine::ALL {
            let text = text(engine, &protocol).unwrap();
            let [open, close] = ['(', ')'].map(|mark| text.matches(mark).count());
            let holes = ["{known}", "{kept}", "{last}", "{keys}", "{columns}", "{shown}", "{question}"];
            assert!(holes.iter().all(|hole| !text.contains(hole)), "{id} {name}");
            assert!(text.ends_with("name_of;\n") && text.contains("GROUP BY"), "{id} {name}");
            assert_eq!(open, close, "{id} {name}");
        }
    }
}

#[test]
fn what_a_literal_holds_stays_in_it() {
    let said = Engine::ALL.map(|(engine, _)| engine.text("it's \\ so"));
    assert_eq!(said, ["'it''s \\ so'", "'it\\'s \\\\ so'", "'it\\'s \\\\ so'"]);
}
