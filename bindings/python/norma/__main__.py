# SPDX-License-Identifier: Apache-2.0
"""`python -m norma check units.parquet`: judges files of many units.

    python -m norma check FILE --pack PACK --standard ID [--as-of DAY] [--dates DAY]
        [-o RESULT] [--reasons] [--distances] [--carry COLUMN …] [--threads N]

Files are Parquet, Arrow, CSV, NDJSON or Excel, by their endings, and so is the result. They
are read, judged and written in parts, so memory does not grow with them; a summary by item is
printed. Exit codes are those of `norma check`: 0 pass, 1 fail, 2 undetermined, 3 not
applicable (the first of 1, 2, 0, 3 that occurs), 64 usage, 65 bad rules or data, 66 no input.
A book that norma's template made says itself of which pack and standard it is; of a form of
one unit the report is printed, and written as Excel, HTML, JSON, Markdown or text.

    python -m norma template PACK:STANDARD -o BOOK.xlsx [--layout form|table] [--lang zh|en]

writes such a book. Any other command line is that of `norma` (docs/cli.md).
"""

from __future__ import annotations

import argparse
import datetime
import os
import pathlib
import sys
import time
from collections.abc import Callable, Sequence
from typing import Never

from . import _core, _command
from ._core import Standard
from ._errors import Error, FactError, NotFound, RuleError
from ._files import ENDINGS, Sink, Source, format_of
from ._frame_kinds import Judged, pyarrow
from ._load import load
from ._sheet_read import Book
from ._template import template
from ._verdict import Verdict

USAGE, DATA, NO_INPUT, OUTPUT = 64, 65, 66, 74
CODES = ((Verdict.FAIL, 1), (Verdict.UNDETERMINED, 2), (Verdict.PASS, 0),
         (Verdict.NOT_APPLICABLE, 3))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> Never:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def parser() -> _Parser:
    made = _Parser(prog="python -m norma", description=__doc__.splitlines()[0])
    verbs = made.add_subparsers(dest="verb", required=True, parser_class=_Parser)
    sheet = verbs.add_parser("template", help="a book of Excel to fill in")
    sheet.add_argument("standard", metavar="PACK:STANDARD")
    sheet.add_argument("-o", "--output", required=True, metavar="BOOK")
    sheet.add_argument("--layout", choices=("form", "table"), default="form",
                       help="of one unit, or a row for each of many")
    sheet.add_argument("--lang", choices=("zh", "en"), default="zh", help="of the words to choose")
    check = verbs.add_parser("check", help="judge a file of many units")
    check.add_argument("file", help="Parquet, Arrow, CSV, NDJSON or Excel")
    check.add_argument("--pack", help="a built-in pack, or its folder")
    check.add_argument("--standard", help="both may be left out of a template that was filled in")
    check.add_argument("--as-of", default=None, metavar="DAY", help="today")
    check.add_argument("--dates", metavar="DAY", help="of all evidence without a day of its own")
    check.add_argument("-o", "--output", metavar="RESULT",
                       help="the verdicts, in the format of the ending")
    check.add_argument("--reasons", action="store_true", help="with the part that decides")
    check.add_argument("--distances", action="store_true", help="from the threshold, by part")
    check.add_argument("--carry", nargs="*", default=None, metavar="COLUMN",
                       help="columns that the result has, too: id and name where there are any")
    check.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    return made


class Progress:
    """A line on a terminal; nothing in a pipe."""

    def __init__(self, source: Source) -> None:
        self._source, self._begin, self._told = source, time.monotonic(), 0.0
        self._on = sys.stderr.isatty()

    def tell(self, rows: int) -> None:
        now = time.monotonic()
        if not self._on or now - self._told < 0.2:
            return
        self._told, took = now, now - self._begin
        share = self._source.share(rows)
        left = took / share - took if share else 0
        print(f"\r{share:4.0%}  {rows:,} units, {rows / took / 1e6:.2f} million a second, "
              f"{left:.0f} s left\x1b[K", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._on:
            print("\r\x1b[K", end="", file=sys.stderr)


def write_template(asked: argparse.Namespace) -> int:
    pack, _, name = asked.standard.rpartition(":")
    template(load(pack)[name]).to_excel(asked.output, layout=asked.layout, lang=asked.lang)
    return 0


def check(asked: argparse.Namespace) -> int:
    standard = load(asked.pack)[asked.standard] if asked.pack and asked.standard else None
    day = asked.as_of or datetime.date.today().isoformat()
    if format_of(asked.file) == "xlsx":
        book = Book(asked.file, standard)
        if book.is_form:
            return check_form(book, asked, day)
        standard = book.standard
    if standard is None:
        parser().error("the following arguments are required: --pack, --standard")
    source = Source(asked.file, standard)
    there = source.reader.schema.names
    carry = [name for name in ("id", "name") if name in there] if asked.carry is None \
        else asked.carry
    judged = _core.judge_stream(
        standard, source.reader, as_of=day, day=asked.dates, threads=asked.threads,
        reasons=asked.reasons, distances=asked.distances, carry=carry)
    result = pyarrow("files are read and written").RecordBatchReader.from_stream(judged)
    sink = Sink(asked.output, result.schema) if asked.output else None
    progress = Progress(source)
    try:
        for batch in result:
            if sink:
                sink.write(batch)
            progress.tell(judged.rows)
    except (ValueError, OSError):
        if source.failure:
            raise source.failure from None
        raise
    finally:
        progress.end()
        if sink:
            sink.close()
    for one in judged.warnings:
        print(one, end="", file=sys.stderr)
    return summarize(standard, judged, day)


def check_form(book: Book, asked: argparse.Namespace, day: str) -> int:
    (row,) = book.rows()
    report = book.standard.assess(book.standard.unit_of(row.mapping()), as_of=day)
    if asked.output:
        write: dict[str, Callable[[], str]] = {".html": report.to_html, ".json": report.to_json, ".md": report.to_markdown,
                 ".txt": report.to_text}
        ending = pathlib.Path(asked.output).suffix.lower()
        if ending == ".xlsx":
            report.to_excel(asked.output)
        elif ending in write:
            pathlib.Path(asked.output).write_text(write[ending](), encoding="utf-8")
        else:
            raise Error(f"a report is written to .xlsx, {', '.join(write)}, not `{asked.output}`")
    print(report)
    return next(code for verdict, code in CODES if verdict == report.verdict)


def summarize(standard: Standard, judged: Judged, day: str) -> int:
    counts = judged.counts()
    print(f"{standard.pack}:{standard.id}, as of {day}: {judged.rows:,} units\n")
    width = max(map(len, counts))
    words = [str(verdict) for verdict in Verdict]
    print(f"{'':{width}}  " + "  ".join(f"{word:>14}" for word in words))
    for name, found in counts.items():
        print(f"{name:{width}}  " + "  ".join(f"{n:14,}" for n in found))
    overall = dict(zip(Verdict, counts["verdict"], strict=True))
    return next((code for verdict, code in CODES if overall[verdict]), 3)


def main(arguments: Sequence[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    try:
        return (write_template if asked.verb == "template" else check)(asked)
    except FileNotFoundError as error:
        code, words = NO_INPUT, str(error)
    except NotFound as error:
        code, words = USAGE, str(error)
    except (RuleError, FactError) as error:
        code, words = DATA, str(error)
    except OSError as error:  # what a stream says of a part is one, too
        code = OUTPUT if error.errno and not isinstance(error, ValueError) else DATA
        words = str(error)
    except (Error, ValueError) as error:
        code, words = DATA, str(error)
    print(words.rstrip(), file=sys.stderr)
    return code


def is_of_many(arguments: Sequence[str]) -> bool:
    """True of `check` and `template` of files that are read and written here."""
    return arguments[:1] in (["check"], ["template"]) and any(
        pathlib.Path(one).suffix.lower() in ENDINGS for one in arguments[1:])


if __name__ == "__main__":
    sys.exit(main() if is_of_many(sys.argv[1:]) else _command.main())
