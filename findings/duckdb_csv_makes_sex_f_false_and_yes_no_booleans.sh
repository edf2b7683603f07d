#!/usr/bin/env bash
# DuckDB's CSV reader makes the sex code F the boolean false, and yes and no booleans.
#
# Expected: a column with the codes F and F, or with the answers yes and no, is text; only true and false are booleans.
# Seen (DuckDB 2.0.1): a list with only women has a BOOLEAN column sex, all false; one man makes it VARCHAR. A column of
#   yes and no is BOOLEAN, one of y and n is VARCHAR, and the same yes and no in JSON Lines stay VARCHAR. A join with
#   the list of codes F and M cannot convert M to BOOL.
# Why it matters: case lists are split by unit, and a unit may have only women. The query that worked for the other
#   units then stops at the codebook, and a table by sex has a row "false". The cure is all_varchar = true.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib duckdb==2.0.1

printf 'case_id,sex\nNOR-01,F\nNOR-02,F\n' > women.csv
printf 'case_id,sex\nEAS-01,F\nEAS-02,M\n' > both.csv
printf 'sex,label\nF,Women\nM,Men\n' > codes.csv
printf 'case_id,plan,short\nNOR-01,yes,y\nNOR-02,no,n\n' > answers.csv
printf '{"plan":"yes"}\n{"plan":"no"}\n' > answers.jsonl
python3 - <<'PYTHON'
import duckdb

print("duckdb", duckdb.__version__)

def column(name, file):
    rows = duckdb.sql(f"SELECT {name}, typeof({name}) FROM '{file}'").fetchall()
    print(f"{file:14} {name:6} {rows}")
    return rows

assert column("sex", "women.csv") == [(False, "BOOLEAN")] * 2
assert column("sex", "both.csv") == [("F", "VARCHAR"), ("M", "VARCHAR")]
assert column("plan", "answers.csv") == [(True, "BOOLEAN"), (False, "BOOLEAN")]
assert column("short", "answers.csv") == [("y", "VARCHAR"), ("n", "VARCHAR")]
assert column("plan", "answers.jsonl") == [("yes", "VARCHAR"), ("no", "VARCHAR")]
try:
    joined = duckdb.sql("SELECT label FROM 'women.csv' JOIN 'codes.csv' USING (sex)").fetchall()
except duckdb.ConversionException as error:
    joined = str(error).partition(" when")[0]
print("joined with the codes:", joined)
assert joined == "Conversion Error: Could not convert string 'M' to BOOL"
PYTHON
