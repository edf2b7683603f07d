#!/usr/bin/env bash
# In DuckDB a misspelt answers.plam is an error in one JSON file and NULL in the next, by how many cases share their
# keys.
#
# Expected: an object in JSON Lines is a STRUCT with one field for every key that occurs. answers.plam is refused with
#   the candidates, and answers.PLAN finds plan, as all names in DuckDB do.
# Seen (DuckDB 2.0.1): so it is where most lines have the same keys. Where each key occurs in few of them and all values
#   have one type, the object becomes MAP(VARCHAR, VARCHAR): answers.plam is NULL on every row, and so is answers.PLAN.
# Why it matters: a query over one JSON object per case is written and tried on a finished study. On the first answers,
#   or on a protocol of many follow-up questions, a wrong name counts as "nobody has answered". map_inference_threshold
#   = -1 cures it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib duckdb==2.0.1

python3 - <<'PYTHON'
import duckdb, json

print("duckdb", duckdb.__version__)

def write(file, answers):
    with open(file, "w") as out:
        for number, each in enumerate(answers):
            out.write(json.dumps({"case_id": f"NOR-{number}", "answers": each}) + "\n")

questions = ["plan", *(f"q{n}" for n in range(1, 20))]
write("finished.jsonl", [{name: "yes" for name in questions} for _ in range(20)])
write("first.jsonl", [{questions[n]: "yes"} for n in range(20)])

def seen(file, options=""):
    source = f"read_json('{file}'{options})"
    kind = duckdb.sql(f"SELECT typeof(answers) FROM {source} LIMIT 1").fetchall()[0][0].partition("(")[0]
    counts = []
    for name in ("plan", "PLAN", "plam"):
        try:
            counts += duckdb.sql(f"SELECT count(answers.{name}) FROM {source}").fetchall()[0]
        except duckdb.BinderException as error:
            counts.append(str(error).partition("\n")[0])
    print(f"{file:15} {options:32} {kind:6} plan, PLAN, plam: {counts}")
    return kind, counts

refused = 'Binder Error: Could not find key "plam" in struct'
assert seen("finished.jsonl") == ("STRUCT", [20, 20, refused])
assert seen("first.jsonl") == ("MAP", [1, 0, 0])
assert seen("first.jsonl", ", map_inference_threshold = -1") == ("STRUCT", [1, 1, refused])
PYTHON
