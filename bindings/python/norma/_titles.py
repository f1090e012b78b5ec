# SPDX-License-Identifier: Apache-2.0
"""What columns of verdicts are of, in the words of their standard or pack."""

from __future__ import annotations

from . import _core
from ._core import Pack, Standard
from ._words import Lang


def titles_of(of: Standard | Pack, lang: Lang = None) -> dict[str, str]:
    """By the name of a column: the title of the item, part or standard.

    >>> import norma
    >>> zj = norma.load("cn-zj")
    >>> titles_of(zj["enterprise.large_medium"], "en")["training/frontline_share"]
    'Front-line share of the training fund'
    >>> titles_of(zj, "zh")["industry"] == zj["industry"].title("zh")
    True
    """
    if isinstance(of, Pack):
        return {one.id: one.title(lang) for one in of.standards}
    return _core.words_of(of, lang)[0]
