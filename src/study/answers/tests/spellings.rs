use super::*;
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use fixture::{NAMN, SEDAN, STUDY};

/// What somebody lets a text count as; nothing sets it back.
fn spelling(seq: u64, coder: &'static str, text: &'static str, name: &'static str) -> Entry<'static> {
    let question = answer(0, coder, STUDY, NAMN, "").question;
    line(Entry { question, item: text.into(), ..act(seq, Op::Spelling, coder, STUDY, name) })
}

/// Three answers, each spelt another way.
fn spelt() -> Vec<Entry<'static>> {
    vec![answer(1, "bo", 1, NAMN, "alfa"), answer(2, "bo", 2, NAMN, "Alfa"), answer(3, "bo", 3, NAMN, "Betta")]
}

/// Every name with its answers and its spellings.
pub(crate) fn names(answers: &Answers, question: QuestionIx) -> Vec<(&str, u32, Vec<&str>)> {
    let counts = Tally::new(answers, &[]).total(question);
    let names = answers.names(question, &counts.texts).into_iter();
    let spellings = |name: &crate::study::answers::spellings::Name| {
        name.spellings.iter().map(|(text, _)| answers.text(*text)).collect()
    };
    names.map(|name| (answers.text(name.name), name.n, spellings(&name))).collect()
}

/// What each of some texts counts as.
fn counted<'a>(answers: &'a Answers, texts: &[&str]) -> Vec<&'a str> {
    let number = |text: &&str| answers.text_number(text).unwrap();
    texts.iter().map(|text| answers.text(answers.counted_as(NAMN, number(text)))).collect()
}

#[test]
fn spellings_of_one_name_count_together_and_the_answers_stay_as_they_are() {
    let mut lines = spelt();
    assert_eq!(
        names(&fold(&lines), NAMN),
        [("Alfa", 1, vec!["Alfa"]), ("alfa", 1, vec!["alfa"]), ("Betta", 1, vec!["Betta"])]
    );
    lines.push(spelling(4, "anna", "alfa", "Alfa"));
    let answers = fold(&lines);
    assert_eq!(names(&answers, NAMN), [("Alfa", 2, vec!["Alfa", "alfa"]), ("Betta", 1, vec!["Betta"])]);
    assert_eq!(of_record(&answers, 1.into(), NAMN), Some(("bo", "alfa")));
    lines.push(spelling(5, "cia", "alfa", ""));
    assert_eq!(names(&fold(&lines), NAMN).len(), 3, "the newest line wins, whosever it is");
}

#[test]
fn one_spelling_leads_to_the_next_and_a_circle_to_the_name_given_last() {
    let mut lines = spelt();
    lines.extend([spelling(4, "anna", "alfa", "Alfa"), spelling(5, "bo", "Alfa", "Beta")]);
    assert_eq!(counted(&fold(&lines), &["alfa", "Alfa", "Beta", "Betta"]), ["Beta", "Beta", "Beta", "Betta"]);
    lines.push(spelling(6, "bo", "Beta", "alfa"));
    assert_eq!(counted(&fold(&lines), &["alfa", "Alfa", "Beta"]), ["alfa"; 3]);
    lines.push(spelling(7, "bo", "Betta", "Alfa"));
    assert_eq!(counted(&fold(&lines), &["Betta", "Beta"]), ["alfa"; 2], "into a circle");
    lines.push(spelling(8, "bo", "alfa", "alfa"));
    assert_eq!(counted(&fold(&lines), &["Betta", "alfa"]), ["alfa"; 2], "onto itself");
}

#[test]
fn conditions_see_the_name_that_an_answer_counts_as() {
    let mut lines = spelt();
    lines.extend([answer(4, "bo", 1, SEDAN, "ja"), spelling(5, "anna", "alfa", "Alfa")]);
    let answers = fold(&lines);
    assert_eq!(answers.sheet(Perspective::Record, 1.into())[SEDAN].status, Answered);
    let filter = Filter { terms: vec![Term::Is(Key::Question(NAMN), Test::In(vec!["Alfa".to_owned()]))] };
    let tally = Tally::filtered(&answers, &[], filter);
    assert_eq!((tally.total(NAMN).base, tally.is_counted(1.into()), tally.is_counted(3.into())), (2, true, false));
}

#[test]
fn only_texts_are_spelt() {
    let question = answer(0, "anna", STUDY, BESLUT, "").question;
    let wrong = line(Entry { question, item: "ja".into(), ..act(2, Op::Spelling, "anna", STUDY, "nej") });
    let answers = fold(&[answer(1, "anna", ASSIGNED, BESLUT, "ja"), wrong, answer(3, "anna", ASSIGNED, PLAN, "ja")]);
    assert_eq!(answers.sheet(Perspective::Record, ASSIGNED)[PLAN].status, Answered);
}

#[test]
fn a_spelling_is_taken_back_unless_somebody_has_changed_it_since() {
    let mut lines = spelt();
    lines.push(spelling(4, "bo", "alfa", "Beta"));
    lines.push(line(Entry { was: "Beta".into(), ..spelling(5, "anna", "alfa", "Alfa") }));
    let answers = fold(&lines);
    let undo = |answers: &Answers, coder| Stacks::of(answers, coder, Round::First).undo(answers);
    assert_eq!(undo(&answers, "bo"), Err(Blocked::Changed));
    let draft = undo(&answers, "anna").unwrap();
    assert_eq!((draft.case_id.as_str(), draft.item.as_str(), draft.value.as_str()), ("", "alfa", "Beta"));
    lines.push(written(6, "anna", draft));
    assert_eq!(counted(&fold(&lines), &["alfa"]), ["Beta"]);
}

proptest! {
    #[test]
    fn a_name_counts_as_itself_and_no_answer_is_lost(lines in entries()) {
        let answers = fold(&lines);
        for text in ["Alfa", "alfa", "Beta", "Betta"] {
            if let Some(number) = answers.text_number(text) {
                let name = answers.counted_as(NAMN, number);
                prop_assert_eq!(answers.counted_as(NAMN, name), name);
            }
        }
        let total = Tally::new(&answers, &[]).total(NAMN);
        prop_assert_eq!(names(&answers, NAMN).iter().map(|(_, n, _)| n).sum::<u32>(), total.base);
    }
}
