//! The integration tests: one binary, one module a topic.

mod agreement;
mod binary;
mod codebook;
mod double;
mod dv2021;
mod faulty;
mod figures;
mod journeys;
mod ledger;
mod protocols;
mod pty;
mod readme;
mod tables;
mod terminal;
mod times;
mod units;
mod update;
