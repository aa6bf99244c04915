#!/usr/bin/env python3
"""Print a YAML text as JSON: yaml_json.py TEXT"""

import json
import sys

import yaml

json.dump(yaml.safe_load(sys.argv[1]), sys.stdout)
