#!/usr/bin/env bash
# reproschema translates REDCap's branching on a checkbox with a number code, and leaves the one with a letter code as
# it was.
#
# Expected: [contacts(1)] = '1' and [contacts(a)] = '1' become conditions on contacts___1 and contacts___a; <> becomes
#   !=. What cannot be translated is refused or named.
# Seen (reproschema 1.1.0): the first is translated. The second becomes contacts(a) == '1', the call of a function that
#   does not exist, and <> stays <>, which is no operator of the language that the condition is written in. No message
#   names it.
# Why it matters: REDCap allows letters in codes, and forms with "o" for other use them. The question is then never
#   shown, or always, by what the reader does with a condition that it cannot evaluate, and the base of its percentages
#   is wrong.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib reproschema==1.1.0

cat > form.csv <<'CSV'
"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number","Text Validation Min","Text Validation Max",Identifier?,"Branching Logic (Show field only if...)","Required Field?","Custom Alignment","Question Number (surveys only)","Matrix Group Name","Matrix Ranking?","Field Annotation"
case_id,review,,text,Case,,,,,,,,,,,,,
contacts,review,,checkbox,Contacts,"1, Family | a, Another",,,,,,,,,,,,
family,review,,text,Which family?,,,,,,,[contacts(1)] = '1',,,,,,
other,review,,text,Which other?,,,,,,,[contacts(a)] = '1',,,,,,
none,review,,text,Why not?,,,,,,,[contacts(1)] <> '1',,,,,,
CSV
printf '%s: "made_up"\n' protocol_name protocol_display_name protocol_description redcap_version > form.yaml
lib/bin/reproschema redcap2reproschema form.csv form.yaml > convert.txt 2>&1
python3 - <<'PYTHON'
import json
from importlib.metadata import version

print("reproschema", version("reproschema"))
properties = json.load(open("made_up/activities/review/review_schema"))["ui"]["addProperties"]
shown = {each["variableName"]: each["isVis"] for each in properties}
print(shown)
assert shown["family"] == "contacts___1 == '1'"
assert shown["other"] == "contacts(a) == '1'"
assert shown["none"] == "contacts___1 <> '1'"
told = open("convert.txt").read()
assert not any(word in told for word in ("contacts", "other", "<>", "ranching")), told
PYTHON
