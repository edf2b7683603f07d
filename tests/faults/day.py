#!/usr/bin/env python3
"""A day's work on a file system: day.py DIR. Every operation with how it went, for the table in docs/disks.md.

One case is coded in a terminal, with an undo and a text; the text is redacted while the study is open; a copy that
somebody coded in is merged back; a second person codes while the first does."""

import os
import shutil
import signal
import sys
from pathlib import Path

from coding import Coder, chance, new_study, run

CANARY = 'Anna moved to Bromma'


def typed(coder, *keys):
    for key in keys:
        os.write(coder.fd, key.encode())
        coder.pump(1)


def coded(home):
    """One case with an undo and a text, somebody else beside, and a redaction while both are at it."""
    study = new_study(home, ('robin', 'kim'))
    coders = [Coder(study, name, chance(7)) for name in ('robin', 'kim')]
    for coder in coders:
        assert coder.begins(), coder.screen.text()
    for _ in range(14):
        for coder in coders:
            coder.answer()
    yield 'code', [one for coder in coders for one in coder.lost()]
    before = len(coders[0].history)
    typed(coders[0], 'u')
    yield 'undo', [] if len(coders[0].history) > before else ['nothing was undone']
    typed(coders[0], 'm', CANARY, '\r')
    others = [run(home, word, study)[0] for word in ('status', 'tally', 'verify')]
    yield 'others look', [] if others == [0, 0, 0] else [str(others)]
    code, said = run(home, 'redact', study, '--coder', 'robin', '--text', '1', '--yes')
    yield 'redact', [] if code == 0 else [said]
    for coder in coders:
        coder.answer()
        os.write(coder.fd, b'q')
        ended = coder.end()
        yield f'{coder.name} ends', [] if ended == 0 else [ended]
        yield 'nothing lost', coder.lost()
    found = [str(path) for path in home.rglob('*') if path.is_file() and CANARY.encode() in path.read_bytes()]
    yield 'text is gone', found


def commands(home):
    """What is done with a study afterwards."""
    study = home / 'study'
    shutil.copytree(study, home / 'copy')
    other = Coder(home / 'copy', 'kim', chance(8))
    assert other.begins(), other.screen.text()
    for _ in range(5):
        other.answer()
    os.write(other.fd, b'q')
    other.end()
    cases, protocol = ('--cases', 'c.csv'), ('--protocol', 'p.toml')
    (home / 'a.csv').write_text('case,question,answer\nC-59,q1,yes\n')
    for name, words in (
        ('merge', ('merge', study, home / 'copy')),
        ('import', ('import', study, 'a.csv', '--coder', 'noor')),
        ('plan', ('plan', study, '--coders', 'robin,kim', '--yes')),
        ('export', ('export', study, '--format', 'all')),
        ('report', ('report', study, '--format', 'docx', '-o', 'r.docx')),
        ('backup', ('backup', study, 'safe')),
        ('backup again', ('backup', study, 'safe')),
        ('verify', ('verify', study)),
        ('verify the backup', ('verify', 'safe')),
        ('recover', ('recover', study)),
        ('new --group', ('new', 'shared', *protocol, *cases, '--group', str(os.getgid() or 4))),
        ('new over another', ('new', 'shared', *protocol, *cases)),
    ):
        code, said = run(home, *words)
        is_well = code == (1 if name == 'new over another' else 0)
        yield name, [] if is_well else [f'exit {code}: {said}']
    is_given = (home / 'shared').stat().st_gid == (os.getgid() or 4)
    print(f'     the group {"has it" if is_given else "is told to lack it"}')
    code, said = run(home, 'selftest', home)
    lines = said.splitlines()
    print(f'     {lines[0].rpartition("(")[2][:-1]}, exit {code}:')
    print(*(f'     {line}' for line in lines[1:] if not line.startswith(('guaranteed', 'not tried'))), sep='\n')
    lost = other.lost(study / 'ledger/kim')
    yield 'merged whole', lost
    shared = Coder(home / 'shared', 'robin', chance(9))
    yield 'code in a group', [] if shared.begins() and shared.answer() and not shared.lost() else [shared.screen.text()]
    shared.kill(signal.SIGTERM)


def main():
    home = Path(sys.argv[1]) / f'day-{os.getpid()}'
    home.mkdir()
    failed = 0
    try:
        for part in (coded, commands):
            for name, faults in part(home):
                failed += bool(faults)
                print(f'{"FAIL" if faults else "ok  "} {name} {" ".join(map(str, faults))[:400]}', flush=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    left = home.exists() and [str(path) for path in home.rglob('*')]
    if left:
        print(f'left: {left[:5]}')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
