//! What a cell says of a day where nothing but its text tells how the day is shown.

use jiff::civil::DateTime;

/// A word of fewer letters is no month.
const WORD: usize = 3;

/// The day as ISO writes it, without the day or the month that the text leaves out: `mar 2024` stays a month. A text
/// that leaves out the year, such as `15/3`, says the whole day.
pub(crate) fn as_shown(when: DateTime, text: &str) -> String {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    let mut numbers: Vec<i64> = digits.filter_map(|number| number.parse().ok()).collect();
    let year = i64::from(when.year());
    let has_year = numbers.contains(&year);
    let has_short_year = numbers.contains(&year.rem_euclid(100));
    let has_word = text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= WORD);
    let mut take = |number: i8| {
        let found = numbers.iter().position(|other| *other == i64::from(number));
        found.map(|place| numbers.remove(place)).is_some()
    };
    let has_month = has_word || take(when.month());
    match (take(when.day()), has_month) {
        (false, true) if has_year || has_short_year => when.strftime("%Y-%m").to_string(),
        (false, false) if has_short_year => when.strftime("%Y").to_string(),
        (_, false) if has_year => when.strftime("%Y").to_string(),
        _ => whole(when),
    }
}

/// The day, with the time of it that is not midnight.
pub(crate) fn whole(when: DateTime) -> String {
    when.strftime("%F %T").to_string().replace(" 00:00:00", "")
}

#[cfg(test)]
mod tests {
    use super::as_shown;

    #[test]
    fn a_day_has_the_parts_that_its_text_shows() {
        let table = [
            ("2024-02-29T00:00:00", "2024-02-29", "2024-02-29"),
            ("2024-02-29T00:00:00", "29 februari 2024", "2024-02-29"),
            ("2023-03-15T00:00:00", "15/3", "2023-03-15"),
            ("2015-03-15T00:00:00", "15/3", "2015-03-15"),
            ("2024-03-03T00:00:00", "3/3 2024", "2024-03-03"),
            ("2024-03-01T10:30:00", "2024-03-01 10:30", "2024-03-01 10:30:00"),
            ("2024-03-01T00:00:00", "", "2024-03-01"),
            ("2024-03-01T00:00:00", "45352", "2024-03-01"),
            ("2024-03-01T00:00:00", "mar 2024", "2024-03"),
            ("2024-03-01T00:00:00", "mars-24", "2024-03"),
            ("2024-03-01T00:00:00", "2024-03", "2024-03"),
            ("2024-01-01T00:00:00", "2024-01", "2024-01"),
            ("2024-03-03T00:00:00", "03/2024", "2024-03"),
            ("2024-03-01T00:00:00", "2024", "2024"),
            ("2024-01-01T00:00:00", "2024", "2024"),
            ("2024-03-01T00:00:00", "24", "2024"),
            ("2024-03-01T00:00:00", "Q1 2024", "2024"),
        ];
        for (when, text, expected) in table {
            assert_eq!(as_shown(when.parse().unwrap(), text), expected, "{when} {text}");
        }
    }
}
