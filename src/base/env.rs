//! The world outside: the clock, the environment, the user, the computer and chance. Nothing else may ask for them.
#![expect(clippy::disallowed_methods, reason = "this is the one place that asks")]

pub(crate) mod job;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustix::fd::BorrowedFd;
use rustix::termios::{isatty, tcgetwinsize};
use std::fs;
use std::time::SystemTime;

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

/// How many columns a stream has that goes to a terminal.
pub fn columns(stream: BorrowedFd<'_>) -> Option<usize> {
    let size = isatty(stream).then(|| tcgetwinsize(stream).ok()).flatten();
    size.map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// Now, with fresh chance.
pub fn stamp() -> Stamp {
    Stamp { ts: format!("{:.3}", now()), salt: salt() }
}

/// Now.
pub fn now() -> Timestamp {
    time(SystemTime::now())
}

/// A time of the system's clock; the last or the first that can be written down where the clock is beyond.
fn time(clock: SystemTime) -> Timestamp {
    let beyond = if clock < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::try_from(clock).unwrap_or(beyond)
}

/// The time zone that times are shown in; UTC where it is not known.
pub fn zone() -> TimeZone {
    let named = variable("TZ");
    let zone = TimeZone::system();
    if zone.is_unknown() { named.as_deref().and_then(european).unwrap_or(TimeZone::UTC) } else { zone }
}

/// The value of `TZ`, where it names no time zone that is known, and times are shown in UTC.
pub fn unknown_zone() -> Option<String> {
    variable("TZ").filter(|named| TimeZone::system().is_unknown() && european(named).is_none())
}

/// A time zone with summer time by its old short form, such as `CET-1CEST`, which leaves out when that begins and ends:
/// in all of Europe at 1.00 in UTC on the last Sundays of March and October.
fn european(named: &str) -> Option<TimeZone> {
    let hours = ["WET0WEST", "CET-1CEST", "MET-1MEST", "MEZ-1MESZ", "EET-2EEST"];
    let east = hours.into_iter().find(|known| *known == named)?.bytes().find(u8::is_ascii_digit)? - b'0';
    TimeZone::posix(&format!("{named},M3.5.0/{},M10.5.0/{}", east + 1, east + 2)).ok()
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

/// Where a process number means one process, for computers, and containers on one, may bear the same name: what
/// `machine-id(5)` and `pid_namespaces(7)` say.
pub fn process_space() -> String {
    let machine = fs::read_to_string("/etc/machine-id").unwrap_or_default();
    let space = fs::read_link("/proc/self/ns/pid").unwrap_or_default();
    format!("{} {}", machine.trim(), space.display())
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
    fn a_clock_beyond_what_can_be_written_is_the_last_or_the_first_moment() {
        let days = |n: u64| std::time::Duration::from_secs(n * 86_400);
        for (clock, year) in [
            (SystemTime::UNIX_EPOCH + days(4_000_000), 9999),
            (SystemTime::UNIX_EPOCH + days(20_000), 2024),
            (SystemTime::UNIX_EPOCH - days(8_000_000), -9999),
        ] {
            assert_eq!(time(clock).to_zoned(TimeZone::UTC).year(), year);
            let local = time(clock).to_zoned(TimeZone::fixed(jiff::tz::offset(1)));
            assert!(local.date().to_string().len() >= 10);
        }
    }

    #[test]
    fn the_old_short_forms_of_time_zones_have_their_summer_time() {
        let at = |zone: &str, time: &str| {
            let time: Timestamp = time.parse().unwrap();
            time.to_zoned(european(zone).unwrap()).strftime("%H:%M").to_string()
        };
        for (zone, hour) in [("WET0WEST", 0), ("CET-1CEST", 1), ("MEZ-1MESZ", 1), ("EET-2EEST", 2)] {
            for (time, summer) in [
                ("2026-03-29T00:59:00Z", 0),
                ("2026-03-29T01:00:00Z", 1),
                ("2026-10-25T00:59:00Z", 1),
                ("2026-10-25T01:00:00Z", 0),
            ] {
                let (utc, minute) = time.split_once('T').unwrap().1.split_once(':').unwrap();
                let local = utc.parse::<i32>().unwrap() + hour + summer;
                assert_eq!(
                    at(zone, time),
                    format!("{local:02}:{}", minute.split(':').next().unwrap()),
                    "{zone} {time}"
                );
            }
        }
        assert!(["CET-1", "CET", "Mars/Olympus", "XYZ-3XYT"].into_iter().all(|zone| european(zone).is_none()));
    }

    #[test]
    fn a_login_is_found_by_its_number() {
        let passwd = "root:x:0:0::/root:/bin/sh\n:x:7:7\nbroken\ncarina:x:1004:100:Carina,,,:/home/c:/bin/bash\n";
        assert_eq!(login(passwd, 1004).as_deref(), Some("carina"));
        assert_eq!((login(passwd, 7), login(passwd, 100)), (None, None));
    }
}
