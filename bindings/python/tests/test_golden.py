# SPDX-License-Identifier: Apache-2.0
"""What is told of Python's objects, as recorded; NORMA_RECORD=1 records anew."""

import os

import norma
import pytest
from conftest import DAY, ROOT

RECORD = ROOT / "tests/golden/python/expected.txt"


def test_messages_are_as_recorded(large):
    facts = {"coordinator_count": 2j, "training_forms_used": ["induction", object],
             "coordinator_cuont": 2}
    with pytest.raises(norma.FactError) as strange:
        large.assess(facts, as_of=DAY)
    with pytest.raises(norma.FactError) as unread:
        large.assess({"size_class": "大型", "worker_count": "1,064", "pack": "x"}, as_of=DAY)
    with pytest.raises(norma.RuleError) as unknown:
        large.with_parameters({"periodic_windw": "6个月"})
    with pytest.raises(norma.RuleError) as unfit:
        large.with_parameters({"periodic_window": "180天"})
    with pytest.raises(norma.RuleError) as no_share:
        large.with_parameters({"satisfaction_minimum": 90})
    errors = strange, unread, unknown, unfit, no_share
    told = "".join(finding.render(lang) for lang in ("en", "zh")
                   for error in errors for finding in error.value.diagnostics)
    if os.environ.get("NORMA_RECORD"):
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(told, encoding="utf-8")
    assert told == RECORD.read_text(encoding="utf-8")
