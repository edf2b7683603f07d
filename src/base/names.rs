//! What the values of a closed set are called in files and on the command line.

/// Gives an enum the table of its names, and the ways from a value to its name and back.
macro_rules! names {
    ($type:ident: $($variant:ident = $name:literal),+ $(,)?) => {
        impl $type {
            /// Every value with its name in files.
            pub const ALL: [(Self, &'static str); [$($name),+].len()] = [$((Self::$variant, $name)),+];

            /// Its name in files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            /// The value of a name in files.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use names;
