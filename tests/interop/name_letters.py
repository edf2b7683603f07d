#!/usr/bin/env python3
"""Learn what two or three letters in a row say for a name or against it: src/base/pii/names/letters.txt.

usage: name_letters.py NAMES WORDS... > letters.txt

NAMES is src/base/pii/names.txt; WORDS are lists of words, one a line, such as Debian's wswedish (in UTF-8), the stems of
hunspell-sv and wamerican-small. Words with a capital are left out of them. The same files give the same table.
"""

import math
import random
import sys

KEPT = 7000
LARGEST = 9


def parts(word):
    marked = f"^{word.lower()}$"
    return ["^"] + [marked[at : at + n] for n in (2, 3) for at in range(len(marked) - n + 1)]


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
    examples = [(name, 1) for name in sorted(names)] + [(word, 0) for word in sorted(words)]
    counts = {}
    for word, _ in examples:
        for part in set(parts(word)):
            counts[part] = counts.get(part, 0) + 1
    weights = learnt(list(examples))
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
