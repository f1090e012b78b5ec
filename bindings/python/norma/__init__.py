# SPDX-License-Identifier: Apache-2.0
"""Decides whether a unit meets a published standard, and says why.

>>> import norma
>>> zj = norma.load("cn-zj")
>>> standard = zj["enterprise.large_medium"]
>>> report = standard.assess({"worker_count": 1064, "size_class": "large"},
...                          as_of="2024-03-31", lang="en")
>>> report.verdict
<Verdict.UNDETERMINED: 'undetermined'>
"""

from . import _pickle as _pickle
from ._command import run
from ._core import (
    Cause, Diagnostic, Fact, Node, Pack, Remedy, Report, Score, Standard, Turn, Unit, __version__,
)
from ._errors import Error, FactError, NotFound, RuleError
from ._explain import node_at
from ._frame import assess_frame, assess_pack_frame
from ._frame_pack import PackResult
from ._frame_result import FrameResult
from ._frame_warnings import FrameWarning
from ._frame_what_if import WhatIf
from ._load import load
from ._sheet_read import read_excel
from ._sheet_report import report_to_excel
from ._template import Template, template
from ._turns import Turns
from ._verdict import Verdict

__all__ = [
    "Cause", "Diagnostic", "Error", "Fact", "FactError", "FrameResult", "FrameWarning", "Node",
    "NotFound", "Pack", "PackResult", "Remedy", "Report", "RuleError", "Score", "Standard",
    "Template", "Turn", "Turns", "Unit", "Verdict", "WhatIf", "__version__", "load", "read_excel",
    "run", "template",
]

# Methods of the extension's classes that are written in Python.
setattr(Pack, "assess_frame", assess_pack_frame)
setattr(Standard, "assess_frame", assess_frame)
setattr(Report, "to_excel", report_to_excel)
setattr(Report, "__getitem__", node_at)
