"""A made-up study that three coded, and what its agreement is by another reading of its files.

`agree.py make FOLDER` writes the protocol, the case list, the answers of three coders, and some that are changed before and
after another has finished; `agree.py compare STUDY JSON` reads the study's ledger line by line, computes the agreement of
every question with krippendorff, scikit-learn and irrCAC, and compares it with what `agree --all --format json` printed.
"""

import csv
import glob
import json
import math
import random
import sys
import warnings
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

TOLERANCE = 1e-6
CASES, CODERS, STEPS, MEANS = 48, ("anna", "bo", "cia"), ("nej", "delvis", "ja"), ("samtal", "besok", "ingen")
PROTOCOL = """id = "three"
version = "1"
language = "sv"
title = "Tre granskare"
[scale.medel]
choices = [
  { id = "samtal", label = "Samtal" },
  { id = "besok", label = "Besök" },
  { id = "ingen", label = "Ingen", exclusive = true },
]
[[area]]
id = "A"
label = "A"
[[question]]
id = "beslut"
area = "A"
text = "Finns ett beslut?"
scale = "ja_nej"
[[question]]
id = "plan"
area = "A"
text = "Finns en plan?"
scale = "ja_delvis_nej"
na = true
optional = true
[[question]]
id = "mal"
area = "A"
text = "Är målen tydliga?"
scale = "ja_delvis_nej"
when = { beslut = "ja" }
[[question]]
id = "medel"
area = "A"
text = "Hur nås målen?"
kind = "choices"
scale = "medel"
when = { mal = ["ja", "delvis"] }
[[question]]
id = "timmar"
area = "A"
text = "Hur många timmar?"
kind = "number"
optional = true
[[question]]
id = "samma"
area = "A"
text = "Är allt lika?"
scale = "ja_nej"
"""
QUESTIONS = ("beslut", "plan", "mal", "medel", "timmar", "samma")
ORDERED = ("light_linear", "light_quadratic", "alpha_ordinal", "alpha_interval", "ac2")
SCALES = {"beslut": ["ja", "nej"], "plan": ["ja", "delvis", "nej"], "mal": ["ja", "delvis", "nej"], "samma": ["ja", "nej"]}


def asked(question, answers):
    """Whether a coder's own answers ask for a question; None where that is not known yet."""
    gate, values = {"mal": ("beslut", ("ja",)), "medel": ("mal", ("ja", "delvis"))}.get(question, (None, ()))
    if not gate:
        return True
    above = asked(gate, answers)
    return above if above is not True else answers[gate] in values if answers.get(gate) else None


def make(folder):
    draw = random.Random(7)
    names = [f"{unit}-{n:02}" for unit in ("NOR", "SYD") for n in range(1, CASES // 2 + 1)]

    def row(truth=None, share=0.8):  # mostly as in truth
        of = lambda question, values: truth[question] if truth and draw.random() < share else draw.choice(values)
        means = ["samtal", "besok", "samtal;besok", "ingen"]
        return {
            "beslut": of("beslut", ["ja", "ja", "nej"]),
            "plan": of("plan", ["ja", "delvis", "nej", "ej_aktuellt", ""]),
            "mal": of("mal", STEPS),
            "medel": of("medel", means),
            "timmar": of("timmar", ["", "0", "1,5", "2", "4", "10"]),
            "samma": "ja",
        }

    truths = {name: row() for name in names}
    write = lambda path, head, rows: csv.writer(open(path, "w", newline="", encoding="utf-8")).writerows([head, *rows])
    write(folder / "cases.csv", ["case_id", "unit", "coder", "second"],
          [[name, name[:3], "anna", "bo" if n % 8 else ""] for n, name in enumerate(names)])
    for coder, cases in (("anna", names), ("bo", names[::2] + names[1::4]), ("cia", names[::3])):
        rows = {name: row(truths[name]) for name in cases}
        for name, own in rows.items():
            for question in QUESTIONS:
                if asked(question, own) is not True:
                    own[question] = ""
        write(folder / f"{coder}.csv", ["case_id", *QUESTIONS], [[name, *own.values()] for name, own in rows.items()])
        if coder == "anna":
            other = lambda name: [name, "nej" if rows[name]["beslut"] == "ja" else "ja"]
            write(folder / "before.csv", ["case_id", "beslut"], [other(name) for name in names[4:12]])
            write(folder / "after.csv", ["case_id", "beslut"], [other(name) for name in names[20:40]])
    (folder / "protocol.toml").write_text(PROTOCOL, encoding="utf-8")


def codings(study):
    """Case by case what each coder had said when both that coder and another had finished the case."""
    lines = [json.loads(line) for path in glob.glob(f"{study}/ledger/*/*.jsonl") for line in open(path, encoding="utf-8")]
    lines.sort(key=lambda line: (line["seq"], line["coder"], line["segment"]))
    by_case = defaultdict(list)
    for line in lines:
        if line["op"] in ("answer", "done", "take"):
            by_case[line["case_id"]].append(line)
    with open(f"{study}/cases.csv", encoding="utf-8") as file:
        assigned = {row["case_id"]: row["coder"] for row in csv.DictReader(file)}
    for case, lines in by_case.items():
        done, answers, owner, said = set(), defaultdict(dict), assigned[case], {}
        for line in lines:
            place = (line["coder"], line["round"])
            if line["round"] == "first" and place[0] != owner and line["op"] != "take":
                continue
            coding = "first" if line["round"] == "first" else place[0]
            if line["op"] == "take":
                owner = line["coder"]
            elif line["op"] == "answer":
                answers[coding][line["question"]] = line["answer"]
            else:
                (done.add if line["answer"] else done.discard)(coding)
                if len(done) > 1:
                    for each in done - said.keys():
                        said[each] = (owner if each == "first" else each, dict(answers[each]))
        if said:
            yield case, dict(said.values())


def category(question, answers):
    """What a coding says to a question: an answer, "-" where it does not apply, None where nothing is said yet."""
    is_asked = asked(question, answers)
    if is_asked is not True:
        return None if is_asked is None else "not asked"
    return answers.get(question) or None


def parts(question, said):
    """The ratings of each part: the name, the choice, the scale, and a list of answers for each case."""
    rows = [[category(question, own[coder]) if coder in own else None for coder in CODERS] for own in said]
    rows = [row for row in rows if any(a not in (None, "not asked") for a in row)]
    rows = [["-" if a in ("not asked", "ej_aktuellt") else a for a in row] for row in rows]
    scale = SCALES.get(question) or sorted({a for row in rows for a in row if a and a != "-"})
    applies = ["-"] if question in ("plan", "mal", "medel") else []
    yield "whole", None, scale + applies, rows
    answered = [[None if a == "-" else a for a in row] for row in rows]
    if applies:
        yield "applies", None, ["+", "-"], [[a and ("-" if a == "-" else "+") for a in row] for row in rows]
        yield "answer", None, scale, answered
    if question == "medel":
        for choice in MEANS:
            yield "choice", choice, [True, False], [[a and choice in a.split(";") for a in row] for row in answered]


def pairs_of(rows):
    return sum(math.comb(sum(a is not None for a in row), 2) for row in rows)


def measures(question, part, scale, rows):
    """Each measure with the number of its cases and its value; None where it has none."""
    import krippendorff
    import numpy
    import pandas
    from irrCAC.raw import CAC
    from sklearn.metrics import cohen_kappa_score

    rows = [row for row in rows if sum(a is not None for a in row) > 1]
    said = [[a for a in row if a is not None] for row in rows]
    alike = sum(len(set(row)) == 1 for row in said)
    yield "alike", len(rows), alike / len(rows) if rows else None

    def kappa(rows, scale, weights):
        pairs = []
        for one, other in combinations(range(len(CODERS)), 2):
            both = [(row[one], row[other]) for row in rows if row[one] is not None and row[other] is not None]
            if len({a for pair in both for a in pair}) > 1:
                pairs.append(cohen_kappa_score(*zip(*both), labels=scale, weights=weights))
        return sum(pairs) / len(pairs) if pairs else None

    def matrix(rows, places):
        return numpy.array([[math.nan if a is None else places[a] for a in row] for row in rows], float)

    def alpha(rows, places, level):
        if len({a for row in rows for a in row if a is not None}) < 2:
            return None
        return krippendorff.alpha(matrix(rows, places).T, level_of_measurement=level, value_domain=sorted(places.values()))

    def gwet(rows, scale, weights):
        places = {a: place for place, a in enumerate(scale)}
        cac = CAC(pandas.DataFrame(matrix(rows, places)), weights=weights, categories=list(places.values()), digits=12)
        return cac.gwet()["est"]["coefficient_value"]

    pairs = [sum(a == b for a, b in combinations(row, 2)) / math.comb(len(row), 2) for row in said]
    yield "pairs", len(rows), sum(pairs) / len(pairs)
    if question == "timmar":
        yield "alpha_interval", len(rows), alpha(rows, {a: float(a) for a in scale}, "interval")
    if question == "timmar" or question == "medel" and part in ("whole", "answer"):
        return
    yield "light", len(rows), kappa(rows, scale, None)
    yield "alpha", len(rows), alpha(rows, {a: place for place, a in enumerate(scale)}, "nominal")
    yield "ac1", len(rows), gwet(rows, scale, "identity")
    if set(scale) == set(STEPS):
        places = {a: place for place, a in enumerate(STEPS)}
        yield "light_linear", len(rows), kappa(rows, STEPS, "linear")
        yield "light_quadratic", len(rows), kappa(rows, STEPS, "quadratic")
        yield "alpha_ordinal", len(rows), alpha(rows, places, "ordinal")
        yield "ac2", len(rows), gwet(rows, STEPS, "ordinal")


def compare(study, printed):
    warnings.simplefilter("ignore")
    doubled = dict(codings(study))
    ours = json.load(open(printed, encoding="utf-8"))
    told = ours["groups"][-1]
    known = {(one["id"], f["part"], f["choice"], f["measure"]): f for one in told["questions"] for f in one["figures"]}
    all_, same = Counter(), Counter()

    def check(what, where, one, other):
        all_[what] += 1
        if one == other or None not in (one, other) and abs(one - other) < TOLERANCE:
            same[what] += 1
        else:
            print(f"{what} {where}: {one} and {other}", file=sys.stderr)

    check("cases coded twice", study, ours["cases"], len(doubled))
    nothing = {"value": math.inf, "n": math.inf, "lost_pairs": math.inf}
    for question in QUESTIONS:
        whole = 0
        for part, choice, scale, rows in parts(question, list(doubled.values())):
            whole = pairs_of(rows) if part == "whole" else whole
            for measure, n, value in measures(question, part, scale, rows):
                where = (question, part, choice, measure)
                figure = known.get(where, nothing)
                check(measure, where, figure["value"], value)
                check(f"cases of {measure}", where, figure["n"], n)
                if measure in ORDERED:
                    check(f"pairs without a place for {measure}", where, figure["lost_pairs"], whole - pairs_of(rows))
    for what, n in sorted(all_.items()):
        print(f"{n} {same[what]} {what}")


if sys.argv[1] == "make":
    make(Path(sys.argv[2]))
else:
    compare(sys.argv[2], sys.argv[3])
