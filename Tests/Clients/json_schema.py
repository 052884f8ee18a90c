"""json_schema.py SCHEMA FILE...: which of the files check-jsonschema refuses, as JSON."""

import json
import subprocess
import sys

import check_jsonschema  # noqa: F401  (what is missing is to be said before anything else)

schema, files = sys.argv[1], sys.argv[2:]
command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, "-o", "json", *files]
answer = subprocess.run(command, capture_output=True, text=True)
if not answer.stdout.startswith("{"):
    sys.exit(answer.stdout + answer.stderr)
found = json.loads(answer.stdout)
print(json.dumps([problem["filename"] for problem in found.get("errors", []) + found.get("parse_errors", [])]))
