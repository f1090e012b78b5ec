# SPDX-License-Identifier: Apache-2.0
"""DuckDB: one query over the Arrow table, the verdicts as an Arrow table. The logic of SQL is
Kleene's; products in BIGINT are checked."""

import duckdb

from workload import ITEMS, VERDICTS, AtLeast, AtMost, Attested, Share, codes_of_arrow

VERSION = duckdb.__version__


def wide(fact, times):
    return f'"{fact}"' if times == 1 else f'"{fact}"::BIGINT * {times}'


def condition(of):
    match of:
        case Attested(fact):
            return f'"{fact}"'
        case AtLeast(fact, least):
            return f'"{fact}" >= {least}'
        case AtMost(fact, most):
            return f'"{fact}" <= {most}'
        case Share(part, whole, times, share):
            return f"{wide(part, times)} >= {wide(whole, share)}"


def query():
    items = ", ".join(f'{" and ".join(map(condition, each))} as item_{name}'
                      for name, each in ITEMS.items())
    overall = " and ".join(f"item_{name}" for name in ITEMS)
    return f"select *, {overall} as item_verdict from (select {items} from units)"


def codes(found):
    return codes_of_arrow([found[f"item_{name}"] for name in VERDICTS])


def runs(data, threads):
    base = duckdb.connect(config={"threads": threads})
    base.register("units", data.table)
    text = query()
    return {"DuckDB": (lambda: base.sql(text).to_arrow_table(), codes)}


def ask(question):
    kind = {"bool": "BOOLEAN", "int32": "INTEGER", "int64": "BIGINT"}[question.type]
    with duckdb.connect() as base:
        base.execute(f"create table t (a {kind}, b {kind})")
        base.execute("insert into t values (?, ?)", [question.a, question.b])
        return base.execute(f"select {question.sql} from t").fetchone()[0]


ASK = {"DuckDB": ask}
