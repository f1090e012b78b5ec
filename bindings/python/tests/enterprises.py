# SPDX-License-Identifier: Apache-2.0
"""Tables of made-up enterprises as large as one likes, and their verdicts on one machine."""

import os
import re
import warnings

import duckdb
import norma
import pyarrow as pa
import pyarrow.parquet as parquet
from norma import _core

DAY = "2024-03-31"
# By kind of fact: values on both sides of thresholds, drawn from the hash `h` of row and fact.
DRAWN = {
    "boolean": "h % 16 > 0",
    "count": "(case h % 4 when 0 then h // 4 % 3 else 1000 + h // 4 % 2 end)::bigint",
    "amount": "(h % 1000000 / 100)::decimal(18, 2)",
    "number": "(h % 1000 / 100)::decimal(18, 2)",
    "date": "date '2023-01-01' + (h % 500)::integer",
}


def _column(name, kind):
    drawn = ("(['large', 'medium', 'small', 'micro'])[h % 4 + 1]" if name == "size_class"
             else DRAWN[kind])
    drawn = re.sub(r"\bh\b", f"(hash(i, '{name}') // 64)::bigint", drawn)
    return f"case when hash('{name}', i) % 12 > 0 then {drawn} end as {name}"


def facts_of(standard):
    return {name: kind for name, (_, kind, _) in _core.facts_of(standard).items()
            if kind in DRAWN or name == "size_class"}


def write(path, standard, rows):
    """A Parquet file with so many enterprises, always the same; nothing in it is compressed."""
    columns = ", ".join(_column(*each) for each in facts_of(standard).items())
    made = duckdb.connect(config={"threads": 1})
    remarks = "repeat(md5(i::varchar), 8) as remarks"  # what files have that no rule reads
    made.execute(f"copy (select 'u' || i as id, {remarks}, {columns} from range({rows}) t(i)) "
                 f"to '{path}' (format parquet, compression uncompressed, row_group_size 20000)")


def judge_here(standard, path, to, **options):
    """The verdicts by one call for each group of rows, written beside their ids."""
    source, sink = parquet.ParquetFile(path), None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        for group in range(source.num_row_groups):
            found = pa.table(standard.assess_frame(source.read_row_group(group), as_of=DAY,
                                                   carry=["id"], **options))
            words = pa.schema([field.with_type(pa.string()) for field in found.schema])
            sink = sink or parquet.ParquetWriter(to, words)
            sink.write_table(found.cast(words))
    sink.close()


def differences(one, other):
    """How many rows of two files (or folders) of verdicts have no equal in the other."""
    one, other = (f"'{each}/*.parquet'" if os.path.isdir(each) else f"'{each}'"
                  for each in (one, other))
    columns = duckdb.sql(f"from {one} limit 0").columns
    assert sorted(columns) == sorted(duckdb.sql(f"from {other} limit 0").columns)
    texts = ", ".join(f'"{name}"::varchar as "{name}"' for name in columns)
    rows = duckdb.sql(f"select count(*), count(distinct id) from {one}").fetchall()
    assert rows == duckdb.sql(f"select count(*), count(distinct id) from {other}").fetchall()
    assert rows[0][0] == rows[0][1]
    return duckdb.sql(f"select count(*) from ((select {texts} from {one}) except "
                      f"(select {texts} from {other}))").fetchall()[0][0]
