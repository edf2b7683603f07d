#!/usr/bin/env python3
"""Learn what two to four letters in a row say for a name or against it: src/base/pii/names/letters.txt.

usage: name_letters.py NAMES WORDS... > letters.txt

NAMES is src/base/pii/names.txt; WORDS are lists of words, one a line, such as Debian's wswedish (in UTF-8), the stems of
hunspell-sv and wamerican-small. Words with a capital are left out of them. Beside NAMES it learns from the names of Faker
40.63 (`pip install faker`, MIT), as far as they are in Latin letters and no words. The same files give the same table.
"""

import importlib
import math
import pkgutil
import random
import re
import sys

from faker.providers import person

KEPT = 16000
FEWEST = 3
LARGEST = 9


def parts(word):
    marked = f"^{word.lower()}$"
    return ["^"] + [marked[at : at + n] for n in (2, 3, 4) for at in range(len(marked) - n + 1)]


def of_faker():
    """The first and family names of Faker, whatever the country."""
    names = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        lists = [getattr(provider, field) for field in dir(provider) if "first" in field or "last" in field]
        texts = [text for list_ in lists if isinstance(list_, (list, tuple, dict)) for text in list_ if isinstance(text, str)]
        names.update(name for text in texts for name in re.split(r"[ \-'’]", text))
    return {name for name in names if re.fullmatch("[A-ZÅÄÖÉÜ][a-zåäöéèàü]{2,}", name)}


def learnt(examples, kept=None, rounds=5):
    """Logistic regression by stochastic gradient descent."""
    weights = {}
    shuffled = random.Random(1)
    for number in range(rounds):
        shuffled.shuffle(examples)
        step = 0.15 / (1 + number)
        for word, is_name in examples:
            seen = [part for part in parts(word) if kept is None or part in kept]
            sum_ = sum(weights.get(part, 0.0) for part in seen)
            change = (is_name - 1 / (1 + math.exp(-max(-30, min(30, sum_))))) * step
            if abs(change) > 1e-4:
                for part in seen:
                    weights[part] = weights.get(part, 0.0) * (1 - 1e-5 * step) + change
    return weights


def main():
    names_file, *word_files = sys.argv[1:]
    names = {name for name in open(names_file, encoding="utf-8").read().split() if name.isalpha()}
    words = set()
    for file in word_files:
        words.update(line.split("/")[0].strip() for line in open(file, encoding="utf-8"))
    words = {word for word in words if word.isalpha() and word.islower() and len(word) > 1}
    names |= {name for name in of_faker() if name.lower() not in words}
    examples = [(name, 1) for name in sorted(names)] + [(word, 0) for word in sorted(words)]
    counts = {}
    for word, _ in examples:
        for part in set(parts(word)):
            counts[part] = counts.get(part, 0) + 1
    weights = learnt(list(examples), {part for part, count in counts.items() if count >= FEWEST})
    telling = sorted(weights, key=lambda part: (-abs(weights[part]) * math.sqrt(counts[part]), part))
    weights = learnt(list(examples), set(telling[:KEPT]) | {"^"})
    lines = {}
    for part, weight in weights.items():
        lines.setdefault(max(-LARGEST, min(LARGEST, round(weight * 2))), []).append(part)
    for weight in sorted(weight for weight in lines if weight):
        line = str(weight)
        for part in sorted(lines[weight]):
            if len(line) + 1 + len(part) > 119:
                print(line)
                line = str(weight)
            line += f" {part}"
        print(line)


main()
