#!/usr/bin/env bash
# Enketo's evaluator takes the year in date('2024') for days since 1970, so ". >= '2023'" lets every date since July
# 1975 pass.
#
# Expected: a date compared with a year is compared as text, or as 1 January of that year, or the year is no date and
#   the result is false. date('2024-02') is 1 February 2024 here, so date('2024') is 1 January.
# Seen (openrosa-xpath-evaluator 3.1.0 on jsdom 24.1.3): date('2024') is 1975-07-18. A date next to a number is the
#   count of its days, so 2020-05-05 is later than '2023', and later than '9999'.
# Why it matters: "the plan is from 2023 or later" is the usual check of a date in such forms, and it never fires. A
#   year alone is also what people answer where the day is not known; the first program to turn it into a date makes it
#   1975.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts openrosa-xpath-evaluator@3.1.0 jsdom@24.1.3 > npm.txt

cat > dates.cjs <<'JS'
const assert = require("node:assert");
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<data><plan>2020-05-05</plan></data>", { contentType: "text/xml" });
const { document, Node, XPathResult, XPathEvaluator } = window;
Object.assign(global, { window, document, Node, XPathResult, XPathEvaluator });
const evaluator = require("openrosa-xpath-evaluator")();
for (const name of ["openrosa-xpath-evaluator", "jsdom"]) {
  console.log(name, require(`./node_modules/${name}/package.json`).version);
}
const expected = {
  "date('2024-02')": "2024-02-01",
  "date('2024')": "1975-07-18",
  "/data/plan >= '2023-01-01'": "false",
  "/data/plan >= '2023'": "true",
  "/data/plan >= '9999'": "true",
};
const evaluate = evaluator.evaluate ?? evaluator;
for (const [expression, value] of Object.entries(expected)) {
  const seen = evaluate(expression, document, null, XPathResult.STRING_TYPE).stringValue;
  console.log(expression, "is", seen);
  assert.strictEqual(seen, value);
}
JS
node dates.cjs
