# SPDX-License-Identifier: Apache-2.0
"""`python -m norma check units.parquet`: judges files of many units, and forms of Excel.

`_command_help` says what may be asked; any other command line is that of `norma`
(docs/cli.md).
"""

from __future__ import annotations

import datetime
import os
import pathlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from . import _command, _core
from ._command_help import PAGES
from ._command_line import Asked, Usage, language_in, missing
from ._command_words import CODES, Progress, summary
from ._core import Standard
from ._errors import Error, FactError, NotFound
from ._files import ENDINGS, Source, format_of
from ._files_written import Sink
from ._frame_table import pyarrow
from ._frame_warnings import lines_of
from ._load import load
from ._sheet_read import Book
from ._template import template
from ._words import Both, Lang, in_language

USAGE, DATA, NO_INPUT, OUTPUT = 64, 65, 66, 74
STRICT: Both = ("数据有误，到此为止（`--strict`）；不写 `--strict` 时照常评价，有误的事实按未知处理",
                "facts are in error, and `--strict` ends there; without it the units are judged, and "
                "these facts count as unknown")


def write_template(asked: Asked, lang: Lang) -> int:
    to = asked.one("--output")
    if to is None:
        raise missing("--output", "--output")
    pack, colon, name = asked.word.rpartition(":")
    if not colon:
        raise Usage((f"`{asked.word}`：请写明规则包，如 `cn-zj:industry`",
                     f"`{asked.word}`: say of which pack, as in `cn-zj:industry`"))
    template(load(pack)[name]).to_excel(
        to, layout="table" if asked.one("--layout") == "table" else "form", lang=asked.lang or "zh")
    return 0


def _not_over(read: str, to: str | None) -> None:
    """Raises `Usage` where the results would take the place of what is read."""
    if to is not None and os.path.exists(to) and os.path.samefile(read, to):
        raise Usage("", [_core.finding("N0137", [read])])


def check(asked: Asked, lang: Lang) -> int:
    pack, name = asked.one("--pack"), asked.one("--standard")
    standard = load(pack)[name] if pack and name else None
    day = asked.one("--as-of") or datetime.date.today().isoformat()
    _not_over(asked.word, asked.one("--output"))
    if format_of(asked.word) == "xlsx":
        book = Book(asked.word, standard)
        if book.is_form:
            return check_form(book, asked.one("--output"), day, lang)
        standard = book.standard
    if standard is None:
        without = [option for option in ("--pack", "--standard") if asked.one(option) is None]
        raise missing("`、`".join(without), "` and `".join(without), len(without) > 1)
    return check_many(asked, standard, day, lang)


def check_many(asked: Asked, standard: Standard, day: str, lang: Lang) -> int:
    source = Source(asked.word, standard)
    there = source.reader.schema.names
    carry = asked.many("--carry")
    if carry is None:
        carry = [name for name in ("id", "name") if name in there]
    judged = _core.judge_stream(
        standard, source.reader, as_of=day, day=asked.one("--dates"),
        threads=asked.threads or len(os.sched_getaffinity(0)), reasons=asked.has("--reasons"),
        distances=asked.has("--distances"), errors=asked.has("--errors"), carry=carry, lang=lang)
    result = pyarrow("files are read and written").RecordBatchReader.from_stream(judged)
    to = asked.one("--output")
    sink = Sink(to, result.schema) if to else None
    progress, stopped = Progress(source, lang), False
    try:
        for batch in _parts(result, source):
            stopped = asked.has("--strict") and any(judged.erring_counts or ())
            if stopped:
                break
            if sink:
                sink.write(batch)
            progress.tell(judged.rows)
        else:
            if sink:
                sink.keep()
    finally:
        progress.end()
        if sink:
            sink.close()
    for line in [*lines_of(judged.warnings, False, lang=lang, more_in=""),
                 *(one.render(lang).rstrip() for one in judged.errors)]:
        print(line, file=sys.stderr)
    if stopped:
        raise Error(STRICT)
    told, code = summary(standard, judged, day, lang)
    print(told)
    return code


def _parts(result: Any, source: Source) -> Iterator[Any]:
    """The batches; what was raised while the file was read, or what was told of its rows."""
    try:
        yield from result
    except (ValueError, OSError) as error:  # raised by reading alone, not where it is used
        raise source.failure or FactError(str(error)) from None


def check_form(book: Book, to: str | None, day: str, lang: Lang) -> int:
    (row,) = book.rows()
    report = book.standard.assess(book.standard.unit_of(row.mapping()), as_of=day, lang=lang)
    if to:
        write: dict[str, Callable[[], str]] = {
            ".html": report.to_html, ".json": report.to_json, ".md": report.to_markdown,
            ".txt": report.to_text}
        ending = pathlib.Path(to).suffix.lower()
        if ending == ".xlsx":
            report.to_excel(to)
        elif ending in write:
            pathlib.Path(to).write_text(write[ending](), encoding="utf-8")
        else:
            raise Error((f"报告可写为 .xlsx、{'、'.join(write)}，不能写为 `{to}`",
                         f"a report is written to .xlsx, {', '.join(write)}, not `{to}`"))
    print(report)
    return next(code for verdict, code in CODES if verdict == report.verdict)


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = language_in(given)
    try:
        asked = Asked(given[0], given[1:])
        if asked.has("--help"):
            print(in_language(PAGES[asked.verb], lang), end="")
            return 0
        return (write_template if asked.verb == "template" else check)(asked, lang)
    except FileNotFoundError as error:
        code, words = NO_INPUT, _words((f"没有文件 `{error.filename}`",
                                        f"there is no file `{error.filename}`"), lang)
    except Error as error:
        code = USAGE if isinstance(error, (Usage, NotFound)) else DATA
        words = error.render(lang)
        if not isinstance(error, FactError) and not error.diagnostics:
            words = _words(words, lang)
        if isinstance(error, Usage) and not error.diagnostics:
            words += in_language((f"\n帮助：用法见 `python -m norma {given[0]} --help`",
                                  f"\nhelp: see `python -m norma {given[0]} --help`"), lang)
    except (OSError, ValueError) as error:  # what PyArrow raises of a file may be both
        code = OUTPUT if isinstance(error, OSError) and error.errno and not isinstance(
            error, ValueError) else DATA
        words = _words((f"读写失败：{error}", f"reading or writing failed: {error}"), lang)
    print(words.rstrip(), file=sys.stderr)
    return code


def _words(words: str | Both, lang: Lang) -> str:
    return in_language(("错误：", "error: "), lang) + in_language(words, lang)


def is_of_many(arguments: Sequence[str]) -> bool:
    """True of a `check` of a file that is read here, and of a `template` that is a book."""
    ends = [pathlib.Path(one).suffix.lower() for one in arguments[1:]]
    before = ["", *arguments[1:]]  # the argument in front of each
    if arguments[:1] == ["template"]:
        return ".xlsx" in ends
    read = [end for end, one in zip(ends, before) if one not in ("-o", "--output")]
    return arguments[:1] == ["check"] and not any(
        one.startswith("--facts") for one in arguments) and any(end in ENDINGS for end in read)


def run_command(arguments: Sequence[str]) -> int:
    """The command `norma`; to the help of verbs that have more here, that is added."""
    if arguments[:1] in (["check"], ["template"]) and {"-h", "--help"} & set(arguments):
        told = _command.run(*arguments)
        print(told.stdout + "\n" + in_language(PAGES[arguments[0]], language_in(arguments)), end="")
        return told.returncode
    _command.main()


if __name__ == "__main__":
    sys.exit(main() if is_of_many(sys.argv[1:]) else run_command(sys.argv[1:]))
