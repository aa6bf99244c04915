#!/usr/bin/env python3
"""What the gate asks of the dependencies, from `cargo metadata` alone.

    dependencies.py rust        does Cargo.toml promise a Rust version that all of them accept?
    dependencies.py licences    are their licences and sources those that deny.toml allows?

`rust` follows what a user builds: normal and build dependencies on every platform, with every
feature. `licences` is for machines without cargo-deny and looks at every package of the lock file,
but not at the texts of the licences. Faults are named one a line; status 1 when there is any.
"""

import json
import re
import subprocess
import sys
import tomllib

METADATA = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]


def number(version):
    """1.92 and 1.92.0 as numbers that compare."""
    return tuple(int(part) for part in (version + ".0.0").split(".")[:3])


def built(resolve):
    """The ids of the root package and of all that is built with it."""
    nodes = {node["id"]: node for node in resolve["nodes"]}
    found, waiting = set(), [resolve["root"]]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += [
                one["pkg"] for one in nodes[current]["deps"]
                if any(kind["kind"] in (None, "build") for kind in one["dep_kinds"])
            ]
    return found


def rust(metadata):
    """Packages that demand a newer Rust than Cargo.toml promises."""
    ids = built(metadata["resolve"])
    root = next(one for one in metadata["packages"] if one["id"] == metadata["resolve"]["root"])
    promised = root["rust_version"]
    for package in metadata["packages"]:
        demanded = package["rust_version"]
        if package["id"] in ids and demanded and number(demanded) > number(promised):
            yield f"{package['name']} {package['version']}: Rust {demanded}, {promised} is promised"


def allowed(expression, licences):
    """Whether an SPDX expression can be met by allowed licences. An older form parts by a slash."""
    tokens = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def either():
        found = both()
        while tokens[:1] == ["OR"]:
            tokens.pop(0)
            found |= both()
        return found

    def both():
        found = one()
        while tokens[:1] == ["AND"]:
            tokens.pop(0)
            found &= one()
        return found

    def one():
        token = tokens.pop(0)
        if token == "(":
            found = either()
            tokens.pop(0)
            return found
        while tokens[:1] == ["WITH"]:
            token += f" {tokens.pop(0)} {tokens.pop(0)}"
        return token in licences

    return either() and not tokens


def licences(metadata):
    """Packages with a licence or a source that deny.toml does not allow."""
    with open("deny.toml", "rb") as file:
        known = tomllib.load(file)["licenses"]["allow"]
    # One registry serves them all: a package from anywhere else stands out.
    sources = [one["source"] for one in metadata["packages"] if one["source"]]
    usual = max(set(sources), key=sources.count)
    if not usual.startswith("registry+"):
        yield f"no registry: {usual}"
    for package in metadata["packages"]:
        name = f"{package['name']} {package['version']}"
        if not allowed(package["license"] or "(none)", known):
            yield f"{name}: licence {package['license']}"
        if package["source"] not in (None, usual):
            yield f"{name}: from {package['source']}"


def main():
    metadata = json.loads(subprocess.run(METADATA, check=True, capture_output=True).stdout)
    faults = list({"rust": rust, "licences": licences}[sys.argv[1]](metadata))
    print("\n".join(faults) or f"{len(metadata['packages'])} packages, no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
