#!/usr/bin/env bash
# decided >= '2023-01-01' is false in ODK's JavaRosa for every date, as is decided < '2023-01-01', while = finds the
# equal date; Enketo compares all three.
#
# Expected: quotes make a date in all comparisons or in none. If '2024-02-05' is a date for =, it is one for >=; if it is
#   not, there is an error, since the question is declared a date.
# Seen (JavaRosa 5.1.0, which pyxform 4.5.0 ships in ODK Validate; openrosa-xpath-evaluator 3.1.0 on jsdom 24.1.3): in
#   JavaRosa the quoted text is no number, and so neither later nor earlier than anything. date('2023-01-01') cures it.
#   Enketo takes the text for a date.
# Why it matters: as a condition it hides its questions from all on a phone and shows them in the browser; as a
#   constraint it lets no date pass on a phone. The base of a question then depends on the device.
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

echo '<data id="t"><decided>2024-02-05</decided></data>' > data.xml
cat > form.xml <<XML
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title><model>
<instance>$(cat data.xml)</instance><bind nodeset="/data/decided" type="date"/>
</model></h:head><h:body><input ref="/data/decided"><label>Decided</label></input></h:body></h:html>
XML
cat > expressions.txt <<'TEXT'
/data/decided >= '2023-01-01'
/data/decided < '2023-01-01'
/data/decided = '2024-02-05'
/data/decided >= date('2023-01-01')
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
test "$(paste -sd ' ' javarosa.txt)" = "false false true true"
test "$(paste -sd ' ' enketo.txt)" = "true false true true"
