#!/usr/bin/env python3
"""Faults: the program in a terminal while it is killed, its disk fails, its folder is copied and its power is cut.

    tests/faults/faults.py [--long] [--seed N] [kills] [errors] [commands] [copies] [power]

What the screen has shown as saved must be in the ledger, whatever happened; nothing else may be in it but the answer
that was under way. Every part has a control: the same with a promise that is too much, or with a disk that does
nothing, must lose something, or the part proves nothing. AKTKOLL names the program, else it is target/debug/aktkoll.
"""

import argparse
import fcntl
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coding import PROGRAM, Coder, chance, new_study, run
from commands import commands
from outcome import Count, is_whole
from sittings import errors
from tracing import SYNCS, can_trace, under_strace

# How much of each part: the short run for every change, and the long one.
AMOUNT = {
    'kills': (100, 20000),
    # In how many ways and places each kind of call fails; None is in all.
    'errors': (2, None),
    'commands': (1, None),
    'copies': (10, 1000),
    # Of which one in ten is the control; on each file system.
    'power': (10, 560),
}


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


def copies(home, times, rng):
    """`cp -r` of a study while eight people code in it: every copy opens, and has all that was saved when it began.

    The control asks for what was saved up to a moment after the copy was made."""
    count = Count('cp -r while eight code')
    names = ['alva', 'eli', 'ida', 'kim', 'mika', 'noor', 'robin', 'tove']
    study, coders = None, []
    for turn in range(times):
        if turn % 12 == 0:
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
    parser.add_argument('part', nargs='*', help='kills, errors, commands, copies, power; all where none is named')
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
