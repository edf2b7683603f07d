//! Names in texts that leave a study: told with their place before a report or an export.

use super::desk::{Desk, plan_and_decision};
use crate::fixture::question;
use std::fs;

fn desk() -> Desk {
    let text = question("vem", "Vem svarar?", "kind = 'text'");
    let desk = Desk::of(&(plan_and_decision("") + &text), "case,unit\nB-1,BRO\nB-2,BRO\nkarlsson-3,SKH\n");
    fs::write(desk.path("a.csv"), "case,question,answer\nB-1,vem,Svensson ringde. Bromma svarar.\nB-1,plan,nej\n")
        .unwrap();
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "lotta"]).code, 0);
    let keys = "cGudrun vet.<enter>mSamtal med Zelmira<enter>\"Fatima vill<enter>rRegel efter mötet med Berit<enter><enter>\
        <pagedown>xf Ahmed ville inte<enter>";
    let sat = desk.run(&["S", "--coder", "lotta", "--lang", "sv", "--keys", keys, "--print"]);
    assert_eq!(sat.code, 0, "{sat:?}");
    desk
}

#[test]
fn every_text_that_an_export_carries_is_looked_through() {
    let desk = desk();
    let export = |more: &[&str]| {
        let ran = desk.run(&[&["export", "S", "--format", "csv", "--lang", "sv", "--replace"], more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.err
    };
    let bare = export(&[]);
    for told in ["ärendet karlsson-3, dess id: karlsson", "B-1, fråga 3, svar i fritext: Svensson"] {
        assert!(bare.contains(told), "{told}: {bare}");
    }
    assert!(!bare.contains("Gudrun") && !bare.contains("Svensson, Bromma"), "{bare}");
    let texts = export(&["--texts"]);
    for told in [
        "B-1, fråga 2, kommentar (lotta): Gudrun",
        "B-1, kommentar (lotta): Zelmira",
        "B-1, fråga 2, citat (lotta): Fatima",
        "B-2, varför ärendet utgår (lotta): Ahmed",
    ] {
        assert!(texts.contains(told), "{told}: {texts}");
    }
}

#[test]
fn every_text_that_a_report_carries_is_looked_through() {
    let desk = desk();
    let told = desk.run(&["report", "S", "--lang", "sv"]).err;
    for text in ["fråga 2, regel (lotta): Berit", "svar i fritext: Svensson", "varför ärendet utgår (lotta): Ahmed"]
    {
        assert!(told.contains(text), "{text}: {told}");
    }
    assert!(!told.contains("Zelmira") && told.contains("3 ord i 3 texter"), "a report has no comments: {told}");
    let of_unit = desk.run(&["report", "S", "--unit", "BRO", "--feedback", "--lang", "sv"]).err;
    assert!(!of_unit.contains("Berit"), "and what a unit sees has no rules: {of_unit}");
}
