# SPDX-License-Identifier: Apache-2.0
"""Packs by path or name."""

import os
import pathlib

from . import _core

BUILTIN = pathlib.Path(__file__).parent / "rules"


def load(pack, *, search=()):
    """The pack in a folder, or the one of that name.

    A name is looked for in `search`, then in the folders of the environment variable
    NORMA_PACKS, then among the packs that come with norma: cn, cn-size, cn-zj.

    >>> load("cn-zj")
    <norma.Pack cn-zj 2023.1.0>

    Raises `RuleError` with every finding if the pack has mistakes.
    """
    named = [folder for folder in os.environ.get("NORMA_PACKS", "").split(os.pathsep) if folder]
    return _core.load_pack(os.fspath(pack), BUILTIN, [*map(os.fspath, search), *named])
