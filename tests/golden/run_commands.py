# SPDX-License-Identifier: Apache-2.0
"""Transcripts: commands with what they print. Shared by golden tests and docs."""

import os
import subprocess

ELISION = "…"


CATEGORIES = ("LC_CTYPE", "LC_COLLATE", "LC_NUMERIC", "LC_TIME", "LC_MONETARY")


def in_english(variables):
    """These variables with their locale in all but the language of messages."""
    result = dict(variables)
    locale = result.pop("LC_ALL", "") or result.get("LANG", "")
    if locale:
        result.update((category, locale) for category in CATEGORIES)
    result.update(LC_MESSAGES="C.UTF-8", LANG="C.UTF-8")
    return result


def environment(norma):
    """The environment in which `norma` is the command under test."""
    folder = str(norma.resolve().parent)
    return dict(in_english(os.environ), PATH=folder + os.pathsep + os.environ["PATH"])


def transcript(text, folder, variables):
    """`text` with its commands run again in `folder`, and how many there are."""
    lines = text.splitlines()
    first = next((i for i, line in enumerate(lines) if line.startswith("$ ")), len(lines))
    commands = [line[2:] for line in lines[first:] if line.startswith("$ ")]
    out = lines[:first]
    for command in commands:
        result = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=variables, timeout=300,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        out.append("$ " + command)
        out += result.stdout.decode("utf-8").splitlines()
        if result.returncode:
            out.append(f"[exit {result.returncode}]")
    return "\n".join(out) + "\n", len(commands)


def same(expected, actual):
    """Equal, line by line; a line of `expected` that is only … is any lines."""
    groups = [[]]
    for line in expected.splitlines():
        if line == ELISION:
            groups.append([])
        else:
            groups[-1].append(line)
    lines = actual.splitlines()
    first, *others = groups
    if not others:
        return lines == first
    *middle, last = others
    if lines[:len(first)] != first:
        return False
    at = len(first)
    for group in middle:
        while lines[at:at + len(group)] != group:
            at += 1
            if at > len(lines):
                return False
        at += len(group)
    end = len(lines) - len(last)
    return end >= at and lines[end:] == last
