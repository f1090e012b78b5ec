# SPDX-License-Identifier: Apache-2.0
"""NumPy, which has no missing values: a mask of what is known beside each column. Once whole
columns at a time, once by an expert, in blocks that stay in the cache and without a new
array, all a byte each; and once by an expert who is given the Arrow table and stays in its
bits."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from workload import (FACTS, FAIL, ITEMS, OPEN, PASS, VERDICTS, AtLeast, AtMost, Attested,
                      Share, rows_each)

VERSION = np.__version__
ROWS = 131_072  # a block; the best of 4 Ki to 1 Mi
ROWS_OF_BITS = 262_144  # the same of the last one


def by_masks(data):
    """Passing and failing units of each verdict, a mask each."""
    values, known = data.values, data.known

    def wide(fact, times):
        return values[fact] if times == 1 else values[fact].astype(np.int64) * times

    def condition(of):
        match of:
            case Attested(fact):
                return values[fact], known[fact]
            case AtLeast(fact, least):
                return values[fact] >= least, known[fact]
            case AtMost(fact, most):
                return values[fact] <= most, known[fact]
            case Share(part, whole, times, share):
                return wide(part, times) >= wide(whole, share), known[part] & known[whole]

    found = {}
    for name, conditions in ITEMS.items():
        passes, fails = True, False
        for met, sure in map(condition, conditions):
            passes = passes & met & sure
            fails = fails | (sure & ~met)
        found[name] = passes, fails
    found["verdict"] = (np.logical_and.reduce([passes for passes, _ in found.values()]),
                        np.logical_or.reduce([fails for _, fails in found.values()]))
    return found


def judge_blocks(judge_part, units, rows, found, threads, pool):
    """Shares the blocks of so many rows among threads; `found` is passed on to each."""
    starts = range(0, units, rows)
    share = -(-len(starts) // threads)
    parts = [starts[i * share:(i + 1) * share] for i in range(threads)]
    work = [(part, *found) for part in parts if len(part)]
    if threads == 1:
        judge_part(work[0])
    else:
        list(pool.map(judge_part, work))
    return {name: tuple(each[i] for each in found) for i, name in enumerate(VERDICTS)}


class Blocks:
    """The same with memory made once a thread."""

    def __init__(self, data, threads):
        self._values, self._known, self._units = data.values, data.known, data.units
        self._rows = rows_each(data.units, ROWS, threads)

    def judge(self, threads, pool):
        passes = np.empty((len(VERDICTS), self._units), bool)
        fails = np.empty((len(VERDICTS), self._units), bool)
        return judge_blocks(self._judge_part, self._units, self._rows, (passes, fails), threads,
                            pool)

    def _judge_part(self, work):
        starts, passes, fails = work
        rows = self._rows
        met, sure = np.empty(rows, bool), np.empty(rows, bool)
        left, right = np.empty(rows, np.int64), np.empty(rows, np.int64)
        values, known = self._values, self._known
        for start in starts:
            end = min(start + rows, self._units)
            here, n = slice(start, end), end - start
            m, s, a, b = met[:n], sure[:n], left[:n], right[:n]
            overall_passes, overall_fails = passes[-1, here], fails[-1, here]
            overall_passes[:] = True
            overall_fails[:] = False
            for row, conditions in enumerate(ITEMS.values()):
                yes, no = passes[row, here], fails[row, here]
                for place, of in enumerate(conditions):
                    v = known[of[0]][here]
                    match of:
                        case Attested(fact):
                            c = values[fact][here]
                        case AtLeast(fact, least):
                            c = np.greater_equal(values[fact][here], least, out=m)
                        case AtMost(fact, most):
                            c = np.less_equal(values[fact][here], most, out=m)
                        case Share(part, whole, 1, 1):
                            c = np.greater_equal(values[part][here], values[whole][here], out=m)
                            v = np.bitwise_and(v, known[whole][here], out=s)
                        case Share(part, whole, times, share):
                            np.multiply(values[part][here], times, out=a, dtype=np.int64)
                            np.multiply(values[whole][here], share, out=b, dtype=np.int64)
                            c = np.greater_equal(a, b, out=m)
                            v = np.bitwise_and(v, known[whole][here], out=s)
                    if place == 0:
                        np.bitwise_and(c, v, out=yes)
                        np.greater(v, c, out=no)
                    else:
                        np.bitwise_and(yes, c, out=yes)
                        np.bitwise_and(yes, v, out=yes)
                        np.greater(v, c, out=m)
                        np.bitwise_or(no, m, out=no)
                np.bitwise_and(overall_passes, yes, out=overall_passes)
                np.bitwise_or(overall_fails, no, out=overall_fails)


class Bits:
    """Booleans and what is known eight to a byte, as Arrow has them; verdicts, too."""

    def __init__(self, table, threads):
        self._units = table.num_rows
        self._rows = rows_each(self._units, ROWS_OF_BITS, threads)
        self._values, self._known = {}, {}
        for fact in FACTS:
            known, values = table[fact].chunk(0).buffers()
            kind = table.schema.field(fact).type
            self._known[fact] = np.frombuffer(known, np.uint8)
            self._values[fact] = np.frombuffer(
                values, np.uint8 if kind == "bool" else kind.to_pandas_dtype())

    def judge(self, threads, pool):
        size = -(-self._units // 8)
        passes, fails = (np.empty((len(VERDICTS), size), np.uint8) for _ in range(2))
        return judge_blocks(self._judge_part, self._units, self._rows, (passes, fails), threads,
                            pool)

    def _judge_part(self, work):
        starts, passes, fails = work
        rows = self._rows
        compared = np.empty(rows, bool)
        left, right = np.empty(rows, np.int64), np.empty(rows, np.int64)
        lacks = np.empty(rows // 8, np.uint8)
        values, known = self._values, self._known
        for start in starts:
            end = min(start + rows, self._units)
            here, bits = slice(start, end), slice(start // 8, -(-end // 8))
            n = end - start
            c, a, b, lack = compared[:n], left[:n], right[:n], lacks[:-(-n // 8)]
            overall_passes, overall_fails = passes[-1, bits], fails[-1, bits]
            overall_passes[:] = 255
            overall_fails[:] = 0
            for row, conditions in enumerate(ITEMS.values()):
                yes, no = passes[row, bits], fails[row, bits]
                yes[:] = 255
                no[:] = 0
                for of in conditions:
                    v = known[of[0]][bits]
                    match of:
                        case Attested(fact):
                            met = values[fact][bits]
                        case AtLeast(fact, least):
                            np.greater_equal(values[fact][here], least, out=c)
                        case AtMost(fact, most):
                            np.less_equal(values[fact][here], most, out=c)
                        case Share(part, whole, 1, 1):
                            np.greater_equal(values[part][here], values[whole][here], out=c)
                        case Share(part, whole, times, share):
                            np.multiply(values[part][here], times, out=a, dtype=np.int64)
                            np.multiply(values[whole][here], share, out=b, dtype=np.int64)
                            np.greater_equal(a, b, out=c)
                    if not isinstance(of, Attested):
                        met = np.packbits(c, bitorder="little")
                    if isinstance(of, Share):
                        v = np.bitwise_and(v, known[of[1]][bits])
                    np.bitwise_and(yes, met, out=yes)
                    np.bitwise_and(yes, v, out=yes)
                    np.invert(met, out=lack)
                    np.bitwise_and(lack, v, out=lack)
                    np.bitwise_or(no, lack, out=no)
                np.bitwise_and(overall_passes, yes, out=overall_passes)
                np.bitwise_or(overall_fails, no, out=overall_fails)


def codes(found):
    return np.array([np.where(fails, FAIL, np.where(passes, PASS, OPEN)).astype(np.int8)
                     for passes, fails in (found[name] for name in VERDICTS)])


def runs(data, threads):
    blocks, bits = Blocks(data, threads), Bits(data.table, threads)
    pool = ThreadPoolExecutor(threads)

    def codes_of_bits(found):
        return codes({name: tuple(
            np.unpackbits(each, count=data.units, bitorder="little").view(bool)
            for each in pair) for name, pair in found.items()})

    return {
        "NumPy in blocks": (lambda: blocks.judge(threads, pool), codes),
        "NumPy in Arrow's bits": (lambda: bits.judge(threads, pool), codes_of_bits),
        "NumPy masks": (lambda: by_masks(data), codes),
    }


def ask(question):
    if question.a is None:
        return "no missing values"
    a, b = (np.array([value], question.type) for value in (question.a, question.b))
    return question.asked_of(a, b)[0]


ASK = {"NumPy": ask}
