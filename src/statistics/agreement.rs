//! How far coders agree who coded the same cases without seeing each other's answers.
//!
//! One thought stands behind every coefficient here: 1 − observed ÷ expected disagreement ([`Disagreement`]). They differ
//! in which pairs of answers count as seen, in what they expect by chance, and in how far apart two answers are
//! ([`Distance`]).
//!
//! ```
//! use aktkoll::statistics::agreement::{alpha, gwet, kappa, percent, Chance, Distance, Level, Ratings};
//!
//! let (yes, no, gap) = (Some(0), Some(1), None);
//! let cases = [[yes, yes], [yes, no], [no, no], [no, no], [yes, yes], [yes, gap]];
//! let ratings = Ratings::new(2, 2, cases.map(Vec::from)).unwrap().pairable();
//!
//! let all_agree = percent::unanimous(&ratings);
//! assert_eq!((all_agree.alike, all_agree.of), (4, 5));
//! let kappa = kappa::estimate(&ratings.table(0, 1), &Distance::nominal(2)).unwrap();
//! assert!((kappa.value - 8.0 / 13.0).abs() < 1e-12);
//! assert!(alpha::estimate(&ratings, Level::Nominal, 1).unwrap().value > 0.6);
//! let ac1 = gwet::estimate(&ratings, &Distance::nominal(2), Chance::Gwet).unwrap();
//! assert!((ac1.value - 0.6).abs() < 1e-12);
//! ```
//!
//! What is printed rests on cases that at least two coded ([`Ratings::pairable`]), so that all coefficients of a table
//! rest on the same cases. A coefficient that is not defined is a reason ([`Undefined`]), never a number.

pub mod alpha;
pub mod bootstrap;
pub mod distance;
pub mod estimate;
pub mod gwet;
pub mod kappa;
pub mod percent;
pub mod ratings;

pub use alpha::Level;
pub use distance::Distance;
pub use estimate::{Disagreement, Estimate, NoInterval, Undefined};
pub use gwet::Chance;
pub use ratings::{Pattern, Ratings, Table};

#[cfg(test)]
mod tests;
