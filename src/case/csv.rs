//! Reading a case list from CSV.
