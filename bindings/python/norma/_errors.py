# SPDX-License-Identifier: Apache-2.0
"""What is raised, with the diagnostics that say why."""

from __future__ import annotations

import contextlib
import difflib
import errno
import os
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from ._core import Diagnostic
from ._words import Both, Lang, in_language

SHOWN = 10  # diagnostics in the text of an exception; all are in `.diagnostics`
HELP: Both = "帮助：", "help: "


class Error(Exception):
    """Base of all that norma raises.

    `.diagnostics` are the findings about the input, each with code, severity, message,
    file, line, column and hint; `str()` writes them with their line and a caret, in the
    language that the call was asked for, else of the locale, and `.render(lang)` in another.
    """

    def __init__(self, message: str | Both = "", diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._words = message
        self.diagnostics = tuple(diagnostics)
        self._notes: tuple[Both, ...] = ()
        self.lang: Lang = None  # that of the call which raised it
        super().__init__(message, self.diagnostics)

    @property
    def message(self) -> str:
        return in_language(self._words, self.lang)

    def with_notes(self, lines: Iterable[Both]) -> Self:
        """The same with lines of help under its diagnostics."""
        self._notes = tuple(lines)
        return self

    def render(self, lang: Lang = None) -> str:
        """What `str()` gives, in a language."""
        lang = lang or self.lang
        told = self._told(lang)
        lines = [in_language(HELP, lang) + in_language(note, lang) for note in self._notes]
        return "\n".join([told.rstrip("\n"), *lines]) if lines else told

    def __str__(self) -> str:
        return self.render()

    def _told(self, lang: Lang) -> str:
        if not self.diagnostics:
            return in_language(self._words, lang)
        shown = sorted(self.diagnostics, key=lambda one: one.severity != "error")[:SHOWN]
        more = len(self.diagnostics) - len(shown)
        return "\n".join(one.render(lang) for one in shown) + (
            in_language((f"\n……另有 {more} 处", f"\n… {more} more"), lang) if more else "")


@contextlib.contextmanager
def told_in(lang: Lang) -> Iterator[None]:
    """What is raised is told in the language of the call.

    >>> with told_in("zh"):
    ...     raise FactError(("没有这个单位", "there is no such unit"))
    Traceback (most recent call last):
    norma._errors.FactError: 没有这个单位
    """
    try:
        yield
    except Error as error:
        error.lang = error.lang or lang
        raise


class RuleError(Error):
    """A pack that can not be used, or a file that can not be read."""


class FactError(Error):
    """Facts that can not be read: an unknown name, a value that is none of its type."""


class NotFound(Error, KeyError):
    """A pack, a standard, a part of a report or the label of a row that is not there."""

    __str__ = Error.__str__


def no_file(path: str | os.PathLike[str]) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(path))


def did_you_mean(name: str, known: Sequence[str]) -> Both:
    near = difflib.get_close_matches(name, known, n=1)
    return (f"是否应为 `{near[0]}`？", f"did you mean `{near[0]}`? ") if near else ("", "")


def no_pack(name: str, search: Sequence[str | os.PathLike[str]],
            builtin: str | os.PathLike[str]) -> NotFound:
    if os.path.isdir(name):
        return NotFound((f"文件夹 `{name}` 中没有 pack.yaml", f"the folder `{name}` has no pack.yaml"))
    folders = [pathlib.Path(folder) for folder in [*search, builtin] if folder]
    known = sorted({pack.parent.name for folder in folders for pack in folder.glob("*/pack.yaml")})
    zh, en = did_you_mean(name, known)
    return NotFound((f"没有规则包 `{name}`：{zh}已有的是{'、'.join(known)}；文件夹请写路径",
                     f"there is no pack `{name}`: {en}known are {', '.join(known)}; a folder is "
                     "given by its path"))


def no_part(path: str, known: Sequence[str], items: Sequence[str]) -> NotFound:
    return _not_in((f"没有条目或部分 `{path}`", f"there is no item or part `{path}`"), path, known,
                   items)


def no_standard(words: Both, name: str, known: Sequence[str]) -> NotFound:
    return _not_in(words, name, known, known)


def _not_in(words: Both, name: str, known: Sequence[str], shown: Sequence[str]) -> NotFound:
    zh, en = did_you_mean(name, known)
    return NotFound((f"{words[0]}：{zh}已有的是{'、'.join(shown)}",
                     f"{words[1]}: {en}it has {', '.join(shown)}"))
