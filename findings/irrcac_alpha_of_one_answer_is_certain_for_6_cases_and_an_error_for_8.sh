#!/usr/bin/env bash
# Where all gave the same answer, irrCAC's alpha is 1.0 with p = 0 for six cases, and a ZeroDivisionError for eight.
#
# Expected: chance agreement is 1, so alpha is 0/0: nan, as Conger's kappa of the same package, however many cases there
#   are.
# Seen (irrCAC 0.4.4): the sum of six sixths falls just short of 1, so alpha and Fleiss' kappa are 1.0 with the interval
#   from 1.0 to 1 and p = 0; the sum of eight eighths is exactly 1, and both raise ZeroDivisionError. Conger's kappa is
#   nan for both.
# Why it matters: questions to which everyone answers yes are common in small double coded samples. The table of
#   coefficients shows agreement that is perfect and certain where nothing could be measured, or the run stops, by the
#   number of cases.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib irrCAC==0.4.4

python3 - <<'PYTHON'
import math, warnings
import pandas
from importlib.metadata import version
from irrCAC.raw import CAC

warnings.simplefilter("ignore")
print("irrCAC", version("irrCAC"))

def seen(cases, name):
    try:
        estimate = getattr(CAC(pandas.DataFrame([("yes", "yes")] * cases)), name)()["est"]
        result = (estimate["coefficient_value"], estimate["confidence_interval"], estimate["p_value"])
    except ZeroDivisionError as error:
        result = type(error).__name__
    print(cases, "cases", name, result)
    return result

for name in ("krippendorff", "fleiss"):
    assert seen(6, name) == (1.0, (1.0, 1), 0.0)
    assert seen(8, name) == "ZeroDivisionError"
for cases in (6, 8):
    assert math.isnan(seen(cases, "conger")[0])
PYTHON
