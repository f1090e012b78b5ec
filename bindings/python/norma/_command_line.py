# SPDX-License-Identifier: Apache-2.0
"""What is asked for on the command line of `python -m norma check` and `template`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from ._core import language_word
from ._errors import Error, did_you_mean
from ._words import Both, Lang

FLAG, ONE, MANY = range(3)  # values that an option takes
OPTIONS: dict[str, dict[str, int]] = {
    "check": {"--pack": ONE, "--standard": ONE, "--as-of": ONE, "--dates": ONE, "--output": ONE,
              "--reasons": FLAG, "--distances": FLAG, "--errors": FLAG, "--strict": FLAG,
              "--carry": MANY, "--threads": ONE, "--lang": ONE, "--help": FLAG},
    "template": {"--output": ONE, "--layout": ONE, "--lang": ONE, "--help": FLAG},
}
SHORT = {"-o": "--output", "-h": "--help"}
WORDS: dict[str, Both] = {"check": ("文件", "FILE"), "template": ("规则包:标准", "PACK:STANDARD")}
CHOICES = {"--lang": ("zh", "en"), "--layout": ("form", "table")}
DAYS = ("--as-of", "--dates")
MOST_THREADS = 256


class Usage(Error):
    """A command line that is not understood."""


class Asked:
    """A command line that was read: its word, and what its options say."""

    def __init__(self, verb: str, arguments: Sequence[str]) -> None:
        """Raises `Usage`."""
        self.verb, self.words = verb, list[str]()
        self._given: dict[str, list[str]] = {}
        rest, only_words = list(arguments), False
        while rest:
            said = rest.pop(0)
            if only_words or not said.startswith("-") or said == "-":
                self.words.append(said)
            elif said == "--":
                only_words = True
            else:
                self._take(said, rest)
        self._check()

    def has(self, option: str) -> bool:
        return option in self._given

    def one(self, option: str) -> str | None:
        return self._given[option][0] if option in self._given else None

    def many(self, option: str) -> list[str] | None:
        return self._given.get(option)

    @property
    def word(self) -> str:
        return self.words[0]

    @property
    def threads(self) -> int | None:
        said = self.one("--threads")
        return int(said) if said else None

    @property
    def lang(self) -> Literal["zh", "en"] | None:
        said = self.one("--lang")
        return None if said is None else "zh" if said == "zh" else "en"

    def _take(self, said: str, rest: list[str]) -> None:
        name, sign, value = said.partition("=")
        name = SHORT.get(name, name)
        takes = OPTIONS[self.verb].get(name)
        if takes is None:
            zh, en = did_you_mean(name, list(OPTIONS[self.verb]))
            raise Usage((f"无法识别 `{said}`" + (f"：{zh}" if zh else ""),
                         f"`{said}` is not understood" + (f": {en.strip()}" if en else "")))
        if takes == MANY and not sign:
            values = self._given.setdefault(name, [])
            while rest and not rest[0].startswith("-"):
                values.append(rest.pop(0))
            return
        if takes == FLAG and not sign:
            self._given[name] = []
            return
        if not sign and rest and not rest[0].startswith("--"):
            sign, value = "=", rest.pop(0)
        if takes == FLAG or not sign or name in self._given:
            raise Usage((f"`{name}` 不带值", f"`{name}` takes no value") if takes == FLAG else
                        (f"`{name}` 需要且只要一个值", f"`{name}` takes exactly one value"))
        if not value:
            raise Usage((f"`{name}` 的值是空的", f"`{name}` is given nothing"))
        self._given[name] = [value]

    def _check(self) -> None:
        for option, may in CHOICES.items():
            said = self.one(option)
            if said is not None and said not in may:
                raise Usage((f"`{option}` 不能是 `{said}`，可以是：{'、'.join(may)}",
                             f"`{option}` can not be `{said}`: it is one of {', '.join(may)}"))
        for option in DAYS:
            said = self.one(option)
            if said is not None and not _is_day(said):
                raise Usage((f"`{option}` 的值 `{said}` 不是日期，日期写作 `2024-03-31`",
                             f"`{said}` is no day for `{option}`: write it as `2024-03-31`"))
        said = self.one("--threads")
        if said is not None and not (said.isascii() and said.isdigit()
                                     and 1 <= int(said) <= MOST_THREADS):
            raise Usage((f"`--threads` 的值 `{said}` 不是 1 至 {MOST_THREADS} 的整数",
                         f"`{said}` is no whole number from 1 to {MOST_THREADS} for `--threads`"))
        if self.has("--help"):
            return
        zh, en = WORDS[self.verb]
        if not self.words:
            raise missing(zh, en)
        if len(self.words) > 1:
            raise Usage((f"`{self.verb}` 只要一个 `{zh}`，`{self.words[1]}` 是多余的",
                         f"`{self.verb}` takes one `{en}`, and `{self.words[1]}` is one too many"))


def missing(zh: str, en: str, several: bool = False) -> Usage:
    return Usage((f"没有写 `{zh}`", f"`{en}` {'are' if several else 'is'} missing"))


def language_in(arguments: Sequence[str]) -> Literal["zh", "en"]:
    """The language that a command line asks for, right or wrong in all else; or the locale's."""
    lang: Lang = None
    for place, said in enumerate(arguments):
        if said == "--":
            break
        asked = said.removeprefix("--lang=") if said.startswith("--lang=") else \
            "".join(arguments[place + 1:place + 2]) if said == "--lang" else None
        if asked is not None:
            lang = "zh" if asked.startswith("zh") else "en"
    return language_word(lang)


def _is_day(said: str) -> bool:
    try:
        return datetime.date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False
