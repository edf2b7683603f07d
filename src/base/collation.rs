//! The order of names: in Swedish å, ä and ö are letters of their own behind z, in English they are forms of a and o.
//!
//! Blanks and marks come before digits and these before letters; accents and capitals count only between what is else
//! the same, capitals first: the order of CLDR for what names are made of, but for names before words.

use crate::base::language::Lang;
use unicode_normalization::UnicodeNormalization;

/// What stands for a text when texts are put in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    letters: Vec<(u8, char)>,
    accents: Vec<char>,
    smalls: Vec<bool>,
}

/// The key of a text in a language.
pub fn sort_key(text: &str, lang: Lang) -> Key {
    let mut key = Key { letters: Vec::new(), accents: Vec::new(), smalls: Vec::new() };
    for c in text.trim().nfc() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let own = if lang == Lang::Sv { swedish(small) } else { None };
        let mut parts = std::iter::once(small).nfd();
        let base = parts.next().unwrap_or(small);
        let (letter, accent) = own.unwrap_or((base, parts.next().unwrap_or('\0')));
        key.letters.push((class(letter), letter));
        key.accents.push(accent);
        key.smalls.push(!c.is_uppercase());
    }
    key
}

/// A letter that Swedish puts behind z, or with another, and how it differs from that one.
fn swedish(small: char) -> Option<(char, char)> {
    Some(match small {
        'å' => ('\u{f0001}', '\0'),
        'ä' => ('\u{f0002}', '\0'),
        'æ' => ('\u{f0002}', small),
        'ö' => ('\u{f0003}', '\0'),
        'ø' => ('\u{f0003}', small),
        'ü' => ('y', small),
        _ => return None,
    })
}

/// Blanks, marks, digits, letters.
fn class(c: char) -> u8 {
    match c {
        '\u{f0001}'.. => 3,
        c if c.is_whitespace() => 0,
        c if c.is_numeric() => 2,
        c if c.is_alphabetic() => 3,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: Lang, names: &str) -> String {
        let mut names: Vec<&str> = names.split_whitespace().collect();
        names.sort_by_cached_key(|name| sort_key(name, lang));
        names.join(" ")
    }

    #[test]
    fn swedish_names_stand_as_in_a_swedish_register() {
        assert_eq!(sorted(Lang::Sv, "Älva Åsa Örn Bo Zeta åsa"), "Bo Zeta Åsa åsa Älva Örn");
        assert_eq!(sorted(Lang::Sv, "Älvsjö Årsta Östermalm Bromma Enskede"), "Bromma Enskede Årsta Älvsjö Östermalm");
        assert_eq!(
            sorted(Lang::Sv, "Öz Øa Öa Æa Äa y Üa Yb é e E f A\u{30a}b"),
            "E e é f y Üa Yb A\u{30a}b Äa Æa Öa Øa Öz"
        );
        assert_eq!(sorted(Lang::Sv, "b2 b10 a-b ab 1 Wa Va W V"), "1 a-b ab b10 b2 V Va W Wa");
    }

    #[test]
    fn english_has_them_among_the_others() {
        assert_eq!(sorted(Lang::En, "Zeta Åsa Örn Bo Asp"), "Åsa Asp Bo Örn Zeta");
    }
}
