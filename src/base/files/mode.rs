//! Modes and groups of files, as far as a file system knows them.

use rustix::fs::{Gid, Mode};
use rustix::io::Errno;
use std::fs::File;
use std::path::Path;

/// Gives a new file or folder its mode, as far as the file system knows modes: FAT refuses the bits that pass a group
/// on, and file systems without modes refuse all.
pub(crate) fn set_mode(path: &Path, mode: u32) -> std::io::Result<()> {
    let set = |mode| rustix::fs::chmod(path, Mode::from_raw_mode(mode));
    mode_known(set(mode).or_else(|_| set(mode & 0o777)))
}

/// The same for an open file, whatever the umask.
pub(crate) fn set_mode_of(file: &File, mode: u32) -> std::io::Result<()> {
    mode_known(rustix::fs::fchmod(file, Mode::from_raw_mode(mode)))
}

/// How setting the mode of one's own new file went: a file system without modes is none to stop at.
pub(crate) fn mode_known(set: rustix::io::Result<()>) -> std::io::Result<()> {
    match set {
        Err(Errno::PERM | Errno::NOTSUP | Errno::NOSYS) => Ok(()),
        set => Ok(set?),
    }
}

/// Gives a file or folder to a group. A user who may give it, as a member of the group or as root, is refused by a file
/// system alone that has no groups: that is none to stop at.
pub(crate) fn set_group(path: &Path, group: Gid) -> std::io::Result<()> {
    match rustix::fs::chown(path, None, Some(group)) {
        Err(Errno::PERM) if is_in(group) => Ok(()),
        Err(Errno::NOTSUP | Errno::NOSYS) => Ok(()),
        given => Ok(given?),
    }
}

/// Whether this process may give files to a group.
fn is_in(group: Gid) -> bool {
    use rustix::process::{getegid, geteuid, getgroups};
    geteuid().is_root() || getegid() == group || getgroups().is_ok_and(|groups| groups.contains(&group))
}
