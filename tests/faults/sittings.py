"""Errors in a sitting: every call that reaches the disk fails, or the program is killed at it."""

import os
import shutil

from coding import Coder, new_study
from outcome import Count, is_whole
from tracing import SYNCS, can_trace, injections, seen, strace, under_strace, unsynced_gone

# How a sitting may end: well, refused, not saved, damaged, killed. Not as a bug does, nor on wrong arguments.
ENDS = (0, 1, 3, 4, -9)


def sitting(home, rng, follow, error, paths=()):
    """One sitting in which a call fails: what it promised that is lost afterwards, also where the power is cut then."""
    study, log = new_study(home), home / 'strace.log'
    # A plain sitting first, so that there is something to come back to.
    first = Coder(study, 'robin', rng)
    for _ in range(3 if first.begins() else 0):
        first.answer()
    os.write(first.fd, b'q')
    first.end()
    coder = under_strace(study, 'robin', rng, log, error, {'write', *SYNCS, *follow}, paths)
    if coder.begins(10):
        for _ in range(9):
            coder.answer(1)
    coder.seen = {**first.seen, **coder.seen}
    unsaved = 'NOT SAVED' in coder.screen.text()
    if coder.open:
        os.write(coder.fd, b'\x03' if unsaved else b'q')
    code = coder.end(5)
    lost = coder.lost()
    if unsaved and code != 3 or code not in ENDS:
        lost.append((f'ended with {code}', coder.screen.text().strip()[-300:]))
    cut = home / 'cut'
    shutil.copytree(study / 'ledger/robin', cut)
    unsynced_gone(log, cut)
    lost += [('once the power is cut', *one) for one in coder.lost(cut)]
    is_hit = 'INJECTED' in log.read_text(errors='replace') or code == -9
    lost += is_whole(study)
    shutil.rmtree(cut)
    shutil.rmtree(study)
    return coder, lost, is_hit


def plain_places(home, rng):
    """Every call of a sitting on its study: looked at on everything at first, then on the files of the study alone."""
    log = home / 'strace.log'
    study = new_study(home)
    every = Coder(study, 'robin', rng, strace(log, {'%file', '%desc'}))
    if every.begins():
        every.answer()
    os.write(every.fd, b'q')
    every.end()
    shutil.rmtree(study)
    paths = seen(log, home)[1]
    sitting(home, rng, {'%file', '%desc'}, [], paths)
    return seen(log, home)[0], paths


def errors(home, each, rng):
    """Every call of a sitting that reaches the disk fails once, or from then on, in every way that it can; and the
    program is killed at every one of them. Then everything is taken away that was never synced.

    The control is a disk that says it has synced and has not."""
    if not can_trace('errors at calls'):
        return []
    count = Count('error or kill at a call')
    places, paths = plain_places(home, rng)
    print('calls of a sitting: ' + ', '.join(f'{call} {len(turns)}' for call, turns in places.items()), flush=True)
    kinds, reached = set(), set()
    for call, inject in injections(places, each, rng):
        kind = inject.rpartition(':')[0]
        kinds.add(kind)
        coder, lost, is_hit = sitting(home, rng, {call}, [inject], paths)
        count.add(coder, [(inject, one) for one in lost], [])
        reached |= {kind} if is_hit else set()
    for _ in range(3 if each else 10):
        coder, lost, _ = sitting(home, rng, set(), [f'{",".join(SYNCS)}:retval=0'])
        count.control += len(lost)
    count.more = f'({len(reached)} of {len(kinds)} kinds reached)'
    return [count]
