# SPDX-License-Identifier: Apache-2.0
"""Packs by path or name."""

import os
import pathlib
from collections.abc import Iterable

from ._core import Pack, load_pack

BUILTIN = pathlib.Path(__file__).parent / "rules"


def load(pack: str | os.PathLike[str], *,
         search: Iterable[str | os.PathLike[str]] = ()) -> Pack:
    """The pack in a folder, or the one of that name.

    A name is looked for in `search`, then in the folders of the environment variable
    NORMA_PACKS, then among the packs that come with norma: cn, cn-size, cn-zj.

    >>> load("cn-zj")
    <norma.Pack cn-zj 2023.1.0>

    Raises `RuleError` with every finding if the pack has mistakes.
    """
    named = [folder for folder in os.environ.get("NORMA_PACKS", "").split(os.pathsep) if folder]
    return load_pack(os.fspath(pack), BUILTIN, [*search, *named])
