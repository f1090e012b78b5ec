# SPDX-License-Identifier: Apache-2.0
"""The places of an official document, as citations name them.

A locator is the document's own numbering from the top (docs/rule-language.md):
section `三`, subsection `（一）`, number `1`, circled number `⑦`, `第5项` for the
fifth of a list of dashes, `末段` for the last paragraph below a number, `附件22`
for row 22 of the annex.
"""

import re

from packs import normalize

DIGITS = "一二三四五六七八九"
NUMERALS = list(DIGITS) + ["十"] + ["十" + d for d in DIGITS] + ["二十"]
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

SECTION = re.compile(r"([一二三四五六七八九十]+)、([^。]*)$")
SUBSECTION = re.compile(r"（([一二三四五六七八九十]+)）")
NUMBER = re.compile(r"(\d+)\. ")
ROW = re.compile(r"(\d+)\t")


def paragraphs(text):
    """Paragraphs without their typography; lines that a page broke are joined.

    A line goes on in the next unless it ends a sentence, is a heading, or the
    next begins with a mark of its own.
    """
    result, goes_on = [], False
    for raw in text.splitlines():
        line = raw.strip(" \r*#\u3000").rstrip("\t")
        heading = raw.lstrip().startswith("#")
        line = line.strip("*")
        if not line:
            continue
        marked = heading or line.startswith("——") or line == "附件" or any(
            mark.match(line) for mark in (SECTION, SUBSECTION, NUMBER, ROW))
        if goes_on and not marked:
            result[-1] += line
        else:
            result.append(line)
        goes_on = not (heading or SECTION.match(line) or line == "附件"
                       or line[-1] in "。：；")
    return result


def expect(place, found, wanted):
    """A gap in the numbering means that the text was not understood."""
    if found != wanted:
        raise ValueError(f"after {place or 'the beginning'}: {found} where {wanted} was expected")


def outline(text):
    """Every locator of the text, in its order."""
    places = []
    section, subsection, number = "", "", ""
    counts = {"section": 0, "subsection": 0, "number": 0, "dash": 0}
    annex = 0
    for line in paragraphs(text):
        at = section + subsection + number
        if line == "附件":
            section, subsection, number = "附件", "", ""
            places.append(section)
        elif section == "附件":
            if row := ROW.match(line):
                annex += 1
                expect(f"附件{annex - 1}", row[1], str(annex))
                places.append(f"附件{annex}")
        elif found := SECTION.match(line):
            expect(at, found[1], NUMERALS[counts["section"]])
            counts = {"section": counts["section"] + 1, "subsection": 0, "number": 0, "dash": 0}
            section, subsection, number = found[1], "", ""
            places.append(section)
        elif not section:
            continue
        elif found := SUBSECTION.match(line):
            expect(at, found[1], NUMERALS[counts["subsection"]])
            counts.update(subsection=counts["subsection"] + 1, number=0, dash=0)
            subsection, number = f"（{found[1]}）", ""
            places.append(section + subsection)
        elif found := NUMBER.match(line):
            counts.update(number=counts["number"] + 1, dash=0)
            expect(at, found[1], str(counts["number"]))
            number = found[1]
            places.append(section + subsection + number)
        elif line.startswith("——"):
            counts["dash"] += 1
            places.append(f"{at}第{counts['dash']}项")
        elif line.endswith("。") and f"{at}末段" not in places:
            places.append(f"{at}末段")
        if section != "附件":
            at = section + subsection + number
            circled = [mark for mark in line if mark in CIRCLED]
            expect(at, "".join(circled), CIRCLED[:len(circled)])
            places += [at + mark for mark in circled]
    return places


def holds(text, wanted):
    """Whether the text says it, blanks and the width of brackets aside."""
    return normalize(wanted) in normalize(text)
