//! The protocols that come with the program.

/// Every protocol that comes with the program: its id and its text.
pub fn shipped() -> &'static [(&'static str, &'static str)] {
    &[("demo", include_str!("../../protocols/demo.toml")), ("dv2021", include_str!("../../protocols/dv2021.toml"))]
}
