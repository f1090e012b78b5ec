# SPDX-License-Identifier: Apache-2.0
"""What is raised, with the diagnostics that say why."""

import difflib
import os
import pathlib
from collections.abc import Iterable, Sequence
from typing import Self

from ._core import Diagnostic

SHOWN = 10  # diagnostics in the text of an exception; all are in `.diagnostics`


class Error(Exception):
    """Base of all that norma raises.

    `.diagnostics` are the findings about the input, each with code, severity, message,
    file, line, column and hint; `str()` writes them with their line and a caret.
    """

    def __init__(self, message: str = "", diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.message = message
        self.diagnostics = tuple(diagnostics)
        self.notes: tuple[str, ...] = ()
        super().__init__(message, self.diagnostics)

    def with_notes(self, lines: Iterable[str]) -> Self:
        """The same with lines of help under its diagnostics."""
        self.notes = tuple(lines)
        return self

    def __str__(self) -> str:
        return "\n".join([self._told(), *(f"help: {line}" for line in self.notes)])

    def _told(self) -> str:
        if not self.diagnostics:
            return self.message
        shown = sorted(self.diagnostics, key=lambda one: one.severity != "error")[:SHOWN]
        more = len(self.diagnostics) - len(shown)
        return "\n".join(one.render() for one in shown) + (f"\n… {more} more" if more else "")


class RuleError(Error):
    """A pack that can not be used, or a file that can not be read."""


class FactError(Error):
    """Facts that can not be read: an unknown name, a value that is none of its type."""


class NotFound(Error, KeyError):
    """A pack, a standard, a part of a report or the label of a row that is not there."""

    __str__ = Error.__str__


def did_you_mean(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`? " if near else ""


def no_pack(name: str, search: Sequence[str | os.PathLike[str]],
            builtin: str | os.PathLike[str]) -> NotFound:
    folders = [pathlib.Path(folder) for folder in [*search, builtin] if folder]
    known = sorted({pack.parent.name for folder in folders for pack in folder.glob("*/pack.yaml")})
    return NotFound(f"there is no pack `{name}`: {did_you_mean(name, known)}"
                    f"known are {', '.join(known)}; a folder is given by its path")


def no_part(path: str, known: Sequence[str], items: Sequence[str]) -> NotFound:
    return NotFound(f"there is no item or part `{path}`: {did_you_mean(path, known)}"
                    f"it has {', '.join(items)}")


def no_standard(words: str, name: str, known: Sequence[str]) -> NotFound:
    return NotFound(f"{words}: {did_you_mean(name, known)}it has {', '.join(known)}")
