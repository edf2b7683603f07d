//! What stands beside a field for whoever answers it: the texts before it, the words of a slider, its note.

use super::html;
use super::sheet::{Column, Row};

/// Whether a row is a text alone.
pub(crate) fn is_text(row: &Row) -> bool {
    row.kind() == "descriptive"
}

/// The guidance of a field with the rows before it.
pub(crate) fn guidance(before: &[Row], row: &Row) -> String {
    let texts = before.iter().filter(|row| is_text(row)).map(|row| html::plain(row.get(Column::Label)));
    let parts = texts.chain([words(row), html::plain(row.get(Column::Note))]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The words of a slider with the numbers that they stand at: the left, the middle and the right end.
fn words(row: &Row) -> String {
    if row.kind() != "slider" {
        return String::new();
    }
    let bound = |column, other: f64| crate::study::protocol::filter::number(row.get(column)).unwrap_or(other);
    let (min, max) = (bound(Column::Min, 0.0), bound(Column::Max, 100.0));
    let words: Vec<String> = row.get(Column::Choices).splitn(3, '|').map(html::line).collect();
    let places = if words.len() < 3 { vec![min, max] } else { vec![min, f64::midpoint(min, max), max] };
    let told = places.iter().zip(&words).filter(|(_, word)| !word.is_empty());
    told.map(|(place, word)| format!("{place} = {word}")).collect::<Vec<_>>().join(", ")
}
