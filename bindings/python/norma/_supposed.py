# SPDX-License-Identifier: Apache-2.0
"""What results by supposed parameters say of themselves: they are no findings."""

from __future__ import annotations

from typing import Any

from ._core import Pack, Standard, language_word, supposed_words

WHAT_IF = {"zh": ("假设推演（不是评价结论）：", "为", "；"), "en": ("What-if, no finding: ", " ", "; ")}


def no_finding(of: Standard | Pack, lang: Any = None) -> str:
    """What was supposed of the parameters, as the head of a report says it; else nothing.

    >>> import norma
    >>> zj = norma.load("cn-zj")
    >>> no_finding(zj.with_parameters({"satisfaction_minimum": "80%"}), "en"), no_finding(zj)
    ('What-if, no finding: minimum satisfaction 80 %', '')
    """
    all_words = supposed_words(of, lang)
    head, between, comma = WHAT_IF[language_word(lang)]
    return head + comma.join(between.join(words) for words in all_words.values()) if all_words else ""


def no_finding_in_both(of: Standard | Pack) -> tuple[str, str]:
    return no_finding(of, "zh"), no_finding(of, "en")
