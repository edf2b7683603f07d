#!/usr/bin/env python3
"""Faults: the program in a terminal while it is killed, its disk fails, its folder is copied and its power is cut.

    tests/faults/faults.py [--long] [--seed N] [kills] [errors] [copies] [power]

What the screen has shown as saved must be in the ledger, whatever happened; nothing else may be in it but the answer
that was under way. Every part has a control: the same with a promise that is too much, or with a disk that does
nothing, must lose something, or the part proves nothing. AKTKOLL names the program, else it is target/debug/aktkoll.
"""

import argparse
import fcntl
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coding import PROGRAM, Coder, chance, new_study, run

# How much of each part: the short run for every change, and the long one.
AMOUNT = {
    'kills': (100, 20000),
    'errors': (25, 400),
    'copies': (10, 1000),
    'power': (10, 500),
}
SYNCS = ('fdatasync', 'fsync')
# Of a sitting, the calls that reach the disk; each fails in its own ways.
ERRORS = {
    'write': ('EIO', 'ENOSPC', 'EDQUOT', 'EINTR'),
    'fdatasync': ('EIO', 'ENOSPC'),
    'fsync': ('EIO', 'EDQUOT'),
    'openat': ('EACCES', 'EROFS', 'ESTALE'),
    'fchmod': ('EIO', 'EROFS'),
    'flock': ('ENOLCK', 'EBADF'),
    'mkdir': ('ENOSPC', 'EROFS'),
    'statx': ('EIO', 'ESTALE'),
}


class Count:
    """What a part came to: how often it was tried, what was promised, what was lost, and what the control lost."""

    def __init__(self, part):
        self.part, self.tries, self.promised, self.lost, self.control, self.more = part, 0, 0, 0, 0, ''

    def add(self, coder, lost, control):
        self.tries += 1
        self.promised += len(coder.seen)
        self.control += len(control)
        if lost:
            self.lost += len(lost)
            print(f'LOST {self.part}: {lost[:5]}, under way {coder.pending}, before it {coder.history[-5:]}', flush=True)
        if self.tries % 1000 == 0:
            self.tell()

    def tell(self):
        print(f'{self.part:24} {self.tries:6} times {self.promised:8} promised {self.lost:5} lost '
              f'{self.control:7} lost by the control {self.more}', flush=True)
        return self.lost == 0 and self.control > 0


def is_whole(study, codes=(0,)):
    """What `verify` says of a study, if that is not what was expected."""
    code, said = run(study.parent, 'verify', study)
    return [] if code in codes else [(f'verify: {code}', said[-300:])]


def kills(home, times, rng):
    """SIGKILL at a random moment of a sitting: at its start, in the middle of a save, of a frame, between two keys.

    The control takes an answer for saved once its key is pressed."""
    count = Count('kill -9')
    study = None
    for turn in range(times):
        if turn % 40 == 0:
            if study:
                shutil.rmtree(study)
            study = new_study(home)
        coder = Coder(study, 'robin', rng)
        if rng.random() < 0.15:
            time.sleep(rng.random() * 0.08)
        elif coder.begins():
            for _ in range(rng.randrange(9)):
                coder.answer()
            coder.press()
            time.sleep(rng.random() ** 2 * 0.015)
        coder.kill()
        lost = coder.lost() + (is_whole(study) if turn % 40 == 39 else [])
        pending, coder.pending = coder.pending, {}
        count.add(coder, lost, coder.lost(promised=coder.typed))
        coder.pending = pending
    return [count]


def under_strace(study, name, rng, log, inject, follow):
    """A coder whose program runs under strace: its calls on the study's files are noted, and some of them changed."""
    ledger = study / 'ledger'
    files = [ledger, ledger / name, *(ledger / name / f'{n:04}.jsonl' for n in range(1, 9))]
    before = ['strace', '-f', '-qq', '-y', '-o', str(log), '-e', 'signal=none', '-e', f'trace={",".join(follow)}']
    before += [word for path in files for word in ('-P', str(path))]
    return Coder(study, name, rng, [*before, *(word for one in inject for word in ('-e', f'inject={one}'))])


def can_trace(part):
    """Whether strace is there and may look at a program here; says so where not."""
    if not shutil.which('strace'):
        sys.exit('no strace: apt-get install strace')
    done = subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f'NOT TRIED: {part}: {done.stderr.strip()}', flush=True)
    return done.returncode == 0


def unsynced_gone(log, into):
    """Takes away what no successful sync has put on the disk: a power cut as the strictest disk would have it."""
    sizes, synced = {}, {}
    for line in log.read_text(errors='replace').splitlines():
        call = re.search(r'\b(write|fdatasync|fsync)\(\d+<([^>]*\.jsonl)>.*\) = (\d+)(.*)', line)
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


def sitting(home, rng, call, error):
    """One sitting in which a call fails: what it promised that is lost afterwards, also where the power is cut then."""
    study, log = new_study(home), home / 'strace.log'
    # A plain sitting first, so that there is something to come back to.
    first = Coder(study, 'robin', rng)
    for _ in range(3 if first.begins() else 0):
        first.answer()
    os.write(first.fd, b'q')
    first.end()
    follow = {'write', *SYNCS, call.split(':')[0]} - {'none'}
    coder = under_strace(study, 'robin', rng, log, error, follow)
    if coder.begins(10):
        for _ in range(9):
            coder.answer(1)
    coder.seen = {**first.seen, **coder.seen}
    unsaved = 'NOT SAVED' in coder.screen.text()
    if coder.open:
        os.write(coder.fd, b'\x03' if unsaved else b'q')
    code = coder.end(5)
    lost = coder.lost()
    if unsaved and code != 3:
        lost.append((f'ended with {code}', 'NOT SAVED'))
    cut = home / 'cut'
    shutil.copytree(study / 'ledger/robin', cut)
    unsynced_gone(log, cut)
    lost += coder.lost(cut)
    is_hit = log.exists() and 'INJECTED' in log.read_text(errors='replace')
    lost += is_whole(study)
    shutil.rmtree(cut)
    shutil.rmtree(study)
    return coder, lost, is_hit


def errors(home, times, rng):
    """Every call of a sitting that reaches the disk fails once, or from then on, in every way that it can; and the
    program is killed at every one of them. Then everything is taken away that was never synced.

    The control is a disk that says it has synced and has not."""
    if not can_trace('errors at calls'):
        return []
    count = Count('error or kill at a call')
    kinds = [(call, error) for call, kinds in ERRORS.items() for error in (*kinds, 'kill')]
    rng.shuffle(kinds)
    reached = set()
    for turn in range(times):
        call, error = kinds[turn % len(kinds)]
        when = 1 + turn // len(kinds) if times > 100 else rng.randrange(1, 9)
        how = 'signal=KILL' if error == 'kill' else f'error={error}'
        for end in ('',) if error == 'kill' else rng.sample(('', '+'), 1):
            inject = f'{call}:{how}:when={when}{end}'
            coder, lost, is_hit = sitting(home, rng, call, [inject])
            count.add(coder, [(inject, one) for one in lost], [])
            if is_hit or error == 'kill':
                reached.add((call, error))
    for _ in range(max(2, times // 50)):
        coder, lost, _ = sitting(home, rng, 'fdatasync', [f'{",".join(SYNCS)}:retval=0'])
        count.control += len(lost)
    count.more = f'({len(reached)} of {len(kinds)} kinds reached)'
    return [count]


def copies(home, times, rng):
    """`cp -r` of a study while four people code in it: every copy opens, and has all that was saved when it began.

    The control asks for what was saved up to a moment after the copy was made."""
    count = Count('cp -r while four code')
    names = ['alva', 'kim', 'noor', 'robin']
    study, coders = None, []
    for turn in range(times):
        if turn % 25 == 0:
            for coder in coders:
                coder.kill()
            if study:
                shutil.rmtree(study)
            study = new_study(home, names)
            coders = [Coder(study, name, rng) for name in names]
            for coder in coders:
                coder.begins()
        busy(coders, rng.random() * 0.3)
        before = {coder.name: (dict(coder.seen), len(coder.history)) for coder in coders}
        copy = home / 'copy'
        copying = subprocess.Popen(['cp', '-r', study, copy])
        while copying.poll() is None:
            busy(coders, 0.002)
        busy(coders, 0.15)
        code, said = run(home, 'status', copy)
        failed = [] if code in (0, 4) else [(f'status: {code}', said[-300:])]
        for coder in coders:
            promised, shown = before[coder.name]
            pending, coder.pending = coder.pending, {slot: set(values) for slot, values in coder.pending.items()}
            # What was changed after the copy began may stand in it as it was or as it became.
            for slot, value in coder.history[shown:]:
                coder.pending.setdefault(slot, set()).add(value)
            lost = coder.lost(copy / 'ledger' / coder.name, promised)
            coder.pending = {}
            count.add(coder, lost + failed, coder.lost(copy / 'ledger' / coder.name))
            coder.pending, failed = pending, []
        shutil.rmtree(copy)
    for coder in coders:
        coder.kill()
    return [count]


def busy(coders, seconds):
    """All of them code for so long, none waiting for another."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for coder in coders:
            coder.pump(0)
            if not coder.last or coder.is_settled():
                coder.press()


def cut_power(folder):
    """The file system stops as if the power were cut: nothing that waits in memory is written (EXT4/XFS_IOC_SHUTDOWN)."""
    folder = os.open(folder, os.O_RDONLY)
    try:
        fcntl.ioctl(folder, 0x8004587D, struct.pack('I', 2))
    finally:
        os.close(folder)


def power(home, times, rng):
    """The power is cut at a random moment of a sitting on a disk of its own; then it is mounted again.

    The control is a program whose syncs are answered without being done."""
    if os.geteuid() != 0:
        print('NOT TRIED: a power cut needs root, to mount a disk of its own')
        return []
    if not can_trace('a power cut'):
        return []
    counts = []
    for kind, make in (('ext4', ['mkfs.ext4', '-q', '-F']), ('xfs', ['mkfs.xfs', '-q', '-f'])):
        count, image, disk = Count(f'power cut, {kind}'), home / 'disk.img', home / 'disk'
        disk.mkdir(exist_ok=True)
        if not shutil.which(make[0]):
            print(f'NOT TRIED: there is no {make[0]}')
            continue
        for turn in range(times):
            is_control = turn % 10 == 9
            if turn % 10 in (0, 9):
                image.unlink(missing_ok=True)
                with open(image, 'wb') as file:
                    file.truncate(320 << 20)
                subprocess.run([*make, image], check=True)
            mounted = subprocess.run(['mount', '-o', 'loop', image, disk], capture_output=True, text=True, check=False)
            if mounted.returncode:
                print(f'NOT TRIED: a power cut on {kind}: {mounted.stderr.strip()}')
                break
            try:
                one_cut(disk, rng, is_control, count)
            except PermissionError as refused:
                print(f'NOT TRIED: a power cut on {kind}: {refused}')
                break
            finally:
                subprocess.run(['umount', disk], check=False, stderr=subprocess.DEVNULL)
        if count.tries:
            counts.append(count)
    return counts


def one_cut(disk, rng, is_control, count):
    image = disk.with_suffix('.img')
    study = disk / 'study'
    if not study.exists():
        new_study(disk)
        os.sync()
    if is_control:
        coder = under_strace(study, 'robin', rng, Path('/dev/null'), [f'{",".join(SYNCS)}:retval=0'], SYNCS)
    else:
        coder = Coder(study, 'robin', rng)
    coder.begins()
    for _ in range(rng.randrange(4, 25)):
        coder.answer()
    coder.press()
    time.sleep(rng.random() * 0.006)
    coder.pump(0)
    # Nobody sees a screen after the power has gone, and a sync that is under way then may still be answered.
    seen, pending = dict(coder.seen), {slot: set(values) for slot, values in coder.pending.items()}
    cut_power(disk)
    coder.kill()
    coder.seen, coder.pending = seen, pending
    subprocess.run(['umount', disk], check=True)
    subprocess.run(['mount', '-o', 'loop', image, disk], check=True)
    if is_control:
        try:
            count.control += len(coder.lost())
        except (OSError, ValueError, AssertionError):
            # What was never written cannot even be read.
            count.control += len(coder.seen)
    else:
        count.add(coder, coder.lost() + is_whole(study), [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('part', nargs='*', help='kills, errors, copies, power; all where none is named')
    parser.add_argument('--long', action='store_true', help='the long run, of hours')
    parser.add_argument('--seed', type=int, default=int(time.time()))
    args = parser.parse_args()
    print(f'seed {args.seed}')
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f'there is no {PROGRAM}: cargo build')
    sound = True
    for part in args.part or AMOUNT:
        home = Path(tempfile.mkdtemp(prefix='faults-'))
        try:
            for count in globals()[part](home, AMOUNT[part][args.long], chance(args.seed)):
                sound = count.tell() and sound
        finally:
            shutil.rmtree(home, ignore_errors=True)
    sys.exit(0 if sound else 1)


if __name__ == '__main__':
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main()
