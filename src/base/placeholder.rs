//! Texts with places to be filled: `I {spread} finns en plan`.

/// A piece of such a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What stands as it is.
    Text(&'a str),
    /// What stands between the braces, without blanks around it.
    Field(&'a str),
    /// A brace without its other one.
    Stray(char),
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        let end = from.char_indices().skip(1).find(|(_, c)| matches!(c, '{' | '}'));
        let field = end.filter(|(_, c)| from.starts_with('{') && *c == '}').and_then(|(end, _)| from.get(1..end));
        let length = if let Some(field) = field {
            found.push(Piece::Field(field.trim()));
            field.len() + 2
        } else {
            found.extend(from.chars().next().map(Piece::Stray));
            1
        };
        rest = from.get(length..).unwrap_or("");
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// The text with each field filled: by what it is called and what follows it.
pub fn filled(text: &str, fill: impl Fn(&str, &str) -> String) -> String {
    let pieces = pieces(text);
    let after = |place: usize| match pieces.get(place + 1) {
        Some(Piece::Text(after)) => *after,
        _ => "",
    };
    let piece = |(place, piece): (usize, &Piece<'_>)| match piece {
        Piece::Text(text) => (*text).to_owned(),
        Piece::Field(name) => fill(name, after(place)),
        Piece::Stray(brace) => brace.to_string(),
    };
    pieces.iter().enumerate().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_field_stands_between_two_braces() {
        let cases: [(&str, &[Piece<'_>]); 5] = [
            ("I { spread } finns", &[Piece::Text("I "), Piece::Field("spread"), Piece::Text(" finns")]),
            ("{a}{b}", &[Piece::Field("a"), Piece::Field("b")]),
            ("a } b", &[Piece::Text("a "), Piece::Stray('}'), Piece::Text(" b")]),
            ("{a {b}", &[Piece::Stray('{'), Piece::Text("a "), Piece::Field("b")]),
            ("å {", &[Piece::Text("å "), Piece::Stray('{')]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
        assert_eq!(filled("{a}, b {a} c", |name, after| format!("<{name}{}>", after.len())), "<a4>, b <a2> c");
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost(text in "[a{} å]{0,20}") {
            let again: String = pieces(&text).iter().map(|piece| match piece {
                Piece::Text(text) => (*text).to_owned(),
                Piece::Field(name) => format!("{{{name}}}"),
                Piece::Stray(brace) => brace.to_string(),
            }).collect();
            prop_assert_eq!(again.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
