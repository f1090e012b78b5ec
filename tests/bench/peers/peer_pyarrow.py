# SPDX-License-Identifier: Apache-2.0
"""PyArrow: Kleene's kernels on one slice after another."""

import functools
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pyarrow.compute as pc

from workload import ITEMS, VERDICTS, AtLeast, AtMost, Attested, Share, codes_of_arrow, rows_each

VERSION = pa.__version__
ROWS = 524_288  # a slice; the best of 4 Ki to 1 Mi
WIDE = pa.int64()


def wide(column, times):
    """Widened by hand, or the product wraps."""
    if times == 1:
        return column
    column = column if column.type == WIDE else column.cast(WIDE)
    return pc.multiply(column, pa.scalar(times, WIDE))


def condition(of, batch):
    match of:
        case Attested(fact):
            return batch[fact]
        case AtLeast(fact, least):
            return pc.greater_equal(batch[fact], pa.scalar(least, batch[fact].type))
        case AtMost(fact, most):
            return pc.less_equal(batch[fact], pa.scalar(most, batch[fact].type))
        case Share(part, whole, times, share):
            return pc.greater_equal(wide(batch[part], times), wide(batch[whole], share))


def judge(batch):
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    items = [functools.reduce(pc.and_kleene, (condition(each, columns) for each in conditions))
             for conditions in ITEMS.values()]
    return pa.RecordBatch.from_arrays([*items, functools.reduce(pc.and_kleene, items)], VERDICTS)


def codes(found):
    return codes_of_arrow([found[name] for name in VERDICTS])


def runs(data, threads):
    pool, rows = ThreadPoolExecutor(threads), rows_each(data.units, ROWS, threads)

    def by_kernels():
        batches = data.table.to_batches(max_chunksize=rows)
        judged = map(judge, batches) if threads == 1 else pool.map(judge, batches)
        return pa.Table.from_batches(judged)

    return {"PyArrow kernels": (by_kernels, codes)}


def ask(question):
    kind = pa.type_for_alias(question.type)
    a, b = (pa.array([value], kind) for value in (question.a, question.b))
    # What the rule is in kernels; `and_`, which is not Kleene's, is tried beside.
    match question.rule.split():
        case ["a", "&", "b"]:
            answer = [kernel(a, b)[0].as_py() for kernel in (pc.and_kleene, pc.and_)]
            words = ["undetermined" if each is None else str(each).lower() for each in answer]
            return words[0] if words[0] == words[1] else f"{words[0]} (and_: {words[1]})"
        case ["a", "*", times, ">=", "b", "*", of]:
            met = pc.greater_equal(pc.multiply(a, pa.scalar(int(times), kind)),
                                   pc.multiply(b, pa.scalar(int(of), kind)))
        case ["a", "/", "b", ">=", share]:
            met = pc.greater_equal(pc.divide(a.cast(pa.float64(), safe=False), b.cast(
                pa.float64(), safe=False)), float(share))
    return met[0].as_py()


ASK = {"PyArrow kernels": ask}
