#!/usr/bin/env bash
# "Linear weighted kappa" of the codes 1, 2 and 9 takes 2 and 9 for neighbours in scikit-learn and for far apart in
# irrCAC.
#
# Expected: the same coefficient, from the same table, with the same weights by name, is the same figure in all
#   packages. For the codes 1, 2, 3 it is, to the last digit.
# Seen (irrCAC 0.4.4, scikit-learn 1.9.1, statsmodels 0.15.0): scikit-learn and statsmodels number the categories 0, 1,
#   2 in the order of the codes; irrCAC computes with the codes themselves, so 2 and 9 are seven steps apart. With texts
#   it numbers too.
# Why it matters: a gap in the codes is usual: 8 for not stated, 9 for another answer at the end of the scale. The kappa
#   in the report then depends on how the answers are coded and on who computes it. Codes without gaps agree everywhere.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  irrCAC==0.4.4 scikit-learn==1.9.1 statsmodels==0.15.0 'numpy<2' 'pandas<3'

python3 - <<'PYTHON'
import warnings
import irrCAC.raw, numpy, pandas, sklearn, statsmodels
from importlib.metadata import version
from sklearn.metrics import cohen_kappa_score, confusion_matrix
from statsmodels.stats.inter_rater import cohens_kappa

warnings.simplefilter("ignore")
print("irrCAC", version("irrCAC"), "scikit-learn", sklearn.__version__, "statsmodels", statsmodels.__version__)
robin, alva = [3, 1, 1, 2, 3, 3, 1, 2], [3, 1, 2, 2, 1, 3, 2, 1]

def three(codes):
    a, b = [codes[x] for x in robin], [codes[x] for x in alva]
    table = irrCAC.raw.CAC(pandas.DataFrame({"a": a, "b": b}), weights="linear")
    return {
        "scikit-learn": round(float(cohen_kappa_score(a, b, weights="linear")), 5),
        "statsmodels": round(float(cohens_kappa(confusion_matrix(a, b), wt="linear", return_results=False)), 5),
        "irrCAC": float(table.conger()["est"]["coefficient_value"]),
    }

even, gap, text = three({1: 1, 2: 2, 3: 3}), three({1: 1, 2: 2, 3: 9}), three({1: "a", 2: "b", 3: "c"})
print("1 2 3", even)
print("1 2 9", gap)
print("a b c", text)
assert set(even.values()) == set(text.values()) == {0.31034}
assert gap == {"scikit-learn": 0.31034, "statsmodels": 0.31034, "irrCAC": 0.61062}
PYTHON
