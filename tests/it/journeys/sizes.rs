//! Any keys, any size: no panic, a cursor in its place, and no line out of reach.

mod replay;
mod told;

use super::sitting::{Setup, Sitting, plain};
use aktkoll::base::fault::Fault;
use aktkoll::study::ledger::entry::Round;
use aktkoll::tui::Msg;
use aktkoll::tui::model::Focus;

const SIZES: [(u16, u16); 9] = [(1, 1), (2, 2), (4, 3), (10, 3), (60, 15), (80, 24), (120, 40), (160, 50), (1000, 200)];

/// The screen's line with the cursor on it, which must be inside the frame.
fn cursor_line(sitting: &mut Sitting, (columns, rows): (u16, u16)) -> Option<String> {
    let (x, y) = sitting.screen.cursor()?;
    assert!(x < columns && y < rows, "the cursor is at {x},{y} of {columns}×{rows}");
    sitting.frame().lines().nth(y.into()).map(str::to_owned)
}

fn looks_right(sitting: &mut Sitting, size: (u16, u16)) {
    let line = cursor_line(sitting, size);
    let model = sitting.model();
    if size.0 < 60 || size.1 < 15 || model.dialog.is_some() || model.focus != Focus::Questions {
        return;
    }
    let asked = model.asked().unwrap().text.clone();
    let number = format!("{} {}", model.number(model.question), asked.chars().take(8).collect::<String>());
    let line = line.unwrap_or_default();
    assert!(line.contains(&number), "the cursor stands on {line:?}, not on {number:?}:\n{}", sitting.frame());
}

#[test]
fn the_last_line_of_a_long_page_is_reached_at_every_width() {
    for columns in [60, 80, 100] {
        for (keys, last) in [("?", "9"), ("t", "Utanför underlaget")] {
            let mut sitting = Setup { size: (columns, 24), ..Setup::default() }.open();
            sitting.keys(keys);
            let tells_more = |sitting: &mut Sitting| sitting.frame().lines().take(4).any(|line| line.contains('▼'));
            assert!(tells_more(&mut sitting), "{keys}");
            sitting.keys("<end>");
            assert!(!tells_more(&mut sitting), "{keys}");
            sitting.shows(last);
        }
    }
}

/// Opens a page of a study on a screen, turns its pages, and looks for every line that a high screen shows at once.
pub(super) fn shows_every_line(setup: &Setup, keys: &str, rows: u16) {
    let open = |rows| {
        let mut sitting = Setup { size: (80, rows), ..setup.clone() }.open();
        sitting.keys(keys);
        sitting
    };
    let (whole, mut sitting) = (open(200).frame(), open(rows));
    let mut pages = sitting.frame();
    loop {
        sitting.keys("<pagedown>");
        let page = sitting.frame();
        if pages.ends_with(&page) {
            break;
        }
        pages += &page;
    }
    for line in whole.lines() {
        assert!(pages.contains(line.trim()), "{keys} on {rows} rows never shows {line:?}:\n{pages}");
    }
}

#[test]
fn who_turns_the_pages_of_a_long_page_sees_every_line() {
    for (keys, rows) in [("?", 24), ("?", 15), ("t", 24), ("t", 17)] {
        shows_every_line(&Setup::default(), keys, rows);
    }
}

#[test]
fn where_the_case_list_has_no_room_it_takes_the_place_of_the_questions() {
    let size = (60, 15);
    let mut sitting = Setup { size, ..Setup::default() }.open();
    sitting.hides("HAV-01");
    sitting.keys("<tab><down>");
    sitting.shows("HAV-01");
    let line = cursor_line(&mut sitting, size).unwrap();
    assert!(line.contains("BRO-02"), "{line}");
    sitting.keys("j");
    assert!(sitting.log().is_empty());
    sitting.keys("<enter>");
    sitting.is_at("BRO-02", "plan");
    sitting.hides("HAV-01");
}

#[test]
fn a_turned_page_begins_with_its_heading_and_says_what_is_hidden_above() {
    let mut sitting = Setup { protocol: plain(30), ..Setup::default() }.open();
    sitting.hides("▲");
    sitting.keys(&"<down>".repeat(20));
    let frame = sitting.frame();
    assert!(frame.lines().nth(1).unwrap().contains("Trygghet") && frame.contains("▲ "), "{frame}");
    sitting.keys("t<end>");
    let title = sitting.frame().lines().nth(1).unwrap().to_owned();
    assert!(title.contains("▲ ") && !title.contains('▼'), "{title}");
}

#[test]
fn nobody_answers_what_does_not_show() {
    for (size, keys) in [((20, 5), "j"), ((2, 1), "j"), ((3, 3), "1"), ((20, 5), "<down><down><down>7")] {
        let mut sitting = Sitting::typed("");
        sitting.screen.send(Msg::Resized { columns: size.0, rows: size.1 });
        sitting.keys(keys);
        assert!(sitting.log().is_empty() && sitting.model().dialog.is_none(), "{size:?}");
        sitting.screen.send(Msg::Resized { columns: 80, rows: 24 });
        sitting.shows("Frågan och dess svar syns inte i sin helhet.");
        sitting.keys("j");
        assert_eq!(sitting.log().len(), usize::from(keys.len() == 1), "{size:?}");
    }
}

#[test]
fn what_is_told_begins_at_its_beginning_and_says_where_it_is_cut() {
    let whole = "dess svar syns inte i sin helhet. Gör fönstret större, eller rulla fram resten med";
    for rows in [5, 6] {
        let mut sitting = Setup { size: (20, rows), ..Setup::default() }.open();
        sitting.keys("j");
        let frame = sitting.frame();
        let told: Vec<&str> = frame.split("Frågan och").nth(1).unwrap().split_whitespace().collect();
        let told = told.join(" ").strip_suffix('…').map(str::to_owned);
        assert!(told.is_some_and(|told| whole.starts_with(&told)), "{frame}");
    }
}

#[test]
fn what_is_told_leaves_the_question_and_its_choices_in_sight() {
    let mut sitting = Setup { size: (60, 15), ..Setup::default() }.open();
    let faults = Fault::new(aktkoll::msg!("ledger-not-saved", cause = "något ".repeat(200))).into();
    sitting.screen.send(Msg::Recovered(faults));
    for text in ["Finns en plan?", "aktuell plan", "saknas", "Framgår ej", "…"] {
        sitting.shows(text);
    }
    sitting.keys("j");
    assert_eq!(sitting.log().len(), 1);
}

#[test]
fn no_size_is_too_small_or_too_large_for_any_page() {
    let pages =
        ["", "j", "t", "h", "s", "?", ":", "/b", "c", "f", "F", "<tab>", "<end>", "<end><space>", "#", "n11<space>7"];
    for size in SIZES {
        for keys in pages {
            let mut sitting = Setup { size, ..Setup::default() }.open();
            sitting.keys(keys);
            looks_right(&mut sitting, size);
            sitting.keys("<right><down><up><left>");
            looks_right(&mut sitting, size);
        }
    }
}

#[test]
fn the_cursor_follows_through_every_question_and_case() {
    for size in [(60, 15), (80, 24), (120, 40)] {
        let mut sitting = Setup { size, ..Setup::default() }.open();
        for keys in
            ["j", "n", "1", "<up>", "<home>", "<end>", "<pagedown>", "O", "<down>", "O", "#4<enter>", "2", "<space>"]
        {
            sitting.keys(keys);
            looks_right(&mut sitting, size);
        }
    }
}

#[test]
fn the_round_is_named_whole_on_a_narrow_screen() {
    for (round, name) in [(Round::Second, "dubbelgranskning"), (Round::Spot, "stickprov")] {
        for columns in [50, 60, 80] {
            let mut sitting = Setup { round, size: (columns, 15), ..Setup::default() }.open();
            let frame = sitting.frame();
            let header = frame.lines().next().unwrap();
            assert!(header.contains(name) && header.contains("BRO-01"), "{columns}: {header}");
        }
    }
}

#[test]
fn ids_and_units_are_whole_in_the_case_list_where_there_is_room() {
    let cases = "case_id,unit,sex\nBROMMA-2023-0001,BRO,K\nHASSELBY-2023-02,HAV,M\n".to_owned();
    for columns in [80, 100, 120] {
        let mut sitting = Setup { cases: cases.clone(), size: (columns, 24), ..Setup::default() }.open();
        sitting.keys("jcEn kommentar<enter>f<enter>");
        let frame = sitting.frame();
        let lists = |text: &str| frame.lines().skip(1).any(|line| line.split('│').next().unwrap().contains(text));
        assert!(lists("BROMMA-2023-0001 ") && lists("HASSELBY-2023-02 "), "{frame}");
    }
}

#[test]
fn a_tally_of_five_answers_is_not_cut() {
    let mut sitting = Sitting::typed("j<home>");
    for text in ["Ej aktuellt", "Framgår ej", "Underlag", "Kvinnor", "Totalt"] {
        let frame = sitting.frame();
        let strip: Vec<&str> = frame.lines().skip_while(|line| !line.contains("Hittills, fråga 1")).collect();
        assert!(strip.iter().any(|line| line.contains(text)), "{text}:\n{frame}");
    }
}
