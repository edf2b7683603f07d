#!/usr/bin/env bash
# One repeat in which a number was left open: sum() and max() over all repeats are NaN in Enketo, and those of the others
# in ODK's JavaRosa.
#
# Expected: an open number counts as nothing in a sum, in both, or as an error in both. It is one rule of one
#   specification.
# Seen (JavaRosa 5.1.0, which pyxform 4.5.0 ships in ODK Validate; openrosa-xpath-evaluator 3.1.0 on jsdom 24.1.3): of
#   the hours 10, 20 and none JavaRosa has the sum 30 and the maximum 20, Enketo has NaN for both. not(hours) of an open
#   number is true in JavaRosa and false in Enketo, where the element counts and not what is in it. JavaRosa's
#   count() counts the open one, too.
# Why it matters: NaN is neither above nor below any limit, so a check of the sum never fires in the browser, and a
#   question that depends on it is not asked. The mean by sum() div count() is too low on the phone.
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

echo '<data id="t"><visit><hours>10</hours></visit><visit><hours>20</hours></visit><visit><hours/></visit><open/></data>' > data.xml
cat > form.xml <<XML
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title><model>
<instance>$(cat data.xml)</instance><bind nodeset="/data/visit/hours" type="int"/><bind nodeset="/data/open" type="int"/>
</model></h:head><h:body><group ref="/data/visit"><label>Visit</label><repeat nodeset="/data/visit"><input ref="/data/visit/hours"><label>Hours</label></input></repeat></group></h:body></h:html>
XML
cat > expressions.txt <<'TEXT'
sum(/data/visit/hours)
max(/data/visit/hours)
sum(/data/visit/hours) > 25
sum(/data/visit/hours) div count(/data/visit/hours)
not(/data/open)
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
test "$(paste -sd ' ' javarosa.txt)" = "30 20 true 10 true"
test "$(paste -sd ' ' enketo.txt)" = "NaN NaN false NaN false"
