//! Whether a shell is waiting that could go on with this program once it is stopped.

use rustix::process::{Pid, getpgid, getpgrp, getppid, getsid};
use std::fs;

/// Whether the process group is an orphan: nobody outside it, in its session, is the parent of one of those that lead
/// from this process upwards.
pub(crate) fn is_orphaned() -> bool {
    let (Ok(session), group) = (getsid(None), getpgrp()) else { return true };
    let mut above = getppid();
    while let Some(pid) = above {
        if getsid(Some(pid)) != Ok(session) {
            return true;
        }
        if getpgid(Some(pid)) != Ok(group) {
            return false;
        }
        above = parent(pid);
    }
    true
}

/// The parent of a process, as `/proc` tells it: the second field behind the name, which may itself have blanks.
fn parent(pid: Pid) -> Option<Pid> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    Pid::from_raw(fields.split_whitespace().nth(1)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_found() {
        assert_eq!(parent(rustix::process::getpid()), getppid());
    }
}
