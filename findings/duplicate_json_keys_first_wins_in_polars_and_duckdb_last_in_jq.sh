#!/usr/bin/env bash
# Of two equal keys in one JSON line the first counts in polars and in DuckDB's ->>, the last in jq, Python and Node.
#
# Expected: the last value wins in all, as JavaScript does it and most readers after it; or all refuse the line.
# Seen (polars 2.1.0, DuckDB 2.0.1, Arrow 26.0.1, jq 1.6 or newer, Python, Node): polars and DuckDB's json ->> 'answer'
#   give the first, jq, Python and Node the last; DuckDB's read_json and Arrow refuse the file.
# Why it matters: RFC 8259 allows such a line. The tally of one file is yes in one tool and no in the next. A log that
#   wants one meaning has to refuse duplicate keys when it writes and when it checks.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
{ command -v jq && command -v node; } > tools.txt || { apt-get update -qq && apt-get install -y -qq jq nodejs > apt.txt; }

printf '{"case_id":"NOR-01","answer":"yes","answer":"no"}\n' > twice.jsonl
jq --version
jq -r .answer twice.jsonl | tee jq.txt
test "$(cat jq.txt)" = no
node --version
node -e 'console.log(JSON.parse(require("fs").readFileSync("twice.jsonl", "utf8")).answer)' | tee node.txt
test "$(cat node.txt)" = no
python3 - <<'PYTHON'
import duckdb, json, polars, pyarrow, pyarrow.json

print("polars", polars.__version__, "duckdb", duckdb.__version__, "pyarrow", pyarrow.__version__)
line = open("twice.jsonl").read()

def tried(read):
    try:
        return read()
    except (duckdb.Error, pyarrow.ArrowInvalid) as error:
        return type(error).__name__

seen = {
    "Python": json.loads(line)["answer"],
    "polars": polars.read_ndjson("twice.jsonl")["answer"].to_list()[0],
    "DuckDB ->>": duckdb.execute("SELECT ?::JSON ->> 'answer'", [line]).fetchall()[0][0],
    "DuckDB read_json": tried(lambda: duckdb.sql("FROM 'twice.jsonl'").fetchall()),
    "Arrow": tried(lambda: pyarrow.json.read_json("twice.jsonl")),
}
print(seen)
assert seen == {"Python": "no", "polars": "yes", "DuckDB ->>": "yes", "DuckDB read_json": "InvalidInputException",
                "Arrow": "ArrowInvalid"}
PYTHON
