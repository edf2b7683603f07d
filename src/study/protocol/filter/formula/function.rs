//! The functions of formulas: what each is called, how many arguments it takes, what it gives and what it does.

use super::Holds;

/// What a function gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// Always this.
    One(Holds),
    /// What its arguments from this one on are.
    From(usize),
}

/// As many arguments as one likes.
const MANY: usize = 1000;
const NUMBER: Gives = Gives::One(Holds::Number);
const TEXT: Gives = Gives::One(Holds::Text);
const TRUTH: Gives = Gives::One(Holds::Truth);
const DATE: Gives = Gives::One(Holds::Date);

macro_rules! functions {
    ($($variant:ident $name:literal $least:literal..$most:expr, $gives:expr, $does:literal;)+) => {
        /// A function of formulas.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Function {
            $(#[doc = $does] $variant),+
        }

        impl Function {
            /// Every function with its name, the fewest and the most arguments, and what it gives.
            pub const ALL: &'static [(Self, &'static str, usize, usize, Gives)] =
                &[$((Self::$variant, $name, $least, $most, $gives)),+];
        }
    };
}

functions! {
    If "if" 3..3, Gives::From(1), "The second where the first holds, else the third.";
    Coalesce "coalesce" 1..MANY, Gives::From(0), "The first that is not empty.";
    Once "once" 1..1, Gives::From(0), "The same: computed whenever the case is read.";
    Not "not" 1..1, TRUTH, "Whether it does not hold.";
    True "true" 0..0, TRUTH, "Yes.";
    False "false" 0..0, TRUTH, "No.";
    Boolean "boolean" 1..1, TRUTH, "Whether it is something other than 0 and empty.";
    BooleanFromString "boolean-from-string" 1..1, TRUTH, "Whether it is 1 or true.";
    Selected "selected" 2..2, TRUTH, "Whether the choice is among those given.";
    CountSelected "count-selected" 1..1, NUMBER, "How many choices are given.";
    SelectedAt "selected-at" 2..2, TEXT, "The choice at a place, from 0.";
    Number "number" 1..1, NUMBER, "As a number; nothing where it is none.";
    Int "int" 1..1, NUMBER, "The whole number towards 0.";
    Round "round" 1..2, NUMBER, "Rounded to so many decimals, a half up.";
    RoundUp "roundup" 1..2, NUMBER, "The next larger number with so many decimals.";
    RoundDown "rounddown" 1..2, NUMBER, "The next smaller number with so many decimals.";
    Floor "floor" 1..1, NUMBER, "The next smaller whole number.";
    Ceiling "ceiling" 1..1, NUMBER, "The next larger whole number.";
    Abs "abs" 1..1, NUMBER, "Without its sign.";
    Pow "pow" 2..2, NUMBER, "The first to the power of the second.";
    Sqrt "sqrt" 1..1, NUMBER, "The square root.";
    Exp "exp" 1..1, NUMBER, "The number e to that power.";
    Log "log" 1..1, NUMBER, "The natural logarithm.";
    Log10 "log10" 1..1, NUMBER, "The logarithm to base 10.";
    Sum "sum" 1..MANY, NUMBER, "The sum of those that are not empty.";
    Mean "mean" 1..MANY, NUMBER, "The mean of those that are not empty.";
    Min "min" 1..MANY, NUMBER, "The smallest of those that are not empty.";
    Max "max" 1..MANY, NUMBER, "The largest of those that are not empty.";
    CountNonEmpty "count-non-empty" 1..MANY, NUMBER, "How many are not empty.";
    Checklist "checklist" 3..MANY, TRUTH, "Whether at least and at most so many of the rest hold; -1 is no limit.";
    WeightedChecklist "weighted-checklist" 4..MANY, TRUTH, "The same with a weight after each.";
    Date "date" 1..1, DATE, "As a day; nothing where it is none.";
    Today "today" 0..0, DATE, "The day of the newest answer that the formula looks at.";
    Now "now" 0..0, DATE, "The same day: the time of day is not part of an answer.";
    DecimalDateTime "decimal-date-time" 1..1, NUMBER, "The days since 1970-01-01.";
    DateDiff "datediff" 3..4, NUMBER, "The time between two days in y, M, d, h, m or s; with a sign if the fourth holds.";
    FormatDate "format-date" 2..2, TEXT, "A day by a pattern of %Y, %y, %m, %n, %d, %e, %b and %a.";
    Year "year" 1..1, NUMBER, "The year of a day.";
    Month "month" 1..1, NUMBER, "The month of a day.";
    Day "day" 1..1, NUMBER, "The day of the month.";
    String "string" 1..1, TEXT, "As a text.";
    Concat "concat" 1..MANY, TEXT, "One text after the other.";
    Join "join" 2..MANY, TEXT, "The texts after the first, with the first between them.";
    StringLength "string-length" 1..1, NUMBER, "How many characters it has.";
    Substr "substr" 2..3, TEXT, "From one character to before another, from 0.";
    SubstringBefore "substring-before" 2..2, TEXT, "What stands before a text in it.";
    SubstringAfter "substring-after" 2..2, TEXT, "What stands behind a text in it.";
    Contains "contains" 2..2, TRUTH, "Whether it contains a text.";
    StartsWith "starts-with" 2..2, TRUTH, "Whether it begins with a text.";
    EndsWith "ends-with" 2..2, TRUTH, "Whether it ends with a text.";
    NormalizeSpace "normalize-space" 1..1, TEXT, "With single blanks.";
    UpperCase "upper-case" 1..1, TEXT, "In capitals.";
    LowerCase "lower-case" 1..1, TEXT, "In small letters.";
    Translate "translate" 3..3, TEXT, "With each character of the second replaced by that of the third.";
    Regex "regex" 2..2, TRUTH, "Whether the whole text is as the pattern says.";
}

impl Function {
    /// The function with a name.
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == name).map(|(function, ..)| *function)
    }

    fn row(self) -> (&'static str, usize, usize, Gives) {
        let row = Self::ALL.iter().find(|(function, ..)| *function == self);
        row.map_or(("", 0, 0, TEXT), |(_, name, least, most, gives)| (name, *least, *most, *gives))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Whether it takes so many arguments.
    pub(crate) fn takes(self, count: usize) -> bool {
        let (_, least, most, _) = self.row();
        (least..=most).contains(&count)
    }

    /// What it gives.
    pub fn gives(self) -> Gives {
        self.row().3
    }
}
