#!/usr/bin/env bash
# PSPP leaves Cohen's kappa out without a word when one of the two coders never gave one of the answers.
#
# Expected: kappa is defined for such tables, the missing column is all zeros. If the table has to be square, there is a
#   message, as for all that a command was asked for and could not do.
# Seen (PSPP 1.6.2): CROSSTABS /STATISTICS=KAPPA prints the table and "N of Valid Cases", no kappa and no warning, and
#   ends with 0. One more case in which the other coder gives the answer brings kappa back. Declaring the values with
#   VALUE LABELS does not help.
# Why it matters: rare answers are the rule in small double coded samples. In the output of fifty questions the missing
#   line is not seen; whoever reads the figures by position takes the next one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v pspp > tool.txt || { apt-get update -qq && apt-get install -y -qq pspp > apt.txt; }

crosstab() {
  printf 'DATA LIST LIST /robin alva n.\nBEGIN DATA\n1 1 6\n1 2 1\n2 1 2\n2 2 5\n%sEND DATA.\nWEIGHT BY n.\n' "$1"
  printf "VALUE LABELS robin alva 1 'Yes' 2 'Partly' 3 'No'.\nCROSSTABS robin BY alva /STATISTICS=KAPPA /CELLS=COUNT.\n"
}
pspp --version | head -n 1
crosstab $'3 2 1\n' > never.sps
crosstab $'3 2 1\n2 3 1\n' > once.sps
pspp -O format=csv never.sps > never.txt 2>&1
pspp -O format=csv once.sps > once.txt 2>&1
echo "Alva never says no:"
sed -n '/Symmetric/,$p' never.txt
echo "Alva says no once:"
sed -n '/Symmetric/,$p' once.txt
grep -q 'N of Valid Cases' never.txt
! grep -qiE 'kappa|warning|error' never.txt || exit 1
grep -q '^Measure of Agreement,Kappa,.44,' once.txt
