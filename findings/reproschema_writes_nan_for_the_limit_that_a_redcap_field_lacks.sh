#!/usr/bin/env bash
# reproschema turns a REDCap number field with only a lower limit into a file that is no JSON: its upper limit is NaN.
#
# Expected: a field of the data dictionary with an empty "Text Validation Max" has no maxValue.
# Seen (reproschema 1.1.0): "maxValue": NaN, and for fields without limits both. Python's json reads it; Node refuses
#   the file, as RFC 8259 demands.
# Why it matters: hours, visits and ages have a lower limit of 0 and no upper one in nearly every form, so nearly every
#   form that comes this way cannot be read by anything but the program that wrote it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib reproschema==1.1.0
command -v node > tool.txt || { apt-get update -qq && apt-get install -y -qq nodejs > apt.txt; }

cat > form.csv <<'CSV'
"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number","Text Validation Min","Text Validation Max",Identifier?,"Branching Logic (Show field only if...)","Required Field?","Custom Alignment","Question Number (surveys only)","Matrix Group Name","Matrix Ranking?","Field Annotation"
case_id,review,,text,Case,,,,,,,,,,,,,
hours,review,,text,Hours,,,integer,0,,,,,,,,,
visits,review,,text,Visits,,,integer,,,,,,,,,,
CSV
printf '%s: "made_up"\n' protocol_name protocol_display_name protocol_description redcap_version > form.yaml
lib/bin/reproschema redcap2reproschema form.csv form.yaml > convert.txt 2>&1
item=made_up/activities/review/items/hours
python3 - made_up/activities/review/items <<'PYTHON'
import json, math, sys
from importlib.metadata import version

print("reproschema", version("reproschema"))
hours, visits = (json.load(open(f"{sys.argv[1]}/{name}"))["responseOptions"] for name in ("hours", "visits"))
print("Python reads", hours, visits)
assert hours["minValue"] == 0 and math.isnan(hours["maxValue"])
assert math.isnan(visits["minValue"]) and math.isnan(visits["maxValue"])
PYTHON
grep '"maxValue": NaN' "$item"
if node -e 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))' "$item" 2> node.txt; then exit 1; fi
grep SyntaxError node.txt
