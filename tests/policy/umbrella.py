# SPDX-License-Identifier: Apache-2.0
"""<norma/norma.hpp> reaches every public header but those for tools, and none
of a third party; including it costs at most so many times the standard headers
that it needs. Not the same on every machine: the tests allow 1.5 times, the
mark is that of `make bench`, 1.3.

umbrella.py <compiler> <include folder> <times>
"""

import os
import re
import subprocess
import sys
import tempfile

from project import ROOT, files, finish, includes

TRIES = 15
# The rule language, what packs hold and their tests, scores, and how verdicts and words
# come about: for tools of those who write rules and for schemes, included by name.
FOR_TOOLS = {f"norma/{name}.hpp" for name in (
    "core/paths", "value/cause_gatherer", "value/number_steps", "value/partial",
    "expr/ast", "expr/builtin", "expr/check", "expr/evaluate", "expr/parse", "expr/print",
    "expr/type", "assess/assess_scheme", "assess/bind_for",
    "assess/counting", "assess/data_errors", "assess/deciding", "assess/distance", "assess/examine",
    "assess/member_list", "assess/score", "assess/sensitivity", "assess/wording",
    "rule/content", "rule/fact", "rule/parameter", "rule/asked_facts", "rule/fact_names", "rule/facts_below", "rule/reads", "rule/scheme",
    "rule/most_points", "rule/standard", "rule/table", "load/cell_text", "load/test_file",
    "analysis/rule_test", "batch/arrow", "batch/arrow_abi", "batch/column", "batch/frame",
    "batch/plan", "batch/scores", "batch/unit_judge")}
THIRD_PARTY = re.compile(r"/(?:boost|yaml-cpp|fmt|nlohmann|CLI)/")

compiler, include, factor = sys.argv[1], sys.argv[2], float(sys.argv[3])
flags = ["-std=c++20", "-I", include, "-x", "c++"]
rule = subprocess.run([compiler, *flags, "-M", f"{include}/norma/norma.hpp"], check=True,
                      capture_output=True, text=True).stdout
reached = rule.replace("\\\n", " ").split()[1:]
problems = [f"norma.hpp reaches {name}" for name in reached if THIRD_PARTY.search(name)]

ours = {os.path.relpath(name, include) for name in reached if "/norma/" in name}
public = [path for path in files("*.hpp", under="include/norma") if "impl" not in path.parts]
for path in public:
    name = os.path.relpath(ROOT / path, include)
    if (name in ours) == (name in FOR_TOOLS):
        problems.append(f"{path}: norma.hpp {'reaches' if name in ours else 'does not reach'} it")
problems += [f"norma.hpp reaches {name}, an internal" for name in ours if "/impl/" in name]

# Of the headers that it reaches, no others.
standard = sorted({header for path in public
                   if os.path.relpath(ROOT / path, include) in ours
                   for _, header in includes(path)
                   if "/" not in header})


def seconds(text):
    """The compiler's own processor time (not the system's) for a file with this text."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "a.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        before = os.times()
        subprocess.run([compiler, *flags, "-c", source, "-o", source + ".o"], check=True)
        after = os.times()
    return after.children_user - before.children_user


# The least of several tries, in turn: other work on the machine only adds, so
# one more try is due only while the answer is no.
base, whole = [], []
while len(base) < 2 or (len(base) < TRIES and min(whole) > factor * min(base)):
    base.append(seconds("".join(f"#include <{header}>\n" for header in standard)))
    whole.append(seconds("#include <norma/norma.hpp>\n"))
ratio = min(whole) / min(base)
print(f"norma.hpp {min(whole):.2f} s, {len(standard)} standard headers {min(base):.2f} s: "
      f"{ratio:.2f} times")
if ratio > factor:
    problems.append(f"norma.hpp costs {ratio:.2f} times its standard headers, {factor} at most")
finish(len(public), problems)
