#!/usr/bin/env bash
# The SQL that `aktkoll sql` prints counts as the program does, cell by cell, on random studies with everything in them.
# Spark wants a Java runtime, pyspark and minutes, so it is tried by hand: ENGINES=spark tests/interop/sql.sh
# A million lines, by hand too: ENGINES=duckdb CASES=14000 tests/interop/sql.sh
. "$(dirname "$0")/common.sh"
script=$repo/tests/interop/sql.py
mkdir "$work/many"
cd "$work/many"
for seed in 1 2 3; do
  python3 "$script" make "$program" "study$seed" "$seed" "${CASES:-60}"
done
rm ./*.csv ./*.toml
intact() { "$program" verify "$1" --lang en | grep -q '^The ledger is intact'; }
ok 'the studies are such as the program writes' intact study1
counts() { # what, engine, arguments of sql, --, studies
  local what=$1 engine=$2
  local arguments=()
  shift 2
  while [ "$1" != -- ]; do
    arguments+=("$1")
    shift
  done
  shift
  "$program" sql "${arguments[@]}" --engine "$engine" >"$work/$engine.sql"
  python3 "$script" run "$engine" "$work/$engine.sql" >"$work/$engine.rows"
  ok "$engine: $what" python3 "$script" compare "$program" "$work/$engine.rows" "$@"
}
for engine in ${ENGINES:-duckdb clickhouse}; do
  counts 'a study is counted as the program counts it' "$engine" study1 -- study1
  counts 'so is one without a plan' "$engine" study2/ -- study2
  counts 'several are counted together' "$engine" study1 study2 study3 -- study1 study2 study3
  cd ..
  counts 'so are those that a pattern finds' "$engine" --like many/study1 'many/*' -- many/study1 many/study2 many/study3
  cd many
done
sed -i 's/,/;/g' study3/cases.csv
refused() { { "$program" sql "$@" --engine duckdb --lang en 2>&1 >/dev/null || true; } | grep -q 'not written as the program writes it'; }
ok 'a case list that was not written by the program is refused' refused study3
