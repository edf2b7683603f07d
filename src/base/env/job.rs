//! Whether a shell is waiting that could go on with this program once it is stopped.

use std::fs;

/// A process's parent, process group and session, each by number; 0 where it lies outside the container.
///
/// Source: `proc_pid_stat(5)`, fields 4 to 6. The system calls of the same names are not asked: for the crate's types
/// they may not be 0, and in a container they are.
#[derive(Clone, Copy)]
struct Job {
    parent: u32,
    group: u32,
    session: u32,
}

/// Whether the process group is an orphan: nobody outside it, in its session, is the parent of one of those that lead
/// from this process upwards.
pub(crate) fn is_orphaned() -> bool {
    is_orphaned_among(|process| Job::parse(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?))
}

fn is_orphaned_among(job: impl Fn(&str) -> Option<Job>) -> bool {
    let Some(own) = job("self") else { return true };
    let mut next = own.parent;
    while let Some(above) = job(&next.to_string()) {
        if above.session != own.session {
            return true;
        }
        if above.group != own.group {
            return false;
        }
        next = above.parent;
    }
    true
}

impl Job {
    /// Reads the fields behind the name, which may itself have blanks and brackets.
    fn parse(stat: &str) -> Option<Self> {
        let (_, fields) = stat.rsplit_once(')')?;
        let mut fields = fields.split_whitespace().skip(1).map(|field| field.parse().ok());
        let [parent, group, session] = [fields.next()??, fields.next()??, fields.next()??];
        Some(Self { parent, group, session })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the first of these is an orphan: number, parent, group and session of each.
    fn orphaned(processes: &[[u32; 4]]) -> bool {
        is_orphaned_among(|process| {
            let own = processes[0][0].to_string();
            let wanted = if process == "self" { &own } else { process };
            let [_, parent, group, session] = *processes.iter().find(|row| row[0].to_string() == *wanted)?;
            Some(Job { parent, group, session })
        })
    }

    #[test]
    fn the_running_program_is_read() {
        let own = Job::parse(&fs::read_to_string("/proc/self/stat").unwrap()).unwrap();
        assert_eq!(own.parent, std::os::unix::process::parent_id());
    }

    #[test]
    fn a_name_may_have_blanks_and_brackets() {
        let job = Job::parse("12 (a) S 7 (b) S 10 11 9 34816 11").unwrap();
        assert_eq!((job.parent, job.group, job.session), (10, 11, 9));
        assert!(Job::parse("12 (a) S 7").is_none());
    }

    #[test]
    fn a_shell_of_the_same_session_is_waiting_also_behind_a_wrapper() {
        assert!(!orphaned(&[[20, 10, 20, 10], [10, 1, 10, 10]]));
        assert!(!orphaned(&[[21, 20, 20, 10], [20, 10, 20, 10], [10, 1, 10, 10]]));
    }

    #[test]
    fn a_session_of_its_own_and_a_parent_that_is_gone_leave_an_orphan() {
        assert!(orphaned(&[[20, 10, 20, 20], [10, 1, 10, 10]]));
        assert!(orphaned(&[[20, 1, 20, 10], [1, 0, 1, 1]]));
        assert!(orphaned(&[[20, 10, 20, 10]]));
    }

    /// In a container, what lies outside it has the number 0.
    #[test]
    fn in_a_container_what_lies_outside_has_the_number_0() {
        assert!(!orphaned(&[[20, 10, 20, 0], [10, 0, 10, 0]]), "the shell's session was begun outside");
        assert!(orphaned(&[[20, 10, 20, 20], [10, 0, 0, 0]]), "a session of its own below it");
        assert!(orphaned(&[[1, 0, 0, 0]]), "the first process of the container");
    }
}
