#!/usr/bin/env bash
# regex(., '[0-9]{4}') accepts 2024 alone in ODK's JavaRosa, and every answer with four digits in it in Enketo.
#
# Expected: one function of one specification matches alike in both: the whole answer, or any part of it.
# Seen (JavaRosa 5.1.0, which pyxform 4.5.0 ships in ODK Validate; openrosa-xpath-evaluator 3.1.0 on jsdom 24.1.3): the
#   year 20245 and the case "NOR-17 and NOR-18" pass in Enketo and not in JavaRosa. The other way round a constraint that
#   looks for a part, regex(., '[0-9]'), refuses "floor 3" on a phone. ^ and $ help the one, .* the other.
# Why it matters: patterns keep case numbers and years clean. The same form lets other answers in by the device on
#   which it is filled in.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-deps --target=lib pyxform==4.5.0
npm install --silent --no-audit --no-fund --ignore-scripts openrosa-xpath-evaluator@3.1.0 jsdom@24.1.3 > npm.txt
command -v javac > tool.txt ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends default-jdk-headless > apt.txt; }
python3 -m zipfile -e lib/pyxform/validators/odk_validate/bin/ODK_Validate.jar odk
grep version= odk/META-INF/maven/org.getodk/javarosa/pom.properties | tee version.txt
grep -qx version=5.1.0 version.txt

echo '<data id="t"><year>20245</year><case>NOR-17 and NOR-18</case><where>floor 3</where></data>' > data.xml
cat > form.xml <<XML
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title><model>
<instance>$(cat data.xml)</instance><bind nodeset="/data/year" type="string"/>
</model></h:head><h:body><input ref="/data/year"><label>Year</label></input></h:body></h:html>
XML
cat > expressions.txt <<'TEXT'
regex(/data/year, '[0-9]{4}')
regex(/data/case, '[A-Z]{3}-[0-9]{2}')
regex(/data/where, '[0-9]')
regex(/data/year, '^[0-9]{4}$')
regex(/data/where, '.*[0-9].*')
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
test "$(paste -sd ' ' javarosa.txt)" = "false false false false true"
test "$(paste -sd ' ' enketo.txt)" = "true true true false true"
