#!/usr/bin/env python3
"""Hold TOML drafts against the JSON Schemas, with a validator that shares no code with naskah.

    skema.py SKEMA DRAF.toml...

SKEMA is a schema for all of them, or a folder, in which that of a draft is <jenis>.schema.json. Each schema must be sound, and each draft must pass, under draft 4
(taplo) and draft-07 (tombi) alike. Every fault is one line; status 1 when there is any.
"""

import datetime
import json
import pathlib
import sys
import tomllib

from jsonschema import Draft4Validator, Draft7Validator, FormatChecker


def plain(value):
    """TOML dates as the strings that editors hand to a schema."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def main():
    schemas = pathlib.Path(sys.argv[1])
    faults = 0
    for name in sys.argv[2:]:
        draft = plain(tomllib.loads(pathlib.Path(name).read_text(encoding="utf-8")))
        path = schemas if schemas.is_file() else schemas / f"{draft['jenis']}.schema.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        for dialect in (Draft4Validator, Draft7Validator):
            dialect.check_schema(schema)
            checker = dialect(schema, format_checker=FormatChecker())
            for error in checker.iter_errors(draft):
                faults += 1
                print(f"{name}: {dialect.__name__}: {error.json_path}: {error.message[:200]}")
    return 1 if faults else 0


sys.exit(main())
