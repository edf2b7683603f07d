//! The mouse in a terminal: asked for by option or setting, and else the terminal's own.

use super::desk::Desk;

/// A click at a column and a row, from 1.
const CLICK: &str = "\x1b[<0;30;16M\x1b[<0;30;16m";

#[test]
fn a_click_answers_where_the_mouse_is_wanted_and_is_nothing_where_it_is_not() {
    let desk = Desk::new();
    let has = |bytes: &[u8], text: &str| String::from_utf8_lossy(bytes).contains(text);
    let mut pty = desk.open("carina", &[]);
    assert!(!has(&pty.bytes(), "\x1b[?1000;1006h"));
    pty.type_in(CLICK);
    pty.type_in("h");
    pty.shows("Nothing has been answered");
    pty.type_in("\x03");
    pty.type_in("\x03");
    assert_eq!(pty.ended().0, 0);
    assert_eq!(desk.keys(), "");
    assert_eq!(desk.run(&["settings", "mouse", "true"]).code, 0);
    let mut pty = desk.open("carina", &[]);
    let screen = pty.screen().contents();
    let row = screen.lines().position(|line| line.contains("y Yes")).unwrap() + 1;
    pty.type_in(&CLICK.replace(";16", &format!(";{row}")));
    pty.shows("1/60");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert_eq!(desk.keys(), "y");
    assert_eq!(desk.run(&["settings", "mouse", "-"]).code, 0);
    let mut pty = desk.open("carina", &["--mouse"]);
    assert!(has(&pty.bytes(), "\x1b[?1000;1006h"));
    pty.type_in("q");
    pty.until("the mouse given back", |pty| !pty.screen().alternate_screen());
    assert_eq!(pty.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!(pty.ended().0, 0);
}
