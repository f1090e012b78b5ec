# SPDX-License-Identifier: Apache-2.0
"""Decision tables with unknown inputs (design section 5, Tables)."""

from evaluate import evaluate
from values import Unknown, causes_of, error


def look_up(table, inputs, scope):
    """The table's value, one input a column."""
    possible, sure = [], []
    for cells, gives in table.rows:
        holds = [evaluate(cell, scope.within("?", value))
                 for cell, value in zip(cells, inputs)]
        if any(cell is False for cell in holds):
            continue
        possible.append(gives)
        if all(cell is True for cell in holds):
            sure.append(gives)
            if table.hit == "first":
                break
    if not possible or len(sure) > 1:
        return error()
    settled = bool(sure) and (table.hit == "first" or len(possible) == 1)
    if settled and all(gives == possible[0] for gives in possible):
        return possible[0]
    causes = causes_of(*inputs)
    return Unknown(causes) if causes else error()
