//! The mark before a text that a spreadsheet would change.

/// What makes a spreadsheet leave a text as it is.
const GUARD: char = '\'';
/// A number has at most so many digits in a spreadsheet.
const DIGITS: usize = 16;
/// What is a truth value.
const TRUTH: [&str; 4] = ["sant", "falskt", "true", "false"];
/// What may stand in a number or a time.
const WORDS: [&str; 8] = ["e", "am", "pm", "fm", "em", "kr", "sek", "eur"];
/// What may stand in a date, in Swedish and English, or the beginning of it.
const MONTHS: [&str; 19] = [
    "januari",
    "january",
    "februari",
    "february",
    "mars",
    "march",
    "april",
    "maj",
    "may",
    "juni",
    "june",
    "juli",
    "july",
    "augusti",
    "september",
    "oktober",
    "october",
    "november",
    "december",
];
/// What a spreadsheet takes for the beginning of a formula, or passes over to find one.
const RISKY: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text with a mark before it where a spreadsheet would change it.
pub(crate) fn guarded(text: &str) -> String {
    if needs_guard(text) { format!("{GUARD}{text}") } else { text.to_owned() }
}

/// Takes the mark away again.
pub(crate) fn unguard(text: &mut String) {
    if text.strip_prefix(GUARD).is_some_and(needs_guard) {
        text.remove(0);
    }
}

/// Whether a spreadsheet would take a text for a formula, a number, a date, a time or a truth value, or for a mark of its
/// own before one of these. A number as it writes it itself is none, nor is a whole date.
fn needs_guard(text: &str) -> bool {
    let is_formula = text.trim_start().starts_with(RISKY) || text.starts_with(RISKY);
    let is_value = (is_formula || is_taken(text)) && !is_number(text) && !is_day(text);
    is_value || text.strip_prefix(GUARD).is_some_and(needs_guard)
}

/// Whether all of a text could be of a number, a date or a time.
fn is_taken(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let is_sign = |c: char| c.is_whitespace() || "-–−/.:,%+$€£()'".contains(c);
    let is_month = |word: &str| word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(word));
    let is_word = |word: &str| WORDS.contains(&word) || is_month(word);
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    // A month may stand first; "e" and "kr" have a number before them.
    let is_begun = !text.starts_with(char::is_alphabetic) || words().next().is_some_and(is_month);
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let rest = |c: char| c.is_ascii_digit() || c.is_alphabetic() || is_sign(c);
    TRUTH.contains(&text.as_str()) || is_begun && has_digit && text.chars().all(rest) && words().all(is_word)
}

/// Whether a spreadsheet shows a number as it stands: no zeros before it, and no more digits than it keeps.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once(',').unwrap_or((digits, "1"));
    let are_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = whole == "0" || !whole.starts_with('0');
    are_digits(whole) && are_digits(part) && is_plain && !part.ends_with('0') && whole.len() + part.len() <= DIGITS
}

/// Whether a text is a day as Sweden writes it.
pub(crate) fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok_and(|day| day.year() >= 1900)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_double_click_would_change_is_guarded() {
        for text in [
            "0007",
            "1-2",
            "1/2",
            "3E5",
            "MAR1",
            "1 mars",
            "jan-05",
            "2024-02",
            "12345678901234567890",
            "1.5",
            "1,50",
            "10 %",
            "12:30",
            "SANT",
            "false",
            "1 250",
            "00,5",
            "'0007",
            "+46 8",
            "5 kr",
            "2024-13-01",
        ] {
            assert_eq!(guarded(text), format!("'{text}"), "{text}");
        }
        for text in [
            "7",
            "2024",
            "-4",
            "2024-02-29",
            "0,5",
            "A-1",
            "12b",
            "90-talet",
            "mars",
            "Ja",
            "e1",
            "kr5",
            "'90-talet",
            "",
        ] {
            assert_eq!(guarded(text), text, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_guard_comes_off_again(text in "('|=|-|[0-9]|,|\\.|e|mar|å| |\n){0,8}") {
            let mut back = guarded(&text);
            unguard(&mut back);
            prop_assert_eq!(back, text);
        }
    }
}
