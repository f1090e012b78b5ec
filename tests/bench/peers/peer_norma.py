# SPDX-License-Identifier: Apache-2.0
"""norma itself: the standard of tests/bench/workload over the Arrow table, its result read
as an Arrow table and as a frame of Polars."""

import pathlib
import tempfile
import warnings

import norma
import numpy as np
import polars as pl
import pyarrow as pa

from workload import FAIL, OPEN, PASS, VERDICTS, codes_of_arrow

VERSION = norma.__version__
PACK = pathlib.Path(__file__).resolve().parents[1] / "workload"
DAY = "2024-03-31"
CODES = {"pass": PASS, "fail": FAIL, "undetermined": OPEN}


def codes(found):
    rows = []
    for name in VERDICTS:
        column = found[name].combine_chunks()
        words = np.array([CODES.get(word, -1) for word in column.dictionary.to_pylist()])
        rows.append(words[column.indices.to_numpy()].astype(np.int8))
    return np.array(rows)


def runs(data, threads):
    standard = norma.load(PACK)["w"]
    polars = pl.from_arrow(data.table)

    def judge(frame, verdicts="words"):
        return standard.assess_frame(frame, as_of=DAY, threads=threads, verdicts=verdicts)

    def codes_of_booleans(found):
        return codes_of_arrow([found[name] for name in VERDICTS])

    return {
        "norma, Arrow in and out": (
            lambda: pa.table(judge(data.table, "booleans")), codes_of_booleans),
        "norma, Polars in and out": (
            lambda: judge(polars, "booleans").frame,
            lambda found: codes_of_booleans(found.to_arrow())),
        "norma, verdicts as four words": (lambda: pa.table(judge(data.table)), codes),
        "norma, Polars, four words": (lambda: judge(polars).frame,
                                      lambda found: codes(found.to_arrow())),
        "norma, with the deciding parts": (
            lambda: pa.table(standard.assess_frame(data.table, as_of=DAY, threads=threads,
                                                   reasons=True)), codes),
    }


FACTS = """norma: 1
units: {firm: {label: {zh: 企业, en: firm}}}
facts:
  a: {label: {zh: 甲, en: a}, of: [firm], type: TYPE}
  b: {label: {zh: 乙, en: b}, of: [firm], type: TYPE}
"""
STANDARD = """norma: 1
standard: asked
title: {zh: 问, en: Asked}
unit: firm
cite: {document: w, clause: 一}
items:
  - id: item
    title: {zh: 问, en: Asked}
    all:
      - id: part
        title: {zh: 问, en: Asked}
        require: RULE
"""


def ask(question):
    """As it reads: 0.9 is nine tenths, a product is as long as it gets."""
    with tempfile.TemporaryDirectory() as folder:
        pack = pathlib.Path(folder)
        kind = "boolean" if question.type == "bool" else "number"
        (pack / "pack.yaml").write_text((PACK / "pack.yaml").read_text("utf-8"), "utf-8")
        (pack / "facts.yaml").write_text(FACTS.replace("TYPE", kind), "utf-8")
        (pack / "asked.yaml").write_text(STANDARD.replace(
            "require: RULE", "require: " + question.sql), "utf-8")
        standard = norma.load(pack)["asked"]
    frame = pa.table({name: pa.array([getattr(question, name)], pa.type_for_alias(question.type))
                      for name in ("a", "b")})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        verdict = standard.assess_frame(frame, as_of=DAY)["verdict"][0].as_py()
    return {"pass": "true", "fail": "false"}.get(verdict, verdict)


ASK = {"norma": ask}
