//! A new workbook, to be filled and written.

use crate::base::env::now;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// An empty workbook, and properties that say it was made on a day, as `2000-01-01`.
///
/// The library asks the computer's clock although it is told the day, and ends the program where that is before 1970.
pub(crate) fn workbook(day: &str) -> Result<(Workbook, DocProperties), XlsxError> {
    if now().as_second() < 0 {
        return Err(XlsxError::ParameterError("the clock of this computer is before 1970".to_owned()));
    }
    let created = ExcelDateTime::parse_from_str(day)?;
    Ok((Workbook::new(), DocProperties::new().set_creation_datetime(&created)))
}
