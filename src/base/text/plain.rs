//! Texts in the characters that every terminal has.

use super::width;
use unicode_normalization::UnicodeNormalization;

/// What stands for a mark that texts bring along.
pub fn plain_mark(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "…" => "~",
        "–" | "—" | "−" => "-",
        "“" | "”" | "„" | "»" | "«" => "\"",
        "‘" | "’" => "'",
        "·" | "•" => ".",
        "×" => "x",
        _ => return None,
    })
}

/// What stands for a character in ASCII, as wide as it is: a letter without its accent, a mark, else question marks.
pub fn plain(symbol: &str) -> String {
    if let Some(mark) = plain_mark(symbol) {
        return mark.to_owned();
    }
    let letters: String = symbol.nfd().filter_map(letter).take(width(symbol)).collect();
    if letters.is_empty() { "?".repeat(width(symbol)) } else { letters }
}

fn letter(c: char) -> Option<char> {
    Some(match c {
        'æ' => 'a',
        'Æ' => 'A',
        'ø' => 'o',
        'Ø' => 'O',
        'ß' => 's',
        'ð' | 'đ' => 'd',
        'Ð' | 'Đ' => 'D',
        'ł' => 'l',
        'Ł' => 'L',
        'þ' => 't',
        'Þ' => 'T',
        '\u{a0}' => ' ',
        c if c.is_ascii_graphic() || c == ' ' => c,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_accents_and_what_has_no_letter_becomes_question_marks() {
        let shown: Vec<String> = ["å", "Ö", "e\u{301}", "…", "ø", "€", "漢", "x"].map(plain).into();
        assert_eq!(shown, ["a", "O", "e", "~", "o", "?", "??", "x"]);
    }
}
