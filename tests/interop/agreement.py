"""A thousand drawn matrices, and what other programs make of them.

`agreement.py ask` prints the questions for the example program; `agreement.py compare FILE` reads its answers.

Compared are, with gaps and with choices that nobody gave:
- krippendorff: alpha of all three levels, on the declared scale;
- scikit-learn: kappa of every two coders, plain, linear and quadratic, on the declared scale;
- statsmodels: the same with the standard errors of Fleiss, Cohen and Everitt; Fleiss' kappa of complete cases (it knows no
  gaps); Newcombe's interval of a difference; and scipy, which it brings: Fisher's test;
- irrCAC: percent agreement; Fleiss' kappa and AC1/AC2 with their errors, and alpha of names and equal steps. Its error of
  alpha is compared where all cases have equally many answers, since it leaves a term out elsewhere; its ordinal alpha is
  another coefficient. It gives 1 or nothing where all answers are alike, and divides by zero where one case is rated.
"""

import json
import math
import random
import sys
import warnings
from collections import Counter
from itertools import combinations

MATRICES = 1000
TOLERANCE = 1e-7


def matrices():
    draw = random.Random(20261122)
    for _ in range(MATRICES):
        scale, coders, cases = draw.randint(2, 6), draw.randint(2, 6), draw.randint(1, 40)
        gaps, agree = draw.choice([0, 0, 0.1, 0.3, 0.6]), draw.choice([0, 0.5, 0.8, 0.95, 1])
        used = draw.sample(range(scale), draw.randint(1, scale))
        rows = []
        for _ in range(cases):
            truth = draw.choice(used)
            answers = [truth if draw.random() < agree else draw.choice(used) for _ in range(coders)]
            rows.append([None if draw.random() < gaps else answer for answer in answers])
        yield {"scale": scale, "ratings": rows}


def tables():
    draw = random.Random(4)
    yield from ([draw.randint(0, 40), draw.randint(1, 40), draw.randint(0, 40), draw.randint(1, 40)] for _ in range(500))


def ask():
    for matrix in matrices():
        print(json.dumps(matrix))
    print(json.dumps({"tables": list(tables())}))


compared, differing = Counter(), Counter()


def check(what, ours, theirs, where):
    """Both are the same number, or both are none."""
    theirs = None if theirs is None or math.isnan(theirs) else float(theirs)
    compared[what] += 1
    if (ours is None) != (theirs is None) or ours is not None and abs(ours - theirs) > TOLERANCE:
        differing[what] += 1
        if differing[what] <= 3:
            print(f"{what}: {ours} and {theirs} of {where}", file=sys.stderr)


def with_krippendorff(matrix, ours):
    import krippendorff
    import numpy

    columns = [[math.nan if a is None else a for a in coder] for coder in zip(*matrix["ratings"])]
    for level in ("nominal", "ordinal", "interval"):
        try:
            theirs = krippendorff.alpha(numpy.array(columns, float), level_of_measurement=level,
                                        value_domain=list(range(matrix["scale"])))
        except ValueError:
            theirs = None
        check(f"krippendorff {level}", ours[f"alpha {level}"][0], theirs, matrix)


def with_kappas(matrix, ours):
    import numpy
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import cohens_kappa

    scale = matrix["scale"]
    for place, (one, other) in enumerate(combinations(range(len(matrix["ratings"][0])), 2)):
        both = [(row[one], row[other]) for row in matrix["ratings"] if row[one] is not None and row[other] is not None]
        if not both:
            check("nothing that two coded", ours["kappa identity"][place][0], None, matrix)
            continue
        table = numpy.zeros((scale, scale))
        for a, b in both:
            table[a, b] += 1
        for name, weights in (("identity", None), ("linear", "linear"), ("quadratic", "quadratic")):
            value, error = ours[f"kappa {name}"][place]
            theirs = cohen_kappa_score(*zip(*both), labels=list(range(scale)), weights=weights)
            check(f"scikit-learn kappa {name}", value, theirs, matrix)
            theirs = cohens_kappa(table, wt=weights)
            check(f"statsmodels kappa {name}", value, theirs.kappa, matrix)
            if error and error > 1e-6:  # near 0 the difference of two sums loses its digits, there as here
                check(f"statsmodels error of kappa {name}", error, theirs.std_kappa, matrix)


def with_fleiss(matrix, ours):
    import numpy
    from statsmodels.stats.inter_rater import fleiss_kappa

    active = [coder for coder in zip(*matrix["ratings"]) if any(a is not None for a in coder)]
    rows = [row for row in zip(*active) if None not in row]
    if not rows or len(active) < 2:
        return
    counts = numpy.array([[row.count(place) for place in range(matrix["scale"])] for row in rows])
    check("statsmodels Fleiss of complete cases", ours["fleiss of complete cases"][0], fleiss_kappa(counts), matrix)


def with_irrcac(matrix, ours):
    import pandas
    from irrCAC.raw import CAC

    rows = [row for row in matrix["ratings"] if any(a is not None for a in row)]
    sizes = [sum(a is not None for a in row) for row in rows]
    if len(rows) < 2 or max(sizes) < 2:
        return
    alike = len({a for row in rows for a in row if a is not None}) == 1
    pairable = [row for row, size in zip(rows, sizes) if size > 1]
    varied = len({a for row in pairable for a in row if a is not None}) > 1 and len(pairable) > 1
    frame = pandas.DataFrame([[math.nan if a is None else a for a in row] for row in rows])
    scale = list(range(matrix["scale"]))

    def both(what, key, method, errors=True):
        theirs = method()["est"]
        value, error = ours[key]
        check(f"irrCAC {what}", value, theirs["coefficient_value"], matrix)
        if errors:
            check(f"irrCAC error of {what}", error, theirs["se"], matrix)

    for weights in ("identity", "linear", "quadratic", "ordinal"):
        cac = CAC(frame, weights=weights, categories=scale, digits=12)
        both(f"ac {weights}", f"ac {weights}", cac.gwet)
        if weights == "identity":
            check("irrCAC percent agreement", ours["percent"][0], cac.gwet()["est"]["pa"], matrix)
        if weights == "identity" and not alike:
            both("fleiss", "fleiss", cac.fleiss)
        level = {"identity": "nominal", "quadratic": "interval"}.get(weights)
        if level and varied:
            equal = len({size for size in sizes if size > 1}) == 1
            both(f"alpha {level}", f"alpha {level}", cac.krippendorff, errors=equal)


def with_proportions(ours):
    from scipy.stats import fisher_exact
    from statsmodels.stats.proportion import confint_proportions_2indep

    for (a, b, c, d), (low, high, p) in zip(tables(), ours):
        theirs = confint_proportions_2indep(a, a + b, c, c + d, method="newcomb", compare="diff")
        check("statsmodels Newcombe, lower", low, theirs[0], (a, b, c, d))
        check("statsmodels Newcombe, upper", high, theirs[1], (a, b, c, d))
        check("scipy Fisher", p, fisher_exact([[a, b], [c, d]])[1], (a, b, c, d))


def compare(path):
    warnings.simplefilter("ignore")
    with open(path, encoding="utf-8") as file:
        answers = [json.loads(line) for line in file]
    assert len(answers) == MATRICES + 1, len(answers)
    for matrix, ours in zip(matrices(), answers):
        for program in (with_krippendorff, with_kappas, with_fleiss, with_irrcac):
            program(matrix, ours)
    with_proportions(answers[-1])
    for what, n in sorted(compared.items()):
        print(f"{n} {n - differing[what]} {what}")


if sys.argv[1] == "ask":
    ask()
else:
    compare(sys.argv[2])
