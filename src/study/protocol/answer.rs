//! Answers as they are typed or imported, brought to the form in which they are stored.

use super::{Choice, Kind, Question};
use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::base::text::harmless;
use crate::msg;
use unicode_normalization::UnicodeNormalization;

/// A text answer may have this many characters.
const LONGEST: usize = 10_000;

impl Question {
    /// The answer as it is stored, or why it is none.
    ///
    /// Blanks around it go, a decimal comma becomes a point, several choices come into the protocol's order.
    pub fn accept(&self, text: &str) -> Result<String, Message> {
        if self.derive.is_some() { Err(msg!("answer-derived")) } else { self.stored(text) }
    }

    /// The same of any question, also of one whose answer is computed.
    pub fn stored(&self, text: &str) -> Result<String, Message> {
        let text: String = text.trim().nfc().collect();
        if text.is_empty() {
            return Err(msg!("answer-empty"));
        }
        match &self.kind {
            Kind::Choice(choices) if choices.iter().any(|choice| choice.id == text) => Ok(text),
            Kind::Choice(choices) => Err(not_offered(&text, choices)),
            Kind::Choices(choices) => several(&text, choices),
            // What is computed keeps to no bounds.
            Kind::Number { .. } if self.derive.is_some() => bounded(&text, None, None),
            Kind::Number { min, max, .. } => bounded(&text, *min, *max),
            Kind::Date => date(&text).ok_or_else(|| msg!("answer-date", found = text)),
            Kind::Text if text.chars().count() > LONGEST => Err(msg!("answer-long", most = LONGEST)),
            Kind::Text => Ok(harmless(&text)),
        }
    }
}

fn not_offered(found: &str, choices: &[Choice]) -> Message {
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    msg!("answer-choice", found = found, allowed = listed(&ids))
}

fn several(text: &str, choices: &[Choice]) -> Result<String, Message> {
    let wanted: Vec<&str> = text.split(';').map(str::trim).filter(|id| !id.is_empty()).collect();
    if let Some(other) = wanted.iter().find(|id| choices.iter().all(|choice| choice.id != **id)) {
        return Err(not_offered(other, choices));
    }
    let chosen: Vec<&Choice> = choices.iter().filter(|choice| wanted.contains(&choice.id.as_str())).collect();
    match chosen.iter().find(|choice| choice.exclusive) {
        _ if chosen.is_empty() => Err(msg!("answer-empty")),
        Some(alone) if chosen.len() > 1 => Err(msg!("answer-exclusive", name = alone.id.as_str())),
        _ => Ok(chosen.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(";")),
    }
}

fn bounded(text: &str, min: Option<f64>, max: Option<f64>) -> Result<String, Message> {
    let stored = decimal(text).ok_or_else(|| msg!("answer-number", found = text))?;
    let number = stored.parse::<f64>().unwrap_or_default();
    match (min, max) {
        (Some(min), _) if number < min => Err(msg!("answer-small", found = stored, min = min.to_string())),
        (_, Some(max)) if number > max => Err(msg!("answer-large", found = stored, max = max.to_string())),
        _ => Ok(stored),
    }
}

/// A decimal number in its shortest form: no sign on zero, no zeros that say nothing, a point for a comma, and nothing
/// between thousands.
pub fn decimal(text: &str) -> Option<String> {
    let text = ungrouped(text.trim());
    let (sign, digits) = text.trim().strip_prefix(['-', '−']).map_or(("", text.trim()), |digits| ("-", digits));
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let plain = |digits: &str| (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(part) {
        return None;
    }
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    Some(match (sign, whole, part.trim_end_matches('0')) {
        (_, "0", "") => "0".to_owned(),
        (sign, whole, "") => format!("{sign}{whole}"),
        (sign, whole, part) => format!("{sign}{whole}.{part}"),
    })
}

/// A number without what stands between its thousands: blanks of any width, or the one of point and comma that is not the
/// last. What is not grouped in threes stays.
fn ungrouped(text: &str) -> String {
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let is_blank = |c: char| c.is_whitespace() && !is_break(c) || matches!(c, '\'' | '’');
    let last = text.rfind(['.', ',']);
    let ends = |mark: char| text.matches(mark).count() == 1 && text.rfind(mark) == last;
    let point = [',', '.'].into_iter().find(|mark| ends(*mark));
    let (whole, part) = point.and_then(|_| text.split_at_checked(last?)).unwrap_or((text, ""));
    let is_group = |c: char| is_blank(c) || matches!(c, '.' | ',');
    let marks: Vec<char> = whole.chars().filter(|c| is_group(*c)).collect();
    let mut groups = whole.trim_start_matches(['-', '−']).split(is_group);
    let is_grouped = marks.iter().all(|mark| Some(mark) == marks.first())
        && groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3);
    if marks.is_empty() || !is_grouped { text.to_owned() } else { whole.replace(is_group, "") + part }
}

/// The two numbers that one with a mark before its last three digits may be: in thousands, or with three decimals.
pub fn ambiguous(text: &str) -> Option<[String; 2]> {
    let (whole, part) = text.trim().split_once(['.', ','])?;
    let digits = whole.trim_start_matches(['-', '−']);
    let is_plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_group = (1..=3).contains(&digits.len()) && !digits.starts_with('0') && part.len() == 3;
    let is_either = is_group && is_plain(digits) && is_plain(part);
    is_either.then(|| Some([decimal(&format!("{whole}{part}"))?, decimal(&format!("{whole}.{part}"))?]))?
}

/// A real date, or its year or month: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let mut parts = text.split('-');
    let mut next = |length, default| match parts.next() {
        Some(digits) if digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().ok()
        }
        Some(_) => None,
        None => Some(default),
    };
    let (year, month, day): (i16, i16, i16) = (next(4, 0)?, next(2, 1)?, next(2, 1)?);
    let real = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
    (real && year >= 1000 && parts.next().is_none()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::protocol::{Protocol, shipped};
    use proptest::prelude::*;

    fn demo() -> Protocol {
        Protocol::load("demo.toml", shipped()[0].1).unwrap()
    }

    fn accept(question: &str, text: &str) -> Result<String, &'static str> {
        let protocol = demo();
        let place = protocol.question(question).unwrap();
        protocol.questions[place].accept(text).map_err(|message| message.key)
    }

    #[test]
    fn choices_come_into_the_order_of_the_protocol() {
        assert_eq!(accept("contacts", " provider; family;;family "), Ok("family;provider".to_owned()));
        assert_eq!(accept("contacts", "nobody"), Ok("nobody".to_owned()));
        assert_eq!(accept("contacts", "nobody;family"), Err("answer-exclusive"));
        assert_eq!(accept("contacts", "family;uncle"), Err("answer-choice"));
        assert_eq!(accept("contacts", " ; "), Err("answer-empty"));
        assert_eq!(accept("plan", "yes"), Ok("yes".to_owned()));
        assert_eq!(accept("plan", "Yes"), Err("answer-choice"));
        assert_eq!(accept("plan", "yes;no"), Err("answer-choice"));
    }

    #[test]
    fn numbers_have_one_form_and_keep_to_their_bounds() {
        assert_eq!(accept("hours", " 007,50 "), Ok("7.5".to_owned()));
        assert_eq!(accept("hours", "-0,0"), Ok("0".to_owned()));
        assert_eq!(accept("hours", "744"), Ok("744".to_owned()));
        assert_eq!(accept("hours", "744.01"), Err("answer-large"));
        assert_eq!(accept("hours", "-1"), Err("answer-small"));
        for text in
            ["1e3", "inf", "NaN", "10 00", "1\t250", "1\n250", "1  000", "1.", ".5", "1.2.3", "+1", "0x10", "--1"]
        {
            assert_eq!(accept("hours", text), Err("answer-number"), "{text}");
        }
    }

    #[test]
    fn thousands_are_read_where_they_can_be_nothing_else() {
        for text in ["1 250", "1\u{a0}250", "1\u{202f}250,0", "1'250", "1.250,00", "1,250.00", "1250"] {
            assert_eq!(decimal(text).as_deref(), Some("1250"), "{text}");
        }
        assert_eq!(decimal("-1 250 000,5").as_deref(), Some("-1250000.5"));
        for text in ["1.250", "1,250", "-12,125"] {
            assert!(ambiguous(text).is_some(), "{text}");
        }
        assert_eq!(ambiguous("1.250"), Some(["1250".to_owned(), "1.25".to_owned()]));
        for text in ["0.125", "1250.125", "1.25", "1.2500", "1.250,5", "x.250"] {
            assert_eq!(ambiguous(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_real_ones() {
        for text in ["2019", "2019-02", "2020-02-29"] {
            assert_eq!(accept("decision_date", text), Ok(text.to_owned()));
        }
        for text in
            ["2019-02-29", "2019-13", "19", "2019-1-1", "2019-01-01T00", "2019-", "0000", "2019-01-01-01", "２０１９"]
        {
            assert_eq!(accept("decision_date", text), Err("answer-date"), "{text}");
        }
    }

    #[test]
    fn texts_are_trimmed_composed_and_visible() {
        assert_eq!(accept("quote", " A\u{30a}sa\u{1b}\n "), Ok("Åsa␛".to_owned()));
        assert_eq!(accept("quote", &"x".repeat(LONGEST + 1)), Err("answer-long"));
    }

    proptest! {
        #[test]
        fn an_accepted_answer_is_accepted_as_it_is(
            text in prop_oneof![any::<String>(), "[a-z;]{0,9}", "-?[0-9,.]{1,6}", "(family|health|provider|;){0,6}", "[0-9-]{4,10}"]
        ) {
            for question in &demo().questions {
                if let Ok(stored) = question.accept(&text) {
                    prop_assert_eq!(question.accept(&stored), Ok(stored.clone()));
                }
            }
        }

        #[test]
        fn the_order_of_choices_does_not_matter(mut ids in prop::sample::subsequence(vec!["family", "health", "provider", "employment"], 1..4)) {
            let forward = accept("contacts", &ids.join(";"));
            ids.reverse();
            prop_assert_eq!(forward, accept("contacts", &ids.join(" ; ")));
        }
    }
}
