#!/usr/bin/env bash
# From 30 March to 2 April there are two days in forms that take whole days of decimal-date-time(), and 21 days in
# October are more than 21 in Enketo.
#
# Expected: dates without a clock time are days apart that can be counted: 3, and 21. int() and <= 21 do no harm to them.
# Seen (JavaRosa 5.1.0, which pyxform 4.5.0 ships in ODK Validate; openrosa-xpath-evaluator 3.1.0 on jsdom 24.1.3; in
#   Swedish time): a date is its midnight, counted in UTC. Over the change to summer time decimal-date-time() gives less
#   than 3 days in both, and int() makes it 2. In Enketo date() - date() is 2.96 as well, and 21 days of October are more
#   than 21; JavaRosa has whole days there, but its date(decimal-date-time(x)) is the day before x.
# Why it matters: "decided within 21 days" is a question of law. Cases whose 21 days have the last Sunday of October in
#   them fail the check in a browser, and those with the last Sunday of March in them have a day less.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PIP_ROOT_USER_ACTION=ignore TZ=Europe/Stockholm
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-deps --target=lib pyxform==4.5.0
npm install --silent --no-audit --no-fund --ignore-scripts openrosa-xpath-evaluator@3.1.0 jsdom@24.1.3 > npm.txt
command -v javac > tool.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends default-jdk-headless > apt.txt; }
python3 -m zipfile -e lib/pyxform/validators/odk_validate/bin/ODK_Validate.jar odk
grep version= odk/META-INF/maven/org.getodk/javarosa/pom.properties | tee version.txt
grep -qx version=5.1.0 version.txt

echo '<data id="t"><from>2024-10-10</from><to>2024-10-31</to></data>' > data.xml
cat > form.xml <<XML
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title><model>
<instance>$(cat data.xml)</instance><bind nodeset="/data/from" type="date"/><bind nodeset="/data/to" type="date"/>
</model></h:head><h:body><input ref="/data/from"><label>From</label></input></h:body></h:html>
XML
cat > expressions.txt <<'TEXT'
int(decimal-date-time('2024-04-02') - decimal-date-time('2024-03-30'))
round(date('2024-04-02') - date('2024-03-30'), 2)
/data/to - /data/from <= 21
format-date(date(decimal-date-time('2024-04-02')), '%Y-%m-%d')
TEXT
cat > Evaluate.java <<'JAVA'
public class Evaluate {
  public static void main(String[] names) throws Exception {
    new org.javarosa.model.xform.XFormsModule().registerModule();
    var form = new org.javarosa.xform.parse.XFormParser(new java.io.FileReader("form.xml")).parse();
    form.initialize(true, new org.javarosa.core.model.instance.InstanceInitializationFactory());
    for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of("expressions.txt"))) {
      var value = org.javarosa.xpath.XPathParseTool.parseXPath(line).eval(form.getMainInstance(), form.getEvaluationContext());
      System.out.println(org.javarosa.xpath.expr.XPathFuncExpr.toString(value));
    }
  }
}
JAVA
java -cp odk Evaluate.java > javarosa.txt
cat > evaluate.cjs <<'JS'
const { readFileSync } = require("fs");
const { window } = new (require("jsdom").JSDOM)(readFileSync("data.xml", "utf8"), { contentType: "text/xml" });
const { document, Node, XPathResult, XPathEvaluator } = window;
Object.assign(global, { window, document, Node, XPathResult, XPathEvaluator });
const evaluator = require("openrosa-xpath-evaluator")();
for (const line of readFileSync("expressions.txt", "utf8").trim().split("\n"))
  console.log((evaluator.evaluate ?? evaluator)(line, document, null, XPathResult.STRING_TYPE).stringValue);
JS
node evaluate.cjs > enketo.txt
paste -d '|' expressions.txt javarosa.txt enketo.txt | sed 's/|/  JavaRosa: /; s/|/  Enketo: /'
test "$(paste -sd ' ' javarosa.txt)" = "2 3 true 2024-04-01"
test "$(paste -sd ' ' enketo.txt)" = "2 2.96 false 2024-04-02"
