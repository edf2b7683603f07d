#!/usr/bin/env bash
# Case numbers such as 12-01-02 become dates: in DuckDB of the year 2012, in polars of the year 2.
#
# Expected: three groups of two digits are text. No century is given and no order of the parts, so no reader takes them
#   for a date; least of all a reader of JSON, where they stand between quotes.
# Seen (DuckDB 2.0.1, polars 2.1.0): DuckDB reads them as the DATE 2012-01-02, from CSV and from quoted JSON strings.
#   polars, asked for dates (try_parse_dates), reads the same text as 12 January of the year 2. Its JSON reader keeps
#   text.
# Why it matters: case numbers are often built of the unit, the team and a number. After the reading they no longer
#   match the ids of another file, and the two readers do not even agree on what they say. One id such as 12-45-02 in
#   the column makes all of them text again, so it hits some lists and not others.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib \
  duckdb==2.0.1 polars==2.1.0

printf 'case_id,answer\n12-01-02,yes\n13-01-02,partly\n' > cases.csv
printf '{"case_id":"12-01-02"}\n{"case_id":"13-01-02"}\n' > cases.jsonl
printf 'case_id,answer\n12-01-02,yes\n12-45-02,partly\n' > mixed.csv
python3 - <<'PYTHON'
from datetime import date
import duckdb, polars

print("duckdb", duckdb.__version__, "polars", polars.__version__)
duck = {file: [row[0] for row in duckdb.sql(f"SELECT case_id FROM '{file}'").fetchall()]
        for file in ("cases.csv", "cases.jsonl", "mixed.csv")}
bear = {"cases.csv": polars.read_csv("cases.csv", try_parse_dates=True)["case_id"].to_list(),
        "cases.jsonl": polars.read_ndjson("cases.jsonl")["case_id"].to_list()}
print("DuckDB", duck)
print("polars", bear)
assert duck["cases.csv"] == duck["cases.jsonl"] == [date(2012, 1, 2), date(2013, 1, 2)]
assert duck["mixed.csv"] == ["12-01-02", "12-45-02"]
assert bear["cases.csv"] == [date(2, 1, 12), date(2, 1, 13)]
assert bear["cases.jsonl"] == ["12-01-02", "13-01-02"]
PYTHON
