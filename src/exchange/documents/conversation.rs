//! Records as people read them: who says what, with the calls of tools folded.

use super::document::{Body, Style};
use super::json::{Json, Pointer};
use super::markup::Markdown;
use crate::base::text::fit;
use std::io::{self, Write};

/// Fields that tell who speaks.
const ROLES: [&str; 7] = ["role", "author", "speaker", "from", "sender", "type", "name"];
/// Fields that hold what is said.
const SAID: [&str; 8] = ["content", "text", "value", "message", "parts", "thinking", "reasoning", "output"];
/// Of what is folded so many characters are shown.
const SHOWN: usize = 60;
/// Who speaks has at most so many columns.
const WHO: usize = 20;

/// The body of a record whose texts are in some places.
pub(super) fn body(record: &Json, texts: &[Pointer]) -> Body {
    let mut reader = Reader { body: Body::default(), turns: 0 };
    for place in texts {
        if let Some(value) = record.at(place) {
            reader.value(place.name(), value);
        }
    }
    reader.body
}

struct Reader {
    body: Body,
    /// How many turns were read.
    turns: usize,
}

impl Reader {
    fn value(&mut self, name: &str, value: &Json) {
        match value {
            Json::Text(text) => match inner(text) {
                Some(inner) => self.value(name, &inner),
                None => self.turn(name, |reader| reader.text(text)),
            },
            Json::List(items) if !items.is_empty() && items.iter().all(|item| !item.fields().is_empty()) => {
                for item in items {
                    self.message(name, item);
                }
            }
            Json::Fields(fields) if role(value).is_some() && is_said(value) && !fields.is_empty() => {
                self.message(name, value);
            }
            Json::Fields(_) if value.field("messages").and_then(Json::list).is_some() => {
                value.field("messages").into_iter().for_each(|messages| self.value("messages", messages));
            }
            Json::Null => {}
            other => self.turn(name, |reader| reader.pretty(other)),
        }
    }

    /// Something that is said, with who says it beside its first line.
    fn turn(&mut self, who: &str, read: impl FnOnce(&mut Self)) {
        if self.body.len() > 0 {
            self.body.push("", Style::Plain);
        }
        self.turns += 1;
        let first = self.body.len();
        read(self);
        if self.body.len() == first {
            self.body.push("", Style::Plain);
        }
        self.body.beside(first, &format!("{} {}", fit(who, WHO), self.turns));
    }

    fn message(&mut self, name: &str, message: &Json) {
        if is_call(message) {
            let who = role(message).unwrap_or(name).to_owned();
            self.turn(&who, |reader| reader.call(message));
            return;
        }
        let Some(who) = role(message).filter(|_| is_said(message)) else {
            // A turn whose fields are what each side says.
            for (name, value) in message.fields() {
                self.value(name, value);
            }
            return;
        };
        self.turn(who, |reader| {
            let said = SAID.iter().filter_map(|field| message.field(field));
            said.take(1).for_each(|said| reader.said(said));
            calls(message).for_each(|call| reader.call(call));
        });
    }

    /// What is said: a text, or parts of different kinds.
    fn said(&mut self, value: &Json) {
        match value {
            Json::Text(text) => match inner(text) {
                Some(inner) => self.folded("", &inner),
                None => self.text(text),
            },
            Json::List(parts) => parts.iter().for_each(|part| self.part(part)),
            Json::Null => {}
            other => self.pretty(other),
        }
    }

    fn part(&mut self, part: &Json) {
        let said = ["text", "content", "thinking", "reasoning", "refusal"].iter().find_map(|field| part.field(field));
        match (part, said) {
            (Json::Text(text), _) => self.text(text),
            _ if is_call(part) => self.call(part),
            (_, Some(said @ (Json::Text(_) | Json::List(_)))) => self.said(said),
            (_, _) => self.folded(part.field("type").and_then(Json::text).unwrap_or(""), part),
        }
    }

    /// A call of a tool: its name and what it is called with.
    fn call(&mut self, call: &Json) {
        let inner_call = call.field("function").filter(|inner| !inner.fields().is_empty()).unwrap_or(call);
        let name = inner_call.field("name").and_then(Json::text);
        let kind = call.field("type").and_then(Json::text);
        let name = name.or(kind).unwrap_or("");
        let given = ["arguments", "input", "args", "parameters", "output", "response"];
        match given.iter().find_map(|field| inner_call.field(field)) {
            Some(Json::Text(text)) => match inner(text) {
                Some(inner) => self.folded(name, &inner),
                None if text.lines().count() > 1 => self.folded(name, &Json::Text(text.clone())),
                None => self.body.push(&format!("{name} {text}"), Style::Code),
            },
            Some(value) => self.folded(name, value),
            None => self.folded(name, inner_call),
        }
    }

    /// A value in one line that unfolds.
    fn folded(&mut self, name: &str, value: &Json) {
        let short = serde_json::to_string(value).unwrap_or_default();
        let mut shown: String = short.chars().take(SHOWN).collect();
        if shown.len() < short.len() {
            shown.push('…');
        }
        let from = self.body.len();
        self.body.push(format!("{name} {shown}").trim_start(), Style::Folded);
        self.pretty(value);
        self.body.fold(from);
    }

    fn text(&mut self, text: &str) {
        let mut markdown = Markdown::default();
        self.body.push_lines(text, |line| markdown.style(line));
    }

    fn pretty(&mut self, value: &Json) {
        if let Json::Text(text) = value {
            self.body.push_lines(text, |_| Style::Code);
            return;
        }
        let mut lines = Lines { body: &mut self.body, line: Vec::new() };
        // It ends early where the body takes no more.
        let _ = serde_json::to_writer_pretty(&mut lines, value);
        lines.end();
    }
}

/// Who speaks.
fn role(message: &Json) -> Option<&str> {
    ROLES.iter().find_map(|field| match message.field(field) {
        Some(Json::Text(role)) => Some(role.as_str()),
        Some(inner) => role(inner),
        None => None,
    })
}

fn is_said(message: &Json) -> bool {
    SAID.iter().any(|field| message.field(field).is_some()) || calls(message).next().is_some()
}

/// The calls of tools that a message has.
fn calls(message: &Json) -> impl Iterator<Item = &Json> {
    let single = message.field("function_call").filter(|call| **call != Json::Null);
    message.field("tool_calls").and_then(Json::list).unwrap_or_default().iter().chain(single)
}

/// Whether an item is itself a call of a tool, or what came of one.
fn is_call(item: &Json) -> bool {
    let kind = item.field("type").and_then(Json::text).unwrap_or("");
    kind.ends_with("_call") || kind.ends_with("_call_output") || matches!(kind, "tool_use" | "function")
}

/// The value that a text is, where it is one of several fields or items; also where that was written as JSON twice.
fn inner(text: &str) -> Option<Json> {
    let text = text.trim();
    let is_likely = text.starts_with('{') && text.ends_with('}') || text.starts_with('[') && text.ends_with(']');
    if is_likely {
        return Json::read(text.as_bytes()).ok();
    }
    let again = serde_json::from_str::<String>(text).ok()?;
    let is_likely = again.starts_with(['{', '[']);
    Json::read(again.as_bytes()).ok().filter(|_| is_likely)
}

/// Takes what is written as lines of code.
struct Lines<'a> {
    body: &'a mut Body,
    line: Vec<u8>,
}

impl Lines<'_> {
    fn end(&mut self) {
        self.body.push(&String::from_utf8_lossy(&self.line), Style::Code);
        self.line.clear();
    }
}

impl Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.body.is_full() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
            self.line.extend(bytes);
            return Ok(bytes.len());
        };
        self.line.extend(bytes.get(..end).unwrap_or_default());
        self.end();
        Ok(end + 1)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Heading;
    use super::super::document::Document;
    use super::*;
    use proptest::prelude::*;

    /// Any value whose fields have the names by which records are read.
    fn any_record() -> impl Strategy<Value = serde_json::Value> {
        let names =
            "role|content|type|tool_calls|function|arguments|name|text|messages|from|value|parts|input|output|x";
        let leaf = prop_oneof![
            any::<bool>().prop_map(Into::into),
            any::<i32>().prop_map(Into::into),
            any::<String>().prop_map(Into::into),
            "function_call|tool_use|user|\\{\"a\":1\\}|\\[[1,]{0,5}\\]|#? ?>?```?\n".prop_map(Into::into),
            Just(serde_json::Value::Null),
        ];
        leaf.prop_recursive(6, 60, 6, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                proptest::collection::vec((names, inner), 0..5)
                    .prop_map(|fields| fields.into_iter().collect::<serde_json::Map<_, _>>().into()),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_a_record_is_its_lines_are_harmless_and_its_folds_are_lines(record in any_record()) {
            let text = record.to_string();
            let document = document(&text, &["", "/messages", "/content/0"]);
            for n in 0..document.len() {
                let line = document.line(n);
                let shown = format!("{}{}", line.margin, line.text);
                prop_assert!(shown.chars().all(|c| !c.is_control() && !crate::base::text::is_hidden(c)));
            }
            let folds = document.folds();
            prop_assert!(folds.iter().all(|fold| fold.start < fold.end && fold.end <= document.len()));
            prop_assert!(folds.is_sorted_by(|one, next| one.end <= next.start), "{:?}", folds);
        }
    }

    fn document(record: &str, texts: &[&str]) -> Document {
        let texts: Vec<Pointer> = texts.iter().map(|text| Pointer::new(text).unwrap()).collect();
        let body = body(&Json::read(record.as_bytes()).unwrap(), &texts);
        Document::made(Heading { key: "1".to_owned(), kind: None }, "json 1", body, ("s", record.as_bytes()))
    }

    /// The lines, with what stands beside them in brackets, and marks for styles.
    fn shown(document: &Document) -> Vec<String> {
        let line = |n: usize| {
            let line = document.line(n);
            let margin = if line.margin.is_empty() { String::new() } else { format!("[{}] ", line.margin) };
            let mark = match line.style {
                Style::Plain => "",
                Style::Heading => "# ",
                Style::Quoted => "> ",
                Style::Code => "| ",
                Style::Page => "= ",
                Style::Folded => "+ ",
            };
            format!("{margin}{mark}{}", line.text)
        };
        (0..document.len()).map(line).collect()
    }

    #[test]
    fn messages_have_their_role_and_number_and_calls_fold() {
        let record = r##"{"messages": [
            {"role": "system", "content": "Svara kort."},
            {"role": "user", "content": [{"type": "text", "text": "Hej\nVad?"}, {"type": "image_url", "image_url": {"url": "x"}}]},
            {"role": "assistant", "content": null, "tool_calls": [
                {"id": "1", "type": "function", "function": {"name": "find", "arguments": "{\"b\": 1, \"a\": [2]}"}}]},
            {"role": "tool", "tool_call_id": "1", "content": "{\"n\": 3}"},
            {"role": "assistant", "content": "# Svar\n> citat\n```\nx = 1\n```\nKlart."}]}"##;
        let document = document(record, &["/messages"]);
        let expected = [
            "[system 1] Svara kort.",
            "",
            "[user 2] Hej",
            "Vad?",
            "+ image_url {\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}}",
            "| {",
            "|   \"type\": \"image_url\",",
            "|   \"image_url\": {",
            "|     \"url\": \"x\"",
            "|   }",
            "| }",
            "",
            "[assistant 3] + find {\"b\":1,\"a\":[2]}",
            "| {",
            "|   \"b\": 1,",
            "|   \"a\": [",
            "|     2",
            "|   ]",
            "| }",
            "",
            "[tool 4] + {\"n\":3}",
            "| {",
            "|   \"n\": 3",
            "| }",
            "",
            "[assistant 5] # # Svar",
            "> > citat",
            "| ```",
            "| x = 1",
            "| ```",
            "Klart.",
        ];
        assert_eq!(shown(&document), expected);
        assert_eq!(document.folds(), [4..11, 12..19, 20..24]);
    }

    #[test]
    fn turns_of_other_programs_are_read_too() {
        let turns = r#"{"turns": [{"user_query": "Vad?", "answer": "Det."}, {"user_query": "Och?"}]}"#;
        assert_eq!(
            shown(&document(turns, &["/turns"])),
            ["[user_query 1] Vad?", "", "[answer 2] Det.", "", "[user_query 3] Och?"]
        );
        let others = r#"{"conversations": [{"from": "human", "value": "Vad?"}, {"from": "gpt", "value": "Det."}]}"#;
        assert_eq!(shown(&document(others, &["/conversations"])), ["[human 1] Vad?", "", "[gpt 2] Det."]);
        let items = r#"{"input": [{"role": "user", "content": "Vad?"}, {"type": "function_call", "name": "f", "arguments": {"a": 1}},
            {"type": "function_call_output", "output": "Det."}], "output": {"role": "assistant", "content": [{"type": "output_text", "text": "Så."}]}}"#;
        let expected = [
            "[user 1] Vad?",
            "",
            "[function_call 2] + f {\"a\":1}",
            "| {",
            "|   \"a\": 1",
            "| }",
            "",
            "[function_call_output 3] | function_call_output Det.",
            "",
            "[assistant 4] Så.",
        ];
        assert_eq!(shown(&document(items, &["/input", "/output"])), expected);
        let fields = r#"{"q": "Vad?", "n": {"a": []}, "messages": "[{\"role\": \"user\", \"content\": \"Hej\"}]"}"#;
        let expected = ["[q 1] Vad?", "", "[n 2] | {", "|   \"a\": []", "| }", "", "[user 3] Hej"];
        assert_eq!(shown(&document(fields, &["/q", "/n", "/messages", "/none"])), expected);
        let twice = r#"{"a": "\"[{\\\"role\\\": \\\"user\\\", \\\"content\\\": \\\"Hej\\\"}]\"", "b": "\"Hej\""}"#;
        assert_eq!(shown(&document(twice, &["/a", "/b"])), ["[user 1] Hej", "", "[b 2] \"Hej\""]);
    }

    #[test]
    fn a_long_name_leaves_room_for_the_text() {
        let record = format!(r#"{{"messages": [{{"role": "{}", "content": "x"}}]}}"#, "r".repeat(100_000));
        assert_eq!(shown(&document(&record, &["/messages"])), [format!("[{}… 1] x", "r".repeat(19))]);
    }

    #[test]
    fn what_would_unfold_to_gigabytes_is_cut() {
        let deep = format!("{}{}1{}", "[".repeat(100), "1,".repeat(2_200_000), "]".repeat(100));
        let document = document(&format!(r#"{{"x": {deep}}}"#), &["/x"]);
        assert!(document.len() <= 1 << 21 && document.notices.len() == 1, "{}", document.len());
    }
}
