//! A table as the reports print it: groups of columns, each with share and count, and notes below.

use crate::base::language::Words;
use crate::statistics::percent::shown;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// What links name it by.
    pub id: String,
    /// What stands above it.
    pub title: String,
    /// Its columns, in groups.
    pub heads: Vec<Head>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What stands below it: who is outside the base, and why.
    pub notes: Vec<String>,
}

/// A group of columns: Kvinnor with Andel % and Antal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The group's name.
    pub name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// What it is of the others.
    pub sort: Sort,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// What a line is of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A part of the base.
    Part,
    /// What is no part by itself: what no other part counts, or several of them together.
    Rest,
    /// The base.
    Total,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is said here: the base carries no percent.
    Blank,
    /// There is nothing to count: "–".
    Nothing,
    /// Hidden, lest it point somebody out: "..".
    Hidden,
    /// A count.
    Count(u32),
    /// The share `k` of `n`, in percent.
    Share {
        /// How many.
        k: u32,
        /// Of how many; never 0.
        n: u32,
    },
    /// A number, in thousandths.
    Number(i64),
    /// Words.
    Text(String),
}

impl Cell {
    /// The share `k` of `n` where the base carries a percent.
    pub fn share(k: u32, n: u32, percent_from: u32) -> Self {
        match n {
            0 => Self::Nothing,
            n if n < percent_from => Self::Blank,
            n => Self::Share { k, n },
        }
    }

    /// What is read in it.
    pub fn shown(&self, words: &Words) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Nothing => "–".to_owned(),
            Self::Hidden => "..".to_owned(),
            Self::Count(n) => n.to_string(),
            Self::Share { k, n } => shown(*k, *n),
            Self::Number(thousandths) => words.decimal(*thousandths).replace('-', "\u{2212}"),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Grid {
    /// Marks the base with the star of a note below.
    pub fn star(&mut self) {
        self.lines.iter_mut().filter(|line| line.sort == Sort::Total).for_each(|line| line.label.push('*'));
    }

    /// Takes out the columns in which no line says anything, as shares over bases that carry none, but leaves each group one.
    pub fn trim(&mut self) {
        let is_mute = |lines: &[Line], at: usize| {
            lines.iter().all(|line| matches!(line.cells.get(at), Some(Cell::Blank | Cell::Nothing) | None))
        };
        let mut at = 0;
        for head in &mut self.heads {
            let mut left = head.columns.len();
            head.columns.retain(|_| {
                let is_kept = left == 1 || !is_mute(&self.lines, at);
                if is_kept {
                    at += 1;
                } else {
                    self.lines
                        .iter_mut()
                        .filter(|line| at < line.cells.len())
                        .for_each(|line| drop(line.cells.remove(at)));
                    left -= 1;
                }
                is_kept
            });
        }
    }

    /// The name of each column with that of its group.
    pub fn columns(&self) -> impl Iterator<Item = String> {
        self.heads.iter().flat_map(|head| {
            head.columns.iter().map(move |column| {
                let names = [head.name.as_str(), column.as_str()];
                names.iter().filter(|name| !name.is_empty()).copied().collect::<Vec<_>>().join(" ")
            })
        })
    }
}
