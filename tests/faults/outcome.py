"""What a part of the faults came to."""

from coding import run


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
