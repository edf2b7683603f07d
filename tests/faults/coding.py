"""A coder at the program in a terminal, and what the ledger holds, read without the program."""

import codecs
import fcntl
import hashlib
import json
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get('CARGO_TARGET_DIR', ROOT / 'target'))
PROGRAM = os.environ.get('AKTKOLL', str(BUILT / 'debug/aktkoll'))
QUESTIONS, CASES, ROWS, COLUMNS = 12, 60, 24, 80
VALUES = {'Yes': 'yes', 'No': 'no', '': ''}

PROTOCOL = '''id = "trial"\nversion = "1"\nlanguage = "en"\ntitle = "Trial"
[[attribute]]\nid = "unit"\nlabel = "Unit"\nrole = "unit"\n[[area]]\nid = "A"\nlabel = "Area"\n'''
PROTOCOL += ''.join(
    f'[[question]]\nid = "q{n}"\narea = "A"\ntext = "Ask {n}?"\nscale = "yes_no"\n' for n in range(1, QUESTIONS + 1)
)


def environment(home):
    own = {name: str(home) for name in ('HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME')}
    return own | {'PATH': os.environ['PATH'], 'TERM': 'xterm-256color', 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'NO_COLOR': '1'}


def run(home, *words, before=()):
    """A command of the program: its exit code and all that it says."""
    done = subprocess.run(
        [*before, PROGRAM, '--lang', 'en', *map(str, words)], cwd=home, env=environment(home), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=300,
    )
    return done.returncode, done.stdout


def new_study(home, coders=('robin',)):
    """A study whose cases are shared between some coders."""
    (home / 'aktkoll').mkdir(exist_ok=True)
    (home / 'aktkoll' / 'tour').touch()  # the tour is known
    (home / 'p.toml').write_text(PROTOCOL)
    rows = ''.join(f'C-{n:02},N,{coders[n % len(coders)]}\n' for n in range(1, CASES + 1))
    (home / 'c.csv').write_text('case_id,unit,coder\n' + rows)
    code, said = run(home, 'new', 'study', '--protocol', 'p.toml', '--cases', 'c.csv')
    assert code == 0, said
    return home / 'study'


class Screen:
    """What a terminal shows: as much of one as the program uses."""

    TOKEN = re.compile(r'\x1b\[([0-?]*)[ -/]*([@-~])|\x1b[ -/]*[0-~]|([\x00-\x1f])|([^\x00-\x1f]+)')

    def __init__(self):
        self.decode = codecs.getincrementaldecoder('utf-8')('replace').decode
        self.rest, self.x, self.y = '', 0, 0
        self.cells = [[' '] * COLUMNS for _ in range(ROWS)]
        self.is_torn = False

    def feed(self, data):
        text = self.rest + self.decode(data)
        cut = re.search(r'\x1b(\[[0-?]*[ -/]*)?$', text)
        self.rest = text[cut.start():] if cut else ''
        for token in self.TOKEN.finditer(text[: cut.start()] if cut else text):
            parameters, final, control, plain = token.groups()
            if final:
                self.obey(parameters, final)
            elif plain:
                for one in plain:
                    if self.x < COLUMNS:
                        self.cells[self.y][self.x] = one
                    self.x += 1
            elif control == '\r':
                self.x = 0
            elif control == '\n':
                self.y = min(self.y + 1, ROWS - 1)
            elif control == '\x08':
                self.x = max(min(self.x, COLUMNS) - 1, 0)

    def obey(self, parameters, final):
        numbers = [int(one or 0) for one in parameters.split(';')] if re.fullmatch('[0-9;]*', parameters) else [0]
        first = max(numbers[0], 1)
        if parameters == '?2026':
            # A frame that is to be shown as a whole begins, or ends.
            self.is_torn = final == 'h'
        elif final == 'H':
            self.y, self.x = first - 1, max((numbers + [1])[1], 1) - 1
        elif final == 'd':
            self.y = first - 1
        elif final == 'G':
            self.x = first - 1
        elif final in 'AB':
            self.y += first if final == 'B' else -first
        elif final in 'CD':
            self.x += first if final == 'C' else -first
        elif final in 'KJ':
            start = 0 if numbers[0] == 2 else self.x
            self.cells[self.y][start:] = [' '] * len(self.cells[self.y][start:])
            for row in range(0 if numbers[0] == 2 else self.y + 1, ROWS if final == 'J' else 0):
                self.cells[row] = [' '] * COLUMNS

    def text(self):
        return '\n'.join(''.join(row) for row in self.cells)


class Coder:
    """Somebody who codes in a terminal of their own: what was typed, and what the screen has shown as saved."""

    def __init__(self, study, name, chance, before=()):
        self.study, self.name, self.chance = study, name, chance
        self.screen, self.open = Screen(), True
        self.seen, self.typed, self.pending, self.last, self.before = {}, {}, {}, '', ''
        self.history = []
        words = [*before, PROGRAM, str(study), '--coder', name, '--lang', 'en']
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                os.execvpe(words[0], words, environment(study.parent))
            finally:
                os._exit(127)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', ROWS, COLUMNS, 0, 0))

    def pump(self, wait):
        """Takes in what the program draws until it is quiet, waiting so long for a beginning; whether anything came."""
        came = False
        quiet = lambda: 1 if self.screen.is_torn else 0.002
        while self.open and select.select([self.fd], [], [], quiet() if came else wait)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b''
            self.open = bool(data)
            came = came or self.open
            self.screen.feed(data)
        if came and not self.screen.is_torn:
            self.look()
        return came

    def look(self):
        """Notes every answer that stands on the screen: what is shown there is promised."""
        text = self.screen.text()
        if 'Saved' not in text.splitlines()[-1]:
            return
        case = re.search(r'(C-\d\d) ·', text.splitlines()[0])
        # Below the line that ends the list, the open question stands once more, without its answer.
        listed = text.split('├')[0]
        for number, label in re.findall(r'(\d+) Ask \1\?\s*(Yes|No|)\s*$', listed, re.M) if case else ():
            slot = (case[1], f'q{number}')
            if label or slot in self.seen:
                if self.seen.get(slot) != VALUES[label]:
                    self.history.append((slot, VALUES[label]))
                    self.pending.pop(slot, None)
                self.seen[slot] = VALUES[label]

    def begins(self, seconds=20):
        """Waits until the questions are shown; whether they are."""
        end = time.monotonic() + seconds
        while self.pump(0.02) or ' Ask ' not in self.screen.text():
            if time.monotonic() > end or not self.open:
                return False
        return True

    def press(self):
        """Presses a key that makes sense now; never the same answer twice, for that would be a key held down."""
        text = self.before = self.screen.text()
        case = re.search(r'(C-\d\d) ·', text.splitlines()[0])
        at = re.search(r'▶ +(\d+) Ask', text)
        if 'NOT SAVED' in text:
            key = '\r'
        elif 'finish, next' in text:
            key = ' '
        elif self.last in ('y', 'n') and self.typed and self.chance.random() < 0.1:
            key = 'u'
            slot = list(self.typed)[-1]
            self.pending.setdefault(slot, set()).update(VALUES.values())
        else:
            key = 'n' if self.last == 'y' else 'y'
            if case and at:
                slot, value = (case[1], f'q{at[1]}'), VALUES['Yes' if key == 'y' else 'No']
                self.typed.pop(slot, None)
                self.typed[slot] = value
                self.pending.setdefault(slot, set()).add(value)
        self.last, self.pressed = key, time.monotonic()
        os.write(self.fd, key.encode())

    def answer(self, seconds=5):
        """Presses a key and waits until what it does is shown, or is not saved; whether the program still runs."""
        self.press()
        end = time.monotonic() + seconds
        while self.open and not self.is_settled() and time.monotonic() < end:
            self.pump(0.05)
        return self.open

    def is_settled(self):
        """Whether the frame that follows the last key has come."""
        text = self.screen.text()
        is_late = time.monotonic() > self.pressed + 1
        return is_late or text != self.before and (not self.pending or 'NOT SAVED' in text)

    def kill(self, number=signal.SIGKILL):
        """Ends the program, and takes in what it had drawn."""
        os.kill(self.pid, number)
        return self.end()

    def end(self, seconds=30):
        end = time.monotonic() + seconds
        while self.open and time.monotonic() < end:
            self.pump(0.05)
        os.close(self.fd)
        if self.open:
            os.kill(self.pid, signal.SIGKILL)
        self.open = False
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def lost(self, ledger=None, promised=None):
        """The answers that were promised and are not in the ledger, in any folder that holds it."""
        held = answers(ledger or self.study / 'ledger' / self.name)
        promised = self.seen if promised is None else promised
        return [
            (*slot, f'{value or "-"} was shown, {held.get(slot, "") or "-"} is stored')
            for slot, value in promised.items()
            if held.get(slot, '') != value and held.get(slot, '') not in self.pending.get(slot, ())
        ]


def answers(folder, is_damaged=False):
    """The answers of one coder: the chain of every line checked, files that were left read as far as they hold; a
    damaged one up to its damage."""
    files, limits, lines = {}, {}, {}
    for path in sorted(folder.glob('[0-9]*.jsonl')) if folder.exists() else ():
        whole, head, at = path.read_bytes().rpartition(b'\n')[0], '0' * 32, 0
        files[int(path.stem)] = rows = []
        for line in whole.split(b'\n') if whole else ():
            entry, covered = json.loads(line), line.split(b',"h":"')[0]
            head = hashlib.sha256(head.encode() + covered).hexdigest()[:32]
            if is_damaged and entry['h'] != head:
                break
            assert entry['h'] == head, f'{path}: the chain is broken at byte {at}'
            at += len(line) + 1
            rows.append((at, entry))
            limits.update((one['segment'], one['length']) for one in entry.get('poisoned', ()))
    for number, rows in files.items():
        for end, entry in rows:
            if entry['op'] == 'answer' and end <= limits.get(number, end):
                lines[entry['seq']] = entry
    return {(one['case_id'], one['question']): one['answer'] for _, one in sorted(lines.items())}


def chance(seed):
    return random.Random(seed)
