//! The world outside: the clock, the environment, the user, the computer and chance. Nothing else may ask for them.
#![expect(clippy::disallowed_methods, reason = "this is the one place that asks")]

use jiff::Timestamp;
use std::fs;

/// The random bytes that keep a text's hash from giving the text away.
pub type Salt = [u8; 16];

/// What every line of the ledger takes from the world: when, and a salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The time in UTC with milliseconds, as `2026-03-02T08:15:30.123Z`.
    pub ts: String,
    /// The salt for a text's hash.
    pub salt: Salt,
}

/// The user who runs the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The user id of the process.
    pub uid: u32,
    /// The login of that user, or `u<uid>` where the system has none.
    pub login: String,
}

/// Now, with fresh chance.
pub fn stamp() -> Stamp {
    Stamp { ts: format!("{:.3}", now()), salt: salt() }
}

/// Now.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// The time zone that times are shown in.
pub fn zone() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::system()
}

/// Random bytes from the system; it has them from the moment it is up.
fn salt() -> Salt {
    let mut salt = Salt::default();
    let mut filled = 0;
    while let Some(rest) = salt.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        filled += rustix::rand::getrandom(rest, rustix::rand::GetRandomFlags::empty()).unwrap_or_default();
    }
    salt
}

/// A variable of the environment, if it is set, not empty and readable as text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The user who runs the program, whatever `$USER` says.
pub fn user() -> User {
    let uid = rustix::process::getuid().as_raw();
    let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
    User { uid, login: login(&passwd, uid).unwrap_or_else(|| format!("u{uid}")) }
}

/// The login of a user id in `/etc/passwd`, read as text: a static binary has no other directory to ask.
fn login(passwd: &str, uid: u32) -> Option<String> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        let login = fields.next().filter(|login| !login.is_empty())?;
        (fields.nth(1)?.parse() == Ok(uid)).then(|| login.to_owned())
    })
}

/// The name of the computer.
pub fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_has_milliseconds_and_a_salt_of_its_own() {
        let (one, two) = (stamp(), stamp());
        assert_eq!((one.ts.len(), one.ts.get(23..)), (24, Some("Z")));
        assert_ne!(one.salt, two.salt);
    }

    #[test]
    fn a_login_is_found_by_its_number() {
        let passwd = "root:x:0:0::/root:/bin/sh\n:x:7:7\nbroken\ncarina:x:1004:100:Carina,,,:/home/c:/bin/bash\n";
        assert_eq!(login(passwd, 1004).as_deref(), Some("carina"));
        assert_eq!((login(passwd, 7), login(passwd, 100)), (None, None));
    }
}
