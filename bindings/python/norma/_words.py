# SPDX-License-Identifier: Apache-2.0
"""Words in Chinese and in English."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._core import language_word
from ._verdict import Verdict

Both: TypeAlias = tuple[str, str]
Lang: TypeAlias = Literal["zh", "en"] | None

VERDICTS: dict[Verdict, Both] = {
    Verdict.PASS: ("达标", "pass"), Verdict.FAIL: ("不达标", "fail"),
    Verdict.UNDETERMINED: ("待定", "undetermined"),
    Verdict.NOT_APPLICABLE: ("不适用", "not applicable"),
}
OVERALL: Both = ("总体", "overall")
ERRING: Both = ("其中数据有误", "of these with facts in error")


def in_language(words: str | Both, lang: Lang = None) -> str:
    """The words in a language; None: as the locale says. A text alone is of both.

    >>> in_language(("达标", "pass"), "zh"), in_language("CNY", "zh")
    ('达标', 'CNY')
    """
    return words if isinstance(words, str) else words[language_word(lang) == "en"]
