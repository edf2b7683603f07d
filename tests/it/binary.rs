//! The program itself under hard conditions: what it has shown as saved is never lost, whatever happens to it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod accessible;
mod agree;
mod blind;
mod bundle;
mod cells;
mod codes;
mod commands;
mod compare;
mod damage;
mod desk;
mod edges;
mod ending;
mod evidence;
mod exchange;
mod export;
mod files;
mod follow;
mod foreign;
mod generated;
mod gold;
mod hostile;
mod identity;
mod import;
mod inside;
mod lists;
mod misnamed;
mod mouse;
mod names;
mod others;
mod outline;
mod phase;
mod plain;
mod plan;
mod report;
mod resolve;

mod quotes;
mod rater;
mod recovering;
mod redacting;
mod sample;
mod seal;
mod selftest;
mod specials;
mod spot;
mod start;
mod status;
mod storage;
mod texts;
mod together;
mod tour;
mod unfinished;
mod update;
mod verify;
