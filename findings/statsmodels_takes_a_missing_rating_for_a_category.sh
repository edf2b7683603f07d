#!/usr/bin/env bash
# statsmodels counts a missing rating as a category of its own, in which coders can agree, on the way to Fleiss' kappa.
#
# Expected: aggregate_raters leaves NaN out of the counts, as the package does with NaN elsewhere (missing="drop"), or
#   refuses it; and fleiss_kappa then says that it needs the same number of ratings for every case.
# Seen (statsmodels 0.15.0): NaN is one of the categories that come back, with a column of counts. Fleiss' kappa of that
#   table is a plain number without a warning, and cases that two of three coders have not coded count as partial
#   agreement. With the column taken out fleiss_kappa raises an AssertionError that has no text.
# Why it matters: in a double coded review most cells are missing by design. The kappa comes out high, because the
#   coders "agree" about which cases they did not get.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib statsmodels==0.15.0

python3 - <<'PYTHON'
import warnings
import numpy, statsmodels
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.simplefilter("error")
print("statsmodels", statsmodels.__version__)
none = numpy.nan
# Four coders. All coded the first four cases and disagreed evenly; the other eight only Robin has coded.
ratings = numpy.array([[1, 1, 2, 2]] * 4 + [[1, none, none, none]] * 8)
counts, categories = aggregate_raters(ratings)
kappa = fleiss_kappa(counts)
among_the_four = fleiss_kappa(counts[:4, :2])
print("categories", categories)
print("counts of a case that one has coded", counts[-1])
print("kappa of all", round(kappa, 3), "of the cases that all have coded", round(among_the_four, 3))
assert len(categories) == 3 and numpy.isnan(categories[2])
assert counts[-1].tolist() == [1, 0, 3]
assert kappa > 0 > among_the_four
try:
    fleiss_kappa(counts[:, :2])
    raise SystemExit("no error")
except AssertionError as error:
    print("without the column: AssertionError", repr(str(error)))
    assert str(error) == ""
PYTHON
