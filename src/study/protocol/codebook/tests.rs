use super::*;
use crate::study::protocol::shipped;
use proptest::prelude::*;

fn codebook(protocol: &Protocol, source: &str) -> Codebook {
    let keys = |question: &Question| vec!["j".to_owned(); question.choices().len()];
    Codebook::of(protocol, source, &Words::new(Lang::Sv), &keys)
}

fn load(id: &str) -> (Protocol, &'static str) {
    let (_, text) = shipped().iter().find(|(known, _)| *known == id).unwrap();
    (Protocol::load(id, text).unwrap(), text)
}

/// The words of a page that is well-formed XML; panics where it is not.
fn words_of(page: &str) -> String {
    let body = page.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    let (mut open, mut words) = (Vec::new(), String::new());
    for (place, piece) in body.split('<').enumerate() {
        if place == 0 {
            assert_eq!(piece, "", "text before the page");
            continue;
        }
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{tag}");
        } else {
            attributes(tag);
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
        assert!(open.is_empty() == text.trim().is_empty() || !open.is_empty(), "text after the page: {text}");
        let entities =
            text.split('&').skip(1).all(|rest| ["amp;", "lt;", "gt;"].iter().any(|one| rest.starts_with(one)));
        assert!(entities && !text.contains('>') || open.last() == Some(&"style"), "{text}");
        if open.last() != Some(&"style") {
            words.push_str(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
    }
    assert_eq!(open, [] as [&str; 0]);
    words
}

/// Attributes are `name="value"`, each once; ids hold nothing that an author wrote.
fn attributes(tag: &str) {
    let rest = tag.trim_end_matches('/').split_once(' ').map_or("", |(_, rest)| rest.trim());
    let quotes = rest.matches('"').count();
    assert!(quotes.is_multiple_of(2) && quotes / 2 == rest.matches("=\"").count(), "{tag}");
    assert!(!rest.contains('&'), "{tag}");
}

#[test]
fn the_codebook_of_a_shipped_protocol_tells_all_there_is() {
    let (protocol, source) = load("dv2021");
    let codebook = codebook(&protocol, source);
    let (text, page) = (codebook.text(), words_of(&codebook.html()));
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (text, page) = (flat(&text), flat(&page));
    for question in &protocol.questions {
        for part in [&question.id, &question.text, &flat(&question.guidance)] {
            assert!(text.contains(part.as_str()) && page.contains(part.as_str()), "{part}");
        }
        assert!(question.choices().iter().all(|choice| page.contains(&choice.meaning)), "{}", question.id);
    }
    assert!(text.contains("Villkor: ställs bara om fråga 1 är Bifall och fråga 2 är Fortsatt insats"));
    assert!(text.contains("Om protokollet: Granskning av daglig verksamhet enligt LSS"));
    assert!(text.contains("Kräver skäl: Nej") && text.contains("Räknas som styrka: Ytterligare beskrivning"));
    assert!(text.contains("Utanför underlaget: Ej aktuellt"));
    assert!(protocol.checks.iter().all(|check| page.contains(&check.message)));
}

#[test]
fn every_shipped_codebook_is_well_formed_and_fits_the_paper() {
    for (id, _) in shipped() {
        let (protocol, source) = load(id);
        let codebook = codebook(&protocol, source);
        let page = codebook.html();
        words_of(&page);
        for outside in ["http:", "https:", "<script", "url(", "@import", "src="] {
            assert!(!page.contains(outside), "{id}: {outside}");
        }
        let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{id}: an id stands twice");
        let labels = page.split("labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert!(labels.into_iter().all(|label| ids.binary_search(&label).is_ok()), "{id}");
        for line in codebook.text().lines() {
            assert!(crate::base::text::width(line) <= 80, "{id}: {line}");
        }
    }
}

#[test]
fn a_question_stands_with_its_keys_conditions_and_rules() {
    let text = r#"# Källa: en rapport.
# Andra raden.

id = "p"
version = "1"
language = "sv"
title = "Titel"
area = [{ id = "A", label = "Område" }]
[[question]]
id = "a"
area = "A"
text = "Finns en plan?"
na = true
in_base = ["ej_aktuellt"]
out_of_base = ["delvis"]
meaning = { delvis = "något\nsaknas" }
favourable = ["nej"]
note_on = ["ja"]
[[question]]
id = "b"
area = "A"
text = "Hur många?"
kind = "number"
unit = "dagar"
min = 0.5
optional = true
when = { a = ["ja", "delvis"] }
[[check]]
when = { b = { min = 2.5 } }
message = "Många"
"#;
    let protocol = Protocol::load("p.toml", text).unwrap();
    insta::assert_snapshot!(codebook(&protocol, text).text(), @r"
    Titel

    Id: p
    Version: 1
    Om protokollet: Källa: en rapport. Andra raden.

    OMRÅDE

      1 Finns en plan?  [a]
        j  Ja           ja           yes
        j  Delvis       delvis       partly  något
                                             saknas
        j  Nej          nej          no
        j  Ej aktuellt  ej_aktuellt  na
        Räknas som styrka: Nej
        Kräver skäl: Ja
        Utanför underlaget: Delvis
        I underlaget: Ej aktuellt

      2 Hur många?  [b]
        Villkor: ställs bara om fråga 1 är Ja eller Delvis
        Svar: Tal, dagar, minst 0,5
        Frivillig: räknas inte som lucka

    RIMLIGHETSKONTROLLER

      Många  fråga 2 är minst 2,5
    ");
}

proptest! {
    #[test]
    fn whatever_an_author_writes_stays_words(texts in prop::collection::vec("[a-zåÅ<>&\"'/;!\\-\\[\\]= ]{1,20}", 8)) {
        let (mut protocol, _) = load("demo");
        let mut texts = texts.into_iter();
        let mut next = || format!("x{}x", texts.next().unwrap());
        let written = [next(), next(), next(), next(), next(), next()];
        let [title, label, text, guidance, meaning, message] = written.clone();
        protocol.title = title;
        protocol.areas[0].label = label;
        protocol.questions.raw[0].text = text;
        protocol.questions.raw[0].guidance = guidance;
        if let crate::study::protocol::Kind::Choice(choices) = &mut protocol.questions.raw[0].kind {
            choices[0].meaning = meaning;
        }
        protocol.checks[0].message = message;
        let page = words_of(&codebook(&protocol, "").html());
        for text in written {
            prop_assert!(page.contains(&text), "{}", text);
        }
    }
}
