#!/usr/bin/env bash
# Where a task has data of the same name as a question, Label Studio's CSV shows the data, and its JSON_MIN the answer.
#
# Expected: the two exports of one project say the same. Data and answers of one name are kept apart, or refused when
#   the task is imported; if one has to win, it is what the annotator answered.
# Seen (label-studio-sdk 2.0.5, its converter): with "plan" among the data, what a register said, the CSV file has the
#   register's yes for all cases and the answer is nowhere. JSON_MIN has the answer and not the register's. With "id" it
#   is the same: the CSV file has the case's id, JSON_MIN the number of the task. A date in "created_at" is lost from
#   both. Nothing warns.
# Why it matters: giving the coder what is known is the natural use of the data, and its natural name is that of the
#   question. The agreement of two coders is then perfect in the CSV file, since both have the same register.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib label-studio-sdk==2.0.5

python3 - <<'PYTHON'
import csv, json, logging
from importlib.metadata import version
from label_studio_sdk.converter import Converter

logging.disable(logging.CRITICAL)
print("label-studio-sdk", version("label-studio-sdk"))

def annotation(number, coder, answer):
    result = {"id": "a", "from_name": "plan", "to_name": "text", "type": "choices", "value": {"choices": [answer]}}
    return {"id": number, "completed_by": coder, "result": [result], "was_cancelled": False, "lead_time": 2.5,
            "created_at": f"2024-01-0{number}T08:00:00Z", "updated_at": f"2024-01-0{number}T08:00:00Z"}

tasks = [{"id": 101, "data": {"id": "NOR-01", "text": "made up", "plan": "yes", "created_at": "2016-05-04"},
          "annotations": [annotation(1, 7, "no"), annotation(2, 8, "yes")]}]
with open("tasks.json", "w") as out:
    json.dump(tasks, out)
config = """<View><Text name="text" value="$text"/>
  <Choices name="plan" toName="text"><Choice value="yes"/><Choice value="no"/></Choices></View>"""
converter = Converter(config, project_dir=None)
converter.convert("tasks.json", "csv", "CSV", is_dir=False)
converter.convert("tasks.json", "min", "JSON_MIN", is_dir=False)
with open("csv/result.csv") as table, open("min/result.json") as document:
    rows = {"CSV": list(csv.DictReader(table)), "JSON_MIN": json.load(document)}
seen = {}
for name, records in rows.items():
    seen[name] = sorted((str(row["annotator"]), row["id"], row["plan"], row["created_at"][:4]) for row in records)
    print(f"{name:8} {seen[name]}")
assert seen["CSV"] == [("7", "NOR-01", "yes", "2024"), ("8", "NOR-01", "yes", "2024")]
assert seen["JSON_MIN"] == [("7", 101, "no", "2024"), ("8", 101, "yes", "2024")]
PYTHON
