//! What stands beside the answers: comments, quotes, flags, bookmarks, and doubts.

use super::sitting::{Setup, Sitting, WHOLE, act};
use aktkoll::base::fault::Fault;
use aktkoll::msg;
use aktkoll::study::ledger::entry::{Op, Round};
use aktkoll::tui::Msg;

#[test]
fn the_history_has_the_comments_too() {
    let mut sitting = Setup::default().open();
    sitting.keys("n<up>cSaknas i akten<enter>c.<enter>mOläslig<enter>");
    sitting.other("alva", act(Op::Note, "BRO-01", "plan", "Se bilagan"));
    sitting.other("alva", act(Op::Note, "BRO-01", "utfall", "Annan fråga"));
    sitting.keys("h");
    for text in [
        "Berit: Nej (förut: inget)",
        "Berit: kommentar: Saknas i akten",
        "kommentar: Saknas i akten.",
        "Berit: kommentar till ärendet: Oläslig",
        "alva: kommentar: Se bilagan",
    ] {
        sitting.shows(text);
    }
    sitting.hides("Annan fråga");
    sitting.keys("<esc>u<esc>h");
    sitting.shows("Berit: tog bort sin kommentar");
    let mut blind = Setup { round: Round::Second, ..Setup::default() }.open();
    blind.other("alva", act(Op::Note, "BRO-01", "plan", "Se bilagan"));
    blind.keys("nh");
    blind.hides("Se bilagan");
}

#[test]
fn a_comment_belongs_to_the_open_question_and_shows_there() {
    let mut sitting = Sitting::typed("cPlan från 2019<enter>");
    assert_eq!(sitting.log(), ["note BRO-01 plan=Plan från 2019"]);
    sitting.is_at("BRO-01", "plan");
    sitting.shows("✎ Plan från 2019");
    sitting.keys("c, utan datum<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=Plan från 2019, utan datum");
}

#[test]
fn which_question_a_comment_is_for_is_said_where_it_is_written() {
    let mut sitting = Sitting::typed("j");
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("c kommentar ");
    sitting.shows("C kommentar 1");
    sitting.keys("C");
    sitting.shows("Kommentar till fråga 1, som du just svarade på (inga namn): Finns en plan?");
    sitting.shows("  Ja");
    sitting.hides("Följs planen?");
    sitting.keys("<esc>c");
    sitting.shows("Kommentar till fråga 2 (inga namn): Följs planen?");
    sitting.keys("<esc><down>");
    sitting.hides("C kommentar");
    sitting.shows("c kommentar ");
    sitting.keys("C");
    sitting.shows("Ge ett svar först. c kommenterar den öppna frågan.");
}

#[test]
fn a_comment_may_have_several_lines() {
    let mut sitting = Sitting::typed("cett<alt-enter>två<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=ett\ntvå");
    sitting.shows("✎ ett");
    sitting.keys("m<paste:tre\r\nfyra><enter>");
    assert_eq!(sitting.last(), "note BRO-01=tre\nfyra");
}

#[test]
fn a_text_line_is_edited_as_in_the_shell() {
    let lines = [
        ("ett två, tre<ctrl-w>X", "ett två, X"),
        ("ett två  <ctrl-w>X", "ett X"),
        ("ett två<left><ctrl-w>X", "ett Xå"),
        ("ett två<ctrl-u>X", "X"),
        ("ett två<left><left><ctrl-u>X", "Xvå"),
        ("ett<alt-enter>två<ctrl-u>X", "ett\nX"),
        ("ett<ctrl-a>X<ctrl-e>Y", "XettY"),
        ("ett två-tre <ctrl-left>X", "ett två-Xtre"),
        ("ett två-tre<ctrl-left><ctrl-left>X", "ett Xtvå-tre"),
        ("ett<ctrl-left><ctrl-left>X", "Xett"),
        ("ett två-tre<ctrl-a><ctrl-right>X", "ettX två-tre"),
        ("ett två-tre<ctrl-a><ctrl-right><ctrl-right>X", "ett tvåX-tre"),
        ("ett<ctrl-right>X", "ettX"),
        ("<paste:a\r\nb\rc\nd>", "a\nb\nc\nd"),
        ("<paste:a\tb>X", "a\tbX"),
        ("<paste:👩\u{200d}👧>X", "👩\u{200d}👧X"),
    ];
    for (keys, text) in lines {
        let sitting = Sitting::typed(&format!("c{keys}<enter>"));
        assert_eq!(sitting.log(), [format!("note BRO-01 plan={text}")], "{keys}");
    }
}

#[test]
fn the_answer_just_given_can_be_commented_after_the_cursor_has_gone_on() {
    let sitting = Sitting::typed("nCsaknas helt<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=saknas helt");
    sitting.is_at("BRO-01", "utfall");
}

#[test]
fn escape_warns_before_a_text_is_lost() {
    let mut sitting = Sitting::typed("cviktigt<esc>");
    sitting.shows("Texten är inte sparad.");
    sitting.shows("viktigt");
    sitting.keys("!<esc>");
    sitting.shows("viktigt!");
    sitting.keys("<esc>");
    assert!(sitting.model().dialog.is_none() && sitting.log().is_empty());
    sitting.keys("c<esc>");
    assert!(sitting.model().dialog.is_none(), "nothing was written, so nothing is warned of");
}

#[test]
fn every_quote_stands_for_itself() {
    let mut sitting = Sitting::typed("\"Det är bra<enter>\"Det är dåligt<enter>");
    let log = sitting.log();
    assert_eq!(log.len(), 2);
    assert_ne!(log[0].split('=').next(), log[1].split('=').next());
    sitting.shows("\" Det är bra");
    sitting.shows("\" Det är dåligt");
}

#[test]
fn the_answer_just_given_is_marked_unsure_after_the_cursor_has_gone_on() {
    let mut sitting = Sitting::typed("n!");
    assert_eq!(sitting.last(), "flag BRO-01 plan unsure=yes");
    sitting.is_at("BRO-01", "utfall");
    sitting.shows("Nej ?");
    assert_eq!(sitting.model().study.tally().total(0.into()).choices, [0, 0, 1, 0, 0], "it counts");
    sitting.keys("!");
    assert_eq!(sitting.last(), "flag BRO-01 plan unsure=");
    sitting.hides("Nej ?");
}

#[test]
fn the_last_answer_of_a_case_can_be_marked_unsure_on_the_closing_page() {
    let mut sitting = Sitting::typed(WHOLE);
    sitting.keys("!");
    assert_eq!(sitting.last(), "flag BRO-01 beslut unsure=yes");
    sitting.shows("1 osäk");
    sitting.keys("Cungefär<enter>");
    assert_eq!(sitting.last(), "note BRO-01 beslut=ungefär");
}

#[test]
fn nothing_to_doubt_is_said_and_not_recorded() {
    let mut sitting = Sitting::typed("!");
    sitting.shows("Ge ett svar först och märk det sedan.");
    sitting.keys("C");
    sitting.shows("Ge ett svar först. c kommenterar den öppna frågan.");
    assert!(sitting.log().is_empty());
}

#[test]
fn doubts_come_first_in_the_list_of_marks_and_lead_to_their_place() {
    let mut sitting = Sitting::typed("f2<enter>n!<pagedown>M");
    let frame = sitting.frame();
    let (doubt, flag) = (frame.find("osäker").unwrap(), frame.find("diskutera").unwrap());
    assert!(doubt < flag, "{frame}");
    sitting.keys("<enter>");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("j");
    sitting.is_at("BRO-02", "plan");
}

#[test]
fn flags_are_set_and_taken_away() {
    let mut sitting = Sitting::typed("f4<enter>");
    assert_eq!(sitting.last(), "flag BRO-01 plan manager=yes");
    sitting.keys("<esc>f");
    sitting.shows("[x] meddela chefen");
    sitting.keys("4<enter>");
    assert_eq!(sitting.last(), "flag BRO-01 plan manager=");
}

#[test]
fn a_bookmark_says_how_far_the_file_is_read() {
    let mut sitting = Sitting::typed("bjournal läst t.o.m. 2022-05-14<enter>");
    assert_eq!(sitting.last(), "bookmark BRO-01=journal läst t.o.m. 2022-05-14");
    sitting.keys("<pagedown><pageup>");
    sitting.shows("journal läst t.o.m. 2022-05-14");
}

#[test]
fn the_comment_on_the_case_can_be_read_on_its_closing_page() {
    let mut sitting = Sitting::typed("mAkten är tunn<enter>");
    sitting.keys(WHOLE);
    sitting.shows("Akten är tunn");
}

#[test]
fn a_text_that_is_not_saved_is_not_lost_by_one_press_of_ctrl_c() {
    let mut sitting = Sitting::typed("mviktigt<ctrl-c>");
    sitting.shows("Texten är inte sparad.");
    sitting.shows("viktigt");
    sitting.keys("<ctrl-c>");
    sitting.hides("viktigt");
    assert!(!sitting.screen.ended() && sitting.log().is_empty());
}

#[test]
fn what_is_told_never_covers_the_line_being_written() {
    let mut sitting = Setup { size: (40, 12), ..Setup::default() }.open();
    sitting.keys("cinte sparad än<esc>");
    sitting.shows("kastar den");
    sitting.shows("inte sparad än");
}

#[test]
fn what_is_told_in_two_lines_never_covers_the_tally_or_the_choices() {
    for size in [(80, 24), (100, 30), (120, 40)] {
        let mut sitting = Setup { size, ..Setup::default() }.open();
        let before = sitting.frame();
        let rows =
            |frame: &str| frame.lines().filter(|line| line.contains("Totalt") || line.contains("o Framgår ej")).count();
        assert_eq!(rows(&before), 2, "{before}");
        let cause = "ett ord till ".repeat(usize::from(size.0) / 10);
        sitting.screen.send(Msg::Recovered(Fault::new(msg!("ledger-not-saved", cause = cause)).into()));
        let told = sitting.frame();
        assert!(told.lines().filter(|line| line.contains("ett ord")).count() >= 2, "{told}");
        assert_eq!(rows(&told), rows(&before), "{told}");
    }
}

#[test]
fn an_unchanged_comment_is_left_without_a_question() {
    let mut sitting = Sitting::typed("cett<enter>c<esc>");
    sitting.hides("Texten är inte sparad");
    assert!(sitting.model().dialog.is_none());
    sitting.keys("c!<esc>");
    sitting.shows("Texten är inte sparad");
    sitting.keys("<backspace><esc>");
    assert!(sitting.model().dialog.is_none(), "it is as it was");
    assert_eq!(sitting.log().len(), 1);
}

#[test]
fn five_thousand_characters_fit_and_not_one_more() {
    let mut sitting = Sitting::typed("c");
    sitting.screen.send(Msg::Paste("x".repeat(4999)));
    sitting.keys("y");
    sitting.hides("Gränsen här är");
    sitting.keys("z");
    sitting.shows("Gränsen här är 5000 tecken");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), format!("note BRO-01 plan={}y", "x".repeat(4999)));
}
