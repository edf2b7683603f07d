//! Decimal numbers with at most three decimals, held in thousandths.

/// Thousandths with a point, and no more decimals than they have.
pub fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let whole = thousandths.unsigned_abs();
    let text = format!("{sign}{}.{:03}", whole / 1000, whole % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
