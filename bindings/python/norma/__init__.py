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

from ._core import Diagnostic, Node, Pack, Report, Standard, Unit, __version__
from ._errors import Error, FactError, NotFound, RuleError
from ._load import load
from ._verdict import Verdict

__all__ = [
    "Diagnostic", "Error", "FactError", "Node", "NotFound", "Pack", "Report", "RuleError",
    "Standard", "Unit", "Verdict", "__version__", "load",
]
