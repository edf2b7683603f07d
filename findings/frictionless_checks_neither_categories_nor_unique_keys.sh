#!/usr/bin/env bash
# frictionless calls a table valid whose answers are not among the declared categories and whose unique keys are not
# unique.
#
# Expected: categories and uniqueKeys are rules of Data Package 2, as enum and primaryKey are, and the reference program
#   checks them, or says that it does not.
# Seen (frictionless 5.21.0): the package names the profile of version 2, which is read: missing values with labels
#   work. An answer outside the categories and a case that comes twice under a unique key are valid. The same with enum
#   and primaryKey are errors.
# Why it matters: whoever turns a codebook into categories, the new place for codes with labels, loses the check of the
#   codes and sees "valid". Until that changes a package needs both categories and constraints.enum.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib frictionless==5.21.0

printf 'case_id,plan\nNOR-01,1\nNOR-01,7\nNOR-02,9\n' > answers.csv
python3 - <<'PYTHON'
import json
import frictionless

print("frictionless", frictionless.__version__)

def faults(name, plan, **keys):
    fields = [{"name": "case_id", "type": "string"}, {"name": "plan", "type": "integer", **plan}]
    resource = {"name": "answers", "type": "table", "path": "answers.csv", "schema": {"fields": fields, **keys}}
    profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    with open("datapackage.json", "w") as out:
        json.dump({"$schema": profile, "name": "made-up", "resources": [resource]}, out)
    found = [kind for (kind,) in frictionless.validate("datapackage.json").flatten(["type"])]
    print(f"{name:24} {found or 'valid'}")
    return found

codes = [{"value": 1, "label": "Yes"}, {"value": 2, "label": "No"}, {"value": 9, "label": "Not applicable"}]
assert faults("categories", {"categories": codes}) == []
assert faults("enum", {"constraints": {"enum": [1, 2, 9]}}) == ["constraint-error"]
assert faults("uniqueKeys", {}, uniqueKeys=[["case_id"]]) == []
assert faults("primaryKey", {}, primaryKey=["case_id"]) == ["primary-key"]
labelled = [{"value": "", "label": "no answer"}, {"value": "9", "label": "n.a."}]
assert faults("labelled missingValues", {"constraints": {"maximum": 8}}, missingValues=labelled) == []
PYTHON
