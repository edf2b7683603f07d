"""Errors in commands: every call of theirs that reaches the disk fails, or the program is killed at it."""

import os
import shutil

from coding import Coder, answers, chance, new_study, run
from outcome import Count
from tracing import can_trace, injections, seen, strace

TEXT = 'Anna moved to Bromma'
COMMANDS = {
    'redact': ('redact', 'study', '--coder', 'robin', '--text', '1', '--yes'),
    'plan': ('plan', 'study', '--coders', 'robin,kim', '--seed', '7', '--yes'),
    'import': ('import', 'study', 'a.csv', '--coder', 'noor'),
    'merge': ('merge', 'study', 'copy'),
    'recover': ('recover', 'damaged'),
    'recover --out': ('recover', 'damaged', '--out', 'mended'),
    'backup': ('backup', 'study', 'safe'),
    'backup again': ('backup', 'study', 'older'),
    'export': ('export', 'study', '--format', 'csv', '--replace'),
    'new': ('new', 'another', '--protocol', 'p.toml', '--cases', 'c.csv'),
    'new --pseudonymise': ('new', 'another', '--protocol', 'p.toml', '--cases', 'c.csv', '--pseudonymise', 'key.csv'),
}
# A backup is one once it is told to be done; an export of a ledger of which a part cannot be read tells that it lacks it.
GROWING = ('safe/ledger/', 'safe/heads', 'older/ledger/', 'older/heads', 'study-export/')
RENAMES = 'rename,renameat,renameat2'
# Where one of these fails, by which things are looked at and removed, something unfinished may stay.
CLEARING = {'unlink', 'unlinkat', 'rmdir', 'getdents64', 'open', 'openat', 'statx', 'newfstatat', 'lstat', 'read'}


def prepared(home):
    """A folder with everything that the commands need: a study with a text in it, a copy that went on, one damaged."""
    home.mkdir()
    study = new_study(home, ('robin', 'kim'))
    coded(study, 'robin', 9)
    os.rename(study, home / 'older')
    run(home, 'backup', 'older', 'study')
    shutil.rmtree(home / 'older')
    run(home, 'backup', 'study', 'older')
    coded(study, 'kim', 5)
    coded(study, 'robin', 4, TEXT)
    shutil.copytree(study, home / 'copy')
    coded(home / 'copy', 'kim', 5)
    shutil.copytree(study, home / 'damaged')
    file = home / 'damaged/ledger/robin/0001.jsonl'
    lines = file.read_bytes().splitlines(keepends=True)
    lines[4] = lines[4].replace(b'answer', b'answyr')
    file.write_bytes(b''.join(lines))
    (home / 'a.csv').write_text('case,question,answer\nC-59,q1,yes\nC-60,q1,no\n')


def coded(study, name, times, text=''):
    coder = Coder(study, name, chance(7))
    assert coder.begins(), coder.screen.text()
    for _ in range(times):
        coder.answer()
    for key in ('m', text, '\r') if text else ():
        os.write(coder.fd, key.encode())
        coder.pump(1)
    os.write(coder.fd, b'q')
    coder.end()
    assert not coder.lost()


class State:
    """What stands in a folder: every file that is no ledger, the answers of every coder, and where the text is."""

    def __init__(self, home):
        files = [path for path in home.rglob('*') if path.is_file() and path.relative_to(home).parts[0] != 'aktkoll']
        is_ledger = lambda path: path.parent.parent.name == 'ledger' and path.name[0].isdigit()
        name = lambda path: str(path.relative_to(home))
        self.files = {name(path): path.read_bytes() for path in files if not is_ledger(path)}
        self.answers = {
            (name(folder), *slot): value
            for folder in {path.parent for path in files if is_ledger(path)}
            for slot, value in answers(folder, name(folder).startswith('damaged')).items()
        }
        self.texts = {path.relative_to(home).parts[0] for path in files if TEXT.encode() in path.read_bytes()}

    def differs(self, other):
        """What is not as in another state."""
        sides = ((self.files, other.files), (self.answers, other.answers))
        wrong = [name for one, two in sides for name in {*one, *two} if one.get(name) != two.get(name)]
        return wrong + sorted(self.texts ^ other.texts)

    def is_between(self, before, after):
        """What is neither as it was nor as it was to become. A backup grows, and is one when it has been told to be done."""
        sides = ((self.files, before.files, after.files), (self.answers, before.answers, after.answers))
        return [
            name for one, was, becomes in sides for name in {*one, *was}
            if one.get(name) not in (was.get(name), becomes.get(name)) or name not in {*was, *becomes}
            if not place(name).startswith(GROWING) or is_unfinished(name)
        ]


def place(name):
    """The path in the name of a file, or of an answer."""
    return name if isinstance(name, str) else name[0]


def is_unfinished(name):
    return '/.' in f'/{place(name)}'


def unwhole(work, but=()):
    """The studies that `verify` finds something wrong with, but for those that are meant to be."""
    found = [path.parent for path in work.glob('[!.]*/study.toml') if path.parent.name not in but]
    said = [(path.name, *run(work, 'verify', path.name)) for path in found]
    return [(name, code, text[-300:]) for name, code, text in said if code]


def one_fault(work, words, before, after, call, inject):
    """A command in which a call fails: what is wrong with what it said, with what it left, or when it is given again."""
    code, said = run(work, *words, before=strace(work.parent / 'strace.log', {call}, [inject]))
    found, is_kill = State(work), 'signal' in inject
    # Where from some call on nothing can be written, nothing can be said.
    is_mute = is_kill or call == 'write' and inject.endswith('+')
    if code == 0:
        wrong = [('said to be done', one) for one in found.differs(after)]
    elif code not in (1, 3, 4, -9) or not said and not is_mute:
        wrong = [(f'exit {code}', said[-300:])]
    else:
        wrong = [('half done', one) for one in found.is_between(before, after)]
    if is_kill or call in CLEARING:
        wrong = [one for one in wrong if not is_unfinished(one[1])]
    # What is damaged stays so until it is recovered, and a backup is one when it has been told to be done.
    meant = {'damaged'} if code or words != COMMANDS['recover'] else set()
    wrong += unwhole(work, meant | ({'safe', 'older'} if code else set()))
    if code and not wrong and found.differs(after):
        code, said = run(work, *words)
        # A file of an export that lacked something is no file of the next.
        stale = {one for one in found.files if one.startswith('study-export/')} - {*after.files}
        left = [one for one in State(work).differs(after) if one not in stale]
        # What was done after all is not done again, and what that attempt has left goes with the next.
        wrong = [('again', code, said[-300:], one) for one in left if code != 1 or not is_unfinished(one)]
    return wrong


def commands(home, each, rng):
    """Every call that reaches the disk of every command that writes fails once, or from then on, in every way that it
    can, and the command is killed at every one of them. What is said to be done is done; else everything is as it was
    or as it was to become, file by file, nothing unfinished stays, an error was told, and given again it is done.

    The control is a disk that says it has renamed and has not."""
    if not can_trace('errors in commands'):
        return []
    count = Count('error in a command')
    ready, work, log = home / 'ready', home / 'work', home / 'strace.log'
    prepared(ready)
    before = State(ready)
    count.promised = len(before.answers)
    for name, words in COMMANDS.items():
        def laid():
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(ready, work)
        laid()
        code, said = run(work, *words, before=strace(log, {'%file', '%desc'}))
        assert code == 0, (name, code, said)
        after, places = State(work), seen(log, work)[0]
        print(f'calls of {name}: ' + ', '.join(f'{call} {len(at)}' for call, at in places.items()), flush=True)
        for call, inject in injections(places, each, rng):
            laid()
            lost = one_fault(work, words, before, after, call, inject)
            count.tries += 1
            if lost:
                count.lost += len(lost)
                print(f'LOST {name} {inject}: {lost[:4]}', flush=True)
        laid()
        code, said = run(work, *words, before=strace(log, {'rename', 'renameat', 'renameat2'}, [f'{RENAMES}:retval=0']))
        count.control += len(State(work).differs(after)) if code == 0 else 0
    return [count]
