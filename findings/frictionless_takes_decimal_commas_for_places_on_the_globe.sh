#!/usr/bin/env bash
# frictionless infers a column of hours with a decimal comma as geographic points.
#
# Expected: "37,5" is a string to a reader that knows only the decimal point, or a number to one that knows both.
# Seen (frictionless 5.21.0): hours up to 180 are of type geopoint, and 37,5 is read as longitude 37, latitude 5. Empty
#   cells do not prevent it; one whole number, or a fraction above 90 (1,95), does, and the column is string.
# Why it matters: "describe" writes the schema of the case list that is then published. Hours and shares from Swedish
#   Excel become coordinates, validated without an error, and what reads the package next fails or draws a map.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export PYTHONPATH=$dir/lib PIP_ROOT_USER_ACTION=ignore
python3 -m pip install -q --disable-pip-version-check --no-warn-conflicts --no-compile --target=lib frictionless==5.21.0

python3 - <<'PYTHON'
import frictionless

print("frictionless", frictionless.__version__)

def inferred(*hours):
    with open("hours.csv", "w") as out:
        out.write("case_id;hours\n" + "".join(f"NOR-0{n};{text}\n" for n, text in enumerate(hours)))
    resource = frictionless.Resource("hours.csv", dialect=frictionless.Dialect.from_descriptor({"csv": {"delimiter": ";"}}))
    resource.infer(stats=False)
    kind = resource.schema.get_field("hours").type
    print(hours, kind, [row["hours"] for row in resource.read_rows()])
    return kind

assert inferred("37,5", "12,25", "8,0") == "geopoint"
assert inferred("1,95", "1,5") == "string"
assert inferred("37,5", "", "8,0") == "geopoint"
assert inferred("37,5", "12", "8,0") == "string"
PYTHON
