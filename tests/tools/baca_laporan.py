#!/usr/bin/env python3
"""Read a report of naskah with a reader that shares no code with naskah, and say what it holds.

    baca_laporan.py BENTUK LAPORAN [SKEMA]

BENTUK: json, jsonl, sarif, gitlab, junit, rdjson. The report must be what its form demands: JSON and
SARIF by their schemas, the others by the fields that their readers need. Printed is one JSON list of
[path, line, rule, state], state being open, excepted or baselined. Status 1 with the faults otherwise.
"""

import json
import pathlib
import re
import sys
import urllib.parse

import jsonschema
import junitparser

STATES = {"inSource": "excepted", "external": "baselined"}


def need(condition, fault):
    if not condition:
        raise SystemExit(fault)


def hold(value, schema):
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    checker = validator.FORMAT_CHECKER
    faults = [f"{e.json_path}: {e.message}" for e in validator(schema, format_checker=checker).iter_errors(value)]
    need(not faults, "\n".join(faults))


def closed(schema):
    """The schema with no other keys than it names: what we write must all be described."""
    if isinstance(schema, dict):
        inner = {key: closed(value) for key, value in schema.items()}
        if schema.get("type") == "object":
            inner["additionalProperties"] = False
        return inner
    return [closed(value) for value in schema] if isinstance(schema, list) else schema


def read_json(text, schema):
    report = json.loads(text)
    hold(report, json.loads(schema))
    hold(report, closed(json.loads(schema)))
    for file in report["files"]:
        for one in file["findings"]:
            state = "excepted" if one["excepted"] else "baselined" if one["baselined"] else "open"
            yield [file["path"], one["location"]["line"], one["rule"], state]


def read_jsonl(text, _):
    lines = [json.loads(line) for line in text.splitlines()]
    need(all(line["schema_version"] == 1 for line in lines), "schema_version")
    need([line["type"] for line in lines].index("summary") == len(lines) - 1, "summary is last")
    for line in lines:
        if line["type"] == "finding":
            yield [line["path"], line["line"], line["rule"], line["state"]]


def read_sarif(text, schema):
    log = json.loads(text)
    hold(log, json.loads(schema))
    need(log["version"] == "2.1.0" and len(log["runs"]) == 1, "one run of 2.1.0")
    run = log["runs"][0]
    need(run["columnKind"] == "unicodeCodePoints", "columnKind")
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        for part in (rule["shortDescription"], rule["fullDescription"]):
            need(0 < len(part["text"]) <= 1024, f"{rule['id']}: description")
        need(rule["help"]["text"] and rule["help"]["markdown"], f"{rule['id']}: help")
    seen = set()
    for result in run["results"]:
        need(rules[result["ruleIndex"]]["id"] == result["ruleId"], "ruleIndex")
        place = result["locations"][0]["physicalLocation"]
        uri = urllib.parse.urlsplit(place["artifactLocation"]["uri"])
        need(uri.path and not (uri.scheme or uri.netloc or uri.query or uri.fragment), str(uri))
        need(not uri.path.startswith("/") and "\\" not in uri.path, uri.path)
        region = place["region"]
        start, end = [(region[f"{at}Line"], region[f"{at}Column"]) for at in ("start", "end")]
        need(start <= end and min(start) >= 1, f"region {region}")
        key = (uri.path, result["partialFingerprints"]["primaryLocationLineHash"])
        need(key not in seen, f"fingerprint twice: {key}")
        seen.add(key)
        need(all(one["justification"] for one in result["suppressions"]), "justification")
        states = [STATES[one["kind"]] for one in result["suppressions"]]
        path = urllib.parse.unquote(uri.path)
        yield [path, region["startLine"], result["ruleId"], states[0] if states else "open"]


def read_gitlab(text, _):
    need(not text.startswith("\ufeff"), "BOM")
    issues = json.loads(text)
    prints = [issue["fingerprint"] for issue in issues]
    need(len(prints) == len(set(prints)), "fingerprints must differ")
    for issue in issues:
        keys = {"description", "check_name", "fingerprint", "severity", "location"}
        need(set(issue) == keys, f"keys {set(issue)}")
        need(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), "severity")
        need(re.fullmatch("[0-9a-f]{32}", issue["fingerprint"]), "fingerprint")
        need(not issue["location"]["path"].startswith(("./", "/")), "path")
        need(issue["description"].startswith(issue["check_name"]), "description")
        yield [issue["location"]["path"], issue["location"]["lines"]["begin"], issue["check_name"], "open"]


def read_rdjson(text, _):
    result = json.loads(text)
    severities = ("UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO")
    need(set(result) == {"source", "severity", "diagnostics"}, "keys")
    need(result["severity"] in severities and result["source"]["name"] == "naskah", "head")
    for one in result["diagnostics"]:
        keys = {"message", "location", "severity", "code"}
        need(set(one) - {"suggestions"} == keys, "keys of a diagnostic")
        for other in one.get("suggestions", []):
            need(set(other) == {"range", "text"}, "keys of a suggestion")
        need(one["message"] and one["severity"] in severities[1:], "diagnostic")
        at = one["location"]["range"]
        for position in at.values():
            need(position["line"] >= 1 and position["column"] >= 1, "position")
        path = pathlib.Path(sys.argv[2]).parent / one["location"]["path"]
        if path.is_file():  # columns count bytes: they must lie between characters
            lines = path.read_bytes().split(b"\n")
            for position in at.values():
                lines[position["line"] - 1][: position["column"] - 1].decode()
        yield [one["location"]["path"], at["start"]["line"], one["code"]["value"], "open"]


def read_junit(text, _):
    suites = junitparser.JUnitXml.fromstring(text.encode())
    counted = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    found = []
    for suite in suites:
        need(len(list(suite)) == suite.tests > 0, "a suite has its cases")
        for case in suite:
            counted["tests"] += 1
            for result in case.result:
                kinds = {"Failure": "failures", "Error": "errors", "Skipped": "skipped"}
                counted[kinds[type(result).__name__]] += 1
            line = case._elem.get("line")
            if line is not None:
                rule = case.name.removeprefix("org.naskah.").split(" #")[0]
                state = "skipped" if case.is_skipped else "open"
                found.append([case.classname, int(line), rule, state])
            else:
                need(case.is_passed or not case.is_skipped, "a clean draft passes")
    names = [(case.classname, case.name) for suite in suites for case in suite]
    need(len(names) == len(set(names)), "GitLab keeps one case of a name")
    for key, count in counted.items():
        need(getattr(suites, key) == count, f"{key}: {getattr(suites, key)} is not {count}")
    return found


def main():
    form, report, *schema = sys.argv[1:]
    text = pathlib.Path(report).read_bytes().decode("utf-8")
    schema = pathlib.Path(schema[0]).read_text(encoding="utf-8") if schema else None
    print(json.dumps(list(globals()[f"read_{form}"](text, schema))))


if __name__ == "__main__":
    main()
