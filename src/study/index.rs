//! Places in the case list and in the protocol, each a type of its own, so that one is never taken for the other.

use typed_index_collections::TiSlice;

/// A list that holds something at each of its places: who has a place needs no fallback for what is not there.
pub trait At<K> {
    /// What it holds.
    type Item;

    /// What stands at a place. A place of another list ends the program rather than give a wrong figure.
    fn at(&self, place: K) -> &Self::Item;

    /// The same, to be changed.
    fn at_mut(&mut self, place: K) -> &mut Self::Item;
}

impl<K, V> At<K> for TiSlice<K, V>
where
    usize: From<K>,
{
    type Item = V;

    fn at(&self, place: K) -> &V {
        &self[place]
    }

    fn at_mut(&mut self, place: K) -> &mut V {
        &mut self[place]
    }
}

/// A place in a list, as a number of its own type.
macro_rules! place {
    ($(#[$doc:meta])* $name:ident($number:ty)) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($number);

        impl $name {
            /// The place with this number.
            pub const fn new(place: $number) -> Self {
                Self(place)
            }
        }

        impl From<usize> for $name {
            /// The place with this number. No list is as long as the largest, which stands for every larger one.
            fn from(place: usize) -> Self {
                Self(place.try_into().unwrap_or(<$number>::MAX))
            }
        }

        impl From<$name> for usize {
            fn from(place: $name) -> Self {
                place.0 as Self
            }
        }
    };
}

place! {
    /// The place of a case, or of a unit's entry, in the case list.
    CaseIx(u32)
}

place! {
    /// The place of a question in the protocol.
    QuestionIx(u16)
}
