# SPDX-License-Identifier: Apache-2.0
"""Packs by path or name."""

import os
import pathlib
from collections.abc import Iterable

from ._core import Pack, load_pack
from ._errors import Error
from ._words import Lang

BUILTIN = pathlib.Path(__file__).parent / "rules"


def load(pack: str | os.PathLike[str], *,
         search: Iterable[str | os.PathLike[str]] = (), lang: Lang = None) -> Pack:
    """The pack in a folder, or the one of that name.

    A name is looked for in `search`, then in the folders of the environment variable
    NORMA_PACKS, then among the packs that come with norma: cn, cn-size, cn-zj.

    >>> load("cn-zj")
    <norma.Pack cn-zj 2023.1.0>

    Raises `RuleError` with every finding if the pack has mistakes; `lang` is the language that
    it speaks.
    """
    named = [folder for folder in os.environ.get("NORMA_PACKS", "").split(os.pathsep) if folder]
    try:
        return load_pack(os.fspath(pack), BUILTIN, [*search, *named])
    except Error as error:
        error.lang = lang
        raise
