//! Journeys through the coding screen, in memory: a script of keys, then what the screen shows and what was recorded.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod agreement;
mod answering;
mod blind;
mod closing;
mod coding;
mod commands;
mod discussing;
mod file;
mod finding;
mod frames;
mod gates;
mod gold;
mod held;
mod hostile;
mod identity;
mod keys;
mod mouse;
mod pages;
mod panel;
mod phase;
mod plan;
mod progress;
mod quotes;
mod redacted;
mod remarks;
mod resolving;
mod rules;
mod saving;
mod sharing;
mod sitting;
mod sizes;
mod spellings;
mod spoken;
mod spot;
mod streams;
mod strengths;
mod tallies;
mod times;
mod together;
mod tour;
mod undoing;
mod unfinished;
mod units;
mod wording;
