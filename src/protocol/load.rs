//! Reading a protocol from TOML: a right [`super::Protocol`], or all faults of the file.
