//! Protocols to and from other forms: TOML to write by hand, the forms of other programs.

#[cfg(test)]
pub(crate) mod sample;
pub mod toml;
