//! Whether the screen has colours.

/// What the user asked for with `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Colour {
    /// As the environment says.
    #[default]
    Auto,
    /// Whatever the environment says.
    Always,
    /// No colours: bold, reverse and marks alone.
    Never,
}

impl Colour {
    /// Whether colours are shown, given how to look up a variable of the environment.
    pub fn is_on(self, variable: impl Fn(&str) -> Option<String>) -> bool {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR").is_some() => false,
            Self::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Self::Auto => set("CLICOLOR").is_none_or(|value| value != "0"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_on(colour: Colour, environment: &[(&str, &str)]) -> bool {
        let find = |name: &str| environment.iter().find(|(known, _)| *known == name);
        colour.is_on(|name| find(name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_option_wins_over_the_environment() {
        assert!(is_on(Colour::Always, &[("NO_COLOR", "1")]));
        assert!(!is_on(Colour::Never, &[("CLICOLOR_FORCE", "1")]));
    }

    #[test]
    fn no_color_counts_when_it_is_not_empty() {
        assert!(is_on(Colour::Auto, &[]));
        assert!(is_on(Colour::Auto, &[("NO_COLOR", "")]));
        assert!(!is_on(Colour::Auto, &[("NO_COLOR", "0"), ("CLICOLOR_FORCE", "1")]));
        assert!(!is_on(Colour::Auto, &[("CLICOLOR", "0")]));
        assert!(is_on(Colour::Auto, &[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")]));
    }
}
