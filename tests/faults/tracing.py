"""The program under strace: which of its calls reach the disk, and some of them changed."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from coding import PROGRAM, Coder, run

SYNCS = ('fdatasync', 'fsync')
# How a call can fail; any other as the last line says.
ERRORS = {
    'write': ('EIO', 'ENOSPC', 'EDQUOT', 'EINTR'),
    'pwrite64': ('EIO', 'ENOSPC'),
    'fdatasync': ('EIO', 'ENOSPC'),
    'fsync': ('EIO', 'EDQUOT'),
    'openat': ('EACCES', 'EROFS', 'ESTALE', 'EMFILE'),
    'flock': ('ENOLCK', 'EBADF'),
    'mkdir': ('ENOSPC', 'EROFS'),
    'rename': ('EIO', 'ENOSPC'),
    'renameat2': ('EIO', 'EINVAL', 'EROFS'),
    'linkat': ('EPERM', 'EIO'),
    'read': ('EIO', 'ESTALE', 'EINTR'),
    '': ('EIO', 'ESTALE'),
}
# Calls that have a path or a file and reach no disk; of closing, nothing is asked.
ELSEWHERE = {'close', 'execve', 'mmap', 'poll', 'ppoll', 'ioctl', 'fcntl', 'epoll_ctl', 'epoll_wait', 'inotify_add_watch', 'getcwd'}
DATA = {'read', 'write', 'pread64', 'pwrite64'}


def can_trace(part):
    """Whether strace is there and may look at a program here; says so where not."""
    if not shutil.which('strace'):
        sys.exit('no strace: apt-get install strace')
    done = subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f'NOT TRIED: {part}: {done.stderr.strip()}', flush=True)
    return done.returncode == 0


def strace(log, follow, inject=(), paths=()):
    """The words in front of a command that is traced: which calls, which of them changed, and on which paths alone."""
    words = ['strace', '-f', '-qq', '-y', '-o', str(log), '-e', 'signal=none', '-e', f'trace={",".join(sorted(follow))}']
    words += [word for path in paths for word in ('-P', str(path))]
    return [*words, *(word for one in inject for word in ('-e', f'inject={one}'))]


def under_strace(study, name, rng, log, inject, follow, paths=()):
    """A coder whose program runs under strace, which looks at the calls on some paths: else on the coder's own files."""
    ledger = study / 'ledger'
    own = [ledger, ledger / name, *(ledger / name / f'{n:04}.jsonl' for n in range(1, 9))]
    return Coder(study, name, rng, strace(log, follow, inject, {*own, *paths}))


def lines(log):
    """The lines of a trace; what a thread began while another had its say, and ended later, as one where it ended."""
    begun = {}
    for line in log.read_text(errors='replace').splitlines():
        thread, _, told = line.partition(' ')
        start, is_begun, _ = told.strip().partition(' <unfinished ...>')
        rest = re.match(r'\s*<\.\.\. \w+ resumed>(.*)', told)
        if is_begun:
            begun[thread] = start
        elif rest:
            yield f'{thread} {begun.pop(thread, "")}{rest[1]}'
        else:
            yield line


def seen(log, home):
    """What a traced run did on the disk below a folder: per call the turns, counted in each thread, and the paths."""
    turns, places, paths = Counter(), {}, set()
    for line in lines(log):
        found = re.match(r'(\d+) +(\w+)\(', line)
        if not found or found[2] in ELSEWHERE:
            continue
        thread, call = found.groups()
        turns[thread, call] += 1
        files = set(re.findall(rf'<({re.escape(str(home))}/[^>]*)>', line))
        if call not in DATA:
            named = re.findall(r'"([^"]*)"', line)
            files |= {name for name in named if name.startswith(f'{home}/') or name and not name.startswith('/')}
        if files:
            places.setdefault(call, set()).add(turns[thread, call])
            paths |= files
    return {call: sorted(found) for call, found in sorted(places.items())}, paths


def injections(places, each, rng):
    """How every call of a run is made to fail, once or from then on, and the program killed at it; for each kind of call
    in so many of these ways, or in all."""
    for call, turns in places.items():
        errors = ERRORS.get(call, ERRORS[''])
        # What is interrupted is tried again, so it is never interrupted for ever.
        ends = lambda error: ('',) if error == 'EINTR' else ('', '+')
        ways = [f'error={error}:when={turn}{end}' for turn in turns for error in errors for end in ends(error)]
        ways += [f'signal=KILL:when={turn}' for turn in turns]
        for way in rng.sample(ways, min(each, len(ways))) if each else ways:
            yield call, f'{call}:{way}'


def unsynced_gone(log, into):
    """Takes away what no successful sync has put on the disk: a power cut as the strictest disk would have it."""
    sizes, synced = {}, {}
    for line in lines(log):
        call = re.search(r'\b(write|fdatasync|fsync)\(\d+<([^>]*\.jsonl)>.*\)\s+= (\d+)(.*)', line)
        if call:
            name, path, result, told = call.groups()
            if name == 'write':
                sizes[path] = sizes.get(path, 0) + (0 if 'INJECTED' in told else int(result))
            elif 'INJECTED' not in told:
                synced[path] = sizes.get(path, 0)
    for path in sizes:
        copy = into / Path(path).name
        if copy.exists():
            os.truncate(copy, min(synced.get(path, 0), copy.stat().st_size))
    return bool(sizes)
