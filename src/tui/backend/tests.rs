use super::*;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::style::{Color, Modifier, Style};
use std::num::NonZero;

/// A terminal that keeps what was written: all of it as a screen, and the last frame's bytes.
struct Fake {
    parser: vt100::Parser,
    writes: Vec<Vec<u8>>,
}

impl io::Write for Fake {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.parser.process(bytes);
        self.writes.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn nonzero(number: u16) -> NonZero<u16> {
    number.try_into().unwrap()
}

fn terminal(columns: u16, rows: u16) -> Terminal<Screen<Fake>> {
    let fake = Fake { parser: vt100::Parser::new(nonzero(rows), nonzero(columns), 0), writes: Vec::new() };
    let mut terminal = Terminal::new(Screen::new(fake, Size::new(columns, rows), Letters::named("UTF-8"))).unwrap();
    terminal.clear().unwrap();
    terminal
}

/// One text somewhere on a frame.
#[derive(Debug, Clone)]
struct Piece(u16, u16, &'static str, Style);

fn draw(terminal: &mut Terminal<Screen<Fake>>, pieces: &[Piece], cursor: Option<(u16, u16)>) -> Vec<u8> {
    terminal.backend_mut().out.writes.clear();
    terminal
        .draw(|frame| {
            let area = frame.area();
            for Piece(x, y, text, style) in pieces.iter().filter(|piece| piece.0 < area.width && piece.1 < area.height)
            {
                frame.buffer_mut().set_string(*x, *y, text, *style);
            }
            if let Some((x, y)) = cursor {
                frame.set_cursor_position((x.min(area.width - 1), y.min(area.height - 1)));
            }
        })
        .unwrap();
    let writes = &terminal.backend().out.writes;
    assert!(writes.len() <= 1, "one write a frame");
    writes.concat()
}

fn colour(shown: vt100::Color) -> Color {
    match shown {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

fn indexed(colour: Color) -> Color {
    match colour {
        Color::Red => Color::Indexed(1),
        Color::Gray => Color::Indexed(7),
        Color::LightBlue => Color::Indexed(12),
        other => other,
    }
}

fn agrees(terminal: &Terminal<Screen<Fake>>) -> Result<(), TestCaseError> {
    let screen = terminal.backend().out.parser.screen();
    let expected = &terminal.backend().shown;
    for y in 0..expected.area.height {
        let mut x = 0;
        while x < expected.area.width {
            let (cell, shown) = (&expected[(x, y)], screen.cell(y, x).expect("a cell"));
            let contents = if shown.contents().is_empty() { " " } else { shown.contents() };
            prop_assert_eq!(contents, cell.symbol(), "at {},{}", x, y);
            prop_assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD), "bold at {},{}", x, y);
            prop_assert_eq!(shown.inverse(), cell.modifier.contains(Modifier::REVERSED), "reverse at {},{}", x, y);
            prop_assert_eq!(shown.underline(), cell.modifier.contains(Modifier::UNDERLINED));
            prop_assert_eq!(colour(shown.fgcolor()), indexed(cell.fg), "text at {},{}", x, y);
            prop_assert_eq!(colour(shown.bgcolor()), indexed(cell.bg), "ground at {},{}", x, y);
            x += u16::try_from(crate::base::text::width(cell.symbol()).max(1)).unwrap();
        }
    }
    Ok(())
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = [
        Color::Reset,
        Color::Reset,
        Color::Red,
        Color::Gray,
        Color::LightBlue,
        Color::Indexed(200),
        Color::Rgb(1, 2, 3),
    ];
    let emphases = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED, Modifier::ITALIC];
    let some = proptest::sample::subsequence(emphases.to_vec(), 0..3);
    let colour = || proptest::sample::select(colours.to_vec());
    (colour(), colour(), some).prop_map(|(fore, back, emphases)| {
        emphases.into_iter().fold(Style::new().fg(fore).bg(back), Style::add_modifier)
    })
}

/// What a frame shows, and where its cursor stands.
type Drawn = (Vec<Piece>, Option<(u16, u16)>);

fn frames() -> impl Strategy<Value = Vec<Drawn>> {
    let texts = ["Ja", "Genomförandeplan", " ", "          ", "漢字", "a漢b", "▶ 3 │", "● ✎ ⚑", "0123456789", "x"];
    let piece = (0u16..30, 0u16..8, proptest::sample::select(texts.to_vec()), styles())
        .prop_map(|(x, y, text, style)| Piece(x, y, text, style));
    let frame = (proptest::collection::vec(piece, 0..8), proptest::option::of((0u16..30, 0u16..8)));
    proptest::collection::vec(frame, 1..8)
}

proptest! {
    #[test]
    fn the_terminal_shows_what_was_drawn(frames in frames(), sizes in proptest::collection::vec((1u16..30, 1u16..8), 8)) {
        let mut terminal = terminal(30, 8);
        for (frame, (columns, rows)) in frames.iter().zip(sizes) {
            draw(&mut terminal, &frame.0, frame.1);
            agrees(&terminal)?;
            let shown = terminal.backend().out.parser.screen();
            prop_assert_eq!(shown.hide_cursor(), frame.1.is_none());
            if let Some((x, y)) = frame.1 {
                let area = terminal.backend().shown.area;
                prop_assert_eq!(shown.cursor_position(), (y.min(area.height - 1), x.min(area.width - 1)));
            }
            prop_assert!(draw(&mut terminal, &frame.0, frame.1).is_empty(), "a frame without a change writes nothing");
            if rows % 3 == 0 {
                terminal.backend_mut().out.parser.screen_mut().set_size(nonzero(rows), nonzero(columns));
                terminal.backend_mut().resize(Size::new(columns, rows));
            }
        }
    }
}

fn plain(x: u16, y: u16, text: &'static str) -> Piece {
    Piece(x, y, text, Style::new())
}

#[test]
fn one_changed_cell_costs_the_shortest_way_there_and_back() {
    let mut terminal = terminal(80, 24);
    draw(&mut terminal, &[plain(10, 5, "12 av 37")], Some((10, 5)));
    let bytes = draw(&mut terminal, &[plain(10, 5, "13 av 37")], Some((10, 5)));
    assert_eq!(String::from_utf8_lossy(&bytes), "13\x08\x08");
}

#[test]
fn a_blank_tail_is_erased_and_not_written() {
    let mut terminal = terminal(80, 24);
    draw(&mut terminal, &[plain(0, 1, "a long line that goes away")], Some((0, 0)));
    let bytes = draw(&mut terminal, &[plain(0, 1, "a")], Some((0, 0)));
    assert_eq!(String::from_utf8_lossy(&bytes), "\n\x1b[2C\x1b[K\x1b[H");
}

#[test]
fn what_a_terminal_would_obey_never_leaves_the_buffer() {
    let mut terminal = terminal(10, 2);
    terminal.draw(|frame| _ = frame.buffer_mut()[(0, 0)].set_symbol("\x1b[6n")).unwrap();
    let bytes = terminal.backend().out.writes.concat();
    assert!(!bytes.windows(4).any(|window| window == b"\x1b[6n"));
}

#[test]
fn nothing_is_ever_asked_of_the_terminal() {
    let mut terminal = terminal(80, 24);
    let first = draw(&mut terminal, &[plain(0, 0, "x")], Some((0, 0)));
    terminal.clear().unwrap();
    let again = draw(&mut terminal, &[plain(0, 0, "x")], Some((0, 0)));
    for bytes in [first, again] {
        assert!(!bytes.ends_with(b"n") && !String::from_utf8_lossy(&bytes).contains("[6n"));
    }
}
