//! What gives a person away is not saved, or not without a second thought.

use super::sitting::Sitting;

#[test]
fn a_text_with_a_personal_number_is_refused_and_stays_to_be_mended() {
    for open in ["c", "\"", "b", "x", "r", "m", "#7<enter><enter>"] {
        let mut sitting = Sitting::typed(open);
        sitting.keys("född 811218-9876<enter>");
        assert!(sitting.log().is_empty(), "{open}: {:?}", sitting.log());
        sitting.shows("Här står ett personnummer.");
        sitting.shows("född 811218-9876");
        sitting.keys("<enter>");
        assert!(sitting.log().is_empty(), "{open}: asking twice changes nothing");
        sitting.keys("<backspace><backspace><enter>");
        // What binds everybody is asked about once more.
        sitting.keys(if open == "r" { "<enter>" } else { "" });
        assert!(sitting.last().ends_with("=född 811218-98"), "{open}: {}", sitting.last());
    }
}

#[test]
fn the_name_of_a_spelling_is_looked_at_too() {
    let mut sitting = Sitting::typed("#7<enter><enter>Alfa<enter><pagedown>#7<enter><enter>Beta<enter>S1<enter>");
    sitting.keys("<end><enter> 8112189876<enter>");
    sitting.shows("Här står ett personnummer.");
    assert!(!sitting.last().starts_with("spelling"));
}

#[test]
fn addresses_are_warned_of_once() {
    let mut sitting = Sitting::typed("cskriv a.ek@exempel.se<enter>");
    sitting.shows("Det ser ut som en e-postadress.");
    assert!(sitting.log().is_empty());
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=skriv a.ek@exempel.se");
    sitting.keys("mring 070-123 45 67<enter>");
    sitting.shows("Det ser ut som ett telefonnummer.");
    sitting.keys("8<enter><enter>");
    assert_eq!(sitting.last(), "note BRO-01=ring 070-123 45 678", "too long for a telephone number");
}

#[test]
fn a_warning_of_one_thing_is_no_yes_to_another() {
    let mut sitting = Sitting::typed("ca@b.se<enter><esc>");
    sitting.shows("Texten är inte sparad.");
    sitting.keys("<enter>");
    sitting.shows("Det ser ut som en e-postadress.");
    sitting.keys("!<enter>");
    assert!(sitting.log().is_empty(), "what was changed is warned of anew");
}

#[test]
fn likely_names_are_shown_while_one_writes_and_one_key_makes_them_x() {
    let mut sitting = Sitting::typed("cHon bor hos Anna i Bromma");
    sitting.shows("Namn eller plats? Anna  (Ctrl-X byter ut mot X)");
    sitting.keys(" nära Sveaplan.");
    sitting.shows("Namn eller plats? Anna, Sveaplan");
    sitting.keys("<ctrl-x>");
    sitting.shows("Hon bor hos Anna i Bromma nära X.");
    sitting.keys(" Mer<ctrl-x>");
    sitting.hides("Namn eller plats?");
    sitting.keys("<ctrl-x> text<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=Hon bor hos X i Bromma nära X. Mer text");
}

#[test]
fn a_name_may_be_kept_and_makes_none_known_elsewhere() {
    let mut sitting = Sitting::typed("cEnligt Anna<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=Enligt Anna");
    sitting.keys("#7<enter><enter>Attendo<enter>\"Hos Attendo");
    sitting.shows("Namn eller plats?");
}
