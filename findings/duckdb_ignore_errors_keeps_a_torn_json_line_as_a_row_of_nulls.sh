#!/usr/bin/env bash
# With ignore_errors DuckDB does not drop a torn JSON line but keeps it as a row of NULLs; polars does not ignore it at
# all.
#
# Expected: a reader that is told to ignore errors leaves out the line that it cannot read, as both do for CSV.
# Seen (DuckDB 2.0.1, polars 2.1.0): three whole lines and a torn one are four rows in DuckDB, the last all NULL,
#   wherever the broken line stands. polars.read_ndjson(ignore_errors=True) raises as it does without the option.
# Why it matters: a log that is only appended to ends in a torn line after a power cut, and "ignore errors" is the
#   obvious way to read it. count(*) is then one too high, and IS NULL finds a case that nobody coded.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  duckdb==2.0.1 polars==2.1.0

printf '{"seq":1,"answer":"yes"}\n{"seq":2,"answer":"no"}\n{"seq":3,"answer":"yes"}\n{"seq":4,"ans' > torn.jsonl
printf '{"seq":1,"answer":"yes"}\n{"seq":2,"ans\n{"seq":3,"answer":"yes"}\n' > middle.jsonl
printf 'seq,answer\n1,yes\n2,no\nx,yes\n' > wrong.csv
python3 - <<'PYTHON'
import duckdb, polars

print("duckdb", duckdb.__version__, "polars", polars.__version__)

def duck(file):
    rows = duckdb.sql(f"FROM read_json('{file}', format = 'newline_delimited', ignore_errors = true)").fetchall()
    print("DuckDB", file, rows)
    return rows

assert duck("torn.jsonl") == [(1, "yes"), (2, "no"), (3, "yes"), (None, None)]
assert duck("middle.jsonl") == [(1, "yes"), (None, None), (3, "yes")]
csv = duckdb.sql("FROM read_csv('wrong.csv', columns = {seq: INT, answer: TEXT}, ignore_errors = true)").fetchall()
print("DuckDB wrong.csv", csv)
assert csv == [(1, "yes"), (2, "no")]
try:
    bear = polars.read_ndjson("torn.jsonl", ignore_errors=True).rows()
except polars.exceptions.ComputeError as error:
    bear = str(error)
print("polars torn.jsonl", bear)
assert isinstance(bear, str), bear
PYTHON
