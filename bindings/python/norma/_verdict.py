# SPDX-License-Identifier: Apache-2.0
"""The four verdicts."""

from enum import StrEnum


class Verdict(StrEnum):
    """What was decided; a str, as reports in JSON have it.

    >>> Verdict.PASS == "pass"
    True
    """

    PASS = "pass"
    FAIL = "fail"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
