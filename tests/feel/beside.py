# SPDX-License-Identifier: Apache-2.0
"""beside.py FEEL.json TCK [RESULTS.csv...]: what other engines publish, by norma's subsets.

    make conformance TCK=$PWD/tck
    python3 tests/feel/beside.py build/conformance/feel.json tck

FEEL.json says which results are in which subset; the suite's folder TestResults,
and further RESULTS.csv, which test cases an engine passes. A test case is in a
subset if one of its results is; the subsets include one another. Behind them
stands what the file says of all its cases.
"""

import csv
import json
import pathlib
import sys

SUBSETS = ["CORE", "PLUS", "FULL"]


def cases_of(feel):
    """Of each subset with those before it: (folder, test case) -> whether norma passes its results there."""
    for last in range(len(SUBSETS)):
        passed = {}
        for one in feel["cases"]:
            if SUBSETS.index(one["subset"]) <= last:
                key = tuple(one["id"].split("#")[:2])
                passed[key] = passed.get(key, True) and one["passed"]
        yield passed


def published(path):
    """(folder, test case) -> whether it passes, as a file of results says."""
    results = {}
    with open(path, encoding="utf-8-sig", newline="") as stream:
        for folder, _, case, result, *_ in csv.reader(stream):
            results[folder, case] = results.get((folder, case), True) and result.strip().upper() == "SUCCESS"
    return results


def share(results):
    results = list(results)
    return f"{sum(results)} of {len(results)}"


def main(feel, suite, *more):
    subsets = list(cases_of(json.loads(pathlib.Path(feel).read_text(encoding="utf-8"))))
    print("norma", *(share(cases.values()) for cases in subsets), sep=" | ")
    for path in sorted(pathlib.Path(suite).glob("TestResults/*/*/*.csv")) + [pathlib.Path(one) for one in more]:
        results = published(path)
        if results:
            joined = (share(results[key] for key in cases if key in results) for cases in subsets)
            print("/".join(path.parts[-3:-1]), *joined, share(results.values()), sep=" | ")


main(*sys.argv[1:])
