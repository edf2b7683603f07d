//! The code of a number format, in sections of parts.

/// A section of a code: what it is for, and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    /// The numbers that it is for, where the code says so.
    condition: Option<(String, f64)>,
    pub(crate) parts: Vec<Part>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    /// Text that is shown as it stands.
    Literal(String),
    /// A place for a digit: `0`, which is always filled, or `#` and `?`.
    Digit(char),
    /// The point, a comma, an exponent or a fraction's slash among the digits.
    Mark,
    /// `%`
    Percent,
    /// A part of a date or a time, by its letter in small, with how often it stands: minutes are `n`.
    Date(char, usize),
    /// Hours or less that are counted beyond a day.
    Elapsed,
    /// The number as a spreadsheet shows it by itself.
    General,
    /// The text of the cell.
    Text,
}

impl Section {
    pub(crate) fn has(&self, part: &Part) -> bool {
        self.parts.contains(part)
    }

    pub(crate) fn has_date(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Date(..) | Part::Elapsed))
    }

    /// Whether a part of a date or a time is shown, by its letter.
    pub(crate) fn shows(&self, letter: char) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Date(one, _) if *one == letter))
    }

    /// Whether the day of the month is shown; `ddd` is one of the week.
    pub(crate) fn has_day(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Date('d', 1 | 2)))
    }

    pub(crate) fn is_general(&self) -> bool {
        self.has(&Part::General) || self.has(&Part::Text)
    }

    /// What is shown whatever the number.
    pub(crate) fn literal(&self) -> String {
        literal(&self.parts)
    }

    /// What is shown where a part stands for such a text.
    pub(crate) fn with(&self, wanted: &Part, text: &str) -> String {
        let is_wanted = |part: &Part| part == wanted || matches!(part, Part::General | Part::Text);
        let shown = |part: &Part| match part {
            Part::Literal(literal) => literal.clone(),
            part if is_wanted(part) => text.to_owned(),
            _ => String::new(),
        };
        self.parts.iter().map(shown).collect()
    }

    /// What stands before the first place for a digit, from there to the last, and behind it.
    pub(crate) fn around_digits(&self) -> Option<(String, &[Part], String)> {
        let is_digit = |part: &Part| matches!(part, Part::Digit(_));
        let (first, last) = (self.parts.iter().position(is_digit)?, self.parts.iter().rposition(is_digit)?);
        let (before, rest) = self.parts.split_at_checked(first)?;
        let (digits, behind) = rest.split_at_checked(last + 1 - first)?;
        Some((literal(before), digits, literal(behind)))
    }
}

fn literal(parts: &[Part]) -> String {
    let text = |part: &Part| if let Part::Literal(text) = part { text.clone() } else { String::new() };
    parts.iter().map(text).collect()
}

/// How many digits there are at least before the point.
pub(crate) fn width(digits: &[Part]) -> usize {
    let whole = digits.iter().take_while(|part| !matches!(part, Part::Mark));
    whole.filter(|part| **part == Part::Digit('0')).count()
}

/// Digits in the places that a section has for them, from the right; what is left over stands in the first place.
pub(crate) fn filled(places: &[Part], digits: &str) -> String {
    let wide = places.iter().filter(|part| matches!(part, Part::Digit(_))).count();
    let least = width(places);
    let padded = format!("{}{digits}", "0".repeat(least.saturating_sub(digits.len())));
    let (first, rest) =
        padded.split_at_checked(padded.len().saturating_sub(wide.saturating_sub(1))).unwrap_or(("", ""));
    let empty = wide.saturating_sub(1).saturating_sub(rest.len());
    let (mut rest, mut seen) = (rest.chars(), 0);
    let mut shown = String::new();
    for part in places {
        match part {
            Part::Literal(text) if seen > empty || empty == 0 => shown.push_str(text),
            Part::Digit(_) => {
                if seen == 0 {
                    shown.push_str(first);
                } else if seen > empty {
                    shown.extend(rest.next());
                }
                seen += 1;
            }
            _ => {}
        }
    }
    shown
}

/// The section that shows a number; none where the code has none.
pub(crate) fn chosen(sections: &[Section], value: f64) -> Option<&Section> {
    let numbers = sections.get(..3).unwrap_or(sections);
    if numbers.iter().any(|section| section.condition.is_some()) {
        let fits = |section: &&Section| section.condition.as_ref().is_none_or(|(test, than)| holds(test, value, *than));
        return numbers.iter().find(fits);
    }
    let first = numbers.first();
    match numbers {
        [_, negative, ..] if value < 0.0 => Some(negative),
        [_, _, zero] if value == 0.0 => Some(zero),
        _ => first,
    }
}

fn holds(test: &str, value: f64, than: f64) -> bool {
    match test {
        "<" => value < than,
        "<=" => value <= than,
        ">" => value > than,
        ">=" => value >= than,
        "<>" => (value - than).abs() > f64::EPSILON,
        _ => (value - than).abs() <= f64::EPSILON,
    }
}

/// The sections of a code; one that is for every number and shows it plainly is none.
pub(crate) fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Reader::default()];
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        let reader = match sections.last_mut() {
            Some(_) if sign == ';' => {
                sections.push(Reader::default());
                continue;
            }
            Some(reader) => reader,
            None => break,
        };
        match sign {
            '"' => reader.literal(&signs.by_ref().take_while(|c| *c != '"').collect::<String>()),
            '\\' => reader.literal(&signs.next().map(String::from).unwrap_or_default()),
            '_' | '*' => drop(signs.next()),
            '[' => reader.bracket(&signs.by_ref().take_while(|c| *c != ']').collect::<String>()),
            _ => {
                let mut word = String::from(sign);
                while sign.is_alphabetic()
                    && signs.peek().is_some_and(|c| c.is_alphabetic() || *c == '/' && word.starts_with(['A', 'a']))
                {
                    word.extend(signs.next());
                }
                reader.word(&word);
            }
        }
    }
    let sections: Vec<Section> = sections.into_iter().map(Reader::done).collect();
    match sections.as_slice() {
        [only] if only.parts.is_empty() || only.parts == [Part::General] => Vec::new(),
        _ => sections,
    }
}

/// A section that is being read.
#[derive(Default)]
struct Reader {
    condition: Option<(String, f64)>,
    parts: Vec<Part>,
}

impl Reader {
    fn literal(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(Part::Literal(before)) => before.push_str(text),
            _ => self.parts.push(Part::Literal(text.to_owned())),
        }
    }

    /// What stands in brackets: a condition, a counted time, or a colour, a currency or a language, which say nothing.
    fn bracket(&mut self, text: &str) {
        let number = text.trim_start_matches(['<', '>', '=']);
        let comparison = text.strip_suffix(number).unwrap_or_default();
        if let Some(than) = number.trim().parse().ok().filter(|_| !comparison.is_empty()) {
            self.condition = Some((comparison.to_owned(), than));
        } else if !text.is_empty() && text.chars().all(|c| "hHmMsS".contains(c)) {
            self.parts.push(Part::Elapsed);
        }
    }

    /// Letters that belong together, or another sign.
    fn word(&mut self, word: &str) {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "general" | "standard" => self.parts.push(Part::General),
            "am/pm" | "a/p" => {}
            "@" => self.parts.push(Part::Text),
            "%" => self.parts.push(Part::Percent),
            "0" | "#" | "?" => self.parts.extend(lower.chars().map(Part::Digit)),
            "." | "," | "/" if matches!(self.parts.last(), Some(Part::Digit(_) | Part::Mark)) => {
                self.parts.push(Part::Mark);
            }
            "e" if matches!(self.parts.last(), Some(Part::Digit(_) | Part::Mark)) => self.parts.push(Part::Mark),
            "+" | "-" if self.parts.last() == Some(&Part::Mark) => {}
            _ if lower.chars().all(|c| "ymdhsbg".contains(c)) => self.letters(&lower),
            _ => self.literal(word),
        }
    }

    /// The letters of a date or a time, such as `yyyymmdd`.
    fn letters(&mut self, letters: &str) {
        for letter in letters.chars().map(|letter| if "bg".contains(letter) { 'y' } else { letter }) {
            match self.parts.last_mut() {
                Some(Part::Date(same, times)) if *same == letter => *times += 1,
                _ => self.parts.push(Part::Date(letter, 1)),
            }
        }
    }

    /// The section: months next to hours or seconds are minutes.
    fn done(mut self) -> Section {
        let dates = self.parts.iter().enumerate().filter_map(|(place, part)| match part {
            Part::Date(letter, _) => Some((place, *letter)),
            Part::Elapsed => Some((place, 'h')),
            _ => None,
        });
        let dates: Vec<(usize, char)> = dates.collect();
        let near = |place: usize, wanted: char| dates.get(place).is_some_and(|(_, letter)| *letter == wanted);
        for (at, (place, _)) in dates.iter().enumerate().filter(|(_, (_, letter))| *letter == 'm') {
            let is_minute = at.checked_sub(1).is_some_and(|before| near(before, 'h')) || near(at + 1, 's');
            if let Some(Part::Date(letter, _)) = self.parts.get_mut(*place).filter(|_| is_minute) {
                *letter = 'n';
            }
        }
        Section { condition: self.condition, parts: self.parts }
    }
}
