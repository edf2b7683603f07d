//! The integration tests: one binary, one module a topic.

mod agreement;
mod architecture;
mod binary;
mod codebook;
mod docs;
mod dv2021;
mod faulty;
mod figures;
mod fixture;
mod journeys;
mod ledger;
mod protocols;
mod pty;
mod repeats;
mod tables;
mod terminal;
mod times;
mod units;
mod update;
