#![doc = include_str!("../docs/architecture.md")]

pub mod analysis;
pub mod base;
pub mod cli;
pub mod exchange;
pub mod report;
pub mod statistics;
pub mod study;
pub mod tui;

#[cfg(test)]
#[path = "../tests/it/fixture/builder.rs"]
#[allow(dead_code, reason = "the integration tests use all of it")]
mod builder;
