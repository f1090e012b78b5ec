# SPDX-License-Identifier: Apache-2.0
"""Every citation in rules/ leads to a place of the document it names.

Reads the documents in the folder $NORMA_SOURCES; where it is not set the test
says that it was skipped. A document whose text is not there is not checked.
"""

import difflib
import os
import pathlib

from outline import holds, outline
from packs import cited, finish, packs, skip

TEXTS = {"zj-2023-17": "zhejiang-2023-17.txt", "cn-2023-2": "national-2023-2.txt"}


def citations(node, outer):
    """(place, document, clause) of every citation at and below a node."""
    if isinstance(node, list):
        for child in node:
            yield from citations(child, outer)
    elif isinstance(node, dict):
        here = cited(node, outer)
        cite = node.get("cite")
        if cite is not None:
            yield getattr(cite, "place", None) or cite["clause"].place, *here
        for key, child in node.items():
            if key == "authority" and isinstance(child, dict) and "clause" in child:
                yield child["clause"].place, *cited({"cite": child}, here)
            elif key != "cite":
                yield from citations(child, here)


def main():
    folder = os.environ.get("NORMA_SOURCES", "")
    if not folder:
        skip("NORMA_SOURCES does not name the folder with the texts of the documents")
    texts, places, problems, checked = {}, {}, [], 0
    for document, name in TEXTS.items():
        texts[document] = (pathlib.Path(folder) / name).read_text(encoding="utf-8")
        places[document] = outline(texts[document])
    for pack in packs().values():
        for document, entry in pack.documents.items():
            number = entry.get("number")
            if document in texts and number and not holds(texts[document], number):
                problems.append(f"{number.place}: the document does not bear the number {number}")
        for file in pack.files:
            for place, document, clause in citations(file, ("", "")):
                if document not in places:
                    continue
                checked += 1
                if clause in places[document]:
                    continue
                near = difflib.get_close_matches(clause, places[document], 1, 0.5)
                hint = f"; near it: {near[0]}" if near else ""
                problems.append(f"{place}: {document} has no place {clause or '(empty)'}{hint}")
    finish(checked, problems)


if __name__ == "__main__":
    main()
