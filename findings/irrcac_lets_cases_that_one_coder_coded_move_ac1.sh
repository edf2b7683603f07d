#!/usr/bin/env bash
# In irrCAC cases that only one coder has coded change Gwet's AC1 and Fleiss' kappa, but not Krippendorff's alpha.
#
# Expected: agreement is about cases that at least two have coded. Single codings say nothing about it, so every
#   coefficient of the package comes out the same with and without them.
# Seen (irrCAC 0.4.4): ten double coded cases have AC1 0.6; twenty more that one coder coded alone, all yes, make it
#   0.72, and Fleiss' kappa falls from 0.6 to 0.28. The observed agreement stays at 0.8: they count in the agreement
#   expected by chance alone. Alpha does not move.
# Why it matters: with a fifth of the cases double coded, four of five rows of the table are such cases. Two correct
#   programs then print different AC1 for the same data, and which one is meant has to be said.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib irrCAC==0.4.4

python3 - <<'PYTHON'
import importlib.metadata, warnings
import pandas
from irrCAC.raw import CAC

warnings.simplefilter("ignore")
print("irrCAC", importlib.metadata.version("irrCAC"))
double = [("yes", "yes")] * 4 + [("no", "no")] * 4 + [("yes", "no"), ("no", "yes")]
single = [("yes", None)] * 20

def coefficients(rows):
    table = CAC(pandas.DataFrame(rows, columns=["robin", "alva"]))
    return {name: (table_est["coefficient_value"], table_est["pa"])
            for name in ("gwet", "fleiss", "krippendorff")
            for table_est in [getattr(table, name)()["est"]]}

without, with_single = coefficients(double), coefficients(double + single)
print("double coded only  ", without)
print("and 20 coded by one", with_single)
assert without["gwet"] == (0.6, 0.8) and without["fleiss"] == (0.6, 0.8)
assert with_single["gwet"][1] == with_single["fleiss"][1] == 0.8
assert with_single["gwet"][0] == 0.72308 and with_single["fleiss"][0] == 0.28
assert with_single["krippendorff"] == without["krippendorff"]
PYTHON
