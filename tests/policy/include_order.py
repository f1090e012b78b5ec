# SPDX-License-Identifier: Apache-2.0
"""Where the headers are all there is (NORMA_HEADER_ONLY), each may be the first: what it
includes is declared where it is used.

A header ends with what defines its functions, which includes further headers. One that is
met again at its end has declared all of its own; one that is met half-way has not. Every header
is gone through as the preprocessor does it, as the first of a program. So are these found without
compiling each with all that it brings; what a header declares by itself `policy.headers` compiles,
and its definitions are a source of the library.
"""

import doctest
import re
import sys

from project import files, finish, read

INCLUDE = re.compile(r"\s*#\s*include\s*<(norma/[^>]+)>")
NOTHING = re.compile(r"\s*($|//|#)")


def included(text):
    """Headers of norma that a file includes, and whether nothing of its own comes after.

    >>> included("#include <norma/a.hpp>\\nint one();\\n#include <norma/b.ipp>\\n")
    [('norma/a.hpp', False), ('norma/b.ipp', True)]
    """
    lines = text.splitlines()
    last = max((n for n, line in enumerate(lines) if not NOTHING.match(line)), default=-1)
    return [(found[1], n > last) for n, line in enumerate(lines) if (found := INCLUDE.match(line))]


def met_half_way(first, by_file):
    """(file, what it includes that has not declared its own) if `first` is the first.

    >>> circle = {"a.hpp": [("a.ipp", True)], "a.ipp": [("b.hpp", False)],
    ...           "b.hpp": [("a.hpp", False), ("b.ipp", True)], "b.ipp": [("a.hpp", False)]}
    >>> list(met_half_way("a.hpp", circle))
    []
    >>> list(met_half_way("b.hpp", circle))
    [('a.ipp', 'b.hpp')]
    """
    seen, unfinished = set(), set()

    def visit(file):
        seen.add(file)
        unfinished.add(file)
        for other, at_the_end in by_file[file]:
            if at_the_end:
                unfinished.discard(file)
            if other not in seen:
                yield from visit(other)
            elif other in unfinished and not at_the_end:
                yield file, other
        unfinished.discard(file)

    return visit(first)


def main():
    problems = []
    if doctest.testmod().failed:
        problems.append("the examples in this script do not hold")
    by_file = {"/".join(path.parts[1:]): included(read(path))
               for path in files("*.hpp", "*.ipp", under="include/norma")}
    firsts = [file for file in by_file if file.endswith(".hpp")]
    for first in firsts:
        problems += [f"include/{file}: includes {other}, which is not declared to its end, where "
                     f"{first} comes first" for file, other in met_half_way(first, by_file)]
    finish(len(firsts), problems)


if __name__ == "__main__":
    sys.exit(main())
