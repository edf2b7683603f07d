#!/usr/bin/env bash
# polars leaves out a field of JSON Lines that no line before the 101st has, without a word; DuckDB and Arrow do not.
#
# Expected: a field that comes late is a column with nulls before it, as in Arrow, or an error, as in DuckDB after its
#   own sample. A value of another type than in the first lines is an error in polars, so a new field should be one,
#   too.
# Seen (polars 2.1.0, DuckDB 2.0.1, Arrow 26.0.1): read_ndjson and scan_ndjson have no such column. With
#   infer_schema_length=None it is there.
# Why it matters: in a log of answers the optional fields are rare: a comment, a text, what an undo undoes. Whoever
#   starts with a hundred plain answers loses all comments in the analysis and sees no error.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1

python3 - <<'PYTHON'
import duckdb, polars, pyarrow, pyarrow.json

print("polars", polars.__version__, "duckdb", duckdb.__version__, "pyarrow", pyarrow.__version__)
plain = [f'{{"seq":{n},"answer":"yes"}}\n' for n in range(1, 101)]
with open("answers.jsonl", "w") as out:
    out.writelines(plain + ['{"seq":101,"answer":"no","text":"made up"}\n'])
with open("other-type.jsonl", "w") as out:
    out.writelines(plain + ['{"seq":"101","answer":"no"}\n'])

columns = {
    "read_ndjson": polars.read_ndjson("answers.jsonl").columns,
    "scan_ndjson": polars.scan_ndjson("answers.jsonl").collect().columns,
    "read_ndjson of all lines": polars.read_ndjson("answers.jsonl", infer_schema_length=None).columns,
    "Arrow": pyarrow.json.read_json("answers.jsonl").column_names,
    "DuckDB": duckdb.sql("FROM 'answers.jsonl'").columns,
}
for reader, names in columns.items():
    print(f"{reader:26} {names}")
assert columns["read_ndjson"] == columns["scan_ndjson"] == ["seq", "answer"]
for reader in ("read_ndjson of all lines", "Arrow", "DuckDB"):
    assert columns[reader] == ["seq", "answer", "text"]
try:
    other = polars.read_ndjson("other-type.jsonl").height
except polars.exceptions.ComputeError as error:
    other = str(error)
print("another type:", other)
PYTHON
