//! Text as a terminal shows it: made visible, measured, wrapped and folded for searching.

pub mod plain;

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// At most this many combining marks are kept on one character.
const MARKS: usize = 4;
/// A tab ends at a multiple of so many columns.
const TAB: usize = 4;

/// The text in a form that no terminal obeys and no reader is fooled by.
///
/// Control characters become their pictures (`␛`), other invisible or direction-changing ones their code
/// (`⟨U+202E⟩`), line breaks become `␊`, and a heap of combining marks is cut to four. Everything else stays.
pub fn visible(text: &str) -> String {
    shown(text, |_| false)
}

/// As [`visible`], but line breaks stay: for texts that are shown over several lines.
pub fn visible_lines(text: &str) -> String {
    shown(&text.replace("\r\n", "\n"), |c| c == '\n')
}

/// A line as it is shown: [`visible`], with tabs as blanks up to the next of the places that they stop at.
pub fn visible_line(line: &str) -> Cow<'_, str> {
    let is_shown = |c: char| !c.is_control() && !is_hidden(c) && !is_mark(c);
    if is_plain(line) || line.chars().all(is_shown) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut column = 0;
    for (place, part) in line.split('\t').enumerate() {
        if place > 0 {
            let blank = TAB - column % TAB;
            out.push_str(&" ".repeat(blank));
            column += blank;
        }
        let part = visible(part);
        column += width(&part);
        out.push_str(&part);
    }
    Cow::Owned(out)
}

/// The text as it is stored: what a writer put there stays, such as line breaks, tabs and joiners, and what a terminal
/// would obey or a reader be fooled by becomes visible.
pub fn harmless(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let is_kept = |c| matches!(c, '\n' | '\t' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}');
    shown(&text.replace("\r\n", "\n"), is_kept)
}

fn shown(text: &str, is_kept: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if is_kept(c) {
            out.push(c);
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        match c {
            '\0'..='\x1f' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('␦')),
            '\x7f' => out.push('␡'),
            _ if is_hidden(c) => out.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))),
            _ if marks > MARKS => {}
            _ => out.push(c),
        }
    }
    out
}

/// Whether a character is invisible or changes how others are read: C1 controls, bidi and format characters, blanks
/// that are not spaces, tags, line and paragraph separators.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a text is of the kind that needs no care: nearly all are.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a character is a dash, whatever its length.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{2e3a}' | '\u{2e3b}')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// How many columns the text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text cut to `columns`, with `…` where something was left out.
pub fn fit(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() + 1 > columns {
            break;
        }
        out.push_str(grapheme);
        used += grapheme.width();
    }
    if columns > 0 {
        out.push('…');
    }
    out
}

/// The text cut or filled up to `columns`.
pub fn padded(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    let blank = columns.saturating_sub(width(&text));
    text + &" ".repeat(blank)
}

/// The text cut to `columns` and set to the right.
pub fn right(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    " ".repeat(columns.saturating_sub(width(&text))) + &text
}

/// The text over as many lines of `columns` as it needs: broken at blanks, else within a word, never cut.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let lines = text.split('\n').flat_map(|line| wrap_line(line, columns));
    lines.map(|line| if line.contains(KEPT) { line.replace(KEPT, " ") } else { line }).collect()
}

/// A blank at which no line ends.
const KEPT: char = '\u{a0}';

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    if line.width() <= columns {
        return vec![line.trim_end().to_owned()];
    }
    let (mut lines, mut current, mut used) = (Vec::new(), String::new(), 0);
    for piece in words(line).flat_map(|word| pieces(word, columns)) {
        let more = piece.width();
        if used + more <= columns {
            current.push_str(piece);
            used += more;
        } else if !piece.trim().is_empty() {
            lines.push(current.trim_end().to_owned());
            (current, used) = (piece.to_owned(), more);
        }
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// Runs of blanks and of everything else, so that no line begins with the mark that ends a sentence.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let is_blank = |c: char| c.is_whitespace() && c != KEPT;
        let blank = is_blank(rest.chars().next()?);
        let (word, left) = rest.split_at(rest.find(|c: char| is_blank(c) != blank).unwrap_or(rest.len()));
        rest = left;
        Some(word)
    })
}

/// A word in pieces that fit a line.
fn pieces(word: &str, columns: usize) -> Vec<&str> {
    if word.width() <= columns {
        return vec![word];
    }
    let bounds = word.split_word_bounds();
    let parts =
        bounds.flat_map(|part| if part.width() <= columns { vec![part] } else { part.graphemes(true).collect() });
    parts.collect()
}

/// The text folded for searching: composed, in lower case, without diacritics (å, ä → a; ö → o), one character for one.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfc()
        .map(|c| std::iter::once(c).nfd().next().unwrap_or(c))
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect()
}

/// A name of small letters, digits and `_` that begins with a letter, not longer than `most`.
pub fn identifier(text: &str, most: usize) -> String {
    let name = folded(text).replace(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit(), "_");
    let name = if name.starts_with(|c: char| c.is_ascii_lowercase()) { name } else { format!("f_{name}") };
    name.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escape_sequences_and_bidi_overrides_become_visible() {
        assert_eq!(visible("\x1b[2J\u{9b}31m abc\u{202e}fdp\r\x7f\n"), "␛[2J⟨U+009B⟩31m abc⟨U+202E⟩fdp␍␡␊");
        assert_eq!(visible_lines("a\r\nb\x1b"), "a\nb␛");
    }

    #[test]
    fn tabs_of_a_line_become_blanks_and_nearly_all_lines_stay_as_they_are() {
        assert_eq!(visible_line("a\tåäö!\tb\x1b\t"), "a   åäö!    b␛  ");
        for line in ["", "Får gå på möte", "漢字"] {
            assert!(matches!(visible_line(line), Cow::Borrowed(_)), "{line}");
        }
    }

    #[test]
    fn what_a_writer_put_into_a_text_stays_and_no_more() {
        assert_eq!(harmless("a\tb\r\nc 👩\u{200d}👧 ❤\u{fe0f} x\u{ad}y"), "a\tb\nc 👩\u{200d}👧 ❤\u{fe0f} x\u{ad}y");
        assert_eq!(harmless("\x1b[2J\u{202e}\u{200b}"), "␛[2J⟨U+202E⟩⟨U+200B⟩");
    }

    #[test]
    fn a_tower_of_combining_marks_is_cut() {
        let tower = format!("Z{}", "\u{301}".repeat(5000));
        assert_eq!(visible(&tower).chars().count(), 5);
    }

    #[test]
    fn swedish_letters_stay_and_fold_for_searching() {
        assert_eq!(visible("Hässelby-Vällingby Å"), "Hässelby-Vällingby Å");
        assert_eq!(folded("HÄSSELBY Östra"), "hasselby ostra");
        assert_eq!(folded("O\u{308}stra"), "ostra");
    }

    #[test]
    fn wrapping_loses_nothing_and_fits() {
        assert_eq!(wrap("en två tre", 6), ["en två", "tre"]);
        assert_eq!(wrap("a\nb", 6), ["a", "b"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("räknas ej\u{a0}12, ej", 12), ["räknas", "ej 12, ej"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(fit("Skarpnäck", 5), "Skar…");
        assert_eq!(fit("Bromma", 6), "Bromma");
        assert_eq!(fit("漢字漢字", 4), "漢…");
        assert_eq!(fit("x", 0), "");
    }

    proptest! {
        #[test]
        fn nothing_that_a_terminal_obeys_is_left(text in any::<String>()) {
            prop_assert!(visible(&text).chars().all(|c| !c.is_control() && !is_hidden(c)));
            prop_assert!(visible_line(&text).chars().all(|c| !c.is_control() && !is_hidden(c)));
            let untabbed = text.replace('\t', "");
            prop_assert_eq!(visible_line(&untabbed), visible(&untabbed));
        }

        #[test]
        fn a_wrapped_line_fits_and_keeps_every_letter(text in "[a-zåäö ]{0,80}", columns in 2usize..30) {
            let lines = wrap(&text, columns);
            prop_assert!(lines.iter().all(|line| width(line) <= columns));
            let kept: String = lines.concat().split_whitespace().collect();
            prop_assert_eq!(kept, text.split_whitespace().collect::<String>());
        }
    }
}
