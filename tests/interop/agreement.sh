#!/usr/bin/env bash
# The statistics of agreement are those of krippendorff, irrCAC, scikit-learn and statsmodels on a thousand drawn matrices.
. "$(dirname "$0")/common.sh"
asked=$repo/tests/interop/agreement.py
example=$repo/target/debug/examples/agreement
[ -x "$example" ] || { echo "FAIL there is no $example: cargo build --example agreement"; exit 1; }
python3 "$asked" ask | "$example" >"$work/ours"
python3 "$asked" compare "$work/ours" >"$work/compared"
ok 'there is much to compare' test "$(awk '{ n += $1 } END { print n }' "$work/compared")" -gt 40000
while read -r all same what; do
  ok "$what: the same $all times" test "$all" -eq "$same"
done <"$work/compared"
