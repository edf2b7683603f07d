//! The ledger: every answer as one durable line, one file a sitting, append-only, never rewritten.

pub mod entry;
